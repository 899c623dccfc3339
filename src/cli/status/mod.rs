//! `giljabi status`: the state of each translation against its source.

mod diff;
mod due;
mod json;
mod style;
mod text;

use std::{collections::BTreeSet, path::Path};

use anyhow::{Result, anyhow};
use clap::ValueEnum;
use fluent_bundle::FluentArgs;

use style::StatusStyle;

use super::{Outcome, pages, paint, root::RootArguments, say, today::TodayArguments};
use crate::{
    diag::{Code, Diagnostics, Level, sentence},
    load,
    model::{Lang, PageState, SourceId, Translation},
    pipeline, report,
    source::Sources,
};

/// The arguments of `status`.
#[derive(Debug, clap::Args)]
pub struct StatusArguments {
    page: Option<String>,
    #[command(flatten)]
    root: RootArguments,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    diff: bool,
    #[arg(long)]
    drafts: bool,
    #[arg(long, conflicts_with_all = ["diff", "fail_on"])]
    due: bool,
    #[command(flatten)]
    today: TodayArguments,
    #[arg(long, value_name = "STATE", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
}

/// The states of a page that can make the command fail. An orphan counts as stale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Stale,
    Missing,
}

/// Runs the command.
pub fn run(arguments: &StatusArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (all, mut diagnostics) = match arguments.drafts {
        true => pipeline::translations_with_drafts(&sources),
        false => pipeline::translations(&sources),
    };
    let shown: Vec<&Translation> = match &arguments.page {
        Some(page) => vec![find(page, &all, &sources, lang)?],
        None => all.iter().collect(),
    };
    if arguments.due {
        let style = StatusStyle::new(lang, &root);
        let reviews = due::reviews(&shown, arguments.today.find()?);
        say::print(&match arguments.json {
            true => due::json(&reviews, &sources, style)?,
            false => due::text(&reviews, &sources, style),
        })?;
        super::leak((all, sources));
        return Ok(Outcome::Clean);
    }
    let printed = match arguments.json {
        true => json::render(&shown, &sources, arguments.diff)?,
        false => text::render(
            &shown,
            &sources,
            StatusStyle {
                sections: arguments.page.is_some(),
                diff: arguments.diff,
                ..StatusStyle::new(lang, &root)
            },
        ),
    };
    say::print(&printed)?;
    let unreadable = unreadable(&shown);
    let style = report_style(lang, &root);
    let damaged = print_problems(&mut diagnostics, &unreadable, &sources, style)?;
    let failed = shown.iter().any(|translation| fails(translation.state, &arguments.fail_on));
    super::leak((all, sources));
    Ok(if damaged || failed { Outcome::ContentErrors } else { Outcome::Clean })
}

/// Returns the named page, or an error with a suggestion.
pub fn find<'a>(
    written: &str,
    all: &'a [Translation],
    sources: &Sources,
    lang: Lang,
) -> Result<&'a Translation> {
    pages::find(written, all).map_err(|near| {
        let mut args = FluentArgs::new();
        args.set("page", written);
        let files = Lang::ALL.map(|lang| format!("content/{written}.{}.md", lang.code()));
        let key = match files.iter().find(|path| sources.find(path).is_some()) {
            Some(path) => {
                args.set("path", path.clone());
                "cli-draft-page"
            }
            None if near.is_some() => "cli-unknown-page-near",
            None => "cli-unknown-page",
        };
        args.set("near", near.unwrap_or_default());
        anyhow!(sentence(lang, key, &args))
    })
}

fn fails(state: PageState, on: &[FailOn]) -> bool {
    match state {
        PageState::Complete => false,
        PageState::Stale | PageState::Orphan => on.contains(&FailOn::Stale),
        PageState::Missing | PageState::Begun => on.contains(&FailOn::Missing),
    }
}

/// Returns the files of pages that cannot be read, so that the state of their sections is not
/// known.
fn unreadable(shown: &[&Translation]) -> BTreeSet<SourceId> {
    let versions = shown.iter().flat_map(|t| [&t.source, &t.document].into_iter().flatten());
    versions.filter(|document| !document.is_whole()).map(|document| document.source).collect()
}

/// Prints the problems of ledgers and of unreadable pages, and the number of files with other
/// problems, which `build` prints. Returns whether the printed state may be wrong.
fn print_problems(
    diagnostics: &mut Diagnostics,
    unreadable: &BTreeSet<SourceId>,
    sources: &Sources,
    style: report::Style,
) -> Result<bool> {
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let mut damaged = false;
    let mut others = BTreeSet::new();
    for diagnostic in diagnostics.iter() {
        let source = diagnostic.span.source;
        let is_ledger = sources.get(source).path.as_str().ends_with(".ledger");
        if is_of_ledger(diagnostic.code) || is_ledger || unreadable.contains(&source) {
            say::error_line(&report::render(diagnostic, sources, style))?;
            damaged |= diagnostic.level == Level::Error;
        } else if diagnostic.level == Level::Error {
            others.insert(source);
        }
    }
    if !others.is_empty() {
        let mut args = FluentArgs::new();
        args.set("files", others.len());
        say::error_line(&sentence(style.lang, "cli-other-problems", &args))?;
    }
    Ok(damaged)
}

/// Returns the style of problems on standard error.
pub fn report_style(lang: Lang, root: &Path) -> report::Style<'_> {
    report::Style { lang, colour: paint::Paint::for_stderr().colour, root }
}

/// Returns whether a problem is one of a ledger.
fn is_of_ledger(code: Code) -> bool {
    matches!(code, Code::LedgerLine | Code::LedgerConflict | Code::LedgerTwice | Code::LedgerAlone)
}
