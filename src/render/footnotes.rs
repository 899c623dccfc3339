//! Footnotes: numbered in the order in which the text refers to them, gathered at
//! the end, each with a way back.

use super::{context::Context, markup::Markup};
use crate::model::Page;

/// The footnotes of one page.
#[derive(Debug, Default)]
pub struct Footnotes {
    notes: Vec<Note>,
    /// The label whose text is being written, until [`Footnotes::define`].
    definitions: Vec<String>,
    texts: Vec<String>,
}

#[derive(Debug)]
struct Note {
    label: String,
    references: usize,
}

impl Footnotes {
    /// Notes that the definition of `label` begins.
    pub fn begin(&mut self, label: &str) {
        self.definitions.push(label.to_owned());
    }

    /// Takes the text of the definition begun last.
    pub fn define(&mut self, text: String) {
        self.texts.push(text);
    }

    /// Writes a reference: a raised number that leads to the note.
    pub fn refer(&mut self, label: &str, context: &Context, page: &Page, out: &mut Markup) {
        let at = self.number(label);
        let note = &mut self.notes[at];
        note.references += 1;
        let id = reference_id(at, note.references);
        let number = (at + 1).to_string();
        let name = context.strings(page.lang()).with("footnote-label", "number", &number);
        out.start("sup").attr("class", "footnote-ref").attr("id", &id).start("a");
        out.attr("href", &["#fn-", &number].concat()).attr("aria-label", &name);
        out.text(&number).end().end();
    }

    fn number(&mut self, label: &str) -> usize {
        self.notes.iter().position(|note| note.label == label).unwrap_or_else(|| {
            self.notes.push(Note { label: label.to_owned(), references: 0 });
            self.notes.len() - 1
        })
    }

    /// Writes the notes that were referred to.
    pub fn write(&self, context: &Context, page: &Page, out: &mut Markup) {
        if self.notes.is_empty() {
            return;
        }
        let strings = context.strings(page.lang());
        out.start("section").attr("class", "footnotes");
        out.attr("aria-label", &strings.get("footnotes")).start("ol");
        for (at, note) in self.notes.iter().enumerate() {
            let number = (at + 1).to_string();
            out.start("li").attr("id", &["fn-", &number].concat());
            let defined = self.definitions.iter().position(|label| *label == note.label);
            let text = defined.and_then(|at| self.texts.get(at)).map_or("", String::as_str);
            let (text, in_paragraph) = match text.strip_suffix("</p>") {
                Some(open) => (open, true),
                None => (text, false),
            };
            out.raw(text);
            for reference in 1..=note.references {
                let back = strings.with("footnote-back", "number", &number);
                out.text(" ").start("a").attr("class", "footnote-back");
                out.attr("href", &["#", &reference_id(at, reference)].concat());
                out.attr("aria-label", &back).text("↩\u{fe0e}").end();
            }
            if in_paragraph {
                out.raw("</p>");
            }
            out.end();
        }
        out.end().end();
    }
}

/// `fnref-1`, and `fnref-1-2` for the second reference to the same note.
fn reference_id(at: usize, reference: usize) -> String {
    match reference {
        1 => format!("fnref-{}", at + 1),
        _ => format!("fnref-{}-{reference}", at + 1),
    }
}
