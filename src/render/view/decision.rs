//! The view of a decision.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{
    model::{DecisionFields, Page},
    render::context::Context,
};

#[derive(Serialize)]
struct DecisionView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    limits: Option<&'a str>,
}

/// Renders the decision `page`.
pub fn decision<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a DecisionFields,
) -> RenderedPage {
    render(context, page, &DecisionView { content, limits: fields.limits.as_deref() })
}
