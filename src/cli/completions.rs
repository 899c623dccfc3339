//! `giljabi completions`: prints the completion script of a shell.

use anyhow::Result;
use clap_complete::Shell;

use super::{Outcome, say};

/// The arguments of `completions`.
#[derive(Debug, clap::Args)]
pub struct CompletionsArguments {
    shell: Shell,
}

/// Runs the command. `command` is the program's command line, with help texts in the language
/// of the user.
pub fn run(arguments: &CompletionsArguments, mut command: clap::Command) -> Result<Outcome> {
    let mut script = Vec::new();
    let name = command.get_name().to_owned();
    clap_complete::generate(arguments.shell, &mut command, name, &mut script);
    say::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Clean)
}
