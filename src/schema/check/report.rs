//! The problems that a check reports.

use std::ops::RangeInclusive;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Checker, Place};
use crate::{
    diag::{Code, Diagnostic, closest},
    schema::{ChoiceName, Property},
    span::Span,
};

impl Checker<'_, '_> {
    /// Reports a list with more or fewer entries than it may have; if there are more, at the
    /// first surplus one.
    pub(super) fn check_count(
        &mut self,
        key: &str,
        at: &Spanned<DeValue>,
        count: usize,
        range: RangeInclusive<usize>,
    ) {
        if range.contains(&count) {
            return;
        }
        let problem = Diagnostic::new(Code::WrongCount, self.block.span(at.span()))
            .arg("key", key)
            .arg("found", count.to_string())
            .arg("least", range.start().to_string())
            .arg("most", range.end().to_string());
        let few = count < *range.start();
        self.block.is_too_long |= !few;
        self.block.report(if few { problem.hint("few") } else { problem });
    }

    /// Reports a value of the wrong type. Returns `None`, which the caller can return as well.
    pub(super) fn mismatch<T>(
        &mut self,
        key: &str,
        expected: &'static str,
        example: String,
        value: &Spanned<DeValue>,
    ) -> Option<T> {
        if !self.block.is_damaged(&value.span()) {
            let example = self.with_entries(example);
            self.block.report(
                Diagnostic::new(Code::WrongType, self.block.span(value.span()))
                    .arg("key", key)
                    .phrase("expected", expected)
                    .phrase("found", type_name(value.get_ref()))
                    .arg("example", example),
            );
        }
        None
    }

    /// Reports a shared key in a translation.
    pub(super) fn refuse(&mut self, key: &str, at: Span, source: &str) {
        let refused = Diagnostic::new(Code::NeutralKeyInTranslation, at);
        self.block.report(refused.arg("key", key).arg("source", source));
    }

    /// Reports keys that are not declared. If one was probably intended as a missing key, that
    /// key no longer counts as missing.
    pub(super) fn report_unknown(
        &mut self,
        properties: &[Property],
        table: &DeTable,
        place: &Place,
        missing: &mut Vec<&Property>,
    ) {
        let names = || properties.iter().map(|property| &*property.key);
        for (key, _) in table {
            let name: &str = key.get_ref();
            let is_told = name.is_empty() || self.block.is_damaged(&key.span());
            if is_told || names().any(|other| other == name) {
                continue;
            }
            let unknown = Diagnostic::new(Code::UnknownKey, self.block.span(key.span()))
                .arg("key", name)
                .arg("where", place.name.clone())
                .arg("known", names().collect::<Vec<_>>().join(", "));
            let is_misplaced =
                !place.name.is_empty() && self.root.iter().any(|property| property.key == name);
            if is_misplaced {
                self.block.report(unknown.hint("misplaced"));
                continue;
            }
            let intended = closest(name, names());
            missing.retain(|property| Some(&property.key) != intended.as_ref());
            self.block.report(unknown.suggest(name, names()));
        }
    }

    pub(super) fn report_missing<'p>(
        &mut self,
        missing: impl IntoIterator<Item = &'p Property>,
        place: &Place,
    ) {
        if !self.block.damaged.is_empty() {
            return;
        }
        for property in missing {
            self.block.report(
                Diagnostic::new(Code::MissingKey, place.span)
                    .arg("key", &*property.key)
                    .arg("where", place.name.clone())
                    .arg("example", self.with_entries(property.example_line())),
            );
        }
    }

    /// Returns an example with entries of the table in place of the names that stand for them.
    fn with_entries(&self, example: String) -> String {
        self.entries.iter().fold(example, |example, (stand_in, entry)| {
            example.replace(&[stand_in, " = "].concat(), &[entry, " = "].concat())
        })
    }
}

pub(super) fn unknown_choice(
    key: &str,
    written: &str,
    names: &[ChoiceName],
    at: Span,
) -> Option<Diagnostic> {
    let names: Vec<&str> = names.iter().map(|choice| &*choice.name).collect();
    let unknown = || {
        Diagnostic::new(Code::UnknownValue, at)
            .arg("found", written)
            .arg("key", key)
            .arg("known", names.join(", "))
            .suggest(written, names.iter().copied())
    };
    (!names.contains(&written)).then(unknown)
}

fn type_name(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "type-text",
        DeValue::Integer(_) => "type-integer",
        DeValue::Float(_) => "type-float",
        DeValue::Boolean(_) => "type-boolean",
        DeValue::Datetime(stamp) if stamp.time.is_none() => "type-date",
        DeValue::Datetime(_) => "type-datetime",
        DeValue::Array(_) => "type-list",
        DeValue::Table(_) => "type-table",
    }
}
