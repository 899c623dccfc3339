//! Characters of TOML that look like its signs and are others, or that nobody sees: a
//! no-break space before a key, a full-width `＝`, curly quotes. Each is told by its name,
//! and read as what was meant, so that nothing follows from it.

use std::{borrow::Cow, collections::BTreeMap};

use super::TomlBlock;
use crate::{
    diag::{Code, Diagnostic},
    span::Span,
    unicode::{code_point, is_control, is_foreign_space, is_invisible, is_joiner},
};

/// Returns `text` with the signs of TOML in place of what looks like them; places stay the
/// same. Each such character is reported where it stands first.
pub fn plain_toml<'t>(text: &'t str, block: &mut TomlBlock) -> Cow<'t, str> {
    if text.bytes().all(|byte| byte.is_ascii() && (byte >= b' ' || b"\n\r\t".contains(&byte))) {
        return text.into();
    }
    let mut plain = String::with_capacity(text.len());
    let (mut state, mut found) = (State::Plain, BTreeMap::new());
    while let Some(c) = text[plain.len()..].chars().next() {
        let at = plain.len();
        if let Some(meant) = state.meant(c) {
            let is_in_word = meant.is_ascii_alphanumeric() || "-._".contains(meant);
            // Spaces stand in for what it was longer, which part a word.
            if is_in_word || is_invisible(c) {
                block.told.push(at);
            }
            // Letters are one cause: all of them were typed in one go.
            let sign = match meant {
                ' ' => c,
                meant if meant.is_ascii_alphanumeric() => 'a',
                meant => meant,
            };
            found.entry(sign).or_insert((c, meant, at));
            plain.push(meant);
            plain.extend(std::iter::repeat_n(' ', c.len_utf8() - meant.len_utf8()));
            state = state.after(meant, false, true);
        } else {
            let (length, next) = state.step(&text[at..], c);
            plain.push_str(&text[at..at + length]);
            state = next;
        }
    }
    for (c, meant, at) in found.into_values() {
        block.report(problem(c, meant, block.span(at..at + c.len_utf8())));
    }
    plain.into()
}

fn problem(c: char, meant: char, span: Span) -> Diagnostic {
    if meant == ' ' {
        let hidden = Diagnostic::new(Code::HiddenCharacter, span).arg("found", code_point(c));
        let hidden = hidden.arg("key", "here");
        return if is_foreign_space(c) { hidden.hint("space") } else { hidden };
    }
    let sign = Diagnostic::new(Code::FullWidthSign, span).arg("found", c.to_string());
    sign.arg("meant", meant.to_string())
}

/// What the next character stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Plain,
    Comment,
    Quoted {
        quote: char,
        /// Three of them, over several lines.
        long: bool,
        /// Written as a curly or a full-width quote.
        curly: bool,
    },
}

impl State {
    /// The sign that `c` was meant as, if it is not itself.
    fn meant(self, c: char) -> Option<char> {
        match self {
            State::Plain => plain_sign(c),
            State::Quoted { quote: '"', curly: true, .. } if "“”＂„」』".contains(c) => {
                Some('"')
            }
            State::Quoted { quote: '\'', curly: true, .. } if "‘’＇".contains(c) => Some('\''),
            State::Comment | State::Quoted { .. } => is_stray_control(c).then_some(' '),
        }
    }

    /// The length of what is read at the start of `rest`, whose first character is `c`, and
    /// the state behind it.
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

/// A control character that TOML does not allow anywhere.
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
            // The full-width forms stand in the order of ASCII.
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
        let mut found = Diagnostics::default();
        let plain = plain_toml(text, &mut TomlBlock::new(SourceId(0), 0, &mut found)).into_owned();
        assert_eq!(plain.len(), text.len(), "places stay the same");
        (plain, found.iter().map(|problem| problem.code).collect())
    }

    #[test]
    fn what_looks_like_a_sign_is_read_as_that_sign() {
        let sign = || vec![Code::FullWidthSign];
        assert_eq!(read("a ＝ 1").0.replace(' ', ""), "a=1");
        assert_eq!(read("a ＝ 1").1, sign());
        assert_eq!(read("a = “글”").0.replace(' ', ""), "a=\"글\"");
        assert_eq!(read("a = 「글」").1, sign());
        assert_eq!(read("a\u{a0}= 1\n\u{a0}b\u{200b} = 2").1, [Code::HiddenCharacter; 2]);
        assert_eq!(read("a = \"x\u{0}y\"").1, [Code::HiddenCharacter]);
    }

    #[test]
    fn words_and_comments_keep_their_signs() {
        for text in [
            "a = \"글 “따옴표” ＝ \u{a0}\" # ‘주석’：",
            "a = \"\"\"\n“가”： \\\"\n\"\"\"\nb = 1 # ，",
            "a = '\\'\nb = '“' # ’",
        ] {
            assert_eq!(read(text), (text.to_owned(), vec![]));
        }
    }
}
