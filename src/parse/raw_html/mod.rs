//! Checks raw HTML in a body: whether its elements are allowed, whether each is closed in the
//! block in which it was opened, and whether each stands where it can.

mod allowed;
mod placement;

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::Tag;
use rustc_hash::FxHashMap;

use crate::{
    diag::Code,
    markdown::{RawAttribute, RawForm, RawTag, has_optional_end, raw_tags},
    model::LinkKind,
};
pub use allowed::{HtmlRefusal, near};
pub use placement::Misplacement;

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
    /// A refused part of raw HTML, with the reason.
    Refused(String, HtmlRefusal),
    /// An element, or text in a table, that browsers would move elsewhere.
    Misplaced(Misplacement),
}

/// The open elements at some point of a body: those of raw HTML, and those that Markdown is
/// converted to.
#[derive(Debug, Default)]
pub struct Elements {
    /// The number of blocks around an element never decreases from one element to the next.
    open: Vec<Open>,
    /// The number of open elements of raw HTML by name and depth.
    counts: FxHashMap<(String, usize), usize>,
    /// The number of open elements of raw HTML.
    raw: usize,
    /// True once it was reported that too many elements are open.
    is_deep: bool,
}

/// The most elements that may be open. Browsers move elements deeper than 512 out of their
/// parents, and a page has some elements around its text.
const MOST_OPEN: usize = 400;

/// Returns whether readers see anything of `html`: text, a picture, a recording, a drawing.
pub fn shows_something(html: &str) -> bool {
    let is_shown = |tag: RawTag| match tag.form {
        // An unfinished tag is a problem of its own.
        RawForm::Text | RawForm::Unfinished => true,
        RawForm::Start { .. } => matches!(&*tag.name, "img" | "svg" | "video" | "audio"),
        RawForm::End | RawForm::Declaration | RawForm::Crowded => false,
    };
    raw_tags(html).into_iter().any(is_shown)
}

/// The most characters of a text that messages quote.
const LONGEST_SHOWN: usize = 20;

#[derive(Debug)]
struct Open {
    name: Cow<'static, str>,
    /// The number of Markdown blocks around it, including itself if it is one.
    depth: usize,
    /// The range in the body.
    range: Range<usize>,
    /// True if it is written as Markdown, which closes it.
    is_markdown: bool,
    /// True if a problem of its place or content has been reported.
    is_told: bool,
    /// True if it may not stand here, closed or not.
    refused: bool,
    /// True if its content belongs to a drawing.
    draws: bool,
    /// True if it was written to end itself: `<b/>`.
    self_closing: bool,
}

impl Elements {
    /// Reads `html`, which stands inside `depth` Markdown blocks. `place` returns the range in
    /// the body of a range of `html`.
    pub fn read(
        &mut self,
        html: &str,
        depth: usize,
        place: impl Fn(Range<usize>) -> Range<usize>,
    ) -> Vec<HtmlFinding> {
        let mut findings = Vec::new();
        for tag in raw_tags(html) {
            let range = place(tag.range.clone());
            let text = &html[tag.range.clone()];
            match &tag.form {
                RawForm::Start { attributes, .. } => {
                    self.start(&tag, attributes, depth, &place, &mut findings);
                }
                RawForm::Text => findings.extend(self.text(text, range)),
                RawForm::Crowded => {
                    let about = text.chars().take(LONGEST_SHOWN).collect();
                    let kind = HtmlFindingKind::Refused(about, HtmlRefusal::Crowded);
                    findings.push(HtmlFinding { kind, range });
                }
                RawForm::Declaration => {
                    let about = text.split([' ', '>', '\n']).next().unwrap_or_default().to_owned();
                    let kind = HtmlFindingKind::Refused(about, HtmlRefusal::Declaration);
                    findings.push(HtmlFinding { kind, range });
                }
                RawForm::End => self.end(&tag.name, range, depth, &mut findings),
                RawForm::Unfinished => {
                    let line = text.lines().next().unwrap_or_default();
                    findings.push(wrong(Code::UnclosedHtml, line, range));
                }
            }
        }
        findings
    }

    /// Reads a start tag: checks its name and attributes, and opens its element.
    fn start(
        &mut self,
        tag: &RawTag,
        attributes: &[RawAttribute],
        depth: usize,
        place: impl Fn(Range<usize>) -> Range<usize>,
        findings: &mut Vec<HtmlFinding>,
    ) {
        let range = place(tag.range.clone());
        element(tag, attributes, range.clone(), findings);
        let refused = allowed::element(&tag.name).is_some();
        // The other attributes of a refused element are no problems of their own.
        let counts = |it: &&RawAttribute| !refused || it.name == "id";
        for attribute in attributes.iter().filter(counts) {
            let range = place(attribute.range.clone());
            findings.extend(checked(tag, attribute).map(|kind| HtmlFinding { kind, range }));
        }
        if !refused {
            self.end_left_out(&tag.name, depth);
            findings.extend(self.place(&tag.name, range.clone()));
        }
        let self_closing = matches!(tag.form, RawForm::Start { ends: true, .. });
        let draws = self.draws(&tag.name);
        if !(tag.is_void() || self_closing && draws) {
            *self.counts.entry((tag.name.clone(), depth)).or_default() += 1;
            let name = tag.name.clone().into();
            let (is_markdown, is_told) = (false, false);
            findings.extend(self.push(Open {
                name,
                depth,
                range,
                is_markdown,
                is_told,
                refused,
                draws,
                self_closing,
            }));
        }
    }

    /// Opens an element of Markdown, whose content stands inside `depth` blocks.
    pub fn markdown(&mut self, tag: &Tag, depth: usize, range: Range<usize>) -> Vec<HtmlFinding> {
        let names = placement::elements_of(tag);
        let mut findings = Vec::new();
        // A footnote stands at the end of the page, whatever is around its text.
        if let Some(name) = names.first().filter(|name| **name != placement::NOTE) {
            findings.extend(self.place_markdown(name, range.clone()));
        }
        // A heading contains the link to itself.
        if matches!(tag, Tag::Heading { .. }) {
            findings.extend(self.place_markdown("a", range.clone()));
        }
        for name in names {
            let open = Open {
                name: Cow::Borrowed(name),
                depth,
                range: range.clone(),
                is_markdown: true,
                is_told: false,
                refused: false,
                draws: false,
                self_closing: false,
            };
            findings.extend(self.push(open));
        }
        findings
    }

    /// Opens an element. Returns a problem if more are open than browsers nest.
    fn push(&mut self, open: Open) -> Option<HtmlFinding> {
        let range = open.range.clone();
        self.raw += usize::from(!open.is_markdown);
        self.open.push(open);
        let is_first = self.open.len() > MOST_OPEN && !std::mem::replace(&mut self.is_deep, true);
        let most = || MOST_OPEN.to_string();
        is_first.then(|| wrong(Code::NestedTooDeep, &most(), range))
    }

    /// Returns the problem if Markdown that becomes an element `name` cannot stand here. A
    /// conflict with raw HTML around it is reported once, at that HTML.
    pub fn place_markdown(&mut self, name: &str, range: Range<usize>) -> Option<HtmlFinding> {
        // Among Markdown's own elements, only links can be misplaced: inside another link.
        if self.raw == 0 && name != "a" {
            return None;
        }
        let (around, misplacement) = self.misplacement(name)?;
        let around = around.and_then(|at| self.open.get_mut(at));
        let range = match around.filter(|open| !open.is_markdown) {
            Some(open) => {
                let was_told = std::mem::replace(&mut open.is_told, true);
                (!was_told).then(|| open.range.clone())?
            }
            None => range,
        };
        Some(HtmlFinding { kind: HtmlFindingKind::Misplaced(misplacement), range })
    }

    /// Returns the problem if an element of raw HTML cannot stand here.
    fn place(&self, name: &str, range: Range<usize>) -> Option<HtmlFinding> {
        let (_, misplacement) = self.misplacement(name)?;
        Some(HtmlFinding { kind: HtmlFindingKind::Misplaced(misplacement), range })
    }

    /// Returns the reason why `name` cannot stand here, and the position of the open element
    /// that it conflicts with.
    fn misplacement(&self, name: &str) -> Option<(Option<usize>, Misplacement)> {
        let draws = self.open.last().is_some_and(|open| open.draws);
        let open = self.open.iter().rev().take(MOST_OPEN).map(|open| &*open.name);
        let open = open.take_while(|name| *name != placement::NOTE);
        let (around, misplacement) = placement::check(open, draws, name)?;
        Some((around.map(|steps| self.open.len() - 1 - steps), misplacement))
    }

    /// Returns a problem if text stands between the rows of a table.
    pub fn text(&mut self, text: &str, range: Range<usize>) -> Option<HtmlFinding> {
        let parent = self.open.last_mut().filter(|open| !open.is_told)?;
        let shown = || text.lines().next().unwrap_or_default().chars().take(LONGEST_SHOWN);
        let kind = HtmlFindingKind::Misplaced(placement::check_text(&parent.name, shown)?);
        parent.is_told = true;
        Some(HtmlFinding { kind, range })
    }

    /// Closes elements of raw HTML that need no end tag before `name`: `<li>a<li>b`.
    fn end_left_out(&mut self, name: &str, depth: usize) {
        let ended = placement::ended_by(name);
        let is_ended =
            |open: &Open| !open.is_markdown && open.depth == depth && ended.contains(&&*open.name);
        while self.open.last().is_some_and(is_ended) {
            self.take(self.open.len() - 1);
        }
    }

    /// Returns whether `name` begins a drawing, or a part of the open drawing. Only there an
    /// element can end itself: elsewhere browsers ignore the `/` of `<b/>`.
    fn draws(&self, name: &str) -> bool {
        let inside = self.open.last().is_some_and(|open| open.draws);
        name == "svg" || inside && !allowed::ends_drawing(name)
    }

    /// Closes the elements that were opened deeper than `depth`, inside Markdown blocks that
    /// end here. Returns a problem for each that should have been closed.
    pub fn leave(&mut self, depth: usize) -> Vec<HtmlFinding> {
        self.unclosed(self.open.partition_point(|open| open.depth <= depth))
    }

    /// Returns a problem for each element that is open when the body ends.
    pub fn finish(mut self) -> Vec<HtmlFinding> {
        self.unclosed(0)
    }

    fn end(
        &mut self,
        name: &str,
        range: Range<usize>,
        depth: usize,
        findings: &mut Vec<HtmlFinding>,
    ) {
        if self.counts.get(&(name.to_owned(), depth)).is_none_or(|count| *count == 0) {
            findings.push(wrong(Code::StrayHtmlEnd, name, range));
            return;
        }
        let fits = |open: &Open| !open.is_markdown && open.name == name && open.depth == depth;
        if let Some(at) = self.open.iter().rposition(fits) {
            findings.extend(self.unclosed(at + 1));
            self.take(at);
        }
    }

    /// Removes the open elements from the position `first` on, and returns a problem for each
    /// that should have been closed.
    fn unclosed(&mut self, first: usize) -> Vec<HtmlFinding> {
        let left = self.take(first).into_iter().filter(|open| !open.is_markdown);
        let needed = left.filter(|open| !open.refused && !has_optional_end(&open.name));
        let written =
            |open: &Open| [&*open.name, if open.self_closing { "/>" } else { ">" }].concat();
        needed
            .map(|open| wrong(Code::UnclosedHtml, &["<", &written(&open)].concat(), open.range))
            .collect()
    }

    /// Removes all open elements but the first `kept`, and returns them.
    fn take(&mut self, count: usize) -> Vec<Open> {
        let left = self.open.split_off(count);
        for open in left.iter().filter(|open| !open.is_markdown) {
            self.raw -= 1;
            if let Some(count) = self.counts.get_mut(&(open.name.to_string(), open.depth)) {
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
        let mut findings: Vec<HtmlFinding> = read.collect();
        findings.extend(elements.finish());
        let problem = |finding: HtmlFinding| match finding.kind {
            HtmlFindingKind::Wrong(code, about) => Some((code, about)),
            HtmlFindingKind::Refused(about, _) => Some((Code::UnsafeHtml, about)),
            HtmlFindingKind::Misplaced(misplaced) => Some((Code::MisplacedHtml, misplaced.found)),
            HtmlFindingKind::Id(_) | HtmlFindingKind::Link(..) => None,
        };
        findings.into_iter().filter_map(problem).collect()
    }

    #[test]
    fn elements_are_closed_in_the_block_where_they_were_opened() {
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

    /// Ways in which browsers have been made to run what looks like text.
    #[test]
    fn html_that_browsers_read_in_unexpected_ways_is_refused() {
        for (html, expected) in [
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
            assert!(all.iter().any(|about| about == expected), "{html}: {all:?}");
        }
    }

    #[test]
    fn misplaced_raw_html_is_reported() {
        for (html, expected) in [
            ("<ul><p>a</p></ul>", "<p>"),
            ("<p>a<div>b</div></p>", "<div>"),
            ("<table>a<tr><td>b</table>", "a"),
            ("<table><tr><div>b</div></tr></table>", "<div>"),
            ("<a href='#x'><b><a href='#y'>b</a></b></a>", "<a>"),
            ("<svg><div></div></svg>", "<div>"),
            ("<path d='M0 0'></path>", "<path>"),
            ("<td>a</td>", "<td>"),
            ("<summary>a</summary>", "<summary>"),
        ] {
            assert_eq!(problems(&[(html, 0)]), [(Code::MisplacedHtml, expected.into())], "{html}");
        }
        let right = "<p>a<p>b<ul><li>c<li><p>d</ul><table><caption>e</caption><tr><td><p>f<td>g\
                     <tbody><tr><td><div>h</div></table>";
        assert_eq!(problems(&[(&right.replace("<p>b", "<p>b</p>"), 0)]), []);
        let deep = problems(&[(&"<b>".repeat(MOST_OPEN + 9), 0)]);
        assert_eq!(deep[0], (Code::NestedTooDeep, MOST_OPEN.to_string()));
    }

    #[test]
    fn ordinary_raw_html_is_allowed() {
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
