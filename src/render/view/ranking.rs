//! The view of a ranking, and of its first items on other pages.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{
    model::{KindFields, Page, PageId, RankingFields},
    render::{
        context::Context,
        ranking_table::{RankedRow, RankingTable, table},
    },
};

#[derive(Serialize)]
struct RankingView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    ranking: RankingTable<'a>,
}

/// Renders the ranking `page`.
pub fn ranking<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a RankingFields,
) -> RenderedPage {
    let ranking = table(context, page, fields);
    render(context, page, &RankingView { content, ranking })
}

/// The first items of a ranking.
#[derive(Serialize)]
pub struct TopItems<'a> {
    title: &'a str,
    description: &'a str,
    href: String,
    items: Vec<RankedRow<'a>>,
}

/// Returns the first `most` items of the ranking `id`.
pub fn top_items<'a>(context: &Context<'a>, id: PageId, most: usize) -> Option<TopItems<'a>> {
    let page = context.site.page(id);
    let KindFields::Ranking(fields) = &page.front().fields else { return None };
    let mut items = table(context, page, fields).items;
    items.truncate(most);
    let description = &page.front().description.value;
    Some(TopItems { title: page.title(), description, href: context.page_href(id), items })
}
