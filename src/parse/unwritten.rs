//! Words of a new page's skeleton that are still to be written.

use std::ops::Range;

use memchr::memmem;

use super::front_matter::Fences;
use crate::{
    diag::{Code, Diagnostic, Diagnostics, WAITING},
    markdown::TO_WRITE,
    model::{SourceId, Span},
};

/// The most lines that a message names.
const MOST_LINES: usize = 12;

/// Returns the places of the marked texts in a block of TOML.
pub fn in_toml(toml: &str) -> impl Iterator<Item = Range<usize>> {
    let begins_text = |at: &usize| {
        let before = &toml[..*at];
        let line = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
        let is_first = line.trim().is_empty() || line.ends_with(['"', '\'']);
        is_first && !line.trim_start().starts_with('#')
    };
    let all = memmem::find_iter(toml.as_bytes(), TO_WRITE);
    all.filter(begins_text).map(|at| at..at + TO_WRITE.len())
}

/// Reports all marked places of the file `text` as one problem. Those of the body have been
/// reported one by one before.
pub fn report_as_one(id: SourceId, text: &str, fences: &Fences, diagnostics: &mut Diagnostics) {
    let offset = fences.toml.start;
    let mut places: Vec<usize> =
        in_toml(&text[fences.toml.clone()]).map(|place| offset + place.start).collect();
    let of_body = diagnostics.take(Code::ToBeWritten);
    places.extend(of_body.iter().map(|problem| problem.span.start as usize));
    places.sort_unstable();
    diagnostics.extend(problem(id, text, &places));
}

/// Returns the problem of the marked places of the translation `text`, if it has any. `masked` is
/// the text with spaces in place of what is not published.
pub fn waiting(id: SourceId, text: &str, masked: &str) -> Option<Diagnostic> {
    let all = memmem::find_iter(text.as_bytes(), TO_WRITE);
    let places: Vec<usize> = all.filter(|at| masked.as_bytes()[*at] == b' ').collect();
    problem(id, text, &places).map(|problem| problem.hint(WAITING))
}

/// Returns the problem of the marked `places`, which are in their order; `None` if there are
/// none.
fn problem(id: SourceId, text: &str, places: &[usize]) -> Option<Diagnostic> {
    let first = *places.first()?;
    // Places on one line are one to look for.
    let mut places = places.to_vec();
    places.dedup_by(|next, before| !text[*before..*next].contains('\n'));
    let line = |at: &usize| text[..*at].matches('\n').count() + 1;
    let mut lines: Vec<String> =
        places.iter().take(MOST_LINES).map(|at| line(at).to_string()).collect();
    if places.len() > MOST_LINES {
        lines.push("…".to_owned());
    }
    let problem = Diagnostic::new(Code::ToBeWritten, Span::new(id, first..first + TO_WRITE.len()));
    let count = if places.len() == 1 { "one".to_owned() } else { places.len().to_string() };
    Some(problem.arg("count", count).arg("lines", lines.join(", ")))
}
