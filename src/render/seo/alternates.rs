//! The language alternates of a page, for heads and sitemaps.

use crate::model::{Collection, Lang, Page, ReaderPage, Route, Site, UrlPath};

/// The addresses of a page in both languages, and the default for readers of other languages.
pub struct Alternates {
    pub en: UrlPath,
    pub ko: UrlPath,
    pub default: UrlPath,
}

impl Alternates {
    /// Returns the alternates of `route`; `None` if it exists in one language only, or if
    /// search engines must not list it.
    pub fn for_route(site: &Site, route: Route) -> Option<Alternates> {
        match site.reader_page(route)? {
            ReaderPage::Entry | ReaderPage::Home(_) => Alternates::for_homes(site),
            ReaderPage::Page(page) => Alternates::for_page(site, page),
            ReaderPage::Collection(collection) => Alternates::for_collection(site, collection),
        }
    }

    /// Returns the home pages, if both languages have pages. The default is `/`, where readers
    /// choose their language.
    pub fn for_homes(site: &Site) -> Option<Alternates> {
        let [en, ko] = Lang::ALL.map(UrlPath::home);
        let speaks_both = Lang::ALL.into_iter().all(|lang| site.speaks(lang));
        speaks_both.then(|| Alternates { en, ko, default: UrlPath::new("/") })
    }

    pub fn for_collection(site: &Site, collection: &Collection) -> Option<Alternates> {
        let other = site.collection(collection.kind, collection.lang.other())?;
        let source = site.settings.source_language;
        Some(Alternates::new(collection.lang, &collection.url, &other.url, source))
    }

    pub fn for_page(site: &Site, page: &Page) -> Option<Alternates> {
        if page.kind() == crate::model::Kind::Home {
            return Alternates::for_homes(site);
        }
        let other = site.page(page.translation?);
        if page.noindex() || other.noindex() {
            return None;
        }
        Some(Alternates::new(page.lang(), &page.url, &other.url, page.original.place.lang))
    }

    /// Makes alternates whose default is the version that was written first.
    fn new(lang: Lang, own: &UrlPath, other: &UrlPath, source: Lang) -> Alternates {
        let (en, ko) = match lang {
            Lang::En => (own, other),
            Lang::Ko => (other, own),
        };
        let default = match source {
            Lang::En => en,
            Lang::Ko => ko,
        };
        Alternates { en: en.clone(), ko: ko.clone(), default: default.clone() }
    }

    /// Returns the addresses by the values of `hreflang`.
    pub fn named(&self) -> [(&'static str, &UrlPath); 3] {
        [(Lang::En.code(), &self.en), (Lang::Ko.code(), &self.ko), ("x-default", &self.default)]
    }
}
