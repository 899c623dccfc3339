//! `giljabi accept`: records sections of a translation as current.

use std::path::PathBuf;

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{
    Outcome,
    paint::{Emphasis, Paint},
    refusal::refuses,
    root::RootArguments,
    say, status,
};
use crate::{
    diag::{Code, Diagnostic, closest, sentence},
    load,
    model::{Lang, Translation},
    parse,
    pipeline::{self, AcceptRefusal, AcceptRequest, Accepted, Selection},
    source::Sources,
    unicode::visible,
    write,
};

/// The arguments of `accept`.
#[derive(Debug, clap::Args)]
pub struct AcceptArguments {
    page: String,
    #[arg(value_name = "SECTION", conflicts_with = "all")]
    sections: Vec<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_name = "REASON", value_parser = reason)]
    unchanged: Option<String>,
    #[command(flatten)]
    root: RootArguments,
}

fn reason(written: &str) -> Result<String, String> {
    match written.trim() {
        "" => Err("say why in a few words".to_owned()),
        reason => Ok(reason.to_owned()),
    }
}

/// Runs the command.
pub fn run(arguments: &AcceptArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let (all, mut diagnostics) = pipeline::translations(&sources);
    let translation = status::find(&arguments.page, &all, &sources, lang)?;
    if arguments.sections.is_empty() && !arguments.all {
        let mut args = FluentArgs::new();
        args.set("page", translation.place.name());
        bail!(sentence(lang, "cli-accept-which", &args));
    }
    let (Some(source), Some(document)) = (&translation.source, &translation.document) else {
        let mut args = FluentArgs::new();
        args.set("page", translation.place.name());
        let marks = marks_left(translation, &sources, lang);
        bail!(marks.unwrap_or_else(|| sentence(lang, "cli-not-translated", &args)));
    };
    let ledger = sources.find(&ledger_path(translation));
    let files = [Some(source.source), Some(document.source), ledger];
    // Sections of a file that cannot be read cannot be recorded. Two records of one section are
    // settled by a new one.
    let concerns = |problem: &Diagnostic| {
        files.contains(&Some(problem.span.source)) && problem.code != Code::LedgerTwice
    };
    let style = status::report_style(lang, &root);
    if refuses(&mut diagnostics, concerns, &sources, style, "cli-nothing-recorded")? {
        return Ok(Outcome::ContentErrors);
    }
    let sections = match arguments.all {
        true => Selection::All,
        false => Selection::Only(&arguments.sections),
    };
    let request = AcceptRequest { sections, unchanged: arguments.unchanged.as_deref() };
    let accepted = pipeline::accept(translation, &sources, request);
    if let Some(name) = accepted.unknown.first() {
        bail!(unknown(name, translation, lang));
    }
    let page = &sources.get(document.source).path;
    let written = match accepted.changes.is_empty() {
        true => None,
        false => Some(write::update_ledger(&root, page, accepted.changes.clone())?),
    };
    say::print(&report(&accepted, translation, written, lang))?;
    if let Some(marks) = marks_left(translation, &sources, lang) {
        say::line(&marks)?;
    }
    let refused = !accepted.refused.is_empty();
    Ok(if refused { Outcome::ContentErrors } else { Outcome::Clean })
}

/// Returns where the translation is still marked as not translated, if it is.
fn marks_left(translation: &Translation, sources: &Sources, lang: Lang) -> Option<String> {
    let path = translation.place.file();
    let id = sources.find(&path)?;
    let lines = parse::marked_lines(id, &sources.get(id).bytes);
    let listed: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let mut args = FluentArgs::new();
    args.set("path", visible(&path).into_owned());
    args.set("lines", listed.join(", "));
    (!lines.is_empty()).then(|| sentence(lang, "cli-marks-left", &args))
}

fn ledger_path(translation: &Translation) -> String {
    let place = &translation.place;
    format!("content/{}.{}.ledger", place.name(), place.lang.code())
}

fn unknown(name: &str, translation: &Translation, lang: Lang) -> String {
    let ids = translation.pairs.iter().map(|pair| translation.id_of(pair));
    let mut args = FluentArgs::new();
    args.set("section", name);
    args.set("page", translation.place.name());
    let near = closest(name, ids);
    let key = if near.is_some() { "cli-unknown-section-near" } else { "cli-unknown-section" };
    args.set("near", near.unwrap_or_default());
    sentence(lang, key, &args)
}

/// Returns the report: the recorded sections, the refused ones with their reasons, and the path
/// of the ledger.
fn report(
    accepted: &Accepted,
    translation: &Translation,
    written: Option<PathBuf>,
    lang: Lang,
) -> String {
    let paint = Paint::for_stdout();
    let mut text = String::new();
    for id in &accepted.recorded {
        text.push_str(&format!("{} {id}\n", paint.text(Emphasis::Good, "✓")));
    }
    for (id, refusal) in &accepted.refused {
        let mut args = FluentArgs::new();
        args.set("page", translation.place.name());
        args.set("section", id.as_str());
        let is_begun =
            translation.document.as_ref().is_some_and(|document| document.masked.is_some());
        let key = match refusal {
            AcceptRefusal::NotTranslated if is_begun => "cli-refused-marked",
            refusal => words_of(*refusal),
        };
        let why = sentence(lang, key, &args);
        text.push_str(&format!("{} {id}: {why}\n", paint.text(Emphasis::Attention, "●")));
    }
    let mut args = FluentArgs::new();
    args.set("recorded", accepted.recorded.len());
    args.set("refused", accepted.refused.len());
    args.set("page", translation.place.name());
    text.push_str(&sentence(lang, "cli-accepted", &args));
    text.push('\n');
    if let Some(path) = written {
        let path = path.strip_prefix(".").unwrap_or(&path).display().to_string();
        text.push_str(&paint.text(Emphasis::Quiet, &visible(&path)));
        text.push('\n');
    }
    text
}

const fn words_of(refusal: AcceptRefusal) -> &'static str {
    match refusal {
        AcceptRefusal::NotTouched => "cli-refused-not-touched",
        AcceptRefusal::NotDated => "cli-refused-not-dated",
        AcceptRefusal::NotTranslated => "cli-refused-not-translated",
        AcceptRefusal::StillThere => "cli-refused-still-there",
        AcceptRefusal::Displaced => "cli-refused-displaced",
        AcceptRefusal::Untranslated => "cli-refused-untranslated",
        AcceptRefusal::Guessed => "cli-refused-guessed",
    }
}
