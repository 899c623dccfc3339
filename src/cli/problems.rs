//! Prints problems of the content, and their number.

use std::{
    io::{IsTerminal, stderr},
    path::Path,
};

use anyhow::Result;
use fluent_bundle::FluentArgs;

use super::say;
use crate::{
    diag::{Diagnostic, Diagnostics, Severity, sentence},
    model::Lang,
    report,
    source::Sources,
};

/// The most problems of one file that are drawn. More would not fit into the history of a
/// terminal.
const MOST_OF_A_FILE: usize = 100;

/// The style in which problems are printed.
pub struct ProblemStyle<'a> {
    pub lang: Lang,
    /// Put before every path.
    pub root: &'a Path,
    /// Warnings count as errors, and a message says so.
    pub strict: bool,
}

impl ProblemStyle<'_> {
    /// Returns whether a site with these problems is refused.
    pub fn refuses(&self, diagnostics: &Diagnostics) -> bool {
        let (errors, warnings) = diagnostics.counts();
        errors > 0 || (self.strict && warnings > 0)
    }
}

/// Prints `diagnostics` in the order of their places.
pub fn print(diagnostics: &mut Diagnostics, sources: &Sources, style: &ProblemStyle) -> Result<()> {
    let lang = style.lang;
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    for of_file in all.chunk_by(|a, b| a.span.source == b.span.source) {
        print_file(of_file, sources, style)?;
    }
    let (errors, warnings) = diagnostics.counts();
    let mut args = FluentArgs::new();
    args.set("errors", errors);
    args.set("warnings", warnings);
    if errors > 0 {
        say::error_line(&sentence(lang, "cli-content-errors", &args))?;
    } else if warnings > 0 {
        say::error_line(&sentence(lang, "cli-warnings", &args))?;
        if style.strict {
            say::error_line(&sentence(lang, "cli-strict", &args))?;
        }
    }
    Ok(())
}

/// Prints the problems of one file, errors first where not all can be shown.
fn print_file(problems: &[&Diagnostic], sources: &Sources, style: &ProblemStyle) -> Result<()> {
    let colour = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let report_style = report::Style { lang: style.lang, colour, root: style.root };
    let mut problems = problems.to_vec();
    if problems.len() > MOST_OF_A_FILE {
        problems.sort_by_key(|problem| problem.code.severity() != Severity::Error);
    }
    for problem in problems.iter().take(MOST_OF_A_FILE) {
        say::error_line(&report::draw(problem, sources, report_style))?;
    }
    let Some(more) = problems.get(MOST_OF_A_FILE) else { return Ok(()) };
    let mut args = FluentArgs::new();
    args.set("count", problems.len() - MOST_OF_A_FILE);
    args.set("path", report::Excerpt::new(more.span, sources, style.root).path);
    say::error_line(&sentence(style.lang, "cli-more-problems", &args))?;
    say::error_line("")
}
