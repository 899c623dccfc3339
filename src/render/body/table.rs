//! Tables. Each is in a region of its own that can be scrolled.
//!
//! Each cell contains the text of its column's head, so that styles can show a row as a block
//! of lines in a narrow window.

use pulldown_cmark::Alignment;

use super::BodyWriter;
use crate::render::context::Medium;

/// The table being written.
#[derive(Default)]
pub(super) struct OpenTable {
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_head: bool,
    pub(super) column: usize,
    /// The texts of the head's cells.
    labels: Vec<String>,
}

impl OpenTable {
    /// Adds text to the present cell of the head, if there is one.
    pub(super) fn add_label(&mut self, text: &str) {
        if let Some(label) = self.labels.last_mut().filter(|_| self.in_head) {
            label.push_str(text);
        }
    }
}

impl BodyWriter<'_> {
    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        self.tables += 1;
        let strings = self.context.strings(self.page.lang());
        let label = strings.format_one("table-label", "number", &self.tables.to_string());
        self.table = OpenTable { alignments: alignments.to_vec(), ..OpenTable::default() };
        self.out.start("div").attr("class", "table").attr("role", "region");
        self.out.attr("aria-label", &label).attr("tabindex", "0").start("table");
    }

    pub(super) fn table_head(&mut self) {
        self.table.in_head = true;
        self.out.start("thead").start("tr");
        self.table.column = 0;
    }

    pub(super) fn table_row(&mut self) {
        self.out.start("tr");
        self.table.column = 0;
    }

    pub(super) fn table_cell(&mut self) {
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => Some("right"),
            Some(Alignment::Center) => Some("center"),
            Some(Alignment::Left | Alignment::None) | None => None,
        };
        if self.table.in_head {
            self.table.labels.push(String::new());
            self.out.start("th").attr("scope", "col");
        } else if self.table.column == 0 && self.table.alignments.len() > 1 {
            self.out.start("th").attr("scope", "row");
        } else {
            self.body_cell();
        }
        if let Some(class) = class {
            self.out.attr("class", class);
        }
        self.table.column += 1;
    }

    fn body_cell(&mut self) {
        self.out.start("td");
        let label = self.table.labels.get(self.table.column).filter(|label| !label.is_empty());
        if let Some(label) = label.filter(|_| self.context.medium == Medium::Page) {
            self.out.attr("data-label", label);
        }
    }
}
