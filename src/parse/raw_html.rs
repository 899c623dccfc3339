//! Checks raw HTML in a body: what it must not contain, and whether what it opens
//! is closed again where it was opened.

use std::ops::Range;

use crate::{
    diag::Code,
    markdown::{RawAttribute, RawForm, RawTag, has_optional_end, raw_tags},
    model::LinkKind,
};

/// Elements that run something, fetch something or change the whole page.
const REFUSED: [&str; 12] = [
    "script", "iframe", "object", "embed", "frame", "frameset", "applet", "base", "link", "meta",
    "style", "portal",
];

/// Something that was found, and where in the body.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    pub what: What,
    pub range: Range<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum What {
    /// An id, which can be linked to.
    Id(String),
    Link(LinkKind, String),
    /// A problem, and what it is about.
    Wrong(Code, String),
}

/// The elements that are open, over a whole body.
#[derive(Debug, Default)]
pub struct Elements {
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    name: String,
    /// How many Markdown blocks stand around it.
    depth: usize,
    /// In the body.
    range: Range<usize>,
}

impl Elements {
    /// Reads `html`, which stands inside `depth` Markdown blocks. `place` tells where
    /// in the body a part of it is.
    pub fn read(
        &mut self,
        html: &str,
        depth: usize,
        place: impl Fn(Range<usize>) -> Range<usize>,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        for tag in raw_tags(html) {
            let range = place(tag.range.clone());
            match &tag.form {
                RawForm::Start { attributes, ends } => {
                    element(&tag, attributes, range.clone(), &mut found);
                    for attribute in attributes {
                        let range = place(attribute.range.clone());
                        found.extend(checked(&tag, attribute).map(|what| Found { what, range }));
                    }
                    if !ends && !tag.is_void() {
                        self.open.push(Open { name: tag.name, depth, range });
                    }
                }
                RawForm::End => self.end(&tag.name, range, depth, &mut found),
                RawForm::Unfinished => {
                    let text = html[tag.range.clone()].lines().next().unwrap_or_default();
                    found.push(wrong(Code::UnclosedHtml, text, range));
                }
            }
        }
        found
    }

    /// What was opened deeper than `depth`, inside Markdown blocks that end here, and
    /// is not closed.
    pub fn leave(&mut self, depth: usize) -> Vec<Found> {
        let kept = self.open.iter().position(|open| open.depth > depth);
        self.unclosed(kept.unwrap_or(self.open.len()))
    }

    /// What is not closed when the body ends.
    pub fn finish(mut self) -> Vec<Found> {
        self.unclosed(0)
    }

    fn end(&mut self, name: &str, range: Range<usize>, depth: usize, found: &mut Vec<Found>) {
        let fits = |open: &Open| open.name == name && open.depth == depth;
        match self.open.iter().rposition(fits) {
            Some(at) => {
                found.extend(self.unclosed(at + 1));
                self.open.pop();
            }
            None => found.push(wrong(Code::StrayHtmlEnd, name, range)),
        }
    }

    /// Forgets all but the first `kept`, and tells which of them had to be closed.
    fn unclosed(&mut self, kept: usize) -> Vec<Found> {
        let left = self.open.split_off(kept).into_iter();
        let needed = left.filter(|open| !has_optional_end(&open.name));
        needed
            .map(|open| wrong(Code::UnclosedHtml, &["<", &open.name, ">"].concat(), open.range))
            .collect()
    }
}

fn wrong(code: Code, about: &str, range: Range<usize>) -> Found {
    Found { what: What::Wrong(code, about.to_owned()), range }
}

fn element(tag: &RawTag, attributes: &[RawAttribute], range: Range<usize>, found: &mut Vec<Found>) {
    if REFUSED.contains(&tag.name.as_str()) {
        found.push(wrong(Code::UnsafeHtml, &["<", &tag.name, ">"].concat(), range));
    } else if tag.name == "img" && !attributes.iter().any(|attribute| attribute.name == "alt") {
        // An empty one says that the picture only adorns.
        found.push(wrong(Code::MissingAltText, "", range));
    }
}

fn checked(tag: &RawTag, attribute: &RawAttribute) -> Option<What> {
    let name = attribute.name.as_str();
    let unsafe_name = name.starts_with("on")
        || matches!(name, "style" | "srcset" | "srcdoc" | "formaction" | "action" | "ping");
    if unsafe_name {
        return Some(What::Wrong(Code::UnsafeHtml, name.to_owned()));
    }
    if name == "id" && !attribute.value.is_empty() {
        return Some(What::Id(attribute.value.clone()));
    }
    let kind = tag.link(attribute)?;
    Some(What::Link(kind, attribute.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(parts: &[(&str, usize)]) -> Vec<(Code, String)> {
        let mut elements = Elements::default();
        let read =
            parts.iter().flat_map(|(html, depth)| elements.read(html, *depth, |range| range));
        let mut found: Vec<Found> = read.collect();
        found.extend(elements.finish());
        let problem = |found: Found| match found.what {
            What::Wrong(code, about) => Some((code, about)),
            What::Id(_) | What::Link(..) => None,
        };
        found.into_iter().filter_map(problem).collect()
    }

    #[test]
    fn what_is_opened_is_closed_where_it_was_opened() {
        assert_eq!(problems(&[("<details><summary>a</summary>", 0), ("</details>", 0)]), []);
        assert_eq!(problems(&[("<ul><li>a<li>b</ul><br><img alt=''><svg><path/></svg>", 0)]), []);
        let unclosed = |name: &str| (Code::UnclosedHtml, format!("<{name}>"));
        assert_eq!(problems(&[("<details>", 0)]), [unclosed("details")]);
        assert_eq!(problems(&[("<details><b>x</details>", 0)]), [unclosed("b")]);
        let stray = || (Code::StrayHtmlEnd, "details".to_owned());
        assert_eq!(problems(&[("</details>", 0)]), [stray()]);
        assert_eq!(
            problems(&[("<details>", 1), ("</details>", 0)]),
            [stray(), unclosed("details")]
        );
    }

    #[test]
    fn scripts_styles_and_handlers_are_refused() {
        let html = "<STYLE></STYLE><p onpointerdown=x style='a' srcset=b><svg><a href='#x'/></svg>";
        let found: Vec<String> = problems(&[(html, 0)]).into_iter().map(|p| p.1).collect();
        assert_eq!(found, ["<style>", "onpointerdown", "style", "srcset"]);
    }
}
