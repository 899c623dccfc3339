//! The files below `content/`, read: each once, and again after it was edited.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Prints;
use crate::{
    diag::Diagnostics,
    ledger,
    model::{Asset, Document, Kind, Lang, Settings, SourceId},
    parse::{self, Parsed},
    resolve::LedgerFile,
    source::{Source, Sources},
};

/// What was read so far. Empty at first.
#[derive(Default)]
pub(super) struct ContentFiles {
    /// By source id.
    files: Vec<Option<Read>>,
    /// The kinds of pages by which they were read.
    kinds: Vec<Kind>,
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

impl ContentFiles {
    /// Every file below `content/`; what changed is parsed, in parallel.
    pub fn content(
        &mut self,
        sources: &Sources,
        settings: &Settings,
        prints: Prints,
        diagnostics: &mut Diagnostics,
    ) -> Content {
        let kinds: Vec<Kind> = settings.kinds().collect();
        if self.kinds != kinds {
            *self = ContentFiles { kinds, ..ContentFiles::default() };
        }
        let of_content =
            |(_, source): &(SourceId, &Source)| source.path.as_str().starts_with("content/");
        let files: Vec<(SourceId, &Source)> = sources.iter().filter(of_content).collect();
        let declared = self.declared_languages(sources, &files);
        let language = |source: &Source| {
            let declared = page_of(source, "md").and_then(|page| declared.get(page));
            declared.copied().unwrap_or(settings.source_language)
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
        let kinds = &self.kinds;
        let new: Vec<SourceId> =
            files.iter().filter(|file| !is_known(file)).map(|(id, _)| *id).collect();
        let read: Vec<Read> = new
            .par_iter()
            .map(|id| {
                let source = sources.shared(*id).clone();
                let (printed, language) = (is_wanted(&source), language(&source));
                read_one(*id, source, language, kinds, printed)
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

fn read_one(
    id: SourceId,
    source: Arc<Source>,
    language: Lang,
    kinds: &[Kind],
    printed: bool,
) -> Read {
    let (mut parsed, found) = parse::content_file(id, &source, language, kinds);
    if let (Parsed::Page(document), true) = (&mut parsed, printed) {
        parse::fingerprint(Arc::make_mut(document), &source.text());
    }
    let declared = parse::declared_language(&source.bytes);
    Read { source, language, declared, printed, parsed, found }
}

/// The page that a file of a language belongs to, as its path without language and
/// `ending`: `content/guides/a` for both versions and for their ledgers.
fn page_of<'a>(source: &'a Source, ending: &str) -> Option<&'a str> {
    let stem = source.path.as_str().strip_suffix(ending)?.strip_suffix('.')?;
    Some(stem.rsplit_once('.')?.0)
}
