//! Decision: questions that end in verdicts. In the drawing, questions stand along the path on
//! the left, each with its answers as exits; verdicts stand on the right, or on a phone below
//! their question.
//!
//! One model is used for the drawing, the walk on the page with and without scripts, the JSON
//! file and the checks of a build. Answers that lead to a question run in lanes left of the
//! questions, those that lead to a verdict in lanes on the other side, so no line crosses a
//! box.

mod address;
mod evaluate;
mod file;
mod links;
mod reach;
mod resolve;
mod scenario;
mod sections;
mod tree;
mod ways;
mod written;

pub use address::{AddressProblem, decode, encode, stamp};
pub use evaluate::{GivenAnswer, Walk, WalkEnd, WalkStep, walk};
pub use file::{DecisionFile, FileWords};
pub use links::FollowedLink;
pub use reach::{DecisionSummary, summary};
pub use sections::{SectionsInput, write_sections};
pub use written::{QuestionType, WrittenDecision};

use std::iter::successors;

use tree::QuestionTree;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Tone,
        layout::{Scene, edge},
        outline::{
            Outline, OutlineItem, OutlineLine, item, list, noted, say, tone_key, with_count,
        },
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// The sign of a sum, in the place where a question has its number.
const SUM: &str = "=";

/// Questions that end in verdicts. No answer leads back, so every walk ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// A walk begins with the first.
    pub questions: Vec<Question>,
    pub verdicts: Vec<Verdict>,
}

/// A question and where its answers lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub id: String,
    pub label: String,
    /// Names the question where there is little room.
    pub short: Option<String>,
    pub help: Option<String>,
    pub why: Option<String>,
    pub answers: AnswerForm,
}

impl Question {
    /// Returns what names the question where there is little room.
    pub fn short_name(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.label)
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswerForm {
    /// By one of the answers.
    One(Vec<Answer>),
    /// By any of the choices: the first ticked one that leads somewhere decides.
    Several { choices: Vec<Choice>, otherwise: AnswerTo },
    /// By a number, which one of the ranges holds.
    Number { unit: Option<String>, ranges: Vec<NumberRange> },
    /// By the sum of the points of the answers before.
    Points(Vec<NumberRange>),
}

/// An answer and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub label: String,
    pub to: AnswerTo,
    pub points: u8,
    pub because: Option<String>,
    /// Links that are shown with the verdict.
    pub follows: Vec<At<String>>,
}

/// One of several choices. One that leads nowhere only adds its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub label: String,
    pub to: Option<AnswerTo>,
    pub points: u8,
    pub because: Option<String>,
    /// Links that are shown with the verdict.
    pub follows: Vec<At<String>>,
}

/// Whole numbers from one to another, and where they lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberRange {
    pub from: i64,
    /// The greatest number; `None` if there is no bound.
    pub until: Option<i64>,
    pub label: Option<String>,
    pub to: AnswerTo,
    pub because: Option<String>,
}

/// The target of an answer, by its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerTo {
    Question(usize),
    Verdict(usize),
}

/// An end of the questions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Verdict {
    /// The name of the verdict, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the verdict is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// A sentence about the verdict.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
    /// How far the verdict lets go: that gives its colour and its form.
    pub tone: Tone,
    /// What is to be done, one sentence each.
    #[serde(default)]
    #[schemars(extend("x-translated" = true), length(max = 8))]
    pub duties: Vec<String>,
    /// The pages and sections that help to do it, as links are written in the text.
    #[serde(default)]
    #[schemars(example = ["../checklists/pre-launch.md"], length(max = 8))]
    pub follows: Vec<At<String>>,
    /// Who answers for the verdict: a role.
    #[schemars(extend("x-translated" = true))]
    pub owner: Option<String>,
    /// After how many days the verdict is looked at again.
    #[schemars(range(min = 1, max = 3650))]
    pub review_days: Option<u16>,
}

/// A way out of a question, as it is shown.
pub struct Exit {
    pub label: String,
    pub to: AnswerTo,
}

/// A line of a question's card: an answer, or a choice that only adds its points.
pub struct AnswerRow {
    pub label: String,
    /// `None` if the way out does not depend on it.
    pub to: Option<AnswerTo>,
}

impl AnswerForm {
    /// Returns the targets of the ways out, in order.
    pub fn targets(&self) -> Vec<AnswerTo> {
        match self {
            AnswerForm::One(answers) => answers.iter().map(|answer| answer.to).collect(),
            AnswerForm::Several { choices, otherwise } => {
                choices.iter().filter_map(|choice| choice.to).chain([*otherwise]).collect()
            }
            AnswerForm::Number { ranges, .. } | AnswerForm::Points(ranges) => {
                ranges.iter().map(|range| range.to).collect()
            }
        }
    }

    /// Returns the links of each answer, in the order of the answers.
    pub fn follows(&self) -> Vec<&[At<String>]> {
        match self {
            AnswerForm::One(answers) => answers.iter().map(|a| &a.follows[..]).collect(),
            AnswerForm::Several { choices, .. } => choices.iter().map(|c| &c.follows[..]).collect(),
            AnswerForm::Number { .. } | AnswerForm::Points(_) => Vec::new(),
        }
    }

    pub const fn question_type(&self) -> QuestionType {
        match self {
            AnswerForm::One(_) => QuestionType::One,
            AnswerForm::Several { .. } => QuestionType::Several,
            AnswerForm::Number { .. } => QuestionType::Number,
            AnswerForm::Points(_) => QuestionType::Points,
        }
    }

    /// Returns the points of each answer.
    fn points(&self) -> Vec<u8> {
        match self {
            AnswerForm::One(answers) => answers.iter().map(|answer| answer.points).collect(),
            AnswerForm::Several { choices, .. } => choices.iter().map(|c| c.points).collect(),
            AnswerForm::Number { .. } | AnswerForm::Points(_) => Vec::new(),
        }
    }

    /// Returns the labels of the ways out, in the order of [`targets`](Self::targets).
    fn labels(&self, strings: &Strings) -> Vec<String> {
        match self {
            AnswerForm::One(answers) => answers.iter().map(|a| a.label.clone()).collect(),
            AnswerForm::Several { choices, .. } => {
                let leading = choices.iter().filter(|choice| choice.to.is_some());
                let labels = leading.map(|choice| choice.label.clone());
                labels.chain([strings.get(otherwise_key(choices))]).collect()
            }
            AnswerForm::Number { unit, ranges } => {
                ranges.iter().map(|range| range.words(unit.as_deref(), strings)).collect()
            }
            AnswerForm::Points(ranges) => {
                ranges.iter().map(|range| range.words(None, strings)).collect()
            }
        }
    }
}

impl Question {
    /// Returns whether somebody answers the question; a sum of points follows from the answers
    /// before.
    pub const fn is_asked(&self) -> bool {
        !matches!(self.answers, AnswerForm::Points(_))
    }

    /// Returns the ways out of the question.
    pub fn exits(&self, strings: &Strings) -> Vec<Exit> {
        let labels = self.answers.labels(strings).into_iter();
        labels.zip(self.answers.targets()).map(|(label, to)| Exit { label, to }).collect()
    }

    /// Returns the answers and choices with their points, then the other ways out.
    pub fn rows(&self, strings: &Strings) -> Vec<AnswerRow> {
        let mut exits = self.exits(strings).into_iter();
        let mut exit =
            || exits.next().map(|exit| AnswerRow { label: exit.label, to: Some(exit.to) });
        let mut rows: Vec<AnswerRow> = match &self.answers {
            AnswerForm::Several { choices, .. } => {
                let unled = |label: &String| AnswerRow { label: label.clone(), to: None };
                let row = |choice: &Choice| match choice.to {
                    Some(_) => exit(),
                    None => Some(unled(&choice.label)),
                };
                choices.iter().filter_map(row).collect()
            }
            AnswerForm::One(_) | AnswerForm::Number { .. } | AnswerForm::Points(_) => Vec::new(),
        };
        rows.extend(std::iter::from_fn(exit));
        for (row, points) in rows.iter_mut().zip(self.answers.points()).filter(|(_, p)| *p > 0) {
            let points = say(strings, "decision-points", [("count", points.into())]);
            row.label = format!("{} ({points})", row.label);
        }
        rows
    }
}

impl NumberRange {
    pub fn holds(&self, number: i64) -> bool {
        self.from <= number && self.until.is_none_or(|until| number <= until)
    }

    /// Returns the range in words: `100–299 replies`, `Low (0–4)`.
    pub fn words(&self, unit: Option<&str>, strings: &Strings) -> String {
        let (from, until) = (grouped(self.from), self.until.map(grouped));
        let numbers = match &until {
            Some(until) if *until == from => from,
            Some(until) => format!("{from}–{until}"),
            None => from,
        };
        let amount = match unit {
            Some(unit) => {
                let amount = ("amount", numbers.as_str().into());
                say(strings, "decision-amount", [amount, ("unit", unit.into())])
            }
            None => numbers,
        };
        let words = match until {
            Some(_) => amount,
            None => say(strings, "decision-at-least", [("amount", amount.into())]),
        };
        match &self.label {
            Some(label) => format!("{label} ({words})"),
            None => words,
        }
    }
}

/// Returns the words on the way out that is taken when no choice decides.
pub(in crate::diagram) fn otherwise_key(choices: &[Choice]) -> &'static str {
    match choices.iter().filter(|choice| choice.to.is_some()).count() {
        0 => "decision-whatever",
        leading if leading == choices.len() => "decision-otherwise",
        _ => "decision-other-cases",
    }
}

/// Returns a number with a comma between every three digits.
fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl Decision {
    /// Returns whether every question is answered by one of its answers.
    pub fn is_single_choice(&self) -> bool {
        self.questions.iter().all(|question| matches!(question.answers, AnswerForm::One(_)))
    }

    /// Returns the questions on the longest walk, without sums, which nobody is asked for.
    pub fn longest_way(&self) -> Vec<&Question> {
        let mut longest = vec![0; self.questions.len()];
        let order = order(self);
        let later = |at: usize| {
            self.questions[at].answers.targets().into_iter().filter_map(|to| match to {
                AnswerTo::Question(to) => Some(to),
                AnswerTo::Verdict(_) => None,
            })
        };
        for at in order.iter().rev() {
            let most = later(*at).map(|to| longest[to]).max().unwrap_or(0);
            longest[*at] = usize::from(self.questions[*at].is_asked()) + most;
        }
        let first = (!self.questions.is_empty()).then_some(0);
        let way = successors(first, |at| later(*at).max_by_key(|to| longest[*to]));
        let way = way.take(self.questions.len()).map(|at| &self.questions[at]);
        way.filter(|question| question.is_asked()).collect()
    }

    /// Returns the id of the node `to`.
    pub fn id_of(&self, to: AnswerTo) -> &str {
        match to {
            AnswerTo::Question(at) => &self.questions[at].id,
            AnswerTo::Verdict(at) => &self.verdicts[at].id.value,
        }
    }
}

impl DiagramKind for Decision {
    type Written = WrittenDecision;

    fn resolve(written: WrittenDecision, block: &mut TomlBlock) -> Self {
        resolve::decision(written, block)
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        let order = order(self);
        let mut scene = Scene::new(arrangement.width());
        let tree = QuestionTree::new(self, &order, arrangement, strings);
        let placed = tree.place(&mut scene);
        for ways in
            [ways::route_to_questions(&tree, &placed), ways::route_to_verdicts(&tree, &placed)]
        {
            for way in ways {
                edge(&mut scene, way.points, way.class);
                scene.name(format!("{}.{}", self.questions[way.question].id, way.exit));
            }
        }
        scene.height = placed.bottom() + 2;
        scene
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let order = order(self);
        let asked = self.questions.iter().filter(|question| question.is_asked()).count();
        let questions = order.iter().map(|question| OutlineItem {
            words: self.questions[*question].label.clone(),
            more: answers(self, *question, &order, strings),
        });
        let verdicts = self.verdicts.iter();
        let verdicts = verdicts.map(|v| item(noted(&verdict_words(v, strings), v.note.as_ref())));
        Outline {
            intro: with_count(strings, "diagram-intro-decision", asked),
            parts: vec![
                list(Some(strings.get("diagram-questions")), questions),
                list(Some(strings.get("diagram-verdicts")), verdicts),
            ],
        }
    }

    fn remove_notes(&mut self) {
        self.verdicts.iter_mut().for_each(|verdict| verdict.note = None);
    }

    fn destinations(&self) -> Vec<At<String>> {
        let answers = self.questions.iter().flat_map(|question| question.answers.follows());
        let verdicts = self.verdicts.iter().map(|verdict| &verdict.follows[..]);
        answers.chain(verdicts).flatten().cloned().collect()
    }
}

/// Orders the questions so that every answer leads to a later one. Branches stay in the order
/// of writing.
pub fn order(decision: &Decision) -> Vec<usize> {
    fn visit(decision: &Decision, question: usize, seen: &mut [bool], order: &mut Vec<usize>) {
        if std::mem::replace(&mut seen[question], true) {
            return;
        }
        for to in decision.questions[question].answers.targets().into_iter().rev() {
            if let AnswerTo::Question(to) = to {
                visit(decision, to, seen, order);
            }
        }
        order.push(question);
    }
    let mut order = Vec::with_capacity(decision.questions.len());
    if !decision.questions.is_empty() {
        visit(decision, 0, &mut vec![false; decision.questions.len()], &mut order);
    }
    order.reverse();
    order
}

/// Returns the number of a question: its place in `order`. A sum has none, since it is not asked.
pub fn number(decision: &Decision, order: &[usize], question: usize) -> Option<usize> {
    let place = order.iter().position(|at| *at == question)?;
    decision.questions[question].is_asked().then_some(place + 1)
}

/// Returns the name of a question that an answer leads to: its number, or that it is a sum.
pub fn target_words(
    decision: &Decision,
    order: &[usize],
    question: usize,
    strings: &Strings,
) -> String {
    match number(decision, order, question) {
        Some(number) => say(strings, "decision-to-question", [("number", number.into())]),
        None => strings.get("decision-to-sum"),
    }
}

/// Returns the target of each answer, with the numbers of questions as in the drawing.
fn answers(
    decision: &Decision,
    question: usize,
    order: &[usize],
    strings: &Strings,
) -> Vec<OutlineLine> {
    let answers = decision.questions[question].rows(strings).into_iter().map(|row| {
        let Some(to) = row.to else { return row.label };
        let label = ("label", row.label.into());
        match to {
            AnswerTo::Question(question) => {
                let to = ("to", decision.questions[question].label.as_str().into());
                match number(decision, order, question) {
                    Some(number) => {
                        say(strings, "diagram-answer", [label, ("number", number.into()), to])
                    }
                    None => say(strings, "diagram-answer-sum", [label, to]),
                }
            }
            AnswerTo::Verdict(to) => {
                let to = ("to", decision.verdicts[to].label.as_str().into());
                say(strings, "diagram-answer-verdict", [label, to])
            }
        }
    });
    answers.map(OutlineLine::plain).collect()
}

fn verdict_words(verdict: &Verdict, strings: &Strings) -> String {
    let tone = strings.get(tone_key(verdict.tone));
    let arguments = [("label", verdict.label.as_str().into()), ("tone", tone.into())];
    say(strings, "diagram-verdict", arguments)
}

#[cfg(test)]
mod tests;
