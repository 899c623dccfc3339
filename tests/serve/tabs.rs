//! Open tabs in a real Chromium.

use std::time::Duration;

use super::preview::Preview;
use crate::{
    support::browser::{self, Browser, DESK},
    support::{TestSite, guide},
};

const A: &str = "content/guides/a.en.md";
const PAGE: &str = "/en/guides/a/";

/// The preview's own shadow tree in the page.
const ROOT: &str = "document.querySelector('giljabi-preview').shadowRoot";

fn sections(changed: usize, word: &str) -> String {
    let long = "Line after line.\n\n".repeat(20);
    let section = |at: usize| {
        let more = if at == changed { word } else { "same" };
        format!("## Section {at} {{#s{at}}}\n\nThis is {more}.\n\n{long}")
    };
    guide("Alpha", "", &(0..6).map(section).collect::<String>())
}

fn opened(site: &TestSite, arguments: &[&str]) -> Option<(Browser, Preview)> {
    let browser = browser::open(DESK)?;
    let preview = Preview::start(site.root(), arguments);
    browser.go(&preview.url(PAGE));
    browser.wait_until(&format!("{ROOT}.querySelector('.bar')?.checkVisibility()"));
    Some((browser, preview))
}

#[test]
fn an_edit_reloads_and_shows_the_section() {
    let site = TestSite::new();
    site.write(A, sections(4, "old"));
    let Some((browser, _preview)) = opened(&site, &[]) else { return };
    browser.ask("window.scrollTo(0, 300), window.marked = true");
    // An edit elsewhere does not scroll the page.
    site.write(A, sections(0, "first").replace("Alpha", "Beta"));
    browser.wait_until("document.title.startsWith('Beta') && !window.marked");
    site.write(A, sections(4, "old"));
    browser.wait_until("document.title.startsWith('Alpha')");
    browser.ask("window.scrollTo(0, 0)");
    site.write(A, sections(4, "new"));
    browser.wait_for_text("main", "This is new");
    browser.wait_until(
        "Math.abs(document.getElementById('s4').getBoundingClientRect().top) < innerHeight * 0.7",
    );
    // The view does not move when another page is edited.
    let top = browser.ask("scrollY");
    browser.ask("window.marked = true");
    site.write("content/guides/a.ko.md", "+++\ntitle = \"새\"\ndescription = \"x\"\n+++\n");
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(browser.ask("scrollY"), top);
}

#[test]
fn a_stale_page_links_to_the_change() {
    let site = TestSite::new();
    site.write(A, sections(9, "")).write(
        "content/guides/a.ko.md",
        sections(9, "")
            .replace("published = 2026-11-22\n", "")
            .replace("Alpha", "알파")
            .replace("This is same.", "그대로입니다.")
            .replace("Line after line.", "한 줄씩 이어집니다.")
            .replace("## Section", "## 절"),
    );
    assert_eq!(site.run_in("en_US.UTF-8", &["accept", "guides/a", "--all"]).code, 0);
    site.write(A, sections(4, "new"));
    let Some(browser) = browser::open(DESK) else { return };
    let preview = Preview::start(site.root(), &[]);
    browser.go(&preview.url("/ko/guides/a/"));
    let bar = format!("{ROOT}.querySelector('.bar .changed')");
    browser.wait_until(&format!("{bar}?.checkVisibility()"));
    assert_eq!(browser.ask(&format!("{bar}.innerText")), "source changed in 1 section");
    let way = browser.ask(&format!("{bar}.getAttribute('href')"));
    assert_eq!(way, "/_preview/guides/a#row-s4");
    // The original is not behind anything.
    browser.go(&preview.url(PAGE));
    browser.wait_until(&format!("{ROOT}.querySelector('.bar')?.checkVisibility()"));
    assert_eq!(browser.ask(&bar), serde_json::Value::Null);
    for address in ["/_preview/guides/a#row-s4", "/_preview/guides/a"] {
        browser.go("about:blank");
        browser.go(&preview.url(address));
        browser.wait_until(
            "Math.abs(document.getElementById('row-s4').getBoundingClientRect().top) < innerHeight / 2",
        );
        let folds = "[...document.querySelectorAll('.preview-folded')].map((e) => [e.open, \
            e.querySelector('summary').innerText, e.querySelectorAll('.preview-row').length])";
        let folded = browser.ask(folds);
        assert_eq!(folded.as_array().map(Vec::len), Some(2), "{folded}");
        assert_eq!(folded[1][0], false);
        assert_eq!(folded[1][1], "1 section without a difference");
        assert!(folded[0][2].as_u64() > Some(3), "{folded}");
    }
    // A fold opens if something inside it was edited.
    site.write(
        A,
        sections(4, "new")
            .replace("## Section 5 {#s5}\n\nThis is same.", "## Section 5 {#s5}\n\nThis is other."),
    );
    browser.wait_until("!document.querySelector('.preview-folded #row-s5')");
}

#[test]
fn ten_tabs_are_notified_of_an_edit() {
    let site = TestSite::new();
    let Some((browser, preview)) = opened(&site, &[]) else { return };
    for _ in 1..10 {
        browser.open_tab();
        browser.go(&preview.url(PAGE));
        browser.wait_until(&format!("{ROOT}.querySelector('.bar')?.checkVisibility()"));
    }
    site.write(A, guide("Everywhere", "", "Text."));
    for tab in 0..10 {
        browser.show_tab(tab);
        browser.wait_until("document.title.startsWith('Everywhere')");
    }
}

#[test]
fn styles_are_swapped_without_a_reload() {
    let site = TestSite::new();
    let css = include_str!("../../static/assets/site.css");
    let Some((browser, _preview)) = opened(&site, &[]) else { return };
    browser.ask("window.marked = true");
    site.write(
        "static/assets/site.css",
        format!("{css}\nh1 {{ letter-spacing: 7px !important }}\n"),
    );
    browser.wait_until("getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");
    assert_eq!(browser.ask("window.marked"), true, "the page was not loaded again");
    browser.wait_until("document.querySelectorAll('link[href$=\"/site.css\"]').length === 1");
}

#[test]
fn problems_cover_the_page_until_they_are_solved() {
    let site = TestSite::new();
    let good = site.read(A);
    let Some((browser, _preview)) = opened(&site, &["--lang", "ko", "--editor", "zed"]) else {
        return;
    };
    browser.ask("window.marked = true");
    site.write(A, good.replace("title", "titel"));
    let overlay = format!("{ROOT}.querySelector('.overlay')");
    browser.wait_until(&format!("{overlay}.checkVisibility()"));
    browser
        .wait_until(&format!("{overlay}.innerText.includes('알 수 없는 키 “titel”이 있습니다')"));
    browser.wait_until(&format!("{overlay}.innerText.includes('“title”을 쓰려고 하셨나요?')"));
    let link =
        browser.ask(&format!("[...{overlay}.querySelectorAll('a')].map(a => a.href).join(' ')"));
    let file = format!("zed://file{}/{A}:2:1", site.root().display());
    assert!(link.as_str().expect("links").contains(&file), "{link}");
    assert_eq!(browser.ask("document.querySelector('h1').innerText"), "Alpha");
    assert_eq!(browser.ask("window.marked"), true, "the last good page stays");
    // It can be closed, and comes back with another problem.
    browser.press(&[browser::Key::Escape]);
    browser.wait_until(&format!("!{overlay}.checkVisibility()"));
    site.write(A, good.replace("published", "publishd"));
    browser.wait_until(&format!("{overlay}.checkVisibility()"));
    site.write(A, &good);
    browser.wait_until(&format!("!{overlay}.checkVisibility()"));
}

#[test]
fn the_bar_describes_the_page_and_can_be_hidden() {
    let site = TestSite::new();
    site.write(A, guide("Alpha", "draft = true\n", "## One\n\n# Two\n\nText."));
    let Some((browser, preview)) = opened(&site, &["--drafts", "--lang", "ko"]) else { return };
    let bar = format!("{ROOT}.querySelector('.bar')");
    for part in ["경고 1개", "초안", "읽는 데 1분", "설명 58칸", "한국어", "나란히 보기"]
    {
        browser.wait_until(&format!("{bar}.innerText.includes('{part}')"));
    }
    browser.ask(&format!("{bar}.querySelector('.problems').click()"));
    browser.wait_until(&format!(
        "{ROOT}.querySelector('.overlay').innerText.includes('top-level-heading')"
    ));
    browser.ask(&format!("{ROOT}.querySelector('.close').click()"));
    browser.ask(&format!("{bar}.querySelector('.language').click()"));
    browser.wait_until("location.pathname === '/ko/guides/a/'");
    browser.wait_until(&format!("{bar}?.checkVisibility()"));
    browser.ask(&format!("{bar}.querySelector('.hide').click()"));
    browser.go(&preview.url(PAGE));
    browser.wait_until(&format!("{ROOT}.querySelector('link').sheet !== null"));
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(browser.ask(&format!("{bar}.checkVisibility()")), false, "it stays away");
}

#[test]
fn tabs_reconnect_after_a_restart() {
    let site = TestSite::new();
    let Some((browser, preview)) = opened(&site, &[]) else { return };
    let port = preview.address.rsplit(':').next().expect("a port").to_owned();
    browser.ask("window.marked = true");
    drop(preview);
    browser.wait_until(&format!("{ROOT}.querySelector('.lost').checkVisibility()"));
    // Nothing has changed, so the tab is not reloaded.
    let preview = Preview::run(site.root(), &["--port", &port]);
    browser.wait_until(&format!("!{ROOT}.querySelector('.lost').checkVisibility()"));
    assert_eq!(browser.ask("window.marked"), true);
    drop(preview);
    site.write(A, guide("Omega", "", "Written while nobody served."));
    let _preview = Preview::run(site.root(), &["--port", &port]);
    browser.wait_until("document.title.startsWith('Omega')");
}

#[test]
fn both_languages_stand_side_by_side() {
    let site = TestSite::new();
    let accepted = site.run_in("en_US.UTF-8", &["accept", "guides/a", "--all"]);
    assert_eq!(accepted.code, 0, "{}", accepted.stderr);
    let Some(browser) = browser::open(DESK) else { return };
    let preview = Preview::start(site.root(), &["--lang", "ko"]);
    browser.go(&preview.url("/_preview/"));
    browser.wait_for_text("tbody", "완료");
    browser.click("tbody a");
    browser.wait_until("location.pathname === '/_preview/guides/a'");
    let row = ".preview-row[data-section=\"first\"]";
    browser.wait_for_text(row, "처음");
    // The source changes, and the open page shows that.
    site.write(A, guide("Alpha", "", "## First {#first}\n\nText that is longer now."));
    browser.wait_until(&format!(
        "document.querySelector('{row}')?.dataset.state === 'source-changed'"
    ));
    browser.wait_for_text(&format!("{row} ins"), "longer now");
    browser.wait_for_text(row, "giljabi accept guides/a first");
    // The first lines of both versions are level, despite different fonts.
    let tops = format!(
        "[...document.querySelectorAll('{row} h2')].map(h => h.getBoundingClientRect().top)"
    );
    let tops = browser.ask(&tops);
    let tops = tops.as_array().expect("headings");
    let tops: Vec<f64> = tops.iter().filter_map(serde_json::Value::as_f64).collect();
    assert!(tops.len() == 2 && (tops[0] - tops[1]).abs() < 8.0, "{tops:?}");
    // No id occurs twice.
    let twice = "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at).length";
    assert_eq!(browser.ask(twice), 0);
    assert_eq!(browser.overflow(), 0);
    browser.resize(360, 740);
    assert_eq!(browser.overflow(), 0, "on a phone");
    browser.resize(1280, 900);
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    browser.go(&preview.url("/_preview/?state=missing"));
    browser.wait_for_text("tbody", "Beta");
    assert_eq!(browser.count("tbody tr"), 1);
}
