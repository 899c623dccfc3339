//! Tables: each in a region of its own that can be scrolled.

use pulldown_cmark::Alignment;

use super::BodyWriter;

/// The table being written.
#[derive(Default)]
pub(super) struct OpenTable {
    pub(super) alignments: Vec<Alignment>,
    pub(super) in_head: bool,
    pub(super) column: usize,
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
            self.out.start("th").attr("scope", "col");
        } else {
            self.out.start("td");
        }
        if let Some(class) = class {
            self.out.attr("class", class);
        }
        self.table.column += 1;
    }
}
