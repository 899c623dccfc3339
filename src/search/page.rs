//! The pages of the search index, in the order of their ids.

use rustc_hash::FxHashMap;

use super::{
    passages::{Passage, passages},
    readable::tidy,
};
use crate::{
    i18n::Catalogs,
    model::{Collection, Glossary, Kind, Lang, Page, Settings, Site},
    quotation::curl,
    source::Sources,
};

/// A page of the index: one that an editor wrote, or the list of a collection.
#[derive(Clone, Copy, Debug)]
pub struct SearchPage<'s> {
    /// The same in both languages. It depends on no other page, unless the hashes of two names
    /// are equal.
    pub id: u32,
    source: PageSource<'s>,
}

#[derive(Clone, Copy, Debug)]
enum PageSource<'s> {
    Page(&'s Page),
    List(&'s Collection),
}

/// The number of ids.
const IDS: u32 = 1 << 24;

/// Returns the pages of `lang` that are not excluded from search, in the order of their ids.
pub fn pages(site: &Site, lang: Lang) -> Vec<SearchPage<'_>> {
    let ids = ids(site);
    let written = site.pages.iter().filter(|page| page.lang() == lang && !page.noindex());
    let written = written.map(|page| (page.document.place.name(), PageSource::Page(page)));
    let lists = site.collections.get(lang).iter();
    let lists = lists.map(|list| (list.kind.folder().to_owned(), PageSource::List(list)));
    let named = written.chain(lists);
    let mut pages: Vec<_> =
        named.map(|(name, source)| SearchPage { id: ids[&name], source }).collect();
    pages.sort_by_key(|page| page.id);
    pages
}

/// Returns the id of every page by its name: a hash of the name, or the next free number where
/// two hashes are equal.
fn ids(site: &Site) -> FxHashMap<String, u32> {
    let mut names: Vec<String> = site.pages.iter().map(|page| page.document.place.name()).collect();
    let lists = Lang::ALL.into_iter().flat_map(|lang| site.collections.get(lang));
    names.extend(lists.map(|list| list.kind.folder().to_owned()));
    names.sort_unstable();
    names.dedup();
    let mut taken = rustc_hash::FxHashSet::default();
    let id = |name: String| {
        let mut id = hash(&name) % IDS;
        while !taken.insert(id) {
            id = (id + 1) % IDS;
        }
        (name, id)
    };
    names.into_iter().map(id).collect()
}

fn hash(name: &str) -> u32 {
    let hash = blake3::hash(name.as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// The data that an index needs to name the pages of a site.
#[derive(Clone, Copy)]
pub struct PageTexts<'s> {
    pub catalogs: &'s Catalogs,
    pub settings: &'s Settings,
    pub glossary: &'s Glossary,
    pub sources: &'s Sources,
}

impl<'s> SearchPage<'s> {
    pub fn kind(&self) -> Kind {
        match self.source {
            PageSource::Page(page) => page.kind(),
            PageSource::List(list) => list.kind,
        }
    }

    /// Returns the address below the language's folder: `guides/customer-service/`, empty for
    /// the home page.
    pub fn address(&self) -> &'s str {
        let (lang, url) = match self.source {
            PageSource::Page(page) => (page.lang(), page.url.as_str()),
            PageSource::List(list) => (list.lang, list.url.as_str()),
        };
        url.trim_start_matches('/').trim_start_matches(lang.code()).trim_start_matches('/')
    }

    /// Returns whether the page is about other pages rather than about a subject.
    pub fn is_about_pages(&self) -> bool {
        matches!(self.source, PageSource::Page(_))
            && matches!(self.kind(), Kind::Changelog | Kind::Home)
    }

    /// Returns other words by which readers look for the page.
    pub fn keywords(&self) -> &'s [String] {
        match self.source {
            PageSource::Page(page) => &page.front().keywords,
            PageSource::List(_) => &[],
        }
    }

    /// Returns the approximate length of the text.
    pub fn size(&self) -> usize {
        match self.source {
            PageSource::Page(page) => {
                let words = page.document.front.words.iter().map(|words| words.text.len());
                100 + page.document.body.len() + words.sum::<usize>()
            }
            PageSource::List(_) => 100,
        }
    }

    /// Returns the label of the page's kind in a result.
    pub fn label(&self, texts: &PageTexts) -> String {
        let lang = match self.source {
            PageSource::Page(page) => page.lang(),
            PageSource::List(list) => list.lang,
        };
        texts.catalogs.get(lang).label(texts.settings.title_of(self.kind(), lang))
    }

    pub fn passages(&self, texts: &PageTexts) -> Vec<Passage> {
        match self.source {
            PageSource::Page(page) => passages(&page.document, texts.sources.body(&page.document)),
            PageSource::List(list) => {
                let strings = texts.catalogs.get(list.lang);
                let heading = strings.label(texts.settings.title_of(list.kind, list.lang));
                let text = strings.label(texts.settings.introduction_of(list.kind, list.lang));
                let [heading, text] = [heading, text].map(|text| tidy(&curl(&text, None)));
                vec![Passage { anchor: String::new(), heading, text }]
            }
        }
    }
}
