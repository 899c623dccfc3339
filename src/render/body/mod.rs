//! Markdown bodies as HTML.
//!
//! The events are the same as in `parse`, so links and headings correspond to the targets and
//! anchors of the resolved page by their positions. The result is a list of sections, so that
//! nobody has to find sections in the HTML again.

mod code_block;
mod formula;
mod link;
mod picture;
mod raw_html;
mod sections;
mod table;
mod task;
mod tasks;
mod terms;

use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, Tag, TagEnd};

use super::{
    context::{Context, Medium},
    footnotes::RenderedFootnotes,
};
use crate::{
    diag::Diagnostic,
    markdown::{MarkdownText, is_inline},
    markup::Markup,
    model::Page,
};
use picture::is_figure;
use sections::SectionStart;
pub use sections::{BodySection, RenderedBody};
use table::OpenTable;
use task::Task;
pub use tasks::tasks;
pub use terms::{TermsBySection, terms_by_section, terms_to_avoid};

/// Renders the body of `page`.
pub fn render(context: &Context, page: &Page) -> Result<RenderedBody, Box<Diagnostic>> {
    if let Some(refused) = &page.document.refused {
        return Err(refused.clone());
    }
    let body = context.body_text(page);
    let prepared = MarkdownText::new(body);
    let events: Vec<Event> = prepared.events().map(|(event, _)| event).collect();
    let mut writer = BodyWriter {
        context,
        page,
        out: Markup::with_capacity(body.len() * 2),
        terms: terms_by_section(page),
        sections: Vec::new(),
        interrupted: Vec::new(),
        headings: 0,
        links: 0,
        open_links: Vec::new(),
        diagrams: 0,
        tables: 0,
        table: OpenTable::default(),
        task: None,
        footnotes: RenderedFootnotes::numbered(&events),
        is_heading: false,
        last: None,
        words: String::new(),
    };
    let mut at = 0;
    while at < events.len() {
        at += writer.events(&events[at..])?;
    }
    Ok(writer.finish())
}

/// The output that a callout or footnote interrupts.
#[derive(Default)]
struct InterruptedOutput {
    out: Markup,
    task: Option<Task>,
}

struct BodyWriter<'a> {
    context: &'a Context<'a>,
    page: &'a Page,
    out: Markup,
    /// The terms that are still to be written.
    terms: TermsBySection<'a>,
    /// The beginnings of sections in `out`.
    sections: Vec<SectionStart>,
    /// The interrupted outputs, the outermost first.
    interrupted: Vec<InterruptedOutput>,
    headings: usize,
    links: usize,
    /// The indices of the links that are open.
    open_links: Vec<usize>,
    diagrams: usize,
    tables: usize,
    table: OpenTable,
    task: Option<Task>,
    footnotes: RenderedFootnotes,
    /// True inside a heading.
    is_heading: bool,
    /// The last character of the paragraph so far.
    last: Option<char>,
    /// The text so far outside headings, links and code.
    words: String,
}

type Done = Result<usize, Box<Diagnostic>>;

impl<'a> BodyWriter<'a> {
    /// Writes the first of `events`, or as many as belong together. Returns the number of
    /// events that were written.
    fn events(&mut self, events: &[Event]) -> Done {
        if !is_inline(&events[0]) {
            self.close_label();
            self.last = None;
            self.words.push('\n');
        }
        match &events[0] {
            Event::Start(Tag::Paragraph) if is_figure(events) => return Ok(self.figure(events)),
            Event::Start(Tag::Image { title, .. }) => {
                return Ok(self.image(title, events));
            }
            Event::Start(Tag::CodeBlock(kind)) => return self.code_block(kind, events),
            Event::Start(Tag::Item) => self.item(events),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(*tag)?,
            Event::Text(text) => {
                if !self.is_heading && self.open_links.is_empty() {
                    self.words.push_str(text);
                }
                self.text(text, events.get(1));
            }
            Event::Code(code) => {
                self.table.add_label(code);
                self.last = code.chars().last();
                self.out.start("code").text(code).end();
            }
            Event::Html(html) | Event::InlineHtml(html) => self.raw_html(html),
            Event::FootnoteReference(label) => {
                self.footnotes.refer(label, self.context, self.page, &mut self.out)
            }
            Event::SoftBreak => {
                self.last = Some('\n');
                self.words.push('\n');
                self.out.text("\n");
            }
            Event::HardBreak => {
                self.last = Some('\n');
                self.out.void("br");
            }
            Event::Rule => {
                self.out.void("hr");
            }
            Event::TaskListMarker(done) => self.checkbox(*done),
            Event::InlineMath(formula) => return Ok(self.formula(formula, events)),
            Event::DisplayMath(_) => {}
        }
        Ok(1)
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph => self.open("p"),
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::BlockQuote(None) => self.open("blockquote"),
            Tag::BlockQuote(Some(_)) => self.begin_nested(),
            Tag::FootnoteDefinition(label) => {
                self.footnotes.begin(label);
                self.begin_nested();
            }
            Tag::List(Some(1)) => self.open("ol"),
            Tag::List(Some(first)) => {
                self.out.start("ol").attr("start", &first.to_string());
            }
            Tag::List(None) => self.open("ul"),
            Tag::DefinitionList => self.open("dl"),
            Tag::DefinitionListTitle => self.open("dt"),
            Tag::DefinitionListDefinition => self.open("dd"),
            Tag::Table(alignments) => self.table(alignments),
            Tag::TableHead => self.table_head(),
            Tag::TableRow => self.table_row(),
            Tag::TableCell => self.table_cell(),
            Tag::Emphasis => self.open("em"),
            Tag::Strong => self.open("strong"),
            Tag::Strikethrough => self.open("del"),
            Tag::Link { title, .. } => self.link(title),
            // Images, code and items are written elsewhere; other tags do not occur.
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Item | Tag::HtmlBlock => {}
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Box<Diagnostic>> {
        match tag {
            TagEnd::Heading(_) => self.heading_end(),
            TagEnd::BlockQuote(Some(kind)) => self.callout(kind)?,
            TagEnd::FootnoteDefinition => {
                let text = self.end_nested();
                self.footnotes.define(text);
            }
            TagEnd::Table => {
                self.out.end().end().end();
            }
            TagEnd::TableHead => {
                self.table.in_head = false;
                self.out.end().end().start("tbody");
            }
            TagEnd::Link => self.link_end(),
            TagEnd::Image | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {}
            TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::BlockQuote(None)
            | TagEnd::List(_)
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::TableRow
            | TagEnd::TableCell
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough => {
                self.out.end();
            }
        }
        Ok(())
    }

    /// Redirects the following output into a buffer, until [`BodyWriter::end_nested`].
    fn begin_nested(&mut self) {
        let out = std::mem::take(&mut self.out);
        self.interrupted.push(InterruptedOutput { out, task: self.task.take() });
    }

    /// Returns the output since [`BodyWriter::begin_nested`].
    fn end_nested(&mut self) -> String {
        let InterruptedOutput { out, task } = self.interrupted.pop().unwrap_or_default();
        self.task = task;
        std::mem::replace(&mut self.out, out).finish()
    }

    fn open(&mut self, name: &'static str) {
        self.out.start(name);
    }

    fn heading(&mut self, level: HeadingLevel) {
        let name = match level {
            // The page's title is its only heading of the first level.
            HeadingLevel::H1 | HeadingLevel::H2 => "h2",
            HeadingLevel::H3 => "h3",
            HeadingLevel::H4 => "h4",
            HeadingLevel::H5 => "h5",
            HeadingLevel::H6 => "h6",
        };
        self.is_heading = true;
        let id = self.page.document.outline.get(self.headings).map(|heading| &*heading.id);
        let id = id.unwrap_or_default();
        if self.interrupted.is_empty() && self.out.depth() == 0 {
            self.end_section();
            self.sections.push(SectionStart { id: id.into(), offset: self.out.len() });
        }
        self.out.start(name);
        // The entries of a feed are shown on one page, where ids could occur twice.
        if self.context.medium == Medium::Page {
            self.out.attr("id", &self.context.id(id));
        }
    }

    /// Ends a heading, with a link to itself.
    fn heading_end(&mut self) {
        let shown = self.context.medium == Medium::Page;
        let heading = self.page.document.outline.get(self.headings);
        if let Some(heading) = heading.filter(|_| shown) {
            let strings = self.context.strings(self.page.lang());
            let label = strings.format_one("section-link", "title", &heading.text);
            let href = ["#", &self.context.id(&heading.id)].concat();
            self.out.start("a").attr("class", "anchor").attr("href", &href);
            self.out.attr("aria-label", &label).end();
        }
        self.headings += 1;
        self.is_heading = false;
        self.out.end();
    }

    /// Puts the output since the beginning of the callout into an element.
    fn callout(&mut self, kind: BlockQuoteKind) -> Result<(), Box<Diagnostic>> {
        let body = self.end_nested();
        let kind = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        if self.context.medium == Medium::Feed {
            let title = self.context.strings(self.page.lang()).get(&["callout-", kind].concat());
            self.out.start("blockquote").start("p").element("strong", &title).end();
            self.out.raw(&body).end();
            return Ok(());
        }
        let callout = self.context.component(self.page, "callout", &[("kind", kind)], &body)?;
        self.out.raw(callout.trim());
        Ok(())
    }

    fn finish(mut self) -> RenderedBody {
        self.end_text();
        self.footnotes.write(self.context, self.page, &mut self.out);
        RenderedBody::new(self.out.finish(), self.sections).with_words(self.words)
    }
}
