//! Indented text that Markdown reads as code.

use std::ops::Range;

use super::{super::narrow, Misreading};
use crate::diag::Code;

/// A line of prose in a block of code.
pub struct ProseLine<'t>(&'t str);

/// Returns the first line of `code` that is prose: a line with Markdown marks, or a sentence.
pub fn prose(code: &str) -> Option<ProseLine<'_>> {
    let looks_like_code = code.lines().filter(|line| has_code_signs(line)).count() > 0;
    let line = code.lines().map(str::trim).find(|line| is_marked(line) || is_sentence(line))?;
    (!looks_like_code).then_some(ProseLine(line))
}

impl ProseLine<'_> {
    pub fn place(&self, body: &str, range: &Range<usize>) -> Misreading {
        Misreading::new(Code::TextAsCode, narrow(body, range, self.0))
    }
}

fn has_code_signs(line: &str) -> bool {
    let line = line.trim();
    let begins = ["$", "//", "/*", "#!", "--", "%", ">>>", "<", "@"];
    line.contains(['{', '}', ';', '=', '\\'])
        || line.contains("()")
        || line.contains("->")
        || begins.iter().any(|start| line.starts_with(start))
}

/// Returns whether a line has marks of Markdown and words.
fn is_marked(line: &str) -> bool {
    let item = ["- ", "* ", "> ", "1. "].iter().find_map(|mark| line.strip_prefix(mark));
    let is_item = item.is_some_and(|words| is_hangul(words) || words.split(' ').count() > 2);
    let strong = line.matches("**").count() > 1;
    let link = line.contains("](") && line.contains('[');
    is_item || strong || link
}

fn is_hangul(text: &str) -> bool {
    text.contains(|c| matches!(c, '가'..='힣'))
}

/// Returns whether a line is several words that begin and end like a sentence.
fn is_sentence(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let ends = line.ends_with(['.', '!', '?']);
    let is_korean = |word: &str| word.chars().all(|c| matches!(c, '가'..='힣'));
    let plain = words > 1
        && line
            .split_whitespace()
            .all(|word| is_korean(word.trim_matches(|c: char| c.is_ascii_punctuation())));
    let korean = plain || words > 2 && is_hangul(line) && (ends || line.ends_with("다"));
    let english = words > 4 && ends && line.starts_with(char::is_uppercase);
    (korean || english) && !line.starts_with('#')
}
