//! What counts as published: the manifest that is kept with the published site. Builds on a
//! desk do not count, for nobody has read them.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::{pipeline::PreviousBuild, write};

/// The argument of commands that compare a site with the published one.
#[derive(Debug, clap::Args)]
pub struct PublishedArguments {
    #[arg(long, value_name = "FILE", num_args = 0..=1)]
    published: Option<Option<PathBuf>>,
}

impl PublishedArguments {
    /// Returns the manifest that is named.
    pub fn file(&self) -> Option<&Path> {
        self.published.as_ref()?.as_deref()
    }

    /// Returns what the named manifest lists; what `own` returns, the list of the output
    /// folder, where no file is named; nothing where there is no published site.
    pub fn read(
        &self,
        own: impl FnOnce() -> Result<PreviousBuild>,
    ) -> Result<Option<PreviousBuild>> {
        match &self.published {
            None => Ok(None),
            Some(None) => own().map(Some),
            Some(Some(file)) => write::published(file).map(Some),
        }
    }
}
