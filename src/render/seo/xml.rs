//! Writes XML through quick-xml: elements with attributes and text, all escaped.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// A document that is being written. Writing to memory cannot fail.
pub struct Xml(Writer<Vec<u8>>);

/// Attributes of an element, in order.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// Creates a document that begins with the XML declaration.
    pub fn new() -> Xml {
        let mut xml = Xml(Writer::new(Vec::new()));
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Writes an element; `body` writes its content.
    pub fn element(&mut self, name: &str, attributes: Attributes, body: impl FnOnce(&mut Xml)) {
        self.write(Event::Start(start(name, attributes)));
        body(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// Writes an empty element.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Writes an element that contains only text.
    pub fn text(&mut self, name: &str, attributes: Attributes, text: &str) {
        let text = without_controls(text);
        self.element(name, attributes, |xml| xml.write(Event::Text(BytesText::new(&text))));
    }

    pub fn finish(self) -> String {
        String::from_utf8(self.0.into_inner()).unwrap_or_default()
    }

    fn write(&mut self, event: Event) {
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'a>) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// Removes control characters: XML 1.0 does not even allow them escaped.
fn without_controls(text: &str) -> std::borrow::Cow<'_, str> {
    let forbidden = |c: char| {
        c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    match text.contains(forbidden) {
        true => text.replace(forbidden, "").into(),
        false => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut xml = Xml::new();
        xml.element("a", &[("b", "\"<&")], |xml| xml.text("c", &[], "1 < 2 & \u{1}3"));
        assert_eq!(
            xml.finish(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\
             <a b=\"&quot;&lt;&amp;\"><c>1 &lt; 2 &amp; 3</c></a>"
        );
    }
}
