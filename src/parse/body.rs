//! Parses a Markdown body: its outline, its links, the ids that can be linked to, its length.
//! It renders nothing.

mod characters;
mod code_block;
mod escapes;
mod footnotes;
mod formula;
mod headings;
mod html;
mod literal;
mod not_read;
mod remarks;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    markdown::{Anchors, MarkdownText, TO_WRITE, is_inline, is_reserved, pinned_id},
    model::{Diagram, Heading, Lang, Link, LinkKind, Section, SourceId, Span},
};

use footnotes::FootnoteUses;
use headings::RawHeading;
use remarks::Remarks;

use super::{
    raw_html,
    sections::{Collector, NamingContext},
};

/// The parsed content of a body.
#[derive(Debug, Default)]
pub struct Body {
    pub outline: Vec<Heading>,
    pub ids: Vec<Box<str>>,
    pub links: Vec<Link>,
    pub tasks: Vec<Option<Box<str>>>,
    pub diagrams: Vec<Option<Diagram>>,
    pub sections: Vec<Section>,
    pub misread: Vec<Span>,
    pub remarks: Vec<Span>,
    pub word_count: u32,
    /// True if more is shown than headings.
    pub has_content: bool,
    /// The problem of the first raw HTML that is refused.
    pub refused: Option<Box<Diagnostic>>,
}

/// Reads `body`, which is in `lang` and begins at `offset` in its file.
pub fn read(
    (source, lang): (SourceId, Lang),
    body: &str,
    offset: usize,
    diagnostics: &mut Diagnostics,
) -> Body {
    let prepared = MarkdownText::new(body);
    let mut reader = Reader {
        source,
        body,
        offset,
        diagnostics,
        found: Body::default(),
        headings: Vec::new(),
        pinned: FxHashMap::default(),
        drawn: FxHashMap::default(),
        footnotes: FootnoteUses::default(),
        inside: Inside::default(),
        depth: 0,
        elements: raw_html::Elements::default(),
        empty_lines: html::EmptyLines::default(),
        quotation: false,
        task: false,
        sections: Collector::new(lang),
        remarks: Remarks::default(),
        watcher: not_read::Watcher::default(),
        diagrams: Vec::new(),
        unknown_languages: FxHashSet::default(),
    };
    let mut events = prepared.events().peekable();
    while let Some((event, range)) = events.next() {
        let ends_label = reader.task && events.peek().is_none_or(|(next, _)| !is_inline(next));
        reader.event(event, range, ends_label);
    }
    reader.meaningless_definitions(prepared.definitions());
    reader.finish()
}

/// Returns the number of words, which ASCII white space separates. Other white space is too rare
/// to matter for the reading time.
fn word_count(text: &str) -> u32 {
    /// The longest stretch whose count surely fits in a byte.
    const AT_ONCE: usize = 255;
    let is_space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let starts = |(before, byte): (&u8, &u8)| u8::from(is_space(*before) & !is_space(*byte));
    let bytes = text.as_bytes();
    let Some((first, rest)) = bytes.split_first() else { return 0 };
    // Pairs of neighbours and small sums, so that the compiler can vectorise the loop.
    let runs = bytes.chunks(AT_ONCE).zip(rest.chunks(AT_ONCE));
    let counts = runs.map(|(a, b)| u32::from(a.iter().zip(b).map(starts).sum::<u8>()));
    u32::from(!is_space(*first)) + counts.sum::<u32>()
}

/// Returns whether readers see anything of an event.
fn shows_something(event: &Event) -> bool {
    match event {
        Event::Text(text) => !text.trim().is_empty(),
        Event::Html(html) | Event::InlineHtml(html) => raw_html::shows_something(html),
        Event::Start(tag) => matches!(tag, Tag::Image { .. }),
        Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => true,
        Event::End(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
        Event::SoftBreak | Event::HardBreak | Event::Rule => false,
    }
}

/// Returns the last place of `needle` in `range` of `body`, or all of `range`.
fn narrow(body: &str, range: &Range<usize>, needle: &str) -> Range<usize> {
    match body[range.clone()].rfind(needle) {
        Some(at) if !needle.is_empty() => range.start + at..range.start + at + needle.len(),
        _ => range.clone(),
    }
}

/// The kinds of block that are open.
#[derive(Default)]
struct Inside {
    heading: bool,
    code: bool,
    diagram: bool,
    /// Code whose fence is never closed.
    open_fence: bool,
    /// A block of HTML.
    html: bool,
    math: bool,
    image: Option<OpenImage>,
    link: Option<OpenLink>,
}

/// A link whose words are being read.
struct OpenLink {
    start: usize,
    has_words: bool,
}

/// An image whose description is being read.
struct OpenImage {
    start: usize,
    described: bool,
}

struct Reader<'a> {
    source: SourceId,
    body: &'a str,
    offset: usize,
    diagnostics: &'a mut Diagnostics,
    found: Body,
    headings: Vec<RawHeading>,
    pinned: FxHashMap<String, Span>,
    /// The ids of diagrams, and where each is written first.
    drawn: FxHashMap<String, Span>,
    footnotes: FootnoteUses,
    inside: Inside,
    /// The number of open blocks of Markdown.
    depth: usize,
    elements: raw_html::Elements,
    empty_lines: html::EmptyLines,
    /// True at the beginning of a quotation, whose first words may be meant as a callout.
    quotation: bool,
    /// True in the label of a task, whose text may end with `{#id}`.
    task: bool,
    sections: Collector,
    remarks: Remarks,
    watcher: not_read::Watcher,
    /// The ranges of diagram blocks.
    diagrams: Vec<Range<usize>>,
    /// Names of unknown languages at fences: each is reported once.
    unknown_languages: FxHashSet<Box<str>>,
}

impl Reader<'_> {
    /// Handles one event. `ends_label` is true for the last event of a task's label, whose text may
    /// end with the task's id.
    fn event(&mut self, event: Event, range: Range<usize>, ends_label: bool) {
        self.note(&event, &range);
        match event {
            // A block of HTML stands among the blocks around it.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(tag) => {
                self.depth += 1;
                let findings = self.elements.markdown(&tag, self.depth, range.clone());
                self.record_html_findings(findings);
                self.start(tag, range);
            }
            Event::End(tag) => {
                self.leave();
                self.end(tag, range);
            }
            Event::Text(text) => self.text(&text, range, ends_label),
            Event::Code(code) => {
                self.stands("code", range);
                self.heading_text(&code);
                self.words(&code);
            }
            Event::Html(html) => {
                self.literal_in_html(&html, &range);
                self.inside.html = true;
                self.html(&html, range);
                self.inside.html = false;
            }
            Event::InlineHtml(html) => self.html(&html, range),
            Event::FootnoteReference(label) => {
                self.stands("sup", range.clone());
                self.stands("a", range);
                self.footnotes.used.insert(label.to_lowercase());
            }
            Event::TaskListMarker(_) => {
                self.task = true;
                // The label of the task counts as a block.
                self.depth += 1;
                self.found.tasks.push(None);
            }
            Event::Rule => self.stands("hr", range),
            Event::SoftBreak | Event::HardBreak => self.heading_text(" "),
            Event::InlineMath(formula) => {
                self.stands("math", range.clone());
                self.formula(&formula, range);
            }
            Event::DisplayMath(_) => {}
        }
    }

    /// Notes what an event of any kind says of the blocks around it.
    fn note(&mut self, event: &Event, range: &Range<usize>) {
        if !is_inline(event) && std::mem::take(&mut self.task) {
            self.leave();
        }
        self.sections.event(event, range);
        self.callout(event, range);
        self.read_remarks(event, range);
        self.not_read(event, range);
        self.found.has_content |= !self.inside.heading && shows_something(event);
        if let Some(link) = &mut self.inside.link {
            link.has_words |= shows_something(event);
        }
    }

    /// Leaves a block, or the label of a task.
    fn leave(&mut self) {
        self.depth -= 1;
        let unclosed = self.elements.leave(self.depth);
        self.record_html_findings(unclosed);
    }

    /// Checks that Markdown which becomes the element `name` can stand here.
    fn stands(&mut self, name: &str, range: Range<usize>) {
        let finding = self.elements.place_markdown(name, range);
        self.record_html_findings(finding);
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, classes, attrs } => {
                let ignored = !classes.is_empty() || !attrs.is_empty();
                self.heading_attributes(ignored, range.clone());
                self.heading(level, id.as_deref(), range);
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.link(LinkKind::Link, &["mailto:", &dest_url].concat(), range);
            }
            Tag::Link { dest_url, .. } => {
                self.inside.link = Some(OpenLink { start: range.start, has_words: false });
                self.link(LinkKind::Link, &dest_url, range);
            }
            Tag::Image { dest_url, .. } => {
                self.inside.image = Some(OpenImage { start: range.start, described: false });
                self.link(LinkKind::Image, &dest_url, range);
            }
            Tag::FootnoteDefinition(label) => {
                self.footnote(&label, range);
            }
            Tag::CodeBlock(kind) => self.code_block(&kind, range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Heading(_) => self.heading_end(range),
            TagEnd::CodeBlock => {
                self.inside.code = false;
                self.inside.math = false;
                if std::mem::take(&mut self.inside.diagram) {
                    self.diagram("", range.end..range.end);
                }
            }
            TagEnd::Link => {
                // One without an address is reported as such.
                let has_address = self.found.links.last().is_some_and(|link| !link.dest.is_empty());
                if let Some(OpenLink { start, has_words: false }) = self.inside.link.take()
                    && has_address
                {
                    let label = |d: Diagnostic| d.arg("case", "label").hint("label");
                    self.report(Code::EmptyLink, start..range.end, label);
                }
            }
            TagEnd::Image => {
                if let Some(OpenImage { start, described: false }) = self.inside.image.take() {
                    self.report(Code::MissingAltText, start..range.end, |d| d);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>, ends_label: bool) {
        if self.inside.code {
            if std::mem::take(&mut self.inside.diagram) {
                self.diagram(text, range);
            } else if self.inside.math {
                self.formulas(text, &range);
            }
            return;
        }
        if let Some(image) = &mut self.inside.image {
            image.described |= !text.trim().is_empty();
        }
        let moved = self.elements.text(text, range.clone());
        self.record_html_findings(moved);
        self.heading_text(text);
        self.words(text);
        self.sections.text(text, &range);
        if text.starts_with(TO_WRITE) {
            self.report(Code::ToBeWritten, range.clone(), |d| d);
        }
        self.unknown_footnotes(range.clone());
        self.spaced_link(&range);
        self.unknown_reference(&range);
        if self.task
            && ends_label
            && let Some((_, id)) = pinned_id(text)
        {
            self.pin(id, range);
            self.sections.pin_task(id);
            self.found.ids.push(id.into());
            if let Some(task) = self.found.tasks.last_mut() {
                *task = Some(id.into());
            }
        }
    }

    /// Returns the first part of `range` that is as long as `mark`.
    fn opening(&self, range: &Range<usize>, mark: &str) -> Range<usize> {
        let end = (range.start + mark.len()).min(range.end);
        let end = (end..=range.end).find(|at| self.body.is_char_boundary(*at));
        range.start..end.unwrap_or(range.end)
    }

    fn words(&mut self, text: &str) {
        self.found.word_count += word_count(text);
    }

    /// Records that `id` is written at `range`. A repeated or reserved id is reported.
    fn pin(&mut self, id: &str, range: Range<usize>) {
        let span = self.span(narrow(self.body, &range, id));
        if is_reserved(id) {
            self.diagnostics.push(Diagnostic::new(Code::ReservedId, span).arg("id", id));
        }
        self.pin_at(id, span);
    }

    fn pin_at(&mut self, id: &str, span: Span) {
        if let Some(first) = self.pinned.insert(id.to_owned(), span) {
            let again = Diagnostic::new(Code::DuplicateAnchor, span).arg("id", id).also(first);
            self.diagnostics.push(again);
        }
    }

    fn link(&mut self, kind: LinkKind, dest: &str, range: Range<usize>) {
        let span = self.span(narrow(self.body, &range, dest));
        self.found.links.push(Link { kind, dest: dest.into(), span });
    }

    fn span(&self, range: Range<usize>) -> Span {
        let end = range.start + self.body[range.clone()].trim_end().len();
        Span::new(self.source, self.offset + range.start..self.offset + end)
    }

    fn report(
        &mut self,
        code: Code,
        range: Range<usize>,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        self.diagnostics.push(fill(Diagnostic::new(code, self.span(range))));
    }

    fn finish(mut self) -> Body {
        self.finish_remarks();
        self.unused_footnotes();
        self.unseen_characters();
        self.found.misread.sort_unstable_by_key(|place| place.start);
        let unclosed = std::mem::take(&mut self.elements).finish();
        self.record_html_findings(unclosed);
        let mut anchors = Anchors::default();
        self.pinned.keys().for_each(|id| anchors.pin(id));
        let outline = self.headings.into_iter().map(|heading| {
            let text = heading.text.trim();
            let id = heading.pinned.unwrap_or_else(|| anchors.derive(text));
            Heading { level: heading.level, id: id.into(), text: text.into() }
        });
        self.found.outline = outline.collect();
        // Outlines are kept for every page, and spare capacity would add up.
        self.found.outline.shrink_to_fit();
        self.found.sections = self.sections.finish(&NamingContext {
            source: self.source,
            body: self.body,
            offset: self.offset,
            outline: &self.found.outline,
            diagrams: &self.found.diagrams,
            remarks: &self.remarks.spans,
        });
        self.found.remarks = self.remarks.spans;
        self.found
    }
}
