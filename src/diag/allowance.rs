//! Remarks by which an editor allows a problem in one place. They stand in a comment before it:
//! `giljabi: allow CODE: reason`.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Code, Diagnostic};
use crate::span::{SourceId, Span};

/// A remark that allows problems of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowance {
    pub code: Code,
    pub reason: Box<str>,
    /// The span of the remark.
    pub remark: Span,
    /// Problems of the rule that begin here are not reported.
    pub place: Span,
}

/// A remark as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    pub code: Code,
    pub reason: Box<str>,
    pub span: Span,
}

/// The prefix of every remark.
const MARK: &str = "giljabi:";

impl Remark {
    /// Returns whether the text of a comment looks like a remark.
    pub fn is_meant(comment: &str) -> bool {
        comment.trim_start().starts_with(MARK)
    }

    /// Reads a remark from the text of a comment at `span` that [looks like
    /// one](Remark::is_meant).
    ///
    /// # Errors
    /// Returns the problem of an invalid remark, which allows nothing.
    pub fn read(comment: &str, span: Span) -> Result<Remark, Box<Diagnostic>> {
        let problem = |code| Diagnostic::new(code, span);
        let text = comment.trim().trim_start_matches(MARK).trim_start();
        let Some(rest) = text.strip_prefix("allow ") else {
            return Err(Box::new(problem(Code::BadRemark).arg("found", text)));
        };
        let (name, reason) = rest.split_once(':').unwrap_or((rest, ""));
        let (name, reason) = (name.trim(), reason.trim());
        let Some(code) = Code::from_id(name) else {
            return Err(Box::new(unknown_rule(name, span)));
        };
        if !code.can_be_lowered() {
            return Err(Box::new(problem(Code::FixedRule).arg("code", name)));
        }
        if reason.is_empty() {
            return Err(Box::new(problem(Code::AllowWithoutReason).arg("code", name)));
        }
        Ok(Remark { code, reason: reason.into(), span })
    }

    /// Returns the allowance of the remark if it stands before `place`.
    pub fn before(self, place: Span) -> Allowance {
        Allowance { code: self.code, reason: self.reason, remark: self.span, place }
    }
}

/// Returns the problem of a name that is no rule's.
pub fn unknown_rule(name: &str, span: Span) -> Diagnostic {
    let ids = Code::ALL.iter().map(|code| code.id());
    Diagnostic::new(Code::UnknownRule, span).arg("found", name).suggest(name, ids)
}

/// Allowances by rule and file, in the order of their places. No place contains another.
pub(super) struct Allowances {
    of_place: FxHashMap<(Code, SourceId), Vec<Allowance>>,
    remarks: Vec<(Span, Code)>,
}

impl Allowances {
    pub(super) fn new(mut all: Vec<Allowance>) -> Allowances {
        all.sort_by_key(|one| (one.place.source, one.place.start, Reverse(one.place.end)));
        let mut remarks: Vec<_> = all.iter().map(|one| (one.remark, one.code)).collect();
        remarks.sort_unstable();
        remarks.dedup();
        let mut of_place: FxHashMap<_, Vec<Allowance>> = FxHashMap::default();
        for one in all {
            let before = of_place.entry((one.code, one.place.source)).or_default();
            // One inside another is superfluous.
            if before.last().is_none_or(|last| last.place.end <= one.place.start) {
                before.push(one);
            }
        }
        Allowances { of_place, remarks }
    }

    /// Returns the allowance for `problem`.
    pub(super) fn find(&self, problem: &Diagnostic) -> Option<&Allowance> {
        let of_place = self.of_place.get(&(problem.code, problem.span.source))?;
        let after = of_place.partition_point(|one| one.place.start <= problem.span.start);
        of_place[..after].last().filter(|one| problem.span.start < one.place.end)
    }

    /// Returns all remarks and their rules.
    pub(super) fn into_remarks(self) -> Vec<(Span, Code)> {
        self.remarks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::{Diagnostics, Level, RuleLevels},
        span::SourceId,
    };

    fn at(start: usize, end: usize) -> Span {
        Span::new(SourceId(0), start..end)
    }

    fn code_of(comment: &str) -> Result<Code, Code> {
        Remark::read(comment, at(0, 1)).map(|remark| remark.code).map_err(|problem| problem.code)
    }

    #[test]
    fn a_remark_names_a_rule_and_says_why() {
        assert_eq!(code_of(" giljabi: allow link-differs: other sources "), Ok(Code::LinkDiffers));
        assert_eq!(code_of("giljabi:allow link-differs:왜냐하면"), Ok(Code::LinkDiffers));
        assert_eq!(code_of("giljabi: allow link-differs"), Err(Code::AllowWithoutReason));
        assert_eq!(code_of("giljabi: allow link-differs: "), Err(Code::AllowWithoutReason));
        assert_eq!(code_of("giljabi: allow link-difers: x"), Err(Code::UnknownRule));
        assert_eq!(code_of("giljabi: allow broken-link: x"), Err(Code::FixedRule));
        assert_eq!(code_of("giljabi: ignore link-differs"), Err(Code::BadRemark));
        assert_eq!(code_of("giljabi:"), Err(Code::BadRemark));
        assert!(!Remark::is_meant("a comment about giljabi: x"));
    }

    fn applied(places: &[(usize, usize)], problems: &[usize], level: Level) -> (usize, Vec<Code>) {
        let mut all = Diagnostics::default();
        for (number, (start, end)) in places.iter().enumerate() {
            let remark = at(1_000 + number, 1_001 + number);
            let remark = Remark { code: Code::LongTitle, reason: "x".into(), span: remark };
            all.allow(remark.before(at(*start, *end)));
        }
        for start in problems {
            all.push(Diagnostic::new(Code::LongTitle, at(*start, *start)));
        }
        let mut levels = RuleLevels::default();
        levels.set(Code::LongTitle, level);
        all.apply(&levels);
        (all.silenced().len(), all.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn allowed_problems_are_left_out_and_needless_remarks_reported() {
        let idle = Code::AllowWithoutEffect;
        assert_eq!(applied(&[(10, 20)], &[10, 19], Level::Warning), (2, vec![]));
        assert_eq!(
            applied(&[(10, 20)], &[9, 20], Level::Error),
            (0, vec![Code::LongTitle, Code::LongTitle, idle])
        );
        // The outer place contains all problems of the inner one.
        assert_eq!(applied(&[(12, 14), (10, 20)], &[13], Level::Warning), (1, vec![idle]));
        assert_eq!(applied(&[(10, 20), (30, 40)], &[35], Level::Warning), (1, vec![idle]));
        // For a rule that is off, remarks are not checked.
        assert_eq!(applied(&[(10, 20)], &[5], Level::Off), (0, vec![]));
    }
}
