//! What counts as the same text.
//!
//! White space (however much, of whatever kind, line breaks included) and the
//! Unicode normalisation form do not count; everything else does. What an editor
//! or a formatter writes only because it broke lines anew or lined up a table is
//! white space too: the `>` at the beginning of each further line of a quotation,
//! the spaces beside a table's `|`, and the length of its ruling.

use std::cell::RefCell;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use crate::model::{Fingerprint, Print};

thread_local! {
    /// Texts are put in order here before they are hashed.
    static BUFFER: RefCell<Words> = const { RefCell::new(Words { bytes: Vec::new(), count: 0 }) };
}

/// The words of a text with one space between, and how many of them there are.
struct Words {
    bytes: Vec<u8>,
    count: u32,
}

/// What `text` amounts to: fingerprint and length.
pub fn print(text: &str) -> Print {
    BUFFER.with_borrow_mut(|words| {
        words.bytes.clear();
        words.count = 0;
        normalise(text, words);
        let hash = blake3::hash(&words.bytes);
        let mut first = [0; 8];
        first.copy_from_slice(&hash.as_bytes()[..8]);
        Print { fingerprint: Fingerprint(u64::from_be_bytes(first)), words: words.count }
    })
}

/// The fingerprint of `text`.
pub fn fingerprint(text: &str) -> Fingerprint {
    print(text).fingerprint
}

/// Writes `text` to `out` as its words, composed.
fn normalise(text: &str, out: &mut Words) {
    if is_composed(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        write_lines(text, out);
    } else {
        write_lines(&text.nfc().collect::<String>(), out);
    }
}

/// Whether `text` has nothing but characters that stay as they are whatever stands
/// beside them (starters with `NFC_Quick_Check=Yes`): nearly all texts, told without
/// a look at the tables.
fn is_composed(text: &str) -> bool {
    text.is_ascii()
        || is_composed_hangul(text)
        || text.chars().all(|c| {
            matches!(c,
            '\0'..'\u{300}' | '가'..='힣' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{2190}'..='\u{21ff}' | '\u{3000}'..='\u{3029}')
        })
}

fn write_lines(text: &str, out: &mut Words) {
    let mut quoted = 0;
    for line in parts(text, b'\n') {
        let line = line.trim();
        let (depth, rest) = quotation(line);
        let goes_on = depth > 0 && depth == quoted;
        quoted = if line.is_empty() { 0 } else { depth.max(if depth == 0 { quoted } else { 0 }) };
        let line = if goes_on { rest } else { line };
        match rest.starts_with('|') {
            true => write_row(line, out),
            false => out.add_line(line),
        }
    }
}

/// What stands between the bytes `separator`, a character of ASCII.
fn parts(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut start = 0;
    memchr::memchr_iter(separator, text.as_bytes()).chain([text.len()]).map(move |end| {
        let part = &text[start..end];
        start = end + 1;
        part
    })
}

/// Calls `each` with every stretch of `line` between white space.
fn words_of<'t>(line: &'t str, mut each: impl FnMut(&'t [u8])) {
    // What white space there is beyond ASCII (U+0085, U+00A0, U+1680, U+2000 …, U+3000)
    // begins with one of these bytes, and no Hangul does.
    let may_have_wide = line.bytes().any(|byte| matches!(byte, 0xc2 | 0xe1..=0xe3));
    if may_have_wide {
        return line.split_whitespace().for_each(|word| each(word.as_bytes()));
    }
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t'..=b'\r');
    line.as_bytes().split(is_space).filter(|word| !word.is_empty()).for_each(each);
}

/// Whether white space is there only as single spaces between words, as in nearly every
/// line that has no white space at its ends.
fn is_plain(line: &str) -> bool {
    let odd =
        |byte: u8| (byte.wrapping_sub(b'\t') < 5) | (byte == 0xc2) | (byte.wrapping_sub(0xe1) < 3);
    let bytes = line.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let doubled = pairs.fold(false, |any, (a, b)| any | ((*a == b' ') & (*b == b' ')));
    !doubled & !bytes.iter().fold(false, |any, byte| any | odd(*byte))
}

impl Words {
    fn add_line(&mut self, line: &str) {
        if line.is_empty() {
            return;
        }
        if !is_plain(line) {
            return words_of(line, |word| self.add(word));
        }
        if !self.bytes.is_empty() {
            self.bytes.push(b' ');
        }
        self.bytes.extend_from_slice(line.as_bytes());
        let words = parts(line, b' ');
        self.count += words.map(|word| u32::from(is_word(word.as_bytes()))).sum::<u32>();
    }

    fn add(&mut self, word: &[u8]) {
        if !self.bytes.is_empty() {
            self.bytes.push(b' ');
        }
        self.push(word);
    }

    /// Adds a word without a space before it.
    fn push(&mut self, word: &[u8]) {
        self.bytes.extend_from_slice(word);
        self.count += u32::from(is_word(word));
    }

    fn mark(&mut self, mark: &str) {
        self.bytes.extend_from_slice(mark.as_bytes());
    }
}

/// Whether a stretch between white space has a letter or a digit.
fn is_word(stretch: &[u8]) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    let Some(first) = stretch.iter().position(|byte| !is_sign(byte)) else { return false };
    match stretch[first] {
        // Nearly all begin with one: of ASCII, or a syllable of Hangul (see
        // `is_composed_hangul`).
        byte if byte.is_ascii() => true,
        0xeb..=0xec => true,
        0xea if stretch.get(first + 1).is_some_and(|next| *next >= 0xb0) => true,
        0xed if stretch.get(first + 1).is_some_and(|next| *next < 0x9e) => true,
        _ => std::str::from_utf8(stretch).is_ok_and(|word| word.contains(char::is_alphanumeric)),
    }
}

/// How many `>` a line begins with, and what follows them.
fn quotation(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
    let marks = &line[..line.len() - rest.len()];
    (marks.bytes().filter(|byte| *byte == b'>').count(), rest)
}

/// A row of a table: its cells without the space around them; of a ruling, three
/// hyphens.
fn write_row(line: &str, out: &mut Words) {
    out.mark(" ");
    for (at, cell) in line.split('|').enumerate() {
        if at > 0 {
            out.mark("|");
        }
        let cell = cell.trim();
        if cell.len() > 2 && cell.bytes().all(|b| matches!(b, b'-' | b':')) {
            let side = |yes| if yes { ":" } else { "" };
            out.mark(side(cell.starts_with(':')));
            out.mark("---");
            out.mark(side(cell.ends_with(':')));
            continue;
        }
        let mut first = true;
        words_of(cell, |word| {
            out.mark(if first { "" } else { " " });
            out.push(word);
            first = false;
        });
    }
}

/// Whether `text` is ASCII, Latin letters and syllables of Hangul, told from its bytes:
/// U+0080 to U+02FF begin with C2 to CB, U+AC00 to U+D77F with EA B0 to ED 9D.
fn is_composed_hangul(text: &str) -> bool {
    let other = |byte: u8| (byte.wrapping_sub(0xcc) < 0xea - 0xcc) | (byte > 0xed);
    let early = |a: u8, b: u8| (a == 0xea) & (b < 0xb0);
    let late = |a: u8, b: u8| (a == 0xed) & (b > 0x9d);
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    let beyond = pairs.fold(false, |any, (a, b)| any | early(*a, *b) | late(*a, *b));
    !beyond & !bytes.iter().fold(false, |any, byte| any | other(*byte))
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
    fn quotations_may_be_broken_anew() {
        assert!(same("> [!NOTE]\n> one two\n> three", "> [!NOTE]\n> one\n> two three"));
        assert!(same("> one\n> two", "> one\ntwo"));
        assert!(same("> one\n> two", "> one\r\n> two"));
        assert!(same("> one\n>\n> two", "> one\n> two"));
        assert!(!same("> one", "one"));
        assert!(!same("> one\n\n> two", "> one\n> two"), "two quotations are not one");
        assert!(!same("> one\n> > two", "> one\n> two"), "a quotation in a quotation");
    }

    #[test]
    fn tables_may_be_lined_up() {
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
    fn composed_texts_are_told_as_the_standard_tells_them() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_composed(&c.to_string())) {
            for text in [format!("a{c}"), format!("{c}a"), format!("가{c}")] {
                assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes, "{c:?}");
                assert!(text.nfc().eq(text.chars()), "{c:?}");
            }
        }
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
        assert_eq!(print("## One - two | 3 …").words, 3);
        assert_eq!(print("사람이 검토합니다.").words, 2);
        assert_eq!(print("| a b | “c” |\n|---|---|\n|d|…|").words, 4);
    }

    #[test]
    fn plain_lines_are_written_as_others_are() {
        for line in ["가 나 다", "a - b – c", "“가” 나", "1", "가\u{a0}나  다", "\u{3000}"]
        {
            let mut words = Words { bytes: Vec::new(), count: 0 };
            words_of(line, |word| words.add(word));
            let mut whole = Words { bytes: Vec::new(), count: 0 };
            whole.add_line(line.trim());
            assert_eq!((words.bytes, words.count), (whole.bytes, whole.count), "{line}");
        }
    }

    #[test]
    fn white_space_is_what_unicode_calls_so() {
        let spaces: Vec<char> =
            ('\0'..='\u{ffff}').filter(|c| c.is_whitespace() && *c != '\n').collect();
        assert!(spaces.len() > 20);
        for space in spaces {
            assert!(same(&format!("가{space}b c"), "가 b c"), "{space:?}");
        }
        assert!(!same("가\u{200b}b", "가 b"));
    }
}
