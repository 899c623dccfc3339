//! `giljabi nginx`: prints a configuration for serving the site with nginx. It is not published
//! with the site, because readers have no use for it.

use anyhow::Result;

use super::{
    Outcome,
    problems::{ProblemArguments, print},
    root::RootArguments,
    say,
};
use crate::{
    load,
    model::{Lang, SiteAddress},
    pipeline::{self, PrepareOptions},
};

/// The arguments of `nginx`.
#[derive(Debug, clap::Args)]
pub struct NginxArguments {
    #[command(flatten)]
    root: RootArguments,
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<SiteAddress>,
}

/// Runs the command. A guide with errors is refused, because its addresses are not certain.
pub fn run(arguments: &NginxArguments, lang: Lang) -> Result<Outcome> {
    let root = arguments.root.find()?;
    let sources = load::load(&root)?;
    let options = PrepareOptions {
        base_url: arguments.base_url.clone(),
        drafts: false,
        ..PrepareOptions::default()
    };
    let (prepared, mut diagnostics) = pipeline::prepare(&sources, &options);
    let (errors, _) = diagnostics.counts();
    if errors > 0 {
        print(&mut diagnostics, &sources, &ProblemArguments::default().style(lang, &root))?;
        return Ok(Outcome::ContentErrors);
    }
    say::print(&prepared.nginx())?;
    Ok(Outcome::Clean)
}
