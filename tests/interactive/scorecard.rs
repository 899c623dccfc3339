//! The scorecard: marks, totals, a verdict with its reasons, and how they can be saved.

use serde_json::json;

use giljabi::fluent::Particle;

use super::visit;
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const CARD: &str = "/en/pages/scorecard/";

/// Sets fields by name in the way that typing does.
fn fill(browser: &Browser, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        let field = format!("document.querySelector('[name=\"{name}\"]')");
        let value = json!(value);
        browser.ask(&format!(
            "((f) => {{ if (f.type === 'radio') return document.querySelector(`[name=\"${{f.name}}\"][value=\"${{{value}}}\"]`).click(); f.value = {value}; f.dispatchEvent(new Event('input', {{ bubbles: true }})); }})({field})"
        ));
    }
}

/// Marks every sample of the candidate `at` with the same quality and minutes.
fn mark(browser: &Browser, at: u8, quality: &str, minutes: &str) {
    for sample in 1..=10 {
        let quality = (format!("quality-{at}-{sample}"), quality);
        let minutes = (format!("minutes-{at}-{sample}"), minutes);
        fill(browser, &[(&quality.0, quality.1), (&minutes.0, minutes.1)]);
    }
}

fn reasons(browser: &Browser) -> Vec<String> {
    let lines = "[...document.querySelectorAll('.reasons li')].map((e) => e.textContent)";
    serde_json::from_value(browser.ask(lines)).expect("lines")
}

#[test]
fn a_faster_candidate_with_a_critical_failure_does_not_win() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(CARD);
    assert!(page.text(".verdict").starts_with("Mark at least two candidates"));
    fill(page, &[("name-0", "Alpha"), ("name-1", "Beta")]);
    mark(page, 0, "4", "6");
    mark(page, 1, "4", "2.5");
    assert!(page.text(".verdict").starts_with("“Beta” comes next"));
    page.click("[name=critical-1-7]");
    assert_eq!(
        page.text(".verdict"),
        "“Alpha” comes next: the only one without a critical failure."
    );
    assert_eq!(
        reasons(page),
        ["“Beta” is faster to repair, but has a critical failure in a high-risk sample."]
    );
    assert_eq!(page.text("[data-total=minutes-1]"), "25");
    assert_eq!(page.text("[data-total=critical-1]"), "1");
    page.click("[name=critical-0-1]");
    assert!(page.text(".verdict").starts_with("None is ready"));
}

#[test]
fn korean_names_get_their_particles() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/pages/scorecard/");
    fill(page, &[("name-0", "한빛"), ("name-1", "모델 B(시험)")]);
    mark(page, 0, "5", "6");
    mark(page, 1, "4", "2");
    assert_eq!(
        page.text(".verdict"),
        "‘한빛’\u{2060}은 품질이 더 높고 ‘모델 B(시험)’\u{2060}는 수정 시간이 더 짧으며, 둘 다 치명적 실패가 없습니다. 이 업무에서는 어느 쪽이 더 중요합니까?"
    );
    page.click("[name=critical-1-9]");
    assert_eq!(
        reasons(page)[0],
        "‘모델 B(시험)’\u{2060}는 수정 시간이 더 짧지만 언어·형식이 엄격한 샘플에서 치명적 실패가 나왔습니다."
    );
}

#[test]
fn particles_are_the_same_as_in_the_build() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open("/ko/pages/scorecard/");
    let words = [
        "가이드",
        "책",
        "서울",
        "모델 B(시험)",
        "마크다운(Markdown)",
        "[초안]",
        "AI",
        "URL",
        "CRM",
        "DNS",
        "png",
        "html",
        "model",
        "title",
        "name",
        "type",
        "page",
        "test",
        "bot",
        "chat",
        "Alpha",
        "back",
        "app",
        "ping",
        "1",
        "2",
        "3",
        "10",
        "v2",
        "95%",
        "20℃",
        "“따옴표”",
        "끝.",
        "😀",
        "漢字",
        "",
        "(빈)",
        "a)",
        "ㅋ",
    ];
    let script = page.ask("document.querySelector('script[src*=scorecard]').src");
    let script = script.as_str().expect("an address").to_owned();
    let module = format!("{}particle.js", &script[..script.rfind('/').expect("a folder") + 1]);
    for pair in ["은/는", "이/가", "을/를", "과/와", "이라고/라고"] {
        let particle = Particle::from_pair(pair).expect("a pair");
        let expected: Vec<&str> = words.iter().map(|word| particle.after(word)).collect();
        let found = page.ask(&format!(
            "import({}).then((m) => {}.map((word) => m.particle(word, {})))",
            json!(module),
            json!(&words[..]),
            json!(pair)
        ));
        assert_eq!(found, json!(expected), "{pair}");
    }
}

#[test]
fn marks_are_kept_on_the_device_and_nowhere_else() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(CARD);
    assert!(page.text(".scorecard-private").contains("stays in this browser"));
    page.click("[name=name-0]");
    page.type_text("하나");
    page.tab_to("[name=quality-0-1]");
    page.press(&[Key::Space]);
    (0..3).for_each(|_| page.press(&[Key::Right]));
    page.press(&[Key::Tab]);
    page.type_text("3");
    page.press(&[Key::Tab, Key::Space]);
    visit.open("/ko/pages/scorecard/");
    let field = |name: &str| page.ask(&format!("document.querySelector('[name={name}]').value"));
    assert_eq!(field("name-0"), json!("하나"));
    let quality = page.ask("document.querySelector('[name=quality-0-1]:checked').value");
    assert_eq!((quality, field("minutes-0-1")), (json!("4"), json!("3")));
    assert_eq!(page.ask("document.querySelector('[name=critical-0-1]').checked"), json!(true));
    // Only the page's own files were requested.
    let foreign = "performance.getEntriesByType('resource').filter((e) => !e.name.startsWith(location.origin + '/guide/') || e.initiatorType === 'fetch').map((e) => e.name)";
    assert_eq!(page.ask(foreign), json!([]));
    page.click("[data-do=clear]");
    assert_eq!(field("name-0"), json!(""));
    page.press(&[Key::Enter]);
    assert_eq!(field("name-0"), json!("하나"));
}

#[test]
fn the_card_is_saved_as_csv() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open(CARD);
    fill(
        page,
        &[("name-0", "=HYPERLINK(\"x\")"), ("name-1", "Beta"), ("note-1", "late \"parcel\"")],
    );
    mark(page, 0, "4", "6");
    mark(page, 1, "5", "2");
    page.click("[data-do=csv]");
    let csv = String::from_utf8(page.downloaded("scorecard.csv")).expect("text");
    assert!(csv.starts_with("\u{feff}\"Sample\",\"Sample in short\",\"'=HYPERLINK"), "{csv}");
    assert!(
        csv.contains("\"Normal 1\",\"late \"\"parcel\"\"\",\"4\",\"6\",\"no\",\"5\",\"2\",\"no\"")
    );
    assert!(csv.contains("\"Verdict\",\"“Beta” comes next"));
    // There are two candidates, and every row is as wide as the first.
    let widths: Vec<usize> = csv.lines().map(|line| line.matches("\",\"").count()).collect();
    assert!(widths.iter().all(|width| *width == 7), "{widths:?}");
    assert_eq!(page.overflow(), 0);
}

#[test]
fn no_candidate_is_named_with_few_marks() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(CARD);
    let mark_one = |at: u8, sample: u8, quality: &str, minutes: &str| {
        let quality = (format!("quality-{at}-{sample}"), quality);
        let minutes = (format!("minutes-{at}-{sample}"), minutes);
        fill(page, &[(&quality.0, quality.1), (&minutes.0, minutes.1)]);
    };
    mark_one(0, 1, "5", "1");
    mark_one(1, 2, "2", "9");
    assert_eq!(
        page.text(".verdict"),
        "Too early to name anyone: A and B must first be marked on every sample of the group “High-risk”."
    );
    for at in [0, 1] {
        mark_one(at, 7, "4", "5");
        mark_one(at, 8, "4", "5");
    }
    // Only samples that are marked for both are compared: in those they are equal.
    assert!(page.text(".verdict").starts_with("So far, on the 2 of 10 samples"));
    assert!(page.text(".verdict").contains("A and B are equal"), "{}", page.text(".verdict"));
    assert!(page.is_shown(".scorecard-dock"));
    // A critical failure counts even by itself.
    page.click("[name=critical-1-3]");
    assert!(page.text(".verdict").contains("A comes next: the only one"));
    assert_eq!(reasons(page)[0], "B has a critical failure in a normal sample.");
}

#[test]
fn candidates_are_distinguished_and_a_third_can_be_added() {
    let Some(visit) = visit(PHONE) else { return };
    let page = visit.open(CARD);
    assert!(!page.is_shown("[name=name-2]"));
    fill(page, &[("name-0", "Model"), ("name-1", "model")]);
    assert_eq!(page.text(".sample-candidate[data-name='0']"), "Model (A)");
    // A note on the second sample is no mark of the third candidate.
    fill(page, &[("note-2", "late parcel")]);
    page.reload();
    assert!(!page.is_shown("[name=name-2]"));
    page.click(".candidate-more");
    fill(page, &[("name-2", "Third"), ("minutes-2-1", "1500")]);
    assert_eq!(page.text(".sample-candidate[data-name='2']"), "Third");
    assert!(page.text("[data-part=invalid]").contains("0 to 999"));
    assert_eq!(page.count("[aria-invalid=true]"), 1);
    // On a phone, all but the first are folded.
    assert_eq!(page.count(".sample[open]"), 1);
    assert_eq!(page.overflow(), 0);
    page.reload();
    assert!(page.is_shown("[name=name-2]"));
}

#[test]
fn it_is_printed_as_one_table() {
    let Some(visit) = visit(DESK) else { return };
    let page = visit.open(CARD);
    page.media("print");
    assert!(page.is_shown(".handout-how") && !page.is_shown(".verdict"));
    assert!(page.is_shown(".handout td:nth-child(10)"), "an empty sheet has room for three");
    fill(page, &[("name-0", "Alpha"), ("note-1", "late parcel")]);
    mark(page, 0, "4", "6");
    assert!(page.is_shown(".verdict") && !page.is_shown(".handout td:nth-child(10)"));
    assert!(page.text(".handout tbody tr:nth-child(3)").contains("late parcel"));
    let cells = |row: u8| {
        let cells = format!(".handout tbody tr:nth-child({row}) td");
        page.ask(&format!(
            "[...document.querySelectorAll('{cells}')].slice(0, 4).map((e) => e.textContent)"
        ))
    };
    assert_eq!((cells(1), cells(11)), (json!(["4", "6", "", ""]), json!(["4", "60", "0", ""])));
}

#[test]
fn without_scripts_it_is_a_form_to_fill_in_and_print() {
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open("/ko/pages/scorecard/");
    assert_eq!((page.count(".sample"), page.count(".handout tbody tr")), (10, 11));
    assert!(!page.is_shown("[data-do=csv]"), "nothing is dead");
    assert_eq!(page.text(".scorecard-private"), "어디로도 보내지 않습니다.");
    page.click(".candidate-more");
    assert!(page.is_shown("[name=name-2]"));
    assert_eq!(page.overflow(), 0);
}

#[test]
fn without_storage_it_says_so_and_works() {
    let Some(visit) = visit(Reader { storage: false, ..DESK }) else { return };
    let page = visit.open("/ko/pages/scorecard/");
    assert!(page.text("[data-part=unkept]").contains("저장하지 않으므로"));
    mark(page, 0, "4", "6");
    mark(page, 1, "5", "2");
    assert!(page.text(".verdict").starts_with("다음으로 갈 후보는 B입니다"));
}

#[test]
fn every_field_is_in_view_at_every_width() {
    let Some(visit) = visit(DESK) else { return };
    let edges = |page: &Browser, css: &str| {
        page.ask(&format!("[...document.querySelectorAll('{css}')].filter((e) => e.offsetParent).map((e) => Math.round(e.getBoundingClientRect().left))"))
    };
    for lang in ["ko", "en"] {
        let page = visit.open(&format!("/{lang}/pages/scorecard/"));
        for candidates in [2, 3] {
            for width in [1100, 1280, 1366, 1440] {
                let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
                page.devtools("Emulation.setDeviceMetricsOverride", size);
                let out = "((edge) => [...document.querySelectorAll('.scorecard input')].filter((e) => e.getBoundingClientRect().right > edge).map((e) => e.name))(document.querySelector('.samples').getBoundingClientRect().right)";
                assert_eq!(page.ask(out), json!([]), "{lang}, {candidates} at {width}");
                // The label of each column is above it.
                let heads = edges(page, ".samples-of");
                let fields = edges(page, ".sample:first-of-type .sample-marks");
                assert!(
                    heads == json!([]) || heads == fields,
                    "{lang}, {candidates} at {width}: {heads} {fields}"
                );
            }
            page.click(".candidate-more");
        }
        page.ask("localStorage.clear()");
    }
}
