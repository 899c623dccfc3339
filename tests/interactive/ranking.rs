//! Rankings: the reader changes the weights, and the order follows.

use serde_json::json;

use super::visit;
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const RANKING: &str = "/en/rankings/where-to-automate-first/";

/// Returns the items in the shown order, with their totals and the reasons for their ranks.
fn order(browser: &Browser) -> Vec<[String; 5]> {
    let rows = "[...document.querySelectorAll('.ranked > li')].map((e) => [e.id, \
                e.querySelector('[data-part=total]').textContent, \
                e.querySelector('.ranked-standing').textContent, \
                e.querySelector('[data-part=fill]').getAttribute('width'), \
                e.querySelector('.ranked-gate:not([hidden])')?.innerText ?? ''])";
    serde_json::from_value(browser.ask(rows)).expect("rows")
}

fn ids(browser: &Browser) -> Vec<String> {
    order(browser).into_iter().map(|[id, ..]| id).collect()
}

#[test]
fn scripts_compute_the_same_as_the_build() {
    for lang in ["en", "ko"] {
        for slug in ["where-to-automate-first", "which-evidence-first"] {
            let path = format!("/{lang}/rankings/{slug}/");
            let Some(without) = visit(Reader { scripts: false, ..DESK }) else { return };
            let built = order(without.open(&path));
            drop(without);
            let Some(with) = visit(DESK) else { return };
            assert_eq!(order(with.open(&path)), built, "{path}");
        }
    }
}

#[test]
fn a_preset_and_a_slider_move_the_order() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(RANKING);
    let before = ids(page);
    page.click(".chip:has([value=operations])");
    page.wait_until("location.search === '?weights=operations'");
    page.wait_until("document.querySelector('.weights [role=status]').textContent");
    assert_eq!(page.ask("document.querySelector('#widget-weight-volume').value"), json!("3"));
    // Only data safety counts: the public answers come first.
    for id in ["reversibility", "customer-impact", "measurability", "volume"] {
        page.tab_to(&format!("#widget-weight-{id}"));
        page.press(&[Key::Home]);
    }
    let after = order(page);
    assert_ne!(before, ids(page));
    assert_eq!(after[0][0], "low-risk-faq");
    assert_eq!(after[0][1], "5.0");
    assert!(after[0][2].starts_with("1.00 ahead of “"), "{:?}", after[0]);
    assert!(after[0][2].contains("Data safety"));
    assert_eq!(page.count(".chip input:checked"), 0);
    page.wait_for_text(".weights [role=status]", "Low-risk FAQ");
    assert!(page.text(".criteria").contains("weight 0"));
}

#[test]
fn the_last_change_is_announced() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(RANKING);
    let status = ".weights [role=status]";
    // Two steps before the reader pauses; the second alone changes nothing.
    page.ask("document.querySelector('[value=operations]').click()");
    let set = |id: &str, value: u8| {
        page.ask(&format!(
            "((f) => {{ f.value = {value}; f.dispatchEvent(new Event('input', {{ bubbles: true }})); }})(document.querySelector('#widget-weight-{id}'))"
        ));
    };
    let ids_of = ["reversibility", "customer-impact", "measurability", "volume"];
    ids_of.iter().for_each(|id| set(id, 0));
    set("data-sensitivity", 4);
    page.wait_for_text(status, "Places changed");
    set("data-sensitivity", 0);
    page.wait_for_text(status, "Every weight is 0");
    // An address with weights causes no visible movement.
    visit.open(&format!("{RANKING}?weights=0,0,0,0,5"));
    assert_eq!(page.ask("document.querySelector('.ranked').getAnimations({ subtree: true }).filter((a) => !a.animationName).length"), json!(0));
}

#[test]
fn the_address_carries_the_weights() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open("/ko/rankings/where-to-automate-first/?weights=0,0,0,0,5");
    assert_eq!(ids(page)[0], "low-risk-faq");
    let moved = ids(page);
    // Also in the other language.
    page.click("[data-language-switch]");
    let loaded = "document.documentElement.lang === 'en' && document.readyState === 'complete'";
    page.wait_until(loaded);
    assert!(page.url().contains("?weights=0,0,0,0,5"), "{}", page.url());
    assert_eq!(ids(page), moved);
    page.reload();
    assert_eq!(ids(page), moved);
    page.click(".chip:has([value=default])");
    assert!(!page.url().contains('?'), "{}", page.url());
    assert_eq!(page.overflow(), 0);
    for nonsense in ["?weights=9,9,9,9,9", "?weights=1", "?weights=x"] {
        visit.open(&format!("{RANKING}{nonsense}"));
        assert_eq!(page.ask("document.querySelector('[value=default]').checked"), json!(true));
    }
}

/// The named levels, each with its first item.
const LEVELS: &str = "[...document.querySelectorAll('.ranked-level:not([hidden])')].map((e) => \
    [e.closest('li').id, e.querySelector('span:not([hidden])').textContent.trim()])";

/// The dots of the map: item, rank, and position.
const DOTS: &str = "[...document.querySelectorAll('.map-dots a')].map((e) => \
    [e.dataset.item, e.textContent.trim(), e.getAttribute('transform').replace(/[^0-9]+/g, ' ').trim(), e.getAttribute('class')]).sort()";

#[test]
fn levels_and_dots_follow_the_weights() {
    let levels = json!([
        ["tagging-routing", "Hand over first"],
        ["low-risk-faq", "With care"],
        ["refunds", "People"]
    ]);
    let Some(visit_without) = visit(Reader { scripts: false, ..DESK }) else { return };
    let page = visit_without.open(RANKING);
    assert_eq!(page.ask(LEVELS), levels);
    let built = page.ask(DOTS);
    drop(visit_without);
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(RANKING);
    assert_eq!(page.ask(LEVELS), levels);
    assert_eq!(page.ask(DOTS), built, "scripts place dots as the build does");
    visit.open(&format!("{RANKING}?weights=0,0,0,0,5"));
    assert_ne!(page.ask(DOTS), built);
    assert_eq!(page.ask(LEVELS)[0], json!(["low-risk-faq", "Hand over first"]));
    // The table agrees with the dots.
    let rows = "[...document.querySelectorAll('.map-table tbody tr')].map((e) => e.dataset.item)";
    let ranked: Vec<String> = serde_json::from_value(page.ask(rows)).expect("rows");
    assert_eq!(ranked, ids(page));
    let apart = "(() => { const dots = [...document.querySelectorAll('.map-dots a')].map((e) => e.getAttribute('transform').match(/\\d+/g).map(Number)); \
        return Math.min(...dots.flatMap(([a, b], at) => dots.slice(at + 1).map(([c, d]) => Math.hypot(a - c, b - d)))); })()";
    assert!(page.ask(apart).as_f64().is_some_and(|apart| apart >= 30.0));
}

#[test]
fn a_small_gap_is_called_practically_equal() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(RANKING);
    let standing = order(page).into_iter().find(|[id, ..]| id == "reply-drafting");
    let near = "Practically equal to “Internal notes”";
    assert!(standing.is_some_and(|[_, _, words, ..]| words.starts_with(near)));
    page.click(".chip:has([value=operations])");
    page.wait_for_text(".weights [role=status]", "stays first");
}

#[test]
fn five_bars_are_one_row_and_on_a_phone_open_with_the_reasons() {
    let Some(visit) = visit(PHONE) else { return };
    for lang in ["en", "ko"] {
        for width in [360, 600, 1280] {
            visit.browser.resize(width, 740);
            let page = visit.open(&format!("/{lang}/rankings/where-to-automate-first/"));
            let bars = "(() => { const boxes = [...document.querySelector('.scores').children].map((e) => e.getBoundingClientRect()); \
                return [new Set(boxes.map(({ bottom }) => Math.round(bottom))).size, Math.max(...boxes.map(({ width }) => width)) - Math.min(...boxes.map(({ width }) => width)) < 1]; })()";
            let bars = page.ask(bars);
            if width > 360 {
                assert_eq!(bars, json!([1, true]), "{lang} at {width}");
            } else {
                let height = "document.querySelector('.ranked').offsetHeight";
                assert!(page.ask(height).as_f64().is_some_and(|h| h <= 1.5 * 740.0), "{lang}");
                let top = "document.querySelector('.ranked').getBoundingClientRect().top + scrollY";
                assert!(page.ask(top).as_f64().is_some_and(|top| top <= 900.0), "{lang}");
                assert!(!page.is_shown(".sliders") && !page.is_shown(".map"), "{lang}");
                assert!(!page.is_shown(".scores"), "{lang}");
                page.click(".ranked-why summary");
                assert!(page.is_shown(".scores"), "{lang}");
            }
        }
    }
}

#[test]
fn the_method_is_one_tap_away() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(RANKING);
    page.click(".weights-foot a");
    assert!(page.url().ends_with("#criteria"));
    assert_eq!(page.count(".contents a[href='#criteria']"), 3);
}

#[test]
fn without_scripts_the_table_is_complete() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open(RANKING);
    assert_eq!((page.count(".weights"), page.count("main input")), (0, 0));
    assert_eq!(order(page).len(), 10);
}
