//! Errors for which a command leaves everything as it is.

use anyhow::Result;

use super::say;
use crate::{
    diag::{Diagnostic, Diagnostics, Level, fixed_sentence},
    report,
    source::Sources,
};

/// Prints the errors that `concern` the command, and the sentence `key` after them. Returns whether
/// there are any.
pub fn refuses(
    diagnostics: &mut Diagnostics,
    concern: impl Fn(&Diagnostic) -> bool,
    sources: &Sources,
    style: report::Style,
    key: &str,
) -> Result<bool> {
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let errors = diagnostics.iter().filter(|problem| problem.level == Level::Error);
    let errors: Vec<&Diagnostic> = errors.filter(|problem| concern(problem)).collect();
    for error in &errors {
        say::error_line(&report::render(error, sources, style))?;
    }
    if !errors.is_empty() {
        say::error_line(&fixed_sentence(style.lang, key))?;
    }
    Ok(!errors.is_empty())
}
