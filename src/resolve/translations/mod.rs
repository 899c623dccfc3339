//! The state of each translation against its source.
//!
//! [`pairing`] pairs the sections of the two documents by the ledger, [`state`] computes the
//! state of each pair, and [`elsewhere`] finds sections that have moved from one page to
//! another.

mod elsewhere;
pub mod pairing;
mod state;

pub use state::is_plainly_untranslated;

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::grouping::{Grouping, PageName};
use crate::{
    cache::{Cache, CacheInput},
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        Document, Lang, Ledger, Page, PageKey, PageState, PerLang, Section, SourceId, Span,
        Translation,
    },
};

/// A ledger and its place.
#[derive(Clone, Debug)]
pub struct LedgerFile {
    pub source: SourceId,
    /// The key of the translation that it belongs to.
    pub place: PageKey,
    pub ledger: Arc<Ledger>,
}

type Ledgers = FxHashMap<PageKey, Arc<Ledger>>;

/// Returns the state of every page that has, should have or once had two languages. Without
/// `drafts`, those of the source are left out: they are not ready to be translated.
pub fn translations(
    documents: Vec<Arc<Document>>,
    ledgers: Vec<LedgerFile>,
    drafts: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Translation> {
    let languages = documents.iter().map(|document| (&document.place, written_first(document)));
    report_alone(languages, &ledgers, diagnostics);
    let mut pairs: BTreeMap<PageName, PerLang<Option<Arc<Document>>>> = BTreeMap::new();
    for document in documents {
        let place = &document.place;
        let pair = pairs.entry((place.kind, place.slug.clone())).or_default();
        let lang = place.lang;
        pair.get_mut(lang).get_or_insert(document);
    }
    let ledgers = index_by_page(ledgers);
    let pairs: Vec<PerLang<Option<Arc<Document>>>> = pairs.into_values().collect();
    let is_wanted = |translation: &Translation| {
        drafts || translation.source.as_ref().is_none_or(|source| !source.front.draft)
    };
    let mut all: Vec<Translation> = pairs
        .into_par_iter()
        .filter_map(|pair| translation_of_pair(pair, &ledgers).filter(is_wanted))
        .collect();
    elsewhere::find(&mut all);
    all
}

fn index_by_page(ledgers: Vec<LedgerFile>) -> Ledgers {
    ledgers.into_iter().map(|file| (file.place, file.ledger)).collect()
}

fn translation_of_pair(
    pair: PerLang<Option<Arc<Document>>>,
    ledgers: &Ledgers,
) -> Option<Translation> {
    let any = pair.en.as_ref().or(pair.ko.as_ref())?;
    let source_language = any.source_language;
    let (source, document) = match source_language {
        Lang::En => (pair.en.clone(), pair.ko.clone()),
        Lang::Ko => (pair.ko.clone(), pair.en.clone()),
    };
    let place = PageKey { lang: source_language.other(), ..any.place.clone() };
    let ledger = ledgers.get(&place).cloned();
    Some(translation(place, source, document, ledger))
}

/// Computes the state of one page.
fn translation(
    place: PageKey,
    source: Option<Arc<Document>>,
    document: Option<Arc<Document>>,
    ledger: Option<Arc<Ledger>>,
) -> Translation {
    let entries = ledger.as_ref().map_or(&[][..], |ledger| &ledger.entries);
    let (original, translated) = (sections(&source), sections(&document));
    let pairs = match readable(&source) && readable(&document) {
        true => {
            let matched = pairing::pair(original, translated, entries);
            state::states((original, translated), place.lang, entries, &matched)
        }
        // Nothing is known about the sections of a document that cannot be read.
        false => Vec::new(),
    };
    let state = match (&source, &document) {
        (None, _) => PageState::Orphan,
        (Some(_), None) => PageState::Missing,
        (Some(_), Some(_)) if !readable(&source) || !readable(&document) => PageState::Stale,
        (Some(_), Some(_)) if pairs.iter().any(|pair| pair.state.makes_stale()) => PageState::Stale,
        (Some(_), Some(_)) => PageState::Complete,
    };
    Translation { place, source, document, ledger, state, pairs }
}

/// Returns whether a document exists and could be read.
fn readable(document: &Option<Arc<Document>>) -> bool {
    document.as_ref().is_none_or(|document| document.is_whole())
}

fn sections(document: &Option<Arc<Document>>) -> &[Section] {
    document.as_ref().map_or(&[], |document| &document.sections)
}

type AssignmentKey = (Arc<Grouping>, Vec<(SourceId, PageKey)>);
type TranslationKey = (Arc<Document>, Arc<Document>, Arc<Ledger>);

/// The results of [`assign_states`] from earlier runs. Empty at first.
#[derive(Debug, Default)]
pub struct TranslationCache {
    assignments: Cache<AssignmentKey, LedgerAssignment>,
    translations: Cache<TranslationKey, Translation>,
    /// The ledger of a translation in which nothing is recorded.
    no_ledger: Arc<Ledger>,
}

/// The ledgers of a site, assigned to pages.
#[derive(Debug)]
struct LedgerAssignment {
    /// The positions of each translated page that has a ledger, and of its ledger.
    recorded: Vec<(usize, usize)>,
    /// Problems of ledgers that belong to no translated page.
    diagnostics: Diagnostics,
}

/// The names of all ledgers.
struct LedgerNames<'a>(&'a [LedgerFile]);

impl CacheInput for LedgerNames<'_> {
    type Key = Vec<(SourceId, PageKey)>;

    fn key(&self) -> Self::Key {
        self.0.iter().map(|file| (file.source, file.place.clone())).collect()
    }

    fn matches(&self, key: &Self::Key) -> bool {
        let names = self.0.iter().map(|file| (file.source, &file.place));
        names.eq(key.iter().map(|(source, place)| (*source, place)))
    }
}

/// Computes the state of the translated pages that have a ledger, or parts that are still marked
/// as not translated. Each such page gets the index of its state.
pub fn assign_states(
    pages: &mut [Page],
    grouping: &Arc<Grouping>,
    ledgers: &[LedgerFile],
    cache: &mut TranslationCache,
    diagnostics: &mut Diagnostics,
) -> Vec<Translation> {
    let names = (grouping, LedgerNames(ledgers));
    let assigned = cache.assignments.get(&names, || assign(pages, ledgers));
    diagnostics.append(assigned.diagnostics.clone());
    let recorded = assigned.recorded.iter().map(|(page, file)| (*page, &ledgers[*file].ledger));
    let has_ledger =
        |at: &usize| assigned.recorded.binary_search_by_key(at, |(page, _)| *page).is_ok();
    let is_begun = |page: &Page| page.document.masked.is_some() && is_translated(page);
    let begun = (0..pages.len()).filter(|at| is_begun(&pages[*at]) && !has_ledger(at));
    let with_state: Vec<(usize, &Arc<Ledger>)> =
        recorded.chain(begun.map(|at| (at, &cache.no_ledger))).collect();
    let inputs: Vec<_> = with_state
        .iter()
        .map(|(page, ledger)| (&pages[*page].original, &pages[*page].document, *ledger))
        .collect();
    let compute = |at: usize| {
        let (original, document, ledger) = inputs[at];
        let place = document.place.clone();
        translation(place, Some(original.clone()), Some(document.clone()), Some(ledger.clone()))
    };
    let mut all: Vec<Translation> = cache.translations.map(&inputs, compute).to_vec();
    let with_state: Vec<usize> = with_state.into_iter().map(|(page, _)| page).collect();
    for (at, page) in with_state.into_iter().enumerate() {
        pages[page].state = Some(at as u32);
    }
    elsewhere::find(&mut all);
    all
}

fn assign(pages: &[Page], ledgers: &[LedgerFile]) -> LedgerAssignment {
    let mut diagnostics = Diagnostics::default();
    // The document's own key: the source may be unreadable, or missing for a moment.
    let languages = pages.iter().map(|page| (&page.document.place, written_first(&page.document)));
    report_alone(languages, ledgers, &mut diagnostics);
    let files = ledgers.iter().enumerate().map(|(at, file)| (&file.place, at));
    let files: FxHashMap<&PageKey, usize> = files.collect();
    let ledger_of =
        |page: &Page| files.get(&page.document.place).copied().filter(|_| is_translated(page));
    let recorded = pages.iter().enumerate();
    let recorded = recorded.filter_map(|(at, page)| Some((at, ledger_of(page)?))).collect();
    LedgerAssignment { recorded, diagnostics }
}

fn is_translated(page: &Page) -> bool {
    page.translation.is_some() && page.document.place.lang != page.original.place.lang
}

/// Returns the language in which a page was written first. A document that cannot be read does
/// not tell, but a page with a ledger is a translation.
fn written_first(document: &Document) -> Lang {
    match document.is_whole() {
        true => document.source_language,
        false => document.place.lang.other(),
    }
}

/// Reports ledgers that belong to no translated page: the page was renamed or removed, or the
/// ledger stands beside the source.
fn report_alone<'a>(
    pages: impl Iterator<Item = (&'a PageKey, Lang)>,
    ledgers: &[LedgerFile],
    diagnostics: &mut Diagnostics,
) {
    if ledgers.is_empty() {
        return;
    }
    let source_languages: FxHashMap<&PageKey, Lang> = pages.collect();
    for file in ledgers {
        let alone = || {
            let page = format!("content/{}.{}.md", file.place.name(), file.place.lang.code());
            Diagnostic::new(Code::LedgerAlone, Span::new(file.source, 0..0)).arg("page", page)
        };
        match source_languages.get(&file.place) {
            Some(source) if *source == file.place.lang => diagnostics.push(alone().hint("source")),
            Some(_) => {}
            None => diagnostics.push(alone()),
        }
    }
}
