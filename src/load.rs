//! Reads the files of a site from the disk. [`Files`] reads them again after edits.
//!
//! A file that cannot be read ends the run with an error that names it. The contents are
//! not looked at.

mod files;

pub use files::{FileLook, Files, Touched, folders};

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Result;
use bytes::Bytes;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::{
    error::{self, AppError, ErrorKind, Explain},
    model::SourcePath,
    pipeline::SETTINGS_FILE,
    source::{Source, Sources},
};

/// The files of the built-in theme, by their paths; `build.rs` lists them.
static BUILT_IN: &[(&str, &[u8])] = &include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The folders of a root that are read, each with everything below it.
pub const FOLDERS: [&str; 3] = ["content", "templates", "static"];

/// The most bytes of a file: spans count them in 32 bits.
const LARGEST: u64 = u32::MAX as u64;

/// Reads the built-in theme and the site at `root`.
pub fn load(root: &Path) -> Result<Sources> {
    load_linked(root).map(|(sources, _)| sources)
}

/// Returns the sources like [`load`], and the targets of the symbolic links among the files.
pub fn load_linked(root: &Path) -> Result<(Sources, Vec<PathBuf>)> {
    let (listing, mut failures) = Listing::as_far_as_readable(root)?;
    let mut sources = built_in();
    let read: Vec<Result<Source>> =
        listing.files.into_par_iter().map(|(path, file)| read(&path, &file)).collect();
    for source in read {
        match source {
            Ok(source) => _ = sources.add(source),
            Err(failure) => failures.push(failure),
        }
    }
    error::combine(failures)?;
    Ok((sources, listing.targets))
}

/// Checks that `root` is a guide's folder.
pub fn has_settings(root: &Path) -> Result<()> {
    if root.join(SETTINGS_FILE).is_file() {
        return Ok(());
    }
    Err(AppError::without_cause(ErrorKind::NoSettings(
        std::path::absolute(root).unwrap_or(root.into()),
    )))
}

/// The files of a root.
#[derive(Debug, Default)]
struct Listing {
    /// Every file, as its path below the root and on the disk.
    files: Vec<(String, PathBuf)>,
    /// The targets of symbolic links among them.
    targets: Vec<PathBuf>,
}

impl Listing {
    fn read(root: &Path) -> Result<Listing> {
        let (listing, failures) = Listing::as_far_as_readable(root)?;
        error::combine(failures)?;
        Ok(listing)
    }

    /// Returns the files that can be listed, and the errors of the rest.
    ///
    /// # Errors
    /// Fails if `root` is not the folder of a guide.
    fn as_far_as_readable(root: &Path) -> Result<(Listing, Vec<anyhow::Error>)> {
        has_settings(root)?;
        let settings = root.join(SETTINGS_FILE);
        let real_root = root.canonicalize().or_fail(|| ErrorKind::Unreadable(root.into()))?;
        let (mut listing, mut failures) = (Listing::default(), Vec::new());
        if settings.is_symlink() {
            failures.extend(listing.add_target(&settings, &real_root).err());
        }
        listing.files.push((SETTINGS_FILE.to_owned(), settings));
        for folder in FOLDERS {
            listing.add(root, &real_root, folder, &mut failures);
        }
        Ok((listing, failures))
    }

    /// Adds every file below `folder`, sorted. Hidden files and editors' back-ups
    /// are passed over.
    fn add(
        &mut self,
        root: &Path,
        real_root: &Path,
        folder: &str,
        failures: &mut Vec<anyhow::Error>,
    ) {
        let start = root.join(folder);
        if start.symlink_metadata().is_err() {
            return;
        }
        if start.is_file() {
            failures.push(AppError::without_cause(ErrorKind::NotAFolder(start)));
            return;
        }
        let walk = WalkDir::new(&start).follow_links(true).sort_by_file_name();
        let visible =
            |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
        let mut entries = walk.into_iter().filter_entry(visible);
        while let Some(entry) = entries.next() {
            let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
            let added =
                entry.map_err(walk_error).and_then(|entry| self.add_entry(&entry, root, real_root));
            if let Err(failure) = added {
                failures.push(failure);
                if is_folder {
                    // The target of a link out of the guide may contain the whole disk.
                    entries.skip_current_dir();
                }
            }
        }
    }

    fn add_entry(
        &mut self,
        entry: &walkdir::DirEntry,
        root: &Path,
        real_root: &Path,
    ) -> Result<()> {
        if entry.path_is_symlink() {
            self.add_target(entry.path(), real_root)?;
        }
        if entry.file_type().is_dir() {
            return Ok(());
        }
        if !entry.file_type().is_file() {
            return Err(AppError::without_cause(ErrorKind::SpecialFile(entry.path().into())));
        }
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        self.files.push((slashed(path), entry.path().to_owned()));
        Ok(())
    }

    /// Adds the target of a symbolic link.
    fn add_target(&mut self, link: &Path, real_root: &Path) -> Result<()> {
        self.targets.push(stay_inside(link, real_root)?);
        Ok(())
    }
}

/// Returns the theme that comes with the program, and nothing else.
pub fn built_in() -> Sources {
    let mut sources = Sources::default();
    for (path, bytes) in BUILT_IN {
        let (path, bytes) = (SourcePath::new(path), Bytes::from_static(bytes));
        sources.add(Source { path, bytes, built_in: true });
    }
    sources
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    let hidden = name.starts_with('.') && name != ".well-known";
    let of_system = name == "Thumbs.db" || name == "desktop.ini";
    hidden || of_system || is_leftover(&name)
}

/// Returns whether an editor, a merge or an office program left the file beside another.
fn is_leftover(name: &str) -> bool {
    const ENDINGS: [&str; 9] =
        ["~", ".orig", ".rej", ".tmp", ".bak", ".swp", ".swo", ".save", ".crdownload"];
    let lower = name.to_ascii_lowercase();
    let of_merge = ["_backup_", "_base_", "_local_", "_remote_"].iter().any(|mark| {
        let number = lower.split(mark).nth(1).and_then(|rest| rest.split('.').next());
        number
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    });
    let of_editor = name.starts_with('#') && name.ends_with('#');
    let of_office = name.starts_with("~$") || name.starts_with("~WRL");
    of_merge || of_editor || of_office || ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

fn walk_error(error: walkdir::Error) -> anyhow::Error {
    let path = error.path().unwrap_or(Path::new("")).to_owned();
    if let Some(ancestor) = error.loop_ancestor() {
        return AppError::without_cause(ErrorKind::LinkCycle {
            link: path,
            ancestor: ancestor.into(),
        });
    }
    match error.into_io_error() {
        Some(io) if io.kind() == io::ErrorKind::NotFound => {
            AppError::without_cause(ErrorKind::BrokenLink(path))
        }
        Some(io) => AppError::with_cause(ErrorKind::Unreadable(path), io),
        None => AppError::without_cause(ErrorKind::Unreadable(path)),
    }
}

/// Returns the target of a symbolic link, which must be inside the root.
fn stay_inside(link: &Path, real_root: &Path) -> Result<PathBuf> {
    let target = link.canonicalize().or_fail(|| ErrorKind::Unreadable(link.into()))?;
    if !target.starts_with(real_root) {
        return Err(AppError::without_cause(ErrorKind::LinkOutside { link: link.into(), target }));
    }
    Ok(target)
}

fn read(path: &str, file: &Path) -> Result<Source> {
    check_length(file)?;
    let bytes = fs::read(file).or_fail(|| ErrorKind::Unreadable(file.into()))?;
    Ok(Source { path: SourcePath::new(path), bytes: bytes.into(), built_in: false })
}

/// Refuses a file that is too large, before it fills the memory.
fn check_length(file: &Path) -> Result<()> {
    match fs::metadata(file).is_ok_and(|metadata| metadata.len() > LARGEST) {
        true => Err(AppError::without_cause(ErrorKind::TooLarge(file.into()))),
        false => Ok(()),
    }
}

/// Returns a path with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers_of_programs_are_passed_over() {
        for name in [
            "a.en.md.orig",
            "a.en.md.REJ",
            "a.en.md~",
            "#a.en.md#",
            "~$보고서.docx",
            "a.BAK",
            "a_BACKUP_1234.en.md",
            "a.en_REMOTE_77.md",
            ".~lock.a.odt#",
            "Thumbs.db",
        ] {
            assert!(is_hidden(name.as_ref()), "{name}");
        }
        for name in
            ["a.en.md", "original.png", "my_local_shop.jpg", "bak.txt", "a#b.png", ".well-known"]
        {
            assert!(!is_hidden(name.as_ref()), "{name}");
        }
    }
}
