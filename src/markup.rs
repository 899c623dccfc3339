//! Writes HTML and SVG. Text is escaped, elements close themselves, and no superfluous white
//! space is written.

use std::fmt::{self, Write};

use pulldown_cmark_escape::{escape_html, escape_html_body_text};

/// Markup under construction. An element is begun with [`Markup::start`], given
/// attributes, filled, and ended with [`Markup::end`].
#[derive(Debug, Default)]
pub struct Markup {
    out: String,
    open: Vec<&'static str>,
    /// True while the last tag still takes attributes: its `>` is not written yet.
    in_tag: bool,
}

/// A value of an attribute: text, which is escaped, or a number.
pub trait AttributeValue {
    /// Adds the value to `out`, escaped.
    fn write(self, out: &mut String);
}

impl AttributeValue for &str {
    fn write(self, out: &mut String) {
        // Writing into a string cannot fail.
        let _ = escape_html(out, self);
    }
}

impl AttributeValue for &String {
    fn write(self, out: &mut String) {
        self.as_str().write(out);
    }
}

impl AttributeValue for i32 {
    fn write(self, out: &mut String) {
        let _ = write!(out, "{self}");
    }
}

impl AttributeValue for fmt::Arguments<'_> {
    fn write(self, out: &mut String) {
        let _ = Escaping { out }.write_fmt(self);
    }
}

/// Escapes the text that is formatted through it.
struct Escaping<'o> {
    out: &'o mut String,
}

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.write(self.out);
        Ok(())
    }
}

/// A place in the last opening tag at which an attribute can still be added.
#[derive(Clone, Copy, Debug)]
pub struct TagEnd(usize);

impl Markup {
    pub fn with_capacity(bytes: usize) -> Self {
        Markup { out: String::with_capacity(bytes), open: Vec::new(), in_tag: false }
    }

    /// Begins an element that has content.
    pub fn start(&mut self, name: &'static str) -> &mut Self {
        self.void(name);
        self.open.push(name);
        self
    }

    /// Writes an element without content (`<br>`, `<img>`).
    pub fn void(&mut self, name: &str) -> &mut Self {
        self.finish_tag();
        self.out.push('<');
        self.out.push_str(name);
        self.in_tag = true;
        self
    }

    /// Adds an attribute to the element just begun.
    pub fn attr(&mut self, name: &str, value: impl AttributeValue) -> &mut Self {
        debug_assert!(self.in_tag, "{name} has no element");
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        value.write(&mut self.out);
        self.out.push('"');
        self
    }

    /// Adds an attribute whose presence is its value.
    pub fn flag(&mut self, name: &str) -> &mut Self {
        debug_assert!(self.in_tag, "{name} has no element");
        self.out.push(' ');
        self.out.push_str(name);
        self
    }

    /// Returns the end of the attributes of the element just begun, for [`Markup::attr_at`].
    pub fn tag_end(&self) -> TagEnd {
        TagEnd(self.out.len())
    }

    /// Adds an attribute to an element that was begun earlier.
    pub fn attr_at(&mut self, at: TagEnd, name: &str, value: &str) {
        let mut attribute = Markup { in_tag: true, ..Markup::default() };
        attribute.attr(name, value);
        self.out.insert_str(at.0, &attribute.out);
    }

    pub fn text(&mut self, text: &str) -> &mut Self {
        self.finish_tag();
        let _ = escape_html_body_text(&mut self.out, text);
        self
    }

    /// Adds finished markup.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.finish_tag();
        self.out.push_str(markup);
        self
    }

    /// Ends the element begun last.
    pub fn end(&mut self) -> &mut Self {
        self.finish_tag();
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self
    }

    /// Ends the element begun last, which is empty, as XML does: SVG has no void elements.
    pub fn empty(&mut self) -> &mut Self {
        debug_assert!(self.in_tag, "an element with content is not empty");
        self.in_tag = false;
        self.open.pop();
        self.out.push_str("/>");
        self
    }

    /// Writes an element that contains only text.
    pub fn element(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.start(name).text(text).end()
    }

    /// Returns the number of bytes written, including the end of a tag that still takes
    /// attributes.
    pub(crate) fn len(&self) -> usize {
        self.out.len() + usize::from(self.in_tag)
    }

    /// Returns the number of open elements.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Ends all open elements and returns the markup.
    pub fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.end();
        }
        self.finish_tag();
        self.out
    }

    fn finish_tag(&mut self) {
        if std::mem::take(&mut self.in_tag) {
            self.out.push('>');
        }
    }
}

impl Write for Markup {
    /// Writes formatted text, escaped.
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.text(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut markup = Markup::default();
        markup.start("p").attr("title", "a \"b\" & <c>").text("1 < 2 & 3").void("br").end();
        assert_eq!(
            markup.finish(),
            "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">1 &lt; 2 &amp; 3<br></p>"
        );
    }

    #[test]
    fn drawings_are_written_as_xml() {
        let mut markup = Markup::default();
        markup.start("g").attr("class", format_args!("{}\"b", "a"));
        markup.start("path").attr("x", -3).empty();
        markup.element("text", "a < b");
        assert_eq!(
            markup.finish(),
            "<g class=\"a&quot;b\"><path x=\"-3\"/><text>a &lt; b</text></g>"
        );
    }

    #[test]
    fn open_elements_are_ended() {
        let mut markup = Markup::default();
        markup.start("ul").start("li");
        let end = markup.tag_end();
        markup.text("x");
        markup.attr_at(end, "id", "a");
        assert_eq!(markup.finish(), "<ul><li id=\"a\">x</li></ul>");
    }
}
