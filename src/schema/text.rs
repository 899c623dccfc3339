//! Rules for every text: it has something visible, and no hidden characters.

use std::borrow::Cow;

use super::Format;
use crate::{
    diag::{Code, Diagnostic},
    unicode::{is_control, is_invisible, is_joiner, nfc},
};

/// Returns the form of ids in diagrams: kebab-case.
pub const fn id_format() -> Format {
    Format {
        name: "id",
        problem: |id, _, at| {
            let bad = || Diagnostic::new(Code::BadId, at).arg("id", id);
            (!is_kebab_case(id)).then(|| bad().arg("example", kebab_case(id)))
        },
        stand_in: "",
    }
}

/// A problem of a text.
pub enum TextProblem {
    Blank,
    Hidden(char),
}

/// Returns `text` in one line, composed, and with folded white space.
pub fn clean(text: &str, drawn: bool) -> Result<Cow<'_, str>, TextProblem> {
    let line = fold(text);
    let is_blank = |c: char| c == ' ' || drawn && is_invisible(c);
    if line.chars().all(is_blank) {
        return Err(TextProblem::Blank);
    }
    let is_hidden = |c: &char| is_control(*c) || drawn && is_invisible(*c) && !is_joiner(*c);
    if let Some(hidden) = line.chars().find(is_hidden) {
        return Err(TextProblem::Hidden(hidden));
    }
    Ok(match line {
        Cow::Borrowed(line) => nfc(line),
        Cow::Owned(line) => Cow::Owned(nfc(&line).into_owned()),
    })
}

/// Returns `text` with a single space for each run of white space, and none at its ends.
fn fold(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    let is_folded = |text: &str| {
        !text.contains("  ") && !text.contains(|c: char| c != ' ' && c.is_whitespace())
    };
    if is_folded(trimmed) {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn is_kebab_case(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.split('-').all(|part| !part.is_empty() && part.chars().all(plain))
}

/// Returns the id that was probably intended: `draft-mode` for `Draft mode`.
fn kebab_case(written: &str) -> String {
    let lower = written.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let id = parts.collect::<Vec<_>>().join("-");
    if is_kebab_case(&id) { id } else { "draft-mode".to_owned() }
}
