//! `build --changed FILE`: the addresses that are submitted to search engines.

use std::fs;

use super::fails_with;
use crate::support::{SETTINGS, TestSite, guide, translation};

const KEY: &str = "0f26d5e892544f74b806ec5c5522e6a1";

/// Returns a site with a key and three guides, each in both languages.
fn site() -> TestSite {
    let site = TestSite::new();
    site.write(&format!("static/{KEY}.txt"), format!("{KEY}\n"));
    for (name, en, ko) in [("b", "Beta", "베타"), ("한글", "Hangul", "한글")] {
        site.write(&format!("content/guides/{name}.en.md"), guide(en, "", "Text."));
        site.write(&format!("content/guides/{name}.ko.md"), translation(ko, "", "글."));
    }
    site
}

/// Builds with `arguments`, and returns the request that is written.
fn request(site: &TestSite, arguments: &[&str]) -> serde_json::Value {
    let ran = site.build(&[&["--changed", "changed.json"], arguments].concat());
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    serde_json::from_str(&site.read("changed.json")).expect("one request")
}

/// Builds with `arguments`, and returns the addresses without the host.
fn changed(site: &TestSite, arguments: &[&str]) -> Vec<String> {
    let request = request(site, arguments);
    let addresses = request["urlList"].as_array().expect("a list");
    let path = |url: &serde_json::Value| {
        let path = url.as_str().and_then(|url| url.strip_prefix("https://guide.example"));
        path.expect("an address of the site").to_owned()
    };
    addresses.iter().map(path).collect()
}

#[test]
fn a_first_build_lists_the_addresses_of_the_sitemap() {
    let site = site();
    let first = request(&site, &[]);
    assert_eq!(first["host"], "guide.example");
    assert_eq!(first["key"], KEY);
    assert_eq!(first["keyLocation"], format!("https://guide.example/{KEY}.txt"));
    assert_eq!(site.read(&format!("site/{KEY}.txt")).trim(), KEY);
    let sitemap = site.read("site/sitemap.xml");
    let listed = sitemap.split("<loc>").skip(1).filter_map(|part| part.split('<').next());
    let mut listed: Vec<&str> = listed.collect();
    let mut told: Vec<&str> = first["urlList"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|url| url.as_str())
        .collect();
    listed.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, listed);
    assert!(told.contains(&"https://guide.example/ko/guides/%ED%95%9C%EA%B8%80/"));
}

#[test]
fn unchanged_pages_are_not_listed() {
    let site = site();
    request(&site, &[]);
    assert!(changed(&site, &[]).is_empty());
    // Pages that only load other styles are not listed either.
    site.write("static/assets/page.css", "body { color: #123456 }");
    let before = site.read("site/en/guides/a/index.html");
    assert!(changed(&site, &[]).is_empty());
    assert_ne!(before, site.read("site/en/guides/a/index.html"));
}

#[test]
fn an_edit_lists_its_page() {
    let site = site();
    request(&site, &[]);
    site.write("content/guides/b.en.md", guide("Beta", "", "Other text."));
    // Its translation contains the versions of the source's sections.
    assert_eq!(changed(&site, &[]), ["/en/guides/b/", "/ko/guides/b/"]);
    assert!(changed(&site, &[]).is_empty());
    // Its title is also in lists.
    site.write("content/guides/b.en.md", guide("Better", "", "Other text."));
    let told = changed(&site, &[]);
    assert!(told.contains(&"/en/guides/b/".to_owned()));
    assert!(told.contains(&"/en/guides/".to_owned()), "{told:?}");
    assert!(!told.iter().any(|path| path.contains("guides/a/")), "{told:?}");
}

#[test]
fn removed_moved_and_new_pages_are_listed() {
    let site = site();
    request(&site, &[]);
    for lang in ["en", "ko"] {
        site.remove(&format!("content/guides/b.{lang}.md"));
        let text = site.read(&format!("content/guides/한글.{lang}.md"));
        site.remove(&format!("content/guides/한글.{lang}.md"));
        let alias = if lang == "en" { "\naliases = [\"guides/한글\"]\n+++" } else { "\n+++" };
        let text = text.replacen("\n+++", alias, 1);
        site.write(&format!("content/guides/hangul.{lang}.md"), text);
    }
    let told = changed(&site, &[]);
    for path in ["b", "%ED%95%9C%EA%B8%80", "hangul"] {
        for lang in ["en", "ko"] {
            assert!(told.contains(&format!("/{lang}/guides/{path}/")), "{path}: {told:?}");
        }
    }
}

#[test]
fn pages_that_search_engines_must_not_list_are_left_out() {
    let site = site();
    request(&site, &[]);
    let hidden = |body| guide("Hidden page", "[seo]\nnoindex = true\n", body);
    site.write("content/guides/hidden.en.md", hidden("Text."));
    let told = changed(&site, &[]);
    assert!(!told.iter().any(|path| path.contains("hidden")), "{told:?}");
    site.write("content/guides/hidden.en.md", hidden("Other text."));
    assert!(changed(&site, &[]).is_empty());
}

#[test]
fn a_stored_manifest_stands_for_the_published_site() {
    let site = site();
    request(&site, &[]);
    fs::copy(site.path("site/.giljabi/manifest.json"), site.path("kept.json")).expect("a copy");
    fs::remove_dir_all(site.path("site")).expect("removed");
    site.write("content/guides/b.ko.md", translation("베타", "", "다른 글."));
    assert_eq!(changed(&site, &["--published", "kept.json"]), ["/ko/guides/b/"]);
}

#[test]
fn a_site_below_a_path_names_its_key_there() {
    let site = site();
    site.write("guide.toml", SETTINGS.replace("guide.example", "guide.example/ai"));
    let request = request(&site, &[]);
    assert_eq!(request["host"], "guide.example");
    assert_eq!(request["keyLocation"], format!("https://guide.example/ai/{KEY}.txt"));
    let all = request["urlList"].as_array().expect("a list").iter();
    assert!(all.clone().count() > 6);
    for url in all {
        assert!(url.as_str().is_some_and(|url| url.starts_with("https://guide.example/ai/")));
    }
}

#[test]
fn without_a_key_or_a_place_for_the_list_nothing_is_published() {
    let site = site();
    site.write(&format!("static/{KEY}.txt"), "another key");
    fails_with(&site.build(&["--changed", "changed.json"]), &["no key for IndexNow", "static/KEY"]);
    site.write(&format!("static/{KEY}.txt"), KEY);
    fails_with(&site.build(&["--changed", "none/changed.json"]), &["cannot write", "none"]);
    assert!(!site.path("site/index.html").exists());
    // A build that fails does not change the list of the one before.
    request(&site, &[]);
    let before = site.read("changed.json");
    site.write("content/guides/b.en.md", guide("Beta", "", "[none](none.md)"));
    assert_eq!(site.build(&["--changed", "changed.json"]).code, 1);
    assert_eq!(site.read("changed.json"), before);
}
