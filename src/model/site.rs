//! The resolved site: every page with its address, pair and links, and every output.
//!
//! Everything in here is checked. A [`Target`] always exists; an unresolved link cannot be
//! represented.

use std::sync::Arc;

use crate::diag::Diagnostic;

use super::{
    AssetId, At, Diagram, Document, FrontMatter, GeneratedFile, Glossary, Kind, KindFields, Lang,
    OutPath, PageId, PerLang, PreviewImages, PreviewOf, ReleaseVersion, Settings, SourceId,
    SourcePath, Span, TermFields, Theme, Tool, Translation, UrlPath,
};
use crate::schema::NamedEntry;

/// Everything that rendering needs, and nothing that it must still check.
#[derive(Debug)]
pub struct Site {
    pub settings: Arc<Settings>,
    pub pages: Vec<Page>,
    pub assets: Arc<[Asset]>,
    /// True for each asset that is published, by its id.
    pub published_assets: Arc<[bool]>,
    pub theme: Arc<Theme>,
    pub homes: PerLang<Option<PageId>>,
    pub collections: PerLang<Vec<Collection>>,
    pub navigation: PerLang<Vec<Target>>,
    pub footer: PerLang<Vec<Target>>,
    /// The pages below “Tools” in the header's menu.
    pub tools: PerLang<Vec<Target>>,
    pub redirects: Vec<Redirect>,
    /// The terms that pages explain.
    pub glossary: Arc<Glossary>,
    /// The state of every recorded translation.
    pub translations: Vec<Translation>,
    /// The pages of each file with the versions of sections: that at the remainder of
    /// the hash of a page's key by the number of files.
    pub versions: PerLang<Vec<Vec<PageId>>>,
    /// The addresses of one sitemap, at most as many as it may hold.
    pub sitemaps: Arc<[Vec<Route>]>,
    /// The pages that have a preview image of their own.
    pub preview_images: PreviewImages,
    /// The files for search engines, feed readers and servers.
    pub machine_files: Vec<GeneratedFile>,
    /// The origin of each file's bytes, in the order of its path.
    pub routes: Arc<[(OutPath, Route)]>,
}

/// One language version of a page. Copies share the large parts: after an edit, all pages
/// but one are copied from those before.
#[derive(Clone, Debug)]
pub struct Page {
    pub document: Arc<Document>,
    /// The document that holds the page's facts: itself, or its source.
    pub original: Arc<Document>,
    pub url: UrlPath,
    /// The same page in the other language, where it exists.
    pub translation: Option<PageId>,
    /// The targets of the body's links, in the order of [`Document::links`].
    pub links: Arc<[Target]>,
    pub references: Arc<References>,
    /// The position of a recorded translation in [`Site::translations`].
    pub state: Option<u32>,
    /// The releases whose text links here, the newest first.
    pub changed_in: Vec<PageId>,
}

/// Returns the same as [`Site::speaks`], for a site that is being made.
pub fn speaks(settings: &Settings, pages: &[Page], lang: Lang) -> bool {
    lang == settings.source_language || pages.iter().any(|page| page.lang() == lang)
}

impl Page {
    pub fn lang(&self) -> Lang {
        self.document.place.lang
    }

    pub fn kind(&self) -> Kind {
        self.document.place.kind
    }

    pub fn front(&self) -> &FrontMatter {
        &self.document.front
    }

    /// Returns whether the page is kept from search engines, feeds and lists for machines:
    /// where its source is, so is its translation.
    pub fn noindex(&self) -> bool {
        self.document.front.seo.noindex || self.original.front.seo.noindex
    }

    pub fn title(&self) -> &str {
        &self.document.front.title.value
    }

    /// Returns the fields that both languages share, from the source language's file.
    pub fn shared(&self) -> &KindFields {
        &self.original.front.fields
    }

    /// Returns the id of the page in feeds, which stays when the page is renamed.
    pub fn feed_id(&self) -> &str {
        let given = self.shared().feed_id();
        given.map_or(&*self.document.place.slug, |id| &id.value)
    }

    /// Returns the address of one of the page's diagrams as a file of its own.
    pub fn diagram_url(&self, diagram: &Diagram) -> UrlPath {
        self.url.join(&[&diagram.id.value, ".svg"].concat())
    }

    /// Returns the address of one of the page's decisions as JSON.
    pub fn decision_url(&self, diagram: &Diagram) -> UrlPath {
        self.url.join(&[&diagram.id.value, ".json"].concat())
    }

    /// Returns the position of the diagram that is the page's own decision: the first one
    /// of a page of this kind.
    pub fn decision(&self) -> Option<usize> {
        if self.kind() != Kind::Decision {
            return None;
        }
        let is_decision = |diagram: &Option<Diagram>| {
            diagram.as_ref().is_some_and(|d| d.data.as_decision().is_some())
        };
        self.document.diagrams.iter().position(is_decision)
    }

    /// Returns the day on which the page first appeared, or the release was made.
    pub fn published(&self) -> Option<jiff::civil::Date> {
        self.shared().published()
    }

    pub fn updated(&self) -> Option<jiff::civil::Date> {
        self.original.front.updated
    }

    /// Returns the day until which somebody looks at the page again.
    pub fn review_by(&self) -> Option<&At<jiff::civil::Date>> {
        self.original.front.review_by.as_ref()
    }

    /// Returns the address of a file beside the page.
    pub fn file_url(&self, file: PageFile) -> UrlPath {
        self.url.join(file.name())
    }

    /// Returns whether the page has the file; `settings` are those of the site.
    pub fn has_file(&self, file: PageFile, settings: &Settings) -> bool {
        match file {
            PageFile::Markdown => settings.markdown && !self.noindex(),
            PageFile::Data => matches!(self.kind(), Kind::Ranking | Kind::Checklist),
            PageFile::Reminder => self.review_by().is_some(),
        }
    }

    /// Returns the topic of a guide, by its id in the settings.
    pub fn topic(&self) -> Option<&At<String>> {
        let KindFields::Guide(guide) = self.shared() else { return None };
        guide.topic.as_ref()
    }

    /// Returns the terms that a page explains, in its language.
    pub fn terms(&self) -> &[NamedEntry<TermFields>] {
        self.front().fields.terms()
    }

    /// Returns the conclusion of a guide, in a few sentences.
    pub fn conclusion(&self) -> Option<&str> {
        let KindFields::Guide(guide) = &self.front().fields else { return None };
        guide.conclusion.as_deref()
    }

    /// Returns whether the page stands first in its list.
    pub fn is_pinned(&self) -> bool {
        matches!(self.shared(), KindFields::Guide(guide) if guide.pinned)
    }

    /// Returns how many minutes the body takes to read, at least one.
    pub fn reading_minutes(&self) -> u32 {
        self.document.word_count.div_ceil(self.lang().words_a_minute()).max(1)
    }

    /// Returns the version of a release.
    pub fn version(&self) -> Option<&ReleaseVersion> {
        let KindFields::Changelog(release) = self.shared() else { return None };
        Some(&release.version)
    }

    /// Returns the interactive tool of a page about the guide.
    pub fn tool(&self) -> Option<Tool> {
        let KindFields::Page(page) = self.shared() else { return None };
        page.tool
    }

    /// Returns the highlights of a release, a few words each.
    pub fn highlights(&self) -> &[String] {
        let KindFields::Changelog(release) = &self.front().fields else { return &[] };
        &release.highlights
    }

    /// Returns the short name of a profile's readers.
    pub fn team(&self) -> Option<&str> {
        let KindFields::Profile(profile) = &self.front().fields else { return None };
        profile.team.as_deref()
    }

    /// Returns the title for search engines and messengers.
    pub fn search_title(&self) -> &str {
        self.front().seo.title.as_ref().map_or(self.title(), |title| &title.value)
    }

    /// Returns the description for search engines.
    pub fn search_description(&self) -> &str {
        &self.front().seo.description.as_ref().unwrap_or(&self.front().description).value
    }

    /// Returns the number by which an editor orders pages in a list.
    pub fn order(&self) -> Option<i64> {
        self.shared().order()
    }
}

/// The pages that a page's front matter names, in the page's own language.
#[derive(Debug, Default)]
pub struct References {
    pub related: Vec<PageId>,
    pub audience: Vec<PageId>,
    /// The page to go on to from the end.
    pub next: Option<PageId>,
    /// A profile's reading path; the guides of a ranking's items, in order.
    pub path: Vec<PageId>,
}

/// The pages of one kind in one language, in listing order.
#[derive(Debug)]
pub struct Collection {
    pub kind: Kind,
    pub lang: Lang,
    pub url: UrlPath,
    pub pages: Vec<PageId>,
}

/// The target of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Page {
        page: PageId,
        anchor: Option<Box<str>>,
    },
    Collection {
        kind: Kind,
        lang: Lang,
    },
    /// A place on the same page.
    Anchor(Box<str>),
    Asset(AssetId),
    /// A file or page of this site by its address, with the query and the fragment after
    /// it.
    Local(UrlPath, Box<str>),
    /// Another site, or `mailto:` and the like.
    External(Box<str>),
}

/// A file beside the content, published under a name that carries its hash.
#[derive(Clone, Debug)]
pub struct Asset {
    pub source: SourceId,
    pub path: SourcePath,
    pub url: UrlPath,
    /// The dimensions of an image in CSS pixels.
    pub dimensions: Option<Dimensions>,
    /// The reason for an image without dimensions.
    pub damage: Option<Damage>,
    /// The reason why it is not published: browsers or servers would run it.
    pub refused: Option<Box<Diagnostic>>,
    /// In bytes.
    pub length: usize,
}

/// The reason that an image's size is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The bytes are not of the format that the name says, or end early.
    Unreadable,
    /// An SVG without a size of its own.
    NoSize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimensions {
    pub width: u32,
    pub height: u32,
}

/// An old address and the page that it moved to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    pub from: UrlPath,
    pub to: PageId,
    pub written: Span,
}

/// One output file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`: where a reader chooses the language.
    Entry,
    NotFound,
    /// The page of search results.
    Search(Lang),
    Page(PageId),
    /// A generated home page, where no home file was written.
    Home(Lang),
    /// A collection, by index into the language's collections.
    Collection(Lang, u32),
    /// A redirect, by index into [`Site::redirects`].
    Redirect(u32),
    Asset(AssetId),
    /// A diagram as a file of its own: the page, and which of its diagrams.
    Diagram(PageId, u32),
    /// A decision as JSON: the page, and which of its diagrams.
    Decision(PageId, u32),
    /// A file beside a page.
    Beside(PageId, PageFile),
    /// A file of the theme, by index into [`Theme::files`].
    ThemeFile(u32),
    /// A preview image.
    Preview(PreviewOf),
    /// A file for search engines, feed readers or servers.
    Generated(GeneratedFile),
}

/// A page that readers come for, and search engines list.
pub enum ReaderPage<'a> {
    /// `/`: where a reader chooses the language.
    Entry,
    /// A generated home page.
    Home(Lang),
    Page(&'a Page),
    Collection(&'a Collection),
}

/// The files that stand beside a page, in its folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFile {
    /// The page as Markdown.
    Markdown,
    /// A ranking or a checklist as JSON.
    Data,
    /// The day of its next review, for calendars.
    Reminder,
}

impl PageFile {
    pub const ALL: [PageFile; 3] = [PageFile::Markdown, PageFile::Data, PageFile::Reminder];

    /// Returns the name of the file.
    pub const fn name(self) -> &'static str {
        match self {
            PageFile::Markdown => "index.md",
            PageFile::Data => "index.json",
            PageFile::Reminder => "review.ics",
        }
    }
}

impl Site {
    /// Returns the address of the search page in `lang`.
    pub fn search_url(lang: Lang) -> UrlPath {
        UrlPath::home(lang).join("search/")
    }

    /// Returns the page for readers at `route`; `None` for files of other kinds, and for pages
    /// that stand in for others.
    pub fn reader_page(&self, route: Route) -> Option<ReaderPage<'_>> {
        match route {
            Route::Entry => Some(ReaderPage::Entry),
            Route::Home(lang) => Some(ReaderPage::Home(lang)),
            Route::Page(id) => Some(ReaderPage::Page(self.page(id))),
            Route::Collection(lang, at) => {
                Some(ReaderPage::Collection(&self.collections.get(lang)[at as usize]))
            }
            Route::NotFound
            | Route::Search(_)
            | Route::Redirect(_)
            | Route::Asset(_)
            | Route::Diagram(..)
            | Route::Decision(..)
            | Route::Beside(..)
            | Route::ThemeFile(_)
            | Route::Preview(_)
            | Route::Generated(_) => None,
        }
    }

    /// Returns the address of a page for readers.
    pub fn url_of(&self, route: Route) -> Option<UrlPath> {
        Some(match self.reader_page(route)? {
            ReaderPage::Entry => UrlPath::new("/"),
            ReaderPage::Home(lang) => UrlPath::home(lang),
            ReaderPage::Page(page) => page.url.clone(),
            ReaderPage::Collection(collection) => collection.url.clone(),
        })
    }

    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// Returns the state of `page`, a translation; `None` where that is not recorded, and for a
    /// page in its source language.
    pub fn translation_of(&self, page: &Page) -> Option<&Translation> {
        self.translations.get(page.state? as usize)
    }

    pub fn asset(&self, id: AssetId) -> &Asset {
        &self.assets[id.0 as usize]
    }

    /// Returns whether there is anything to read in `lang`; in the language in which pages are
    /// written first there will be.
    pub fn speaks(&self, lang: Lang) -> bool {
        speaks(&self.settings, &self.pages, lang)
    }

    /// Returns the collection of `kind` in `lang`, when it has pages.
    pub fn collection(&self, kind: Kind, lang: Lang) -> Option<&Collection> {
        self.collections.get(lang).iter().find(|collection| collection.kind == kind)
    }

    /// Returns the pages of `kind` in `lang`, in listing order.
    pub fn listed(&self, kind: Kind, lang: Lang) -> &[PageId] {
        self.collection(kind, lang).map_or(&[], |collection| &collection.pages)
    }
}
