//! Writes the text of a passage so that an excerpt of it can be read: what stands in lines or
//! cells on the page is told apart by signs, and quotation marks are curly as on the page.

use std::borrow::Cow;

use crate::{
    quotation::curl,
    unicode::{each_word, is_single_spaced, nfc},
};

/// Stands between the cells of a row, the lines of code and the labels of a diagram.
const BETWEEN: &str = " · ";

/// Appends words.
pub fn push(text: &mut String, words: &str) {
    let curled = curl(words, text.chars().next_back());
    text.push_str(&curled);
}

/// Appends words as a sentence.
pub fn push_sentence(text: &mut String, words: &str) {
    push(text, words);
    end_sentence(text);
}

/// Ends a sentence, with a full stop unless another sign ends it.
pub fn end_sentence(text: &mut String) {
    end(text, '.');
}

/// Ends what leads to a list, with a colon unless another sign ends it.
pub fn lead_on(text: &mut String) {
    end(text, ':');
}

fn end(text: &mut String, sign: char) {
    let whole = text.trim_end().trim_end_matches(BETWEEN.trim_end()).trim_end().len();
    text.truncate(whole);
    if !text.is_empty() && !is_ended(text) {
        text.push(sign);
    }
    text.push(' ');
}

/// Ends a part of a row, unless nothing stands in it.
pub fn end_part(text: &mut String) {
    text.truncate(text.trim_end().len());
    let is_empty = text.is_empty() || text.ends_with(BETWEEN.trim_end());
    text.push_str(if is_empty || is_ended(text) { " " } else { BETWEEN });
}

/// Returns whether a sign at the end of `text` ends a sentence or leads to what follows.
fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')', ']', '」', '』'])
        .ends_with(['.', '?', '!', '…', ':', ';', ',', '。'])
}

/// Returns `text` in normalisation form C, with single spaces between words and without a sign
/// that leads to nothing.
pub fn tidy(text: &str) -> String {
    let text = text.trim();
    let mut line = match is_single_spaced(text) {
        true => text.to_owned(),
        false => single_spaced(text),
    };
    line.truncate(line.trim_end_matches(BETWEEN.trim_end()).len());
    match nfc(&line) {
        Cow::Borrowed(_) => line,
        Cow::Owned(composed) => composed,
    }
}

fn single_spaced(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    each_word(text, |word| {
        line.push_str(if line.is_empty() { "" } else { " " });
        line.push_str(word);
    });
    line
}

/// Returns the last offset in `text`, at most `at`, at which a character begins.
pub fn boundary_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(parts: &[&str], end: fn(&mut String)) -> String {
        let mut text = String::new();
        for part in parts {
            push(&mut text, part);
            end(&mut text);
        }
        end_sentence(&mut text);
        tidy(&text)
    }

    #[test]
    fn sentences_are_ended_once() {
        let cases = [
            (&["Stages", "Only drafts."][..], "Stages. Only drafts."),
            (&["Ask \"why?\"", "It's fine"], "Ask “why?” It’s fine."),
            (&["둘 중 하나:", "환불(전액)", ""], "둘 중 하나: 환불(전액)."),
            (&["", " "], ""),
        ];
        for (parts, expected) in cases {
            assert_eq!(written(parts, end_sentence), expected);
        }
    }

    #[test]
    fn parts_are_told_apart() {
        let cases = [
            (&["Stage", "Who reads"][..], "Stage · Who reads."),
            (&["Stage 1", "", "Nobody."], "Stage 1 · Nobody."),
            (&["Nobody.", "Stage 2", ""], "Nobody. Stage 2."),
            (&["", "'가'"], "‘가’."),
        ];
        for (parts, expected) in cases {
            assert_eq!(written(parts, end_part), expected);
        }
    }
}
