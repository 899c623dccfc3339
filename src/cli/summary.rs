//! Prints the outcome of a successful build.

use std::{path::Path, time::Duration};

use anyhow::Result;
use fluent_bundle::FluentArgs;

use super::{
    paint::{Emphasis, Paint},
    say,
};
use crate::{
    diag::sentence,
    error::display,
    model::{Lang, Translation},
    pipeline::PreparedSite,
    write::Summary,
};

/// The address that a new guide has.
const EXAMPLE_ADDRESS: &str = "https://guide.example";

/// Prints the files that somebody changed since the last build, and whether each was kept or
/// replaced.
pub fn print_foreign_files(summary: &Summary, out: &Path, lang: Lang) -> Result<()> {
    let mut args = FluentArgs::new();
    for (key, paths) in [("cli-kept", &summary.left_edited), ("cli-replaced", &summary.replaced)] {
        for path in paths {
            args.set("path", display(&out.join(path.as_str())));
            say::error_line(&sentence(lang, key, &args))?;
        }
    }
    for (from, to) in &summary.moved {
        args.set("path", display(from));
        args.set("to", display(to));
        say::error_line(&sentence(lang, "cli-moved", &args))?;
    }
    Ok(())
}

/// Prints the number of pages, the output folder, and the duration of the build.
pub fn print_summary(
    prepared: &PreparedSite,
    summary: &Summary,
    out: &Path,
    time: Duration,
    lang: Lang,
) -> Result<()> {
    let mut args = page_counts(prepared, time);
    args.set("out", display(out));
    args.set("written", summary.written);
    args.set("unchanged", summary.unchanged);
    args.set("removed", summary.removed);
    if let Some(most) = prepared.too_many_to_draw() {
        args.set("most", most);
        say::error_line(&sentence(lang, "cli-site-previews", &args))?;
    }
    let tick = Paint::for_stdout().text(Emphasis::Good, "✓");
    say::line(&format!("{tick} {}", sentence(lang, "cli-built", &args)))?;
    say::line(&format!("  {}", sentence(lang, "cli-files", &args)))?;
    print_left_to_do(prepared, lang)
}

/// Prints reminders that are no problems: pages without a translation, words that are not translated yet,
/// and the address of a new guide that was not changed.
pub fn print_left_to_do(prepared: &PreparedSite, lang: Lang) -> Result<()> {
    let site = &prepared.site;
    let mut args = FluentArgs::new();
    let alone = site.pages.iter().filter(|page| page.translation.is_none()).count();
    args.set("alone", alone);
    let has_drafts = site.pages.iter().any(|page| page.front().draft);
    args.set("drafts", if has_drafts { " --drafts" } else { "" });
    if alone > 0 {
        say::line(&format!("  {}", sentence(lang, "cli-one-language", &args)))?;
    }
    let behind: Vec<u32> =
        site.translations.iter().map(Translation::words).filter(|words| *words > 0).collect();
    args.set("behind", behind.len());
    args.set("words", behind.iter().sum::<u32>());
    if !behind.is_empty() {
        say::line(&format!("  {}", sentence(lang, "cli-left-to-translate", &args)))?;
    }
    let address = site.settings.base_url.origin.as_str();
    args.set("address", address);
    if address == EXAMPLE_ADDRESS {
        say::line(&format!("  {}", sentence(lang, "cli-example-address", &args)))?;
    }
    Ok(())
}

/// Returns the number of pages and the duration of the work, as arguments for sentences.
pub fn page_counts(prepared: &PreparedSite, time: Duration) -> FluentArgs<'static> {
    let pages = &prepared.site.pages;
    let count_in = |lang| pages.iter().filter(|page| page.lang() == lang).count();
    let mut args = FluentArgs::new();
    args.set("pages", pages.len());
    args.set("en", count_in(Lang::En));
    args.set("ko", count_in(Lang::Ko));
    args.set("time", format!("{:.2}", time.as_secs_f64()));
    args
}
