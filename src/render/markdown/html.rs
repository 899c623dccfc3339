//! Raw HTML inside Markdown, converted to Markdown. The words of folds, links and images stay.
//! Tags that only affect the layout are removed, and so are comments, drawings and hidden
//! elements.

use crate::markdown::{RawForm, RawTag, raw_tags, tags_and_text};

/// The Markdown for a tag.
pub enum TagText {
    /// Text, or nothing.
    Words(String),
    /// The beginning of a link or an image, which takes the next target of the page.
    Link,
    Image {
        alt: String,
    },
    LinkEnd,
}

/// A part of raw HTML.
pub enum HtmlPart<'h> {
    Text(&'h str),
    Tag(TagText),
}

/// Converts raw HTML piece by piece; an element may begin in one piece and end in another.
#[derive(Default)]
pub struct HtmlReader {
    /// The element that is left out with its content, and the number of open elements of that
    /// name.
    left_out: Option<(String, usize)>,
    /// True for each open `a` that is a link.
    links: Vec<bool>,
}

impl HtmlReader {
    /// Returns whether the present content is left out.
    pub const fn leaves_out(&self) -> bool {
        self.left_out.is_some()
    }

    /// Passes the visible parts of `html` to `see`, each with the number of the page's link targets
    /// that were left out before it.
    pub fn read(&mut self, html: &str, mut see: impl FnMut(HtmlPart, usize)) {
        let html = &tags_and_text(html);
        let mut from = 0;
        let mut skipped = 0;
        for tag in raw_tags(html) {
            if matches!(tag.form, RawForm::Text | RawForm::Crowded) {
                continue;
            }
            let text = &html[from..tag.range.start.max(from)];
            from = tag.range.end.max(from);
            if !self.leaves_out() {
                see(HtmlPart::Text(text), 0);
            }
            let mut targets = targets(&tag);
            if self.passes(&tag) {
                let text = self.text_of(&tag);
                // Only these take their target themselves: the addresses of films and sounds are
                // not written.
                let takes_one = matches!(text, TagText::Link | TagText::Image { .. });
                targets = targets.saturating_sub(usize::from(takes_one));
                see(HtmlPart::Tag(text), std::mem::take(&mut skipped));
            }
            skipped += targets;
        }
        if !self.leaves_out() {
            see(HtmlPart::Text(&html[from..]), 0);
        }
        see(HtmlPart::Text(""), skipped);
    }

    /// Handles the beginning and end of elements that are left out. Returns whether `tag` is
    /// visible.
    fn passes(&mut self, tag: &RawTag) -> bool {
        match (&mut self.left_out, &tag.form) {
            (Some((name, depth)), RawForm::Start { ends, .. }) => {
                *depth += usize::from(*name == tag.name && !ends);
                false
            }
            (Some((name, depth)), RawForm::End) => {
                *depth -= usize::from(*name == tag.name);
                if *depth == 0 {
                    self.left_out = None;
                }
                false
            }
            (Some(_), _) => false,
            (None, RawForm::Start { attributes, ends }) => {
                let hidden = attributes.iter().any(|attribute| attribute.name == "hidden");
                let is_left_out = tag.name == "svg" || hidden;
                if is_left_out && !ends && !tag.is_void() {
                    self.left_out = Some((tag.name.clone(), 1));
                }
                !is_left_out
            }
            (None, _) => true,
        }
    }

    fn text_of(&mut self, tag: &RawTag) -> TagText {
        let RawForm::Start { attributes, .. } = &tag.form else {
            return match (&*tag.name, &tag.form) {
                ("a", RawForm::End) if self.links.pop() == Some(true) => TagText::LinkEnd,
                (name, RawForm::End) => TagText::Words(end_words(name)),
                _ => TagText::Words(String::new()),
            };
        };
        let value = |name: &str| {
            attributes.iter().find(|attribute| attribute.name == name).map(|a| a.value.clone())
        };
        match &*tag.name {
            "a" => {
                let is_link = value("href").is_some();
                self.links.push(is_link);
                if is_link { TagText::Link } else { TagText::Words(String::new()) }
            }
            "img" if value("src").is_some() => {
                TagText::Image { alt: value("alt").unwrap_or_default() }
            }
            "br" => TagText::Words("\n".to_owned()),
            "hr" => TagText::Words("\n---\n".to_owned()),
            name => TagText::Words(start_words(name)),
        }
    }
}

/// Returns how many attributes of a tag are targets of the page.
fn targets(tag: &RawTag) -> usize {
    let RawForm::Start { attributes, .. } = &tag.form else { return 0 };
    attributes.iter().filter(|attribute| tag.link(attribute).is_some()).count()
}

/// Returns the Markdown mark that begins and ends an element, if there is one.
fn mark(name: &str) -> Option<&'static str> {
    match name {
        "summary" | "b" | "strong" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption"
        | "figcaption" => Some("**"),
        "i" | "em" | "cite" | "dfn" => Some("*"),
        "del" | "s" => Some("~~"),
        _ => None,
    }
}

/// Returns whether the tags of an element are kept, because Markdown has no other form for it.
pub fn keeps_tags(name: &str) -> bool {
    matches!(
        name,
        "table"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "pre"
            | "blockquote"
            | "sub"
            | "sup"
            | "ruby"
            | "rt"
            | "rp"
    )
}

fn start_words(name: &str) -> String {
    match mark(name) {
        Some(mark) => mark.to_owned(),
        None if keeps_tags(name) => ["<", name, ">"].concat(),
        None => String::new(),
    }
}

fn end_words(name: &str) -> String {
    match mark(name) {
        Some(mark) => mark.to_owned(),
        None if keeps_tags(name) => ["</", name, ">"].concat(),
        None => String::new(),
    }
}
