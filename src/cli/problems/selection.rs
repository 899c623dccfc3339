//! Chooses which problems are rendered if there are many, and renders a table that counts all
//! of them.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use rustc_hash::FxHashSet;

use super::ProblemStyle;
use crate::{
    cli::paint::{Emphasis, Paint, TableCell, TextTable},
    diag::{Code, Diagnostic, Diagnostics, Level, fixed_sentence, sentence},
    model::{Lang, SourceId},
};

/// The most problems with the same code that are rendered. More would not fit into the history
/// of a terminal, and nobody reads so many of the same kind.
const MOST_OF_A_CODE: usize = 20;
const MOST: usize = 100;

/// The problems to render. Errors are last, so that they are closest to the prompt.
pub struct ProblemSelection<'a> {
    pub rendered: Vec<&'a Diagnostic>,
    /// The number of problems that are not rendered.
    pub left: usize,
    codes: BTreeMap<(Level, Code), CodeCounts>,
}

/// The number of problems of one code.
#[derive(Default)]
struct CodeCounts {
    problems: usize,
    files: FxHashSet<SourceId>,
}

impl<'a> ProblemSelection<'a> {
    /// Chooses from problems that are sorted by file and place.
    pub fn new(diagnostics: &'a Diagnostics, style: &ProblemStyle) -> ProblemSelection<'a> {
        let of_level = |level| diagnostics.iter().filter(move |problem| problem.level == level);
        let mut codes: BTreeMap<(Level, Code), CodeCounts> = BTreeMap::new();
        let mut rendered = [Vec::new(), Vec::new()];
        let mut left = 0;
        for level in [Level::Error, Level::Warning] {
            for problem in of_level(level) {
                let counts = codes.entry((level, problem.code)).or_default();
                counts.problems += 1;
                counts.files.insert(problem.span.source);
                if level == Level::Warning && style.quiet {
                    continue;
                }
                let total = rendered[0].len() + rendered[1].len();
                match style.all_problems || counts.problems <= MOST_OF_A_CODE && total < MOST {
                    true => rendered[usize::from(level == Level::Error)].push(problem),
                    false => left += 1,
                }
            }
        }
        ProblemSelection { rendered: rendered.concat(), left, codes }
    }

    /// Returns a table of rules with the numbers of their problems and files, and how to see
    /// the rest.
    pub fn table(&self, lang: Lang, paint: Paint) -> String {
        let head = |key| TableCell::new(Emphasis::Quiet, fixed_sentence(lang, key));
        let numbers = |key| TableCell::right(Emphasis::Quiet, fixed_sentence(lang, key));
        let mut table = TextTable::default();
        let columns = [head("cli-head-level"), head("cli-head-rule")];
        let columns =
            columns.into_iter().chain([numbers("cli-head-problems"), numbers("cli-head-files")]);
        table.row(columns.collect::<Vec<_>>());
        for ((level, code), counts) in &self.codes {
            let (look, word) = match level {
                Level::Error => (Emphasis::Bad, "cli-error"),
                Level::Warning | Level::Off => (Emphasis::Attention, "cli-warning"),
            };
            let number = |count: usize| TableCell::right(Emphasis::Plain, count.to_string());
            table.row([
                TableCell::new(look, fixed_sentence(lang, word)),
                TableCell::new(Emphasis::Plain, code.id()),
                number(counts.problems),
                number(counts.files.len()),
            ]);
        }
        let mut args = FluentArgs::new();
        args.set("left", self.left);
        table.render(paint, "") + "\n" + &sentence(lang, "cli-problems-left-out", &args)
    }
}
