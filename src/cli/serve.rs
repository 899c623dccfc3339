//! `giljabi serve`: what it can be told.

use std::path::PathBuf;

use anyhow::Result;

use super::Outcome;
use crate::{
    model::Lang,
    serve::{self, Editor, Options},
};

/// What `serve` can be told.
#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    /// Folder of the guide, which holds guide.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Port to listen at; 0 for any [default: 4400, or the next free one]
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Address to listen at, so that other machines can see the preview [default: this machine only]
    #[arg(long, value_name = "ADDRESS")]
    host: Option<String>,
    /// Open the preview in a browser
    #[arg(long)]
    open: bool,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Editor that links to files open: a name such as vscode, cursor, zed or idea, or an
    /// address with {path}, {line} and {column} in it
    #[arg(long, value_name = "EDITOR", default_value = "vscode")]
    editor: Editor,
    /// Look at the files again and again, where the system does not tell of changes
    /// (network drives, containers)
    #[arg(long)]
    poll: bool,
}

/// Runs the command until it is interrupted.
pub fn run(arguments: &ServeArguments, lang: Lang) -> Result<Outcome> {
    serve::run(Options {
        root: arguments.root.clone(),
        host: arguments.host.clone(),
        port: arguments.port,
        open: arguments.open,
        drafts: arguments.drafts,
        poll: arguments.poll,
        editor: arguments.editor.clone(),
        lang,
    })?;
    Ok(Outcome::Clean)
}
