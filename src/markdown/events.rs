//! The events of a body: the parser's own, with what it gives piecemeal put together.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, OffsetIter};

/// An event, and the place in the text that was parsed.
type Placed<'t> = (Event<'t>, Range<usize>);

/// Neighbouring texts are one event, as are the lines of a block of HTML: a tag may go
/// on over several. An event is large, so it is looked at where it lies and moved once.
pub struct Events<'t> {
    text: &'t str,
    parser: OffsetIter<'t>,
    /// What ended the last run of pieces.
    next: Option<Placed<'t>>,
}

impl<'t> Events<'t> {
    /// The events that `parser` reads from `text`.
    pub fn new(text: &'t str, parser: OffsetIter<'t>) -> Self {
        Events { text, parser, next: None }
    }

    /// Puts `first` and the pieces that follow it together; `piece` gives the text of an
    /// event that is one, or the event back.
    fn run(
        &mut self,
        first: CowStr<'t>,
        range: &mut Range<usize>,
        piece: impl Fn(Event<'t>) -> Result<CowStr<'t>, Event<'t>>,
    ) -> CowStr<'t> {
        let mut run = Run::Piece(first);
        for (event, place) in self.parser.by_ref() {
            match piece(event) {
                Ok(more) => {
                    run = run.and(&more, self.text);
                    range.end = place.end;
                }
                Err(other) => {
                    self.next = Some((other, place));
                    break;
                }
            }
        }
        match run {
            Run::Piece(piece) => piece,
            Run::Pieces(text) => text.into(),
        }
    }
}

/// Pieces that were put together so far.
enum Run<'t> {
    /// One, or several that stand side by side in the text.
    Piece(CowStr<'t>),
    Pieces(String),
}

impl<'t> Run<'t> {
    fn and(self, more: &str, text: &'t str) -> Run<'t> {
        let mut whole = match self {
            Run::Piece(piece) => match side_by_side(&piece, more, text) {
                Some(both) => return Run::Piece(CowStr::Borrowed(both)),
                None => piece.into_string(),
            },
            Run::Pieces(whole) => whole,
        };
        whole.push_str(more);
        Run::Pieces(whole)
    }
}

/// `first` and `second` as one part of `text`, where they follow each other in it.
fn side_by_side<'t>(first: &CowStr<'t>, second: &str, text: &'t str) -> Option<&'t str> {
    let CowStr::Borrowed(first) = first else { return None };
    let start = (first.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let follows = first.as_bytes().as_ptr_range().end == second.as_ptr();
    let both = text.get(start..start + first.len() + second.len())?;
    follows.then_some(both)
}

impl<'t> Iterator for Events<'t> {
    type Item = Placed<'t>;

    fn next(&mut self) -> Option<Placed<'t>> {
        let next = match self.next.take() {
            Some(next) => Some(next),
            None => self.parser.next(),
        };
        match next {
            Some((Event::Text(first), mut range)) => {
                let text = self.run(first, &mut range, |event| match event {
                    Event::Text(text) => Ok(text),
                    other => Err(other),
                });
                match text.is_empty() {
                    true => self.next(),
                    false => Some((Event::Text(text), range)),
                }
            }
            Some((Event::Html(first), mut range)) => {
                let html = self.run(first, &mut range, |event| match event {
                    Event::Html(html) => Ok(html),
                    other => Err(other),
                });
                Some((Event::Html(html), range))
            }
            other => other,
        }
    }
}
