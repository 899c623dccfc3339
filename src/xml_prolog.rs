//! The prolog of an XML file, which is what stands before its first element (XML 1.0, section
//! 2.8). Browsers read more in it than the parser of SVG does: declared attributes become
//! attributes of elements, and entities may contain markup. So only listed forms are read here.

use std::ops::Range;

use rustc_hash::FxHashMap;

/// A name that stands for a plain text: `&name;`.
#[derive(Debug, PartialEq, Eq)]
pub struct Entity<'t> {
    pub name: &'t str,
    pub value: &'t str,
}

/// Returns the entities that `text` declares; in place of them, the range of the first
/// declaration that is neither a document type nor an entity of plain text.
pub fn entities(text: &str) -> Result<Vec<Entity<'_>>, Range<usize>> {
    let mut reader = PrologReader { text, at: 0, entities: Vec::new() };
    reader.comments();
    let start = reader.at;
    if reader.takes("<!DOCTYPE") && reader.document_type().is_none() {
        return Err(reader.declaration_from(start));
    }
    reader.comments();
    match reader.rest().starts_with("<!") {
        true => Err(reader.declaration_from(reader.at)),
        false => Ok(reader.entities),
    }
}

/// Returns how many bytes the references to `entities` in `text` stand for.
pub fn expanded(text: &str, entities: &[Entity]) -> usize {
    if entities.is_empty() {
        return 0;
    }
    let mut lengths: FxHashMap<&str, usize> = FxHashMap::default();
    for entity in entities {
        // Of two with one name the first holds.
        lengths.entry(entity.name).or_insert(entity.value.len());
    }
    let names = text.split('&').skip(1).filter_map(|rest| {
        let end = rest.bytes().position(|byte| !is_name(char::from(byte)))?;
        rest[end..].starts_with(';').then(|| &rest[..end])
    });
    names.filter_map(|name| lengths.get(name)).sum()
}

/// Returns whether the XML declaration names no encoding but UTF-8. In another one, browsers
/// would read another text. A declaration of another form counts as one.
pub fn is_utf8_declared(text: &str) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = PrologReader { text, at: 0, entities: Vec::new() };
    !reader.takes("<?xml") || !reader.takes_space() || reader.declares_utf8().is_some()
}

/// Returns whether a name of a document type or an entity may contain `c`.
const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | ':' | '.' | '-')
}

struct PrologReader<'t> {
    text: &'t str,
    /// The offset up to which the text has been read.
    at: usize,
    entities: Vec<Entity<'t>>,
}

impl<'t> PrologReader<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn takes(&mut self, expected: &str) -> bool {
        let fits = self.rest().starts_with(expected);
        self.at += if fits { expected.len() } else { 0 };
        fits
    }

    fn takes_space(&mut self) -> bool {
        let rest = self.rest().trim_start_matches([' ', '\t', '\r', '\n']);
        let start = std::mem::replace(&mut self.at, self.text.len() - rest.len());
        self.at > start
    }

    /// Reads up to and including `end`; to the end of the text if it is missing.
    fn skip_past(&mut self, end: &str) {
        self.at = self.rest().find(end).map_or(self.text.len(), |at| self.at + at + end.len());
    }

    /// Reads comments and processing instructions with the space around them.
    fn comments(&mut self) {
        loop {
            self.takes_space();
            if self.takes("<!--") {
                self.skip_past("-->");
            } else if self.takes("<?") {
                self.skip_past("?>");
            } else {
                return;
            }
        }
    }

    fn name(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
        self.at += name.len();
        (!name.is_empty()).then_some(name)
    }

    /// Reads a text in quotes.
    fn quoted(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = &rest[1..1 + rest[1..].find(quote)?];
        self.at += value.len() + 2;
        Some(value)
    }

    /// Reads the rest of a document type.
    fn document_type(&mut self) -> Option<()> {
        self.takes_space();
        self.name()?;
        self.takes_space();
        let ids = if self.takes("PUBLIC") { 2 } else { usize::from(self.takes("SYSTEM")) };
        for _ in 0..ids {
            self.takes_space();
            self.quoted()?;
        }
        self.takes_space();
        if self.takes("[") {
            while !self.takes("]") {
                self.declaration()?;
            }
            self.takes_space();
        }
        self.takes(">").then_some(())
    }

    /// Reads space, a comment or the declaration of an entity.
    fn declaration(&mut self) -> Option<()> {
        if self.takes_space() {
            return Some(());
        }
        if self.takes("<!--") {
            self.skip_past("-->");
            return Some(());
        }
        let start = self.at;
        let entity = self.entity();
        if entity.is_none() {
            // This is what is wrong, not the document type around it.
            self.at = start;
        }
        self.entities.push(entity?);
        Some(())
    }

    fn entity(&mut self) -> Option<Entity<'t>> {
        let begins = self.takes("<!ENTITY") && self.takes_space();
        let name = self.name().filter(|_| begins)?;
        self.takes_space();
        let value = self.quoted().filter(|value| !value.contains(['&', '<', '%']))?;
        self.takes_space();
        self.takes(">").then_some(Entity { name, value })
    }

    /// Returns the range of the beginning of a declaration: where reading stopped, or else at
    /// `start`.
    fn declaration_from(&self, start: usize) -> Range<usize> {
        let start = if self.rest().starts_with("<!") { self.at } else { start };
        let ends = |c: char| c.is_whitespace() || matches!(c, '[' | '>');
        let length = self.text[start..].find(ends).unwrap_or(self.text.len() - start);
        start..start + length
    }

    /// Reads the rest of an XML declaration; `None` if it names another encoding.
    fn declares_utf8(&mut self) -> Option<()> {
        let version = self.attribute("version")?;
        version.strip_prefix("1.").filter(|minor| minor.bytes().all(|b| b.is_ascii_digit()))?;
        if let Some(encoding) = self.attribute("encoding") {
            let names = ["utf-8", "utf8", "us-ascii", "ascii"];
            names.iter().find(|name| name.eq_ignore_ascii_case(encoding))?;
        }
        self.attribute("standalone");
        self.takes("?>").then_some(())
    }

    fn attribute(&mut self, name: &str) -> Option<&'t str> {
        self.takes_space();
        if !self.takes(name) {
            return None;
        }
        self.takes_space();
        let has_value = self.takes("=");
        self.takes_space();
        let value = self.quoted().filter(|_| has_value);
        self.takes_space();
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_entities_are_read() {
        let text = "<?xml version='1.0'?><!-- <!x> -->\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \
            \"a.dtd\" [\n<!-- a -->\n<!ENTITY a 'http://a.example/>'>\n<!ENTITY b \"it's\" >\n]>\n<svg/>";
        let [a, b] = [("a", "http://a.example/>"), ("b", "it's")]
            .map(|(name, value)| Entity { name, value });
        assert_eq!(entities(text), Ok(vec![a, b]));
        for text in
            ["<svg/>", "", "<!DOCTYPE svg><svg/>", "<!DOCTYPE svg SYSTEM '<!--'><svg/>", "text"]
        {
            assert_eq!(entities(text), Ok(Vec::new()), "{text}");
        }
    }

    #[test]
    fn other_declarations_are_refused() {
        let attributes = "<!ATTLIST svg onload CDATA 'a'>";
        for (text, refused) in [
            (format!("<?xpacket <!--?><!DOCTYPE svg [{attributes}]><svg/>"), "<!ATTLIST"),
            (format!("<!DOCTYPE svg SYSTEM '<!--' [{attributes}]><svg/>"), "<!ATTLIST"),
            (format!("<!DOCTYPE svg [ {attributes}]><svg/>"), "<!ATTLIST"),
            ("<!DOCTYPE svg [<!ENTITY a '>&#60;script>'>]><svg/>".into(), "<!ENTITY"),
            ("<!DOCTYPE svg [<!ENTITY a 'b'><!ENTITY % c 'd'>]><svg/>".into(), "<!ENTITY"),
            ("<!DOCTYPE svg [<!ENTITY a SYSTEM 'b'>]><svg/>".into(), "<!ENTITY"),
            ("<!DOCTYPE svg [%a;]><svg/>".into(), "<!DOCTYPE"),
            ("<!DOCTYPE svg [".into(), "<!DOCTYPE"),
            ("<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>".into(), "<!DOCTYPE"),
            ("<!ELEMENT a><svg/>".into(), "<!ELEMENT"),
        ] {
            assert_eq!(entities(&text).map_err(|range| &text[range]), Err(refused), "{text}");
        }
    }

    #[test]
    fn references_are_counted() {
        let entities =
            [("a", "12345"), ("a", "1"), ("b", "12")].map(|(name, value)| Entity { name, value });
        assert_eq!(expanded("&a; &b;&b; &c; &amp; &a &; 가&가;", &entities), 9);
    }

    #[test]
    fn only_utf_8_is_declared() {
        for text in [
            "<svg/>",
            "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='no'?><svg/>",
            "<?xml version='1.1'?>",
            "<?xml version = '1.0' encoding = 'ascii' ?>",
            "<?xml-stylesheet href='a'?>",
        ] {
            assert!(is_utf8_declared(text), "{text}");
        }
        for text in [
            "<?xml version='1.0' encoding='gbk'?>",
            "<?xml version='encodingutf-8' encoding='gbk'?>",
            "<?xml encoding='utf-8' version='1.0'?>",
            "<?xml version='1.0' encoding='utf-7",
        ] {
            assert!(!is_utf8_declared(text), "{text}");
        }
    }
}
