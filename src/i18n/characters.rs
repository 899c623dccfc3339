//! Invisible characters of a catalog.

use std::borrow::Cow;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    span::{SourceId, Span},
    unicode::{code_point, is_control, is_foreign_space, is_unseen},
};

/// Returns the catalog `text` with ordinary spaces in place of invisible characters. Each kind
/// is reported at its first occurrence.
pub fn plain_catalog<'t>(
    source: SourceId,
    text: &'t str,
    diagnostics: &mut Diagnostics,
) -> Cow<'t, str> {
    let is_problem =
        |c: char| is_unseen(&c) || is_foreign_space(c) || is_control(c) && !"\n\r\t".contains(c);
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    if !text[start..].contains(is_problem) {
        return text.into();
    }
    let mut plain = text[..start].to_owned();
    let mut reported = Vec::new();
    for c in text[start..].chars() {
        let at = plain.len();
        if !is_problem(c) {
            plain.push(c);
            continue;
        }
        plain.extend(std::iter::repeat_n(' ', c.len_utf8()));
        if !reported.contains(&c) {
            reported.push(c);
            let span = Span::new(source, at..at + c.len_utf8());
            let hidden = Diagnostic::new(Code::HiddenCharacter, span);
            diagnostics.push(hidden.arg("found", code_point(c)).arg("key", "here").hint("catalog"));
        }
    }
    plain.into()
}
