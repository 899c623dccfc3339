//! The search: the quality of its results in the guide of this repository, its files, and the
//! command. Its pages are tested in a browser (`interactive::search`).

use std::{collections::BTreeMap, fs, io::Write, path::Path, sync::OnceLock};

use flate2::{Compression, write::GzEncoder};
use giljabi::{
    lang::Lang,
    model::UrlPath,
    search::{Hit, SearchEngine},
};
use unicode_normalization::UnicodeNormalization;

use crate::support::{Ran, TestSite, guide, program, translation};

/// Builds the guide of this repository, once.
fn built_guide() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut command = program();
        command.args(["build", "--quiet", "--root", env!("CARGO_MANIFEST_DIR"), "--out"]);
        let ran = Ran::from(command.arg(folder.path().join("site")).output().expect("it runs"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        folder
    });
    folder.path()
}

/// Returns a function that reads files of the site at `folder`.
fn reader(folder: &Path) -> impl Fn(&UrlPath) -> Option<Vec<u8>> {
    move |url: &UrlPath| fs::read(folder.join(url.as_str().trim_start_matches('/'))).ok()
}

/// What the first search loads, with gzip: twelve kilobytes of script.
#[test]
fn the_scripts_of_a_first_search_are_small() {
    const MOST: usize = 12 << 10;
    let scripts = ["search.js", "search-analysis.js", "search-engine.js", "search-rules.js"];
    let compressed = |name: &str| {
        let assets = fs::read_dir(built_guide().join("site/assets")).expect("the theme's folder");
        let folders = assets.map(|entry| entry.expect("an entry").path());
        let file = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
        let bytes = fs::read(file.expect("the script")).expect("its bytes");
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes).expect("memory");
        encoder.finish().expect("memory").len()
    };
    let sum: usize = scripts.into_iter().map(compressed).sum();
    assert!(sum <= MOST, "{sum} bytes");
}

/// A query with the expected results; see `tests/fixtures/search/queries.txt`.
pub struct JudgedQuery {
    pub lang: Lang,
    category: &'static str,
    pub query: String,
    /// The expected pages, some with a section.
    expected: Vec<&'static str>,
    /// Other pages that are related to the query.
    related: Vec<&'static str>,
}

/// Reads all queries of the set.
pub fn judged_queries() -> Vec<JudgedQuery> {
    let lines = include_str!("fixtures/search/queries.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(judged_query).collect()
}

fn judged_query(line: &'static str) -> JudgedQuery {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let [lang, category, query, expected, related] = fields[..] else { panic!("{line}") };
    let words = |text: &'static str| text.split_whitespace().collect();
    JudgedQuery {
        lang: Lang::from_code(lang).expect("a language"),
        category,
        query: if category == "nfd" { query.nfd().collect() } else { query.to_owned() },
        expected: words(expected),
        related: words(related),
    }
}

/// Sums of scores over all queries.
#[derive(Default)]
struct Scores {
    queries: f64,
    recall: f64,
    reciprocal_rank: f64,
    wrong: f64,
    sections: f64,
    right_sections: f64,
}

impl Scores {
    fn add(&mut self, judged: &JudgedQuery, hits: &[Hit]) {
        const FIRST: usize = 5;
        let pages: Vec<&str> = judged.expected.iter().map(|page| page_of(page)).collect();
        // Pages with some of the words are said to be no answer.
        let counts = |hit: &&Hit| !(hit.is_partial && pages.is_empty());
        let found: Vec<String> = hits.iter().filter(counts).map(name).collect();
        let first = &found[..found.len().min(FIRST)];
        let hit = |page: &&&str| first.iter().any(|name| name == **page);
        let rank = found.iter().position(|name| pages.contains(&name.as_str()));
        self.queries += 1.0;
        if pages.is_empty() {
            self.recall += f64::from(u8::from(found.is_empty()));
            self.reciprocal_rank += f64::from(u8::from(found.is_empty()));
            self.wrong += f64::from(u8::from(!found.is_empty()));
            return;
        }
        self.recall += pages.iter().filter(hit).count() as f64 / pages.len().min(FIRST) as f64;
        self.reciprocal_rank += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        let is_related = |name: &String| {
            pages.contains(&name.as_str()) || judged.related.contains(&name.as_str())
        };
        self.wrong += f64::from(u8::from(found.first().is_some_and(|name| !is_related(name))));
        for (page, section) in judged.expected.iter().filter_map(|page| page.split_once('#')) {
            let hit = hits.iter().find(|hit| name(hit) == page);
            let shown = hit.and_then(|hit| hit.passages.first());
            self.sections += 1.0;
            self.right_sections += f64::from(u8::from(shown.is_some_and(|p| p.anchor == section)));
        }
    }

    fn mean(&self, sum: f64) -> f64 {
        sum / self.queries
    }
}

fn page_of(page: &'static str) -> &'static str {
    page.split_once('#').map_or(page, |(page, _)| page)
}

/// Returns the name of a page in the query set: `guides/customer-service`, `home`.
fn name(hit: &Hit) -> String {
    let below = hit.url.trim_start_matches("/en/").trim_start_matches("/ko/");
    if below.is_empty() { "home".to_owned() } else { below.trim_end_matches('/').to_owned() }
}

#[test]
fn queries_of_readers_find_the_expected_pages() {
    let folder = built_guide().join("site");
    let read = reader(&folder);
    let engine = SearchEngine::new(&read);
    let mut scores: BTreeMap<String, Scores> = BTreeMap::new();
    for judged in judged_queries() {
        let hits = engine.search(judged.lang, &judged.query);
        let lang = judged.lang.code();
        println!(
            "{lang} {}: {:?}",
            judged.query,
            hits.iter().take(5).map(name).collect::<Vec<_>>()
        );
        for group in [lang.to_owned(), format!("{lang} {}", judged.category)] {
            scores.entry(group).or_default().add(&judged, &hits);
        }
    }
    let mut failures = Vec::new();
    for (group, scores) in &scores {
        let recall = scores.mean(scores.recall);
        let rank = scores.mean(scores.reciprocal_rank);
        let wrong = scores.mean(scores.wrong);
        println!("{group}: recall {recall:.3}, reciprocal rank {rank:.3}, wrong {wrong:.3}");
        let is_language = group.len() == 2;
        let holds = match is_language {
            true => recall >= 0.95 && rank >= 0.85 && wrong <= 0.02,
            // There are too few queries without a result for a share.
            false => recall >= 0.85 || group.ends_with("absent") && scores.wrong <= 1.0,
        };
        if !holds {
            failures.push(format!("{group}: {recall:.3}, {rank:.3}, {wrong:.3}"));
        }
        if is_language {
            assert!(scores.right_sections >= 0.85 * scores.sections, "sections in {group}");
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(judged_queries().len() >= 200);
}

/// Builds a site whose pages contain `sentences` of invented words, some of which only one page
/// has.
fn large_site(pages: usize, changed: Option<usize>) -> TestSite {
    let site = TestSite::new();
    for page in 0..pages {
        let body: String = (0..12)
            .map(|at| format!("## Part {at} {{#p{at}}}\n\nWord{at} topic{page} reviewers{at} read samples.\n\n"))
            .collect();
        let body = if changed == Some(page) { body.replacen("read", "wrote", 1) } else { body };
        site.write(
            &format!("content/guides/g{page}.en.md"),
            guide(&format!("Guide {page}"), "", &body),
        );
    }
    site
}

#[test]
fn an_edit_changes_only_the_shards_of_its_words() {
    let tree = |site: &TestSite| {
        assert_eq!(site.build(&["--quiet"]).code, 0);
        site.tree("site/search")
    };
    let before = tree(&large_site(300, None));
    assert_eq!(before, tree(&large_site(300, None)), "the same input gives the same files");
    let after = tree(&large_site(300, Some(7)));
    let changed = after.keys().filter(|path| !before.contains_key(*path)).count();
    // The text of the page, and two words.
    assert!((1..=6).contains(&changed), "{changed} of {}", after.len());
    assert!(before.values().all(|bytes| bytes.len() <= 60 << 10), "a shard is too large");
}

#[test]
fn the_search_can_be_turned_off() {
    let site = TestSite::new();
    assert_eq!(site.build(&["--quiet"]).code, 0);
    assert!(site.path("site/ko/search/index.json").exists());
    assert!(site.read("site/ko/guides/a/index.html").contains("data-search-open"));
    let settings = site.read("guide.toml");
    site.write("guide.toml", format!("{settings}\n[search]\nenabled = false\n"));
    assert_eq!(site.build(&["--quiet"]).code, 0);
    for gone in ["site/search", "site/ko/search", "site/en/search"] {
        assert!(!site.path(gone).exists(), "{gone}");
    }
    let page = site.read("site/ko/guides/a/index.html");
    assert!(!page.contains("data-search-open") && !page.contains("SearchAction"));
    let ran = site.run_in("en_US.UTF-8", &["search", "text"]);
    assert_eq!(
        (ran.code, ran.stdout.trim()),
        (0, "This guide has no search: guide.toml says so under [search].")
    );
}

#[test]
fn pages_in_one_language_are_offered_in_the_other() {
    let site = TestSite::new();
    let body = "## Zebra crossings {#zebra}\n\nStripes on the road.";
    site.write("content/guides/b.en.md", guide("Crossings", "", body));
    assert_eq!(site.build(&["--quiet"]).code, 0);
    let folder = site.path("site");
    let read = reader(&folder);
    let hits = SearchEngine::new(&read).search(Lang::Ko, "zebra");
    assert_eq!(hits.len(), 1);
    assert_eq!((hits[0].lang, hits[0].url.as_str()), (Lang::En, "/en/guides/b/"));
    assert_eq!(hits[0].passages[0].anchor, "zebra");
}

#[test]
fn pages_that_are_kept_from_search_engines_are_not_found() {
    let site = TestSite::new();
    let more = "\n[seo]\nnoindex = true\n";
    site.write("content/guides/b.en.md", guide("Quagga", more, "Text."));
    site.write("content/guides/b.ko.md", translation("콰가", "", "글."));
    assert_eq!(site.build(&["--quiet"]).code, 0);
    let folder = site.path("site");
    let read = reader(&folder);
    let engine = SearchEngine::new(&read);
    assert!(engine.search(Lang::En, "quagga").is_empty());
    assert!(engine.search(Lang::Ko, "콰가").is_empty());
}

#[test]
fn keywords_find_a_page_and_are_not_shown() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "keywords = [\"service level\", \"uptime\"]\n", "Text."),
    );
    site.write("content/guides/b.ko.md", translation("베타", "keywords = [\"가동률\"]\n", "글."));
    site.write("content/guides/c.en.md", guide("Gamma", "", "The uptime is good."));
    assert_eq!(site.build(&["--quiet"]).code, 0);
    let folder = site.path("site");
    let read = reader(&folder);
    let engine = SearchEngine::new(&read);
    let found =
        |lang, query| -> Vec<String> { engine.search(lang, query).iter().map(name).collect() };
    assert_eq!(found(Lang::En, "uptime"), ["guides/b", "guides/c"]);
    assert_eq!(found(Lang::En, "service levels"), ["guides/b"]);
    assert_eq!(found(Lang::Ko, "가동률은"), ["guides/b"]);
    for path in ["site/en/guides/b/index.html", "site/en/guides/b/index.md", "site/en/feed.xml"] {
        assert!(!site.read(path).contains("service level"), "{path}");
    }
}

#[test]
fn an_excerpt_can_be_read() {
    let site = TestSite::new();
    let body = r#"## Stages {#stages}

It's a "quagga":

- Drafts
  - read by a person
- Replies, *sent* by one.

| Stage | Who reads |
|---|---|
| One | Everybody |
| Two. | |

```toml
key = "as is"

other = 1
```

```diagram
kind = "matrix"
id = "m"
title = "Quaggas"
caption = "How striped they are."
[x]
label = "Age"
low = "young"
high = "old"
[y]
label = "Stripes"
low = "few"
high = "many"
[[items]]
id = "a"
label = "Foal"
x = 10
y = 20
tone = "go"
```

Term
: What it means
"#;
    site.write("content/guides/b.en.md", guide("The 'quagga'", "", body));
    assert_eq!(site.build(&["--quiet"]).code, 0);
    let folder = site.path("site");
    let read = reader(&folder);
    let hits = SearchEngine::new(&read).search(Lang::En, "striped");
    assert_eq!(hits[0].title, "The ‘quagga’");
    let expected = "It’s a “quagga”: Drafts: read by a person. Replies, sent by one. \
        Stage · Who reads. One · Everybody. Two. key = \"as is\" · other = 1 · \
        Quaggas. How striped they are. Age · young · old · Stripes · few · many · Foal. \
        Term: What it means.";
    assert_eq!(hits[0].passages[0].text, expected);
}

#[test]
fn the_command_finds_and_explains() {
    let site = TestSite::new();
    let body = "## 환불 약속 {#refund}\n\n환불은 사람이 승인합니다.";
    site.write("content/guides/a.ko.md", translation("알파", "", body));
    site.write(
        "content/guides/a.en.md",
        guide("Alpha", "", "## Refunds {#refund}\n\nA person approves."),
    );
    let found = site.run_in("ko_KR.UTF-8", &["search", "환불을", "승인해야", "--explain"]);
    assert_eq!(found.code, 0, "{}", found.stderr);
    let expected = [
        " 1. 알파  가이드",
        "    /ko/guides/a/#refund",
        "      환불은 사람이 승인합니다.",
        "환불을: 환불 항목에서 찾음",
        "승인해야: 승인 항목에서 찾음",
    ];
    for line in expected {
        assert!(found.stdout.contains(line), "{line} in:\n{}", found.stdout);
    }
    for (query, how) in [
        ("ghksqnf", "ghksqnf: found as 환불 (typed with the other keyboard layout)"),
        ("refundz", "refundz: found as refund (one letter off)"),
        ("환불", "환불: found as 환불, rarity"),
    ] {
        let found = site.run_in("en_US.UTF-8", &["search", query, "--explain"]);
        assert!(found.stdout.contains(how), "{how} in:\n{}", found.stdout);
    }
    let nothing = site.run_in("en_US.UTF-8", &["search", "bitcoin"]);
    assert_eq!((nothing.code, nothing.stdout.trim()), (0, "Nothing was found."));
}

#[test]
fn any_query_is_answered() {
    let folder = built_guide().join("site");
    let read = reader(&folder);
    let engine = SearchEngine::new(&read);
    let long = "가".repeat(5_000);
    let many = "환불 ".repeat(300);
    for query in [
        "",
        " ",
        "%",
        "ㅏ",
        "ㅏㅏ",
        "ㅎ",
        "a",
        "ab",
        "a-b-c-d-e-f",
        "30",
        "%%%",
        "\u{1112}\u{1161}",
        "👍",
        "中文",
        "<script>",
        "~und",
        "\\",
        "\"",
        &long,
        &many,
    ] {
        for lang in Lang::ALL {
            engine.search(lang, query);
        }
    }
}
