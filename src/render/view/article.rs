//! The view of an article of a collection that the settings declare.

use serde::Serialize;

use super::{
    audience::{AudienceLinks, audience},
    card::{Card, cards},
    content::{PageContent, RenderedPage, render},
};
use crate::{model::Page, render::context::Context};

#[derive(Serialize)]
struct ArticleView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    /// The title of the collection.
    label: String,
    audience: AudienceLinks<'a>,
    related: Vec<Card<'a>>,
}

/// Renders the article `page`.
pub fn article<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
) -> RenderedPage {
    let view = ArticleView {
        content,
        label: context.strings(page.lang()).label(context.site.settings.label_of(page)),
        audience: audience(context, page),
        related: cards(context, &page.references.related),
    };
    render(context, page, &view)
}
