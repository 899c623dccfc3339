//! Fingerprints of texts.
//!
//! White space of any kind and amount, line breaks and the Unicode normalisation form are
//! ignored; everything else counts. Some other changes count as white space too, because
//! editors and formatters make them when they break lines or align tables: the `>` at the
//! beginning of each further line of a quotation, the spaces beside the `|`
//! of a table, and the length of its delimiter row.

use std::cell::RefCell;

use crate::{
    model::{Fingerprint, TextDigest},
    unicode::{each_word, is_alphanumeric, nfc},
};

thread_local! {
    /// The normalised text to hash; one buffer is used for all texts of a thread.
    static BUFFER: RefCell<NormalisedText> = const { RefCell::new(NormalisedText { text: String::new(), count: 0 }) };
}

/// The words of a text with one space between them, and their number.
struct NormalisedText {
    text: String,
    count: u32,
}

/// Returns the fingerprint of `text` and its number of words.
pub fn digest(text: &str) -> TextDigest {
    BUFFER.with_borrow_mut(|words| {
        words.text.clear();
        words.count = 0;
        write_lines(&nfc(text), words);
        let hash = blake3::hash(words.text.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&hash.as_bytes()[..8]);
        TextDigest { fingerprint: Fingerprint(u64::from_be_bytes(first)), words: words.count }
    })
}

/// Returns the fingerprint of `text`.
pub fn fingerprint(text: &str) -> Fingerprint {
    digest(text).fingerprint
}

fn write_lines(text: &str, out: &mut NormalisedText) {
    let mut quoted = 0;
    for line in text.split('\n') {
        let line = line.trim();
        let (depth, rest) = quotation(line);
        let goes_on = depth > 0 && depth == quoted;
        quoted = if line.is_empty() { 0 } else { depth.max(if depth == 0 { quoted } else { 0 }) };
        let line = if goes_on { rest } else { line };
        match rest.starts_with('|') {
            true => write_row(line, out),
            false => each_word(line, |word| out.add(word)),
        }
    }
}

impl NormalisedText {
    /// Adds a word, and a space before it unless it is the first.
    fn add(&mut self, word: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.add_directly(word);
    }

    /// Adds a word without a space before it.
    fn add_directly(&mut self, word: &str) {
        self.text.push_str(word);
        self.count += u32::from(word.chars().any(is_alphanumeric));
    }
}

/// Returns the number of `>` at the beginning of a line, and the rest of the line.
fn quotation(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let marks = &line[..line.len() - rest.len()];
    (marks.matches('>').count(), rest)
}

/// Writes the cells of a table row without the space around them; the cells of a delimiter row
/// become three hyphens.
fn write_row(line: &str, out: &mut NormalisedText) {
    out.text.push(' ');
    for (at, cell) in line.split('|').enumerate() {
        if at > 0 {
            out.text.push('|');
        }
        let cell = cell.trim();
        if cell.len() > 2 && cell.bytes().all(|b| matches!(b, b'-' | b':')) {
            let side = |yes| if yes { ":" } else { "" };
            out.text.extend([side(cell.starts_with(':')), "---", side(cell.ends_with(':'))]);
            continue;
        }
        for (at, word) in cell.split_whitespace().enumerate() {
            out.text.push_str(if at == 0 { "" } else { " " });
            out.add_directly(word);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        fingerprint(a) == fingerprint(b)
    }

    #[test]
    fn white_space_and_line_breaks_do_not_count() {
        assert!(same("## A  b\r\n\r\ntext on\r\nlines", "## A b\n\ntext\non lines\n"));
        assert!(same("사람이 \u{3000}검토합니다", "사람이\n검토합니다"));
        assert!(same("  - one\n    two", "- one two"));
        assert!(same("", " \n\t"));
    }

    #[test]
    fn line_breaks_of_quotations_do_not_count() {
        assert!(same("> [!NOTE]\n> one two\n> three", "> [!NOTE]\n> one\n> two three"));
        assert!(same("> one\n> two", "> one\ntwo"));
        assert!(same("> one\n> two", "> one\r\n> two"));
        assert!(same("> one\n>\n> two", "> one\n> two"));
        assert!(!same("> one", "one"));
        assert!(!same("> one\n\n> two", "> one\n> two"), "two quotations are not one");
        assert!(!same("> one\n> > two", "> one\n> two"), "a quotation in a quotation");
    }

    #[test]
    fn alignment_of_tables_does_not_count() {
        let loose = "| A | B |\n|---|--:|\n| a b | 1 |";
        assert!(same(loose, "|A  |  B|\n|-----|-:|\n|a  b|1    |") == same("--:", "-:"));
        assert!(same(loose, "| A     |  B |\n|-------|---:|\n| a b   |  1 |"));
        assert!(!same(loose, "| A | B |\n|---|:--|\n| a b | 1 |"));
        assert!(!same(loose, "| A | B |\n|---|--:|\n| ab | 1 |"));
    }

    #[test]
    fn decomposed_hangul_is_the_same_text() {
        assert!(same("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"));
        assert!(same("café", "cafe\u{301}"));
    }

    #[test]
    fn everything_else_counts() {
        for (a, b) in [("ab", "a b"), ("a.", "a"), ("A", "a"), ("*a*", "**a**"), ("1", "2")] {
            assert!(!same(a, b), "{a} {b}");
        }
        assert!(!same("ﬁ", "fi"), "compatibility forms are not the same text");
    }

    #[test]
    fn words_have_a_letter_or_a_digit() {
        assert_eq!(digest("## One - two | 3 …").words, 3);
        assert_eq!(digest("사람이 검토합니다.").words, 2);
        assert_eq!(digest("| a b | “c” |\n|---|---|\n|d|…|").words, 4);
    }

    #[test]
    fn white_space_is_defined_by_unicode() {
        let spaces: Vec<char> =
            ('\0'..='\u{ffff}').filter(|c| c.is_whitespace() && *c != '\n').collect();
        assert!(spaces.len() > 20);
        for space in spaces {
            assert!(same(&format!("가{space}b c"), "가 b c"), "{space:?}");
        }
        assert!(!same("가\u{200b}b", "가 b"));
    }
}
