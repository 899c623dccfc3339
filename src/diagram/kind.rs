//! The interface of every kind of diagram, and the forms it is drawn in.

use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{layout::Scene, outline::Outline, structure::SharedValue};
use crate::{i18n::Strings, schema::TomlBlock, span::At};

/// The interface of every kind of diagram.
pub trait DiagramKind {
    /// The keys as an editor writes them.
    type Written: DeserializeOwned + Default + JsonSchema
    where
        Self: Sized;

    /// Makes the data from its written form: names become positions, and rules that a
    /// declaration cannot express are checked.
    fn resolve(written: Self::Written, block: &mut TomlBlock) -> Self
    where
        Self: Sized;

    /// Returns whether the kind has a drawing. What readers use on the page itself has none.
    fn is_drawn(&self) -> bool {
        true
    }

    /// Lays out the drawing.
    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene;

    /// Returns the text alternative.
    fn outline(&self, strings: &Strings) -> Outline;

    /// Returns the destinations of the part `at` of the list `list`, if they are not the value
    /// of a single key.
    fn links(&self, _list: &str, _at: usize) -> Vec<SharedValue> {
        Vec::new()
    }

    /// Returns the links to pages in the data, in order.
    fn destinations(&self) -> Vec<At<String>> {
        Vec::new()
    }

    /// Removes notes and criteria.
    fn remove_notes(&mut self) {}
}

/// The forms in which a diagram is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// Across the page, for a column of text or wider.
    Wide,
    /// Down the page with wider cards, for widths between the others.
    Middle,
    /// Down the page, for a phone.
    Narrow,
}

impl Arrangement {
    pub const ALL: [Arrangement; 3] = [Arrangement::Wide, Arrangement::Middle, Arrangement::Narrow];

    /// Returns the width of the drawing in its own units, about one CSS pixel each.
    pub const fn width(self) -> i32 {
        match self {
            Arrangement::Wide => 720,
            Arrangement::Middle => 440,
            Arrangement::Narrow => 284,
        }
    }

    /// Returns the name in classes and ids.
    pub const fn name(self) -> &'static str {
        match self {
            Arrangement::Wide => "wide",
            Arrangement::Middle => "middle",
            Arrangement::Narrow => "narrow",
        }
    }
}
