//! A real Chromium for tests: finds it, serves it a folder, and lets it measure
//! pages with the harness in `tests/fixtures/browser`.

use std::{
    env, fmt,
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    process::{Child, Command},
    thread,
    time::{Duration, Instant},
};

use percent_encoding::percent_decode_str;
use serde::Deserialize;

/// Where the harness is put in a served folder.
const HARNESS: &str = "measuring";
/// How long Chromium may take.
const PATIENCE: Duration = Duration::from_secs(180);
/// No questions, no traffic of its own, no room taken by scroll bars: a phone has none.
const FLAGS: [&str; 13] = [
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
    // Time stands still while something loads, so this is no limit on loading.
    "--virtual-time-budget=10000",
    "--window-size=1280,900",
    "--dump-dom",
];

/// What measuring found.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// How many drawings were looked at, at every width, without and with scripts.
    pub drawings: usize,
    /// How many lines of text.
    pub lines: usize,
    pub faults: Vec<Fault>,
    /// What went wrong with the measuring itself.
    error: Option<String>,
}

/// One thing that is wrong on a page.
#[derive(Debug, Deserialize)]
pub struct Fault {
    pub page: String,
    pub width: u32,
    /// `on` or `off`.
    pub scripts: String,
    pub what: String,
    /// The diagram's id; empty where it is the page that is wrong.
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

/// Chromium, if there is one; where there must be one, its absence fails the test.
pub fn chromium() -> Option<PathBuf> {
    let found = find();
    if found.is_none() {
        assert!(
            env::var_os("GILJABI_REQUIRE_CHROMIUM").is_none(),
            "GILJABI_REQUIRE_CHROMIUM is set, but no Chromium was found"
        );
        // Not by `eprintln!`, which is kept from view where a test passes.
        let skipped = "browser test skipped: no Chromium on PATH or in $CHROMIUM";
        writeln!(std::io::stderr(), "{skipped}").expect("standard error");
    }
    found
}

fn find() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|file| file.is_file())
}

/// Lets `chromium` measure `pages`, which are paths below `folder`.
pub fn measure(chromium: &Path, folder: &Path, pages: &[String]) -> Report {
    put_harness(folder, pages);
    let address = serve(folder.to_owned());
    let dumped = dump(chromium, &format!("{address}/{HARNESS}/harness.html"));
    let result =
        dumped.split_once("<pre id=\"result\">").and_then(|(_, rest)| rest.split_once('<'));
    let (result, _) = result.unwrap_or_else(|| panic!("no result in what was dumped:\n{dumped}"));
    let json = percent_decode_str(result).decode_utf8().expect("the report is text");
    let report: Report =
        serde_json::from_str(&json).unwrap_or_else(|e| panic!("no report ({e}): {json:?}"));
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

/// The document at `url` as it is once its scripts have run.
fn dump(chromium: &Path, url: &str) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = |name: &str| folder.path().join(name);
    let open = |name: &str| File::create(file(name)).expect("a file for what is said");
    let mut command = Command::new(chromium);
    command.args(FLAGS).arg(format!("--user-data-dir={}", file("profile").display())).arg(url);
    let child = command.stdout(open("out")).stderr(open("err")).spawn();
    let mut child = child.unwrap_or_else(|e| panic!("{}: {e}", chromium.display()));
    let ended = wait(&mut child);
    let read = |name: &str| fs::read(file(name)).expect("what was said");
    let said = String::from_utf8_lossy(&read("err")).into_owned();
    assert!(ended, "{} did not end:\n{said}", chromium.display());
    String::from_utf8(read("out")).expect("the dump is text")
}

/// Waits until `child` ends by itself; ends it when it takes too long.
fn wait(child: &mut Child) -> bool {
    let started = Instant::now();
    while started.elapsed() < PATIENCE {
        if child.try_wait().expect("the child's state").is_some() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    // It may have ended just now.
    let _ = child.kill();
    let _ = child.wait();
    false
}

/// Serves `folder` on 127.0.0.1 for as long as the tests run; gives the address.
fn serve(folder: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("its address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            // A thread each: Chromium opens connections that it does not use yet.
            thread::spawn(move || answer(&stream, &folder));
        }
    });
    format!("http://{address}")
}

/// Answers one request. A browser that has gone away is no concern of the tests.
fn answer(mut stream: &TcpStream, folder: &Path) {
    let Some(target) = requested(stream) else { return };
    let (status, kind, body) = match served(folder, &target).map(|path| (fs::read(&path), path)) {
        Some((Ok(body), path)) => ("200 OK", content_type(&path), body),
        _ => ("404 Not Found", "text/plain", Vec::new()),
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: \
         close\r\n\r\n"
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

/// The target of a GET, read to the end of its head.
fn requested(stream: &TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream.take(64 * 1024)).lines();
    let first = lines.next()?.ok()?;
    let target = first.strip_prefix("GET ")?.split(' ').next()?.to_owned();
    lines.map_while(Result::ok).find(String::is_empty)?;
    Some(target)
}

/// The file that `target` names, below `folder`.
fn served(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = PathBuf::from(percent_decode_str(path).decode_utf8().ok()?.into_owned());
    let below = path.components().all(|part| matches!(part, Component::Normal(_)));
    let path = folder.join(path);
    below.then(|| if path.is_dir() { path.join("index.html") } else { path })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
