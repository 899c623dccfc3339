//! The tasks of a checklist, as plain text.

use pulldown_cmark::Event;

use super::picture::plain_text;
use crate::{
    markdown::{MarkdownText, is_inline, pinned_id},
    model::Page,
    render::context::Context,
};

/// Returns the tasks on `page` in order; one without words is empty.
pub fn tasks(context: &Context, page: &Page) -> Vec<String> {
    let prepared = MarkdownText::new(context.body_text(page));
    let mut tasks: Vec<String> = Vec::new();
    let mut in_label = false;
    for (event, _) in prepared.events() {
        match &event {
            Event::TaskListMarker(_) => {
                tasks.push(String::new());
                in_label = true;
            }
            event if in_label && is_inline(event) => {
                if let Some(task) = tasks.last_mut() {
                    task.push_str(&plain_text(event));
                }
            }
            _ => in_label = false,
        }
    }
    let named =
        |task: String| pinned_id(&task).map_or(task.as_str(), |(text, _)| text).trim().to_owned();
    tasks.into_iter().map(named).collect()
}
