//! The keys that a type declares, compiled once from its JSON Schema.

use schemars::{
    Schema, SchemaGenerator,
    generate::SchemaSettings,
    transform::{RecursiveTransform, Transform},
};
use serde_json::{Map, Value as Json};

use crate::{diag::Diagnostic, span::Span};

/// A format that a text must have.
pub struct Format {
    /// The value of `format` in the schema.
    pub name: &'static str,
    /// Checks the text of a key at a place, and returns its problem.
    pub problem: fn(text: &str, key: &str, at: Span) -> Option<Diagnostic>,
    /// A valid text, as a stand-in for a required one.
    pub stand_in: &'static str,
}

/// The declaration of everything that may be written in one kind of block.
pub struct Declaration {
    pub properties: Vec<Property>,
    /// The JSON Schema, with descriptions in English.
    pub json: Json,
    formats: &'static [Format],
}

/// A key, and the values that it may have.
pub struct Property {
    pub key: String,
    /// The name of the key's sentence in the catalogs: `settings-publisher-name`.
    pub id: String,
    /// The key's sentence in English.
    pub description: String,
    pub value: ValueType,
    pub required: bool,
    /// True if it is written in the source language's file only.
    pub shared: bool,
    /// True for words, which the ledger tracks.
    pub translated: bool,
    /// True if a translation may have its own value, or leave it to its source.
    pub once: bool,
    /// The first of the schema's examples.
    pub example: Option<Json>,
    /// The name that stands in examples for an entry of this table.
    pub entry: Option<String>,
    /// The value if the key is left out.
    pub default: Option<Json>,
}

/// The type of a key's value.
pub enum ValueType {
    /// One line of text. A text that is drawn must consist of visible characters.
    Text {
        format: Option<&'static Format>,
        drawn: bool,
    },
    Choice(Vec<ChoiceName>),
    Boolean,
    Integer {
        least: i64,
        most: i64,
    },
    Date,
    List {
        item: Box<ValueType>,
        least: usize,
        most: usize,
    },
    Table(Vec<Property>),
    /// A table whose keys are names; all values have the same type.
    Map(Box<ValueType>),
}

/// One of the names that a value can be chosen from.
pub struct ChoiceName {
    pub name: String,
    pub id: String,
    pub description: String,
}

impl Declaration {
    /// Compiles the keys of the type with this `schema` (its `json_schema`). The ids of the
    /// keys' sentences begin with `name`.
    pub fn new(
        name: &str,
        formats: &'static [Format],
        schema: impl FnOnce(&mut SchemaGenerator) -> Schema,
    ) -> Declaration {
        let json = inlined(schema);
        let compiler = Compiler { formats, drawn: json["x-drawn"] == true };
        Declaration { properties: compiler.properties(&json, name), json, formats }
    }

    /// Compiles the keys of a type that the program writes. Programs that read it must expect
    /// unknown keys.
    pub fn of_output(
        name: &str,
        schema: impl FnOnce(&mut SchemaGenerator) -> Schema,
    ) -> Declaration {
        let inline = |settings: &mut SchemaSettings| settings.inline_subschemas = true;
        let settings = SchemaSettings::draft2020_12().for_serialize().with(inline);
        let mut schema = schema(&mut settings.into_generator());
        RecursiveTransform(fit_to_toml).transform(&mut schema);
        RecursiveTransform(open).transform(&mut schema);
        let json = schema.to_value();
        let compiler = Compiler { formats: &[], drawn: false };
        Declaration { properties: compiler.properties(&json, name), json, formats: &[] }
    }

    /// Adds the keys of another type, for a table that has those of both.
    pub fn and(
        mut self,
        name: &str,
        schema: impl FnOnce(&mut SchemaGenerator) -> Schema,
    ) -> Declaration {
        let other = Declaration::new(name, self.formats, schema);
        self.properties.extend(other.properties);
        merge(&mut self.json, other.json);
        self
    }
}

/// Adds the properties and the required keys of `other`.
fn merge(json: &mut Json, other: Json) {
    if let (Some(into), Json::Object(other)) =
        (json["properties"].as_object_mut(), &other["properties"])
    {
        into.extend(other.clone());
    }
    let required = [&json["required"], &other["required"]].into_iter();
    let required: Vec<Json> = required.filter_map(Json::as_array).flatten().cloned().collect();
    json["required"] = required.into();
}

fn inlined(schema: impl FnOnce(&mut SchemaGenerator) -> Schema) -> Json {
    let inline = |settings: &mut SchemaSettings| settings.inline_subschemas = true;
    let mut generator = SchemaSettings::draft2020_12().with(inline).into_generator();
    let mut schema = schema(&mut generator);
    RecursiveTransform(fit_to_toml).transform(&mut schema);
    schema.to_value()
}

/// Removes `null`, which TOML does not have, and forbids undeclared keys in tables with
/// declared ones.
fn fit_to_toml(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Json::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Json::Array(values)) = object.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    if let Some(Json::Array(mut any)) = object.remove("anyOf") {
        any.retain(|schema| schema["type"] != "null");
        for inner in any.into_iter().filter_map(|schema| schema.as_object().cloned()) {
            for (key, value) in inner {
                object.entry(key).or_insert(value);
            }
        }
    }
    if let Some(Json::Object(default)) = object.get_mut("default") {
        default.retain(|_, value| !value.is_null());
    }
    let is_nothing = |default: &Json| default.is_null() || *default == Json::Object(Map::new());
    if object.get("default").is_some_and(is_nothing) {
        object.remove("default");
    }
    if object.contains_key("properties") {
        object.insert("additionalProperties".to_owned(), Json::Bool(false));
    }
}

/// Allows undeclared keys in tables.
fn open(schema: &mut Schema) {
    let is_closed = schema.get("additionalProperties") == Some(&Json::Bool(false));
    if let Some(object) = schema.as_object_mut().filter(|_| is_closed) {
        object.remove("additionalProperties");
    }
}

/// Compiles one schema.
struct Compiler {
    formats: &'static [Format],
    drawn: bool,
}

impl Compiler {
    fn properties(&self, schema: &Json, id: &str) -> Vec<Property> {
        let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
        let id = schema["x-name"].as_str().unwrap_or(id);
        let declared: Option<&Map<String, Json>> = schema["properties"].as_object();
        let property = |(key, schema): (&String, &Json)| Property {
            required: required.contains(&Json::String(key.clone())),
            ..self.property(key, schema, &[id, "-", key].concat())
        };
        declared.into_iter().flatten().map(property).collect()
    }

    fn property(&self, key: &str, schema: &Json, id: &str) -> Property {
        let translated = schema["x-translated"] == true;
        Property {
            key: key.to_owned(),
            id: id.to_owned(),
            description: description(schema),
            value: self.value_type(schema, id, self.drawn && translated),
            required: false,
            shared: schema["x-shared"] == true,
            translated,
            once: schema["x-once"] == true,
            example: schema["examples"].get(0).cloned(),
            entry: schema["x-entry"].as_str().map(str::to_owned),
            default: schema.get("default").cloned(),
        }
    }

    fn value_type(&self, schema: &Json, id: &str, drawn: bool) -> ValueType {
        if let Some(choices) = choices(schema, id) {
            return ValueType::Choice(choices);
        }
        match schema["type"].as_str() {
            Some("boolean") => ValueType::Boolean,
            Some("integer") => integer(schema),
            Some("array") => ValueType::List {
                item: Box::new(self.value_type(&schema["items"], id, drawn)),
                least: schema["minItems"].as_u64().map_or(0, |n| n as usize),
                most: schema["maxItems"].as_u64().map_or(usize::MAX, |n| n as usize),
            },
            Some("object") if schema["properties"].is_object() => {
                ValueType::Table(self.properties(schema, id))
            }
            Some("object") => ValueType::Map(Box::new(self.value_type(
                &schema["additionalProperties"],
                id,
                drawn,
            ))),
            _ => self.text(schema, drawn),
        }
    }

    fn text(&self, schema: &Json, drawn: bool) -> ValueType {
        let format = schema["format"].as_str();
        if format == Some("date") {
            return ValueType::Date;
        }
        let format = self.formats.iter().find(|other| Some(other.name) == format);
        ValueType::Text { format, drawn }
    }
}

fn integer(schema: &Json) -> ValueType {
    ValueType::Integer {
        least: schema["minimum"].as_i64().unwrap_or(i64::MIN),
        most: schema["maximum"].as_i64().unwrap_or(i64::MAX),
    }
}

/// Returns the names of a closed list of values.
fn choices(schema: &Json, id: &str) -> Option<Vec<ChoiceName>> {
    let id = schema["x-name"].as_str().unwrap_or(id);
    let choice = |name: &Json, description: String| {
        let name = name.as_str()?.to_owned();
        Some(ChoiceName { id: [id, "-", &name].concat(), name, description })
    };
    let alone = schema["enum"].as_array().into_iter().flatten();
    let documented = schema["oneOf"].as_array().into_iter().flatten();
    let all: Vec<ChoiceName> = documented
        .flat_map(|schema| match schema["enum"].as_array() {
            Some(names) => names.iter().filter_map(|name| choice(name, String::new())).collect(),
            None => Vec::from_iter(choice(&schema["const"], description(schema))),
        })
        .chain(alone.filter_map(|name| choice(name, String::new())))
        .collect();
    (!all.is_empty()).then_some(all)
}

/// Returns the description on one line.
fn description(schema: &Json) -> String {
    let words = schema["description"].as_str().unwrap_or_default().split_whitespace();
    words.collect::<Vec<_>>().join(" ")
}
