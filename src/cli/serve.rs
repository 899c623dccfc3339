//! `giljabi serve`: its arguments.

use anyhow::Result;

use super::{Outcome, root::RootArguments};
use crate::{
    model::Lang,
    serve::{self, Editor, ServeOptions},
};

/// The arguments of `serve`.
#[derive(Debug, clap::Args)]
pub struct ServeArguments {
    #[command(flatten)]
    root: RootArguments,
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    #[arg(long, value_name = "ADDRESS")]
    host: Option<String>,
    #[arg(long)]
    open: bool,
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "EDITOR", default_value = "vscode")]
    editor: Editor,
    #[arg(long)]
    poll: bool,
}

/// Runs the command until it is interrupted.
pub fn run(arguments: &ServeArguments, lang: Lang) -> Result<Outcome> {
    serve::run(ServeOptions {
        root: arguments.root.find()?,
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
