//! A guide about school lunches with every kind of page in both languages: nothing that the
//! program adds to it is about the subject of our own guide.

use std::{collections::BTreeSet, path::Path};

use giljabi::{markdown::RawForm, markdown::raw_tags, model::Lang};

use crate::support::{Ran, TestSite, guide, program, translation};

/// Words of our own glossary for parts that any guide can have: its lists, the order of a list,
/// the evidence of a page, and the sheet on which candidates are marked.
const PARTS_OF_ANY_GUIDE: &[&str] = &[
    "ranking",
    "criterion",
    "criteria",
    "signal",
    "trust signals",
    "trust signal",
    "evidence",
    "candidate",
    "sample",
    "critical failure",
    "추천 순위",
    "기준",
    "신호",
    "신뢰 신호",
    "근거",
    "후보",
    "샘플",
    "치명적 실패",
    "수정 시간",
];

fn built() -> TestSite {
    let site = TestSite::empty();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/lunches");
    let mut command = program();
    command.args(["build", "--strict", "--root"]).arg(&fixture);
    command.arg("--out").arg(site.path("site"));
    let ran = Ran::from(command.output().expect("the program runs"));
    assert_eq!((ran.code, ran.stderr.contains("warning")), (0, false), "{}", ran.stderr);
    site
}

/// Returns the words in a file that readers and programs see: its texts, and the attributes
/// that are read out or shown.
fn words_of(path: &str, text: &str) -> String {
    if !path.ends_with(".html") && !path.ends_with(".svg") {
        return text.to_owned();
    }
    const SHOWN: [&str; 6] =
        ["content", "alt", "title", "aria-label", "placeholder", "description"];
    let mut words = String::new();
    let (mut at, mut skipped) = (0, false);
    for tag in raw_tags(text) {
        if !skipped {
            words.push_str(&text[at..tag.range.start]);
        }
        words.push(' ');
        at = tag.range.end;
        skipped = matches!(tag.form, RawForm::Start { .. }) && tag.name == "style";
        let RawForm::Start { attributes, .. } = tag.form else { continue };
        for attribute in attributes {
            if SHOWN.contains(&attribute.name.as_str()) || attribute.name.starts_with("data-") {
                words.extend([attribute.value.as_str(), " "]);
            }
        }
    }
    words.push_str(&text[at..]);
    words
}

/// Returns the terms of our own guide and their variants, in lower case.
fn terms() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for lang in Lang::ALL {
        let file = format!("content/pages/glossary.{}.md", lang.code());
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = std::fs::read_to_string(file).expect("our glossary");
        let front: toml::Table =
            text.split("+++").nth(1).expect("front matter").parse().expect("TOML");
        let terms = front["terms"].as_table().expect("terms");
        for term in terms.values().filter(|term| term.get("definition").is_some()) {
            let variants = term.get("variants").and_then(toml::Value::as_array);
            let words = variants.into_iter().flatten().chain([&term["word"]]);
            all.extend(words.filter_map(toml::Value::as_str).map(str::to_lowercase));
        }
    }
    all.retain(|term| !PARTS_OF_ANY_GUIDE.contains(&term.as_str()));
    all
}

/// Returns whether `text` contains `word`, not as a part of a longer one.
fn has(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].strip_prefix('s').unwrap_or(&text[at + word.len()..]);
        let ends = after.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric());
        before.is_none_or(|c| !c.is_alphanumeric()) && ends
    })
}

#[test]
fn a_guide_about_lunches_is_about_nothing_else() {
    let site = built();
    let mut terms = terms();
    assert!(terms.len() > 60, "{terms:?}");
    terms.extend(["agent", "ai", "에이전트", "환불", "refund", "customer"].map(str::to_owned));
    let mut found = BTreeSet::new();
    let mut pages = 0;
    for (path, bytes) in site.tree("site") {
        let is_text = ["html", "xml", "json", "webmanifest", "svg", "txt"]
            .iter()
            .any(|ending| path.ends_with(&[".", ending].concat()));
        // The search index contains ends of words (~log for changelog), which are no words.
        if !is_text || path == "robots.txt" || path.starts_with("search/") {
            continue;
        }
        pages += usize::from(path.ends_with(".html"));
        let words = words_of(&path, &String::from_utf8_lossy(&bytes)).to_lowercase();
        let hits = terms.iter().filter(|term| has(&words, term));
        found.extend(hits.map(|term| format!("{term} ({path})")));
    }
    assert!(pages > 30, "{pages}");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn its_colours_and_its_logo_are_everywhere() {
    let site = built();
    let home = site.read("site/ko/index.html");
    let asset = |name: &str| {
        let tree = site.tree("site");
        let path = tree.keys().find(|path| path.ends_with(&["/", name].concat()));
        site.read(&["site/", path.expect(name)].concat())
    };
    let styles = asset("site.css");
    assert!(styles.contains("--accent:light-dark(#1f6b3a,#"), "the accent");
    assert!(styles.contains("--cool:light-dark(#7a3b69,#"), "the cool colour");
    assert!(home.contains("spoon.svg\" alt=\"\""), "the logo before the name");
    assert!(home.contains("rel=\"icon\" href=\"/guide/assets/"), "the icon");
    assert!(home.contains("학부모가 함께 썼으며"), "the footer's words");
    assert!(home.contains("<a href=\"https://school.example\" rel=\"external\">우리 학교</a>"));
    let diagram = site.read("site/ko/guides/who-cooks/menu.svg");
    assert!(diagram.contains("#1f6b3a") && !diagram.contains("#b04613"));
    let policy = site.read("site/_headers");
    let style = diagram.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let hash = <sha2::Sha256 as sha2::Digest>::digest(style.expect("styles"));
    use base64::{Engine, prelude::BASE64_STANDARD};
    assert!(policy.contains(&BASE64_STANDARD.encode(hash)), "the policy allows these styles");
}

#[test]
fn its_glossary_is_shown_and_linked() {
    let site = built();
    let words = site.read("site/en/pages/words/index.html");
    assert!(words.contains("<dt id=\"glossary-caterer\">Caterer</dt><dd>Somebody who cooks"));
    assert!(words.contains("<td>Portion</td><td>serving</td>"), "words to avoid");
    let guide = site.read("site/ko/guides/who-cooks/index.html");
    assert!(guide.contains("/guide/ko/pages/words/#glossary-caterer\">위탁 급식소</a>"));
    assert!(guide.contains("조리실 안내"), "the topic's label");
    assert!(guide.contains("학교") && !guide.contains("시스템"), "the actors' names");
}

#[test]
fn its_scorecard_and_its_readers_have_names_of_their_own() {
    let site = built();
    let sheet = site.read("site/en/pages/score/index.html");
    assert!(sheet.contains(">Dish with allergens 1</span>"), "a group of samples");
    assert!(sheet.contains("data-group2=\"a dish with allergens\""), "one of them");
    assert!(!sheet.contains("High-risk") && !sheet.contains("high-risk sample"));
    let guide = site.read("site/en/guides/who-cooks/index.html");
    assert!(guide.contains(">parents</a></p>"), "no word behind them that is not their own");
}

#[test]
fn a_home_page_shows_the_existing_pages() {
    let site = TestSite::empty();
    site.write(
        "guide.toml",
        "base_url = \"https://guide.example\"\ntitle = { en = \"Lunch\", ko = \"급식\" }\n\
         [collections.recipes]\ntitle = { en = \"Recipes\", ko = \"조리법\" }\n\
         introduction = { en = \"Dishes.\", ko = \"음식입니다.\" }\n",
    );
    for (lang, title) in [("en", "Soup for everybody"), ("ko", "모두의 수프")] {
        let page =
            format!("+++\ntitle = \"{title}\"\ndescription = \"{}\"\n+++\nx\n", title.repeat(6));
        site.write(&format!("content/recipes/soup.{lang}.md"), &page);
        let page = page.replace(title, &format!("{title} 2"));
        site.write(&format!("content/pages/about.{lang}.md"), page);
    }
    let ran = site.build(&["--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let home = site.read("site/en/index.html");
    assert!(home.contains("content=\"Lunch: Recipes.\""), "what the guide holds");
    assert!(home.contains(">Recipes</h2>") && home.contains("Soup for everybody</a>"));
    assert!(home.contains(">Pages</h2>") && home.contains("Soup for everybody 2</a>"));
    assert!(site.read("site/ko/index.html").contains("content=\"급식: 조리법\""));
}

#[test]
fn both_actors_have_the_names_of_the_settings() {
    let site = TestSite::empty();
    site.write(
        "guide.toml",
        "base_url = \"https://guide.example\"\ntitle = { en = \"Pets\", ko = \"동물\" }\n[actors]\n\
         system = { en = \"Clinic \\\\ {\\\"A\\\"}\", ko = \"병원\" }\nperson = { en = \"Owner\", ko = \"보호자\" }\n",
    );
    let step = |id: &str| format!("[[steps]]\nid = \"{id}\"\nlabel = \"X\"\nactor = \"both\"\n");
    let head = "kind = \"workflow\"\nid = \"flow\"\ntitle = \"T\"\ncaption = \"C\"\n";
    let diagram = ["```diagram\n", head, &step("a"), &step("b"), "```\n"].concat();
    site.write("content/guides/a.en.md", guide("Alpha", "", &diagram));
    site.write("content/guides/a.ko.md", translation("알파", "", &diagram));
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let english = site.read("site/en/guides/a/index.html");
    assert!(english.contains("Clinic \\ {\"A\"} and Owner"), "{english}");
    assert!(site.read("site/ko/guides/a/index.html").contains("병원과 보호자"));
}
