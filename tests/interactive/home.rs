//! The home page: three questions, each of which opens a gate, and lead to one guide, one
//! checklist and one tool.

use serde_json::json;

use super::visit;
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

/// Returns the gates, as `open`, `here` or nothing, with the answers below them.
fn gates(page: &Browser) -> Vec<[String; 2]> {
    let gates = "[...document.querySelectorAll('.start-gates button')]\
        .map((e) => [e.className, e.textContent.trim()])";
    serde_json::from_value(page.ask(gates)).expect("gates")
}

/// Returns the links at the end: the kind of each page, and its address below the guide's.
fn named(page: &Browser) -> Vec<[String; 2]> {
    let links = "[...document.querySelectorAll('.walk-verdict:not([hidden]) > .walk-links li:not([hidden])')]\
        .map((e) => [e.querySelector('.walk-kind').textContent, e.querySelector('a').pathname.replace('/guide', '')])";
    serde_json::from_value(page.ask(links)).expect("links")
}

const ANSWER: &str = ".walk > section:not([hidden]) a.walk-answer";

fn the_end(lang: &str) -> Vec<[String; 2]> {
    let kinds = match lang {
        "en" => ["Use-case guide", "Checklist", "Tool"],
        _ => ["사용 사례 가이드", "체크리스트", "도구"],
    };
    let pages = ["guides/it-help-desk", "checklists/data-and-permissions", "pages/scorecard"];
    let rows = kinds.into_iter().zip(pages);
    rows.map(|(kind, page)| [kind.to_owned(), format!("/{lang}/{page}/")]).collect()
}

#[test]
fn three_answers_open_three_gates_by_mouse() {
    for (reader, lang) in [(DESK, "en"), (PHONE, "ko")] {
        let Some(visit) = visit(reader) else { return };
        let page = visit.open(&format!("/{lang}/"));
        let class = |page: &Browser| gates(page).map_first();
        assert_eq!(class(page), ["here", "", ""]);
        page.click(&format!("{ANSWER}[data-exit='0']"));
        assert_eq!(class(page), ["open", "here", ""]);
        page.click(&format!("{ANSWER}[data-exit='2']"));
        page.click(&format!("{ANSWER}[data-exit='1']"));
        assert_eq!(class(page), ["open", "open", "open"]);
        assert!(gates(page).iter().all(|[_, answer]| !answer.is_empty()));
        assert_eq!(named(page), the_end(lang));
        assert_eq!(page.overflow(), 0);
        // The address alone leads to the same end, also in the other language.
        let address = page.url();
        page.click("[data-language-switch]");
        let other = if lang == "en" { "ko" } else { "en" };
        page.wait_until(&format!("document.documentElement.lang === '{other}'"));
        assert_eq!(named(page), the_end(other));
        page.go("about:blank");
        page.go(&address);
        assert_eq!(named(page), the_end(lang));
    }
}

/// Returns the first of each pair.
trait MapFirst {
    fn map_first(&self) -> Vec<String>;
}

impl MapFirst for Vec<[String; 2]> {
    fn map_first(&self) -> Vec<String> {
        self.iter().map(|[first, _]| first.trim().to_owned()).collect()
    }
}

#[test]
fn the_next_heading_is_in_sight_where_the_gates_stand_beside_the_questions() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/");
    for exit in [2, 0, 0] {
        page.click(&format!("{ANSWER}[data-exit='{exit}']"));
        page.wait_until("(({ top, bottom }) => top > 0 && bottom < innerHeight)(document.activeElement.getBoundingClientRect())");
    }
}

#[test]
fn a_keyboard_is_enough_and_an_open_gate_leads_back() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/");
    for exit in [0, 2, 1] {
        page.tab_to(&format!("{ANSWER}[data-exit='{exit}']"));
        page.press(&[Key::Enter]);
    }
    assert_eq!(named(page), the_end("ko"));
    page.tab_to(".start-gates li:nth-child(2) button");
    page.press(&[Key::Enter]);
    assert_eq!(gates(page).map_first(), ["open", "here", ""]);
    // A reader who has not decided on the work is finished after two answers.
    page.click(&format!("{ANSWER}[data-exit='7']"));
    assert_eq!(gates(page).map_first(), ["open", "open", "open"]);
    assert_eq!(page.text(".walk-verdict:not([hidden]) h2"), "업무부터 찾기");
}

#[test]
fn without_scripts_the_answers_are_links_and_lists() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/"));
        assert!(!page.is_shown(".start-gates"));
        // Each answer links to the next question, and names the page that it stands for.
        page.click("#diagram-start--role a.walk-answer");
        assert!(page.url().ends_with("#diagram-start--work"), "{}", page.url());
        let guide = "#diagram-start--work li:nth-child(3) .walk-follows a";
        let href = page.ask(&format!("document.querySelector('{guide}').pathname"));
        assert_eq!(href, json!(format!("/guide/{lang}/guides/it-help-desk/")));
        page.click("#diagram-start--work li:nth-child(3) a.walk-answer");
        page.click("#diagram-start--stage li:nth-child(2) a.walk-answer");
        assert!(page.url().ends_with("#diagram-start--test"), "{}", page.url());
        assert!(page.is_shown("#diagram-start--test .walk-links a"));
        assert_eq!(page.overflow(), 0);
    }
}

#[test]
fn the_map_is_a_picture_with_links_without_scripts() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    for lang in ["en", "ko"] {
        let page = visit.open(&format!("/{lang}/"));
        assert_eq!((page.count(".map-dots a"), page.count(".map-names ol a")), (10, 10));
        let dot = "document.querySelector('.map-dots a').href.baseVal";
        assert_eq!(page.ask(dot), json!(format!("/guide/{lang}/guides/it-help-desk/")));
    }
}
