//! A diagram block of a page, of any kind.

use super::{kinds::DiagramData, structure::SharedStructure};
use crate::span::{At, Span};

/// One diagram block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// Unique on its page, and the name of its standalone file.
    pub id: At<String>,
    /// The whole block.
    pub span: Span,
    pub title: String,
    /// One sentence about what to see.
    pub caption: String,
    /// A text alternative by the editor, in place of the one that is composed from the data.
    pub alt: Option<String>,
    pub data: DiagramData,
    /// Links to pages in the data, in order.
    pub links: Vec<At<String>>,
    /// The words that are translated, line by line.
    pub text: String,
    /// The structure that must be the same in a translation.
    pub structure: SharedStructure,
    /// Characters that some fonts lack, each with its first place.
    pub rare: Vec<At<char>>,
}

impl Diagram {
    /// Returns the same diagram without notes and criteria, which are too small to read in a
    /// small drawing.
    pub fn without_notes(&self) -> Diagram {
        let mut diagram = self.clone();
        diagram.data.remove_notes();
        diagram
    }

    /// Returns the place of `c`, one of the characters that some fonts lack.
    pub fn place_of_char(&self, c: char) -> Option<Span> {
        self.rare.iter().find(|at| at.value == c).map(|at| at.span)
    }
}
