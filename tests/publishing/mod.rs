//! The files that `build` writes, leaves alone and refuses: the real program on real
//! folders.

mod again;
mod apart;
mod changed;
mod environment;
mod interrupted;
mod messages;
mod nobody;
mod others;
mod pages;
mod unwritable;

use std::fs;

use crate::support::{Ran, TestSite};
use nobody::set_mode;

fn built(site: &TestSite) -> Ran {
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    ran
}

fn fails_with(ran: &Ran, words: &[&str]) {
    assert_eq!(ran.code, 2, "{}{}", ran.stdout, ran.stderr);
    for word in words {
        assert!(ran.stderr.contains(word), "no “{word}” in: {}", ran.stderr);
    }
}

/// Returns whether this test runs as a user without restrictions.
fn is_superuser(site: &TestSite) -> bool {
    site.write("locked", "x");
    set_mode(&site.path("locked"), 0o000);
    let read = fs::read(site.path("locked")).is_ok();
    site.remove("locked");
    read
}
