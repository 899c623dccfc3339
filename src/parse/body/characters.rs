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
    let is_plain = |byte: u8| byte.is_ascii() && (byte >= b' ' || b"\n\r\t".contains(&byte));
    if body.bytes().all(is_plain) {
        return found;
    }
    let told = |(at, c): (usize, char)| {
        let joins = matches!(c, '\u{200c}' | '\u{200d}');
        is_space(c)
            || is_unseen(&c)
            || is_control(c) && !"\n\r\t".contains(c)
            || joins && joins_nothing(&body[..at], &body[at + c.len_utf8()..])
    };
    for (at, c) in body.char_indices().filter(|found| told(*found)) {
        if !diagrams.iter().any(|diagram| diagram.contains(&at)) {
            found.entry(c).or_insert((at, 0)).1 += 1;
        }
    }
    found
}

/// Whether a joiner stands between letters that it does not join: of Hangul or Latin.
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
    let mut starts = memchr::memmem::find_iter(written.as_bytes(), b"&#");
    starts.find_map(|start| {
        let rest = &written[start + 2..];
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

/// Control characters, which no page may hold, and marks that turn the order of what
/// follows.
fn is_dangerous(c: char) -> bool {
    is_control(c) && !matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}')
}

/// A space at which no line breaks, or a line break of word processors.
fn is_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{2028}' | '\u{2029}')
}
