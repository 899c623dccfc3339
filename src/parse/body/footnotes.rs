//! The footnotes of a body: each has one text, and each text has a reference.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Reader;
use crate::diag::Code;

#[derive(Default)]
pub(super) struct FootnoteUses {
    defined: Vec<(String, Range<usize>)>,
    /// The position of each label, in lower case, among the definitions.
    by_label: FxHashMap<String, usize>,
    /// Labels in lower case.
    pub(super) used: FxHashSet<String>,
}

impl Reader<'_> {
    pub(super) fn footnote(&mut self, label: &str, range: Range<usize>) {
        let notes = &mut self.footnotes;
        let first = *notes.by_label.entry(label.to_lowercase()).or_insert(notes.defined.len());
        if let Some((_, first)) = notes.defined.get(first) {
            let (first, mark) = (first.clone(), format!("[^{label}]"));
            let place = self.opening(&range, &mark);
            let first = self.span(self.opening(&first, &mark));
            self.report(Code::DuplicateFootnote, place, |d| d.arg("found", label).also(first));
            return;
        }
        notes.defined.push((label.to_owned(), range));
    }

    /// Reports references to footnotes that do not exist; the parser leaves them as text.
    pub(super) fn unknown_footnotes(&mut self, range: Range<usize>) {
        let body = self.body;
        for at in memmem::find_iter(body[range.clone()].as_bytes(), "[^") {
            let start = range.start + at;
            let rest = &body[start + 2..range.end];
            let Some(length) = rest.find(['[', ']']) else { return };
            let label = &rest[..length];
            let is_closed = rest[length..].starts_with(']') && !label.ends_with('\\');
            let is_escaped = body[..start].ends_with('\\');
            if is_closed && !is_escaped && !label.is_empty() {
                let place = start..start + label.len() + 3;
                self.report(Code::UnknownFootnote, place, |d| d.arg("found", label));
            }
        }
    }

    pub(super) fn unused_footnotes(&mut self) {
        let notes = std::mem::take(&mut self.footnotes);
        for (label, range) in notes.defined {
            if !notes.used.contains(&label.to_lowercase()) {
                let place = self.opening(&range, &format!("[^{label}]"));
                self.report(Code::UnusedFootnote, place, |d| d.arg("found", label));
            }
        }
    }
}
