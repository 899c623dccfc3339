//! Images: alone in a paragraph with a caption, or in running text.

use std::borrow::Cow;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::BodyWriter;
use crate::{math, model::Target};

impl BodyWriter<'_> {
    /// Writes an image that is alone in its paragraph as a figure. The image's title is the
    /// caption.
    pub(super) fn figure(&mut self, events: &[Event]) -> usize {
        let Event::Start(Tag::Image { title, .. }) = &events[1] else { return 1 };
        self.out.start("figure").attr("class", "picture");
        let length = self.image("", &events[1..]);
        if !title.is_empty() {
            self.out.element("figcaption", title);
        }
        self.out.end();
        length + 2
    }

    pub(super) fn image(&mut self, title: &str, events: &[Event]) -> usize {
        let end = image_end(events);
        let alt: String = events[1..end].iter().map(plain_text).collect();
        let target = self.page.links.get(self.links);
        let is_link = |e: &&Event| matches!(e, Event::Start(Tag::Image { .. } | Tag::Link { .. }));
        self.links += events[..end].iter().filter(is_link).count();
        let Some(target) = target else { return end + 1 };
        let src = self.context.href(target);
        self.out.void("img").attr("src", &src).attr("alt", &alt);
        if let Target::Asset(id) = target
            && let Some(size) = self.context.site.asset(*id).dimensions
        {
            self.out.attr("width", &size.width.to_string());
            self.out.attr("height", &size.height.to_string());
        }
        if !title.is_empty() {
            self.out.attr("title", title);
        }
        self.out.attr("loading", "lazy").attr("decoding", "async");
        end + 1
    }
}

pub(super) fn is_figure(events: &[Event]) -> bool {
    matches!(events.get(1), Some(Event::Start(Tag::Image { .. })))
        && matches!(
            events.get(1 + image_end(&events[1..]) + 1),
            Some(Event::End(TagEnd::Paragraph))
        )
}

/// Returns the index of the event that ends the image at the beginning of `events`.
pub(super) fn image_end(events: &[Event]) -> usize {
    let mut depth = 0usize;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Image) => {
                depth -= 1;
                if depth == 0 {
                    return at;
                }
            }
            _ => {}
        }
    }
    events.len().saturating_sub(1)
}

pub(super) fn plain_text<'e>(event: &'e Event) -> Cow<'e, str> {
    match event {
        Event::Text(text) | Event::Code(text) => (&**text).into(),
        Event::InlineMath(formula) => math::plain(formula).into(),
        Event::SoftBreak | Event::HardBreak => " ".into(),
        _ => "".into(),
    }
}
