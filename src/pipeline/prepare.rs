//! Runs all stages up to a site that can be rendered.
//!
//! A preview prepares the site again after every edit. Each stage has a cache of its results,
//! so that only those of changed files are computed again.

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

/// Prepares a site repeatedly; the result is the same as that of [`super::prepare()`]. It
/// remembers nothing at first.
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

/// The parts of a site that depend on no page: settings and theme.
#[derive(Clone)]
struct SiteSetup {
    settings: Arc<Settings>,
    theme: Arc<Theme>,
    catalogs: Catalogs,
    templates: Templates,
    problems: Diagnostics,
}

impl SitePreparer {
    /// Parses and resolves everything.
    pub fn prepare(
        &mut self,
        sources: &Sources,
        options: &PrepareOptions,
    ) -> (PreparedSite, Diagnostics) {
        let (setup, content, problems) = self.read(sources, options);
        let SiteSetup { settings, theme, catalogs, mut templates, problems: mut diagnostics } =
            setup;
        diagnostics.drop_consequences();
        diagnostics.append(problems);
        report_same_paths(sources, &mut diagnostics);
        let drafts = options.drafts;
        let left_out = if drafts { FxHashSet::default() } else { content.drafts() };
        let Content { documents, assets, ledgers } = content;
        let input = resolve::Input { settings, documents, assets, ledgers, theme, drafts };
        let (mut site, problems) = resolve::site(input, &mut self.resolved);
        diagnostics.append(problems);
        diagnostics.append(resolve::named_as(&site, &render::list_titles(&site, &catalogs)));
        review::count_words(&mut site.translations, sources, &mut self.words);
        let same_code = |theirs: &CodeShape, ours: &CodeShape| has_same_code(sources, theirs, ours);
        let text = |span: Span| sources.text_at(span);
        let written = resolve::Written { same_code: &same_code, text: &text };
        diagnostics.append(resolve::structure(&site, &written, &mut self.structures));
        diagnostics.append(wording::check(&site, sources, &mut self.wording));
        // Other errors may be the cause.
        if site.pages.is_empty() && diagnostics.counts().0 == 0 {
            let settings = sources.find(SETTINGS_FILE).unwrap_or(SourceId(0));
            diagnostics.push(Diagnostic::new(Code::NoPages, Span::new(settings, 0..0)));
        }
        diagnostics.apply(&site.settings.levels);
        diagnostics.drop_consequences_of_unseen();
        diagnostics.drop_unfinished(&left_out);
        if !drafts {
            diagnostics.drop_waiting();
        }
        render::share(&mut templates, &site, &catalogs);
        let highlighter = self.highlighter.clone();
        let site_previews = PerLang::default();
        let mut prepared = PreparedSite { site, catalogs, templates, highlighter, site_previews };
        prepared.site_previews = render::site_previews(&prepared.context(sources));
        (prepared, diagnostics)
    }

    /// Reads the setup and the content, in parallel.
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

/// Reports files whose names differ only in how their letters are stored: only one of them can be
/// found. Pages of the same name are reported with their address.
fn report_same_paths(sources: &Sources, diagnostics: &mut Diagnostics) {
    for (id, other) in sources.same_name_pairs() {
        let path = sources.get(id).path.as_str();
        if !(path.starts_with("content/") && path.ends_with(".md")) {
            let [here, there] = [id, other].map(|id| Span::new(id, 0..0));
            let twice = Diagnostic::new(Code::DuplicateAddress, here).arg("url", path);
            diagnostics.push(twice.also(there));
        }
    }
}

/// Returns whether two blocks of code differ in words only, if that can be determined.
fn has_same_code(sources: &Sources, theirs: &CodeShape, ours: &CodeShape) -> Option<bool> {
    let (code, translation) = (code_text(sources, theirs)?, code_text(sources, ours)?);
    highlight::differ_in_words_only(&theirs.language, &code, &translation)
}

/// Returns the source text of a block of code.
fn code_text(sources: &Sources, code: &CodeShape) -> Option<String> {
    let mut lines = String::new();
    for line in parse::code_lines(sources.text_at(code.span)?) {
        lines.push_str(line);
        lines.push('\n');
    }
    Some(lines)
}

/// Returns all files that a [`SiteSetup`] depends on.
fn setup_files(sources: &Sources) -> Vec<&Arc<Source>> {
    let is_of_setup = |path: &str| {
        path == SETTINGS_FILE || path.starts_with("templates/") || path.starts_with("static/")
    };
    let files = sources.iter().filter(|(_, source)| is_of_setup(source.path.as_str()));
    files.map(|(id, _)| sources.shared(id)).collect()
}

impl SiteSetup {
    /// Reads settings and theme. `of_settings` are the problems of the settings.
    fn read(sources: &Sources, settings: Settings, of_settings: Diagnostics) -> SiteSetup {
        let mut problems = Diagnostics::default();
        report_unreadable(sources, &mut problems);
        problems.append(of_settings);
        let theme = theme::theme(sources, &settings, &mut problems);
        let catalogs = catalogs(&theme, &settings, sources, &mut problems);
        let templates = Templates::read(&theme, &catalogs, &settings, &mut problems);
        unused::report(sources, &settings, &mut problems);
        let (settings, theme) = (Arc::new(settings), Arc::new(theme));
        SiteSetup { settings, theme, catalogs, templates, problems }
    }
}
