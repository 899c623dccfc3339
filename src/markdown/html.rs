//! The tags of raw HTML inside Markdown, read by a tokenizer that follows the HTML standard.

use std::ops::Range;

use html5gum::{
    Error, HtmlString, Span, StartTag, Token, Tokenizer, emitters::default::DefaultEmitter,
};

use crate::{model::LinkKind, nesting};

/// A tag and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawTag {
    /// The name in lower case.
    pub name: String,
    pub form: RawForm,
    pub range: Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RawForm {
    /// `ends` is true for a tag that ends itself: `<path/>`.
    Start {
        attributes: Vec<RawAttribute>,
        ends: bool,
    },
    End,
    /// `<!DOCTYPE …>`, `<?php …`, `<![CDATA[…`: these are no part of a page's text.
    Declaration,
    /// The text ends inside a tag or a comment.
    Unfinished,
    /// A tag with more than [`MOST_ATTRIBUTES`]; nothing else of the text was read.
    Crowded,
    /// Text other than white space, up to the next tag or comment.
    Text,
}

/// An attribute. The name is in lower case, and character references in the value are resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawAttribute {
    pub name: String,
    pub value: String,
    pub range: Range<usize>,
}

/// The most attributes of a tag. The tokenizer calls itself for each of them.
pub const MOST_ATTRIBUTES: usize = 200;

/// Returns the tags of `html`, and the texts between them.
pub fn raw_tags(html: &str) -> Vec<RawTag> {
    if let Some(start) = nesting::crowded_tag(html, MOST_ATTRIBUTES) {
        let end = html[start..].find('\n').map_or(html.len(), |end| start + end);
        let range = start..end;
        return vec![RawTag { name: String::new(), form: RawForm::Crowded, range }];
    }
    let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    tokens.filter_map(|token| token.ok()).filter_map(|token| raw_tag(token, html)).collect()
}

/// Returns the tags and the text of `html`: without comments, which are for editors, and without a
/// tag that does not end. A `<` that begins no tag is escaped. So a browser reads the same tags as
/// [`raw_tags`], whatever the result is joined with.
pub fn tags_and_text(html: &str) -> String {
    if nesting::crowded_tag(html, MOST_ATTRIBUTES).is_some() {
        return html.replace('<', "&lt;");
    }
    let mut kept = String::with_capacity(html.len());
    let tokens = Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span());
    for token in tokens.flatten() {
        match token {
            Token::StartTag(StartTag { span, .. }) => kept.push_str(&html[char_range(&span, html)]),
            Token::EndTag(tag) => kept.push_str(&html[char_range(&tag.span, html)]),
            Token::String(text) => {
                kept.push_str(&html[char_range(&text.span, html)].replace('<', "&lt;"));
            }
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    kept
}

fn raw_tag(token: Token<usize>, html: &str) -> Option<RawTag> {
    match token {
        Token::StartTag(tag) => Some(RawTag {
            name: text(&tag.name),
            range: char_range(&tag.span, html),
            form: RawForm::Start { ends: tag.self_closing, attributes: attributes(tag, html) },
        }),
        Token::EndTag(tag) => Some(RawTag {
            name: text(&tag.name),
            range: char_range(&tag.span, html),
            form: RawForm::End,
        }),
        Token::Doctype(doctype) => Some(declaration(char_range(&doctype.span, html).start, html)),
        Token::Error(error) => match error.value {
            Error::CdataInHtmlContent
            | Error::IncorrectlyOpenedComment
            | Error::UnexpectedQuestionMarkInsteadOfTagName => {
                Some(declaration(char_range(&error.span, html).start, html))
            }
            error => unfinished(error, html),
        },
        Token::String(string) => {
            let range = char_range(&string.span, html);
            let written = &html[range.clone()];
            let start = range.end - written.trim_start().len();
            let range = start..start + written.trim().len();
            (!range.is_empty()).then(|| RawTag { name: String::new(), form: RawForm::Text, range })
        }
        Token::Comment(_) => None,
    }
}

/// Returns the declaration that begins at the last `<` up to `at`.
fn declaration(at: usize, html: &str) -> RawTag {
    let up_to = html.len().min(at + 1);
    let start = memchr::memrchr(b'<', &html.as_bytes()[..up_to]).unwrap_or(at);
    let end = html[start..].find('>').map_or(html.len(), |end| start + end + 1);
    RawTag { name: String::new(), form: RawForm::Declaration, range: start..end }
}

fn unfinished(error: Error, html: &str) -> Option<RawTag> {
    let opening = match error {
        Error::EofInTag => "<",
        Error::EofInComment => "<!--",
        _ => return None,
    };
    let start = html.rfind(opening)?;
    Some(RawTag { name: String::new(), form: RawForm::Unfinished, range: start..html.len() })
}

fn attributes(tag: StartTag<usize>, html: &str) -> Vec<RawAttribute> {
    let attribute =
        |(name, value): (HtmlString, html5gum::Spanned<HtmlString, usize>)| RawAttribute {
            name: text(&name),
            range: char_range(&value.span, html),
            value: text(&value.value),
        };
    let mut all: Vec<_> = tag.attributes.into_iter().map(attribute).collect();
    all.sort_by_key(|attribute| attribute.range.start);
    all
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Returns a span as a range between characters of `html`.
fn char_range(span: &Span<usize>, html: &str) -> Range<usize> {
    let floor = |at: usize| {
        let mut below = (0..=at.min(html.len())).rev();
        below.find(|at| html.is_char_boundary(*at)).unwrap_or(0)
    };
    floor(span.start)..floor(span.end).max(floor(span.start))
}

impl RawTag {
    /// Returns the kind of link that an attribute of this element is: one to a page, or to a
    /// file that the browser fetches to show the page.
    pub fn link(&self, attribute: &RawAttribute) -> Option<LinkKind> {
        match (attribute.name.as_str(), self.name.as_str()) {
            ("href" | "xlink:href", "a") | ("href", "area") => Some(LinkKind::Link),
            ("href" | "xlink:href", _) if !attribute.value.starts_with('#') => {
                Some(LinkKind::Image)
            }
            ("src" | "poster", _) => Some(LinkKind::Image),
            _ => None,
        }
    }

    /// Returns whether the element has no content and no end tag (HTML standard, "void
    /// elements").
    pub fn is_void(&self) -> bool {
        matches!(
            self.name.as_str(),
            "area"
                | "base"
                | "br"
                | "col"
                | "embed"
                | "hr"
                | "img"
                | "input"
                | "link"
                | "meta"
                | "source"
                | "track"
                | "wbr"
        )
    }
}

/// Returns whether the end tag of an element may be left out (HTML standard, "optional tags").
pub fn has_optional_end(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "dt"
            | "dd"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "colgroup"
            | "caption"
            | "option"
            | "optgroup"
            | "rt"
            | "rp"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start(html: &str) -> (RawTag, Vec<RawAttribute>) {
        let tag = raw_tags(html).into_iter().find(|tag| tag.form != RawForm::Text);
        let tag = tag.expect("a tag");
        let RawForm::Start { attributes, .. } = tag.form.clone() else { panic!("{tag:?}") };
        (tag, attributes)
    }

    #[test]
    fn attributes_have_their_values_and_places() {
        let html = "글 <A HREF='a.md?x&amp;y' open data-x=1>";
        let (tag, attributes) = start(html);
        assert_eq!((tag.name.as_str(), &html[tag.range]), ("a", &html[4..]));
        let shown: Vec<_> =
            attributes.iter().map(|a| (a.name.as_str(), a.value.as_str())).collect();
        assert_eq!(shown, [("href", "a.md?x&y"), ("open", ""), ("data-x", "1")]);
        assert_eq!(&html[attributes[0].range.clone()], "HREF='a.md?x&amp;y'");
    }

    #[test]
    fn an_element_links_to_a_page_or_to_a_file() {
        for (html, leads) in [
            ("<a href=b.md>", Some(LinkKind::Link)),
            ("<a xlink:href=b.md>", Some(LinkKind::Link)),
            ("<image xlink:href=b.png>", Some(LinkKind::Image)),
            ("<use href=#a>", None),
            ("<img src=b.png>", Some(LinkKind::Image)),
        ] {
            let (tag, attributes) = start(html);
            assert_eq!(tag.link(&attributes[0]), leads, "{html}");
        }
    }

    #[test]
    fn a_tag_has_few_attributes() {
        let html = |count| format!("글 <b {}>a</b>", "a ".repeat(count));
        assert_eq!(raw_tags(&html(MOST_ATTRIBUTES)).len(), 4);
        let crowded = raw_tags(&html(1_000_000));
        assert_eq!((crowded.len(), &crowded[0].form), (1, &RawForm::Crowded));
        assert_eq!(crowded[0].range.start, 4);
    }

    #[test]
    fn comments_hold_no_tags() {
        let forms = raw_tags("<!-- <script> --> 1 < 2").into_iter().map(|tag| tag.form);
        assert!(forms.eq([RawForm::Text]));
    }

    #[test]
    fn tags_are_those_that_were_read() {
        for (html, expected) in [
            ("a<!-- b -->c<!---->d<!-->e", "acde"),
            ("<p title=\"<!-- a -->\">b</p>", "<p title=\"<!-- a -->\">b</p>"),
            ("<!-- <b> \n\n --!><i>x</i>", "<i>x</i>"),
            ("<!-- a --!>b<!-- c -->d<!-- e --!>f<b title='<!--'>g", "bdf<b title='<!--'>g"),
            ("<!-- 한글", ""),
            ("<<!-- a -->img src=x onerror=y>", "&lt;img src=x onerror=y>"),
            ("<!--!><img src=x onerror=y>-->가 &lt; b", "가 &lt; b"),
            ("<!---!><img src=x onerror=y>-->", ""),
            ("</<!-- a -->p><b>c</b><", "p><b>c</b>&lt;"),
            ("a</", "a&lt;/"),
            ("<p>a</p><meta http-equiv=refresh ", "<p>a</p>"),
            ("1 < 2\r\n<br/>\0", "1 &lt; 2\r\n<br/>\0"),
        ] {
            assert_eq!(tags_and_text(html), expected);
        }
    }

    #[test]
    fn a_tag_at_the_end_of_the_text_is_unfinished() {
        for html in ["x <div class='a", "x <!-- never ends"] {
            let tags = raw_tags(html);
            assert_eq!((&tags[0].form, tags[0].range.clone()), (&RawForm::Text, 0..1), "{html}");
            assert_eq!((tags.len(), &tags[1].form), (2, &RawForm::Unfinished), "{html}");
            assert_eq!(tags[1].range.start, 2);
        }
    }
}
