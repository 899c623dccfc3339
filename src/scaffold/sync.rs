//! Copies new sections, items and diagrams of a source into its translation. They are inserted at their
//! places and marked; those that have moved are moved. The texts of the translation stay as they are.

use std::{collections::BTreeMap, ops::Range};

use pulldown_cmark::Event;

use super::{
    edits::Edits,
    translation::{line_around, marked, toml_of},
};
use crate::{
    markdown::MarkdownText,
    model::{Document, Ledger, Section, SectionKind, SectionPair, Translation},
    schema::Declaration,
};

/// A translation after its new sections were added.
#[derive(Debug, PartialEq, Eq)]
pub struct Synced {
    pub text: String,
    /// The ids of added sections.
    pub new: Vec<String>,
    /// The ids of moved sections.
    pub moved: Vec<String>,
}

/// Adds new sections to `translation`, both of whose files exist; `None` if there are none.
/// Sections that are marked in the translation count as present.
pub fn sync(
    translation: &Translation,
    files: PairTexts,
    declaration: &Declaration,
) -> Option<Synced> {
    let (source, document) = (translation.source.as_deref()?, translation.document.as_deref()?);
    let mut syncing = Syncing {
        source,
        document,
        pairs: &translation.pairs,
        ledger: translation.ledger.as_deref(),
        files,
        part: marked(source, files.source, declaration, translation.place.lang),
        edits: Edits::new(files.translation),
        staying: BTreeMap::new(),
        begun_list: None,
        synced: Synced { text: String::new(), new: Vec::new(), moved: Vec::new() },
    };
    syncing.front_matter();
    // What is inserted into a section stands before a section behind it, and moves with its own.
    syncing.inner();
    syncing.headings();
    let Syncing { edits, synced, .. } = syncing;
    let is_same = synced.new.is_empty() && synced.moved.is_empty();
    (!is_same).then(|| Synced { text: edits.apply(), ..synced })
}

/// The texts of both files.
#[derive(Clone, Copy, Debug)]
pub struct PairTexts<'t> {
    pub source: &'t str,
    pub translation: &'t str,
}

struct Syncing<'a> {
    source: &'a Document,
    document: &'a Document,
    pairs: &'a [SectionPair],
    ledger: Option<&'a Ledger>,
    files: PairTexts<'a>,
    /// The source with all sections marked; added parts are copied from it.
    part: Edits<'a>,
    edits: Edits<'a>,
    /// The items that stay where they are: their positions in the source, and their ranges in the translation.
    staying: BTreeMap<usize, Range<usize>>,
    /// The section of the source to which an item was added last that had none, and the offset.
    begun_list: Option<(usize, usize)>,
    synced: Synced,
}

impl Syncing<'_> {
    /// Returns the sections of the source with their pairs.
    fn source_pairs(&self) -> Vec<(usize, SectionPair)> {
        let pairs = self.pairs.iter();
        pairs.filter_map(|pair| Some((pair.source? as usize, pair.clone()))).collect()
    }

    fn partner(&self, at: usize) -> Option<&Section> {
        let pair = self.pairs.iter().find(|pair| pair.source == Some(at as u32))?;
        self.document.sections.get(pair.translation? as usize)
    }

    fn bring(&mut self, at: usize, place: usize, text: &str) {
        self.edits.insert(place, text);
        self.synced.new.push(self.source.sections[at].id.to_string());
    }

    /// Adds missing keys and named tables to the translation's front matter.
    fn front_matter(&mut self) {
        let toml = toml_of(self.document, self.files.translation);
        let written = &self.files.translation[toml.clone()];
        let tables = written.lines().scan(0, |at, line| {
            let start = *at;
            *at += line.len() + 1;
            Some((start, line))
        });
        let tables = tables.filter(|(_, line)| line.starts_with('[')).map(|(start, _)| start);
        let keys_end = toml.start + tables.min().unwrap_or(written.len()).min(written.len());
        for (at, pair) in self.source_pairs() {
            let section = &self.source.sections[at];
            if section.kind != SectionKind::FrontMatter || pair.translation.is_some() {
                continue;
            }
            let (range, is_table) = self.front_matter_lines(section);
            let text = self.part.apply_within(range);
            match is_table {
                true => self.bring(at, toml.end, &["\n", text.trim_end(), "\n"].concat()),
                false => self.bring(at, keys_end, &[text.trim_end(), "\n"].concat()),
            }
        }
    }

    /// Returns the lines of a key or a named table in the source.
    fn front_matter_lines(&self, section: &Section) -> (Range<usize>, bool) {
        let (file, span) = (self.files.source, section.span.range());
        let first = line_around(file, span.start);
        if !file[first.clone()].trim_start().starts_with('[') {
            return (first.start..line_around(file, span.end.saturating_sub(1)).end, false);
        }
        let end = toml_of(self.source, file).end;
        let next = file[first.end..end].find("\n[").map_or(end, |next| first.end + next + 1);
        // A table may follow that does not belong to the key.
        let next = if file[first.end..].starts_with('[') { first.end } else { next };
        (first.start..next, true)
    }

    /// Inserts sections with headings, and the text before the first, each after the section
    /// that it follows in the source.
    fn headings(&mut self) {
        let body = self.document.body.start as usize;
        let mut behind = body;
        for (at, pair) in self.source_pairs() {
            let section = &self.source.sections[at];
            if !matches!(section.kind, SectionKind::Heading(_) | SectionKind::Lead) {
                continue;
            }
            match self.partner(at).map(|partner| partner.span.range()) {
                Some(partner) if !pair.displaced => behind = partner.end,
                Some(partner) => self.move_section(at, partner, behind),
                None => {
                    let text = self.part.apply_within(section.span.range());
                    let text = self.separated(behind, text.trim());
                    self.bring(at, behind, &text);
                }
            }
        }
    }

    fn move_section(&mut self, at: usize, from: Range<usize>, behind: usize) {
        let file = self.files.translation;
        let moved = self.edits.apply_within(from.clone());
        let text = self.separated(behind, moved.trim());
        self.edits.insert(behind, &text);
        let after = &file[from.end..];
        let blank = after.len() - after.trim_start_matches(['\n', '\r']).len();
        self.edits.remove(from.start..from.end + blank);
        self.synced.moved.push(self.source.sections[at].id.to_string());
    }

    /// Returns `text` with the blank lines that separate it from the text before `place`.
    fn separated(&self, place: usize, text: &str) -> String {
        let starts_body = place == self.document.body.start as usize;
        let before = if starts_body { "\n" } else { "\n\n" };
        let after = if starts_body { "\n" } else { "" };
        [before, text, after].concat()
    }

    /// Inserts items and diagrams into sections that exist already, and moves those that are there.
    fn inner(&mut self) {
        let all = self.source_pairs();
        self.staying = self.items_that_stay(&all);
        let is_inner = |kind| matches!(kind, SectionKind::Task | SectionKind::Diagram);
        for (at, pair) in all.iter().filter(|(at, _)| is_inner(self.source.sections[*at].kind)) {
            let Some(parent) = self.parent(*at) else { continue };
            let from = self.partner(*at).map(|partner| partner.span.range());
            match from {
                None => {
                    let text = self.part.apply_within(self.source.sections[*at].span.range());
                    let (place, text) = self.place_of(*at, text.trim_end(), &parent);
                    self.bring(*at, place, &text);
                }
                Some(from) => {
                    // A diagram may stand anywhere in its section.
                    let stays = match self.source.sections[*at].kind {
                        SectionKind::Task => self.staying.contains_key(at),
                        _ => parent.1.contains(&from.start),
                    };
                    if !stays && !self.has_own_place(pair) {
                        self.move_inner(*at, from, &parent);
                    }
                }
            }
        }
    }

    /// Returns the ranges in the translation of the items that are in the right section and in order, by
    /// their positions in the source. In a section that has moved, all items are displaced.
    fn items_that_stay(&self, all: &[(usize, SectionPair)]) -> BTreeMap<usize, Range<usize>> {
        let is_item = |at: &usize| self.source.sections[*at].kind == SectionKind::Task;
        let items: Vec<&(usize, SectionPair)> = all.iter().filter(|(at, _)| is_item(at)).collect();
        let mut staying = BTreeMap::new();
        for items in items.chunk_by(|(a, _), (b, _)| self.parent_of(*a) == self.parent_of(*b)) {
            let Some((_, section)) = self.parent(items[0].0) else { continue };
            let inside = items.iter().filter_map(|(at, pair)| {
                let range = self.partner(*at)?.span.range();
                (section.start <= range.start && range.end <= section.end).then_some((
                    *at,
                    range,
                    pair.displaced,
                ))
            });
            let inside: Vec<_> = inside.collect();
            let has_moved = inside.iter().all(|(_, _, is_displaced)| *is_displaced);
            let mut end = 0;
            for (at, range, is_displaced) in inside {
                if !is_displaced || has_moved && range.start >= end {
                    end = range.end;
                    staying.insert(at, range);
                }
            }
        }
        staying
    }

    /// Returns whether it was recorded that a section has another place in the translation.
    fn has_own_place(&self, pair: &SectionPair) -> bool {
        let entry = self.ledger.zip(pair.entry);
        entry.is_some_and(|(ledger, at)| ledger.entries[at as usize].own_place)
    }

    /// Returns where an item or a diagram belongs in the translation, and `text` as it is inserted
    /// there: beside the next item that stays, or else behind as many blocks as in the source.
    fn place_of(
        &mut self,
        at: usize,
        text: &str,
        parent: &(usize, Range<usize>),
    ) -> (usize, String) {
        let is_item = self.source.sections[at].kind == SectionKind::Task;
        let is_beside = |other: usize| is_item && self.parent_of(other) == Some(parent.0);
        let before = self.staying.range(..at).next_back().filter(|(other, _)| is_beside(**other));
        let after = self.staying.range(at..).next().filter(|(other, _)| is_beside(**other));
        let indent = indent(self.files.source, self.source.sections[at].span.range().start);
        match (before, after) {
            (Some((_, before)), _) => (before.end, ["\n", indent, text].concat()),
            (None, Some((_, after))) => (after.start, [text, "\n", indent].concat()),
            (None, None) => match self.begun_list {
                Some((section, place)) if is_item && section == parent.0 => {
                    (place, ["\n", text].concat())
                }
                _ => {
                    let place = self.place_in(parent, at);
                    self.begun_list = is_item.then_some((parent.0, place));
                    (place, ["\n\n", text].concat())
                }
            },
        }
    }

    /// Moves a diagram, or an item that is neither inside another nor contains one.
    fn move_inner(&mut self, at: usize, from: Range<usize>, parent: &(usize, Range<usize>)) {
        let file = self.files.translation;
        let source_start = self.source.sections[at].span.range().start;
        let is_alone = [(self.files.source, source_start), (file, from.start)]
            .iter()
            .all(|(file, start)| line_around(file, *start).start == *start);
        let contains = |other: &Section| {
            let start = other.span.range().start;
            other.kind == SectionKind::Task && from.start < start && start < from.end
        };
        if !is_alone || self.document.sections.iter().any(contains) {
            return;
        }
        let (place, text) = self.place_of(at, file[from.clone()].trim_end(), parent);
        self.edits.insert(place, &text);
        let is_first = !self.stays_beside(&from, |other| other.end <= from.start)
            && self.stays_beside(&from, |other| other.start >= from.end);
        if is_first {
            let after = &file[from.end..];
            let gap = after.len() - after.trim_start_matches(['\n', '\r']).len();
            self.edits.remove(from.start..from.end + gap);
        } else {
            // The item before it may take the line break along.
            let gap = from.start - file[..from.start].trim_end().len();
            self.edits.remove(from.start - gap..from.start);
            self.edits.remove(from);
        }
        self.synced.moved.push(self.source.sections[at].id.to_string());
    }

    /// Returns whether the translation has an item that stays, in the section of the item at `place`,
    /// and that is `wanted`.
    fn stays_beside(&self, place: &Range<usize>, wanted: impl Fn(&Range<usize>) -> bool) -> bool {
        let is_heading = |section: &&Section| matches!(section.kind, SectionKind::Heading(_));
        let headings = self.document.sections.iter().filter(is_heading);
        let heading =
            |at: usize| headings.clone().take_while(|it| it.span.range().start <= at).count();
        let is_beside = |other: &Range<usize>| heading(other.start) == heading(place.start);
        self.staying.values().any(|other| wanted(other) && is_beside(other))
    }

    /// Returns the section around an item or a diagram, if the translation has it too, and its
    /// range there.
    fn parent(&self, at: usize) -> Option<(usize, Range<usize>)> {
        let parent = self.parent_of(at)?;
        Some((parent, self.partner(parent)?.span.range()))
    }

    fn parent_of(&self, at: usize) -> Option<usize> {
        let is_around =
            |section: &Section| matches!(section.kind, SectionKind::Heading(_) | SectionKind::Lead);
        (0..at).rev().find(|other| is_around(&self.source.sections[*other]))
    }

    /// Returns the offset after as many blocks as come before the section `at` in the section `parent`
    /// of the source. The translation of `parent` is at `above`.
    fn place_in(&self, (parent, above): &(usize, Range<usize>), at: usize) -> usize {
        let [start, end] = [*parent, at].map(|at| self.source.sections[at].span.range().start);
        let before = blocks(&self.files.source[start..end]).len();
        let translated_blocks = blocks(&self.files.translation[above.clone()]);
        let end = before
            .checked_sub(1)
            .and_then(|last| translated_blocks.get(last))
            .or(translated_blocks.last());
        let end = end.map_or(above.len(), |block| block.end);
        let text = &self.files.translation[above.clone()][..end];
        above.start + text.trim_end().len()
    }
}

/// Returns the white space before an item that begins at `start`.
fn indent(file: &str, start: usize) -> &str {
    let indent = &file[line_around(file, start).start..start];
    if indent.trim().is_empty() { indent } else { "" }
}

/// Returns the ranges of the top-level blocks of `text`.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut depth = 0;
    let mut ranges = Vec::new();
    for (event, range) in MarkdownText::new(text).events() {
        match event {
            Event::Start(_) => {
                if depth == 0 {
                    ranges.push(range);
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Rule if depth == 0 => ranges.push(range),
            _ => {}
        }
    }
    ranges
}
