//! Practice: cases judged by mouse, by keyboard and by an address, on paper and without
//! scripts.

use serde_json::{Value, json};

use super::visit;
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const GUIDE: [&str; 2] = ["/en/guides/customer-service/", "/ko/guides/customer-service/"];
/// The visible case.
const CASE: &str = ".practice-case:not(.practice-away)";

/// Checks whether the verdict on a case is out of sight or covered.
const COVERED: &str = r#"(() => {
    const head = document.querySelector('.practice-case:not(.practice-away) .practice-head');
    const { left, top, width, bottom } = head.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width * part, (top + bottom) / 2));
    return points.some((found) => !head.contains(found));
})()"#;

/// Returns the structure that the page contains for its script.
fn file(page: &Browser) -> Value {
    let file = page.ask("document.querySelector('.practice').dataset.practice");
    serde_json::from_str(file.as_str().expect("a structure")).expect("JSON")
}

fn right(file: &Value) -> Vec<u64> {
    let cases = file["cases"].as_array().expect("cases");
    cases.iter().map(|case| case["answer"].as_u64().expect("a position")).collect()
}

fn judge(page: &Browser, answer: u64) {
    page.click(&format!("{CASE} .practice-buttons button:nth-child({})", answer + 1));
}

fn continue_on(page: &Browser) {
    page.click(&format!("{CASE} .practice-actions button"));
}

#[test]
fn ten_cases_are_judged_in_both_languages_and_the_mistakes_have_a_pattern() {
    let Some(visit) = visit(PHONE) else { return };
    for path in GUIDE {
        let page = visit.open(path);
        let file = file(page);
        let right = right(&file);
        assert_eq!((right.len(), page.count(CASE)), (10, 0), "nothing is open before it begins");
        page.click(".practice-begin button");
        for (at, answer) in right.iter().enumerate() {
            // The second case is judged wrongly.
            judge(page, if at == 1 { (answer + 1) % 3 } else { *answer });
            let missed = page.count(&format!("{CASE} .practice-head.practice-miss"));
            assert_eq!(missed, u64::from(at == 1), "{at}");
            let lesson = file["cases"][at]["lesson"].as_str().expect("words");
            assert_eq!(page.text(&format!("{CASE} .practice-lesson")), lesson);
            let marks = page.count(&format!("{CASE} mark"));
            assert_eq!(marks > 0, *answer != 0, "only what breaks a rule is marked");
            assert_eq!(page.overflow(), 0);
            assert_eq!(page.count(&format!("{CASE} .practice-said")), 1, "each text stands once");
            let covered = page.ask(COVERED);
            assert_eq!(covered, json!(false), "{at}: the verdict is in sight");
            continue_on(page);
        }
        let score = page.text(".practice-result h3");
        assert!(score.contains("10") && score.contains('9'), "{score}");
        assert_eq!(page.count(".practice-result > ul > li"), 2, "what was chosen, and the rule");
        assert_eq!(page.count(".practice-all > .practice-miss"), 1);
        assert_eq!(page.overflow(), 0);
        // The result links to its cases, and they link back.
        assert!(page.text(".practice-all > .practice-miss button").starts_with("2. "));
        page.click(".practice-all > .practice-miss button");
        assert!(page.text(&format!("{CASE} h3")).contains('2'));
        assert!(page.is_shown(&format!("{CASE} .practice-head.practice-miss")));
        continue_on(page);
        assert_eq!(page.text(".practice-result h3"), score);
        // The address shows the same result to everyone.
        let shared = page.url();
        let other = visit.open("/en/").url();
        assert_ne!(shared, other);
        page.go(&shared);
        assert_eq!(page.text(".practice-result h3"), score);
        assert!(page.is_shown(".practice-received"));
    }
}

#[test]
fn a_result_is_the_same_in_the_other_language() {
    let Some(visit) = visit(DESK) else { return };
    let english = file(visit.open(GUIDE[0]));
    let korean = file(visit.open(GUIDE[1]));
    assert_eq!(english["stamp"], korean["stamp"]);
    assert_eq!(right(&english), right(&korean));
    let page = visit.open(GUIDE[0]);
    page.click(".practice-begin button");
    judge(page, 0);
    page.ask("document.querySelector('[data-language-switch]').focus()");
    page.press(&[Key::Enter]);
    page.wait_until("document.documentElement.lang === 'ko'");
    assert!(page.text(&format!("{CASE} h3")).contains("2/10"), "the second case waits");
}

#[test]
fn a_keyboard_is_enough_and_the_focus_follows() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(GUIDE[0]);
    page.tab_to(".practice-begin button");
    page.press(&[Key::Enter]);
    assert_eq!(page.ask("document.activeElement.textContent"), json!("Case 1 of 10"));
    page.tab_to(".practice-buttons button");
    page.press(&[Key::Space]);
    assert_eq!(page.ask("document.activeElement.className"), json!("practice-head practice-hit"));
    page.tab_to(".practice-actions button");
    page.press(&[Key::Enter]);
    assert_eq!(page.ask("document.activeElement.textContent"), json!("Case 2 of 10"));
    page.back();
    page.wait_until(
        "document.querySelector('.practice-case:not(.practice-away) h3').textContent !== 'Case 3 of 10'",
    );
}

#[test]
fn the_address_of_another_part_of_the_page_leaves_the_judgements() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/en/guides/customer-service/");
    page.click(".practice-begin button");
    judge(page, 0);
    page.ask("location.hash = 'boundaries'");
    page.wait_until("location.hash === '#boundaries'");
    assert_eq!(page.count(".practice-case:not(.practice-away)"), 1);
    assert!(!page.is_shown(".practice-begin"));
}

#[test]
fn an_invalid_address_is_reported() {
    let Some(visit) = visit(DESK) else { return };
    for (answers, words) in [
        ("1.zzzzz.1", "have changed since"),
        ("2.zzzzz.1", "cannot be read"),
        ("%3Cimg%20src=x%20onerror=alert(1)%3E", "cannot be read"),
    ] {
        visit.open("/en/");
        let page = visit.open(&format!("{}#may-this-be-sent={answers}", GUIDE[0]));
        assert!(page.text(".practice-told").contains(words), "{answers}");
        assert!(page.is_shown(".practice-begin"));
    }
}

#[test]
fn without_scripts_it_is_a_worksheet_with_its_answers_after_it() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    for path in GUIDE {
        let page = visit.open(path);
        assert_eq!((page.count(".practice-case"), page.count(".practice-solution")), (10, 10));
        assert!(!page.is_shown(".practice-case"), "the cases are folded");
        page.click(".practice-fold > summary");
        assert!(page.is_shown(".practice-case:last-child .practice-choices"));
        assert!(!page.is_shown(".practice-solution"), "the answers are folded");
        page.click(".practice-solutions > summary");
        assert!(page.is_shown(".practice-solution mark"));
        assert_eq!(page.overflow(), 0);
    }
}

#[test]
fn it_is_printed_with_the_answers_on_the_next_sheet() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(GUIDE[0]);
    page.click(".practice-begin button");
    page.media("print");
    let shown = "[...document.querySelectorAll('.practice-case')].filter((e) => e.checkVisibility()).length";
    assert_eq!(page.ask(shown), json!(10), "all cases, wherever the reader is");
    assert!(page.is_shown(".practice-choices") && !page.is_shown(".practice-buttons"));
    assert!(page.is_shown(".practice-solution"));
    let breaks = "getComputedStyle(document.querySelector('.practice-solutions')).breakBefore";
    assert_eq!(page.ask(breaks), json!("page"));
}
