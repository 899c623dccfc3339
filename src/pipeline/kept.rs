//! What one run of the stages leaves for the next: a preview prepares the site
//! again at every edit, and only what the edit touched is read again.
//!
//! Files are told apart by the allocation that holds them (see [`Sources`]): the
//! same allocation means the same bytes, and no byte is compared.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Options, Prepared, SETTINGS_FILE, catalogs, settings, texts};
use crate::{
    code::Highlighter,
    diag::Diagnostics,
    model::{Asset, Document, Lang, Settings, SourceId, Theme},
    parse::{self, Parsed},
    render::{self, TemplateFiles, Templates},
    resolve,
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
    highlighter: Arc<Highlighter>,
}

/// One file below `content/`, read.
struct Read {
    source: Arc<Source>,
    /// The guide's source language, by which it was read.
    language: Lang,
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
        let (documents, assets) = self.content(sources, settings.source_language, &mut diagnostics);
        let input = resolve::Input { settings, documents, assets, theme, drafts: options.drafts };
        let (site, found) = resolve::site(input, &mut self.links);
        diagnostics.append(found);
        render::share(&mut templates, &site, &catalogs);
        let highlighter = self.highlighter.clone();
        (Prepared { site, catalogs, templates, highlighter }, diagnostics)
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
    fn content(
        &mut self,
        sources: &Sources,
        language: Lang,
        diagnostics: &mut Diagnostics,
    ) -> (Vec<Arc<Document>>, Vec<Asset>) {
        let files: Vec<SourceId> = sources
            .iter()
            .filter(|(_, source)| source.path.as_str().starts_with("content/"))
            .map(|(id, _)| id)
            .collect();
        self.read(sources, &files, language);
        let (mut documents, mut assets) = (Vec::new(), Vec::new());
        for id in files {
            let Some(Some(read)) = self.files.get(id.0 as usize) else { continue };
            diagnostics.append(read.found.clone());
            match &read.parsed {
                Parsed::Page(document) => documents.push(document.clone()),
                Parsed::Asset(asset) => assets.push(asset.clone()),
                Parsed::Nothing => {}
            }
        }
        (documents, assets)
    }

    fn read(&mut self, sources: &Sources, files: &[SourceId], language: Lang) {
        let known = |id: &SourceId| {
            let read = self.files.get(id.0 as usize).and_then(Option::as_ref);
            read.is_some_and(|r| {
                r.language == language && Arc::ptr_eq(&r.source, sources.shared(*id))
            })
        };
        let new: Vec<SourceId> = files.iter().filter(|id| !known(id)).copied().collect();
        let read: Vec<Read> = new
            .par_iter()
            .map(|id| {
                let source = sources.shared(*id).clone();
                let (parsed, found) = parse::content_file(*id, &source, language);
                Read { source, language, parsed, found }
            })
            .collect();
        let length = files.iter().map(|id| id.0 as usize + 1).max().unwrap_or(0);
        self.files.resize_with(length.max(self.files.len()), || None);
        for (id, read) in new.into_iter().zip(read) {
            self.files[id.0 as usize] = Some(read);
        }
    }
}

impl Frame {
    fn read(sources: &Sources, options: &Options) -> Frame {
        let mut found = Diagnostics::default();
        texts(sources, &mut found);
        let settings = settings(sources, options, &mut found);
        let theme = parse::theme(sources, &settings);
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
