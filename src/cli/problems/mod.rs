//! Prints problems of the content in the requested form, and their number.

mod selection;

use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;
use fluent_bundle::FluentArgs;

use super::{paint::Paint, say};
use crate::{
    diag::{Code, Diagnostics, sentence},
    model::Lang,
    report::{self, ProblemSet},
    source::Sources,
};

/// The arguments of commands that print problems.
#[derive(Debug, Default, clap::Args)]
pub struct ProblemArguments {
    #[arg(long, value_name = "FORM", value_enum, default_value_t)]
    format: ReportFormat,
    #[arg(long = "all")]
    all_problems: bool,
    #[arg(long, short)]
    quiet: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_name = "CODE", value_parser = parse_rule)]
    pub allow: Vec<Code>,
}

/// The formats of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    #[default]
    Text,
    Json,
    Github,
    Sarif,
}

/// Reads the argument of `--allow`. In Korean, `usage` has words of its own for a wrong argument.
fn parse_rule(name: &str) -> Result<Code, String> {
    match Code::from_id(name) {
        Some(code) if code.can_be_lowered() => Ok(code),
        Some(_) => Err("it is an error, and cannot be allowed".to_owned()),
        None => Err("no rule has this code".to_owned()),
    }
}

impl ProblemArguments {
    pub fn style<'a>(&self, lang: Lang, root: &'a Path) -> ProblemStyle<'a> {
        ProblemStyle {
            lang,
            root,
            strict: self.strict,
            format: self.format,
            all_problems: self.all_problems,
            quiet: self.quiet,
            never_writes: false,
        }
    }
}

/// The style in which problems are printed.
pub struct ProblemStyle<'a> {
    pub lang: Lang,
    /// The beginning of every path.
    pub root: &'a Path,
    /// True if warnings count as errors, and a message says so.
    strict: bool,
    format: ReportFormat,
    /// True if all problems are rendered, however many there are.
    all_problems: bool,
    /// True if no warning is rendered.
    quiet: bool,
    /// True if the command writes nothing in any case.
    never_writes: bool,
}

impl ProblemStyle<'_> {
    /// Returns whether a site with these problems is refused.
    pub fn refuses(&self, diagnostics: &Diagnostics) -> bool {
        let (errors, warnings) = diagnostics.counts();
        errors > 0 || (self.strict && warnings > 0)
    }

    /// Returns the style of a command that never writes a site.
    pub fn for_check(self) -> Self {
        ProblemStyle { never_writes: true, ..self }
    }

    /// Returns whether a summary in words is printed after the problems.
    pub fn has_summary(&self) -> bool {
        self.format == ReportFormat::Text && !self.quiet
    }
}

/// Prints `diagnostics`: text to standard error, machine-readable forms to standard output.
pub fn print(diagnostics: &mut Diagnostics, sources: &Sources, style: &ProblemStyle) -> Result<()> {
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let (lang, root) = (style.lang, style.root);
    let set = ProblemSet { diagnostics, sources, lang, root };
    match style.format {
        ReportFormat::Text => print_text(&set, style),
        ReportFormat::Json => say::print(&report::json::render(&set)?),
        ReportFormat::Github => say::print(&report::github::render(&set)),
        ReportFormat::Sarif => say::print(&report::sarif::render(&set)?),
    }
}

fn print_text(set: &ProblemSet, style: &ProblemStyle) -> Result<()> {
    let paint = Paint::for_stderr();
    let selection = selection::ProblemSelection::new(set.diagnostics, style);
    let report_style = report::Style { lang: set.lang, colour: paint.colour, root: set.root };
    for problem in &selection.rendered {
        say::error_line(&report::render(problem, set.sources, report_style))?;
    }
    if selection.left > 0 {
        say::error_line(&selection.table(set.lang, paint))?;
    }
    print_counts(set.diagnostics, style)
}

/// Prints the numbers of errors and warnings, and whether that is why nothing was written.
fn print_counts(diagnostics: &Diagnostics, style: &ProblemStyle) -> Result<()> {
    let (errors, warnings) = diagnostics.counts();
    if errors + warnings == 0 {
        return Ok(());
    }
    let mut args = FluentArgs::new();
    args.set("errors", errors);
    args.set("warnings", warnings);
    let line = |key| say::error_line(&sentence(style.lang, key, &args));
    if errors > 0 {
        return line(if style.never_writes { "cli-problem-counts" } else { "cli-content-errors" });
    }
    line("cli-warnings")?;
    match style.strict {
        true => line(if style.never_writes { "cli-strict-check" } else { "cli-strict" }),
        false => Ok(()),
    }
}
