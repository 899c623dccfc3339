//! Formulas: a small part of LaTeX in, MathML or plain text out.
//!
//! They are written as GitHub and GitLab write them, `` $`…`$ `` in a line and in a block
//! that is fenced as `math`. A dollar sign at both ends of code is met in no sentence about
//! prices, as `$5 to $6` is, and other editors show the same file with its formulas.
//!
//! The part of LaTeX that is read is what formulas of a guide need, and what is not read is
//! an error with its place: no macros, colours or environments.

mod mathml;
mod plain;
mod read;
mod symbols;

use std::ops::Range;

use crate::markup::Markup;

/// A formula that was read without a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula(Vec<FormulaPart>);

/// Where a formula is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaPlace {
    InText,
    /// On a line of its own.
    Block,
    /// On the line below the one that it goes on from.
    Continued,
}

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
enum FormulaPart {
    /// A number as it is written, with its separators.
    Number(String),
    /// A variable: one letter.
    Letter(char),
    /// The name of a function, which is set upright: `log`.
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

/// What is wrong with a formula, and where in it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormulaProblem {
    pub kind: FormulaProblemKind,
    pub range: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaProblemKind {
    /// It says nothing.
    Empty,
    /// A command that is not read; with the nearest one that is.
    UnknownCommand(Option<&'static str>),
    /// A sign that is not read; with what is written in its place.
    UnknownSign(Option<&'static str>),
    /// Letters that would be set as a product of variables.
    Words,
    /// A bracket without the other one.
    Unclosed,
    /// A command or a script that lacks what it stands before.
    Missing,
    /// A second script at the same place.
    SecondScript,
    /// A script of several digits without braces, of which only the first would be raised.
    LongScript,
    /// More parts inside each other than anybody reads.
    TooDeep,
}

impl FormulaProblemKind {
    /// Returns the name that messages choose their words by.
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

    /// Returns what may be written instead.
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

    /// Returns whether it may go on with a formula that the line above it began.
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

    /// Returns what is the same in every language: everything but words.
    pub fn shared(&self) -> String {
        plain::shared(&self.0)
    }
}

/// Returns the text of a formula for where no formula can be drawn, and the text as it is
/// written where it is none.
pub fn plain(text: &str) -> String {
    Formula::read(text).map_or_else(|_| text.to_owned(), |formula| formula.plain())
}

/// Returns the lines of a block of formulas, each of which is one, and where each begins.
pub fn lines(block: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    block.split('\n').filter_map(move |line| {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let line = line.trim();
        (!line.is_empty()).then_some((start, line))
    })
}
