//! Numbers with units in running text, in English and in Korean, and whether a text
//! mentions one in any wording: `30 minutes`, `half an hour`, `30분`, `1만 원`.
//!
//! Finding is strict and mentioning is generous: a difference is reported only where
//! no reading of the other text could mean the number.

use std::ops::Range;

use crate::model::{Quantity, Unit};

/// A number with a unit, and where it is in its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Durations in seconds, sizes in bytes, everything else as it is counted.
    pub amount: f64,
    pub number: f64,
    pub unit: Unit,
    pub range: Range<usize>,
}

const MINUTE: f64 = 60.0;
const HOUR: f64 = 60.0 * MINUTE;
const DAY: f64 = 24.0 * HOUR;

/// What follows a number, the longer spelling before the shorter one that it begins with.
const UNITS: &[(&str, Unit, f64)] = &[
    ("%", Unit::Percent, 1.0),
    ("퍼센트", Unit::Percent, 1.0),
    ("percent", Unit::Percent, 1.0),
    ("seconds", Unit::Duration, 1.0),
    ("second", Unit::Duration, 1.0),
    ("초", Unit::Duration, 1.0),
    ("minutes", Unit::Duration, MINUTE),
    ("minute", Unit::Duration, MINUTE),
    ("분", Unit::Duration, MINUTE),
    ("hours", Unit::Duration, HOUR),
    ("hour", Unit::Duration, HOUR),
    ("시간", Unit::Duration, HOUR),
    ("days", Unit::Duration, DAY),
    ("day", Unit::Duration, DAY),
    ("일", Unit::Duration, DAY),
    ("weeks", Unit::Duration, 7.0 * DAY),
    ("week", Unit::Duration, 7.0 * DAY),
    ("주", Unit::Duration, 7.0 * DAY),
    ("months", Unit::Duration, 30.0 * DAY),
    ("month", Unit::Duration, 30.0 * DAY),
    ("개월", Unit::Duration, 30.0 * DAY),
    ("달러", Unit::Dollar, 1.0),
    ("달", Unit::Duration, 30.0 * DAY),
    ("years", Unit::Duration, 365.0 * DAY),
    ("year", Unit::Duration, 365.0 * DAY),
    ("년", Unit::Duration, 365.0 * DAY),
    ("dollars", Unit::Dollar, 1.0),
    ("won", Unit::Won, 1.0),
    ("원", Unit::Won, 1.0),
    ("KB", Unit::Byte, 1e3),
    ("MB", Unit::Byte, 1e6),
    ("GB", Unit::Byte, 1e9),
    ("TB", Unit::Byte, 1e12),
    ("px", Unit::Pixel, 1.0),
    ("픽셀", Unit::Pixel, 1.0),
    ("pixels", Unit::Pixel, 1.0),
    ("개", Unit::Count, 1.0),
    ("명", Unit::Count, 1.0),
    ("건", Unit::Count, 1.0),
];

/// What multiplies a number, as [`UNITS`].
const SCALES: &[(&str, f64)] = &[
    ("천만", 1e7),
    ("백만", 1e6),
    ("십만", 1e5),
    ("조", 1e12),
    ("억", 1e8),
    ("만", 1e4),
    ("천", 1e3),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
];

/// Every number with a unit that is written in digits. Dates, years and numbers in
/// names are none.
pub fn quantities(text: &str) -> Vec<Found> {
    numbers(text).into_iter().filter_map(|number| with_unit(text, number)).collect()
}

/// A number in digits, its scale included.
struct Number {
    value: f64,
    range: Range<usize>,
}

fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
        let digits = digits(&text[start..]);
        at = start + digits;
        let before = text[..start].chars().next_back();
        let in_name =
            before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '.' | '_' | '/'));
        let written: String = text[start..at].chars().filter(|c| *c != ',').collect();
        let Ok(value) = written.parse::<f64>() else { continue };
        if in_name {
            continue;
        }
        let rest = &text[at..];
        let (scale, length) = scale(rest);
        at += length;
        found.push(Number { value: value * scale, range: start..at });
    }
    found
}

/// How many bytes of `text` are one number: digits, with commas between groups of
/// three and one decimal point.
fn digits(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    let mut point = false;
    loop {
        if digit(at) {
            at += 1;
        } else if bytes.get(at) == Some(&b',')
            && !point
            && (1..4).all(|n| digit(at + n))
            && !digit(at + 4)
        {
            at += 4;
        } else if bytes.get(at) == Some(&b'.') && !point && digit(at + 1) {
            point = true;
            at += 1;
        } else {
            return at;
        }
    }
}

/// The scale at the beginning of `rest`, and how long it is.
fn scale(rest: &str) -> (f64, usize) {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let space = rest.len() - trimmed.len();
    let fits = |(word, _): &&(&str, f64)| {
        let after = trimmed.strip_prefix(word);
        // English words stand apart, Korean ones follow the digits.
        after.is_some_and(|after| match word.is_ascii() {
            true => space > 0 && !after.starts_with(char::is_alphanumeric),
            false => space == 0,
        })
    };
    match SCALES.iter().find(fits) {
        Some((word, factor)) => (*factor, space + word.len()),
        None => (1.0, 0),
    }
}

fn with_unit(text: &str, number: Number) -> Option<Found> {
    let before = text[..number.range.start].trim_end_matches([' ', '\u{a0}']);
    for (sign, unit) in [("$", Unit::Dollar), ("₩", Unit::Won)] {
        if before.ends_with(sign) && before.len() == number.range.start {
            let range = number.range.start - sign.len()..number.range.end;
            return Some(Found { amount: number.value, number: number.value, unit, range });
        }
    }
    let (word, unit, factor) = unit_after(&text[number.range.end..])?;
    let is_date =
        word == "일" && before.ends_with('월') || factor > 364.0 * DAY && number.value >= 1000.0;
    let is_ordinal =
        text[number.range.end..].trim_start().starts_with("개월") && unit == Unit::Count;
    if is_date || is_ordinal {
        return None;
    }
    let end = number.range.end + text[number.range.end..].find(word)? + word.len();
    let amount = number.value * factor;
    Some(Found { amount, number: number.value, unit, range: number.range.start..end })
}

/// The unit at the beginning of `rest`.
fn unit_after(rest: &str) -> Option<(&'static str, Unit, f64)> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '-']);
    let space = rest.len() - trimmed.len();
    let fits = |(word, unit, _): &&(&'static str, Unit, f64)| {
        let Some(after) = trimmed.strip_prefix(word) else { return false };
        let latin = word.starts_with(|c: char| c.is_ascii_alphabetic());
        let apart = !latin || !after.starts_with(|c: char| c.is_ascii_alphanumeric());
        let longer = *unit == Unit::Count && after.starts_with(['월', '국', '사', '물', '의']);
        let ordinal = after.starts_with("째");
        // A Korean unit further off belongs to something else.
        apart && !longer && !ordinal && (latin || space <= 2)
    };
    UNITS.iter().find(fits).copied()
}

/// Whether `text` could mean the number `wanted` in any wording.
pub fn mentions(text: &str, wanted: &Quantity) -> bool {
    let Quantity { amount, number, unit, .. } = *wanted;
    means(text, amount, number, unit)
}

fn means(text: &str, amount: f64, number: f64, unit: Unit) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    let found = quantities(text);
    let same_unit = |found: &&Found| found.unit == unit;
    if found.iter().filter(same_unit).any(|found| near(found.amount, amount)) {
        return true;
    }
    if numbers(text).iter().any(|found| near(found.value, number)) {
        return true;
    }
    // 1시간 30분, 1 hour and 30 minutes.
    let sums = found.windows(2).filter(|pair| pair.iter().all(|found| found.unit == unit));
    if sums.map(|pair| pair[0].amount + pair[1].amount).any(|sum| near(sum, amount)) {
        return true;
    }
    let words = in_words(text);
    words.iter().any(|(word, factor)| {
        near(*word, number)
            || factor.is_some_and(|factor| near(word * factor, amount))
            || unit == Unit::Percent && near(word * 100.0, number)
            || unit == Unit::Duration && near(word * HOUR, amount)
    })
}

/// Numbers written as words, each with the length in seconds of the unit behind it,
/// where there is one.
fn in_words(text: &str) -> Vec<(f64, Option<f64>)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let factor = |rest: &str| {
            let unit = UNITS
                .iter()
                .find(|(name, unit, _)| *unit == Unit::Duration && rest.starts_with(name));
            unit.map(|(_, _, factor)| *factor)
        };
        if let Some(number) = english(word) {
            let both = english(next).filter(|unit| number >= 20.0 && *unit < 10.0);
            let (number, unit) = match both {
                Some(unit) => (number + unit, words.get(at + 2).copied().unwrap_or_default()),
                None => (number, next),
            };
            let hundreds = if unit == "hundred" { 100.0 } else { 1.0 };
            found.push((number * hundreds, factor(unit)));
        }
        for (number, length) in korean(word) {
            let rest = &word[length..];
            found.push((number, factor(if rest.is_empty() { next } else { rest })));
        }
    }
    found
}

fn english(word: &str) -> Option<f64> {
    let number = match word {
        "no" | "none" | "zero" | "never" | "nothing" => 0.0,
        "a" | "an" | "one" | "once" | "single" | "each" | "per" => 1.0,
        "two" | "both" | "twice" | "double" | "pair" | "couple" => 2.0,
        "three" | "triple" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" | "dozen" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    Some(number)
}

/// Native numerals, days that have names of their own, halves.
const KOREAN: &[(&str, f64)] = &[
    ("없", 0.0),
    ("하나", 1.0),
    ("한", 1.0),
    ("하루", 1.0),
    ("둘", 2.0),
    ("두", 2.0),
    ("이틀", 2.0),
    ("셋", 3.0),
    ("세", 3.0),
    ("석", 3.0),
    ("사흘", 3.0),
    ("넷", 4.0),
    ("네", 4.0),
    ("넉", 4.0),
    ("나흘", 4.0),
    ("다섯", 5.0),
    ("닷새", 5.0),
    ("여섯", 6.0),
    ("엿새", 6.0),
    ("일곱", 7.0),
    ("여덟", 8.0),
    ("아홉", 9.0),
    ("열흘", 10.0),
    ("보름", 15.0),
    ("절반", 0.5),
    ("반", 0.5),
];
const KOREAN_TENS: &[(&str, f64)] = &[
    ("열", 10.0),
    ("스물", 20.0),
    ("스무", 20.0),
    ("서른", 30.0),
    ("마흔", 40.0),
    ("쉰", 50.0),
    ("예순", 60.0),
    ("일흔", 70.0),
    ("여든", 80.0),
    ("아흔", 90.0),
];

/// The numbers with which a Korean word may begin, and how many bytes each takes.
fn korean(word: &str) -> Vec<(f64, usize)> {
    let mut found = Vec::new();
    for (name, number) in KOREAN {
        if word.starts_with(name) {
            found.push((*number, name.len()));
        }
    }
    for (name, tens) in KOREAN_TENS {
        let Some(rest) = word.strip_prefix(name) else { continue };
        found.push((*tens, name.len()));
        let units = KOREAN.iter().filter(|(unit, _)| rest.starts_with(unit));
        found.extend(units.map(|(unit, number)| (tens + number, name.len() + unit.len())));
    }
    found.extend(sino_korean(word));
    found
}

/// 삼십, 백이십, 이천: the numeral with which a word begins.
fn sino_korean(word: &str) -> Option<(f64, usize)> {
    let (mut total, mut section, mut digit, mut length) = (0.0, 0.0, 0.0, 0);
    for c in word.chars() {
        let unit: f64 = match c {
            '십' => 10.0,
            '백' => 100.0,
            '천' => 1000.0,
            '만' => 10_000.0,
            '억' => 100_000_000.0,
            _ => match "영일이삼사오육칠팔구".chars().position(|known| known == c) {
                Some(number) => {
                    digit = number as f64;
                    length += c.len_utf8();
                    continue;
                }
                None => break,
            },
        };
        length += c.len_utf8();
        if unit >= 10_000.0 {
            total += (section + digit).max(1.0) * unit;
            section = 0.0;
        } else {
            section += digit.max(1.0) * unit;
        }
        digit = 0.0;
    }
    (length > 0).then_some((total + section + digit, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(f64, Unit, &str)> {
        let shown = |found: Found| (found.amount, found.unit, &text[found.range]);
        quantities(text).into_iter().map(shown).collect()
    }

    #[test]
    fn numbers_with_units_are_found_in_both_languages() {
        use Unit::{Byte, Count, Dollar, Duration, Percent, Won};
        assert_eq!(found("It takes 30 minutes."), [(1800.0, Duration, "30 minutes")]);
        assert_eq!(found("30분이 걸립니다"), [(1800.0, Duration, "30분")]);
        assert_eq!(found("a 30-minute call"), [(1800.0, Duration, "30-minute")]);
        assert_eq!(found("1시간 30분"), [(3600.0, Duration, "1시간"), (1800.0, Duration, "30분")]);
        assert_eq!(
            found("40% and 7.5 percent"),
            [(40.0, Percent, "40%"), (7.5, Percent, "7.5 percent")]
        );
        assert_eq!(found("1만 원, 10,000원"), [(1e4, Won, "1만 원"), (1e4, Won, "10,000원")]);
        assert_eq!(found("$1.2 million"), [(1.2e6, Dollar, "$1.2 million")]);
        assert_eq!(found("40 KB"), [(4e4, Byte, "40 KB")]);
        assert_eq!(found("샘플 10개"), [(10.0, Count, "10개")]);
        assert_eq!(found("3개월"), [(90.0 * DAY, Duration, "3개월")]);
    }

    #[test]
    fn dates_names_and_bare_numbers_are_none() {
        for text in [
            "2026-11-16",
            "11월 16일",
            "2026년",
            "v2.7.0",
            "step 3",
            "GPT4 days",
            "1, 2",
            "3번째",
            "2개국",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn a_number_is_recognised_in_any_wording() {
        let pairs = [
            ("30 minutes", "30분"),
            ("30분", "half an hour"),
            ("30분", "thirty minutes"),
            ("90 minutes", "1시간 30분"),
            ("14일", "two weeks"),
            ("2 weeks", "14일"),
            ("10 days", "열흘"),
            ("7 days", "일주일"),
            ("10,000원", "1만 원"),
            ("10개", "ten samples"),
            ("20명", "스무 사람"),
            ("25%", "a quarter of them"),
            ("50%", "절반은"),
            ("30 days", "한 달"),
            ("30분", "삼십 분"),
            ("25 minutes", "스물다섯 분"),
            ("5 to 10 minutes", "5~10분"),
            ("1,200 px", "1200픽셀"),
            ("25명", "twenty-five people"),
            ("300건", "three hundred cases"),
            ("48시간", "two days"),
            ("1 year", "한 해"),
        ];
        for (one, other) in pairs {
            for wanted in quantities(one) {
                assert!(means(other, wanted.amount, wanted.number, wanted.unit), "{one}: {other}");
            }
        }
    }

    #[test]
    fn another_number_is_not_taken_for_it() {
        for (one, other) in
            [("30 minutes", "40분"), ("30 minutes", "3시간"), ("40%", "14%"), ("10일", "10,000")]
        {
            for wanted in quantities(one) {
                assert!(!means(other, wanted.amount, wanted.number, wanted.unit), "{one}: {other}");
            }
        }
    }
}
