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
    /// One sentence that says what to see.
    pub caption: String,
    /// Replaces the text alternative that is composed from the data.
    pub alt: Option<String>,
    pub data: DiagramData,
    /// Links to pages that stand in the data, in order.
    pub links: Vec<At<String>>,
    /// The texts that a translation translates, one on each line.
    pub text: String,
    /// The structure that a translation must have in common with its source.
    pub structure: SharedStructure,
    /// Characters that not every font has, and where each is written first.
    pub rare: Vec<At<char>>,
}

impl Diagram {
    /// Returns the same diagram without notes and criteria, which cannot be read where it
    /// is shown small.
    pub fn without_notes(&self) -> Diagram {
        let mut diagram = self.clone();
        diagram.data.remove_notes();
        diagram
    }

    /// Returns where `c` is written, a character that not every font has.
    pub fn place_of_char(&self, c: char) -> Option<Span> {
        self.rare.iter().find(|at| at.value == c).map(|at| at.span)
    }
}
