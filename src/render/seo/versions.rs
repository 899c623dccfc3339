//! The language versions of a page: what heads and sitemaps both announce.

use crate::model::{Collection, Lang, Page, Route, Site, UrlPath};

/// A page's addresses in both languages, and the one for readers of neither.
pub struct Versions {
    pub en: UrlPath,
    pub ko: UrlPath,
    pub default: UrlPath,
}

impl Versions {
    /// `None` for what exists in one language only, or is not to be found in the other.
    pub fn of(site: &Site, route: Route) -> Option<Versions> {
        match route {
            Route::Entry | Route::Home(_) => Versions::of_homes(site),
            Route::Page(id) => Versions::of_page(site, site.page(id)),
            Route::Collection(lang, at) => {
                Versions::of_collection(site, &site.collections.get(lang)[at as usize])
            }
            Route::NotFound
            | Route::Redirect(_)
            | Route::Asset(_)
            | Route::Diagram(..)
            | Route::ThemeFile(_)
            | Route::Preview(_)
            | Route::Generated(_) => None,
        }
    }

    /// Both home pages exist, but one may have nothing behind it; whoever reads neither
    /// language chooses at `/`.
    pub fn of_homes(site: &Site) -> Option<Versions> {
        let [en, ko] = Lang::ALL.map(UrlPath::home);
        let both = Lang::ALL.into_iter().all(|lang| site.speaks(lang));
        both.then(|| Versions { en, ko, default: UrlPath::new("/") })
    }

    pub fn of_collection(site: &Site, collection: &Collection) -> Option<Versions> {
        let twin = site.collection(collection.kind, collection.lang.other())?;
        let source = site.settings.source_language;
        Some(Versions::new(collection.lang, &collection.url, &twin.url, source))
    }

    pub fn of_page(site: &Site, page: &Page) -> Option<Versions> {
        if page.kind() == crate::model::Kind::Home {
            return Versions::of_homes(site);
        }
        let twin = site.page(page.translation?);
        if page.noindex() || twin.noindex() {
            return None;
        }
        Some(Versions::new(page.lang(), &page.url, &twin.url, page.original.place.lang))
    }

    /// The default is the version in the language that was written first.
    fn new(lang: Lang, own: &UrlPath, twin: &UrlPath, source: Lang) -> Versions {
        let (en, ko) = match lang {
            Lang::En => (own, twin),
            Lang::Ko => (twin, own),
        };
        let default = match source {
            Lang::En => en,
            Lang::Ko => ko,
        };
        Versions { en: en.clone(), ko: ko.clone(), default: default.clone() }
    }

    /// As `hreflang` names them.
    pub fn named(&self) -> [(&'static str, &UrlPath); 3] {
        [(Lang::En.code(), &self.en), (Lang::Ko.code(), &self.ko), ("x-default", &self.default)]
    }
}
