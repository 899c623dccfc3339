//! Makes a question tree from its written form: names become positions, and answers that
//! lead nowhere or in circles are reported.

use super::{Answer, AnswerTo, Decision, Question, Verdict, WrittenDecision, WrittenQuestion};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        graph::{MOST_NODES, reach, report_unreached},
        rules::{position, report_count},
    },
    schema::TomlBlock,
    span::At,
};

/// Makes the links between questions and verdicts.
pub fn decision(written: WrittenDecision, block: &mut TomlBlock) -> Decision {
    let WrittenDecision { questions: written, verdicts } = written;
    check_size(written.len(), &verdicts, block);
    let ids: Vec<&At<String>> =
        written.iter().map(|q| &q.id).chain(verdicts.iter().map(|v| &v.id)).collect();
    let questions: Vec<Question> =
        written.iter().map(|q| question(q, &ids, written.len(), block)).collect();
    report_loops(&written, &questions, block);
    report_unreached_nodes(&questions, &ids, block);
    Decision { questions, verdicts }
}

fn check_size(questions: usize, verdicts: &[Verdict], block: &mut TomlBlock) {
    let most = MOST_NODES.saturating_sub(questions);
    if let Some(last) = verdicts.last() {
        report_count("verdicts", last.id.span, verdicts.len(), 1..=most, block);
    }
}

fn question(
    written: &WrittenQuestion,
    ids: &[&At<String>],
    questions: usize,
    block: &mut TomlBlock,
) -> Question {
    let answers = written.answers.iter().filter_map(|answer| {
        let at = position("to", &answer.to, ids, block)?;
        let to = match at.checked_sub(questions) {
            Some(verdict) => AnswerTo::Verdict(verdict),
            None => AnswerTo::Question(at),
        };
        Some(Answer { label: answer.label.clone(), to })
    });
    let answers = answers.collect();
    Question { label: written.label.clone(), answers }
}

/// Reports each answer that leads back to a question before its own.
fn report_loops(written: &[WrittenQuestion], questions: &[Question], block: &mut TomlBlock) {
    let ways = |from: usize| {
        questions.get(from).into_iter().flat_map(|question| {
            question.answers.iter().filter_map(|answer| match answer.to {
                AnswerTo::Question(to) => Some(to),
                AnswerTo::Verdict(_) => None,
            })
        })
    };
    for (from, question) in written.iter().enumerate() {
        for to in question.answers.iter().map(|answer| &answer.to) {
            let Some(target) = written.iter().position(|q| q.id.value == to.value) else {
                continue;
            };
            // The target must not lead back to the question of the answer.
            if target <= from && reach(target, questions.len(), ways)[from] {
                block.report(Diagnostic::new(Code::QuestionLoop, to.span).arg("id", &*to.value));
            }
        }
    }
}

fn report_unreached_nodes(questions: &[Question], ids: &[&At<String>], block: &mut TomlBlock) {
    let ways = |from: usize| {
        questions.get(from).into_iter().flat_map(|question| {
            question.answers.iter().map(|answer| match answer.to {
                AnswerTo::Question(to) => to,
                AnswerTo::Verdict(to) => questions.len() + to,
            })
        })
    };
    let reached = reach(0, ids.len(), ways);
    for (id, _) in ids.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        report_unreached(id, block);
    }
}
