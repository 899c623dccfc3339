//! Types for the declarations of tables whose keys are names, and of dates.

use std::{borrow::Cow, collections::BTreeMap, fmt, marker::PhantomData, ops::Deref};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};

use crate::span::At;

/// The entries of a table whose keys are names, in the order of writing.
#[derive(Clone, Debug)]
pub struct NamedEntries<T>(Vec<NamedEntry<T>>);

/// An entry of such a table.
#[derive(Clone, Debug)]
pub struct NamedEntry<T> {
    pub id: At<String>,
    pub value: T,
}

impl<T> NamedEntries<T> {
    /// Returns the entry of the name `id`.
    pub fn named(&self, id: &str) -> Option<&T> {
        self.iter().find(|entry| entry.id.value == id).map(|entry| &entry.value)
    }
}

impl<T> Default for NamedEntries<T> {
    fn default() -> Self {
        NamedEntries(Vec::new())
    }
}

impl<T> Deref for NamedEntries<T> {
    type Target = [NamedEntry<T>];

    fn deref(&self) -> &[NamedEntry<T>] {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for NamedEntries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(NamedVisitor(PhantomData))
    }
}

struct NamedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NamedVisitor<T> {
    type Value = NamedEntries<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a table of names")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NamedEntries<T>, A::Error> {
        let mut entries = Vec::new();
        while let Some((id, value)) = map.next_entry()? {
            entries.push(NamedEntry { id, value });
        }
        Ok(NamedEntries(entries))
    }
}

impl<T: JsonSchema> JsonSchema for NamedEntries<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, T>::json_schema(generator)
    }
}

/// The schema of a date without a time.
pub enum CalendarDate {}

impl JsonSchema for CalendarDate {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}
