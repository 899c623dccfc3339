//! HTML comments that switch off a rule for the next block: `<!-- giljabi: allow CODE: reason
//! -->`.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Tag};

use super::Reader;
use crate::{diag::Remark, markdown::is_inline, model::Span};

const COMMENT_START: &str = "<!--";
const COMMENT_END: &str = "-->";

/// The remarks of a body.
#[derive(Default)]
pub(super) struct Remarks {
    /// Remarks whose block has not begun.
    waiting: Vec<Remark>,
    /// Where all remarks are in the file.
    pub spans: Vec<Span>,
}

impl Reader<'_> {
    /// Reads the remarks in HTML and finds the blocks that they stand before.
    pub(super) fn read_remarks(&mut self, event: &Event, range: &Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let rest = self.remarks_in(html, range);
                if matches!(event, Event::Html(_)) && !rest.trim().is_empty() {
                    self.attach_waiting_remarks(range);
                }
            }
            // Its HTML comes with the next events.
            Event::Start(Tag::HtmlBlock) => {}
            Event::Start(_) if !is_inline(event) => self.attach_waiting_remarks(range),
            Event::Rule => self.attach_waiting_remarks(range),
            _ => {}
        }
    }

    /// Reads the remarks in `html`, and returns the rest of it.
    fn remarks_in(&mut self, html: &str, range: &Range<usize>) -> String {
        let mut rest = String::new();
        let mut from = 0;
        for place in comments(html) {
            let comment = &html[place.start + COMMENT_START.len()..place.end - COMMENT_END.len()];
            if !Remark::is_meant(comment) {
                continue;
            }
            rest.push_str(&html[from..place.start]);
            from = place.end;
            // The parser leaves out what blocks around the HTML put before each line. Then a place
            // in its text is not a place in the file.
            let is_as_written = self.body.get(range.clone()).is_some_and(|body| body == html);
            let place = match is_as_written {
                true => range.start + place.start..range.start + place.end,
                false => range.clone(),
            };
            let span = self.span(place);
            self.remarks.spans.push(span);
            match Remark::read(comment, span) {
                Ok(remark) => self.remarks.waiting.push(remark),
                Err(problem) => self.diagnostics.push(*problem),
            }
        }
        rest + &html[from..]
    }

    /// Lets the remarks that wait for a block apply to the one in `range`.
    fn attach_waiting_remarks(&mut self, range: &Range<usize>) {
        for remark in std::mem::take(&mut self.remarks.waiting) {
            let place = self.offset + range.start..self.offset + range.end;
            self.diagnostics.allow(remark.before(Span::new(self.source, place)));
        }
    }

    /// Attaches remarks with no block after them to the end, where they allow nothing.
    pub(super) fn finish_remarks(&mut self) {
        let end = self.body.len();
        self.attach_waiting_remarks(&(end..end));
    }
}

/// Returns the ranges of the comments in `html`.
fn comments(html: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(start) = memmem::find(&html.as_bytes()[from..], COMMENT_START.as_bytes()) {
        let start = from + start;
        let inside = start + COMMENT_START.len();
        let Some(end) = memmem::find(&html.as_bytes()[inside..], COMMENT_END.as_bytes()) else {
            break;
        };
        from = inside + end + COMMENT_END.len();
        ranges.push(start..from);
    }
    ranges
}
