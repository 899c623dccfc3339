//! The protocol between server and browser.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::Path,
    thread,
    time::Duration,
};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::preview::{Preview, wait};
use crate::support::{SETTINGS, TestSite, guide};

fn address_of(file: &str) -> String {
    let encoded = |part| utf8_percent_encode(part, NON_ALPHANUMERIC).to_string();
    let path: Vec<String> = file.split('/').map(encoded).collect();
    let path = path.join("/").replace("%2E", ".").replace("%2D", "-").replace("%5F", "_");
    let path = path.strip_suffix("index.html").map(str::to_owned).unwrap_or(path);
    format!("/{path}")
}

#[test]
fn every_file_is_the_same_as_in_the_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let site = TestSite::new();
    let out = site.path("built");
    let out = out.to_str().expect("a path");
    let built = site
        .run_in("en_US.UTF-8", &["build", "--root", root.to_str().expect("a path"), "--out", out]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let preview = Preview::start(root, &[]);
    let files = site.tree("built");
    assert!(files.len() > 100, "{} files", files.len());
    for (file, bytes) in &files {
        let answer = preview.get(&address_of(file));
        match answer.status {
            200 if file.ends_with(".html") => {
                assert!(answer.without_script() == *bytes, "{file} differs");
            }
            200 => assert!(answer.body == *bytes, "{file} differs"),
            // The host has a page of its own where this file only redirects.
            301 => {
                let to = answer.header("location").expect("where it leads").to_owned();
                let page = String::from_utf8_lossy(bytes).into_owned();
                assert!(page.contains(&to), "{file} leads to {to}");
            }
            404 if file == "404.html" || file.starts_with('_') => {}
            other => panic!("{file}: {other}"),
        }
    }
    assert_eq!(preview.get("/404.html").without_script(), files["404.html"]);
}

#[test]
fn answers_are_those_of_a_host() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "aliases = [\"guides/old\"]\n", "Text."));
    let preview = Preview::start(site.root(), &[]);
    let page = preview.get("/en/guides/a/");
    assert_eq!(page.status, 200);
    assert_eq!(page.header("content-type"), Some("text/html; charset=utf-8"));
    for rule in ["script-src 'self'", "style-src 'self'", "connect-src 'self'"] {
        let policy = page.header("content-security-policy").expect("a policy");
        assert!(policy.contains(rule), "{rule}: {policy}");
    }
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("cache-control"), Some("public, max-age=0, must-revalidate"));
    let feed = preview.get("/en/feed.xml");
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    assert_eq!(preview.get("/_headers").status, 404);
    let folder = preview.get("/en/guides/a?x=1");
    assert_eq!((folder.status, folder.header("location")), (301, Some("/en/guides/a/?x=1")));
    let old = preview.get("/en/guides/old/");
    assert_eq!((old.status, old.header("location")), (301, Some("/en/guides/b/")));
    assert_eq!(old.header("cache-control"), Some("no-store"));
    let missing = preview.get("/en/nothing/");
    assert_eq!(missing.status, 404);
    assert!(String::from_utf8_lossy(&missing.body).contains("<html"));
    let head = preview.request("HEAD", "/en/guides/a/", &[]);
    assert_eq!(head.header("content-length"), Some(page.body.len().to_string().as_str()));
    assert!(head.body.is_empty());
    let tag = page.header("etag").expect("a validator");
    let again = preview.request("GET", "/en/guides/a/", &[("If-None-Match", tag)]);
    assert_eq!((again.status, again.body.len()), (304, 0));
    let part = preview.request("GET", "/en/guides/a/", &[("Range", "bytes=0-14")]);
    assert_eq!((part.status, part.body.as_slice()), (206, &page.body[..15]));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let refused = preview.request(method, "/en/", &[]);
        assert_eq!((refused.status, refused.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn a_site_below_a_path_is_served_below_it() {
    let site = TestSite::new();
    site.write("guide.toml", SETTINGS.replace(".example", ".example/our/guide"));
    let preview = Preview::start(site.root(), &[]);
    let root = preview.get("/");
    assert_eq!((root.status, root.header("location")), (302, Some("/our/guide/")));
    assert_eq!(preview.get("/our/guide").header("location"), Some("/our/guide/"));
    assert_eq!(preview.get("/our/guide/en/guides/a/").status, 200);
    assert_eq!(preview.get("/en/guides/a/").status, 404);
    assert_eq!(preview.get("/our/guidelines/").status, 404);
}

#[test]
fn no_path_leaves_the_root() {
    let site = TestSite::new();
    site.write("secret.txt", "secret");
    let preview = Preview::start(site.root(), &[]);
    let long = format!("/{}", "a".repeat(60_000));
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/en/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/secret.txt",
        "/guide.toml",
        "/content/guides/a.en.md",
        "//secret.txt",
        "/_preview/../secret.txt",
        "/_preview/%2e%2e%2fsecret.txt",
        "/secret.txt%00.html",
        "/%ff%fe",
        "/%",
        &long,
    ] {
        let answer = preview.get(path);
        assert!(matches!(answer.status, 400 | 404 | 414 | 431), "{path:.40}: {}", answer.status);
        assert!(!String::from_utf8_lossy(&answer.body).contains("secret"), "{path:.40}");
    }
    assert_eq!(preview.get("/en/guides/a/").status, 200);
}

#[test]
fn only_requests_for_this_machine_are_answered() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    let port = preview.address.rsplit(':').next().expect("a port").to_owned();
    for (host, status) in [
        (format!("localhost:{port}"), 200),
        ("127.0.0.1".to_owned(), 200),
        (format!("[::1]:{port}"), 200),
        (format!("evil.example:{port}"), 403),
        ("localhost.evil.example".to_owned(), 403),
        (String::new(), 403),
    ] {
        assert_eq!(preview.request("GET", "/en/", &[("Host", &host)]).status, status, "{host}");
    }
    let absolute =
        b"GET http://evil.example/en/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    assert_eq!(preview.send(absolute).status, 403);
    let none = b"GET /en/ HTTP/1.1\r\nConnection: close\r\n\r\n";
    assert_eq!(preview.send(none).status, 403);
    let two =
        b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n";
    assert_eq!(preview.send(two).status, 403);
}

#[test]
fn the_next_port_is_used_unless_one_was_named() {
    let site = TestSite::new();
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let ran = site.run_in("ko_KR.UTF-8", &["serve", "--port", &port]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains(&format!("127.0.0.1:{port}")), "{}", ran.stderr);
    assert!(ran.stderr.contains("이미 쓰이는 포트입니다"), "{}", ran.stderr);
    // A second server uses the next port.
    let (first, second) = (Preview::run(site.root(), &[]), Preview::run(site.root(), &[]));
    assert_ne!(first.address, second.address);
    assert_eq!(second.get("/en/").status, 200);
    assert!(second.printed().contains("in use"), "{}", second.printed());
}

#[test]
fn a_folder_that_is_no_guide_ends_the_run() {
    let ran = TestSite::empty().run_in("en_US.UTF-8", &["serve", "--port", "0"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("there is no guide.toml"), "{}", ran.stderr);
    assert_eq!(ran.stdout, "");
}

#[test]
fn the_terminal_output_is_in_korean_too() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &["--lang", "ko"]);
    preview.wait_for_line("만에 2페이지(영어 1, 한국어 1)를 준비했습니다");
    assert!(preview.printed().starts_with("미리보기: http://127.0.0.1:"), "{}", preview.printed());
    site.write("content/guides/a.ko.md", "+++\n");
    preview.wait_for_line("오류[unclosed-front-matter]");
}

#[test]
fn many_and_slow_clients_do_no_harm() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    // Some clients begin a request and never finish it; some disconnect in the middle.
    let slow: Vec<_> = (0..50)
        .map(|_| {
            let mut stream = preview.connect();
            stream.write_all(b"GET /en/ HTTP/1.1\r\nHost: local").expect("sent");
            stream
        })
        .collect();
    for _ in 0..50 {
        let mut stream = preview.connect();
        stream.write_all(upgrade("/en/", "").as_bytes()).expect("sent");
    }
    let mut open: Vec<_> = (0..900).map(|_| preview.connect()).collect();
    for stream in &mut open {
        stream
            .write_all(
                b"GET /en/guides/a/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            )
            .expect("sent");
    }
    for stream in &mut open {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer:.80}");
    }
    assert_eq!(preview.get("/en/").status, 200);
    drop(slow);
}

#[test]
fn tabs_are_notified_of_changes_of_their_pages() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    let mut events = listen(&preview, "/en/guides/a/");
    assert!(next(&mut events, "facts").contains("\"problems\""));
    assert!(next(&mut events, "problems").contains("\"broken\":false"));
    next(&mut events, "page");
    site.write("content/guides/a.en.md", guide("Alpha", "", "## First {#first}\n\nNew text."));
    assert!(next(&mut events, "page").contains("\"section\":\"first\""));
    site.write("content/guides/a.ko.md", "+++\n");
    let problems = next(&mut events, "problems");
    assert!(problems.contains("\"broken\":true"), "{problems}");
    assert!(problems.contains("vscode://file/"), "{problems}");
    assert!(problems.contains("a.ko.md:1:1"), "{problems}");
    site.remove("content/guides/a.ko.md");
    assert!(next(&mut events, "problems").contains("\"broken\":false"));
}

#[test]
fn the_board_is_found_without_its_slash() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    let answer = preview.get("/_preview");
    assert_eq!((answer.status, answer.header("location")), (302, Some("/_preview/")));
}

#[test]
fn other_sites_get_no_notifications() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &[]);
    let status = |origin: &str| {
        let mut stream = preview.connect();
        let request = upgrade("/en/", &format!("Origin: {origin}\r\n"));
        stream.write_all(request.as_bytes()).expect("sent");
        let mut line = String::new();
        BufReader::new(stream).read_line(&mut line).expect("an answer");
        line.split(' ').nth(1).map(str::to_owned)
    };
    assert_eq!(status("http://localhost").as_deref(), Some("101"));
    assert_eq!(status("https://elsewhere.example").as_deref(), Some("403"));
    assert_eq!(status("null").as_deref(), Some("403"));
}

/// Returns the request that opens a WebSocket.
fn upgrade(page: &str, more: &str) -> String {
    format!(
        "GET /_preview/events?page={page} HTTP/1.1\r\nHost: localhost\r\n\
         Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
         Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{more}\r\n"
    )
}

fn listen(preview: &Preview, page: &str) -> impl BufRead + use<> {
    let mut stream = preview.connect();
    stream.write_all(upgrade(page, "").as_bytes()).expect("sent");
    let mut events = BufReader::new(stream);
    let mut line = String::new();
    while line != "\r\n" {
        line.clear();
        assert!(events.read_line(&mut line).expect("an answer") > 0, "the connection ended");
    }
    events
}

/// Reads the next message of this name.
fn next(events: &mut impl BufRead, name: &str) -> String {
    let wanted = format!("{{\"name\":\"{name}\"");
    loop {
        let message = frame(events);
        if message.starts_with(&wanted) {
            return message;
        }
    }
}

/// Reads one frame of a WebSocket. The server sends short, unfragmented and unmasked frames
/// here.
fn frame(events: &mut impl BufRead) -> String {
    let mut head = [0; 2];
    events.read_exact(&mut head).expect("a frame");
    let length = match head[1] {
        126 => {
            let mut long = [0; 2];
            events.read_exact(&mut long).expect("its length");
            usize::from(u16::from_be_bytes(long))
        }
        short => usize::from(short),
    };
    let mut bytes = vec![0; length];
    events.read_exact(&mut bytes).expect("its bytes");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
#[cfg(unix)]
fn an_interrupt_ends_the_server_at_once() {
    let site = TestSite::new();
    for signal in ["-INT", "-TERM"] {
        let preview = Preview::start(site.root(), &[]);
        let mut events = listen(&preview, "/en/");
        next(&mut events, "problems");
        let address = preview.address.clone();
        let (took, code) = preview.interrupt(signal);
        assert_eq!(code, Some(0), "{signal}");
        assert!(took < Duration::from_secs(5), "{signal}: {took:?}");
        assert!(TcpListener::bind(address).is_ok(), "nothing listens any more");
    }
    assert_eq!(site.tree(".").len(), 3, "nothing is left behind");
}

#[test]
fn a_request_before_the_site_is_ready_waits() {
    let site = TestSite::new();
    for number in 0..300 {
        let title = format!("Guide {number}");
        site.write(&format!("content/guides/g{number}.en.md"), guide(&title, "", "Text."));
    }
    let preview = Preview::start(site.root(), &[]);
    let answers: Vec<u16> = thread::scope(|scope| {
        let asked: Vec<_> =
            (0..8).map(|_| scope.spawn(|| preview.get("/en/guides/g7/").status)).collect();
        asked.into_iter().map(|answer| answer.join().expect("an answer")).collect()
    });
    assert_eq!(answers, [200; 8]);
    wait("the summary", || preview.printed().contains("302 pages"));
}
