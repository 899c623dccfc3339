//! Remarks in HTML comments by which editors allow a problem in the block that follows: `<!--
//! giljabi: allow CODE: reason -->`.

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{Event, Tag};

use super::Reader;
use crate::{diag::Remark, markdown::is_inline, model::Span};

/// The remarks of a body.
#[derive(Default)]
pub(super) struct Remarks {
    /// Remarks whose block has not begun.
    waiting: Vec<Remark>,
    /// The places of all remarks in the file.
    pub places: Vec<Span>,
}

impl Reader<'_> {
    /// Reads the remarks in HTML and finds the blocks that they stand before.
    pub(super) fn remark(&mut self, event: &Event, range: &Range<usize>) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                let rest = self.remarks_in(html, range);
                if matches!(event, Event::Html(_)) && !rest.trim().is_empty() {
                    self.remarks_stand_before(range);
                }
            }
            Event::Start(Tag::HtmlBlock) => {}
            Event::Start(_) if !is_inline(event) => self.remarks_stand_before(range),
            Event::Rule => self.remarks_stand_before(range),
            _ => {}
        }
    }

    /// Reads the remarks in `html`, and returns the rest of it.
    fn remarks_in(&mut self, html: &str, range: &Range<usize>) -> String {
        let mut rest = String::new();
        let mut from = 0;
        for place in comments(html) {
            let comment = &html[place.start + OPENS.len()..place.end - CLOSES.len()];
            if !Remark::is_meant(comment) {
                continue;
            }
            rest.push_str(&html[from..place.start]);
            from = place.end;
            let is_as_written = self.body.get(range.clone()).is_some_and(|body| body == html);
            let place = match is_as_written {
                true => range.start + place.start..range.start + place.end,
                false => range.clone(),
            };
            let span = self.span(place);
            self.remarks.places.push(span);
            match Remark::read(comment, span) {
                Ok(remark) => self.remarks.waiting.push(remark),
                Err(problem) => self.diagnostics.push(*problem),
            }
        }
        rest + &html[from..]
    }

    fn remarks_stand_before(&mut self, range: &Range<usize>) {
        for remark in std::mem::take(&mut self.remarks.waiting) {
            let place = self.offset + range.start..self.offset + range.end;
            self.diagnostics.allow(remark.before(Span::new(self.source, place)));
        }
    }

    /// Reports remarks with no block after them, which allow nothing.
    pub(super) fn remarks_end(&mut self) {
        let end = self.body.len();
        self.remarks_stand_before(&(end..end));
    }
}

const OPENS: &str = "<!--";
const CLOSES: &str = "-->";

/// Returns the ranges of the comments in `html`.
fn comments(html: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    while let Some(start) = memmem::find(&html.as_bytes()[from..], OPENS.as_bytes()) {
        let start = from + start;
        let inside = start + OPENS.len();
        let Some(end) = memmem::find(&html.as_bytes()[inside..], CLOSES.as_bytes()) else { break };
        from = inside + end + CLOSES.len();
        ranges.push(start..from);
    }
    ranges
}
