//! Files in the output folder that giljabi did not write.

use std::{fs, os::unix::fs::symlink};

use super::{
    built, fails_with, is_superuser,
    nobody::{build_as_nobody, give_away, give_new_files_away, set_mode, site_of_nobody, take},
};
use crate::support::TestSite;

#[test]
fn a_folder_of_other_files_is_refused_and_with_force_kept() {
    let site = TestSite::new();
    site.write("site/index.html", "theirs").write("site/photo.jpg", "theirs too");
    let refused = site.build(&[]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("--force"), "{}", refused.stderr);
    assert_eq!(site.tree("site").len(), 2);
    let forced = site.build(&["--force"]);
    assert_eq!(forced.code, 0, "{}", forced.stderr);
    assert_eq!(site.read("site/photo.jpg"), "theirs too");
    assert_eq!(site.read("site/index.html.before-giljabi"), "theirs");
    assert!(site.read("site/index.html").contains("<html"));
}

/// In a folder with the sticky bit, such as `/tmp`, files can be created, but those of other
/// users cannot be replaced. This is only found out by trying.
#[test]
fn a_build_that_fails_at_the_last_gives_others_their_files_back() {
    let site = site_of_nobody();
    if !is_superuser(&site) {
        // Only root can create files with two owners.
        return;
    }
    site.write("static/CNAME", "ours").write("site/CNAME", "theirs");
    site.write("static/1.txt", "new");
    give_new_files_away(&site);
    take(&site, "site/en/guides/a");
    fails_with(&build_as_nobody(&site, &[]), &["site/en/guides/a/index.html"]);
    assert_eq!(site.read("site/CNAME"), "theirs");
    assert!(!site.path("site/CNAME.before-giljabi").exists());
    assert!(!site.path("site/1.txt").exists(), "what was put before the page that failed is gone");
    let left = fs::read_dir(site.path("site/.giljabi")).expect("our notes").count();
    assert_eq!(left, 2, "the manifest and the lock");

    set_mode(&site.path("site/en/guides/a"), 0o755);
    give_new_files_away(&site);
    assert_eq!(build_as_nobody(&site, &[]).code, 0);
    assert_eq!(site.read("site/CNAME"), "ours");
    assert_eq!(site.read("site/CNAME.before-giljabi"), "theirs", "it was not claimed");
}

#[test]
fn a_forced_build_that_fails_at_the_last_claims_nothing() {
    let site = TestSite::new();
    site.write("static/CNAME", "ours").write("site/CNAME", "theirs");
    site.write("site/en/guides/a/index.html", "theirs too");
    if !is_superuser(&site) {
        return;
    }
    give_away(&site);
    let theirs = site.tree("site");
    take(&site, "site/en/guides/a");
    let forced = build_as_nobody(&site, &["--force"]);
    fails_with(&forced, &["site/en/guides/a/index.html"]);
    assert!(site.tree("site") == theirs);
    assert!(!site.path("site/.giljabi").exists() && !site.path("site/ko").exists());
    fails_with(&build_as_nobody(&site, &[]), &["--force"]);
}

#[test]
fn a_file_in_the_way_whose_name_is_long_is_kept_under_a_shorter_one() {
    let long = format!("{}.txt", "가".repeat(83));
    let site = TestSite::new();
    site.write(&format!("static/{long}"), "ours").write(&format!("site/{long}"), "theirs");
    for _ in 0..2 {
        let forced = site.build(&["--force"]);
        assert_eq!(forced.code, 0, "{}", forced.stderr);
        assert_eq!(site.read(&format!("site/{long}")), "ours");
        let files = site.tree("site");
        let theirs: Vec<_> = files.iter().filter(|(_, bytes)| *bytes == b"theirs").collect();
        assert_eq!(theirs.len(), 1);
        assert!(theirs[0].0.ends_with("가.before-giljabi"), "{}", theirs[0].0);
    }
}

#[test]
fn a_file_of_others_that_is_like_ours_stays_theirs() {
    let site = TestSite::new();
    site.write("static/CNAME", "same").write("site/CNAME", "same");
    assert_eq!(site.build(&["--force"]).code, 0);
    assert!(site.read("site/.giljabi/manifest.json").contains("\"found\""));
    site.remove("static/CNAME");
    let ran = built(&site);
    assert!(ran.stdout.contains("0 removed") && !ran.stderr.contains("CNAME"), "{}", ran.stderr);
    assert_eq!(site.read("site/CNAME"), "same");
    assert!(!site.read("site/.giljabi/manifest.json").contains("CNAME"));

    site.write("static/CNAME", "same");
    built(&site);
    site.write("static/CNAME", "ours");
    let ran = built(&site);
    assert!(ran.stderr.contains("CNAME.before-giljabi"), "{}", ran.stderr);
    assert_eq!(site.read("site/CNAME"), "ours");
    assert_eq!(site.read("site/CNAME.before-giljabi"), "same");
    site.remove("static/CNAME");
    built(&site);
    assert!(!site.path("site/CNAME").exists(), "from then on it was ours");
}

#[test]
fn a_symbolic_link_inside_the_output_is_not_followed() {
    let site = TestSite::new();
    built(&site);
    site.write("elsewhere/keep.txt", "mine");
    fs::remove_dir_all(site.path("site/en/guides")).expect("removed");
    symlink(site.path("elsewhere"), site.path("site/en/guides")).expect("a link");
    fails_with(&site.build(&[]), &["site/en/guides", "in the way"]);
    assert_eq!(site.tree("elsewhere").len(), 1);
}
