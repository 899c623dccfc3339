//! Makes a decision from its written form: names become positions. Answers that lead nowhere or
//! in circles are reported, and numbers without a range.

use super::{
    Answer, AnswerForm, AnswerTo, Choice, Decision, NumberRange, Question, QuestionType, Verdict,
    WrittenDecision,
    reach::report_unreached,
    scenario::report_scenarios,
    written::{WrittenQuestion, WrittenRange},
};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        graph::{self, reach},
        rules::{position, report_count},
    },
    schema::TomlBlock,
    span::{At, Span},
};

/// The most questions and verdicts that a decision can have.
const MOST_NODES: usize = 20;

/// Makes a decision with the links between its questions and verdicts.
pub fn decision(written: WrittenDecision, block: &mut TomlBlock) -> Decision {
    let WrittenDecision { questions: written, verdicts, scenarios } = written;
    check_size(written.len(), &verdicts, block);
    let ids: Vec<&At<String>> =
        written.iter().map(|q| &q.id).chain(verdicts.iter().map(|v| &v.id)).collect();
    let mut names = NodeNames { ids: &ids, questions: written.len(), is_whole: true, block };
    let questions: Vec<Question> = written.iter().map(|q| names.question(q)).collect();
    let is_whole = names.is_whole;
    let decision = Decision { questions, verdicts: verdicts.clone() };
    let loops = report_loops(&written, &decision, block);
    match is_whole && !loops {
        true => {
            report_unreached(&decision, &ids, block);
            report_scenarios(&decision, &scenarios, block);
        }
        // Problems of sums and scenarios may result from the others.
        false => report_unlinked(&decision, &ids, block),
    }
    decision
}

fn check_size(questions: usize, verdicts: &[Verdict], block: &mut TomlBlock) {
    let most = MOST_NODES.saturating_sub(questions);
    if let Some(last) = verdicts.last() {
        report_count("verdicts", last.id.span, verdicts.len(), 1..=most, block);
    }
}

/// The positions of questions and verdicts by their names.
struct NodeNames<'a, 'b, 'c> {
    ids: &'a [&'a At<String>],
    questions: usize,
    /// True while every name that was looked up exists.
    is_whole: bool,
    block: &'b mut TomlBlock<'c>,
}

impl NodeNames<'_, '_, '_> {
    fn find(&mut self, key: &'static str, name: &At<String>) -> Option<AnswerTo> {
        let at = position(key, name, self.ids, self.block);
        self.is_whole &= at.is_some();
        let at = at?;
        Some(match at.checked_sub(self.questions) {
            Some(verdict) => AnswerTo::Verdict(verdict),
            None => AnswerTo::Question(at),
        })
    }

    fn require<'w>(
        &mut self,
        key: &'static str,
        at: Span,
        written: Option<&'w At<String>>,
    ) -> Option<&'w At<String>> {
        if written.is_none() {
            self.is_whole = false;
            let example = format!("{key} = \"…\"");
            let missing = Diagnostic::new(Code::MissingKey, at).arg("key", key);
            self.block.report(missing.arg("where", "").arg("example", example));
        }
        written
    }

    fn question(&mut self, written: &WrittenQuestion) -> Question {
        self.refuse_other_keys(written);
        let answers = match written.asks {
            QuestionType::One => AnswerForm::One(self.answers(written)),
            QuestionType::Several => self.several(written),
            QuestionType::Number => {
                AnswerForm::Number { unit: written.unit.clone(), ranges: self.ranges(written) }
            }
            QuestionType::Points => AnswerForm::Points(self.ranges(written)),
        };
        Question {
            id: written.id.value.clone(),
            label: written.label.clone(),
            short: written.short.clone(),
            help: written.help.clone(),
            why: written.why.clone(),
            answers,
        }
    }

    /// Reports keys that the question's type does not have.
    fn refuse_other_keys(&mut self, written: &WrittenQuestion) {
        let of_numbers = matches!(written.asks, QuestionType::Number | QuestionType::Points);
        let present = [
            ("answers", !written.answers.is_empty(), !of_numbers),
            ("otherwise", written.otherwise.is_some(), written.asks == QuestionType::Several),
            ("unit", written.unit.is_some(), written.asks == QuestionType::Number),
            ("max", written.max.is_some(), written.asks == QuestionType::Number),
            ("ranges", !written.ranges.is_empty(), of_numbers),
        ];
        for (key, _, _) in present.iter().filter(|(_, is_there, fits)| *is_there && !fits) {
            self.is_whole = false;
            self.block.report(
                Diagnostic::new(Code::QuestionKey, written.id.span)
                    .arg("key", *key)
                    .arg("type", written.asks.name()),
            );
        }
    }

    fn answers(&mut self, written: &WrittenQuestion) -> Vec<Answer> {
        report_count("answers", written.id.span, written.answers.len(), 2..=8, self.block);
        let mut answers = Vec::with_capacity(written.answers.len());
        for answer in &written.answers {
            let to = self.require("to", written.id.span, answer.to.as_ref());
            let Some(to) = to.and_then(|to| self.find("to", to)) else { continue };
            let (label, because) = (answer.label.clone(), answer.because.clone());
            let follows = answer.follows.clone();
            answers.push(Answer { label, to, points: answer.points, because, follows });
        }
        answers
    }

    fn several(&mut self, written: &WrittenQuestion) -> AnswerForm {
        report_count("answers", written.id.span, written.answers.len(), 2..=8, self.block);
        let choices = written.answers.iter().map(|answer| Choice {
            label: answer.label.clone(),
            to: answer.to.as_ref().and_then(|to| self.find("to", to)),
            points: answer.points,
            because: answer.because.clone(),
            follows: answer.follows.clone(),
        });
        let choices = choices.collect();
        let otherwise = self.require("otherwise", written.id.span, written.otherwise.as_ref());
        let otherwise = otherwise.and_then(|to| self.find("otherwise", to));
        // A stand-in is enough, as the block has an error.
        let otherwise = otherwise.unwrap_or(AnswerTo::Verdict(0));
        AnswerForm::Several { choices, otherwise }
    }

    fn ranges(&mut self, written: &WrittenQuestion) -> Vec<NumberRange> {
        report_count("ranges", written.id.span, written.ranges.len(), 1..=8, self.block);
        self.report_gaps(written);
        let mut ranges = Vec::with_capacity(written.ranges.len());
        for range in &written.ranges {
            let Some(to) = self.find("to", &range.to) else { continue };
            let until = range.until.as_ref().map(|until| until.value);
            let (label, because) = (range.label.clone(), range.because.clone());
            ranges.push(NumberRange { from: range.from.value, until, label, to, because });
        }
        ranges
    }

    /// Reports ranges that do not begin right after the one before, and numbers after the last.
    fn report_gaps(&mut self, written: &WrittenQuestion) {
        for range in &written.ranges {
            if let Some(until) = range.until.as_ref().filter(|u| u.value < range.from.value) {
                self.report_range(Code::RangeReversed, until.span, written, range);
            }
        }
        for pair in written.ranges.windows(2) {
            let [before, after] = pair else { continue };
            let next = before.until.as_ref().map(|until| until.value + 1);
            match next {
                Some(next) if after.from.value == next => {}
                Some(next) if after.from.value > next => {
                    self.report_range(Code::RangeGap, after.from.span, written, before);
                }
                _ => self.report_range(Code::RangeOverlap, after.from.span, written, before),
            }
        }
        let [Some(first), Some(last)] = [written.ranges.first(), written.ranges.last()] else {
            return;
        };
        let is_number = written.asks == QuestionType::Number;
        let gap = |span| {
            let gap = Diagnostic::new(Code::RangeGap, span).arg("id", &*written.id.value);
            gap.arg("from", first.from.value.to_string())
        };
        // Of some things nobody has none, such as languages.
        if is_number && first.from.value > 1 {
            self.is_whole = false;
            self.block.report(gap(first.from.span).hint("first"));
        }
        if let (Some(max), None) = (&written.max, &last.until) {
            self.is_whole = false;
            self.block.report(gap(max.span).arg("max", max.value.to_string()).hint("open"));
        }
        let max = written.max.as_ref().map(|max| max.value);
        let ends = last.until.as_ref().filter(|_| is_number);
        if let Some(until) = ends.filter(|until| Some(until.value) != max) {
            self.report_range(Code::RangeGap, until.span, written, last);
        }
    }

    fn report_range(
        &mut self,
        code: Code,
        span: Span,
        written: &WrittenQuestion,
        before: &WrittenRange,
    ) {
        self.is_whole = false;
        let until = before.until.as_ref().map(|until| until.value);
        let next = until.map_or_else(|| "–".to_owned(), |until| (until + 1).to_string());
        let problem = Diagnostic::new(code, span).arg("id", &*written.id.value).arg("next", next);
        let problem = match before.until.as_ref().filter(|until| until.span == span) {
            Some(until) if code == Code::RangeGap => {
                problem.arg("max", until.value.to_string()).hint("last")
            }
            _ => problem,
        };
        self.block.report(problem.also(before.from.span));
    }
}

/// Reports answers that lead back to an earlier question. Returns whether there are loops.
fn report_loops(written: &[WrittenQuestion], decision: &Decision, block: &mut TomlBlock) -> bool {
    let ways = |from: usize| {
        let targets = decision.questions.get(from).map(|question| question.answers.targets());
        targets.into_iter().flatten().filter_map(|to| match to {
            AnswerTo::Question(to) => Some(to),
            AnswerTo::Verdict(_) => None,
        })
    };
    let mut has_loop = false;
    for (from, question) in written.iter().enumerate() {
        for to in written_ways(question) {
            let Some(target) = written.iter().position(|q| q.id.value == to.value) else {
                continue;
            };
            // It is a loop only if the target leads to this question again.
            if target <= from && reach(target, written.len(), ways)[from] {
                has_loop = true;
                block.report(Diagnostic::new(Code::QuestionLoop, to.span).arg("id", &*to.value));
            }
        }
    }
    // There may be a loop without a way back, if questions lead to each other in another order
    // than they are written.
    has_loop || (0..written.len()).any(|at| ways(at).any(|to| reach(to, written.len(), ways)[at]))
}

/// Reports nodes that no way leads to, regardless of sums.
fn report_unlinked(decision: &Decision, ids: &[&At<String>], block: &mut TomlBlock) {
    let count = decision.questions.len();
    let ways = |from: usize| {
        let targets = decision.questions.get(from).map(|question| question.answers.targets());
        targets.into_iter().flatten().map(|to| match to {
            AnswerTo::Question(to) => to,
            AnswerTo::Verdict(to) => count + to,
        })
    };
    let reached = reach(0, ids.len(), ways);
    for (id, _) in ids.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        graph::report_unreached(id, block);
    }
}

fn written_ways(question: &WrittenQuestion) -> impl Iterator<Item = &At<String>> {
    let answers = question.answers.iter().filter_map(|answer| answer.to.as_ref());
    let ranges = question.ranges.iter().map(|range| &range.to);
    answers.chain(&question.otherwise).chain(ranges)
}
