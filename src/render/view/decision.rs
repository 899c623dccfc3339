//! The view of a decision.

use serde::Serialize;

use super::{
    audience::{AudienceLinks, audience},
    card::{Card, cards},
    content::{PageContent, RenderedPage, render},
};
use crate::{
    model::{DecisionFields, Page},
    render::context::Context,
};

#[derive(Serialize)]
struct DecisionView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    audience: AudienceLinks<'a>,
    reviewer: Option<&'a str>,
    evidence: &'a [String],
    limits: Option<&'a str>,
    related: Vec<Card<'a>>,
}

/// Renders the decision `page`.
pub fn decision<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a DecisionFields,
) -> RenderedPage {
    let view = DecisionView {
        content,
        audience: audience(context, page),
        reviewer: fields.reviewer.as_deref(),
        evidence: &fields.evidence,
        limits: fields.limits.as_deref(),
        related: cards(context, &page.references.related),
    };
    render(context, page, &view)
}
