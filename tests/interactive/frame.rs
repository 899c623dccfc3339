//! The parts around the text: the current section, the other language at the same place, the
//! menu.

use std::{fs, path::Path};

use serde_json::json;

use super::{build, visit};
use crate::support::{
    TestSite,
    browser::{Browser, DESK, Key, PHONE, Server},
};

const GUIDE: &str = "/en/guides/customer-service/";

#[test]
fn the_current_section_is_marked() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(GUIDE);
    assert_eq!(page.count(".contents [aria-current]"), 0);
    page.ask("document.getElementById('stages').scrollIntoView()");
    page.wait_until("document.querySelector('.contents-path [aria-current]')?.hash === '#stages'");
    page.ask("scrollTo(0, document.documentElement.scrollHeight)");
    page.wait_until(
        "document.querySelector('.contents-path [aria-current]')?.hash === '#next-step'",
    );
}

/// Scrolls to the section `id`, as with a mouse wheel.
fn wheel_to(page: &Browser, id: &str) {
    let there = format!("document.getElementById('{id}').getBoundingClientRect().top < 150");
    while page.ask(&there) == json!(false) {
        let turn = json!({ "type": "mouseWheel", "x": 200, "y": 400, "deltaX": 0, "deltaY": 120 });
        page.devtools("Input.dispatchMouseEvent", turn);
        page.wait_until("true");
    }
    page.wait_until(&format!(
        "document.querySelector('.contents [aria-current]')?.hash === '#{id}'"
    ));
}

#[test]
fn the_other_language_opens_at_the_same_place() {
    for reader in [DESK, PHONE] {
        let Some(visit) = visit(reader) else { return };
        let page = visit.open(GUIDE);
        wheel_to(page, "not-first");
        // On a phone, the header is hidden until the reader scrolls back a little.
        let turn = json!({ "type": "mouseWheel", "x": 200, "y": 400, "deltaX": 0, "deltaY": -12 });
        page.devtools("Input.dispatchMouseEvent", turn);
        page.wait_until("!document.querySelector('.site-header').matches('.away')");
        page.click_without_scrolling("[data-language-switch]");
        page.wait_until("document.documentElement.lang === 'ko'");
        assert!(page.url().ends_with("/ko/guides/customer-service/#not-first"), "{}", page.url());
        page.wait_until("document.getElementById('not-first').getBoundingClientRect().top < 150");
    }
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(GUIDE);
    page.click("[data-language-switch]");
    page.wait_until("document.documentElement.lang === 'ko'");
    assert!(page.url().ends_with("/ko/guides/customer-service/"), "{}", page.url());
}

#[test]
fn tab_to_the_other_language_leaves_the_page_where_it_is() {
    for reader in [DESK, PHONE] {
        let Some(visit) = visit(reader) else { return };
        let page = visit.open(GUIDE);
        wheel_to(page, "not-first");
        page.tab_to("[data-language-switch]");
        assert_eq!(
            page.ask("document.querySelector('[data-language-switch]').hash"),
            json!("#not-first")
        );
        page.wait_until("getComputedStyle(document.querySelector('.site-header')).opacity === '1'");
        page.press(&[Key::Enter]);
        page.wait_until("document.documentElement.lang === 'ko'");
        assert!(page.url().ends_with("/ko/guides/customer-service/#not-first"), "{}", page.url());
    }
}

/// Returns the guide after an edit: one page has a section that has changed since it was
/// translated, and another page has lost its translation.
fn edited() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path().join("source");
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    for part in ["content", "templates", "static"] {
        copy(&own.join(part), &root.join(part));
    }
    fs::copy(own.join("guide.toml"), root.join("guide.toml")).expect("the settings");
    let changed = root.join("content/guides/customer-service.en.md");
    let text = fs::read_to_string(&changed).expect("the guide");
    let heading = "{#boundaries}\n";
    assert!(text.contains(heading));
    fs::write(&changed, text.replace(heading, "{#boundaries}\n\nOnly what is written down.\n"))
        .expect("the edit");
    for name in ["coding-assistance.ko.md", "coding-assistance.ko.ledger"] {
        fs::remove_file(root.join("content/guides").join(name)).expect("a translation");
    }
    build(&root, &folder.path().join("guide"));
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let copy_to = to.join(path.file_name().expect("a name"));
        match path.is_dir() {
            true => copy(&path, &copy_to),
            false => fs::copy(&path, &copy_to).map(|_| ()).expect("a file"),
        }
    }
}

#[test]
fn missing_translations_are_shown_visibly() {
    let Some(browser) = crate::support::browser::open(DESK) else { return };
    let folder = edited();
    let server = Server::start(folder.path());
    let go = |path: &str| browser.go(&format!("{}/guide{path}", server.address));
    // A translation that is behind says so before its text, also when there is a wide table of
    // contents.
    go("/ko/guides/customer-service/");
    let above = "((a, b) => a.bottom <= b.top && Math.abs(a.left - b.left) < 1)(...['.translation-notice', '.prose'].map((css) => document.querySelector(css).getBoundingClientRect()))";
    assert_eq!(browser.ask(above), json!(true));
    // A page without the other version says so for readers of that language.
    browser.resize(PHONE.width, PHONE.height);
    go("/en/guides/coding-assistance/");
    assert!(browser.is_shown(".language-switch small"));
    assert_eq!(browser.text(".language-switch small"), "이 글은 영어로만 있습니다");
    assert_eq!(browser.overflow(), 0);
}

/// Names of other guides are longer than that of our own, and a language may have nothing yet.
#[test]
fn a_long_name_of_the_site_fits_on_a_phone() {
    let Some(browser) = crate::support::browser::open(PHONE) else { return };
    let site = TestSite::new();
    let names = "[title]\nen = \"Choosing school lunches and the suppliers who cook them\"\n\
                 ko = \"학교 급식과 그것을 만드는 업체를 고르는 길잡이\"\n";
    site.write("guide.toml", format!("base_url = \"https://guide.example\"\n{names}"));
    fs::remove_file(site.path("content/guides/a.ko.md")).expect("the translation");
    let folder = tempfile::tempdir().expect("a temporary folder");
    super::build(site.root(), &folder.path().join("guide"));
    let server = Server::start(folder.path());
    for (width, page) in
        [320, 360].into_iter().flat_map(|width| ["en/", "ko/"].map(|to| (width, to)))
    {
        browser.resize(width, PHONE.height);
        browser.go(&format!("{}/guide/{page}", server.address));
        let header = browser.ask("document.querySelector('.site-header').offsetHeight");
        assert!(header.as_u64().is_some_and(|height| height < 80), "{width} {page}: {header}");
        assert_eq!(browser.overflow(), 0, "{width} {page}");
    }
    browser.click(".next-step a");
    browser.wait_until("document.documentElement.lang === 'en'");
}

#[test]
fn a_menu_closes_by_itself() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open(GUIDE);
    let open = || page.ask("document.querySelector('.menu').open");
    page.click(".menu summary");
    assert_eq!(open(), json!(true));
    page.press(&[Key::Escape]);
    assert_eq!(open(), json!(false));
    assert_eq!(page.ask("document.activeElement.tagName"), json!("SUMMARY"));
    page.press(&[Key::Enter]);
    assert_eq!(open(), json!(true));
    page.click_without_scrolling(".site-header");
    assert_eq!(open(), json!(false));
}

#[test]
fn nothing_breaks_the_policy() {
    let Some(visit) = visit(DESK) else { return };
    let watch = "addEventListener('securitypolicyviolation', (e) => (window.broken ??= []).push(e.violatedDirective))";
    visit.browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch }));
    for path in [
        "/en/",
        "/ko/checklists/",
        GUIDE,
        "/ko/checklists/pre-launch/",
        "/en/rankings/where-to-automate-first/",
        "/ko/pages/compare/?items=refunds,summarising",
        "/en/pages/scorecard/",
        "/en/profiles/product/",
        "/ko/pages/subscribe/",
    ] {
        let page = visit.open(path);
        assert_eq!(page.ask("window.broken ?? []"), json!([]), "{path}");
        assert_eq!(
            page.count(
                "[style]:not([data-part], .ticks, .track, .stand, .path-summary, .card-ticks), [onclick]"
            ),
            0,
            "{path}"
        );
    }
}
