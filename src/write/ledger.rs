//! Writes the ledger of one translation, completely or not at all, and keeps every entry that
//! somebody else has recorded in the meantime.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    diag::{Code, Diagnostics},
    error::{AppError, ErrorKind, Explain},
    ledger,
    model::{Lang, Ledger, LedgerChange, SourceId, SourcePath, nfc},
};

/// Makes `changes` in the ledger of the page at `page` (a path below `root`), which is read
/// again before. Returns the path of the ledger.
pub fn update_ledger(
    root: &Path,
    page: &SourcePath,
    changes: Vec<LedgerChange>,
) -> Result<PathBuf> {
    let source_language = source_language(page);
    let page = find_on_disk(root, page.as_str());
    let file = page.with_extension(ledger::EXTENSION);
    // If the ledger is a symbolic link, its target is written.
    let file = file.canonicalize().unwrap_or(file);
    let guard = File::open(&page).or_fail(|| ErrorKind::Unreadable(page.clone()))?;
    // Until this file is closed, nobody else reads or writes this ledger.
    guard.lock().or_fail(|| ErrorKind::Unreadable(page.clone()))?;
    let mut ledger = read(&file)?;
    ledger.apply(changes);
    let text = ledger::write(&ledger, source_language);
    replace(&file, text.as_bytes()).or_fail(|| ErrorKind::Unwritable(file.clone()))?;
    Ok(page.with_extension(ledger::EXTENSION))
}

/// Returns the language in which the page was written first whose translation is the file
/// `page`.
fn source_language(page: &SourcePath) -> Lang {
    let lang = page.as_str().rsplit('.').nth(1).and_then(Lang::from_code);
    lang.map_or(Lang::En, Lang::other)
}

/// Writes the text of the source file `file` (its path below `root`).
pub fn write_source(root: &Path, file: &SourcePath, text: &str) -> Result<()> {
    let file = find_on_disk(root, file.as_str());
    replace(&file, text.as_bytes()).or_fail(|| ErrorKind::Unwritable(file.clone()))
}

fn read(file: &Path) -> Result<Ledger> {
    let bytes = match fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Ledger::default()),
        Err(error) => return Err(error).or_fail(|| ErrorKind::Unreadable(file.to_owned())),
    };
    let mut diagnostics = Diagnostics::default();
    let ledger = ledger::read(SourceId(0), &bytes.into(), &mut diagnostics);
    // A section that two people recorded differently has no record until somebody records it
    // again.
    if diagnostics.iter().any(|problem| problem.code != Code::LedgerTwice) {
        return Err(AppError::without_cause(ErrorKind::DamagedLedger(file.to_owned())));
    }
    Ok(ledger)
}

/// Replaces `file` with `bytes`, by way of a hidden file beside it.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if fs::read(file).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    let staged = staged_name(file);
    let written = write_synced(&staged, bytes).and_then(|()| fs::rename(&staged, file));
    written.inspect_err(|_| _ = fs::remove_file(&staged))
}

/// Returns the path of the hidden file beside `file` that takes its new text first.
pub(super) fn staged_name(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.{}", std::process::id()))
}

/// Writes a file and waits until the disk has it.
pub(super) fn write_synced(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut out = File::create(file)?;
    out.write_all(bytes)?;
    out.sync_all()
}

/// Returns the file at `path` below `root`. The disk may hold its name decomposed, as macOS
/// writes Hangul.
pub(super) fn find_on_disk(root: &Path, path: &str) -> PathBuf {
    let mut path_on_disk = root.to_owned();
    for part in path.split('/') {
        let whole = path_on_disk.join(part);
        let other = || {
            let entries = fs::read_dir(&path_on_disk).ok()?.flatten();
            let mut names = entries.map(|entry| entry.file_name());
            names.find(|name| nfc(&name.to_string_lossy()) == part)
        };
        path_on_disk = match whole.exists() {
            true => whole,
            false => path_on_disk.join(other().unwrap_or_else(|| part.into())),
        };
    }
    path_on_disk
}
