//! The files for programs: versions of sections.

use serde_json::Value;

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

/// Returns the sections of the guide, each as its name and its version.
fn sections(file: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let sections = file["pages"]["guides/a"]["sections"].as_array().expect("sections");
    sections.iter().map(|one| (text(&one["id"]), text(&one["version"]))).collect()
}

/// Returns the names of the sections whose versions are not the same.
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
fn only_another_text_makes_another_version() {
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
    for at in 0..130 {
        site.write(
            &format!("content/guides/g{at}.en.md"),
            guide(&format!("Guide {at}"), "", "Text."),
        );
    }
    let whole = versions(&site, "en")["pages"].as_object().expect("pages").len();
    let rest = site.read("site/en/versions/1.json");
    let rest: Value = serde_json::from_str(&rest).expect("JSON");
    assert_eq!(whole + rest["pages"].as_object().expect("pages").len(), 130);
    assert!(site.read("site/en/guides/g0/index.html").contains("data-version-files=\"2\""));
    let fnv = |name: &str| {
        name.bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    assert_eq!(rest["pages"]["guides/g0"].is_object(), fnv("guides/g0") % 2 == 1);
}
