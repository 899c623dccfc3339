//! Where the values of a diagram are written.
//!
//! The data itself holds no places but those of ids: drawing needs none. What is
//! wrong only beside the other language, or only on the preview image, is looked up
//! here.

use super::super::{At, Span};

/// The places of values by their table's id and their key, and those of characters
/// that not every font has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    values: Vec<(Span, Box<str>, Span)>,
    rare: Vec<At<char>>,
}

impl Places {
    /// Notes that `key` of the table whose id stands at `id` has its value at `value`;
    /// the first value of a key counts.
    pub fn note(&mut self, id: Span, key: &str, value: Span) {
        self.values.push((id, key.into(), value));
    }

    /// Notes that `c` is written at `span`; its first place counts.
    pub fn note_rare(&mut self, c: char, span: Span) {
        if self.of_char(c).is_none() {
            self.rare.push(At { value: c, span });
        }
    }

    /// Where `key` is written in the table whose id stands at `id`.
    pub fn of(&self, id: Span, key: &str) -> Option<Span> {
        let found = self.values.iter().find(|(part, name, _)| *part == id && &**name == key);
        found.map(|(_, _, value)| *value)
    }

    /// Where a character is written that not every font has.
    pub fn of_char(&self, c: char) -> Option<Span> {
        self.rare.iter().find(|at| at.value == c).map(|at| at.span)
    }
}
