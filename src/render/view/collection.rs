//! The view of the page that lists all pages of one kind.

use serde::Serialize;

use super::{
    card::{Card, cards},
    chrome::{self, PageChrome},
    content::RenderedPage,
    ranking::{TopItems, top_items},
    topics::{TopicCards, topics},
};
use crate::{
    model::{Collection, Kind, PageFile},
    render::{
        context::Context,
        seo::{self, Alternates, Subject},
    },
};

#[derive(Serialize)]
struct CollectionView<'a> {
    frame: PageChrome<'a>,
    title: &'a str,
    summary: &'a str,
    kind: Kind,
    pages: Vec<Card<'a>>,
    /// True if each page has a number, which gives the order of the list.
    numbered: bool,
    /// The guides by topic; empty for other kinds.
    topics: Vec<TopicCards<'a>>,
    /// The first items of each ranking; empty for other kinds.
    tops: Vec<TopItems<'a>>,
}

/// How many items of each ranking the list of rankings shows.
const TOP: usize = 3;

/// Renders the list of all pages of one kind.
pub fn collection(context: &Context, collection: &Collection) -> RenderedPage {
    let Collection { kind, lang, url, pages } = collection;
    let settings = &context.site.settings;
    let strings = context.strings(*lang);
    let title = strings.label(settings.title_of(*kind, *lang));
    let summary = strings.label(settings.introduction_of(*kind, *lang));
    let mut frame = chrome::plain(context, *lang, url, &title, &summary);
    frame.section = kind.folder();
    frame.meta.breadcrumb = chrome::breadcrumb(context, *lang, *kind, &title);
    frame.meta.breadcrumb.truncate(1);
    let file = || settings.base_url.href(&url.join(PageFile::Markdown.name()));
    frame.markdown = settings.markdown.then(file);
    if let Some(alternates) = Alternates::for_collection(context.site, collection) {
        chrome::add_alternates(context, &mut frame, &alternates);
    }
    frame.head = Some(seo::head(context, Subject::Collection(collection), &frame.meta));
    let rankings = pages.iter().filter(|_| *kind == Kind::Ranking);
    let tops: Vec<TopItems> = rankings.filter_map(|id| top_items(context, *id, TOP)).collect();
    frame.diagrams = tops.iter().any(|top| top.map.is_some());
    let topics = match kind {
        Kind::Guide => topics(context, pages, *lang),
        _ => Vec::new(),
    };
    let numbered = pages.iter().all(|id| context.site.page(*id).order().is_some());
    let view = CollectionView {
        frame,
        title: &title,
        summary: &summary,
        kind: *kind,
        pages: cards(context, pages),
        numbered,
        topics,
        tops,
    };
    context.templates.render(*lang, "collection.html", &view, url.as_str())
}
