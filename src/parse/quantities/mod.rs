//! Numbers with units in running text, in English and in Korean, and whether a text
//! mentions one in any wording: `30 minutes`, `half an hour`, `30분`, `1만 원`.
//!
//! Finding is strict and mentioning is generous: a difference is reported only where
//! no reading of the other text could mean the number.

mod english;
mod korean;
mod mention;
mod numeral;
#[cfg(test)]
mod tests;
mod unit;

use std::ops::Range;

use crate::model::Unit;
pub use mention::mentions;
use numeral::{Number, numbers};
use unit::{DAY, MONTH, unit_after};

/// A number with a unit, and where it is in its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Durations in seconds, sizes in bytes, everything else as it is counted.
    pub amount: f64,
    pub number: f64,
    pub unit: Unit,
    pub range: Range<usize>,
}

/// Every number with a unit that is written in digits. Dates, years and numbers in
/// names are none.
pub fn quantities(text: &str) -> Vec<Found> {
    fold(text, numbers(text).filter_map(|number| with_unit(text, &number)).collect())
}

/// The number with the sign before it or the unit after it.
fn with_unit(text: &str, number: &Number) -> Option<Found> {
    let (before, after) = (&text[..number.range.start], &text[number.range.end..]);
    for (sign, unit) in [("$", Unit::Dollar), ("₩", Unit::Won)] {
        if before.ends_with(sign) {
            let range = number.range.start - sign.len()..number.range.end;
            return Some(Found { amount: number.value, number: number.value, unit, range });
        }
    }
    if let Some(found) = fraction(number, after) {
        return Some(found);
    }
    let (and_half, after) = match after.strip_prefix(AND_A_HALF) {
        Some(rest) => (0.5, rest),
        None => (0.0, after),
    };
    let word = unit_after(after)?;
    let of_month = word.factor == DAY && before.trim_end_matches([' ', '\u{a0}']).ends_with('월');
    let is_year = word.factor > MONTH && word.unit == Unit::Duration && number.value >= 1000.0;
    if of_month || is_year {
        return None;
    }
    let (half, more) = half_after(&after[word.length..]);
    let value = number.value + and_half + half;
    Some(Found {
        amount: value * word.factor,
        number: value,
        unit: word.unit,
        range: number.range.start..text.len() - after.len() + word.length + more,
    })
}

/// `3분의 2`, as a share.
fn fraction(number: &Number, after: &str) -> Option<Found> {
    let rest = after.strip_prefix("분의")?;
    let above = rest.trim_start_matches([' ', '\u{a0}']);
    let (value, length) = numeral::digits(above).or_else(|| korean::share(above))?;
    let share = value / number.value * 100.0;
    let end = number.range.end + after.len() - above.len() + length;
    let range = number.range.start..end;
    Some(Found { amount: share, number: share, unit: Unit::Percent, range })
}

/// Half of the unit more, before it (`2 and a half hours`) or after it.
const AND_A_HALF: &str = " and a half";

/// `한 시간 반`, `an hour and a half`: half of the unit more, and how long that is.
fn half_after(rest: &str) -> (f64, usize) {
    for word in [" 반", AND_A_HALF] {
        let after = rest.strip_prefix(word);
        if after.is_some_and(|after| !after.starts_with(char::is_alphanumeric)) {
            return (0.5, word.len());
        }
    }
    (0.0, 0)
}

/// Takes durations that stand together for one: `1시간 30분`, `1 hour and 30 minutes`.
fn fold(text: &str, all: Vec<Found>) -> Vec<Found> {
    let mut folded: Vec<Found> = Vec::with_capacity(all.len());
    for found in all {
        match folded.last_mut() {
            Some(last) if continues(text, last, &found) => {
                let largest = last.amount / last.number;
                last.amount += found.amount;
                last.number = last.amount / largest;
                last.range.end = found.range.end;
            }
            _ => folded.push(found),
        }
    }
    folded
}

/// Whether `next` is the smaller part of the duration that `last` begins.
fn continues(text: &str, last: &Found, next: &Found) -> bool {
    let durations = last.unit == Unit::Duration && next.unit == Unit::Duration;
    durations
        && next.amount < last.amount / last.number
        && next.amount / next.number < last.amount / last.number
        && text.get(last.range.end..next.range.start).is_some_and(|between| {
            matches!(between, "" | " " | "\u{a0}" | ", " | " and " | ", and ")
        })
}
