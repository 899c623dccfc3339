//! Measures the time and memory of `giljabi build` at 2,000 and 20,000 pages: `cargo bench
//! --bench build`. Also prints the times of the stages, measured inside the process.

mod corpus;
#[path = "corpus/memory.rs"]
mod memory;

use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use giljabi::{
    load,
    pipeline::{self, PrepareOptions},
};
use rayon::prelude::*;

/// The numbers of guides. Each is two pages, one for each language.
const SIZES: [usize; 2] = [1_000, 10_000];
const RUNS: usize = 5;

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let sizes = if std::env::args().any(|a| a == "--bench") { SIZES } else { [5, 10] };
    // Nothing is deleted before the end: ext4 is slow to reuse space that was just freed.
    let mut folders = Vec::new();
    println!("pages | build, best of {RUNS} | per page | memory | again, unchanged");
    for guides in sizes {
        let folder = tempfile::tempdir().expect("a temporary folder");
        corpus::write(folder.path(), guides).expect("a corpus");
        let pages = guides * 2;
        let out = |run: usize| folder.path().join(format!("site-{run}"));
        let runs = (0..RUNS).map(|run| build(folder.path(), &out(run)));
        let best = runs.min().unwrap_or_default();
        let again = build(folder.path(), &out(0));
        let memory = peak_memory(folder.path(), &out(RUNS));
        println!(
            "{pages} | {:.2} s | {:.0} µs | {} MiB | {:.2} s",
            best.as_secs_f64(),
            best.as_secs_f64() * 1e6 / pages as f64,
            memory / 1024,
            again.as_secs_f64()
        );
        stages(folder.path());
        folders.push(folder);
    }
}

/// Runs the program and returns its time.
fn build(root: &Path, out: &Path) -> Duration {
    let start = Instant::now();
    let status = program(root, out).status().expect("the program runs");
    assert!(status.success());
    start.elapsed()
}

fn program(root: &Path, out: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_giljabi"));
    program.args(["build", "--quiet", "--root"]).arg(root).arg("--out").arg(out);
    program.stdout(Stdio::null());
    program
}

/// Runs the program and returns the most memory that it used, in KiB. Reading that takes time
/// from the program, so it is not measured together with the time.
fn peak_memory(root: &Path, out: &Path) -> u64 {
    let mut child = program(root, out).spawn().expect("the program runs");
    let mut peak = 0;
    loop {
        // The kernel keeps the peak as long as the process exists.
        peak = peak.max(memory::of_process(child.id(), "VmHWM:"));
        if let Some(status) = child.try_wait().expect("the program is there") {
            assert!(status.success());
            return peak;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Measures the stages in this process, without writing.
fn stages(root: &Path) {
    let time =
        |name: &str, start: Instant| println!("  {name}: {:.3} s", start.elapsed().as_secs_f64());
    let start = Instant::now();
    let sources = load::load(root).expect("the corpus is readable");
    time("load", start);
    let start = Instant::now();
    let (prepared, diagnostics) = pipeline::prepare(&sources, &PrepareOptions::default());
    assert!(diagnostics.is_empty());
    time("parse and resolve", start);
    let start = Instant::now();
    let bytes: usize = prepared
        .site
        .routes
        .par_iter()
        .map(|(_, route)| prepared.render(&sources, *route).expect("the templates work").len())
        .sum();
    time("render", start);
    println!("  {} KiB of output", bytes / 1024);
}
