//! The view of a single page: text about the guide, or an interactive tool.

use serde::Serialize;

use super::content::{PageContent, RenderedPage, render};
use crate::{
    model::{Kind, KindFields, Lang, Page, Tool},
    render::{
        context::Context,
        ranking_table::{RankingTable, table},
    },
};

#[derive(Serialize)]
struct SinglePageView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    tool: Option<Tool>,
    /// The text before the first heading as HTML; the tool follows it.
    opening: String,
    /// The rankings to compare; empty unless the page has that tool.
    rankings: Vec<ComparedRanking<'a>>,
    /// The address that the subscription form posts to.
    endpoint: Option<String>,
    /// The name of the page with the scorecard, whose result the record shows.
    scorecard: Option<String>,
    /// The address of the list of decisions, for an empty record.
    decisions: Option<String>,
    /// The decisions that an empty record can begin with.
    decision_pages: Vec<DecisionLink<'a>>,
}

/// A link to a page of the kind `decisions`.
#[derive(Serialize)]
struct DecisionLink<'a> {
    title: &'a str,
    href: String,
}

/// A ranking whose items can be compared.
#[derive(Serialize)]
struct ComparedRanking<'a> {
    /// The name, the same in both languages.
    slug: &'a str,
    title: &'a str,
    href: String,
    ranking: RankingTable<'a>,
}

/// Renders `page`, of the kind `pages`.
pub fn page<'a>(
    context: &Context<'a>,
    page: &'a Page,
    mut content: PageContent<'a>,
) -> RenderedPage {
    let settings = &context.site.settings;
    let tool = page.tool();
    let rankings = match tool {
        Some(Tool::Comparison) => rankings(context, page.lang()),
        Some(Tool::Scorecard | Tool::Subscription | Tool::Record) | None => Vec::new(),
    };
    let is_record = tool == Some(Tool::Record);
    let decisions = context.site.collection(Kind::Decision, page.lang()).filter(|_| is_record);
    let opening = content.body.take_opening();
    let view = SinglePageView {
        content,
        tool,
        opening,
        rankings,
        endpoint: settings.subscription.as_ref().map(|form| form.endpoint.to_string()),
        scorecard: is_record.then(|| scorecard(context, page.lang())).flatten(),
        decisions: decisions.map(|list| settings.base_url.href(&list.url)),
        decision_pages: if is_record { decision_pages(context, page.lang()) } else { Vec::new() },
    };
    render(context, page, &view)
}

fn decision_pages<'a>(context: &Context<'a>, lang: Lang) -> Vec<DecisionLink<'a>> {
    let pages = context.site.listed(Kind::Decision, lang).iter();
    let link =
        |id| DecisionLink { title: context.site.page(id).title(), href: context.page_href(id) };
    pages.copied().map(link).collect()
}

fn scorecard(context: &Context, lang: Lang) -> Option<String> {
    let is_scorecard = |page: &&Page| page.lang() == lang && page.tool() == Some(Tool::Scorecard);
    Some(context.site.pages.iter().find(is_scorecard)?.document.place.name())
}

fn rankings<'a>(context: &Context<'a>, lang: Lang) -> Vec<ComparedRanking<'a>> {
    let ranked = context.site.listed(Kind::Ranking, lang).iter().filter_map(|id| {
        let page = context.site.page(*id);
        let KindFields::Ranking(fields) = &page.front().fields else { return None };
        Some(ComparedRanking {
            slug: &page.document.place.slug,
            title: page.title(),
            href: context.page_href(*id),
            ranking: table(context, page, fields),
        })
    });
    ranked.collect()
}
