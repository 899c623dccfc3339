//! The comparison: two or three items, signal by signal.

use serde_json::json;

use crate::{
    browser::{DESK, Key, PHONE, Reader},
    visit,
};

const COMPARE: &str = "/en/pages/compare/";
const RESULT: &str = "[data-part=result]";

#[test]
fn items_are_chosen_with_the_mouse() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(COMPARE);
    assert!(!page.is_shown(RESULT));
    page.click(".choice:has([value=refunds])");
    assert!(page.text("[data-part=hint]").contains("at least two"));
    page.click(".choice:has([value=low-risk-faq])");
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
    let page = visit.open("/ko/pages/compare/");
    for id in ["tagging-routing", "reply-drafting", "summarising", "refunds"] {
        page.tab_to(&format!("[value={id}]"));
        page.press(&[Key::Space]);
    }
    assert!(page.text("[data-part=hint]").contains("세 개까지"));
    assert_eq!(page.ask("document.querySelector('[value=refunds]').checked"), json!(false));
    assert_eq!(page.count(".compared thead th"), 4);
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
    page.click(".chip:has([value=which-evidence-first])");
    assert!(!page.is_shown(RESULT));
    assert!(page.url().ends_with("?ranking=which-evidence-first"), "{}", page.url());
    page.reload();
    assert_eq!(
        page.ask("document.querySelector('[value=which-evidence-first]').checked"),
        json!(true)
    );
}

#[test]
fn without_scripts_every_score_is_there() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open(COMPARE);
    assert_eq!((page.count("main input"), page.count("[data-rankings] table")), (0, 2));
    assert_eq!(page.overflow(), 0);
}
