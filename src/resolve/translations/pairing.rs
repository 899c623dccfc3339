//! Pairs the sections of the translation with those of the source.
//!
//! Ids that editors chose come first. Then the ledger, which records pairs by id or by
//! fingerprint, so that a heading without an id of its own is found again after it moved. The
//! rest is paired by order and kind, between neighbours that are paired already.

use std::{collections::BTreeSet, ops::Range};

use rustc_hash::{FxHashMap, FxHashSet};

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
    pair_by_order(source, translation, [&source_entries, &translation_entries], &mut pairs);
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
    let mut given =
        GivenEntries { to: vec![None; sections.len()], taken: vec![false; entries.len()] };
    if entries.is_empty() {
        return given.to;
    }
    let rounds: [&NameOf; 4] = [
        &|id, print, _| print.map(|print| (Some(id), Some(print))),
        &|id, _, is_chosen| is_chosen.then_some((Some(id), None)),
        &|_, print, _| print.map(|print| (None, Some(print))),
        &|id, _, _| Some((Some(id), None)),
    ];
    for name in rounds {
        let of_sections = sections.iter().map(|s| name(&s.id, s.fingerprint(), s.pinned));
        let of_entries = entries.iter().map(|entry| name(id(entry), fingerprint(entry), true));
        given.give(of_sections, of_entries);
    }
    given.to
}

/// By what a section and an entry are known for each other: id, fingerprint, or both.
type EntryName<'a> = (Option<&'a str>, Option<Fingerprint>);

/// The name for a round, from an id, a fingerprint and whether the id was chosen.
type NameOf = dyn for<'a> Fn(&'a str, Option<Fingerprint>, bool) -> Option<EntryName<'a>>;

/// The entry of each section, and which entries are taken.
struct GivenEntries {
    to: Vec<Option<u32>>,
    taken: Vec<bool>,
}

impl GivenEntries {
    /// Gives each section that has no entry the first free one of the same name.
    fn give<'a>(
        &mut self,
        of_sections: impl Iterator<Item = Option<EntryName<'a>>>,
        of_entries: impl DoubleEndedIterator<Item = Option<EntryName<'a>>> + ExactSizeIterator,
    ) {
        let mut free: FxHashMap<EntryName, Vec<usize>> = FxHashMap::default();
        for (at, name) in of_entries.enumerate().rev() {
            if let Some(name) = name.filter(|_| !self.taken[at]) {
                free.entry(name).or_default().push(at);
            }
        }
        for (given, name) in self.to.iter_mut().zip(of_sections).filter(|(g, _)| g.is_none()) {
            if let Some(at) = name.and_then(|name| free.get_mut(&name)?.pop()) {
                self.taken[at] = true;
                *given = Some(at as u32);
            }
        }
    }
}

/// The partner of each section of the source, and who is taken.
struct Partners {
    of_source: Vec<Option<u32>>,
    taken: Vec<bool>,
}

/// Pairs sections with the same chosen id on both sides.
fn pair_by_id(source: &[Section], translation: &[Section]) -> Partners {
    let mut partners =
        Partners { of_source: vec![None; source.len()], taken: vec![false; translation.len()] };
    let mut first: FxHashMap<_, usize> = FxHashMap::default();
    for (at, section) in translation.iter().enumerate().filter(|(_, section)| section.pinned) {
        first.entry((class(section.kind), &section.id)).or_insert(at);
    }
    for (at, section) in source.iter().enumerate().filter(|(_, section)| section.pinned) {
        let same = |other: &Section| {
            other.pinned && other.id == section.id && class(section.kind) == class(other.kind)
        };
        // Nearly always the section of the same number.
        let near = translation.get(at).filter(|other| same(other)).map(|_| at);
        let found = near.or_else(|| first.get(&(class(section.kind), &section.id)).copied());
        if let Some(found) = found.filter(|found| !partners.taken[*found]) {
            partners.taken[found] = true;
            partners.of_source[at] = Some(found as u32);
        }
    }
    partners
}

/// What is one kind of text: a heading may have got another level.
fn class(kind: SectionKind) -> SectionKind {
    match kind {
        SectionKind::Heading(_) => SectionKind::Heading(0),
        kind => kind,
    }
}

/// Pairs what the ledger has paired.
fn pair_by_entry(partners: &mut Partners, source: &[Option<u32>], translation: &[Option<u32>]) {
    let places = translation.iter().enumerate();
    let places: FxHashMap<u32, usize> =
        places.filter_map(|(at, entry)| Some(((*entry)?, at))).collect();
    for (at, entry) in source.iter().enumerate() {
        let Some(entry) = entry else { continue };
        if partners.of_source[at].is_some() {
            continue;
        }
        let found = places.get(entry).copied();
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

/// Pairs what is left between two known neighbours: the first of a kind with the
/// first of that kind, and so on. Two different chosen ids are never paired, nor is
/// what the ledger keeps apart: each has a record of its own, or the translation's has one
/// and the source's got a name of its own.
fn pair_by_order(
    source: &[Section],
    translation: &[Section],
    entries: [&[Option<u32>]; 2],
    pairs: &mut Vec<MatchedPair>,
) {
    if pairs.len() == source.len() || pairs.len() == translation.len() {
        return;
    }
    let [of_source, of_translation] = entries;
    let paired: FxHashSet<u32> = pairs.iter().map(|pair| pair.source).collect();
    let mut left = LeftOver::new(translation, of_translation, pairs);
    let ordered: Vec<MatchedPair> = pairs.iter().copied().filter(|pair| pair.in_order).collect();
    for (at, section) in (0..).zip(source).filter(|(at, _)| !paired.contains(at)) {
        let within = gap(&ordered, at, translation.len() as u32);
        let may_be_chosen = !section.pinned;
        let may_be_recorded = of_source[at as usize].is_none() && !section.pinned;
        if let Some(translation) = left.take(section.kind, may_be_chosen, may_be_recorded, within) {
            pairs.push(MatchedPair { source: at, translation, in_order: true, by_order: true });
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.source);
}

/// Sections of the translation that have no partner, by kind, by whether their ids were
/// chosen and by whether they are recorded.
#[derive(Default)]
struct LeftOver(FxHashMap<(SectionKind, bool, bool), BTreeSet<u32>>);

impl LeftOver {
    fn new(sections: &[Section], entries: &[Option<u32>], pairs: &[MatchedPair]) -> LeftOver {
        let paired: FxHashSet<u32> = pairs.iter().map(|pair| pair.translation).collect();
        let mut left = LeftOver::default();
        for (at, section) in (0..).zip(sections).filter(|(at, _)| !paired.contains(at)) {
            let is_recorded = entries[at as usize].is_some();
            left.0.entry((section.kind, section.pinned, is_recorded)).or_default().insert(at);
        }
        left
    }

    /// Takes the first section of `kind` within a range.
    fn take(
        &mut self,
        kind: SectionKind,
        may_be_chosen: bool,
        may_be_recorded: bool,
        within: Range<u32>,
    ) -> Option<u32> {
        let groups = [(false, false), (false, true), (true, false), (true, true)];
        let fits = |(chosen, recorded): &(bool, bool)| {
            (may_be_chosen || !chosen) && (may_be_recorded || !recorded)
        };
        let keys = groups.into_iter().filter(fits).map(|(c, r)| (kind, c, r));
        let first = |key| Some((*self.0.get(&key)?.range(within.clone()).next()?, key));
        let (at, key) = keys.filter_map(first).min_by_key(|(at, _)| *at)?;
        self.0.get_mut(&key)?.remove(&at).then_some(at)
    }
}

/// The translation's sections among which the partner of `source` must be: those
/// between the partners of its neighbours that are in order.
fn gap(ordered: &[MatchedPair], source: u32, length: u32) -> Range<u32> {
    let next = ordered.partition_point(|pair| pair.source < source);
    let before = next.checked_sub(1).map(|at| &ordered[at]);
    let after = ordered.get(next);
    let from = before.map_or(0, |pair| pair.translation + 1);
    from..after.map_or(length, |pair| pair.translation).max(from)
}
