//! A build into the folder of an earlier one: which files are written, left alone and removed.

use std::{fs, os::unix::fs::MetadataExt};

use super::{built, fails_with, nobody::change_everything};
use crate::support::{SETTINGS, TestSite, guide, program, translation};

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (TestSite::new(), TestSite::new());
    built(&one);
    built(&two);
    assert!(one.tree("site") == two.tree("site"));
    let many = TestSite::new();
    for threads in ["1", "7"] {
        let mut command = program();
        command.current_dir(many.root()).args(["build", "--out", threads]);
        command.env("RAYON_NUM_THREADS", threads);
        assert!(command.output().expect("the program runs").status.success());
    }
    assert!(many.tree("1") == many.tree("7"));
}

#[test]
fn unchanged_files_are_not_touched() {
    let site = TestSite::new();
    built(&site);
    let stamp = |path: &str| {
        let data = fs::metadata(site.path(path)).expect("the file is there");
        (data.modified().expect("a time"), data.ino())
    };
    let before = (stamp("site/en/guides/a/index.html"), stamp("site/ko/guides/a/index.html"));
    site.write("content/guides/a.ko.md", translation("알파", "", "## 처음 {#first}\n\n고친 글."));
    let ran = built(&site);
    // The page and its Markdown, the two feeds that contain it, and the files of the search
    // index with its words.
    assert!(ran.stdout.contains("7 written"), "{}", ran.stdout);
    let after = (stamp("site/en/guides/a/index.html"), stamp("site/ko/guides/a/index.html"));
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
}

#[test]
fn only_unneeded_files_are_removed() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    built(&site);
    site.write("site/en/guides/b/notes.txt", "mine").write("site/CNAME", "guide.example");
    site.remove("content/guides/b.en.md");
    let ran = built(&site);
    // The page and its Markdown, its preview image, and the two parts of the search index with
    // its words.
    assert!(ran.stdout.contains("5 removed"), "{}", ran.stdout);
    assert!(!site.path("site/en/guides/b/index.html").exists());
    assert_eq!(site.read("site/en/guides/b/notes.txt"), "mine");
    assert_eq!(site.read("site/CNAME"), "guide.example");
}

#[test]
fn empty_folders_of_removed_pages_are_removed() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    built(&site);
    site.remove("content/guides/b.en.md");
    built(&site);
    assert!(!site.path("site/en/guides/b").exists());
}

#[test]
fn a_removed_page_that_somebody_changed_is_kept() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    built(&site);
    site.write("site/en/guides/b/index.html", "by hand");
    site.remove("content/guides/b.en.md");
    let ran = built(&site);
    assert!(ran.stderr.contains("left alone"), "{}", ran.stderr);
    assert_eq!(site.read("site/en/guides/b/index.html"), "by hand");
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = TestSite::new();
    built(&site);
    let good = site.tree("site");
    site.write("content/guides/a.en.md", guide("Alpha", "", "[broken](nowhere.md)"));
    assert_eq!(site.build(&[]).code, 1);
    assert!(site.tree("site") == good);
    site.write("content/guides/a.en.md", guide("Alpha", "", "Text."));
    site.write("templates/guide.html", "{{ nothing_of_the_kind }}");
    assert_eq!(site.build(&[]).code, 1);
    assert!(site.tree("site") == good);
}

#[test]
fn leftovers_of_a_killed_build_are_removed() {
    let site = TestSite::new();
    built(&site);
    site.write("site/.giljabi/stage-abc/0", "half");
    built(&site);
    assert!(!site.path("site/.giljabi/stage-abc").exists());
}

#[test]
fn a_manifest_cannot_be_made_to_remove_other_files() {
    let site = TestSite::new();
    built(&site);
    site.write("precious.txt", "mine");
    let manifest = site.read("site/.giljabi/manifest.json");
    let hash = "0123456789abcdef0123456789abcdef";
    let evil = manifest.replacen(
        "\"files\": {",
        &format!("\"files\": {{\n    \"../precious.txt\": \"{hash}\","),
        1,
    );
    site.write("site/.giljabi/manifest.json", evil);
    built(&site);
    assert_eq!(site.read("precious.txt"), "mine");
}

/// A hard link stands for a disk that takes both names for one file.
#[test]
fn a_file_whose_name_changes_only_in_case_is_not_lost() {
    let site = TestSite::new();
    site.write("static/Data.txt", "data");
    built(&site);
    fs::hard_link(site.path("site/Data.txt"), site.path("site/data.txt")).expect("a link");
    fs::rename(site.path("static/Data.txt"), site.path("static/data.txt")).expect("renamed");
    let ran = built(&site);
    assert!(ran.stdout.contains("0 removed"), "{}", ran.stdout);
    assert!(site.path("site/Data.txt").exists() && site.path("site/data.txt").exists());
    assert!(!site.read("site/.giljabi/manifest.json").contains("\"found\""), "it is ours");
    site.remove("site/Data.txt");
    site.remove("static/data.txt");
    built(&site);
    assert!(!site.path("site/data.txt").exists());
}

#[test]
fn on_most_disks_another_case_is_another_file() {
    let site = TestSite::new();
    site.write("static/Data.txt", "data");
    built(&site);
    if site.path("site/dATA.TXT").exists() {
        return;
    }
    fs::rename(site.path("static/Data.txt"), site.path("static/data.txt")).expect("renamed");
    assert!(built(&site).stdout.contains("1 removed"));
    assert!(!site.path("site/Data.txt").exists() && site.path("site/data.txt").exists());
}

#[test]
fn the_manifest_of_a_newer_giljabi_is_left_alone() {
    let site = TestSite::new();
    built(&site);
    let good = site.tree("site");
    let manifest = site.read("site/.giljabi/manifest.json");
    change_everything(&site);
    for newer in [manifest.replacen("\"format\": 1", "\"format\": 2", 1), "{\"format\":9}".into()] {
        site.write("site/.giljabi/manifest.json", newer);
        fails_with(&site.build(&[]), &["manifest.json", "newer giljabi"]);
    }
    site.write("site/.giljabi/manifest.json", "{");
    fails_with(&site.build(&[]), &["manifest.json", "damaged"]);
    assert!(site.tree("site") == good);
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = TestSite::new();
    site.write("guide.toml", format!("preview_images = \"site\"\n{SETTINGS}"));
    for number in 0..200 {
        let path = format!("content/guides/g{number}.en.md");
        site.write(&path, guide(&format!("Guide {number}"), "", "Text."));
    }
    let run = || program().arg("build").current_dir(site.root()).spawn().expect("the program runs");
    let codes: Vec<i32> = [run(), run(), run()]
        .map(|mut child| child.wait().expect("it ends").code().unwrap_or(-1))
        .into();
    assert!(codes.iter().all(|code| [0, 2].contains(code)) && codes.contains(&0), "{codes:?}");
    built(&site);
    assert_eq!(site.build(&[]).stdout.matches("0 written").count(), 1);
}

#[test]
fn a_page_that_somebody_changed_is_written_again_and_reported() {
    let site = TestSite::new();
    built(&site);
    site.write("site/en/guides/a/index.html", "by hand");
    site.write("content/guides/b.en.md", guide("Beta", "", "x"));
    let ran = built(&site);
    assert!(ran.stderr.contains("changed after giljabi wrote it"), "{}", ran.stderr);
    assert!(ran.stderr.contains("site/en/guides/a/index.html"), "{}", ran.stderr);
    assert_eq!(ran.stderr.lines().count(), 1, "{}", ran.stderr);
    assert!(site.read("site/en/guides/a/index.html").contains("<html"));
}

#[test]
fn a_site_is_emptied_only_by_force() {
    let site = TestSite::new();
    built(&site);
    let before = site.tree("site");
    fs::rename(site.path("content"), site.path("elsewhere")).expect("moved");
    let refused = site.build(&[]);
    assert_eq!(refused.code, 1, "{}", refused.stderr);
    assert!(refused.stderr.contains("[site-emptied]"), "{}", refused.stderr);
    assert!(site.tree("site") == before);
    let forced = site.build(&["--force"]);
    assert_eq!(forced.code, 0, "{}", forced.stderr);
    assert!(!site.path("site/en/guides/a/index.html").exists());
    let again = built(&site);
    assert!(again.stderr.contains("[no-pages]"), "{}", again.stderr);
}
