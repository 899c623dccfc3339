//! Errors of the environment rather than of the content, such as a file that cannot be read or
//! a folder that belongs to somebody else. Each names its path, and ends the run.
//!
//! An [`AppError`] is carried in an [`anyhow::Error`] with its cause. Its messages stand in
//! the same catalogs as those of diagnostics, so that [`describe`] can write them in the
//! language of the user.

use std::{
    error::Error,
    fmt, io,
    path::{Path, PathBuf},
};

use fluent_bundle::FluentArgs;

use crate::{
    diag::{advice, fixed_sentence, sentence},
    model::Lang,
};

/// The kind of an error, with the path concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    Unreadable(PathBuf),
    Unwritable(PathBuf),
    /// Standard output or standard error cannot be written.
    OutputClosed,
    Unremovable(PathBuf),
    /// A root has no settings file.
    NoSettings(PathBuf),
    /// No folder above this one is that of a guide either.
    NoGuide(PathBuf),
    /// A file stands where a folder of sources must be.
    NotAFolder(PathBuf),
    /// Something is neither a file nor a folder: a pipe or a device.
    SpecialFile(PathBuf),
    /// A file stands where a new one was to be made.
    AlreadyThere(PathBuf),
    /// A symbolic link leads out of the guide.
    LinkOutside {
        link: PathBuf,
        target: PathBuf,
    },
    /// A symbolic link leads to a folder that contains it.
    LinkCycle {
        link: PathBuf,
        ancestor: PathBuf,
    },
    /// The target of a symbolic link does not exist.
    BrokenLink(PathBuf),
    /// A file is larger than a [`Span`](crate::span::Span) can count.
    TooLarge(PathBuf),
    /// The name of a file has more bytes than disks take.
    LongName {
        path: PathBuf,
        bytes: usize,
        most: usize,
    },
    /// An output folder holds other people's files.
    ForeignFiles {
        out: PathBuf,
        found: PathBuf,
    },
    /// Another build is writing to the output folder.
    Locked(PathBuf),
    /// A folder stands where a file must.
    FolderInTheWay(PathBuf),
    /// Something else stands where a folder must.
    FileInTheWay(PathBuf),
    /// The path of an output folder has no name.
    NoFolder(PathBuf),
    /// An output folder lies among the sources.
    AmongSources(PathBuf),
    /// A symbolic link among the sources leads to the output folder.
    LinkedOut {
        out: PathBuf,
        target: PathBuf,
    },
    /// A later version of giljabi wrote the manifest.
    NewerManifest(PathBuf),
    DamagedManifest(PathBuf),
    /// The file that should be the manifest of a published site is none.
    NoManifest(PathBuf),
    /// The sources have no key file for IndexNow.
    NoIndexNowKey,
    /// The host or port cannot be listened to.
    NoAddress(String),
    /// The program `curl`, which asks other sites, cannot be run.
    NoCurl,
    /// The value of `SOURCE_DATE_EPOCH` is not a time.
    BadEpoch(String),
    /// No thread could be started.
    NoThread,
    /// The preview server could not start.
    NoServer,
    /// A ledger was damaged while it was about to be written.
    DamagedLedger(PathBuf),
    /// Changes to an output folder could not be undone; the next build tries again.
    NotRestored(PathBuf),
}

impl ErrorKind {
    /// Returns the key of the message, and its arguments.
    fn message(&self) -> (&'static str, FluentArgs<'static>) {
        let one = |key, path: &PathBuf| (key, arguments([("path", display(path))]));
        let two = |key, path: &PathBuf, target: &PathBuf| {
            (key, arguments([("path", display(path)), ("target", display(target))]))
        };
        match self {
            ErrorKind::Unreadable(file) => one("env-unreadable", file),
            ErrorKind::Unwritable(file) => one("env-unwritable", file),
            ErrorKind::OutputClosed => ("env-output", FluentArgs::new()),
            ErrorKind::Unremovable(file) => one("env-unremovable", file),
            ErrorKind::NoSettings(root) => one("env-no-settings", root),
            ErrorKind::NoGuide(folder) => one("env-no-guide", folder),
            ErrorKind::NotAFolder(file) => one("env-source-no-folder", file),
            ErrorKind::SpecialFile(file) => one("env-odd-file", file),
            ErrorKind::AlreadyThere(file) => one("env-already-there", file),
            ErrorKind::LinkOutside { link, target } => two("env-leads-out", link, target),
            ErrorKind::LinkCycle { link, ancestor } => two("env-leads-back", link, ancestor),
            ErrorKind::BrokenLink(link) => one("env-leads-nowhere", link),
            ErrorKind::TooLarge(file) => one("env-too-large", file),
            ErrorKind::LongName { path, bytes, most } => {
                let (bytes, most) = (bytes.to_string(), most.to_string());
                let args = [("path", display(path)), ("bytes", bytes), ("most", most)];
                ("env-long-name", arguments(args))
            }
            ErrorKind::ForeignFiles { out, found } => {
                ("env-foreign", arguments([("path", display(out)), ("found", display(found))]))
            }
            ErrorKind::Locked(out) => one("env-locked", out),
            ErrorKind::FolderInTheWay(place) => one("env-folder-in-the-way", place),
            ErrorKind::FileInTheWay(place) => one("env-file-in-the-way", place),
            ErrorKind::NoFolder(out) => one("env-no-folder", out),
            ErrorKind::AmongSources(out) => one("env-among-sources", out),
            ErrorKind::LinkedOut { out, target } => two("env-linked-out", out, target),
            ErrorKind::NewerManifest(file) => one("env-newer-manifest", file),
            ErrorKind::DamagedManifest(file) => one("env-damaged-manifest", file),
            ErrorKind::NoManifest(file) => one("env-no-manifest", file),
            ErrorKind::NoAddress(place) => {
                ("env-no-address", arguments([("place", place.clone())]))
            }
            ErrorKind::NoIndexNowKey => ("env-no-indexnow-key", FluentArgs::new()),
            ErrorKind::NoCurl => ("env-no-curl", FluentArgs::new()),
            ErrorKind::BadEpoch(found) => ("env-bad-epoch", arguments([("found", found.clone())])),
            ErrorKind::NoThread => ("env-no-thread", FluentArgs::new()),
            ErrorKind::NoServer => ("env-no-server", FluentArgs::new()),
            ErrorKind::DamagedLedger(file) => one("env-damaged-ledger", file),
            ErrorKind::NotRestored(out) => one("env-not-restored", out),
        }
    }
}

/// Returns a path as it is shown everywhere: without a leading `./`, and with `/` between its
/// parts on every system, so that a file has one name in reports, annotations and sources.
pub fn display(path: &Path) -> String {
    let short = path.strip_prefix(".").ok().filter(|rest| !rest.as_os_str().is_empty());
    slashed(&short.unwrap_or(path).display().to_string(), std::path::MAIN_SEPARATOR)
}

/// Returns `path` with `/` in the place of `separator`. Where the separator is `/`, a backslash
/// is part of a name. Verbatim paths of Windows (`\\?\`) stay as they are.
fn slashed(path: &str, separator: char) -> String {
    match separator {
        '\\' if !path.starts_with(r"\\?\") => path.replace('\\', "/"),
        _ => path.to_owned(),
    }
}

fn arguments<const N: usize>(pairs: [(&'static str, String); N]) -> FluentArgs<'static> {
    pairs.into_iter().collect()
}

/// An error of the environment and its cause.
#[derive(Debug)]
pub struct AppError {
    pub kind: ErrorKind,
    cause: Option<anyhow::Error>,
}

impl AppError {
    /// Returns an error without a cause.
    pub fn without_cause(kind: ErrorKind) -> anyhow::Error {
        anyhow::Error::new(AppError { kind, cause: None })
    }

    pub fn with_cause(kind: ErrorKind, cause: impl Into<anyhow::Error>) -> anyhow::Error {
        anyhow::Error::new(AppError { kind, cause: Some(cause.into()) })
    }

    fn message(&self, lang: Lang) -> String {
        let (key, args) = self.kind.message();
        sentence(lang, key, &args)
    }

    fn advice(&self, lang: Lang) -> Option<String> {
        let (key, args) = self.kind.message();
        advice(lang, key, &args)
    }
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl Error for AppError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| -> &(dyn Error + 'static) { cause.as_ref() })
    }
}

/// Adds its kind to an error.
pub trait Explain<T> {
    /// Makes the error the cause of an [`AppError`].
    fn or_fail(self, kind: impl FnOnce() -> ErrorKind) -> anyhow::Result<T>;
}

impl<T, E: Into<anyhow::Error>> Explain<T> for Result<T, E> {
    fn or_fail(self, kind: impl FnOnce() -> ErrorKind) -> anyhow::Result<T> {
        self.map_err(|cause| AppError::with_cause(kind(), cause))
    }
}

/// Independent errors that are reported together.
#[derive(Debug)]
struct ErrorGroup(Vec<anyhow::Error>);

impl fmt::Display for ErrorGroup {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let all: Vec<String> = self.0.iter().map(|error| describe(error, Lang::En)).collect();
        f.write_str(&all.join("\n"))
    }
}

impl Error for ErrorGroup {}

/// Combines errors into one; returns `Ok` if there are none.
pub fn combine(mut errors: Vec<anyhow::Error>) -> anyhow::Result<()> {
    match errors.len() {
        0 => Ok(()),
        1 => Err(errors.swap_remove(0)),
        _ => Err(anyhow::Error::new(ErrorGroup(errors))),
    }
}

/// Returns the errors that `error` combines.
pub fn parts(error: &anyhow::Error) -> Vec<&anyhow::Error> {
    match error.downcast_ref::<ErrorGroup>() {
        Some(group) => group.0.iter().collect(),
        None => vec![error],
    }
}

/// Returns the messages of errors and their causes, each on lines of its own.
pub fn describe_all(error: &anyhow::Error, lang: Lang) -> String {
    parts(error).into_iter().map(|error| describe(error, lang)).collect::<Vec<_>>().join("\n")
}

/// Returns the messages of an error and its causes, and the advice below them.
pub fn describe(error: &anyhow::Error, lang: Lang) -> String {
    let message = |cause: &(dyn Error + 'static)| match cause.downcast_ref::<AppError>() {
        Some(error) => error.message(lang),
        None => match cause.downcast_ref::<io::Error>().and_then(reason) {
            Some(key) => fixed_sentence(lang, key),
            None => cause.to_string(),
        },
    };
    let mut text = error.chain().map(message).collect::<Vec<_>>().join(": ");
    for hint in error.chain().filter_map(|cause| cause.downcast_ref::<AppError>()?.advice(lang)) {
        let help = fixed_sentence(lang, "cli-help");
        text.extend(["\n  ", &help, ": ", &hint]);
    }
    text
}

/// Returns the key of the message for the most frequent errors of a disk; for others the
/// system's message is used.
fn reason(error: &io::Error) -> Option<&'static str> {
    // The process (EMFILE) or the system (ENFILE) has too many open files; Rust has no kind for
    // it.
    if cfg!(unix) && matches!(error.raw_os_error(), Some(23 | 24)) {
        return Some("env-many-files");
    }
    Some(match error.kind() {
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
    fn an_error_is_described_with_its_causes_in_both_languages() {
        let denied = io::Error::from(io::ErrorKind::PermissionDenied);
        let inner = AppError::with_cause(ErrorKind::Unreadable("content/a.md".into()), denied);
        let error = AppError::with_cause(ErrorKind::Unwritable("site".into()), inner);
        assert_eq!(
            describe(&error, Lang::En),
            "cannot write site: cannot read content/a.md: permission denied"
        );
        assert_eq!(
            describe(&error, Lang::Ko),
            "site에 쓸 수 없습니다: content/a.md를 읽을 수 없습니다: 권한이 없습니다"
        );
    }

    #[test]
    fn a_path_has_one_form_on_every_system() {
        assert_eq!(slashed(r"guide\content/guides\a.en.md", '\\'), "guide/content/guides/a.en.md");
        assert_eq!(slashed(r"C:\guide\site", '\\'), "C:/guide/site");
        assert_eq!(slashed(r"\\?\C:\guide", '\\'), r"\\?\C:\guide");
        assert_eq!(slashed(r"odd\name/a.en.md", '/'), r"odd\name/a.en.md");
        assert_eq!(display(Path::new("./content/a.en.md")), "content/a.en.md");
    }

    #[test]
    fn every_kind_has_a_message() {
        let path = || PathBuf::from("x");
        let simple = [
            ErrorKind::Unreadable,
            ErrorKind::Unwritable,
            ErrorKind::Unremovable,
            ErrorKind::NoSettings,
            ErrorKind::NoGuide,
            ErrorKind::NoManifest,
            ErrorKind::SpecialFile,
            ErrorKind::AlreadyThere,
            ErrorKind::NotAFolder,
            ErrorKind::BrokenLink,
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
        let all = simple.map(|kind| kind(path())).into_iter().chain([
            ErrorKind::LinkOutside { link: path(), target: path() },
            ErrorKind::LinkCycle { link: path(), ancestor: path() },
            ErrorKind::LongName { path: path(), bytes: 2, most: 1 },
            ErrorKind::ForeignFiles { out: path(), found: path() },
            ErrorKind::LinkedOut { out: path(), target: path() },
            ErrorKind::NoIndexNowKey,
        ]);
        for kind in all {
            for lang in Lang::ALL {
                let text = describe(&AppError::without_cause(kind.clone()), lang);
                assert!(text.contains('x') && !text.contains("env-"), "{kind:?}: {text}");
                assert!(!text.contains('{'), "{kind:?}: {text}");
            }
        }
    }

    #[test]
    #[cfg(unix)]
    fn too_many_open_files_are_told_in_words() {
        let error = AppError::with_cause(ErrorKind::NoServer, io::Error::from_raw_os_error(24));
        let messages = Lang::ALL.map(|lang| describe(&error, lang));
        assert!(
            messages[0].starts_with("the preview cannot start: too many files"),
            "{messages:?}"
        );
        assert!(!messages.concat().contains("os error"), "{messages:?}");
    }

    #[test]
    fn advice_follows_on_a_line_of_its_own() {
        let error = AppError::without_cause(ErrorKind::DamagedManifest("m.json".into()));
        assert_eq!(
            describe(&error, Lang::En),
            "m.json is damaged\n  help: delete it and build with --force"
        );
    }

    #[test]
    fn other_errors_have_the_message_of_the_system() {
        let error =
            AppError::with_cause(ErrorKind::Unreadable("a".into()), io::Error::other("odd"));
        assert_eq!(describe(&error, Lang::En), "cannot read a: odd");
    }
}
