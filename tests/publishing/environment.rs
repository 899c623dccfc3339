//! Errors of the environment: they are reported with their paths, in both languages.

use std::{fs, os::unix::fs::symlink, process::Command};

use super::{
    fails_with, is_superuser,
    nobody::{build_without_threads, set_mode, site_of_nobody},
};
use crate::support::{TestSite, guide, program};

#[test]
fn errors_of_the_environment_name_their_paths() {
    let site = TestSite::empty();
    fails_with(&site.build(&[]), &["guide.toml", "--root"]);

    let site = TestSite::new();
    symlink("/etc/hostname", site.path("content/guides/out.png")).expect("a link");
    fails_with(&site.build(&[]), &["content/guides/out.png", "out of the guide"]);

    let site = TestSite::new();
    symlink(site.path("content"), site.path("content/loop")).expect("a link");
    fails_with(&site.build(&[]), &["content/loop", "loop"]);

    let site = TestSite::new();
    symlink("nowhere", site.path("content/guides/gone.png")).expect("a link");
    fails_with(&site.build(&[]), &["content/guides/gone.png", "leads nowhere"]);

    let site = TestSite::new();
    let fifo = site.path("content/guides/pipe.png");
    assert!(Command::new("mkfifo").arg(&fifo).status().expect("mkfifo").success());
    fails_with(&site.build(&[]), &["content/guides/pipe.png", "neither a file nor a folder"]);

    let site = TestSite::new();
    site.write("site", "a file");
    fails_with(&site.build(&[]), &["site"]);

    let site = TestSite::new();
    fails_with(&site.build(&["--base-url", "nonsense"]), &["base-url"]);
    fails_with(&site.build(&["--no-such-option"]), &["no-such-option"]);
    fails_with(&site.build(&["--root", "nowhere"]), &["nowhere"]);
}

#[test]
fn errors_of_the_environment_are_in_korean_too() {
    let site = TestSite::empty();
    fails_with(&site.build(&["--lang", "ko"]), &["오류: ", "guide.toml이 없습니다", "--root"]);
    let site = TestSite::new();
    site.write("site", "a file");
    fails_with(&site.build(&["--lang", "ko"]), &["site", "폴더가 아닙니다"]);
}

#[test]
fn unreadable_and_unwritable_places_are_named() {
    let site = TestSite::new();
    if is_superuser(&site) {
        // Root can read everything; cases that work as root are tested above.
        return;
    }
    set_mode(&site.path("content/guides/a.en.md"), 0o000);
    fails_with(&site.build(&[]), &["content/guides/a.en.md"]);
    set_mode(&site.path("content/guides/a.en.md"), 0o644);
    fs::create_dir(site.path("site")).expect("a folder");
    set_mode(&site.path("site"), 0o555);
    fails_with(&site.build(&[]), &["site"]);
    set_mode(&site.path("site"), 0o755);
}

#[test]
fn unreadable_files_are_reported_together() {
    let site = TestSite::new();
    symlink("nowhere", site.path("content/guides/one.png")).expect("a link");
    symlink("/", site.path("content/guides/two.png")).expect("a link");
    symlink("nowhere", site.path("content/three.png")).expect("a link");
    site.write("static", "a file").write("templates", "a file");
    let ran = site.build(&[]);
    fails_with(&ran, &["error: content/guides/one.png", "content/guides/two.png"]);
    fails_with(&ran, &["error: content/three.png", "static is not", "templates is not"]);
    assert_eq!(ran.stderr.matches("error: ").count(), 5, "{}", ran.stderr);
    assert_eq!(site.build(&["--root", "."]).stderr, ran.stderr, "paths are as short as can be");
    assert!(!site.path("site").exists());
}

#[test]
fn memory_that_runs_out_ends_with_a_message() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", &"word [x](a.en.md)\n\n".repeat(100_000)),
    );
    let program = program().get_program().to_owned();
    for kilobytes in ["450000", "500000", "600000"] {
        let script = format!("ulimit -v {kilobytes}; exec \"$0\" build");
        let ran = Command::new("sh")
            .args(["-c", &script])
            .arg(&program)
            .current_dir(site.root())
            .output();
        let ran = ran.expect("sh runs");
        let said = String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.code() == Some(2) && said.contains("memory"), "{kilobytes}: {said}");
    }
    assert!(!site.path("site/en").exists());
}

#[test]
fn a_lack_of_threads_ends_with_a_message() {
    let site = site_of_nobody();
    if is_superuser(&site) {
        // Only root can run the program as a user without processes.
        fails_with(&build_without_threads(&site), &["the system gives no threads"]);
    }
}
