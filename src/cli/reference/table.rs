//! Tables of keys, with the values and the meaning of each.

use fluent_bundle::FluentArgs;

use crate::{
    diag::{fixed_sentence, sentence},
    model::Lang,
    schema::{Property, ValueType, toml},
};

/// Returns the rows of the keys whose ids have no prefix but `name`, and of the keys inside
/// them; an empty table for no keys.
pub fn table(name: &str, properties: &[Property], lang: Lang) -> String {
    let own =
        properties.iter().filter(|property| property.id == [name, "-", &property.key].concat());
    let mut rows = String::new();
    own.for_each(|property| push_rows(&mut rows, "", property, lang));
    if rows.is_empty() {
        return rows;
    }
    let heading = ["key", "value", "meaning"].map(|column| phrase(lang, column));
    format!("| {} |\n|---|---|---|\n{rows}", heading.join(" | "))
}

fn push_rows(rows: &mut String, above: &str, property: &Property, lang: Lang) {
    let path = [above, &property.key].concat();
    let mut meaning = property.sentence(lang);
    for choice in choices(&property.value) {
        meaning.push_str(&format!(" `{}`: {}", choice.name, choice.sentence(lang)));
    }
    rows.push_str(&format!("| `{path}` | {} | {meaning} |\n", value(property, lang)));
    let (between, below) = below(&property.value);
    let above = [&path, between].concat();
    below.iter().for_each(|property| push_rows(rows, &above, property, lang));
}

/// Returns the text between a key and the keys inside its value, and these keys.
fn below(value: &ValueType) -> (&'static str, &[Property]) {
    match value {
        ValueType::Table(properties) => (".", properties),
        ValueType::Map(item) => match &**item {
            ValueType::Table(properties) => (".*.", properties),
            _ => ("", &[]),
        },
        ValueType::List { item, .. } => match &**item {
            ValueType::Table(properties) => ("[].", properties),
            _ => ("", &[]),
        },
        ValueType::Text { .. }
        | ValueType::Choice(_)
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date => ("", &[]),
    }
}

fn choices(value: &ValueType) -> &[crate::schema::ChoiceName] {
    match value {
        ValueType::Choice(choices) => choices,
        ValueType::List { item, .. } => choices(item),
        ValueType::Map(item) => choices(item),
        ValueType::Text { .. }
        | ValueType::Boolean
        | ValueType::Integer { .. }
        | ValueType::Date
        | ValueType::Table(_) => &[],
    }
}

/// Describes the values of a key: the type, whether it is required, and its default.
fn value(property: &Property, lang: Lang) -> String {
    let mut parts = vec![type_name(&property.value, lang)];
    if property.required {
        parts.push(phrase(lang, "required"));
    }
    let scalar = property.default.as_ref().filter(|value| !value.is_array() && !value.is_object());
    if let Some(default) = scalar {
        let mut args = FluentArgs::new();
        args.set("value", format!("`{}`", toml(default)));
        parts.push(sentence(lang, "cli-reference-default", &args));
    }
    if property.shared {
        parts.push(phrase(lang, "shared"));
    }
    parts.join(", ")
}

fn type_name(value: &ValueType, lang: Lang) -> String {
    let named = |name: &str| fixed_sentence(lang, name);
    match value {
        ValueType::Text { .. } => named("type-text"),
        ValueType::Choice(_) => phrase(lang, "choice"),
        ValueType::Boolean => named("type-boolean"),
        ValueType::Date => named("type-date"),
        ValueType::Table(_) => named("type-table"),
        ValueType::Map(item) if matches!(**item, ValueType::Integer { .. }) => {
            format!("{}: {}", phrase(lang, "map"), type_name(item, lang))
        }
        ValueType::Map(_) => phrase(lang, "map"),
        ValueType::Integer { least, most } if *least > i64::MIN => {
            format!("{} ({least}–{most})", named("type-integer"))
        }
        ValueType::Integer { .. } => named("type-integer"),
        ValueType::List { item, least, most } => {
            let mut args = FluentArgs::new();
            args.set("item", type_name(item, lang));
            let list = sentence(lang, "cli-reference-list", &args);
            if *most < usize::MAX { format!("{list} ({least}–{most})") } else { list }
        }
    }
}

fn phrase(lang: Lang, key: &str) -> String {
    fixed_sentence(lang, &["cli-reference-", key].concat())
}
