//! Reads TOML tables field by field: front matter, settings and data blocks.
//!
//! Deserialising into a struct would stop at the first problem and lose its
//! place. This reader takes what it can, reports every other key, and knows
//! which keys belong to the source language alone.

mod values;

use serde_spanned::Spanned;
use toml::de::DeTable;

pub use crate::schema::{FileRole as Role, TomlBlock as Block, parse_block};
pub use values::{FromToml, blank, named_values};

use crate::{
    diag::{Code, Diagnostic, closest},
    span::{At, Span},
};
use values::{as_table, mismatch};

/// One table, being read. Call [`Fields::finish`] last: it reports unknown keys.
pub struct Fields<'t, 'b, 'a> {
    table: &'t DeTable<'t>,
    /// Where a problem of the whole table is shown.
    span: Span,
    /// ` ([items.drafting])`, or nothing at the top.
    place: String,
    known: Vec<&'static str>,
    /// What is not there, until it is known which keys are mistyped.
    missing: Vec<(&'static str, Diagnostic)>,
    pub block: &'b mut Block<'a>,
}

impl<'t, 'b, 'a> Fields<'t, 'b, 'a> {
    /// Reads `table`, called `name` (dotted; empty for the top).
    pub fn new(
        table: &'t Spanned<DeTable<'t>>,
        name: &str,
        span: Span,
        block: &'b mut Block<'a>,
    ) -> Self {
        let place = if name.is_empty() { String::new() } else { format!(" ([{name}])") };
        Fields {
            table: table.get_ref(),
            span,
            place,
            known: Vec::new(),
            missing: Vec::new(),
            block,
        }
    }

    fn sub(table: &'t DeTable<'t>, name: &str, span: Span, block: &'b mut Block<'a>) -> Self {
        Fields {
            table,
            span,
            place: format!(" ([{name}])"),
            known: Vec::new(),
            missing: Vec::new(),
            block,
        }
    }

    /// The value of `key` where it is set and right.
    pub fn optional<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        self.known.push(key);
        let value = self.table.get(key)?;
        T::from_toml(key, value, self.block)
    }

    /// As [`Fields::optional`], and its absence is reported.
    pub fn required<T: FromToml>(&mut self, key: &'static str) -> Option<T> {
        if !self.table.contains_key(key) {
            self.report_missing(key, T::example(key));
        }
        self.optional(key)
    }

    /// Reads the sub-table `key` with `read`, where there is one.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields) -> T,
    ) -> Option<T> {
        self.known.push(key);
        let value = self.table.get(key)?;
        let span = self.block.span(value.span());
        let table = as_table(key, value, self.block)?;
        let mut fields = Fields::sub(table, key, span, self.block);
        let read = read(&mut fields);
        fields.finish();
        Some(read)
    }

    /// A table whose keys are names and whose values are all alike.
    pub fn map<T: FromToml>(&mut self, key: &'static str) -> Option<Vec<(At<String>, T)>> {
        self.known.push(key);
        named_values(key, self.table.get(key)?, self.block)
    }

    /// Reads each entry of the array of tables `key` (`[[steps]]`, or a list of
    /// inline tables) with `read`, which also learns where the entry stands.
    /// That the list is missing is reported.
    pub fn list<T>(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut Fields, Span) -> T,
    ) -> Vec<T> {
        self.known.push(key);
        let Some(value) = self.table.get(key) else {
            self.report_missing(key, format!("[[{key}]]"));
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            mismatch::<()>(key, "type-list", &format!("[[{key}]]"), value, self.block);
            return Vec::new();
        };
        let mut all = Vec::with_capacity(list.len());
        for (at, entry) in list.iter().enumerate() {
            let span = self.block.span(entry.span());
            let Some(entry) = as_table(key, entry, self.block) else { continue };
            let mut fields = Fields::sub(entry, key, span, self.block);
            fields.place = format!(" ([[{key}]] {})", at + 1);
            all.push(read(&mut fields, span));
            fields.finish();
        }
        all
    }

    /// As [`Fields::list`], where the list may be left out.
    pub fn optional_list<T>(
        &mut self,
        key: &'static str,
        read: impl FnMut(&mut Fields, Span) -> T,
    ) -> Vec<T> {
        if self.table.contains_key(key) {
            return self.list(key, read);
        }
        self.known.push(key);
        Vec::new()
    }

    /// Whether `key` is written at all.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether `name` is written in the table `key`.
    pub fn has_in(&self, key: &str, name: &str) -> bool {
        let table = self.table.get(key).and_then(|value| value.get_ref().as_table());
        table.is_some_and(|table| table.contains_key(name))
    }

    /// Where the value of `key` stands, or the table where it is not written.
    pub fn span_of(&self, key: &str) -> Span {
        self.table.get(key).map_or(self.span, |value| self.block.span(value.span()))
    }

    /// Reports that `key` is not there.
    pub fn report_missing(&mut self, key: &'static str, example: String) {
        if !self.block.damaged.is_empty() {
            return;
        }
        let missing = Diagnostic::new(Code::MissingKey, self.span)
            .arg("key", key)
            .arg("where", self.place.clone())
            .arg("example", example);
        self.missing.push((key, missing));
    }

    /// Ends reading early: what is missing is reported, and no key is called unknown.
    pub fn abandon(self) {
        self.missing.into_iter().for_each(|(_, missing)| self.block.report(missing));
    }

    /// Reports the keys that nobody asked for, and those that are missing unless one
    /// of the former was probably meant to be it.
    pub fn finish(mut self) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if self.known.contains(&name) {
                continue;
            }
            let span = self.block.span(key.span());
            let unknown = Diagnostic::new(Code::UnknownKey, span)
                .arg("key", name)
                .arg("where", self.place.clone())
                .arg("known", self.known.join(", "));
            let misplaced = !self.place.is_empty() && TOP_LEVEL.contains(&name);
            let meant = closest(name, self.known.iter().copied()).filter(|_| !misplaced);
            self.missing.retain(|(key, _)| meant.as_deref() != Some(*key));
            self.block.report(match misplaced {
                true => unknown.hint("misplaced"),
                false => unknown.suggest(name, self.known.iter().copied()),
            });
        }
        self.abandon();
    }
}

/// Reports a word that is not one of `known`.
pub fn report_unknown_value(
    fields: &mut Fields,
    key: &'static str,
    written: &At<String>,
    known: &[&str],
) {
    fields.block.report(
        Diagnostic::new(Code::UnknownValue, written.span)
            .arg("found", &*written.value)
            .arg("key", key)
            .arg("known", known.join(", "))
            .suggest(&written.value, known.iter().copied()),
    );
}

/// Keys that stand above all tables: TOML takes one that is written below a
/// table's line for that table's own.
const TOP_LEVEL: &[&str] = &[
    "aliases",
    "audience",
    "base_url",
    "description",
    "draft",
    "evidence",
    "feed_id",
    "first_base_url",
    "highlights",
    "minify",
    "navigation",
    "order",
    "path",
    "precompress",
    "preview_images",
    "published",
    "related",
    "released",
    "retired",
    "reviewer",
    "source_language",
    "title",
    "topic",
    "translation_notice",
    "updated",
    "version",
];
