//! The e-mail form: only where a service is configured, and with what comes of it.

use std::path::Path;

use axum::{
    Router,
    http::{StatusCode, header::ACCESS_CONTROL_ALLOW_ORIGIN},
    routing::post,
};

use crate::{
    browser::{self, Browser, DESK, Key, Reader, Server},
    build,
    support::{SETTINGS, TestSite},
};

const PAGE: &str = "+++\ntitle = \"Follow\"\ndescription = \"How to follow.\"\ntool = \"subscription\"\n+++\n\nText.\n";
const SEITE: &str = "+++\ntitle = \"구독\"\ndescription = \"구독하는 방법입니다.\"\n+++\n\n글.\n";

/// A service that takes addresses at `example.org` and refuses others; it lets
/// scripts read its answers where `open`.
fn service(open: bool) -> Server {
    Server::with(Router::new().route(
        "/subscribe",
        post(move |body: String| async move {
            let status = match body.contains("example.org") && body.contains("lang=") {
                true => StatusCode::OK,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let allowed = if open { "*" } else { "https://elsewhere.example" };
            (status, [(ACCESS_CONTROL_ALLOW_ORIGIN, allowed)], format!("received {body}"))
        }),
    ))
}

/// A site whose form posts to `service`, in the browser of `reader`.
fn site(reader: Reader, service: &Server) -> Option<(Browser, Server, tempfile::TempDir)> {
    let browser = browser::open(reader)?;
    let site = TestSite::new();
    let endpoint = format!("{}/subscribe", service.address);
    site.write("guide.toml", format!("{SETTINGS}\n[subscription]\nendpoint = \"{endpoint}\"\n"));
    site.write("content/pages/follow.en.md", PAGE).write("content/pages/follow.ko.md", SEITE);
    let folder = tempfile::tempdir().expect("a temporary folder");
    build(site.root(), &folder.path().join("guide"));
    let server = Server::plain(folder.path());
    Some((browser, server, folder))
}

fn open(page: &Browser, server: &Server, lang: &str) {
    page.go(&format!("{}/guide/{lang}/pages/follow/", server.address));
}

#[test]
fn success_and_failure_are_said_on_the_page() {
    let service = service(true);
    let Some((page, server, _folder)) = site(DESK, &service) else { return };
    open(&page, &server, "ko");
    page.type_into("[name=email]", "reader@example.com");
    page.click(".subscribe-form button");
    page.wait_for_text(".subscribe-form [role=status]", "처리하지 못했습니다");
    open(&page, &server, "en");
    page.tab_to("[name=email]");
    page.write("reader@example.org");
    page.press(&[Key::Enter]);
    page.wait_for_text(".subscribe-form [role=status]", "Thank you");
}

#[test]
fn a_service_that_scripts_may_not_ask_gets_the_form_itself() {
    let service = service(false);
    let Some((page, server, _folder)) = site(DESK, &service) else { return };
    open(&page, &server, "en");
    page.type_into("[name=email]", "reader@example.org");
    page.click(".subscribe-form button");
    page.wait_for_text("body", "received lang=en&email=reader%40example.org");
}

#[test]
fn the_form_works_without_scripts() {
    let service = service(false);
    let Some((page, server, _folder)) = site(Reader { scripts: false, ..DESK }, &service) else {
        return;
    };
    open(&page, &server, "en");
    page.type_into("[name=email]", "reader@example.org");
    page.click(".subscribe-form button");
    page.wait_for_text("body", "received lang=en");
    // A service that leads readers back can say how it went.
    page.go(&format!("{}/guide/en/pages/follow/#subscribed", server.address));
    assert!(page.is_shown("#subscribed") && !page.is_shown("#not-subscribed"));
    page.go(&format!("{}/guide/ko/pages/follow/#not-subscribed", server.address));
    assert!(page.is_shown("#not-subscribed"));
}

#[test]
fn without_a_service_no_form_is_drawn() {
    let page = crate::guide().join("guide/en/pages/subscribe/index.html");
    let html = std::fs::read_to_string(Path::new(&page)).expect("the page");
    assert!(!html.contains("<form"));
}
