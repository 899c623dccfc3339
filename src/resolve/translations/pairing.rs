//! Pairs the sections of the translation with those of the source.
//!
//! Ids that editors chose are matched first. Then the ledger is used, which records pairs by id
//! or fingerprint, so that a heading without a chosen id is found again after it moved. The
//! rest is paired between neighbours that are paired already: by code, addresses and names, and
//! by order, so that one section more on one side moves none of the others.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::{Entry, Fingerprint, Section, SectionKind};

/// The result of pairing, as positions in the lists of sections and entries.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Matched {
    /// The pairs, in the order of the source.
    pub pairs: Vec<MatchedPair>,
    /// The ledger's entry of each section.
    pub source_entries: Vec<Option<u32>>,
    pub translation_entries: Vec<Option<u32>>,
}

/// A pair of sections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MatchedPair {
    pub source: u32,
    pub translation: u32,
    /// True if it stands in the same order as most of the others.
    pub in_order: bool,
    /// True if it was paired by position alone, between sections that are not equally many:
    /// only a guess.
    pub guessed: bool,
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

/// Returns the entry of each section, matched by id and fingerprint, then by a chosen id, by
/// fingerprint, and by a derived id. No entry is given to two sections.
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

/// The properties by which an entry is matched to a section: id, fingerprint, or both.
type EntryName<'a> = (Option<&'a str>, Option<Fingerprint>);

/// Returns the name for one round of matching, from an id, a fingerprint, and whether the id
/// was chosen. `None` if the round does not apply.
type NameOf = dyn for<'a> Fn(&'a str, Option<Fingerprint>, bool) -> Option<EntryName<'a>>;

/// The entry given to each section, and which entries are taken.
struct GivenEntries {
    to: Vec<Option<u32>>,
    taken: Vec<bool>,
}

impl GivenEntries {
    /// Gives each section without an entry the first free one with the same name.
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

/// The partner of each section of the source, and which sections of the translation are taken.
struct Partners {
    of_source: Vec<Option<u32>>,
    taken: Vec<bool>,
}

/// Pairs sections that have the same chosen id.
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
        // Nearly always it is the section at the same position.
        let near = translation.get(at).filter(|other| same(other)).map(|_| at);
        let partner = near.or_else(|| first.get(&(class(section.kind), &section.id)).copied());
        if let Some(partner) = partner.filter(|partner| !partners.taken[*partner]) {
            partners.taken[partner] = true;
            partners.of_source[at] = Some(partner as u32);
        }
    }
    partners
}

/// Returns the class of a section's text. Headings of all levels are one class, because a
/// translation may change the level.
fn class(kind: SectionKind) -> SectionKind {
    match kind {
        SectionKind::Heading(_) => SectionKind::Heading(0),
        kind => kind,
    }
}

/// Pairs the sections that have the same entry of the ledger.
fn pair_by_entry(partners: &mut Partners, source: &[Option<u32>], translation: &[Option<u32>]) {
    let places = translation.iter().enumerate();
    let places: FxHashMap<u32, usize> =
        places.filter_map(|(at, entry)| Some(((*entry)?, at))).collect();
    for (at, entry) in source.iter().enumerate() {
        let Some(entry) = entry else { continue };
        if partners.of_source[at].is_some() {
            continue;
        }
        let partner = places.get(entry).copied();
        if let Some(partner) = partner.filter(|partner| !partners.taken[*partner]) {
            partners.taken[partner] = true;
            partners.of_source[at] = Some(partner as u32);
        }
    }
}

fn collect(partners: &Partners) -> Vec<MatchedPair> {
    let pair = |(at, partner): (usize, &Option<u32>)| {
        let translation = (*partner)?;
        Some(MatchedPair { source: at as u32, translation, in_order: true, guessed: false })
    };
    partners.of_source.iter().enumerate().filter_map(pair).collect()
}

/// Marks the pairs that are out of order: all but those of a longest run that is ascending on
/// both sides.
fn mark_order(pairs: &mut [MatchedPair]) {
    if pairs.is_sorted_by_key(|pair| pair.translation) {
        return;
    }
    // For each length of a run, the pair with the lowest end of such a run.
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

/// The ledger's entry of each section, as in [`Matched`].
struct Recorded<'a> {
    source: &'a [Option<u32>],
    translation: &'a [Option<u32>],
}

impl Recorded<'_> {
    /// Returns whether the ledger says that two sections do not belong together: each has an
    /// entry of its own, or the translation's has one and the source's has a chosen id.
    fn are_apart(&self, source: (u32, &Section), translation: u32) -> bool {
        let (at, section) = source;
        match (self.source[at as usize], self.translation[translation as usize]) {
            (Some(theirs), Some(ours)) => theirs != ours,
            (None, Some(_)) => section.pinned,
            (_, None) => false,
        }
    }
}

/// Pairs the remaining sections between two paired neighbours. Sections with different chosen
/// ids, or with different entries, are never paired.
fn pair_by_order(
    source: &[Section],
    translation: &[Section],
    recorded: &Recorded,
    pairs: &mut Vec<MatchedPair>,
) {
    if pairs.len() == source.len() || pairs.len() == translation.len() {
        return;
    }
    let (mut of_source, mut of_translation) =
        (vec![false; source.len()], vec![false; translation.len()]);
    for pair in pairs.iter() {
        of_source[pair.source as usize] = true;
        of_translation[pair.translation as usize] = true;
    }
    let ordered = pairs.iter().filter(|pair| pair.in_order);
    let ordered = ordered.map(|pair| (pair.source, pair.translation));
    let ends: Vec<(u32, u32)> =
        ordered.chain([(source.len() as u32, translation.len() as u32)]).collect();
    let (mut from, mut to) = (0, 0);
    let mut added = Vec::new();
    for (source_end, translation_end) in ends {
        let free = |taken: &[bool], range: std::ops::Range<u32>| -> Vec<u32> {
            range.filter(|at| !taken[*at as usize]).collect()
        };
        let gap = Gap {
            source: free(&of_source, from..source_end),
            translation: free(&of_translation, to..translation_end),
            fits: &|at, other| {
                let (section, partner) = (&source[at as usize], &translation[other as usize]);
                let apart =
                    partner.pinned && section.pinned || recorded.are_apart((at, section), other);
                let likeness = section.shape.likeness(&partner.shape);
                // A different level may be a slip, but only if the other features show that the
                // sections are the same.
                let same = partner.kind == section.kind
                    || class(partner.kind) == class(section.kind) && likeness > Some(0.0);
                (same && !apart).then_some(likeness)
            },
        };
        gap.pair(&mut added);
        (from, to) = (source_end + 1, translation_end + 1);
    }
    pairs.append(&mut added);
    pairs.sort_unstable_by_key(|pair| pair.source);
}

/// Returns the likeness of two sections, or `None` if they must not be paired.
type FitsInGap<'a> = dyn Fn(u32, u32) -> Option<Option<f32>> + 'a;

/// The sections without a partner between two paired neighbours.
struct Gap<'a> {
    source: Vec<u32>,
    translation: Vec<u32>,
    fits: &'a FitsInGap<'a>,
}

impl Gap<'_> {
    /// The most comparisons that are made. Larger gaps are paired in order, and none of their
    /// sections is looked for elsewhere.
    const MOST_COMPARED: usize = 250_000;

    fn pair(&self, added: &mut Vec<MatchedPair>) {
        let (height, width) = (self.source.len(), self.translation.len());
        if height == 0 || width == 0 {
            return;
        }
        let pairs = match height * width <= Gap::MOST_COMPARED {
            true => self.aligned(),
            false => self.in_order(),
        };
        self.pair_moved(&pairs, added);
        for (source, translation) in pairs {
            let alike = (self.fits)(source, translation).flatten().is_some_and(|alike| alike > 0.0);
            let guessed = height != width && !alike;
            added.push(MatchedPair { source, translation, in_order: true, guessed });
        }
    }

    /// Pairs sections that are the same by what they contain, but stand in another order.
    fn pair_moved(&self, pairs: &[(u32, u32)], added: &mut Vec<MatchedPair>) {
        /// More than half of what is comparable must be equal.
        const LEAST: f32 = 0.5;
        let (mut sources, mut free) = (self.source.clone(), self.translation.clone());
        let paired: FxHashSet<u32> = pairs.iter().map(|(source, _)| *source).collect();
        sources.retain(|at| !paired.contains(at));
        let paired: FxHashSet<u32> = pairs.iter().map(|(_, translation)| *translation).collect();
        free.retain(|at| !paired.contains(at));
        if sources.len() * free.len() > Gap::MOST_COMPARED {
            return;
        }
        for source in sources {
            let is_same = |at: &u32| (self.fits)(source, *at).flatten() > Some(LEAST);
            let Some(found) = free.iter().position(is_same) else { continue };
            let translation = free.remove(found);
            added.push(MatchedPair { source, translation, in_order: false, guessed: false });
        }
    }

    /// Pairs each section with the next one that fits.
    fn in_order(&self) -> Vec<(u32, u32)> {
        let mut free = self.translation.iter();
        let next = |at: &u32| {
            let partner = free.find(|other| (self.fits)(*at, **other).is_some());
            partner.map(|other| (*at, *other))
        };
        self.source.iter().filter_map(next).collect()
    }

    /// Returns the pairs with the highest sum of values, in order on both sides.
    fn aligned(&self) -> Vec<(u32, u32)> {
        let (height, width) = (self.source.len(), self.translation.len());
        let mut best = vec![0.0_f32; (height + 1) * (width + 1)];
        let at = |row: usize, column: usize| row * (width + 1) + column;
        for row in (0..height).rev() {
            for column in (0..width).rev() {
                let skipped = best[at(row + 1, column)].max(best[at(row, column + 1)]);
                let paired = self.worth(row, column) + best[at(row + 1, column + 1)];
                best[at(row, column)] = skipped.max(paired);
            }
        }
        let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
        while row < height && column < width {
            let here = best[at(row, column)];
            if self.worth(row, column) + best[at(row + 1, column + 1)] >= here {
                pairs.push((self.source[row], self.translation[column]));
                (row, column) = (row + 1, column + 1);
            } else if best[at(row + 1, column)] >= here {
                row += 1;
            } else {
                column += 1;
            }
        }
        pairs
    }

    /// Returns the value of a pair: the more the sections share, the higher. It is low if each
    /// has a feature that the other lacks.
    fn worth(&self, row: usize, column: usize) -> f32 {
        match (self.fits)(self.source[row], self.translation[column]) {
            None => f32::NEG_INFINITY,
            Some(None) => 0.5,
            Some(Some(0.0)) => 0.1,
            Some(Some(likeness)) => 0.5 + likeness,
        }
    }
}
