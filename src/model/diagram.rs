//! A diagram as its editor means it: seven kinds, each with its own data.
//!
//! Everything here has been checked: links are positions in a list rather than
//! names, so that no later stage can meet one that leads nowhere. How a diagram
//! looks is not known here.

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

/// Values that an editor chooses by name.
pub trait Choice: Copy + PartialEq + 'static {
    /// Every value with its name.
    const ALL: &'static [(&'static str, Self)];

    /// The name of this value.
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, value)| *value == self).map_or("", |(name, _)| name)
    }
}

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($variant,)* }

        impl Choice for $name {
            const ALL: &'static [(&'static str, Self)] = &[$(($word, $name::$variant),)*];
        }
    };
}

choice! {
    /// What a decision is judged by. Each keeps one hue and one icon everywhere.
    Signal { Quality = "quality", Format = "format", Risk = "risk", Cost = "cost", }
}

choice! {
    /// How far a verdict or an item may go.
    Tone { Go = "go", Caution = "caution", Stop = "stop", }
}

choice! {
    /// Who acts in a step.
    Actor { Agent = "agent", Person = "person", Both = "both", }
}

choice! {
    /// What a step is on the path.
    StepType { Step = "step", Gate = "gate", Fallback = "fallback", End = "end", }
}

choice! {
    /// How items are compared.
    CompareStyle { Bars = "bars", Radar = "radar", }
}

choice! {
    /// The pictograms that a stage can have.
    Icon {
        Person = "person",
        Agent = "agent",
        Gate = "gate",
        Guard = "guard",
        Evidence = "evidence",
        Fallback = "fallback",
        Sample = "sample",
        Launch = "launch",
        Flow = "flow",
        Document = "document",
        Clock = "clock",
    }
}

/// A use case, a flow of stages, and the signals that decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signals {
    pub use_case: String,
    pub flow: Vec<FlowStage>,
    pub signals: Vec<SignalNote>,
}

/// A stage of a flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowStage {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
    pub icon: Option<Icon>,
}

/// A signal and what to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalNote {
    pub id: At<String>,
    pub signal: Signal,
    pub label: String,
    pub note: Option<String>,
}

/// Numbered steps with links between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workflow {
    pub steps: Vec<Step>,
    /// By source, in the order in which they are to be drawn.
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

/// Signals with levels, and the chain of evidence behind a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub signals: Vec<LevelSignal>,
    /// The last link is the decision.
    pub chain: Vec<ChainLink>,
}

/// A signal and how strong it is, from 1 to 5.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelSignal {
    pub id: At<String>,
    pub signal: Signal,
    pub label: String,
    pub level: u8,
    pub note: Option<String>,
}

/// A link of a chain of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainLink {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
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

/// Items on two named axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub x: Axis,
    pub y: Axis,
    pub items: Vec<MatrixItem>,
}

/// What an axis is called, and its two ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    pub label: String,
    pub low: String,
    pub high: String,
}

/// An item at its place, from 0 to 100 on both axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixItem {
    pub id: At<String>,
    pub label: String,
    pub x: u8,
    pub y: u8,
    pub tone: Tone,
}

/// Stages over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rollout {
    pub stages: Vec<RolloutStage>,
}

/// A stage with what opens it and what lets it end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolloutStage {
    pub id: At<String>,
    pub label: String,
    pub when: String,
    pub note: Option<String>,
    pub entry: Vec<String>,
    pub exit: Vec<String>,
}

/// Items scored signal by signal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    pub style: CompareStyle,
    pub max: u8,
    pub signals: Vec<ComparedSignal>,
    pub items: Vec<ComparedItem>,
}

/// What items are compared by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedSignal {
    pub id: At<String>,
    pub signal: Option<Signal>,
    pub label: String,
}

/// An item with a score for each signal, in the signals' order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedItem {
    pub id: At<String>,
    pub label: String,
    pub scores: Vec<u8>,
}
