//! The view of a decision.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{
    markdown::figure_id,
    model::{DecisionFields, Page},
    render::context::Context,
};

#[derive(Serialize)]
struct DecisionView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    limits: Option<&'a str>,
    questions: Option<QuestionsLink<'a>>,
}

/// The questions and their drawing as parts of the table of contents.
#[derive(Serialize)]
struct QuestionsLink<'a> {
    title: &'a str,
    /// The id of the questions.
    id: String,
    /// The id of the drawing.
    drawing: String,
}

/// Renders the decision `page`.
pub fn decision<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a DecisionFields,
) -> RenderedPage {
    let (limits, questions) = (fields.limits.as_deref(), questions(page));
    render(context, page, &DecisionView { content, limits, questions })
}

fn questions(page: &Page) -> Option<QuestionsLink<'_>> {
    let diagram = page.document.diagrams[page.decision()?].as_ref()?;
    let id = figure_id(&diagram.id.value);
    let title = &diagram.title;
    Some(QuestionsLink {
        title,
        id: [&id, "--walk"].concat(),
        drawing: [&id, "--drawing"].concat(),
    })
}
