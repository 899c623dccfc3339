//! Rules that a declaration cannot express: unique ids, references to existing names, limits
//! that depend on other values.

use std::ops::RangeInclusive;

use crate::{
    diag::{Code, Diagnostic},
    schema::TomlBlock,
    span::{At, Span},
};

/// Reports every id that was used before.
pub fn report_repeated_ids(ids: &[At<String>], block: &mut TomlBlock) {
    for (nth, id) in ids.iter().enumerate().filter(|(_, id)| !id.value.is_empty()) {
        if let Some(first) = ids[..nth].iter().find(|first| first.value == id.value) {
            let repeated = Diagnostic::new(Code::DuplicateId, id.span).arg("id", &*id.value);
            block.report(repeated.also(first.span));
        }
    }
}

/// Returns the position of the id `name` in `ids`. A missing id is reported, unless an id
/// occurs twice: then one of the two was probably intended.
pub fn position(
    key: &'static str,
    name: &At<String>,
    ids: &[&At<String>],
    block: &mut TomlBlock,
) -> Option<usize> {
    let position = ids.iter().position(|id| id.value == name.value);
    let is_repeated =
        |(nth, id): (usize, &&At<String>)| ids[..nth].iter().any(|i| i.value == id.value);
    // A missing name has been reported already.
    if position.is_none() && !name.value.is_empty() && !ids.iter().enumerate().any(is_repeated) {
        let names: Vec<&str> = ids.iter().map(|id| id.value.as_str()).collect();
        block.report(
            Diagnostic::new(Code::LinkToNothing, name.span)
                .arg("found", &*name.value)
                .arg("key", key)
                .arg("known", names.join(", "))
                .suggest(&name.value, names),
        );
    }
    position
}

/// Reports a number outside `range`.
pub fn report_range(key: &str, number: &At<i64>, range: RangeInclusive<u8>, block: &mut TomlBlock) {
    if u8::try_from(number.value).is_ok_and(|number| range.contains(&number)) {
        return;
    }
    block.report(
        Diagnostic::new(Code::OutOfRange, number.span)
            .arg("key", key)
            .arg("least", range.start().to_string())
            .arg("most", range.end().to_string())
            .arg("found", number.value.to_string()),
    );
}

/// Reports a list with more or fewer entries than it may have.
pub fn report_count(
    key: &'static str,
    span: Span,
    count: usize,
    range: RangeInclusive<usize>,
    block: &mut TomlBlock,
) {
    if range.contains(&count) {
        return;
    }
    let problem = Diagnostic::new(Code::WrongCount, span)
        .arg("key", key)
        .arg("found", count.to_string())
        .arg("least", range.start().to_string())
        .arg("most", range.end().to_string());
    block.report(if count < *range.start() { problem.hint("few") } else { problem });
}
