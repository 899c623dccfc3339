//! The sentences of keys in both languages, and the JSON Schema that shows them.

use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use serde_json::Value as Json;

use super::{ChoiceName, Declaration, Property, ValueType};
use crate::{
    fluent::{MessageBundle, bundle},
    lang::Lang,
};

/// The catalog is part of the program: a test ensures that it parses and is complete.
static KOREAN: LazyLock<MessageBundle> = LazyLock::new(|| {
    let resource = FluentResource::try_new(include_str!("ko.ftl").to_owned());
    bundle(Lang::Ko, resource.unwrap_or_else(|(read, _)| read))
});

impl Property {
    /// Returns the sentence that describes the key.
    pub fn sentence(&self, lang: Lang) -> String {
        sentence(&self.id, &self.description, lang)
    }
}

impl ChoiceName {
    /// Returns the sentence that describes the value.
    pub fn sentence(&self, lang: Lang) -> String {
        sentence(&self.id, &self.description, lang)
    }
}

fn sentence(id: &str, english: &str, lang: Lang) -> String {
    match lang {
        Lang::En => english.to_owned(),
        Lang::Ko => {
            // Keys that several kinds of page have may share a sentence.
            let shared = || KOREAN.get_message(&["kinds-", id.split_once('-')?.1].concat());
            let message = KOREAN.get_message(id).or_else(shared);
            let pattern = message.and_then(|message| message.value());
            pattern
                .map(|pattern| KOREAN.format_pattern(pattern, None, &mut Vec::new()).into_owned())
                .unwrap_or_default()
        }
    }
}

impl Declaration {
    /// Returns the JSON Schema (draft 2020-12) with descriptions in `lang`, to be put into
    /// another schema.
    pub fn json_schema(&self, lang: Lang) -> Json {
        let mut json = self.json.clone();
        describe(&mut json, &self.properties, lang);
        json
    }
}

/// Adds the sentences of `properties` to the schema of their table.
fn describe(table: &mut Json, properties: &[Property], lang: Lang) {
    if let Some(table) = table.as_object_mut() {
        // Title and description of the table would describe the Rust type.
        table.retain(|key, _| !matches!(key.as_str(), "title" | "description" | "x-name"));
    }
    for property in properties {
        let Some(json) = table["properties"].get_mut(&property.key) else { continue };
        describe_type(json, &property.value, lang);
        json["description"] = property.sentence(lang).into();
    }
}

fn describe_type(json: &mut Json, value: &ValueType, lang: Lang) {
    match value {
        ValueType::Table(properties) => describe(json, properties, lang),
        ValueType::List { item, .. } => describe_type(&mut json["items"], item, lang),
        ValueType::Map(item) => describe_type(&mut json["additionalProperties"], item, lang),
        ValueType::Choice(choices) => describe_choices(json, choices, lang),
        ValueType::Text { .. }
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date => {}
    }
}

fn describe_choices(json: &mut Json, choices: &[ChoiceName], lang: Lang) {
    for json in json["oneOf"].as_array_mut().into_iter().flatten() {
        let choice = choices.iter().find(|choice| json["const"] == choice.name.as_str());
        if let Some(choice) = choice {
            json["description"] = choice.sentence(lang).into();
        }
    }
}
