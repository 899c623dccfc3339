//! The resolved site: every page with its address, pair and links, and every output.
//!
//! Everything in it has been checked. The page or file of a [`Target`] always exists; an
//! unresolved link cannot be represented.

use std::sync::Arc;

use crate::diag::Diagnostic;

use super::{
    AssetId, At, Diagram, Document, FrontMatter, GeneratedFile, Glossary, Kind, KindFields, Lang,
    OutPath, PageId, PerLang, PreviewImages, PreviewOf, ReleaseVersion, Settings, SourceId,
    SourcePath, Span, TermFields, Theme, Tool, Translation, UrlPath,
};
use crate::schema::NamedEntry;

/// Everything that rendering needs; it has been checked.
#[derive(Debug)]
pub struct Site {
    pub settings: Arc<Settings>,
    pub pages: Vec<Page>,
    pub assets: Arc<[Asset]>,
    /// For each asset, by its id, whether it is published.
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
    /// The pages of each file with the versions of sections. A page is in the file whose number
    /// is the hash of its key modulo the number of files.
    pub versions: PerLang<Vec<Vec<PageId>>>,
    /// The addresses in each sitemap, at most as many as it may contain.
    pub sitemaps: Arc<[Vec<Route>]>,
    /// The pages that have a preview image of their own.
    pub preview_images: PreviewImages,
    /// The files for search engines, feed readers and servers.
    pub generated_files: Vec<GeneratedFile>,
    /// For each output, in the order of paths, what it is rendered from.
    pub routes: Arc<[(OutPath, Route)]>,
}

/// One language version of a page. Clones share the large parts, because after an edit all
/// pages but one are cloned.
#[derive(Clone, Debug)]
pub struct Page {
    pub document: Arc<Document>,
    /// The document that has the shared fields: the page's own, or that of its source.
    pub original: Arc<Document>,
    pub url: UrlPath,
    /// The same page in the other language, where it exists.
    pub translation: Option<PageId>,
    /// The targets of the body's links, in the order of [`Document::links`].
    pub links: Arc<[Target]>,
    pub references: Arc<References>,
    /// The position of a recorded translation in [`Site::translations`].
    pub state: Option<u32>,
    /// The releases that link here, the newest first.
    pub changed_in: Vec<PageId>,
}

/// The same as [`Site::speaks`], for a site that is not complete yet.
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

    /// Returns whether the page is excluded from search engines, feeds and machine-readable
    /// lists. A translation is excluded together with its source.
    pub fn noindex(&self) -> bool {
        self.document.front.seo.noindex || self.original.front.seo.noindex
    }

    pub fn title(&self) -> &str {
        &self.document.front.title.value
    }

    /// Returns the fields that both languages share, from the source's file.
    pub fn shared(&self) -> &KindFields {
        &self.original.front.fields
    }

    /// Returns the id of the page in feeds, which does not change when the page is renamed.
    pub fn feed_id(&self) -> &str {
        let given = self.shared().feed_id();
        given.map_or(&*self.document.place.slug, |id| &id.value)
    }

    /// Returns the address of one of the page's diagrams as a standalone file.
    pub fn diagram_url(&self, diagram: &Diagram) -> UrlPath {
        self.url.join(&[&diagram.id.value, ".svg"].concat())
    }

    /// Returns the address of one of the page's decisions as JSON.
    pub fn decision_url(&self, diagram: &Diagram) -> UrlPath {
        self.url.join(&[&diagram.id.value, ".json"].concat())
    }

    /// Returns the position of the page's main diagram if the page is a decision: the first
    /// decision in it.
    pub fn decision(&self) -> Option<usize> {
        if self.kind() != Kind::Decision {
            return None;
        }
        let is_decision = |diagram: &Option<Diagram>| {
            diagram.as_ref().is_some_and(|d| d.data.as_decision().is_some())
        };
        self.document.diagrams.iter().position(is_decision)
    }

    /// Returns the day on which the page first appeared or the release was made.
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

    /// Returns whether the page is pinned to the top of its list.
    pub fn is_pinned(&self) -> bool {
        matches!(self.shared(), KindFields::Guide(guide) if guide.pinned)
    }

    /// Returns the reading time of the body in minutes, at least one.
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

    /// Returns the number by which pages are ordered in a list.
    pub fn order(&self) -> Option<i64> {
        self.shared().order()
    }
}

/// The pages that a page's front matter refers to, in the page's own language.
#[derive(Debug, Default)]
pub struct References {
    pub related: Vec<PageId>,
    pub audience: Vec<PageId>,
    /// The page to continue with at the end.
    pub next: Option<PageId>,
    /// The reading path of a profile, or the guides of a ranking's items; in order.
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
    /// An anchor on the same page.
    Anchor(Box<str>),
    Asset(AssetId),
    /// A file or page of this site by its address, followed by the query and the fragment.
    Local(UrlPath, Box<str>),
    /// Another site, or an address like `mailto:`.
    External(Box<str>),
}

/// A file beside the pages, published under a name that contains its hash.
#[derive(Clone, Debug)]
pub struct Asset {
    pub source: SourceId,
    pub path: SourcePath,
    pub url: UrlPath,
    /// The dimensions of an image in CSS pixels.
    pub dimensions: Option<Dimensions>,
    /// The reason why an image has no dimensions.
    pub damage: Option<Damage>,
    /// The reason why it is not published: browsers or servers would run it.
    pub refused: Option<Box<Diagnostic>>,
    /// The number of bytes.
    pub length: usize,
}

/// The reason why the size of an image is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// The bytes do not have the format of the file's extension, or are cut off.
    Unreadable,
    /// An SVG that has no size.
    NoSize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimensions {
    pub width: u32,
    pub height: u32,
}

/// An old address, and the page that it redirects to.
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
    /// A diagram as a standalone file: the page, and the position of the diagram.
    Diagram(PageId, u32),
    /// A decision as JSON: the page, and the position of the diagram.
    Decision(PageId, u32),
    /// A file beside a page.
    Beside(PageId, PageFile),
    /// A collection as Markdown, by index into the language's collections.
    CollectionMarkdown(Lang, u32),
    /// A file of the theme, by index into [`Theme::files`].
    ThemeFile(u32),
    /// A preview image.
    Preview(PreviewOf),
    /// A file for search engines, feed readers or servers.
    Generated(GeneratedFile),
}

/// A page for readers, which search engines list.
pub enum ReaderPage<'a> {
    /// `/`: where a reader chooses the language.
    Entry,
    /// A generated home page.
    Home(Lang),
    Page(&'a Page),
    Collection(&'a Collection),
}

/// The files in the folder of a page, beside the page itself.
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

    /// Returns the page for readers at `route`; `None` for other files, and for pages that
    /// replace others.
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
            | Route::CollectionMarkdown(..)
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

    /// Returns the state of `page`, a translation; `None` if it is not recorded, and for a page
    /// in its source language.
    pub fn translation_of(&self, page: &Page) -> Option<&Translation> {
        self.translations.get(page.state? as usize)
    }

    pub fn asset(&self, id: AssetId) -> &Asset {
        &self.assets[id.0 as usize]
    }

    /// Returns whether there is something to read in `lang`. For the language in which pages
    /// are written first, that is always so.
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
