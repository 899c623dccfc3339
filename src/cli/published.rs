//! Finds the manifest of the published site. Builds on an editor's own machine do not count, as
//! nobody has read them.

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
    /// Returns the manifest that was named.
    pub fn file(&self) -> Option<&Path> {
        self.published.as_ref()?.as_deref()
    }

    /// Returns the files in the named manifest. If none was named, returns the files in `own`,
    /// the manifest of the output folder, or none if nothing was published.
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
