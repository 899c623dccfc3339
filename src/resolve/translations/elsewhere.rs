//! Finds sections that have moved from one page of the source to another.
//!
//! Their translation still stands on the page that they left, and has to be moved rather than
//! written anew.

use rustc_hash::FxHashMap;

use crate::model::{Fingerprint, Lang, SectionState, Translation};

/// A text with fewer words may stand on two pages by chance.
const FEWEST_WORDS: u32 = 4;

/// Marks sections that have moved between two pages, on both pages.
pub fn find(all: &mut [Translation]) {
    let left = gather(all, |translation, at| {
        let pair = &translation.pairs[at];
        let entry = translation.ledger.as_ref()?.entries.get(pair.entry? as usize)?;
        (pair.state == SectionState::RemovedFromSource).then_some(entry.source?)
    });
    if left.is_empty() {
        return;
    }
    let arrived = gather(all, |translation, at| {
        let pair = &translation.pairs[at];
        let section = translation.source_of(pair)?;
        let new = pair.state == SectionState::NewInSource && section.words() >= FEWEST_WORDS;
        section.fingerprint().filter(|_| new)
    });
    for (key, to) in &arrived {
        let Some(from) = left.get(key) else { continue };
        let names = [to, from].map(|place| all[place.0].place.name());
        let [new_page, old_page] = names;
        let pair = &mut all[to.0].pairs[to.1];
        (pair.state, pair.words) = (SectionState::Moved, 0);
        pair.elsewhere = Some(old_page.into());
        all[from.0].pairs[from.1].elsewhere = Some(new_page.into());
    }
}

/// Returns the page and pair of every fingerprint that `of` returns, the first of each.
fn gather(
    all: &[Translation],
    fingerprint_of: impl Fn(&Translation, usize) -> Option<Fingerprint>,
) -> FxHashMap<(Lang, Fingerprint), (usize, usize)> {
    let mut places = FxHashMap::default();
    for (page, translation) in all.iter().enumerate() {
        for at in 0..translation.pairs.len() {
            if let Some(fingerprint) = fingerprint_of(translation, at) {
                places.entry((translation.place.lang, fingerprint)).or_insert((page, at));
            }
        }
    }
    places
}
