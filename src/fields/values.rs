//! The types that a TOML value can be read as.

use jiff::civil::Date;
use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Block, Fields};
use crate::{
    diag::{Code, Diagnostic},
    lang::PerLang,
    span::At,
};

/// A value that can be read from TOML; what is wrong is reported, not returned.
pub trait FromToml: Sized {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self>;

    /// How an editor would write it.
    fn example(key: &str) -> String;
}

/// One line of text that is not blank, with white space folded, and nothing in it that
/// would change how the rest of it reads.
impl FromToml for String {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let Some(text) = value.get_ref().as_str() else {
            return mismatch(key, "type-text", &Self::example(key), value, block);
        };
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.is_empty() {
            return blank(key, value, block);
        }
        if let Some(hidden) = line.chars().find(|c| is_control(*c)) {
            let span = block.span(value.span());
            let found = format!("U+{:04X}", u32::from(hidden));
            let problem = Diagnostic::new(Code::HiddenCharacter, span);
            block.report(problem.arg("key", key).arg("found", found));
            return None;
        }
        Some(crate::unicode::nfc(&line).into_owned())
    }

    fn example(key: &str) -> String {
        format!("{key} = \"…\"")
    }
}

/// Reports a text with nothing to see in it, unless it is what is left of a value that
/// does not parse.
pub fn blank<T>(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<T> {
    if !block.is_damaged(&value.span()) {
        let span = block.span(value.span());
        block.report(Diagnostic::new(Code::BlankText, span).arg("key", key));
    }
    None
}

/// Control characters, which XML cannot hold, and the marks that turn the direction
/// of what follows (Unicode's `Bidi_Control`).
fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

impl FromToml for bool {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let flag = value.get_ref().as_bool();
        flag.or_else(|| mismatch(key, "type-boolean", &Self::example(key), value, block))
    }

    fn example(key: &str) -> String {
        format!("{key} = true")
    }
}

impl FromToml for i64 {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let number = value.get_ref().as_integer();
        let parsed = number.and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        parsed.or_else(|| mismatch(key, "type-integer", &Self::example(key), value, block))
    }

    fn example(key: &str) -> String {
        format!("{key} = 1")
    }
}

/// A day without a time.
impl FromToml for Date {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let date = value.get_ref().as_datetime().filter(|stamp| stamp.time.is_none());
        let Some(date) = date.and_then(|stamp| stamp.date) else {
            return mismatch(key, "type-date", &Self::example(key), value, block);
        };
        // The TOML parser has checked the days of the month already.
        Date::new(date.year as i16, date.month as i8, date.day as i8).ok()
    }

    fn example(key: &str) -> String {
        format!("{key} = 2026-11-22")
    }
}

impl<T: FromToml> FromToml for At<T> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let span = block.span(value.span());
        T::from_toml(key, value, block).map(|value| At { value, span })
    }

    fn example(key: &str) -> String {
        T::example(key)
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let Some(list) = value.get_ref().as_array() else {
            return mismatch(key, "type-list", &Self::example(key), value, block);
        };
        Some(list.iter().filter_map(|item| T::from_toml(key, item, block)).collect())
    }

    fn example(key: &str) -> String {
        match T::example(key).split_once(" = ") {
            Some((key, item)) => format!("{key} = [{item}]"),
            None => format!("{key} = []"),
        }
    }
}

/// `[title]` with `en` and `ko`, both required.
impl<T: FromToml> FromToml for PerLang<T> {
    fn from_toml(key: &str, value: &Spanned<DeValue>, block: &mut Block) -> Option<Self> {
        let span = block.span(value.span());
        let table = as_table(key, value, block)?;
        let mut fields = Fields::sub(table, key, span, block);
        let (en, ko) = (fields.required("en"), fields.required("ko"));
        fields.finish();
        Some(PerLang { en: en?, ko: ko? })
    }

    fn example(key: &str) -> String {
        format!("{key} = {{ en = \"…\", ko = \"…\" }}")
    }
}

/// The entries of a table whose keys are names and whose values are all alike.
pub fn named_values<T: FromToml>(
    key: &str,
    value: &Spanned<DeValue>,
    block: &mut Block,
) -> Option<Vec<(At<String>, T)>> {
    let table = as_table(key, value, block)?;
    let mut entries: Vec<_> = table.iter().collect();
    // A table keeps its names by the alphabet; editors mean the order of writing.
    entries.sort_by_key(|(name, _)| name.span().start);
    let mut all = Vec::with_capacity(entries.len());
    for (name, value) in entries {
        let id = At { value: name.get_ref().to_string(), span: block.span(name.span()) };
        all.extend(T::from_toml(&id.value, value, block).map(|value| (id, value)));
    }
    Some(all)
}

pub(super) fn as_table<'t>(
    key: &str,
    value: &'t Spanned<DeValue<'t>>,
    block: &mut Block,
) -> Option<&'t DeTable<'t>> {
    let table = value.get_ref().as_table();
    table.or_else(|| mismatch(key, "type-table", &format!("[{key}]"), value, block))
}

/// Reports a value of the wrong type; returns nothing, to end the caller.
pub(super) fn mismatch<T>(
    key: &str,
    expected: &'static str,
    example: &str,
    value: &Spanned<DeValue>,
    block: &mut Block,
) -> Option<T> {
    let found = match value.get_ref() {
        DeValue::String(_) => "type-text",
        DeValue::Integer(_) => "type-integer",
        DeValue::Float(_) => "type-float",
        DeValue::Boolean(_) => "type-boolean",
        DeValue::Datetime(stamp) if stamp.time.is_none() => "type-date",
        DeValue::Datetime(_) => "type-datetime",
        DeValue::Array(_) => "type-list",
        DeValue::Table(_) => "type-table",
    };
    let place = value.span();
    if block.is_damaged(&place) {
        return None;
    }
    let span = block.span(place);
    block.report(
        Diagnostic::new(Code::WrongType, span)
            .arg("key", key)
            .phrase("expected", expected)
            .phrase("found", found)
            .arg("example", example),
    );
    None
}
