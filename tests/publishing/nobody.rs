//! Runs the program as a user with restricted permissions.

use std::{
    fs,
    os::unix::{
        fs::{PermissionsExt, chown, symlink},
        process::CommandExt,
    },
    path::Path,
    process::Command,
};

use super::is_superuser;
use crate::support::{Ran, SETTINGS, TestSite, guide};

/// The id of a user with restricted permissions.
const NOBODY: u32 = 65534;

pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// Changes the owner of a site to a user with restricted permissions, who also gets a program
/// to run.
pub fn give_away(site: &TestSite) {
    let program = site.path("program");
    if is_superuser(site) {
        // The program may be in a folder that other users cannot read.
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

/// Builds a site that belongs to that user.
pub fn build_as_nobody(site: &TestSite, arguments: &[&str]) -> Ran {
    let mut command = Command::new(site.path("program"));
    command.current_dir(site.root()).arg("build").args(arguments).env("LC_ALL", "en_US.UTF-8");
    // With a single thread, files are put in the order of their paths.
    command.env("RAYON_NUM_THREADS", "1");
    if is_superuser(site) {
        command.uid(NOBODY).gid(NOBODY);
    }
    Ran::from(command.output().expect("the program runs"))
}

/// Builds a site that belongs to that user, in a system that allows no threads.
pub fn build_without_threads(site: &TestSite) -> Ran {
    let mut command = Command::new("bash");
    command.args(["-c", "ulimit -u 1; exec ./program build"]).current_dir(site.root());
    command.env("LC_ALL", "en_US.UTF-8").uid(NOBODY).gid(NOBODY);
    Ran::from(command.output().expect("bash runs"))
}

/// Returns a built site of that user in which everything has changed since.
pub fn site_of_nobody() -> TestSite {
    let site = TestSite::new();
    site.write("content/guides/b.en.md", guide("Beta", "", "Text."));
    give_away(&site);
    assert_eq!(build_as_nobody(&site, &[]).code, 0);
    change_everything(&site);
    give_new_files_away(&site);
    site
}

/// Changes the title, which every page shows.
pub fn change_everything(site: &TestSite) {
    site.write("guide.toml", SETTINGS.replace("Decision guide", "Another guide"));
    site.write("guide.toml", site.read("guide.toml").replace("결정 가이드", "다른 가이드"));
}

pub fn give_new_files_away(site: &TestSite) {
    if is_superuser(site) {
        fs::remove_file(site.path("program")).expect("the program goes");
        give_away(site);
    }
}

/// Makes root the owner of a folder and its page, with the sticky bit.
pub fn take(site: &TestSite, folder: &str) {
    let folder = site.path(folder);
    for path in [&folder, &folder.join("index.html")] {
        chown(path, Some(0), Some(0)).expect("taken");
    }
    set_mode(&folder, 0o1777);
}
