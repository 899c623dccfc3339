//! The e-mail form: shown only where a service is configured, with the service's answers.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::{http::StatusCode, routing::post};

use super::build;
use crate::{
    support::browser::{self, Browser, DESK, Key, Reader, Server},
    support::{SETTINGS, TestSite},
};

const PAGE: &str = "+++\ntitle = \"Follow\"\ndescription = \"How to follow.\"\ntool = \"subscription\"\n+++\n\nText.\n";
const SEITE: &str = "+++\ntitle = \"구독\"\ndescription = \"구독하는 방법입니다.\"\n+++\n\n글.\n";

/// The number of requests to a service.
type Asked = Arc<AtomicUsize>;

/// Starts a service that accepts addresses at `example.org`, refuses others, and serves the
/// files of `folder`.
fn service(folder: &Path) -> (Server, Asked) {
    let asked = Asked::default();
    let count = Arc::clone(&asked);
    let subscribe = post(move |body: String| async move {
        count.fetch_add(1, Ordering::SeqCst);
        let status = match body.contains("example.org") && body.contains("lang=") {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        (status, format!("received {body}"))
    });
    (Server::with(browser::files(folder).route("/subscribe", subscribe)), asked)
}

/// A site whose form posts to a service on the same host or on another one.
struct Site {
    page: Browser,
    server: Server,
    asked: Asked,
    _elsewhere: Server,
    _folders: [tempfile::TempDir; 2],
}

/// Builds the site and opens it in the browser of `reader`.
fn site(reader: Reader, same_host: bool) -> Option<Site> {
    let page = browser::open(reader)?;
    let folder = || tempfile::tempdir().expect("a temporary folder");
    let (built, nothing) = (folder(), folder());
    let (server, here) = service(built.path());
    let (other, there) = service(nothing.path());
    let (address, asked) =
        if same_host { (&server.address, here) } else { (&other.address, there) };
    let site = TestSite::new();
    let endpoint = format!("{address}/subscribe");
    site.write("guide.toml", format!("{SETTINGS}\n[subscription]\nendpoint = \"{endpoint}\"\n"));
    site.write("content/pages/follow.en.md", PAGE).write("content/pages/follow.ko.md", SEITE);
    build(site.root(), &built.path().join("guide"));
    Some(Site { page, server, asked, _elsewhere: other, _folders: [built, nothing] })
}

impl Site {
    fn open(&self, lang: &str) -> &Browser {
        self.page.go(&format!("{}/guide/{lang}/pages/follow/", self.server.address));
        &self.page
    }
}

#[test]
fn success_and_failure_are_shown_on_the_page() {
    let Some(site) = site(DESK, true) else { return };
    let page = site.open("ko");
    page.type_into("[name=email]", "reader@example.com");
    page.click(".subscribe-form button");
    page.wait_for_text(".subscribe-form [role=status]", "처리하지 못했습니다");
    site.open("en");
    page.tab_to("[name=email]");
    page.type_text("reader@example.org");
    page.press(&[Key::Enter]);
    page.wait_for_text(".subscribe-form [role=status]", "Thank you");
    assert_eq!(site.asked.load(Ordering::SeqCst), 2);
}

#[test]
fn a_service_elsewhere_is_asked_once_by_the_form_itself() {
    let Some(site) = site(DESK, false) else { return };
    let page = site.open("en");
    page.type_into("[name=email]", "reader@example.org");
    page.click(".subscribe-form button");
    page.wait_for_text("body", "received lang=en&email=reader%40example.org");
    assert_eq!(site.asked.load(Ordering::SeqCst), 1);
}

#[test]
fn the_form_works_without_scripts() {
    let Some(site) = site(Reader { scripts: false, ..DESK }, false) else { return };
    let page = site.open("en");
    page.type_into("[name=email]", "reader@example.org");
    page.click(".subscribe-form button");
    page.wait_for_text("body", "received lang=en");
    // A service that redirects readers back can report the result.
    page.go(&format!("{}/guide/en/pages/follow/#subscribed", site.server.address));
    assert!(page.is_shown("#subscribed") && !page.is_shown("#not-subscribed"));
    page.go(&format!("{}/guide/ko/pages/follow/#not-subscribed", site.server.address));
    assert!(page.is_shown("#not-subscribed"));
}

#[test]
fn without_a_service_no_form_is_drawn() {
    let page = super::guide().join("guide/en/pages/subscribe/index.html");
    let html = std::fs::read_to_string(Path::new(&page)).expect("the page");
    assert!(!html.contains("<form"));
}
