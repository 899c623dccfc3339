//! A real Chromium for tests, driven through Debian's `chromedriver`.
//!
//! [`open`] starts one with a profile of its own. If none is found, the test is skipped with a
//! message, unless `GILJABI_REQUIRE_CHROMIUM` is set. [`Server`] serves a folder to it.
//! [`measure`] measures diagrams in it. Every question to a page waits a little for the answer,
//! so tests need no pauses of their own.

mod driver;
mod measure;
mod page;
mod server;

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use driver::Driver;
pub use fantoccini::key::Key;
pub use measure::measure;
pub use server::{Server, files};

/// The longest wait for a page.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// The settings of a reader's browser.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The width of the window's content in CSS pixels.
    pub width: u32,
    pub height: u32,
    pub scripts: bool,
    /// True if pages may store data on the device.
    pub storage: bool,
}

/// On a desktop, with everything allowed.
pub const DESK: Reader = Reader { width: 1280, height: 900, scripts: true, storage: true };
/// On a phone, with everything allowed.
pub const PHONE: Reader = Reader { width: 360, height: 740, ..DESK };

/// A Chromium with one open page; closed when dropped.
pub struct Browser {
    runtime: Runtime,
    client: Option<Client>,
    /// Stopped when dropped.
    _driver: Driver,
    /// The profile, and the folder for downloads.
    folder: tempfile::TempDir,
}

/// Starts Chromium for `reader`; `None` where there is no Chromium.
pub fn open(reader: Reader) -> Option<Browser> {
    let (Some(chromium), Some(chromedriver)) =
        (chromium(), program("CHROMEDRIVER", &["chromedriver"]))
    else {
        skip();
        return None;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join("downloads")).expect("a folder for downloads");
    let driver = Driver::start(&chromedriver);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.expect("a runtime");
    let wanted = capabilities(&chromium, folder.path(), reader);
    let mut session = ClientBuilder::new(HttpConnector::new());
    let client = runtime.block_on(session.capabilities(wanted).connect(&driver.address));
    let client = client.unwrap_or_else(|e| panic!("{}: {e}", chromium.display()));
    let browser = Browser { runtime, client: Some(client), _driver: driver, folder };
    browser.resize(reader.width, reader.height);
    Some(browser)
}

fn skip() {
    assert!(
        env::var_os("GILJABI_REQUIRE_CHROMIUM").is_none(),
        "GILJABI_REQUIRE_CHROMIUM is set, but no Chromium with a chromedriver was found"
    );
    // Not with `eprintln!`, whose output is hidden if a test passes.
    let skipped = "browser test skipped: no chromium and chromedriver on PATH, or in $CHROMIUM and $CHROMEDRIVER";
    writeln!(std::io::stderr(), "{skipped}").expect("standard error");
}

fn chromium() -> Option<PathBuf> {
    program("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

/// Returns the program that `variable` names, or the first of `names` on the PATH.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return Some(PathBuf::from(named));
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// Returns the requested capabilities: no questions, no network traffic of its own, and no
/// scroll bars, as on a phone.
fn capabilities(chromium: &Path, folder: &Path, reader: Reader) -> Map<String, Value> {
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        &format!("--user-data-dir={}", folder.join("profile").display()),
    ];
    let block = |blocked: bool| if blocked { 2 } else { 1 };
    let preferences = json!({
        "download.default_directory": folder.join("downloads"),
        "profile.default_content_setting_values.javascript": block(!reader.scripts),
        "profile.default_content_setting_values.cookies": block(!reader.storage),
    });
    let options = json!({ "binary": chromium, "args": arguments, "prefs": preferences });
    Map::from_iter([
        ("browserName".to_owned(), "chrome".into()),
        ("unhandledPromptBehavior".to_owned(), "ignore".into()),
        ("goog:chromeOptions".to_owned(), options),
    ])
}

impl Drop for Browser {
    /// Closes Chromium; after that, the driver is dropped.
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // If the driver has ended, there is nothing left to close.
            let _ = self.runtime.block_on(client.close());
        }
    }
}
