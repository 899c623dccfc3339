//! The text of one block as Markdown reads it, with the place in the body of each part.

use std::ops::Range;

/// Stands for parts that are no plain text: code, HTML, a link.
pub const OPAQUE: char = '\u{1}';

/// The text of one block, line by line. Escaped signs, code, HTML and links are [`OPAQUE`].
#[derive(Debug, Default)]
pub struct TextBlock {
    text: String,
    /// The start of each piece: its offset in the text, and in the body.
    pieces: Vec<(usize, usize)>,
    /// The offsets of the line breaks that readers see.
    hard_breaks: Vec<usize>,
}

impl TextBlock {
    /// Adds the text that stands at `range` of `body`.
    pub fn push_text(&mut self, body: &str, range: &Range<usize>) {
        self.pieces.push((self.text.len(), range.start));
        let mut escaped = super::super::escapes::is_escaped(body, range.start);
        let written = &body[range.clone()];
        if !escaped && !written.contains('\\') {
            self.text.push_str(written);
            return;
        }
        for c in written.chars() {
            let escapes = c == '\\' && !escaped;
            let hidden = escapes || escaped && c.is_ascii_punctuation();
            self.text.push(if hidden { OPAQUE } else { c });
            escaped = escapes;
        }
    }

    /// Adds a part that is no plain text.
    pub fn push_opaque(&mut self, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push(OPAQUE);
    }

    pub fn push_break(&mut self, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push('\n');
    }

    /// Adds a line break that readers see.
    pub fn push_hard_break(&mut self, at: usize) {
        self.hard_breaks.push(self.text.len());
        self.push_break(at);
    }

    /// Returns whether readers see the break before `line`.
    pub fn begins_behind_hard_break(&self, line: &BlockLine) -> bool {
        line.at.checked_sub(1).is_some_and(|at| self.hard_breaks.binary_search(&at).is_ok())
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn clear(&mut self) {
        self.text.clear();
        self.pieces.clear();
        self.hard_breaks.clear();
    }

    /// Returns the lines, each with its offset in the text.
    pub fn lines(&self) -> impl Iterator<Item = BlockLine<'_>> {
        let mut at = 0;
        self.text.split('\n').map(move |text| {
            let line = BlockLine { at, text };
            at += text.len() + 1;
            line
        })
    }

    /// Returns the range in the body of a range of the text. Texts between bare addresses all
    /// have the range of the whole text if it has references to characters, so that a later
    /// piece may stand before an earlier one.
    pub fn place(&self, part: Range<usize>) -> Range<usize> {
        let last = part.end.saturating_sub(1).max(part.start);
        let (start, end) = (self.offset(part.start), self.offset(last) + part.len().min(1));
        start.min(end)..start.max(end)
    }

    fn offset(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        let (start, written) = self.pieces.get(piece.wrapping_sub(1)).copied().unwrap_or_default();
        written + at - start
    }
}

/// A line of a block, and its offset in the block's text.
#[derive(Clone, Copy, Debug)]
pub struct BlockLine<'t> {
    pub at: usize,
    pub text: &'t str,
}

impl BlockLine<'_> {
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    /// Returns the range in the block's text of a range of the line.
    pub fn part(&self, part: Range<usize>) -> Range<usize> {
        self.at + part.start..self.at + part.end
    }
}
