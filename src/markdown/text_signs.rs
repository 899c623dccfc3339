//! Stars that the parser would take for emphasis where editors mean text.

use std::ops::Range;

/// How far is looked, in bytes, so that long runs of stars take no longer.
const NEAR: usize = 100;

/// Returns whether the stars around `range` multiply, or hide a part of a name: `50원*20명*2회`,
/// `홍*동, 김*수`. Each stands inside a word, beside a number or in a short name.
pub fn is_product(text: &str, range: &Range<usize>) -> bool {
    let Some(inside) = text[range.clone()].strip_prefix('*').and_then(|it| it.strip_suffix('*'))
    else {
        return false;
    };
    let around = [
        text[..range.start].chars().next_back(),
        inside.chars().next(),
        inside.chars().next_back(),
        text[range.end..].chars().next(),
    ];
    let [Some(before), Some(first), Some(last), Some(after)] = around else { return false };
    let ends_factor = before.is_alphanumeric() || matches!(before, ')' | '%');
    let stand_in_words = ends_factor && [first, last, after].iter().all(|c| c.is_alphanumeric());
    let has_number = [before, first, last, after].iter().any(char::is_ascii_digit);
    stand_in_words && (has_number || is_hidden_name(inside))
}

/// Returns whether the text between two stars is the end of a short name and the beginning of
/// another one: `동, 김`.
fn is_hidden_name(inside: &str) -> bool {
    let is_short = inside.len() <= NEAR;
    let names = inside.split([',', ' ']).filter(|name| !name.is_empty());
    let mut lengths = names.map(|name| name.chars().count());
    is_short
        && matches!((lengths.next(), lengths.next(), lengths.next()), (Some(1..=2), Some(1), None))
}

/// Returns whether the stars at both ends of `range` hide something, as in
/// `010-****-1234, 010-****-5678`.
pub fn is_hidden_part(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let begins = text[range.clone()].starts_with("****") || before.ends_with("**");
    let ends = text[range.clone()].ends_with("****") || after.starts_with("**");
    let sign = before.bytes().rev().take(NEAR).find(|byte| *byte != b'*');
    let follows_word =
        sign.is_some_and(|sign| sign == b'-' || sign.is_ascii_alphanumeric() || !sign.is_ascii());
    begins && ends && follows_word
}
