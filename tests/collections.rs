//! Collections that the settings declare: they have everything that a built-in kind has,
//! without any Rust.

use crate::support::{Ran, TestSite, guide, translation};

const SETTINGS: &str = r#"base_url = "https://guide.example"
minify = false

[title]
en = "Decision guide"
ko = "결정 가이드"

[collections.cases]
title = { en = "Customer cases", ko = "고객 사례" }
introduction = { en = "What teams did & learned.", ko = "팀이 해 보고 배운 것입니다." }
feed = true

[collections.notes]
title = { en = "Notes", ko = "메모" }
introduction = { en = "Short remarks.", ko = "짧은 글입니다." }
"#;

fn site() -> TestSite {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    let guide_text = "See [a case](../cases/support.md) and [all](../cases/).";
    site.write(
        "content/guides/a.en.md",
        guide("Guide", "related = [\"cases/support\"]\n", guide_text),
    );
    for (slug, day) in [("support", "2026-11-01"), ("drafts", "2026-11-20")] {
        let more = format!("published = {day}\nrelated = [\"guides/a\"]\n");
        let (en, ko) =
            (format!("content/cases/{slug}.en.md"), format!("content/cases/{slug}.ko.md"));
        site.write(&en, translation(&format!("Case {slug}"), &more, "## What was tried\n\nText."));
        site.write(&ko, translation(&format!("사례 {slug}"), "", "## 해 본 것\n\n글."));
    }
    site.write("content/notes/b.en.md", translation("Alpha note", "", "Text."));
    site.write("content/notes/a.en.md", translation("Beta note", "", "Text."));
    site
}

fn built(site: &TestSite) -> Ran {
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

/// Asserts that `text` has all of `parts`, in their order.
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} in {rest}"));
        rest = &rest[at + part.len()..];
    }
}

#[test]
fn a_collection_has_a_list_in_both_languages() {
    let site = site();
    built(&site);
    let en = site.read("site/en/cases/index.html");
    assert_in_order(
        &en,
        &[
            "<h1>Customer cases</h1>",
            "What teams did &amp; learned.",
            "Case drafts",
            "Case support",
        ],
    );
    let ko = site.read("site/ko/cases/index.html");
    assert_in_order(
        &ko,
        &["<h1>고객 사례</h1>", "팀이 해 보고 배운 것입니다.", "사례 drafts", "사례 support"],
    );
    assert_in_order(&site.read("site/en/notes/index.html"), &["Alpha note", "Beta note"]);
}

#[test]
fn an_article_has_what_every_page_has() {
    let site = site();
    built(&site);
    let page = site.read("site/en/cases/support/index.html");
    let parts = [
        "hreflang=\"ko\" href=\"https://guide.example/ko/cases/support/\"",
        "\"@type\":\"Article\"",
        "href=\"/en/cases/\"",
        "<h1>Case support</h1>",
        "What was tried",
        "href=\"/en/guides/a/\"",
    ];
    assert_in_order(&page, &parts);
    let guide = site.read("site/en/guides/a/index.html");
    assert_in_order(
        &guide,
        &["/en/cases/support/\">a case", "/en/cases/\">all", "<span>Customer cases</span>"],
    );
    assert!(site.path("site/previews/en/cases/support.png").is_file());
    assert!(site.path("site/previews/ko/cases.png").is_file());
}

#[test]
fn search_engines_feeds_and_models_find_a_collection() {
    let site = site();
    built(&site);
    assert_in_order(
        &site.read("site/sitemap.xml"),
        &["/en/cases/</loc>", "/en/cases/support/</loc>"],
    );
    let llms = site.read("site/llms.txt");
    assert_in_order(
        &llms,
        &["## Customer cases (English)", "(https://guide.example/en/cases/drafts/index.md)"],
    );
    let feed = site.read("site/en/cases/feed.xml");
    assert_in_order(&feed, &["Decision guide · Customer cases", "Case drafts", "Case support"]);
    assert!(site.read("site/ko/cases/feed.json").contains("결정 가이드 · 고객 사례"));
    assert!(!site.path("site/en/notes/feed.xml").exists());
}

#[test]
fn translations_of_a_collection_have_a_state() {
    let site = site();
    let status = site.run_in("en_US.UTF-8", &["status"]);
    assert!(status.stdout.contains("cases/support"), "{}", status.stdout);
    let accepted = site.run_in("en_US.UTF-8", &["accept", "cases/support", "title"]);
    assert_eq!(accepted.code, 0, "{}", accepted.stderr);
    assert!(site.path("content/cases/support.ko.ledger").is_file());
}

#[test]
fn a_dated_collection_needs_dates() {
    let site = site();
    site.write("content/cases/support.en.md", translation("Case support", "", "Text."));
    let ran = site.build(&[]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("content/cases/support.en.md:1:1"), "{}", ran.stderr);
    assert!(ran.stderr.contains("published = 2026-11-22"), "{}", ran.stderr);
}

#[test]
fn a_folder_becomes_a_collection_when_the_settings_say_so() {
    let site = site();
    site.write("content/talks/a.en.md", translation("Talk", "", "Text."));
    let ran = site.build(&[]);
    assert!(ran.stderr.contains("add [collections.talks] to guide.toml"), "{}", ran.stderr);
    let talks = "\n[collections.talks]\ntitle = { en = \"Talks\", ko = \"강연\" }\nintroduction = { en = \"x\", ko = \"y\" }\n";
    site.write("guide.toml", [SETTINGS, talks].concat());
    built(&site);
    assert!(site.read("site/en/talks/index.html").contains("<h1>Talks</h1>"));
}
