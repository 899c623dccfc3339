//! How each translation stands to its source.
//!
//! The two documents and the ledger are brought together by [`pairing`], each pair
//! of sections is judged by [`state`], and what has gone from one page to another is
//! found by [`elsewhere`].

mod elsewhere;
pub mod pairing;
mod state;

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::pairs::PageName;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    ledger::Ledger,
    model::{
        Document, Lang, Page, PageState, PerLang, Place, Section, SourceId, Span, Translation,
    },
};

/// A ledger and where it was found.
#[derive(Clone, Debug)]
pub struct LedgerFile {
    pub source: SourceId,
    /// Of the translation that it belongs to.
    pub place: Place,
    pub ledger: Arc<Ledger>,
}

type Ledgers = FxHashMap<Place, Arc<Ledger>>;

/// The state of every page that has, should have or once had two languages. Drafts
/// of the source are left out: they are not ready to be translated.
pub fn translations(
    documents: Vec<Arc<Document>>,
    ledgers: Vec<LedgerFile>,
    diagnostics: &mut Diagnostics,
) -> Vec<Translation> {
    let known = documents.iter().map(|document| (&document.place, written_first(document)));
    report_alone(known, &ledgers, diagnostics);
    let mut pairs: BTreeMap<PageName, PerLang<Option<Arc<Document>>>> = BTreeMap::new();
    for document in documents {
        let place = &document.place;
        let pair = pairs.entry((place.kind, place.slug.clone())).or_default();
        let lang = place.lang;
        pair.get_mut(lang).get_or_insert(document);
    }
    let ledgers = by_place(ledgers);
    let pairs: Vec<PerLang<Option<Arc<Document>>>> = pairs.into_values().collect();
    let mut all: Vec<Translation> =
        pairs.into_par_iter().filter_map(|pair| of_pair(pair, &ledgers)).collect();
    elsewhere::find(&mut all);
    all
}

fn by_place(ledgers: Vec<LedgerFile>) -> Ledgers {
    ledgers.into_iter().map(|file| (file.place, file.ledger)).collect()
}

fn of_pair(pair: PerLang<Option<Arc<Document>>>, ledgers: &Ledgers) -> Option<Translation> {
    let any = pair.en.as_ref().or(pair.ko.as_ref())?;
    let source_language = any.source_language;
    let (source, document) = match source_language {
        Lang::En => (pair.en.clone(), pair.ko.clone()),
        Lang::Ko => (pair.ko.clone(), pair.en.clone()),
    };
    if source.as_ref().is_some_and(|source| source.front.draft) {
        return None;
    }
    let place = Place { lang: source_language.other(), ..any.place.clone() };
    let ledger = ledgers.get(&place).cloned();
    Some(translation(place, source, document, ledger))
}

/// Judges one page.
fn translation(
    place: Place,
    source: Option<Arc<Document>>,
    document: Option<Arc<Document>>,
    ledger: Option<Arc<Ledger>>,
) -> Translation {
    let entries = ledger.as_ref().map_or(&[][..], |ledger| &ledger.entries);
    let (original, translated) = (sections(&source), sections(&document));
    let pairs = match readable(&source) && readable(&document) {
        true => {
            let matched = pairing::pair(original, translated, entries);
            state::judge(original, translated, entries, &matched)
        }
        // Of what cannot be read nothing is known.
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

/// Whether the document, if there is one, could be read.
fn readable(document: &Option<Arc<Document>>) -> bool {
    document.as_ref().is_none_or(|document| document.is_whole())
}

fn sections(document: &Option<Arc<Document>>) -> &[Section] {
    document.as_ref().map_or(&[], |document| &document.sections)
}

/// How the pages stood that the last run has judged, by the file of the translation.
#[derive(Debug, Default)]
pub struct Judged {
    pages: FxHashMap<SourceId, Translation>,
}

impl Judged {
    /// The judgement of a page, where both versions and the ledger are what they were.
    fn again(
        &self,
        source: &Arc<Document>,
        document: &Arc<Document>,
        ledger: &Arc<Ledger>,
    ) -> Option<Translation> {
        let known = self.pages.get(&document.source)?;
        let same = Arc::ptr_eq(known.source.as_ref()?, source)
            && Arc::ptr_eq(known.document.as_ref()?, document)
            && Arc::ptr_eq(known.ledger.as_ref()?, ledger);
        same.then(|| known.clone())
    }

    fn keep(&mut self, all: &[Translation]) {
        let by_file = |one: &Translation| Some((one.document.as_ref()?.source, one.clone()));
        self.pages = all.iter().filter_map(by_file).collect();
    }
}

/// The state of the site's translated pages that have a ledger; each page learns
/// which of them is its own. What `kept` has judged before is not judged again.
pub fn of_pages(
    pages: &mut [Page],
    ledgers: Vec<LedgerFile>,
    kept: &mut Judged,
    diagnostics: &mut Diagnostics,
) -> Vec<Translation> {
    let translated = |page: &Page| {
        page.translation.is_some() && page.document.place.lang != page.original.place.lang
    };
    let known = pages.iter().map(|page| match page.document.is_whole() {
        true => (&page.document.place, page.original.place.lang),
        false => (&page.document.place, written_first(&page.document)),
    });
    report_alone(known, &ledgers, diagnostics);
    let ledgers = by_place(ledgers);
    let recorded: Vec<usize> = (0..pages.len())
        .filter(|at| translated(&pages[*at]) && ledgers.contains_key(&pages[*at].document.place))
        .collect();
    let mut all: Vec<Translation> = recorded
        .par_iter()
        .filter_map(|at| {
            let Page { original, document, .. } = &pages[*at];
            let ledger = ledgers.get(&document.place)?;
            let judge = || {
                let (source, ledger) = (Some(original.clone()), Some(ledger.clone()));
                translation(document.place.clone(), source, Some(document.clone()), ledger)
            };
            Some(kept.again(original, document, ledger).unwrap_or_else(judge))
        })
        .collect();
    kept.keep(&all);
    elsewhere::find(&mut all);
    for (number, at) in recorded.into_iter().enumerate() {
        pages[at].state = Some(number as u32);
    }
    all
}

/// The language in which a page was written first. One that cannot be read does not say;
/// its ledger knows it for a translation.
fn written_first(document: &Document) -> Lang {
    match document.is_whole() {
        true => document.source_language,
        false => document.place.lang.other(),
    }
}

/// Reports ledgers that belong to no translated page: a page was renamed or removed
/// and its ledger stayed behind, or a ledger stands beside the source.
fn report_alone<'a>(
    pages: impl Iterator<Item = (&'a Place, Lang)>,
    ledgers: &[LedgerFile],
    diagnostics: &mut Diagnostics,
) {
    if ledgers.is_empty() {
        return;
    }
    let source_languages: FxHashMap<&Place, Lang> = pages.collect();
    for file in ledgers {
        let alone = Diagnostic::new(Code::LedgerAlone, Span::new(file.source, 0..0))
            .arg("page", format!("content/{}.{}.md", file.place.name(), file.place.lang.code()));
        match source_languages.get(&file.place) {
            Some(source) if *source == file.place.lang => diagnostics.push(alone.hint("source")),
            Some(_) => {}
            None => diagnostics.push(alone),
        }
    }
}
