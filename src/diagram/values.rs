//! Single values of a diagram block: ids, words, choices, numbers, and how many
//! entries a list may have.

use std::ops::RangeInclusive;

use super::{Choice, words::Words};
use crate::{
    diag::{Code, Diagnostic},
    fields::{Block, Fields, report_unknown_value},
    span::{At, Span},
};

/// Words that must be there. The empty stand-in is never shown: its absence has
/// been reported, and that spoils the block.
pub fn words(fields: &mut Fields, key: &'static str) -> String {
    fields.required::<Words>(key).unwrap_or_default().0
}

/// Words that may be left out.
pub fn optional_words(fields: &mut Fields, key: &'static str) -> Option<String> {
    fields.optional::<Words>(key).map(|words| words.0)
}

/// The `id` of the table: kebab-case.
pub fn id(fields: &mut Fields) -> At<String> {
    let Some(id) = fields.required::<At<String>>("id") else {
        return At { value: String::new(), span: fields.span_of("id") };
    };
    if !is_kebab_case(&id.value) {
        let bad = Diagnostic::new(Code::BadId, id.span).arg("id", &*id.value);
        fields.block.report(bad.arg("example", kebab_case(&id.value)));
    }
    id
}

fn is_kebab_case(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.split('-').all(|part| !part.is_empty() && part.chars().all(plain))
}

/// The id that was probably meant: `Draft mode` gives `draft-mode`.
fn kebab_case(written: &str) -> String {
    let lower = written.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let id = parts.collect::<Vec<_>>().join("-");
    if is_kebab_case(&id) { id } else { "draft-mode".to_owned() }
}

/// A value chosen by name, where it is written.
pub fn optional_choice<C: Choice>(fields: &mut Fields, key: &'static str) -> Option<C> {
    let written = fields.optional::<At<String>>(key)?;
    let found = C::ALL.iter().find(|(name, _)| *name == written.value);
    if found.is_none() {
        let names: Vec<&str> = C::ALL.iter().map(|(name, _)| *name).collect();
        report_unknown_value(fields, key, &written, &names);
    }
    found.map(|(_, value)| *value)
}

/// A value chosen by name that must be there.
pub fn choice<C: Choice>(fields: &mut Fields, key: &'static str, stand_in: C) -> C {
    if !fields.has(key) {
        let example = C::ALL.first().map_or("", |(name, _)| name);
        fields.report_missing(key, format!("{key} = \"{example}\""));
    }
    optional_choice(fields, key).unwrap_or(stand_in)
}

/// A whole number within `range`.
pub fn number(fields: &mut Fields, key: &'static str, range: RangeInclusive<u8>) -> u8 {
    optional_number(fields, key, range).unwrap_or_default()
}

/// As [`number`], and nothing where it is not one; that has been reported.
pub fn optional_number(
    fields: &mut Fields,
    key: &'static str,
    range: RangeInclusive<u8>,
) -> Option<u8> {
    let written = fields.required::<At<i64>>(key)?;
    within(fields, key, &written, range)
}

/// `number` when it lies within `range`; otherwise that is reported.
pub fn within(
    fields: &mut Fields,
    key: &str,
    number: &At<i64>,
    range: RangeInclusive<u8>,
) -> Option<u8> {
    let small = u8::try_from(number.value).ok().filter(|small| range.contains(small));
    if small.is_none() {
        fields.block.report(
            Diagnostic::new(Code::OutOfRange, number.span)
                .arg("key", key)
                .arg("least", range.start().to_string())
                .arg("most", range.end().to_string())
                .arg("found", number.value.to_string()),
        );
    }
    small
}

/// Reports a list with more or fewer entries than it can show. A list that is
/// not there at all has been reported already.
pub fn count(
    fields: &mut Fields,
    key: &'static str,
    span: Span,
    found: usize,
    range: RangeInclusive<usize>,
) {
    if range.contains(&found) || !fields.has(key) && found == 0 {
        return;
    }
    let problem = Diagnostic::new(Code::WrongCount, span)
        .arg("key", key)
        .arg("found", found.to_string())
        .arg("least", range.start().to_string())
        .arg("most", range.end().to_string());
    let few = found < *range.start();
    fields.block.report(if few { problem.hint("few") } else { problem });
}

/// A list of tables with its count checked. The problem of too many stands at
/// the first that is too many.
pub fn counted<T>(
    fields: &mut Fields,
    key: &'static str,
    range: RangeInclusive<usize>,
    mut read: impl FnMut(&mut Fields) -> T,
) -> Vec<T> {
    let most = *range.end();
    let mut spans = Vec::new();
    let all = fields.list(key, |entry, span| {
        spans.push(span);
        read(entry)
    });
    let span = spans.get(most).or(spans.last()).copied();
    let span = span.unwrap_or_else(|| fields.span_of(key));
    count(fields, key, span, spans.len(), range);
    all
}

/// A list of lines of words with its count checked.
pub fn lines(fields: &mut Fields, key: &'static str, range: RangeInclusive<usize>) -> Vec<String> {
    let lines = fields.required::<Vec<Words>>(key);
    let span = fields.span_of(key);
    if let Some(lines) = &lines {
        count(fields, key, span, lines.len(), range);
    }
    lines.unwrap_or_default().into_iter().map(|line| line.0).collect()
}

/// Reports every id that was used before. Each is reported once.
pub fn unique<'i>(ids: impl IntoIterator<Item = &'i At<String>>, block: &mut Block) {
    let mut seen: Vec<&At<String>> = Vec::new();
    for id in ids {
        match seen.iter().find(|first| first.value == id.value && !id.value.is_empty()) {
            Some(first) => block.report(
                Diagnostic::new(Code::DuplicateId, id.span).arg("id", &*id.value).also(first.span),
            ),
            None => seen.push(id),
        }
    }
}

/// The position of the id that `name` names among `ids`; its absence is reported,
/// unless an id stands twice: then one of the two is probably meant.
pub fn find(
    key: &'static str,
    name: &At<String>,
    ids: &[&At<String>],
    block: &mut Block,
) -> Option<usize> {
    let found = ids.iter().position(|id| id.value == name.value);
    let twice = |(nth, id): (usize, &&At<String>)| ids[..nth].iter().any(|i| i.value == id.value);
    if found.is_none() && !ids.iter().enumerate().any(twice) {
        let known: Vec<&str> = ids.iter().map(|id| id.value.as_str()).collect();
        block.report(
            Diagnostic::new(Code::LinkToNothing, name.span)
                .arg("found", &*name.value)
                .arg("key", key)
                .arg("known", known.join(", "))
                .suggest(&name.value, known),
        );
    }
    found
}
