//! Problems of the content as values.
//!
//! A [`Diagnostic`] has a kind of problem (a closed [`Code`]), a place, and arguments. Its
//! messages stand in two Fluent catalogs beside this file, so that an editor reads them in
//! Korean or in English; `report` draws them.

mod code;
mod text;

pub use code::{Code, Severity};
pub use text::{Text, advice, sentence, text};

use crate::span::{SourceId, Span};

/// One problem in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: Code,
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
        Diagnostic { code, span, args: Vec::new(), hint: None, other: None }
    }

    /// Adds an argument of the message.
    pub fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, Arg::Text(value.into())));
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

/// A collection of problems, gathered from every file before any is shown.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds a problem unless one of the same kind is known for the same place: a
    /// template's problem shows on every page that it draws.
    pub fn push_new(&mut self, diagnostic: Diagnostic) {
        let same = |d: &&mut Diagnostic| d.code == diagnostic.code && d.span == diagnostic.span;
        match self.0.iter_mut().find(same) {
            // The order of pages must not depend on the order of threads.
            Some(known) if diagnostic.args < known.args => *known = diagnostic,
            Some(_) => {}
            None => self.push(diagnostic),
        }
    }

    /// Adds problems that are known to be new.
    pub fn extend(&mut self, others: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(others);
    }

    pub fn append(&mut self, mut others: Diagnostics) {
        self.0.append(&mut others.0);
    }

    /// Drops the other problems of a file with an unresolved merge conflict: they mean nothing.
    pub fn drop_consequences(&mut self) {
        let conflicts = self.0.iter().filter(|problem| problem.code == Code::MergeConflict);
        let files: Vec<SourceId> = conflicts.map(|problem| problem.span.source).collect();
        self.0.retain(|problem| {
            problem.code == Code::MergeConflict || !files.contains(&problem.span.source)
        });
    }

    /// Removes and returns the problems of one kind.
    pub fn take(&mut self, code: Code) -> Diagnostics {
        Diagnostics(self.0.extract_if(.., |diagnostic| diagnostic.code == code).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Returns the number of errors and the number of warnings.
    pub fn counts(&self) -> (usize, usize) {
        let errors = self.0.iter().filter(|d| d.code.severity() == Severity::Error).count();
        (errors, self.0.len() - errors)
    }

    /// Sorts by file and offset and removes duplicates.
    pub fn sort(&mut self, path_of: impl Fn(Span) -> String) {
        self.0.sort_by_cached_key(|d| (path_of(d.span), d.span.start, d.span.end, d.code));
        self.0.dedup();
    }
}

/// Returns the name among `known` that `found` resembles most, if any is near.
pub fn closest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let found = found.to_lowercase();
    known
        .into_iter()
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
