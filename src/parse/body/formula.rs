//! Reads the formulas of a body.

use std::ops::Range;

use super::{Reader, code_block::with_file_offsets, narrow};
use crate::{
    diag::{Code, Diagnostic},
    math::{self, Formula, FormulaProblem, FormulaProblemKind},
};

impl Reader<'_> {
    /// Reads a formula in a line of text.
    pub(super) fn formula(&mut self, text: &str, range: Range<usize>) {
        let place = narrow(self.body, &range, text);
        match Formula::read(text) {
            Ok(formula) => {
                let plain = formula.plain();
                self.heading_text(&plain);
                self.words(&plain);
                self.sections.formula(&formula, &range);
            }
            Err(problem) => {
                let is_as_written = self.body.get(place.clone()) == Some(text);
                let place = if is_as_written { part(&place, &problem.range) } else { place };
                self.report_formula(text, problem, place);
            }
        }
    }

    /// Reads a block of formulas.
    pub(super) fn formulas(&mut self, text: &str, range: &Range<usize>) {
        let written = with_file_offsets(&self.body[range.clone()], text).into_owned();
        for (start, line) in math::lines(&written) {
            let place = range.start + start..range.start + start + line.len();
            match Formula::read(line) {
                Ok(formula) => {
                    self.words(&formula.plain());
                    self.sections.formula(&formula, &place);
                }
                Err(problem) => {
                    let place = part(&place, &problem.range);
                    self.report_formula(line, problem, place);
                }
            }
        }
    }

    fn report_formula(&mut self, text: &str, problem: FormulaProblem, place: Range<usize>) {
        let written = text.get(problem.range).unwrap_or_default();
        let kind = problem.kind;
        let command = match (kind, kind.suggestion()) {
            (FormulaProblemKind::UnknownCommand(_), Some(name)) => Some(["\\", name].concat()),
            (_, suggestion) => suggestion.map(str::to_owned),
        };
        self.report(Code::BadFormula, place, |problem: Diagnostic| {
            let problem = problem.arg("case", kind.name()).arg("found", written);
            match command {
                Some(command) => problem.arg("suggestion", command).hint("did-you-mean"),
                None => problem,
            }
        });
    }
}

/// Returns the part `inner` of `outer`.
fn part(outer: &Range<usize>, inner: &Range<usize>) -> Range<usize> {
    outer.start + inner.start..outer.start + inner.end
}
