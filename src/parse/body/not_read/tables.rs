//! Tables that are not read as such, and tables that drop cells or take in other lines.

use std::ops::Range;

use super::{
    Misreading,
    block::{BlockLine, OPAQUE, TextBlock},
};
use crate::diag::Code;

/// Finds rows in a paragraph that were meant as a table, or as more rows of the table above.
pub fn not_read(block: &TextBlock, body: &str, below_table: bool) -> Option<Misreading> {
    if !block.text().contains('|') && !block.text().contains('｜') {
        return between_tabs(block);
    }
    let lines: Vec<BlockLine> = block.lines().collect();
    match lines.iter().position(|line| is_dashes(line.text)) {
        Some(0) => Some(Misreading::new(Code::TableNotRead, lines[0].range()).hint("header")),
        Some(at) => {
            let head = block.place(lines[at - 1].range()).start;
            let written = body[head..].lines().next().unwrap_or_default();
            Some(below_head(&lines[at - 1], written, &lines[at], at > 1))
        }
        None if lines.iter().any(|line| is_grid(line.text)) => {
            let at = lines.iter().position(|line| is_row(line.text))?;
            let misreading = Misreading::new(Code::TableNotRead, lines[at].range()).hint("dashes");
            Some(misreading.arg("fixed", dashes(cells(lines[at].text, '|').len())))
        }
        None if below_table && lines.len() == 1 && is_row(lines[0].text) => {
            Some(Misreading::new(Code::TableNotRead, lines[0].range()).hint("alone"))
        }
        None => {
            let both_are_rows = |pair: &&[BlockLine]| pair.iter().all(|line| is_row(line.text));
            let is_kept = |line: &BlockLine| block.begins_behind_hard_break(line);
            let bare =
                || (are_bare_rows(&lines) && !lines.iter().any(is_kept)).then(|| &lines[..2]);
            let rows = lines.windows(2).find(both_are_rows).or_else(bare)?;
            let hint = if rows[0].text.contains('｜') { "full-width" } else { "dashes" };
            let misreading = Misreading::new(Code::TableNotRead, rows[0].range()).hint(hint);
            let plain = rows[0].text.replace('｜', "|");
            Some(misreading.arg("fixed", dashes(cells(&plain, '|').len())))
        }
    }
}

/// Finds lines with equally many cells separated by tabs, as spreadsheets and word processors
/// copy them.
fn between_tabs(block: &TextBlock) -> Option<Misreading> {
    if !block.text().contains('\t') {
        return None;
    }
    let lines: Vec<BlockLine> = block.lines().collect();
    let columns = |line: &BlockLine| line.text.trim().split('\t').count();
    // Markdown drops the tabs before empty cells at the end of a line.
    let are_rows = |[first, second]: [usize; 2]| {
        first > 1 && second > 1 && (first == second || first.max(second) > 2)
    };
    let rows = lines.windows(2).find(|pair| are_rows([columns(&pair[0]), columns(&pair[1])]))?;
    let misreading = Misreading::new(Code::TableNotRead, rows[0].range()).hint("tabs");
    let widest = columns(&rows[0]).max(columns(&rows[1]));
    Some(misreading.arg("fixed", dashes(widest)))
}

fn dashes(columns: usize) -> String {
    ["|", &"---|".repeat(columns)].concat()
}

/// Returns the problem of a row of dashes that makes no table of the line `head` above it;
/// `written` is its text.
fn below_head(head: &BlockLine, written: &str, row: &BlockLine, follows_text: bool) -> Misreading {
    let (columns, shown) = (cells(written, '|').len(), cells(head.text, '|').len());
    let cell_count = cells(row.text, '|').len();
    let not_read = Misreading::new(Code::TableNotRead, row.range());
    let not_read = not_read.arg("found", cell_count.to_string()).arg("expected", shown.to_string());
    let not_read = not_read.arg("fixed", dashes(shown));
    match (columns == cell_count, shown == cell_count) {
        (true, _) if follows_text => not_read.hint("follows-text"),
        (true, _) => not_read.hint("dashes"),
        (false, true) => not_read.hint("bar"),
        (false, false) => not_read.hint("columns"),
    }
}

/// Returns whether a line is a row of dashes, or of the signs into which word processors change
/// them.
fn is_dashes(line: &str) -> bool {
    let line = line.trim();
    let is_part = |c: char| matches!(c, '|' | '-' | ':' | ' ' | '–' | '—' | '─');
    let has_cells = line.contains('|') && line.contains(['-', '–', '—', '─']);
    has_cells
        && line.chars().all(is_part)
        && cells(line, '|').iter().all(|cell| !line[cell.clone()].trim().is_empty())
}

/// Returns whether a line is the border of a table drawn with signs: `+---+---+`.
fn is_grid(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4 && line.starts_with("+-") && line.bytes().all(|byte| b"+-=: ".contains(&byte))
}

/// Returns whether a line begins and ends with a bar and has at least one more.
fn is_row(line: &str) -> bool {
    let line = line.trim();
    ['|', '｜']
        .into_iter()
        .any(|bar| line.starts_with(bar) && line.ends_with(bar) && line.matches(bar).count() > 2)
}

/// Returns whether all lines of a paragraph are rows without bars at their ends: several short
/// cells of text, equally many in each.
fn are_bare_rows(lines: &[BlockLine]) -> bool {
    /// The most bytes of a cell: in a longer one the bar is a sign of its text.
    const MOST: usize = 90;
    let columns = |line: &BlockLine| {
        let cells = line.text.trim().split(" | ").map(str::trim);
        let is_cell = |cell: &str| cell.len() <= MOST && cell.contains(char::is_alphanumeric);
        cells.map(|cell| is_cell(cell).then_some(1)).sum::<Option<usize>>()
    };
    let first = lines.first().and_then(columns);
    lines.len() > 1 && first > Some(1) && lines.iter().all(|line| columns(line) == first)
}

/// Returns the ranges of a row's cells.
fn cells(row: &str, bar: char) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, c) in row.char_indices() {
        if c == bar && !escaped {
            cells.push(start..at);
            start = at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    cells.push(start..row.len());
    let is_blank = |cell: Option<&Range<usize>>| {
        cell.is_some_and(|cell| row[cell.clone()].trim_matches(OPAQUE).trim().is_empty())
    };
    if is_blank(cells.last()) && row.contains(bar) {
        cells.pop();
    }
    if is_blank(cells.first()) && row.trim_start().starts_with(bar) {
        cells.remove(0);
    }
    cells
}

/// Checks the rows of one table.
#[derive(Debug)]
pub struct RowChecker {
    columns: usize,
    /// True if the head begins with a bar, so that rows should too.
    has_bars: bool,
}

impl RowChecker {
    /// Begins a table with so many columns, whose first line is `head`.
    pub fn new(columns: usize, head: &str) -> Self {
        RowChecker { columns, has_bars: head.starts_with('|') }
    }

    /// Returns the problem of the row at `range` of `body`: a cell beyond the last column, or a
    /// line that is no row.
    pub fn row(&self, body: &str, range: &Range<usize>) -> Option<Misreading> {
        let line = body[range.start..].lines().next().unwrap_or_default();
        if !line.contains('|') {
            let place = range.start..range.start + line.trim_end().len();
            let is_row = self.columns == 1 && !self.has_bars;
            let swallowed = !is_row && !line.trim().is_empty();
            return swallowed.then(|| Misreading::new(Code::TableSwallowsLine, place));
        }
        let cells = cells(line, '|');
        let lost = cells.get(self.columns..).unwrap_or_default();
        let lost = lost.iter().find(|cell| !line[(*cell).clone()].trim().is_empty())?;
        let words = line[lost.clone()].trim();
        let start = range.start + lost.start + line[lost.clone()].find(words).unwrap_or(0);
        let misreading = Misreading::new(Code::TableCellLost, start..start + words.len());
        let misreading = misreading.arg("found", words).arg("columns", self.columns.to_string());
        Some(misreading.arg("cells", cells.len().to_string()))
    }
}
