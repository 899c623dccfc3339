//! Decision: a tree of questions that ends in verdicts. Questions stand along the path on
//! the left, each with its answers as exits, verdicts on the right (on a phone: below
//! their question).
//!
//! Answers that lead to a question run in lanes left of the questions, answers
//! that lead to a verdict in lanes on the other side, so none crosses a box.

mod resolve;
mod tree;
mod ways;

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

/// A tree of questions that ends in verdicts: at most twelve of both together.
#[derive(Default, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct WrittenDecision {
    /// The questions; the first is where the reader begins.
    #[schemars(length(min = 1, max = 11))]
    questions: Vec<WrittenQuestion>,
    /// What the questions end in.
    #[schemars(length(min = 1, max = 11))]
    verdicts: Vec<Verdict>,
}

/// A question with its answers.
#[derive(Deserialize, JsonSchema)]
struct WrittenQuestion {
    /// The name of the question, the same in both languages.
    #[schemars(extend("format" = "id"))]
    id: At<String>,
    /// The question.
    #[schemars(extend("x-translated" = true))]
    label: String,
    /// What can be answered, and where each answer leads.
    #[schemars(length(min = 2, max = 3))]
    answers: Vec<WrittenAnswer>,
}

/// An answer and the id of its target.
#[derive(Deserialize, JsonSchema)]
struct WrittenAnswer {
    /// The answer.
    #[schemars(extend("x-translated" = true))]
    label: String,
    /// The id of the question or the verdict that the answer leads to.
    to: At<String>,
}

/// An end of a question tree.
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
}

impl DiagramKind for Decision {
    type Written = WrittenDecision;

    fn resolve(written: WrittenDecision, block: &mut TomlBlock) -> Self {
        resolve::decision(written, block)
    }

    fn draw(&self, arrangement: Arrangement, _: &Strings) -> Scene {
        let order = order(self);
        let mut scene = Scene::new(arrangement.width());
        let tree = QuestionTree::new(self, &order, arrangement);
        let placed = tree.place(&mut scene);
        for ways in
            [ways::route_to_questions(&tree, &placed), ways::route_to_verdicts(&tree, &placed)]
        {
            for (points, class) in ways {
                edge(&mut scene, points, class);
            }
        }
        scene.height = placed.bottom() + 2;
        scene
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let order = order(self);
        let questions = order.iter().map(|question| OutlineItem {
            words: self.questions[*question].label.clone(),
            more: answers(self, *question, &order, strings),
        });
        let verdicts = self.verdicts.iter();
        let verdicts = verdicts.map(|v| item(noted(&verdict_words(v, strings), v.note.as_ref())));
        Outline {
            intro: with_count(strings, "diagram-intro-decision", self.questions.len()),
            parts: vec![
                list(Some(strings.get("diagram-questions")), questions),
                list(Some(strings.get("diagram-verdicts")), verdicts),
            ],
        }
    }

    fn remove_notes(&mut self) {
        self.verdicts.iter_mut().for_each(|verdict| verdict.note = None);
    }
}

/// Orders the questions so that every answer leads to a later one, the branch that is
/// written first coming first.
pub fn order(decision: &Decision) -> Vec<usize> {
    fn visit(decision: &Decision, question: usize, seen: &mut [bool], order: &mut Vec<usize>) {
        if std::mem::replace(&mut seen[question], true) {
            return;
        }
        for answer in decision.questions[question].answers.iter().rev() {
            if let AnswerTo::Question(to) = answer.to {
                visit(decision, to, seen, order);
            }
        }
        order.push(question);
    }
    let mut order = Vec::with_capacity(decision.questions.len());
    visit(decision, 0, &mut vec![false; decision.questions.len()], &mut order);
    order.reverse();
    order
}

/// Returns the target of each answer, in the numbers that the drawing gives the questions.
fn answers(
    decision: &Decision,
    question: usize,
    order: &[usize],
    strings: &Strings,
) -> Vec<OutlineLine> {
    let answers = decision.questions[question].answers.iter().map(|answer| {
        let label = ("label", answer.label.as_str().into());
        match answer.to {
            AnswerTo::Question(to) => {
                let number = order.iter().position(|nth| *nth == to).map_or(0, |nth| nth + 1);
                let to = ("to", decision.questions[to].label.as_str().into());
                say(strings, "diagram-answer", [label, ("number", number.into()), to])
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
