//! A diagram block of a page, whatever its kind.

use super::{
    kinds::DiagramData,
    places::Places,
    structure::{SharedPart, Texts},
};
use crate::span::{At, Span};

/// One diagram block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// Unique on its page, and the name of its standalone file.
    pub id: At<String>,
    /// The whole block.
    pub span: Span,
    pub title: String,
    /// One sentence that says what to see.
    pub caption: String,
    /// Takes the place of the text alternative composed from the data.
    pub alt: Option<String>,
    pub data: DiagramData,
    /// Where its values are written, for problems that are found later.
    pub places: Places,
}

impl Diagram {
    /// Returns the text of the diagram, one piece on each line: what a translation
    /// translates.
    pub fn text(&self) -> String {
        let mut texts = Texts::default();
        texts.add(&self.title);
        texts.add(&self.caption);
        texts.add_optional(&self.alt);
        self.data.collect_texts(&mut texts);
        texts.joined()
    }

    /// Returns the same diagram without notes and criteria, which cannot be read where it
    /// is shown small.
    pub fn without_notes(&self) -> Diagram {
        let mut diagram = self.clone();
        diagram.data.remove_notes();
        diagram
    }

    /// Returns the diagram itself as a part.
    pub(super) fn whole(&self) -> SharedPart {
        self.data.own_values(SharedPart::new(&self.id).words("alt", self.alt.as_ref()))
    }
}
