//! `giljabi build`: loads the sources, prepares the site, publishes or refuses it, and reports.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{
    Outcome,
    changed::ChangedList,
    out_folder,
    outputs::{self, Comparison, Rendering},
    problems::{ProblemArguments, ProblemStyle, print},
    published::PublishedArguments,
    root::RootArguments,
    summary,
    timings::{Stage, Timings, TimingsFormat},
    today::TodayArguments,
};
use crate::{
    diag::{Code, Diagnostics},
    load,
    model::{Lang, SiteAddress},
    pipeline::{self, PrepareOptions, PreparedSite},
    source::Sources,
    write::{self, Publication, Summary},
};

/// The arguments of `build`.
#[derive(Debug, clap::Args)]
pub struct BuildArguments {
    #[command(flatten)]
    root: RootArguments,
    #[command(flatten)]
    problems: ProblemArguments,
    #[command(flatten)]
    published: PublishedArguments,
    #[command(flatten)]
    today: TodayArguments,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<SiteAddress>,
    #[arg(long)]
    drafts: bool,
    #[arg(long)]
    precompress: bool,
    #[arg(long)]
    force: bool,
    #[arg(long, value_name = "FILE")]
    changed: Option<PathBuf>,
    #[arg(
        long,
        value_name = "FORMAT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "table"
    )]
    timings: Option<TimingsFormat>,
}

/// Runs the command. Problems of the content are printed; errors of the environment are
/// returned.
pub fn run(arguments: &BuildArguments, lang: Lang) -> Result<Outcome> {
    let timings = Timings::start();
    let root = arguments.root.find()?;
    let out = arguments.out.clone().unwrap_or_else(|| out_folder::default_folder(&root));
    // Whatever this build comes to, the last good site is put back first.
    write::recover(&out)?;
    let sources = load(&root, &out)?;
    timings.end(Stage::Load);
    let (prepared, mut diagnostics) = pipeline::prepare(&sources, &options(arguments));
    diagnostics.append(prepared.overdue_reviews(arguments.today.find()?));
    diagnostics.apply(&prepared.site.settings.levels);
    timings.end(Stage::Prepare);
    let style = arguments.problems.style(lang, &root);
    let (out, timings) = (&out, &timings);
    let build = Build { arguments, out, sources: &sources, prepared: &prepared, style, timings };
    let published = build.publish(&mut diagnostics)?;
    print(&mut diagnostics, &sources, &build.style)?;
    let Some(summary) = published else { return Ok(Outcome::ContentErrors) };
    summary::print_foreign_files(&summary, out, lang)?;
    if build.style.has_summary() && arguments.timings != Some(TimingsFormat::Json) {
        summary::print_summary(&prepared, &summary, out, timings.elapsed(), lang)?;
    }
    if let Some(format) = arguments.timings {
        timings.print(format, (&summary, &diagnostics), lang)?;
    }
    super::leak((prepared, sources));
    Ok(Outcome::Clean)
}

fn load(root: &Path, out: &Path) -> Result<Sources> {
    out_folder::refuse_sources(root, out)?;
    let (sources, linked) = load::load_linked(root)?;
    out_folder::refuse_linked(&linked, out)?;
    Ok(sources)
}

fn options(arguments: &BuildArguments) -> PrepareOptions {
    PrepareOptions {
        base_url: arguments.base_url.clone(),
        drafts: arguments.drafts,
        allowed: arguments.problems.allow.clone(),
        ..PrepareOptions::default()
    }
}

/// A site that is about to be published.
struct Build<'a> {
    arguments: &'a BuildArguments,
    out: &'a Path,
    sources: &'a Sources,
    prepared: &'a PreparedSite,
    style: ProblemStyle<'a>,
    timings: &'a Timings,
}

impl Build<'_> {
    /// Publishes the site, or returns `None` if its problems refuse it. Adds the problems that
    /// can be found only with the previous output and by rendering.
    fn publish(&self, diagnostics: &mut Diagnostics) -> Result<Option<Summary>> {
        // Whether a site without pages is refused depends on the previous output.
        let no_pages = diagnostics.take(Code::NoPages);
        if self.style.refuses(diagnostics) {
            diagnostics.append(self.prepared.try_templates(self.sources));
            return Ok(None);
        }
        let path = self.arguments.changed.as_deref();
        let list = path.map(|path| ChangedList::open(path, self.sources)).transpose()?;
        let mut publication = Publication::open(self.out, self.arguments.force)?;
        self.compare_with_previous(&mut publication, no_pages, diagnostics)?;
        if self.style.refuses(diagnostics) {
            return Ok(None);
        }
        let settings = &self.prepared.site.settings;
        let precompress = self.arguments.precompress || settings.precompress;
        let (prepared, sources, timings) = (self.prepared, self.sources, self.timings);
        let comparison = self.comparison();
        let rendering =
            Rendering { prepared, sources, publication, precompress, comparison, timings };
        match outputs::publish(rendering)? {
            Ok((summary, changed)) => {
                list.map(|list| list.write(&prepared.site, &changed)).transpose()?;
                Ok(Some(summary))
            }
            Err(problems) => {
                diagnostics.append(problems);
                Ok(None)
            }
        }
    }

    /// Returns the build that pages are compared with.
    fn comparison(&self) -> Comparison<'_> {
        match (&self.arguments.changed, self.arguments.published.file()) {
            (None, _) => Comparison::Nothing,
            (Some(_), None) => Comparison::OutputFolder,
            (Some(_), Some(file)) => Comparison::Manifest(file),
        }
    }

    /// Reports pages that the published site has and this one lacks. A site without any page is
    /// an error if there were pages before, unless the build is forced.
    fn compare_with_previous(
        &self,
        publication: &mut Publication,
        no_pages: Diagnostics,
        diagnostics: &mut Diagnostics,
    ) -> Result<()> {
        let published = self.arguments.published.read(|| Ok(publication.earlier()))?;
        let own = publication.earlier();
        let mut missing =
            self.prepared.missing_pages(self.sources, published.as_ref().unwrap_or(&own));
        if published.is_none() {
            missing.diagnostics.take(Code::PageGone);
            missing.lost = own.lost;
        }
        publication.remember(missing.lost);
        publication.set_assets_folder(&self.prepared.site.theme.folder);
        let emptied = missing.diagnostics.take(Code::SiteEmptied);
        if !self.arguments.force {
            diagnostics.append(if emptied.is_empty() { no_pages } else { emptied });
        }
        diagnostics.append(missing.diagnostics);
        Ok(())
    }
}
