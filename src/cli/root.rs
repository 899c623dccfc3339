//! Finds the guide that a command works on: that of `--root`, or the one that contains the
//! working directory.

use std::{
    env,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    error::{AppError, ErrorKind, Explain},
    load::FOLDERS,
    pipeline::SETTINGS_FILE,
};

/// The argument of commands that need a guide.
#[derive(Debug, clap::Args)]
pub struct RootArguments {
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

impl RootArguments {
    /// Returns the guide's folder, as a path from the working directory. Unless a folder was
    /// named, it is the nearest one with settings.
    ///
    /// # Errors
    /// Fails if there is no guide.
    pub fn find(&self) -> Result<PathBuf> {
        match &self.root {
            Some(root) => Ok(root.clone()),
            None => nearest(),
        }
    }
}

/// Returns the guide that reads the files in `folder`, which may not exist yet: the folder is
/// inside the guide's content, templates or verbatim files.
pub fn that_reads(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let outer = folder.ancestors().skip(1).find(|outer| outer.join(SETTINGS_FILE).is_file())?;
    let is_read = |name| folder.starts_with(outer.join(name));
    FOLDERS.into_iter().any(is_read).then(|| outer.to_owned())
}

fn nearest() -> Result<PathBuf> {
    let here = env::current_dir().or_fail(|| ErrorKind::Unreadable(".".into()))?;
    let depth = here.ancestors().position(|folder| folder.join(SETTINGS_FILE).is_file());
    match depth {
        None => Err(AppError::without_cause(ErrorKind::NoGuide(here))),
        Some(0) => Ok(Path::new(".").to_owned()),
        Some(depth) => Ok(std::iter::repeat_n("..", depth).collect()),
    }
}
