//! Writes the benchmark corpus: `cargo run --release --example corpus -- DIR GUIDES`
//! makes GUIDES guides in both languages in DIR.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::{path::Path, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, guides] = &arguments[..] else {
        eprintln!("usage: corpus DIR GUIDES");
        return ExitCode::from(2);
    };
    let Ok(guides) = guides.parse::<usize>() else {
        eprintln!("GUIDES must be a number");
        return ExitCode::from(2);
    };
    match corpus::write(Path::new(folder), guides.max(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write the corpus: {error}");
            ExitCode::from(2)
        }
    }
}
