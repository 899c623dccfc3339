//! Measures pages in a browser with the harness in `tests/fixtures/browser`.

use std::{fmt, fs, path::Path, time::Duration};

use serde::Deserialize;

use super::{Browser, Server};

/// The longest time for measuring all pages.
const PATIENCE: Duration = Duration::from_secs(180);
/// The name of the harness's folder in a served folder.
const HARNESS: &str = "measuring";
/// The result of measuring.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// The number of measured drawings, at every width, with and without scripts.
    pub drawings: usize,
    /// The number of lines of text.
    pub lines: usize,
    pub faults: Vec<Fault>,
    /// The error of the measurement itself.
    error: Option<String>,
}

/// A fault of a page.
#[derive(Debug, Deserialize)]
pub struct Fault {
    pub page: String,
    pub width: u32,
    /// `on` or `off`.
    pub scripts: String,
    pub what: String,
    /// The diagram's id; empty for a fault of the page itself.
    pub figure: String,
    pub label: String,
    pub detail: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Fault { page, width, scripts, what, figure, label, detail } = self;
        write!(f, "{page}#{figure} at {width} px, scripts {scripts}: {what}: “{label}” {detail}")
    }
}

/// Measures `pages`, which are paths below `folder`, in `browser`.
pub fn measure(browser: &Browser, folder: &Path, pages: &[String]) -> Report {
    put_harness(folder, pages);
    let server = Server::plain(folder);
    browser.go(&format!("{}/{HARNESS}/harness.html", server.address));
    let report = browser.wait_for_string("document.querySelector('#result').textContent", PATIENCE);
    let report: Report =
        serde_json::from_str(&report).unwrap_or_else(|e| panic!("no report ({e}): {report:?}"));
    assert!(report.error.is_none(), "{}", report.error.unwrap_or_default());
    report
}

/// Copies the harness into `folder`, with the list of pages.
fn put_harness(folder: &Path, pages: &[String]) {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/browser");
    let to = folder.join(HARNESS);
    fs::create_dir_all(&to).expect("a folder for the harness");
    for file in fs::read_dir(from).expect("the harness") {
        let file = file.expect("an entry");
        fs::copy(file.path(), to.join(file.file_name())).expect("a copy");
    }
    let pages = serde_json::to_string(pages).expect("a list as JSON");
    fs::write(to.join("pages.json"), pages).expect("the list of pages");
}
