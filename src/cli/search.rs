//! `giljabi search`: answers a query from the readers' index, and explains the result.

use anyhow::Result;
use fluent_bundle::FluentArgs;
use rustc_hash::FxHashMap;

use super::{
    Outcome,
    paint::{Emphasis, Paint},
    problems::{ProblemArguments, print},
    root::RootArguments,
    say,
};
use crate::{
    diag::{fixed_sentence, sentence},
    load,
    model::{Lang, UrlPath},
    pipeline::{self, PrepareOptions},
    search::{Hit, Reading, Reason, SearchEngine, is_korean},
};

/// The arguments of `search`.
#[derive(Debug, clap::Args)]
pub struct SearchArguments {
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command.
pub fn run(arguments: &SearchArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (prepared, mut diagnostics) = pipeline::prepare(&sources, &PrepareOptions::default());
    let (errors, _) = diagnostics.counts();
    if errors > 0 {
        print(&mut diagnostics, &sources, &ProblemArguments::default().style(lang, &root))?;
        return Ok(Outcome::ContentErrors);
    }
    let printer = HitPrinter { lang, explain: arguments.explain, paint: Paint::for_stdout() };
    if !prepared.site.settings.search.enabled {
        printer.line("cli-search-disabled")?;
        return Ok(Outcome::Clean);
    }
    let files = prepared.search_files(&sources);
    let files: FxHashMap<UrlPath, Vec<u8>> =
        files.into_iter().map(|file| (file.url, file.bytes)).collect();
    let read = |url: &UrlPath| files.get(url).cloned();
    let query = arguments.query.join(" ");
    let of_lang = if is_korean(&query) { Lang::Ko } else { lang };
    printer.print(&SearchEngine::new(&read).search(of_lang, &query))?;
    Ok(Outcome::Clean)
}

struct HitPrinter {
    /// The language of the output.
    lang: Lang,
    explain: bool,
    paint: Paint,
}

impl HitPrinter {
    fn line(&self, key: &str) -> Result<()> {
        say::line(&fixed_sentence(self.lang, key))
    }

    fn print(&self, hits: &[Hit]) -> Result<()> {
        if hits.is_empty() {
            return self.line("cli-search-nothing");
        }
        if hits.first().is_some_and(|hit| hit.is_partial) {
            self.line("cli-search-partial")?;
        }
        for (at, hit) in hits.iter().enumerate() {
            self.hit(at + 1, hit)?;
        }
        Ok(())
    }

    fn hit(&self, place: usize, hit: &Hit) -> Result<()> {
        let title = self.paint.text(Emphasis::Strong, &hit.title);
        let label = self.paint.text(Emphasis::Quiet, &hit.label);
        say::line(&format!("{place:>2}. {title}  {label}"))?;
        for passage in &hit.passages {
            let fragment = if passage.anchor.is_empty() { "" } else { "#" };
            let address = [&hit.url, fragment, &passage.anchor].concat();
            say::line(&format!("    {address}"))?;
            let text = hit.excerpt(passage);
            if !text.is_empty() {
                say::line(&format!("      {}", self.paint.text(Emphasis::Quiet, &text)))?;
            }
        }
        if self.explain {
            self.explanation(hit)?;
        }
        Ok(())
    }

    fn explanation(&self, hit: &Hit) -> Result<()> {
        let mut args = FluentArgs::new();
        args.set("score", format!("{:.1}", hit.score));
        say::line(&format!("    {}", sentence(self.lang, "cli-search-score", &args)))?;
        for Reason { word, found, reading, rarity, weight } in &hit.reasons {
            let how = match reading {
                Reading::AsWritten => "written",
                Reading::Beginning => "beginning",
                Reading::OtherLayout => "layout",
                Reading::Misspelt => "misspelt",
                Reading::OtherLanguage => "language",
            };
            args.set("how", how);
            args.set("word", word.as_str());
            args.set("found", found.as_str());
            args.set("rarity", format!("{rarity:.2}"));
            args.set("weight", format!("{weight:.1}"));
            let key = if *weight > 0.0 { "cli-search-reason" } else { "cli-search-missing" };
            say::line(&format!("      {}", sentence(self.lang, key, &args)))?;
        }
        Ok(())
    }
}
