//! What a translation must have in common with its source, as flat lists of parts; and
//! the texts, which are what may differ.

use super::Choice;
use crate::span::At;

/// A node of a diagram, or the diagram itself, with all that must be equal.
pub struct SharedPart {
    pub id: At<String>,
    pub values: Vec<SharedValue>,
}

/// One key and what it says; words count only as being there.
pub struct SharedValue {
    pub key: &'static str,
    pub value: Written,
    /// A key whose difference would make this one differ too, as would one of structure
    /// where this one is not written.
    pub follows: Option<&'static str>,
}

#[derive(PartialEq)]
pub enum Written {
    /// Structure, as it would be written.
    Is(String),
    /// Words that are there, or are not.
    Words(bool),
}

impl SharedPart {
    pub fn new(id: &At<String>) -> SharedPart {
        SharedPart { id: id.clone(), values: Vec::new() }
    }

    pub fn is(mut self, key: &'static str, value: impl ToString) -> SharedPart {
        self.values.push(SharedValue { key, value: Written::Is(value.to_string()), follows: None });
        self
    }

    /// The fact just added follows from `key`.
    pub fn following(mut self, key: &'static str) -> SharedPart {
        if let Some(last) = self.values.last_mut() {
            last.follows = Some(key);
        }
        self
    }

    pub fn choice<C: Choice>(self, key: &'static str, value: Option<C>) -> SharedPart {
        self.is(key, value.map_or("–", C::name))
    }

    pub fn words(mut self, key: &'static str, words: Option<&String>) -> SharedPart {
        self.values.push(SharedValue {
            key,
            value: Written::Words(words.is_some()),
            follows: None,
        });
        self
    }
}

/// A list of a diagram and its parts.
pub type SharedList = (&'static str, Vec<SharedPart>);

/// Names as a list would be written.
pub fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
}

/// The texts of a diagram in order.
#[derive(Default)]
pub struct Texts<'a>(Vec<&'a str>);

impl<'a> Texts<'a> {
    /// Adds a text.
    pub fn add(&mut self, text: &'a str) {
        self.0.push(text);
    }

    /// Adds a text where there is one.
    pub fn add_optional(&mut self, text: &'a Option<String>) {
        self.0.extend(text.as_deref());
    }

    /// Returns the texts, one on each line.
    pub fn joined(self) -> String {
        self.0.join("\n")
    }
}
