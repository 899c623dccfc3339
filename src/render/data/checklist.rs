//! A checklist as JSON: its items, section by section.

use schemars::JsonSchema;
use serde::Serialize;

use super::DataHead;
use crate::{
    model::{Page, SectionKind},
    render::{body, context::Context},
};

/// A checklist.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "checklist-file"))]
pub struct ChecklistFile<'a> {
    #[serde(flatten)]
    head: DataHead<'a>,
    /// What is to be ticked, in the order of the page.
    items: Vec<FileTask<'a>>,
}

/// An item of a checklist.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "checklist-file-item"))]
struct FileTask<'a> {
    /// The name of the item: its pinned id, which is the same in both languages, or else its
    /// section and its place in it.
    id: &'a str,
    /// What is to be done, without marks.
    text: String,
    /// The heading that it stands below.
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<&'a str>,
}

/// Returns the file of the checklist `page`.
pub fn checklist<'a>(context: &Context<'a>, page: &'a Page) -> ChecklistFile<'a> {
    let document = &page.document;
    let tasks = document.sections.iter().filter(|section| section.kind == SectionKind::Task);
    let items = tasks.zip(body::tasks(context, page)).map(|(task, text)| {
        let heading = task.heading.and_then(|at| document.outline.get(at as usize));
        FileTask { id: &task.id, text, section: heading.map(|heading| &*heading.text) }
    });
    ChecklistFile { head: DataHead::new(context, page), items: items.collect() }
}
