//! The kinds that are graphs: workflow and decision.

use super::{Actor, StepType, Tone};
use crate::model::At;

/// Numbered steps with links between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    pub steps: Vec<Step>,
    /// By source; the ways out of one step in the order in which its editor wrote them.
    pub links: Vec<StepLink>,
}

/// A step of a workflow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
    pub actor: Option<Actor>,
    pub kind: StepType,
}

/// A way from one step to another, by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepLink {
    pub from: usize,
    pub to: usize,
    pub label: Option<String>,
}

impl StepLink {
    /// Whether the link leads to an earlier step.
    pub const fn is_back(&self) -> bool {
        self.to < self.from
    }

    /// Whether the link is the path itself: on to the step written next.
    pub const fn is_next(&self) -> bool {
        self.to == self.from + 1
    }
}

/// A tree of questions that ends in verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The first is the root.
    pub questions: Vec<Question>,
    pub verdicts: Vec<Verdict>,
}

/// A question with two or three answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: At<String>,
    pub label: String,
    pub answers: Vec<Answer>,
}

/// An answer and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub label: String,
    pub to: AnswerTo,
}

/// The node that an answer leads to, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerTo {
    Question(usize),
    Verdict(usize),
}

/// An end of a question tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
    pub tone: Tone,
}
