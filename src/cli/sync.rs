//! `giljabi sync`: copies what is new in a page's source into its translation, and moves what has moved.

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{Outcome, refusal::refuses, root::RootArguments, say, status, translate::is_of_source};
use crate::{
    diag::{Diagnostic, sentence},
    load,
    markdown::UNFINISHED,
    model::{Lang, PageKey, SourcePath, Translation},
    parse, pipeline,
    scaffold::{self, PairTexts, Synced},
    source::Sources,
    write,
};

/// The arguments of `sync`.
#[derive(Debug, clap::Args)]
pub struct SyncArguments {
    page: String,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command.
pub fn run(arguments: &SyncArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (all, mut diagnostics) = pipeline::translations(&with_marked(&sources));
    let translation = status::find(&arguments.page, &all, &sources, lang)?;
    let (Some(source), Some(document)) = (&translation.source, &translation.document) else {
        let has_source = translation.source.is_some();
        let key = if has_source { "cli-sync-missing" } else { "cli-translate-no-source" };
        bail!(about(translation, key, lang));
    };
    if !source.is_whole() || !document.is_whole() {
        bail!(about(translation, "cli-translate-unreadable", lang));
    }
    let (style, key) = (status::report_style(lang, &root), "cli-nothing-translated");
    let concerns = |problem: &Diagnostic| is_of_source(problem, translation);
    if refuses(&mut diagnostics, concerns, &sources, style, key)? {
        return Ok(Outcome::ContentErrors);
    }
    let texts = [source, document].map(|document| sources.get(document.source).text());
    let files = PairTexts { source: &texts[0], translation: &texts[1] };
    let declaration = parse::front_matter(translation.place.kind);
    let Some(synced) = scaffold::sync(translation, files, declaration) else {
        let left = translation.pairs.iter().any(|pair| pair.displaced);
        let key = if left { "cli-sync-order" } else { "cli-sync-nothing" };
        say::line(&about(translation, key, lang))?;
        return Ok(Outcome::Clean);
    };
    let file = SourcePath::new(&translation.place.file());
    write::write_source(&root, &file, &synced.text)?;
    say::print(&report(&synced, &translation.place, lang))?;
    Ok(Outcome::Clean)
}

/// Returns the sources with other letters in place of the marks of unfinished sections, so that
/// these count as present. Offsets stay the same.
fn with_marked(sources: &Sources) -> Sources {
    let mut all = sources.clone();
    for (id, source) in sources.below("content/") {
        let text = source.text();
        if UNFINISHED.iter().any(|mark| text.contains(mark)) {
            let unmarked = UNFINISHED
                .iter()
                .fold(text.into_owned(), |text, mark| text.replace(mark, &"x".repeat(mark.len())));
            all.replace(id, unmarked.into());
        }
    }
    all
}

fn about(translation: &Translation, key: &str, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("page", translation.place.name());
    sentence(lang, key, &args)
}

fn report(synced: &Synced, place: &PageKey, lang: Lang) -> String {
    let mut text = String::new();
    let lists = [("cli-sync-new", &synced.new), ("cli-sync-moved", &synced.moved)];
    for (key, ids) in lists {
        for id in ids {
            let mut args = FluentArgs::new();
            args.set("section", id.as_str());
            text.push_str(&sentence(lang, key, &args));
            text.push('\n');
        }
    }
    text.push_str(&place.file());
    text.push('\n');
    if !synced.new.is_empty() {
        let mut args = FluentArgs::new();
        args.set("files", 1);
        args.set("mark", scaffold::mark(place.lang));
        text.push_str(&sentence(lang, "cli-translate-done", &args));
        text.push('\n');
    }
    text
}
