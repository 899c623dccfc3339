//! What `build` writes, leaves alone and refuses: the real program on real folders.

mod support;

use std::{
    fs,
    os::unix::{
        fs::{MetadataExt, PermissionsExt, chown, symlink},
        process::CommandExt,
    },
    path::Path,
    process::Command,
};

use support::{Ran, SETTINGS, TestSite, guide, program, translation};

fn built(site: &TestSite) -> Ran {
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

#[test]
fn settings_and_content_alone_make_a_site() {
    let site = TestSite::new();
    let ran = built(&site);
    assert!(ran.stdout.contains("Built 2 pages (English 1, Korean 1)"), "{}", ran.stdout);
    let files = site.tree("site");
    for page in [
        "index.html",
        "404.html",
        "en/index.html",
        "ko/index.html",
        "en/guides/index.html",
        "ko/guides/index.html",
        "en/guides/a/index.html",
        "ko/guides/a/index.html",
    ] {
        assert!(files.contains_key(page), "{page} is missing: {:?}", files.keys());
    }
    let korean = site.read("site/ko/guides/a/index.html");
    assert!(korean.contains("알파") && korean.contains("2026년 11월 22일"), "{korean}");
}

#[test]
fn a_site_without_content_is_built_too() {
    let site = TestSite::empty();
    site.write("guide.toml", SETTINGS);
    built(&site);
    assert!(site.read("site/ko/index.html").contains("결정 가이드"));
}

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
    // The page, and the two feeds that it is in.
    assert!(ran.stdout.contains("3 written"), "{}", ran.stdout);
    let after = (stamp("site/en/guides/a/index.html"), stamp("site/ko/guides/a/index.html"));
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
}

#[test]
fn what_is_no_longer_needed_goes_and_nothing_else_does() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    built(&site);
    site.write("site/en/guides/b/notes.txt", "mine").write("site/CNAME", "guide.example");
    site.remove("content/guides/b.en.md");
    let ran = built(&site);
    // The page, and its preview image.
    assert!(ran.stdout.contains("2 removed"), "{}", ran.stdout);
    assert!(!site.path("site/en/guides/b/index.html").exists());
    assert_eq!(site.read("site/en/guides/b/notes.txt"), "mine");
    assert_eq!(site.read("site/CNAME"), "guide.example");
}

#[test]
fn empty_folders_of_removed_pages_go() {
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
fn what_a_killed_build_left_behind_is_swept() {
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
fn no_way_round_leads_the_output_among_the_sources() {
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

fn fails_with(ran: &Ran, words: &[&str]) {
    assert_eq!(ran.code, 2, "{}{}", ran.stdout, ran.stderr);
    for word in words {
        assert!(ran.stderr.contains(word), "no “{word}” in: {}", ran.stderr);
    }
}

#[test]
fn what_the_environment_does_wrong_ends_with_its_path() {
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
fn the_environment_is_spoken_of_in_korean_too() {
    let site = TestSite::empty();
    fails_with(&site.build(&["--lang", "ko"]), &["오류: ", "guide.toml 파일이 없습니다", "--root"]);
    let site = TestSite::new();
    site.write("site", "a file");
    fails_with(&site.build(&["--lang", "ko"]), &["site", "폴더가 아닙니다"]);
}

/// Whether this test runs as somebody whom permissions do not stop.
fn is_superuser(site: &TestSite) -> bool {
    site.write("locked", "x");
    set_mode(&site.path("locked"), 0o000);
    let read = fs::read(site.path("locked")).is_ok();
    site.remove("locked");
    read
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

#[test]
fn unreadable_and_unwritable_places_are_named() {
    let site = TestSite::new();
    if is_superuser(&site) {
        // Root reads everything; what can be tried as root is tried above.
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

/// Somebody whom permissions do stop.
const NOBODY: u32 = 65534;

/// Gives a site to somebody whom permissions stop, with a program to run on it.
fn give_away(site: &TestSite) {
    let program = site.path("program");
    if is_superuser(site) {
        // The program may lie in a folder that is closed to others.
        fs::hard_link(env!("CARGO_BIN_EXE_giljabi"), &program)
            .or_else(|_| fs::copy(env!("CARGO_BIN_EXE_giljabi"), &program).map(|_| ()))
            .expect("the program");
        for entry in walkdir::WalkDir::new(site.root()) {
            let entry = entry.expect("a readable folder");
            if entry.path() != program {
                chown(entry.path(), Some(NOBODY), Some(NOBODY)).expect("given away");
            }
        }
    } else {
        symlink(env!("CARGO_BIN_EXE_giljabi"), program).expect("a link");
    }
}

/// Builds a site that was given away.
fn build_as_nobody(site: &TestSite, arguments: &[&str]) -> Ran {
    let mut command = Command::new(site.path("program"));
    command.current_dir(site.root()).arg("build").args(arguments).env("LC_ALL", "en_US.UTF-8");
    // One thread puts files into place in the order of their paths.
    command.env("RAYON_NUM_THREADS", "1");
    if is_superuser(site) {
        command.uid(NOBODY).gid(NOBODY);
    }
    Ran::from(command.output().expect("the program runs"))
}

/// A built site, changed all over since, that was given away.
fn site_of_nobody() -> TestSite {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    give_away(&site);
    assert_eq!(build_as_nobody(&site, &[]).code, 0);
    change_everything(&site);
    give_new_files_away(&site);
    site
}

/// A change of the title is one of every page.
fn change_everything(site: &TestSite) {
    site.write("guide.toml", SETTINGS.replace("Decision guide", "Another guide"));
    site.write("guide.toml", site.read("guide.toml").replace("결정 가이드", "다른 가이드"));
}

fn give_new_files_away(site: &TestSite) {
    if is_superuser(site) {
        fs::remove_file(site.path("program")).expect("the program goes");
        give_away(site);
    }
}

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
fn what_cannot_be_removed_is_found_before_anything_changes() {
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

/// In a folder with the sticky bit, as `/tmp` is, files can be made, but those of
/// others cannot be replaced: that is seen only when it is tried.
#[test]
fn a_build_that_fails_at_the_last_gives_others_their_files_back() {
    let site = site_of_nobody();
    if !is_superuser(&site) {
        // Nobody else can give a file to two owners.
        return;
    }
    site.write("static/CNAME", "ours").write("site/CNAME", "theirs");
    site.write("static/1.txt", "new");
    give_new_files_away(&site);
    take(&site, "site/en/guides/a");
    fails_with(&build_as_nobody(&site, &[]), &["site/en/guides/a/index.html"]);
    assert_eq!(site.read("site/CNAME"), "theirs");
    assert!(!site.path("site/CNAME.before-giljabi").exists());
    assert_eq!(site.read("site/1.txt"), "new", "it comes before the page that failed");
    let left = fs::read_dir(site.path("site/.giljabi")).expect("our notes").count();
    assert_eq!(left, 2, "the manifest and the lock");

    site.remove("static/1.txt");
    set_mode(&site.path("site/en/guides/a"), 0o755);
    give_new_files_away(&site);
    assert_eq!(build_as_nobody(&site, &[]).code, 0);
    assert_eq!(site.read("site/CNAME"), "ours");
    assert_eq!(site.read("site/CNAME.before-giljabi"), "theirs", "it was not claimed");
    assert!(!site.path("site/1.txt").exists(), "what was put was known as ours");
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

/// Makes a folder and its page the superuser's, with the sticky bit.
fn take(site: &TestSite, folder: &str) {
    let folder = site.path(folder);
    for path in [&folder, &folder.join("index.html")] {
        chown(path, Some(0), Some(0)).expect("taken");
    }
    set_mode(&folder, 0o1777);
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

/// A name gets longer on the way: a hash is put into it.
#[test]
fn a_name_too_long_for_the_disk_is_found_before_anything_changes() {
    let site = TestSite::new();
    built(&site);
    let good = site.tree("site");
    change_everything(&site);
    site.write(&format!("content/guides/{}.csv", "x".repeat(250)), "a,b\n");
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
fn what_is_to_be_removed_and_cannot_be_read_is_named() {
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

/// A hard link stands in for a disk on which both spellings are one file.
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
fn what_a_newer_giljabi_wrote_is_left_alone() {
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

/// A limit on the size of files stands in for a full disk: the same write fails
/// part-way.
fn build_on_a_full_disk(site: &TestSite, arguments: &str) -> Ran {
    let program = env!("CARGO_BIN_EXE_giljabi");
    let script = format!("trap '' XFSZ; ulimit -f 64; exec '{program}' build {arguments}");
    let output = Command::new("bash").args(["-c", &script]).current_dir(site.root()).output();
    Ran::from(output.expect("bash runs"))
}

/// Here it is our own list of files that no longer fits.
#[test]
fn a_first_build_that_cannot_note_its_files_leaves_no_trace() {
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
fn odd_but_right_input_simply_works() {
    let plain = TestSite::new();
    built(&plain);

    let crlf = TestSite::new();
    for path in ["content/guides/a.en.md", "content/guides/a.ko.md", "guide.toml"] {
        let text = crlf.read(path).replace('\n', "\r\n");
        crlf.write(path, format!("\u{feff}{text}"));
    }
    built(&crlf);
    assert!(crlf.tree("site") == plain.tree("site"), "a BOM and CRLF change nothing");

    let tabs = TestSite::new();
    tabs.write("content/guides/a.en.md", "+++\t\ntitle\t=\t\"Alpha\"\ndescription = \"What Alpha is about, and what it asks of those who decide.\"\npublished = 2026-11-22\n+++\n\n## First {#first}\n\nText.\n");
    built(&tabs);
    assert!(tabs.tree("site") == plain.tree("site"), "tabs change nothing");
}

/// macOS stores Hangul names decomposed.
#[test]
fn decomposed_file_names_are_the_same_page() {
    let decomposed = "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}";
    let site = TestSite::new();
    site.write(&format!("content/guides/{decomposed}.en.md"), guide("Hangul", "", "Text."));
    site.write(&format!("content/guides/{decomposed}.ko.md"), translation("한글", "", "글."));
    site.write("content/guides/b.en.md", guide("Beta", "", "[Hangul](한글.md)"));
    built(&site);
    let page = site.read("site/en/guides/b/index.html");
    assert!(page.contains("/en/guides/%ED%95%9C%EA%B8%80/"), "{page}");
    assert!(site.path("site/ko/guides/한글/index.html").exists());
}

#[test]
fn a_page_in_one_language_is_never_advertised_in_the_other() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    site.write(
        "content/guides/c.en.md",
        guide("Gamma", "related = [\"b\"]\n", "See [Beta](b.md)."),
    );
    site.write("content/guides/c.ko.md", translation("감마", "", "[베타](b.md)를 보세요."));
    site.write(
        "content/guides/d.ko.md",
        translation("델타", "source_language = \"ko\"\npublished = 2026-11-22\n", "글."),
    );
    built(&site);
    assert!(!site.path("site/ko/guides/b").exists() && !site.path("site/en/guides/d").exists());
    assert!(!site.read("site/ko/guides/index.html").contains("Beta"));
    assert!(!site.read("site/en/guides/index.html").contains("델타"));
    assert!(site.read("site/ko/guides/index.html").contains("델타"));
    for single in ["site/en/guides/b/index.html", "site/ko/guides/d/index.html"] {
        assert!(!site.read(single).contains("hreflang=\"x-default\""), "{single}");
    }
    let korean = site.read("site/ko/guides/c/index.html");
    assert!(korean.contains("<a href=\"/en/guides/b/\" hreflang=\"en\">베타 <small"), "{korean}");
    assert_eq!(korean.matches("/en/guides/b/").count(), 1, "related pages leave it out");
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "draft = true\n", "Text."));
    site.write("content/guides/b.ko.md", translation("베타", "", "글."));
    built(&site);
    assert!(!site.path("site/en/guides/b").exists() && !site.path("site/ko/guides/b").exists());
    assert_eq!(site.build(&["--drafts"]).code, 0);
    assert!(site.path("site/en/guides/b/index.html").exists());
    assert!(site.path("site/ko/guides/b/index.html").exists());
}

#[test]
fn aliases_lead_to_both_languages() {
    let site = TestSite::new();
    site.write(
        "content/guides/a.en.md",
        guide("Alpha", "aliases = [\"guides/old\", \"older/one\"]\n", "Text."),
    );
    built(&site);
    for (old, new) in [("en/guides/old", "/en/guides/a/"), ("ko/older/one", "/ko/guides/a/")] {
        let page = site.read(&format!("site/{old}/index.html"));
        assert!(page.contains(&format!("url={new}")), "{page}");
        assert!(page.contains(&format!("https://guide.example{new}")), "{page}");
        assert!(!page.contains("noindex"), "{page}");
    }
}

#[test]
fn a_site_below_a_path_links_below_it() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "[Alpha](a.md) [root](/en/guides/)"));
    assert_eq!(site.build(&["--base-url", "https://host.example/ai/guide/"]).code, 0);
    for (path, bytes) in site.tree("site") {
        if !path.ends_with(".html") {
            continue;
        }
        let text = String::from_utf8(bytes).expect("text");
        for link in text.split(" href=").skip(1) {
            let link = link.trim_start_matches('"');
            let fits = link.starts_with("/ai/guide/")
                || link.starts_with('#')
                || link.starts_with("https://host.example/ai/guide/");
            assert!(fits, "{path}: {}", &link[..40.min(link.len())]);
        }
    }
}

#[test]
fn assets_are_published_under_their_hash() {
    let site = TestSite::new();
    site.write("content/guides/img/pixel.png", include_bytes!("fixtures/pixel.png"));
    site.write("content/guides/data.csv", "a,b\n1,2\n");
    site.write("static/robots.txt", "User-agent: *\n").write("static/.well-known/x.txt", "x");
    site.write(
        "content/guides/b.en.md",
        guide("Beta", "", "![A pixel](img/pixel.png \"A caption\")\n\n[Data](data.csv)"),
    );
    built(&site);
    let page = site.read("site/en/guides/b/index.html");
    let image = "<figure class=\"picture\"><img src=\"/assets/guides/img/pixel.";
    assert!(page.contains(image) && page.contains("width=\"1\" height=\"1\""), "{page}");
    assert!(page.contains("<figcaption>A caption</figcaption>"), "{page}");
    assert!(page.contains("href=\"/assets/guides/data."), "{page}");
    assert_eq!(site.read("site/robots.txt"), "User-agent: *\n");
    assert_eq!(site.read("site/.well-known/x.txt"), "x");
}

#[test]
fn long_korean_titles_and_empty_bodies_are_whole() {
    let site = TestSite::new();
    let title = "가나다라마바사아자차".repeat(30);
    site.write("content/guides/b.en.md", guide("Beta", "", ""));
    site.write("content/guides/b.ko.md", translation(&title, "", ""));
    built(&site);
    assert!(site.read("site/ko/guides/b/index.html").matches(&title).count() >= 2);
}

#[test]
fn markup_in_words_is_text() {
    let site = TestSite::new();
    site.write(
        "content/guides/b.en.md",
        guide("Alpha <script>alert(1)</script> & 'co'", "", "## A <b>bold</b> & \\<script>\n\nx"),
    );
    built(&site);
    for (path, bytes) in site.tree("site") {
        if path.ends_with(".html") {
            let text = String::from_utf8(bytes).expect("text");
            // What a page says of itself is data, and modules are the theme's own.
            let rest = text.replace("<script type=application/ld+json>", "");
            let rest = rest.replace("<script type=\"module\" src=\"/assets/", "");
            assert!(!rest.contains("<script"), "{path}: {text}");
        }
    }
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let site = TestSite::new();
    let ran = site.build(&["--quiet"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
}
