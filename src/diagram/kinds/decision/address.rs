//! The answers of a walk through a decision as a part of an address: `1.k3f9a.1-2-1+3-120`. It
//! consists of the version of the format, a stamp of the decision's structure, and the answers
//! in the order of the walk, counted from 1. It contains no words, so it is the same in both
//! languages.

use super::{
    AnswerForm, AnswerTo, Decision,
    evaluate::{GivenAnswer, Walk, WalkEnd, walk},
};
use crate::diagram::structure_stamp::StructureStamp;

/// The version of the format.
const FORM: &str = "1";

/// The reasons why an address cannot be read as answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressProblem {
    /// Its format is unknown.
    Form,
    /// The questions have changed since it was made.
    Changed,
    /// It does not fit the questions.
    Unreadable,
}

/// Returns the part of an address that gives the answers of `walk`.
pub fn encode(decision: &Decision, walk: &Walk) -> String {
    let answers = walk.steps.iter().filter_map(|step| Some(written(step.given.as_ref()?)));
    let answers: Vec<String> = answers.collect();
    format!("{FORM}.{}.{}", stamp(decision), answers.join("-"))
}

fn written(given: &GivenAnswer) -> String {
    match given {
        GivenAnswer::One(at) => (at + 1).to_string(),
        GivenAnswer::Several(ticked) if ticked.is_empty() => "0".to_owned(),
        GivenAnswer::Several(ticked) => {
            ticked.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join("+")
        }
        GivenAnswer::Number(number) => number.to_string(),
    }
}

/// Returns the walk that a part of an address gives.
pub fn decode(decision: &Decision, address: &str) -> Result<Walk, AddressProblem> {
    let mut parts = address.splitn(3, '.');
    let (form, made_with, answers) = (parts.next(), parts.next(), parts.next());
    match (form, made_with) {
        (Some(FORM), Some(made_with)) if made_with == stamp(decision) => {}
        (Some(FORM), Some(_)) => return Err(AddressProblem::Changed),
        _ => return Err(AddressProblem::Form),
    }
    let answers = answers.unwrap_or_default();
    let mut given = answers.split('-').filter(|answer| !answer.is_empty());
    let walked = walk(decision, |at| read(&decision.questions[at].answers, given.next()?));
    match (walked.end, given.next()) {
        (_, Some(_)) => Err(AddressProblem::Unreadable),
        (WalkEnd::Verdict(_) | WalkEnd::Unanswered(_), None) => {
            let steps = walked.steps.iter().filter(|step| step.given.is_some()).count();
            let written = answers.split('-').filter(|answer| !answer.is_empty()).count();
            if steps == written { Ok(walked) } else { Err(AddressProblem::Unreadable) }
        }
    }
}

/// Reads an answer in the form that addresses and scenarios use.
pub fn read(form: &AnswerForm, text: &str) -> Option<GivenAnswer> {
    match form {
        AnswerForm::One(answers) => Some(GivenAnswer::One(nth(text, answers.len())?)),
        AnswerForm::Several { .. } if text == "0" => Some(GivenAnswer::Several(Vec::new())),
        AnswerForm::Several { choices, .. } => {
            let ticked = text.split(['+', ',']).map(|part| nth(part.trim(), choices.len()));
            let mut ticked = ticked.collect::<Option<Vec<usize>>>()?;
            ticked.sort_unstable();
            ticked.dedup();
            Some(GivenAnswer::Several(ticked))
        }
        AnswerForm::Number { .. } => text.parse().ok().map(GivenAnswer::Number),
        AnswerForm::Points(_) => None,
    }
}

/// Returns the position of a number that is counted from 1.
fn nth(text: &str, count: usize) -> Option<usize> {
    text.parse::<usize>().ok()?.checked_sub(1).filter(|at| *at < count)
}

/// Returns a short name of the structure of a decision. It is the same in both languages, and
/// changes with every question, answer and bound.
pub fn stamp(decision: &Decision) -> String {
    let mut hash = StructureStamp::new();
    for question in &decision.questions {
        hash.add(&question.id);
        hash.add(question.answers.question_type().name());
        match &question.answers {
            AnswerForm::One(answers) => {
                for answer in answers {
                    add_way(&mut hash, decision, Some(answer.to), answer.points.into());
                }
            }
            AnswerForm::Several { choices, otherwise } => {
                for choice in choices {
                    add_way(&mut hash, decision, choice.to, choice.points.into());
                }
                add_way(&mut hash, decision, Some(*otherwise), 0);
            }
            AnswerForm::Number { ranges, .. } | AnswerForm::Points(ranges) => {
                for range in ranges {
                    add_way(&mut hash, decision, Some(range.to), range.from);
                    hash.add(&range.until.unwrap_or(-1).to_string());
                }
            }
        }
    }
    decision.verdicts.iter().for_each(|verdict| hash.add(&verdict.id.value));
    hash.letters()
}

fn add_way(stamp: &mut StructureStamp, decision: &Decision, to: Option<AnswerTo>, number: i64) {
    stamp.add(to.map_or("", |to| decision.id_of(to)));
    stamp.add(&number.to_string());
}
