//! The result of checking a block: values that fit their declaration.

use std::borrow::Cow;

use super::{Property, ValueType};
use crate::span::Span;

/// A value that fits its declaration, and its place.
#[derive(Clone, Debug)]
pub struct CheckedValue<'t> {
    pub span: Span,
    pub(super) data: ValueData<'t>,
}

#[derive(Clone, Debug)]
pub(super) enum ValueData<'t> {
    /// A text or a date.
    Text(Cow<'t, str>),
    Integer(i64),
    Boolean(bool),
    List(Vec<CheckedValue<'t>>),
    /// The entries of a table: declared keys in the order of their declaration, names in the
    /// order of writing.
    Table(Vec<(CheckedValue<'t>, CheckedValue<'t>)>),
}

impl<'t> CheckedValue<'t> {
    /// Returns the value of `key`, if this is a table that has it.
    pub fn get(&self, key: &str) -> Option<&CheckedValue<'t>> {
        let (_, value) = self.entries().iter().find(|(name, _)| name.as_str() == key)?;
        Some(value)
    }

    /// Returns the text; an empty one for other values.
    pub fn as_str(&self) -> &str {
        match &self.data {
            ValueData::Text(text) => text,
            ValueData::Integer(_)
            | ValueData::Boolean(_)
            | ValueData::List(_)
            | ValueData::Table(_) => "",
        }
    }

    /// Returns a text, a number or a boolean as text; an empty one for tables and lists.
    pub fn scalar(&self) -> Cow<'_, str> {
        match &self.data {
            ValueData::Text(text) => Cow::Borrowed(text),
            ValueData::Integer(number) => number.to_string().into(),
            ValueData::Boolean(flag) => flag.to_string().into(),
            ValueData::List(_) | ValueData::Table(_) => Cow::Borrowed(""),
        }
    }

    /// Returns the entries of a list; none for other values.
    pub fn items(&self) -> &[CheckedValue<'t>] {
        match &self.data {
            ValueData::List(items) => items,
            ValueData::Text(_)
            | ValueData::Integer(_)
            | ValueData::Boolean(_)
            | ValueData::Table(_) => &[],
        }
    }

    /// Returns the entries of a table with their names; none for other values.
    pub fn entries(&self) -> &[(CheckedValue<'t>, CheckedValue<'t>)] {
        match &self.data {
            ValueData::Table(entries) => entries,
            ValueData::Text(_)
            | ValueData::Integer(_)
            | ValueData::Boolean(_)
            | ValueData::List(_) => &[],
        }
    }
}

impl Property {
    /// Returns the key as the name of an entry.
    pub(super) fn name<'t>(&self, span: Span) -> CheckedValue<'t> {
        CheckedValue { span, data: ValueData::Text(Cow::Owned(self.key.clone())) }
    }

    /// Returns the stand-in for the key's value, if it is required.
    pub(super) fn stand_in<'t>(&self, span: Span) -> Option<CheckedValue<'t>> {
        if self.required { self.value.stand_in(span) } else { None }
    }
}

impl ValueType {
    fn stand_in<'t>(&self, span: Span) -> Option<CheckedValue<'t>> {
        let data = match self {
            ValueType::Text { format, .. } => {
                ValueData::Text(format.map_or("", |format| format.stand_in).into())
            }
            ValueType::Choice(names) => ValueData::Text(names.first()?.name.clone().into()),
            ValueType::Boolean => ValueData::Boolean(false),
            ValueType::Integer { least, most } => ValueData::Integer(0.clamp(*least, *most)),
            ValueType::Date => return None,
            ValueType::List { .. } => ValueData::List(Vec::new()),
            ValueType::Map(_) => ValueData::Table(Vec::new()),
            ValueType::Table(properties) => {
                let entry =
                    |property: &Property| Some((property.name(span), property.stand_in(span)?));
                ValueData::Table(properties.iter().filter_map(entry).collect())
            }
        };
        Some(CheckedValue { span, data })
    }
}
