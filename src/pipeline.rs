//! Runs the stages from sources to outputs. The only module that uses all of them.

mod accept;
mod content;
mod ids;
mod prepare;
mod rename;
mod review;
mod unused;
mod wording;

pub use accept::{
    AcceptRefusal, AcceptRequest, Accepted, Selection, accept, can_be_recorded, command,
};
pub use ids::{OldIds, PinnedIds, pin_ids};
pub use prepare::SitePreparer;
pub use rename::{FileChange, Rename, RenameRefusal, rename};
pub use review::{ReviewedSection, SectionText, review};

pub use crate::search::SearchFile;
pub use crate::{
    render::{BodySection, RenderedBody, file_declarations},
    resolve::{MissingPages, PreviousBuild},
};

use std::{
    borrow::Cow,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use jiff::civil::Date;

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Level},
    highlight::Highlighter,
    i18n::{self, Catalogs, SourceText},
    model::{
        GeneratedFile, Lang, PageId, PageState, PerLang, PreviewImages, Route, Settings, Site,
        SiteAddress, SourceId, Theme, Translation,
    },
    parse,
    render::{self, Context, Templates, server_config::Header},
    resolve,
    search::{self, PageTexts},
    source::Sources,
};

/// The path of the settings file below the root.
pub const SETTINGS_FILE: &str = "guide.toml";

/// The path below the root of the file that is there while many source files change at once, so
/// that a preview waits.
pub const CHANGING_FILE: &str = ".giljabi-changing";

/// The settings that a command line may override.
#[derive(Clone, Debug, Default)]
pub struct PrepareOptions {
    /// Overrides the one in the settings.
    pub base_url: Option<SiteAddress>,
    /// Includes drafts in the site.
    pub drafts: bool,
    pub fingerprints: FingerprintScope,
    /// Rules that are off for this run.
    pub allowed: Vec<Code>,
}

/// The pages whose sections get fingerprints. That costs a second pass over every word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FingerprintScope {
    /// Pages whose translation has a ledger: readers are shown the state of no others.
    #[default]
    Recorded,
    /// All pages, so that sections without a record are found too.
    All,
}

/// A site ready to be rendered, route by route.
pub struct PreparedSite {
    pub site: Site,
    catalogs: Catalogs,
    templates: Templates,
    highlighter: Arc<Highlighter>,
    site_previews: PerLang<Option<String>>,
}

/// Parses and resolves everything. It always returns a site, so that all problems are reported
/// at once; the site may be published only if none of them is an error.
pub fn prepare(sources: &Sources, options: &PrepareOptions) -> (PreparedSite, Diagnostics) {
    SitePreparer::default().prepare(sources, options)
}

/// Reports settings, templates and catalogs that are not UTF-8; pages are checked
/// when they are parsed.
fn report_unreadable(sources: &Sources, diagnostics: &mut Diagnostics) {
    let settings = sources.find(SETTINGS_FILE).map(|id| (id, sources.get(id)));
    for (id, source) in settings.into_iter().chain(sources.below("templates/")) {
        let path = source.path.as_str();
        let is_text = path == SETTINGS_FILE || path.ends_with(".html") || path.ends_with(".ftl");
        if let (true, Err(problem)) = (is_text, parse::text(id, &source.bytes)) {
            diagnostics.push(*problem);
        }
    }
}

/// Returns the settings of the guide.
pub fn settings(
    sources: &Sources,
    options: &PrepareOptions,
    diagnostics: &mut Diagnostics,
) -> Settings {
    let (id, text) = match sources.find(SETTINGS_FILE) {
        Some(id) => (id, String::from_utf8_lossy(&sources.get(id).bytes)),
        None => (SourceId(0), Cow::Borrowed("")),
    };
    let mut settings = parse::settings(id, &text, diagnostics);
    if let Some(base_url) = options.base_url.clone() {
        settings.base_url = base_url;
    }
    if options.drafts {
        // Drafts are shown even where parts are still to be written.
        settings.levels.set(Code::ToBeWritten, Level::Warning);
    }
    options.allowed.iter().for_each(|code| settings.levels.set(*code, Level::Off));
    settings
}

fn catalogs(
    theme: &Theme,
    settings: &Settings,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Catalogs {
    let plain = PerLang::from_fn(|lang| {
        let mut plain = |id: &SourceId| {
            let text = std::str::from_utf8(&sources.get(*id).bytes).ok()?;
            Some((*id, i18n::plain_catalog(*id, text, diagnostics)))
        };
        theme.catalogs.get(lang).iter().filter_map(&mut plain).collect::<Vec<_>>()
    });
    let texts = PerLang::from_fn(|lang| {
        let texts = plain.get(lang).iter();
        texts.map(|(id, text)| SourceText { id: *id, text }).collect()
    });
    Catalogs::read(&texts, &settings.words(), diagnostics)
}

/// Returns the state of every translation in `sources`, even if the site cannot be built
/// because of other problems, which are reported.
pub fn translations(sources: &Sources) -> (Vec<Translation>, Diagnostics) {
    states_of_translations(sources, false)
}

/// Returns the same as [`translations`], including the pages whose source is a draft.
pub fn translations_with_drafts(sources: &Sources) -> (Vec<Translation>, Diagnostics) {
    states_of_translations(sources, true)
}

fn states_of_translations(sources: &Sources, with_drafts: bool) -> (Vec<Translation>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let settings = settings(sources, &PrepareOptions::default(), &mut diagnostics);
    let rules = content::ContentRules::new(&settings, FingerprintScope::All);
    let mut cache = content::ContentCache::default();
    let content = content::read(sources, &rules, &mut cache, &mut diagnostics);
    let drafts = content.drafts();
    let mut all =
        resolve::translations(content.documents, content.ledgers, with_drafts, &mut diagnostics);
    for missing in all.iter_mut().filter(|it| it.state == PageState::Missing) {
        // A translation whose marks keep it from being published has no document.
        if sources.find(&missing.place.file()).is_some() {
            missing.state = PageState::Begun;
        }
    }
    review::count_words(&mut all, sources, &mut review::WordCountCache::default());
    diagnostics.append(review::damaged_texts(&all, sources));
    diagnostics.set_levels(&settings.levels);
    diagnostics.drop_unfinished(&drafts);
    diagnostics.drop_waiting();
    (all, diagnostics)
}

impl PreparedSite {
    /// Returns the bytes of one output.
    pub fn render<'a>(
        &'a self,
        sources: &'a Sources,
        route: Route,
    ) -> Result<Bytes, Box<Diagnostic>> {
        render::render(&self.context(sources), route)
    }

    /// Renders the body of a page by itself, with `id_prefix` before every id in it.
    pub fn body(
        &self,
        sources: &Sources,
        page: PageId,
        id_prefix: &str,
    ) -> Result<RenderedBody, Box<Diagnostic>> {
        render::body(self.context(sources), self.site.page(page), id_prefix)
    }

    fn context<'a>(&'a self, sources: &'a Sources) -> Context<'a> {
        Context {
            site: &self.site,
            sources,
            catalogs: &self.catalogs,
            templates: &self.templates,
            highlighter: &self.highlighter,
            medium: render::Medium::Page,
            id_prefix: "",
            site_previews: &self.site_previews,
        }
    }

    /// Returns whether pages can be rendered at all: every template parses.
    pub fn is_usable(&self) -> bool {
        self.templates.usable
    }

    /// Returns a hash of everything that the bytes of a costly output depend on; `None` for
    /// outputs that are cheap to make.
    pub fn key(&self, sources: &Sources, route: Route) -> Option<String> {
        render::key(&self.context(sources), route)
    }

    /// Returns the pages that were published before and have neither a page nor a redirect now.
    pub fn missing_pages(&self, sources: &Sources, earlier: &PreviousBuild) -> MissingPages {
        let settings = sources.find(SETTINGS_FILE).unwrap_or(SourceId(0));
        let mut missing = resolve::find_missing_pages(&self.site, earlier, settings);
        missing.diagnostics.set_levels(&self.site.settings.levels);
        if self.site.settings.levels.level(Code::PageGone) == Level::Off {
            missing.lost.clear();
        }
        missing
    }

    /// Returns the number of pages up to which each gets a preview image of its own, if the
    /// settings say nothing and the site has more pages than that.
    pub fn too_many_to_draw(&self) -> Option<usize> {
        let undecided = self.site.settings.preview_images.is_none();
        let shared = self.site.preview_images == PreviewImages::Site;
        (undecided && shared).then_some(resolve::MOST_DRAWN)
    }

    /// Returns a warning for each page whose next review was due before `today`. The site
    /// itself does not depend on the date.
    pub fn overdue_reviews(&self, today: Date) -> Diagnostics {
        resolve::overdue_reviews(&self.site.pages, today)
    }

    /// Makes the files of the search index, if the site has one, and hands each to `emit`.
    pub fn search_index<E: Send>(
        &self,
        sources: &Sources,
        emit: &(impl Fn(SearchFile) -> Result<(), E> + Sync),
    ) -> Result<(), E> {
        let settings = &self.site.settings;
        let glossary = &self.site.glossary;
        let texts = PageTexts { catalogs: &self.catalogs, settings, glossary, sources };
        for lang in Lang::ALL.into_iter().filter(|_| settings.search.enabled) {
            search::build(lang, &search::pages(&self.site, lang), &texts, emit)?;
        }
        Ok(())
    }

    /// Returns the files of the search index.
    pub fn search_files(&self, sources: &Sources) -> Vec<SearchFile> {
        let files = Mutex::new(Vec::new());
        let Ok(()) = self.search_index::<Infallible>(sources, &|file| {
            files.lock().unwrap_or_else(PoisonError::into_inner).push(file);
            Ok(())
        });
        files.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the headers that a server sends with the file at `path`, a decoded address below
    /// the site's base.
    pub fn headers_for(&self, path: &str) -> Vec<Header> {
        render::server_config::headers_for(&self.site, path)
    }

    /// Returns the site's headers and redirects as a snippet for nginx.
    pub fn nginx(&self) -> String {
        render::server_config::nginx(&self.site)
    }

    /// Renders one page with each template, to find errors of templates that parse.
    pub fn try_templates(&self, sources: &Sources) -> Diagnostics {
        let mut diagnostics = Diagnostics::default();
        if !self.templates.usable {
            return diagnostics;
        }
        let mut tried = Vec::new();
        for (_, route) in self.site.routes.iter() {
            let template = self.template_of(*route);
            if template.is_some() && !tried.contains(&template) {
                tried.push(template);
                if let Err(problem) = render::try_out(&self.context(sources), *route) {
                    diagnostics.push(*problem);
                }
            }
        }
        diagnostics
    }

    /// Returns a value that is equal for routes that are rendered with the same template.
    fn template_of(&self, route: Route) -> Option<(u8, Option<crate::model::Kind>)> {
        match route {
            Route::Page(id) => {
                let page = self.site.page(id);
                // A page without its facts has been reported.
                let is_rendered = page.original.is_original() && page.document.refused.is_none();
                is_rendered.then(|| (0, Some(page.kind())))
            }
            Route::Home(_) => Some((1, None)),
            Route::Collection(..) => Some((2, None)),
            Route::Entry => Some((3, None)),
            Route::NotFound => Some((4, None)),
            Route::Search(_) => Some((6, None)),
            Route::Redirect(_) => Some((5, None)),
            Route::Generated(GeneratedFile::Icon(_)) => Some((7, None)),
            Route::Asset(_) | Route::Diagram(..) | Route::Decision(..) | Route::Beside(..) => None,
            Route::CollectionMarkdown(..)
            | Route::ThemeFile(_)
            | Route::Preview(_)
            | Route::Generated(_) => None,
        }
    }
}
