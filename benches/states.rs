//! Measures the state of the translations in 20,000 pages. Every translation has a ledger, and
//! the source of one section has changed in one page of ten. The aim is at most 1 s on two
//! cores. `cargo bench --bench states` measures `giljabi status` and, inside the process, its
//! stages.

mod corpus;
#[path = "corpus/ledgers.rs"]
mod ledgers;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
    time::{Duration, Instant},
};

use giljabi::{
    load,
    model::{PageState, Translation},
    pipeline,
    source::Sources,
};

/// The number of guides, each in two languages.
const GUIDES: usize = 10_000;
const RUNS: usize = 5;

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let guides = if std::env::args().any(|a| a == "--bench") { GUIDES } else { 20 };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let root = folder.path();
    corpus::write(root, guides).expect("a corpus");
    ledgers::record(root);
    for number in (0..guides).step_by(10) {
        edit(&root.join(format!("content/guides/guide-{number}.en.md")));
    }
    let runs: Vec<Duration> = (0..RUNS).map(|_| timed(|| status(root)).1).collect();
    println!("{} pages: giljabi status, best of {RUNS}: {}", guides * 2, best(&runs));
    let loads: Vec<(Sources, Duration)> =
        (0..RUNS).map(|_| timed(|| load::load(root).expect("readable"))).collect();
    let states: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let ((all, found), took) = timed(|| pipeline::translations(&loads[0].0));
            assert!(found.is_empty());
            check(&all, guides);
            took
        })
        .collect();
    println!("  load: {}", best(&loads.iter().map(|load| load.1).collect::<Vec<_>>()));
    println!("  parse, fingerprint, compare: {}", best(&states));
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed())
}

fn best(runs: &[Duration]) -> String {
    format!("{:.2} s", runs.iter().min().copied().unwrap_or_default().as_secs_f64())
}

/// Changes a word of the first section.
fn edit(page: &Path) {
    let text = fs::read_to_string(page).expect("a page");
    let text = text.replacen("{#s0}\n\n", "{#s0}\n\nOnce more: ", 1);
    fs::write(page, text).expect("a page");
}

fn status(root: &Path) -> Output {
    let output = Command::new(env!("CARGO_BIN_EXE_giljabi"))
        .args(["status", "--json", "--root"])
        .arg(root)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Asserts that one page in ten is stale and all others are complete.
fn check(all: &[Translation], guides: usize) {
    let count_of = |state: PageState| all.iter().filter(|t| t.state == state).count();
    assert_eq!(count_of(PageState::Stale), guides.div_ceil(10));
    assert_eq!(count_of(PageState::Complete), guides - guides.div_ceil(10));
}
