//! Task list items: a checkbox, its label, and the id that the label pins.

use pulldown_cmark::Event;

use super::BodyWriter;
use crate::{
    markdown::{is_inline, pinned_id},
    markup,
    quotation::curl,
    render::{
        context::Medium,
        glue::{glue, glue_title},
    },
};

/// The task list item being written.
pub(super) struct Task {
    /// The end of the item's opening tag, at which its id can be added.
    pub(super) item: markup::TagEnd,
    /// The depth of the label while it is open.
    pub(super) label: Option<usize>,
}

impl BodyWriter<'_> {
    /// Writes text. At the end of a task's label, it may pin the item's id.
    pub(super) fn text(&mut self, text: &str, next: Option<&Event>) {
        let ends = next.is_none_or(|next| !is_inline(next));
        let task = self.task.as_ref().filter(|task| ends && task.label.is_some());
        match task.map(|task| task.item).zip(pinned_id(text)) {
            Some((item, (before, id))) => {
                self.typeset(before);
                self.out.attr_at(item, "id", &self.context.id(id));
            }
            None => self.typeset(text),
        }
    }

    fn typeset(&mut self, text: &str) {
        let text = curl(text, self.last);
        self.last = text.chars().last();
        self.table.add_label(&text);
        match self.context.medium {
            Medium::Page if self.is_heading => self.out.text(&glue_title(&text, self.page.lang())),
            Medium::Page => self.out.text(&glue(&text, self.page.lang())),
            Medium::Feed => self.out.text(&text),
        };
    }

    pub(super) fn item(&mut self, events: &[Event]) {
        // The marker is at the very beginning, inside few blocks.
        const MOST_BLOCKS: usize = 8;
        let mut opening = events[1..].iter().take(MOST_BLOCKS);
        let first = opening.find(|event| !matches!(event, Event::Start(_)));
        let is_task = matches!(first, Some(Event::TaskListMarker(_)));
        self.out.start("li");
        if is_task {
            self.out.attr("class", "task");
            self.task = Some(Task { item: self.out.tag_end(), label: None });
        }
    }

    pub(super) fn checkbox(&mut self, done: bool) {
        if self.context.medium == Medium::Feed {
            // A feed has no checkboxes.
            self.out.text(if done { "☑ " } else { "☐ " });
            self.out.start("label");
        } else {
            self.write_checkbox(done);
        }
        self.out.start("span");
        if let Some(task) = &mut self.task {
            task.label = Some(self.out.depth());
        }
    }

    fn write_checkbox(&mut self, done: bool) {
        self.out.start("label").void("input").attr("type", "checkbox");
        if done {
            self.out.flag("checked");
        }
    }

    pub(super) fn label_is_open(&self) -> bool {
        self.task.as_ref().is_some_and(|task| task.label == Some(self.out.depth()))
    }

    pub(super) fn close_label(&mut self) {
        if self.label_is_open() {
            self.out.end().end();
            if let Some(task) = &mut self.task {
                task.label = None;
            }
        }
    }
}
