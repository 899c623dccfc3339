//! Cuts a page into passages, the units that a search returns: each heading with the text below
//! it, each task, and each defined term of the glossary. The first passage is the page itself, with
//! the text before its first heading. What stands in lines or cells on the page is told apart by
//! signs, so that an excerpt can be read.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use super::readable::{end_part, end_sentence, lead_on, push, push_sentence, tidy};
use crate::{
    diagram::{Diagram, KindName},
    markdown::{DIAGRAM, MATH, MarkdownText, pinned_id},
    math,
    model::{Document, KindFields, TERM_ANCHOR},
    quotation::curl,
};

/// A passage, as text in normalisation form C.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The id on its page; empty for the page itself.
    pub anchor: String,
    pub heading: String,
    pub text: String,
}

impl Passage {
    /// Returns whether it is a term of the glossary.
    pub fn is_term(&self) -> bool {
        self.anchor.starts_with(TERM_ANCHOR)
    }
}

/// Returns the passages of a page whose Markdown is `body`.
pub fn passages(document: &Document, body: &str) -> Vec<Passage> {
    let mut reader = PassageReader {
        document,
        all: vec![opening(document)],
        headings: 0,
        diagrams: 0,
        tasks: 0,
        state: ReaderState::Text,
        section: 0,
        current: 0,
    };
    for (event, _) in MarkdownText::new(body).events_as_parsed() {
        reader.event(event);
    }
    reader.all.extend(terms(document));
    for passage in &mut reader.all {
        passage.heading = tidy(&curl(&passage.heading, None));
        passage.text = tidy(&passage.text);
    }
    reader.all
}

/// Returns the passage of the page itself: its title and the words of its front matter.
fn opening(document: &Document) -> Passage {
    let front = &document.front;
    let mut text = String::new();
    push_sentence(&mut text, &front.description.value);
    let is_told = |name: &str| {
        matches!(name, "title" | "description" | "reviewer")
            || name.starts_with("seo")
            || name.starts_with(TERM)
    };
    for words in front.words.iter().filter(|words| !is_told(&words.name)) {
        words.text.lines().for_each(|line| push_sentence(&mut text, line));
    }
    if let KindFields::Changelog(release) = &front.fields {
        push_sentence(&mut text, &release.version.tag.replacen('-', " ", 1));
    }
    Passage { anchor: String::new(), heading: front.title.value.clone(), text }
}

/// The beginning of the keys of the glossary's terms.
const TERM: &str = "terms.";

/// Returns the terms of a glossary, each with its definition.
fn terms(document: &Document) -> impl Iterator<Item = Passage> {
    let words = document.front.words.iter();
    words.filter_map(|words| {
        let id = words.name.strip_prefix(TERM)?;
        // A term without a definition only says which words to use.
        let (heading, text) = words.text.split_once('\n')?;
        let anchor = [TERM_ANCHOR, id].concat();
        let mut definition = String::new();
        text.lines().for_each(|line| push_sentence(&mut definition, line));
        Some(Passage { anchor, heading: heading.to_owned(), text: definition })
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ReaderState {
    Text,
    /// In a heading, whose words come from the outline.
    Heading,
    Diagram,
    Code,
    /// In a block of formulas.
    Math,
}

struct PassageReader<'d> {
    document: &'d Document,
    all: Vec<Passage>,
    headings: usize,
    diagrams: usize,
    tasks: usize,
    state: ReaderState,
    /// The passage of the current section, and the passage that text is added to.
    section: usize,
    current: usize,
}

impl PassageReader<'_> {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) => self.text(&code),
            Event::SoftBreak | Event::HardBreak => self.push(" "),
            Event::TaskListMarker(_) => self.task(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.push(" "),
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule => {}
            Event::InlineMath(formula) => self.text(&math::plain(&formula)),
            Event::FootnoteReference(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { .. } => self.heading(),
            Tag::CodeBlock(kind) if is_fenced_as(DIAGRAM, kind) => {
                self.state = ReaderState::Diagram;
            }
            Tag::CodeBlock(kind) if is_fenced_as(MATH, kind) => self.state = ReaderState::Math,
            Tag::CodeBlock(_) => self.state = ReaderState::Code,
            // A list in an item; before other lists a sentence has ended.
            Tag::List(_) => lead_on(self.words()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.state = ReaderState::Text,
            TagEnd::CodeBlock if self.state == ReaderState::Diagram => self.diagram(),
            TagEnd::CodeBlock => self.state = ReaderState::Text,
            TagEnd::List(_) => self.current = self.section,
            TagEnd::DefinitionListTitle => self.push(": "),
            TagEnd::TableCell => end_part(self.words()),
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::DefinitionListDefinition => end_sentence(self.words()),
            _ => {}
        }
    }

    fn heading(&mut self) {
        self.state = ReaderState::Heading;
        let heading = self.document.outline.get(self.headings);
        self.headings += 1;
        self.begin(Passage {
            anchor: heading.map_or_else(String::new, |heading| heading.id.to_string()),
            heading: heading.map_or_else(String::new, |heading| heading.text.to_string()),
            text: String::new(),
        });
        self.section = self.current;
    }

    fn begin(&mut self, passage: Passage) {
        self.current = self.all.len();
        self.all.push(passage);
    }

    fn task(&mut self) {
        let id = self.document.tasks.get(self.tasks).cloned().flatten();
        self.tasks += 1;
        if let Some(id) = id {
            self.begin(Passage { anchor: id.into(), ..Passage::default() });
        }
    }

    fn diagram(&mut self) {
        self.state = ReaderState::Text;
        let diagram = self.document.diagrams.get(self.diagrams).and_then(Option::as_ref);
        self.diagrams += 1;
        if let Some(diagram) = diagram {
            push_diagram(self.words(), diagram);
        }
    }

    fn text(&mut self, text: &str) {
        match self.state {
            ReaderState::Text => self.push(pinned_id(text).map_or(text, |(before, _)| before)),
            ReaderState::Code => text.lines().for_each(|line| {
                self.words().push_str(line);
                end_part(self.words());
            }),
            ReaderState::Math => {
                for (_, line) in math::lines(text) {
                    push_sentence(self.words(), &math::plain(line));
                }
            }
            ReaderState::Heading | ReaderState::Diagram => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.state == ReaderState::Text {
            push(self.words(), text);
        }
    }

    /// Returns the text of the current passage.
    fn words(&mut self) -> &mut String {
        &mut self.all[self.current].text
    }
}

/// Appends a diagram: its title and its caption as sentences, then its labels, without the words
/// of a message that are only marked.
fn push_diagram(text: &mut String, diagram: &Diagram) {
    let head = [&*diagram.title, &*diagram.caption];
    head.into_iter().for_each(|words| push_sentence(text, words));
    let has_messages = matches!(diagram.data.kind(), KindName::Conversation | KindName::Practice);
    let mut message = "";
    for label in diagram.text.lines().filter(|line| !head.contains(line)) {
        if has_messages && message.contains(label) {
            continue;
        }
        push(text, label);
        end_part(text);
        message = if label.len() > message.len() { label } else { message };
    }
    end_sentence(text);
}

fn is_fenced_as(name: &str, kind: &CodeBlockKind) -> bool {
    let CodeBlockKind::Fenced(info) = kind else { return false };
    info.split_whitespace().next() == Some(name)
}
