//! The answers of the last day, stored in the user's cache folder.

use std::{
    collections::BTreeMap,
    env, fs,
    io::Write,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::SiteAnswer;

/// The number of seconds for which an answer is kept.
const DAY: u64 = 24 * 60 * 60;

/// Answers by their addresses.
pub struct Answers {
    now: u64,
    all: BTreeMap<String, DatedAnswer>,
}

#[derive(Serialize, Deserialize)]
struct DatedAnswer {
    /// Seconds since 1970.
    at: u64,
    answer: SiteAnswer,
}

impl Answers {
    /// Reads the answers that are still valid at `now`. If the file cannot be read, there are
    /// none.
    pub fn read(now: u64) -> Answers {
        let text = file().and_then(|file| fs::read(file).ok()).unwrap_or_default();
        let mut all: BTreeMap<String, DatedAnswer> =
            serde_json::from_slice(&text).unwrap_or_default();
        all.retain(|_, dated| dated.at <= now && now - dated.at < DAY);
        Answers { now, all }
    }

    pub fn get(&self, address: &str) -> Option<&SiteAnswer> {
        self.all.get(address).map(|dated| &dated.answer)
    }

    pub fn add(&mut self, answers: Vec<(String, SiteAnswer)>) {
        let dated = |answer| DatedAnswer { at: self.now, answer };
        self.all.extend(answers.into_iter().map(|(address, answer)| (address, dated(answer))));
    }

    /// Writes the answers that will be valid in the next run. If that fails, everything is
    /// asked again.
    pub fn write(mut self) {
        self.all.retain(|_, dated| match &dated.answer {
            SiteAnswer::Good | SiteAnswer::Moved(_) => true,
            SiteAnswer::Bad(failure) => !failure.is_temporary(),
            SiteAnswer::Unknown => false,
        });
        if let Some(file) = file() {
            let _ = replace(&file, &self.all);
        }
    }
}

fn replace(file: &Path, all: &BTreeMap<String, DatedAnswer>) -> anyhow::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(&serde_json::to_vec_pretty(all)?)?;
    new.persist(file)?;
    Ok(())
}

/// Returns the file in the system's folder for caches.
fn file() -> Option<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = caches(env::consts::OS, folder);
    Some(cache?.join("giljabi").join("external-links.json"))
}

/// Returns the cache folder of the system `os`; `folder` returns the folder in a variable.
fn caches(os: &str, folder: impl Fn(&str) -> Option<PathBuf>) -> Option<PathBuf> {
    let home = |below: &str| Some(folder("HOME")?.join(below));
    match os {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => home("Library/Caches"),
        _ => folder("XDG_CACHE_HOME").or_else(|| home(".cache")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_has_its_own_folder_for_caches() {
        let folder = |name: &str| Some(PathBuf::from(["/", name].concat()));
        let at = |os| caches(os, folder).expect("a folder");
        assert_eq!(at("windows"), Path::new("/LOCALAPPDATA"));
        assert_eq!(at("macos"), Path::new("/HOME/Library/Caches"));
        assert_eq!(at("linux"), Path::new("/XDG_CACHE_HOME"));
        let home = |name: &str| (name == "HOME").then(|| PathBuf::from("/HOME"));
        assert_eq!(caches("linux", home).as_deref(), Some(Path::new("/HOME/.cache")));
        assert_eq!(caches("windows", home), None);
    }
}
