//! Several changes of a text, applied together.

use std::ops::Range;

/// Changes of a text; all offsets are those of the unchanged text. What is inserted gets its line ends.
pub struct Edits<'t> {
    text: &'t str,
    /// True if the lines end as on Windows.
    is_crlf: bool,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Edits<'t> {
    pub fn new(text: &'t str) -> Edits<'t> {
        let is_crlf = text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
        Edits { text, is_crlf, changes: Vec::new() }
    }

    fn with_line_ends(&self, words: &str) -> String {
        let words = words.replace("\r\n", "\n");
        if self.is_crlf { words.replace('\n', "\r\n") } else { words }
    }

    /// Inserts `words` at `at`, before later insertions at the same offset.
    pub fn insert(&mut self, at: usize, words: &str) {
        self.changes.push((at..at, self.with_line_ends(words)));
    }

    pub fn replace(&mut self, range: Range<usize>, words: &str) {
        self.changes.push((range, self.with_line_ends(words)));
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub fn remove(&mut self, range: Range<usize>) {
        self.changes.push((range, String::new()));
    }

    /// Returns the changed text. If changes overlap, the first one wins; what is inserted before a
    /// removed text stays.
    pub fn apply(&self) -> String {
        self.apply_within(0..self.text.len())
    }

    /// Returns the range `place` of the text with the changes inside it.
    pub fn apply_within(&self, place: Range<usize>) -> String {
        let within = |range: &Range<usize>| place.start <= range.start && range.end <= place.end;
        let mut changes: Vec<&(Range<usize>, String)> =
            self.changes.iter().filter(|(range, _)| within(range)).collect();
        changes.sort_by_key(|(range, _)| (range.start, !range.is_empty()));
        let mut text = String::with_capacity(place.len());
        let mut copied = place.start;
        for (range, words) in changes {
            if range.start < copied {
                continue;
            }
            text.push_str(&self.text[copied..range.start]);
            text.push_str(words);
            copied = range.end;
        }
        text.push_str(&self.text[copied..place.end]);
        text
    }
}
