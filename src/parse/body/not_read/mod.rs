//! What an editor meant as markup and Markdown reads as text, or as other markup: a mark
//! without its space, a list pasted from a word processor, a table whose row of dashes
//! miscounts, a date that becomes a list.
//!
//! Code, HTML and escaped signs are left alone. Where only words could tell what is meant,
//! nothing is said.

mod block;
mod code;
mod emphasis;
mod lines;
mod links;
mod lists;
mod tables;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{Reader, characters};
use crate::{diag::Code, markdown::is_inline, unicode::code_point};
use block::TextBlock;
use lists::OpenItems;
use tables::RowChecker;

/// Something that was meant otherwise.
#[derive(Debug, PartialEq, Eq)]
struct Misreading {
    code: Code,
    /// Which of the message's hints mends it.
    hint: Option<&'static str>,
    /// In the block's text, or in the body where there is no block.
    place: Range<usize>,
    /// What the message names, by the names of its arguments.
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

    /// Puts what is written at its place where the block's text has only a sign for it.
    fn show_as_written(&mut self, body: &str) {
        let [(_, found), (_, fixed)] = &mut self.args[..] else { return };
        if !found.contains(block::OPAQUE) {
            return;
        }
        let mut rest = body.get(self.place.clone()).unwrap_or_default();
        let mut shown = String::new();
        for (at, piece) in found.split(block::OPAQUE).enumerate() {
            let next = rest.find(piece).unwrap_or(rest.len());
            // The last piece may be empty: the sign stands for all that is left.
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
        *found = shown;
    }

    /// What stands there, and how it is written to be read.
    fn written(self, found: &str, fixed: impl Into<String>) -> Self {
        self.arg("found", found).arg("fixed", fixed)
    }
}

/// The kind of block whose text is gathered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum BlockKind {
    #[default]
    Paragraph,
    /// The first lines of a list's item.
    Item,
    Heading,
    Cell,
}

/// Watches the events of a body for what was meant otherwise.
#[derive(Debug, Default)]
pub struct Watcher {
    block: TextBlock,
    kind: BlockKind,
    /// How many links and images are open, whose words are no plain text here.
    links: usize,
    /// A bare address, whose words are text.
    bare_link: bool,
    indented_code: bool,
    code: bool,
    items: OpenItems,
    table: Option<RowChecker>,
    /// The block before was a table.
    below_table: bool,
    /// The block before was HTML, which an empty line ended.
    below_html: bool,
    /// The block before was a line of a pasted list, which is told once.
    in_pasted_list: bool,
    /// How many containers of other programs are open.
    containers: usize,
}

impl Reader<'_> {
    /// Takes the next event, which stands at `range`.
    pub(super) fn not_read(&mut self, event: &Event, range: &Range<usize>) {
        let found = self.watcher.event(self.body, event, range);
        for Misreading { code, hint, place, args } in found {
            self.report(code, place, |mut d| {
                d.hint = hint;
                args.into_iter().fold(d, |d, (name, value)| d.arg(name, value))
            });
        }
    }
}

/// A reference to a character that no page may hold.
fn hidden_reference(body: &str, range: &Range<usize>) -> Option<Misreading> {
    let (place, c) = characters::hidden_reference(body, range)?;
    let found = Misreading::new(Code::HiddenCharacter, place);
    Some(found.arg("found", code_point(c)).arg("key", "here"))
}

impl Watcher {
    fn event(&mut self, body: &str, event: &Event, range: &Range<usize>) -> Vec<Misreading> {
        if is_inline(event) {
            return self.inline(body, event, range);
        }
        let mut found = self.close_block(body);
        match event {
            Event::Start(tag) => found.extend(self.start(body, tag, range)),
            Event::End(tag) => self.end(*tag),
            Event::Html(_) => found.extend(hidden_reference(body, range)),
            _ => {}
        }
        found
    }

    fn inline(&mut self, body: &str, event: &Event, range: &Range<usize>) -> Vec<Misreading> {
        match event {
            Event::Text(_) if self.code && !self.indented_code => {}
            Event::Text(text) if self.code => {
                let below_html = std::mem::take(&mut self.below_html);
                let found = code::prose(text).map(|line| line.place(body, range));
                let html = || Misreading::new(Code::TextAsCode, range.clone()).hint("html");
                let is_html = below_html && text.starts_with('<');
                return found.or_else(|| is_html.then(html)).into_iter().collect();
            }
            Event::Text(_) | Event::InlineHtml(_)
                if let Some(found) = hidden_reference(body, range) =>
            {
                return vec![found];
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
            Event::SoftBreak | Event::HardBreak => self.block.push_break(range.start),
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
            Tag::List(first) => return self.items.list(*first, body, range).into_iter().collect(),
            Tag::Item => {
                self.items.item(range);
                self.kind = BlockKind::Item;
            }
            Tag::Table(columns) => {
                self.table = Some(RowChecker::new(columns.len(), &body[range.start..]));
            }
            Tag::TableHead | Tag::TableRow => {
                let table = self.table.as_ref();
                return table.and_then(|table| table.row(body, range)).into_iter().collect();
            }
            Tag::TableCell => self.kind = BlockKind::Cell,
            // The first paragraph of an item is the item's first lines.
            Tag::Paragraph => {}
            _ => self.kind = BlockKind::Paragraph,
        }
        Vec::new()
    }

    fn end(&mut self, tag: TagEnd) {
        self.kind = BlockKind::Paragraph;
        match tag {
            TagEnd::CodeBlock => self.code = false,
            TagEnd::HtmlBlock => self.below_html = true,
            TagEnd::Item => self.items.end_item(),
            TagEnd::Table => {
                self.table = None;
                self.below_table = true;
            }
            _ => {}
        }
    }

    /// Looks at the text of the block that ends here.
    fn close_block(&mut self, body: &str) -> Vec<Misreading> {
        if self.block.text().is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let is_lines = matches!(self.kind, BlockKind::Paragraph | BlockKind::Item);
        if is_lines {
            found.extend(lines::marks(&self.block, self.kind == BlockKind::Item));
            self.containers +=
                found.iter().filter(|found| found.code == Code::ContainerNotRead).count();
            found.extend(lines::unnamed_containers(&self.block, &mut self.containers));
            let pasted = lists::pasted(&self.block);
            // A list that was pasted with its tabs is no table.
            let table = || tables::not_read(&self.block, body, self.below_table);
            found.extend(if pasted.is_some() { None } else { table() });
            let continues = self.in_pasted_list && pasted.is_some();
            self.in_pasted_list = pasted.is_some();
            found.extend(pasted.filter(|_| !continues));
        }
        found.extend(lines::open_comment(&self.block));
        found.extend(emphasis::not_read(&self.block));
        found.extend(links::not_read(&self.block));
        for misreading in &mut found {
            misreading.place = self.block.place(misreading.place.clone());
            misreading.show_as_written(body);
        }
        found.extend(links::formula(&self.block, body));
        self.block.clear();
        self.below_table = false;
        self.kind = BlockKind::Paragraph;
        found
    }
}
