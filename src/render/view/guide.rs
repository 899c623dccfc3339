//! The view of a guide.

use serde::Serialize;

use super::{
    card::{Card, card},
    content::{PageContent, RenderedPage, render},
    terms::{UsedTerm, used_terms},
};
use crate::{
    model::{GuideFields, Page},
    render::context::Context,
};

#[derive(Serialize)]
struct GuideView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    /// The label of guides on its topic.
    label: String,
    conclusion: Option<&'a str>,
    next: Option<Card<'a>>,
    /// The terms of the glossary that the guide uses.
    terms: Vec<UsedTerm<'a>>,
}

/// Renders the guide `page`.
pub fn guide<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a GuideFields,
) -> RenderedPage {
    let terms = used_terms(context, page, &content.body);
    let view = GuideView {
        content,
        terms,
        label: context.strings(page.lang()).label(context.site.settings.label_of(page)),
        conclusion: fields.conclusion.as_deref(),
        next: page.references.next.map(|id| card(context, id)),
    };
    render(context, page, &view)
}
