//! Computes the state of each pair of sections from the ledger.

use super::pairing::{Matched, MatchedPair};
use crate::model::{Entry, Lang, Section, SectionKind, SectionPair, SectionState};

/// Returns the state of every section of both versions, in the order of the source. A section
/// that only the translation has comes after the section before it there.
pub fn states(
    (source, translation): (&[Section], &[Section]),
    lang: Lang,
    entries: &[Entry],
    matched: &Matched,
) -> Vec<SectionPair> {
    let mut all: Vec<((u32, u32), SectionPair)> = Vec::with_capacity(source.len());
    let (mut in_source, mut in_translation) =
        (vec![false; source.len()], vec![false; translation.len()]);
    for pair in &matched.pairs {
        in_source[pair.source as usize] = true;
        in_translation[pair.translation as usize] = true;
        let sides = (source, translation);
        all.push(((pair.source + 1, 0), both_sides(sides, lang, entries, matched, pair)));
    }
    for at in (0..source.len() as u32).filter(|at| !in_source[*at as usize]) {
        let entry = matched.source_entries[at as usize];
        all.push(((at + 1, 0), source_only(&source[at as usize], at, entry, entries)));
    }
    let places = places_behind(&matched.pairs, translation.len());
    for at in (0..translation.len() as u32).filter(|at| !in_translation[*at as usize]) {
        let entry = matched.translation_entries[at as usize];
        let place = places[at as usize];
        let pair = translation_only(&translation[at as usize], at, entry, entries);
        all.push(((place, at + 1), pair));
    }
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, pair)| pair).collect()
}

/// Returns, for each section of the translation, the number of the source's sections up to the
/// partner of the section before it, using the pairs that are in order.
fn places_behind(pairs: &[MatchedPair], translations: usize) -> Vec<u32> {
    let mut places = vec![0; translations];
    for pair in pairs.iter().filter(|pair| pair.in_order) {
        if let Some(next) = places.get_mut(pair.translation as usize + 1) {
            *next = pair.source + 1;
        }
    }
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1]);
    }
    places
}

fn both_sides(
    (source, translation): (&[Section], &[Section]),
    lang: Lang,
    entries: &[Entry],
    matched: &Matched,
    pair: &MatchedPair,
) -> SectionPair {
    let (at, other) = (pair.source as usize, pair.translation as usize);
    let entry_index = matched.source_entries[at].or(matched.translation_entries[other]);
    let entry = entry_index.map(|entry| &entries[entry as usize]);
    // A section that was recorded as left out or kept exists on both sides now.
    let entry = entry.filter(|entry| entry.source.is_some() && entry.translation.is_some());
    // The id of a diagram is no part of its text, but translations follow it.
    let is_renamed =
        source[at].kind == SectionKind::Diagram && source[at].id != translation[other].id;
    let changed = entry.is_some_and(|entry| is_renamed || entry.source != source[at].fingerprint());
    let edited = entry.is_some_and(|entry| entry.translation != translation[other].fingerprint());
    let displaced = !pair.in_order && !entry.is_some_and(|entry| entry.own_place);
    let state = match entry {
        None => SectionState::NotRecorded,
        Some(_) if changed => SectionState::SourceChanged,
        Some(_) if displaced => SectionState::Moved,
        Some(_) if edited => SectionState::TranslationEdited,
        Some(_) => SectionState::Current,
    };
    let reason = entry.is_some_and(|entry| entry.unchanged.is_some());
    let untranslated =
        untranslated_words(&source[at], &translation[other], lang).filter(|_| !reason);
    let words = match untranslated.filter(|_| entry.is_none_or(|_| edited)) {
        _ if changed => source[at].words(),
        words => words.unwrap_or(0),
    };
    SectionPair {
        source: Some(pair.source),
        translation: Some(pair.translation),
        entry: entry_index,
        state,
        edited,
        displaced,
        elsewhere: None,
        words,
        guessed: pair.guessed && entry.is_none(),
        untranslated: untranslated.is_some(),
    }
}

/// Returns the number of words of `translation`, which should be in `lang`, that are not translated;
/// `None` if all are.
fn untranslated_words(source: &Section, translation: &Section, lang: Lang) -> Option<u32> {
    if is_untranslated(source, translation, lang) {
        return Some(source.words());
    }
    let passages = &translation.shape.passages;
    (!passages.is_empty()).then(|| passages.iter().map(|passage| passage.words).sum())
}

/// Returns whether `translation`, which should be in `lang`, has the same words as `source`, or
/// is in another language. Names may be the same.
fn is_untranslated(source: &Section, translation: &Section, lang: Lang) -> bool {
    let (theirs, ours) = (&source.shape.letters, &translation.shape.letters);
    let is_name = translation.kind == SectionKind::FrontMatter && ours.common_words == 0;
    let copies = ours.copies(theirs, lang) && !(is_name && lang == Lang::Ko);
    ours.is_foreign_to(lang) && !theirs.is_foreign_to(lang.other()) || copies
}

/// Returns the same as [`is_untranslated`], but only for sections that contain more than names.
pub fn is_plainly_untranslated(source: &Section, translation: &Section, lang: Lang) -> bool {
    let letters = &translation.shape.letters;
    let has_words = lang == Lang::En || letters.common_words > 0;
    has_words && is_untranslated(source, translation, lang)
}

/// Returns the state of a section that only the source has.
fn source_only(
    section: &Section,
    at: u32,
    entry_index: Option<u32>,
    entries: &[Entry],
) -> SectionPair {
    let entry = entry_index.map(|entry| &entries[entry as usize]);
    // The translation leaves it out on purpose.
    let left_out = entry.filter(|entry| entry.translation.is_none());
    let state = match left_out {
        Some(entry) if entry.source == section.fingerprint() => SectionState::Current,
        Some(_) => SectionState::SourceChanged,
        None => SectionState::NewInSource,
    };
    let words = if state == SectionState::Current { 0 } else { section.words() };
    SectionPair { source: Some(at), entry: entry_index, state, words, ..unpaired() }
}

/// Returns the state of a section that only the translation has.
fn translation_only(
    section: &Section,
    at: u32,
    entry_index: Option<u32>,
    entries: &[Entry],
) -> SectionPair {
    let entry = entry_index.map(|entry| &entries[entry as usize]);
    let edited = entry.is_some_and(|entry| entry.translation != section.fingerprint());
    // The translation keeps it on purpose.
    let state = match entry.filter(|entry| entry.source.is_none()) {
        Some(_) if edited => SectionState::TranslationEdited,
        Some(_) => SectionState::Current,
        None => SectionState::RemovedFromSource,
    };
    SectionPair { translation: Some(at), entry: entry_index, state, edited, ..unpaired() }
}

fn unpaired() -> SectionPair {
    SectionPair {
        source: None,
        translation: None,
        entry: None,
        state: SectionState::Current,
        edited: false,
        displaced: false,
        guessed: false,
        untranslated: false,
        elsewhere: None,
        words: 0,
    }
}
