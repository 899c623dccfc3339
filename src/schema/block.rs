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
    /// The ranges in which the block does not parse: a missing key may be there, unread, and a
    /// value that is read there may be incomplete.
    pub damaged: Vec<Range<usize>>,
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

    /// Returns whether `range` is, or touches, one that does not parse.
    pub fn is_damaged(&self, range: &Range<usize>) -> bool {
        self.damaged.iter().any(|at| at.start <= range.end && range.start <= at.end)
    }
}
