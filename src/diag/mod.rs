//! Problems of the content as values.
//!
//! A [`Diagnostic`] has a kind of problem (a closed [`Code`]), a place, and arguments. Its
//! messages stand in two Fluent catalogs beside this file, so that an editor reads them in
//! Korean or in English; `report` draws them.

mod allowance;
mod code;
mod collection;
mod parsers;
mod rules;
mod text;

pub use allowance::{Allowance, Remark, unknown_rule};
pub use code::{Code, Level};
pub use collection::{Diagnostics, DistinctDiagnostics, SilencedProblem};
pub use rules::RuleLevels;
pub use text::{Text, advice, reason, sentence, text};

use crate::span::Span;

/// One problem in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
    /// That of the rule by default, until [`Diagnostics::apply`] has set that of the site.
    pub level: Level,
    /// The place of the problem. Problems of a whole file point at its start.
    pub span: Span,
    /// Arguments of the message: `$key`, `$found` …
    pub args: Vec<(&'static str, Arg)>,
    /// The name of the hint's attribute in the message, if a particular hint applies.
    pub hint: Option<&'static str>,
    /// The other place, where a problem has two.
    pub other: Option<Span>,
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// The editor's own words, or a name.
    Text(String),
    /// The key of a phrase, which is written in the language of the editor.
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

    /// Adds an argument that is itself a phrase of the catalogs.
    pub fn phrase(mut self, name: &'static str, key: &'static str) -> Self {
        self.args.push((name, Arg::Phrase(key)));
        self
    }

    /// Chooses the hint.
    pub fn hint(mut self, name: &'static str) -> Self {
        self.hint = Some(name);
        self
    }

    /// Chooses the hint `did-you-mean` when one of `known` resembles `found`.
    pub fn suggest<'a>(self, found: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match closest(found, known) {
            Some(near) => self.arg("suggestion", near).hint("did-you-mean"),
            None => self,
        }
    }

    /// Adds the other place.
    pub fn also(mut self, other: Span) -> Self {
        self.other = Some(other);
        self
    }
}

/// The longest name, in bytes, for which a similar one is looked for.
const LONGEST_NAME: usize = 200;

/// The most names that are compared: a file may have as many mistakes as there are names.
const MOST_NAMES: usize = 1_000;

/// Returns the name among the first `MOST_NAMES` of `known` that `found` resembles most, if
/// any is near.
pub fn closest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if found.len() > LONGEST_NAME {
        return None;
    }
    let found = found.to_lowercase();
    known
        .into_iter()
        .take(MOST_NAMES)
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(|name| (strsim::jaro_winkler(&found, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_near_miss_is_suggested_and_a_stranger_is_not() {
        let known = ["description", "published", "title"];
        assert_eq!(closest("descripton", known).as_deref(), Some("description"));
        assert_eq!(closest("Title", known).as_deref(), Some("title"));
        assert_eq!(closest("colour", known), None);
    }
}
