//! Numbers in digits with a unit that English and Korean share: `30 minutes`, `30분`, `1만 원`,
//! `$5`.
//!
//! Numbers written in words are ignored, and so are numbers that continue in words (`2 and a
//! half hours`, `2시간 반`). Dates, decades and numbers in names are no quantities.

use std::ops::Range;

use crate::model::{Measure, Unit};

/// A unit, its size in the base of its kind, and its spellings.
const UNITS: &[(Unit, f64, &[&str])] = &[
    (Unit::Percent, 1.0, &["%", "percent", "퍼센트"]),
    (Unit::Time, 0.001, &["ms", "millisecond", "밀리초"]),
    (Unit::Time, 1.0, &["sec", "second", "초"]),
    (Unit::Time, 60.0, &["min", "minute", "분"]),
    (Unit::Time, 3_600.0, &["hour", "시간"]),
    (Unit::Time, 86_400.0, &["day", "일"]),
    (Unit::Time, 604_800.0, &["week", "주", "주일"]),
    (Unit::Months, 1.0, &["month", "개월", "달"]),
    (Unit::Months, 12.0, &["year", "년"]),
    (Unit::People, 1.0, &["person", "people", "명"]),
    (Unit::Times, 1.0, &["time", "번", "회", "배"]),
    (Unit::Won, 1.0, &["won", "원"]),
    (Unit::Dollars, 1.0, &["dollar", "달러"]),
    (Unit::Bytes, 1e3, &["KB", "kB"]),
    (Unit::Bytes, 1e6, &["MB"]),
    (Unit::Bytes, 1e9, &["GB"]),
    (Unit::Bytes, 1e12, &["TB"]),
    (Unit::Pixels, 1.0, &["px", "pixel", "픽셀"]),
];

const SIGNS: [(char, Unit); 2] = [('$', Unit::Dollars), ('₩', Unit::Won)];

const SCALES: [(&str, f64); 8] = [
    ("백", 1e2),
    ("천", 1e3),
    ("만", 1e4),
    ("억", 1e8),
    ("조", 1e12),
    (" thousand", 1e3),
    (" million", 1e6),
    (" billion", 1e9),
];

/// First syllables of the particles and endings that may follow a Korean unit. Any other
/// syllable belongs to another word: 분기, 년대, 개국, 회사.
const PARTICLES: &str =
    "이가은는을를의에로으도만과와씩당간마부까정쯤미초짜동입중나든보밖뿐전후안내였라어남";

/// Words by which the value of a number continues.
const HALVES: [&str; 2] = [" 반", " and a half"];

/// Returns every quantity of `text` and its range. Adjacent durations in several units are one
/// quantity: `1시간 30분`.
pub fn quantities(text: &str) -> Vec<(Measure, Range<usize>)> {
    let mut quantities: Vec<(Measure, Range<usize>)> = Vec::new();
    let mut at = 0;
    while let Some(skipped) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + skipped;
        let (value, end) = number(text, start);
        at = end;
        let Some((next, place)) = value.and_then(|value| measure(text, value, start..end)) else {
            continue;
        };
        at = at.max(place.end);
        match quantities.last_mut() {
            Some((last, before)) if continues(text, (last, before), (&next, &place)) => {
                last.amount += next.amount;
                before.end = place.end;
            }
            _ => quantities.push((next, place)),
        }
    }
    quantities
}

/// Returns the value of the number at `start`, including its scales (`1,200`, `3만 5천`), and the
/// offset of its end. A version like `1.2.3` has no value.
fn number(text: &str, start: usize) -> (Option<f64>, usize) {
    let (mut total, mut at) = (Some(0.0), start);
    loop {
        let run = text[at..].find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
        let run = run.map_or(&text[at..], |length| &text[at..at + length]);
        let digits = run.trim_end_matches([',', '.']);
        let mut value = digits_value(digits);
        let mut end = at + digits.len();
        let scale_at = |end: usize| SCALES.iter().find(|(name, _)| text[end..].starts_with(name));
        let unscaled = end;
        while let Some((name, factor)) = scale_at(end) {
            value = value.map(|value| value * factor);
            end += name.len();
        }
        total = total.zip(value).map(|(total, value)| total + value);
        let rest = text[end..].trim_start_matches(' ');
        if end == unscaled || !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return (total, end);
        }
        at = text.len() - rest.len();
    }
}

/// Returns the value of digits; commas may stand only between groups of three.
fn digits_value(digits: &str) -> Option<f64> {
    let whole = digits.split('.').next().unwrap_or_default();
    let grouped = whole.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| digits.replace(',', "").parse().ok()).flatten()
}

/// Returns the number at `place` with the currency sign before it or the unit after it.
fn measure(text: &str, value: f64, place: Range<usize>) -> Option<(Measure, Range<usize>)> {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    let in_name = before.ends_with(|c: char| c.is_ascii_alphabetic() || "._/".contains(c));
    if in_name || is_ordinal(before) {
        return None;
    }
    if let Some((sign, unit)) = SIGNS.iter().find(|(sign, _)| before.ends_with(*sign)) {
        let measure = Measure { amount: value, size: 1.0, unit: *unit };
        let ends = !after.starts_with(char::is_alphanumeric);
        return ends.then(|| (measure, place.start - sign.len_utf8()..place.end));
    }
    let (unit, size, length) = unit(after)?;
    let is_date = unit == Unit::Months && size > 1.0 && value >= 1000.0;
    let in_words = HALVES.iter().any(|half| after[length..].starts_with(half));
    let measure = Measure { amount: value * size, size, unit };
    (!is_date && !in_words).then(|| (measure, place.start..place.end + length))
}

/// Returns whether a number belongs to a date (`5월 1일`), a time of day (`3시 30분`) or a series
/// (`제2조`), by the text before it.
fn is_ordinal(before: &str) -> bool {
    let above = before.trim_end();
    let is_time = || {
        above.strip_suffix('시').is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()))
    };
    above.ends_with(['월', '제']) || is_time()
}

/// Returns the unit at the beginning of `after`, its size and its length in bytes.
fn unit(after: &str) -> Option<(Unit, f64, usize)> {
    let word = after.strip_prefix([' ', '\u{a0}', '-']).unwrap_or(after);
    UNITS.iter().find_map(|(unit, size, names)| {
        let rest = names.iter().find_map(|name| rest_after(word, name))?;
        Some((*unit, *size, after.len() - rest.len()))
    })
}

/// Returns the text after the unit `name`, if `word` begins with that unit and not with a
/// longer word.
fn rest_after<'t>(word: &'t str, name: &str) -> Option<&'t str> {
    let rest = word.strip_prefix(name)?;
    if name == "%" {
        return Some(rest);
    }
    if name.is_ascii() {
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        return (!rest.starts_with(|c: char| c.is_ascii_alphanumeric())).then_some(rest);
    }
    // 3분의 1 is a fraction.
    let is_fraction = word.starts_with("분의");
    let ends = !rest.starts_with(|c: char| c.is_alphabetic() && !PARTICLES.contains(c));
    (ends && !is_fraction).then_some(rest)
}

/// Returns whether `next` is the smaller part of the quantity that `last` begins, as minutes
/// after hours.
fn continues(
    text: &str,
    (last, before): (&Measure, &Range<usize>),
    (next, place): (&Measure, &Range<usize>),
) -> bool {
    let smaller = next.unit == last.unit && next.amount < last.size && next.size < last.size;
    smaller && matches!(text.get(before.end..place.start), Some("" | " " | " and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amounts_in(text: &str) -> Vec<(f64, Unit, &str)> {
        let all = quantities(text).into_iter();
        all.map(|(measure, place)| (measure.amount, measure.unit, &text[place])).collect()
    }

    #[test]
    fn both_languages_have_the_same_quantities() {
        for (english, korean) in [
            ("30 minutes", "30분이"),
            ("a 30-minute call", "30분짜리 통화"),
            ("90 minutes", "1시간 30분"),
            ("1 hour and 30 minutes", "90분"),
            ("7 days", "1주일"),
            ("18 months", "1년 6개월"),
            ("24 hours", "1일"),
            ("100 ms", "0.1초"),
            ("5 to 10 minutes", "5~10분"),
            ("40% and 7.5 percent", "40퍼센트와 7.5%"),
            ("35,000 won", "3만 5천 원"),
            ("120 million won", "1억 2천만 원"),
            ("12,000 won", "1만 2,000원"),
            ("$1,500", "1,500달러"),
            ("3 people", "3명"),
            ("3 times", "3회"),
            ("5 MB", "5MB를"),
            ("1,200 px", "1200픽셀"),
        ] {
            let amounts = |text| amounts_in(text).iter().map(|f| (f.0, f.1)).collect::<Vec<_>>();
            assert!(!amounts_in(english).is_empty(), "{english}");
            assert_eq!(amounts(english)[0], amounts(korean)[0], "{english} {korean}");
        }
    }

    #[test]
    fn the_place_is_that_of_number_and_unit() {
        assert_eq!(amounts_in("약 1시간 30분이 걸립니다")[0].2, "1시간 30분");
        assert_eq!(amounts_in("at $5, or 3만 5천 원.").len(), 2);
        assert_eq!(amounts_in("at $5, or 3만 5천 원.")[1].2, "3만 5천 원");
    }

    #[test]
    fn words_dates_decades_and_names_are_no_quantities() {
        for text in [
            "half a dozen",
            "two minutes",
            "2 and a half hours",
            "2시간 반",
            "3분의 1",
            "4M",
            "$4M",
            "2020s",
            "2020년대",
            "90년대",
            "2026년",
            "2026-11-16",
            "11월 16일",
            "오후 3시 30분",
            "제2조",
            "제 3회",
            "2호선",
            "5학년",
            "7층",
            "10일자",
            "v2.7.0",
            "GPT4 days",
            "step 3",
            "1, 2",
            "3,4일",
            "3분기",
            "3번째",
            "2개국",
            "3 회사",
            "3년차",
            "1만이 넘는",
            "24/7",
            "1/2 hours",
            "5 minor",
        ] {
            assert_eq!(amounts_in(text), [], "{text}");
        }
    }
}
