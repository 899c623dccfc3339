//! Checks raw HTML in a body: elements that it must not contain, and whether each is closed
//! in the block in which it was opened.

mod allowed;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    diag::Code,
    markdown::{RawAttribute, RawForm, RawTag, has_optional_end, raw_tags},
    model::LinkKind,
};
pub use allowed::{HtmlRefusal, near};

/// An id, a link or a problem in raw HTML, and its place in the body.
#[derive(Debug, PartialEq, Eq)]
pub struct HtmlFinding {
    pub kind: HtmlFindingKind,
    pub range: Range<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub enum HtmlFindingKind {
    /// An id, which can be linked to.
    Id(String),
    Link(LinkKind, String),
    /// A problem and its subject.
    Wrong(Code, String),
    /// Refused parts of raw HTML, with the reason.
    Refused(String, HtmlRefusal),
}

/// The elements that are open, over a whole body.
#[derive(Debug, Default)]
pub struct Elements {
    /// None stands in fewer blocks than the one before it.
    open: Vec<Open>,
    /// How many are open of each name and depth.
    counts: FxHashMap<(String, usize), usize>,
}

#[derive(Debug)]
struct Open {
    name: String,
    /// The number of Markdown blocks around it.
    depth: usize,
    /// The range in the body.
    range: Range<usize>,
    /// It may not stand here, closed or not.
    refused: bool,
    /// What it contains is part of a drawing.
    draws: bool,
    /// It was meant to end itself, `<b/>`.
    self_closing: bool,
}

impl Elements {
    /// Reads `html`, which stands inside `depth` Markdown blocks. `place` tells where
    /// in the body a part of it is.
    pub fn read(
        &mut self,
        html: &str,
        depth: usize,
        place: impl Fn(Range<usize>) -> Range<usize>,
    ) -> Vec<HtmlFinding> {
        let mut found = Vec::new();
        for tag in raw_tags(html) {
            let range = place(tag.range.clone());
            match &tag.form {
                RawForm::Start { attributes, ends } => {
                    element(&tag, attributes, range.clone(), &mut found);
                    for attribute in attributes {
                        let range = place(attribute.range.clone());
                        found.extend(
                            checked(&tag, attribute).map(|kind| HtmlFinding { kind, range }),
                        );
                    }
                    let draws = self.draws(&tag.name);
                    if !(tag.is_void() || *ends && draws) {
                        let refused = allowed::element(&tag.name).is_some();
                        *self.counts.entry((tag.name.clone(), depth)).or_default() += 1;
                        let self_closing = *ends;
                        self.open.push(Open {
                            name: tag.name,
                            depth,
                            range,
                            refused,
                            draws,
                            self_closing,
                        });
                    }
                }
                RawForm::Declaration => {
                    let text = &html[tag.range.clone()];
                    let end = text.find([' ', '>', '\n']).unwrap_or(text.len());
                    let kind =
                        HtmlFindingKind::Refused(text[..end].to_owned(), HtmlRefusal::Declaration);
                    found.push(HtmlFinding { kind, range });
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

    /// Returns whether `name` begins a drawing or a part of the one that is open. Only there
    /// an element can end itself: elsewhere browsers pass over the `/` of `<b/>`.
    fn draws(&self, name: &str) -> bool {
        let inside = self.open.last().is_some_and(|open| open.draws);
        name == "svg" || inside && !allowed::ends_drawing(name)
    }

    /// Returns the elements that were opened deeper than `depth`, inside Markdown blocks that
    /// end here, and are not closed.
    pub fn leave(&mut self, depth: usize) -> Vec<HtmlFinding> {
        self.unclosed(self.open.partition_point(|open| open.depth <= depth))
    }

    /// Returns the elements that are not closed when the body ends.
    pub fn finish(mut self) -> Vec<HtmlFinding> {
        self.unclosed(0)
    }

    fn end(&mut self, name: &str, range: Range<usize>, depth: usize, found: &mut Vec<HtmlFinding>) {
        if self.counts.get(&(name.to_owned(), depth)).is_none_or(|count| *count == 0) {
            found.push(wrong(Code::StrayHtmlEnd, name, range));
            return;
        }
        let fits = |open: &Open| open.name == name && open.depth == depth;
        if let Some(at) = self.open.iter().rposition(fits) {
            found.extend(self.unclosed(at + 1));
            self.take(at);
        }
    }

    /// Removes the open elements from the position `first` on and returns a finding for each
    /// that had to be closed.
    fn unclosed(&mut self, first: usize) -> Vec<HtmlFinding> {
        let left = self.take(first).into_iter();
        let needed = left.filter(|open| !open.refused && !has_optional_end(&open.name));
        let written =
            |open: &Open| [&*open.name, if open.self_closing { "/>" } else { ">" }].concat();
        needed
            .map(|open| wrong(Code::UnclosedHtml, &["<", &written(&open)].concat(), open.range))
            .collect()
    }

    /// Forgets all but the first `kept`, and returns them.
    fn take(&mut self, kept: usize) -> Vec<Open> {
        let left = self.open.split_off(kept);
        for open in &left {
            if let Some(count) = self.counts.get_mut(&(open.name.clone(), open.depth)) {
                *count -= 1;
            }
        }
        left
    }
}

fn wrong(code: Code, about: &str, range: Range<usize>) -> HtmlFinding {
    HtmlFinding { kind: HtmlFindingKind::Wrong(code, about.to_owned()), range }
}

fn element(
    tag: &RawTag,
    attributes: &[RawAttribute],
    range: Range<usize>,
    found: &mut Vec<HtmlFinding>,
) {
    if let Some(why) = allowed::element(&tag.name) {
        let kind = HtmlFindingKind::Refused(["<", &tag.name, ">"].concat(), why);
        found.push(HtmlFinding { kind, range });
    } else if tag.name == "img" && !attributes.iter().any(|attribute| attribute.name == "alt") {
        // An empty `alt` marks a decorative picture.
        found.push(wrong(Code::MissingAltText, "", range));
    }
}

fn checked(tag: &RawTag, attribute: &RawAttribute) -> Option<HtmlFindingKind> {
    if let Some(why) = allowed::attribute(tag, attribute) {
        return Some(HtmlFindingKind::Refused(attribute.name.clone(), why));
    }
    if attribute.name == "id" && attribute.value.contains(char::is_whitespace) {
        return Some(HtmlFindingKind::Wrong(Code::SpacedId, attribute.value.clone()));
    }
    if attribute.name == "id" && !attribute.value.is_empty() {
        return Some(HtmlFindingKind::Id(attribute.value.clone()));
    }
    let kind = tag.link(attribute)?;
    Some(HtmlFindingKind::Link(kind, attribute.value.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(parts: &[(&str, usize)]) -> Vec<(Code, String)> {
        let mut elements = Elements::default();
        let read =
            parts.iter().flat_map(|(html, depth)| elements.read(html, *depth, |range| range));
        let mut found: Vec<HtmlFinding> = read.collect();
        found.extend(elements.finish());
        let problem = |found: HtmlFinding| match found.kind {
            HtmlFindingKind::Wrong(code, about) => Some((code, about)),
            HtmlFindingKind::Refused(about, _) => Some((Code::UnsafeHtml, about)),
            HtmlFindingKind::Id(_) | HtmlFindingKind::Link(..) => None,
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

    fn refused(html: &str) -> Vec<String> {
        problems(&[(html, 0)]).into_iter().map(|problem| problem.1).collect()
    }

    #[test]
    fn scripts_styles_and_handlers_are_refused() {
        let html = "<STYLE></STYLE><p onpointerdown=x style='a' srcset=b><svg><a href='#x'/></svg>";
        assert_eq!(refused(html), ["<style>", "onpointerdown", "style", "srcset"]);
    }

    /// Ways in which browsers have been talked into running what looks like text.
    #[test]
    fn what_browsers_read_in_ways_of_their_own_is_refused() {
        for (html, found) in [
            (
                "<noscript><p title=\"</noscript><img src=x onerror=y>\"></p></noscript>",
                "<noscript>",
            ),
            ("<title><p title=\"</title><img src=x onerror=y>\"></p></title>", "<title>"),
            ("<textarea>", "<textarea>"),
            ("<template></template>", "<template>"),
            ("<xmp></xmp>", "<xmp>"),
            ("<plaintext>", "<plaintext>"),
            (
                "<svg><a><animate attributeName=\"href\" values=\"javascript:x\"/></a></svg>",
                "<animate>",
            ),
            ("<svg><set attributeName=\"onload\" to=\"x\"/></svg>", "<set>"),
            ("<svg><foreignObject></foreignObject></svg>", "<foreignobject>"),
            ("<svg><title></title></svg>", "<title>"),
            ("<svg><desc></desc></svg>", "<desc>"),
            ("<svg><use href=\"other.svg#a\"/></svg>", "href"),
            ("<svg><use xlink:href=\"data:x\"/></svg>", "xlink:href"),
            ("<svg><rect fill=\"url(//t.example/a.svg#x)\"/></svg>", "fill"),
            ("<svg><rect mask=\"\\75rl(//t.example/a)\"/></svg>", "mask"),
            ("<svg><g filter=\"url(#a)\"></g></svg>", "filter"),
            ("<math></math>", "<math>"),
            ("<table background=\"//t.example/x.png\"></table>", "background"),
            ("<button></button>", "<button>"),
            ("<p contenteditable></p>", "contenteditable"),
            ("<my-widget></my-widget>", "<my-widget>"),
            ("<!DOCTYPE html>", "<!DOCTYPE"),
            ("<?php echo 1 ?>", "<?php"),
            ("<svg><![CDATA[x]]></svg>", "<![CDATA[x]]"),
            ("<!ELEMENT br EMPTY>", "<!ELEMENT"),
        ] {
            let all = refused(html);
            assert!(all.iter().any(|about| about == found), "{html}: {all:?}");
        }
    }

    #[test]
    fn what_editors_need_is_allowed() {
        for html in [
            "<details open><summary>a</summary><p class=b id=c lang=ko>x</p></details>",
            "<figure><video src=a.mp4 controls poster=b.png><track kind=captions src=c.vtt srclang=ko></video></figure>",
            "<table><tr><th scope=row colspan=2 data-x=1>a<td headers=b>c</table>",
            "<svg role=img aria-label=a viewBox='0 0 1 1'><defs><linearGradient id=g><stop offset=0 stop-color=red /></linearGradient></defs><rect fill='url(#g)' stroke-width=2 /><use href='#g'/></svg>",
            "<ruby>漢<rp>(</rp><rt>한</rt><rp>)</rp></ruby><time datetime=2026-01-01>a</time>",
            "<!-- a comment --><kbd>x</kbd><br/>",
        ] {
            assert_eq!(refused(html), [""; 0], "{html}");
        }
    }

    #[test]
    fn a_mistyped_name_is_recognised() {
        assert_eq!(near("<detials>", HtmlRefusal::Element).as_deref(), Some("details"));
        assert_eq!(near("<t>", HtmlRefusal::Element), None);
        assert_eq!(near("<title>", HtmlRefusal::Words), None);
        assert_eq!(near("colspna", HtmlRefusal::Attribute).as_deref(), Some("colspan"));
    }
}
