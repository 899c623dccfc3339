//! The list of the files that giljabi wrote, kept in the output folder: path → hash.
//!
//! It tells our files from those of others, now and at the next build.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::regular_file;
use crate::{
    error::{AppError, ErrorKind, Explain},
    model::OutPath,
    pipeline::PreviousBuild,
};

/// The folder inside the output folder that holds our own notes.
pub const FOLDER: &str = ".giljabi";
/// The manifest's name in that folder.
pub const FILE: &str = "manifest.json";

/// The version of the file's format. A later giljabi can tell by it how to read the file.
const FORMAT: u32 = 1;

/// Every file of the last build, with the hash of its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BuildManifest {
    pub files: BTreeMap<OutPath, Hash>,
    /// Other people's files that had exactly the bytes of an output when it was first built.
    /// They are neither overwritten nor removed.
    pub found: BTreeSet<OutPath>,
    /// Pages of earlier builds that have neither a page nor a redirect, and are not retired.
    pub lost: BTreeSet<OutPath>,
    /// The key of each file that is costly to make: a hash of its inputs.
    pub keys: BTreeMap<OutPath, String>,
    /// The folder of the theme's assets: `assets/0123456789/`.
    pub assets: String,
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
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    found: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    lost: BTreeSet<String>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    keys: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    assets: String,
}

/// The part that every format of the file has.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

impl BuildManifest {
    /// Reads the manifest of `out`; `None` when there is none.
    pub fn read(out: &Path) -> Result<Option<BuildManifest>> {
        BuildManifest::read_file(&out.join(FOLDER).join(FILE))
    }

    /// Reads the manifest at `path`; `None` when there is none.
    pub fn read_file(path: &Path) -> Result<Option<BuildManifest>> {
        if regular_file(path)?.is_none() {
            return Ok(None);
        }
        let text = fs::read_to_string(path).or_fail(|| ErrorKind::Unreadable(path.into()))?;
        let stored = parse(&text, path)?;
        let files = stored.files.into_iter().filter(|(path, _)| is_below(path));
        Ok(Some(BuildManifest {
            files: files.map(|(path, hash)| (OutPath::new(path), hash)).collect(),
            found: stored.found.into_iter().map(OutPath::new).collect(),
            lost: stored.lost.into_iter().map(OutPath::new).collect(),
            keys: stored.keys.into_iter().map(|(path, key)| (OutPath::new(path), key)).collect(),
            assets: stored.assets,
        }))
    }

    /// Returns the build that the manifest describes.
    pub fn build(&self) -> PreviousBuild {
        PreviousBuild { last: self.files.keys().cloned().collect(), lost: self.lost.clone() }
    }

    /// Returns the text of the file.
    pub fn text(&self) -> Result<String> {
        let name = |path: &OutPath| path.as_str().to_owned();
        let stored = Stored {
            format: FORMAT,
            files: self.files.iter().map(|(path, hash)| (name(path), hash.clone())).collect(),
            found: self.found.iter().map(name).collect(),
            lost: self.lost.iter().map(name).collect(),
            keys: self.keys.iter().map(|(path, key)| (name(path), key.clone())).collect(),
            assets: self.assets.clone(),
        };
        Ok(serde_json::to_string_pretty(&stored)? + "\n")
    }
}

/// Reads the text of a manifest. One of a later giljabi is refused: it may have fields that
/// this version does not know, and they would be lost.
fn parse(text: &str, path: &Path) -> Result<Stored> {
    let stored = serde_json::from_str::<Stored>(text);
    let format = match &stored {
        Ok(stored) => stored.format,
        Err(_) => serde_json::from_str::<Form>(text).map_or(0, |form| form.format),
    };
    if format > FORMAT {
        return Err(AppError::without_cause(ErrorKind::NewerManifest(path.into())));
    }
    stored.or_fail(|| ErrorKind::DamagedManifest(path.into()))
}

/// Returns whether a stored path stays below the output folder: an edited manifest must not
/// make us remove other files.
pub fn is_below(path: &str) -> bool {
    path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
