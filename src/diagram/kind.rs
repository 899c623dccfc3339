//! What every kind of diagram can do, and the forms it is drawn in.

use super::{
    layout::Scene,
    outline::Outline,
    structure::{SharedList, SharedPart, Texts},
};
use crate::{fields::Fields, i18n::Strings};

/// What every kind of diagram can do.
pub trait DiagramKind {
    /// Reads the keys of this kind. Names become positions here.
    fn read(fields: &mut Fields) -> Self
    where
        Self: Sized;

    /// Lays out the drawing.
    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene;

    /// Returns the same in words.
    fn outline(&self, strings: &Strings) -> Outline;

    /// Adds to `part` the values of the diagram itself that two languages must share.
    fn own_values(&self, part: SharedPart) -> SharedPart {
        part
    }

    /// Returns the lists whose parts two languages must share.
    fn lists(&self) -> Vec<SharedList>;

    /// Adds every text in the order in which it is drawn.
    fn collect_texts<'a>(&'a self, texts: &mut Texts<'a>);

    /// Removes notes and criteria.
    fn remove_notes(&mut self) {}
}

/// Which of its forms a diagram is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// In reading direction, for a column of text and more.
    Wide,
    /// Down the path with wider cards, between the two.
    Middle,
    /// Down the path, for a phone.
    Narrow,
}

impl Arrangement {
    pub const ALL: [Arrangement; 3] = [Arrangement::Wide, Arrangement::Middle, Arrangement::Narrow];

    /// Returns the width of the drawing in its own units, which are about a CSS pixel.
    pub const fn width(self) -> i32 {
        match self {
            Arrangement::Wide => 720,
            Arrangement::Middle => 440,
            Arrangement::Narrow => 264,
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
