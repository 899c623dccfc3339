//! A diagram as its editor means it: seven kinds, each with its own data.
//!
//! Everything here has been checked: links are positions in a list rather than
//! names, so that no later stage can meet one that leads nowhere. How a diagram
//! looks is not known here.

mod brief;
mod choice;
mod graph;
mod lists;
mod places;

pub use choice::{Actor, Choice, CompareStyle, Icon, Signal, StepType, Tone};
pub use graph::{Answer, AnswerTo, Decision, Question, Step, StepLink, Verdict, Workflow};
pub use lists::{
    Axis, ChainLink, Compare, ComparedItem, ComparedSignal, Evidence, FlowStage, LevelSignal,
    Matrix, MatrixItem, Rollout, RolloutStage, SignalNote, Signals, ToneWords,
};

pub use places::Places;

use super::{At, Span};

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
    pub kind: DiagramKind,
    /// Where its values are written, for problems that are found later.
    pub places: Places,
}

/// What a diagram shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagramKind {
    Signals(Signals),
    Workflow(Workflow),
    Evidence(Evidence),
    Decision(Decision),
    Matrix(Matrix),
    Rollout(Rollout),
    Compare(Compare),
}

impl DiagramKind {
    /// The kinds' names, as `kind = "…"` has them.
    pub const NAMES: [&'static str; 7] =
        ["signals", "workflow", "evidence", "decision", "matrix", "rollout", "compare"];

    /// The name of this kind.
    pub const fn name(&self) -> &'static str {
        match self {
            DiagramKind::Signals(_) => "signals",
            DiagramKind::Workflow(_) => "workflow",
            DiagramKind::Evidence(_) => "evidence",
            DiagramKind::Decision(_) => "decision",
            DiagramKind::Matrix(_) => "matrix",
            DiagramKind::Rollout(_) => "rollout",
            DiagramKind::Compare(_) => "compare",
        }
    }
}
