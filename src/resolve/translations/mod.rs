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

use super::pairs::{Edited, PageName};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        Document, Lang, Ledger, Page, PageKey, PageState, PerLang, Section, SourceId, Span,
        Translation,
    },
};

/// A ledger and where it was found.
#[derive(Clone, Debug)]
pub struct LedgerFile {
    pub source: SourceId,
    /// Of the translation that it belongs to.
    pub place: PageKey,
    pub ledger: Arc<Ledger>,
}

type Ledgers = FxHashMap<PageKey, Arc<Ledger>>;

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
    let place = PageKey { lang: source_language.other(), ..any.place.clone() };
    let ledger = ledgers.get(&place).cloned();
    Some(translation(place, source, document, ledger))
}

/// Judges one page.
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

/// How the pages stood in the last run, before sections were looked for elsewhere, and
/// the ledgers that said so.
#[derive(Debug, Default)]
pub struct Judged {
    ledgers: Vec<(SourceId, Arc<Ledger>)>,
    all: Vec<Translation>,
    /// Of each page: which of `all` it is.
    states: Vec<Option<u32>>,
    /// Ledgers that belong to no translated page.
    alone: Diagnostics,
}

/// The state of the site's translated pages that have a ledger; each page learns
/// which of them is its own. With the ledgers of the last run, only the pages of an
/// edit are judged.
pub fn of_pages(
    pages: &mut [Page],
    ledgers: Vec<LedgerFile>,
    edit: Option<&[Edited]>,
    kept: &mut Judged,
    diagnostics: &mut Diagnostics,
) -> Vec<Translation> {
    match edit.filter(|edit| kept.hold(pages, &ledgers, edit)) {
        Some(edit) => edit.iter().for_each(|page| kept.judge_again(page.at, &pages[page.at])),
        None => *kept = Judged::new(pages, ledgers),
    }
    diagnostics.append(kept.alone.clone());
    for (page, state) in pages.iter_mut().zip(&kept.states) {
        page.state = *state;
    }
    let mut all = kept.all.clone();
    elsewhere::find(&mut all);
    all
}

impl Judged {
    fn new(pages: &[Page], ledgers: Vec<LedgerFile>) -> Judged {
        let mut alone = Diagnostics::default();
        // Of the document, not of its source: that may be unreadable, or gone for a moment.
        let known = pages.iter().map(|page| (&page.document.place, written_first(&page.document)));
        report_alone(known, &ledgers, &mut alone);
        let files = ledgers.iter().map(|file| (file.source, file.ledger.clone())).collect();
        let ledgers = by_place(ledgers);
        let ledger_of = |page: &Page| {
            let Page { original, document, .. } = page;
            let is_translated =
                page.translation.is_some() && document.place.lang != original.place.lang;
            ledgers.get(&document.place).filter(|_| is_translated).cloned()
        };
        let found: Vec<Option<Translation>> =
            pages.par_iter().map(|page| Some(judged(page, ledger_of(page)?))).collect();
        let mut number = 0..;
        let states = found.iter().map(|one| one.as_ref().and_then(|_| number.next())).collect();
        Judged { ledgers: files, all: found.into_iter().flatten().collect(), states, alone }
    }

    /// Whether what is kept still holds for all pages but those of `edit`.
    fn hold(&self, pages: &[Page], ledgers: &[LedgerFile], edit: &[Edited]) -> bool {
        let same = |((id, known), file): (&(SourceId, Arc<Ledger>), &LedgerFile)| {
            *id == file.source && Arc::ptr_eq(known, &file.ledger)
        };
        self.ledgers.len() == ledgers.len()
            && self.ledgers.iter().zip(ledgers).all(same)
            && edit.iter().all(|page| page.before.is_whole() == pages[page.at].document.is_whole())
    }

    fn judge_again(&mut self, at: usize, page: &Page) {
        let Some(known) = self.states[at].and_then(|state| self.all.get_mut(state as usize)) else {
            return;
        };
        if let Some(ledger) = known.ledger.clone() {
            *known = judged(page, ledger);
        }
    }
}

fn judged(page: &Page, ledger: Arc<Ledger>) -> Translation {
    let Page { original, document, .. } = page;
    let (source, own) = (Some(original.clone()), Some(document.clone()));
    translation(document.place.clone(), source, own, Some(ledger))
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
