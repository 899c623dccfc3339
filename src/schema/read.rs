//! A `serde` deserializer that makes the declared type of a checked value.

use std::slice::Iter;

use serde::{
    Deserializer,
    de::{
        DeserializeOwned, DeserializeSeed, Error as _, IntoDeserializer, MapAccess, SeqAccess,
        Visitor,
        value::{Error, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

use super::value::{CheckedValue, ValueData};
use crate::span::AT_STRUCT;

impl CheckedValue<'_> {
    /// Returns the value as the declared type. It falls back to the default only if the
    /// declaration has a mistake, which tests look for.
    pub fn read<T: DeserializeOwned + Default>(&self) -> T {
        let read = T::deserialize(self);
        debug_assert!(read.is_ok(), "{:?}", read.err());
        read.unwrap_or_default()
    }
}

impl<'de> Deserializer<'de> for &'de CheckedValue<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.data {
            ValueData::Text(text) => visitor.visit_borrowed_str(text),
            ValueData::Integer(number) => visitor.visit_i64(*number),
            ValueData::Boolean(flag) => visitor.visit_bool(*flag),
            ValueData::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            ValueData::Table(entries) => {
                visitor.visit_map(EntryAccess { entries: entries.iter(), value: None })
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        match name {
            AT_STRUCT => visitor.visit_seq(PlaceAccess { value: Some(self), place: 0 }),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_enum(self.as_str().into_deserializer())
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Error> for &'de CheckedValue<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// The entries of a table.
struct EntryAccess<'de> {
    entries: Iter<'de, (CheckedValue<'de>, CheckedValue<'de>)>,
    value: Option<&'de CheckedValue<'de>>,
}

impl<'de> MapAccess<'de> for EntryAccess<'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.value.take().ok_or_else(|| Error::custom("no value"))?)
    }
}

/// The parts of an `At`: a value, then its file, its start and its end.
struct PlaceAccess<'de> {
    value: Option<&'de CheckedValue<'de>>,
    place: usize,
}

impl<'de> SeqAccess<'de> for PlaceAccess<'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(value) = self.value else { return Ok(None) };
        let span = value.span;
        self.place += 1;
        match self.place {
            1 => seed.deserialize(value).map(Some),
            2 => seed.deserialize(span.source.0.into_deserializer()).map(Some),
            3 => seed.deserialize(span.start.into_deserializer()).map(Some),
            4 => seed.deserialize(span.end.into_deserializer()).map(Some),
            _ => Ok(None),
        }
    }
}
