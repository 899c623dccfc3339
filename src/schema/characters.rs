//! Characters of TOML that are invisible, or look like one of its signs: a no-break space
//! before a key, a full-width `＝`, curly quotes. Each is reported by its name and read as the
//! sign that was intended, so that it causes no further problems.

use std::{borrow::Cow, collections::BTreeMap};

use super::{TomlBlock, unclosed::without_unclosed};
use crate::{
    diag::{Code, Diagnostic},
    span::Span,
    unicode::{code_point, is_control, is_foreign_space, is_invisible, is_joiner, is_unseen},
};

/// Returns `text` with the signs of TOML in place of characters that look like them, and without
/// what is not closed with its bracket; offsets stay the same. Each such character is reported at
/// its first occurrence.
pub fn plain_toml<'t>(text: &'t str, block: &mut TomlBlock) -> Cow<'t, str> {
    let plain = with_plain_signs(text, block);
    without_unclosed(plain, block)
}

fn with_plain_signs<'t>(text: &'t str, block: &mut TomlBlock) -> Cow<'t, str> {
    if text.bytes().all(|byte| byte.is_ascii() && (byte >= b' ' || b"\n\r\t".contains(&byte))) {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let (mut state, mut mistaken) = (State::Plain, BTreeMap::new());
    while let Some(c) = text[plain.len()..].chars().next() {
        let at = plain.len();
        let surplus = || (state == State::Plain && is_surplus(c, &plain)).then_some(' ');
        if let Some(intended) = state.intended(c).or_else(surplus) {
            let is_in_word = intended.is_ascii_alphanumeric() || "-._".contains(intended);
            // The spaces that replace its other bytes split a word.
            if is_in_word || is_invisible(c) || SURPLUS.contains(c) {
                block.told.push(at);
            }
            // All letters are reported as one problem: they were typed together.
            let sign = match intended {
                ' ' => c,
                letter if letter.is_ascii_alphanumeric() => 'a',
                other => other,
            };
            mistaken.entry(sign).or_insert((c, intended, at));
            plain.push(intended);
            plain.extend(std::iter::repeat_n(' ', c.len_utf8() - intended.len_utf8()));
            state = state.after(intended, false, true);
        } else {
            if is_unseen(&c) || is_control(c) {
                block.unseen.push((at, c));
            }
            let (length, next) = state.step(&text[at..], c);
            plain.push_str(&text[at..at + length]);
            state = next;
        }
    }
    for (c, intended, at) in mistaken.into_values() {
        block.report(problem(c, intended, block.span(at..at + c.len_utf8())));
    }
    plain.into()
}

fn problem(c: char, intended: char, span: Span) -> Diagnostic {
    if SURPLUS.contains(c) {
        let sign = Diagnostic::new(Code::FullWidthSign, span).arg("found", c.to_string());
        return sign.hint("remove");
    }
    if intended == ' ' {
        let hidden = Diagnostic::new(Code::HiddenCharacter, span).arg("found", code_point(c));
        let hidden = hidden.arg("key", "here");
        return if is_foreign_space(c) { hidden.hint("space") } else { hidden };
    }
    let sign = Diagnostic::new(Code::FullWidthSign, span).arg("found", c.to_string());
    sign.arg("meant", intended.to_string())
}

/// The part of TOML that the next character belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Plain,
    Comment,
    Quoted {
        quote: char,
        /// A text in triple quotes, which may span several lines.
        long: bool,
        /// A text in curly or full-width quotes.
        curly: bool,
    },
}

impl State {
    /// Returns the sign that `c` was intended as, if that is another one.
    fn intended(self, c: char) -> Option<char> {
        match self {
            State::Plain => plain_sign(c),
            State::Quoted { quote: '"', curly: true, .. } if "“”＂„」』".contains(c) => {
                Some('"')
            }
            State::Quoted { quote: '\'', curly: true, .. } if "‘’＇".contains(c) => Some('\''),
            State::Comment | State::Quoted { .. } => is_stray_control(c).then_some(' '),
        }
    }

    /// Returns the length of the next piece of `rest`, whose first character is `c`, and the
    /// state after it.
    fn step(self, rest: &str, c: char) -> (usize, State) {
        let three = rest.starts_with("\"\"\"") || rest.starts_with("'''");
        match self {
            State::Quoted { quote: '"', .. } if c == '\\' => {
                let escaped = rest.chars().nth(1).filter(char::is_ascii);
                (1 + escaped.map_or(0, char::len_utf8), self)
            }
            State::Quoted { long: true, quote, .. } if three && c == quote => (3, State::Plain),
            State::Plain if three => (3, self.after(c, true, false)),
            _ => (c.len_utf8(), self.after(c, false, false)),
        }
    }

    fn after(self, c: char, long: bool, curly: bool) -> State {
        match self {
            State::Comment if c == '\n' => State::Plain,
            State::Plain if c == '#' => State::Comment,
            State::Plain if matches!(c, '"' | '\'') => State::Quoted { quote: c, long, curly },
            State::Quoted { quote, long: false, .. } if c == quote || c == '\n' => State::Plain,
            state => state,
        }
    }
}

/// Signs of Korean input methods that stand for no sign of TOML.
const SURPLUS: &str = "；。！？～｜";

/// Returns whether `c`, which follows the text `before`, is a sign that TOML does not have. Behind
/// a letter of Hangul it is a part of a text without quotes, which is reported as such.
fn is_surplus(c: char, before: &str) -> bool {
    SURPLUS.contains(c) && before.trim_end_matches(' ').ends_with(|c: char| c.is_ascii())
}

/// Returns whether `c` is a control character, which TOML does not allow anywhere.
fn is_stray_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{80}'..='\u{9f}')
}

fn plain_sign(c: char) -> Option<char> {
    match c {
        '＝' | '：' => Some('='),
        '“' | '”' | '＂' | '„' | '「' | '」' | '『' | '』' => Some('"'),
        '‘' | '’' | '＇' => Some('\''),
        '［' => Some('['),
        '］' => Some(']'),
        '｛' => Some('{'),
        '｝' => Some('}'),
        '，' | '、' => Some(','),
        '＃' => Some('#'),
        '－' | '．' | '＿' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            // The full-width forms are in the order of ASCII.
            char::from_u32(u32::from(c) - 0xfee0)
        }
        c if is_foreign_space(c) || is_stray_control(c) => Some(' '),
        c if (is_invisible(c) || is_control(c)) && !is_joiner(c) && !c.is_ascii() => Some(' '),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diag::Diagnostics, span::SourceId};

    fn read(text: &str) -> (String, Vec<Code>) {
        let mut problems = Diagnostics::default();
        let plain =
            plain_toml(text, &mut TomlBlock::new(SourceId(0), 0, &mut problems)).into_owned();
        assert_eq!(plain.len(), text.len(), "places stay the same");
        (plain, problems.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn characters_that_look_like_signs_are_read_as_those() {
        let sign = || vec![Code::FullWidthSign];
        assert_eq!(read("a ＝ 1").0.replace(' ', ""), "a=1");
        assert_eq!(read("a ＝ 1").1, sign());
        assert_eq!(read("a = “글”").0.replace(' ', ""), "a=\"글\"");
        assert_eq!(read("a = 「글」").1, sign());
        assert_eq!(read("a\u{a0}= 1\n\u{a0}b\u{200b} = 2").1, [Code::HiddenCharacter; 2]);
        assert_eq!(read("a = \"x\u{0}y\"").1, [Code::HiddenCharacter]);
        for text in ["a = 2026-01-05；", "a = \"글\"；", "a = [\"b\"；\"c\"]"] {
            let (plain, codes) = read(text);
            assert!(plain.is_ascii() || plain.contains('글'), "{plain}");
            assert!(codes.iter().all(|code| *code == Code::FullWidthSign), "{codes:?}");
        }
        assert_eq!(read("a = 글；").1, [], "a text without quotes");
    }

    #[test]
    fn words_and_comments_keep_their_characters() {
        for text in [
            "a = \"글 “따옴표” ＝ \u{a0}\" # ‘주석’：",
            "a = \"\"\"\n“가”： \\\"\n\"\"\"\nb = 1 # ，",
            "a = '\\'\nb = '“' # ’",
        ] {
            assert_eq!(read(text), (text.to_owned(), vec![]));
        }
    }
}
