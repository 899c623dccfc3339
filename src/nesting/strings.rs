//! Finds the strings of a script, as far as they are certain. Whether a `/` divides or begins a
//! regular expression, which may contain quotes, is certain after most tokens; the search ends
//! where it is not, so that no code is ever taken for a string.

use std::ops::Range;

/// Returns the ranges inside the quotes of the strings and templates of `script`, in order. Those
/// behind the first uncertain place are missing.
pub fn strings(script: &str) -> Vec<Range<usize>> {
    let mut lexer = Lexer {
        bytes: script.as_bytes(),
        at: 0,
        before: Before::Operator,
        word: &[],
        brackets: Vec::new(),
        strings: Vec::new(),
    };
    while lexer.next().is_some() {}
    lexer.strings
}

/// What the last token says about a `/` behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// It divides.
    Value,
    /// It begins a regular expression.
    Operator,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bracket {
    Plain,
    /// The round brackets behind `if` and the like, after which a statement begins.
    Head,
    /// `${` in a template.
    Template,
}

struct Lexer<'s> {
    bytes: &'s [u8],
    at: usize,
    before: Before,
    /// The last token, if it is a word.
    word: &'s [u8],
    brackets: Vec<Bracket>,
    strings: Vec<Range<usize>>,
}

/// Words that are no values: what a `/` behind them means depends on their place.
#[rustfmt::skip]
const RESERVED: [&[u8]; 37] = [
    b"await", b"break", b"case", b"catch", b"class", b"const", b"continue", b"debugger", b"default",
    b"delete", b"do", b"else", b"enum", b"export", b"extends", b"finally", b"for", b"function", b"if",
    b"import", b"in", b"instanceof", b"let", b"new", b"of", b"return", b"static", b"switch", b"throw",
    b"try", b"typeof", b"var", b"void", b"while", b"with", b"yield", b"async",
];

/// Words behind which round brackets are the head of a statement.
const HEADS: [&[u8]; 5] = [b"if", b"while", b"for", b"with", b"await"];

impl<'s> Lexer<'s> {
    /// Reads a token; `None` at the end, and where the meaning of the next sign is uncertain.
    fn next(&mut self) -> Option<()> {
        let byte = *self.bytes.get(self.at)?;
        let word = std::mem::take(&mut self.word);
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' => {
                self.at += 1;
                self.word = word;
            }
            b'"' | b'\'' => self.string(byte)?,
            b'`' => {
                self.at += 1;
                self.template()?;
            }
            b'/' => self.slash(word)?,
            b'(' | b'[' | b'{' => {
                let is_head = byte == b'(' && HEADS.contains(&word);
                self.brackets.push(if is_head { Bracket::Head } else { Bracket::Plain });
                self.sign(Before::Operator);
            }
            b')' | b']' | b'}' => self.close(byte)?,
            b'+' | b'-' if self.bytes.get(self.at + 1) == Some(&byte) => {
                // `-->` may end a comment.
                (self.bytes.get(self.at + 2) != Some(&b'>')).then_some(())?;
                self.at += 1;
                self.sign(Before::Unknown);
            }
            // A comment in old scripts, an escaped letter, and the line for a shell.
            b'<' if self.bytes[self.at..].starts_with(b"<!--") => return None,
            b'\\' => return None,
            b'#' if self.at == 0 => return None,
            // The end of a number, or the beginning of a member.
            b'.' => self.sign(Before::Unknown),
            byte if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') => self.word(),
            byte if byte.is_ascii() => self.sign(Before::Operator),
            // Letters, or spaces.
            _ => self.sign(Before::Unknown),
        }
        Some(())
    }

    fn sign(&mut self, before: Before) {
        self.at += 1;
        self.before = before;
    }

    fn word(&mut self) {
        let word = &self.bytes[self.at..][..word_length(&self.bytes[self.at..])];
        self.at += word.len();
        self.before = if RESERVED.contains(&word) { Before::Unknown } else { Before::Value };
        self.word = word;
    }

    fn close(&mut self, byte: u8) -> Option<()> {
        match (self.brackets.pop()?, byte) {
            (Bracket::Template, b'}') => {
                self.at += 1;
                return self.template();
            }
            (Bracket::Template, _) => return None,
            (Bracket::Head, _) | (Bracket::Plain, b'}') => self.sign(Before::Unknown),
            (Bracket::Plain, _) => self.sign(Before::Value),
        }
        Some(())
    }

    /// Reads a string, which must end on its line.
    fn string(&mut self, quote: u8) -> Option<()> {
        let start = self.at + 1;
        let mut end = start;
        loop {
            match *self.bytes.get(end)? {
                byte if byte == quote => break,
                b'\\' => end += 2,
                b'\n' | b'\r' => return None,
                _ => end += 1,
            }
        }
        self.strings.push(start..end);
        self.at = end;
        self.sign(Before::Value);
        Some(())
    }

    /// Reads the text of a template up to its end or to `${`.
    fn template(&mut self) -> Option<()> {
        let start = self.at;
        loop {
            match *self.bytes.get(self.at)? {
                b'`' => {
                    self.strings.push(start..self.at);
                    self.sign(Before::Value);
                    return Some(());
                }
                b'$' if self.bytes.get(self.at + 1) == Some(&b'{') => {
                    self.strings.push(start..self.at);
                    self.brackets.push(Bracket::Template);
                    self.at += 1;
                    self.sign(Before::Operator);
                    return Some(());
                }
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    /// Reads a comment, a division or a regular expression.
    fn slash(&mut self, word: &'s [u8]) -> Option<()> {
        let rest = &self.bytes[self.at..];
        match rest.get(1)? {
            b'/' => {
                self.at += (0..rest.len()).find(|at| ends_line(&rest[*at..]))?;
                self.word = word;
            }
            b'*' => {
                self.at += 2 + memchr::memmem::find(&rest[2..], b"*/")? + 2;
                self.word = word;
            }
            _ => match self.before {
                Before::Value => self.sign(Before::Operator),
                Before::Operator => self.regular_expression()?,
                Before::Unknown => return None,
            },
        }
        Some(())
    }

    fn regular_expression(&mut self) -> Option<()> {
        let mut in_class = false;
        loop {
            self.at += 1;
            let rest = self.bytes.get(self.at..)?;
            match *rest.first()? {
                _ if ends_line(rest) => return None,
                b'\\' if rest.get(1..).is_none_or(ends_line) => return None,
                b'\\' => self.at += 1,
                b'[' => in_class = true,
                b']' => in_class = false,
                b'/' if !in_class => break,
                _ => {}
            }
        }
        self.sign(Before::Value);
        Some(())
    }
}

/// Returns the length of the word at the beginning of a text, or 1.
pub fn word_length(text: &[u8]) -> usize {
    let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
    text.iter().take_while(|byte| is_letter(byte)).count().max(1)
}

/// Returns whether the text begins with the end of a line, as scripts know it.
fn ends_line(text: &[u8]) -> bool {
    let separators: [&[u8]; 2] = ["\u{2028}".as_bytes(), "\u{2029}".as_bytes()];
    matches!(text.first(), Some(b'\n' | b'\r'))
        || separators.iter().any(|separator| text.starts_with(separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(script: &str) -> Vec<&str> {
        strings(script).into_iter().map(|range| &script[range]).collect()
    }

    #[test]
    fn strings_are_found_where_they_are_certain() {
        for (script, expected) in [
            ("a = 'b' + \"c\\\"d\"", &["b", "c\\\"d"][..]),
            ("// don't\n/* \" */ a('x')", &["x"]),
            ("a / 2; b(\"x\" / y); (c) / \"z\"", &["x", "z"]),
            ("a = /[/\"]\"/g; b = 'x'", &["x"]),
            ("`a ${b + `c${'d'}`} e`", &["a ", "c", "d", "", " e"]),
            ("f(() => { return 'x' }, \"y\")", &["x", "y"]),
            ("if (a) 'x'", &["x"]),
            ("a\u{2028}'x'", &["x"]),
        ] {
            assert_eq!(found(script), expected, "{script}");
        }
    }

    #[test]
    fn the_search_ends_where_a_slash_is_uncertain() {
        for script in [
            "if (a) /'/; 'x'",
            "{} /'/; 'x'",
            "a++ /'/; 'x'",
            "return /'/; 'x'",
            "1./'/; 'x'",
            "a = '\n'x'",
            "<!-- '\n'x'",
            "a --> 'x'",
            "#! '\n'x'",
            "a = /'\n'x'",
            "a = /\u{2028}'x'",
            "//\u{2028}/'/; 'x' \\u0061",
            "\u{a0}/'/; 'x'",
            "`a ${)} 'x'`",
        ] {
            assert!(!found(script).contains(&"x"), "{script}: {:?}", found(script));
        }
    }
}
