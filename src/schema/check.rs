//! Walks a parsed table by its declaration: reports everything that is wrong and
//! leaves it out, so that one bad key does not lose the rest.

use std::borrow::Cow;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{
    ChoiceName, Declaration, FileRole, Property, TomlBlock, ValueType,
    text::{self, TextProblem},
    value::{CheckedValue, ValueData},
};
use crate::{
    diag::{Code, Diagnostic, closest},
    span::Span,
};

impl Declaration {
    /// Checks all of `table`. What is missing is reported at `at`.
    pub fn check<'t>(
        &self,
        table: &'t DeTable<'t>,
        at: Span,
        block: &mut TomlBlock,
    ) -> CheckedValue<'t> {
        let mut checker = Checker { root: &self.properties, block };
        checker.table(&self.properties, table, Place { span: at, name: String::new() })
    }

    /// Checks the value of `key` alone, as what else may be written can depend on it.
    pub fn check_key<'t>(
        &self,
        key: &str,
        table: &'t DeTable<'t>,
        at: Span,
        block: &mut TomlBlock,
    ) -> Option<CheckedValue<'t>> {
        let property = self.properties.iter().find(|property| property.key == key)?;
        let mut checker = Checker { root: &self.properties, block };
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

/// A table: where problems of all of it are shown, and how messages name it,
/// ` ([items.drafting])`.
struct Place {
    span: Span,
    name: String,
}

struct Checker<'c, 'b> {
    /// The keys above all tables: TOML takes one that is written below a table's line
    /// for that table's own.
    root: &'c [Property],
    block: &'c mut TomlBlock<'b>,
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
                let table = self.expect_table(&property.key, value)?;
                let span = self.block.span(value.span());
                let name = format!(" ([{}])", property.key);
                Some(self.table(properties, table, Place { span, name }))
            }
            ValueType::Map(item) => self.map(&property.key, item, value),
            scalar => self.scalar(&property.key, scalar, value, property.example()),
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
            return self.mismatch(key, "type-list", property.example(), value);
        };
        let mut items = Vec::with_capacity(list.len());
        for (at, entry) in list.iter().enumerate() {
            items.extend(match item {
                ValueType::Table(properties) => self.expect_table(key, entry).map(|table| {
                    let span = self.block.span(entry.span());
                    let name = format!(" ([[{key}]] {})", at + 1);
                    self.table(properties, table, Place { span, name })
                }),
                item => self.scalar(key, item, entry, format!("{key} = {}", item.sample())),
            });
        }
        let at = list.get(*range.end()).or(list.last()).filter(|_| item.is_table());
        self.check_count(key, at.unwrap_or(value), list.len(), range);
        Some(self.checked(value, ValueData::List(items)))
    }

    /// Reports a list with more or fewer entries than it takes: at the first that is too
    /// many.
    fn check_count(
        &mut self,
        key: &str,
        at: &Spanned<DeValue>,
        count: usize,
        range: std::ops::RangeInclusive<usize>,
    ) {
        if range.contains(&count) {
            return;
        }
        let problem = Diagnostic::new(Code::WrongCount, self.block.span(at.span()))
            .arg("key", key)
            .arg("found", count.to_string())
            .arg("least", range.start().to_string())
            .arg("most", range.end().to_string());
        let few = count < *range.start();
        self.block.report(if few { problem.hint("few") } else { problem });
    }

    fn map<'t>(
        &mut self,
        key: &str,
        item: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        let table = self.expect_table(key, value)?;
        let mut written: Vec<_> = table.iter().collect();
        // A table keeps its names by the alphabet; editors mean the order of writing.
        written.sort_by_key(|(name, _)| name.span().start);
        let mut entries = Vec::with_capacity(written.len());
        for (name, value) in written {
            let span = self.block.span(name.span());
            let text: &'t str = name.get_ref();
            let name = CheckedValue { span, data: ValueData::Text(Cow::Borrowed(text)) };
            entries.extend(self.entry(key, text, span, item, value).map(|value| (name, value)));
        }
        Some(self.checked(value, ValueData::Table(entries)))
    }

    /// The entry `name`, at `at`, of the map `key`.
    fn entry<'t>(
        &mut self,
        key: &str,
        name: &str,
        at: Span,
        item: &ValueType,
        value: &'t Spanned<DeValue<'t>>,
    ) -> Option<CheckedValue<'t>> {
        match item {
            ValueType::Table(properties) => {
                let table = self.expect_table(key, value)?;
                let name = format!(" ([{key}.{name}])");
                Some(self.table(properties, table, Place { span: at, name }))
            }
            ValueType::Map(item) => self.map(name, item, value),
            scalar => self.scalar(name, scalar, value, format!("{name} = {}", scalar.sample())),
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
        let problem = match text::clean(value.get_ref().as_str()?, drawn) {
            Ok(text) => match of {
                ValueType::Choice(names) => unknown_choice(key, &text, names, span),
                ValueType::Text { format: Some(format), .. } => (format.problem)(&text, key, span),
                _ => None,
            }
            .map_or(Ok(text), Err),
            // What is left of a value that does not parse.
            Err(TextProblem::Blank) if self.block.is_damaged(&value.span()) => return None,
            Err(TextProblem::Blank) => Err(Diagnostic::new(Code::BlankText, span).arg("key", key)),
            Err(TextProblem::Hidden(hidden)) => Err(Diagnostic::new(Code::HiddenCharacter, span)
                .arg("key", key)
                .arg("found", format!("U+{:04X}", u32::from(hidden)))),
        };
        problem.map(ValueData::Text).map_err(|problem| self.block.report(problem)).ok()
    }

    /// Returns the number, or the nearest that is allowed.
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
    ) -> Option<&'t DeTable<'t>> {
        let table = value.get_ref().as_table();
        table.or_else(|| self.mismatch(key, "type-table", format!("[{key}]"), value))
    }

    /// Reports a value of the wrong type; returns nothing, to end the caller.
    fn mismatch<T>(
        &mut self,
        key: &str,
        expected: &'static str,
        example: String,
        value: &Spanned<DeValue>,
    ) -> Option<T> {
        if !self.block.is_damaged(&value.span()) {
            self.block.report(
                Diagnostic::new(Code::WrongType, self.block.span(value.span()))
                    .arg("key", key)
                    .phrase("expected", expected)
                    .phrase("found", type_name(value.get_ref()))
                    .arg("example", example),
            );
        }
        None
    }

    /// Reports a shared key in a translation.
    fn refuse(&mut self, key: &str, at: Span, source: &str) {
        let refused = Diagnostic::new(Code::NeutralKeyInTranslation, at);
        self.block.report(refused.arg("key", key).arg("source", source));
    }

    /// Reports keys that are not declared. One that was probably meant to be a missing
    /// one is no longer missing.
    fn report_unknown(
        &mut self,
        properties: &[Property],
        table: &DeTable,
        place: &Place,
        missing: &mut Vec<&Property>,
    ) {
        let names = || properties.iter().map(|property| &*property.key);
        for (key, _) in table {
            let name: &str = key.get_ref();
            if names().any(|known| known == name) {
                continue;
            }
            let unknown = Diagnostic::new(Code::UnknownKey, self.block.span(key.span()))
                .arg("key", name)
                .arg("where", place.name.clone())
                .arg("known", names().collect::<Vec<_>>().join(", "));
            let is_misplaced =
                !place.name.is_empty() && self.root.iter().any(|property| property.key == name);
            if is_misplaced {
                self.block.report(unknown.hint("misplaced"));
                continue;
            }
            let meant = closest(name, names());
            missing.retain(|property| Some(&property.key) != meant.as_ref());
            self.block.report(unknown.suggest(name, names()));
        }
    }

    fn report_missing<'p>(
        &mut self,
        missing: impl IntoIterator<Item = &'p Property>,
        place: &Place,
    ) {
        if !self.block.damaged.is_empty() {
            return;
        }
        for property in missing {
            self.block.report(
                Diagnostic::new(Code::MissingKey, place.span)
                    .arg("key", &*property.key)
                    .arg("where", place.name.clone())
                    .arg("example", property.example()),
            );
        }
    }

    fn checked<'t>(&self, value: &Spanned<DeValue>, data: ValueData<'t>) -> CheckedValue<'t> {
        CheckedValue { span: self.block.span(value.span()), data }
    }
}

fn unknown_choice(key: &str, written: &str, names: &[ChoiceName], at: Span) -> Option<Diagnostic> {
    let names: Vec<&str> = names.iter().map(|choice| &*choice.name).collect();
    let unknown = || {
        Diagnostic::new(Code::UnknownValue, at)
            .arg("found", written)
            .arg("key", key)
            .arg("known", names.join(", "))
            .suggest(written, names.iter().copied())
    };
    (!names.contains(&written)).then(unknown)
}

fn integer(value: &DeValue) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Returns a day without a time. The TOML parser has checked the days of the month.
fn date(value: &DeValue) -> Option<String> {
    let stamp = value.as_datetime().filter(|stamp| stamp.time.is_none())?;
    stamp.date.map(|date| date.to_string())
}

fn type_name(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "type-text",
        DeValue::Integer(_) => "type-integer",
        DeValue::Float(_) => "type-float",
        DeValue::Boolean(_) => "type-boolean",
        DeValue::Datetime(stamp) if stamp.time.is_none() => "type-date",
        DeValue::Datetime(_) => "type-datetime",
        DeValue::Array(_) => "type-list",
        DeValue::Table(_) => "type-table",
    }
}
