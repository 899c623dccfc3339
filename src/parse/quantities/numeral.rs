//! Numbers in digits, with what multiplies them: `1,200`, `1.5 million`, `3만 5천`.

use std::ops::Range;

use super::korean;

/// A number in digits, its scale included.
pub struct Number {
    pub value: f64,
    pub range: Range<usize>,
}

/// What multiplies a number in English. It stands apart.
const SCALES: [(&str, f64); 4] =
    [("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12)];

/// What is written right behind digits; all but the first only where money is meant.
const LETTERS: [(&str, f64); 6] =
    [("k", 1e3), ("K", 1e3), ("m", 1e6), ("M", 1e6), ("bn", 1e9), ("B", 1e9)];

/// Every number in digits, but for those that are part of a name.
pub fn numbers(text: &str) -> impl Iterator<Item = Number> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = text.as_bytes().get(at..)?;
            let start = at + rest.iter().position(u8::is_ascii_digit)?;
            let before = text[..start].chars().next_back();
            let in_name =
                before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '_' | '/'));
            let Some((value, length)) = number(&text[start..], before) else {
                at = start + 1;
                continue;
            };
            at = start + length;
            if !in_name {
                return Some(Number { value, range: start..at });
            }
        }
    })
}

/// The number at the beginning of `text`, and how long it is.
fn number(text: &str, before: Option<char>) -> Option<(f64, usize)> {
    let (value, length) = digits(text)?;
    let rest = &text[length..];
    // Most numbers have no scale.
    match rest.chars().next() {
        Some('십' | '백' | '천' | '만' | '억' | '조') => korean::numeral(text),
        Some(' ' | '\u{a0}' | '-' | 'k' | 'K' | 'm' | 'M' | 'b' | 'B') => {
            let (scale, more) = scale(rest, matches!(before, Some('$' | '₩')));
            Some((value * scale, length + more))
        }
        _ => Some((value, length)),
    }
}

/// Digits, with commas between groups of three and one decimal point.
pub fn digits(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    let (mut point, mut comma) = (false, false);
    loop {
        if digit(at) {
            at += 1;
        } else if bytes.get(at) == Some(&b',')
            && at > 0
            && !point
            && (1..4).all(|n| digit(at + n))
            && !digit(at + 4)
        {
            comma = true;
            at += 4;
        } else if bytes.get(at) == Some(&b'.') && at > 0 && !point && digit(at + 1) {
            point = true;
            at += 1;
        } else {
            break;
        }
    }
    let written = &text[..at];
    let value = if comma { written.replace(',', "").parse() } else { written.parse() };
    Some((value.ok()?, at))
}

/// The English scale at the beginning of `rest`, and how long it is.
fn scale(rest: &str, money: bool) -> (f64, usize) {
    let ends = |after: &str| !after.starts_with(char::is_alphanumeric);
    let letters = &LETTERS[..if money { LETTERS.len() } else { 2 }];
    let fits = |(word, _): &&(&str, f64)| rest.strip_prefix(*word).is_some_and(ends);
    if let Some((word, factor)) = letters.iter().find(fits) {
        return (*factor, word.len());
    }
    let word = rest.trim_start_matches([' ', '\u{a0}', '-']);
    let space = rest.len() - word.len();
    let fits = |(scale, _): &&(&str, f64)| word.strip_prefix(*scale).is_some_and(ends);
    match SCALES.iter().find(fits).filter(|_| space > 0) {
        Some((scale, factor)) => (*factor, space + scale.len()),
        None => (1.0, 0),
    }
}
