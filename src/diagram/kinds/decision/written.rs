//! A decision as an editor writes it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Verdict;
use crate::span::At;

/// Questions that end in verdicts: at most twenty of both together.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct WrittenDecision {
    /// The questions; the first is where the reader begins.
    #[schemars(length(min = 1, max = 19))]
    pub questions: Vec<WrittenQuestion>,
    /// What the questions end in.
    #[schemars(length(min = 1, max = 19))]
    pub verdicts: Vec<Verdict>,
    /// Answers and the verdict that they must lead to. Every build walks them; those in the
    /// original are enough.
    #[serde(default)]
    #[schemars(extend("x-once" = true))]
    pub scenarios: Vec<WrittenScenario>,
}

/// A question with its answers.
#[derive(Deserialize, JsonSchema)]
pub struct WrittenQuestion {
    /// The name of the question, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// The question.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// A word or two that name the question where there is little room: below the gates of the home
    /// page.
    #[schemars(extend("x-translated" = true))]
    pub short: Option<String>,
    /// What helps to answer: what a word means, where to look.
    #[schemars(extend("x-translated" = true))]
    pub help: Option<String>,
    /// Why the question is asked.
    #[schemars(extend("x-translated" = true))]
    pub why: Option<String>,
    /// How the question is answered.
    #[serde(rename = "type", default)]
    pub asks: QuestionType,
    /// What can be answered, and where each answer leads.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub answers: Vec<WrittenAnswer>,
    /// Where a question with several choices leads when none of those that lead somewhere
    /// is ticked: the id of a question or a verdict.
    pub otherwise: Option<At<String>>,
    /// What a number counts, as it stands behind the number.
    #[schemars(extend("x-translated" = true))]
    pub unit: Option<String>,
    /// The greatest number that can be answered, with which the last range ends. Without it, that
    /// range has no end.
    #[schemars(range(min = 0, max = 1_000_000_000))]
    pub max: Option<At<i64>>,
    /// For a number or a sum of points: where each range leads. Together they leave no gap.
    #[serde(default)]
    #[schemars(length(max = 8))]
    pub ranges: Vec<WrittenRange>,
}

/// How a question is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "diagram-question"))]
pub enum QuestionType {
    /// By one of the answers.
    #[default]
    One,
    /// By ticking any of the answers; the first ticked one that leads somewhere decides.
    Several,
    /// By a whole number, which one of the ranges holds.
    Number,
    /// By nobody: the points of the answers before are added up.
    Points,
}

impl QuestionType {
    /// Returns the name, as it is written.
    pub const fn name(self) -> &'static str {
        match self {
            QuestionType::One => "one",
            QuestionType::Several => "several",
            QuestionType::Number => "number",
            QuestionType::Points => "points",
        }
    }
}

/// An answer and the id of what it leads to.
#[derive(Deserialize, JsonSchema)]
pub struct WrittenAnswer {
    /// The answer.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// The id of the question or the verdict that the answer leads to. Of several choices,
    /// those without one only add their points.
    pub to: Option<At<String>>,
    /// What the answer adds to a sum of points.
    #[serde(default)]
    #[schemars(range(min = 0, max = 20))]
    pub points: u8,
    /// What follows from the answer, in a sentence: it stands among the reasons of a verdict.
    #[schemars(extend("x-translated" = true))]
    pub because: Option<String>,
    /// Pages and sections that the answer leads to, whatever the verdict: they are named
    /// with it.
    #[serde(default)]
    #[schemars(example = ["../guides/suppliers.md"], length(max = 4))]
    pub follows: Vec<At<String>>,
}

/// A range of numbers and where it leads.
#[derive(Deserialize, JsonSchema)]
pub struct WrittenRange {
    /// The least number of the range.
    #[schemars(range(min = 0, max = 1_000_000_000))]
    pub from: At<i64>,
    /// The greatest number of the range; the last range can go without.
    #[schemars(range(min = 0, max = 1_000_000_000))]
    pub until: Option<At<i64>>,
    /// What the range is called: the name of a level.
    #[schemars(extend("x-translated" = true))]
    pub label: Option<String>,
    /// The id of the question or the verdict that the range leads to.
    pub to: At<String>,
    /// What follows from the number, in a sentence: it stands among the reasons of a verdict.
    #[schemars(extend("x-translated" = true))]
    pub because: Option<String>,
}

/// Answers and the verdict that they must lead to.
#[derive(Deserialize, JsonSchema)]
pub struct WrittenScenario {
    /// The name of the scenario, for messages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// An answer to each question on the way, by the question's id: the number of the answer
    /// counted from 1, several such with commas between (0 for none), or the number asked for.
    pub answers: std::collections::BTreeMap<String, String>,
    /// The id of the verdict that they lead to.
    pub verdict: At<String>,
}
