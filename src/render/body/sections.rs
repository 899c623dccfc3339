//! A rendered body, which is a list of sections.
//!
//! A section begins at a heading that is inside no other element, and ends before the next such
//! heading. The opening, which is before the first of them, always exists and may be empty. The
//! sections joined in order are the whole body.

use serde::{Serialize, Serializer};

/// The body of a page as HTML.
#[derive(Debug, Default)]
pub struct RenderedBody {
    html: String,
    /// The beginnings of the sections below headings.
    starts: Vec<SectionStart>,
    /// The text without headings, links and code; terms are searched in it.
    words: String,
}

/// The beginning in the HTML of a section below a heading.
#[derive(Debug)]
pub(super) struct SectionStart {
    pub(super) id: Box<str>,
    pub(super) offset: usize,
}

/// A section of a rendered body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodySection<'b> {
    /// The id of its heading, without a prefix; empty for the opening.
    pub id: &'b str,
    pub html: &'b str,
}

impl RenderedBody {
    pub(super) fn new(html: String, starts: Vec<SectionStart>) -> RenderedBody {
        RenderedBody { html, starts, words: String::new() }
    }

    pub(super) fn with_words(self, words: String) -> RenderedBody {
        RenderedBody { words, ..self }
    }

    /// Returns the text without headings, links and code.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Returns the sections in order, the opening first.
    pub fn sections(&self) -> impl Iterator<Item = BodySection<'_>> {
        let starts = self.starts.iter().map(|start| (&*start.id, start.offset));
        let ends = self.starts.iter().map(|start| start.offset).chain([self.html.len()]);
        let sections = [("", 0)].into_iter().chain(starts).zip(ends);
        sections.map(|((id, start), end)| BodySection { id, html: &self.html[start..end] })
    }

    /// Returns all sections as one text.
    pub fn into_html(self) -> String {
        self.html
    }

    /// Removes the opening and returns it.
    pub fn take_opening(&mut self) -> String {
        let end = self.starts.first().map_or(self.html.len(), |start| start.offset);
        let rest = self.html.split_off(end);
        self.starts.iter_mut().for_each(|start| start.offset -= end);
        std::mem::replace(&mut self.html, rest)
    }
}

/// For templates, the body is a single text.
impl Serialize for RenderedBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.html)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sections(body: &RenderedBody) -> Vec<(&str, &str)> {
        body.sections().map(|section| (section.id, section.html)).collect()
    }

    #[test]
    fn sections_are_the_whole_body() {
        let start = |id: &str, offset| SectionStart { id: id.into(), offset };
        let html = "<p>o</p><h2>A</h2><h3>B</h3>".to_owned();
        let mut body = RenderedBody::new(html, vec![start("a", 8), start("b", 18)]);
        assert_eq!(sections(&body), [("", "<p>o</p>"), ("a", "<h2>A</h2>"), ("b", "<h3>B</h3>")]);
        assert_eq!(body.take_opening(), "<p>o</p>");
        assert_eq!(sections(&body), [("", ""), ("a", "<h2>A</h2>"), ("b", "<h3>B</h3>")]);
        assert_eq!(sections(&RenderedBody::new(String::new(), Vec::new())), [("", "")]);
    }
}
