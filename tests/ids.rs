//! `giljabi ids`: both versions get the same ids, all old addresses work, and the ledger stays
//! valid.

use crate::support::{Ran, TestSite, guide, translation};

fn ids(site: &TestSite, page: &str) -> Ran {
    site.run_in("C", &["ids", page])
}

/// Returns the ids in the built page.
fn built(site: &TestSite, lang: &str) -> Vec<String> {
    let ran = site.build(&["--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let html = site.read(&format!("site/{lang}/guides/b/index.html"));
    let ids = html.split(" id=\"").skip(1).filter_map(|part| part.split('"').next());
    ids.map(str::to_owned).collect()
}

fn states(site: &TestSite) -> String {
    site.run_in("C", &["status", "b"]).stdout
}

#[test]
fn both_versions_have_the_same_ids_and_keep_their_own() {
    let site = TestSite::new();
    let english = "Lead.\n\n## First steps\n\nText.\n\n## Costs ##\n\nText.\n\nWhat `next`?\n---\n\n## Pinned {#mine}\n\n## Scope\n";
    let korean = "머리말.\n\n## 첫걸음\n\n글.\n\n## 비용 ##\n\n글.\n\n`다음`은?\n---\n\n## 고정\n\n## 범위 {#range}\n";
    site.write("content/guides/b.en.md", guide("Beta", "", english));
    site.write("content/guides/b.ko.md", translation("베타", "", korean));
    assert_eq!(site.run_in("C", &["accept", "b", "--all"]).code, 0);
    let before = [built(&site, "en"), built(&site, "ko")];
    let status = states(&site);
    let ran = ids(&site, "guides/b");
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    assert_eq!(
        ran.stdout,
        "#first-steps\n#costs\n#what-next\n#mine\n#range\nguides/b: 5 ids pinned\n5 old ids stay \
         behind their headings as <a id=\"…\">, so that links to them hold. If the page was never \
         published, undo this and use --no-anchors.\n"
    );
    let text = site.read("content/guides/b.ko.md");
    for heading in [
        "## 첫걸음 <a id=\"첫걸음\"></a> {#first-steps}\n",
        "## 비용 <a id=\"비용\"></a> ## {#costs}\n",
        "`다음`은? <a id=\"다음은\"></a> {#what-next}\n---\n",
        "## 고정 <a id=\"고정\"></a> {#mine}\n",
        "## 범위 {#range}\n",
    ] {
        assert!(text.contains(heading), "{heading}: {text}");
    }
    let text = site.read("content/guides/b.en.md");
    assert!(text.contains("## Costs ## {#costs}\n"), "{text}");
    assert!(text.contains("## Scope <a id=\"scope\"></a> {#range}\n"), "{text}");
    for (lang, before) in ["en", "ko"].into_iter().zip(before) {
        let now = built(&site, lang);
        let lost: Vec<_> = before.iter().filter(|id| !now.contains(id)).collect();
        assert!(lost.is_empty(), "{lost:?}");
        for id in ["first-steps", "costs", "what-next", "mine", "range"] {
            assert!(now.iter().any(|now| now == id), "{lang}: {id}");
        }
    }
    assert_eq!(
        states(&site).matches("in step").count(),
        status.matches("in step").count(),
        "{}",
        states(&site)
    );
    let again = ids(&site, "b");
    assert_eq!(again.stdout, "guides/b: every heading has an id of its own\n");
}

#[test]
fn a_page_that_was_written_in_korean_first_stays_current() {
    let site = TestSite::new();
    let korean = guide("베타", "source_language = \"ko\"\n", "## 첫걸음\n\n글.\n\n## 비용\n\n글.");
    site.write("content/guides/b.ko.md", korean);
    site.write(
        "content/guides/b.en.md",
        "+++\ntitle = \"Beta, a long title\"\ndescription = \"What Beta is about, in the words of its readers.\"\n+++\n\n## First\n\nText.\n\n## Costs\n\nText.\n",
    );
    assert_eq!(site.run_in("C", &["accept", "b", "--all"]).code, 0);
    let status = states(&site);
    assert_eq!(ids(&site, "b").code, 0);
    assert!(site.read("content/guides/b.ko.md").contains("## 비용 <a id=\"비용\"></a> {#costs}\n"));
    assert_eq!(
        states(&site).matches("in step").count(),
        status.matches("in step").count(),
        "{}",
        states(&site)
    );
    assert!(!site.read("content/guides/b.en.ledger").contains("비용"));
}

/// Nobody knows the ids of a page that was never published, except the guide itself.
#[test]
fn no_anchor_keeps_the_old_ids_of_a_draft() {
    for (draft, option) in [("draft = true\n", None), ("", Some("--no-anchors"))] {
        let site = TestSite::new();
        let english = "See [below](#costs).\n\n## First steps\n\nText.\n\n## Costs\n\nText.";
        let korean = "[아래](#비용)를 봅니다.\n\n## 첫걸음\n\n글.\n\n## 비용\n\n글.";
        site.write("content/guides/b.en.md", guide("Beta", draft, english));
        site.write("content/guides/b.ko.md", translation("베타", "", korean));
        let arguments: Vec<&str> = ["ids", "guides/b"].into_iter().chain(option).collect();
        let ran = site.run_in("C", &arguments);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
        let text = site.read("content/guides/b.ko.md");
        assert!(text.contains("## 첫걸음 {#first-steps}\n"), "{text}");
        assert!(text.contains("## 비용 <a id=\"비용\"></a> {#costs}\n"), "{text}");
        assert_eq!(site.build(&["--drafts"]).code, 0);
    }
}

#[test]
fn chosen_ids_are_kept_and_unpinnable_headings_reported() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.ko.md",
        guide("베타", "source_language = \"ko\"\n", "## 첫걸음\n\n## 꼬리 {.red}\n"),
    );
    let ran = ids(&site, "b");
    assert_eq!(ran.code, 1, "{}", ran.stdout);
    assert!(site.read("content/guides/b.ko.md").contains("## 첫걸음 {#첫걸음}\n"));
    assert!(ran.stderr.contains("not pinned: 꼬리"), "{}", ran.stderr);
    site.write("content/guides/b.ko.md", "+++\n");
    assert_eq!(ids(&site, "b").code, 2);
    assert_eq!(ids(&site, "none").code, 2);
}
