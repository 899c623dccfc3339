//! Reads and parses the files below `content/`.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::FingerprintScope;
use crate::{
    cache::{ByValue, Cache},
    diag::Diagnostics,
    ledger,
    model::{Asset, Document, Kind, Lang, Settings, SourceId},
    parse::{self, Parsed},
    resolve::LedgerFile,
    source::{Source, Sources},
};

type FileKey = (Arc<Source>, Lang, Arc<[Kind]>, bool);

/// The files that [`read`] parsed in earlier runs. Empty at first.
#[derive(Default)]
pub(super) struct ContentCache {
    /// The source language that each file declares.
    declared: Cache<Arc<Source>, Option<Lang>>,
    /// Parsed files, by the file, the source language of its page, the kinds of pages, and
    /// whether fingerprints are computed.
    files: Cache<FileKey, ParsedFile>,
    kinds: Cache<Vec<Kind>, Arc<[Kind]>>,
}

/// The inputs of parsing besides the bytes of a file.
pub(super) struct ContentRules {
    /// The source language of pages that do not declare one.
    language: Lang,
    kinds: Vec<Kind>,
    fingerprints: FingerprintScope,
}

impl ContentRules {
    pub(super) fn new(settings: &Settings, fingerprints: FingerprintScope) -> ContentRules {
        let kinds = settings.kinds().collect();
        ContentRules { language: settings.source_language, kinds, fingerprints }
    }
}

/// A parsed file below `content/`.
struct ParsedFile {
    parsed: Parsed,
    problems: Diagnostics,
}

/// The parsed files below `content/`.
#[derive(Default)]
pub(super) struct Content {
    pub documents: Vec<Arc<Document>>,
    pub assets: Vec<Asset>,
    pub ledgers: Vec<LedgerFile>,
}

/// Reads every file below `content/`.
pub(super) fn read(
    sources: &Sources,
    rules: &ContentRules,
    cache: &mut ContentCache,
    diagnostics: &mut Diagnostics,
) -> Content {
    let of_content =
        |(_, source): &(SourceId, &Source)| source.path.as_str().starts_with("content/");
    let ids: Vec<SourceId> = sources.iter().filter(of_content).map(|(id, _)| id).collect();
    let files: Vec<&Arc<Source>> = ids.iter().map(|id| sources.shared(*id)).collect();
    let declared = declared_languages(&files, &mut cache.declared);
    let recorded = recorded_pages(&files);
    let kinds = ByValue(rules.kinds.clone());
    let kinds = cache.kinds.get(&kinds, || rules.kinds.as_slice().into());
    let inputs: Vec<_> = files
        .iter()
        .map(|file| {
            let page = page_of(file, "md");
            let declared = page.and_then(|page| declared.get(page)).copied();
            let is_recorded = page.is_some_and(|page| recorded.contains(page));
            let is_fingerprinted = rules.fingerprints == FingerprintScope::All || is_recorded;
            (*file, ByValue(declared.unwrap_or(rules.language)), kinds, ByValue(is_fingerprinted))
        })
        .collect();
    let parsed = cache.files.map(&inputs, |at| {
        let (file, ByValue(language), kinds, ByValue(is_fingerprinted)) = inputs[at];
        ParsedFile::new(ids[at], file, (language, kinds), is_fingerprinted)
    });
    let mut content = Content::default();
    for (id, file) in ids.iter().zip(parsed) {
        diagnostics.append(file.problems.clone());
        content.add(*id, &file.parsed);
    }
    content
}

/// Returns the source language of each page that declares one, in either of its files.
fn declared_languages<'s>(
    files: &[&'s Arc<Source>],
    cache: &mut Cache<Arc<Source>, Option<Lang>>,
) -> FxHashMap<&'s str, Lang> {
    let declared = cache.map(files, |at| parse::declared_language(&files[at].bytes));
    let declared = files.iter().zip(declared).rev();
    declared.filter_map(|(file, lang)| Some((page_of(file, "md")?, (*lang)?))).collect()
}

/// Returns the pages that have a ledger.
fn recorded_pages<'s>(files: &[&'s Arc<Source>]) -> FxHashSet<&'s str> {
    files.iter().filter_map(|file| page_of(file, ledger::EXTENSION)).collect()
}

/// Returns the page that a file belongs to, as its path without language and `ending`:
/// `content/guides/a` for both versions and for their ledgers.
fn page_of<'a>(source: &'a Source, ending: &str) -> Option<&'a str> {
    let stem = source.path.as_str().strip_suffix(ending)?.strip_suffix('.')?;
    Some(stem.rsplit_once('.')?.0)
}

impl ParsedFile {
    fn new(
        id: SourceId,
        source: &Source,
        (language, kinds): (Lang, &[Kind]),
        is_fingerprinted: bool,
    ) -> ParsedFile {
        let (mut parsed, problems) = parse::content_file(id, source, language, kinds);
        if let (Parsed::Page(document), true) = (&mut parsed, is_fingerprinted) {
            parse::fingerprint(Arc::make_mut(document), &source.text());
        }
        ParsedFile { parsed, problems }
    }
}

impl Content {
    /// Returns the files of drafts and of their translations.
    pub(super) fn drafts(&self) -> FxHashSet<SourceId> {
        let name = |document: &Document| (document.place.kind, document.place.slug.clone());
        let drafts = self.documents.iter().filter(|document| document.front.draft);
        let originals = drafts.clone().filter(|document| document.is_original());
        let names: FxHashSet<_> = originals.map(|document| name(document)).collect();
        let translations = self.documents.iter().filter(|_| !names.is_empty());
        let translations = translations.filter(|document| names.contains(&name(document)));
        drafts.chain(translations).map(|document| document.source).collect()
    }

    fn add(&mut self, source: SourceId, parsed: &Parsed) {
        match parsed {
            Parsed::Page(document) => self.documents.push(document.clone()),
            Parsed::Asset(asset) => self.assets.push(asset.clone()),
            Parsed::Ledger(place, ledger) => {
                let (place, ledger) = (place.clone(), ledger.clone());
                self.ledgers.push(LedgerFile { source, place, ledger });
            }
            Parsed::Nothing => {}
        }
    }
}
