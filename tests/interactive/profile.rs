//! Profiles: the reader's progress on the path and on the checklists.

use serde_json::json;

use super::visit;
use crate::support::browser::{DESK, Key, Reader};

const PROFILE: &str = "/en/profiles/procurement/";
const STEP: &str = "[data-place='guides/reading-benchmarks']";

#[test]
fn steps_are_remembered_in_both_languages() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(PROFILE);
    assert_eq!(page.text(".path-summary [data-part=count]"), "0 of 6 steps done");
    page.click(&format!("{STEP} .step-done"));
    page.tab_to("[data-place='guides/ten-sample-retest'] .step-done input");
    page.press(&[Key::Space]);
    visit.open("/ko/profiles/procurement/");
    assert_eq!(page.text(".path-summary [data-part=count]"), "6단계 중 2단계 완료");
    assert_eq!(page.count(".path .done"), 2);
    // The gate opens when everything is done.
    assert_eq!(page.count(".path-summary.complete"), 0);
    for at in 1..=6 {
        let step = format!(".path > ol > li:nth-child({at}):not(.done) .step-done");
        if page.count(&step) == 1 {
            page.click(&step);
        }
    }
    assert_eq!(page.count(".path-summary.complete"), 1);
    // The same guide is done on the paths of other profiles too.
    visit.open("/ko/profiles/product/");
    assert_eq!(page.count("[data-place='guides/ten-sample-retest'].done"), 1);
}

#[test]
fn a_step_shows_the_progress_of_its_list() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/checklists/pre-launch/");
    page.click("#scope-named input");
    page.click("#stop-switch input");
    visit.open(PROFILE);
    let ticks = "[data-place='checklists/pre-launch'] [data-part=ticks]";
    assert_eq!(page.text(ticks), "2 of 23 ticked");
    // The profile's own questions can be ticked as well.
    page.click("#ask-scope input");
    page.reload();
    assert_eq!(page.text(".ticks [data-part=count]"), "1 of 8 done");
}

#[test]
fn without_scripts_or_storage_the_path_is_complete() {
    let Some(visit) = visit(Reader { scripts: false, ..DESK }) else { return };
    let page = visit.open(PROFILE);
    assert_eq!((page.count(".path > ol > li"), page.count(".step-done")), (6, 6));
    assert_eq!(page.text(".path-summary [data-part=count]"), "0 of 6 steps done");
    drop(visit);
    let Some(visit) = super::visit(Reader { storage: false, ..DESK }) else { return };
    let page = visit.open(PROFILE);
    page.click(&format!("{STEP} .step-done"));
    assert_eq!(page.text(".path-summary [data-part=count]"), "1 of 6 steps done");
    let told = "document.querySelector('.path-summary [data-part=unkept]').hidden";
    assert_eq!(page.ask(told), json!(false));
}
