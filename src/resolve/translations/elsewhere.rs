//! Sections that have moved from one page of the source to another.
//!
//! The translation of such a section exists, on the page that it left: it has to be moved
//! rather than written anew.

use rustc_hash::FxHashMap;

use crate::model::{Fingerprint, Lang, SectionState, Translation};

/// Fewer words than these may stand on two pages by chance.
const FEWEST_WORDS: u32 = 4;

/// Marks, on both pages, sections that have moved from one to the other.
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
        let [there, here] = names;
        let pair = &mut all[to.0].pairs[to.1];
        (pair.state, pair.words) = (SectionState::Moved, 0);
        pair.elsewhere = Some(here.into());
        all[from.0].pairs[from.1].elsewhere = Some(there.into());
    }
}

/// Returns page and pair of every fingerprint that `of` gives, the first of each.
fn gather(
    all: &[Translation],
    of: impl Fn(&Translation, usize) -> Option<Fingerprint>,
) -> FxHashMap<(Lang, Fingerprint), (usize, usize)> {
    let mut found = FxHashMap::default();
    for (page, translation) in all.iter().enumerate() {
        for at in 0..translation.pairs.len() {
            if let Some(fingerprint) = of(translation, at) {
                found.entry((translation.place.lang, fingerprint)).or_insert((page, at));
            }
        }
    }
    found
}
