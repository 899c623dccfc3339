//! Whether a text means a number, in whatever words.

use std::ops::Range;

use super::{
    Found, english, fold, korean,
    numeral::numbers,
    unit::{MONTH, UnitWord},
    with_unit,
};
use crate::model::{Quantity, Unit};

/// A number as somebody may read it in a text.
#[derive(Clone, Debug)]
pub struct Reading {
    pub number: f64,
    /// In units of `unit`'s own; the number itself where there is no unit.
    pub amount: f64,
    pub unit: Option<Unit>,
    /// Perhaps a mere article.
    weak: bool,
    range: Range<usize>,
}

impl Reading {
    /// A number of so many bytes at the beginning of a text.
    pub fn of(number: f64, unit: Option<UnitWord>, length: usize) -> Reading {
        let amount = number * unit.map_or(1.0, |unit| unit.factor);
        Reading { number, amount, unit: unit.map(|unit| unit.unit), weak: false, range: 0..length }
    }

    /// The same at another place.
    pub fn at(self, start: usize) -> Reading {
        Reading { range: start..start + self.range.len(), ..self }
    }

    pub fn weak(self) -> Reading {
        Reading { weak: true, ..self }
    }

    fn found(&self) -> Option<Found> {
        let Reading { amount, number, unit, .. } = *self;
        Some(Found { amount, number, unit: unit?, range: self.range.clone() })
    }
}

impl From<Found> for Reading {
    fn from(found: Found) -> Reading {
        let Found { amount, number, unit, range } = found;
        Reading { amount, number, unit: Some(unit), weak: false, range }
    }
}

/// Whether `text` could mean the number `wanted` in any wording.
pub fn mentions(text: &str, wanted: &Quantity) -> bool {
    let Quantity { amount, number, unit, .. } = *wanted;
    means(text, amount, number, unit)
}

pub fn means(text: &str, amount: f64, number: f64, unit: Unit) -> bool {
    // Once goes without saying.
    if unit == Unit::Count && number == 1.0 {
        return true;
    }
    let mut all: Vec<Reading> = readings(text);
    all.sort_by_key(|reading| reading.range.start);
    let in_units: Vec<Found> = all.iter().filter_map(Reading::found).collect();
    all.extend(fold(text, in_units).into_iter().map(Reading::from));
    all.iter().any(|reading| fits(reading, amount, number, unit))
}

/// Every number of `text`, in digits and in words.
fn readings(text: &str) -> Vec<Reading> {
    let in_digits = numbers(text).map(|number| match with_unit(text, &number) {
        Some(found) => Reading::from(found),
        None => Reading::of(number.value, None, number.range.len()).at(number.range.start),
    });
    let mut all: Vec<Reading> = in_digits.collect();
    all.extend(english::readings(text));
    all.extend(korean::readings(text));
    all
}

fn fits(reading: &Reading, amount: f64, number: f64, unit: Unit) -> bool {
    match reading.unit {
        Some(found) if found == unit => is_near(reading, amount, number, unit),
        Some(_) => false,
        None if reading.weak => unit == Unit::Count && number == reading.number,
        None if unit == Unit::Percent && is_share(reading.number * 100.0, amount) => true,
        None => same(reading.number, number),
    }
}

fn is_near(reading: &Reading, amount: f64, number: f64, unit: Unit) -> bool {
    if same(reading.amount, amount) {
        return true;
    }
    match unit {
        Unit::Percent => is_share(reading.amount, amount),
        // Four weeks are a month, and 365 days a year.
        Unit::Duration => {
            let calendar = |amount: f64, number: f64| amount / number >= MONTH * 0.99;
            let mixed = calendar(reading.amount, reading.number) != calendar(amount, number);
            mixed && (reading.amount - amount).abs() <= 0.1 * amount.max(reading.amount)
        }
        _ => false,
    }
}

/// Whether a share is the rounded other one: a third and 33%.
fn is_share(a: f64, b: f64) -> bool {
    let whole = |share: f64| (share - share.round()).abs() < 1e-6;
    (!whole(a) || !whole(b)) && (a - b).abs() <= 0.5 || same(a, b)
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * b.abs().max(1.0)
}
