//! The parts of a translation that are marked as not translated yet or still to be written.
//! They begin with a mark, and are for the translator, not for readers.
//!
//! Before the file is read, their text is replaced by spaces. So every other part keeps its
//! offset, and all stages see a page without these sections.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use toml::de::{DeTable, DeValue};

use super::front_matter::Fences;
use crate::markdown::{DIAGRAM, MarkdownText, begins_unfinished};

/// A file with marked parts.
pub struct Masked {
    /// The file's text, as long as before, with spaces in place of the marked parts.
    pub text: String,
    /// The place of the first mark.
    pub first: Range<usize>,
    /// True if too little is left for a page: all of the body is marked, or the title or the
    /// description, which every page needs.
    pub is_whole: bool,
}

/// Masks the marked parts of the file `text`; `None` if it has none of `marks`.
pub fn mask(text: &str, fences: &Fences, marks: &[&str]) -> Option<Masked> {
    if !marks.iter().any(|mark| memmem::find(text.as_bytes(), mark.as_bytes()).is_some()) {
        return None;
    }
    let toml = &text[fences.toml.clone()];
    let (table, _) = DeTable::parse_recoverable(toml);
    let mut front = Vec::new();
    mark_table(toml, table.get_ref(), &mut front);
    let body = &text[fences.body.clone()];
    let of_body = body_parts(body);
    let lacks_words = ["title", "description"]
        .iter()
        .any(|key| table.get_ref().get(*key).is_some_and(|value| is_marked(value.get_ref())));
    let place = |start: usize| move |part: Range<usize>| start + part.start..start + part.end;
    let front = front.into_iter().map(place(fences.toml.start));
    let parts: Vec<Range<usize>> =
        front.chain(of_body.into_iter().map(place(fences.body.start))).collect();
    let first = parts.iter().min_by_key(|part| part.start)?.clone();
    let masked = blank(text, &parts);
    let is_empty = !body.trim().is_empty() && masked[fences.body.clone()].trim().is_empty();
    Some(Masked { is_whole: lacks_words || is_empty, first, text: masked })
}

/// Returns `text` with `parts` replaced by spaces. A part that begins with a line break is an
/// item: its line breaks are removed too, because a blank line would separate the items around
/// it.
fn blank(text: &str, parts: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for part in parts {
        let keeps_lines = !text[part.clone()].starts_with(['\n', '\r']);
        for byte in &mut bytes[part.clone()] {
            if !(keeps_lines && matches!(byte, b'\n' | b'\r')) {
                *byte = b' ';
            }
        }
    }
    // Whole characters are replaced, byte by byte.
    String::from_utf8(bytes).unwrap_or_default()
}

/// Adds the keys of `table` whose words are marked. If a table below it has a marked key, all
/// of that table is added. Returns whether `table` itself has a marked key.
#[allow(clippy::collapsible_match)]
fn mark_table(toml: &str, table: &DeTable, parts: &mut Vec<Range<usize>>) -> bool {
    let mut own = false;
    for (key, value) in table {
        let line = line_around(toml, key.span().start);
        match value.get_ref() {
            DeValue::Table(below) if toml[line.clone()].trim_start().starts_with('[') => {
                if mark_table(toml, below, parts) {
                    parts.push(line);
                    parts.extend(
                        below.iter().map(|(key, value)| key.span().start..value.span().end),
                    );
                }
            }
            value_data if is_marked(value_data) => {
                own = true;
                parts.push(key.span().start..value.span().end);
            }
            _ => {}
        }
    }
    own
}

fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |after| at + after);
    start..end
}

/// Returns whether a text in `value` begins with the mark.
fn is_marked(value: &DeValue) -> bool {
    match value {
        DeValue::String(text) => begins_unfinished(text),
        DeValue::Array(items) => items.iter().any(|item| is_marked(item.get_ref())),
        DeValue::Table(table) => table.values().any(|value| is_marked(value.get_ref())),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            false
        }
    }
}

/// Returns the marked sections, items and diagrams of `body`.
fn body_parts(body: &str) -> Vec<Range<usize>> {
    let mut finder = Finder { body, ..Finder::default() };
    for (event, range) in MarkdownText::new(body).events() {
        finder.event(&event, range);
    }
    finder.close_section(body.len());
    finder.parts
}

#[derive(Default)]
struct Finder<'b> {
    body: &'b str,
    parts: Vec<Range<usize>>,
    /// The start of the open section, and whether it is marked.
    section: (usize, bool),
    /// The number of open blocks in which a heading begins no section.
    depth: u32,
    /// The open items.
    items: Vec<Range<usize>>,
    /// Set if the next text is the first of something.
    next: Next,
    diagram: Option<Range<usize>>,
}

/// The part that the next text begins.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Next {
    #[default]
    Section,
    Task,
    Nothing,
}

impl Finder<'_> {
    fn event(&mut self, event: &Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(_) => self.next = Next::Task,
            Event::Text(text) => self.text(text),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { .. } if self.depth == 0 => {
                self.close_section(range.start);
                self.section = (range.start, false);
                self.next = Next::Section;
            }
            Tag::Item => {
                self.items.push(range);
                self.depth += 1;
            }
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList => {
                self.depth += 1
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info))
                if info.split_whitespace().next() == Some(DIAGRAM) =>
            {
                self.diagram = Some(range);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Item => {
                self.items.pop();
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionList => {
                self.depth = self.depth.saturating_sub(1);
            }
            TagEnd::CodeBlock => self.diagram = None,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(diagram) = &self.diagram {
            let (table, _) = DeTable::parse_recoverable(text);
            if table.get_ref().values().any(|value| is_marked(value.get_ref())) {
                self.parts.push(diagram.clone());
            }
            return;
        }
        let begins = begins_unfinished(text);
        match std::mem::replace(&mut self.next, Next::Nothing) {
            Next::Section if begins => self.section.1 = true,
            Next::Task if begins => self.mask_item(),
            Next::Section | Next::Task | Next::Nothing => {}
        }
    }

    /// Masks the innermost open item with the line break before it.
    fn mask_item(&mut self) {
        let Some(item) = self.items.last() else { return };
        let end = item.start + self.body[item.clone()].trim_end().len();
        let before = self.body[..item.start].trim_end_matches([' ', '\t']);
        let before = before
            .strip_suffix('\n')
            .map_or(before, |line| line.strip_suffix('\r').unwrap_or(line));
        self.parts.push(before.len()..end);
    }

    fn close_section(&mut self, end: usize) {
        let (start, is_marked) = self.section;
        if is_marked {
            // The empty lines before it are not its own.
            self.parts.push(end - self.body[start..end].trim_start().len()..end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{markdown::UNFINISHED, model::SourceId, parse::front_matter::fences};
    fn masked(front: &str, body: &str) -> Option<(String, bool)> {
        let text = format!("+++\n{front}+++\n{body}");
        let Ok(fences) = fences(SourceId(0), &text) else { panic!("it has fences") };
        let masked = mask(&text, &fences, &UNFINISHED)?;
        assert_eq!(masked.text.len(), text.len());
        let lines = masked.text.lines().map(str::trim_end).filter(|line| !line.is_empty());
        Some((lines.collect::<Vec<_>>().join("\n"), masked.is_whole))
    }

    const TITLE: &str = "title = \"가\"\ndescription = \"나\"\n";

    #[test]
    fn nothing_is_masked_without_a_mark() {
        assert_eq!(masked(TITLE, "## 가\n\n[untranslated-link](a.md)\n"), None);
        assert_eq!(masked(TITLE, "```text\n## [미번역] 가\n```\n"), None);
    }

    #[test]
    fn marked_sections_items_and_diagrams_are_masked() {
        let body = "머리글\n\n## TODO: B\n\nText\n\n## [미번역] A {#a}\n\nText\n\n## 나\n\n- [ ] 하나 {#1}\n- [ ] [미번역] two\n  more {#2}\n- [ ] 셋 {#3}\n\n\
                    ```diagram\nkind = \"signals\"\n[[flow]]\nlabel = \"[untranslated] x\"\n```\n";
        let (text, is_whole) = masked(TITLE, body).expect("marks");
        assert!(text.ends_with("머리글\n## 나\n- [ ] 하나 {#1}\n- [ ] 셋 {#3}"), "{text}");
        assert!(!is_whole);
    }

    #[test]
    fn a_heading_behind_a_masked_part_keeps_its_line() {
        for marked in ["[미번역]\n\nLead.", "[미번역] Lead.", "## [미번역] A\n\nText"] {
            for line_end in ["\n", "\r\n"] {
                let body =
                    format!("\n{marked}\n\n## 비용 {{#costs}}\n\n돈\n").replace('\n', line_end);
                let (text, _) = masked(TITLE, &body).expect("a mark");
                assert!(text.ends_with("+++\n## 비용 {#costs}\n돈"), "{text}");
            }
        }
    }

    #[test]
    fn items_around_a_masked_one_stay_together() {
        let text = format!("+++\n{TITLE}+++\n- [ ] a\n- [ ] [미번역] b\n- [ ] c\n");
        let Ok(fences) = fences(SourceId(0), &text) else { panic!("it has fences") };
        let masked = mask(&text, &fences, &UNFINISHED).expect("a mark").text;
        assert!(!masked.contains("\n\n") && !masked.lines().any(|line| line.trim().is_empty()));
    }

    #[test]
    fn marked_keys_are_masked_and_tables_as_a_whole() {
        let front = format!(
            "{TITLE}evidence = [\n  \"[미번역] x\",\n]\n\n[items.a]\nlabel = \"[미번역] A\"\nreason = \"나\"\n\n[items.b]\nlabel = \"비\"\n"
        );
        let (text, is_whole) = masked(&front, "글\n").expect("marks");
        assert_eq!(text, format!("+++\n{TITLE}[items.b]\nlabel = \"비\"\n+++\n글"));
        assert!(!is_whole);
    }

    #[test]
    fn a_translation_without_title_or_body_is_no_page_yet() {
        let whole = |front: &str, body: &str| masked(front, body).map(|(_, is_whole)| is_whole);
        assert_eq!(whole("title = \"[미번역] A\"\ndescription = \"나\"\n", "글"), Some(true));
        assert_eq!(whole(TITLE, "[미번역]\n\nText\n"), Some(true));
        assert_eq!(whole(TITLE, "[미번역]\n\nText\n\n## 나\n\n글\n"), Some(false));
    }
}
