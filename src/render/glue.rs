//! Words that stay on one line: spaces that do not break.
//!
//! Applied to the text of pages alone, never to code, addresses or files.

use std::borrow::Cow;

use crate::model::Lang;

/// A space at which no line breaks.
const NO_BREAK: char = '\u{a0}';

/// Korean words that only continue the word before them, as in “볼 수 있다”.
const CONTINUING: [&str; 8] = ["수", "수가", "수는", "수도", "뿐", "때문에", "것", "것은"];

/// Returns `text` with spaces that do not break between words that belong together.
pub fn glue(text: &str, lang: Lang) -> Cow<'_, str> {
    let mut glued = String::new();
    let mut copied = 0;
    for (at, _) in text.match_indices(' ') {
        let before = text[..at].rsplit([' ', NO_BREAK]).next().unwrap_or("");
        let after = text[at + 1..].split(' ').next().unwrap_or("");
        if belong_together(before, after, lang) {
            glued.push_str(&text[copied..at]);
            glued.push(NO_BREAK);
            copied = at + 1;
        }
    }
    if copied == 0 {
        return text.into();
    }
    glued.push_str(&text[copied..]);
    glued.into()
}

/// Returns whether a line must not end between two words.
fn belong_together(before: &str, after: &str, lang: Lang) -> bool {
    let begins_a_word = after.starts_with(char::is_alphabetic);
    begins_a_word && (is_abbreviation(before) || is_number(before))
        || lang == Lang::Ko && CONTINUING.contains(&after)
}

/// Returns whether `word` is two or three capital letters, as in “AI agent”.
fn is_abbreviation(word: &str) -> bool {
    (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Returns whether `word` is a number, of which the next word is the unit.
fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
        && word.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_do_not_break() {
        let cases = [
            (Lang::En, "an AI agent reads", "an AI\u{a0}agent reads"),
            (Lang::En, "after 10 minutes, 3 times", "after 10\u{a0}minutes, 3\u{a0}times"),
            (Lang::Ko, "AI 에이전트를 볼 수 있습니다", "AI\u{a0}에이전트를 볼\u{a0}수 있습니다"),
            (Lang::En, "in 2026. Then nothing – at all", "in 2026. Then nothing – at all"),
            (Lang::En, " lead and end ", " lead and end "),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(glue(text, lang), expected);
        }
    }

    #[test]
    fn nothing_but_spaces_changes() {
        for text in ["", " ", "  AI  agent", "한 수 위", "1 2 3 수"] {
            let plain = glue(text, Lang::Ko).replace(NO_BREAK, " ");
            assert_eq!(plain, text);
        }
    }
}
