//! The view of a page about the guide, and of what it lets its readers use.

use serde::Serialize;

use super::{
    Rendered,
    kinds::Article,
    ranking::{self, Table},
};
use crate::{
    model::{Kind, KindFacts, KindWords, Lang, Page, Tool},
    render::context::Context,
};

#[derive(Serialize)]
struct PageView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    tool: Option<Tool>,
    /// HTML: the text before the first heading, after which the tool stands.
    opening: String,
    /// What can be compared; empty unless that is the page's tool.
    rankings: Vec<Ranked<'a>>,
    /// Where the subscription form posts to.
    endpoint: Option<&'a str>,
}

/// A ranking as something to compare from.
#[derive(Serialize)]
struct Ranked<'a> {
    /// The same in both languages.
    slug: &'a str,
    title: &'a str,
    href: String,
    ranking: Table<'a>,
}

/// Draws a page of the kind `pages`.
pub fn page<'a>(context: &Context<'a>, page: &'a Page, mut article: Article<'a>) -> Rendered {
    let settings = &context.site.settings;
    let tool = of(page);
    let rankings = match tool {
        Some(Tool::Comparison) => rankings(context, page.lang()),
        Some(Tool::Scorecard | Tool::Subscription) | None => Vec::new(),
    };
    let opening = article.body.take_opening();
    let view = PageView {
        article,
        tool,
        opening,
        rankings,
        endpoint: settings.subscription.as_ref().map(|subscription| &*subscription.endpoint),
    };
    let name = page.document.place.file();
    context.templates.render(page.lang(), "page.html", &view, &name)
}

/// The tool of a page.
pub fn of(page: &Page) -> Option<Tool> {
    match &page.facts()?.kind {
        KindFacts::Page { tool } => *tool,
        KindFacts::Home
        | KindFacts::Guide(_)
        | KindFacts::Checklist { .. }
        | KindFacts::Profile { .. }
        | KindFacts::Ranking(_)
        | KindFacts::Changelog { .. } => None,
    }
}

fn rankings<'a>(context: &Context<'a>, lang: Lang) -> Vec<Ranked<'a>> {
    let collection = context.site.collection(Kind::Ranking, lang);
    let ids = collection.map(|collection| collection.pages.as_slice()).unwrap_or_default();
    let ranked = ids.iter().filter_map(|id| {
        let page = context.site.page(*id);
        let KindWords::Ranking { criteria, items } = &page.front().words else { return None };
        Some(Ranked {
            slug: &page.document.place.slug,
            title: page.title(),
            href: context.page_href(*id),
            ranking: ranking::table(context, page, criteria, items),
        })
    });
    ranked.collect()
}
