//! The examples in messages: `draft = true`, as an editor would write it.

use serde_json::Value as Json;

use super::{Property, ValueType};
use crate::lang::Lang;

impl Property {
    /// Returns a line that sets the key; for a table, the line that begins it.
    pub fn example_line(&self) -> String {
        match (&self.example, &self.value) {
            (Some(example), _) => format!("{} = {}", self.key, toml(example)),
            (None, ValueType::List { item, .. }) if item.is_table() => format!("[[{}]]", self.key),
            (None, ValueType::Table(properties)) if !properties.iter().any(is_shown) => {
                format!("[{}]", self.key)
            }
            (None, value) => format!("{} = {}", self.key, value.example_value()),
        }
    }
}

/// Returns whether an example of a table has the key: one that it needs, or a language.
fn is_shown(property: &Property) -> bool {
    property.required || Lang::ALL.iter().any(|lang| lang.code() == property.key)
}

impl ValueType {
    pub(super) fn is_table(&self) -> bool {
        matches!(self, ValueType::Table(_) | ValueType::Map(_))
    }

    /// Returns a value of this type.
    pub(super) fn example_value(&self) -> String {
        match self {
            ValueType::Text { .. } => "\"…\"".to_owned(),
            ValueType::Choice(names) => {
                format!("\"{}\"", names.first().map_or("…", |choice| &choice.name))
            }
            ValueType::Boolean => "true".to_owned(),
            ValueType::Integer { least, most } => 1.clamp(*least, *most).to_string(),
            ValueType::Date => "2026-11-22".to_owned(),
            ValueType::List { item, .. } => format!("[{}]", item.example_value()),
            ValueType::Map(item) => format!("{{ … = {} }}", item.example_value()),
            ValueType::Table(properties) => {
                let shown = properties.iter().filter(|property| is_shown(property));
                format!(
                    "{{ {} }}",
                    shown.map(Property::example_line).collect::<Vec<_>>().join(", ")
                )
            }
        }
    }
}

/// Returns `json` as TOML on one line.
pub fn toml(json: &Json) -> String {
    match json {
        Json::Array(items) => {
            format!("[{}]", items.iter().map(toml).collect::<Vec<_>>().join(", "))
        }
        Json::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key} = {}", toml(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => json.to_string(),
    }
}
