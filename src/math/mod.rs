//! Formulas: a small part of LaTeX in, MathML or plain text out.
//!
//! They are written as on GitHub and GitLab: `` $`…`$ `` in a line, or a block that is fenced
//! as `math`. Code between dollar signs does not occur in sentences about prices, such as `$5
//! to $6`, and other editors can show the same file with its formulas.
//!
//! Only the part of LaTeX that formulas of a guide need is read: no macros, colours or
//! environments. Everything else is an error with its place.

mod mathml;
mod plain;
mod read;
mod symbols;

use std::ops::Range;

use crate::markup::Markup;

/// A valid formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula(Vec<FormulaPart>);

/// The place of a formula in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaPlace {
    InText,
    /// On a line of its own.
    Block,
    /// On a line of its own that continues the line above.
    Continued,
}

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
enum FormulaPart {
    /// A number as it is written, with its separators.
    Number(String),
    /// A variable: one letter.
    Letter(char),
    /// The name of a function, in upright letters: `log`.
    Name(&'static str),
    /// An operator, a relation, a bracket or a punctuation mark.
    Sign(char),
    /// Words.
    Text(String),
    Space,
    Row(Vec<FormulaPart>),
    Fraction(Box<FormulaPart>, Box<FormulaPart>),
    Root {
        of: Box<FormulaPart>,
        degree: Option<Box<FormulaPart>>,
    },
    Scripts {
        base: Box<FormulaPart>,
        below: Option<Box<FormulaPart>>,
        above: Option<Box<FormulaPart>>,
    },
}

/// A problem of a formula, and its range.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaProblem {
    pub kind: FormulaProblemKind,
    pub range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaProblemKind {
    /// The formula is empty.
    Empty,
    /// An unknown command, and the most similar known one.
    UnknownCommand(Option<&'static str>),
    /// A sign that cannot be read, and its replacement.
    UnknownSign(Option<&'static str>),
    /// Letters that would become a product of variables.
    Words,
    /// A bracket without its partner.
    Unclosed,
    /// A command or a script without its argument.
    Missing,
    /// A second script at the same place.
    SecondScript,
    /// A script of several digits without braces: only the first digit would be raised.
    LongScript,
    /// Parts that are nested too deeply.
    TooDeep,
}

impl FormulaProblemKind {
    /// Returns the name by which messages choose their words.
    pub const fn name(self) -> &'static str {
        match self {
            FormulaProblemKind::Empty => "empty",
            FormulaProblemKind::UnknownCommand(_) => "command",
            FormulaProblemKind::UnknownSign(_) => "sign",
            FormulaProblemKind::Words => "words",
            FormulaProblemKind::Unclosed => "unclosed",
            FormulaProblemKind::Missing => "missing",
            FormulaProblemKind::SecondScript => "second-script",
            FormulaProblemKind::LongScript => "long-script",
            FormulaProblemKind::TooDeep => "too-deep",
        }
    }

    /// Returns the suggestion for what to write instead.
    pub const fn suggestion(self) -> Option<&'static str> {
        match self {
            FormulaProblemKind::UnknownCommand(near) | FormulaProblemKind::UnknownSign(near) => {
                near
            }
            FormulaProblemKind::Empty
            | FormulaProblemKind::Words
            | FormulaProblemKind::Unclosed
            | FormulaProblemKind::Missing
            | FormulaProblemKind::SecondScript
            | FormulaProblemKind::LongScript
            | FormulaProblemKind::TooDeep => None,
        }
    }
}

impl Formula {
    /// Reads the formula that `text` writes.
    pub fn read(text: &str) -> Result<Formula, FormulaProblem> {
        read::read(text).map(Formula)
    }

    /// Writes the formula as a `<math>` element.
    pub fn write(&self, place: FormulaPlace, out: &mut Markup) {
        mathml::write(self, place, out);
    }

    /// Returns whether it may continue a formula of the line above.
    pub fn begins_with_operator(&self) -> bool {
        let first = self.0.first();
        matches!(
            first,
            Some(FormulaPart::Sign(
                '=' | '≈' | '<' | '>' | '≤' | '≥' | '+' | '−' | '×' | '÷' | '·'
            ))
        )
    }

    /// Returns the formula in one line of text, as it is read aloud or searched for.
    pub fn plain(&self) -> String {
        plain::plain(&self.0)
    }

    /// Returns what is the same in every language: everything except words.
    pub fn shared(&self) -> String {
        plain::shared(&self.0)
    }
}

/// Returns a formula as text, for places where no formula can be drawn. An invalid formula is
/// returned as it is written.
pub fn plain(text: &str) -> String {
    Formula::read(text).map_or_else(|_| text.to_owned(), |formula| formula.plain())
}

/// Returns the formulas of a block, one on each line, each with its offset.
pub fn lines(block: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    block.split('\n').filter_map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let line = line.trim();
        (!line.is_empty()).then_some((start, line))
    })
}
