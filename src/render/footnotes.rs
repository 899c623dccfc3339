//! Footnotes: numbered in the order of the references in the text, and collected at the end,
//! each with links back.
//!
//! In a feed, several texts are on one page and some readers have no base address, so footnotes
//! have no ids, and link to the page of the text.

use std::collections::VecDeque;

use pulldown_cmark::{Event, Tag, TagEnd};
use rustc_hash::FxHashMap;

use super::context::{Context, Medium};
use crate::{markup::Markup, model::Page};

/// The footnotes of one page, in order. Labels are compared ignoring case.
#[derive(Debug, Default)]
pub struct RenderedFootnotes {
    notes: Vec<Note>,
    /// The position of each label in `notes`.
    positions: FxHashMap<String, usize>,
    /// The labels whose texts are being written, the innermost last.
    open: Vec<String>,
}

#[derive(Debug)]
struct Note {
    references: usize,
    text: Option<String>,
}

impl RenderedFootnotes {
    /// Numbers the notes that the text of a page refers to: first those of the text itself,
    /// then those that only these notes refer to, and so on.
    pub fn numbered(events: &[Event]) -> RenderedFootnotes {
        let mut references = references(events);
        let mut notes = RenderedFootnotes::default();
        let mut waiting = VecDeque::from(references.remove(&None).unwrap_or_default());
        while let Some(label) = waiting.pop_front() {
            if notes.add(&label) {
                waiting.extend(references.remove(&Some(label)).unwrap_or_default());
            }
        }
        notes
    }

    /// Adds a note, and returns whether it is new.
    fn add(&mut self, label: &str) -> bool {
        let is_new = !self.positions.contains_key(label);
        if is_new {
            self.positions.insert(label.to_owned(), self.notes.len());
            self.notes.push(Note { references: 0, text: None });
        }
        is_new
    }

    fn position(&self, label: &str) -> Option<usize> {
        self.positions.get(label).copied()
    }

    /// Begins the definition of `label`.
    pub fn begin(&mut self, label: &str) {
        self.open.push(label.to_lowercase());
    }

    /// Sets the text of the definition that was begun last. Of two texts, the first counts.
    pub fn define(&mut self, text: String) {
        let at = self.open.pop().and_then(|label| self.position(&label));
        if let Some(at) = at {
            self.notes[at].text.get_or_insert(text);
        }
    }

    /// Writes a reference: a superscript number with a link to the note. References inside
    /// notes that nothing refers to are never shown, and have no number.
    pub fn refer(&mut self, label: &str, context: &Context, page: &Page, out: &mut Markup) {
        let Some(at) = self.position(&label.to_lowercase()) else { return };
        let note = &mut self.notes[at];
        note.references += 1;
        let id = reference_id(at, note.references);
        let number = (at + 1).to_string();
        let name = context.strings(page.lang()).format_one("footnote-label", "number", &number);
        out.start("sup").attr("class", "footnote-ref");
        write_id(&id, context, out);
        let href = address(&["fn-", &number].concat(), context, page);
        out.start("a").attr("href", &href).attr("aria-label", &name);
        out.text(&number).end().end();
    }

    /// Writes the notes.
    pub fn write(&self, context: &Context, page: &Page, out: &mut Markup) {
        if self.notes.is_empty() {
            return;
        }
        let strings = context.strings(page.lang());
        out.start("section").attr("class", "footnotes");
        out.attr("aria-label", &strings.get("footnotes")).start("ol");
        for (at, note) in self.notes.iter().enumerate() {
            let number = (at + 1).to_string();
            let back = strings.format_one("footnote-back", "number", &number);
            out.start("li");
            write_id(&["fn-", &number].concat(), context, out);
            let address_of = |reference| address(&reference_id(at, reference), context, page);
            note.write(address_of, &back, out);
            out.end();
        }
        out.end().end();
    }
}

impl Note {
    /// Writes the text and its links back, which are inside its last paragraph if it has one.
    /// `address` returns the address of each reference.
    fn write(&self, address: impl Fn(usize) -> String, back: &str, out: &mut Markup) {
        let text = self.text.as_deref().unwrap_or_default();
        let open = text.strip_suffix("</p>");
        out.raw(open.unwrap_or(text));
        for reference in 1..=self.references {
            out.text("\u{a0}").start("a").attr("class", "footnote-back");
            out.attr("href", &address(reference));
            out.attr("aria-label", back).text("↩\u{fe0e}").end();
        }
        if open.is_some() {
            out.raw("</p>");
        }
    }
}

/// Writes the id of the element that was just begun.
fn write_id(id: &str, context: &Context, out: &mut Markup) {
    if context.medium == Medium::Page {
        out.attr("id", &context.id(id));
    }
}

/// Returns the address of the element `id` of `page`.
fn address(id: &str, context: &Context, page: &Page) -> String {
    let page = match context.medium {
        Medium::Page => String::new(),
        Medium::Feed => context.absolute(&page.url),
    };
    [page.as_str(), "#", &context.id(id)].concat()
}

/// Returns the labels of all references, by the definition that they are in.
fn references(events: &[Event]) -> FxHashMap<Option<String>, Vec<String>> {
    let (mut all, mut inside): (FxHashMap<_, Vec<_>>, _) = (FxHashMap::default(), Vec::new());
    for event in events {
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => inside.push(label.to_lowercase()),
            Event::End(TagEnd::FootnoteDefinition) => {
                inside.pop();
            }
            Event::FootnoteReference(label) => {
                let within: Option<&String> = inside.last();
                all.entry(within.cloned()).or_default().push(label.to_lowercase());
            }
            _ => {}
        }
    }
    all
}

/// Returns the id of a reference to a note: `fnref-1`, and `fnref-1-2` for the second one.
fn reference_id(at: usize, reference: usize) -> String {
    match reference {
        1 => format!("fnref-{}", at + 1),
        _ => format!("fnref-{}-{reference}", at + 1),
    }
}
