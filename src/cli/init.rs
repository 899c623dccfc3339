//! `giljabi init`: begins a guide with one page of each kind in both languages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, bail};
use fluent_bundle::FluentArgs;

use super::{Outcome, record::record, root::that_reads, say, today::today};
use crate::{
    diag::{fixed_sentence, sentence},
    model::{Lang, PerLang},
    pipeline::SETTINGS_FILE,
    scaffold::{self, NewGuide},
    source::NewFile,
    write,
};

/// The arguments of `init`.
#[derive(Debug, clap::Args)]
pub struct InitArguments {
    #[arg(value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    #[arg(long, value_name = "TITLE")]
    title_en: Option<String>,
    #[arg(long, value_name = "TITLE")]
    title_ko: Option<String>,
    #[arg(long, value_name = "LANG", value_parser = super::locale::parse)]
    source_language: Option<Lang>,
    #[arg(long)]
    github: bool,
}

/// Runs the command.
pub fn run(arguments: &InitArguments, lang: Lang) -> Result<Outcome> {
    let title = |given: &Option<String>, lang: Lang| {
        let given = given.as_deref().map(str::trim).filter(|title| !title.is_empty());
        given.map_or_else(|| fixed_sentence(lang, "cli-init-title"), str::to_owned)
    };
    let new = NewGuide {
        title: PerLang {
            en: title(&arguments.title_en, Lang::En),
            ko: title(&arguments.title_ko, Lang::Ko),
        },
        source_language: arguments.source_language.unwrap_or(lang),
        today: today()?,
        github: arguments.github,
    };
    if arguments.folder.join(SETTINGS_FILE).exists() {
        bail!(fixed_sentence(lang, "cli-init-there"));
    }
    if let Some(outer) = that_reads(&arguments.folder) {
        let mut args = FluentArgs::new();
        args.set("outer", outer.display().to_string());
        bail!(sentence(lang, "cli-init-inside", &args));
    }
    let is_there = |file: &NewFile| {
        file.path.as_str().starts_with(".git")
            && arguments.folder.join(file.path.as_str()).is_file()
    };
    let (left, files): (Vec<NewFile>, Vec<NewFile>) =
        scaffold::guide(&new).into_iter().partition(is_there);
    write::create_sources(&arguments.folder, &files)?;
    record(&arguments.folder, &fixed_sentence(lang, "cli-init-made-together"), |_| true)?;
    let pages = files.iter().filter(|file| file.path.as_str().ends_with(".md")).count();
    report(arguments, pages, lang)?;
    left.iter().try_for_each(|file| report_left(&arguments.folder, file, lang))?;
    Ok(Outcome::Clean)
}

/// Returns a path as it is written on a command line.
fn quoted(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | ':' | '.' | '-' | '_');
    match path.chars().all(is_plain) {
        true => path.to_owned(),
        // PowerShell reads single quotation marks as shells of Unix do.
        false => format!("'{}'", path.replace('\'', r"'\''")),
    }
}

/// Prints the lines that a file lacks which was there already, as in a repository that was made elsewhere.
fn report_left(folder: &Path, file: &NewFile, lang: Lang) -> Result<()> {
    let there = fs::read_to_string(folder.join(file.path.as_str())).unwrap_or_default();
    let is_missing = |line: &&str| !line.starts_with('#') && !there.lines().any(|has| has == *line);
    let missing: Vec<&str> = file.text.lines().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut args = FluentArgs::new();
    args.set("path", file.path.as_str());
    args.set("lines", missing.join(" "));
    say::line(&sentence(lang, "cli-init-left", &args))
}

fn report(arguments: &InitArguments, pages: usize, lang: Lang) -> Result<()> {
    let mut args = FluentArgs::new();
    args.set("pages", pages);
    args.set("folder", quoted(&arguments.folder.display().to_string()));
    let is_here = arguments.folder.as_os_str() == ".";
    say::line(&sentence(
        lang,
        if is_here { "cli-init-done-here" } else { "cli-init-done" },
        &args,
    ))?;
    if arguments.github {
        say::line(&fixed_sentence(lang, "cli-init-github"))?;
    }
    Ok(())
}
