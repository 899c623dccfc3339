//! The structure that must be the same in a translation, as flat lists of parts. It contains
//! everything that is declared; of words, only whether they are there.

use crate::{
    schema::{CheckedValue, Property, ValueType},
    span::{At, Span},
};

/// The parts of a diagram: the diagram itself, and those in its lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedStructure {
    pub whole: SharedPart,
    pub lists: Vec<SharedList>,
}

/// The name of a list, and its parts.
pub type SharedList = (&'static str, Vec<SharedPart>);

/// A node of a diagram, or the diagram itself, with everything that must be equal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedPart {
    pub id: At<String>,
    pub values: Vec<SharedValue>,
}

/// The value of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedValue {
    pub key: String,
    pub written: WrittenValue,
    /// The place of the value in the file, if it is written.
    pub place: Option<Span>,
    /// Another key whose difference would also cause one here: then only that is reported.
    pub follows: Option<&'static str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WrittenValue {
    /// A value in its written form.
    Is(String),
    /// True if there are words.
    Words(bool),
}

impl SharedPart {
    /// Returns the place of the value of `key`.
    pub fn place(&self, key: &str) -> Option<Span> {
        self.values.iter().find(|value| value.key == key)?.place
    }
}

impl SharedValue {
    /// Creates a value from its written form.
    pub fn new(key: &str, written: String) -> SharedValue {
        let written = WrittenValue::Is(written);
        SharedValue { key: key.to_owned(), written, place: None, follows: None }
    }
}

/// Returns the structure of the diagram `checked`. `links` returns the destinations of a part,
/// given the name of its list and its position, if they are not the value of a single key.
pub fn structure(
    checked: &CheckedValue,
    properties: &'static [Property],
    links: impl Fn(&str, usize) -> Vec<SharedValue>,
) -> SharedStructure {
    let lists = properties.iter().filter(|property| !property.once).filter_map(|property| {
        let parts = properties_of_parts(property)?;
        let items = checked.get(&property.key).map_or(&[][..], CheckedValue::items);
        let parts = items.iter().enumerate().map(|(at, item)| {
            let mut part = part(item, parts);
            for link in links(&property.key, at) {
                let place = link.place.or(part.place(&link.key));
                part.values.retain(|value| value.key != link.key);
                part.values.push(SharedValue { place, ..link });
            }
            part
        });
        Some((&*property.key, parts.collect()))
    });
    let lists = lists.collect();
    let is_own = |property: &&Property| !matches!(property.value, ValueType::List { .. });
    SharedStructure { lists, whole: part(checked, properties.iter().filter(is_own)) }
}

/// Returns the ids of all parts.
pub fn ids(checked: &CheckedValue, properties: &[Property]) -> Vec<At<String>> {
    let lists = properties.iter().filter(|property| properties_of_parts(property).is_some());
    let items = lists.filter_map(|list| Some(checked.get(&list.key)?.items()));
    items.flatten().map(id).collect()
}

/// Returns the keys of the parts of a list, if the parts have ids.
fn properties_of_parts(property: &Property) -> Option<&[Property]> {
    let ValueType::List { item, .. } = &property.value else { return None };
    let ValueType::Table(properties) = &**item else { return None };
    properties.iter().any(|property| property.key == "id").then_some(properties)
}

fn id(part: &CheckedValue) -> At<String> {
    let id = part.get("id");
    At {
        value: id.map_or("", CheckedValue::as_str).to_owned(),
        span: id.map_or(part.span, |id| id.span),
    }
}

fn part<'p>(
    table: &CheckedValue,
    properties: impl IntoIterator<Item = &'p Property>,
) -> SharedPart {
    let mut part = SharedPart { id: id(table), values: Vec::new() };
    let is_compared = |property: &&Property| property.key != "id" && !property.once;
    for property in properties.into_iter().filter(is_compared) {
        add(&mut part.values, "", property, table.get(&property.key));
    }
    part
}

/// Adds the value of a key; for a table, the values of its keys.
fn add(
    values: &mut Vec<SharedValue>,
    prefix: &str,
    property: &Property,
    value: Option<&CheckedValue>,
) {
    let key = [prefix, &*property.key].concat();
    let written = match &property.value {
        ValueType::Table(properties) => {
            let prefix = [&*key, "."].concat();
            for inner in properties.iter().filter(|property| !property.once) {
                add(values, &prefix, inner, value.and_then(|value| value.get(&inner.key)));
            }
            return;
        }
        ValueType::Text { .. } if property.translated && property.required => return,
        ValueType::Text { .. } if property.translated => WrittenValue::Words(value.is_some()),
        value_type => WrittenValue::Is(value.map_or_else(
            || default(property),
            |value| written_form(value, value_type, property.translated),
        )),
    };
    let place = value.map(|value| value.span);
    values.push(SharedValue { key, written, place, follows: None });
}

/// Returns the value of a key that is left out.
fn default(property: &Property) -> String {
    let default = property.default.as_ref().and_then(|default| default.as_str());
    default.unwrap_or("–").to_owned()
}

/// Returns a value in its written form. For a list of words it is their number, for maps everything
/// except words.
fn written_form(value: &CheckedValue, value_type: &ValueType, translated: bool) -> String {
    match value_type {
        ValueType::List { .. } if translated => format!("×{}", value.items().len()),
        ValueType::List { item, .. } => match &**item {
            ValueType::Table(properties) => form_of_tables(value.items(), properties),
            _ => quoted(value.items().iter().map(CheckedValue::as_str)),
        },
        ValueType::Map(_) => {
            let mut entries: Vec<_> = value.entries().iter().collect();
            entries.sort_by(|(a, _), (b, _)| a.as_str().cmp(b.as_str()));
            let entry = |(name, value): &&(CheckedValue, CheckedValue)| {
                format!("{} = {}", name.as_str(), value.scalar())
            };
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        _ => value.scalar().into_owned(),
    }
}

/// Returns the written form of a list of tables: their values, and which of their words are there.
fn form_of_tables(items: &[CheckedValue], properties: &[Property]) -> String {
    let count = format!("×{}", items.len());
    let all: Vec<String> = items.iter().flat_map(|item| compared(item, properties)).collect();
    let words = |one: &String| properties.iter().any(|it| it.translated && it.key == **one);
    let list = || quoted(all.iter().map(String::as_str));
    match (all.is_empty(), all.iter().all(words)) {
        (true, _) => count,
        // Where no value is written, their number is compared too.
        (false, true) => [&count, " ", &list()].concat(),
        (false, false) => list(),
    }
}

/// Returns the values of a table, and the names of its optional words.
fn compared<'c>(
    item: &'c CheckedValue,
    properties: &'c [Property],
) -> impl Iterator<Item = String> + 'c {
    properties.iter().filter_map(|property| {
        let value = item.get(&property.key)?;
        match (property.translated, property.required) {
            (true, true) => None,
            (true, false) => Some(property.key.to_string()),
            (false, _) => Some(value.scalar().into_owned()),
        }
    })
}

/// Returns names in the written form of a list.
pub fn quoted<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("\"{name}\"")).collect();
    format!("[{}]", quoted.join(", "))
}
