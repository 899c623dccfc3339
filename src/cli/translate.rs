//! `giljabi translate`: creates the missing translation of a page.

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{Outcome, refusal::refuses, root::RootArguments, say, status};
use crate::{
    diag::{Diagnostic, sentence},
    load,
    model::{Lang, PageState, SourcePath, Translation},
    parse, pipeline, scaffold,
    source::{NewFile, Sources},
    write,
};

/// The arguments of `translate`.
#[derive(Debug, clap::Args)]
pub struct TranslateArguments {
    #[arg(required_unless_present = "every_page", conflicts_with = "every_page")]
    page: Option<String>,
    #[arg(long = "all", id = "every_page")]
    all: bool,
    #[command(flatten)]
    root: RootArguments,
}

/// Runs the command.
pub fn run(arguments: &TranslateArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (all, mut diagnostics) = pipeline::translations(&sources);
    let chosen: Vec<&Translation> = match &arguments.page {
        Some(page) => vec![status::find(page, &all, &sources, lang)?],
        None => all.iter().filter(|page| is_missing(page)).collect(),
    };
    let style = status::report_style(lang, &root);
    let concerns = |problem: &Diagnostic| chosen.iter().any(|page| is_of_source(problem, page));
    if refuses(&mut diagnostics, concerns, &sources, style, "cli-nothing-translated")? {
        return Ok(Outcome::ContentErrors);
    }
    let (mut files, mut marks) = (Vec::new(), Vec::new());
    for translation in chosen {
        marks.push(scaffold::mark(translation.place.lang));
        match new_translation(translation, &sources) {
            Some(file) => files.push(file),
            None => bail!(refusal(translation, lang)),
        }
    }
    write::create_sources(&root, &files)?;
    for file in &files {
        say::line(file.path.as_str())?;
    }
    let mut args = FluentArgs::new();
    args.set("files", files.len());
    marks.sort_unstable();
    marks.dedup();
    args.set("mark", marks.join(", "));
    say::line(&sentence(lang, "cli-translate-done", &args))?;
    Ok(Outcome::Clean)
}

/// Returns whether the problem is in the source of the translation. Words of parts that cannot be
/// read would not be marked.
pub fn is_of_source(problem: &Diagnostic, translation: &Translation) -> bool {
    translation.source.as_ref().is_some_and(|source| source.source == problem.span.source)
}

fn is_missing(translation: &Translation) -> bool {
    translation.state == PageState::Missing
        && translation.source.as_ref().is_some_and(|source| source.is_whole())
}

fn new_translation(translation: &Translation, sources: &Sources) -> Option<NewFile> {
    let source = translation.source.as_ref().filter(|source| source.is_whole())?;
    if translation.document.is_some() {
        return None;
    }
    let file = sources.get(source.source).text();
    let place = &translation.place;
    let declaration = parse::front_matter(place.kind);
    let text = scaffold::translation(source, &file, declaration, place.lang);
    Some(NewFile { path: SourcePath::new(&place.file()), text })
}

fn refusal(translation: &Translation, lang: Lang) -> String {
    let mut args = FluentArgs::new();
    args.set("page", translation.place.name());
    let key = match (&translation.source, &translation.document) {
        (None, _) => "cli-translate-no-source",
        (_, Some(_)) => "cli-translate-there",
        (_, None) => "cli-translate-unreadable",
    };
    sentence(lang, key, &args)
}
