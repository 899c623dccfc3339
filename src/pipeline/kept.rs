//! What one run of the stages leaves for the next: a preview prepares the site
//! again at every edit, and only what the edit touched is read again.
//!
//! Files are told apart by the allocation that holds them (see [`Sources`]): the
//! same allocation means the same bytes, and no byte is compared.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{Options, Prepared, Prints, SETTINGS_FILE, catalogs, review, settings, texts};
use crate::{
    code::Highlighter,
    diag::{Code, Diagnostic, Diagnostics},
    ledger,
    model::{Asset, Document, Lang, PerLang, Settings, SourceId, Span, Theme},
    parse::{self, Parsed},
    render::{self, TemplateFiles, Templates},
    resolve::{self, LedgerFile},
    source::{Source, Sources},
    words::Catalogs,
};

/// The results of the last run. Empty at first.
#[derive(Default)]
pub struct Kept {
    /// By source id.
    files: Vec<Option<Read>>,
    frame: Option<(FrameKey, Frame)>,
    links: resolve::Kept,
    reviews: review::Kept,
    highlighter: Arc<Highlighter>,
}

/// One file below `content/`, read.
struct Read {
    source: Arc<Source>,
    /// The page's source language, by which it was read.
    language: Lang,
    /// The one that it says itself.
    declared: Option<Lang>,
    /// Whether its fingerprints were taken.
    printed: bool,
    parsed: Parsed,
    found: Diagnostics,
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
    base_url: Option<(String, String)>,
}

impl Kept {
    /// Parses and resolves everything, as [`super::prepare`] does, and remembers it.
    pub fn prepare(&mut self, sources: &Sources, options: &Options) -> (Prepared, Diagnostics) {
        let Frame { settings, theme, catalogs, mut templates, found } =
            self.frame(sources, options);
        let mut diagnostics = found;
        let language = settings.source_language;
        let content = self.content(sources, language, options.prints, &mut diagnostics);
        let Content { documents, assets, ledgers } = content;
        let drafts = options.drafts;
        let input = resolve::Input { settings, documents, assets, ledgers, theme, drafts };
        let (mut site, found) = resolve::site(input, &mut self.links);
        diagnostics.append(found);
        diagnostics.append(resolve::named_as(&site, &render::list_titles(&site, &catalogs)));
        review::count_words(&mut site.translations, sources, &mut self.reviews);
        diagnostics.append(review::structure(&site, sources, &mut self.reviews));
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

    fn frame(&mut self, sources: &Sources, options: &Options) -> Frame {
        let key = FrameKey::new(sources, options);
        match &self.frame {
            Some((known, frame)) if *known == key => frame.clone(),
            _ => {
                let frame = Frame::read(sources, options);
                self.frame = Some((key, frame.clone()));
                frame
            }
        }
    }

    /// Every file below `content/`; what changed is parsed, in parallel.
    pub(super) fn content(
        &mut self,
        sources: &Sources,
        language: Lang,
        prints: Prints,
        diagnostics: &mut Diagnostics,
    ) -> Content {
        let of_content =
            |(_, source): &(SourceId, &Source)| source.path.as_str().starts_with("content/");
        let files: Vec<(SourceId, &Source)> = sources.iter().filter(of_content).collect();
        let declared = self.declared_languages(sources, &files);
        let language = |source: &Source| {
            let declared = page_of(source, "md").and_then(|page| declared.get(page));
            declared.copied().unwrap_or(language)
        };
        self.read(sources, &files, language, prints);
        let mut content = Content::default();
        for (id, _) in files {
            let Some(Some(read)) = self.files.get(id.0 as usize) else { continue };
            diagnostics.extend(read.found.iter().cloned());
            match &read.parsed {
                Parsed::Page(document) => content.documents.push(document.clone()),
                Parsed::Asset(asset) => content.assets.push(asset.clone()),
                Parsed::Ledger(place, ledger) => {
                    let (place, ledger) = (place.clone(), ledger.clone());
                    content.ledgers.push(LedgerFile { source: id, place, ledger });
                }
                Parsed::Nothing => {}
            }
        }
        content
    }

    /// The source language of each page that says one, whichever of its files does.
    fn declared_languages<'s>(
        &self,
        sources: &Sources,
        files: &[(SourceId, &'s Source)],
    ) -> FxHashMap<&'s str, Lang> {
        let declared = files.par_iter().filter_map(|(id, source)| {
            let read = self.files.get(id.0 as usize).and_then(Option::as_ref);
            let declared = match read {
                Some(read) if Arc::ptr_eq(&read.source, sources.shared(*id)) => read.declared,
                _ => parse::declared_language(&source.bytes),
            };
            Some((page_of(source, "md")?, declared?))
        });
        declared.collect::<Vec<_>>().into_iter().rev().collect()
    }

    fn read(
        &mut self,
        sources: &Sources,
        files: &[(SourceId, &Source)],
        language: impl Fn(&Source) -> Lang + Sync,
        prints: Prints,
    ) {
        let recorded: FxHashSet<&str> =
            files.iter().filter_map(|(_, source)| page_of(source, ledger::EXTENSION)).collect();
        let is_wanted = |source: &Source| match prints {
            Prints::All => true,
            Prints::Recorded if recorded.is_empty() => false,
            Prints::Recorded => page_of(source, "md").is_some_and(|page| recorded.contains(page)),
        };
        let is_known = |(id, source): &&(SourceId, &Source)| {
            let read = self.files.get(id.0 as usize).and_then(Option::as_ref);
            read.is_some_and(|read| {
                Arc::ptr_eq(&read.source, sources.shared(*id))
                    && read.language == language(&read.source)
                    && (read.printed || !is_wanted(source))
            })
        };
        let new: Vec<SourceId> =
            files.iter().filter(|file| !is_known(file)).map(|(id, _)| *id).collect();
        let read: Vec<Read> = new
            .par_iter()
            .map(|id| {
                let source = sources.shared(*id).clone();
                let (printed, language) = (is_wanted(&source), language(&source));
                read_one(*id, source, language, printed)
            })
            .collect();
        let length = files.iter().map(|(id, _)| id.0 as usize + 1).max().unwrap_or(0);
        self.files.resize_with(length.max(self.files.len()), || None);
        for (id, read) in new.into_iter().zip(read) {
            self.files[id.0 as usize] = Some(read);
        }
    }
}

/// What was found below `content/`.
#[derive(Default)]
pub(super) struct Content {
    pub documents: Vec<Arc<Document>>,
    pub assets: Vec<Asset>,
    pub ledgers: Vec<LedgerFile>,
}

fn read_one(id: SourceId, source: Arc<Source>, language: Lang, printed: bool) -> Read {
    let (mut parsed, found) = parse::content_file(id, &source, language);
    if let (Parsed::Page(document), true) = (&mut parsed, printed) {
        parse::fingerprint(Arc::make_mut(document), &source.text());
    }
    let declared = parse::declared_language(&source.bytes);
    Read { source, language, declared, printed, parsed, found }
}

impl Frame {
    fn read(sources: &Sources, options: &Options) -> Frame {
        let mut found = Diagnostics::default();
        texts(sources, &mut found);
        let settings = settings(sources, options, &mut found);
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

/// The page that a file of a language belongs to, as its path without language and
/// `ending`: `content/guides/a` for both versions and for their ledgers.
fn page_of<'a>(source: &'a Source, ending: &str) -> Option<&'a str> {
    let stem = source.path.as_str().strip_suffix(ending)?.strip_suffix('.')?;
    Some(stem.rsplit_once('.')?.0)
}
