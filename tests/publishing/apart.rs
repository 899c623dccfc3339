//! Output and sources stay separate, even with symbolic links from one to the other.

use std::{fs, os::unix::fs::symlink};

use super::fails_with;
use crate::support::TestSite;

#[test]
fn the_output_may_not_lie_among_the_sources() {
    let site = TestSite::new();
    for out in [".", "content", "content/out", "static/x"] {
        let ran = site.build(&["--out", out]);
        assert_eq!(ran.code, 2, "{out}: {}", ran.stderr);
    }
    assert!(!site.path("content/out").exists());
}

#[test]
fn links_cannot_put_the_output_among_the_sources() {
    let site = TestSite::new();
    let elsewhere = TestSite::empty();
    symlink(site.root(), elsewhere.path("guide")).expect("a link");
    fs::rename(site.path("content"), site.path("texts")).expect("moved");
    symlink("texts", site.path("content")).expect("a link");
    let linked = elsewhere.path("guide/content/new").display().to_string();
    let climbs = elsewhere.path("guide/texts/../templates/new").display().to_string();
    let before = site.tree("texts");
    let ways = ["site/../content/new", "a/b/../../static", "texts/new", &linked, &climbs, ""];
    for out in ways {
        fails_with(&site.build(&["--out", out]), &["--out"]);
    }
    assert!(site.tree("texts") == before);
    for made in ["site", "a", "static", "templates", ".giljabi"] {
        assert!(!site.path(made).exists(), "{made}");
    }
    assert_eq!(site.build(&["--out", "content/../public"]).code, 0);
    assert_eq!(site.build(&["--out", "./public/../site"]).code, 0);
}

#[test]
fn a_link_from_the_sources_to_the_output_is_refused() {
    let site = TestSite::new();
    site.write("site/.gitignore", "*").write("shared/a.png", "x");
    symlink("../site", site.path("content/site")).expect("a link");
    fails_with(&site.build(&[]), &["site", "symbolic link"]);
    fs::remove_file(site.path("content/site")).expect("the link");
    symlink("../shared", site.path("content/shared")).expect("a link");
    for out in ["shared/out", "shared"] {
        fails_with(&site.build(&["--out", out]), &["shared", "symbolic link"]);
    }
    symlink("../site/a.txt", site.path("content/a.txt")).expect("a link");
    site.write("site/a.txt", "x");
    fails_with(&site.build(&["--force"]), &["a.txt"]);
    assert_eq!(site.tree("site").len(), 2);
}
