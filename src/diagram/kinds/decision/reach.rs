//! Computes what walks through a decision can lead to: the sums of points at each question, the
//! verdicts that are reached, and the number of ways.

use super::{AnswerForm, AnswerTo, Decision, NumberRange, order};
use crate::{
    diag::{Code, Diagnostic},
    schema::TomlBlock,
    span::At,
};

/// A set of sums of points, as bits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(Vec<u64>);

impl Sums {
    fn insert(&mut self, sum: usize) {
        if self.0.len() <= sum / 64 {
            self.0.resize(sum / 64 + 1, 0);
        }
        self.0[sum / 64] |= 1 << (sum % 64);
    }

    fn iter(&self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().enumerate();
        words.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    fn add(&mut self, others: &Sums) {
        others.iter().for_each(|sum| self.insert(sum));
    }

    /// Returns each sum with `points` more.
    fn plus(&self, points: usize) -> Sums {
        let mut sums = Sums::default();
        self.iter().for_each(|sum| sums.insert(sum + points));
        sums
    }

    fn within(&self, range: &NumberRange) -> Sums {
        let mut sums = Sums::default();
        self.iter().filter(|sum| range.holds(*sum as i64)).for_each(|sum| sums.insert(sum));
        sums
    }
}

/// The sums with which every node and every way out of a question can be reached.
pub struct Reached {
    pub questions: Vec<Sums>,
    pub verdicts: Vec<Sums>,
    /// By question and way out.
    pub exits: Vec<Vec<Sums>>,
}

/// Follows all ways at once: each question is handled after all questions that lead to it.
pub fn reached(decision: &Decision) -> Reached {
    let mut reached = Reached {
        questions: vec![Sums::default(); decision.questions.len()],
        verdicts: vec![Sums::default(); decision.verdicts.len()],
        exits: vec![Vec::new(); decision.questions.len()],
    };
    if let Some(first) = reached.questions.first_mut() {
        first.insert(0);
    }
    for at in order(decision) {
        let form = &decision.questions[at].answers;
        let exits = exits(form, &reached.questions[at]);
        for (to, sums) in form.targets().iter().zip(&exits) {
            match to {
                AnswerTo::Question(to) => reached.questions[*to].add(sums),
                AnswerTo::Verdict(to) => reached.verdicts[*to].add(sums),
            }
        }
        reached.exits[at] = exits;
    }
    reached
}

/// Returns, for a question that is reached with `sums`, the sums with which each way out is
/// taken.
fn exits(form: &AnswerForm, sums: &Sums) -> Vec<Sums> {
    match form {
        AnswerForm::One(answers) => {
            answers.iter().map(|answer| sums.plus(usize::from(answer.points))).collect()
        }
        AnswerForm::Several { choices, .. } => {
            let leading = choices.iter().enumerate().filter(|(_, choice)| choice.to.is_some());
            let deciders = leading.map(|(at, _)| Some(at)).chain([None]);
            deciders.map(|decider| ticked(choices, decider, sums)).collect()
        }
        AnswerForm::Number { ranges, .. } => ranges.iter().map(|_| sums.clone()).collect(),
        AnswerForm::Points(ranges) => ranges.iter().map(|range| sums.within(range)).collect(),
    }
}

/// Returns the sums with which the choice `decider` decides, because no choice before it that
/// leads somewhere is ticked. With `None`, no such choice is ticked at all.
fn ticked(choices: &[super::Choice], decider: Option<usize>, sums: &Sums) -> Sums {
    let mut all = sums.clone();
    for (at, choice) in choices.iter().enumerate() {
        let with = all.plus(usize::from(choice.points));
        let is_before = decider.is_none_or(|decider| at < decider);
        match (decider == Some(at), choice.to.is_some() && is_before) {
            (true, _) => all = with,
            (false, true) => {}
            (false, false) => all.add(&with),
        }
    }
    all
}

/// Reports nodes that no walk reaches, and sums without a range.
pub fn report_unreached(decision: &Decision, ids: &[&At<String>], block: &mut TomlBlock) {
    let reached = reached(decision);
    for (at, question) in decision.questions.iter().enumerate() {
        let AnswerForm::Points(ranges) = &question.answers else { continue };
        let (sums, span) = (&reached.questions[at], ids[at].span);
        let uncovered = sums.iter().find(|sum| !ranges.iter().any(|r| r.holds(*sum as i64)));
        if let Some(sum) = uncovered {
            let problem = Diagnostic::new(Code::SumUncovered, span).arg("id", &*question.id);
            block.report(problem.arg("sum", sum.to_string()));
        }
        for (range, exit) in ranges.iter().zip(&reached.exits[at]) {
            if exit.is_empty() && !sums.is_empty() {
                report_level(question, range, sums, span, block);
            }
        }
    }
    let nodes = reached.questions.iter().chain(&reached.verdicts);
    for (id, _) in ids.iter().zip(nodes).filter(|(_, sums)| sums.is_empty()) {
        crate::diagram::graph::report_unreached(id, block);
    }
}

/// Reports a level that no sum of points reaches.
fn report_level(
    question: &super::Question,
    range: &NumberRange,
    sums: &Sums,
    span: crate::span::Span,
    block: &mut TomlBlock,
) {
    let (least, most) = (sums.iter().next(), sums.iter().last());
    let number = |number: Option<usize>| number.unwrap_or_default().to_string();
    let problem = Diagnostic::new(Code::LevelUnreached, span)
        .arg("id", &*question.id)
        .arg("from", range.from.to_string());
    block.report(problem.arg("least", number(least)).arg("most", number(most)));
}

/// Counts that summarise a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecisionSummary {
    /// The number of ways from the first question to a verdict.
    pub paths: u64,
    /// The number of questions on the longest of them.
    pub longest: usize,
    pub verdicts: usize,
}

/// Returns the counts of `decision`.
pub fn summary(decision: &Decision) -> DecisionSummary {
    let mut ahead = vec![(0_u64, 0_usize); decision.questions.len()];
    for at in order(decision).into_iter().rev() {
        let ways = decision.questions[at].answers.targets().into_iter().map(|to| match to {
            AnswerTo::Question(to) => ahead[to],
            AnswerTo::Verdict(_) => (1, 0),
        });
        let (paths, longest) = ways.fold((0_u64, 0), |(all, most), (paths, length)| {
            (all.saturating_add(paths), most.max(length))
        });
        ahead[at] = (paths, longest + usize::from(decision.questions[at].is_asked()));
    }
    let (paths, longest) = ahead.first().copied().unwrap_or_default();
    DecisionSummary { paths, longest, verdicts: decision.verdicts.len() }
}
