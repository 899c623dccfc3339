//! The files for other programs: versions of sections, rankings and checklists as JSON,
//! schemas, feeds of topics.

use serde_json::{Value, json};

use crate::support::{SETTINGS, TestSite, guide, translation};

const ENGLISH: &str = "Opening words.\n\n## First part {#first}\n\nOne sentence,\nand more.\n\n\
                       ### Inner {#inner}\n\n#### Small print\n\nMind this.\n\n- [ ] Ask. {#ask}\n\n## Second\n\nText.\n";
const KOREAN: &str = "여는 말입니다.\n\n## 첫째 {#first}\n\n한 문장입니다.\n\n### 안쪽 {#inner}\n\n#### 작은 글씨\n\n\
                      살펴보세요.\n\n- [ ] 물어봅니다. {#ask}\n\n## 둘째\n\n글입니다.\n";

fn site() -> TestSite {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    site.write("content/guides/a.en.md", guide("A guide", "", ENGLISH));
    site.write("content/guides/a.ko.md", translation("업체 고르기", "", KOREAN));
    site
}

fn versions(site: &TestSite, lang: &str) -> Value {
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let file = site.read(&format!("site/{lang}/versions/0.json"));
    serde_json::from_str(&file).expect("JSON")
}

/// Returns the name and version of each section of the guide.
fn sections(file: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let sections = file["pages"]["guides/a"]["sections"].as_array().expect("sections");
    sections.iter().map(|one| (text(&one["id"]), text(&one["version"]))).collect()
}

/// Returns the names of the sections whose versions differ.
fn changed(before: &[(String, String)], after: &[(String, String)]) -> Vec<String> {
    let pairs = before.iter().zip(after);
    pairs.filter(|(a, b)| a != b).map(|(a, _)| a.0.clone()).collect()
}

#[test]
fn versions_and_names_of_sections_are_the_same_in_both_languages() {
    let site = site();
    let (english, korean) = (versions(&site, "en"), versions(&site, "ko"));
    assert_eq!(sections(&english), sections(&korean));
    let names: Vec<String> = sections(&english).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        ["", "first", "inner", "second"],
        "smaller headings belong to the section above"
    );
    let page = &korean["pages"]["guides/a"];
    assert_eq!(page["href"], "/ko/guides/a/");
    assert_eq!(page["sections"][3]["anchor"], "둘째");
    assert_eq!(page["sections"][3]["title"], "둘째");
    assert_eq!(page["version"], english["pages"]["guides/a"]["version"]);
    assert!(english["pages"]["home"].is_null(), "no home was written");
}

#[test]
fn a_version_changes_with_the_text_only() {
    let site = site();
    let before = sections(&versions(&site, "ko"));
    let edit = |from: &str, to: &str| {
        let body = ENGLISH.replace(from, to);
        assert_ne!(body, ENGLISH);
        site.write("content/guides/a.en.md", guide("A guide", "", &body));
        changed(&before, &sections(&versions(&site, "ko")))
    };
    assert_eq!(edit("sentence,\nand", "sentence, and"), [""; 0]);
    assert_eq!(edit("Text.", "Other text."), ["second"]);
    assert_eq!(edit("Mind this.", "Mind that."), ["inner"]);
    assert_eq!(edit("Ask.", "Ask twice."), ["inner"]);
    assert_eq!(edit("Opening", "First"), [""]);
    site.write("content/guides/a.en.md", guide("Another title", "", ENGLISH));
    assert_eq!(changed(&before, &sections(&versions(&site, "en"))), [""]);
}

#[test]
fn many_pages_are_spread_over_several_files_by_the_hash_of_their_names() {
    let site = TestSite::empty();
    site.write("guide.toml", format!("preview_images = \"none\"\n{SETTINGS}"));
    for at in 0..161 {
        site.write(
            &format!("content/guides/g{at}.en.md"),
            guide(&format!("Guide {at}"), "", "Text."),
        );
    }
    let pages = |name: &str| {
        let file = site.read(&format!("site/en/versions/{name}.json"));
        let file: Value = serde_json::from_str(&file).expect("JSON");
        file["pages"].as_object().expect("pages").clone()
    };
    versions(&site, "en");
    let whole: Vec<_> = (0..9).map(|at| pages(&at.to_string())).collect();
    assert_eq!(whole.iter().map(serde_json::Map::len).sum::<usize>(), 161);
    assert!(site.read("site/en/guides/g0/index.html").contains("data-version-files=\"9\""));
    let fnv = |name: &str| {
        name.bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let of = fnv("guides/g0") % 9;
    let page = &whole[of as usize]["guides/g0"];
    assert_eq!(page["title"], "Guide 0");
    // Eight of these files share one with the versions of the pages alone.
    assert_eq!(pages("pages-0").len() + pages("pages-1").len(), 161);
    let version = &pages(&format!("pages-{}", of / 8))["guides/g0"];
    assert_eq!(version, &json!({ "version": page["version"] }));
    let sections = page["sections"].as_array().expect("sections").iter();
    let line =
        |one: &Value| [&one["id"], &one["version"]].map(|v| v.as_str().expect("text").to_owned());
    let sum = sections.map(|one| fnv(&line(one).join(" "))).fold(0, u32::wrapping_add);
    assert_eq!(version["version"], format!("{sum:08x}"));
}

const RANKING: &str = r#"+++
title = "What to begin with"
description = "Two things to begin with, in the order of their risk and their use."
published = 2026-11-22
review_by = 2027-05-01

[criteria.risk]
label = "Risk"
note = "How little can go wrong."

[criteria.use]
label = "Use"

[items.soup]
label = "Soup"
reason = "Nobody chokes on it."
guide = "a"
scores = { risk = 5, use = 2 }

[items.fish]
label = "Fish"
scores = { risk = 1, use = 4 }

[weights.default]
risk = 3
use = 1
+++
"#;

const DECISION: &str = r#"```diagram
kind = "decision"
id = "any"
title = "T"
caption = "C"
[[questions]]
id = "q"
label = "Q"
help = "H"
type = "several"
otherwise = "n"
answers = [{ label = "A", points = 2 }, { label = "B", to = "v", because = "W" }]
[[questions]]
id = "n"
label = "N"
type = "number"
unit = "u"
ranges = [{ from = 0, until = 4, to = "v" }, { from = 5, to = "w" }]
[[verdicts]]
id = "v"
label = "V"
tone = "go"
duties = ["D"]
follows = ["a.md"]
[[verdicts]]
id = "w"
label = "W"
tone = "stop"
owner = "O"
review_days = 9
```
"#;

fn json(site: &TestSite, path: &str) -> Value {
    serde_json::from_str(&site.read(path)).expect("JSON")
}

/// Fails if `value` violates `schema`, as far as the schema can be checked here.
fn fits(schema: &Value, value: &Value, place: &str) {
    for key in schema["required"].as_array().into_iter().flatten() {
        assert!(!value[key.as_str().expect("a key")].is_null(), "{place} lacks {key}");
    }
    let is_type = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("integer") => value.is_i64(),
        Some("string") => value.is_string(),
        _ => true,
    };
    assert!(is_type, "{place} is no {}: {value}", schema["type"]);
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(&schema["items"], item, &format!("{place}[{at}]"));
    }
    for (key, item) in value.as_object().into_iter().flatten() {
        let own = &schema["properties"][key];
        let known = if own.is_null() { &schema["additionalProperties"] } else { own };
        assert!(known.is_object(), "{place}: the schema does not name {key}");
        fits(known, item, &format!("{place}.{key}"));
    }
}

#[test]
fn rankings_and_checklists_are_published_as_json() {
    let site = site();
    site.write("content/rankings/first.en.md", RANKING);
    let tasks = "## By hand {#hand}\n\n- [ ] Ask **twice**. {#ask}\n- [x] Write it `down`.\n";
    site.write("content/checklists/c.en.md", translation("Before", "", tasks));
    versions(&site, "en");
    let ranking = json(&site, "site/en/rankings/first/index.json");
    assert_eq!(ranking["id"], "rankings/first");
    assert_eq!(ranking["page"], "https://guide.example/en/rankings/first/");
    assert_eq!(ranking["review_by"], "2027-05-01");
    assert_eq!(ranking["weights"]["default"]["risk"], 3);
    let first = &ranking["items"][0];
    assert_eq!(first["id"], "soup");
    assert_eq!(first["total"], "4.3");
    assert_eq!(first["scores"]["risk"], 5);
    assert_eq!(first["guide"], "/en/guides/a/");
    let list = json(&site, "site/en/checklists/c/index.json");
    assert_eq!(list["items"][0]["id"], "ask");
    assert_eq!(list["items"][0]["text"], "Ask twice.");
    assert_eq!(list["items"][0]["section"], "By hand");
    assert_eq!(list["items"][1]["id"], "hand.task-1");
    assert!(!site.tree("site").contains_key("en/guides/a/index.json"));
}

#[test]
fn each_file_fits_the_schema_that_is_printed_for_it() {
    let site = site();
    site.write("content/rankings/first.en.md", RANKING);
    site.write("content/checklists/c.en.md", translation("Before", "", "- [ ] Ask. {#ask}\n"));
    site.write("content/guides/d.en.md", guide("Deciding", "", DECISION));
    versions(&site, "en");
    for (subject, file) in [
        ("ranking", "en/rankings/first/index.json"),
        ("checklist", "en/checklists/c/index.json"),
        ("versions", "ko/versions/0.json"),
        ("versions", "ko/versions/pages-0.json"),
        ("decision", "en/guides/d/any.json"),
    ] {
        for lang in ["en", "ko"] {
            let printed = site.run_in("C", &["schema", subject, "--lang", lang]);
            let schema: Value = serde_json::from_str(&printed.stdout).expect("JSON");
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert!(schema["properties"]["format"]["description"].is_string(), "{subject}");
            fits(&schema, &json(&site, &format!("site/{file}")), subject);
        }
    }
}

#[test]
fn each_topic_with_guides_has_a_feed() {
    let site = site();
    let topics = "preview_images = \"none\"\n\n[topics]\nrisk = { en = \"Risk\", ko = \"위험\" }\nidle = { en = \"Idle\", ko = \"빈\" }\n";
    let (address, rest) = SETTINGS.split_once('\n').expect("lines");
    site.write("guide.toml", [address, "\n", topics, rest].concat());
    site.write("content/guides/r.en.md", guide("Risks", "topic = \"risk\"\n", "Text."));
    site.write("content/guides/r.ko.md", translation("위험한 일", "", "글."));
    let subscribe = translation("Follow", "tool = \"subscription\"\n", "Text.");
    site.write("content/pages/subscribe.en.md", subscribe);
    versions(&site, "en");
    let feed = site.read("site/ko/topics/risk/feed.xml");
    assert!(feed.contains("<title>결정 가이드 · 위험</title>"), "{feed}");
    assert!(feed.contains("위험한 일") && !feed.contains("업체 고르기"), "{feed}");
    let both = site.read("site/en/feed.xml");
    assert!(both.contains("Risks") && both.contains("A guide"), "{both}");
    let json = json(&site, "site/en/topics/risk/feed.json");
    assert_eq!(json["items"].as_array().expect("items").len(), 1);
    assert_eq!(json["home_page_url"], "https://guide.example/en/guides/#risk");
    assert!(!site.tree("site").contains_key("en/topics/idle/feed.xml"));
    let page = site.read("site/en/pages/subscribe/index.html");
    assert!(page.contains("/en/topics/risk/feed.xml"), "{page}");
    let head = page.split("</head>").next().expect("a head");
    assert!(!head.contains("topics/risk"), "heads name the feeds of kinds only");
}
