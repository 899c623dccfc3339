//! The view of a profile: a reading path, then the profile's own text.

use serde::Serialize;

use super::{
    card::{Card, TaskList, card, tasks},
    content::{PageContent, RenderedPage, render},
};
use crate::{model::Page, render::context::Context};

#[derive(Serialize)]
struct ProfileView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    path: Vec<PathStep<'a>>,
}

/// A page of the reading path.
#[derive(Serialize)]
struct PathStep<'a> {
    #[serde(flatten)]
    card: Card<'a>,
    list: TaskList,
}

/// Renders the profile `page`.
pub fn profile<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
) -> RenderedPage {
    let steps = page.references.path.iter();
    let steps =
        steps.map(|id| PathStep { card: card(context, *id), list: tasks(context.site.page(*id)) });
    render(context, page, &ProfileView { content, path: steps.collect() })
}
