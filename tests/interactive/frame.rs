//! Around the text: the section that is being read, the other language at the same
//! place, the menu.

use serde_json::json;

use crate::{
    browser::{Browser, DESK, Key, PHONE},
    visit,
};

const GUIDE: &str = "/en/guides/customer-service/";

#[test]
fn the_section_being_read_is_marked() {
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

/// Scrolls until the section `id` is being read, as a reader with a mouse does.
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
        // On a phone the header is away until the reader turns back a little.
        let turn = json!({ "type": "mouseWheel", "x": 200, "y": 400, "deltaX": 0, "deltaY": -12 });
        page.devtools("Input.dispatchMouseEvent", turn);
        page.wait_until("!document.querySelector('.site-header').matches('.away')");
        page.wait_until("document.querySelector('.site-header').getBoundingClientRect().top >= 0");
        page.press_at("[data-language-switch]");
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
        page.wait_until("document.querySelector('.site-header').getBoundingClientRect().top >= 0");
        page.press(&[Key::Enter]);
        page.wait_until("document.documentElement.lang === 'ko'");
        assert!(page.url().ends_with("/ko/guides/customer-service/#not-first"), "{}", page.url());
    }
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
    page.click(".prose > p");
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
