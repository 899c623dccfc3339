//! English numerals: one hundred and twenty, two-thirds, half an hour, daily.

use super::{
    half_after,
    mention::Reading,
    numeral::digits,
    unit::{DAY, HOUR, MONTH, UnitWord, WEEK, YEAR, unit_after},
};
use crate::model::Unit;

/// Words that are a number and a unit in one.
const WHOLE: &[(&str, f64, Unit)] = &[
    ("hourly", HOUR, Unit::Duration),
    ("daily", DAY, Unit::Duration),
    ("nightly", DAY, Unit::Duration),
    ("everyday", DAY, Unit::Duration),
    ("weekly", WEEK, Unit::Duration),
    ("fortnight", 2.0 * WEEK, Unit::Duration),
    ("fortnightly", 2.0 * WEEK, Unit::Duration),
    ("biweekly", 2.0 * WEEK, Unit::Duration),
    ("monthly", MONTH, Unit::Duration),
    ("quarterly", 3.0 * MONTH, Unit::Duration),
    ("yearly", YEAR, Unit::Duration),
    ("annual", YEAR, Unit::Duration),
    ("annually", YEAR, Unit::Duration),
    ("once", 1.0, Unit::Count),
    ("twice", 2.0, Unit::Count),
    ("double", 2.0, Unit::Count),
    ("doubled", 2.0, Unit::Count),
    ("doubles", 2.0, Unit::Count),
    ("triple", 3.0, Unit::Count),
    ("thrice", 3.0, Unit::Count),
    ("all", 100.0, Unit::Percent),
    ("every", 100.0, Unit::Percent),
    ("everything", 100.0, Unit::Percent),
    ("everyone", 100.0, Unit::Percent),
    ("entire", 100.0, Unit::Percent),
    ("whole", 100.0, Unit::Percent),
    ("full", 100.0, Unit::Percent),
    ("fully", 100.0, Unit::Percent),
];

/// What a numeral is divided into.
const PARTS: &[(&str, f64)] = &[
    ("half", 0.5),
    ("halves", 0.5),
    ("third", 1.0 / 3.0),
    ("thirds", 1.0 / 3.0),
    ("quarter", 0.25),
    ("quarters", 0.25),
    ("fourth", 0.25),
    ("fifth", 0.2),
    ("fifths", 0.2),
    ("tenth", 0.1),
    ("tenths", 0.1),
    ("hundredth", 0.01),
];

/// Shares that are one sign.
const SIGNS: [(char, f64); 5] =
    [('½', 0.5), ('⅓', 1.0 / 3.0), ('⅔', 2.0 / 3.0), ('¼', 0.25), ('¾', 0.75)];

/// A word, and where it ends in its text.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

/// The numbers in words of a text, and its shares in digits.
pub fn readings(text: &str) -> Vec<Reading> {
    let words = words(text);
    let mut found: Vec<Reading> = text.char_indices().filter_map(|at| share(text, at)).collect();
    let mut at = 0;
    while at < words.len() {
        let (next, reading) = reading(text, &words, at);
        found.extend(reading);
        at = next;
    }
    found
}

/// A share that begins with the character at `start`: `1/3`, `5 of 10`, `½`.
fn share(text: &str, (start, c): (usize, char)) -> Option<Reading> {
    if let Some((_, value)) = SIGNS.iter().find(|(sign, _)| *sign == c) {
        return Some(Reading::of(*value, None, c.len_utf8()).at(start));
    }
    let goes_on = text[..start].ends_with(|c: char| c.is_ascii_digit() || "./,".contains(c));
    if !c.is_ascii_digit() || goes_on {
        return None;
    }
    let (above, length) = digits(&text[start..])?;
    let rest = &text[start + length..];
    let between = ["/", " of "].into_iter().find(|between| rest.starts_with(between))?;
    let (below, more) = digits(&rest[between.len()..])?;
    let is_share = 0.0 < above && above < below;
    let length = length + between.len() + more;
    is_share.then(|| Reading::of(above / below, None, length).at(start))
}

fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                all.push(Word { text: text[from..at].to_ascii_lowercase(), start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    all
}

/// What begins at the word `at`, and the word after it.
fn reading(text: &str, words: &[Word], at: usize) -> (usize, Option<Reading>) {
    let (word, start) = (&words[at], words[at].start);
    if let Some((_, amount, unit)) = WHOLE.iter().find(|(name, ..)| *name == word.text) {
        let unit = UnitWord { unit: *unit, factor: *amount, length: 0 };
        return (at + 1, Some(Reading::of(1.0, Some(unit), word.end - start).at(start)));
    }
    let Some((value, mut next)) = numeral(words, at) else { return (at + 1, None) };
    let article = matches!(&*word.text, "a" | "an" | "each" | "per") && next == at + 1;
    let mut number = (value, article || value == 1.0);
    if let Some(part) = words.get(next).and_then(part).filter(|_| value < 100.0) {
        number = (value * part, false);
        next += 1;
    }
    // Half an hour, a quarter of an hour, a couple of days.
    while words.get(next).is_some_and(|word| matches!(&*word.text, "a" | "an" | "of" | "other")) {
        next += 1;
    }
    let end = words[next - 1].end;
    let unit = unit_after(&text[end..]);
    let (half, _) = unit.map_or((0.0, 0), |unit| half_after(&text[end + unit.length..]));
    let length = end - start + unit.map_or(0, |unit| unit.length);
    let reading = Reading::of(number.0 + half, unit, length).at(start);
    (next, Some(if number.1 && unit.is_none() { reading.weak() } else { reading }))
}

fn part(word: &Word) -> Option<f64> {
    PARTS.iter().find(|(name, _)| *name == word.text).map(|(_, part)| *part)
}

/// The numeral at the word `at`, and the word after it.
fn numeral(words: &[Word], at: usize) -> Option<(f64, usize)> {
    let first = &words[at].text;
    if let Some(part) = part(&words[at]).filter(|_| matches!(&**first, "half" | "quarter")) {
        return Some((part, at + 1));
    }
    let (mut total, mut current, mut next) = (0.0, value_of(first)?, at + 1);
    while let Some(word) = words.get(next) {
        let more = value_of(&word.text).filter(|more| joins(current, *more));
        match (scale_of(&word.text), more) {
            (Some(scale), _) if scale > 100.0 => {
                total += current * scale;
                current = 0.0;
            }
            (Some(scale), _) => current *= scale,
            (None, Some(more)) => current += more,
            (None, None) if is_and_a_half(words, next) => {
                return Some((total + current + 0.5, next + 3));
            }
            (None, None) if word.text == "and" && current % 100.0 == 0.0 => {
                let after = words.get(next + 1).and_then(|word| value_of(&word.text));
                if after.is_none_or(|after| after <= 1.0) {
                    break;
                }
            }
            (None, None) => break,
        }
        next += 1;
    }
    Some((total + current, next))
}

fn is_and_a_half(words: &[Word], at: usize) -> bool {
    let following = words[at..].iter().take(3).map(|word| &*word.text);
    following.eq(["and", "a", "half"])
}

/// What a word multiplies the number before it by.
fn scale_of(word: &str) -> Option<f64> {
    let scale = match word {
        "dozen" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "million" => 1e6,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    };
    Some(scale)
}

/// Whether `more` belongs to the number before it: twenty five, two hundred six.
fn joins(current: f64, more: f64) -> bool {
    let below = current % 100.0;
    current > 1.0 && (below == 0.0 || below >= 20.0 && below % 10.0 == 0.0 && more < 10.0)
}

/// The number that a word stands for; `other` as in every other day.
fn value_of(word: &str) -> Option<f64> {
    let number = match word {
        "no" | "none" | "zero" | "never" | "nothing" => 0.0,
        "a" | "an" | "one" | "single" | "each" | "per" => 1.0,
        "two" | "both" | "pair" | "couple" | "other" => 2.0,
        "three" => 3.0,
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
        _ => return None,
    };
    Some(number)
}
