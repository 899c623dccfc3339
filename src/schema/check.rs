//! Checks a parsed table against its declaration. It reports every problem and leaves out only
//! the bad value, so that one bad key does not lose the rest.

mod report;

use std::borrow::Cow;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{
    Declaration, FileRole, Property, TomlBlock, ValueType,
    text::{self, TextProblem},
    value::{CheckedValue, ValueData},
};
use crate::{
    diag::{Code, Diagnostic},
    literal::inline_markup,
    span::Span,
    unicode::{code_point, is_unseen},
};

impl Declaration {
    /// Checks all of `table`. Missing keys are reported at `at`.
    pub fn check<'t>(
        &self,
        table: &'t DeTable<'t>,
        at: Span,
        block: &mut TomlBlock,
    ) -> CheckedValue<'t> {
        let entries = self.properties.iter().filter_map(|property| first_entry(property, table));
        let mut checker = Checker { root: &self.properties, entries: entries.collect(), block };
        checker.table(&self.properties, table, Place { span: at, name: String::new() })
    }

    /// Checks only the value of `key`, because the other keys may depend on it.
    pub fn check_key<'t>(
        &self,
        key: &str,
        table: &'t DeTable<'t>,
        at: Span,
        block: &mut TomlBlock,
    ) -> Option<CheckedValue<'t>> {
        let property = self.properties.iter().find(|property| property.key == key)?;
        let mut checker = Checker { root: &self.properties, entries: Vec::new(), block };
        match table.get(key) {
            Some(value) => checker.value(property, value),
            None => {
                let place = Place { span: at, name: String::new() };
                checker.report_missing(property.required.then_some(property), &place);
                None
            }
        }
    }
}

/// A table: the place at which problems of the whole table are reported, and its name in
/// messages, ` ([items.drafting])`.
struct Place {
    span: Span,
    name: String,
}

struct Checker<'c, 'b> {
    /// The keys above all tables. Below the line of a table, TOML reads them as keys of that
    /// table.
    root: &'c [Property],
    /// Names that stand for entries in examples, and the first such entry of the table.
    entries: Vec<(&'c str, &'c str)>,
    block: &'c mut TomlBlock<'b>,
}

/// Returns the name that stands in examples for an entry of `property`, and the first entry in
/// `table`.
fn first_entry<'c>(property: &'c Property, table: &'c DeTable) -> Option<(&'c str, &'c str)> {
    let entries = table.get(&*property.key)?.get_ref().as_table()?;
    let first = entries.keys().min_by_key(|name| name.span().start)?;
    Some((property.entry.as_deref()?, first.get_ref()))
}

/// A map, and the name of its entries.
struct MapName<'k> {
    key: &'k str,
    entry: Option<&'k str>,
}

impl<'k> MapName<'k> {
    fn of(property: &'k Property) -> Self {
        let example = property.example.as_ref().and_then(|example| example.as_object());
        let entry = example.and_then(|entries| entries.keys().next());
        MapName { key: &property.key, entry: entry.map(String::as_str) }
    }

    /// Returns how the entry `name` should be written in place of `written`; a value of the
    /// right type is kept.
    fn entry_example(&self, name: &str, item: &ValueType, written: &DeValue) -> String {
        match (item, written) {
            // A part of an entry was written in place of the entry.
            (ValueType::Map(inner), _) => {
                let entry = self.entry.unwrap_or("…");
                let number = integer(written).map(|number| number.to_string());
                format!("{entry} = {{ {name} = {} }}", number.unwrap_or(inner.example_value()))
            }
            _ => with_text(&format!("{name} = {}", item.example_value()), written),
        }
    }
}

/// Returns an example with the text that was written in the place of its first.
fn with_text(example: &str, written: &DeValue) -> String {
    match written {
        DeValue::String(text) => {
            example.replacen("\"…\"", &toml::Value::String(text.to_string()).to_string(), 1)
        }
        _ => example.to_owned(),
    }
}

impl Checker<'_, '_> {
    fn table<'t>(
        &mut self,
        properties: &[Property],
        table: &'t DeTable<'t>,
        place: Place,
    ) -> CheckedValue<'t> {
        let mut entries = Vec::with_capacity(table.len());
        let mut missing: Vec<&Property> = Vec::new();
        for property in properties {
            let value = match (table.get_key_value(&*property.key), self.block.role) {
                (Some((key, _)), FileRole::Translation { source }) if property.shared => {
                    self.refuse(&property.key, self.block.span(key.span()), source);
                    None
                }
                (Some((_, value)), _) => self.value(property, value),
                (None, FileRole::Translation { .. }) if property.shared => None,
                (None, _) => {
                    missing.extend(property.required.then_some(property));
                    None
                }
            };
            let value = value.or_else(|| property.stand_in(place.span));
            entries.extend(value.map(|value| (property.name(value.span), value)));
        }
        self.report_unknown(properties, table, &place, &mut missing);
        self.report_missing(missing, &place);
        CheckedValue { span: place.span, data: ValueData::Table(entries) }
    }

    fn value<'t>(
        &mut self,
        property: &Property,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        match &property.value {
            ValueType::List { item, least, most } => {
                self.list(property, item, *least..=*most, value)
            }
            ValueType::Table(properties) => {
                let example = with_text(&property.example_line(), value.get_ref());
                let table = self.expect_table(&property.key, value, example)?;
                let span = self.block.span(value.span());
                let name = format!(" ([{}])", property.key);
                Some(self.table(properties, table, Place { span, name }))
            }
            ValueType::Map(item) => self.map(&MapName::of(property), item, value),
            scalar => self.scalar(&property.key, scalar, value, property.example_line()),
        }
    }

    fn list<'t>(
        &mut self,
        property: &Property,
        item: &ValueType,
        range: std::ops::RangeInclusive<usize>,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        let key = &*property.key;
        let Some(list) = value.get_ref().as_array() else {
            return self.mismatch(key, "type-list", property.example_line(), value);
        };
        let mut items = Vec::with_capacity(list.len());
        for (at, entry) in list.iter().enumerate() {
            items.extend(match item {
                ValueType::Table(properties) => {
                    self.expect_table(key, entry, property.example_line()).map(|table| {
                        let span = self.block.span(entry.span());
                        let name = format!(" ([[{key}]] {})", at + 1);
                        self.table(properties, table, Place { span, name })
                    })
                }
                item => self.scalar(key, item, entry, format!("{key} = {}", item.example_value())),
            });
        }
        let at = list.get(*range.end()).or(list.last()).filter(|_| item.is_table());
        self.check_count(key, at.unwrap_or(value), list.len(), range);
        Some(self.checked(value, ValueData::List(items)))
    }

    fn map<'t>(
        &mut self,
        map: &MapName,
        item: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        let table = self.expect_table(map.key, value, format!("[{}]", map.key))?;
        let mut written: Vec<_> = table.iter().collect();
        // A table sorts its names, but the order of writing counts.
        written.sort_by_key(|(name, _)| name.span().start);
        if let Some((name, value, example)) = flat_entries(map, item, &written) {
            return self.mismatch(name, "type-table", example, value);
        }
        let mut entries = Vec::with_capacity(written.len());
        for (name, value) in written {
            let span = self.block.span(name.span());
            let text: &'t str = name.get_ref();
            let name = CheckedValue { span, data: ValueData::Text(Cow::Borrowed(text)) };
            entries.extend(self.entry(map, text, span, item, value).map(|value| (name, value)));
        }
        Some(self.checked(value, ValueData::Table(entries)))
    }

    /// Checks the entry `name`, at `at`, of a map.
    fn entry<'t>(
        &mut self,
        map: &MapName,
        name: &str,
        at: Span,
        item: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        if item.is_table() && value.get_ref().as_table().is_none() {
            let example = map.entry_example(name, item, value.get_ref());
            return self.mismatch(name, "type-table", example, value);
        }
        match item {
            ValueType::Table(properties) => {
                let table = value.get_ref().as_table()?;
                let name = format!(" ([{}.{name}])", map.key);
                Some(self.table(properties, table, Place { span: at, name }))
            }
            ValueType::Map(item) => self.map(&MapName { key: name, entry: None }, item, value),
            scalar => {
                self.scalar(name, scalar, value, format!("{name} = {}", scalar.example_value()))
            }
        }
    }

    fn scalar<'t>(
        &mut self,
        key: &str,
        of: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
        example: String,
    ) -> Option<CheckedValue<'t>> {
        let written = value.get_ref();
        let data = match of {
            ValueType::Text { .. } | ValueType::Choice(_) => match written.as_str() {
                Some(_) => self.text(key, of, value),
                None => self.mismatch(key, "type-text", example, value),
            },
            ValueType::Boolean => match written.as_bool() {
                Some(flag) => Some(ValueData::Boolean(flag)),
                None => self.mismatch(key, "type-boolean", example, value),
            },
            ValueType::Integer { least, most } => match integer(written) {
                Some(number) => Some(self.clamp(key, number, *least..=*most, value)),
                None => self.mismatch(key, "type-integer", example, value),
            },
            ValueType::Date => match date(written) {
                Some(date) => Some(ValueData::Text(date.into())),
                None => self.mismatch(key, "type-date", example, value),
            },
            ValueType::List { .. } | ValueType::Table(_) | ValueType::Map(_) => None,
        };
        data.map(|data| self.checked(value, data))
    }

    fn text<'t>(
        &mut self,
        key: &str,
        of: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<ValueData<'t>> {
        let span = self.block.span(value.span());
        let drawn = matches!(of, ValueType::Text { drawn: true, .. });
        let cleaned = text::clean(value.get_ref().as_str()?, drawn);
        let unseen = cleaned.as_ref().ok().and_then(|text| text.chars().find(is_unseen));
        if let Some(unseen) = unseen {
            let place = self.block.place_of_unseen(unseen, value.span());
            let unseen =
                Diagnostic::new(Code::InvisibleCharacter, place).arg("found", code_point(unseen));
            self.block.report(unseen.arg("key", key));
        }
        if matches!(of, ValueType::Text { format: None, .. })
            && let Ok(text) = &cleaned
            && let Some(markup) = inline_markup(text)
        {
            let literal = Diagnostic::new(Code::LiteralMarkdown, span).arg("found", markup);
            self.block.report(literal.hint("plain"));
        }
        let problem = match cleaned {
            Ok(text) => match of {
                ValueType::Choice(names) => report::unknown_choice(key, &text, names, span),
                ValueType::Text { format: Some(format), .. } => (format.problem)(&text, key, span),
                _ => None,
            }
            .map_or(Ok(text), Err),
            // The rest of a value that does not parse.
            Err(TextProblem::Blank) if self.block.is_damaged(&value.span()) => return None,
            Err(TextProblem::Blank) => Err(Diagnostic::new(Code::BlankText, span).arg("key", key)),
            Err(TextProblem::Hidden(hidden)) => {
                let place = self.block.place_of_unseen(hidden, value.span());
                let hidden =
                    Diagnostic::new(Code::HiddenCharacter, place).arg("found", code_point(hidden));
                Err(hidden.arg("key", key))
            }
        };
        problem.map(ValueData::Text).map_err(|problem| self.block.report(problem)).ok()
    }

    /// Returns the number, or the nearest one that is allowed.
    fn clamp<'t>(
        &mut self,
        key: &str,
        number: i64,
        range: std::ops::RangeInclusive<i64>,
        value: &Spanned<DeValue>,
    ) -> ValueData<'t> {
        if !range.contains(&number) {
            self.block.report(
                Diagnostic::new(Code::OutOfRange, self.block.span(value.span()))
                    .arg("key", key)
                    .arg("least", range.start().to_string())
                    .arg("most", range.end().to_string())
                    .arg("found", number.to_string()),
            );
        }
        ValueData::Integer(number.clamp(*range.start(), *range.end()))
    }

    fn expect_table<'t>(
        &mut self,
        key: &str,
        value: &'t Spanned<DeValue<'t>>,
        example: String,
    ) -> Option<&'t DeTable<'t>> {
        let table = value.get_ref().as_table();
        table.or_else(|| self.mismatch(key, "type-table", example, value))
    }

    fn checked<'t>(&self, value: &Spanned<DeValue>, data: ValueData<'t>) -> CheckedValue<'t> {
        CheckedValue { span: self.block.span(value.span()), data }
    }
}

/// Returns the first of several entries of a map of maps that were written as numbers, and how they
/// should be written together.
fn flat_entries<'e, 't>(
    map: &MapName,
    item: &ValueType,
    written: &[(&'e Spanned<Cow<'t, str>>, &'e Spanned<DeValue<'t>>)],
) -> Option<(&'e str, &'e Spanned<DeValue<'t>>, String)> {
    let ValueType::Map(_) = item else { return None };
    let flat = written.iter().filter_map(|(name, value)| {
        Some((name.get_ref().as_ref(), *value, integer(value.get_ref())?))
    });
    let (name, value, _) = flat.clone().next().filter(|_| flat.clone().count() > 1)?;
    let parts: Vec<String> = flat.map(|(name, _, number)| format!("{name} = {number}")).collect();
    let example = format!("{} = {{ {} }}", map.entry.unwrap_or("…"), parts.join(", "));
    Some((name, value, example))
}

fn integer(value: &DeValue) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Returns a date without a time. The TOML parser has checked that it exists.
fn date(value: &DeValue) -> Option<String> {
    let stamp = value.as_datetime().filter(|stamp| stamp.time.is_none())?;
    stamp.date.map(|date| date.to_string())
}
