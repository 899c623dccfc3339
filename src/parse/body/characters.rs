//! Invisible characters of a body. Each kind is reported once, at its first occurrence.

use std::{collections::BTreeMap, ops::Range};

use super::Reader;
use crate::{
    diag::{Code, Diagnostic},
    model::Span,
    unicode::{code_point, is_control, is_unseen},
};

impl Reader<'_> {
    /// Reports invisible characters outside of diagrams, which report their own.
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

/// Returns the invisible characters, each with its first offset and the number of occurrences.
fn unseen(body: &str, diagrams: &[Range<usize>]) -> BTreeMap<char, (usize, usize)> {
    let mut places = BTreeMap::new();
    let is_unseen_here = |(at, c): (usize, char)| {
        let joins = matches!(c, '\u{200c}' | '\u{200d}');
        is_space(c)
            || is_unseen(&c)
            || is_control(c) && !"\n\r\t".contains(c)
            || joins && joins_nothing(&body[..at], &body[at + c.len_utf8()..])
    };
    let begins = body.bytes().enumerate().filter(|(_, byte)| may_begin_unseen(*byte));
    let chars = begins.filter_map(|(at, _)| Some((at, body[at..].chars().next()?)));
    for (at, c) in chars.filter(|place| is_unseen_here(*place)) {
        if !diagrams.iter().any(|diagram| diagram.contains(&at)) {
            places.entry(c).or_insert((at, 0)).1 += 1;
        }
    }
    places
}

/// Returns whether a byte may be the first one, in UTF-8, of an invisible character: it is
/// neither visible ASCII, nor the first byte of Hangul (U+A000 to U+DFFF), nor a later byte.
fn may_begin_unseen(byte: u8) -> bool {
    !matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t' | 0x80..=0xbf | 0xea..=0xed)
}

/// Returns whether a joiner between these texts joins nothing, because letters of Hangul or
/// Latin are never joined.
fn joins_nothing(before: &str, after: &str) -> bool {
    let is_plain = |c: char| c.is_ascii() || matches!(c, '가'..='힣');
    let (last, first) = (before.chars().next_back(), after.chars().next());
    last.is_none_or(is_plain) && first.is_none_or(is_plain)
}

/// The most bytes of a reference between `&#` and `;` (CommonMark 0.31, section 2.5).
const LONGEST_REFERENCE: usize = 7;

/// Returns the first reference in `range` to a character that no page may hold: `&#x202e;`.
pub fn hidden_reference(body: &str, range: &Range<usize>) -> Option<(Range<usize>, char)> {
    let written = body.get(range.clone())?;
    let mut starts = memchr::memchr_iter(b'&', written.as_bytes());
    starts.find_map(|start| {
        let rest = written[start + 1..].strip_prefix('#')?;
        let end = rest.bytes().take(LONGEST_REFERENCE + 1).position(|byte| byte == b';')?;
        let number = match rest[..end].strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => rest[..end].parse().ok()?,
        };
        let c = char::from_u32(number).filter(|c| is_dangerous(*c))?;
        let start = range.start + start;
        Some((start..start + "&#;".len() + end, c))
    })
}

/// Returns whether a character is a control character, which no page may contain, or changes
/// the direction of the text after it.
fn is_dangerous(c: char) -> bool {
    is_control(c) && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// Returns whether a character is a space at which no line breaks, or a line break of a word
/// processor.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}')
}
