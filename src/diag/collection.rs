//! Problems of all files, and the remarks that allow some of them.

use std::collections::{BTreeMap, btree_map::Entry};

use rustc_hash::FxHashSet;

use super::{Allowance, Code, Diagnostic, Level, RuleLevels, allowance::Allowances};
use crate::span::{SourceId, Span};

/// Problems collected from all files, to be shown together, and the remarks that allow some of
/// them.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    problems: Vec<Diagnostic>,
    allowances: Vec<Allowance>,
    silenced: Vec<SilencedProblem>,
}

/// A problem that is not reported, because an editor allowed it.
#[derive(Clone, Debug)]
pub struct SilencedProblem {
    pub problem: Diagnostic,
    pub allowance: Allowance,
}

/// Problems with a different code or place. A problem of a template occurs on every page that
/// it draws, but is shown once.
#[derive(Debug, Default)]
pub struct DistinctDiagnostics(BTreeMap<(Span, Code), Diagnostic>);

impl DistinctDiagnostics {
    /// Adds a problem. Of two with the same code and place, the one with the lesser arguments
    /// is kept, so that the result does not depend on which thread came first.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        match self.0.entry((diagnostic.span, diagnostic.code)) {
            Entry::Vacant(place) => _ = place.insert(diagnostic),
            Entry::Occupied(mut first) if diagnostic.args < first.get().args => {
                first.insert(diagnostic);
            }
            Entry::Occupied(_) => {}
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<DistinctDiagnostics> for Diagnostics {
    fn from(distinct: DistinctDiagnostics) -> Diagnostics {
        Diagnostics { problems: distinct.0.into_values().collect(), ..Diagnostics::default() }
    }
}

/// The hint of [`Code::ToBeWritten`] in a translation, which waits for its words without being
/// wrong.
pub const WAITING: &str = "translation";

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.problems.push(diagnostic);
    }

    /// Adds problems that cannot be duplicates.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.problems.extend(others);
    }

    /// Keeps the first `most` problems.
    pub fn truncate(&mut self, most: usize) {
        self.problems.truncate(most);
    }

    pub fn append(&mut self, mut others: Diagnostics) {
        self.problems.append(&mut others.problems);
        self.allowances.append(&mut others.allowances);
        self.silenced.append(&mut others.silenced);
    }

    /// Removes the other problems of a file with conflict markers, which cause them.
    pub fn drop_consequences(&mut self) {
        let conflicts = self.problems.iter().filter(|problem| problem.code == Code::MergeConflict);
        let files: Vec<SourceId> = conflicts.map(|problem| problem.span.source).collect();
        self.problems.retain(|problem| {
            problem.code == Code::MergeConflict || !files.contains(&problem.span.source)
        });
    }

    /// Removes the problems of links, marks and words that contain an invisible character, which is
    /// reported itself. If one of them is an error, the character is one too.
    pub fn drop_consequences_of_unseen(&mut self) {
        /// Longer texts are wrong for other reasons.
        const LONGEST: u32 = 200;
        let is_unseen = |code| matches!(code, Code::InvisibleCharacter | Code::HiddenCharacter);
        let place = |problem: &Diagnostic| (problem.span.source, problem.span.start);
        let (mut unseen, others): (Vec<Diagnostic>, Vec<Diagnostic>) =
            std::mem::take(&mut self.problems).into_iter().partition(|it| is_unseen(it.code));
        unseen.sort_by_key(place);
        self.problems = others;
        self.problems.retain(|problem| {
            let first = unseen.partition_point(|cause| place(cause) < place(problem));
            let cause = unseen.get_mut(first).filter(|cause| {
                let Span { source, start, .. } = cause.span;
                let is_short = problem.span.end - problem.span.start <= LONGEST;
                is_short && source == problem.span.source && start <= problem.span.end
            });
            let Some(cause) = cause else { return true };
            if problem.level == Level::Error {
                cause.level = Level::Error;
            }
            false
        });
        self.problems.append(&mut unseen);
    }

    /// Removes warnings about files that are not published, and words to be written.
    pub fn drop_unfinished(&mut self, drafts: &FxHashSet<SourceId>) {
        self.problems.retain(|problem| {
            let is_unfinished = problem.level != Level::Error || problem.code == Code::ToBeWritten;
            !(is_unfinished && drafts.contains(&problem.span.source))
        });
    }

    /// Removes the problems of translations whose words are still to be written: these wait, and
    /// are not wrong.
    pub fn drop_waiting(&mut self) {
        let is_waiting = |problem: &Diagnostic| {
            problem.code == Code::ToBeWritten && problem.hint == Some(WAITING)
        };
        self.problems.retain(|problem| !is_waiting(problem));
    }

    /// Removes and returns the problems of one kind.
    pub fn take(&mut self, code: Code) -> Diagnostics {
        let of_code = |diagnostic: &mut Diagnostic| diagnostic.code == code;
        let problems = self.problems.extract_if(.., of_code).collect();
        Diagnostics { problems, ..Diagnostics::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.problems.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.problems.iter()
    }

    /// Returns the number of errors and the number of warnings.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.problems.iter().filter(|d| d.level == Level::Error).count();
        (errors, self.problems.len() - errors)
    }

    /// Adds an allowance.
    pub fn allow(&mut self, allowance: Allowance) {
        self.allowances.push(allowance);
    }

    /// Returns the problems that remarks allow, as [`Diagnostics::apply`] sorted them out.
    pub fn silenced(&self) -> &[SilencedProblem] {
        &self.silenced
    }

    /// Sets the level of every problem, and removes those whose rule is off.
    pub fn set_levels(&mut self, levels: &RuleLevels) {
        for problem in &mut self.problems {
            problem.level = levels.level(problem.code);
        }
        self.problems.retain(|problem| problem.level != Level::Off);
    }

    /// Sets the levels, and sorts out allowed problems. A remark that allows nothing is itself
    /// a problem, if its rule was checked.
    pub fn apply(&mut self, levels: &RuleLevels) {
        self.set_levels(levels);
        if self.allowances.is_empty() {
            return;
        }
        let all = std::mem::take(&mut self.allowances);
        self.allowances.extend(all.iter().filter(|one| one.code.is_occasional()).cloned());
        let allowances = Allowances::new(all);
        let mut used = FxHashSet::default();
        for problem in std::mem::take(&mut self.problems) {
            match allowances.find(&problem) {
                Some(allowance) => {
                    used.insert(allowance.remark);
                    self.silenced.push(SilencedProblem { problem, allowance: allowance.clone() });
                }
                None => self.problems.push(problem),
            }
        }
        let looked_at = |code: Code| levels.level(code) != Level::Off && !code.is_occasional();
        let mut useless = allowances.into_remarks();
        useless.retain(|(remark, code)| !used.contains(remark) && looked_at(*code));
        let mut idle = Diagnostics::default();
        idle.extend(useless.into_iter().map(|(remark, code)| {
            Diagnostic::new(Code::AllowWithoutEffect, remark).arg("code", code.id())
        }));
        idle.set_levels(levels);
        self.append(idle);
    }

    /// Sorts by file and offset, and removes duplicates.
    pub fn sort(&mut self, path_of: impl Fn(Span) -> String) {
        let place = |d: &Diagnostic| (path_of(d.span), d.span.start, d.span.end, d.code);
        self.problems.sort_by_cached_key(place);
        self.silenced.sort_by_cached_key(|silenced| place(&silenced.problem));
        self.problems.dedup();
    }
}
