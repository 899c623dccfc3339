//! The list of what giljabi wrote, kept in the output folder: path → hash.
//!
//! It is what tells our files from others', now and at the next build.

use std::{collections::BTreeMap, fs, io, path::Path};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::model::OutPath;

/// The folder inside the output folder that holds our own notes.
pub const FOLDER: &str = ".giljabi";
/// Its name in that folder.
pub const FILE: &str = "manifest.json";

/// The number of the file's form, so that a later giljabi can read an older one's.
const FORMAT: u32 = 1;

/// Every file of the last build, with the hash of its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub files: BTreeMap<OutPath, Hash>,
}

/// The first 16 bytes of a BLAKE3 hash, in hexadecimal digits.
pub type Hash = String;

/// Hashes the bytes of an output.
pub fn hash(bytes: &[u8]) -> Hash {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

#[derive(Serialize, Deserialize)]
struct Stored {
    format: u32,
    files: BTreeMap<String, Hash>,
}

impl Manifest {
    /// Reads the manifest of `out`; `None` when there is none.
    pub fn read(out: &Path) -> Result<Option<Manifest>> {
        let path = out.join(FOLDER).join(FILE);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).context(format!("cannot read {}", path.display())),
        };
        let stored: Stored = serde_json::from_str(&text).with_context(|| {
            format!("{} is damaged; delete it and build with --force", path.display())
        })?;
        let files = stored.files.into_iter().filter(|(path, _)| is_below(path));
        Ok(Some(Manifest { files: files.map(|(path, hash)| (OutPath::new(path), hash)).collect() }))
    }

    /// Replaces the manifest of `out` in one step.
    pub fn write(&self, out: &Path) -> Result<()> {
        let folder = out.join(FOLDER);
        let files = self.files.iter().map(|(path, hash)| (path.as_str().to_owned(), hash.clone()));
        let stored = Stored { format: FORMAT, files: files.collect() };
        let mut text = serde_json::to_string_pretty(&stored)?;
        text.push('\n');
        let path = folder.join(FILE);
        if fs::read_to_string(&path).is_ok_and(|old| old == text) {
            return Ok(());
        }
        let new = folder.join("manifest.new");
        fs::write(&new, text).with_context(|| format!("cannot write {}", new.display()))?;
        fs::rename(&new, &path).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Whether a stored path stays below the output folder: a manifest that somebody
/// edited must not make us remove other files.
fn is_below(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
