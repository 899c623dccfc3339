//! Writes the benchmark corpus: `cargo run --release --example corpus -- DIR GUIDES` makes
//! GUIDES guides in both languages in DIR. With `recorded` as a third argument, every
//! translation has a ledger.

#[path = "../benches/corpus/mod.rs"]
mod corpus;
#[path = "../benches/corpus/ledgers.rs"]
mod ledgers;

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, guides, recorded) = match &arguments[..] {
        [folder, guides] => (folder, guides, false),
        [folder, guides, last] if last == "recorded" => (folder, guides, true),
        _ => return failed("usage: corpus DIR GUIDES [recorded]"),
    };
    let Ok(guides) = guides.parse::<usize>() else { return failed("GUIDES must be a number") };
    if let Err(error) = corpus::write(Path::new(folder), guides.max(1)) {
        return failed(&format!("cannot write the corpus: {error}"));
    }
    if recorded {
        ledgers::record(Path::new(folder));
    }
    ExitCode::SUCCESS
}

fn failed(why: &str) -> ExitCode {
    eprintln!("{why}");
    ExitCode::from(2)
}
