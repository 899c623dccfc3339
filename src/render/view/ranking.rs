//! The view of a ranking, and of its first items on other pages.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{
    model::{KindFields, Page, PageId, RankingFields},
    render::{
        context::Context,
        ranking_map::{MapView, map},
        ranking_table::{LevelHead, RankedRow, RankingTable, table},
    },
};

#[derive(Serialize)]
struct RankingView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    ranking: RankingTable<'a>,
    map: Option<MapView<'a>>,
}

/// Renders the ranking `page`.
pub fn ranking<'a>(
    context: &Context<'a>,
    page: &'a Page,
    mut content: PageContent<'a>,
    fields: &'a RankingFields,
) -> RenderedPage {
    let ranking = table(context, page, fields);
    let map = map(context, page, fields, &ranking);
    content.frame.diagrams |= map.is_some();
    render(context, page, &RankingView { content, ranking, map })
}

/// The first items of a ranking.
#[derive(Serialize)]
pub struct TopItems<'a> {
    title: &'a str,
    description: &'a str,
    href: String,
    items: Vec<RankedRow<'a>>,
    levels: Vec<LevelHead<'a>>,
    pub map: Option<MapView<'a>>,
}

/// Returns the first `most` items of the ranking `id`.
pub fn top_items<'a>(context: &Context<'a>, id: PageId, most: usize) -> Option<TopItems<'a>> {
    let page = context.site.page(id);
    let KindFields::Ranking(fields) = &page.front().fields else { return None };
    let table = table(context, page, fields);
    let map = map(context, page, fields, &table);
    let RankingTable { mut items, levels, .. } = table;
    items.truncate(most);
    let description = &page.front().description.value;
    Some(TopItems {
        title: page.title(),
        description,
        href: context.page_href(id),
        items,
        levels,
        map,
    })
}
