//! Prints problems of the content, and how many there are.

use std::{
    io::{IsTerminal, stderr},
    path::Path,
};

use fluent_bundle::FluentArgs;

use crate::{
    diag::{Diagnostics, sentence},
    model::Lang,
    report,
    source::Sources,
};

/// How problems are shown.
pub struct Shown<'a> {
    pub lang: Lang,
    /// Before every path.
    pub root: &'a Path,
    /// Warnings fail, and that is said.
    pub strict: bool,
}

/// Prints `diagnostics` in the order of their places.
pub fn print(diagnostics: &mut Diagnostics, sources: &Sources, shown: &Shown) {
    let lang = shown.lang;
    let colour = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let style = report::Style { lang, colour, root: shown.root };
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    for diagnostic in diagnostics.iter() {
        eprintln!("{}", report::draw(diagnostic, sources, style));
    }
    let (errors, warnings) = diagnostics.counts();
    let mut args = FluentArgs::new();
    args.set("errors", errors);
    args.set("warnings", warnings);
    if errors > 0 {
        eprintln!("{}", sentence(lang, "cli-content-errors", &args));
    } else if warnings > 0 {
        eprintln!("{}", sentence(lang, "cli-warnings", &args));
        if shown.strict {
            eprintln!("{}", sentence(lang, "cli-strict", &args));
        }
    }
}
