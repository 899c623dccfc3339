//! The view of a checklist.

use serde::Serialize;

use super::{
    audience::{AudienceLinks, audience},
    card::{Card, cards},
    content::{PageContent, RenderedPage, render},
};
use crate::{
    model::{ChecklistFields, Page},
    render::context::Context,
};

#[derive(Serialize)]
struct ChecklistView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    audience: AudienceLinks<'a>,
    reviewer: Option<&'a str>,
    related: Vec<Card<'a>>,
}

/// Renders the checklist `page`.
pub fn checklist<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a ChecklistFields,
) -> RenderedPage {
    let view = ChecklistView {
        content,
        audience: audience(context, page),
        reviewer: fields.reviewer.as_deref(),
        related: cards(context, &page.references.related),
    };
    render(context, page, &view)
}
