//! Changes of a text, made all at once.

use std::ops::Range;

/// Changes of a text at places of the text as it was.
pub struct Edits<'t> {
    text: &'t str,
    changes: Vec<(Range<usize>, String)>,
}

impl<'t> Edits<'t> {
    pub const fn new(text: &'t str) -> Edits<'t> {
        Edits { text, changes: Vec::new() }
    }

    /// Inserts `words` at `at`, before anything inserted there later.
    pub fn insert(&mut self, at: usize, words: &str) {
        self.changes.push((at..at, words.to_owned()));
    }

    pub fn replace(&mut self, range: Range<usize>, words: &str) {
        self.changes.push((range, words.to_owned()));
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    pub fn remove(&mut self, range: Range<usize>) {
        self.changes.push((range, String::new()));
    }

    /// Returns the changed text. Of changes that overlap, the first holds.
    pub fn apply(&self) -> String {
        self.apply_within(0..self.text.len())
    }

    /// Returns the part `place` of the text with the changes that lie in it.
    pub fn apply_within(&self, place: Range<usize>) -> String {
        let within = |range: &Range<usize>| place.start <= range.start && range.end <= place.end;
        let mut changes: Vec<&(Range<usize>, String)> =
            self.changes.iter().filter(|(range, _)| within(range)).collect();
        changes.sort_by_key(|(range, _)| range.start);
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
