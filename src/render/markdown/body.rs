//! The body of a page as Markdown: the text as its editor wrote it, with absolute addresses in
//! place of links between files, and without what is only for giljabi.

use std::{borrow::Cow, collections::HashSet, ops::Range};

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{
    html::{HtmlPart, HtmlReader, TagText},
    inert::fenced,
};
use crate::{
    diagram::{in_markdown, link_address, plain, write_table},
    highlight,
    literal::block_sign,
    markdown::{DIAGRAM, MarkdownText, is_inline, pinned_id},
    model::{Document, Page, Target},
    render::{
        body::{TermsBySection, terms_by_section, terms_to_avoid},
        context::Context,
        followed::followed_links,
    },
};

type PlacedEvents<'e> = [(Event<'e>, Range<usize>)];

/// Writes the body of `page`. Returns whether other readers may take parts of it for something
/// else.
pub fn write(context: &Context, page: &Page, out: &mut String) -> bool {
    let source = context.body_text(page);
    let prepared = MarkdownText::new(source);
    let events: Vec<(Event, Range<usize>)> = prepared.events().collect();
    let mut writer = MarkdownBody {
        context,
        page,
        source,
        sections: section_starts(&page.document),
        terms: terms_by_section(page),
        definitions: prepared.definitions(),
        out,
        at: 0,
        last_end: 0,
        is_cut: true,
        in_task: false,
        html: HtmlReader::default(),
        definitions_open: 0,
        is_ambiguous: false,
        is_behind_tag: false,
        open_links: Vec::new(),
        links: 0,
        headings: 0,
        diagrams: 0,
        section: None,
    };
    let mut at = 0;
    while at < events.len() {
        at += writer.events(&events[at..]);
    }
    writer.copy_to(source.len());
    writer.end_section();
    writer.terms("");
    writer.is_ambiguous
}

/// Returns `text` with `\n` as the only end of a line, whatever the editor's system: some readers
/// know others.
fn uniform_lines(text: &str) -> Cow<'_, str> {
    let others = ['\r', '\u{85}', '\u{2028}', '\u{2029}'];
    match text.contains(others) {
        true => text.replace('\r', "").replace(others, " ").into(),
        false => text.into(),
    }
}

fn section_starts(document: &Document) -> HashSet<usize> {
    let of_headings = document.sections.iter().filter(|section| section.heading.is_some());
    of_headings.map(|section| section.span.start as usize).collect()
}

struct MarkdownBody<'a> {
    context: &'a Context<'a>,
    page: &'a Page,
    source: &'a str,
    /// The terms that are still to be written.
    terms: TermsBySection<'a>,
    /// The offsets in the file at which the sections of headings begin.
    sections: HashSet<usize>,
    /// The ranges of link definitions, which are not needed with absolute addresses.
    definitions: Vec<Range<usize>>,
    out: &'a mut String,
    /// The offset up to which the source has been copied or left out.
    at: usize,
    /// The end of the last text.
    last_end: usize,
    /// True if something was just left out, so that two empty lines may meet.
    is_cut: bool,
    /// True inside the label of a task.
    in_task: bool,
    html: HtmlReader,
    /// The number of open definitions of terms, which other readers take for paragraphs.
    definitions_open: u32,
    /// True if a block of code stands in one of them: they may read it as anything.
    is_ambiguous: bool,
    /// True behind a tag inside a line, which may have left nothing.
    is_behind_tag: bool,
    /// The end of each open link.
    open_links: Vec<String>,
    links: usize,
    headings: usize,
    diagrams: usize,
    /// The present section.
    section: Option<Box<str>>,
}

impl MarkdownBody<'_> {
    /// Writes the first of `events`, or as many as belong together. Returns the number of
    /// events that were written.
    fn events(&mut self, events: &PlacedEvents) -> usize {
        let (event, range) = &events[0];
        self.in_task &= is_inline(event);
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.heading(*level as usize, events),
            Event::End(TagEnd::Heading(_)) => self.end_heading(range),
            Event::Start(Tag::Link { link_type, title, .. }) => {
                self.link("[", *link_type, title, events);
            }
            Event::Start(Tag::Image { link_type, title, .. }) => {
                self.link("![", *link_type, title, events);
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.end_link(range),
            Event::Start(Tag::CodeBlock(kind)) => return self.code_block(kind, events),
            Event::Start(Tag::DefinitionListTitle) => {
                self.copy_to(range.start);
                self.push("**");
            }
            Event::End(TagEnd::DefinitionListTitle) => {
                self.copy_to(self.last_end);
                self.push("**");
            }
            Event::TaskListMarker(_) => self.in_task = true,
            Event::Text(_) => {
                self.escape_tags(range);
                let ends = events.get(1).is_none_or(|(next, _)| !is_inline(next));
                if self.in_task && ends {
                    self.unpin(range);
                }
            }
            Event::Code(code) => self.code(code, range),
            Event::Start(Tag::DefinitionListDefinition) => self.definitions_open += 1,
            Event::End(TagEnd::DefinitionListDefinition) => self.definitions_open -= 1,
            Event::Html(html) => self.raw_html(html, range),
            Event::InlineHtml(html) => {
                self.raw_html(html, range);
                self.is_behind_tag = true;
            }
            _ => {}
        }
        if is_inline(event) && !matches!(event, Event::Start(_)) {
            self.last_end = range.end;
        }
        1
    }

    /// Copies the source up to `to`.
    fn copy_to(&mut self, to: usize) {
        let source = self.source;
        while self.at < to {
            let next = self.definitions.partition_point(|one| one.end <= self.at);
            let next = self.definitions.get(next).filter(|one| one.start < to);
            let (end, after) = match next {
                Some(definition) => (definition.start.max(self.at), definition.end.min(to)),
                None => (to, to),
            };
            let text = source.get(self.at..end).unwrap_or_default();
            self.push(text);
            self.is_cut |= after > end;
            self.at = after;
        }
    }

    /// Escapes each `<` of the text at `range` that may begin a tag, with what stands behind it or
    /// with what remains of the tags that are left out, and each `](` and `]:`, which may end a
    /// link.
    fn escape_tags(&mut self, range: &Range<usize>) {
        let text = self.source.get(range.clone()).unwrap_or_default();
        for (at, sign) in text.match_indices(['<', '(', ':']) {
            let place = range.start + at;
            if sign != "<" {
                if text[..at].ends_with(']') {
                    self.copy_to(place);
                    self.push("\\");
                }
                continue;
            }
            let begins = |c: char| c.is_ascii_alphabetic() || "/!?<".contains(c);
            if text[at + 1..].chars().next().is_none_or(begins) {
                let before = self.source[..place].bytes().rev();
                let slashes = before.take_while(|byte| *byte == b'\\').count();
                self.copy_to(place - slashes % 2);
                self.push("&lt;");
                self.skip_to(place + 1);
                self.is_cut = false;
            }
        }
    }

    /// Writes code inside a line. What would be a tag or a link if it were none is written as
    /// text: readers differ in where code ends.
    fn code(&mut self, code: &str, range: &Range<usize>) {
        let lower = code.to_ascii_lowercase();
        let may_run = lower.contains(['<', '&', '\\'])
            || lower.contains("script:")
            || lower.contains("data:");
        let is_link = code.contains("](") || code.contains("]:");
        if code.contains('<') || is_link && may_run {
            self.copy_to(range.start);
            self.push(&plain(code));
            self.skip_to(range.end);
            self.is_cut = false;
        }
    }

    /// Leaves out the source up to `to`.
    fn skip_to(&mut self, to: usize) {
        self.is_cut |= to > self.at;
        self.at = self.at.max(to);
    }

    fn push(&mut self, text: &str) {
        if self.html.leaves_out() {
            return;
        }
        let uniform = uniform_lines(text);
        let text = uniform.as_ref();
        self.is_behind_tag &= !text.starts_with('\n');
        let is_at_blank = self.is_cut && (self.out.is_empty() || self.out.ends_with("\n\n"));
        let text = if is_at_blank { text.trim_start_matches('\n') } else { text };
        if !text.is_empty() {
            // A bracket that stood behind a tag makes no link, and a colon no definition.
            if self.is_cut && self.out.ends_with(']') && text.starts_with(['(', ':']) {
                self.out.push('\\');
            }
            self.is_cut = false;
            let is_behind_tag = std::mem::take(&mut self.is_behind_tag);
            let escaped = is_behind_tag.then(|| self.block_sign(text)).flatten();
            let (before, after) = text.split_at(escaped.unwrap_or(0));
            self.out.push_str(before);
            self.out.push_str(if escaped.is_some() { "\\" } else { "" });
            self.out.push_str(after);
        }
    }

    /// Returns the offset of a sign that would begin a block, where `text` begins a line because
    /// the tag before it is left out.
    fn block_sign(&self, text: &str) -> Option<usize> {
        /// More bytes than the marks of nested items and quotations take.
        const LONGEST: usize = 200;
        let sign = block_sign(text)?;
        let line = self.out.bytes().rev().take_while(|byte| *byte != b'\n').take(LONGEST).count();
        let before = self.out.get(self.out.len() - line..)?;
        (line < LONGEST && !before.contains(char::is_alphabetic)).then_some(sign)
    }

    fn heading(&mut self, level: usize, events: &PlacedEvents) {
        let range = &events[0].1;
        self.copy_to(range.start);
        let heading = self.page.document.outline.get(self.headings);
        self.headings += 1;
        let start = self.page.document.body.start as usize + range.start;
        if self.sections.contains(&start) {
            self.end_section();
            self.section = heading.map(|heading| heading.id.clone());
        }
        // The page's title is its only heading of the first level.
        self.push(&"#".repeat(level.max(2)));
        self.push(" ");
        let (first, place) = &events[1];
        let words = if matches!(first, Event::End(_)) { range.end } else { place.start };
        self.skip_to(words);
        self.last_end = words;
    }

    fn end_heading(&mut self, range: &Range<usize>) {
        self.copy_to(self.last_end);
        self.out.truncate(self.out.trim_end_matches(' ').len());
        self.is_cut = false;
        self.push("\n");
        self.skip_to(range.end);
    }

    fn link(&mut self, opens: &str, link_type: LinkType, title: &str, events: &PlacedEvents) {
        let range = &events[0].1;
        let target = self.page.links.get(self.links);
        self.links += 1;
        // An autolink needs no other form.
        if matches!(link_type, LinkType::Autolink | LinkType::Email) {
            self.open_links.push(String::new());
            return;
        }
        self.copy_to(range.start);
        self.push(opens);
        let (first, place) = &events[1];
        let words = if matches!(first, Event::End(_)) { range.end } else { place.start };
        self.skip_to(words);
        self.last_end = words.min(range.end);
        let href = target.map(|target| self.href(target)).unwrap_or_default();
        let title = match title {
            "" => String::new(),
            title => format!(" \"{}\"", plain(title).replace('"', "\\\"")),
        };
        self.open_links.push(format!("]({href}{title})"));
    }

    fn end_link(&mut self, range: &Range<usize>) {
        let closes = self.open_links.pop().unwrap_or_default();
        if !closes.is_empty() {
            self.copy_to(self.last_end);
            self.push(&closes);
            self.skip_to(range.end);
        }
    }

    /// Returns the absolute address of `target`.
    fn href(&self, target: &Target) -> String {
        let own = match target {
            Target::Anchor(_) => self.context.absolute(&self.page.url),
            _ => String::new(),
        };
        link_address(&(own + &self.context.href(target)))
    }

    fn code_block(&mut self, kind: &CodeBlockKind, events: &PlacedEvents) -> usize {
        self.is_ambiguous |= self.definitions_open > 0;
        let is_end = |(event, _): &(Event, _)| matches!(event, Event::End(TagEnd::CodeBlock));
        let length = events.iter().position(is_end).map_or(events.len(), |at| at + 1);
        let language = match kind {
            CodeBlockKind::Fenced(info) => highlight::language_of(info),
            CodeBlockKind::Indented => None,
        };
        if language == Some(DIAGRAM) {
            self.diagram(&events[0].1);
        } else if matches!(kind, CodeBlockKind::Indented) {
            self.indented_code(&events[..length]);
        }
        length
    }

    /// Writes indented code between fences: what stands before it in the file may be left out,
    /// and indentation may mean something else behind what stands there then.
    fn indented_code(&mut self, events: &PlacedEvents) {
        const INDENT: usize = 4;
        let range = &events[0].1;
        let before = &self.source[..range.start];
        let blanks = before.len() - before.trim_end_matches(' ').len();
        let own = if before.ends_with('\t') { 1 } else { blanks.min(INDENT) };
        let start = range.start - own;
        let indent = self.indent_of(start);
        let texts = events.iter().filter_map(|(event, _)| match event {
            Event::Text(text) => Some(&**text),
            _ => None,
        });
        let code = fenced(&texts.collect::<String>());
        self.copy_to(start);
        self.push(&code.trim_end().replace('\n', &["\n", &indent].concat()));
        self.push("\n");
        self.skip_to(range.end);
        self.is_cut = false;
    }

    /// Returns what stands before the further lines of a block that begins at `start`: the signs
    /// of the quotations around it, and the indentation of the items.
    fn indent_of(&self, start: usize) -> String {
        let line = self.source[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = self.source[line..start].chars();
        before.map(|c| if c == '>' || c.is_whitespace() { c } else { ' ' }).collect()
    }

    /// Writes the next diagram in words, inside the quotation or item that contains it.
    fn diagram(&mut self, range: &Range<usize>) {
        self.copy_to(range.start);
        let diagram = self.page.document.diagrams.get(self.diagrams).and_then(Option::as_ref);
        self.diagrams += 1;
        if let Some(diagram) = diagram {
            let count = diagram.links.len();
            let links = self.page.links.get(self.links..self.links + count).unwrap_or_default();
            self.links += count;
            let links = followed_links(self.context, links);
            let words = in_markdown(diagram, self.context.strings(self.page.lang()), &links);
            let indent = self.indent_of(range.start);
            self.push(&words.replace('\n', &["\n", &indent].concat()));
        }
        self.skip_to(range.end);
        self.is_cut = false;
        if self.source[range.clone()].ends_with('\n') {
            self.push("\n");
        }
    }

    /// Leaves out the id that is pinned at the end of a task's text.
    fn unpin(&mut self, range: &Range<usize>) {
        let text = self.source.get(range.clone()).unwrap_or_default();
        if let Some((before, _)) = pinned_id(text) {
            self.copy_to(range.start + before.len());
            self.skip_to(range.end);
        }
    }

    fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        self.copy_to(range.start);
        let mut reader = std::mem::take(&mut self.html);
        reader.read(html, |part, skipped| {
            self.links += skipped;
            match part {
                HtmlPart::Text(text) => {
                    self.is_cut = true;
                    // On the page these signs make no link.
                    self.push(&text.replace("](", "]\\("));
                }
                HtmlPart::Tag(TagText::Words(words)) => self.push(&words),
                HtmlPart::Tag(TagText::LinkEnd) => {
                    let closes = self.open_links.pop().unwrap_or_default();
                    self.push(&closes);
                }
                HtmlPart::Tag(TagText::Link) => {
                    let href = self.next_href();
                    self.push("[");
                    self.open_links.push(format!("]({href})"));
                }
                HtmlPart::Tag(TagText::Image { alt }) => {
                    let href = self.next_href();
                    self.push(&format!("![{}]({href})", plain(&alt)));
                }
            }
        });
        self.html = reader;
        self.skip_to(range.end);
    }

    fn next_href(&mut self) -> String {
        let target = self.page.links.get(self.links);
        self.links += 1;
        target.map(|target| self.href(target)).unwrap_or_default()
    }

    /// Writes what the front matter adds to the end of a section.
    fn end_section(&mut self) {
        let Some(section) = self.section.take() else { return };
        self.terms(&section);
        let terms = terms_to_avoid(self.page, &section);
        if terms.is_empty() {
            return;
        }
        let strings = self.context.strings(self.page.lang());
        let head = ["glossary-use", "glossary-avoid"].map(|key| strings.get(key));
        let rows: Vec<Vec<String>> = terms
            .iter()
            .map(|term| {
                let avoid: Vec<&str> = term.value.avoid.iter().map(|word| &*word.value).collect();
                vec![term.value.word.clone(), avoid.join(", ")]
            })
            .collect();
        self.blank_line();
        write_table(&head, &rows, self.out);
        self.out.push('\n');
    }

    fn terms(&mut self, section: &str) {
        let Some(terms) = self.terms.remove(section).filter(|terms| !terms.is_empty()) else {
            return;
        };
        self.blank_line();
        for (term, definition) in terms {
            let words = [plain(&term.value.word), plain(definition)].join("**: ");
            self.out.push_str(&["- **", &words, "\n"].concat());
        }
        self.out.push('\n');
    }

    fn blank_line(&mut self) {
        self.out.truncate(self.out.trim_end().len());
        self.out.push_str("\n\n");
        self.is_cut = true;
    }
}
