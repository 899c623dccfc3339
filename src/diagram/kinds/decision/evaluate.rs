//! Walks through a decision with given answers. The script on the page (`decide.js`) does the
//! same with the JSON of the decision; a test compares the two.

use super::{AnswerForm, AnswerTo, Choice, Decision, NumberRange};

/// An answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenAnswer {
    /// One of the answers, by its position.
    One(usize),
    /// The positions of the ticked choices.
    Several(Vec<usize>),
    Number(i64),
}

/// An answered question, and the way out that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkStep {
    pub question: usize,
    /// `None` for a sum of points, which is computed.
    pub given: Option<GivenAnswer>,
    /// The position among the ways out.
    pub exit: usize,
}

/// A walk through a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Walk {
    pub steps: Vec<WalkStep>,
    pub end: WalkEnd,
    /// The sum of the points.
    pub points: i64,
}

/// The end of a walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WalkEnd {
    Verdict(usize),
    /// A question without a valid answer.
    Unanswered(usize),
}

/// Walks through `decision`; `answer` returns the answer to a question.
pub fn walk(decision: &Decision, mut answer: impl FnMut(usize) -> Option<GivenAnswer>) -> Walk {
    let mut walk = Walk { steps: Vec::new(), end: WalkEnd::Unanswered(0), points: 0 };
    let mut at = 0;
    // No way leads back, so a walk has at most as many steps as there are questions.
    for _ in 0..decision.questions.len() {
        let form = &decision.questions[at].answers;
        let given = match form {
            AnswerForm::Points(_) => None,
            _ => answer(at),
        };
        let Some((exit, points)) = exit(form, given.as_ref(), walk.points) else { break };
        walk.points += points;
        walk.steps.push(WalkStep { question: at, given, exit });
        match form.targets()[exit] {
            AnswerTo::Verdict(verdict) => {
                walk.end = WalkEnd::Verdict(verdict);
                break;
            }
            AnswerTo::Question(next) => at = next,
        }
        walk.end = WalkEnd::Unanswered(at);
    }
    walk
}

/// Returns the way out that an answer leads to, and its points; `None` for an invalid answer.
fn exit(form: &AnswerForm, given: Option<&GivenAnswer>, sum: i64) -> Option<(usize, i64)> {
    match (form, given) {
        (AnswerForm::One(answers), Some(GivenAnswer::One(at))) => {
            Some((*at, i64::from(answers.get(*at)?.points)))
        }
        (AnswerForm::Several { choices, .. }, Some(GivenAnswer::Several(ticked))) => {
            several(choices, ticked)
        }
        (AnswerForm::Number { ranges, .. }, Some(GivenAnswer::Number(number))) => {
            Some((holding(ranges, *number)?, 0))
        }
        (AnswerForm::Points(ranges), _) => Some((holding(ranges, sum)?, 0)),
        (AnswerForm::One(_) | AnswerForm::Several { .. } | AnswerForm::Number { .. }, _) => None,
    }
}

fn several(choices: &[Choice], ticked: &[usize]) -> Option<(usize, i64)> {
    let points = ticked.iter().map(|at| Some(i64::from(choices.get(*at)?.points)));
    let points = points.sum::<Option<i64>>()?;
    let leading = choices.iter().enumerate().filter(|(_, choice)| choice.to.is_some());
    let decider = leading.clone().position(|(at, _)| ticked.contains(&at));
    Some((decider.unwrap_or_else(|| leading.count()), points))
}

fn holding(ranges: &[NumberRange], number: i64) -> Option<usize> {
    ranges.iter().position(|range| range.holds(number))
}
