//! `giljabi ids`: pins the ids of a page's headings, the same in both versions. Drafts have no
//! address yet, so no anchors keep their old ids.

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{Outcome, root::RootArguments, say, status};
use crate::{
    diag::sentence,
    load,
    model::Lang,
    pipeline::{self, OldIds, PinnedIds},
    write,
};

/// The arguments of `ids`.
#[derive(Debug, clap::Args)]
pub struct IdsArguments {
    page: String,
    #[arg(long)]
    no_anchors: bool,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command.
pub fn run(arguments: &IdsArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (all, diagnostics) = pipeline::translations_with_drafts(&sources);
    let translation = status::find(&arguments.page, &all, &sources, lang)?;
    let page = translation.place.name();
    let versions = [&translation.source, &translation.document];
    let files: Vec<_> = versions.into_iter().flatten().map(|document| document.source).collect();
    let is_damaged = diagnostics
        .iter()
        .any(|d| d.level == crate::diag::Level::Error && files.contains(&d.span.source));
    if is_damaged {
        bail!(words("cli-ids-damaged", &page, &PinnedIds::default(), lang));
    }
    let is_draft = translation.source.as_ref().is_some_and(|source| source.front.draft);
    let old_ids = match arguments.no_anchors || is_draft {
        true => OldIds::where_linked(&all),
        false => OldIds::All,
    };
    let pinned = pipeline::pin_ids(translation, &sources, &old_ids);
    for (id, text) in &pinned.files {
        write::write_source(&root, &sources.get(*id).path, text)?;
    }
    if let (Some(document), false) = (&translation.document, pinned.changes.is_empty()) {
        write::update_ledger(&root, &sources.get(document.source).path, pinned.changes.clone())?;
    }
    for id in &pinned.ids {
        say::line(&["#", id].concat())?;
    }
    say::line(&words("cli-ids", &page, &pinned, lang))?;
    if pinned.anchors > 0 {
        say::line(&words("cli-ids-anchors", &page, &pinned, lang))?;
    }
    if pinned.left.is_empty() {
        return Ok(Outcome::Clean);
    }
    say::error_line(&words("cli-ids-left", &page, &pinned, lang))?;
    Ok(Outcome::ContentErrors)
}

fn words(key: &str, page: &str, pinned: &PinnedIds, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("page", page);
    args.set("count", pinned.ids.len());
    args.set("anchors", pinned.anchors);
    args.set("left", pinned.left.join(", "));
    sentence(lang, key, &args)
}
