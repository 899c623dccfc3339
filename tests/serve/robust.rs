//! The preview server under load and abuse: refused content, slow pages, clients that do not
//! read, no free file handles, files that are written slowly.

use std::{
    fs,
    io::{ErrorKind, Read, Write},
    thread,
    time::{Duration, Instant},
};

use super::preview::{PATIENCE, Preview, wait};
use crate::support::{TestSite, guide, translation};

const A: &str = "content/guides/a.en.md";
const PAGE: &str = "/en/guides/a/";

#[test]
fn refused_html_is_never_sent() {
    for refused in [
        "<script src=\"/evil.js\"></script>",
        "Text <img src=\"x.png\" alt=\"\" onerror=\"evil()\"> text",
        "<svg><animate attributeName=\"href\" onbegin=\"evil()\"/></svg>",
        "<iframe srcdoc=\"evil\"></iframe>",
    ] {
        let site = TestSite::new();
        site.write("static/evil.js", "document.title = 'evil'");
        site.write("content/guides/b.en.md", guide("Beta", "", refused));
        let preview = Preview::start(site.root(), &[]);
        preview.wait_for(PAGE, "Text");
        let page = preview.get("/en/guides/b/");
        assert_eq!(page.status, 500);
        assert!(
            page.header("content-security-policy")
                .is_some_and(|p| p.contains("default-src 'none'"))
        );
        let text = String::from_utf8_lossy(&page.body);
        assert!(text.contains("unsafe-html") && text.contains("b.en.md:7"), "{text}");
        for path in ["/en/guides/b/", "/_preview/guides/b", "/en/feed.xml", "/en/feed.json"] {
            let text = preview.text(path).replace("&lt;", "<");
            let sent = text.lines().filter(|line| !line.trim_start().starts_with("7 |"));
            assert!(!sent.collect::<String>().contains(refused), "{path}: {text}");
        }
        site.write("content/guides/b.en.md", guide("Beta", "", "Mended."));
        preview.wait_for("/en/guides/b/", "Mended");
        let problems = || preview.printed().matches("unsafe-html").count();
        let before = problems();
        site.write("content/guides/b.en.md", guide("Beta", "", refused));
        wait("the edit", || problems() > before);
        assert!(preview.text("/en/guides/b/").contains("Mended"), "the last good version");
    }
}

#[test]
fn files_that_run_are_not_sent_from_beside_pages() {
    let site = TestSite::new();
    site.write("content/guides/evil.js", "evil()")
        .write("content/guides/evil.html", "<script>evil()</script>");
    site.write("content/guides/evil.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><script>evil()</script></svg>");
    site.write("static/mine.js", "mine()")
        .write("static/mine.svg", "<svg><script>mine()</script></svg>");
    site.write(A, guide("Alpha", "", "[a](evil.js) [b](evil.html) ![c](evil.svg)\n\nText."));
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let page = preview.text(PAGE);
    let found = page.split('"').filter(|part| part.starts_with("/assets/guides/evil."));
    let addresses: Vec<&str> = found.collect();
    assert_eq!(addresses.len(), 3, "{page}");
    for address in addresses {
        let answer = preview.get(address);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (500, Some("text/html; charset=utf-8"))
        );
    }
    assert_eq!(
        preview.get("/mine.js").header("content-type"),
        Some("text/javascript; charset=utf-8")
    );
    assert_eq!(
        preview.get("/mine.svg").header("content-type"),
        Some("image/svg+xml; charset=utf-8")
    );
}

#[test]
#[cfg(target_os = "linux")]
fn clients_that_do_not_read_take_no_memory() {
    const LENGTH: usize = 16 * 1024 * 1024;
    let site = TestSite::new();
    site.write("content/guides/film.mp4", vec![7; LENGTH])
        .write("static/film.mp4", vec![7; LENGTH]);
    site.write(A, guide("Alpha", "", "[film](film.mp4)"));
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "film");
    let page = preview.text(PAGE);
    let address =
        page.split('"').find(|part| part.starts_with("/assets/guides/film.")).expect("a link");
    let before = preview.memory();
    let mut clients = Vec::new();
    for at in 0..40 {
        let mut client = preview.connect();
        let (path, range) = match at % 3 {
            0 => (address, ""),
            1 => ("/film.mp4", ""),
            _ => (address, "Range: bytes=1-\r\n"),
        };
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{range}\r\n");
        client.write_all(request.as_bytes()).expect("sent");
        clients.push(client);
    }
    for client in &mut clients {
        // The headers have arrived, so the response was made.
        client.read_exact(&mut [0; 12]).expect("an answer");
    }
    let taken = preview.memory().saturating_sub(before);
    assert!(taken < 4 * LENGTH as u64, "{} MB", taken >> 20);
    // The received bytes are a complete response.
    let mut rest = Vec::new();
    let mut client = clients.remove(0);
    client.read_to_end(&mut rest).expect("the rest");
    assert!(rest.len() > LENGTH && rest.ends_with(&[7; 64]), "{}", rest.len());
}

/// Returns a page that takes seconds to render, within all limits.
fn slow(name: &str) -> String {
    // The blocks differ, because highlighted blocks are cached.
    let block = |at: usize| {
        let rule = format!(".{name}{at:03}{{b:c}}");
        format!("```scss\n{}\n```\n\n", rule.repeat(2_400 / rule.len()))
    };
    guide(&format!("Slow {name}"), "", &(0..120).map(block).collect::<String>())
}

#[test]
fn slow_pages_delay_no_others() {
    let site = TestSite::new();
    for name in ["b", "c", "d"] {
        site.write(&format!("content/guides/{name}.en.md"), slow(name));
    }
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    let mut waiting: Vec<_> = (0..12)
        .map(|at| {
            let mut client = preview.connect();
            let name = ["b", "c", "d"][at % 3];
            let request = format!(
                "GET /en/guides/{name}/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            );
            client.write_all(request.as_bytes()).expect("sent");
            client
        })
        .collect();
    thread::sleep(Duration::from_millis(200));
    for _ in 0..5 {
        assert_eq!(preview.get(PAGE).status, 200);
    }
    // They were answered before any of the slow pages.
    for client in &waiting {
        client.set_nonblocking(true).expect("a socket");
        let nothing = client.peek(&mut [0; 1]).expect_err("the slow pages are slow enough");
        assert_eq!(nothing.kind(), ErrorKind::WouldBlock);
    }
    let client = &mut waiting[0];
    client.set_nonblocking(false).expect("a socket");
    client.set_read_timeout(Some(6 * PATIENCE)).expect("a time limit");
    client.read_exact(&mut [0; 12]).expect("in the end it is drawn");
}

#[test]
#[cfg(unix)]
fn without_file_handles_the_preview_goes_on() {
    let site = TestSite::new();
    let preview = Preview::limited(site.root(), "ulimit -n 48");
    preview.wait_for(PAGE, "Text");
    let clients: Vec<_> = (0..80).map(|_| preview.connect()).collect();
    preview.wait_for_line("a connection could not be accepted");
    drop(clients);
    preview.wait_for(PAGE, "Text");
    site.write(A, guide("Alpha", "", "Still seen."));
    preview.wait_for(PAGE, "Still seen");
    assert_eq!(preview.printed().matches("could not be accepted").count(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn polling_waits_for_slowly_written_files_too() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &["--poll"]);
    preview.wait_for(PAGE, "Text");
    let whole = guide("Alpha", "", "Written slowly.");
    let half = whole.len() * 6 / 10;
    let mut file = fs::File::create(site.path(A)).expect("a file");
    file.write_all(&whole.as_bytes()[..half]).expect("written");
    // Other files are not delayed.
    site.write("content/guides/a.ko.md", translation("알파", "", "새 글."));
    preview.wait_for("/ko/guides/a/", "새 글");
    preview.wait_for_line("a.en.md is still being written");
    assert!(preview.text(PAGE).contains("Text"), "half a file is never shown");
    file.write_all(&whole.as_bytes()[half..]).expect("written");
    drop(file);
    preview.wait_for(PAGE, "Written slowly");
    assert!(!preview.printed().contains("error"), "{}", preview.printed());
}

#[test]
fn polling_notices_new_and_removed_files() {
    let site = TestSite::new();
    let preview = Preview::start(site.root(), &["--poll"]);
    preview.wait_for(PAGE, "Text");
    site.write("content/guides/b.en.md", guide("Beta", "", "New page."));
    preview.wait_for("/en/guides/b/", "New page");
    site.remove("content/guides/b.en.md");
    wait("the page's end", || preview.get("/en/guides/b/").status == 404);
    let started = Instant::now();
    site.write(A, guide("Alpha", "", "Soon."));
    preview.wait_for(PAGE, "Soon");
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn names_of_files_cannot_control_the_terminal() {
    let site = TestSite::new();
    let name = "content/guides/b\u{1b}[2J\u{9b}31m.en.md";
    let preview = Preview::start(site.root(), &[]);
    preview.wait_for(PAGE, "Text");
    site.write(name, "x");
    preview.wait_for_line("b␛[2J\u{fffd}31m.en.md");
    assert!(!preview.printed().contains(['\u{1b}', '\u{9b}']), "{:?}", preview.printed());
}
