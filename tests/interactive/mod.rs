//! The interactive parts in a real Chromium under a strict Content-Security-Policy: by mouse
//! and by keyboard, in both languages, after a reload, without scripts, without storage, on a
//! phone. The guide is built once, for a path on its host. If no Chromium is found, these tests
//! say so and pass, unless `GILJABI_REQUIRE_CHROMIUM` is set.

mod checklist;
mod comparison;
mod decision;
mod frame;
mod home;
mod practice;
mod profile;
mod ranking;
mod reading;
mod record;
mod scorecard;
mod search;
mod subscription;

use std::{path::Path, sync::OnceLock};

use crate::support::{
    Ran,
    browser::{self, Browser, Reader, Server},
    program,
};

/// Returns the guide of this repository, built.
fn guide() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        build(Path::new(env!("CARGO_MANIFEST_DIR")), &folder.path().join("guide"));
        folder
    });
    folder.path()
}

/// Builds the site at `root` into `out`, for serving below a path with the folder's name.
fn build(root: &Path, out: &Path) {
    let name = out.file_name().expect("a name").to_string_lossy();
    let base = format!("https://guide.example/{name}");
    let mut command = program();
    command.arg("build").arg("--root").arg(root).arg("--out").arg(out).args(["--base-url", &base]);
    let ran = Ran::from(command.output().expect("the program runs"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

/// A reader of the guide.
struct Visit {
    browser: Browser,
    server: Server,
}

/// Starts a visit; `None` if there is no Chromium.
fn visit(reader: Reader) -> Option<Visit> {
    let browser = browser::open(reader)?;
    Some(Visit { browser, server: Server::start(guide()) })
}

impl Visit {
    /// Opens a page: `/en/guides/customer-service/`.
    fn open(&self, path: &str) -> &Browser {
        self.browser.go(&self.address(path));
        &self.browser
    }

    fn address(&self, path: &str) -> String {
        format!("{}/guide{path}", self.server.address)
    }
}
