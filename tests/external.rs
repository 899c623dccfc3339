//! `giljabi check --external` against a server with good, slow, broken, redirecting, looping
//! and rate-limited answers.

use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use crate::support::{Ran, SETTINGS, TestSite, guide, program};

/// The requests that a server has received, each with its time.
type Requests = Arc<Mutex<Vec<(String, Instant)>>>;

/// Starts a server on this machine; returns its address and the requests that it receives.
fn server() -> (String, Requests) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let requests = Requests::default();
    let (heard, own) = (requests.clone(), address.clone());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (heard, own) = (heard.clone(), own.clone());
            thread::spawn(move || serve(stream, &own, &heard));
        }
    });
    (address, requests)
}

fn serve(mut stream: TcpStream, own: &str, heard: &Requests) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let Some(Ok(first)) = lines.next() else { return };
    lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).for_each(drop);
    let request = first.trim_end_matches(" HTTP/1.1").to_owned();
    let mut all = heard.lock().expect("no panic");
    let before = all.iter().filter(|(known, _)| *known == request).count();
    all.push((request.clone(), Instant::now()));
    drop(all);
    let (method, path) = request.split_once(' ').unwrap_or_default();
    let (status, header) = match path {
        "/good" | "/once" => ("200 OK", String::new()),
        "/get-only" if method == "HEAD" => ("405 Method Not Allowed", String::new()),
        "/get-only" => ("200 OK", String::new()),
        "/missing" => ("404 Not Found", String::new()),
        "/failing" => ("500 Internal Server Error", String::new()),
        "/refusing" => ("403 Forbidden", String::new()),
        "/moved" => ("301 Moved Permanently", "Location: /good\r\n".to_owned()),
        "/for-now" => ("302 Found", format!("Location: {own}/good\r\n")),
        "/to-missing" => ("302 Found", "Location: missing\r\n".to_owned()),
        "/loop" => ("302 Found", "Location: /loop2\r\n".to_owned()),
        "/loop2" => ("302 Found", "Location: /loop\r\n".to_owned()),
        "/busy" if before == 0 => ("429 Too Many Requests", "Retry-After: 2\r\n".to_owned()),
        "/busy" => ("200 OK", String::new()),
        "/tomorrow" => ("503 Service Unavailable", "Retry-After: 86400\r\n".to_owned()),
        "/slow" => {
            thread::sleep(Duration::from_secs(1));
            ("200 OK", String::new())
        }
        "/silent" => {
            thread::sleep(Duration::from_secs(20));
            return;
        }
        _ => return,
    };
    let body = "Content-Length: 0\r\nConnection: close\r\n";
    let _ = write!(stream, "HTTP/1.1 {status}\r\n{header}{body}\r\n");
}

/// Returns a site that links to `addresses` and has a cache folder of its own.
fn site(addresses: &[String]) -> TestSite {
    let site = TestSite::new();
    site.write("guide.toml", [SETTINGS, "\n[rules]\nexternal-moved = \"warning\"\n"].concat());
    let links = addresses.iter().map(|address| format!("- [x]({address})\n"));
    site.write("content/guides/b.en.md", guide("Beta", "", &links.collect::<String>()));
    site
}

fn check(site: &TestSite) -> Ran {
    let mut command = program();
    command.current_dir(site.root()).env("XDG_CACHE_HOME", site.path("cache"));
    // The proxy of a machine usually cannot reach the machine itself.
    command.env("NO_PROXY", "127.0.0.1").env("no_proxy", "127.0.0.1");
    command.args(["check", "--external", "--timeout", "4"]);
    Ran::from(command.output().expect("the program runs"))
}

/// Returns the last line of each problem by the end of its address: `/missing` → `HTTP 404`.
fn problems(ran: &Ran) -> BTreeMap<String, String> {
    let problems = ran.stderr.lines().filter(|line| line.starts_with("warning[external-"));
    let lines = problems.filter_map(|line| {
        let (_, rest) = line.split_once(": http://127.0.0.1:")?;
        let (address, reason) = rest.split_once(" (").unwrap_or((rest, "moved"));
        let path = address.split_once('/').map_or("", |(_, path)| path);
        Some((path.to_owned(), reason.trim_end_matches(')').to_owned()))
    });
    lines.collect()
}

#[test]
fn other_sites_are_asked_whether_they_answer() {
    let (first, _) = server();
    let (second, requests) = server();
    let (third, _) = server();
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("one");
    let site = site(&[
        format!("{first}/good"),
        format!("{first}/missing#part"),
        format!("{first}/failing"),
        format!("{first}/refusing"),
        format!("{first}/moved"),
        format!("{second}/get-only"),
        format!("{second}/for-now"),
        format!("{second}/to-missing"),
        format!("{second}/loop"),
        format!("{third}/busy"),
        format!("{third}/tomorrow"),
        format!("{third}/slow"),
        format!("{third}/closing"),
        format!("{}/silent", server().0),
        format!("http://{closed}/"),
        "mailto:a@example.com".to_owned(),
    ]);
    let ran = check(&site);
    let expected = [
        ("", "the host takes no connection"),
        ("closing", "the connection ends before an answer"),
        ("failing", "HTTP 500"),
        ("loop", "its redirects lead in a circle, or are too many"),
        ("missing", "HTTP 404"),
        ("moved", "moved"),
        ("silent", "no answer in time"),
        ("to-missing", "HTTP 404"),
    ];
    let expected = expected.map(|(path, reason)| (path.to_owned(), reason.to_owned()));
    assert_eq!(problems(&ran), BTreeMap::from(expected), "{}", ran.stderr);
    assert!(ran.stderr.contains(&format!("link to {first}/good")), "{}", ran.stderr);
    assert!(
        ran.stdout.contains(
            "Asked for 15 addresses of other sites; 0 known from the last day, 2 not told"
        ),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.code, 0, "they are warnings");
    // Only one request per host at a time, with a pause in between.
    let requests = requests.lock().expect("no panic");
    let pauses = requests.windows(2).map(|pair| pair[1].1 - pair[0].1);
    assert!(
        pauses.clone().all(|pause| pause >= Duration::from_millis(900)),
        "{:?}",
        pauses.collect::<Vec<_>>()
    );
    let asked: Vec<&str> = requests.iter().map(|(request, _)| request.as_str()).collect();
    assert_eq!(asked[..3], ["HEAD /for-now", "HEAD /good", "HEAD /get-only"]);
    assert_eq!(asked[3], "GET /get-only");
}

#[test]
fn answers_are_remembered_for_a_day_and_problems_can_be_allowed() {
    let (address, requests) = server();
    let site = site(&[format!("{address}/once"), format!("{address}/missing")]);
    assert_eq!(problems(&check(&site)).len(), 1);
    let count = || requests.lock().expect("no panic").len();
    let asked = count();
    let again = check(&site);
    assert_eq!((problems(&again).len(), count()), (1, asked), "{}", again.stdout);
    assert!(again.stdout.contains("2 known from the last day"), "{}", again.stdout);
    let file = "cache/giljabi/external-links.json";
    let mut kept: serde_json::Value = serde_json::from_str(&site.read(file)).expect("JSON");
    for (_, answer) in kept.as_object_mut().expect("addresses") {
        answer["at"] = (answer["at"].as_u64().expect("seconds") - 86_400).into();
    }
    site.write(file, kept.to_string());
    check(&site);
    assert_eq!(count(), 2 * asked);
    site.write(file, "damaged");
    let page = site.read("content/guides/b.en.md");
    let remark = "<!-- giljabi: allow external-link: kept for the record -->\n- [x]";
    site.write("content/guides/b.en.md", page.replacen("- [x]", remark, 1));
    let allowed = check(&site);
    assert_eq!((allowed.stderr.as_str(), allowed.code), ("", 0));
    // If the rule is not checked, the remark is not reported as needless.
    let ran = site.run_in("C", &["check", "--strict"]);
    assert_eq!((ran.stderr.as_str(), ran.code), ("", 0));
}
