//! Renaming a page: its files, and all references to it.

use crate::support::{SETTINGS, TestSite, guide, translation};

const LOCALE: &str = "en_US.UTF-8";

fn site() -> TestSite {
    let site = TestSite::new();
    site.write("guide.toml", ["navigation = [\"guides\", \"guides/a\"]\n", SETTINGS].concat());
    site.write("content/guides/b.en.md", guide("Beta", "related = [\"a\"]\nnext = \"a\"\n", "[A](a.md#first), [again][r], [full](https://guide.example/en/guides/a/).\n\n[r]: a.en.md\n\n```text\n[A](a.md)\n```"));
    site.write("content/guides/b.ko.md", translation("베타", "", "[가](a.md#first), [다시][r], [주소](https://guide.example/ko/guides/a/).\n\n[r]: a.ko.md\n\n```text\n[A](a.md)\n```"));
    for page in ["guides/a", "guides/b"] {
        let ran = site.run_in(LOCALE, &["accept", page, "--all"]);
        assert_eq!(ran.code, 0, "{}", ran.stdout);
    }
    site
}

#[test]
fn both_languages_the_ledger_links_and_references_follow() {
    let site = site();
    let before = site.build(&["--strict"]);
    assert_eq!(before.code, 0, "{}", before.stderr);
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/alpha-first"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    for file in ["en.md", "ko.md", "ko.ledger"] {
        assert!(!site.path(&format!("content/guides/a.{file}")).exists());
        assert!(site.path(&format!("content/guides/alpha-first.{file}")).exists());
    }
    let moved = site.read("content/guides/alpha-first.en.md");
    assert!(
        moved.contains("aliases = [\"guides/a\"]") && moved.contains("feed_id = \"a\""),
        "{moved}"
    );
    let other = site.read("content/guides/b.en.md");
    for part in [
        "related = [\"alpha-first\"]",
        "next = \"alpha-first\"",
        "(alpha-first.md#first)",
        "[r]: alpha-first.en.md",
        "/en/guides/alpha-first/)",
        "```text\n[A](a.md)\n",
    ] {
        assert!(other.contains(part), "{part}:\n{other}");
    }
    assert!(site.read("content/guides/b.ko.md").contains("/ko/guides/alpha-first/)"));
    assert!(site.read("guide.toml").contains("\"guides/alpha-first\""));
    let after = site.build(&["--strict"]);
    assert_eq!(after.code, 0, "{}", after.stderr);
    assert!(site.path("site/en/guides/a/index.html").exists(), "the old address leads on");
    let status = site.run_in(LOCALE, &["status", "--fail-on", "stale,missing"]);
    assert_eq!(status.code, 0, "{}", status.stdout);
}

#[test]
fn files_beside_the_page_and_what_names_them_follow() {
    let site = site();
    let image = include_bytes!("fixtures/pixel.png").as_slice();
    site.write("content/guides/a.png", image);
    for (lang, text) in [("en", "\n![A dot](a.png)\n"), ("ko", "\n![점](a.png)\n")] {
        let file = format!("content/guides/a.{lang}.md");
        site.write(&file, [&site.read(&file), text].concat());
    }
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/alpha"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(site.path("content/guides/alpha.png").exists());
    assert!(site.read("content/guides/alpha.ko.md").contains("![점](alpha.png)"));
}

#[test]
fn a_page_can_have_its_first_name_again() {
    let site = site();
    for (old, new) in [("a", "c"), ("c", "d"), ("d", "a")] {
        let names = [["guides/", old].concat(), ["guides/", new].concat()];
        let ran = site.run_in(LOCALE, &["mv", &names[0], &names[1]]);
        assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    }
    let page = site.read("content/guides/a.en.md");
    assert!(page.contains("aliases = [\"guides/c\", \"guides/d\"]"), "{page}");
    assert_eq!(page.matches("feed_id").count(), 1, "{page}");
    let ran = site.build(&["--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn pages_whose_names_begin_alike_stay() {
    let site = site();
    for lang in ["en", "ko"] {
        let text = site.read(&format!("content/guides/a.{lang}.md"));
        site.write(&format!("content/guides/a.1.{lang}.md"), text);
    }
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/c"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(site.path("content/guides/a.1.ko.md").exists());
    assert!(site.path("content/guides/c.ko.md").exists());
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/d"]);
    assert!(ran.code == 2 && ran.stderr.contains("no page “guides/a”"), "{}", ran.stderr);
}

#[test]
fn addresses_of_other_sites_stay_and_those_of_this_one_follow() {
    let site = site();
    let settings = SETTINGS.replace("guide.example", "guide.example/sub");
    site.write(
        "guide.toml",
        ["tools = [\"guides/a\"]\nfirst_base_url = \"https://old.example\"\n", &settings].concat(),
    );
    let link = |address: &str| format!("[x]({address}/en/guides/a/#first)\n\n");
    let own = ["https://guide.example/sub", "https://old.example", "/sub"];
    let other = ["https://other.example", "https://guide.example", "https://guide.example/sub/x"];
    let body: String = own.iter().chain(&other).map(|address| link(address)).collect();
    site.write("content/guides/b.en.md", guide("Beta", "", &body));
    let ran = site.run_in(LOCALE, &["mv", "/en/guides/a/", "guides/c"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    let page = site.read("content/guides/b.en.md");
    let moved = |address: &&str| page.contains(&link(address).replace("/a/", "/c/"));
    assert!(own.iter().all(moved) && !other.iter().any(moved), "{page}");
    assert!(site.read("guide.toml").contains("tools = [\"guides/c\"]"));
}

#[test]
fn a_page_of_an_own_collection_keeps_its_id_in_the_feed() {
    let site = TestSite::new();
    let cases = "[collections.cases]\ntitle = { en = \"Cases\", ko = \"사례\" }\nintroduction = \
        { en = \"Cases.\", ko = \"사례입니다.\" }\ndated = true\nfeed = true\n";
    site.write("guide.toml", [SETTINGS, cases].concat());
    site.write("content/cases/one.en.md", guide("One night", "", "Text."));
    let ran = site.run_in(LOCALE, &["mv", "cases/one", "cases/first"]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(site.read("content/cases/first.en.md").contains("feed_id = \"one\""));
}

#[test]
fn a_dry_run_changes_nothing() {
    let site = site();
    let before = site.tree("content");
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/c", "--dry-run"]);
    assert!(
        ran.code == 0 && ran.stdout.contains("a.en.md → content/guides/c.en.md"),
        "{}",
        ran.stdout
    );
    for line in ["    + aliases = [\"guides/a\"]\n", "    + next = \"c\"\n", "\"guides/c\"]\n"] {
        assert!(ran.stdout.contains(line), "{line}: {}", ran.stdout);
    }
    assert_eq!(site.tree("content"), before);
}

#[test]
fn incomplete_renames_are_refused() {
    let site = site();
    let before = site.tree("content");
    for (new, why) in [
        ("guides/b", "is there already"),
        ("checklists/a", "keeps its kind"),
        ("guides/a b", "cannot be part of an address"),
    ] {
        let ran = site.run_in(LOCALE, &["mv", "guides/a", new]);
        assert!(ran.code == 2 && ran.stderr.contains(why), "{new}: {}", ran.stderr);
    }
    let ran = site.run_in(LOCALE, &["mv", "guides/none", "guides/x"]);
    assert!(ran.code == 2 && ran.stderr.contains("no page “guides/none”"), "{}", ran.stderr);
    assert_eq!(site.tree("content"), before);
    // 가 in CP949: whatever else the page says is not known.
    site.write("content/guides/old.ko.md", b"+++\ntitle = \"\xb0\xa1\"\n+++\n[a](a.md)".as_slice());
    let ran = site.run_in(LOCALE, &["mv", "guides/a", "guides/x"]);
    assert!(ran.code == 2 && ran.stderr.contains("not-utf8"), "{} {}", ran.code, ran.stderr);
}
