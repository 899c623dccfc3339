//! Makes the first file of a translation from the source's text: without the shared keys, and
//! with every section marked as not translated yet.

use std::ops::Range;

use serde_spanned::Spanned;
use toml::de::{DeTable, DeValue};

use super::edits::Edits;
use crate::{
    diagram::KindName,
    lang::Lang,
    markdown::UNTRANSLATED,
    model::{Document, Section, SectionKind},
    schema::{Declaration, Property, ValueType},
};

/// Returns the mark for pages of a language.
pub const fn mark(lang: Lang) -> &'static str {
    match lang {
        Lang::En => UNTRANSLATED[0],
        Lang::Ko => UNTRANSLATED[1],
    }
}

/// Returns the file that begins the translation of `source` into `lang`. `file` is the source's
/// text, and `declaration` that of its kind.
pub fn translation(source: &Document, file: &str, declaration: &Declaration, lang: Lang) -> String {
    marked(source, file, declaration, lang).apply()
}

/// Returns the changes that make the source's text the beginning of a translation.
pub(super) fn marked<'t>(
    source: &Document,
    file: &'t str,
    declaration: &Declaration,
    lang: Lang,
) -> Edits<'t> {
    let mut edits = Edits::new(file);
    let mark = [mark(lang), " "].concat();
    let front = toml_of(source, file);
    let (table, _) = DeTable::parse_recoverable(&file[front.clone()]);
    let mut words = WordMarker {
        text: &file[front.clone()],
        offset: front.start,
        mark: &mark,
        edits: &mut edits,
    };
    words.keep_translated(table.get_ref(), &declaration.properties);
    words.drop_comments(table.get_ref());
    for section in &source.sections {
        mark_section(section, file, &mark, &mut edits);
    }
    edits
}

/// Returns the range of the TOML in a document's front matter.
pub(super) fn toml_of(document: &Document, file: &str) -> Range<usize> {
    let whole = document.front.span.range();
    let start = file[whole.clone()].find('\n').map_or(whole.end, |end| whole.start + end + 1);
    start..whole.end - "+++".len()
}

fn mark_section(section: &Section, file: &str, mark: &str, edits: &mut Edits) {
    let range = section.span.range();
    let written = &file[range.clone()];
    match section.kind {
        SectionKind::FrontMatter => {}
        // The mark is a paragraph of its own, because the text may begin with any block.
        SectionKind::Lead => {
            let start = range.start + written.len() - written.trim_start().len();
            edits.insert(start, &[mark.trim_end(), "\n\n"].concat());
        }
        SectionKind::Heading(_) => {
            let words = written.trim_start_matches('#').trim_start();
            edits.insert(range.end - words.len(), mark);
        }
        SectionKind::Task => {
            let words = written.find(']').map_or(0, |end| end + 1);
            let words = words + written[words..].len() - written[words..].trim_start().len();
            edits.insert(range.start + words, mark);
        }
        SectionKind::Diagram => mark_diagram(range, file, mark, edits),
    }
}

/// Returns the block of a diagram with its words marked.
pub(super) fn marked_diagram(block: &str, mark: &str) -> String {
    let mut edits = Edits::new(block);
    mark_diagram(0..block.len(), block, mark, &mut edits);
    edits.apply()
}

fn mark_diagram(range: Range<usize>, file: &str, mark: &str, edits: &mut Edits) {
    let written = &file[range.clone()];
    let Some(first) = written.find('\n') else { return };
    let end = written.rfind('\n').unwrap_or(written.len()).max(first + 1);
    let offset = range.start + first + 1;
    let text = &file[offset..range.start + end];
    let (table, _) = DeTable::parse_recoverable(text);
    let kind = table.get_ref().get("kind").and_then(|kind| kind.get_ref().as_str());
    let Some(kind) = kind.and_then(KindName::from_name) else { return };
    let mut words = WordMarker { text, offset, mark, edits };
    words.mark_all(table.get_ref(), &kind.declaration().properties);
}

/// Marks the texts of a TOML block in a file.
struct WordMarker<'a, 't> {
    text: &'a str,
    /// The offset of the block in the file.
    offset: usize,
    mark: &'a str,
    edits: &'a mut Edits<'t>,
}

impl WordMarker<'_, '_> {
    /// Marks the texts of `table`, and removes every key without text. Returns whether a key is
    /// left.
    fn keep_translated(&mut self, table: &DeTable, properties: &[Property]) -> bool {
        let mut keeps = false;
        for (key, value) in table {
            let property = properties.iter().find(|property| property.key == **key.get_ref());
            let is_kept =
                property.is_some_and(|property| match (&property.value, value.get_ref()) {
                    (ValueType::Map(item), DeValue::Table(below)) => self.keep_entries(below, item),
                    (_, _) if property.translated => {
                        self.mark(value.get_ref(), value.span());
                        true
                    }
                    _ => false,
                });
            keeps |= is_kept;
            if !is_kept {
                self.remove(key.span(), value);
            }
        }
        keeps
    }

    /// Keeps the texts of each entry of a map.
    fn keep_entries(&mut self, entries: &DeTable, item: &ValueType) -> bool {
        let ValueType::Table(properties) = item else { return false };
        let tables = entries.values().filter_map(|value| value.get_ref().as_table());
        let mut keeps = false;
        for table in tables {
            keeps |= self.keep_translated(table, properties);
        }
        keeps
    }

    /// Marks the texts of `table` and leaves the rest unchanged.
    fn mark_all(&mut self, table: &DeTable, properties: &[Property]) {
        for (key, value) in table {
            let property = properties.iter().find(|property| property.key == **key.get_ref());
            let Some(property) = property else { continue };
            self.mark_value(value.get_ref(), value.span(), &property.value, property.translated);
        }
    }

    fn mark_value(
        &mut self,
        value: &DeValue,
        at: Range<usize>,
        value_type: &ValueType,
        translated: bool,
    ) {
        match (value, value_type) {
            (DeValue::Table(table), ValueType::Table(properties)) => {
                self.mark_all(table, properties)
            }
            (DeValue::Table(table), ValueType::Map(item)) => {
                for value in table.values() {
                    self.mark_value(value.get_ref(), value.span(), item, translated);
                }
            }
            (DeValue::Array(items), ValueType::List { item, .. }) => {
                for value in items.iter() {
                    self.mark_value(value.get_ref(), value.span(), item, translated);
                }
            }
            _ if translated => self.mark(value, at),
            _ => {}
        }
    }

    /// Marks a text, or each text of a list.
    fn mark(&mut self, value: &DeValue, at: Range<usize>) {
        match value {
            DeValue::String(_) => {
                let written = &self.text[at.clone()];
                let quotes = written.len() - written.trim_start_matches(['"', '\'']).len();
                let opening = if quotes >= 3 { 3 } else { 1 };
                self.edits.insert(self.offset + at.start + opening, self.mark);
            }
            DeValue::Array(items) => {
                for item in items.iter() {
                    self.mark(item.get_ref(), item.span());
                }
            }
            _ => {}
        }
    }

    /// Removes a key with its line; for a table, its line and all its keys.
    fn remove(&mut self, key: Range<usize>, value: &Spanned<DeValue>) {
        let header = line_around(self.text, key.start);
        match value.get_ref() {
            DeValue::Table(below) if self.text[header.clone()].trim_start().starts_with('[') => {
                self.edits.remove(self.in_file(header));
                below.iter().for_each(|(key, value)| self.remove(key.span(), value));
            }
            _ => {
                let end = line_around(self.text, value.span().end).end;
                self.edits.remove(self.in_file(header.start..end));
            }
        }
    }

    /// Removes the comments, which are in the language of the source and explain its keys.
    fn drop_comments(&mut self, table: &DeTable) {
        let mut texts = Vec::new();
        table.values().for_each(|value| add_texts(value, &mut texts));
        let mut end = 0;
        for line in self.text.split_inclusive('\n') {
            let place = end..end + line.len();
            end = place.end;
            let is_text = texts.iter().any(|text| text.contains(&place.start));
            if line.trim_start().starts_with('#') && !is_text {
                self.edits.remove(self.in_file(place));
            }
        }
    }

    fn in_file(&self, range: Range<usize>) -> Range<usize> {
        self.offset + range.start..self.offset + range.end
    }
}

/// Adds the ranges of all strings in a value; a string of several lines may contain a `#`.
fn add_texts(value: &Spanned<DeValue>, texts: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(_) => texts.push(value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| add_texts(item, texts)),
        DeValue::Table(table) => table.values().for_each(|value| add_texts(value, texts)),
        _ => {}
    }
}

/// Returns the line that `at` is in, including its line break.
pub(super) fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after + 1);
    start..end
}
