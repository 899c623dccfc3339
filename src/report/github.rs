//! Problems as workflow commands, which GitHub shows as annotations of a change ("Workflow
//! commands for GitHub Actions", setting an error message).

use std::borrow::Cow;

use super::{ProblemSet, locate::Location};
use crate::{
    diag::{Diagnostic, Level, text},
    unicode::visible,
};

/// Returns a line for each problem.
pub fn render(set: &ProblemSet) -> String {
    let mut places = set.locator();
    let lines = set.diagnostics.iter().map(|diagnostic| {
        let place = places.locate(diagnostic.span);
        command(diagnostic, &place, set)
    });
    lines.collect()
}

fn command(diagnostic: &Diagnostic, place: &Location, set: &ProblemSet) -> String {
    let words = text(diagnostic, set.lang);
    let name = match diagnostic.level {
        Level::Error => "error",
        Level::Warning | Level::Off => "warning",
    };
    let message = [Some(words.message), words.hint].into_iter().flatten();
    let message = message.collect::<Vec<_>>().join("\n");
    format!(
        "::{name} file={},line={},endLine={},col={},endColumn={},title={}::{}\n",
        property(&place.path),
        place.line,
        place.line,
        place.column,
        place.end_column,
        property(diagnostic.code.id()),
        data(&message)
    )
}

/// Escapes the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, and what could change a terminal or hide in it.
fn property(text: &str) -> String {
    let text = data(text).replace(':', "%3A").replace(',', "%2C");
    let is_plain = |c: char| matches!(visible(c.encode_utf8(&mut [0; 4])), Cow::Borrowed(_));
    let written = |c: char| match is_plain(c) {
        true => c.to_string(),
        false => c.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect(),
    };
    if text.chars().all(is_plain) { text } else { text.chars().map(written).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_end_a_command_are_escaped() {
        assert_eq!(data("100%: a,\r\nb"), "100%25: a,%0D%0Ab");
        assert_eq!(property("c:/a,b%.md\n"), "c%3A/a%2Cb%25.md%0A");
        assert_eq!(property("가\u{9b}31m\u{202e}"), "가%C2%9B31m%E2%80%AE");
    }
}
