//! Numbers of a text that have no unit, or stand in words: “the 10th”, “No. 7”, “’98”, “three”, `사흘`,
//! `열 번째`. A quantity of the other version may be one of them: `10일` is a date as often as a
//! duration, and `7번` the name of a bus.

use rustc_hash::FxHashSet;

use crate::model::{Quantity, Span};

/// The numbers that a text mentions without a unit.
pub struct BareNumbers(FxHashSet<u64>);

impl BareNumbers {
    /// Reads `text`, which stands at `place`. The numbers of `quantities`, in the order of the
    /// text, have units.
    pub fn read(text: &str, place: Span, quantities: &[Quantity]) -> BareNumbers {
        let mut numbers = FxHashSet::default();
        let mut add = |number: f64| _ = numbers.insert(number.to_bits());
        let mut quantities = quantities.iter().map(|quantity| quantity.span.range()).peekable();
        for (at, digits) in digits(text) {
            let at = at + place.range().start;
            while quantities.next_if(|range| range.end <= at).is_some() {}
            if quantities.peek().is_some_and(|range| range.contains(&at)) {
                continue;
            }
            if let Ok(number) = digits.replace(',', "").parse::<f64>() {
                add(number);
                // '98 and 1998 are the same year.
                if (1900.0..2100.0).contains(&number) {
                    add(number % 100.0);
                }
            }
        }
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
        words.filter_map(english).for_each(|number| add(f64::from(number)));
        korean(text).for_each(|number| add(f64::from(number)));
        BareNumbers(numbers)
    }

    /// Returns whether the number of `quantity` is among them.
    pub fn contain(&self, quantity: &Quantity) -> bool {
        self.0.contains(&(quantity.measure.amount / quantity.measure.size).to_bits())
    }
}

/// Returns each run of digits and its offset. Those in names and addresses are no numbers.
fn digits(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(|c: char| c.is_ascii_digit())?;
        let length = text[start..].find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.');
        at = length.map_or(text.len(), |length| start + length);
        Some((start, text[start..at].trim_end_matches([',', '.'])))
    })
    .filter(|(start, _)| !is_in_name(&text[..*start]))
}

/// Returns whether digits belong to a name or an address, by the text before them. `11/16` is a date.
fn is_in_name(before: &str) -> bool {
    let path =
        before.strip_suffix('/').is_some_and(|path| !path.ends_with(|c: char| c.is_ascii_digit()));
    path || before.ends_with(|c: char| c.is_ascii_alphabetic() || "_=".contains(c))
}

#[rustfmt::skip]
const ENGLISH: [(&str, u32); 62] = [
    ("one", 1), ("first", 1), ("once", 1), ("single", 1), ("two", 2), ("second", 2), ("twice", 2),
    ("both", 2), ("double", 2), ("three", 3), ("third", 3), ("thrice", 3), ("triple", 3), ("four", 4), ("fourth", 4), ("five", 5),
    ("fifth", 5), ("six", 6), ("sixth", 6), ("seven", 7), ("seventh", 7), ("eight", 8), ("eighth", 8),
    ("nine", 9), ("ninth", 9), ("ten", 10), ("tenth", 10), ("eleven", 11), ("eleventh", 11),
    ("twelve", 12), ("twelfth", 12), ("dozen", 12), ("thirteen", 13), ("thirteenth", 13),
    ("fourteen", 14), ("fourteenth", 14), ("fifteen", 15), ("fifteenth", 15), ("sixteen", 16),
    ("sixteenth", 16), ("seventeen", 17), ("seventeenth", 17), ("eighteen", 18), ("eighteenth", 18),
    ("nineteen", 19), ("nineteenth", 19), ("twenty", 20), ("twentieth", 20), ("twenties", 20),
    ("thirty", 30), ("thirtieth", 30), ("thirties", 30), ("forty", 40), ("fortieth", 40),
    ("fifty", 50), ("fiftieth", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ("hundred", 100), ("thousand", 1000),
];

/// Returns the value of a word: `three`, `Twenty-first`, `10-day` is none.
fn english(word: &str) -> Option<u32> {
    let value = |part: &str| {
        let is_name = |(name, _): &&(&str, u32)| name.eq_ignore_ascii_case(part);
        ENGLISH.iter().find(is_name).map(|(_, value)| *value)
    };
    let mut parts = word.split('-').map(value);
    let first = parts.next()??;
    let rest = parts.next().flatten().filter(|rest| first >= 20 && *rest < 10);
    Some(first + rest.unwrap_or(0))
}

/// Words for numbers of days, which need no counter.
const DAYS: [(&str, u32); 12] = [
    ("하루", 1),
    ("이틀", 2),
    ("사흘", 3),
    ("나흘", 4),
    ("닷새", 5),
    ("엿새", 6),
    ("이레", 7),
    ("여드레", 8),
    ("아흐레", 9),
    ("열흘", 10),
    ("보름", 15),
    ("한나절", 1),
];

const TENS: [(&str, u32); 19] = [
    ("열", 10),
    ("스물", 20),
    ("스무", 20),
    ("서른", 30),
    ("마흔", 40),
    ("쉰", 50),
    ("예순", 60),
    ("일흔", 70),
    ("여든", 80),
    ("아흔", 90),
    ("십", 10),
    ("이십", 20),
    ("삼십", 30),
    ("사십", 40),
    ("오십", 50),
    ("육십", 60),
    ("칠십", 70),
    ("팔십", 80),
    ("구십", 90),
];

#[rustfmt::skip]
const ONES: [(&str, u32); 29] = [
    ("하나", 1), ("한", 1), ("첫", 1), ("둘", 2), ("두", 2), ("셋", 3), ("세", 3), ("석", 3), ("서", 3),
    ("넷", 4), ("네", 4), ("넉", 4), ("너", 4), ("다섯", 5), ("여섯", 6), ("일곱", 7), ("여덟", 8),
    ("아홉", 9), ("일", 1), ("이", 2), ("삼", 3), ("사", 4), ("오", 5), ("육", 6), ("칠", 7), ("팔", 8),
    ("구", 9), ("백", 100), ("천", 1000),
];

/// The beginnings of words that follow a number.
#[rustfmt::skip]
const COUNTERS: [&str; 36] = [
    "번", "째", "회", "차", "배", "명", "사람", "분", "시간", "초", "일", "날", "주", "달", "개월", "월", "해",
    "년", "개", "가지", "곳", "층", "호", "조", "장", "쪽", "단계", "원", "달러", "퍼센트", "픽셀", "단", "건",
    "호선", "학년", "살",
];

/// Returns the values of the numbers in words: `세 번`, `스물한 명`, `십오 분`, `사흘`.
fn korean(text: &str) -> impl Iterator<Item = u32> {
    let words = text.split(|c: char| c.is_whitespace()).zip(after_words(text));
    words.filter_map(|(word, after)| {
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let prefixed = |table: &[(&str, u32)], word: &str| {
            let longest = table.iter().filter(|(name, _)| word.starts_with(name));
            longest.max_by_key(|(name, _)| name.len()).map(|(name, value)| (name.len(), *value))
        };
        if let Some((_, days)) = prefixed(&DAYS, word) {
            return Some(days);
        }
        let (tens, value) = prefixed(&TENS, word).unwrap_or_default();
        let (ones, more) = prefixed(&ONES, &word[tens..]).unwrap_or_default();
        let rest = &word[tens + ones..];
        let counted = if rest.is_empty() { after } else { rest };
        let is_number = COUNTERS.iter().any(|counter| counted.starts_with(counter));
        (tens + ones > 0 && is_number).then_some(value + more)
    })
}

/// Returns the text behind each word and the space after it.
fn after_words(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let behind = ends.map(|(at, c)| &text[at + c.len_utf8()..]);
    behind.chain(std::iter::once(""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SourceId;

    fn mentions(text: &str, number: u32) -> bool {
        let place = Span::new(SourceId(0), 0..text.len());
        let numbers = BareNumbers::read(text, place, &[]);
        numbers.0.contains(&f64::from(number).to_bits())
    }

    #[test]
    fn numbers_without_a_unit_are_found() {
        for (text, number) in [
            ("by the 10th", 10),
            ("bus No. 7", 7),
            ("No.7", 7),
            ("the class of ’98", 98),
            ("in 2026", 26),
            ("1,200 seats", 1200),
            ("The third meeting", 3),
            ("twenty-first", 21),
            ("Twice a day", 2),
            ("세 번째", 3),
            ("세번", 3),
            ("(사흘)", 3),
            ("십오 분 걸립니다", 15),
            ("스물한 명이", 21),
            ("이십 분", 20),
            ("첫째로", 1),
            ("네\n번", 4),
        ] {
            assert!(mentions(text, number), "{text}");
        }
    }

    #[test]
    fn other_words_and_names_are_no_numbers() {
        for (text, number) in [
            ("세금을 냅니다", 3),
            ("이것은", 2),
            ("한국어", 1),
            ("네이버", 4),
            ("GPT4", 4),
            ("https://a.example/7", 7),
            ("someone", 1),
            ("10.5", 10),
            ("일을 사서 하다", 1),
        ] {
            assert!(!mentions(text, number), "{text}");
        }
    }
}
