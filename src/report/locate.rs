//! Finds lines and columns of problems, for machine-readable reports.

use std::path::Path;

use crate::{
    model::{SourceId, Span},
    source::Sources,
};

/// Finds lines and columns. For places in the order of their files, each byte is looked at
/// once.
pub struct Locator<'a> {
    sources: &'a Sources,
    root: &'a Path,
    source: Option<SourceId>,
    position: Position,
}

/// A place in a file; lines and columns are counted from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The path relative to the working directory of the command.
    pub path: String,
    pub line: usize,
    pub column: usize,
    /// On the same line: for a longer span, the end of the line.
    pub end_column: usize,
}

#[derive(Clone, Copy, Debug)]
struct Position {
    offset: usize,
    line: usize,
    column: usize,
}

impl<'a> Locator<'a> {
    /// Makes a locator; the paths of files begin with `root`.
    pub fn new(sources: &'a Sources, root: &'a Path) -> Locator<'a> {
        Locator { sources, root, source: None, position: Position::start(&[]) }
    }

    /// Returns the location of a span.
    pub fn locate(&mut self, span: Span) -> Location {
        let source = self.sources.get(span.source);
        let bytes = &source.bytes;
        let start = (span.start as usize).min(bytes.len());
        if self.source != Some(span.source) || start < self.position.offset {
            self.source = Some(span.source);
            self.position = Position::start(bytes);
        }
        self.position.advance(start, bytes);
        let rest = &bytes[start..(span.end as usize).clamp(start, bytes.len())];
        let line_end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at);
        let mut end = self.position;
        end.advance(start + line_end, bytes);
        Location {
            path: super::shown_path(source, self.root),
            line: self.position.line,
            column: self.position.column,
            end_column: end.column,
        }
    }
}

impl Position {
    /// Returns the position of the first character, after a byte-order mark.
    fn start(bytes: &[u8]) -> Position {
        let offset = if bytes.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
        Position { offset, line: 1, column: 1 }
    }

    fn advance(&mut self, offset: usize, bytes: &[u8]) {
        let Some(passed) = bytes.get(self.offset..offset) else { return };
        if let Some(newline) = memchr::memrchr(b'\n', passed) {
            self.line += memchr::memchr_iter(b'\n', passed).count();
            self.column = 1 + characters(&passed[newline + 1..]);
        } else {
            self.column += characters(passed);
        }
        self.offset = offset;
    }
}

/// Returns the number of characters in valid UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_no_byte_order_mark() {
        let mut sources = Sources::default();
        let text = "\u{feff}가나다\nab다 끝\n\nx";
        let id = sources.add_file("a.md", text);
        let mut locator = Locator::new(&sources, Path::new("guide"));
        let mut place = |part: &str, length: usize| {
            let start = text.find(part).expect(part);
            let location = locator.locate(Span::new(id, start..start + length));
            assert_eq!(location.path, "guide/a.md");
            (location.line, location.column, location.end_column)
        };
        assert_eq!(place("나", 3), (1, 2, 3));
        assert_eq!(place("다 끝", 3), (2, 3, 4));
        assert_eq!(place("x", 1), (4, 1, 2));
        assert_eq!(place("ab", 20), (2, 1, 6), "a longer span ends with its line");
        assert_eq!(place("가", 0), (1, 1, 1));
    }
}
