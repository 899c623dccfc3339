//! Reading at every width: nothing is cut off, the first action and the contents are in the
//! expected places, and each guide ends with its next step.

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use walkdir::WalkDir;

use super::{Visit, build, guide, visit};
use crate::support::browser::{Browser, DESK, PHONE};

/// Returns the addresses of all pages of a folder: `/en/guides/customer-service/`.
fn pages(folder: &str) -> Vec<String> {
    let found = fs::read_dir(guide().join("guide").join(folder)).expect("a folder");
    let found = found.filter_map(Result::ok).filter(|entry| entry.path().is_dir());
    let mut pages: Vec<String> =
        found.map(|entry| format!("/{folder}/{}/", entry.file_name().to_string_lossy())).collect();
    pages.sort();
    pages
}

/// A script that lists elements that are wider than the window, or that scroll although their
/// styles do not say so.
const CUT_OFF: &str = "(() => { const width = document.documentElement.clientWidth; \
    const found = [...document.querySelectorAll('main :is(table, figure, button, input, .button, .chip), h1, h2, h3')] \
    .filter((e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })) \
    .filter((e) => { const { left, right } = e.getBoundingClientRect(); return right > width + 1 || left < -1; }); \
    const scrolled = [...document.querySelectorAll('.table')].filter((e) => e.scrollWidth > e.clientWidth + 1 && !e.closest('.scrolls')); \
    return [...found, ...scrolled].map((e) => e.tagName + ' ' + e.textContent.trim().slice(0, 30)); })()";

/// Checks every page of the site below `name` in the folder of the visit.
fn is_whole_at_every_width(visit: &Visit, name: &str) {
    let site = guide().join(name);
    let files =
        WalkDir::new(&site).sort_by_file_name().into_iter().map(|file| file.expect("a file"));
    let pages = files.filter(|file| file.file_name() == "index.html").map(|file| {
        let folder = file.path().parent().and_then(|folder| folder.strip_prefix(&site).ok());
        format!("{}/{name}/{}/", visit.server.address, folder.expect("a folder").display())
    });
    for page in pages {
        visit.browser.go(&page);
        for width in [320, 360, 768, 1280, 1920] {
            visit.browser.resize(width, 800);
            assert_eq!(visit.browser.overflow(), 0, "{page} at {width}");
            assert_eq!(visit.browser.ask(CUT_OFF), json!([]), "{page} at {width}");
        }
    }
}

#[test]
fn nothing_of_the_guide_is_cut_off_at_any_width() {
    let Some(visit) = visit(PHONE) else { return };
    is_whole_at_every_width(&visit, "guide");
}

#[test]
fn nothing_of_other_sites_is_cut_off_at_any_width() {
    let Some(visit) = visit(PHONE) else { return };
    for (name, root) in [("docs", "docs"), ("lunches", "tests/fixtures/lunches")] {
        build(&Path::new(env!("CARGO_MANIFEST_DIR")).join(root), &guide().join(name));
        is_whole_at_every_width(&visit, name);
    }
}

/// Headings with a line of a single syllable or letter, as drawn.
const SINGLE: &str = "(() => { const found = []; const range = document.createRange(); \
    for (const heading of document.querySelectorAll('main :is(h1, h2, h3, .card-title)')) { \
        if (!heading.checkVisibility()) continue; \
        const lines = new Map(); const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT); \
        for (let node; (node = walker.nextNode());) for (let at = 0; at < node.length; at++) { \
            if (!node.data[at].trim() || node.parentElement.closest('.walk-number')) continue; \
            range.setStart(node, at); range.setEnd(node, at + 1); \
            const line = Math.round(range.getBoundingClientRect().bottom / 8); \
            lines.set(line, (lines.get(line) ?? '') + node.data[at]); } \
        const words = [...lines.values()].map((line) => line.replace(/[.,?!:’”'\")\\]]/g, '')); \
        if (words.length > 1 && words.some((line) => line.length === 1)) found.push([...lines.values()].join(' / ')); } \
    return found; })()";

#[test]
fn no_heading_leaves_a_single_syllable_on_a_line_of_a_phone() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(360, 740);
    for lang in ["en", "ko"] {
        let kinds =
            ["guides", "checklists", "profiles", "rankings", "decisions", "pages", "changelog"];
        let mut paths = vec![format!("/{lang}/")];
        for kind in kinds {
            paths.push(format!("/{lang}/{kind}/"));
            paths.extend(pages(&format!("{lang}/{kind}")));
        }
        for path in paths.iter().filter(|path| !path.ends_with("/pages/")) {
            assert_eq!(visit.open(path).ask(SINGLE), json!([]), "{path}");
        }
    }
}

#[test]
fn formulas_never_break_and_conversations_are_text() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(320, 740);
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/guides/reading-benchmarks/"));
        let lines = "[...document.querySelectorAll('.prose math')].map((e) => \
            [e.getClientRects().length, (e.closest('.unbroken') ?? e).getBoundingClientRect().right <= innerWidth])";
        let lines = page.ask(lines);
        let lines = lines.as_array().expect("formulas");
        assert!(lines.len() > 4 && lines.iter().all(|line| *line == json!([1, true])), "{lines:?}");
        let page = visit.open(&format!("/{lang}/guides/total-cost/"));
        let block = "(() => { const block = document.querySelector('.formula'); \
            return [block.querySelectorAll('math').length, block.getAttribute('aria-label') !== null, \
            block.getBoundingClientRect().right <= innerWidth]; })()";
        assert_eq!(page.ask(block), json!([6, true, true]));
        let page = visit.open(&format!("/{lang}/guides/marked-replies/"));
        let talk = "(() => { const talk = document.querySelector('.diagram-conversation'); \
            const sides = [...talk.querySelectorAll('.said')].map((e) => e.getBoundingClientRect()); \
            return [talk.querySelectorAll('li.message').length, talk.querySelectorAll('mark').length, \
            talk.querySelectorAll('.judged q').length, sides[0].left < sides[1].left, \
            talk.querySelector('svg')]; })()";
        assert_eq!(page.ask(talk), json!([3, 2, 2, true, null]));
    }
}

#[test]
fn a_row_is_a_block_on_a_phone_and_a_line_elsewhere() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(360, 740);
    let page = visit.open("/en/guides/human-review-gates/");
    page.ask("document.querySelectorAll('details').forEach((e) => { e.open = true; })");
    let display = "(() => { const cell = document.querySelector('.prose td[data-label]'); \
        return [getComputedStyle(cell).display, cell.dataset.label, \
        getComputedStyle(cell, '::before').content]; })()";
    assert_eq!(page.ask(display), json!(["flow-root", "What it shows", "\"What it shows\""]));
    visit.browser.resize(768, 740);
    assert_eq!(page.ask(display)[0], json!("table-cell"));
}

#[test]
fn the_first_action_and_the_contents_are_on_the_first_screen() {
    for (reader, width, height) in [(PHONE, 360, 740), (DESK, 1280, 800)] {
        let Some(visit) = visit(reader) else { return };
        visit.browser.resize(width, height);
        for lang in ["en", "ko"] {
            let home = visit.open(&format!("/{lang}/"));
            let action = "document.querySelector('.walk-answer').getBoundingClientRect().bottom";
            assert!(home.ask(action).as_f64().is_some_and(|bottom| bottom < 640.0), "{lang}");
        }
    }
    let Some(visit) = visit(DESK) else { return };
    visit.browser.resize(1280, 800);
    for path in [pages("en/guides"), pages("ko/guides")].concat() {
        let page = visit.open(&path);
        let top = "document.querySelector('.contents-path').getBoundingClientRect().top";
        assert!(page.ask(top).as_f64().is_some_and(|top| top < 200.0), "{path}");
        page.ask("scrollTo(0, 1500)");
        assert!(page.ask(top).as_f64().is_some_and(|top| top > 0.0 && top < 200.0), "{path}");
    }
}

#[test]
fn every_guide_has_its_conclusion_and_its_next_step() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(360, 740);
    for path in [pages("en/guides"), pages("ko/guides")].concat() {
        let page = visit.open(&path);
        assert_eq!((page.count(".conclusion"), page.count(".next-step a")), (1, 1), "{path}");
        let footer = "document.querySelector('.site-footer').offsetHeight";
        assert!(page.ask(footer).as_f64().is_some_and(|height| height <= 420.0), "{path}");
    }
}

#[test]
fn a_list_by_topic_begins_with_its_topics_and_each_card_has_its_facts() {
    let Some(visit) = visit(PHONE) else { return };
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/guides/"));
        let wrong = "[...document.querySelectorAll('.topic-links a')].filter((e) => !document.querySelector(e.hash)).length";
        assert_eq!((page.count(".topic-links a"), page.ask(wrong)), (3, json!(0)), "{lang}");
        let cards = page.count(".card");
        for facts in [".card-length", ".card .audience"] {
            assert_eq!(page.count(facts), cards, "{facts}, {lang}");
        }
    }
}

#[test]
fn the_contents_stay_at_hand_on_a_phone() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/en/guides/customer-service/");
    assert!(!page.is_shown(".contents-dock"));
    page.ask("document.getElementById('stages').scrollIntoView()");
    page.wait_until("!document.querySelector('.contents-dock').hidden");
    assert_eq!(
        page.text(".contents-dock summary").replace('\n', " "),
        "Contents 7/14 Roll out in stages"
    );
    page.click(".contents-dock summary");
    page.click(".contents-dock a[href='#threshold']");
    assert_eq!(page.ask("document.querySelector('.contents-dock').open"), json!(false));
    assert!(page.url().ends_with("#threshold"), "{}", page.url());
}

#[test]
fn the_contents_do_not_cover_what_follows_the_text() {
    let Some(visit) = visit(PHONE) else { return };
    for path in ["/en/pages/law/", "/ko/guides/customer-service/"] {
        let page = visit.open(path);
        page.ask("scrollTo(0, document.documentElement.scrollHeight / 2)");
        page.wait_until("!document.querySelector('.contents-dock').hidden");
        page.ask("scrollTo(0, document.documentElement.scrollHeight)");
        page.wait_until("document.querySelector('.contents-dock').hidden");
    }
}

#[test]
fn a_term_stands_above_its_fact_on_a_phone() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(360, 740);
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/pages/law/"));
        let screens = page.ask("document.documentElement.scrollHeight / 740");
        assert!(screens.as_f64().is_some_and(|screens| screens < 24.0), "{lang}: {screens}");
        let gap = "(() => { const [term, fact] = document.querySelectorAll('.prose dl > :nth-child(n+3)'); \
            return fact.getBoundingClientRect().top - term.getBoundingClientRect().bottom; })()";
        let gap = page.ask(gap).as_f64().expect("a number");
        assert!((0.0..4.0).contains(&gap), "{lang}: {gap}");
    }
}

#[test]
fn no_guide_is_longer_than_sixteen_screens_of_a_phone() {
    let Some(visit) = visit(PHONE) else { return };
    visit.browser.resize(360, 740);
    for path in [pages("en/guides"), pages("ko/guides")].concat() {
        let page = visit.open(&path);
        let screens = page.ask("document.documentElement.scrollHeight / 740");
        assert!(screens.as_f64().is_some_and(|screens| screens < 16.0), "{path}: {screens}");
    }
}

/// Returns the size of a page with the styles, scripts and data that it loads, compressed.
pub(super) fn weight(page: &Browser) -> usize {
    let loaded = "[...new Set([location.href, ...performance.getEntriesByType('resource').map((e) => e.name)]\
        .map((name) => decodeURIComponent(new URL(name).pathname)).filter((path) => !/\\.(png|svg)$/.test(path)))]";
    let paths: Vec<String> = serde_json::from_value(page.ask(loaded)).expect("paths");
    let sizes = paths.iter().map(|path| {
        let file = guide().join(path.trim_start_matches('/'));
        let file = if path.ends_with('/') { file.join("index.html") } else { file };
        let mut writer = GzEncoder::new(Vec::new(), Compression::best());
        writer.write_all(&fs::read(&file).expect("a file")).expect("written");
        writer.finish().expect("compressed").len()
    });
    sizes.sum()
}

#[test]
fn no_page_is_heavier_than_it_should_be() {
    let Some(visit) = visit(PHONE) else { return };
    for lang in ["en", "ko"] {
        let kinds = ["guides", "checklists", "profiles", "rankings", "decisions", "pages"];
        let paths = kinds.map(|kind| pages(&format!("{lang}/{kind}"))).concat();
        for path in [vec![format!("/{lang}/")], paths].concat() {
            let heavy = ["guides/customer-service", "decisions/", "pages/record"];
            let most = if heavy.iter().any(|name| path.contains(name)) { 50 } else { 40 };
            let weight = weight(visit.open(&path));
            assert!(weight < most * 1024, "{path}: {weight}");
        }
    }
}
