//! Practice: short cases that readers judge one by one. They learn which answer is right and
//! which words break which rule. It is not drawn: without scripts it is a worksheet with the
//! solutions at the end.
//!
//! The answers, the rules and the right answer of each case are the same in both languages, so
//! the address of a result is too, and teams can compare their results. Cases are written for
//! each language: the number of marked words may differ.

mod cases;
mod resolve;

pub use cases::{CasesInput, write_cases};

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Tone,
        layout::Scene,
        outline::{Outline, OutlineItem, OutlineLine, list, with_count},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// Cases to judge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// The possible answers; empty for the built-in ones.
    pub answers: Vec<PracticeAnswer>,
    pub rules: Vec<PracticeRule>,
    pub cases: Vec<PracticeCase>,
    pub message_label: Option<String>,
    pub draft_label: Option<String>,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeCase {
    pub id: String,
    pub lesson: String,
    pub context: Option<String>,
    pub message: Option<String>,
    pub draft: String,
    /// The position of the right answer.
    pub answer: usize,
    /// In the order of their places, those in the message before those in the draft.
    pub marks: Vec<PracticeMark>,
    pub why: String,
}

/// Words that break a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeMark {
    pub text: MarkedText,
    /// The byte range in that text.
    pub range: Range<usize>,
    /// The position of the rule.
    pub rule: usize,
}

/// The text that the marked words stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkedText {
    Message,
    Draft,
}

/// Short cases to judge, one after the other.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct WrittenPractice {
    /// What a case can be judged to be. Without this list: fine as it is, to be changed, for
    /// somebody else (`send`, `mend` and `hand-over`).
    #[serde(default)]
    #[schemars(length(max = 4))]
    pub answers: Vec<PracticeAnswer>,
    /// The rules that words can break.
    #[schemars(length(min = 1, max = 12))]
    pub rules: Vec<PracticeRule>,
    /// The cases, written for each language.
    #[schemars(length(min = 2, max = 20))]
    pub cases: Vec<WrittenCase>,
    /// What the message of a case is called. Without this key: “Message”.
    #[schemars(extend("x-translated" = true))]
    pub message_label: Option<String>,
    /// What the text that is judged is called. Without this key: “Draft”.
    #[schemars(extend("x-translated" = true))]
    pub draft_label: Option<String>,
}

/// What a case can be judged to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct PracticeAnswer {
    /// The name of the answer, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// The answer.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// How far the answer lets go. A case whose right answer is `go` breaks no rule.
    #[serde(default)]
    pub tone: Tone,
}

/// A rule that words can break.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct PracticeRule {
    /// The name of the rule, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What breaking it is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// Where the rule is explained: a link, written as in the text.
    pub page: Option<At<String>>,
}

/// A case to judge.
#[derive(Default, Deserialize, JsonSchema)]
pub struct WrittenCase {
    /// The name of the case, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the case teaches, in a few words. Readers see it with the answer.
    #[schemars(extend("x-translated" = true))]
    pub lesson: String,
    /// What is known beside the message: what a record says, who writes.
    #[schemars(extend("x-translated" = true, "x-once" = true))]
    pub context: Option<String>,
    /// What the draft replies to.
    #[schemars(extend("x-translated" = true, "x-once" = true))]
    pub message: Option<String>,
    /// The text that is judged.
    #[schemars(extend("x-translated" = true))]
    pub draft: String,
    /// The id of the right answer.
    pub answer: At<String>,
    /// The words of the message or the draft that break a rule. Each language has its own.
    #[serde(default)]
    #[schemars(extend("x-once" = true), length(max = 6))]
    pub marks: Vec<WrittenMark>,
    /// Why the answer is right, in a sentence or two.
    #[schemars(extend("x-translated" = true))]
    pub why: String,
}

/// Words that break a rule.
#[derive(Default, Deserialize, JsonSchema)]
pub struct WrittenMark {
    /// The words, exactly as they stand in the message or the draft, where they stand once.
    #[schemars(extend("x-translated" = true))]
    pub words: At<String>,
    /// The id of the rule that they break.
    pub rule: At<String>,
}

impl DiagramKind for Practice {
    type Written = WrittenPractice;

    fn resolve(written: WrittenPractice, block: &mut TomlBlock) -> Self {
        resolve::practice(written, block)
    }

    fn is_drawn(&self) -> bool {
        false
    }

    fn draw(&self, arrangement: Arrangement, _: &Strings) -> Scene {
        Scene::new(arrangement.width())
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let cases = self.cases.iter().map(|case| {
            let lesson = format!("{}: {}", case.lesson, case.why);
            let texts = case.message.iter().chain([&case.draft, &lesson]);
            let mut lines = texts.cloned();
            let words = lines.next().unwrap_or_default();
            OutlineItem { words, more: lines.map(OutlineLine::plain).collect() }
        });
        Outline {
            intro: with_count(strings, "diagram-intro-practice", self.cases.len()),
            parts: vec![list(None, cases)],
        }
    }

    fn destinations(&self) -> Vec<At<String>> {
        self.rules.iter().filter_map(|rule| rule.page.clone()).collect()
    }
}
