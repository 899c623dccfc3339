//! Measures `giljabi serve` on a guide of 20,000 pages with the ledgers of its translations:
//! the time until it answers, the time until an edit is visible, its memory, and 1,000 clients
//! at the same time: `cargo bench --bench serve`.

mod corpus;
#[path = "corpus/ledgers.rs"]
mod ledgers;
#[path = "corpus/memory.rs"]
mod memory;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// The number of guides, each in two languages.
const GUIDES: usize = 10_000;
/// The number of edits of guides, of all three kinds together.
const EDITS: usize = 200;
const STARTS: usize = 5;
const CLIENTS: usize = 1_000;
/// The number of pages that each client asks for, one after the other.
const REQUESTS: usize = 20;
/// The page at which edits of all pages are seen.
const PAGE: &str = "/en/guides/guide-1/";
/// Before each edit, the watcher has time to see that the last one is over.
const PAUSE: Duration = Duration::from_millis(300);
/// The most time until an edit is visible.
const PATIENCE: Duration = Duration::from_secs(60);

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let whole = std::env::args().any(|a| a == "--bench");
    let (guides, edits, clients) = if whole { (GUIDES, EDITS, CLIENTS) } else { (5, 9, 20) };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    corpus::write(root, guides).expect("a corpus");
    ledgers::record(root);
    let mut starts: Vec<Duration> = (0..STARTS).map(|_| start_and_wait(root).2).collect();
    starts.sort_unstable();
    let seconds = |at: usize| starts[at].as_secs_f64();
    print!("{} pages, ready after {:.2} s at the median of ", guides * 2, seconds(STARTS / 2));
    println!("{STARTS} starts, {:.2} s at most", seconds(STARTS - 1));
    let (server, mut client, _) = start_and_wait(root);
    let kinds = [("body", body as Edit), ("title", title), ("front matter", description_and_date)];
    let mut numbers = 0..;
    for (name, edit) in kinds {
        let each = edits / kinds.len() + usize::from(name == "body") * (edits % kinds.len());
        // Each token is used once, so that an old version of the page cannot be mistaken for a
        // new one.
        let times = numbers.by_ref().take(each);
        // The guides of successive edits are far apart.
        let times = times.map(|nth| time_of_edit(root, &mut client, nth * 37 % guides, nth, edit));
        report(name, times.collect());
    }
    report("stylesheet", (0..10).map(|nth| stylesheet(root, &mut client, nth)).collect());
    report("template", (0..10).map(|nth| template(root, &mut client, nth)).collect());
    report("settings", (0..10).map(|nth| settings(root, &mut client, nth)).collect());
    many_files_at_once(root, &mut client, guides.min(1_000));
    println!(
        "memory: {} MiB now, {} MiB at most",
        server.memory("VmRSS:"),
        server.memory("VmHWM:")
    );
    many_clients(&server, clients);
    println!("memory after that: {} MiB", server.memory("VmRSS:"));
}

/// Starts a preview and waits for its first answer; returns it and the time taken.
fn start_and_wait(root: &Path) -> (Server, Client, Duration) {
    let started = Instant::now();
    let server = Server::start(root);
    let mut client = server.client();
    client.wait_until("/en/guides/guide-0/", |page| page.contains("<html"));
    (server, client, started.elapsed())
}

/// Changes the text of a page's file so that the page contains `token`.
type Edit = fn(text: &str, token: &str) -> String;

fn body(text: &str, token: &str) -> String {
    format!("{text}\n\nOne more sentence: {token}.\n")
}

fn title(text: &str, token: &str) -> String {
    let end = text.find("title = \"").expect("a title") + "title = \"".len();
    format!("{}{token} {}", &text[..end], &text[end..])
}

fn description_and_date(text: &str, token: &str) -> String {
    let end = text.find("description = \"").expect("a description") + "description = \"".len();
    let dated = text.replacen("published = 2026", "published = 2025", 1);
    format!("{}{token} {}", &dated[..end], &dated[end..])
}

/// Edits a page and returns the time from the save to the answer with the new page.
fn time_of_edit(
    root: &Path,
    client: &mut Client,
    number: usize,
    nth: usize,
    edit: Edit,
) -> Duration {
    let file = root.join(format!("content/guides/guide-{number}.en.md"));
    let token = format!("edit{nth}x");
    let text = edit(&fs::read_to_string(&file).expect("a page"), &token);
    let address = format!("/en/guides/guide-{number}/");
    assert!(!client.get(&address).contains(&token), "{token} is there before the edit");
    time_until(client, &address, |page| page.contains(&token), || fs::write(&file, &text))
}

fn stylesheet(root: &Path, client: &mut Client, nth: usize) -> Duration {
    fs::create_dir_all(root.join("static/assets")).expect("a folder");
    let css = format!("{}\nx{nth} {{ color: red }}\n", include_str!("../static/assets/site.css"));
    let before = client.get(PAGE);
    let start = before.find("/assets/").expect("a stylesheet");
    let name = before[start..start + "/assets/0123456789/".len()].to_owned();
    let file = root.join("static/assets/site.css");
    time_until(client, PAGE, |page| !page.contains(&name), || fs::write(&file, &css))
}

fn template(root: &Path, client: &mut Client, nth: usize) -> Duration {
    fs::create_dir_all(root.join("templates")).expect("a folder");
    let token = format!("token{nth}x");
    let base = include_str!("../templates/base.html")
        .replace("</main>", &format!("</main><i>{token}</i>"));
    let file = root.join("templates/base.html");
    time_until(client, PAGE, |page| page.contains(&token), || fs::write(&file, &base))
}

fn settings(root: &Path, client: &mut Client, nth: usize) -> Duration {
    let file = root.join("guide.toml");
    let text = fs::read_to_string(&file).expect("settings");
    let token = format!("T{nth}x ");
    let text = text.replacen("en = \"", &format!("en = \"{token}"), 1);
    time_until(client, PAGE, |page| page.contains(&token), || fs::write(&file, &text))
}

fn many_files_at_once(root: &Path, client: &mut Client, files: usize) {
    let texts: Vec<_> = (0..files)
        .map(|number| {
            let file = root.join(format!("content/guides/guide-{number}.ko.md"));
            let text = fs::read_to_string(&file).expect("a page");
            (file, body(&text, "one of many"))
        })
        .collect();
    let last = format!("/ko/guides/guide-{}/", files - 1);
    let save = || texts.iter().try_for_each(|(file, text)| fs::write(file, text));
    let took = time_until(client, &last, |page| page.contains("one of many"), save);
    println!("{files} files at once: {:.0} ms after the last", took.as_secs_f64() * 1e3);
}

/// Saves an edit, and returns the time from then on until `is_new` holds for the page at `path`.
fn time_until(
    client: &mut Client,
    path: &str,
    is_new: impl Fn(&str) -> bool,
    save: impl FnOnce() -> std::io::Result<()>,
) -> Duration {
    thread::sleep(PAUSE);
    save().expect("saved");
    let start = Instant::now();
    client.wait_until(path, is_new);
    start.elapsed()
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    println!(
        "{name}: {} edits, median {:.1} ms, 99th percentile {:.1} ms, most {:.1} ms",
        times.len(),
        ms(at(0.5)),
        ms(at(0.99)),
        ms(at(1.0))
    );
}

/// Measures many clients, each with a connection of its own, at the same time.
fn many_clients(server: &Server, clients: usize) {
    let start = Instant::now();
    let times: Vec<Duration> = thread::scope(|scope| {
        let ask_all = || {
            let mut client = server.client();
            let ask = |nth: usize| {
                let start = Instant::now();
                let page = client.get(&format!("/en/guides/guide-{}/", nth % 5));
                assert!(page.contains("<html"));
                start.elapsed()
            };
            (0..REQUESTS).map(ask).collect::<Vec<_>>()
        };
        let small = || thread::Builder::new().stack_size(128 * 1024);
        let spawn = |_| small().spawn_scoped(scope, ask_all).expect("a thread");
        let all: Vec<_> = (0..clients).map(spawn).collect();
        all.into_iter().flat_map(|client| client.join().expect("answers")).collect()
    });
    let took = start.elapsed().as_secs_f64();
    println!("{clients} clients at once: {:.0} pages a second", times.len() as f64 / took);
    report("all", times);
}

struct Server {
    child: Child,
    address: String,
}

impl Server {
    fn start(root: &Path) -> Server {
        let mut child = Command::new(env!("CARGO_BIN_EXE_giljabi"))
            .args(["serve", "--port", "0", "--root"])
            .arg(root)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut out = BufReader::new(child.stdout.take().expect("standard output"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let address = line.split("http://").nth(1).expect("an address");
        Server { child, address: address.trim().trim_end_matches('/').to_owned() }
    }

    fn client(&self) -> Client {
        let stream = TcpStream::connect(&self.address).expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Client { stream: BufReader::new(stream) }
    }

    /// Returns a value of `memory::of_process` in MiB.
    fn memory(&self, name: &str) -> u64 {
        memory::of_process(self.child.id(), name) / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A persistent connection.
struct Client {
    stream: BufReader<TcpStream>,
}

impl Client {
    fn get(&mut self, path: &str) -> String {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.stream.get_mut().write_all(request.as_bytes()).expect("sent");
        let mut length = 0;
        loop {
            let mut line = String::new();
            let read = self.stream.read_line(&mut line).expect("a header");
            assert!(read > 0, "the server closed the connection");
            match line.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().expect("a length"),
                _ if line.trim_end().is_empty() => break,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a body");
        String::from_utf8(body).expect("text")
    }

    fn wait_until(&mut self, path: &str, is_awaited: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_awaited(&self.get(path)) {
            assert!(start.elapsed() < PATIENCE, "{path} does not change");
            thread::sleep(Duration::from_millis(1));
        }
    }
}
