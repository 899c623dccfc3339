//! Writes a ledger as text. Unchanged entries are written as they were read.

use std::fmt::Write;

use crate::model::{Entry, Fingerprint, Ledger};

/// The beginning of every ledger.
const HEADER: &str = "\
# giljabi ledger 1: which text of the source each section of this translation follows.
# Written by `giljabi accept`; commit it with the page. `giljabi status` explains it.
";

/// Returns the ledger as the bytes of its file.
pub fn write(ledger: &Ledger) -> String {
    let mut text = HEADER.to_owned();
    ledger.entries.iter().for_each(|entry| write_entry(entry, &mut text));
    text
}

fn write_entry(entry: &Entry, text: &mut String) {
    // Writing into a string cannot fail.
    let _ = write!(text, "\n[{}]\n", entry.id);
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {value}");
    };
    if let Some(own) = &entry.own_id {
        line("as", own);
    }
    line("source", &fingerprint_text(entry.source));
    line("translation", &fingerprint_text(entry.translation));
    if entry.own_place {
        line("place", "own");
    }
    if let Some(reason) = &entry.unchanged {
        line("unchanged", reason);
    }
    if !entry.text.is_empty() {
        line("text", entry.text.line());
    }
}

fn fingerprint_text(fingerprint: Option<Fingerprint>) -> String {
    fingerprint.map_or_else(|| "none".to_owned(), |fingerprint| fingerprint.to_string())
}
