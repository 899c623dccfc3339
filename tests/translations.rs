//! `giljabi status` and `giljabi accept` on real folders: their output, the files that they
//! write, and their exit codes.

use crate::support::{TestSite, guide, translation};

const KO: &str = "content/guides/a.ko.md";
const EN: &str = "content/guides/a.en.md";
const LEDGER: &str = "content/guides/a.ko.ledger";

fn run(site: &TestSite, arguments: &[&str]) -> crate::support::Ran {
    site.run_in("C", arguments)
}

/// Returns a pair all of whose sections are recorded.
fn recorded() -> TestSite {
    let site = TestSite::new();
    let ran = run(&site, &["accept", "guides/a", "--all"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    site
}

/// Returns the state of the page, and the states of sections that are not current.
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
fn states_are_unknown_before_the_first_record() {
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
fn a_section_is_accepted_with_a_reason_which_is_stored() {
    let site = recorded();
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nText, corrected."));
    let reason = "철자만 고쳤습니다 = typo";
    assert_eq!(run(&site, &["accept", "a", "first", "--unchanged", reason]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
    assert!(site.read(LEDGER).contains(&format!("\nunchanged = {reason}\n")));
    // The reason was for that change, not for the next one.
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nAnother text."));
    assert_eq!(run(&site, &["accept", "a", "first"]).code, 1);
    site.write(KO, translation("알파", "", "## 처음 {#first}\n\n다른 글."));
    run(&site, &["accept", "a", "first"]);
    assert!(!site.read(LEDGER).contains("unchanged"));
}

#[test]
fn changes_on_both_sides_are_recorded_by_name_only() {
    let site = recorded();
    site.write(KO, translation("알파", "", "## 처음 {#first}\n\n고친 글."));
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nOther text."));
    let before = site.read(LEDGER);
    let all = run(&site, &["accept", "a", "--all"]);
    assert_eq!((all.code, site.read(LEDGER) == before), (1, true), "{}", all.stdout);
    assert!(all.stdout.contains("giljabi accept guides/a first"), "{}", all.stdout);
    let listed = run(&site, &["status", "a"]).stdout;
    assert!(listed.contains("giljabi accept guides/a first"), "{listed}");
    assert_eq!(run(&site, &["accept", "a", "first"]).code, 0);
    assert_eq!(states(&site), ("complete".into(), none()));
}

#[test]
fn a_reason_for_all_leaves_nothing_out() {
    let site = recorded();
    let body = "## First {#first}\n\nText, corrected.\n\n## New {#new}\n\nMore.";
    site.write(EN, guide("Alpha", "", body));
    let ran = run(&site, &["accept", "a", "--all", "--unchanged", "typo"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stdout.contains("giljabi accept guides/a new --unchanged"), "{}", ran.stdout);
    assert_eq!(states(&site), ("stale".into(), vec!["new new-in-source".into()]));
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
fn intentional_differences_have_a_reason() {
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
fn a_damaged_ledger_is_never_overwritten() {
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
fn a_damaged_text_is_reported_when_it_is_needed() {
    let site = recorded();
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nOther text."));
    let ledger = site.read(LEDGER);
    let at = ledger.find("[first]").expect("the entry");
    let text = at + ledger[at..].find("text = ").expect("its text") + "text = ".len();
    let end = text + ledger[text..].find('\n').expect("its end");
    site.write(LEDGER, [&ledger[..text + 6], &ledger[end..]].concat());
    let ran = run(&site, &["status", "a", "--diff"]);
    let line = ledger[..text].matches('\n').count() + 1;
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains(&format!("a.ko.ledger:{line}:1")), "{}", ran.stderr);
    assert!(ran.stderr.contains("damaged"), "{}", ran.stderr);
    site.write(LEDGER, b"\xff\xfe\x00");
    let binary = run(&site, &["status"]);
    assert_eq!(binary.code, 1);
    assert!(binary.stderr.contains("error[not-utf8]"), "{}", binary.stderr);
}

#[test]
fn an_unreadable_page_has_no_state() {
    let site = recorded();
    let good = site.read(KO);
    for (path, text) in [(KO, "+++\ntitle = \"알파\n+++\n\n## 처음 {#first}\n"), (EN, "Text.")]
    {
        let before = site.read(path);
        site.write(path, text);
        assert_eq!(states(&site), ("stale".into(), none()), "{path}");
        let ran = run(&site, &["status"]);
        assert_eq!(ran.code, 1, "{path}");
        assert!(ran.stderr.contains(path), "{}", ran.stderr);
        let built = site.build(&[]).stderr;
        for report in [ran.stderr, built] {
            assert!(!report.contains("ledger-alone"), "{report}");
        }
        site.write(path, before);
    }
    assert_eq!(site.read(KO), good);
    assert_eq!(states(&site), ("complete".into(), none()));
}

#[test]
fn sections_with_different_records_are_not_paired_by_order() {
    let site = recorded();
    let body = |english: &str| guide("Alpha", "", english);
    site.write(EN, body("## First {#first}\n\nText.\n\n## Costs\n\nMinutes."));
    site.write(KO, translation("알파", "", "## 처음 {#first}\n\n글.\n\n## 비용\n\n시간."));
    assert_eq!(run(&site, &["accept", "a", "--all"]).code, 0);
    // One section is removed, and another with its own name is added at its place.
    site.write(EN, body("## First {#first}\n\nText.\n\n## Limits {#limits}\n\nStop."));
    let apart = vec!["비용 removed-from-source".into(), "limits new-in-source".into()];
    assert_eq!(states(&site), ("stale".into(), apart));
}

/// Returns the warnings of a build in which the translation has `ko` and the source has `en`.
fn warnings(en: &str, ko: &str) -> String {
    let site = TestSite::new();
    site.write(EN, guide("Alpha", "", &format!("## First {{#first}}\n\n{en}")));
    site.write(KO, translation("알파", "", &format!("## 처음 {{#first}}\n\n{ko}")));
    site.run_in("C", &["build"]).stderr
}

#[test]
fn both_versions_have_the_same_code_and_links() {
    let code = |text: &str| format!("```bash\n{text}\n```");
    let report = warnings(&code("rm -rf build"), &code("rm -rf site"));
    assert!(report.contains("warning[code-differs]"), "{report}");
    let same = warnings(&code("ls # what is there"), &code("ls # 무엇이 있는지"));
    assert!(!same.contains("differs"), "{same}");
    let other = warnings("```bash\nls\n```", "```python\nls\n```");
    assert!(other.contains("this code is python here, but bash"), "{other}");
    let link = |address: &str| format!("[x]({address})");
    let report = warnings(&link("https://example.com/a"), &link("https://evil.example/b"));
    assert!(report.contains("evil.example") && report.contains("example.com"), "{report}");
    let wiki = |lang: &str| link(&format!("https://{lang}.wikipedia.org/wiki/A"));
    assert!(!warnings(&wiki("en"), &wiki("ko")).contains("differs"));
    let two = |to: &str, one: &str| {
        format!("[x](#{to})\n\n## {one}\n\nText.\n\n## Two {{#two}}\n\nText.")
    };
    assert!(!warnings(&two("one", "One"), &two("하나", "하나")).contains("differs"));
    let report = warnings(&two("one", "One"), &two("two", "하나"));
    assert!(report.contains("warning[link-differs]"), "{report}");
    assert!(report.contains("giljabi accept guides/a first --unchanged"), "{report}");
}

#[test]
fn fail_on_selects_the_failing_states() {
    let site = recorded();
    let code = |arguments: &[&str]| run(&site, &[&["status"], arguments].concat()).code;
    assert_eq!(code(&["--fail-on", "stale"]), 0);
    site.write("content/guides/b.en.md", guide("Beta", "", "Text of five words, exactly."));
    assert_eq!((code(&[]), code(&["--fail-on", "stale"])), (0, 0));
    assert_eq!((code(&["--fail-on", "missing"]), code(&["--fail-on", "stale,missing"])), (1, 1));
    site.write(EN, guide("Alpha", "", "## First {#first}\n\nOther text."));
    assert_eq!((code(&["--fail-on", "stale"]), code(&["guides/b", "--fail-on", "stale"])), (1, 0));
    assert_eq!(code(&["--fail-on", "colour"]), 2);
    // The page's own words: title, description and body.
    let missing = run(&site, &["status", "b", "--json"]).stdout;
    assert!(missing.contains("\"state\":\"missing\",\"words\":18"), "{missing}");
}

#[test]
fn a_page_has_several_names_and_similar_ones_are_suggested() {
    let site = recorded();
    for page in ["guides/a", "content/guides/a.ko.md", "/en/guides/a/", "a", LEDGER] {
        assert_eq!(run(&site, &["status", page]).code, 0, "{page}");
    }
    let unknown = run(&site, &["status", "guide/a.md.txt"]);
    assert_eq!((unknown.code, unknown.stdout.as_str()), (2, ""), "{}", unknown.stderr);
    let far = run(&site, &["status", "guides/quite-another"]);
    assert!(!far.stderr.contains("did you mean"), "{}", far.stderr);
    let near = site.run_in("ko_KR.UTF-8", &["accept", "guides/a", "frist"]);
    assert_eq!(near.code, 2);
    assert!(near.stderr.contains("“first”를 쓰려고 하셨나요?"), "{}", near.stderr);
    assert_eq!(run(&site, &["accept", "guides/a"]).code, 2, "neither sections nor --all");
    assert_eq!(run(&site, &["accept", "guides/a", "--all", "--unchanged", " "]).code, 2);
}

/// Two people record at the same time, and no record is lost.
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

/// A merge keeps the records of both, as whole blocks or as lines of one block.
#[test]
fn a_section_that_two_people_recorded_is_recorded_again() {
    let site = recorded();
    let ledger = site.read(LEDGER);
    let block = ledger.split("\n\n").find(|block| block.contains("[first]")).expect("a block");
    let line = block.lines().find(|line| line.starts_with("translation")).expect("a line");
    let other = "translation = 0123456789abcdef";
    for twice in [
        ledger.replace(block, &[block, "\n\n", &block.replace(line, other)].concat()),
        ledger.replace(line, &[line, "\n", other].concat()),
    ] {
        site.write(LEDGER, twice);
        let refused = run(&site, &["check"]);
        assert!(refused.code == 1 && refused.stderr.contains("ledger-twice"), "{}", refused.stderr);
        let ran = run(&site, &["accept", "guides/a", "first"]);
        assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
        assert_eq!(site.read(LEDGER), ledger);
    }
}

/// The English translation of a page written first in Korean works in the same way.
#[test]
fn each_page_has_its_own_direction() {
    let site = TestSite::new();
    let korean = "source_language = \"ko\"\n";
    site.write("content/guides/k.ko.md", guide("가", korean, "## 절 {#s}\n\n사람이 검토합니다."));
    site.write(
        "content/guides/k.en.md",
        guide("K", korean, "## Section {#s}\n\nA person reviews.")
            .replace("published = 2026-11-22\n", ""),
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

/// Ledgers are for editors, and nothing in them is published.
#[test]
fn ledgers_are_not_published() {
    let site = recorded();
    assert_eq!(site.build(&["--strict"]).code, 0);
    assert!(!site.tree("site").keys().any(|path| path.contains("ledger")));
}

/// A copy of the source is no translation: it is reported, its words count as untranslated, and
/// it is recorded only with a reason.
#[test]
fn a_copy_of_the_source_is_not_recorded() {
    let source = "Lead of the page.\n\n## First {#first}\n\nSome words to be translated.";
    for (copy, refused) in [
        (source, ["front.lead", "first"].as_slice()),
        ("Lead of the page.\n\n## 처음 {#first}\n\n옮긴 글입니다.", &["front.lead"]),
        (
            "머리글.\n\n## First {#first}\n\nOther words, which nobody has put into Korean.",
            &["first"],
        ),
        // Only the heading is translated.
        ("머리글.\n\n## 처음 {#first}\n\nSome words to be translated.", &["first"]),
        ("머리글.\n\n## 처음 {#first}\n\nOther words, which are not Korean.", &["first"]),
    ] {
        let site = TestSite::new();
        site.write(EN, guide("Alpha", "", source)).write(KO, translation("알파", "", copy));
        let told = site.build(&[]).stderr;
        assert!(told.contains("warning[untranslated]"), "{copy}: {told}");
        let ran = run(&site, &["accept", "guides/a", "--all"]);
        assert_eq!(ran.code, 1, "{}", ran.stdout);
        for id in refused {
            assert!(ran.stdout.contains(&format!("{id}: it is not translated")), "{}", ran.stdout);
            assert_eq!(run(&site, &["accept", "guides/a", id]).code, 1, "{id}");
            let reason = ["accept", "guides/a", id, "--unchanged", "a quotation"];
            assert_eq!(run(&site, &reason).code, 0, "{id}");
        }
        assert_eq!(states(&site), ("complete".into(), none()), "{copy}");
        assert!(!site.build(&[]).stderr.contains("untranslated"), "{copy}");
    }
}

/// Names, numbers and code are the same in both languages.
#[test]
fn sections_without_words_need_no_translation() {
    let body = "## Kubernetes {#k}\n\n```bash\nkubectl get pods\n```\n\n## `code` {#c}\n\n2026";
    let sources = "\n\n- [On the cost of things that last](https://a.example/), A. Kim, 2025";
    let site = TestSite::new();
    let english = [body, "\n\n## Sources {#sources}", sources].concat();
    let korean = [body, "\n\n## 출처 {#sources}", sources].concat();
    site.write(EN, guide("Alpha", "reviewer = \"Desk\"\n", &english));
    site.write(KO, translation("알파", "reviewer = \"Desk\"\n", &korean));
    assert!(!site.build(&[]).stderr.contains("untranslated"));
}

/// A section that is paired by its position alone is recorded only by name.
#[test]
fn guessed_pairs_are_not_recorded_with_all() {
    let site = TestSite::new();
    site.write(EN, guide("Alpha", "", "## One\n\nText.\n\n## Two\n\nMore."));
    site.write(KO, translation("알파", "", "## 하나\n\n글.\n\n## 둘\n\n더.\n\n## 셋\n\n또."));
    let told = site.build(&[]).stderr;
    assert_eq!(told.matches("warning[").count(), 1, "{told}");
    assert!(told.contains("warning[section-differs]"), "{told}");
    let ran = run(&site, &["accept", "guides/a", "--all"]);
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(ran.stdout.contains("one version has more sections"), "{}", ran.stdout);
    assert!(!site.read(LEDGER).contains("[one]"));
}

/// An additional heading on one side moves none of the others, wherever it is.
#[test]
fn one_heading_more_is_one_problem() {
    let part = |heading: &str, code: &str| format!("## {heading}\n\nx `{code}`\n\n");
    let source = [part("One", "a"), part("Two", "b"), part("Three", "c")].concat();
    for at in 0..4 {
        let mut parts = vec![part("하나", "a"), part("둘", "b"), part("셋", "c")];
        parts.insert(at, "## 더\n\n글.\n\n".to_owned());
        let site = TestSite::new();
        site.write(EN, guide("Alpha", "", &source))
            .write(KO, translation("알파", "", &parts.concat()));
        let told = site.build(&[]).stderr;
        assert_eq!(told.matches("warning[").count(), 1, "{at}: {told}");
        assert!(told.contains("no partner in the source: 더"), "{at}: {told}");
    }
}

/// Lists, tables and numbers tell sections without ids apart.
#[test]
fn sections_are_paired_by_what_they_hold() {
    let list = "- a\n- b\n- c\n\n";
    let table = "| a | b |\n|---|---|\n| c | d |\n\n";
    let site = TestSite::new();
    let source = ["## One\n\nx\n\n## Two\n\n", list, "## Three\n\n", table].concat();
    let own = ["## 하나\n\n글\n\n## 덤\n\n글\n\n## 둘\n\n", list, "## 셋\n\n", table].concat();
    site.write(EN, guide("Alpha", "", &source)).write(KO, translation("알파", "", &own));
    let told = site.build(&[]).stderr;
    assert!(told.contains("no partner in the source: 덤"), "{told}");
    // In another order.
    let swapped = ["## 둘\n\n", table, "## 하나\n\n", list].concat();
    let source = ["## One\n\n", list, "## Two\n\n", table].concat();
    site.write(EN, guide("Alpha", "", &source)).write(KO, translation("알파", "", &swapped));
    let told = site.build(&[]).stderr;
    assert!(!told.contains("[list-differs]"), "{told}");
}

/// Text that is not read as it was meant is the cause of the differences around it.
#[test]
fn misread_markup_is_one_problem_in_a_translation_too() {
    for (source, own, code) in [
        ("- [ ] a\n- [ ] b", "- [] 가\n- [ ] 나", "task-not-read"),
        ("- a\n- b", "• 가\n• 나", "list-not-read"),
        ("Text.", "2026. 2. 5. 개정했습니다.", "date-as-list"),
        ("| a | b |\n|---|---|\n| c | d |", "| 가 | 나 |\n|---|\n| 다 | 라 |", "table-not-read"),
        ("[a](a.md)", "[가] (a.md)", "link-not-read"),
        ("## One {#one}\n\nText.", "##하나 {#one}\n\n글.", "heading-not-read"),
    ] {
        let site = TestSite::new();
        site.write(EN, guide("Alpha", "", source)).write(KO, translation("알파", "", own));
        let told = site.build(&[]).stderr;
        assert_eq!(told.matches("warning[").count(), 1, "{told}");
        assert!(told.contains(&format!("warning[{code}]")), "{told}");
    }
}

/// If the source of a diagram gained a part, its translation is stale, but the site is built.
#[test]
fn a_diagram_that_grew_makes_its_translation_stale() {
    let diagram = |steps: &[&str]| {
        let steps: String = steps
            .iter()
            .map(|id| format!("[[steps]]\nid = \"{id}\"\nlabel = \"라벨 {id}\"\n"))
            .collect();
        format!(
            "```diagram\nkind = \"workflow\"\nid = \"w\"\ntitle = \"제목\"\ncaption = \"설명\"\n{steps}```\n"
        )
    };
    let english = |steps: &[&str]| {
        diagram(steps).replace("라벨", "Step").replace("제목", "Title").replace("설명", "Words")
    };
    let site = TestSite::new();
    site.write(EN, guide("Alpha", "", &english(&["a", "b"])));
    site.write(KO, translation("알파", "", &diagram(&["a", "b"])));
    assert_eq!(run(&site, &["accept", "guides/a", "--all"]).code, 0);
    let renamed = english(&["a", "b"]).replace("id = \"w\"", "id = \"v\"");
    site.write(EN, guide("Alpha", "", &renamed));
    let built = site.build(&["--strict"]);
    assert_eq!((built.code, built.stderr.as_str()), (0, ""), "another id");
    assert_eq!(states(&site), ("stale".into(), vec!["diagram-v source-changed".into()]));
    for steps in [&["a", "b", "c"][..], &["b", "a"], &["a", "c"]] {
        site.write(EN, guide("Alpha", "", &english(steps)));
        let built = site.build(&["--strict"]);
        assert_eq!((built.code, built.stderr.as_str()), (0, ""), "{steps:?}");
        assert_eq!(states(&site), ("stale".into(), vec!["diagram-w source-changed".into()]));
    }
}

/// Returns the codes of the warnings about each pair of bodies, in English and in Korean. One site has
/// a page for each, so that a single build reports everything.
fn codes_of_pairs(pairs: &[(&str, &str)]) -> Vec<Vec<String>> {
    let site = TestSite::new();
    for (at, (english, korean)) in pairs.iter().enumerate() {
        let title = format!("Page number {at}");
        site.write(&format!("content/guides/p{at:03}.en.md"), guide(&title, "", english));
        let title = format!("쪽 번호 {at}");
        site.write(&format!("content/guides/p{at:03}.ko.md"), translation(&title, "", korean));
    }
    let report = site.build(&["--all"]).stderr;
    let mut found = vec![Vec::new(); pairs.len()];
    let mut code = "";
    for line in report.lines() {
        if let Some(rest) = line.strip_prefix("warning[").or(line.strip_prefix("error[")) {
            code = rest.split(']').next().unwrap_or_default();
        }
        let place = line.trim_start().strip_prefix("--> content/guides/p");
        let page = place.and_then(|place| place.get(..3)?.parse::<usize>().ok());
        if let Some(codes) = page.and_then(|page| found.get_mut(page)) {
            codes.push(code.to_owned());
        }
    }
    found
}

/// Dates, ordinals and numbers in words are no other amounts, whatever form they have in the other
/// language.
#[test]
fn the_same_number_in_another_form_is_no_difference() {
    let pairs = [
        ("By the 10th. Wait 3 days.", "10일까지 보냅니다. 사흘 기다립니다."),
        ("By the tenth. Wait 3 days.", "10일까지 보냅니다. 사흘 기다립니다."),
        ("Take bus No. 7, 3 times.", "7번 버스를 세 번 탑니다."),
        ("The third meeting, 2 times.", "3회 회의, 두 번."),
        ("See Article 2, within 3 days.", "제2조, 사흘 안에."),
        ("Line 2, floor 1, room 101, grade 5, 3 times.", "2호선, 1층, 101호, 5학년, 세 번."),
        ("See question 3; try 5 times.", "3번 문항, 다섯 번."),
        ("It opens at 3:30 and takes 15 minutes.", "3시 30분에 열고 십오 분 걸립니다."),
        ("From 1 to 5 May, 3 days.", "5월 1일~5일, 사흘."),
        ("In the ’90s, for 10 years.", "90년대 십 년."),
        ("In the nineties, for 10 years.", "90년대, 10년."),
        ("The class of ’98, for 4 years.", "98년 졸업생, 네 해 동안."),
        ("In 2026, for 4 years.", "26년에, 네 해."),
        ("Three people ask, 5 people answer.", "3명이 묻고 다섯 명이 답합니다."),
    ];
    for ((english, korean), found) in pairs.iter().zip(codes_of_pairs(&pairs)) {
        assert_eq!(found, [""; 0], "{english} | {korean}");
    }
    let different = [
        ("Wait 10 days.", "12일 기다립니다."),
        ("Within 30 days, in 30 minutes.", "7일 안에, 30분 동안."),
        ("Answer 10 times.", "12번 답합니다."),
        ("It takes 3 years.", "5년이 걸립니다."),
        ("It costs $5.", "6달러입니다."),
    ];
    for ((english, korean), found) in different.iter().zip(codes_of_pairs(&different)) {
        assert_eq!(found, ["number-differs"], "{english} | {korean}");
    }
}

/// A number in common does not outweigh the order of sections, but code, lists and tables do.
#[test]
fn a_common_number_pairs_no_sections_out_of_order() {
    let pairs = [
        (
            "## One\n\nIt takes 5 minutes.\n\n## Two\n\nText.",
            "## 하나\n\n오 분 걸립니다.\n\n## 둘\n\n두 번째 글, 5분.",
        ),
        (
            "## One\n\nThree people.\n\n## Two\n\n3 days.\n\n## Three\n\n30% answer.",
            "## 하나\n\n3명과 3일과 30%.\n\n## 둘\n\n사흘.\n\n## 셋\n\n열에 셋.",
        ),
        (
            "## One\n\n$5 a month.\n\n## Two\n\n2 hours.\n\n## Three\n\nText.",
            "## 하나\n\n두 시간.\n\n## 둘\n\n다섯 달러, 2시간.\n\n## 셋\n\n글. $5",
        ),
        (
            "## One\n\n`a` 5 minutes\n\n## Two\n\n`b` 5 minutes",
            "## 둘\n\n`b` 5분\n\n## 하나\n\n`a` 5분",
        ),
    ];
    for ((english, _), found) in pairs.iter().zip(codes_of_pairs(&pairs)) {
        assert_eq!(found, [""; 0], "{english}");
    }
}

/// A passage that was passed over is reported, counts as words to translate, and is not recorded
/// without a reason.
#[test]
fn untranslated_passages_in_translated_sections_are_told() {
    const LEFT: &str = "Ask who decides before anything is bought. It takes a day at most.";
    for korean in [
        format!("누가 정하는지 묻습니다.\n\n{LEFT}\n\n다시 봅니다."),
        format!("누가 정하는지 묻습니다.\n\n- 하나\n- {LEFT}\n- 셋"),
        format!("누가 정하는지 묻습니다.\n\n> [!NOTE]\n> {LEFT}"),
        format!("누가 정하는지 묻습니다.\n\n| 가 |\n|---|\n| {LEFT} |"),
    ] {
        let site = TestSite::new();
        site.write(EN, guide("Alpha", "", "## First {#first}\n\nText."));
        site.write(KO, translation("알파", "", &format!("## 처음 {{#first}}\n\n{korean}")));
        let told = site.build(&[]).stderr;
        assert!(told.contains("warning[untranslated]: this passage"), "{korean}: {told}");
        let status = run(&site, &["status", "a"]).stdout;
        assert!(status.contains("13 words to translate"), "{korean}: {status}");
        assert_eq!(run(&site, &["accept", "guides/a", "first"]).code, 1, "{korean}");
        let reason = ["accept", "guides/a", "first", "--unchanged", "a quotation"];
        assert_eq!(run(&site, &reason).code, 0);
        assert!(!site.build(&[]).stderr.contains("untranslated"), "{korean}");
    }
}

/// Quotations, code, names, titles and addresses may be in the language of the source.
#[test]
fn quotations_and_names_need_no_translation() {
    const LEFT: &str = "Ask who decides before anything is bought. It takes a day at most.";
    let korean = [
        format!("원문입니다.\n\n> {LEFT}"),
        format!("원문입니다.\n\n<blockquote lang=\"en\">\n\n{LEFT}\n\n</blockquote>\n\n글."),
        format!("원문은 <q lang=\"en\">{LEFT}</q>입니다.\n\n<p lang=\"en\">{LEFT}</p>"),
        format!("예:\n\n```text\n{LEFT}\n```\n\n`{LEFT}`"),
        "123 Main Street, Springfield, IL 62704, United States of America\n\n글.".to_owned(),
        "Kim, J. (2020). On the cost of things that last: a study of schools. Things, 12(3).\n\n글."
            .to_owned(),
        "Ask first.\n\n“Decide before you buy.”\n\n글.".to_owned(),
        format!("[{LEFT}](a.md)\n\n글."),
    ];
    let pairs: Vec<(&str, &str)> = korean.iter().map(|korean| ("", korean.as_str())).collect();
    for ((_, korean), found) in pairs.iter().zip(codes_of_pairs(&pairs)) {
        assert!(!found.contains(&"untranslated".to_owned()), "{korean}: {found:?}");
    }
}

/// Both files are in the wrong language, or both in the same one.
#[test]
fn pages_in_the_wrong_language_are_told() {
    const ENGLISH: &str = "Ask who decides before anything is bought, and write it down for everyone. It takes a day at most.";
    const KOREAN: &str = "사기 전에 누가 정하는지 묻고 적어 둡니다. 그다음 줄입니다. 모두가 볼 수 있는 곳에 두어야 합니다.";
    let pairs = [(KOREAN, ENGLISH), (KOREAN, KOREAN), (ENGLISH, ENGLISH), (ENGLISH, KOREAN)];
    let found = codes_of_pairs(&pairs);
    assert_eq!(found[0], ["other-language", "untranslated"]);
    assert_eq!(found[1], ["other-language"]);
    assert_eq!(found[2], ["untranslated"]);
    assert_eq!(found[3], [""; 0]);
}
