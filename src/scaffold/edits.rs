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

    /// Puts `words` before what stands at `at`; what is put there later follows.
    pub fn insert(&mut self, at: usize, words: &str) {
        self.changes.push((at..at, words.to_owned()));
    }

    pub fn remove(&mut self, range: Range<usize>) {
        self.changes.push((range, String::new()));
    }

    /// Returns the changed text. Of changes that overlap, the first holds.
    pub fn apply(mut self) -> String {
        self.changes.sort_by_key(|(range, _)| range.start);
        let mut text = String::with_capacity(self.text.len());
        let mut copied = 0;
        for (range, words) in &self.changes {
            if range.start < copied {
                continue;
            }
            text.push_str(&self.text[copied..range.start]);
            text.push_str(words);
            copied = range.end;
        }
        text.push_str(&self.text[copied..]);
        text
    }
}
