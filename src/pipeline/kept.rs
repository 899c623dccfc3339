//! What one run of the stages leaves for the next: a preview prepares the site
//! again at every edit, and only what the edit touched is read again.
//!
//! Files are told apart by the allocation that holds them (see [`Sources`]): the
//! same allocation means the same bytes, and no byte is compared.

use std::sync::Arc;

use super::{
    Options, Prepared, SETTINGS_FILE, catalogs,
    content::{Content, ContentFiles},
    review, settings, texts,
};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    highlight::Highlighter,
    i18n::Catalogs,
    model::{PerLang, Settings, SiteAddress, SourceId, Span, Theme},
    parse,
    render::{self, TemplateFiles, Templates},
    resolve,
    source::{Source, Sources},
};

/// The results of the last run. Empty at first.
#[derive(Default)]
pub struct Kept {
    files: ContentFiles,
    frame: Option<(FrameKey, Frame)>,
    links: resolve::Kept,
    reviews: review::Kept,
    highlighter: Arc<Highlighter>,
}

/// What no page has a part in: settings and theme.
#[derive(Clone)]
struct Frame {
    settings: Settings,
    theme: Arc<Theme>,
    catalogs: Catalogs,
    templates: Templates,
    found: Diagnostics,
}

/// Everything that a [`Frame`] is made from.
struct FrameKey {
    sources: Vec<Arc<Source>>,
    base_url: Option<SiteAddress>,
}

impl Kept {
    /// Parses and resolves everything, as [`super::prepare`] does, and remembers it.
    pub fn prepare(&mut self, sources: &Sources, options: &Options) -> (Prepared, Diagnostics) {
        let (frame, content, found) = self.read(sources, options);
        let Frame { settings, theme, catalogs, mut templates, found: mut diagnostics } = frame;
        diagnostics.drop_consequences();
        diagnostics.append(found);
        let Content { documents, assets, ledgers } = content;
        let drafts = options.drafts;
        let input = resolve::Input { settings, documents, assets, ledgers, theme, drafts };
        let (mut site, found) = resolve::site(input, &mut self.links);
        diagnostics.append(found);
        diagnostics.append(resolve::named_as(&site, &render::list_titles(&site, &catalogs)));
        review::count_words(&mut site.translations, sources, &mut self.reviews);
        diagnostics.append(review::structure(&site, &mut self.reviews));
        // Where something is wrong, that may be why.
        if site.pages.is_empty() && diagnostics.counts().0 == 0 {
            let settings = sources.find(SETTINGS_FILE).unwrap_or(SourceId(0));
            diagnostics.push(Diagnostic::new(Code::NoPages, Span::new(settings, 0..0)));
        }
        render::share(&mut templates, &site, &catalogs);
        let highlighter = self.highlighter.clone();
        let site_previews = PerLang::default();
        let mut prepared = Prepared { site, catalogs, templates, highlighter, site_previews };
        prepared.site_previews = render::site_previews(&prepared.context(sources));
        (prepared, diagnostics)
    }

    /// Reads the frame and the content, side by side where both are new.
    fn read(&mut self, sources: &Sources, options: &Options) -> (Frame, Content, Diagnostics) {
        let files = &mut self.files;
        let mut content = |settings: &Settings| {
            let mut found = Diagnostics::default();
            let content = files.content(sources, settings, options.prints, &mut found);
            (content, found)
        };
        let key = FrameKey::new(sources, options);
        if let Some((_, frame)) = self.frame.as_ref().filter(|(known, _)| *known == key) {
            let (content, found) = content(&frame.settings);
            return (frame.clone(), content, found);
        }
        let mut problems = Diagnostics::default();
        texts(sources, &mut problems);
        let settings = settings(sources, options, &mut problems);
        let (frame, (content, found)) =
            rayon::join(|| Frame::read(sources, settings.clone(), problems), || content(&settings));
        self.frame = Some((key, frame.clone()));
        (frame, content, found)
    }
}

impl Frame {
    /// `found` is what is wrong with the settings.
    fn read(sources: &Sources, settings: Settings, mut found: Diagnostics) -> Frame {
        let theme = parse::theme(sources, &settings, &mut found);
        let files = TemplateFiles::find(sources);
        let catalogs = catalogs(&files, sources, &mut found);
        let templates = Templates::read(&files, sources, &catalogs, &settings, &theme, &mut found);
        Frame { settings, theme: Arc::new(theme), catalogs, templates, found }
    }
}

impl FrameKey {
    fn new(sources: &Sources, options: &Options) -> FrameKey {
        let of_frame = |path: &str| {
            path == SETTINGS_FILE || path.starts_with("templates/") || path.starts_with("static/")
        };
        let sources = sources
            .iter()
            .filter(|(_, source)| of_frame(source.path.as_str()))
            .map(|(id, _)| sources.shared(id).clone())
            .collect();
        FrameKey { sources, base_url: options.base_url.clone() }
    }
}

impl PartialEq for FrameKey {
    fn eq(&self, other: &FrameKey) -> bool {
        let same = |(a, b): (&Arc<Source>, &Arc<Source>)| Arc::ptr_eq(a, b);
        self.base_url == other.base_url
            && self.sources.len() == other.sources.len()
            && self.sources.iter().zip(&other.sources).all(same)
    }
}
