//! Finds the beginning and end of a file's front matter.

use std::ops::Range;

use crate::{
    diag::{Code, Diagnostic},
    model::{SourceId, Span},
    unicode::{code_point, is_foreign_space, is_invisible},
};

/// The parts of a file as byte ranges of its text.
#[derive(Debug, PartialEq, Eq)]
pub struct Fences {
    /// From the opening `+++` to the end of the closing one.
    pub whole: Range<usize>,
    /// The TOML between them.
    pub toml: Range<usize>,
    /// The rest of the file.
    pub body: Range<usize>,
}

/// Finds the front matter of `text`, which may begin with a byte-order mark.
pub fn fences(source: SourceId, text: &str) -> Result<Fences, Box<Diagnostic>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let at = |range| Span::new(source, range);
    let first = line_at(text, start);
    match text[first.clone()].trim_end() {
        "+++" => {}
        "---" => return Err(Box::new(Diagnostic::new(Code::YamlFrontMatter, at(first)))),
        _ => {
            let is_blank = |c: char| c.is_whitespace() || is_invisible(c);
            let leading = text.trim_start_matches(is_blank);
            let before = &text[start..text.len() - leading.len()];
            let unseen =
                before.char_indices().find(|(_, c)| is_invisible(*c) || is_foreign_space(*c));
            if let Some((place, c)) = unseen.filter(|_| leading.starts_with("+++")) {
                let place = start + place..start + place + c.len_utf8();
                let hidden = Diagnostic::new(Code::HiddenCharacter, at(place));
                return Err(Box::new(hidden.arg("found", code_point(c)).arg("key", "here")));
            }
            let is_cr = before.is_empty() && leading.starts_with("+++\r");
            let shown = if is_cr { start..start + 3 } else { first };
            let missing = Diagnostic::new(Code::NoFrontMatter, at(shown));
            return Err(Box::new(match leading {
                _ if is_cr => missing.hint("line-ends"),
                _ if leading.starts_with("+++") => missing.hint("leading"),
                _ if leading.starts_with('＋') => missing.hint("full-width"),
                _ => missing,
            }));
        }
    }
    let toml_start = next_line(text, first.end);
    let mut line = line_at(text, toml_start);
    while text[line.clone()].trim_end() != "+++" {
        let next = next_line(text, line.end);
        if next >= text.len() {
            return Err(Box::new(unclosed(text, at(first))));
        }
        line = line_at(text, next);
    }
    let body = next_line(text, line.end);
    let end = line.start + 3;
    Ok(Fences { whole: start..end, toml: toml_start..line.start, body: body..text.len() })
}

/// Reports a front matter without an end. The closing fence may be written with other signs.
fn unclosed(text: &str, opening: Span) -> Diagnostic {
    let Some(place) = text.find("＋＋＋") else {
        return Diagnostic::new(Code::UnclosedFrontMatter, opening);
    };
    let span = Span::new(opening.source, place..place + "＋＋＋".len());
    Diagnostic::new(Code::UnclosedFrontMatter, span).hint("full-width")
}

/// Returns the line that begins at `start`, without its line break.
fn line_at(text: &str, start: usize) -> Range<usize> {
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    start..end
}

fn next_line(text: &str, line_end: usize) -> usize {
    (line_end + 1).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Result<(String, String), Code> {
        let parts = fences(SourceId(0), text).map_err(|problem| problem.code)?;
        Ok((text[parts.toml].to_owned(), text[parts.body].to_owned()))
    }

    #[test]
    fn fences_are_found_with_any_line_ending_and_a_bom() {
        let expected = |toml: &str, body: &str| Ok((toml.to_owned(), body.to_owned()));
        assert_eq!(parts("+++\na = 1\n+++\nbody"), expected("a = 1\n", "body"));
        assert_eq!(parts("\u{feff}+++\r\na = 1\r\n+++\r\nbody"), expected("a = 1\r\n", "body"));
        assert_eq!(parts("+++\n+++"), expected("", ""));
        assert_eq!(parts("+++ \t\na = 1\n+++  \n\nx"), expected("a = 1\n", "\nx"));
    }

    #[test]
    fn other_openings_are_distinguished() {
        assert_eq!(parts("---\ntitle: x\n---\n"), Err(Code::YamlFrontMatter));
        assert_eq!(parts("# Title\n"), Err(Code::NoFrontMatter));
        assert_eq!(parts("+++\ra = 1\r+++\r"), Err(Code::NoFrontMatter));
        assert_eq!(parts("\u{200b}+++\na = 1\n+++\n"), Err(Code::HiddenCharacter));
        assert_eq!(parts("\u{a0}\n+++\na = 1\n+++\n"), Err(Code::HiddenCharacter));
        assert_eq!(parts(""), Err(Code::NoFrontMatter));
        assert_eq!(parts("+++\na = 1\n"), Err(Code::UnclosedFrontMatter));
        assert_eq!(parts("+++"), Err(Code::UnclosedFrontMatter));
    }
}
