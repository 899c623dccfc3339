//! The run of all stages up to a site that can be rendered.
//!
//! A preview prepares the site again at every edit. Each stage has a cache of its results:
//! those of a file are computed again only after the file has changed.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{
    PrepareOptions, PreparedSite, SETTINGS_FILE, catalogs,
    content::{self, Content, ContentCache, ContentRules},
    report_unreadable,
    review::{self, WordCountCache},
    settings, unused,
    wording::{self, WordingCache},
};
use crate::{
    cache::{ByValue, Cache},
    diag::{Code, Diagnostic, Diagnostics},
    highlight::{self, Highlighter},
    i18n::Catalogs,
    model::{CodeShape, PerLang, Settings, SiteAddress, SourceId, Span, Theme},
    parse,
    render::{self, Templates},
    resolve::{self, ResolveCache, StructureCache},
    source::{Source, Sources},
    theme,
};

/// Prepares a site again and again; the result is that of [`super::prepare()`]. New and
/// empty at first.
#[derive(Default)]
pub struct SitePreparer {
    setups: Cache<(Vec<Arc<Source>>, Option<SiteAddress>), SiteSetup>,
    content: ContentCache,
    resolved: ResolveCache,
    words: WordCountCache,
    structures: StructureCache,
    wording: WordingCache,
    highlighter: Arc<Highlighter>,
}

/// The parts of a site that do not depend on a page: settings and theme.
#[derive(Clone)]
struct SiteSetup {
    settings: Arc<Settings>,
    theme: Arc<Theme>,
    catalogs: Catalogs,
    templates: Templates,
    found: Diagnostics,
}

impl SitePreparer {
    /// Parses and resolves everything.
    pub fn prepare(
        &mut self,
        sources: &Sources,
        options: &PrepareOptions,
    ) -> (PreparedSite, Diagnostics) {
        let (setup, content, found) = self.read(sources, options);
        let SiteSetup { settings, theme, catalogs, mut templates, found: mut diagnostics } = setup;
        diagnostics.drop_consequences();
        diagnostics.append(found);
        let drafts = options.drafts;
        let left_out = if drafts { FxHashSet::default() } else { content.drafts() };
        let Content { documents, assets, ledgers } = content;
        let input = resolve::Input { settings, documents, assets, ledgers, theme, drafts };
        let (mut site, found) = resolve::site(input, &mut self.resolved);
        diagnostics.append(found);
        diagnostics.append(resolve::named_as(&site, &render::list_titles(&site, &catalogs)));
        review::count_words(&mut site.translations, sources, &mut self.words);
        let code = |theirs: &CodeShape, ours: &CodeShape| has_same_code(sources, theirs, ours);
        diagnostics.append(resolve::structure(&site, &code, &mut self.structures));
        diagnostics.append(wording::check(&site, sources, &mut self.wording));
        // Where there are errors, they may be the reason.
        if site.pages.is_empty() && diagnostics.counts().0 == 0 {
            let settings = sources.find(SETTINGS_FILE).unwrap_or(SourceId(0));
            diagnostics.push(Diagnostic::new(Code::NoPages, Span::new(settings, 0..0)));
        }
        diagnostics.apply(&site.settings.levels);
        diagnostics.drop_unfinished(&left_out);
        render::share(&mut templates, &site, &catalogs);
        let highlighter = self.highlighter.clone();
        let site_previews = PerLang::default();
        let mut prepared = PreparedSite { site, catalogs, templates, highlighter, site_previews };
        prepared.site_previews = render::site_previews(&prepared.context(sources));
        (prepared, diagnostics)
    }

    /// Reads the setup and the content, side by side where both have changed.
    fn read(
        &mut self,
        sources: &Sources,
        options: &PrepareOptions,
    ) -> (SiteSetup, Content, Diagnostics) {
        let (mut of_settings, mut of_content) = (Diagnostics::default(), Diagnostics::default());
        let settings = settings(sources, options, &mut of_settings);
        let rules = ContentRules::new(&settings, options.fingerprints);
        let input = (setup_files(sources), ByValue(options.base_url.clone()));
        let (setup, content) = rayon::join(
            || self.setups.get(&input, || SiteSetup::read(sources, settings, of_settings)).clone(),
            || content::read(sources, &rules, &mut self.content, &mut of_content),
        );
        (setup, content, of_content)
    }
}

/// Returns whether two blocks are the same but for their words, if that can be told.
fn has_same_code(sources: &Sources, theirs: &CodeShape, ours: &CodeShape) -> Option<bool> {
    let (code, translation) = (code_text(sources, theirs)?, code_text(sources, ours)?);
    highlight::differ_in_words_only(&theirs.language, &code, &translation)
}

/// Returns the lines of a block of code as they are written.
fn code_text(sources: &Sources, code: &CodeShape) -> Option<String> {
    let file = std::str::from_utf8(&sources.get(code.span.source).bytes).ok()?;
    let mut lines = String::new();
    for line in parse::code_lines(file.get(code.span.range())?) {
        lines.push_str(line);
        lines.push('\n');
    }
    Some(lines)
}

/// Returns all files that a [`SiteSetup`] is made from.
fn setup_files(sources: &Sources) -> Vec<&Arc<Source>> {
    let is_of_setup = |path: &str| {
        path == SETTINGS_FILE || path.starts_with("templates/") || path.starts_with("static/")
    };
    let files = sources.iter().filter(|(_, source)| is_of_setup(source.path.as_str()));
    files.map(|(id, _)| sources.shared(id)).collect()
}

impl SiteSetup {
    /// Reads the site that the settings describe. `of_settings` holds the problems of the
    /// settings.
    fn read(sources: &Sources, settings: Settings, of_settings: Diagnostics) -> SiteSetup {
        let mut found = Diagnostics::default();
        report_unreadable(sources, &mut found);
        found.append(of_settings);
        let theme = theme::theme(sources, &settings, &mut found);
        let catalogs = catalogs(&theme, &settings, sources, &mut found);
        let templates = Templates::read(&theme, &catalogs, &settings, &mut found);
        unused::report(sources, &settings, &mut found);
        let (settings, theme) = (Arc::new(settings), Arc::new(theme));
        SiteSetup { settings, theme, catalogs, templates, found }
    }
}
