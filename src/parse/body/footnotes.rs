//! The footnotes of a body: each has one text, and each text has a reference.

use std::ops::Range;

use super::{Reader, narrow};
use crate::diag::Code;

#[derive(Default)]
pub(super) struct FootnoteUses {
    defined: Vec<(String, Range<usize>)>,
    pub(super) used: Vec<String>,
}

impl Reader<'_> {
    pub(super) fn footnote(&mut self, label: &str, range: Range<usize>) {
        let known = |(other, _): &&(String, _)| other.to_lowercase() == label.to_lowercase();
        let first = self.footnotes.defined.iter().find(known).map(|(_, range)| range.clone());
        if let Some(first) = first {
            let mark = format!("[^{label}]");
            let place = self.opening(&range, &mark);
            let first = self.span(self.opening(&first, &mark));
            self.report(Code::DuplicateFootnote, place, |d| d.arg("found", label).also(first));
            return;
        }
        self.footnotes.defined.push((label.to_owned(), range));
    }

    /// Reports references to footnotes that do not exist, which the parser leaves as text.
    pub(super) fn unknown_footnotes(&mut self, text: &str, range: Range<usize>) {
        if memchr::memchr(b'[', text.as_bytes()).is_none() {
            return;
        }
        let mut from = range.start;
        for part in text.split("[^").skip(1) {
            let Some((label, _)) = part.split_once(']') else { continue };
            let written = format!("[^{label}]");
            let Some(at) = self.body[from..range.end].find(&written) else { continue };
            let place = from + at..from + at + written.len();
            from = place.end;
            let escaped = self.body[..place.start].ends_with('\\');
            if !label.is_empty() && !escaped {
                self.report(Code::UnknownFootnote, place, |d| d.arg("found", label));
            }
        }
    }

    pub(super) fn unused_footnotes(&mut self) {
        for (label, range) in std::mem::take(&mut self.footnotes.defined) {
            if !self.footnotes.used.contains(&label.to_lowercase()) {
                let place = narrow(self.body, &(range.start..range.end), &format!("[^{label}]"));
                self.report(Code::UnusedFootnote, place, |d| d.arg("found", label));
            }
        }
    }
}
