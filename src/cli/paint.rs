//! Text for a terminal: with optional colours, columns that are aligned even with Hangul, and
//! lines that break between words.

use std::io::{stderr, stdout};

use unicode_width::UnicodeWidthStr;

use crate::report::colour;

/// The emphasis of a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    Plain,
    Good,
    Attention,
    Bad,
    Quiet,
    Strong,
    Removed,
    Added,
}

/// Colours text if that is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Paint {
    pub colour: bool,
}

impl Paint {
    pub fn for_stdout() -> Paint {
        Paint { colour: colour::is_wanted(&stdout()) }
    }

    pub fn for_stderr() -> Paint {
        Paint { colour: colour::is_wanted(&stderr()) }
    }

    /// Returns `text` with an emphasis (ECMA-48, select graphic rendition).
    pub fn text(self, emphasis: Emphasis, text: &str) -> String {
        let code = match emphasis {
            Emphasis::Plain => "",
            Emphasis::Good => "32",
            Emphasis::Attention => "33",
            Emphasis::Bad => "31",
            Emphasis::Quiet => "2",
            Emphasis::Strong => "1",
            Emphasis::Removed => "31;9",
            Emphasis::Added => "32;4",
        };
        match self.colour && !code.is_empty() && !text.is_empty() {
            true => ["\u{1b}[", code, "m", text, "\u{1b}[0m"].concat(),
            false => text.to_owned(),
        }
    }
}

/// Returns the number of columns of `text`.
pub fn width(text: &str) -> usize {
    text.width()
}

/// A table in which each column is as wide as its widest cell.
#[derive(Default)]
pub struct TextTable {
    rows: Vec<Vec<TableCell>>,
}

/// One cell.
pub struct TableCell {
    pub text: String,
    pub emphasis: Emphasis,
    /// True if the text is right-aligned, as numbers are.
    pub right: bool,
}

impl TableCell {
    pub fn new(emphasis: Emphasis, text: impl Into<String>) -> TableCell {
        TableCell { text: text.into(), emphasis, right: false }
    }

    pub fn right(emphasis: Emphasis, text: impl Into<String>) -> TableCell {
        TableCell { text: text.into(), emphasis, right: true }
    }
}

impl TextTable {
    pub fn row(&mut self, cells: impl Into<Vec<TableCell>>) {
        self.rows.push(cells.into());
    }

    /// Returns the lines of the table, each with `indent` before it.
    pub fn render(&self, paint: Paint, indent: &str) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| width(&cell.text)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        let mut rendered = String::new();
        for row in &self.rows {
            let mut line = indent.to_owned();
            for (cell, width) in row.iter().zip(&widths) {
                if line.len() > indent.len() {
                    line.push_str("  ");
                }
                line.push_str(&padded(cell, *width, paint));
            }
            rendered.push_str(line.trim_end());
            rendered.push('\n');
        }
        rendered
    }
}

fn padded(cell: &TableCell, width: usize, paint: Paint) -> String {
    let space = " ".repeat(width.saturating_sub(self::width(&cell.text)));
    let text = paint.text(cell.emphasis, &cell.text);
    if cell.right { space + &text } else { text + &space }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_with_hangul() {
        let mut table = TextTable::default();
        table
            .row([TableCell::new(Emphasis::Plain, "한글"), TableCell::right(Emphasis::Plain, "1")]);
        table.row([
            TableCell::new(Emphasis::Good, "abcdef"),
            TableCell::right(Emphasis::Plain, "20"),
        ]);
        assert_eq!(table.render(Paint { colour: false }, " "), " 한글     1\n abcdef  20\n");
        let coloured = table.render(Paint { colour: true }, "");
        assert!(coloured.contains("\u{1b}[32mabcdef\u{1b}[0m  20"), "{coloured}");
    }
}
