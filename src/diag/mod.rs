//! Problems of the content as values.
//!
//! A [`Diagnostic`] has a kind of problem (a closed [`Code`]), a place, and arguments. Its
//! messages are in two Fluent catalogs beside this file, so that editors read them in Korean or
//! in English. `report` renders them.

mod allowance;
mod code;
mod collection;
mod parsers;
mod rules;
mod text;

pub use allowance::{Allowance, Remark, unknown_rule};
pub use code::{Code, Level};
pub use collection::{Diagnostics, DistinctDiagnostics, SilencedProblem, WAITING};
pub use rules::RuleLevels;
pub use text::{Text, advice, fixed_sentence, reason, sentence, text};

use crate::span::Span;

/// One problem in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    /// The rule's default level, until [`Diagnostics::apply`] sets that of the site.
    pub level: Level,
    /// The place of the problem. Problems of a whole file point at its start.
    pub span: Span,
    /// Arguments of the message: `$key`, `$found` …
    pub args: Vec<(&'static str, Arg)>,
    /// The name of the hint's attribute in the message, if a particular hint applies.
    pub hint: Option<&'static str>,
    /// The second place of a problem that has two.
    pub other: Option<Span>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Text that an editor wrote, or a name.
    Text(String),
    /// The key of a phrase, which is shown in the language of the messages.
    Phrase(&'static str),
}

impl Diagnostic {
    pub fn new(code: Code, span: Span) -> Self {
        let level = code.default_level();
        Diagnostic { code, level, span, args: Vec::new(), hint: None, other: None }
    }

    /// Adds an argument of the message.
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
        self
    }

    /// Adds the argument `detail`, of either kind.
    pub fn detail(mut self, detail: Arg) -> Self {
        self.args.push(("detail", detail));
        self
    }

    /// Adds a phrase of the catalogs as an argument.
    pub fn phrase(mut self, name: &'static str, key: &'static str) -> Self {
        self.args.push((name, Arg::Phrase(key)));
        self
    }

    /// Chooses the hint by its name.
    pub fn hint(mut self, name: &'static str) -> Self {
        self.hint = Some(name);
        self
    }

    /// Chooses the hint `did-you-mean` when one of `names` resembles `written`.
    pub fn suggest<'a>(self, written: &str, names: impl IntoIterator<Item = &'a str>) -> Self {
        match closest(written, names) {
            Some(near) => self.arg("suggestion", near).hint("did-you-mean"),
            None => self,
        }
    }

    /// Adds the other place.
    pub fn also(mut self, other: impl Into<Option<Span>>) -> Self {
        self.other = other.into();
        self
    }
}

/// The longest name, in bytes, for which similar names are searched.
const LONGEST_NAME: usize = 200;

/// The most names that are compared, because each mistake in a file is compared with all of
/// them.
const MOST_NAMES: usize = 1_000;

/// Returns the name among the first `MOST_NAMES` of `names` that `written` resembles most, if
/// one is similar enough.
pub fn closest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if written.len() > LONGEST_NAME {
        return None;
    }
    let written = written.to_lowercase();
    names
        .into_iter()
        .take(MOST_NAMES)
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(|name| (strsim::jaro_winkler(&written, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_similar_names_are_suggested() {
        let names = ["description", "published", "title"];
        assert_eq!(closest("descripton", names).as_deref(), Some("description"));
        assert_eq!(closest("Title", names).as_deref(), Some("title"));
        assert_eq!(closest("colour", names), None);
    }
}
