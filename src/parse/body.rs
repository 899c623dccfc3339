//! Parses a Markdown body: its outline, its links, the ids that can be linked to, its length.
//! It renders nothing.

mod characters;
mod escapes;
mod footnotes;
mod formula;
mod headings;
mod literal;
mod not_read;
mod remarks;

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    diagram::{self, KindName},
    highlight,
    markdown::{
        Anchors, DIAGRAM, MATH, MOST_ATTRIBUTES, MarkdownText, SHOW_SOURCE, TO_WRITE, figure_ids,
        is_inline, is_reserved, pinned_id,
    },
    model::{Diagram, Heading, Link, LinkKind, Section, SourceId, Span},
};

use footnotes::FootnoteUses;
use headings::RawHeading;
use remarks::Remarks;

use super::{
    raw_html,
    sections::{Collector, NamingContext},
    unwritten,
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
    pub remarks: Vec<Span>,
    pub word_count: u32,
    /// The first thing that raw HTML may not contain.
    pub refused: Option<Box<Diagnostic>>,
}

/// Reads `body`, which begins at `offset` in its file.
pub fn read(source: SourceId, body: &str, offset: usize, diagnostics: &mut Diagnostics) -> Body {
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
        quotation: false,
        task: false,
        sections: Collector::default(),
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

/// Returns the place of an empty line that ends a block of HTML, which goes on from `from`,
/// where indented HTML follows: Markdown reads that as code.
fn empty_line_in_html(body: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from + body.get(from..)?.find('\n')? + 1;
    let mut lines = body[at..].split_inclusive('\n');
    let empty = loop {
        let line = lines.next()?;
        if line.trim().is_empty() {
            break at..at;
        }
        at += line.len();
    };
    let next = lines.find(|line| !line.trim().is_empty())?;
    let is_indented = next.starts_with("    ") || next.starts_with('\t');
    (is_indented && next.trim_start().starts_with('<')).then_some(empty)
}

/// Returns the number of words between ASCII white space. Other white space is rare enough
/// for an estimate of the reading time.
fn word_count(text: &str) -> u32 {
    /// The most neighbours whose count fits in a byte.
    const AT_ONCE: usize = 255;
    let is_space = |byte: u8| (byte == b' ') | (byte.wrapping_sub(b'\t') < 5);
    let starts = |(before, byte): (&u8, &u8)| u8::from(is_space(*before) & !is_space(*byte));
    let bytes = text.as_bytes();
    let Some((first, rest)) = bytes.split_first() else { return 0 };
    // Pairs of neighbours and small sums, so that the compiler can vectorise the loop.
    let runs = bytes.chunks(AT_ONCE).zip(rest.chunks(AT_ONCE));
    let found = runs.map(|(a, b)| u32::from(a.iter().zip(b).map(starts).sum::<u8>()));
    u32::from(!is_space(*first)) + found.sum::<u32>()
}

/// Returns the text of a block with the offsets of the file: the prefix of its lines there
/// (an indent, a quotation's `>`) is replaced by as many spaces.
fn with_file_offsets<'t>(written: &'t str, text: &'t str) -> Cow<'t, str> {
    if written == text {
        return written.into();
    }
    let mut toml = String::with_capacity(written.len());
    let mut lines = text.lines();
    for line in written.split_inclusive('\n') {
        let ending = line.len() - line.trim_end_matches(['\r', '\n']).len();
        let (content, ending) = line.split_at(line.len() - ending);
        let stripped = lines.next().filter(|stripped| content.ends_with(stripped)).unwrap_or("");
        toml.extend(std::iter::repeat_n(' ', content.len() - stripped.len()));
        toml.push_str(stripped);
        toml.push_str(ending);
    }
    toml.into()
}

/// Returns the part of `range` of `body` at which `needle` is written, or all of it.
fn narrow(body: &str, range: &Range<usize>, needle: &str) -> Range<usize> {
    match body[range.clone()].rfind(needle) {
        Some(at) if !needle.is_empty() => range.start + at..range.start + at + needle.len(),
        _ => range.clone(),
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

/// The block that the next text belongs to.
#[derive(Default)]
struct Inside {
    heading: bool,
    code: bool,
    diagram: bool,
    /// A block of HTML.
    html: bool,
    math: bool,
    image: Option<OpenImage>,
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
    /// A quotation has begun, whose first words may be meant as a callout.
    quotation: bool,
    /// A task list item has begun, whose text may end with `{#id}`.
    task: bool,
    sections: Collector,
    remarks: Remarks,
    watcher: not_read::Watcher,
    /// Where the blocks of diagrams are.
    diagrams: Vec<Range<usize>>,
    /// What fences name that is no language: each is told once.
    unknown_languages: FxHashSet<Box<str>>,
}

impl Reader<'_> {
    /// `ends_label` tells that no text of an open task's label follows, which is where it
    /// pins its id.
    fn event(&mut self, event: Event, range: Range<usize>, ends_label: bool) {
        if !is_inline(&event) && std::mem::take(&mut self.task) {
            self.leave();
        }
        self.sections.event(&event, &range);
        self.callout(&event, &range);
        self.remark(&event, &range);
        self.not_read(&event, &range);
        match event {
            // A block of HTML stands among the blocks around it.
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(tag) => {
                self.depth += 1;
                let found = self.elements.markdown(&tag, self.depth, range.clone());
                self.record_html_findings(found);
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
                self.stands("a", range);
                self.footnotes.used.insert(label.to_lowercase());
            }
            Event::TaskListMarker(_) => {
                self.task = true;
                // Its label.
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

    /// Leaves a block, or the label of a task.
    fn leave(&mut self) {
        self.depth -= 1;
        let unclosed = self.elements.leave(self.depth);
        self.record_html_findings(unclosed);
    }

    /// Checks whether what is written as an element `name` can stand here.
    fn stands(&mut self, name: &str, range: Range<usize>) {
        let found = self.elements.place_markdown(name, range);
        self.record_html_findings(found);
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
            Tag::Link { dest_url, .. } => self.link(LinkKind::Link, &dest_url, range),
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

    /// Notes that `id` is written at `range`; an id can stand only once.
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

    fn code_block(&mut self, kind: &CodeBlockKind, range: Range<usize>) {
        self.inside.code = true;
        let CodeBlockKind::Fenced(info) = kind else { return };
        self.unclosed_fence(&range);
        let Some(token) = highlight::language_of(info) else { return };
        self.inside.diagram = token == DIAGRAM;
        if self.inside.diagram {
            self.diagram_fence(info, &range);
        }
        self.inside.math = token == MATH;
        if !highlight::is_known(token)
            && !self.inside.math
            && !self.unknown_languages.contains(token)
        {
            self.unknown_languages.insert(token.into());
            let fence = range.start..range.start + first_line(&self.body[range.clone()]).len();
            let place = fence.start + self.body[fence.clone()].find(token).unwrap_or(0);
            let near = highlight::usual_name(token);
            self.report(Code::UnknownCodeLanguage, place..place + token.len(), |d| {
                let unknown = d.arg("found", token);
                match near {
                    None if KindName::from_name(token).is_some() => unknown.hint("diagram"),
                    Some(near) => unknown.arg("suggestion", near).hint("did-you-mean"),
                    None => unknown,
                }
            });
        }
        if highlight::is_highlighted(token) && highlight::is_costly(&self.body[range.clone()]) {
            let place = narrow(self.body, &range, token);
            self.report(Code::CodeTooLong, place, |d| d);
        }
    }

    /// Reports what a diagram's fence says beside `diagram` and `source`.
    fn diagram_fence(&mut self, info: &str, range: &Range<usize>) {
        let rest = info.trim_start().trim_start_matches(DIAGRAM);
        for word in rest.split_whitespace().filter(|word| *word != SHOW_SOURCE) {
            let fence = range.start..range.start + first_line(&self.body[range.clone()]).len();
            let place = narrow(self.body, &fence, word);
            self.report(Code::DiagramFence, place, |d| {
                d.arg("found", word).suggest(word, [SHOW_SOURCE])
            });
        }
    }

    /// Reads a diagram block.
    fn diagram(&mut self, text: &str, range: Range<usize>) {
        self.diagrams.push(range.clone());
        for place in unwritten::in_toml(&self.body[range.clone()]) {
            self.report(
                Code::ToBeWritten,
                range.start + place.start..range.start + place.end,
                |d| d,
            );
        }
        let toml = with_file_offsets(&self.body[range.clone()], text);
        let offset = self.offset + range.start;
        let diagram = diagram::read(self.source, &toml, offset, self.diagnostics);
        if let Some(diagram) = &diagram {
            let id = &diagram.id;
            let first = *self.drawn.entry(id.value.clone()).or_insert(id.span);
            if first == id.span {
                figure_ids(&id.value).iter().for_each(|part| self.pin_at(part, id.span));
            } else {
                let twice = Diagnostic::new(Code::DuplicateDiagram, id.span);
                self.diagnostics.push(twice.arg("id", &*id.value).also(first));
            }
        }
        self.links_of(diagram.as_ref());
        self.found.diagrams.push(diagram);
    }

    fn links_of(&mut self, diagram: Option<&Diagram>) {
        let links = diagram.map_or(&[][..], |diagram| &diagram.links);
        for link in links {
            let (kind, dest) = (LinkKind::Link, link.value.as_str().into());
            self.found.links.push(Link { kind, dest, span: link.span });
        }
        self.sections.skip_links(links.len());
    }

    fn html(&mut self, html: &str, range: Range<usize>) {
        // The description of an image is its text alone.
        if self.inside.image.is_some() {
            return;
        }
        let written = self.body.get(range.clone()).is_some_and(|written| written == html);
        let place = |part: Range<usize>| match written {
            true => range.start + part.start..range.start + part.end,
            // In a quotation each line has its `>` before it.
            false => narrow(self.body, &range, html[part].lines().next().unwrap_or_default()),
        };
        let found = self.elements.read(html, self.depth, place);
        self.record_html_findings(found);
    }

    fn record_html_findings(&mut self, found: impl IntoIterator<Item = raw_html::HtmlFinding>) {
        for raw_html::HtmlFinding { kind, range } in found {
            match kind {
                raw_html::HtmlFindingKind::Id(id) => {
                    self.pin(&id, range);
                    self.found.ids.push(id.into());
                }
                raw_html::HtmlFindingKind::Link(link, dest) => {
                    self.link(link, &dest, range);
                    self.sections.link();
                }
                raw_html::HtmlFindingKind::Misplaced(misplaced) => {
                    self.misplaced(misplaced, range);
                }
                raw_html::HtmlFindingKind::Wrong(Code::NestedTooDeep, most) => {
                    self.report(Code::NestedTooDeep, range, |d| {
                        d.arg("what", "levels").arg("most", most)
                    });
                }
                raw_html::HtmlFindingKind::Refused(about, why) => self.refuse(about, why, range),
                raw_html::HtmlFindingKind::Wrong(Code::UnclosedHtml, about)
                    if let Some(place) = empty_line_in_html(self.body, range.end) =>
                {
                    let told = |d: &Diagnostic| d.span == self.span(place.clone());
                    if !self.diagnostics.iter().any(told) {
                        self.report(Code::UnclosedHtml, place, |d| {
                            d.arg("found", about).arg("case", "empty-line").hint("empty-line")
                        });
                    }
                }
                raw_html::HtmlFindingKind::Wrong(code, about) => {
                    let hint = match code {
                        Code::MissingAltText => Some("html"),
                        Code::UnclosedHtml if about.ends_with("/>") => Some("self-closing"),
                        _ => None,
                    };
                    self.report(code, range, |d| Diagnostic {
                        hint,
                        ..d.arg("found", about).arg("case", "other")
                    });
                }
            }
        }
    }

    fn misplaced(&mut self, misplaced: raw_html::Misplacement, range: Range<usize>) {
        let raw_html::Misplacement { found, parent, expected, hint } = misplaced;
        let expected: Vec<String> = expected.iter().map(|name| format!("<{name}>")).collect();
        self.report(Code::MisplacedHtml, range, |d| {
            let d = d.arg("parent", parent.as_deref().unwrap_or("none")).hint(hint);
            d.arg("suggestion", expected.join(", ")).arg("found", found)
        });
    }

    fn refuse(&mut self, about: String, why: raw_html::HtmlRefusal, range: Range<usize>) {
        let near = raw_html::near(&about, why);
        let refused = Diagnostic::new(Code::UnsafeHtml, self.span(range));
        let refused = refused.arg("found", about).hint(why.hint(self.inside.html));
        let refused = match why {
            raw_html::HtmlRefusal::Crowded => refused.arg("most", MOST_ATTRIBUTES.to_string()),
            _ => refused,
        };
        let refused = match near {
            Some(near) => refused.arg("suggestion", near).hint("did-you-mean"),
            None => refused,
        };
        self.found.refused.get_or_insert_with(|| Box::new(refused.clone()));
        self.diagnostics.push(refused);
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
        self.remarks_end();
        self.unused_footnotes();
        self.unseen_characters();
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
        // They are kept for every page, and many of them have room to grow.
        self.found.outline.shrink_to_fit();
        self.found.sections = self.sections.finish(&NamingContext {
            source: self.source,
            body: self.body,
            offset: self.offset,
            outline: &self.found.outline,
            diagrams: &self.found.diagrams,
            remarks: &self.remarks.places,
        });
        self.found.remarks = self.remarks.places;
        self.found
    }
}
