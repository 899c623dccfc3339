//! A translation under review: both texts of each section side by side, and the changes of the
//! source. `giljabi status` prints it, the preview shows it, and `giljabi accept` records it.

use std::{borrow::Cow, collections::HashMap, ops::Range, sync::Arc};

use rayon::prelude::*;

use crate::{
    cache::Cache,
    diag::{Code, Diagnostic, Diagnostics},
    ledger::{self, TextChange},
    model::{Document, Entry, Ledger, Section, SectionPair, SectionState, Span, Translation},
    source::Sources,
};

/// A section in both versions. Sections are in the order of the source; one that only the
/// translation has comes after the section before it there.
#[derive(Debug)]
pub struct ReviewedSection<'a> {
    /// The state of the section, as computed by `resolve`.
    pub pair: &'a SectionPair,
    pub id: &'a str,
    pub source: Option<SectionText<'a>>,
    pub translation: Option<SectionText<'a>>,
    /// The entry in the ledger.
    pub entry: Option<&'a Entry>,
    /// The changes from the text that the translation follows to the present source; empty
    /// unless the source changed and the earlier text is known.
    pub change: Vec<TextChange>,
}

/// One version of a section.
#[derive(Debug)]
pub struct SectionText<'a> {
    pub section: &'a Section,
    /// The heading of the section, or the heading above it; `None` above the first.
    pub heading: Option<&'a str>,
    /// The Markdown without the sections inside; for front matter and diagrams, the words line
    /// by line.
    pub text: Cow<'a, str>,
}

impl SectionText<'_> {
    pub fn span(&self) -> Span {
        self.section.span
    }
}

/// Returns both versions of every section of `translation`.
pub fn review<'a>(translation: &'a Translation, sources: &'a Sources) -> Vec<ReviewedSection<'a>> {
    let original =
        translation.source.as_deref().map(|document| DocumentTexts::new(document, sources));
    let translated =
        translation.document.as_deref().map(|document| DocumentTexts::new(document, sources));
    let of_pair = |pair: &'a SectionPair| {
        let side =
            |version: &Option<DocumentTexts<'a>>, at: Option<u32>| version.as_ref()?.side(at?);
        let source = side(&original, pair.source);
        let entry = entry_of(translation, pair);
        let change = match (pair.state, &source) {
            (SectionState::SourceChanged, Some(source)) => change(entry, &source.text),
            _ => Vec::new(),
        };
        let id = translation.id_of(pair);
        let translation = side(&translated, pair.translation);
        ReviewedSection { pair, id, source, translation, entry, change }
    };
    translation.pairs.iter().map(of_pair).collect()
}

/// A document and the texts of its sections.
struct DocumentTexts<'a> {
    document: &'a Document,
    texts: Vec<Cow<'a, str>>,
}

impl<'a> DocumentTexts<'a> {
    fn new(document: &'a Document, sources: &'a Sources) -> DocumentTexts<'a> {
        let file = std::str::from_utf8(&sources.get(document.source).bytes).unwrap_or_default();
        DocumentTexts { document, texts: ledger::section_texts(document, document.text(file)) }
    }

    fn side(&self, at: u32) -> Option<SectionText<'a>> {
        let section = self.document.sections.get(at as usize)?;
        let heading = section.heading.and_then(|at| self.document.outline.get(at as usize));
        let text = self.texts.get(at as usize)?.clone();
        Some(SectionText { section, heading: heading.map(|heading| &*heading.text), text })
    }
}

fn entry_of<'a>(translation: &'a Translation, pair: &SectionPair) -> Option<&'a Entry> {
    translation.ledger.as_deref()?.entries.get(pair.entry? as usize)
}

/// Returns the changes from the text stored in `entry` to `now`; empty if the stored text is
/// missing or damaged.
fn change(entry: Option<&Entry>, now: &str) -> Vec<TextChange> {
    let followed = entry.and_then(followed_text);
    followed.map(|text| ledger::changes(&text, now)).unwrap_or_default()
}

/// Returns the text stored in `entry`, unless it is damaged.
fn followed_text(entry: &Entry) -> Option<String> {
    let text = entry.text.text()?;
    (Some(ledger::fingerprint(&text)) == entry.source).then_some(text)
}

/// Reports stored texts that do not match the fingerprints of their entries. This is only done
/// for commands that need the texts: reading all of them would take longer than everything
/// else.
pub(super) fn damaged_texts(all: &[Translation], sources: &Sources) -> Diagnostics {
    let of_page = |translation: &Translation| {
        let changed = |pair: &&SectionPair| pair.state == SectionState::SourceChanged;
        let entries = translation.pairs.iter().filter(changed);
        let entries = entries.filter_map(|pair| entry_of(translation, pair));
        let damaged =
            entries.filter(|entry| entry.source.is_some() && followed_text(entry).is_none());
        damage(translation, damaged.collect(), sources).unwrap_or_default()
    };
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(all.par_iter().map(of_page).collect::<Vec<_>>().into_iter().flatten());
    diagnostics
}

/// Returns the problems of `entries`, each at the line of its text, or at the beginning of its
/// block if it has none.
fn damage(
    translation: &Translation,
    entries: Vec<&Entry>,
    sources: &Sources,
) -> Option<Vec<Diagnostic>> {
    let place = &translation.place;
    let path = format!("content/{}.{}.{}", place.name(), place.lang.code(), ledger::EXTENSION);
    let source = sources.find(&path).filter(|_| !entries.is_empty())?;
    let file = std::str::from_utf8(&sources.get(source).bytes).ok()?;
    let blocks = blocks(file);
    let problem = |entry: &Entry| {
        let block = blocks.get(&*entry.id)?.clone();
        let line = ["text = ", entry.text.line()].concat();
        let line = file[block.clone()].find(&line).filter(|_| !entry.text.is_empty());
        let start = block.start + line.unwrap_or_default();
        let end = file[start..].find(['\r', '\n']).map_or(file.len(), |length| start + length);
        let beginning: String = file[start..end].chars().take(40).collect();
        let damaged = Diagnostic::new(Code::LedgerLine, Span::new(source, start..end));
        Some(damaged.arg("found", beginning).hint("text"))
    };
    Some(entries.into_iter().filter_map(problem).collect())
}

/// Returns the ranges of a ledger's blocks by their ids; of two with the same id, the first.
fn blocks(file: &str) -> HashMap<&str, Range<usize>> {
    let mut blocks = HashMap::new();
    let (mut at, mut end) = (file.len(), file.len());
    for line in file.split_inclusive(['\r', '\n']).rev() {
        at -= line.len();
        let id = line.trim().strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(id) = id {
            blocks.insert(id, at..end);
            end = at;
        }
    }
    blocks
}

type Optional<T> = Option<Arc<T>>;

/// Word counts by the versions of a page and its ledger.
pub(super) type WordCountCache =
    Cache<(Optional<Document>, Optional<Document>, Optional<Ledger>), WordCounts>;

/// The pairs whose words were counted, with their counts.
type WordCounts = Vec<(usize, u32)>;

/// Corrects the word counts of changed sections: words that were already in the earlier text
/// need no new translation.
pub(super) fn count_words(all: &mut [Translation], sources: &Sources, cache: &mut WordCountCache) {
    let inputs: Vec<_> = all
        .iter()
        .map(|translation| {
            (
                translation.source.as_ref(),
                translation.document.as_ref(),
                translation.ledger.as_ref(),
            )
        })
        .collect();
    let counts = cache.map(&inputs, |at| count(&all[at], sources));
    for (translation, counts) in all.iter_mut().zip(counts) {
        for (at, words) in counts {
            translation.pairs[*at].words = *words;
        }
    }
}

fn count(translation: &Translation, sources: &Sources) -> WordCounts {
    if !translation.pairs.iter().any(|pair| pair.state == SectionState::SourceChanged) {
        return WordCounts::new();
    }
    let reviewed = review(translation, sources).into_iter().enumerate();
    let changed = reviewed.filter(|(_, reviewed)| !reviewed.change.is_empty());
    changed.map(|(at, reviewed)| (at, ledger::words_added(&reviewed.change))).collect()
}
