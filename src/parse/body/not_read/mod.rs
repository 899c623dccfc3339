//! Text that an editor meant as markup and Markdown reads as text or as other markup: a mark
//! without its space, a list pasted from a word processor, a table with a wrong number of
//! dashes, a date that becomes a list.
//!
//! Code, HTML and escaped signs are ignored. Where only the meaning of the words could tell the
//! intention, nothing is reported.

mod block;
mod code;
mod emphasis;
mod item_marks;
mod lines;
mod links;
mod lists;
mod tables;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{Reader, characters};
use crate::{diag::Code, markdown::is_inline, unicode::code_point};
use block::TextBlock;
use lists::{ItemAbove, OpenItems};
use tables::RowChecker;

/// A problem: text that was meant otherwise.
#[derive(Debug, PartialEq, Eq)]
struct Misreading {
    code: Code,
    /// The name of the message's hint that applies.
    hint: Option<&'static str>,
    /// The range in the block's text, or in the body if there is no block.
    place: Range<usize>,
    /// The arguments of the message.
    args: Vec<(&'static str, String)>,
}

impl Misreading {
    fn new(code: Code, place: Range<usize>) -> Self {
        Misreading { code, hint: None, place, args: Vec::new() }
    }

    fn hint(self, hint: &'static str) -> Self {
        Misreading { hint: Some(hint), ..self }
    }

    fn arg(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// Replaces the stand-in for code, HTML or a link in the argument `found` with the text as
    /// written.
    fn show_as_written(&mut self, body: &str) {
        let [(_, written), (_, fixed)] = &mut self.args[..] else { return };
        if !written.contains(block::OPAQUE) {
            return;
        }
        let mut rest = body.get(self.place.clone()).unwrap_or_default();
        let mut shown = String::new();
        for (at, piece) in written.split(block::OPAQUE).enumerate() {
            let next = rest.find(piece).unwrap_or(rest.len());
            // The last piece may be empty: the stand-in covers all the rest.
            let next = if piece.is_empty() && at > 0 { rest.len() } else { next };
            if at > 0 {
                *fixed = fixed.replacen(block::OPAQUE, &rest[..next], 1);
            }
            shown.push_str(&rest[..next]);
            rest = &rest[next..];
            if let Some(behind) = rest.strip_prefix(piece) {
                shown.push_str(piece);
                rest = behind;
            }
        }
        *written = shown;
    }

    /// Adds the text as it is written, and as it should be.
    fn written(self, written: &str, fixed: impl Into<String>) -> Self {
        self.arg("found", written).arg("fixed", fixed)
    }
}

/// The kind of block whose text is collected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum BlockKind {
    #[default]
    Paragraph,
    /// The first lines of a list item.
    Item,
    Heading,
    Cell,
}

/// Collects the text of blocks from the events of a body, and checks each block at its end.
#[derive(Debug, Default)]
pub struct Watcher {
    block: TextBlock,
    kind: BlockKind,
    /// The number of open links and images, whose words do not count as plain text.
    links: usize,
    /// True in a bare address, whose words count as text.
    bare_link: bool,
    indented_code: bool,
    code: bool,
    items: OpenItems,
    item_above: ItemAbove,
    table: Option<RowChecker>,
    /// True if the block before was a table.
    below_table: bool,
    /// True if the block before was HTML that an empty line ended.
    below_html: bool,
    /// True if the block before was a line of a pasted list, which is reported once.
    in_pasted_list: bool,
    /// The number of open containers of other programs.
    containers: usize,
    /// True after a star that refers to a note.
    has_notes: bool,
}

impl Reader<'_> {
    /// Handles the next event, which stands at `range`.
    pub(super) fn not_read(&mut self, event: &Event, range: &Range<usize>) {
        let misreadings = self.watcher.event(self.body, event, range);
        for Misreading { code, hint, place, args } in misreadings {
            if changes_structure(code) {
                self.found.misread.push(self.span(place.clone()));
            }
            self.report(code, place, |mut d| {
                d.hint = hint;
                args.into_iter().fold(d, |d, (name, value)| d.arg(name, value))
            });
        }
    }
}

/// Returns whether text of such a problem lacks a list, a link, a heading or a table, or has one too
/// many.
const fn changes_structure(code: Code) -> bool {
    matches!(
        code,
        Code::HeadingNotRead
            | Code::TaskNotRead
            | Code::ListNotRead
            | Code::ListNotNested
            | Code::LinkNotRead
            | Code::TableNotRead
            | Code::DateAsList
    )
}

/// Finds a reference to a character that no page may contain.
fn hidden_reference(body: &str, range: &Range<usize>) -> Option<Misreading> {
    let (place, c) = characters::hidden_reference(body, range)?;
    let hidden = Misreading::new(Code::HiddenCharacter, place);
    Some(hidden.arg("found", code_point(c)).arg("key", "here"))
}

impl Watcher {
    fn event(&mut self, body: &str, event: &Event, range: &Range<usize>) -> Vec<Misreading> {
        if is_inline(event) {
            return self.inline(body, event, range);
        }
        let mut misreadings = self.close_block(body);
        match event {
            Event::Start(tag) => misreadings.extend(self.start(body, tag, range)),
            Event::End(tag) => self.end(body, *tag, range),
            Event::Html(_) => misreadings.extend(hidden_reference(body, range)),
            _ => {}
        }
        misreadings
    }

    fn inline(&mut self, body: &str, event: &Event, range: &Range<usize>) -> Vec<Misreading> {
        match event {
            Event::Text(_) if self.code && !self.indented_code => {}
            Event::Text(text) if self.code => {
                let below_html = std::mem::take(&mut self.below_html);
                let prose = code::prose(text).map(|line| line.place(body, range));
                let html = || Misreading::new(Code::TextAsCode, range.clone()).hint("html");
                let is_html = below_html && text.starts_with('<');
                return prose.or_else(|| is_html.then(html)).into_iter().collect();
            }
            Event::Text(_) | Event::InlineHtml(_)
                if let Some(hidden) = hidden_reference(body, range) =>
            {
                return vec![hidden];
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. })
                if !body[range.clone()].starts_with('<') =>
            {
                self.bare_link = true;
            }
            Event::End(TagEnd::Link) if std::mem::take(&mut self.bare_link) => {}
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                self.block.push_opaque(range.start);
                self.links += 1;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => self.links = self.links.saturating_sub(1),
            _ if self.links > 0 => {}
            Event::Text(_) => self.block.push_text(body, range),
            Event::SoftBreak => self.block.push_break(range.start),
            Event::HardBreak => self.block.push_hard_break(range.start),
            Event::Start(_) | Event::End(_) => {}
            _ => self.block.push_opaque(range.start),
        }
        Vec::new()
    }

    fn start(&mut self, body: &str, tag: &Tag, range: &Range<usize>) -> Vec<Misreading> {
        self.below_html &= matches!(tag, Tag::CodeBlock(_));
        match tag {
            Tag::Heading { .. } => {
                self.kind = BlockKind::Heading;
                return lines::underlined_sentence(body, range).into_iter().collect();
            }
            Tag::CodeBlock(kind) => {
                self.code = true;
                self.indented_code = matches!(kind, CodeBlockKind::Indented);
            }
            Tag::List(first) => {
                let date = self.items.list(*first, body, range);
                let beside = self.item_above.list(body, range);
                return date.or(beside).into_iter().collect();
            }
            Tag::Item => {
                self.items.item(range);
                self.kind = BlockKind::Item;
                return self.item_above.item(body, range).into_iter().collect();
            }
            Tag::Table(columns) => {
                self.table = Some(RowChecker::new(columns.len(), &body[range.start..]));
            }
            Tag::TableHead | Tag::TableRow => {
                let table = self.table.as_ref();
                return table.and_then(|table| table.row(body, range)).into_iter().collect();
            }
            Tag::TableCell => self.kind = BlockKind::Cell,
            // The first paragraph of an item contains the item's first lines.
            Tag::Paragraph => {}
            _ => self.kind = BlockKind::Paragraph,
        }
        Vec::new()
    }

    fn end(&mut self, body: &str, tag: TagEnd, range: &Range<usize>) {
        self.kind = BlockKind::Paragraph;
        match tag {
            TagEnd::CodeBlock => self.code = false,
            TagEnd::HtmlBlock => self.below_html = true,
            TagEnd::Item => {
                self.items.end_item();
                self.item_above.end_item(body, range);
            }
            TagEnd::List(_) => self.item_above.end_list(range),
            TagEnd::Table => {
                self.table = None;
                self.below_table = true;
            }
            _ => {}
        }
    }

    /// Checks the text of the block that ends here.
    fn close_block(&mut self, body: &str) -> Vec<Misreading> {
        if self.block.text().is_empty() {
            return Vec::new();
        }
        let mut misreadings = Vec::new();
        let is_lines = matches!(self.kind, BlockKind::Paragraph | BlockKind::Item);
        if is_lines {
            misreadings.extend(lines::marks(&self.block, self.kind == BlockKind::Item));
            self.containers +=
                misreadings.iter().filter(|found| found.code == Code::ContainerNotRead).count();
            misreadings.extend(lines::unnamed_containers(&self.block, &mut self.containers));
            let pasted = lists::pasted(&self.block, body, self.kind == BlockKind::Item);
            // A list that was pasted with tabs is not a table.
            let table = || tables::not_read(&self.block, body, self.below_table);
            misreadings.extend(if pasted.is_some() { None } else { table() });
            let continues = self.in_pasted_list && pasted.is_some();
            self.in_pasted_list = pasted.is_some();
            misreadings.extend(pasted.filter(|_| !continues));
        }
        misreadings.extend(lines::open_comment(&self.block));
        misreadings.extend(emphasis::not_read(&self.block));
        self.has_notes = self.has_notes || emphasis::has_note_mark(&self.block);
        // In a cell, code may have been cut by its own bar.
        let marks: &[&str] = if self.kind == BlockKind::Cell { &["**"] } else { &["**", "`"] };
        misreadings.extend(emphasis::open_mark(&self.block, marks).filter(|_| !self.has_notes));
        misreadings.extend(links::not_read(&self.block));
        for misreading in &mut misreadings {
            misreading.place = self.block.place(misreading.place.clone());
            misreading.show_as_written(body);
        }
        misreadings.extend(links::formula(&self.block, body));
        self.block.clear();
        self.below_table = false;
        self.kind = BlockKind::Paragraph;
        misreadings
    }
}
