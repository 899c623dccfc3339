//! The team's record: it collects what the pages store, is saved as a file, and is restored on
//! another device. Also the changes since a page was read.

use serde_json::{Value, json};

use super::{Visit, reading::weight, visit};
use crate::support::browser::{Browser, DESK, Key, PHONE, Reader};

const RECORD: &str = "/en/pages/record/";
const NOTED: &str = "/ko/pages/record/";

/// Returns everything that is stored, by name.
fn stored(page: &Browser) -> Value {
    page.ask("Object.fromEntries(Object.entries(localStorage).map(([name, value]) => [name, JSON.parse(value)]))")
}

fn open<'v>(visit: &'v Visit, path: &str) -> &'v Browser {
    let page = visit.open(path);
    page.wait_until("document.querySelector('.record').dataset.ready");
    page
}

/// Sets the value of a field in the way that typing does.
fn set(page: &Browser, name: &str, value: &str) {
    page.ask(&format!(
        "((field) => {{ field.value = {}; field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})(document.querySelector('[name={name}]'))",
        json!(value)
    ));
}

/// Walks through the decision by its last answers to a result.
const TO_THE_END: &str = "(() => { \
    const root = document.querySelector('.walk'); \
    for (let steps = 0; steps < 20; steps += 1) { \
        const here = root.querySelector('[data-node]:not([hidden])'); \
        if (here.matches('.walk-verdict')) return here.querySelector('h2').textContent; \
        const number = here.querySelector('input[type=number]'); \
        if (number) number.value = number.min; \
        (here.querySelector('.walk-continue') ?? [...here.querySelectorAll('a.walk-answer')].at(-1)).click(); \
    } })()";

/// Visits the pages as a reader who uses everything that the record collects.
fn used(visit: &Visit) -> Value {
    let page = visit.open("/en/decisions/customer-service/");
    let verdict = page.ask(TO_THE_END);
    assert!(page.is_shown(".walk-kept a"), "the outcome leads to the record");
    let page = visit.open("/en/checklists/pre-launch/");
    page.click("#scope-named input");
    page.click("#stop-switch input");
    let page = visit.open("/en/rankings/where-to-automate-first/");
    page.ask("((slider) => { slider.value = 5; slider.dispatchEvent(new Event('input', { bubbles: true })); })(document.querySelector('#widget-weight-volume'))");
    let page = visit.open("/en/pages/compare/");
    page.click("tbody tr:nth-child(3) label");
    let page = visit.open("/en/pages/scorecard/");
    set(page, "name-0", "Alpha");
    page.click("[name=critical-0-7]");
    let page = open(visit, RECORD);
    for (name, value) in [
        ("decision", "Drafts <b>only</b>, \"for now\""),
        ("team", "Harbour, invented"),
        ("owner", "Jo; Kim"),
        ("date", "2026-11-29"),
        ("review", "2027-03-01"),
        ("note", "One line.\nAnother # line."),
    ] {
        set(page, name, value);
    }
    page.click("[data-do=make]");
    page.wait_for_text("[data-part=made]", "Recorded on");
    verdict
}

/// Opens a file in the page.
fn give(page: &Browser, text: &str) {
    page.ask(&format!(
        "((field) => {{ const files = new DataTransfer(); files.items.add(new File([{}], 'record.json')); field.files = files.files; field.dispatchEvent(new Event('change')); }})(document.querySelector('[type=file]'))",
        json!(text)
    ));
}

/// Presses a button that saves a file, and returns the content of the file.
fn saved(page: &Browser, button: &str, ending: &str) -> String {
    page.click(&format!("[data-do={button}]"));
    let today = page.ask("new Date().toLocaleDateString('sv')");
    let name = format!("record-{}.{ending}", today.as_str().expect("a day"));
    String::from_utf8(page.downloaded(&name)).expect("text")
}

#[test]
fn it_collects_stored_values_in_both_languages() {
    let Some(visit) = visit(PHONE) else { return };
    let verdict = used(&visit);
    for (path, open_points, first) in [(RECORD, "2 of 23 done", "A"), (NOTED, "23개 중 2개", "A")]
    {
        let page = open(&visit, path);
        let kinds = "[...document.querySelectorAll('.record-part')].map((e) => e.className.split('-').at(-1))";
        assert_eq!(
            page.ask(kinds),
            json!(["outcome", "checklist", "weights", "comparison", "scorecard"]),
            "{path}"
        );
        assert!(page.text(".record-part-checklist").contains(open_points));
        assert!(page.text(".record-part-scorecard").contains(first));
        assert_eq!(page.count(".record-part-outcome li"), 1, "a reason for the outcome");
        // The pages themselves are not loaded: the files beside them are enough.
        let pages = "performance.getEntriesByType('resource').filter((e) => e.initiatorType === 'fetch').map((e) => e.name).filter((name) => !name.endsWith('.json'))";
        assert_eq!(page.ask(pages), json!([]));
        assert_eq!(
            page.ask("document.querySelector('[name=team]').value"),
            json!("Harbour, invented")
        );
        assert!(page.count("[data-part=missing] li") >= 1, "open checks are missing");
        assert_eq!(page.overflow(), 0);
    }
    let page = open(&visit, RECORD);
    let shown = page.text(".record-part-outcome .record-verdict");
    assert!(shown.starts_with(verdict.as_str().expect("words")), "{shown}");
}

#[test]
fn an_empty_record_begins_with_a_decision() {
    let Some(visit) = visit(PHONE) else { return };
    for path in [RECORD, NOTED] {
        let page = open(&visit, path);
        assert_eq!(page.count(".record-begin a"), 5, "{path}");
        let above = "document.querySelector('.record-begin').getBoundingClientRect().bottom \
            <= document.querySelector('.record-fields').getBoundingClientRect().top";
        assert_eq!(page.ask(above), json!(true), "{path}");
        let later = [".record-missing", ".record-since", ".record-parts", "[data-do=json]"];
        for css in later.iter().chain(&["[data-do=clear]"]) {
            assert!(!page.is_shown(css), "{path}: {css}");
        }
        assert!(page.is_shown("[data-part=file]"), "{path}: a file can be opened");
    }
    // The first step does not go away above the field that somebody writes into.
    let page = open(&visit, NOTED);
    set(page, "team", "부두");
    assert!(page.is_shown(".record-missing") && page.is_shown(".record-begin"));
    let page = open(&visit, NOTED);
    assert!(page.is_shown(".record-missing") && !page.is_shown(".record-begin"));
    let weighty = "[...document.querySelectorAll('.record .button')].map((e) => e.dataset.do)";
    assert_eq!(page.ask(weighty), json!(["make"]), "one action is the next");
    page.click("[data-do=make]");
    page.wait_for_text("[data-part=made]", "버전과 함께 기록했습니다");
    assert_eq!(page.ask(weighty), json!(["json"]));
}

#[test]
fn a_file_brings_everything_back_on_another_device() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    let before = stored(page);
    let file = saved(page, "json", "json");
    page.ask("localStorage.clear()");
    let page = open(&visit, NOTED);
    assert!(page.is_shown(".record-begin"));
    give(page, &file);
    page.wait_until("!document.querySelector('[data-part=plan]').hidden");
    assert_eq!(page.count("[data-part=plan] > ul > li"), 6, "everything is told before it happens");
    assert_eq!(page.count(".record-part"), 0, "and nothing has happened");
    page.click("[data-part=plan] .button");
    page.wait_until("document.querySelectorAll('.record-part').length === 5");
    let after = stored(page);
    for (name, value) in before.as_object().expect("names") {
        // The list of read pages stays on the device.
        if !name.ends_with(":seen") {
            assert_eq!(after[name], *value, "{name}");
        }
    }
    // The second time, nothing is new and the ticks of the checklist are back.
    give(page, &file);
    page.wait_for_text("[data-part=plan]", "이미 여기에 있습니다");
    let list = visit.open("/ko/checklists/pre-launch/");
    assert_eq!(list.count(".task :checked"), 2);
}

#[test]
fn opening_a_file_lists_its_changes_and_can_be_undone() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    let file = saved(page, "json", "json").replace("Harbour, invented", "Another team");
    let file = file.replace("\"stop-switch\": true", "\"stop-switch\": false");
    give(page, &file);
    page.wait_for_text("[data-part=plan]", "2 of 23 done is replaced by 1 of 23 done");
    page.wait_for_text(
        "[data-part=plan]",
        "Team: here “Harbour, invented”, in the file “Another team”",
    );
    assert!(!page.text("[data-part=plan]").contains("checklists/"), "titles, not names");
    page.click("[data-part=plan] .quiet");
    assert!(page.text("[data-part=told]").contains("Nothing was changed"));
    give(page, &file);
    page.wait_until("!document.querySelector('[data-part=plan]').hidden");
    page.click("[data-part=plan] .button");
    page.wait_until("document.querySelector('[name=team]').value === 'Another team'");
    page.click("[data-part=undo] button");
    page.wait_until("document.querySelector('[name=team]').value === 'Harbour, invented'");
    page.wait_for_text(".record-part-checklist", "2 of 23");
}

#[test]
fn bad_files_change_nothing() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    let before = stored(page);
    for (file, words) in [
        ("{\"kind\":", "is not JSON, so nothing was changed."),
        ("[1, 2]", "not a record of a guide"),
        ("{\"kind\":\"giljabi-record\",\"format\":9,\"values\":{}}", "has the format 9"),
    ] {
        give(page, file);
        page.wait_for_text("[data-part=told]", words);
        assert!(!page.text("[data-part=told]").contains("position"), "no words of the engine");
        assert_eq!(stored(page), before);
    }
    // Values without a valid form are left out and named; the rest can be opened.
    let mixed = json!({ "kind": "giljabi-record", "format": 1, "values": {
        "ticks:checklists/pre-launch": { "<img src=x onerror=alert(1)>": true },
        "weights:rankings/x": [9],
        "__proto__x": 1,
        "read": { "guides/total-cost": true },
    } });
    give(page, &mixed.to_string());
    page.wait_for_text("[data-part=plan]", "Left out");
    assert_eq!(page.count("[data-part=plan] img"), 0);
    assert_eq!(stored(page), before);
    let file = |values: Value| {
        json!({ "kind": "giljabi-record", "format": 1, "values": values }).to_string()
    };
    give(page, &file(json!({ "record": { "date": "2026-02-30" } })));
    page.wait_for_text("[data-part=plan]", "Nothing in this file can be used.");
    let many: serde_json::Map<String, Value> =
        (0..600).map(|at| (format!("ticks:p{at}"), json!({ "a": true }))).collect();
    give(page, &file(many.into()));
    page.wait_for_text("[data-part=told]", "far larger than a record can be");
}

#[test]
fn markup_that_was_stored_stays_text() {
    let Some(visit) = visit(DESK) else { return };
    let page = open(&visit, RECORD);
    let evil = "<img src=x onerror=\"window.evil = 1\"><script>window.evil = 1</script>";
    set(page, "team", evil);
    set(page, "note", evil);
    page.ask(&format!(
        "localStorage.setItem('giljabi:/guide:compared:pages/compare', JSON.stringify({{ ranking: {0}, items: [{0}, {0}] }}))",
        json!(evil)
    ));
    page.ask(&format!(
        "localStorage.setItem('giljabi:/guide:ticks:' + {0}, JSON.stringify({{ a: true }}))",
        json!(evil)
    ));
    page.ask("localStorage.setItem('giljabi:/guide:scorecard', JSON.stringify({ 'name-0': '<b>x</b>', 'critical-0-1': true }))");
    let page = open(&visit, RECORD);
    assert_eq!(page.ask("window.evil ?? null"), Value::Null);
    assert_eq!(page.count(".record img, .record script, .record-parts b"), 0);
    assert!(page.text(".record-part-scorecard").contains("<b>x</b>"));
    let text = saved(page, "markdown", "md");
    assert!(!text.replace("\\<", "").contains("<img"), "{text}");
}

#[test]
fn it_is_saved_as_markdown_and_as_a_reminder() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    let text = saved(page, "markdown", "md");
    for heading in [
        "## Context and Problem Statement",
        "## Decision Drivers",
        "## Considered Options",
        "## Decision Outcome",
        "### Consequences",
        "### Confirmation",
        "## More Information",
    ] {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}\n{text}");
    }
    assert!(text.starts_with("---\nstatus: \"accepted\"\ndate: 2026-11-29\ndecision-makers: [\"Jo; Kim\", \"Harbour, invented\"]\n---\n"), "{text}");
    assert!(text.contains("# Drafts &lt;b&gt;only&lt;/b&gt;"), "{text}");
    let options =
        text.split("## Considered Options").nth(1).and_then(|rest| rest.split("##").next());
    let options = options.expect("a part");
    assert!(options.contains("* Draft mode – "), "the outcomes of a decision: {options}");
    assert!(text.contains("One line.\n\nAnother \\# line."), "{text}");
    assert!(text.contains("/en/decisions/customer-service/#may-it-do=1."), "{text}");
    let consequences =
        text.split("### Consequences").nth(1).and_then(|rest| rest.split("###").next());
    let lines: Vec<&str> =
        consequences.expect("a part").lines().filter(|l| !l.is_empty()).collect();
    let once: std::collections::BTreeSet<&&str> = lines.iter().collect();
    assert_eq!(once.len(), lines.len(), "{lines:?}");
    let reminder = saved(page, "reminder", "ics");
    assert!(page.text("[data-part=told]").contains("Saved as a file: record-"));
    assert!(
        reminder.lines().count() > 10 && !reminder.replace("\r\n", "").contains('\n'),
        "{reminder}"
    );
    assert!(reminder.contains("DTSTART;VALUE=DATE:20270301\r\nSUMMARY:"), "{reminder}");
    let name =
        |file: &str| file.lines().find(|l| l.starts_with("UID:")).expect("a name").to_owned();
    let first = name(&reminder);
    set(page, "review", "2027-04-01");
    set(open(&visit, NOTED), "note", "\u{1}\u{7f}");
    let korean = saved(page, "reminder", "ics");
    assert!(!korean.contains(['\u{1}', '\u{7f}']), "{korean}");
    assert_eq!(name(&korean), first, "a later date and the other language move the event");
    set(page, "team", "Another team");
    assert_ne!(name(&saved(page, "reminder", "ics")), first, "another team has its own");
    let page = open(&visit, RECORD);
    assert!(reminder.contains("SUMMARY:Review: Drafts <b>only</b>\\, \"for now\"\r\n"));
    assert!(reminder.lines().all(|line| line.len() <= 75), "{reminder}");
    let made = page.ask("new Date().toISOString().slice(0, 10).replaceAll('-', '')");
    let made = format!("DTSTAMP:{}T", made.as_str().expect("a day"));
    assert!(reminder.contains(&made), "{reminder}");
    set(page, "review", "2020-01-01");
    page.click("[data-do=reminder]");
    page.wait_for_text("[data-part=told]", "no reminder was made");
}

#[test]
fn it_is_one_sheet_of_paper() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    // By the first answers, which have the most to say.
    let way = TO_THE_END.replace(".at(-1)", ".at(0)").replace("number.min", "'100'");
    for decision in ["evidence-before-buying", "ready-to-automate", "start", "stop-or-go-on"] {
        visit.open(&format!("/en/decisions/{decision}/")).ask(&way);
    }
    let lists = [
        "customer-service-launch",
        "data-and-permissions",
        "incident-and-rollback",
        "local-language-review",
        "procurement-questions",
    ];
    for list in lists {
        let ticks = "[...document.querySelectorAll('.task input')].slice(0, 2).forEach((tick) => tick.click())";
        visit.open(&format!("/en/checklists/{list}/")).ask(ticks);
    }
    let page = visit.open("/en/decisions/customer-service/");
    page.ask(&way);
    page.click(".walk-kept button");
    let team = "길이를시험하려고지어낸상담운영팀".repeat(5);
    let page = open(&visit, RECORD);
    set(page, "team", &team);
    set(page, "note", &"What it is about and who was heard. ".repeat(16));
    for path in [RECORD, NOTED] {
        let page = open(&visit, path);
        assert_eq!(page.count(".record-part"), 14);
        let written = "getComputedStyle(document.querySelector('[name=team]').closest('label'), '::after').content";
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
        assert_eq!(page.ask(written), json!(format!("\"{team}\"")), "the whole name is printed");
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }));
        let a4 = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true });
        let pdf = page.devtools("Page.printToPDF", a4);
        let data = pdf["data"].as_str().expect("a file").to_owned();
        let pages =
            page.ask(&format!("(atob('{data}').match(/\\/Type\\s*\\/Page\\b/g) ?? []).length"));
        assert_eq!(pages, json!(1), "{path}");
    }
}

#[test]
fn a_full_record_is_not_heavier_than_it_should_be() {
    let Some(visit) = visit(PHONE) else { return };
    used(&visit);
    for decision in ["evidence-before-buying", "ready-to-automate", "start", "stop-or-go-on"] {
        visit.open(&format!("/en/decisions/{decision}/")).ask(TO_THE_END);
    }
    for path in [RECORD, NOTED] {
        let page = open(&visit, path);
        assert_eq!(page.count(".record-part-outcome"), 5);
        let weight = weight(page);
        assert!(weight < 50 * 1024, "{path}: {weight}");
    }
}

#[test]
fn changes_since_the_record_are_named() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    assert!(page.text("[data-part=changes]").contains("Nothing has changed"));
    let loaded = "performance.getEntriesByType('resource').map((e) => e.name).filter((name) => /versions\\/\\d/.test(name))";
    let page = open(&visit, NOTED);
    assert_eq!(page.ask(loaded), json!([]), "sections are loaded where a page has changed");
    let name = "giljabi:/guide:record";
    let old = "((record) => { \
        record.made.versions['checklists/pre-launch'].scope = 'another'; \
        record.made.versions['guides/not-there'] = { '': 'x' }; \
        record.made.versions['constructor'] = { '': 'x' }; \
        record.made.titles['guides/not-there'] = '없어진 가이드'; return JSON.stringify(record); \
        })(JSON.parse(localStorage.getItem(NAME)))"
        .replace("NAME", &json!(name).to_string());
    page.ask(&format!("localStorage.setItem({}, {old})", json!(name)));
    let page = open(&visit, NOTED);
    let changes = page.text("[data-part=changes]");
    assert!(changes.contains("절 하나가 바뀌었습니다"), "{changes}");
    assert!(changes.contains("없어진 가이드: 이제"), "{changes}");
    let href = page.ask("document.querySelector('[data-part=changes] a').getAttribute('href')");
    assert_eq!(href, json!("/guide/ko/checklists/pre-launch/#scope"));
}

#[test]
fn everything_can_be_removed_and_brought_back_by_keyboard() {
    let Some(visit) = visit(DESK) else { return };
    used(&visit);
    let page = open(&visit, RECORD);
    page.tab_to("[data-do=clear]");
    page.press(&[Key::Enter]);
    page.wait_until("document.querySelectorAll('.record-part').length === 0");
    // The undo button has the focus.
    page.wait_until("document.activeElement.closest('[data-part=undo]')");
    page.press(&[Key::Enter]);
    page.wait_until("document.querySelectorAll('.record-part').length === 5");
}

#[test]
fn without_storage_or_scripts_it_says_so_and_can_be_printed() {
    if let Some(visit) = visit(Reader { storage: false, ..PHONE }) {
        let page = open(&visit, NOTED);
        assert!(page.text("[data-part=unkept]").contains("보관하지 않습니다"));
        assert!(!page.is_shown(".record-private"), "it does not say the contrary as well");
        assert_eq!(page.overflow(), 0);
        // The files nevertheless contain what was typed.
        for (name, value) in [("decision", "초안만"), ("team", "부두"), ("owner", "김하나")]
        {
            set(page, name, value);
        }
        let missing = page.text("[data-part=missing]");
        assert!(!missing.contains("팀,") && missing.contains("결정한 날"), "{missing}");
        page.click("[data-do=make]");
        page.wait_for_text("[data-part=made]", "버전과 함께 기록했습니다");
        let file: Value = serde_json::from_str(&saved(page, "json", "json")).expect("JSON");
        assert_eq!(file["values"]["record"]["decision"], json!("초안만"));
        assert_eq!(file["values"]["record"]["owner"], json!("김하나"));
        assert!(saved(page, "markdown", "md").contains("# 초안만"));
    }
    let Some(visit) = visit(Reader { scripts: false, ..PHONE }) else { return };
    let page = visit.open(RECORD);
    assert!(page.is_shown("[name=team]") && page.is_shown(".record-lines"));
    assert!(!page.is_shown("[data-do=json]"), "nothing is dead");
    assert_eq!(page.overflow(), 0);
}

#[test]
fn a_returning_reader_sees_the_changes() {
    let Some(visit) = visit(DESK) else { return };
    const PAGE: &str = "/en/guides/total-cost/";
    let name = json!("giljabi:/guide:seen");
    let page = visit.open(PAGE);
    page.wait_until(&format!("localStorage.getItem({name})"));
    // Another day with another text.
    let old = format!(
        "((seen) => {{ const {{ sections }} = seen['guides/total-cost']; sections[Object.keys(sections)[1]] = 'x'; return JSON.stringify(seen); }})(JSON.parse(localStorage.getItem({name})))"
    );
    page.ask(&format!("localStorage.setItem({name}, {old})"));
    let page = visit.open("/ko/guides/");
    page.wait_until("document.querySelectorAll('.card-seen').length === 1");
    assert_eq!(page.text(".card-seen"), "읽으신 뒤로 절 1개가 바뀜");
    let page = visit.open(PAGE);
    page.wait_until("document.querySelector('.seen-notice')");
    assert_eq!(page.count(".contents-path .seen-mark"), 1);
    assert!(page.text(".seen-notice").contains("one section"));
    page.click(".seen-notice .quiet");
    assert_eq!(page.ask(&format!("localStorage.getItem({name})")), Value::Null);
    let page = visit.open("/ko/guides/");
    assert_eq!(page.count(".card-seen"), 0);
    let page = open(&visit, RECORD);
    assert_eq!(page.ask("document.querySelector('[name=seen]').checked"), json!(false));
    page.click("[name=seen]");
    let page = visit.open(PAGE);
    page.wait_until(&format!("localStorage.getItem({name})"));
}

#[test]
fn a_walk_of_the_home_page_is_part_of_the_record() {
    let Some(visit) = visit(PHONE) else { return };
    for lang in ["ko", "en"] {
        let page = visit.open(&format!("/{lang}/"));
        let verdict = page.ask(TO_THE_END);
        assert!(
            page.is_shown(".walk-verdict:not([hidden]) .walk-kept a"),
            "it says that it is kept"
        );
        assert_eq!(page.overflow(), 0);
        let page = open(&visit, &format!("/{lang}/pages/record/"));
        assert!(page.text(".record-part-outcome").contains(verdict.as_str().expect("words")));
        let start = format!("/guide/{lang}/decisions/start/");
        assert_eq!(page.ask("document.querySelector('.record-part h3 a').pathname"), json!(start));
        page.ask("localStorage.clear()");
    }
}

#[test]
fn a_second_outcome_takes_the_place_of_the_first_only_when_asked() {
    let Some(visit) = visit(DESK) else { return };
    for (lang, words) in [("en", "keeps an earlier outcome"), ("ko", "먼저 나온 결론")] {
        let page = visit.open(&format!("/{lang}/decisions/customer-service/"));
        let first = page.ask(TO_THE_END);
        let first = first.as_str().expect("words").to_owned();
        let page = visit.open(&format!("/{lang}/decisions/customer-service/"));
        assert!(page.text(".walk > .walk-told").contains(&first), "an outcome is kept");
        page.click(".walk > section:not([hidden]) a.walk-answer[data-exit='0']");
        page.click(".walk > section:not([hidden]) .walk-tick input");
        page.click(".walk > section:not([hidden]) .walk-continue");
        let second = page.text(".walk-verdict:not([hidden]) :is(h2, h3)");
        let kept = page.text(".walk-verdict:not([hidden]) .walk-kept");
        assert!(kept.contains(words) && kept.contains(&first), "{kept}");
        let page = open(&visit, &format!("/{lang}/pages/record/"));
        assert!(page.text(".record-part-outcome").contains(&first));
        page.ask("history.back()");
        page.wait_until("document.querySelector('.walk-verdict:not([hidden]) .walk-kept button')");
        page.click(".walk-verdict:not([hidden]) .walk-kept button");
        let page = open(&visit, &format!("/{lang}/pages/record/"));
        assert!(page.text(".record-part-outcome").contains(&second));
        page.ask("localStorage.clear()");
    }
}

#[test]
fn owner_and_review_of_an_outcome_are_filled_in() {
    let Some(visit) = visit(PHONE) else { return };
    visit.open("/ko/decisions/customer-service/").ask(TO_THE_END);
    let page = open(&visit, NOTED);
    assert!(page.text(".record-part-outcome").contains("책임자: 상담팀장"));
    let value = |name: &str| page.ask(&format!("document.querySelector('[name={name}]').value"));
    assert_eq!(value("owner"), json!("상담팀장"));
    let days = "(new Date(document.querySelector('[name=review]').value) - new Date(new Date().toLocaleDateString('sv'))) / 86400000";
    assert_eq!(page.ask(days), json!(30));
    assert!(page.text("[data-part=suggested]").contains("책임자, 다음 검토일"));
    // What a reader enters or clears stays as it is.
    set(page, "owner", "");
    open(&visit, NOTED);
    assert_eq!(value("owner"), json!(""));
    assert!(page.text("[data-part=suggested]").starts_with("다음 검토일: 결론에서 가져왔습니다."));
    page.click("[data-do=make]");
    page.wait_until("!document.querySelector('.record-since').hidden");
    assert!(!page.is_shown("[data-part=suggested]"), "recorded, it is the reader's own");
    assert_eq!(page.ask(days), json!(30));
}
