//! A block of TOML in a file: its place, and its problems.

use std::ops::Range;

use crate::{
    diag::{Diagnostic, Diagnostics, Remark},
    span::{SourceId, Span},
};

/// The role of a file in a pair of languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileRole<'a> {
    /// The source language's file, which also has the shared keys.
    Source,
    /// A translation of the file named here.
    Translation { source: &'a str },
}

/// A block of TOML that is being read.
pub struct TomlBlock<'a> {
    pub source: SourceId,
    /// The offset of the block's text in the file.
    pub offset: usize,
    pub role: FileRole<'a>,
    /// The ranges that do not parse, in order and without overlap. Keys that seem to be missing
    /// may be there unread, and a value that touches such a range may be incomplete.
    pub damaged: Vec<Range<usize>>,
    /// The offsets of reported characters that may stand in a key or a value: further errors in
    /// their lines result from them.
    pub told: Vec<usize>,
    /// The invisible characters in texts, and their offsets, in order.
    pub unseen: Vec<(usize, char)>,
    /// True if a list has more entries than it may.
    pub is_too_long: bool,
    /// The remarks in the block.
    pub remarks: Vec<Remark>,
    pub diagnostics: &'a mut Diagnostics,
}

impl<'a> TomlBlock<'a> {
    /// Creates a block of a file of the source language.
    pub fn new(source: SourceId, offset: usize, diagnostics: &'a mut Diagnostics) -> Self {
        TomlBlock {
            source,
            offset,
            role: FileRole::Source,
            damaged: Vec::new(),
            told: Vec::new(),
            unseen: Vec::new(),
            is_too_long: false,
            remarks: Vec::new(),
            diagnostics,
        }
    }

    /// Returns the span in the file of a range of the block's text.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start..self.offset + range.end)
    }

    /// Returns the place of the invisible character `c` in the text at `range`; the whole text if it
    /// is written as a reference.
    pub fn place_of_unseen(&self, c: char, range: Range<usize>) -> Span {
        let first = self.unseen.partition_point(|(at, _)| *at < range.start);
        let inside = self.unseen[first..].iter().take_while(|(at, _)| *at < range.end);
        let place = inside.into_iter().find(|(_, other)| *other == c);
        self.span(place.map_or(range, |(at, _)| *at..at + c.len_utf8()))
    }

    /// Makes the remarks of the block apply to `place` too, at which problems of the whole
    /// block are reported.
    pub fn allow_at(&mut self, place: Span) {
        for remark in &self.remarks {
            self.diagnostics.allow(remark.clone().before(place));
        }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Records the ranges that do not parse.
    pub fn mark_damaged(&mut self, mut places: Vec<Range<usize>>) {
        places.append(&mut self.damaged);
        places.sort_unstable_by_key(|place| place.start);
        for place in places {
            match self.damaged.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => self.damaged.push(place),
            }
        }
    }

    /// Returns whether `range` overlaps or touches a range that does not parse.
    pub fn is_damaged(&self, range: &Range<usize>) -> bool {
        let next = self.damaged.partition_point(|at| at.end < range.start);
        self.damaged.get(next).is_some_and(|at| at.start <= range.end)
    }
}
