//! The comparison: two or three items, signal by signal.

use serde_json::json;

use super::visit;
use crate::support::browser::{DESK, Key, PHONE, Reader};

const COMPARE: &str = "/en/pages/compare/";
const RESULT: &str = "[data-part=result]";

#[test]
fn items_are_chosen_with_the_mouse() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(COMPARE);
    // Two items are compared from the start.
    assert!(page.is_shown(RESULT));
    page.ask("document.querySelectorAll('.choice :checked').forEach((e) => e.click())");
    assert!(!page.is_shown(RESULT));
    page.click("[value=refunds]");
    assert!(page.text("[data-part=hint]").contains("at least two"));
    let top = "document.querySelector('[value=low-risk-faq]').getBoundingClientRect().top";
    page.ask("document.querySelector('[value=low-risk-faq]').scrollIntoView({ block: 'center' })");
    let before = page.ask(top).as_f64();
    page.click("[value=low-risk-faq]");
    // Elements that appear above do not move the row under the reader's finger.
    let moved = before.zip(page.ask(top).as_f64()).map(|(before, after)| (before - after).abs());
    assert!(moved.is_some_and(|moved| moved < 2.0), "{moved:?}");
    assert!(page.is_shown(RESULT));
    let cells = "[...document.querySelectorAll('.compared tbody tr')].map((r) => r.innerText)";
    let rows: Vec<String> = serde_json::from_value(page.ask(cells)).expect("rows");
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[0], "Reversibility\t1\t3 highest");
    assert_eq!(page.count(".track"), 5);
    assert!(page.text(".findings").contains("Low-risk FAQ alone is highest on Reversibility"));
    assert!(page.url().ends_with("?items=refunds,low-risk-faq"), "{}", page.url());
}

#[test]
fn a_keyboard_is_enough_and_three_is_the_most() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/ko/pages/compare/?items=");
    for id in ["tagging-routing", "reply-drafting", "summarising", "refunds"] {
        page.tab_to(&format!("[value={id}]"));
        page.press(&[Key::Space]);
    }
    assert!(page.text("[data-part=hint]").contains("세 개까지"));
    assert_eq!(page.ask("document.querySelector('[value=refunds]').checked"), json!(false));
    assert_eq!(page.count(".compared thead th"), 4);
    // Each chosen row has its letter. Three letters in the same place stay inside the card.
    assert_eq!(page.text("[data-item=summarising] .choice-mark"), "C");
    let outside = "[...document.querySelectorAll('.stand')].filter((e) => { const [a, b] = [e, e.closest('.tracks')].map((e) => e.getBoundingClientRect()); return a.left < b.left || a.right > b.right; }).length";
    assert_eq!(page.ask(outside), json!(0));
    assert_eq!(page.overflow(), 0);
}

#[test]
fn the_address_carries_the_choice() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(&format!("{COMPARE}?items=refunds,tagging-routing,unknown"));
    assert_eq!(page.count(".choice :checked"), 2);
    page.click("[data-language-switch]");
    page.wait_until("document.documentElement.lang === 'ko'");
    assert_eq!(page.count(".choice :checked"), 2);
    assert!(page.text(".compared thead").contains("환불"));
    // Each ranking has its own choice.
    let other = "[data-ranking=which-evidence-first] tbody tr";
    page.click(&format!("{other}:nth-child(1) [name=item]"));
    assert!(!page.is_shown(RESULT));
    page.click(&format!("{other}:nth-child(2) [name=item]"));
    assert!(page.url().contains("ranking=which-evidence-first"), "{}", page.url());
    page.reload();
    assert_eq!(page.count(&format!("{other} :checked")), 2);
    page.click("[value=refunds]");
    page.click(&format!("{other}:nth-child(1) [name=item]"));
    page.click("[value=summarising]");
    assert!(page.url().ends_with("?items=refunds,summarising"), "{}", page.url());
}

#[test]
fn the_result_follows_the_items_it_is_chosen_from() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/en/pages/compare/?items=refunds,tagging-routing");
    let order = "[...document.querySelectorAll('.choice, [data-part=result], [data-rankings] h2')]\
        .filter((e) => e.closest('section').contains(document.querySelector('[data-part=result]')))\
        .map((e) => e.localName).filter((name, at, all) => name !== all[at - 1])";
    assert_eq!(page.ask(order), json!(["h2", "label", "div"]));
    // The result of the other ranking stands below the items of that one.
    let other = "[data-ranking=which-evidence-first]";
    page.ask(&format!("[...document.querySelectorAll('{other} [name=item]')].slice(0, 2).forEach((box) => box.click())"));
    assert!(page.is_shown(&format!("{other} {RESULT}")));
}

#[test]
fn without_scripts_every_score_is_there() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open(COMPARE);
    assert_eq!((page.count("main input"), page.count("[data-rankings] table")), (0, 2));
    assert_eq!(page.overflow(), 0);
}
