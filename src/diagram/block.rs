//! A diagram block of a page, whatever its kind.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    kinds::{DiagramData, KindName},
    structure::SharedStructure,
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
    /// What a translation translates, one piece on each line.
    pub text: String,
    /// What a translation must have in common with its source.
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

/// The keys that every diagram has.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct DiagramHead {
    /// The kind of diagram.
    pub kind: KindName,
    /// The name of the diagram, the same in both languages: unique on its page, and the
    /// name of its SVG file.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// The title above the drawing.
    #[schemars(extend("x-translated" = true))]
    pub title: String,
    /// One sentence below the drawing that says what to see.
    #[schemars(extend("x-translated" = true))]
    pub caption: String,
    /// A description for those who do not see the drawing, in place of the one that is
    /// composed from the data.
    #[schemars(extend("x-translated" = true))]
    pub alt: Option<String>,
}
