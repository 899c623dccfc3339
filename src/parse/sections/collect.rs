//! Finds the sections of a body and their contents, event by event.

use std::{
    hash::{BuildHasher, Hash},
    ops::Range,
};

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use rustc_hash::FxBuildHasher;

use crate::{
    highlight,
    markdown::{DIAGRAM, MATH, figure_id},
    math::Formula,
    model::{
        CodeShape, Diagram, ForeignPassage, FormulaShape, Heading, Lang, LetterCounts, Quantity,
        Section, SectionKind, Series, SeriesKind, Shape, SourceId, Span,
    },
};

use super::passages::{ForeignBlock, PassageWatcher};
use crate::parse::quantities::quantities;

/// The most features of a section that are compared with its translation.
const MOST_FEATURES: usize = 64;

/// Watches the events of one body.
pub struct Collector {
    passages: PassageWatcher,
    found: Vec<FoundSection>,
    /// The section of the last heading, or the lead.
    current: usize,
    /// Tasks that are open, innermost last.
    tasks: Vec<usize>,
    /// Open items: the range of each, and whether it is a task.
    items: Vec<(Range<usize>, bool)>,
    /// Open lists and tables: the section of each, and its position among the section's series.
    series: Vec<(usize, usize)>,
    /// The number of open blocks in which a heading begins no section.
    depth: u32,
    headings: u32,
    links: u32,
    diagrams: u32,
    /// The number of open headings, links and images.
    outside_prose: u32,
}

/// A section that has no name yet.
struct FoundSection {
    kind: FoundKind,
    range: Range<usize>,
    heading: Option<u32>,
    pin: Option<Box<str>>,
    contents: Contents,
}

/// The contents from which a section's shape is made; ranges are of the body.
#[derive(Default)]
struct Contents {
    links: Vec<u32>,
    code: Vec<CodeShape>,
    series: Vec<Series>,
    footnotes: Vec<Span>,
    quantities: Vec<Quantity>,
    features: Vec<u64>,
    prose: LetterCounts,
    /// The letters of headings and links: titles elsewhere stay in their language.
    titles: LetterCounts,
    formulas: Vec<FormulaShape>,
    passages: Vec<ForeignPassage>,
}

#[derive(Clone, Copy)]
enum FoundKind {
    Lead,
    Heading(u8),
    Task,
    /// The position among the diagram blocks of the body.
    Diagram(u32),
}

/// The data from which the names and spans of sections are made.
pub struct NamingContext<'a> {
    pub source: SourceId,
    pub body: &'a str,
    /// The offset of the body in its file.
    pub offset: usize,
    pub outline: &'a [Heading],
    pub diagrams: &'a [Option<Diagram>],
    /// The places of remarks, which are no text.
    pub remarks: &'a [Span],
}

impl NamingContext<'_> {
    /// Returns whether a part of the body has no text.
    fn is_blank(&self, range: Range<usize>) -> bool {
        let mut from = range.start;
        for remark in self.remarks {
            let remark = remark.range();
            let (start, end) = (remark.start - self.offset, remark.end - self.offset);
            if start >= from && end <= range.end {
                if !self.body[from..start].trim().is_empty() {
                    return false;
                }
                from = end;
            }
        }
        self.body[from..range.end].trim().is_empty()
    }
}

impl Collector {
    /// Returns a collector for a page in `lang`.
    pub fn new(lang: Lang) -> Collector {
        Collector {
            passages: PassageWatcher::new(lang),
            found: Vec::new(),
            current: 0,
            tasks: Vec::new(),
            items: Vec::new(),
            series: Vec::new(),
            depth: 0,
            headings: 0,
            links: 0,
            diagrams: 0,
            outside_prose: 0,
        }
    }

    /// Handles the next event. Ranges are of the body.
    pub fn event(&mut self, event: &Event, range: &Range<usize>) {
        if self.found.is_empty() {
            self.open(FoundKind::Lead, 0..usize::MAX, None, None);
        }
        if let Some(ForeignBlock { place, words }) = self.passages.event(event) {
            self.target().passages.push(ForeignPassage { span: span(&place), words });
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::TaskListMarker(_) => self.task(),
            Event::Code(code) => self.feature(("code", &**code)),
            Event::FootnoteReference(_) => {
                let span = span(range);
                self.target().footnotes.push(span);
            }
            _ => {}
        }
    }

    /// Records a feature that is the same in every language.
    fn feature(&mut self, feature: impl Hash) {
        let hash = FxBuildHasher.hash_one(feature);
        let features = &mut self.target().features;
        if features.len() < MOST_FEATURES {
            features.push(hash);
        }
    }

    /// Handles the next text, which stands at `range`.
    pub fn text(&mut self, text: &str, range: &Range<usize>) {
        let is_prose = self.outside_prose == 0;
        let contents = self.target();
        let letters = if is_prose { &mut contents.prose } else { &mut contents.titles };
        let before = *letters;
        letters.add(text);
        let added = letters.since(&before);
        if is_prose {
            self.passages.text(text, added, range);
        }
        self.numbers(text, range);
    }

    /// Adds the quantities of the next text, which stands at `range`.
    fn numbers(&mut self, text: &str, range: &Range<usize>) {
        // Searching the whole text at once is faster than searching up to the first match.
        if !text.bytes().fold(false, |any, byte| any | byte.is_ascii_digit()) {
            return;
        }
        let quantities_in_file = quantities(text).into_iter().map(|(measure, place)| {
            // The text is shorter than its source if it has character references.
            let end = (range.start + place.end).min(range.end);
            let start = (range.start + place.start).min(end);
            Quantity { measure, text: text[place].into(), span: span(&(start..end)) }
        });
        self.target().quantities.extend(quantities_in_file);
    }

    /// Adds the next formula.
    pub fn formula(&mut self, formula: &Formula, range: &Range<usize>) {
        let shape = FormulaShape { shared: formula.shared().into(), span: span(range) };
        self.target().formulas.push(shape);
    }

    /// Sets the id of the open task.
    pub fn pin_task(&mut self, id: &str) {
        if let Some(task) = self.tasks.last() {
            self.found[*task].pin = Some(id.into());
        }
    }

    fn open(
        &mut self,
        kind: FoundKind,
        range: Range<usize>,
        heading: Option<u32>,
        pin: Option<Box<str>>,
    ) -> usize {
        self.found.push(FoundSection { kind, range, heading, pin, contents: Contents::default() });
        self.found.len() - 1
    }

    /// Returns the contents of the innermost open section.
    fn target(&mut self) -> &mut Contents {
        let at = self.tasks.last().copied().unwrap_or(self.current);
        &mut self.found[at].contents
    }

    /// Adds a link, of Markdown or raw HTML.
    pub fn link(&mut self) {
        let link = self.links;
        self.links += 1;
        self.target().links.push(link);
    }

    /// Ignores the next links, which come from the data of a diagram and are compared with it.
    pub fn skip_links(&mut self, count: usize) {
        self.links += count as u32;
    }

    fn start(&mut self, tag: &Tag, range: &Range<usize>) {
        self.outside_prose +=
            u32::from(matches!(tag, Tag::Heading { .. } | Tag::Link { .. } | Tag::Image { .. }));
        match tag {
            Tag::Heading { level, id, .. } => {
                let pin = id.as_deref().map(Into::into);
                self.heading(*level as u8, pin, range);
            }
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.feature(("link", neutral_address(dest_url)));
                self.link();
            }
            Tag::List(_) => self.open_series(SeriesKind::List, range),
            Tag::Table(_) => self.open_series(SeriesKind::Table, range),
            Tag::TableRow => self.lengthen(),
            Tag::Item => {
                self.lengthen();
                self.items.push((range.clone(), false));
                self.depth += 1;
            }
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList => {
                self.depth += 1
            }
            Tag::CodeBlock(kind) => self.code(kind, range),
            _ => {}
        }
    }

    fn end(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image => {
                self.outside_prose = self.outside_prose.saturating_sub(1);
            }
            TagEnd::Item => {
                self.depth = self.depth.saturating_sub(1);
                if let Some((_, true)) = self.items.pop() {
                    self.tasks.pop();
                }
            }
            TagEnd::List(_) | TagEnd::Table => _ = self.series.pop(),
            TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition | TagEnd::DefinitionList => {
                self.depth = self.depth.saturating_sub(1);
            }
            _ => {}
        }
    }

    fn heading(&mut self, level: u8, pin: Option<Box<str>>, range: &Range<usize>) {
        let heading = self.headings;
        self.headings += 1;
        if self.depth > 0 {
            return;
        }
        self.found[self.current].range.end = range.start;
        self.current =
            self.open(FoundKind::Heading(level), range.start..usize::MAX, Some(heading), pin);
    }

    fn task(&mut self) {
        let Some((range, is_task)) = self.items.last_mut() else { return };
        *is_task = true;
        let range = range.clone();
        if let Some((section, at)) = self.series.last() {
            let series = &mut self.found[*section].contents.series[*at];
            series.length = series.length.saturating_sub(1);
        }
        let heading = self.found[self.current].heading;
        let task = self.open(FoundKind::Task, range, heading, None);
        self.tasks.push(task);
    }

    fn code(&mut self, kind: &CodeBlockKind, range: &Range<usize>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => highlight::language_of(info).unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        if language == DIAGRAM {
            let heading = self.found[self.current].heading;
            self.open(FoundKind::Diagram(self.diagrams), range.clone(), heading, None);
            self.diagrams += 1;
            return;
        }
        if language == MATH {
            return;
        }
        let shape = CodeShape { language: language.into(), fingerprint: 0, span: span(range) };
        self.target().code.push(shape);
    }

    fn open_series(&mut self, kind: SeriesKind, range: &Range<usize>) {
        let section = self.tasks.last().copied().unwrap_or(self.current);
        let all = &mut self.found[section].contents.series;
        all.push(Series { kind, length: 0, span: span(range) });
        self.series.push((section, all.len() - 1));
    }

    fn lengthen(&mut self) {
        if let Some((section, at)) = self.series.last() {
            self.found[*section].contents.series[*at].length += 1;
        }
    }

    /// Names the sections. A lead without text and a diagram that does not parse are left out.
    pub fn finish(self, names: &NamingContext) -> Vec<Section> {
        let mut unpinned = (None, 0);
        let starts: Vec<Range<usize>> =
            self.found.iter().map(|found| found.range.clone()).collect();
        let named = self.found.into_iter().enumerate().filter_map(|(at, section)| {
            if let FoundKind::Task = section.kind
                && section.pin.is_none()
            {
                let count = if unpinned.0 == Some(section.heading) { unpinned.1 + 1 } else { 1 };
                unpinned = (Some(section.heading), count);
            }
            match section.kind {
                FoundKind::Lead if is_blank(&starts, at, names) => None,
                _ => name(section, unpinned.1, names),
            }
        });
        named.collect()
    }
}

/// Returns the part of an address that is the same in every language.
fn neutral_address(address: &str) -> &str {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    let path = path.strip_suffix(".md").unwrap_or(path);
    let path = path.strip_suffix(".en").or(path.strip_suffix(".ko")).unwrap_or(path);
    path.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default()
}

/// Returns whether the lead contains nothing but other sections.
fn is_blank(ranges: &[Range<usize>], lead: usize, names: &NamingContext) -> bool {
    let end = ranges[lead].end.min(names.body.len());
    let mut from = ranges[lead].start;
    for inner in ranges[lead + 1..].iter().take_while(|inner| inner.start < end) {
        if inner.start >= from {
            if !names.is_blank(from..inner.start) {
                return false;
            }
            from = inner.end.min(end);
        }
    }
    names.is_blank(from..end)
}

/// Sets the id and the span of a section. `unpinned` is the number of tasks below its heading
/// that have no id of their own.
fn name(section: FoundSection, unpinned: u32, names: &NamingContext) -> Option<Section> {
    let heading = section.heading.and_then(|at| names.outline.get(at as usize));
    let above = heading.map_or("front.lead", |heading| &*heading.id);
    let (kind, id) = match section.kind {
        FoundKind::Lead => (SectionKind::Lead, "front.lead".into()),
        FoundKind::Heading(level) => (SectionKind::Heading(level), above.into()),
        FoundKind::Task => match &section.pin {
            Some(id) => (SectionKind::Task, id.clone()),
            None => (SectionKind::Task, format!("{above}.task-{unpinned}").into()),
        },
        FoundKind::Diagram(at) => {
            let diagram = names.diagrams.get(at as usize)?.as_ref()?;
            (SectionKind::Diagram, figure_id(&diagram.id.value).into())
        }
    };
    let pinned = match kind {
        SectionKind::Diagram | SectionKind::Lead | SectionKind::FrontMatter => true,
        SectionKind::Heading(_) | SectionKind::Task => section.pin.is_some(),
    };
    let place = |range: Range<usize>| {
        let end = range.end.min(names.body.len());
        let written = names.body.get(range.start..end).unwrap_or_default();
        let end = range.start + written.trim_end().len();
        Span::new(names.source, names.offset + range.start..names.offset + end)
    };
    let mut shape = section.contents.shape(names.body, place);
    if let FoundKind::Diagram(at) = section.kind {
        let diagram = names.diagrams.get(at as usize)?.as_ref()?;
        shape.letters.add(&diagram.text);
    }
    let span = place(section.range);
    Some(Section { kind, id, pinned, span, heading: section.heading, shape, digest: None })
}

impl Contents {
    /// Returns the shape; `place` returns the span in the file of a range of the body.
    fn shape(mut self, body: &str, place: impl Fn(Range<usize>) -> Span) -> Shape {
        for block in &mut self.code {
            let written = body.get(block.span.range()).unwrap_or_default();
            block.fingerprint = super::code::fingerprint(written);
            self.features.push(block.fingerprint);
        }
        self.series.retain(|series| series.length > 0);
        self.features.extend(self.series.iter().flat_map(|Series { kind, length, .. }| {
            [FxBuildHasher.hash_one(kind), FxBuildHasher.hash_one((kind, length))]
        }));
        self.features.truncate(MOST_FEATURES);
        let spans = self.series.iter_mut().map(|series| &mut series.span);
        let spans = spans.chain(self.code.iter_mut().map(|code| &mut code.span));
        let spans = spans.chain(self.quantities.iter_mut().map(|quantity| &mut quantity.span));
        let spans = spans.chain(self.formulas.iter_mut().map(|formula| &mut formula.span));
        let spans = spans.chain(self.passages.iter_mut().map(|passage| &mut passage.span));
        for at in spans.chain(&mut self.footnotes) {
            *at = place(at.range());
        }
        Shape {
            links: self.links.into(),
            code: self.code.into(),
            series: self.series.into(),
            footnotes: self.footnotes.into(),
            quantities: self.quantities.into(),
            features: self.features.into(),
            letters: match self.prose.are_sentences() {
                true => self.prose,
                false => self.prose.with(&self.titles),
            },
            formulas: self.formulas.into(),
            passages: self.passages.into(),
        }
    }
}

/// Returns a range of the body as a span, which [`name`] replaces with the span in the file.
fn span(range: &Range<usize>) -> Span {
    Span::new(SourceId(0), range.clone())
}
