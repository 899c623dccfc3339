//! `giljabi theme`: lists the files of the built-in theme, and copies one to start from.

use anyhow::{Result, bail};
use clap::Subcommand;
use fluent_bundle::FluentArgs;

use super::{Outcome, root::RootArguments, say};
use crate::{
    diag::{closest, sentence},
    load,
    model::{Lang, SourcePath},
    source::{NewFile, Sources},
    write,
};

/// The arguments of `theme`.
#[derive(Debug, clap::Args)]
pub struct ThemeArguments {
    #[command(subcommand)]
    action: ThemeAction,
}

#[derive(Debug, Subcommand)]
enum ThemeAction {
    #[command(after_help = "giljabi theme list")]
    List,
    #[command(after_help = "giljabi theme copy templates/components/footer.html")]
    Copy {
        #[arg(required = true)]
        file: Vec<String>,
        #[command(flatten)]
        root: RootArguments,
    },
}

/// Runs the command.
pub fn run(arguments: &ThemeArguments, lang: Lang) -> Result<Outcome> {
    let theme = load::built_in();
    match &arguments.action {
        ThemeAction::List => {
            let paths = theme.visible();
            let lines = paths.iter().map(|(_, source)| source.path.as_str());
            say::line(&lines.collect::<Vec<_>>().join("\n"))?;
        }
        ThemeAction::Copy { file, root } => {
            let root = root.find()?;
            load::has_settings(&root)?;
            let files: Vec<NewFile> =
                file.iter().map(|path| copy(&theme, path, lang)).collect::<Result<_>>()?;
            write::create_sources(&root, &files)?;
            for file in &files {
                say::line(file.path.as_str())?;
            }
        }
    }
    Ok(Outcome::Clean)
}

fn copy(theme: &Sources, path: &str, lang: Lang) -> Result<NewFile> {
    let path = SourcePath::new(path.trim_start_matches("./"));
    match theme.find(path.as_str()) {
        Some(id) => Ok(NewFile { text: theme.get(id).text().into_owned(), path }),
        None => bail!(unknown(path.as_str(), theme, lang)),
    }
}

fn unknown(path: &str, theme: &Sources, lang: Lang) -> String {
    let files = theme.visible();
    let near = closest(path, files.iter().map(|(_, source)| source.path.as_str()));
    let mut args = FluentArgs::new();
    args.set("file", path);
    let key = if near.is_some() { "cli-theme-unknown-near" } else { "cli-theme-unknown" };
    args.set("near", near.unwrap_or_default());
    sentence(lang, key, &args)
}
