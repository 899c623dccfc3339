//! Tries the program on random documents of all kinds: `cargo run --release --example fuzz --
//! 100000`. The second argument is the seed; the default is 1. Documents that fail are written
//! to `target/fuzz/`, each in a folder of its own. The documents are tried in child processes,
//! so that one which crashes its process is found too.

mod check;
#[path = "../../benches/growth/clock.rs"]
mod clock;
mod generate;
mod html_tree;

use std::{
    collections::BTreeMap,
    fs, io,
    path::Path,
    process::{Command, ExitCode},
    sync::atomic::{AtomicU64, Ordering},
    thread,
};

use check::Checker;
use generate::{Case, case};

const DOCUMENTS_PER_PROCESS: u64 = 500;
/// The most seconds for one document.
const MOST_SECONDS: f64 = 3.0;
/// The stack of the thread that tries documents: as large as those of the program.
const STACK: usize = 64 << 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |at: usize| arguments.get(at).and_then(|text| text.parse::<u64>().ok());
    match (arguments.first().map(String::as_str), number(0)) {
        // How `run_share` calls this program: the seed, and the first document and the one after the last.
        (Some("share"), _) => {
            try_share(number(1).unwrap_or(1), number(2).unwrap_or(0)..number(3).unwrap_or(0));
            ExitCode::SUCCESS
        }
        (_, Some(count)) => try_all(number(1).unwrap_or(1), count),
        _ => {
            eprintln!("usage: fuzz COUNT [SEED]");
            ExitCode::from(2)
        }
    }
}

/// Tries documents in this process, and prints the errors.
fn try_share(seed: u64, numbers: std::ops::Range<u64>) {
    std::panic::set_hook(Box::new(|_| ()));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(STACK);
    let pool = pool.build().expect("a thread");
    pool.install(|| {
        let mut checker = Checker::new(MOST_SECONDS);
        for number in numbers {
            let case = case(seed, number, true);
            // The last line shows which document crashed the process.
            println!("{number} {:?}", case.kind);
            if let Err(wrong) = checker.check(&case) {
                println!("{number} {:?} WRONG {}", case.kind, wrong.replace('\n', " "));
                save(&case, number, &wrong).unwrap();
            }
        }
    });
}

/// Tries all documents in two processes at a time; returns whether there was no error.
fn try_all(seed: u64, count: u64) -> ExitCode {
    let next = AtomicU64::new(0);
    let work = || {
        let mut findings = BTreeMap::new();
        loop {
            let start = next.fetch_add(DOCUMENTS_PER_PROCESS, Ordering::Relaxed);
            if start >= count {
                return findings;
            }
            run_share(seed, start..(start + DOCUMENTS_PER_PROCESS).min(count), &mut findings);
        }
    };
    let findings: BTreeMap<u64, String> = thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work)];
        workers.into_iter().flat_map(|worker| worker.join().expect("it ends")).collect()
    });
    println!("{count} documents, {} of them wrong", findings.len());
    for (number, wrong) in &findings {
        println!("  {number}: {wrong}");
        save(&case(seed, *number, true), *number, wrong).expect("the document is written");
    }
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs a process for a share of the documents. If one of them crashes it, another one continues
/// after that document.
fn run_share(seed: u64, mut numbers: std::ops::Range<u64>, findings: &mut BTreeMap<u64, String>) {
    while !numbers.is_empty() {
        let program = std::env::current_exe().expect("this program");
        let bounds = [seed, numbers.start, numbers.end].map(|number| number.to_string());
        let ran = Command::new(program).arg("share").args(bounds).output().expect("it runs");
        let mut last = numbers.start;
        for line in String::from_utf8_lossy(&ran.stdout).lines() {
            let Some((number, rest)) = line.split_once(' ') else { continue };
            last = number.parse().unwrap_or(last);
            if let Some((kind, wrong)) = rest.split_once(" WRONG ") {
                // A run that is ended early has told what it found.
                eprintln!("{last} {kind}: {wrong}");
                findings.insert(last, format!("{kind}: {wrong}"));
            }
        }
        if ran.status.success() {
            return;
        }
        findings.insert(last, format!("it crashes: {}", ran.status));
        numbers.start = last + 1;
    }
}

/// Writes the site of a document that fails, and what is wrong, to `target/fuzz/NUMBER`.
fn save(case: &Case, number: u64, wrong: &str) -> io::Result<()> {
    let root = Path::new("target/fuzz").join(number.to_string());
    fs::create_dir_all(&root)?;
    fs::write(root.join("guide.toml"), generate::SETTINGS)?;
    fs::write(root.join("wrong.txt"), wrong)?;
    for (path, text) in &case.files {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap_or(&root))?;
        fs::write(file, text)?;
    }
    Ok(())
}
