//! Headings of a body: their levels, and the ids at their ends.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::Reader;
use crate::diag::Code;

/// A heading whose id may still have to be derived.
pub(super) struct RawHeading {
    pub level: u8,
    pub pinned: Option<String>,
    pub text: String,
}

impl Reader<'_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, id: Option<&str>, range: Range<usize>) {
        if level == HeadingLevel::H1 {
            self.report(Code::TopLevelHeading, range.clone(), |d| d);
        }
        self.heading_order(level as u8, range.clone());
        if let Some(id) = id {
            self.pin(id, range);
        }
        let pinned = id.map(str::to_owned);
        self.headings.push(RawHeading { level: level as u8, pinned, text: String::new() });
        self.inside.heading = true;
    }

    /// Reads the id in braces at a heading's end; everything else in the braces is dropped.
    pub(super) fn heading_attributes(&mut self, ignored: bool, range: Range<usize>) {
        let written = &self.body[range.clone()];
        let Some(end) = written.rfind('}') else { return };
        let Some(start) = written[..end].rfind('{') else { return };
        let braces = &written[start..=end];
        if ignored || braces == "{#}" {
            let place = range.start + start..range.start + end + 1;
            let braces = braces.to_owned();
            self.report(Code::HeadingAttributes, place, |d| d.arg("found", braces));
        }
    }

    /// Checks that a heading is at most one level below the one before it. The page's title is
    /// above all headings.
    pub(super) fn heading_order(&mut self, level: u8, range: Range<usize>) {
        let above = self.headings.last().map_or(1, |heading| heading.level);
        if level > above + 1 {
            let marks = |level: u8| "#".repeat(level.into());
            self.report(Code::HeadingOrder, range, |d| {
                d.arg("found", marks(level)).arg("expected", marks(above + 1))
            });
        }
    }

    /// Reports a heading without text, which would be an empty line in the table of contents.
    pub(super) fn heading_end(&mut self, range: Range<usize>) {
        self.inside.heading = false;
        if self.headings.last().is_some_and(|heading| heading.text.trim().is_empty()) {
            self.report(Code::EmptyHeading, range, |d| d);
        }
    }

    pub(super) fn heading_text(&mut self, text: &str) {
        if self.inside.heading
            && let Some(heading) = self.headings.last_mut()
        {
            heading.text.push_str(text);
        }
    }
}
