//! Makes a practice from its written form: names become positions, and marked words become
//! ranges of their text. Unused answers and rules are reported.

use std::ops::Range;

use super::{
    MarkedText, Practice, PracticeAnswer, PracticeCase, PracticeMark, WrittenCase, WrittenMark,
    WrittenPractice,
};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        Tone,
        rules::{position, report_count},
    },
    schema::TomlBlock,
    span::{At, Span},
};

/// The built-in answers and their tones.
pub const DEFAULT_ANSWERS: [(&str, Tone); 3] =
    [("send", Tone::Go), ("mend", Tone::Caution), ("hand-over", Tone::Stop)];

/// Makes the data from its written form.
pub fn practice(written: WrittenPractice, block: &mut TomlBlock) -> Practice {
    let WrittenPractice { answers, rules, cases: written, message_label, draft_label } = written;
    if let Some(last) = answers.last() {
        report_count("answers", last.id.span, answers.len(), 2..=4, block);
    }
    let choices = choices(&answers, written.first().map(|case| case.id.span));
    let rule_ids: Vec<&At<String>> = rules.iter().map(|rule| &rule.id).collect();
    let mut reader = CaseReader { choices: &choices, rules: &rule_ids, block };
    let cases: Vec<PracticeCase> = written.iter().map(|case| reader.case(case)).collect();
    let is_right = |at: usize| cases.iter().any(|case| case.answer == at);
    let unused = answers.iter().enumerate().filter(|(at, _)| !is_right(*at)).map(|(_, a)| &a.id);
    report_unused(unused, block);
    let is_broken = |at: usize| cases.iter().flat_map(|case| &case.marks).any(|m| m.rule == at);
    let unused = rules.iter().enumerate().filter(|(at, _)| !is_broken(*at)).map(|(_, r)| &r.id);
    report_unused(unused, block);
    Practice { answers, rules, cases, message_label, draft_label }
}

/// Reports answers that are never right, and rules that no words break.
fn report_unused<'i>(unused: impl Iterator<Item = &'i At<String>>, block: &mut TomlBlock) {
    for id in unused.filter(|id| !id.value.is_empty()) {
        block.report(Diagnostic::new(Code::PracticeUnused, id.span).arg("id", &*id.value));
    }
}

/// Returns the ids and tones of the possible answers.
fn choices(answers: &[PracticeAnswer], place: Option<Span>) -> Vec<(At<String>, Tone)> {
    match place.filter(|_| answers.is_empty()) {
        None => answers.iter().map(|answer| (answer.id.clone(), answer.tone)).collect(),
        Some(span) => {
            DEFAULT_ANSWERS.map(|(id, tone)| (At { value: id.to_owned(), span }, tone)).to_vec()
        }
    }
}

struct CaseReader<'a, 'b, 'c> {
    choices: &'a [(At<String>, Tone)],
    rules: &'a [&'a At<String>],
    block: &'b mut TomlBlock<'c>,
}

impl CaseReader<'_, '_, '_> {
    fn case(&mut self, written: &WrittenCase) -> PracticeCase {
        let ids: Vec<&At<String>> = self.choices.iter().map(|(id, _)| id).collect();
        let answer = position("answer", &written.answer, &ids, self.block);
        let marks = self.marks(written);
        if let Some(answer) = answer {
            self.report_marks(written, self.choices[answer].1);
        }
        PracticeCase {
            id: written.id.value.clone(),
            lesson: written.lesson.clone(),
            context: written.context.clone(),
            message: written.message.clone(),
            draft: written.draft.clone(),
            // A stand-in is enough, as the block has an error.
            answer: answer.unwrap_or_default(),
            marks,
            why: written.why.clone(),
        }
    }

    /// Reports marks in a case that breaks no rule, and a missing mark in any other: readers
    /// would not learn what is wrong.
    fn report_marks(&mut self, written: &WrittenCase, tone: Tone) {
        let hint = match (tone, written.marks.first()) {
            (Tone::Go, Some(_)) => "surplus",
            (Tone::Caution | Tone::Stop, None) => "missing",
            _ => return,
        };
        let place = written.marks.first().map_or(written.answer.span, |mark| mark.words.span);
        let problem = Diagnostic::new(Code::PracticeMarks, place).arg("id", &*written.id.value);
        self.block.report(problem.arg("answer", &*written.answer.value).hint(hint));
    }

    fn marks(&mut self, written: &WrittenCase) -> Vec<PracticeMark> {
        let mut marks: Vec<(PracticeMark, Span)> = Vec::new();
        for mark in &written.marks {
            let rule = position("rule", &mark.rule, self.rules, self.block);
            let (Some(rule), Some((text, range))) = (rule, self.place(written, mark)) else {
                continue;
            };
            marks.push((PracticeMark { text, range, rule }, mark.words.span));
        }
        marks.sort_by_key(|(mark, _)| (mark.text, mark.range.start));
        for pair in marks.windows(2) {
            let [(before, _), (after, span)] = pair else { continue };
            if before.text == after.text && after.range.start < before.range.end {
                self.report_words(written, *span, "overlap");
            }
        }
        marks.into_iter().map(|(mark, _)| mark).collect()
    }

    /// Returns the place of the words of a mark, which must occur exactly once.
    fn place(
        &mut self,
        written: &WrittenCase,
        mark: &WrittenMark,
    ) -> Option<(MarkedText, Range<usize>)> {
        let words = &*mark.words.value;
        if words.is_empty() {
            return None;
        }
        let message = written.message.as_deref().unwrap_or_default();
        let texts = [(MarkedText::Message, message), (MarkedText::Draft, &written.draft)];
        let mut places = texts.iter().flat_map(|(text, whole)| {
            whole.match_indices(words).map(|(at, _)| (*text, at..at + words.len()))
        });
        let (first, second) = (places.next(), places.next());
        match (&first, second) {
            (None, _) => self.report_words(written, mark.words.span, "missing"),
            (Some(_), Some(_)) => self.report_words(written, mark.words.span, "twice"),
            (Some(_), None) => {}
        }
        first
    }

    fn report_words(&mut self, written: &WrittenCase, span: Span, hint: &'static str) {
        let problem = Diagnostic::new(Code::PracticeWords, span).arg("id", &*written.id.value);
        self.block.report(problem.hint(hint));
    }
}
