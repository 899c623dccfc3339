//! Reads the TOML that editors write, by the declaration of the type that it becomes.
//!
//! A type that derives `Deserialize` and `JsonSchema` declares its keys: their doc
//! comments are their English sentences (the Korean ones stand in `ko.ftl`, by
//! [`Property::id`]), and attributes say the rest:
//!
//! | attribute of a field | meaning |
//! |---|---|
//! | `#[schemars(range(min = 1, max = 5))]` | a whole number between the two |
//! | `#[schemars(length(min = 2, max = 6))]` | how many entries a list takes |
//! | `#[schemars(extend("format" = "id"))]` | a text in the form of one of the [`Format`]s |
//! | `#[schemars(extend("x-translated" = true))]` | words, which each language has in its own |
//! | `#[schemars(extend("x-shared" = true))]` | written in the source language's file only |
//! | `#[schemars(extend("x-once" = true))]` | a list that a translation has in its own way, or leaves to its source |
//! | `#[schemars(example = …)]` | what messages suggest to write |
//! | no `#[serde(default)]` and no `Option` | the key must be there |
//!
//! On a struct, `extend("x-drawn" = true)` says that its translated words are drawn and
//! must be visible, and `extend("x-name" = "…")` begins the ids of its keys anew, for
//! structs that stand in several places.
//!
//! [`Declaration::check`] walks through a parsed table once, reports every problem, and returns
//! a [`CheckedValue`] without the bad values, with stand-ins for missing required keys. After
//! that, [`CheckedValue::read`] cannot fail to make the declared type of it. Only dates have no
//! stand-in, so a required date is an `Option` whose schema is [`CalendarDate`].
//! [`CheckedValue::words`] lists the translated words.

mod block;
mod characters;
mod check;
mod declaration;
mod example;
mod named;
mod read;
mod remarks;
mod sentence;
mod syntax;
mod text;
mod unclosed;
mod value;
mod words;

pub use block::{FileRole, TomlBlock};
pub use characters::plain_toml;
pub use declaration::{ChoiceName, Declaration, Format, Property, ValueType};
pub use example::toml;
pub use named::{CalendarDate, NamedEntries, NamedEntry};
pub use syntax::parse_block;
pub use text::id_format;
pub use value::CheckedValue;
pub use words::TranslatedKey;
