//! TOML that does not parse: the place of the error, and the most likely mistake.

use std::ops::Range;

use rustc_hash::FxHashSet;
use serde_spanned::Spanned;
use toml::de::DeTable;

use super::{TomlBlock, remarks};
use crate::diag::{Code, Diagnostic};

/// Parses `text` as TOML as far as possible. Syntax errors are reported at
/// their places and mark the block as damaged.
pub fn parse_block<'t>(text: &'t str, block: &mut TomlBlock) -> Spanned<DeTable<'t>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = errors.iter().map(|error| error.span().unwrap_or(0..0));
    block.mark_damaged(places.clone().collect());
    let ends: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |at: usize| ends.partition_point(|end| *end < at);
    let mut lines: FxHashSet<usize> = block.told.iter().map(|at| line_of(*at)).collect();
    for (error, range) in errors.iter().zip(places) {
        // Further errors in the same line result from the first one.
        if lines.insert(line_of(range.start)) {
            let problem = syntax_problem(text, range, error.message(), block);
            block.report(problem);
        }
    }
    remarks::read(text, &table, block);
    table
}

/// Returns the problem of a syntax error at `range`, whose message is `detail`.
pub(super) fn syntax_problem(
    text: &str,
    range: Range<usize>,
    detail: &str,
    block: &TomlBlock,
) -> Diagnostic {
    let span = block.span(range.clone());
    let invalid =
        || Diagnostic::new(Code::InvalidToml, span).arg("detail", detail.replace('\n', "; "));
    if detail.starts_with("duplicate key") {
        return invalid().hint("twice");
    }
    let line = line_around(text, range.start);
    if detail.starts_with("unclosed table") || detail.starts_with("unclosed array table") {
        let name = line.split('#').next().unwrap_or(line).trim().trim_matches(['[', ']']).trim();
        let array = detail.starts_with("unclosed array");
        let head = if array { format!("[[{name}]]") } else { format!("[{name}]") };
        return invalid().arg("head", head).hint("head");
    }
    let value = line.split_once('=').map(|(_, value)| value.trim());
    if let Some(date) = value.filter(|value| looks_like_date(value)) {
        return Diagnostic::new(Code::ImpossibleDate, span).arg("found", date);
    }
    let problem = invalid();
    if detail.starts_with("unclosed array") {
        return problem.hint("list");
    }
    match mistake(line) {
        Some((hint, key)) => {
            let value = line.split_once([':', '=']).map_or("", |(_, value)| value.trim());
            problem.arg("key", key).arg("value", in_toml(value)).hint(hint)
        }
        None => problem,
    }
}

/// Returns a value as TOML writes it: in quotes, unless it is a date, a number, a list or a
/// quoted text.
fn in_toml(value: &str) -> String {
    let is_plain = matches!(value, "true" | "false")
        || value.starts_with(['"', '\'', '[', '{'])
        || value.parse::<f64>().is_ok()
        || value.parse::<jiff::civil::Date>().is_ok();
    match (value.is_empty(), is_plain) {
        (true, _) => "\"…\"".to_owned(),
        (false, true) => value.to_owned(),
        (false, false) => format!("\"{}\"", value.replace('"', "\\\"")),
    }
}

fn line_around(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    text[start..].lines().next().unwrap_or_default()
}

/// Returns whether `value` looks like a date: `2026-02-30`, `2026-1-5`, `2026.01.05`, `2026년 1월
/// 5일`.
fn looks_like_date(value: &str) -> bool {
    let parts = value
        .split(['-', '.', '/', '–', '—', '－', '−', '‐', '‑', '년', '월', '일'])
        .map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let digits = |part: &&str| part.chars().count() <= 4 && part.chars().all(char::is_numeric);
    let is_number = parts.len() == 3 && parts.iter().all(digits);
    is_number || is_english_date(value)
}

/// Returns whether `value` looks like an English date: `November 29, 2026`, `29 Nov 2026`.
fn is_english_date(value: &str) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let words: Vec<&str> = value.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let is_month = |word: &&str| {
        word.get(..3).is_some_and(|start| MONTHS.contains(&start.to_lowercase().as_str()))
    };
    let is_number = |word: &&str| word.chars().all(|c| c.is_ascii_digit());
    words.len() == 3
        && words.iter().any(is_month)
        && words.iter().filter(|word| is_number(word)).count() == 2
}

/// Returns the hint for a line that is not TOML, and the key in it.
fn mistake(line: &str) -> Option<(&'static str, &str)> {
    let plain = |key: &&str| {
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    let Some((key, value)) = line.split_once('=') else {
        let key = line.split_once(':').map(|(key, _)| key.trim()).filter(plain);
        return key.map(|key| ("colon", key));
    };
    let key = Some(key.trim()).filter(plain)?;
    let value = value.trim();
    if let Some(rest) = value.strip_suffix([';', ',']).filter(|rest| !rest.is_empty()) {
        return Some(("line-end", key)).filter(|_| !rest.starts_with(['[', '{']));
    }
    let spoken = ["yes", "no", "on", "off", "true", "false"];
    match value {
        _ if spoken.contains(&value.to_lowercase().as_str()) => Some(("boolean", key)),
        // A text that contains quotes.
        _ if value.starts_with('"')
            && !value.starts_with("\"\"\"")
            && value.matches('"').count() > 2 =>
        {
            Some(("quotes", key))
        }
        _ if value.starts_with(char::is_alphabetic) => Some(("unquoted", key)),
        _ => None,
    }
}
