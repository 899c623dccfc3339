//! Pairs the sections of the translation with those of the source.
//!
//! Ids that editors chose come first. Then the ledger, which records pairs by id or by
//! fingerprint, so that a heading without an id of its own is found again after it moved. The
//! rest is paired by order and kind, between neighbours that are paired already.

use crate::model::{Entry, Fingerprint, Section, SectionKind};

/// Sections brought together, all as positions in their lists.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// Source and translation, in the order of the source.
    pub pairs: Vec<MatchedPair>,
    /// The ledger's entry of each section.
    pub source_entries: Vec<Option<u32>>,
    pub translation_entries: Vec<Option<u32>>,
}

/// One section on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedPair {
    pub source: u32,
    pub translation: u32,
    /// Stands in the same order as most of the others.
    pub in_order: bool,
    /// Paired for its place alone.
    pub by_order: bool,
}

/// Pairs the sections of both versions.
pub fn pair(source: &[Section], translation: &[Section], entries: &[Entry]) -> Matched {
    let source_entries = match_entries(source, entries, |entry| &entry.id, |entry| entry.source);
    let translation_entries =
        match_entries(translation, entries, Entry::own_id, |entry| entry.translation);
    let mut partner = pair_by_id(source, translation);
    pair_by_entry(&mut partner, &source_entries, &translation_entries);
    let mut pairs = collect(&partner);
    mark_order(&mut pairs);
    let recorded = Recorded { source: &source_entries, translation: &translation_entries };
    pair_by_order(source, translation, &recorded, &mut pairs);
    Matched { pairs, source_entries, translation_entries }
}

/// Returns the entry of each section: by id and fingerprint, by a chosen id, by
/// fingerprint, by a derived id. No entry is given twice.
fn match_entries(
    sections: &[Section],
    entries: &[Entry],
    id: fn(&Entry) -> &str,
    fingerprint: fn(&Entry) -> Option<Fingerprint>,
) -> Vec<Option<u32>> {
    let mut found = vec![None; sections.len()];
    if entries.is_empty() {
        return found;
    }
    let mut taken = vec![false; entries.len()];
    let same_id = |section: &Section, entry: &Entry| *section.id == *id(entry);
    let same_print = |section: &Section, entry: &Entry| {
        section.fingerprint().is_some() && section.fingerprint() == fingerprint(entry)
    };
    let rounds: [&Fits; 4] = [
        &|section, entry| same_id(section, entry) && same_print(section, entry),
        &|section, entry| section.pinned && same_id(section, entry),
        &|section, entry| same_print(section, entry),
        &|section, entry| same_id(section, entry),
    ];
    for fits in rounds {
        for (section, found) in sections.iter().zip(&mut found).filter(|(_, f)| f.is_none()) {
            let free = |entry: &usize| !taken[*entry] && fits(section, &entries[*entry]);
            if let Some(entry) = (0..entries.len()).find(free) {
                taken[entry] = true;
                *found = Some(entry as u32);
            }
        }
    }
    found
}

/// Whether an entry is a section's.
type Fits<'a> = dyn Fn(&Section, &Entry) -> bool + 'a;

/// The partner of each section of the source, and who is taken.
struct Partners {
    of_source: Vec<Option<u32>>,
    taken: Vec<bool>,
}

/// Pairs sections with the same chosen id on both sides.
fn pair_by_id(source: &[Section], translation: &[Section]) -> Partners {
    let mut partners =
        Partners { of_source: vec![None; source.len()], taken: vec![false; translation.len()] };
    for (at, section) in source.iter().enumerate().filter(|(_, section)| section.pinned) {
        let same = |other: &Section| {
            other.pinned && other.id == section.id && is_alike(section.kind, other.kind)
        };
        // Nearly always the section of the same number.
        let near = translation.get(at).filter(|other| same(other)).map(|_| at);
        let found = near.or_else(|| translation.iter().position(same));
        if let Some(found) = found.filter(|found| !partners.taken[*found]) {
            partners.taken[found] = true;
            partners.of_source[at] = Some(found as u32);
        }
    }
    partners
}

/// Returns whether two sections have the same kind of text; a heading may have another
/// level.
fn is_alike(a: SectionKind, b: SectionKind) -> bool {
    match (a, b) {
        (SectionKind::Heading(_), SectionKind::Heading(_)) => true,
        _ => a == b,
    }
}

/// Pairs sections that the ledger has paired.
fn pair_by_entry(partners: &mut Partners, source: &[Option<u32>], translation: &[Option<u32>]) {
    for (at, entry) in source.iter().enumerate() {
        let Some(entry) = entry else { continue };
        if partners.of_source[at].is_some() {
            continue;
        }
        let found = translation.iter().position(|other| *other == Some(*entry));
        if let Some(found) = found.filter(|found| !partners.taken[*found]) {
            partners.taken[found] = true;
            partners.of_source[at] = Some(found as u32);
        }
    }
}

fn collect(partners: &Partners) -> Vec<MatchedPair> {
    let pair = |(at, partner): (usize, &Option<u32>)| {
        let translation = (*partner)?;
        Some(MatchedPair { source: at as u32, translation, in_order: true, by_order: false })
    };
    partners.of_source.iter().enumerate().filter_map(pair).collect()
}

/// Marks the pairs that stand out of order: all but a longest run that goes up on
/// both sides.
fn mark_order(pairs: &mut [MatchedPair]) {
    if pairs.is_sorted_by_key(|pair| pair.translation) {
        return;
    }
    // For each length the pair with which the lowest run of that length ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for at in 0..pairs.len() {
        let length = ends.partition_point(|end| pairs[*end].translation < pairs[at].translation);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    pairs.iter_mut().for_each(|pair| pair.in_order = false);
    let mut at = ends.last().copied();
    while let Some(current) = at {
        pairs[current].in_order = true;
        at = before[current];
    }
}

/// The ledger's entry of each section, as [`Matched`] has them.
struct Recorded<'a> {
    source: &'a [Option<u32>],
    translation: &'a [Option<u32>],
}

impl Recorded<'_> {
    /// Returns whether the ledger says that two sections do not belong together: each has its
    /// own record, or the translation's has one and the source's got a name of its own.
    fn parts(&self, source: (u32, &Section), translation: u32) -> bool {
        let (at, section) = source;
        match (self.source[at as usize], self.translation[translation as usize]) {
            (Some(there), Some(here)) => there != here,
            (None, Some(_)) => section.pinned,
            (_, None) => false,
        }
    }
}

/// Pairs the rest between two paired neighbours: the first of a kind with the first of that
/// kind, and so on. Two different chosen ids are never paired, nor are sections that the
/// ledger records apart.
fn pair_by_order(
    source: &[Section],
    translation: &[Section],
    recorded: &Recorded,
    pairs: &mut Vec<MatchedPair>,
) {
    let taken = |side: fn(&MatchedPair) -> u32, at: u32| pairs.iter().any(|pair| side(pair) == at);
    if pairs.len() == source.len() || pairs.len() == translation.len() {
        return;
    }
    let free = |length: usize, side: fn(&MatchedPair) -> u32| -> Vec<u32> {
        (0..length as u32).filter(|at| !taken(side, *at)).collect()
    };
    let of_source = free(source.len(), |pair| pair.source);
    let mut of_translation = free(translation.len(), |pair| pair.translation);
    let mut added = Vec::new();
    for at in of_source {
        let (from, to) = gap(pairs, at, translation.len() as u32);
        let section = &source[at as usize];
        let fits = |other: &u32| {
            let found = &translation[*other as usize];
            (from..to).contains(other)
                && found.kind == section.kind
                && !(found.pinned && section.pinned)
                && !recorded.parts((at, section), *other)
        };
        if let Some(place) = of_translation.iter().position(fits) {
            let translation = of_translation.remove(place);
            added.push(MatchedPair { source: at, translation, in_order: true, by_order: true });
        }
    }
    pairs.extend(added);
    pairs.sort_unstable_by_key(|pair| pair.source);
}

/// Returns the translation's sections among which the partner of `source` must be: those
/// between the partners of its neighbours that are in order.
fn gap(pairs: &[MatchedPair], source: u32, length: u32) -> (u32, u32) {
    let ordered = || pairs.iter().filter(|pair| pair.in_order);
    let before = ordered().take_while(|pair| pair.source < source).last();
    let after = ordered().find(|pair| pair.source > source);
    let from = before.map_or(0, |pair| pair.translation + 1);
    (from, after.map_or(length, |pair| pair.translation))
}
