//! Output folders that cannot be written to: this is found out before anything changes.

use std::{fs, process::Command};

use super::{
    built, fails_with,
    nobody::{build_as_nobody, change_everything, set_mode, site_of_nobody},
};
use crate::support::{Ran, TestSite, guide, translation};

#[test]
fn a_folder_that_cannot_be_written_to_is_found_before_anything_changes() {
    for folder in ["site/ko/guides/a", "site/en/guides/a", "site"] {
        let site = site_of_nobody();
        let good = site.tree("site");
        set_mode(&site.path(folder), 0o555);
        fails_with(&build_as_nobody(&site, &[]), &[folder]);
        set_mode(&site.path(folder), 0o755);
        assert!(site.tree("site") == good, "{folder}");
        assert_eq!(build_as_nobody(&site, &[]).code, 0);
    }
}

#[test]
fn unremovable_files_are_found_before_anything_changes() {
    let page = "site/en/guides/b/index.html";
    for (locked, mode, usual) in [("site/en/guides/b", 0o555, 0o755), (page, 0o000, 0o644)] {
        let site = site_of_nobody();
        site.remove("content/guides/b.en.md");
        let good = site.tree("site");
        set_mode(&site.path(locked), mode);
        fails_with(&build_as_nobody(&site, &[]), &[locked]);
        set_mode(&site.path(locked), usual);
        assert!(site.tree("site") == good, "{locked}");
        assert_eq!(build_as_nobody(&site, &[]).code, 0);
        assert!(!site.path(page).exists());
    }
}

/// A published name is longer than that of the source, because it contains a hash.
#[test]
fn a_name_too_long_for_the_disk_is_found_before_anything_changes() {
    let site = TestSite::new();
    built(&site);
    let good = site.tree("site");
    change_everything(&site);
    let name = format!("{}.csv", "x".repeat(250));
    site.write(&format!("content/guides/{name}"), "a,b\n");
    site.write("content/guides/b.en.md", guide("Beta", "", &format!("[Data]({name})")));
    fails_with(&site.build(&[]), &["site/assets/guides/xxx", "too long", "255"]);
    assert!(site.tree("site") == good);
}

#[test]
fn a_folder_in_the_way_is_found_before_anything_changes() {
    let site = TestSite::new();
    built(&site);
    let page = "site/ko/guides/a/index.html";
    site.remove(page);
    site.write(&format!("{page}/mine.txt"), "mine");
    let good = site.tree("site");
    change_everything(&site);
    for arguments in [&[][..], &["--force"]] {
        fails_with(&site.build(arguments), &[page, "in the way"]);
        assert!(site.tree("site") == good);
    }
}

#[test]
fn unreadable_files_that_must_be_removed_are_named() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    built(&site);
    let page = "site/en/guides/b/index.html";
    site.remove(page);
    site.write(&format!("{page}/mine.txt"), "mine");
    site.remove("content/guides/b.en.md");
    let good = site.tree("site");
    change_everything(&site);
    fails_with(&site.build(&[]), &[page]);
    assert!(site.tree("site") == good);
    fs::remove_dir_all(site.path("site/en/guides/b")).expect("removed");
    built(&site);
}

#[test]
fn a_failed_first_build_removes_only_what_it_made() {
    let site = TestSite::new();
    site.write("templates/guide.html", "{{ nothing_of_the_kind }}");
    assert_eq!(site.build(&["--out", "a/b"]).code, 1);
    assert!(!site.path("a").exists());
    for there in ["site", "a"] {
        fs::create_dir(site.path(there)).expect("a folder");
    }
    assert_eq!(site.build(&[]).code, 1);
    assert_eq!(site.build(&["--out", "a/b"]).code, 1);
    for there in ["site", "a"] {
        assert_eq!(fs::read_dir(site.path(there)).expect("it is still there").count(), 0);
    }
}

/// Builds with a limit on the size of files, which stands for a full disk: a write fails in the
/// middle.
fn build_on_a_full_disk(site: &TestSite, arguments: &str) -> Ran {
    let program = env!("CARGO_BIN_EXE_giljabi");
    let script = format!("trap '' XFSZ; ulimit -f 64; exec '{program}' build {arguments}");
    let output = Command::new("bash").args(["-c", &script]).current_dir(site.root()).output();
    Ran::from(output.expect("bash runs"))
}

/// Here it is the manifest that no longer fits.
#[test]
fn a_first_build_without_a_manifest_leaves_no_trace() {
    let site = TestSite::new();
    for number in 0..700 {
        site.write(&format!("static/{number}{}.txt", "x".repeat(100)), "x");
    }
    site.write("static/CNAME", "ours").write("site/CNAME", "theirs");
    let theirs = site.tree("site");
    fails_with(&build_on_a_full_disk(&site, "--force"), &["site/.giljabi/manifest.json"]);
    assert!(site.tree("site") == theirs);
    assert!(!site.path("site/.giljabi").exists() && !site.path("site/en").exists());
}

#[test]
fn a_full_disk_leaves_the_last_good_site() {
    let site = TestSite::new();
    built(&site);
    let good = site.tree("site");
    let long = "A long line of text that fills the disk. ".repeat(4_000);
    site.write("content/pages/p.en.md", translation("Page", "", &long));
    let ran = build_on_a_full_disk(&site, "");
    fails_with(&ran, &["site/en/pages/p/index.html"]);
    assert!(site.tree("site") == good);
    let left = fs::read_dir(site.path("site/.giljabi")).expect("our notes");
    let left: Vec<String> =
        left.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert!(!left.iter().any(|name| name.starts_with("stage-")), "{left:?}");
}
