//! Reads a formula, from left to right.

use std::ops::Range;

use super::{
    FormulaPart, FormulaProblem, FormulaProblemKind as Kind,
    symbols::{ESCAPED, LETTERS, NAMES, SIGNS, SPACES, commands, is_sign},
};
use crate::diag::closest;

/// How deeply parts may be nested.
const MOST_NESTED: usize = 12;

/// Reads the whole of `text`.
pub(super) fn read(text: &str) -> Result<Vec<FormulaPart>, FormulaProblem> {
    let mut reader = FormulaReader { text, at: 0, depth: 0 };
    let nodes = reader.row(RowEnd::Text)?;
    match nodes.iter().all(|node| *node == FormulaPart::Space) {
        true => Err(FormulaProblem { kind: Kind::Empty, range: 0..text.len() }),
        false => Ok(nodes),
    }
}

/// The end of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowEnd {
    /// At the end of the formula.
    Text,
    /// At `}`.
    Brace,
    /// At `]`, behind the degree of a root.
    Bracket,
    /// At `\right`.
    Right,
}

struct FormulaReader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

type PartOrProblem = Result<FormulaPart, FormulaProblem>;

impl<'t> FormulaReader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn problem<T>(&self, kind: Kind, range: Range<usize>) -> Result<T, FormulaProblem> {
        Err(FormulaProblem { kind, range })
    }

    /// Moves past `expected` if it comes next; returns whether it did.
    fn take(&mut self, expected: &str) -> bool {
        let comes = self.rest().starts_with(expected);
        self.at += if comes { expected.len() } else { 0 };
        comes
    }

    fn skip_spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    /// Reads up to and including `end`.
    fn row(&mut self, end: RowEnd) -> Result<Vec<FormulaPart>, FormulaProblem> {
        let start = self.at.saturating_sub(1);
        let mut nodes = Vec::new();
        loop {
            self.skip_spaces();
            let Some(next) = self.peek() else {
                break match end {
                    RowEnd::Text => {}
                    RowEnd::Brace | RowEnd::Bracket | RowEnd::Right => {
                        return self.problem(Kind::Unclosed, start..start + 1);
                    }
                };
            };
            match (next, end) {
                ('}', RowEnd::Brace) | (']', RowEnd::Bracket) => {
                    self.at += 1;
                    break;
                }
                ('}', _) => return self.problem(Kind::Unclosed, self.at..self.at + 1),
                ('\\', RowEnd::Right) if self.command_name() == "right" => {
                    self.at += "\\right".len();
                    break;
                }
                ('^' | '_', _) => {
                    let scripts = self.scripts(nodes.pop())?;
                    nodes.push(scripts);
                }
                _ => {
                    let node = self.part()?;
                    nodes.push(node);
                }
            }
        }
        Ok(nodes)
    }

    /// Reads one part.
    fn part(&mut self) -> PartOrProblem {
        if self.depth == MOST_NESTED {
            return self.problem(Kind::TooDeep, self.at..self.text.len());
        }
        self.depth += 1;
        let part = self.part_inside();
        self.depth -= 1;
        part
    }

    fn part_inside(&mut self) -> PartOrProblem {
        let start = self.at;
        let Some(c) = self.peek() else { return self.problem(Kind::Missing, start..start) };
        match c {
            '{' => {
                self.at += 1;
                self.row(RowEnd::Brace).map(FormulaPart::Row)
            }
            '\\' => self.command(),
            '0'..='9' => Ok(self.number()),
            '~' => {
                self.at += 1;
                Ok(FormulaPart::Space)
            }
            c if is_hangul(c) => Ok(self.hangul()),
            c if c.is_alphabetic() => self.letter(),
            c if is_sign(c) => {
                self.at += c.len_utf8();
                Ok(FormulaPart::Sign(if c == '-' { '−' } else { c }))
            }
            _ => {
                let instead = match c {
                    '*' => Some("\\times"),
                    '%' => Some("\\%"),
                    '√' => Some("\\sqrt{…}"),
                    '&' => Some("\\&"),
                    '#' => Some("\\#"),
                    '$' => Some("\\$"),
                    _ => None,
                };
                self.problem(Kind::UnknownSign(instead), start..start + c.len_utf8())
            }
        }
    }

    /// Reads digits, with commas and points between them.
    fn number(&mut self) -> FormulaPart {
        let rest = self.rest();
        let run = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ','));
        let digits = rest[..run.unwrap_or(rest.len())].trim_end_matches(['.', ',']);
        self.at += digits.len();
        FormulaPart::Number(digits.to_owned())
    }

    /// Reads words in Hangul, with the spaces between them.
    fn hangul(&mut self) -> FormulaPart {
        let rest = self.rest();
        let end = rest.find(|c: char| !is_hangul(c) && c != ' ').unwrap_or(rest.len());
        let words = rest[..end].trim_end();
        self.at += words.len();
        FormulaPart::Text(words.to_owned())
    }

    fn letter(&mut self) -> PartOrProblem {
        let start = self.at;
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_alphabetic() || is_hangul(c)).unwrap_or(rest.len());
        self.at += end;
        let mut letters = rest[..end].chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) => Ok(FormulaPart::Letter(letter)),
            _ => self.problem(Kind::Words, start..start + end),
        }
    }

    /// Returns the name of the next command without its `\`: letters, or one sign.
    fn command_name(&self) -> &'t str {
        let rest = self.rest().get(1..).unwrap_or_default();
        let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let sign = rest.chars().next().map_or(0, char::len_utf8);
        &rest[..letters.max(if letters == 0 { sign } else { 0 })]
    }

    fn command(&mut self) -> PartOrProblem {
        let start = self.at;
        let name = self.command_name();
        self.at += 1 + name.len();
        let place = start..self.at;
        if let Some((_, sign)) = SIGNS.iter().find(|(other, _)| *other == name) {
            return Ok(FormulaPart::Sign(*sign));
        }
        if let Some((_, letter)) = LETTERS.iter().find(|(other, _)| *other == name) {
            return Ok(FormulaPart::Letter(*letter));
        }
        if let Some(function) = NAMES.iter().find(|function| **function == name) {
            return Ok(FormulaPart::Name(function));
        }
        if SPACES.contains(&name) {
            return Ok(FormulaPart::Space);
        }
        if ESCAPED.contains(&name) {
            return Ok(FormulaPart::Text(name.to_owned()));
        }
        match name {
            "frac" | "dfrac" => {
                let above = self.argument(&place)?;
                Ok(FormulaPart::Fraction(above, self.argument(&place)?))
            }
            "sqrt" => {
                let degree = match self.take("[") {
                    true => Some(Box::new(FormulaPart::Row(self.row(RowEnd::Bracket)?))),
                    false => None,
                };
                Ok(FormulaPart::Root { of: self.argument(&place)?, degree })
            }
            "text" | "mathrm" => self.words(&place),
            "left" => self.between_brackets(&place),
            _ => {
                let near = closest(name, commands());
                let near = commands().find(|other| near.as_deref() == Some(*other));
                self.problem(Kind::UnknownCommand(near), place)
            }
        }
    }

    /// Reads the argument of a command: a part in braces, or a single part.
    fn argument(&mut self, command: &Range<usize>) -> Result<Box<FormulaPart>, FormulaProblem> {
        self.skip_spaces();
        match self.peek() {
            None | Some('}' | ']' | '^' | '_') => self.problem(Kind::Missing, command.clone()),
            Some('0'..='9') => {
                let start = self.at;
                let number = self.number();
                match self.at - start {
                    1 => Ok(Box::new(number)),
                    _ => self.problem(Kind::LongScript, start..self.at),
                }
            }
            Some(_) => self.part().map(Box::new),
        }
    }

    /// Reads the text in braces after `\text`.
    fn words(&mut self, command: &Range<usize>) -> PartOrProblem {
        if !self.take("{") {
            return self.problem(Kind::Missing, command.clone());
        }
        let open = self.at - 1;
        let mut words = String::new();
        let mut inner = 0_usize;
        while let Some(c) = self.peek() {
            self.at += c.len_utf8();
            match c {
                '}' if inner == 0 => return Ok(FormulaPart::Text(words)),
                '{' => inner += 1,
                '}' => inner -= 1,
                '\\' => {
                    let escaped = self.peek().filter(|c| ESCAPED.iter().any(|e| e.starts_with(*c)));
                    self.at += escaped.map_or(0, char::len_utf8);
                    words.push(escaped.unwrap_or('\\'));
                }
                c => words.push(c),
            }
        }
        self.problem(Kind::Unclosed, open..open + 1)
    }

    /// Reads from after `\left` to the bracket after `\right`.
    fn between_brackets(&mut self, command: &Range<usize>) -> PartOrProblem {
        let open = self.bracket(command)?;
        let mut nodes = vec![open];
        nodes.extend(self.row(RowEnd::Right)?);
        nodes.push(self.bracket(command)?);
        Ok(FormulaPart::Row(nodes))
    }

    fn bracket(&mut self, command: &Range<usize>) -> PartOrProblem {
        self.skip_spaces();
        match self.peek().filter(|c| "()[]|/<>".contains(*c)) {
            Some(bracket) => {
                self.at += bracket.len_utf8();
                Ok(FormulaPart::Sign(bracket))
            }
            None => self.problem(Kind::Missing, command.clone()),
        }
    }

    /// Reads the scripts of `base`.
    fn scripts(&mut self, base: Option<FormulaPart>) -> PartOrProblem {
        let start = self.at;
        let Some(base) = base else { return self.problem(Kind::Missing, start..start + 1) };
        let (mut below, mut above) = (None, None);
        while let Some(mark @ ('^' | '_')) = self.peek() {
            let place = self.at..self.at + 1;
            self.at += 1;
            let script = if mark == '^' { &mut above } else { &mut below };
            if script.is_some() {
                return self.problem(Kind::SecondScript, place);
            }
            *script = Some(self.argument(&place)?);
            self.skip_spaces();
        }
        Ok(FormulaPart::Scripts { base: Box::new(base), below, above })
    }
}

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣' | 'ㄱ'..='ㅣ')
}

#[cfg(test)]
mod tests {
    use crate::math::Formula;

    fn problem(text: &str) -> (&'static str, &str) {
        let Err(problem) = Formula::read(text) else { panic!("{text}") };
        (problem.kind.name(), &text[problem.range])
    }

    #[test]
    fn problems_have_their_places() {
        for (text, kind, place) in [
            ("", "empty", ""),
            ("1 + \\fracs{1}{2}", "command", "\\fracs"),
            ("2 * 3", "sign", "*"),
            ("50%", "sign", "%"),
            ("1 ÷ cost", "words", "cost"),
            ("\\frac{1}{2", "unclosed", "{"),
            ("1 + 2}", "unclosed", "}"),
            ("\\left( 1", "unclosed", "("),
            ("\\frac{1}", "missing", "\\frac"),
            ("\\text x", "missing", "\\text"),
            ("\\text{x", "unclosed", "{"),
            ("^2", "missing", "^"),
            ("x^", "missing", "^"),
            ("x^1^2", "second-script", "^"),
            ("x^10", "long-script", "10"),
            ("√2", "sign", "√"),
            ("\\", "command", "\\"),
        ] {
            assert_eq!(problem(text), (kind, place), "{text}");
        }
        assert_eq!(problem(&"{".repeat(10_000)).0, "too-deep");
        assert_eq!(problem(&"\\frac".repeat(10_000)).0, "too-deep");
        assert_eq!(problem(&"\\sqrt".repeat(10_000)).0, "too-deep");
    }

    #[test]
    fn a_command_is_suggested() {
        let near = |text| Formula::read(text).map_err(|problem| problem.kind.suggestion());
        assert_eq!(near("\\tims"), Err(Some("times")));
        assert_eq!(near("2 * 3"), Err(Some("\\times")));
    }
}
