//! Reads question trees. Names become positions here, and what leads nowhere or in
//! circles is reported.

use super::{Answer, AnswerTo, Decision, Question, Verdict};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        Tone,
        graph::{MOST_NODES, reach, report_unreached},
        values::{choice, count, counted, find, id, optional_words, unique, words},
    },
    fields::{Block, Fields},
    span::At,
};

/// A question as written, its answers' ends still names.
struct WrittenQuestion {
    id: At<String>,
    label: String,
    answers: Vec<(String, Option<At<String>>)>,
}

/// Questions that end in verdicts.
pub fn read(fields: &mut Fields) -> Decision {
    let written = counted(fields, "questions", 1..=MOST_NODES - 1, |question| WrittenQuestion {
        id: id(question),
        label: words(question, "label"),
        answers: counted(question, "answers", 2..=3, |answer| {
            (words(answer, "label"), answer.required("to"))
        }),
    });
    let verdicts = counted(fields, "verdicts", 1..=MOST_NODES - 1, |verdict| Verdict {
        id: id(verdict),
        label: words(verdict, "label"),
        note: optional_words(verdict, "note"),
        tone: choice(verdict, "tone", Tone::Go),
    });
    check_size(fields, &written, &verdicts);
    let ids: Vec<&At<String>> =
        written.iter().map(|q| &q.id).chain(verdicts.iter().map(|v| &v.id)).collect();
    unique(ids.iter().copied(), fields.block);
    let questions: Vec<Question> =
        written.iter().map(|q| resolve(q, &ids, written.len(), fields.block)).collect();
    report_loops(&written, &questions, fields.block);
    report_unreached_nodes(&questions, &ids, fields.block);
    Decision { questions, verdicts }
}

fn check_size(fields: &mut Fields, questions: &[WrittenQuestion], verdicts: &[Verdict]) {
    let total = questions.len() + verdicts.len();
    let last = verdicts.last().map(|verdict| verdict.id.span);
    if let Some(span) = last.filter(|_| total > MOST_NODES) {
        count(
            fields,
            "verdicts",
            span,
            verdicts.len(),
            1..=MOST_NODES.saturating_sub(questions.len()),
        );
    }
}

fn resolve(
    written: &WrittenQuestion,
    ids: &[&At<String>],
    questions: usize,
    block: &mut Block,
) -> Question {
    let answers = written.answers.iter().filter_map(|(label, to)| {
        let at = find("to", to.as_ref()?, ids, block)?;
        let to = match at.checked_sub(questions) {
            Some(verdict) => AnswerTo::Verdict(verdict),
            None => AnswerTo::Question(at),
        };
        Some(Answer { label: label.clone(), to })
    });
    let answers = answers.collect();
    Question { id: written.id.clone(), label: written.label.clone(), answers }
}

/// Reports each answer that leads back to a question before its own.
fn report_loops(written: &[WrittenQuestion], questions: &[Question], block: &mut Block) {
    let ways = |from: usize| {
        questions.get(from).into_iter().flat_map(|question| {
            question.answers.iter().filter_map(|answer| match answer.to {
                AnswerTo::Question(to) => Some(to),
                AnswerTo::Verdict(_) => None,
            })
        })
    };
    for (from, question) in written.iter().enumerate() {
        for to in question.answers.iter().filter_map(|(_, to)| to.as_ref()) {
            let Some(target) = written.iter().position(|q| q.id.value == to.value) else {
                continue;
            };
            // The way from the target must not lead to where the answer stands.
            if target <= from && reach(target, questions.len(), ways)[from] {
                block.report(Diagnostic::new(Code::QuestionLoop, to.span).arg("id", &*to.value));
            }
        }
    }
}

fn report_unreached_nodes(questions: &[Question], ids: &[&At<String>], block: &mut Block) {
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
