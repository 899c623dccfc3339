//! The translated words of a block, as the ledger tracks them.

use super::{CheckedValue, Property, ValueType};
use crate::span::Span;

/// The translated words of one key.
#[derive(Clone, Debug)]
pub struct TranslatedKey {
    /// `title`, `items.drafting`.
    pub name: Box<str>,
    pub span: Span,
    /// The words, line by line.
    pub text: Box<str>,
}

impl CheckedValue<'_> {
    /// Returns the words of every translated key of `properties`, in the order of the
    /// declaration. In a table of named tables, the words of each name are one entry.
    pub fn words(&self, properties: &[Property]) -> Vec<TranslatedKey> {
        let mut all = Vec::new();
        for property in properties {
            let Some(value) = self.get(&property.key) else { continue };
            match &property.value {
                ValueType::Map(item) => {
                    for (name, value) in value.entries() {
                        let key = [&property.key, ".", name.as_str()].concat();
                        push(&mut all, key, name.span, lines(value, item, property.translated));
                    }
                }
                value_type => {
                    let lines = lines(value, value_type, property.translated);
                    push(&mut all, property.key.clone(), value.span, lines);
                }
            }
        }
        all
    }
}

fn push(all: &mut Vec<TranslatedKey>, name: String, span: Span, lines: Vec<&str>) {
    let text = lines.join("\n");
    if !text.is_empty() {
        all.push(TranslatedKey { name: name.into(), span, text: text.into() });
    }
}

/// Returns the translated texts of `value`, which has the type `value_type`.
pub(super) fn lines<'v>(
    value: &'v CheckedValue,
    value_type: &ValueType,
    translated: bool,
) -> Vec<&'v str> {
    match value_type {
        ValueType::Text { .. } if translated => vec![value.as_str()],
        ValueType::List { item, .. } => {
            value.items().iter().flat_map(|value| lines(value, item, translated)).collect()
        }
        ValueType::Table(properties) => {
            let of_property = |property: &Property| {
                let value = value.get(&property.key)?;
                Some(lines(value, &property.value, property.translated))
            };
            properties.iter().filter_map(of_property).flatten().collect()
        }
        ValueType::Map(item) => {
            value.entries().iter().flat_map(|(_, value)| lines(value, item, translated)).collect()
        }
        ValueType::Text { .. }
        | ValueType::Choice(_)
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date => Vec::new(),
    }
}
