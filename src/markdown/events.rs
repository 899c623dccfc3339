//! The events of a body: those of the parser, with neighbouring texts joined.

use std::{iter::Peekable, ops::Range};

use pulldown_cmark::{CowStr, Event, OffsetIter};

/// An event and its place in the text that was parsed.
pub type PlacedEvent<'t> = (Event<'t>, Range<usize>);

/// An iterator over events in which neighbouring texts are one event, as are the lines of
/// a block of HTML: a tag may span several.
pub struct Events<'t>(Peekable<OffsetIter<'t>>);

impl<'t> Events<'t> {
    pub fn new(parser: OffsetIter<'t>) -> Self {
        Events(parser.peekable())
    }

    /// Returns `first` joined with the pieces that follow it. `piece` returns the text of
    /// an event that is a piece.
    fn join(
        &mut self,
        first: CowStr<'t>,
        range: &mut Range<usize>,
        piece: for<'e> fn(&'e Event<'t>) -> Option<&'e str>,
    ) -> CowStr<'t> {
        let mut joined: Option<String> = None;
        while let Some((event, place)) = self.0.next_if(|(event, _)| piece(event).is_some()) {
            let text = joined.get_or_insert_with(|| first.to_string());
            text.push_str(piece(&event).unwrap_or_default());
            range.end = place.end;
        }
        joined.map_or(first, CowStr::from)
    }
}

impl<'t> Iterator for Events<'t> {
    type Item = PlacedEvent<'t>;

    fn next(&mut self) -> Option<PlacedEvent<'t>> {
        loop {
            let (event, mut range) = self.0.next()?;
            let event = match event {
                Event::Text(first) => Event::Text(self.join(first, &mut range, text)),
                Event::Html(first) => Event::Html(self.join(first, &mut range, html)),
                other => other,
            };
            if !matches!(&event, Event::Text(text) if text.is_empty()) {
                return Some((event, range));
            }
        }
    }
}

fn text<'e>(event: &'e Event) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}

fn html<'e>(event: &'e Event) -> Option<&'e str> {
    if let Event::Html(html) = event { Some(html) } else { None }
}
