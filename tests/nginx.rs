//! A real nginx serves the output of the program, with the configuration that it prints: status
//! codes, headers, compressed forms, old addresses, the 404 page.
//!
//! Debian's nginx-light is enough. If no nginx is found, the test says so and passes, unless
//! `GILJABI_REQUIRE_NGINX` is set.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::support::{SETTINGS, TestSite, guide, translation};

/// A running nginx; stopped when dropped.
struct Nginx {
    process: Child,
    port: u16,
    _folder: tempfile::TempDir,
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The response to one request.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let first = found.next().map(|(_, value)| value.as_str());
        assert!(found.next().is_none(), "{name} comes twice");
        first
    }
}

/// Serves `root` with `snippet`; `None` if there is no nginx.
fn nginx(root: &Path, snippet: &str) -> Option<Nginx> {
    let program = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"]
        .into_iter()
        .find(|path| Path::new(path).is_file());
    let Some(program) = program else {
        assert!(std::env::var_os("GILJABI_REQUIRE_NGINX").is_none(), "no nginx was found");
        eprintln!("no nginx was found: nothing was tested");
        return None;
    };
    let folder = tempfile::tempdir().expect("a folder");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("its number").port();
    drop(listener);
    fs::write(folder.path().join("guide.conf"), snippet).expect("the snippet");
    let conf = folder.path().join("nginx.conf");
    fs::write(&conf, configuration(folder.path(), root, port)).expect("the configuration");
    let process = Command::new(program)
        .args(["-e", "stderr", "-p"])
        .arg(folder.path())
        .arg("-c")
        .arg(&conf)
        .stderr(Stdio::inherit())
        .spawn()
        .expect("nginx runs");
    let mut nginx = Nginx { process, port, _folder: folder };
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(nginx);
        }
        assert!(nginx.process.try_wait().expect("a process").is_none(), "nginx refused it");
        std::thread::sleep(Duration::from_millis(25));
    }
    panic!("nginx does not answer");
}

/// Writes a configuration as an administrator would, in one folder and without special
/// permissions.
fn configuration(folder: &Path, root: &Path, port: u16) -> String {
    let (folder, root) = (folder.display(), root.display());
    format!(
        "daemon off;\nmaster_process off;\nerror_log stderr crit;\npid {folder}/pid;\nevents {{}}\nhttp {{\n  include \
         /etc/nginx/mime.types;\n  default_type application/octet-stream;\n  access_log off;\n  \
         client_body_temp_path {folder}/a;\n  proxy_temp_path {folder}/b;\n  \
         fastcgi_temp_path {folder}/c;\n  uwsgi_temp_path {folder}/d;\n  scgi_temp_path \
         {folder}/e;\n  server {{\n    listen 127.0.0.1:{port};\n    root {root};\n    include \
         {folder}/guide.conf;\n  }}\n}}\n"
    )
}

impl Nginx {
    fn get(&self, path: &str) -> Answer {
        self.ask(path, "identity")
    }

    fn ask(&self, path: &str, encoding: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: guide.example\r\nAccept-Encoding: {encoding}\r\n\
             Connection: close\r\n\r\n"
        )
        .expect("asked");
        let mut all = Vec::new();
        stream.read_to_end(&mut all).expect("an answer");
        let end = all.windows(4).position(|four| four == b"\r\n\r\n").expect("headers");
        let head = String::from_utf8_lossy(&all[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
        let headers = lines.filter_map(|line| {
            let (name, value) = line.split_once(": ")?;
            Some((name.to_owned(), value.to_owned()))
        });
        Answer {
            status: status.expect("a status"),
            headers: headers.collect(),
            body: all[end + 4..].to_vec(),
        }
    }
}

/// Returns a site below `base` of its server, built and served.
fn served(base: &str) -> Option<(TestSite, Nginx)> {
    let site = TestSite::new();
    // If root runs the tests, nginx reads files as another user.
    fs::set_permissions(site.root(), fs::Permissions::from_mode(0o755)).expect("rights");
    let settings = SETTINGS.replace("guide.example", &["guide.example", base].concat());
    site.write(
        "guide.toml",
        format!("retired = [\"guides/gone\", \"en/guides/gone\"]\n{settings}"),
    );
    site.write(
        "content/guides/한글.en.md",
        guide("Beta", "aliases = [\"guides/old\", \"/old.html\"]\n", "Text."),
    );
    site.write("content/guides/한글.ko.md", translation("베타", "", "글."));
    site.write("static/files/a.txt", "A.");
    let own = "/*\n  X-Own: a; b=\"c\"\n/files/*\n  X-Part: $d\n";
    site.write("static/_headers", own);
    let out = ["www", base].concat();
    let built = site.build(&["--precompress", "--out", &out]);
    assert_eq!(built.code, 0, "{}", built.stderr);
    let snippet = site.run_in("C", &["nginx"]);
    assert_eq!(snippet.code, 0, "{}", snippet.stderr);
    let nginx = nginx(&site.path("www"), &snippet.stdout)?;
    Some((site, nginx))
}

const HANGUL: &str = "/en/guides/%ED%95%9C%EA%B8%80/";

#[test]
fn pages_come_with_their_headers() {
    let Some((site, nginx)) = served("") else { return };
    let page = nginx.get("/ko/guides/a/");
    assert_eq!(page.status, 200);
    assert_eq!(page.body, fs::read(site.path("www/ko/guides/a/index.html")).expect("the page"));
    assert_eq!(page.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.header("Cache-Control"), Some("public, max-age=0, must-revalidate"));
    assert_eq!(page.header("X-Own"), Some("a; b=\"c\""));
    let printed = site.run_in("C", &["nginx"]).stdout;
    assert!(printed.contains("\n#   /files/*: X-Part: $d\n"), "{printed}");
    assert_eq!(nginx.get(HANGUL).status, 200);
    for (name, value) in common_headers(&site) {
        assert_eq!(page.header(&name), Some(value.as_str()), "{name}");
        for path in ["/nowhere/", "/en/guides/gone/", "/en/guides/old/", "/_headers"] {
            assert_eq!(nginx.get(path).header(&name), Some(value.as_str()), "{name} of {path}");
        }
    }
}

/// Returns the headers of the first rule of `_headers`; both configurations have the same.
fn common_headers(site: &TestSite) -> Vec<(String, String)> {
    let text = site.read("www/_headers");
    let rule = text.lines().skip(1).take_while(|line| line.starts_with("  "));
    let headers = rule.filter_map(|line| line.trim().split_once(": "));
    let headers: Vec<_> = headers.map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    assert!(headers.len() >= 6);
    headers
}

#[test]
fn files_are_cached_as_long_as_their_names_allow() {
    let Some((site, nginx)) = served("") else { return };
    let files = site.tree("www");
    let style = files.keys().find(|path| path.ends_with(".css")).expect("a stylesheet");
    let style = nginx.get(&format!("/{style}"));
    assert_eq!(style.header("Cache-Control"), Some("public, max-age=31536000, immutable"));
    let image = nginx.get("/previews/en/guides/a.png");
    assert_eq!(image.header("Cache-Control"), Some("public, max-age=604800"));
    assert_eq!(image.header("Content-Type"), Some("image/png"));
    let missing = nginx.get("/assets/nothing.css");
    assert_eq!((missing.status, missing.header("Cache-Control")), (404, None));
}

#[test]
fn feeds_and_manifests_have_their_types() {
    let Some((_site, nginx)) = served("") else { return };
    for (path, media_type) in [
        ("/en/feed.xml", "application/atom+xml; charset=utf-8"),
        ("/ko/feed.json", "application/feed+json; charset=utf-8"),
        ("/ko/site.webmanifest", "application/manifest+json; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
    ] {
        let file = nginx.get(path);
        assert_eq!((file.status, file.header("Content-Type")), (200, Some(media_type)), "{path}");
        assert!(file.header("Content-Security-Policy").is_some(), "{path}");
    }
}

#[test]
fn missing_pages_are_explained_in_both_languages() {
    let Some((site, nginx)) = served("") else { return };
    let page = fs::read(site.path("www/404.html")).expect("the page");
    for path in [
        "/nowhere/",
        "/assets/",
        "/en/guides/none",
        "/_headers",
        "/_redirects",
        "/.giljabi/manifest.json",
    ] {
        let missing = nginx.get(path);
        assert_eq!(missing.status, 404, "{path}");
        assert!(missing.body == page, "{path}");
    }
    for path in ["/en/guides/gone/", "/en/guides/gone", "/ko/guides/gone/"] {
        let gone = nginx.get(path);
        assert_eq!(gone.status, 410, "{path}");
        assert!(gone.body == page, "{path}");
    }
}

#[test]
fn old_addresses_and_missing_slashes_are_redirected() {
    let Some((_site, nginx)) = served("") else { return };
    for path in ["/en/guides/old/", "/en/guides/old", "/old.html"] {
        let moved = nginx.get(path);
        assert_eq!((moved.status, moved.header("Location")), (301, Some(HANGUL)), "{path}");
    }
    let asked = nginx.get("/en/guides/old/?from=mail");
    let to = [HANGUL, "?from=mail"].concat();
    assert_eq!(asked.header("Location"), Some(to.as_str()));
    let slash = nginx.get("/en/guides/a");
    assert_eq!((slash.status, slash.header("Location")), (301, Some("/en/guides/a/")));
}

#[test]
fn compressed_forms_are_sent() {
    let Some((site, nginx)) = served("") else { return };
    let packed = nginx.ask("/en/guides/a/", "gzip");
    assert_eq!(packed.header("Content-Encoding"), Some("gzip"));
    assert_eq!(packed.body, fs::read(site.path("www/en/guides/a/index.html.gz")).expect("gzip"));
    assert_eq!(packed.header("Content-Type"), Some("text/html; charset=utf-8"));
    assert_eq!(packed.header("Vary"), Some("Accept-Encoding"));
    assert_eq!(nginx.get("/en/guides/a/").header("Content-Encoding"), None);
    // Debian's nginx-light has no module for brotli, so the brotli files are not sent.
    assert!(site.path("www/en/guides/a/index.html.br").is_file());
}

#[test]
fn a_site_below_a_path_is_served_alike() {
    let Some((_site, nginx)) = served("/ai/guide") else { return };
    assert_eq!(nginx.get("/ai/guide/en/guides/a/").status, 200);
    let moved = nginx.get("/ai/guide/en/guides/old/");
    let there = ["/ai/guide", HANGUL].concat();
    assert_eq!((moved.status, moved.header("Location")), (301, Some(there.as_str())));
    let style = nginx.get("/ai/guide/assets/nothing");
    assert_eq!(style.status, 404);
    assert!(String::from_utf8_lossy(&style.body).contains("404"));
    assert_eq!(nginx.get("/ai/guide/_headers").status, 404);
    assert_eq!(
        nginx.get("/ai/guide/en/feed.xml").header("Content-Type"),
        Some("application/atom+xml; charset=utf-8")
    );
    assert_eq!(nginx.get(there.as_str()).status, 200);
}
