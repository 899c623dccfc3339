//! `giljabi mv`: renames a page in both languages, including all references to it.

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;
use rustc_hash::FxHashSet;

use super::{Outcome, new, pages, root::RootArguments, say, status};
use crate::{
    diag::{Diagnostics, fixed_sentence, sentence},
    load,
    model::Lang,
    pipeline::{self, FileChange, PrepareOptions, Rename, RenameRefusal},
    report,
    source::Sources,
    write,
};

/// The arguments of `mv`.
#[derive(Debug, clap::Args)]
pub struct MvArguments {
    #[arg(value_name = "OLD")]
    page: String,
    #[arg(value_name = "NEW")]
    name: String,
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command.
pub fn run(arguments: &MvArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let settings =
        pipeline::settings(&sources, &PrepareOptions::default(), &mut Diagnostics::default());
    let (all, _) = pipeline::translations_with_drafts(&sources);
    let (kind, old) = match pages::find(&arguments.page, &all) {
        Ok(found) => (found.place.kind, found.place.slug.to_string()),
        Err(_) => new::named_page(&arguments.page, &settings, lang)?,
    };
    let (new_kind, new) = new::named_page(&arguments.name, &settings, lang)?;
    if kind != new_kind || old.is_empty() {
        bail!(fixed_sentence(lang, "cli-mv-kind"));
    }
    let changes = match pipeline::rename(&sources, &Rename { kind, old, new }) {
        Ok(changes) => changes,
        Err(RenameRefusal::Breaks(found, after)) => {
            let style = status::report_style(lang, &root);
            for diagnostic in found.iter() {
                say::error_line(&report::render(diagnostic, &after, style))?;
            }
            bail!(fixed_sentence(lang, "cli-mv-breaks"));
        }
        Err(RenameRefusal::Missing) => {
            bail!(about("cli-mv-missing", "page", &arguments.page, lang))
        }
        Err(RenameRefusal::Taken(path)) => {
            bail!(about("cli-mv-taken", "path", path.as_str(), lang))
        }
    };
    if !arguments.dry_run {
        write::change_sources(&root, &changes)?;
    }
    for change in &changes {
        say::line(&line(change))?;
        if arguments.dry_run {
            new_lines(change, &sources).iter().try_for_each(|text| say::line(text))?;
        }
    }
    let key = if arguments.dry_run { "cli-mv-dry-run" } else { "cli-mv-done" };
    say::line(&fixed_sentence(lang, key))?;
    Ok(Outcome::Clean)
}

fn line(change: &FileChange) -> String {
    match change.from == change.to {
        true => format!("  {}", change.from),
        false => format!("  {} → {}", change.from, change.to),
    }
}

/// Returns the lines of a changed page or of the settings that it does not have yet.
fn new_lines(change: &FileChange, sources: &Sources) -> Vec<String> {
    if change.from.as_str().ends_with(".ledger") {
        return Vec::new();
    }
    let before = sources.find(change.from.as_str()).map(|id| sources.get(id).text());
    let before: FxHashSet<&str> = before.iter().flat_map(|text| text.lines()).collect();
    let after = String::from_utf8_lossy(&change.bytes);
    let new = after.lines().filter(|line| !before.contains(line));
    new.map(|line| ["    + ", line].concat()).collect()
}

fn about(key: &str, name: &'static str, value: &str, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set(name, value.to_owned());
    sentence(lang, key, &args)
}
