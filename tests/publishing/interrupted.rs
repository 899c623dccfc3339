//! Builds that are killed, or that get an error, at every system call that changes the disk: by
//! `strace`, if it is found (with `GILJABI_REQUIRE_STRACE` it must be).

use std::{
    collections::BTreeMap,
    env, fs,
    path::Path,
    process::{Command, Stdio},
};

use super::{built, fails_with};
use crate::support::{SETTINGS, TestSite, guide, program, translation};

/// The system calls by which a build changes the disk. Those with a question mark are ignored
/// on machines that do not have them.
const CALLS: [&str; 7] = [
    "?mkdir,mkdirat",
    "?rename,?renameat,renameat2",
    "?link,linkat",
    "?unlink,unlinkat,?rmdir",
    "write",
    "fsync",
    "?copy_file_range,?sendfile",
];

/// More calls of a kind than any build here makes.
const MOST_CALLS: usize = 2_000;

type Tree = BTreeMap<String, Vec<u8>>;

/// A published site whose sources have changed in every way since: a new page, an edited one, a
/// removed one, a file that became a folder, a folder that became a file, and a new folder with a
/// page of its own and a picture that other pages show.
struct Scene {
    site: TestSite,
    old: Tree,
    new: Tree,
}

fn scene() -> Scene {
    let site = TestSite::new();
    site.write("guide.toml", format!("preview_images = \"none\"\nminify = false\n{SETTINGS}"));
    site.write("content/guides/b.en.md", guide("Beta", "", "To be removed."));
    site.write("static/file", "a file").write("static/folder/x.txt", "in a folder");
    built(&site);
    let old = site.tree("site");
    site.remove("content/guides/b.en.md");
    let picture = "![A logo](/brand/logo.svg)";
    site.write("static/brand/index.html", "<!doctype html><title>Brand</title>");
    site.write("static/brand/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write("content/guides/c.en.md", guide("Gamma", "", &format!("New.\n\n{picture}")));
    let body = format!("## 처음 {{#first}}\n\n고친 글.\n\n{picture}");
    site.write("content/guides/a.ko.md", translation("알파", "", &body));
    site.write("static/assets/site.css", "body { color: red }\n");
    site.remove("static/file");
    fs::remove_dir_all(site.path("static/folder")).expect("removed");
    site.write("static/file/y.txt", "in a folder now").write("static/folder", "a file now");
    assert_eq!(site.build(&["--out", "fresh"]).code, 0);
    let new = site.tree("fresh");
    Scene { site, old, new }
}

impl Scene {
    /// Restores the published site in the folder `work`.
    fn restore(&self) {
        let work = self.site.path("work");
        let _ = fs::remove_dir_all(&work);
        copy(&self.site.path("site"), &work);
    }

    /// Runs a build into `work` in which `fault` happens at the `nth` call of `calls`. Returns
    /// whether there was such a call, and the exit code.
    fn build_with(&self, calls: &str, nth: usize, fault: &str) -> (bool, Option<i32>) {
        let log = self.site.path("strace.log");
        let status = Command::new("strace")
            .args(["-f", "-qq", "-o"])
            .arg(&log)
            .args(["-e", &format!("trace={calls}")])
            .args(["-e", &format!("inject={calls}:{fault}:when={nth}")])
            .arg(program().get_program())
            .args(["build", "--quiet", "--out", "work"])
            .current_dir(self.site.root())
            .env("RAYON_NUM_THREADS", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .expect("strace runs");
        let log = fs::read_to_string(log).unwrap_or_default();
        let met = log.contains("INJECTED") || log.contains("killed by SIGKILL");
        (met, status.code())
    }

    /// Returns the site in `folder`, without the assets of the build before, which stay for one
    /// more build.
    fn published(&self, folder: &str) -> Tree {
        let is_earlier = |path: &str| {
            path.starts_with("assets/")
                && self.old.contains_key(path)
                && !self.new.contains_key(path)
        };
        let mut tree = self.site.tree(folder);
        tree.retain(|path, _| !is_earlier(path));
        tree
    }

    /// Checks `work` right after a kill, and again after the next build.
    fn check_after_kill(&self, case: &str) {
        for (path, bytes) in self.site.tree("work") {
            let whole = [&self.old, &self.new].iter().any(|tree| tree.get(&path) == Some(&bytes));
            assert!(whole, "{case}: {path} is half written");
        }
        self.check_assets(case);
        self.check_next_build(case);
    }

    /// Asserts that every style, script and picture that a page names exists.
    fn check_assets(&self, case: &str) {
        let tree = self.site.tree("work");
        for (path, bytes) in tree.iter().filter(|(path, _)| path.ends_with(".html")) {
            let page = String::from_utf8_lossy(bytes);
            for folder in ["assets/", "brand/"] {
                for part in page.split(&["\"/", folder].concat()).skip(1) {
                    let asset = [folder, part.split('"').next().unwrap_or_default()].concat();
                    let asset = asset.split(['?', '#']).next().unwrap_or_default();
                    assert!(tree.contains_key(asset), "{case}: {path} names {asset}");
                }
            }
        }
    }

    fn check_next_build(&self, case: &str) {
        let next = self.site.build(&["--out", "work"]);
        assert_eq!(next.code, 0, "{case}: {}", next.stderr);
        assert!(self.published("work") == self.new, "{case}: not as a fresh build");
        let notes = fs::read_dir(self.site.path("work/.giljabi")).expect("our notes");
        assert_eq!(notes.count(), 2, "{case}: the manifest and the lock");
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.expect("a readable folder");
        let target = to.join(entry.path().strip_prefix(from).expect("below"));
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(target).expect("a folder"),
            false => _ = fs::copy(entry.path(), target).expect("a copy"),
        }
    }
}

fn has_strace() -> bool {
    let found = Command::new("strace").arg("-V").output().is_ok();
    assert!(found || env::var_os("GILJABI_REQUIRE_STRACE").is_none(), "strace was not found");
    if !found {
        eprintln!("test skipped: no strace");
    }
    found
}

/// Runs every case in which the fault occurs.
fn each_case(fault: &str, check: impl Fn(&Scene, &str, Option<i32>)) {
    if !has_strace() {
        return;
    }
    let scene = scene();
    let mut cases = 0;
    for calls in CALLS {
        for nth in 1..MOST_CALLS {
            scene.restore();
            let (met, code) = scene.build_with(calls, nth, fault);
            if !met {
                break;
            }
            cases += 1;
            check(&scene, &format!("{fault} at {calls} {nth}"), code);
        }
    }
    println!("{fault}: {cases} calls");
}

#[test]
fn a_build_killed_at_any_call_is_mended_by_the_next() {
    each_case("signal=KILL", |scene, case, _| scene.check_after_kill(case));
}

#[test]
fn an_error_at_any_call_leaves_the_last_good_site_or_the_new_one() {
    each_case("error=EIO", |scene, case, code| {
        let (tree, expected) = match code {
            Some(0) => (scene.published("work"), &scene.new),
            _ => (scene.site.tree("work"), &scene.old),
        };
        assert!(tree == *expected, "{case}: exit {code:?} and another site");
        scene.check_next_build(case);
    });
}

#[test]
fn the_last_good_site_comes_back_even_if_the_next_build_has_errors() {
    if !has_strace() {
        return;
    }
    let scene = scene();
    let is_mixed = |nth: &usize| {
        scene.restore();
        scene.build_with("?rename,?renameat,renameat2", *nth, "signal=KILL");
        let journal = scene.site.path("work/.giljabi/journal.json");
        journal.exists() && scene.site.tree("work") != scene.old
    };
    assert!((1..MOST_CALLS).find(is_mixed).is_some(), "a build is killed halfway");
    scene.site.write("content/guides/d.en.md", guide("Delta", "", "[Nowhere](nowhere.md)"));
    let ran = scene.site.build(&["--out", "work"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(scene.site.tree("work") == scene.old);
}

#[test]
fn our_files_may_become_folders_and_the_reverse() {
    let scene = scene();
    built(&scene.site);
    assert!(scene.published("site") == scene.new);
}

#[test]
fn what_a_power_cut_left_empty_goes_with_its_page() {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "To be removed."));
    built(&site);
    let page = site.root().join("site/en/guides/b/index.html");
    fs::write(&page, "").expect("written");
    site.remove("content/guides/b.en.md");
    built(&site);
    assert!(!page.exists());
}

#[test]
fn pipes_and_links_in_the_place_of_our_files_are_refused_with_their_path() {
    let site = TestSite::new();
    built(&site);
    for path in ["site/.giljabi/lock", "site/.giljabi/manifest.json", "site/en/guides/a/index.html"]
    {
        let bytes = fs::read(site.path(path)).expect("our file");
        site.remove(path);
        let made = Command::new("mkfifo").arg(site.path(path)).status().expect("mkfifo runs");
        assert!(made.success());
        fails_with(&site.build(&[]), &[path, "neither a file nor a folder"]);
        site.remove(path);
        std::os::unix::fs::symlink(site.path("guide.toml"), site.path(path)).expect("a link");
        fails_with(&site.build(&[]), &[path, "neither a file nor a folder"]);
        site.remove(path);
        site.write(path, bytes);
    }
    assert_eq!(site.read("guide.toml"), SETTINGS);
    built(&site);
}

#[test]
fn nothing_is_written_through_a_link_among_our_notes() {
    let site = TestSite::new();
    built(&site);
    site.write("foreign", "precious");
    for name in ["manifest.new", "journal.json.new", "manifest.json.new"] {
        let link = site.path("site/.giljabi").join(name);
        std::os::unix::fs::symlink(site.path("foreign"), link).expect("a link");
    }
    site.write("content/guides/a.en.md", guide("Alpha", "", "## First {#first}\n\nOther."));
    built(&site);
    assert_eq!(site.read("foreign"), "precious");
}
