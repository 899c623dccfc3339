//! Markdown bodies as HTML.
//!
//! The events are those that `parse` read, so the nth link and the nth heading
//! here are the nth target and the nth anchor of the resolved page.

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use super::{
    context::Context,
    diagram,
    footnotes::Footnotes,
    markup::{self, Markup},
};
use crate::{
    code,
    diag::Diagnostic,
    markdown::{DIAGRAM, Prepared, figure_id, is_inline, pinned_id},
    model::{Lang, Page, Target},
};

/// Renders the body of `page`.
pub fn html(context: &Context, page: &Page) -> Result<String, Box<Diagnostic>> {
    let body = context.body_text(page);
    let prepared = Prepared::new(body);
    let events: Vec<Event> = prepared.events().map(|(event, _)| event).collect();
    let mut writer = Writer {
        context,
        page,
        out: Markup::with_capacity(body.len() * 2),
        aside: Vec::new(),
        headings: 0,
        links: 0,
        open_links: Vec::new(),
        diagrams: 0,
        tables: 0,
        table: Table::default(),
        task: None,
        footnotes: Footnotes::numbered(&events),
    };
    let mut at = 0;
    while at < events.len() {
        at += writer.events(&events[at..])?;
    }
    Ok(writer.finish())
}

/// The table being written.
#[derive(Default)]
struct Table {
    alignments: Vec<Alignment>,
    in_head: bool,
    column: usize,
}

/// The task list item being written.
struct Task {
    /// Where the item's element still takes its id.
    item: markup::TagEnd,
    /// How deep the label lies, while it is open.
    label: Option<usize>,
}

/// Writing that waits for a callout or a footnote inside it.
#[derive(Default)]
struct Aside {
    out: Markup,
    task: Option<Task>,
}

struct Writer<'a> {
    context: &'a Context<'a>,
    page: &'a Page,
    out: Markup,
    /// What was being written when a callout or a footnote began.
    aside: Vec<Aside>,
    headings: usize,
    links: usize,
    /// The indices of the links that are open.
    open_links: Vec<usize>,
    diagrams: usize,
    tables: usize,
    table: Table,
    task: Option<Task>,
    footnotes: Footnotes,
}

type Done = Result<usize, Box<Diagnostic>>;

impl<'a> Writer<'a> {
    /// Writes the first of `events`, or as many as belong together, and tells
    /// how many those were.
    fn events(&mut self, events: &[Event]) -> Done {
        if !is_inline(&events[0]) {
            self.close_label();
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
            Event::Text(text) => self.text(text, events.get(1)),
            Event::Code(code) => {
                self.out.start("code").text(code).end();
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.out.raw(html);
            }
            Event::FootnoteReference(label) => {
                self.footnotes.refer(label, self.context, self.page, &mut self.out)
            }
            Event::SoftBreak => {
                self.out.text("\n");
            }
            Event::HardBreak => {
                self.out.void("br");
            }
            Event::Rule => {
                self.out.void("hr");
            }
            Event::TaskListMarker(done) => self.checkbox(*done),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        Ok(1)
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Paragraph => self.open("p"),
            Tag::Heading { level, .. } => self.heading(*level),
            Tag::BlockQuote(None) => self.open("blockquote"),
            Tag::BlockQuote(Some(_)) => self.set_aside(),
            Tag::FootnoteDefinition(label) => {
                self.footnotes.begin(label);
                self.set_aside();
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
            // Images, code and items are written whole; the rest is not in the dialect.
            Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Item | Tag::HtmlBlock => {}
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) -> Result<(), Box<Diagnostic>> {
        match tag {
            TagEnd::Heading(_) => self.heading_end(),
            TagEnd::BlockQuote(Some(kind)) => self.callout(kind)?,
            TagEnd::FootnoteDefinition => {
                let text = self.take_back();
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

    /// Writes what follows apart from the page, until [`Writer::take_back`].
    fn set_aside(&mut self) {
        let out = std::mem::take(&mut self.out);
        self.aside.push(Aside { out, task: self.task.take() });
    }

    fn take_back(&mut self) -> String {
        let Aside { out, task } = self.aside.pop().unwrap_or_default();
        self.task = task;
        std::mem::replace(&mut self.out, out).finish()
    }

    fn open(&mut self, name: &'static str) {
        self.out.start(name);
    }

    /// The text that ends a task's label may pin the item's id.
    fn text(&mut self, text: &str, next: Option<&Event>) {
        let ends = next.is_none_or(|next| !is_inline(next));
        let task = self.task.as_ref().filter(|task| ends && task.label.is_some());
        match task.map(|task| task.item).zip(pinned_id(text)) {
            Some((item, (before, id))) => {
                self.out.text(before);
                self.out.attr_at(item, "id", id);
            }
            None => {
                self.out.text(text);
            }
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let name = match level {
            // The title is the page's only heading of the first level.
            HeadingLevel::H1 | HeadingLevel::H2 => "h2",
            HeadingLevel::H3 => "h3",
            HeadingLevel::H4 => "h4",
            HeadingLevel::H5 => "h5",
            HeadingLevel::H6 => "h6",
        };
        let id = self.page.document.outline.get(self.headings).map(|heading| &*heading.id);
        self.out.start(name).attr("id", id.unwrap_or_default());
    }

    /// Ends a heading with the link to itself.
    fn heading_end(&mut self) {
        if let Some(heading) = self.page.document.outline.get(self.headings) {
            let strings = self.context.strings(self.page.lang());
            let label = strings.with("section-link", "title", &heading.text);
            self.out.start("a").attr("class", "anchor").attr("href", &fragment(&heading.id));
            self.out.attr("aria-label", &label).end();
        }
        self.headings += 1;
        self.out.end();
    }

    /// Wraps what was written since the callout began.
    fn callout(&mut self, kind: BlockQuoteKind) -> Result<(), Box<Diagnostic>> {
        let body = self.take_back();
        let kind = match kind {
            BlockQuoteKind::Note => "note",
            BlockQuoteKind::Tip => "tip",
            BlockQuoteKind::Important => "important",
            BlockQuoteKind::Warning => "warning",
            BlockQuoteKind::Caution => "caution",
        };
        let callout = self.context.component(self.page, "callout", &[("kind", kind)], &body)?;
        self.out.raw(callout.trim());
        Ok(())
    }

    fn table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        let strings = self.context.strings(self.page.lang());
        let label = strings.with("table-label", "number", &self.tables.to_string());
        self.table = Table { alignments: alignments.to_vec(), ..Table::default() };
        self.out.start("div").attr("class", "table").attr("role", "region");
        self.out.attr("aria-label", &label).attr("tabindex", "0").start("table");
    }

    fn table_head(&mut self) {
        self.table.in_head = true;
        self.out.start("thead").start("tr");
        self.table.column = 0;
    }

    fn table_row(&mut self) {
        self.out.start("tr");
        self.table.column = 0;
    }

    fn table_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => Some("right"),
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::Left | Alignment::None) | None => None,
        };
        if self.table.in_head {
            self.out.start("th").attr("scope", "col");
        } else {
            self.out.start("td");
        }
        if let Some(class) = class {
            self.out.attr("class", class);
        }
        self.table.column += 1;
    }

    fn link(&mut self, title: &str) {
        let page = self.page;
        self.open_links.push(self.links);
        self.out.start("a");
        let Some(target) = page.links.get(self.links) else { return };
        self.links += 1;
        self.out.attr("href", &self.context.href(target));
        if !title.is_empty() {
            self.out.attr("title", title);
        }
        if is_other_site(target) {
            self.out.attr("class", "external").attr("rel", "external noopener");
        }
        if let Some(lang) = self.other_language(target) {
            self.out.attr("hreflang", lang.code());
        }
    }

    /// Says, after a link's text, that it leads to the other language.
    fn link_end(&mut self) {
        let target = self.open_links.pop().and_then(|at| self.page.links.get(at));
        if let Some(lang) = target.and_then(|target| self.other_language(target)) {
            let strings = self.context.strings(self.page.lang());
            let note = strings.get(match lang {
                Lang::En => "in-english",
                Lang::Ko => "in-korean",
            });
            self.out.text(" ").start("small").attr("class", "in-language").text(&note).end();
        }
        self.out.end();
    }

    /// The language of the page that `target` is, where it is not this page's.
    fn other_language(&self, target: &Target) -> Option<Lang> {
        let Target::Page { page, .. } = target else { return None };
        let lang = self.context.site.page(*page).lang();
        (lang != self.page.lang()).then_some(lang)
    }

    fn item(&mut self, events: &[Event]) {
        let is_task = events[1..]
            .iter()
            .find(|event| !matches!(event, Event::Start(_)))
            .is_some_and(|event| matches!(event, Event::TaskListMarker(_)));
        self.out.start("li");
        if is_task {
            self.out.attr("class", "task");
            self.task = Some(Task { item: self.out.tag_end(), label: None });
        }
    }

    fn checkbox(&mut self, done: bool) {
        self.out.start("label").void("input").attr("type", "checkbox");
        if done {
            self.out.flag("checked");
        }
        self.out.start("span");
        if let Some(task) = &mut self.task {
            task.label = Some(self.out.depth());
        }
    }

    fn label_is_open(&self) -> bool {
        self.task.as_ref().is_some_and(|task| task.label == Some(self.out.depth()))
    }

    fn close_label(&mut self) {
        if self.label_is_open() {
            self.out.end().end();
            if let Some(task) = &mut self.task {
                task.label = None;
            }
        }
    }

    /// An image alone in its paragraph: a figure, captioned by the image's title.
    fn figure(&mut self, events: &[Event]) -> usize {
        let Event::Start(Tag::Image { title, .. }) = &events[1] else { return 1 };
        self.out.start("figure").attr("class", "picture");
        let length = self.image("", &events[1..]);
        if !title.is_empty() {
            self.out.element("figcaption", title);
        }
        self.out.end();
        length + 2
    }

    fn image(&mut self, title: &str, events: &[Event]) -> usize {
        let end = image_end(events);
        let alt: String = events[1..end].iter().map(plain_text).collect();
        let target = self.page.links.get(self.links);
        let is_link = |e: &&Event| matches!(e, Event::Start(Tag::Image { .. } | Tag::Link { .. }));
        self.links += events[..end].iter().filter(is_link).count();
        let Some(target) = target else { return end + 1 };
        let src = self.context.href(target);
        self.out.void("img").attr("src", &src).attr("alt", &alt);
        if let Target::Asset(id) = target
            && let Some(size) = self.context.site.asset(*id).dimensions
        {
            self.out.attr("width", &size.width.to_string());
            self.out.attr("height", &size.height.to_string());
        }
        if !title.is_empty() {
            self.out.attr("title", title);
        }
        self.out.attr("loading", "lazy").attr("decoding", "async");
        end + 1
    }

    fn code_block(&mut self, kind: &CodeBlockKind, events: &[Event]) -> Done {
        let language = match kind {
            CodeBlockKind::Fenced(info) => code::language_of(info),
            CodeBlockKind::Indented => None,
        };
        let mut source = String::new();
        let mut length = 1;
        for event in &events[1..] {
            length += 1;
            match event {
                Event::Text(text) => source.push_str(text),
                _ => break,
            }
        }
        match language {
            Some(DIAGRAM) => {
                self.diagram();
                if shows_source(kind) {
                    self.highlighted(Some("toml"), &source);
                }
            }
            _ => self.highlighted(language, &source),
        }
        Ok(length)
    }

    /// Draws the next diagram of the page.
    fn diagram(&mut self) {
        let page = self.page;
        let diagram = page.document.diagrams.get(self.diagrams).and_then(Option::as_ref);
        self.diagrams += 1;
        if let Some(diagram) = diagram {
            let strings = self.context.strings(page.lang());
            self.out.raw(&diagram::figure(diagram, strings, &figure_id("")));
        }
    }

    fn highlighted(&mut self, language: Option<&str>, source: &str) {
        self.out.start("pre").attr("tabindex", "0").start("code");
        if let Some(language) = language {
            self.out.attr("data-language", language);
        }
        for token in self.context.highlighter.tokens(language, source.trim_end_matches('\n')) {
            match token.class {
                Some(class) => {
                    self.out.start("span").attr("class", class).text(token.text).end();
                }
                None => {
                    self.out.text(token.text);
                }
            }
        }
        self.out.end().end();
    }

    fn finish(mut self) -> String {
        self.footnotes.write(self.context, self.page, &mut self.out);
        self.out.finish()
    }
}

/// Whether a link leads to another site, rather than into a mail program.
fn is_other_site(target: &Target) -> bool {
    let Target::External(url) = target else { return false };
    let scheme = url.split(':').next().unwrap_or_default();
    url.starts_with("//") || ["http", "https"].iter().any(|http| scheme.eq_ignore_ascii_case(http))
}

/// Whether a fence says `diagram source`: then the block is shown as well.
fn shows_source(kind: &CodeBlockKind) -> bool {
    let CodeBlockKind::Fenced(info) = kind else { return false };
    info.split_whitespace().nth(1) == Some("source")
}

/// `#id`, as an address.
fn fragment(id: &str) -> String {
    ["#", id].concat()
}

fn is_figure(events: &[Event]) -> bool {
    matches!(events.get(1), Some(Event::Start(Tag::Image { .. })))
        && matches!(
            events.get(1 + image_end(&events[1..]) + 1),
            Some(Event::End(TagEnd::Paragraph))
        )
}

/// The index of the event that ends the image which the first event begins.
fn image_end(events: &[Event]) -> usize {
    let mut depth = 0usize;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
    }
    events.len().saturating_sub(1)
}

fn plain_text<'e>(event: &'e Event) -> &'e str {
    match event {
        Event::Text(text) | Event::Code(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}
