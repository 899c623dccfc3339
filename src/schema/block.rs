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

/// A block of TOML, being read.
pub struct TomlBlock<'a> {
    pub source: SourceId,
    /// The offset of the block's text in the file.
    pub offset: usize,
    pub role: FileRole<'a>,
    /// Where the block does not parse, in order and apart from each other: what is missing
    /// may be there, unread, and what is read there may be only half of it.
    pub damaged: Vec<Range<usize>>,
    /// Where a sign is told of which a key or a value may have been made: what else is wrong
    /// with their lines follows from it.
    pub told: Vec<usize>,
    /// Whether a list has more entries than it takes.
    pub is_too_long: bool,
    /// The remarks that were found in it.
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
            is_too_long: false,
            remarks: Vec::new(),
            diagnostics,
        }
    }

    /// Returns where `range` of the block's text is in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start..self.offset + range.end)
    }

    /// Takes the remarks of the block as standing before `place` too, where the problems of
    /// all of it begin.
    pub fn allow_at(&mut self, place: Span) {
        for remark in &self.remarks {
            self.diagnostics.allow(remark.clone().before(place));
        }
    }

    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Notes where the block does not parse.
    pub fn mark_damaged(&mut self, mut places: Vec<Range<usize>>) {
        places.sort_unstable_by_key(|place| place.start);
        for place in places {
            match self.damaged.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => self.damaged.push(place),
            }
        }
    }

    /// Returns whether `range` is, or touches, one that does not parse.
    pub fn is_damaged(&self, range: &Range<usize>) -> bool {
        let next = self.damaged.partition_point(|at| at.end < range.start);
        self.damaged.get(next).is_some_and(|at| at.start <= range.end)
    }
}
