//! Beginning a guide and its pages: `init` and `new`, and that they build as they stand.

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
        run(&site, locale, &["init"]);
        assert!(site.read("guide.toml").contains(&format!("source_language = \"{lang}\"")));
        let dated = site.read(&format!("content/guides/first-guide.{lang}.md"));
        assert!(dated.contains("\npublished = "), "{dated}");
    }
}

#[test]
fn nothing_is_written_over() {
    let site = TestSite::empty();
    site.write("content/home.ko.md", "mine");
    let ran = site.run_in("en_US.UTF-8", &["init"]);
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("content/home.ko.md is there already"), "{}", ran.stderr);
    assert_eq!(site.read("content/home.ko.md"), "mine");
    assert_eq!(fs::read_dir(site.root()).expect("a folder").count(), 1);
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
        }
        let built = run(&site, locale, &["build", "--drafts"]);
        let problems =
            built.stderr.lines().filter(|line| line.contains("[") && line.contains("]:"));
        let others: Vec<&str> = problems.filter(|line| !line.contains("[to-be-written]")).collect();
        assert!(others.is_empty(), "{others:#?}");
        assert!(built.stderr.contains("[to-be-written]"));
        // The same marked places, and nothing else, without a build.
        let checked = run(&site, locale, &["check", "--drafts"]);
        let problem = |line: &&str| line.contains('[') && line.contains("]:");
        let told = |text: &str| text.lines().filter(problem).count();
        assert_eq!(told(&checked.stderr), told(&built.stderr), "{}", checked.stderr);
    }
}

#[test]
fn one_language_can_be_begun_alone() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    run(&site, "en_US.UTF-8", &["new", "guides/둘째", "--lang", "ko", "--title", "둘째 \"질문\""]);
    let page = site.read("content/guides/둘째.ko.md");
    assert!(
        page.contains("source_language = \"ko\"") && page.contains("title = \"둘째 \\\"질문\\\"\"")
    );
    assert!(!site.path("content/guides/둘째.en.md").exists());
    run(&site, "en_US.UTF-8", &["build", "--drafts"]);
}

#[test]
fn a_page_that_cannot_be_is_refused_with_advice() {
    let site = TestSite::empty();
    run(&site, "en_US.UTF-8", &["init"]);
    for (page, advice) in [
        ("guide/a", "did you mean “guides”?"),
        ("guides/a b", "cannot be part of an address"),
        ("guides/first-guide", "first-guide.en.md is there already"),
        ("first", "write one of guides"),
    ] {
        let ran = site.run_in("en_US.UTF-8", &["new", page]);
        assert_eq!(ran.code, 2, "{page}");
        assert!(ran.stderr.contains(advice), "{page}: {}", ran.stderr);
    }
}
