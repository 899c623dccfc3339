//! The kinds that are lists: signals, evidence, matrix, rollout, compare.

use super::{CompareStyle, Icon, Signal, Tone};
use crate::model::At;

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

/// Items on two named axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub x: Axis,
    pub y: Axis,
    pub tones: ToneWords,
    pub items: Vec<MatrixItem>,
}

/// What the tones of a matrix mean, where its editor says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToneWords {
    pub go: Option<String>,
    pub caution: Option<String>,
    pub stop: Option<String>,
}

impl ToneWords {
    pub const fn get(&self, tone: Tone) -> Option<&String> {
        match tone {
            Tone::Go => self.go.as_ref(),
            Tone::Caution => self.caution.as_ref(),
            Tone::Stop => self.stop.as_ref(),
        }
    }
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
