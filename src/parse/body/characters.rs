//! Characters of a body that nobody sees: each kind is told once, where it stands first.

use std::{collections::BTreeMap, ops::Range};

use super::Reader;
use crate::{
    diag::{Code, Diagnostic},
    model::Span,
    unicode::{code_point, is_control, is_unseen},
};

impl Reader<'_> {
    /// Reports what nobody sees, outside of diagrams, which report their own.
    pub(super) fn unseen_characters(&mut self) {
        for (c, (at, count)) in unseen(self.body, &self.diagrams) {
            let code = match is_dangerous(c) {
                true => Code::HiddenCharacter,
                false => Code::InvisibleCharacter,
            };
            let start = self.offset + at;
            let span = Span::new(self.source, start..start + c.len_utf8());
            let unseen = Diagnostic::new(code, span).arg("found", code_point(c));
            let count = if count == 1 { "none".to_owned() } else { count.to_string() };
            let unseen = unseen.arg("key", "here").arg("count", count);
            self.diagnostics.push(if is_space(c) { unseen.hint("space") } else { unseen });
        }
    }
}

/// The characters that nobody sees, by where each stands first and how often.
fn unseen(body: &str, diagrams: &[Range<usize>]) -> BTreeMap<char, (usize, usize)> {
    let mut found = BTreeMap::new();
    let told = |(at, c): (usize, char)| {
        let joins = matches!(c, '\u{200c}' | '\u{200d}');
        is_space(c)
            || is_unseen(&c)
            || is_control(c) && !"\n\r\t".contains(c)
            || joins && joins_nothing(&body[..at], &body[at + c.len_utf8()..])
    };
    let begins = body.bytes().enumerate().filter(|(_, byte)| may_begin_unseen(*byte));
    let chars = begins.filter_map(|(at, _)| Some((at, body[at..].chars().next()?)));
    for (at, c) in chars.filter(|found| told(*found)) {
        if !diagrams.iter().any(|diagram| diagram.contains(&at)) {
            found.entry(c).or_insert((at, 0)).1 += 1;
        }
    }
    found
}

/// Returns whether a byte may be the first, in UTF-8, of a character that nobody sees: it is
/// none of ASCII that is seen, of Hangul (U+A000 to U+DFFF), and none within a character.
fn may_begin_unseen(byte: u8) -> bool {
    !matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t' | 0x80..=0xbf | 0xea..=0xed)
}

/// Whether a joiner stands between letters that it does not join: of Hangul or Latin.
fn joins_nothing(before: &str, after: &str) -> bool {
    let is_plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣');
    let (last, first) = (before.chars().next_back(), after.chars().next());
    last.is_none_or(is_plain) && first.is_none_or(is_plain)
}

/// Returns the first reference in `range` to a character that no page may hold: `&#x202e;`.
pub fn hidden_reference(body: &str, range: &Range<usize>) -> Option<(Range<usize>, char)> {
    let written = body.get(range.clone())?;
    let mut starts = memchr::memchr_iter(b'&', written.as_bytes());
    starts.find_map(|start| {
        let (number, _) = written[start + 1..].strip_prefix('#')?.split_once(';')?;
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(number).filter(|c| is_dangerous(*c))?;
        let length = written[start..].find(';')? + 1;
        Some((range.start + start..range.start + start + length, c))
    })
}

/// Control characters, which no page may hold, and marks that turn the order of what
/// follows.
fn is_dangerous(c: char) -> bool {
    is_control(c) && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// A space at which no line breaks, or a line break of word processors.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}')
}
