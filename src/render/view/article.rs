//! The view of an article of a collection that the settings declare.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{model::Page, render::context::Context};

#[derive(Serialize)]
struct ArticleView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    /// The title of the collection.
    label: String,
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
    };
    render(context, page, &view)
}
