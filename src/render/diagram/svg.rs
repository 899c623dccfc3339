//! Writes markup: one writer that escapes what it is given and closes what it
//! opens. It knows elements and attributes, and nothing of diagrams.

use std::fmt::{Display, Write};

/// Markup being written.
#[derive(Debug, Default)]
pub struct Markup {
    out: String,
}

/// An element whose start tag is still open. One of the methods that take
/// `self` by value must end it.
#[must_use = "an element is written when it is ended"]
pub struct Element<'m> {
    markup: &'m mut Markup,
    name: &'static str,
}

impl Markup {
    pub fn new() -> Markup {
        Markup { out: String::with_capacity(16 * 1024) }
    }

    /// Begins the element `name`.
    pub fn element(&mut self, name: &'static str) -> Element<'_> {
        self.out.push('<');
        self.out.push_str(name);
        Element { markup: self, name }
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    /// Adds a stylesheet of the program's own, which has nothing to escape.
    pub fn style(&mut self, css: &'static str) {
        self.out.push_str("<style>");
        self.out.push_str(css);
        self.out.push_str("</style>");
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.out
    }
}

impl Element<'_> {
    /// Adds an attribute.
    pub fn attr(self, name: &str, value: impl Display) -> Self {
        let out = &mut self.markup.out;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        // Writing to a string cannot fail.
        let _ = write!(Escaping { out }, "{value}");
        out.push('"');
        self
    }

    /// Ends the element around what `body` writes.
    pub fn children(self, body: impl FnOnce(&mut Markup)) {
        self.markup.out.push('>');
        body(self.markup);
        self.markup.out.push_str("</");
        self.markup.out.push_str(self.name);
        self.markup.out.push('>');
    }

    /// Ends the element around text.
    pub fn text(self, text: &str) {
        self.children(|markup| markup.text(text));
    }

    /// Ends an element that has nothing in it.
    pub fn empty(self) {
        self.markup.out.push_str("/>");
    }
}

/// Escapes what is formatted through it.
struct Escaping<'o> {
    out: &'o mut String,
}

impl Write for Escaping<'_> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        escape(text, self.out);
        Ok(())
    }
}

/// Text and attribute values alike. Control characters, which XML cannot hold,
/// are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_close_and_text_is_text() {
        let mut markup = Markup::new();
        markup.element("g").attr("class", "a\"b").children(|g| {
            g.element("path").attr("d", "M0 0").empty();
            g.element("text").text("1 < 2 & 3\u{1}");
        });
        assert_eq!(
            markup.finish(),
            "<g class=\"a&quot;b\"><path d=\"M0 0\"/><text>1 &lt; 2 &amp; 3</text></g>"
        );
    }
}
