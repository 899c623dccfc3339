//! Korean numerals: 삼만 오천, 스물다섯, 사흘, 반, 매주.

use super::{
    half_after,
    mention::Reading,
    numeral::digits,
    unit::{DAY, HOUR, MONTH, UnitWord, WEEK, YEAR, unit_after},
};
use crate::model::Unit;

/// Native numerals; those that stand before a noun have forms of their own.
const NATIVE: &[(&str, f64)] = &[
    ("하나", 1.0),
    ("한", 1.0),
    ("둘", 2.0),
    ("두", 2.0),
    ("셋", 3.0),
    ("세", 3.0),
    ("석", 3.0),
    ("넷", 4.0),
    ("네", 4.0),
    ("넉", 4.0),
    ("다섯", 5.0),
    ("여섯", 6.0),
    ("일곱", 7.0),
    ("여덟", 8.0),
    ("아홉", 9.0),
];
const NATIVE_TENS: &[(&str, f64)] = &[
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

/// Words that are a number and a unit in one; particles may follow.
const WHOLE: &[(&str, f64, Unit)] = &[
    ("하루", DAY, Unit::Duration),
    ("이틀", 2.0 * DAY, Unit::Duration),
    ("사흘", 3.0 * DAY, Unit::Duration),
    ("나흘", 4.0 * DAY, Unit::Duration),
    ("닷새", 5.0 * DAY, Unit::Duration),
    ("엿새", 6.0 * DAY, Unit::Duration),
    ("이레", 7.0 * DAY, Unit::Duration),
    ("여드레", 8.0 * DAY, Unit::Duration),
    ("아흐레", 9.0 * DAY, Unit::Duration),
    ("열흘", 10.0 * DAY, Unit::Duration),
    ("보름", 15.0 * DAY, Unit::Duration),
    ("반나절", 6.0 * HOUR, Unit::Duration),
    ("반시간", 0.5 * HOUR, Unit::Duration),
    ("반년", 0.5 * YEAR, Unit::Duration),
    ("반달", 0.5 * MONTH, Unit::Duration),
    ("매일", DAY, Unit::Duration),
    ("날마다", DAY, Unit::Duration),
    ("매주", WEEK, Unit::Duration),
    ("매월", MONTH, Unit::Duration),
    ("매달", MONTH, Unit::Duration),
    ("다달이", MONTH, Unit::Duration),
    ("매년", YEAR, Unit::Duration),
    ("해마다", YEAR, Unit::Duration),
    ("연간", YEAR, Unit::Duration),
    ("연례", YEAR, Unit::Duration),
    ("월간", MONTH, Unit::Duration),
    ("주간", WEEK, Unit::Duration),
    ("분기", 3.0 * MONTH, Unit::Duration),
    ("격일", 2.0 * DAY, Unit::Duration),
    ("격주", 2.0 * WEEK, Unit::Duration),
    ("격월", 2.0 * MONTH, Unit::Duration),
    ("절반", 50.0, Unit::Percent),
    ("모두", 100.0, Unit::Percent),
    ("모든", 100.0, Unit::Percent),
    ("전부", 100.0, Unit::Percent),
    ("전체", 100.0, Unit::Percent),
    ("전혀", 0.0, Unit::Percent),
    ("없", 0.0, Unit::Count),
];

/// The numbers in words of a text.
pub fn readings(text: &str) -> Vec<Reading> {
    let mut found = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if !before.is_alphanumeric() && ('가'..='힣').contains(&c) {
            found.extend(reading(&text[at..]).map(|reading| reading.at(at)));
        }
        before = c;
    }
    found
}

/// The number with which a word begins.
fn reading(word: &str) -> Option<Reading> {
    let whole = WHOLE.iter().find(|(name, ..)| word.starts_with(name));
    if let Some((name, amount, unit)) = whole {
        let unit = UnitWord { unit: *unit, factor: *amount, length: 0 };
        let (half, more) = half_after(&word[name.len()..]);
        return Some(Reading::of(1.0 + half, Some(unit), name.len() + more));
    }
    if let Some(rest) = word.strip_prefix("반")
        && (["으로", "이", "은", "을", "의"].iter().any(|p| rest.starts_with(p))
            || !starts_word(rest))
    {
        return Some(Reading::of(0.5, None, "반".len()));
    }
    let mut candidates = native(word);
    candidates.extend(sino(word));
    candidates.into_iter().find_map(|numeral| numeral.read(word))
}

/// A numeral at the beginning of a word.
struct Numeral {
    value: f64,
    length: usize,
    /// Whether it stands for a number also where nothing is counted by it.
    sure: bool,
}

impl Numeral {
    /// A numeral counts where a counter or a unit follows, or where its word ends:
    /// 한국, 사용자 and 이 문서 begin like one.
    fn read(&self, word: &str) -> Option<Reading> {
        let rest = &word[self.length..];
        if let Some(share) = rest.strip_prefix("분의").map(str::trim_start).and_then(share) {
            return Some(Reading::of(share.0 / self.value, None, self.length));
        }
        match unit_after(rest) {
            Some(unit) => {
                let (half, more) = half_after(&rest[unit.length..]);
                let length = self.length + unit.length + more;
                Some(Reading::of(self.value + half, Some(unit), length))
            }
            None if self.sure && !starts_word(rest) => {
                Some(Reading::of(self.value, None, self.length))
            }
            None => None,
        }
    }
}

fn starts_word(rest: &str) -> bool {
    rest.starts_with(char::is_alphanumeric)
}

/// The longest first.
fn native(word: &str) -> Vec<Numeral> {
    let below_ten = |rest: &str| {
        let found = NATIVE.iter().find(|(name, _)| rest.starts_with(name));
        found.map_or((0.0, 0), |(name, value)| (*value, name.len()))
    };
    let tens = NATIVE_TENS.iter().find(|(name, _)| word.starts_with(name));
    let (ten, length) = tens.map_or((0.0, 0), |(name, value)| (*value, name.len()));
    let (unit, more) = below_ten(&word[length..]);
    let mut found = Vec::new();
    if more > 0 {
        found.push(Numeral { value: ten + unit, length: length + more, sure: true });
    }
    if length > 0 {
        found.push(Numeral { value: ten, length, sure: true });
    }
    found
}

/// With and without a last digit that may belong to the next word: 이십일.
fn sino(word: &str) -> Vec<Numeral> {
    let Some(whole) = compound(word) else { return Vec::new() };
    let short = Numeral {
        value: whole.scaled,
        length: whole.scaled_length,
        sure: whole.scaled_length > SYLLABLE,
    };
    let long = Numeral { value: whole.value, length: whole.length, sure: whole.length > SYLLABLE };
    [long, short].into_iter().filter(|numeral| numeral.length > 0).collect()
}

/// How long a syllable is, in bytes.
const SYLLABLE: usize = 3;

/// The numeral at the beginning of `text`, in digits, syllables or both: `3만 5천`.
/// Of a syllable at its end that is a digit nothing is certain: 1만이.
pub fn numeral(text: &str) -> Option<(f64, usize)> {
    let found = compound(text)?;
    match found.scaled_length > 0 && found.ends_in_syllable {
        true => Some((found.scaled, found.scaled_length)),
        false => Some((found.value, found.length)),
    }
}

/// What stands above 분의.
pub fn share(text: &str) -> Option<(f64, usize)> {
    digits(text).or_else(|| numeral(text))
}

/// A numeral as it is read from left to right.
#[derive(Default)]
struct Compound {
    value: f64,
    length: usize,
    /// The same up to its last scale.
    scaled: f64,
    scaled_length: usize,
    /// The last thing in it is a digit that is written as a syllable.
    ends_in_syllable: bool,
}

fn compound(text: &str) -> Option<Compound> {
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    let (mut large, mut small) = (f64::INFINITY, f64::INFINITY);
    let mut found = Compound::default();
    while let Some(c) = text[found.length..].chars().next() {
        let rest = &text[found.length..];
        if let (Some((value, length)), None) = (digits(rest), digit) {
            digit = Some(value);
            found.length += length;
            found.ends_in_syllable = false;
        } else if let (Some(value), None) = (syllable(c), digit) {
            digit = Some(value);
            found.length += SYLLABLE;
            found.ends_in_syllable = true;
        } else if let Some(scale) = scale_of(c).filter(|scale| *scale < small || *scale >= 1e4) {
            if scale >= large {
                break;
            }
            let here = section + digit.unwrap_or(if section > 0.0 { 0.0 } else { 1.0 });
            if scale >= 1e4 {
                total += here * scale;
                (section, large, small) = (0.0, scale, f64::INFINITY);
            } else {
                section += digit.unwrap_or(1.0) * scale;
                small = scale;
            }
            digit = None;
            found.length += SYLLABLE;
            (found.scaled, found.scaled_length) = (total + section, found.length);
            found.ends_in_syllable = false;
        } else {
            break;
        }
    }
    found.value = total + section + digit.unwrap_or(0.0);
    let least = if small.is_finite() { small } else { large };
    if found.scaled_length == found.length && least.is_finite() {
        found.go_on(text, least);
    }
    (found.length > 0).then_some(found)
}

impl Compound {
    /// Adds what stands behind a space: 3만 5천, 1만 2,000. A bare syllable there is
    /// another word: 3만 이상.
    fn go_on(&mut self, text: &str, least: f64) {
        let rest = &text[self.length..];
        let Some(next) = rest.strip_prefix([' ', '\u{a0}']) else { return };
        let space = rest.len() - next.len();
        let found = match numeral(next) {
            Some(found) if next.starts_with(|c: char| c.is_ascii_digit()) => found,
            Some((value, length)) if value >= 10.0 && length > 0 => (value, length),
            _ => return,
        };
        if found.0 < least {
            self.value += found.0;
            self.length += space + found.1;
            (self.scaled, self.scaled_length) = (self.value, self.length);
        }
    }
}

fn syllable(c: char) -> Option<f64> {
    let value = match c {
        '영' | '공' => 0.0,
        '일' => 1.0,
        '이' => 2.0,
        '삼' => 3.0,
        '사' => 4.0,
        '오' => 5.0,
        '육' | '륙' => 6.0,
        '칠' => 7.0,
        '팔' => 8.0,
        '구' => 9.0,
        _ => return None,
    };
    Some(value)
}

fn scale_of(c: char) -> Option<f64> {
    let scale = match c {
        '십' => 10.0,
        '백' => 100.0,
        '천' => 1000.0,
        '만' => 1e4,
        '억' => 1e8,
        '조' => 1e12,
        _ => return None,
    };
    Some(scale)
}
