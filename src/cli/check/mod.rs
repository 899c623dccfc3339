//! `giljabi check`: finds the problems of a guide without writing anything.

mod external;

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::Result;
use fluent_bundle::FluentArgs;

use external::ExternalSummary;

use super::{
    Outcome, out_folder,
    paint::{Emphasis, Paint},
    problems::{self, ProblemArguments, ProblemStyle},
    published::PublishedArguments,
    root::RootArguments,
    say, summary,
    today::TodayArguments,
};
use crate::{
    diag::{Code, Diagnostics, sentence},
    diagram::decision,
    load,
    model::{Lang, Site, SiteAddress},
    pipeline::{self, PrepareOptions, PreparedSite},
    report::Locator,
    source::Sources,
    write,
};

/// The arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    #[command(flatten)]
    root: RootArguments,
    #[command(flatten)]
    problems: ProblemArguments,
    #[command(flatten)]
    published: PublishedArguments,
    #[command(flatten)]
    today: TodayArguments,
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<SiteAddress>,
    #[arg(long)]
    drafts: bool,
    #[arg(long)]
    silenced: bool,
    #[arg(long)]
    external: bool,
    #[arg(long, value_name = "SECONDS", default_value_t = 20)]
    timeout: u64,
}

/// Runs the command.
pub fn run(arguments: &CheckArguments, lang: Lang) -> Result<Outcome> {
    let start = Instant::now();
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let options = PrepareOptions {
        base_url: arguments.base_url.clone(),
        drafts: arguments.drafts,
        allowed: arguments.problems.allow.clone(),
        ..PrepareOptions::default()
    };
    let (prepared, mut diagnostics) = pipeline::prepare(&sources, &options);
    diagnostics.append(prepared.try_templates(&sources));
    diagnostics.append(prepared.overdue_reviews(arguments.today.find()?));
    diagnostics.apply(&prepared.site.settings.levels);
    compare_with_published(arguments, &root, &sources, &prepared, &mut diagnostics)?;
    let external = match arguments.external {
        true => Some(ask_other_sites(arguments, &prepared, &mut diagnostics)?),
        false => None,
    };
    let style = arguments.problems.style(lang, &root).for_check();
    problems::print(&mut diagnostics, &sources, &style)?;
    if arguments.silenced {
        print_silenced(&diagnostics, &sources, &style)?;
    }
    if let Some(external) = external.filter(|_| style.has_summary()) {
        say::line(&external.describe(lang))?;
    }
    let refused = style.refuses(&diagnostics);
    if !refused && style.has_summary() {
        print_decisions(&prepared.site, lang)?;
        let args = summary::page_counts(&prepared, start.elapsed());
        let tick = Paint::for_stdout().text(Emphasis::Good, "✓");
        say::line(&format!("{tick} {}", sentence(lang, "cli-checked", &args)))?;
        summary::print_left_to_do(&prepared, lang)?;
    }
    super::leak((prepared, sources));
    Ok(if refused { Outcome::ContentErrors } else { Outcome::Clean })
}

/// Adds the published pages that are missing now.
fn compare_with_published(
    arguments: &CheckArguments,
    root: &Path,
    sources: &Sources,
    prepared: &PreparedSite,
    diagnostics: &mut Diagnostics,
) -> Result<()> {
    let own = || write::published_in(&out_folder::default_folder(root));
    let Some(published) = arguments.published.read(own)? else { return Ok(()) };
    let missing = prepared.missing_pages(sources, &published).diagnostics;
    if missing.iter().any(|problem| problem.code == Code::SiteEmptied) {
        diagnostics.take(Code::NoPages);
    }
    diagnostics.append(missing);
    Ok(())
}

/// Adds the addresses of other sites that do not answer.
fn ask_other_sites(
    arguments: &CheckArguments,
    prepared: &PreparedSite,
    diagnostics: &mut Diagnostics,
) -> Result<ExternalSummary> {
    let timeout = Duration::from_secs(arguments.timeout);
    let summary = external::check(&prepared.site, timeout, diagnostics)?;
    diagnostics.apply(&prepared.site.settings.levels);
    Ok(summary)
}

/// Prints the counts of each decision, so that an editor notices if a change has removed ways.
fn print_decisions(site: &Site, lang: Lang) -> Result<()> {
    for page in site.pages.iter().filter(|page| page.document.is_original()) {
        for diagram in page.document.diagrams.iter().flatten() {
            let Some(decision) = diagram.data.as_decision() else { continue };
            let summary = decision::summary(decision);
            let mut args = FluentArgs::new();
            args.set("name", format!("{}#{}", page.document.place.name(), diagram.id.value));
            args.set("paths", summary.paths);
            // Not every sum of points goes with every way.
            let has_sums = decision.questions.iter().any(|question| !question.is_asked());
            args.set("sums", if has_sums { "yes" } else { "no" });
            args.set("longest", summary.longest);
            args.set("verdicts", summary.verdicts);
            say::line(&format!("  {}", sentence(lang, "cli-decision", &args)))?;
        }
    }
    Ok(())
}

/// Prints the problems that remarks allow, one line each.
fn print_silenced(
    diagnostics: &Diagnostics,
    sources: &Sources,
    style: &ProblemStyle,
) -> Result<()> {
    if !style.has_summary() {
        return Ok(());
    }
    let paint = Paint::for_stdout();
    let mut places = Locator::new(sources, style.root);
    for silenced in diagnostics.silenced() {
        let place = places.locate(silenced.problem.span);
        let place = format!("{}:{}:{}", place.path, place.line, place.column);
        let code = paint.text(Emphasis::Attention, silenced.problem.code.id());
        let reason = &silenced.allowance.reason;
        say::line(&format!("{} {code}: {reason}", paint.text(Emphasis::Quiet, &place)))?;
    }
    let mut args = FluentArgs::new();
    args.set("count", diagnostics.silenced().len());
    say::line(&sentence(style.lang, "cli-silenced", &args))
}
