//! Reads a ledger line by line. Invalid lines are reported at their places, and complete
//! entries are used.

use bytes::Bytes;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Entry, Fingerprint, Ledger, SourceId, Span, StoredText},
    unicode::{code_point, is_control, is_foreign_space, is_unseen},
};

/// Reads the ledger `file`, which is the text of `source`.
pub fn read(source: SourceId, file: &Bytes, diagnostics: &mut Diagnostics) -> Ledger {
    let Ok(text) = simdutf8::basic::from_utf8(file) else {
        diagnostics.push(Diagnostic::new(Code::NotUtf8, Span::new(source, 0..0)));
        return Ledger::default();
    };
    if let Some((at, c)) = text.char_indices().skip(1).find(|(_, c)| is_strange(*c)) {
        let hidden =
            Diagnostic::new(Code::HiddenCharacter, Span::new(source, at..at + c.len_utf8()));
        diagnostics.push(hidden.arg("found", code_point(c)).arg("key", "here"));
        return Ledger::default();
    }
    let mut reader = LedgerReader {
        source,
        file,
        diagnostics,
        entries: Vec::new(),
        block: None,
        damaged: false,
    };
    let mut conflict = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let bom = if start == 0 && line.starts_with('\u{feff}') { 3 } else { 0 };
        let content = line[bom..].trim_end();
        let span = Span::new(source, start + bom..start + bom + content.len());
        match marker(content) {
            Some(Marker::Ours) => {
                reader.conflict(span);
                conflict = true;
            }
            Some(Marker::End) if conflict => conflict = false,
            Some(_) if conflict => {}
            // Only an editor can decide which side is right.
            None if conflict => {}
            _ => reader.line(content, span),
        }
    }
    reader.finish()
}

/// Returns whether `c` is an invisible character, which no ledger contains.
fn is_strange(c: char) -> bool {
    is_unseen(&c) || is_foreign_space(c) || is_control(c) && !"\n\r\t".contains(c)
}

/// A line that `git merge` leaves where it could not join two versions.
enum Marker {
    Ours,
    Middle,
    End,
}

fn marker(line: &str) -> Option<Marker> {
    if line.starts_with("<<<<<<< ") || line == "<<<<<<<" {
        return Some(Marker::Ours);
    }
    if line.starts_with(">>>>>>> ") || line == ">>>>>>>" {
        return Some(Marker::End);
    }
    (line == "=======" || line.starts_with("||||||| ")).then_some(Marker::Middle)
}

struct LedgerReader<'a> {
    source: SourceId,
    file: &'a Bytes,
    diagnostics: &'a mut Diagnostics,
    entries: Vec<(Entry, Span)>,
    block: Option<LedgerBlock>,
    /// True if a problem of the current block has been reported.
    damaged: bool,
}

/// An entry whose lines are being read.
struct LedgerBlock {
    span: Span,
    entry: Entry,
    source: bool,
    translation: bool,
    /// True if a key has two values, because a merge kept the records of two people.
    is_twice: bool,
}

impl LedgerReader<'_> {
    fn line(&mut self, line: &str, span: Span) {
        if line.is_empty() {
            return self.close();
        }
        if line.starts_with('#') && self.block.is_none() {
            return;
        }
        if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            self.open(id, span);
            return;
        }
        let key_and_value = line.split_once(" = ");
        let understood = match (&mut self.block, key_and_value) {
            (Some(block), Some((key, value))) => block.set(key, value, self.file),
            _ => false,
        };
        let reported = self.damaged && self.block.is_none();
        if !understood && !reported {
            self.damaged = true;
            let beginning: String = line.chars().take(40).collect();
            self.diagnostics.push(Diagnostic::new(Code::LedgerLine, span).arg("found", beginning));
        }
    }

    fn open(&mut self, id: &str, span: Span) {
        self.close();
        let entry = Entry {
            id: id.into(),
            own_id: None,
            source: None,
            translation: None,
            own_place: false,
            unchanged: None,
            text: StoredText::default(),
        };
        self.block =
            Some(LedgerBlock { span, entry, source: false, translation: false, is_twice: false });
        self.damaged = false;
    }

    fn close(&mut self) {
        let Some(block) = self.block.take() else { return };
        let whole = block.source && block.translation;
        if block.is_twice && !self.damaged {
            self.report_twice(&block.entry, block.span);
        } else if whole && !self.damaged {
            self.entries.push((block.entry, block.span));
        } else if !self.damaged {
            let missing = if block.source { "translation" } else { "source" };
            let lacks = Diagnostic::new(Code::LedgerLine, block.span).arg("key", missing);
            self.diagnostics
                .push(lacks.arg("found", format!("[{}]", block.entry.id)).hint("lacks"));
        }
    }

    fn conflict(&mut self, span: Span) {
        self.diagnostics.push(Diagnostic::new(Code::LedgerConflict, span));
        // A conflict in the middle of a block leaves the block incomplete.
        self.block = None;
        self.damaged = true;
    }

    fn report_twice(&mut self, entry: &Entry, span: Span) {
        self.diagnostics.push(Diagnostic::new(Code::LedgerTwice, span).arg("id", &*entry.id));
    }

    fn finish(mut self) -> Ledger {
        self.close();
        // The entries are sorted already, except after a manual merge.
        self.entries.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        let mut entries: Vec<(Entry, Span)> = Vec::with_capacity(self.entries.len());
        let mut twice: Option<Box<str>> = None;
        for (entry, span) in std::mem::take(&mut self.entries) {
            match entries.last() {
                _ if twice.as_ref() == Some(&entry.id) => {}
                Some((last, _)) if *last == entry => {}
                Some((last, _)) if last.id == entry.id => {
                    self.report_twice(&entry, span);
                    // Only somebody who compares both texts can say which one is valid.
                    entries.pop();
                    twice = Some(entry.id);
                }
                _ => entries.push((entry, span)),
            }
        }
        debug_assert!(entries.iter().all(|(_, span)| span.source == self.source));
        Ledger { entries: entries.into_iter().map(|(entry, _)| entry).collect() }
    }
}

impl LedgerBlock {
    /// Sets the value of one line; returns whether key and value are valid.
    fn set(&mut self, key: &str, value: &str, file: &Bytes) -> bool {
        let fingerprint = || match value {
            "none" => Some(None),
            digits => digits.parse::<Fingerprint>().ok().map(Some),
        };
        let entry = &mut self.entry;
        let is_second = match key {
            "source" => {
                let Some(new) = fingerprint() else { return false };
                let old = std::mem::replace(&mut entry.source, new);
                std::mem::replace(&mut self.source, true) && old != new
            }
            "translation" => {
                let Some(new) = fingerprint() else { return false };
                let old = std::mem::replace(&mut entry.translation, new);
                std::mem::replace(&mut self.translation, true) && old != new
            }
            "as" => is_other(entry.own_id.replace(value.into()), value),
            "place" if value == "own" => {
                entry.own_place = true;
                false
            }
            "unchanged" => is_other(entry.unchanged.replace(value.into()), value),
            "text" => {
                let old = std::mem::replace(&mut entry.text, StoredText::from_line(value, file));
                !old.is_empty() && old.line() != value
            }
            _ => return false,
        };
        self.is_twice |= is_second;
        true
    }
}

/// Returns whether a key had another value before.
fn is_other(old: Option<Box<str>>, new: &str) -> bool {
    old.is_some_and(|old| *old != *new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        ledger::write,
        model::{Lang, LedgerChange},
    };

    fn entry(id: &str, fingerprint: u64) -> Entry {
        Entry {
            id: id.into(),
            own_id: None,
            source: Some(Fingerprint(fingerprint)),
            translation: Some(Fingerprint(fingerprint + 1)),
            own_place: false,
            unchanged: None,
            text: StoredText::compress(""),
        }
    }

    fn problems(text: &str) -> (Vec<String>, Vec<(Code, u32)>) {
        let mut diagnostics = Diagnostics::default();
        let ledger = read(SourceId(0), &text.to_owned().into(), &mut diagnostics);
        let line = |at: u32| text[..at as usize].matches('\n').count() as u32 + 1;
        let ids = ledger.entries.iter().map(|entry| entry.id.to_string()).collect();
        (ids, diagnostics.iter().map(|d| (d.code, line(d.span.start))).collect())
    }

    #[test]
    fn a_written_ledger_reads_back() {
        let mut ledger = Ledger::default();
        let mut own = entry("절-둘", 3);
        own.own_id = Some("section-two".into());
        own.own_place = true;
        own.unchanged = Some("같은 뜻입니다 = equal".into());
        let mut left_out = entry("only-there", 9);
        left_out.translation = None;
        ledger.apply([entry("b", 1), entry("a", 5), own, left_out].map(LedgerChange::Record));
        ledger.apply([LedgerChange::Record(entry("b", 7)), LedgerChange::Forget("none".into())]);
        let text = write(&ledger, Lang::En);
        let korean = write(&ledger, Lang::Ko);
        assert!(korean.starts_with("# giljabi ledger 1: 이 번역의"), "{korean}");
        let mut diagnostics = Diagnostics::default();
        let crlf = text.replace('\n', "\r\n");
        for text in [["\u{feff}", &text].concat(), text, crlf, korean] {
            assert_eq!(read(SourceId(0), &text.into(), &mut diagnostics), ledger);
        }
        assert!(diagnostics.is_empty());
        let ids: Vec<&str> = ledger.entries.iter().map(|entry| &*entry.id).collect();
        assert_eq!(ids, ["a", "b", "only-there", "절-둘"]);
    }

    const A: &str = "[a]\nsource = 0000000000000001\ntranslation = 0000000000000002\n";
    const B: &str = "[b]\nsource = 0000000000000003\ntranslation = 0000000000000004\n";

    #[test]
    fn a_problem_is_reported_at_its_line() {
        let bad = |text: String| problems(&text);
        let (line, twice) = (Code::LedgerLine, Code::LedgerTwice);
        assert_eq!(bad(format!("# x\n\n{A}\n{B}")), (vec!["a".into(), "b".into()], vec![]));
        assert_eq!(bad(format!("{A}colour = 1\n\n{B}")), (vec!["b".into()], vec![(line, 4)]));
        assert_eq!(bad(format!("words\n{A}")), (vec!["a".into()], vec![(line, 1)]));
        assert_eq!(bad(format!("[c]\nsource = none\n\n{A}")), (vec!["a".into()], vec![(line, 1)]));
        assert_eq!(bad(format!("{A}source = none\n")), (vec![], vec![(twice, 1)]));
        assert_eq!(bad(A.replace('1', "g")), (vec![], vec![(line, 2)]));
        let other = A.replace('1', "3");
        assert_eq!(bad(format!("{A}{other}{other}\n{B}")), (vec!["b".into()], vec![(twice, 4)]));
        assert_eq!(bad(format!("{A}{A}")), (vec!["a".into()], vec![]));
        assert_eq!(bad(format!("{A}# note\n")), (vec![], vec![(line, 4)]));
    }

    #[test]
    fn a_merge_conflict_is_reported_once_and_the_rest_is_used() {
        let text = format!(
            "{A}\n[c]\n<<<<<<< HEAD\nsource = 0000000000000005\n=======\nsource = \
             0000000000000006\n>>>>>>> other\ntranslation = 0000000000000007\n\n{B}"
        );
        let expected = (vec!["a".to_owned(), "b".to_owned()], vec![(Code::LedgerConflict, 6)]);
        assert_eq!(problems(&text), expected);
    }
}
