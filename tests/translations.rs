//! `giljabi status` and `giljabi accept`, run on real folders: what they say, what
//! they write, and how they end.

mod support;

use support::{TestSite, guide, translation};

const KO: &str = "content/guides/a.ko.md";
const EN: &str = "content/guides/a.en.md";
const LEDGER: &str = "content/guides/a.ko.ledger";

fn run(site: &TestSite, arguments: &[&str]) -> support::Ran {
    site.run_in("C", arguments)
}

/// A pair whose sections are all recorded.
fn recorded() -> TestSite {
    let site = TestSite::new();
    let ran = run(&site, &["accept", "guides/a", "--all"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    site
}

/// Page state and the states of its sections that are not in step.
fn states(site: &TestSite) -> (String, Vec<String>) {
    let ran = run(site, &["status", "guides/a", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let page = &json["pages"][0];
    let sections = page["sections"].as_array().expect("sections").iter();
    let open = sections.filter(|section| section["state"] != "current");
    let shown = open.map(|s| format!("{} {}", s["id"], s["state"]).replace('"', ""));
    (page["state"].as_str().expect("a state").to_owned(), shown.collect())
}

fn none() -> Vec<String> {
    Vec::new()
}

#[test]
fn nothing_is_known_before_the_first_record_and_all_after() {
    let site = TestSite::new();
    let unrecorded =
        ["front.title", "front.description", "first"].map(|id| format!("{id} not-recorded"));
    assert_eq!(states(&site), ("stale".into(), unrecorded.into()));
    let ran = run(&site, &["accept", "guides/a", "--all"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(states(&site), ("complete".into(), none()));
    let before = site.read(LEDGER);
    run(&site, &["accept", "guides/a", "--all"]);
    assert_eq!(site.read(LEDGER), before, "nothing to record, nothing written");
}

#[test]
fn a_changed_source_is_refused_until_the_translation_changes() {
    let site = recorded();
    let before = site.read(LEDGER);
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nOther text."));
    assert_eq!(states(&site), ("stale".into(), vec!["first source-changed".into()]));
    let refused = run(&site, &["accept", "guides/a", "first"]);
    assert_eq!((refused.code, site.read(LEDGER) == before), (1, true), "{}", refused.stdout);
    assert!(refused.stdout.contains("first: the source changed, the translation did not"));
    site.write(KO, translation("알파", "", "## 처음 {#first}\n\n다른 글."));
    assert_eq!(run(&site, &["accept", "guides/a", "first"]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
}

#[test]
fn a_reason_lets_it_pass_and_is_kept() {
    let site = recorded();
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nText, corrected."));
    let reason = "철자만 고쳤습니다 = typo";
    assert_eq!(run(&site, &["accept", "a", "first", "--unchanged", reason]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
    assert!(site.read(LEDGER).contains(&format!("\nunchanged = {reason}\n")));
    // The reason was for that change, not for the next.
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nAnother text."));
    assert_eq!(run(&site, &["accept", "a", "first"]).code, 1);
    site.write(KO, translation("알파", "", "## 처음 {#first}\n\n다른 글."));
    run(&site, &["accept", "a", "first"]);
    assert!(!site.read(LEDGER).contains("unchanged"));
}

#[test]
fn one_section_is_recorded_and_the_others_are_left_alone() {
    let site = recorded();
    let two = |a: &str, b: &str| format!("## A {{#a}}\n\n{a}\n\n## B {{#b}}\n\n{b}");
    site.write(EN, guide("Alpha", "", &two("one", "two")));
    site.write(KO, translation("알파", "", &two("하나", "둘")));
    run(&site, &["accept", "a", "--all"]);
    let before = site.read(LEDGER);
    site.write(EN, guide("Alpha", "", &two("one, changed", "two, changed")));
    site.write(KO, translation("알파", "", &two("하나, 바뀜", "둘, 바뀜")));
    assert_eq!(run(&site, &["accept", "a", "b"]).code, 0);
    assert_eq!(states(&site), ("stale".into(), vec!["a source-changed".into()]));
    let after = site.read(LEDGER);
    let block = |text: &str, id: &str| {
        text.split("\n\n").find(|b| b.starts_with(&format!("[{id}]"))).map(str::to_owned)
    };
    assert_eq!(block(&before, "a"), block(&after, "a"));
    assert_ne!(block(&before, "b"), block(&after, "b"));
}

#[test]
fn what_the_page_leaves_out_or_keeps_on_purpose_has_a_reason() {
    let site = recorded();
    let body = "## First {#first}\n\nText.\n\n## Only here {#us}\n\nFor one market.";
    site.write(EN, guide("Alpha", "", body));
    assert_eq!(run(&site, &["accept", "a", "--all"]).code, 1);
    assert_eq!(run(&site, &["accept", "a", "us", "--unchanged", "no such market"]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
    site.write(EN, guide("Alpha", "", ""));
    let gone = vec!["first removed-from-source".into()];
    assert_eq!(states(&site), ("stale".into(), gone));
    assert_eq!(run(&site, &["accept", "a", "first", "--unchanged", "still true here"]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
    assert!(site.read(LEDGER).contains("[us]"), "only --all forgets");
    run(&site, &["accept", "a", "--all"]);
    assert!(!site.read(LEDGER).contains("[us]"));
}

#[test]
fn a_damaged_ledger_is_never_written_over() {
    let site = recorded();
    let conflict = site.read(LEDGER).replace("[first]\n", "<<<<<<< HEAD\n[first]\n");
    site.write(LEDGER, &conflict);
    let ran = run(&site, &["accept", "a", "--all"]);
    assert_eq!((ran.code, site.read(LEDGER) == conflict), (1, true));
    assert!(ran.stderr.contains("error[ledger-conflict]"), "{}", ran.stderr);
    let status = run(&site, &["status"]);
    assert_eq!(status.code, 1);
    assert!(status.stderr.contains("--> content/guides/a.ko.ledger:"), "{}", status.stderr);
}

#[test]
fn fail_on_says_what_fails() {
    let site = recorded();
    let code = |arguments: &[&str]| run(&site, &[&["status"], arguments].concat()).code;
    assert_eq!(code(&["--fail-on", "stale"]), 0);
    site.write("content/guides/b.en.md", guide("Beta", "", "Text of five words, exactly."));
    assert_eq!((code(&[]), code(&["--fail-on", "stale"])), (0, 0));
    assert_eq!((code(&["--fail-on", "missing"]), code(&["--fail-on", "stale,missing"])), (1, 1));
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nOther text."));
    assert_eq!((code(&["--fail-on", "stale"]), code(&["guides/b", "--fail-on", "stale"])), (1, 0));
    assert_eq!(code(&["--fail-on", "colour"]), 2);
    // A page's own words: title, description and body.
    let missing = run(&site, &["status", "b", "--json"]).stdout;
    assert!(missing.contains("\"state\": \"missing\",\n      \"words\": 18"), "{missing}");
}

#[test]
fn a_page_is_found_however_it_is_spelled_and_its_absence_is_told() {
    let site = recorded();
    for page in ["guides/a", "content/guides/a.ko.md", "/en/guides/a/", "a", LEDGER] {
        assert_eq!(run(&site, &["status", page]).code, 0, "{page}");
    }
    let unknown = run(&site, &["status", "guide/a.md.txt"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""), "{}", unknown.stderr);
    let near = site.run_in("ko_KR.UTF-8", &["accept", "guides/a", "frist"]);
    assert_eq!(near.code, 2);
    assert!(near.stderr.contains("first를 쓰려고 하셨나요?"), "{}", near.stderr);
    assert_eq!(run(&site, &["accept", "guides/a"]).code, 2, "neither sections nor --all");
    assert_eq!(run(&site, &["accept", "guides/a", "--all", "--unchanged", " "]).code, 2);
}

/// Two people at once: neither loses what the other records.
#[test]
fn accepts_at_the_same_time_lose_nothing() {
    let site = TestSite::new();
    let sections: Vec<String> = (0..8).map(|n| format!("s{n}")).collect();
    let body = |text: &str| -> String {
        sections.iter().map(|id| format!("## {id} {{#{id}}}\n\n{text}\n\n")).collect()
    };
    site.write(EN, guide("Alpha", "", &body("Text.")));
    site.write(KO, translation("알파", "", &body("글.")));
    std::thread::scope(|scope| {
        for id in &sections {
            let site = &site;
            scope.spawn(move || assert_eq!(run(site, &["accept", "guides/a", id]).code, 0));
        }
    });
    let (_, open) = states(&site);
    assert_eq!(open, ["front.title not-recorded", "front.description not-recorded"]);
}

/// A page written first in Korean has an English translation, and nothing else differs.
#[test]
fn the_direction_is_the_page_s_own() {
    let site = TestSite::new();
    let korean = "source_language = \"ko\"\n";
    site.write("content/guides/k.ko.md", guide("가", korean, "## 절 {#s}\n\n사람이 검토합니다."));
    site.write(
        "content/guides/k.en.md",
        translation("K", korean, "## Section {#s}\n\nA person reviews."),
    );
    assert_eq!(run(&site, &["accept", "guides/k", "--all"]).code, 0);
    assert!(site.read("content/guides/k.en.ledger").contains("[s]"));
    site.write(
        "content/guides/k.ko.md",
        guide("가", korean, "## 절 {#s}\n\n사람이 먼저 검토합니다."),
    );
    let shown = run(&site, &["status", "guides/k", "--diff"]).stdout;
    assert!(shown.contains("사람이 {+먼저+} 검토합니다."), "{shown}");
    assert!(shown.contains("English · stale · 1 word to translate"), "{shown}");
}

/// Ledgers are the editors' business: nothing of them is published.
#[test]
fn ledgers_are_not_published() {
    let site = recorded();
    assert_eq!(site.build(&["--strict"]).code, 0);
    assert!(!site.tree("site").keys().any(|path| path.contains("ledger")));
}
