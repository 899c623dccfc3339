//! Checklists: ticks are remembered, counted, cleared, shared, saved and printed.

use serde_json::json;

use super::visit;
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const LIST: &str = "/en/checklists/pre-launch/";
const LISTE: &str = "/ko/checklists/pre-launch/";

/// Returns the ids of the ticked items on the page.
fn ticked(browser: &Browser) -> Vec<String> {
    let ids = "[...document.querySelectorAll('.task:has(:checked)')].map((e) => e.id)";
    serde_json::from_value(browser.ask(ids)).expect("ids")
}

fn count(browser: &Browser) -> String {
    browser.text("[data-part=count]")
}

#[test]
fn ticks_are_remembered_in_both_languages() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    assert_eq!(count(page), "0 of 23 done");
    page.click("#scope-named label");
    page.click("#stop-switch input");
    assert_eq!(count(page), "2 of 23 done");
    page.reload();
    assert_eq!(ticked(page), ["scope-named", "stop-switch"]);
    visit.open(LISTE);
    assert_eq!(ticked(page), ["scope-named", "stop-switch"]);
    assert_eq!(count(page), "23개 중 2개 완료");
    page.click("#scope-named input");
    page.back();
    page.wait_until("document.querySelectorAll('.task :checked').length === 1");
    assert_eq!(ticked(page), ["stop-switch"]);
}

#[test]
fn ticks_of_one_list_are_not_those_of_another() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    page.click("#review-rule input");
    visit.open("/en/checklists/customer-service-launch/");
    assert_eq!(ticked(page), Vec::<String>::new());
    page.click("#review-rule input");
    assert_eq!(count(page), "1 of 10 done");
}

#[test]
fn a_keyboard_is_enough() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LISTE);
    page.tab_to("#scope-named input");
    page.press(&[Key::Space]);
    page.tab_to("#rules-testable input");
    page.press(&[Key::Space]);
    assert_eq!(count(page), "23개 중 2개 완료");
    page.tab_to("[data-do=clear]");
    page.press(&[Key::Enter]);
    assert_eq!(count(page), "23개 중 0개 완료");
    assert_eq!(page.text("[data-part=told]"), "체크 2개를 지웠습니다.");
    // The undo button has the focus.
    page.press(&[Key::Enter]);
    assert_eq!(count(page), "23개 중 2개 완료");
    page.reload();
    assert_eq!(ticked(page), ["scope-named", "rules-testable"]);
}

#[test]
fn cleared_ticks_stay_cleared() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open(LIST);
    page.click("#scope-named label");
    page.click("[data-do=clear]");
    page.reload();
    assert_eq!(count(page), "0 of 23 done");
    assert!(!page.is_shown("[data-do=undo]"));
    assert_eq!(page.overflow(), 0);
}

#[test]
fn a_link_carries_ticks_to_a_reader_with_none() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(&format!("{LISTE}?ticks=scope-named,version-recorded,gone"));
    page.wait_for_text("[data-part=shared-text]", "23개 중 2개");
    assert_eq!(ticked(page), ["scope-named", "version-recorded"]);
    assert!(!page.is_shown("[data-do=add]"), "there is nothing to add to");
    page.click("[data-do=take]");
    assert!(!page.url().contains(['#', '?']), "{}", page.url());
    page.reload();
    assert_eq!(ticked(page), ["scope-named", "version-recorded"]);
}

#[test]
fn a_link_never_overwrites_a_readers_own_ticks() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    page.click("#stop-switch input");
    let shared = format!("{LIST}?ticks=scope-named");
    visit.open(&shared);
    page.wait_for_text("[data-part=shared-text]", "1 of 23");
    assert_eq!(ticked(page), ["scope-named"]);
    page.click("#raw-kept input");
    page.click("[data-do=mine]");
    assert_eq!(ticked(page), ["stop-switch"]);
    visit.open(&shared);
    page.click("[data-do=add]");
    page.reload();
    assert_eq!(ticked(page), ["scope-named", "stop-switch"]);
}

#[test]
fn a_shared_list_can_be_passed_on_with_changes() {
    let Some(visit) = visit(DESK) else { return };
    // Old links still work; values in them that cannot be decoded are ignored.
    let page = visit.open(&format!("{LIST}#ticks=scope-named,%E0%A4%A"));
    page.wait_for_text("[data-part=shared-text]", "1 of 23");
    page.click("#raw-kept input");
    assert!(page.url().ends_with("?ticks=scope-named,raw-kept"), "{}", page.url());
    page.click(".contents-path li:last-child a");
    page.click("[data-language-switch]");
    page.wait_until("document.documentElement.lang === 'ko'");
    assert_eq!(ticked(page), ["scope-named", "raw-kept"]);
    assert!(page.is_shown(".ticks-shared"));
    page.click("[data-do=mine]");
    assert_eq!(ticked(page), Vec::<String>::new());
}

#[test]
fn the_menu_for_saving_closes_by_itself() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open(LIST);
    let open = || page.ask("document.querySelector('.ticks-more').open");
    page.click(".ticks-more summary");
    assert_eq!(open(), json!(true));
    page.press(&[Key::Escape]);
    assert_eq!(open(), json!(false));
    page.click(".ticks-more summary");
    page.click_without_scrolling(".site-header");
    assert_eq!(open(), json!(false));
}

#[test]
fn a_list_of_checklists_shows_the_progress_of_each() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    page.click("#scope-named input");
    let card = "[data-place='checklists/pre-launch']";
    for path in ["/en/", "/en/checklists/"] {
        assert_eq!(visit.open(path).text(card), "1 of 23 ticked");
    }
    assert!(page.text("[data-place='checklists/incident-and-rollback']").ends_with(" items"));
}

#[test]
fn full_storage_is_reported() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    assert!(!page.is_shown("[data-part=unkept]"));
    page.ask("Storage.prototype.setItem = () => { throw new DOMException('full') }");
    page.click("#scope-named input");
    assert!(page.is_shown("[data-part=unkept]"));
}

#[test]
fn a_link_is_made_for_others() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    page.click("#scope-named input");
    page.click("#stop-switch input");
    page.click(".ticks-more summary");
    page.click("[data-do=share]");
    let link = page.wait_for_string(
        "document.querySelector('.ticks-link').value",
        crate::support::browser::PATIENCE,
    );
    assert_eq!(link, visit.address(&format!("{LIST}?ticks=scope-named,stop-switch")));
    page.wait_until("document.querySelector('[data-part=told]').textContent");
}

#[test]
fn a_list_is_saved_as_markdown_and_csv() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LISTE);
    page.click("#rules-testable input");
    page.click(".ticks-more summary");
    page.click("[data-do=markdown]");
    let markdown = String::from_utf8(page.downloaded("pre-launch.md")).expect("text");
    assert!(markdown.starts_with("# 출시 전 체크리스트\n\n## 범위와 경계\n\n- [ ] "), "{markdown}");
    assert_eq!(markdown.matches("- [x] ").count(), 1);
    assert_eq!(markdown.matches("- [ ] ").count(), 22);
    assert!(!markdown.contains("{#"));
    page.click("[data-do=csv]");
    let csv = String::from_utf8(page.downloaded("pre-launch.csv")).expect("text");
    assert!(csv.starts_with("\u{feff}\"절\",\"항목\",\"완료\"\r\n"), "{csv}");
    assert_eq!(csv.matches(",\"예\"\r\n").count(), 1);
    assert_eq!(csv.lines().count(), 24);
}

#[test]
fn ticks_are_printed() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(LIST);
    page.click("#scope-named input");
    page.media("print");
    let mark = |id: &str| {
        format!("getComputedStyle(document.querySelector('#{id} input'), '::before').scale")
    };
    page.wait_until(&format!("{} === '1'", mark("scope-named")));
    assert_eq!(page.ask(&mark("rules-testable")), json!("0"));
    let exact = "getComputedStyle(document.querySelector('.task input')).printColorAdjust";
    assert_eq!(page.ask(exact), json!("exact"));
    assert!(!page.is_shown("[data-part=count]"), "the boxes say it");
}

#[test]
fn without_storage_the_page_says_so() {
    let Some(visit) = visit(Reader { storage: false, ..PHONE }) else { return };
    let page = visit.open(LIST);
    assert!(page.text("[data-part=unkept]").contains("keeps nothing"));
    page.click("#scope-named label");
    assert_eq!(count(page), "1 of 23 done");
    page.click(".ticks-more summary");
    page.click("[data-do=markdown]");
    let markdown = String::from_utf8(page.downloaded("pre-launch.md")).expect("text");
    assert_eq!(markdown.matches("- [x] ").count(), 1);
}

#[test]
fn without_scripts_there_are_no_dead_buttons() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open(LISTE);
    assert_eq!(page.count(".ticks"), 0);
    assert_eq!(page.count("main button"), 0);
    page.click("#scope-named label");
    assert_eq!(ticked(page), ["scope-named"]);
    assert_eq!(page.overflow(), 0);
}
