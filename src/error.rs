//! Errors of the environment rather than of the content: a file that cannot be read, a
//! folder that belongs to somebody else. Each names its path, and ends the run.
//!
//! A [`AppError`] travels as an [`anyhow::Error`] and keeps its cause. Its words
//! live in the same catalogs as those of diagnostics, so that [`tell`] can say it
//! in the language of the person at the terminal.

use std::{
    error::Error,
    fmt, io,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentArgs;

use crate::{
    diag::{advice, sentence},
    model::Lang,
};

/// What happened, and to which path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Unreadable(PathBuf),
    Unwritable(PathBuf),
    /// Standard output or standard error.
    Unheard,
    Unremovable(PathBuf),
    /// A root without its settings.
    NoSettings(PathBuf),
    /// A file where a folder of sources must be.
    NotAFolder(PathBuf),
    /// Neither a file nor a folder: a pipe, a device.
    OddFile(PathBuf),
    /// A symbolic link out of the guide.
    LeadsOut {
        link: PathBuf,
        target: PathBuf,
    },
    /// A symbolic link to a folder that it stands in.
    LeadsBack {
        link: PathBuf,
        ancestor: PathBuf,
    },
    /// A symbolic link to nothing.
    LeadsNowhere(PathBuf),
    /// A file larger than spans can count.
    TooLarge(PathBuf),
    /// A name of so many bytes.
    LongName {
        path: PathBuf,
        bytes: usize,
        most: usize,
    },
    /// An output folder that holds other people's files.
    Foreign {
        out: PathBuf,
        found: PathBuf,
    },
    /// An output folder that another build is writing to.
    Locked(PathBuf),
    /// A folder where a file must stand.
    FolderInTheWay(PathBuf),
    /// Something else where a folder must stand.
    FileInTheWay(PathBuf),
    /// An output folder with no name.
    NoFolder(PathBuf),
    /// An output folder among the sources.
    AmongSources(PathBuf),
    /// An output folder that a symbolic link among the sources leads to.
    LinkedOut {
        out: PathBuf,
        target: PathBuf,
    },
    /// A manifest of a later giljabi.
    NewerManifest(PathBuf),
    DamagedManifest(PathBuf),
    /// A host and port to listen at.
    NoAddress(String),
    /// Threads, without which nothing can be served.
    NoThread,
    /// A ledger that was damaged while it was about to be written.
    DamagedLedger(PathBuf),
    /// An output folder whose changes could not be undone; the next build tries again.
    NotRestored(PathBuf),
}

impl ErrorKind {
    /// The key of its sentence, and the paths and numbers in it.
    fn said(&self) -> (&'static str, FluentArgs<'static>) {
        let path = |key, path: &PathBuf| (key, arguments([("path", shown(path))]));
        match self {
            ErrorKind::Unreadable(file) => path("env-unreadable", file),
            ErrorKind::Unwritable(file) => path("env-unwritable", file),
            ErrorKind::Unheard => ("env-output", FluentArgs::new()),
            ErrorKind::Unremovable(file) => path("env-unremovable", file),
            ErrorKind::NoSettings(root) => path("env-no-settings", root),
            ErrorKind::OddFile(file) => path("env-odd-file", file),
            ErrorKind::LeadsOut { link, target } => {
                ("env-leads-out", arguments([("path", shown(link)), ("target", shown(target))]))
            }
            ErrorKind::LeadsBack { link, ancestor } => {
                ("env-leads-back", arguments([("path", shown(link)), ("target", shown(ancestor))]))
            }
            ErrorKind::LeadsNowhere(link) => path("env-leads-nowhere", link),
            ErrorKind::TooLarge(file) => path("env-too-large", file),
            ErrorKind::LongName { path, bytes, most } => (
                "env-long-name",
                arguments([
                    ("path", shown(path)),
                    ("bytes", bytes.to_string()),
                    ("most", most.to_string()),
                ]),
            ),
            ErrorKind::Foreign { out, found } => {
                ("env-foreign", arguments([("path", shown(out)), ("found", shown(found))]))
            }
            ErrorKind::Locked(out) => path("env-locked", out),
            ErrorKind::FolderInTheWay(place) => path("env-folder-in-the-way", place),
            ErrorKind::FileInTheWay(place) => path("env-file-in-the-way", place),
            ErrorKind::NoFolder(out) => path("env-no-folder", out),
            ErrorKind::AmongSources(out) => path("env-among-sources", out),
            ErrorKind::LinkedOut { out, target } => {
                ("env-linked-out", arguments([("path", shown(out)), ("target", shown(target))]))
            }
            ErrorKind::NotAFolder(file) => path("env-source-no-folder", file),
            ErrorKind::NewerManifest(file) => path("env-newer-manifest", file),
            ErrorKind::DamagedManifest(file) => path("env-damaged-manifest", file),
            ErrorKind::NoAddress(place) => {
                ("env-no-address", arguments([("place", place.clone())]))
            }
            ErrorKind::NoThread => ("env-no-thread", FluentArgs::new()),
            ErrorKind::DamagedLedger(file) => path("env-damaged-ledger", file),
            ErrorKind::NotRestored(out) => path("env-not-restored", out),
        }
    }
}

/// A path as diagnostics show it: without a `./` before it.
fn shown(path: &Path) -> String {
    let brief = path.strip_prefix(".").ok().filter(|rest| !rest.as_os_str().is_empty());
    brief.unwrap_or(path).display().to_string()
}

fn arguments<const N: usize>(pairs: [(&'static str, String); N]) -> FluentArgs<'static> {
    pairs.into_iter().collect()
}

/// What happened, and its cause.
#[derive(Debug)]
pub struct AppError {
    pub what: ErrorKind,
    cause: Option<anyhow::Error>,
}

impl AppError {
    /// A failure with no deeper cause.
    pub fn of(what: ErrorKind) -> anyhow::Error {
        anyhow::Error::new(AppError { what, cause: None })
    }

    pub fn because(what: ErrorKind, cause: impl Into<anyhow::Error>) -> anyhow::Error {
        anyhow::Error::new(AppError { what, cause: Some(cause.into()) })
    }

    fn say(&self, lang: Lang) -> String {
        let (key, args) = self.what.said();
        sentence(lang, key, &args)
    }

    fn advice(&self, lang: Lang) -> Option<String> {
        let (key, args) = self.what.said();
        advice(lang, key, &args)
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| -> &(dyn Error + 'static) { cause.as_ref() })
    }
}

/// Says of an error what failed.
pub trait Explain<T> {
    /// Makes an error the cause of a [`AppError`].
    fn or_fail(self, what: impl FnOnce() -> ErrorKind) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> Explain<T> for Result<T, E> {
    fn or_fail(self, what: impl FnOnce() -> ErrorKind) -> anyhow::Result<T> {
        self.map_err(|cause| AppError::because(what(), cause))
    }
}

/// Failures that do not depend on each other, told together.
#[derive(Debug)]
struct Several(Vec<anyhow::Error>);

impl fmt::Display for Several {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let told: Vec<String> = self.0.iter().map(|error| tell(error, Lang::En)).collect();
        f.write_str(&told.join("\n"))
    }
}

impl Error for Several {}

/// Makes one error of several; nothing of none.
pub fn together(mut errors: Vec<anyhow::Error>) -> anyhow::Result<()> {
    match errors.len() {
        0 => Ok(()),
        1 => Err(errors.swap_remove(0)),
        _ => Err(anyhow::Error::new(Several(errors))),
    }
}

/// The errors of which `error` is made.
pub fn each(error: &anyhow::Error) -> Vec<&anyhow::Error> {
    match error.downcast_ref::<Several>() {
        Some(several) => several.0.iter().collect(),
        None => vec![error],
    }
}

/// Errors and their causes, in words, each on lines of its own.
pub fn tell_all(error: &anyhow::Error, lang: Lang) -> String {
    each(error).into_iter().map(|error| tell(error, lang)).collect::<Vec<_>>().join("\n")
}

/// An error and its causes, in words, and below them what can be done.
pub fn tell(error: &anyhow::Error, lang: Lang) -> String {
    let say = |cause: &(dyn Error + 'static)| match cause.downcast_ref::<AppError>() {
        Some(failure) => failure.say(lang),
        None => match cause.downcast_ref::<io::Error>().and_then(|io| reason(io.kind())) {
            Some(key) => sentence(lang, key, &FluentArgs::new()),
            None => cause.to_string(),
        },
    };
    let mut told = error.chain().map(say).collect::<Vec<_>>().join(": ");
    for hint in error.chain().filter_map(|cause| cause.downcast_ref::<AppError>()?.advice(lang)) {
        let help = sentence(lang, "cli-help", &FluentArgs::new());
        told.extend(["\n  ", &help, ": ", &hint]);
    }
    told
}

/// The key of the words for what a disk most often answers; the system's own words
/// say the rest.
fn reason(kind: io::ErrorKind) -> Option<&'static str> {
    Some(match kind {
        io::ErrorKind::NotFound => "env-not-found",
        io::ErrorKind::PermissionDenied => "env-permission",
        io::ErrorKind::ReadOnlyFilesystem => "env-read-only",
        io::ErrorKind::StorageFull => "env-full",
        io::ErrorKind::QuotaExceeded => "env-quota",
        io::ErrorKind::FileTooLarge => "env-file-too-large",
        io::ErrorKind::NotADirectory => "env-not-a-folder",
        io::ErrorKind::IsADirectory => "env-is-a-folder",
        io::ErrorKind::DirectoryNotEmpty => "env-not-empty",
        io::ErrorKind::AlreadyExists => "env-exists",
        io::ErrorKind::CrossesDevices => "env-other-disk",
        io::ErrorKind::AddrInUse => "env-port-taken",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_with_its_causes_in_both_languages() {
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        let inner = AppError::because(ErrorKind::Unreadable("content/a.md".into()), denied);
        let error = AppError::because(ErrorKind::Unwritable("site".into()), inner);
        assert_eq!(
            tell(&error, Lang::En),
            "cannot write site: cannot read content/a.md: permission denied"
        );
        assert_eq!(
            tell(&error, Lang::Ko),
            "site에 쓸 수 없습니다: content/a.md를 읽을 수 없습니다: 권한이 없습니다"
        );
    }

    #[test]
    fn everything_that_can_happen_has_words() {
        let path = || PathBuf::from("x");
        let simple = [
            ErrorKind::Unreadable,
            ErrorKind::Unwritable,
            ErrorKind::Unremovable,
            ErrorKind::NoSettings,
            ErrorKind::OddFile,
            ErrorKind::NotAFolder,
            ErrorKind::LeadsNowhere,
            ErrorKind::TooLarge,
            ErrorKind::Locked,
            ErrorKind::NotRestored,
            ErrorKind::FolderInTheWay,
            ErrorKind::FileInTheWay,
            ErrorKind::NoFolder,
            ErrorKind::AmongSources,
            ErrorKind::NewerManifest,
            ErrorKind::DamagedManifest,
            ErrorKind::DamagedLedger,
        ];
        let all = simple.map(|what| what(path())).into_iter().chain([
            ErrorKind::LeadsOut { link: path(), target: path() },
            ErrorKind::LeadsBack { link: path(), ancestor: path() },
            ErrorKind::LongName { path: path(), bytes: 2, most: 1 },
            ErrorKind::Foreign { out: path(), found: path() },
            ErrorKind::LinkedOut { out: path(), target: path() },
        ]);
        for what in all {
            for lang in Lang::ALL {
                let said = tell(&AppError::of(what.clone()), lang);
                assert!(said.contains('x') && !said.contains("env-"), "{what:?}: {said}");
                assert!(!said.contains('{'), "{what:?}: {said}");
            }
        }
    }

    #[test]
    fn advice_follows_on_a_line_of_its_own() {
        let error = AppError::of(ErrorKind::DamagedManifest("m.json".into()));
        assert_eq!(
            tell(&error, Lang::En),
            "m.json is damaged\n  help: delete it and build with --force"
        );
    }

    #[test]
    fn what_only_the_system_knows_is_in_its_words() {
        let error = AppError::because(ErrorKind::Unreadable("a".into()), io::Error::other("odd"));
        assert_eq!(tell(&error, Lang::En), "cannot read a: odd");
    }
}
