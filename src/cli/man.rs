//! `giljabi man`: prints the manual page of the program or of one command.

use anyhow::{Result, bail};
use clap::Command;
use clap_mangen::Man;
use fluent_bundle::FluentArgs;

use super::{Outcome, say};
use crate::{diag::sentence, model::Lang};

/// The arguments of `man`.
#[derive(Debug, clap::Args)]
pub struct ManArguments {
    #[arg(value_name = "COMMAND")]
    subject: Option<String>,
}

/// Runs the command. `command` is the program's command line, with help texts in `lang`.
pub fn run(arguments: &ManArguments, command: Command, lang: Lang) -> Result<Outcome> {
    let program = command.get_name().to_owned();
    let (name, command) = match &arguments.subject {
        None => (program, command),
        Some(subject) => match command.find_subcommand(subject) {
            Some(below) => ([&program, "-", subject].concat(), below.clone()),
            None => bail!(unknown(subject, &command, lang)),
        },
    };
    let mut page = Vec::new();
    Man::new(command.display_name(name.clone())).title(name).render(&mut page)?;
    // clap_mangen calls the text after the options EXTRA; ours is an example.
    say::print(&String::from_utf8_lossy(&page).replace("\n.SH EXTRA\n", "\n.SH EXAMPLE\n"))?;
    Ok(Outcome::Clean)
}

fn unknown(subject: &str, command: &Command, lang: Lang) -> String {
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let mut args = FluentArgs::new();
    args.set("found", subject);
    args.set("known", names.join(", "));
    sentence(lang, "cli-unknown-command", &args)
}
