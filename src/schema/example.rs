//! Writes a key in the way an editor would, for the examples in messages.

use serde_json::Value as Json;

use super::{Property, ValueType};

impl Property {
    /// Returns a line that sets the key, or the line of its table.
    pub fn example(&self) -> String {
        match (&self.example, &self.value) {
            (Some(example), _) => format!("{} = {}", self.key, toml(example)),
            (None, ValueType::List { item, .. }) if item.is_table() => format!("[[{}]]", self.key),
            (None, ValueType::Table(properties)) if !properties.iter().any(|p| p.required) => {
                format!("[{}]", self.key)
            }
            (None, value) => format!("{} = {}", self.key, value.sample()),
        }
    }
}

impl ValueType {
    pub(super) fn is_table(&self) -> bool {
        matches!(self, ValueType::Table(_) | ValueType::Map(_))
    }

    /// Returns a sample value.
    pub(super) fn sample(&self) -> String {
        match self {
            ValueType::Text { .. } => "\"…\"".to_owned(),
            ValueType::Choice(names) => {
                format!("\"{}\"", names.first().map_or("…", |choice| &choice.name))
            }
            ValueType::Boolean => "true".to_owned(),
            ValueType::Integer { least, most } => 1.clamp(*least, *most).to_string(),
            ValueType::Date => "2026-11-22".to_owned(),
            ValueType::List { item, .. } => format!("[{}]", item.sample()),
            ValueType::Map(item) => format!("{{ … = {} }}", item.sample()),
            ValueType::Table(properties) => {
                let required = properties.iter().filter(|property| property.required);
                format!("{{ {} }}", required.map(Property::example).collect::<Vec<_>>().join(", "))
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
