//! Writes a ledger as text. Unchanged entries are written as they were read.

use std::fmt::Write;

use crate::{
    diag::fixed_sentence,
    model::{Entry, Fingerprint, Lang, Ledger},
};

/// Returns the ledger as the text of its file. The comment at its beginning is in the language
/// in which the page was written first.
pub fn write(ledger: &Ledger, source_language: Lang) -> String {
    let about = |key| fixed_sentence(source_language, key);
    let mut text = format!(
        "# giljabi ledger 1: {}\n# {}\n",
        about("cli-ledger-what"),
        about("cli-ledger-how")
    );
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
