//! Single `*` that may begin emphasis and have no partner yet.

use std::{iter::Peekable, ops::Range, vec::IntoIter};

use pulldown_cmark::{Event, Parser};

use super::{
    DIALECT, is_inline,
    signs::{OPENING, is_cjk, run_length},
};

/// Counts the single `*` that are open at a place: a `*` after `가격(원)` is the sign of a note,
/// unless an earlier `*` is open, which it closes. The body is parsed for this only if it has such
/// a place, which is rare.
pub struct OpenStars<'a> {
    body: &'a str,
    stretches: Option<Peekable<IntoIter<Stretch>>>,
    /// The offset up to which the body was read.
    read: usize,
    open: usize,
}

impl<'a> OpenStars<'a> {
    pub fn new(body: &'a str) -> Self {
        OpenStars { body, stretches: None, read: 0, open: 0 }
    }

    /// Returns whether a `*` is open before `place`. Places come in ascending order.
    pub fn are_open_before(&mut self, place: usize) -> bool {
        let body = self.body;
        let stretches =
            self.stretches.get_or_insert_with(|| stretches(body).into_iter().peekable());
        while let Some(stretch) = stretches.peek() {
            let end = match stretch {
                Stretch::Boundary(at) if *at > place => break,
                Stretch::Boundary(at) => {
                    self.open = 0;
                    *at
                }
                Stretch::Text(text) if text.start > place => break,
                Stretch::Text(text) => {
                    let part = self.read.max(text.start)..text.end.min(place);
                    self.read = self.read.max(part.end);
                    self.open = open_after(body, part, self.open);
                    text.end
                }
            };
            if end > place {
                break;
            }
            stretches.next();
        }
        self.open > 0
    }
}

/// A part of a body.
enum Stretch {
    /// Text in which a `*` may mean emphasis.
    Text(Range<usize>),
    /// The beginning or end of a block (a paragraph, a heading, a cell of a table), where
    /// all emphasis ends.
    Boundary(usize),
}

/// Returns the stretches of `body` in order, without code and raw HTML.
fn stretches(body: &str) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    let mut from = 0;
    for (event, range) in Parser::new_ext(body, DIALECT).into_offset_iter() {
        let skipped = match &event {
            Event::Code(_) | Event::InlineHtml(_) => range,
            event if is_inline(event) => continue,
            Event::End(_) => range.end..range.end,
            _ => range.start..range.start,
        };
        if skipped.start > from {
            stretches.push(Stretch::Text(from..skipped.start));
        }
        from = from.max(skipped.end);
        if !is_inline(&event) {
            stretches.push(Stretch::Boundary(from));
        }
    }
    stretches.push(Stretch::Text(from..body.len()));
    stretches
}

/// Returns the number of single `*` that are open at the end of `part`, given the number
/// before it. A run of two is strong emphasis; a run of three counts as a single one too.
fn open_after(body: &str, part: Range<usize>, mut open: usize) -> usize {
    let mut at = part.start;
    while let Some(distance) = body.get(at..part.end).and_then(|rest| rest.find('*')) {
        let start = at + distance;
        at = (start + run_length(&body[start..])).min(part.end);
        let (before, after) = (body[..start].chars().next_back(), body[at..].chars().next());
        if at - start == 2 || before == Some('\\') {
            continue;
        }
        if open > 0 && before.is_some_and(|c| !c.is_whitespace()) {
            open -= 1;
        } else if could_open(before, after) {
            open += 1;
        }
    }
    open
}

/// Returns whether a `*` stands at the beginning of a word: after a space, an opening bracket
/// or a CJK letter, or at the very beginning.
fn could_open(before: Option<char>, after: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || OPENING.contains(c) || is_cjk(c))
        && after.is_some_and(|c| !c.is_whitespace())
}
