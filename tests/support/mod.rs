//! Helpers for tests of the real program: a site in a temporary folder, runs of the program on
//! it, and golden files.

pub mod browser;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A site in a temporary folder.
pub struct TestSite {
    folder: tempfile::TempDir,
}

/// The result of a run of the program.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

pub const SETTINGS: &str = "base_url = \"https://guide.example\"\n\n[title]\nen = \"Decision guide\"\nko = \"결정 가이드\"\n";

/// Returns front matter of a guide in English, with `more` keys, and a body.
pub fn guide(title: &str, more: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\ndescription = \"What {title} is about, and what it asks of those who decide.\"\npublished = \
         2026-11-22\n{more}+++\n\n{body}\n"
    )
}

/// Returns front matter of a translation, with `more` keys, and a body.
pub fn translation(title: &str, more: &str, body: &str) -> String {
    format!(
        "+++\ntitle = \"{title}\"\ndescription = \"{title}에 관한 글이며, 결정하는 사람이 알아야 할 것을 설명합니다.\"\n{more}+++\n\n{body}\n"
    )
}

impl TestSite {
    /// Creates an empty folder.
    pub fn empty() -> TestSite {
        TestSite { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Creates a site with settings and one guide, `a`, in both languages.
    pub fn new() -> TestSite {
        let site = TestSite::empty();
        site.write("guide.toml", SETTINGS);
        site.write("content/guides/a.en.md", guide("Alpha", "", "## First {#first}\n\nText."));
        site.write("content/guides/a.ko.md", translation("알파", "", "## 처음 {#first}\n\n글."));
        site
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) -> &TestSite {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
        fs::write(path, content).expect("a file");
        self
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("the file is there");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Runs `giljabi build` in the site's folder.
    pub fn build(&self, arguments: &[&str]) -> Ran {
        self.run_in("en_US.UTF-8", &[&["build"], arguments].concat())
    }

    /// Runs the program with the locale `lang`.
    pub fn run_in(&self, lang: &str, arguments: &[&str]) -> Ran {
        let mut command = program();
        command.current_dir(self.root()).args(arguments).env("LC_ALL", lang);
        Ran::from(command.output().expect("the program runs"))
    }

    /// Returns every file below `folder` with its bytes, except the program's notes.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let root = self.path(folder);
        let mut files = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&root) {
            let entry = entry.expect("a readable folder");
            let path = entry.path().strip_prefix(&root).expect("below").display().to_string();
            if entry.file_type().is_file() && !path.starts_with(".giljabi/") {
                files.insert(path, fs::read(entry.path()).expect("a readable file"));
            }
        }
        files
    }
}

/// Returns the program, without the environment variables that it reads.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_giljabi"));
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "SOURCE_DATE_EPOCH",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "TERM",
        "CI",
    ] {
        command.env_remove(name);
    }
    command
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}

/// Compares `actual` with the golden file `path`. With `GILJABI_BLESS=1`, the file is written
/// instead.
pub fn assert_golden(path: &Path, actual: &str) {
    if std::env::var_os("GILJABI_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, actual).expect("a golden file");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(
        actual,
        expected,
        "{} differs; look at it, then run again with GILJABI_BLESS=1",
        path.display()
    );
}

/// Fails if `folder` has golden files that no test uses.
pub fn assert_no_orphans(folder: &Path, names: &[String]) {
    for entry in fs::read_dir(folder).expect("the golden folder") {
        let name = entry.expect("an entry").file_name().to_string_lossy().into_owned();
        assert!(names.contains(&name), "no test uses {name}");
    }
}
