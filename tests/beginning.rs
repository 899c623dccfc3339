//! Creating a guide and its pages: `init` and `new`. The created files build without changes.

use std::fs;

use crate::support::{Ran, TestSite};

const LOCALES: [(&str, &str); 2] = [("en", "en_US.UTF-8"), ("ko", "ko_KR.UTF-8")];

fn run(site: &TestSite, locale: &str, arguments: &[&str]) -> Ran {
    let ran = site.run_in(locale, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}{}", ran.stdout, ran.stderr);
    ran
}

#[test]
fn a_new_guide_builds_without_a_warning_and_is_in_step() {
    for (_, locale) in LOCALES {
        let site = TestSite::empty();
        run(
            &site,
            locale,
            &["init", "guide", "--title-en", "Lunch \"guide\"", "--title-ko", "급식 가이드"],
        );
        let built = run(&site, locale, &["build", "--strict", "--root", "guide"]);
        assert_eq!(built.stderr, "");
        let checked = run(&site, locale, &["check", "--strict", "--root", "guide"]);
        assert!(!checked.stderr.contains("warning"), "{}", checked.stderr);
        let status =
            run(&site, locale, &["status", "--root", "guide", "--fail-on", "stale,missing"]);
        assert_eq!(status.stderr, "");
        let page = site.read("guide/site/en/index.html");
        assert!(page.contains("<span>Lunch &quot;guide&quot;</span>"), "{page}");
        assert!(site.read("guide/site/ko/index.html").contains("급식"));
    }
}

#[test]
fn pages_are_written_first_in_the_language_of_the_user() {
    for (lang, locale) in LOCALES {
        let site = TestSite::empty();
        let ran = run(&site, locale, &["init"]);
        assert!(ran.stdout.contains("giljabi serve --open --drafts"), "{}", ran.stdout);
        assert!(site.read("guide.toml").contains(&format!("source_language = \"{lang}\"")));
        let other = if lang == "en" { "ko" } else { "en" };
        let ledger = site.read(&format!("content/guides/first-guide.{other}.ledger"));
        assert_eq!(ledger.contains("이 번역의 각 절"), lang == "ko", "{ledger:.200}");
        let dated = site.read(&format!("content/guides/first-guide.{lang}.md"));
        assert!(dated.contains("\npublished = "), "{dated}");
    }
}

#[test]
fn nothing_is_overwritten() {
    let site = TestSite::empty();
    site.write("content/home.ko.md", "mine");
    let ran = site.run_in("en_US.UTF-8", &["init"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("content/home.ko.md is there already"), "{}", ran.stderr);
    assert_eq!(site.read("content/home.ko.md"), "mine");
    assert_eq!(fs::read_dir(site.root()).expect("a folder").count(), 1);
}

#[test]
fn no_guide_begins_inside_another_ones_content() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    let ran = site.run_in("en_US.UTF-8", &["init", "content/guides/inner"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("part of another guide"), "{}", ran.stderr);
    assert!(!site.root().join("content/guides/inner").exists());
    assert_eq!(site.run_in("en_US.UTF-8", &["init", "beside"]).code, 0);
}

#[test]
fn a_workflow_is_added_where_it_is_asked_for() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init", "--github"]);
    let workflow = site.read(".github/workflows/guide.yml");
    let action = concat!("uses: giljabi/giljabi@v", env!("CARGO_PKG_VERSION"), "\n");
    assert!(workflow.contains(action), "{workflow}");
    run(&site, "en_US.UTF-8", &["build", "--strict"]);
    let page = site.read("site/ko/guides/first-guide/index.html");
    assert!(page.contains("<meta http-equiv=\"Content-Security-Policy\""), "{page}");
}

#[test]
fn a_page_of_each_kind_lacks_only_its_words() {
    let kinds = ["guides", "decisions", "checklists", "profiles", "rankings", "changelog", "pages"];
    for (lang, locale) in LOCALES {
        let site = TestSite::empty();
        run(&site, locale, &["init"]);
        for kind in kinds {
            let page = format!("{kind}/v2.0.0-new");
            let ran = run(&site, locale, &["new", &page]);
            assert!(ran.stdout.contains(&format!("content/{page}.{lang}.md")), "{}", ran.stdout);
            let text = site.read(&format!("content/{page}.{lang}.md")).to_lowercase();
            let of_a_subject = ["supplier", "buyer", "contract", "업체", "구매", "계약"];
            assert!(!of_a_subject.iter().any(|word| text.contains(word)), "{text}");
        }
        let built = run(&site, locale, &["build", "--drafts"]);
        let problems =
            built.stderr.lines().filter(|line| line.contains("[") && line.contains("]:"));
        let others: Vec<&str> = problems.filter(|line| !line.contains("[to-be-written]")).collect();
        assert!(others.is_empty(), "{others:#?}");
        assert!(built.stderr.contains("[to-be-written]"));
        // The build reports exactly the marked places.
        let checked = run(&site, locale, &["check", "--drafts"]);
        let problem = |line: &&str| line.contains('[') && line.contains("]:");
        let told = |text: &str| text.lines().filter(problem).count();
        assert_eq!(told(&checked.stderr), told(&built.stderr), "{}", checked.stderr);
    }
}

#[test]
fn one_language_can_be_created_alone() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    run(&site, "en_US.UTF-8", &["new", "guides/둘째", "--lang", "ko", "--title", "둘째 \"질문\""]);
    let page = site.read("content/guides/둘째.ko.md");
    assert!(
        page.contains("source_language = \"ko\"") && page.contains("title = \"둘째 \\\"질문\\\"\"")
    );
    assert!(!site.path("content/guides/둘째.en.md").exists());
    run(&site, "en_US.UTF-8", &["build", "--drafts"]);
    // The other language follows it, so that the page has one original.
    let other = site.run_in("en_US.UTF-8", &["new", "guides/둘째", "--lang", "en"]);
    assert!(
        other.code == 2 && other.stderr.contains("giljabi translate guides/둘째"),
        "{}",
        other.stderr
    );
}

/// Titles that are nearly as long as they may be leave no room for that of the site on other pages.
#[test]
fn a_long_title_causes_no_warning() {
    let site = TestSite::empty();
    let title = "School lunches: what we decide and how we decide it here";
    run(&site, "en_US.UTF-8", &["init", "--title-en", title]);
    run(&site, "en_US.UTF-8", &["build", "--strict"]);
}

#[test]
fn an_impossible_page_is_refused_with_advice() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    for (page, advice) in [
        ("guide/a", "did you mean “guides”?"),
        ("guides/a b", "cannot be part of an address"),
        ("guides/first-guide", "first-guide.en.md is there already"),
        ("first", "guides/first"),
        ("guides", "guides/our-question"),
    ] {
        let ran = site.run_in("en_US.UTF-8", &["new", page]);
        assert_eq!(ran.code, 2, "{page}");
        assert!(ran.stderr.contains(advice), "{page}: {}", ran.stderr);
    }
}

#[test]
fn words_still_to_be_written_are_never_published() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    run(&site, "en_US.UTF-8", &["new", "guides/ours"]);
    // A draft does not affect the rest.
    run(&site, "en_US.UTF-8", &["build", "--strict"]);
    let source = site.read("content/guides/ours.en.md").replace("draft = true\n", "");
    site.write("content/guides/ours.en.md", &source);
    let refused = site.run_in("en_US.UTF-8", &["build"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("error[to-be-written]: 7 places"), "{}", refused.stderr);
    // A translation that is still to be written is not published, and cannot be recorded.
    site.write("content/guides/ours.en.md", source.replace("TODO: ", ""));
    let built = run(&site, "en_US.UTF-8", &["build", "--strict"]);
    assert!(built.stdout.contains("1 page is there in one language only"), "{}", built.stdout);
    assert!(!site.path("site/ko/guides/ours").exists());
    let checked = run(&site, "en_US.UTF-8", &["check", "--drafts"]);
    let told = "warning[to-be-written]: 7 places are still to be written";
    assert!(checked.stderr.contains(told), "{}", checked.stderr);
    assert!(checked.stderr.contains("content/guides/ours.ko.md"), "{}", checked.stderr);
    assert!(!run(&site, "en_US.UTF-8", &["check"]).stderr.contains("to-be-written"));
    let status = run(&site, "en_US.UTF-8", &["status"]);
    assert!(status.stdout.contains("1 begun"), "{}", status.stdout);
    assert_eq!(site.run_in("en_US.UTF-8", &["accept", "guides/ours", "--all"]).code, 2);
    let translated = site.read("content/guides/ours.ko.md").replace("TODO: ", "");
    let translated = translated.replace("evidence = [\"", "evidence = [\"TODO: ");
    site.write("content/guides/ours.ko.md", &translated);
    let part = site.run_in("en_US.UTF-8", &["accept", "guides/ours", "--all"]);
    assert_eq!(part.code, 1, "{}", part.stdout);
    assert!(
        part.stdout.contains("● front.evidence: it is marked as not translated yet"),
        "{}",
        part.stdout
    );
}

#[test]
fn a_new_decision_is_tried_out_in_its_original() {
    for (lang, locale) in LOCALES {
        let site = TestSite::empty();
        run(&site, locale, &["init"]);
        run(&site, locale, &["new", "decisions/ours"]);
        for (code, _) in LOCALES {
            let page = site.read(&format!("content/decisions/ours.{code}.md"));
            assert_eq!(page.contains("[[scenarios]]"), code == lang, "{page}");
            assert!(page.contains("label = \"TODO: "), "{page}");
        }
    }
}

#[test]
fn a_term_may_wait_for_its_translation() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    let page = site.read("content/pages/glossary.en.md");
    let term = "[terms.step]\nword = \"Step\"\ndefinition = \"One thing to do.\"\n+++\n\nOne";
    site.write("content/pages/glossary.en.md", page.replace("+++\n\nOne", term));
    let built = run(&site, "en_US.UTF-8", &["build"]);
    assert!(built.stderr.contains("warning[missing-term]"), "{}", built.stderr);
    run(&site, "en_US.UTF-8", &["sync", "pages/glossary"]);
    let built = run(&site, "en_US.UTF-8", &["build"]);
    assert!(!built.stderr.contains("missing-term"), "{}", built.stderr);
}
