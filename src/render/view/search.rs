//! The view of the page of search results. Without scripts it shows other ways to find a page.

use serde::Serialize;

use super::{
    chrome::{self, PageChrome},
    content::RenderedPage,
};
use crate::{
    model::{Lang, Site},
    render::context::Context,
};

#[derive(Serialize)]
struct SearchView<'a> {
    frame: PageChrome<'a>,
    title: &'a str,
    /// All lists of pages.
    lists: Vec<ListLink>,
}

#[derive(Serialize)]
struct ListLink {
    href: String,
    title: String,
    introduction: String,
}

/// Renders the page of search results.
pub fn search(context: &Context, lang: Lang) -> RenderedPage {
    let site = context.site;
    let strings = context.strings(lang);
    let url = Site::search_url(lang);
    let (title, description) = (strings.get("search"), strings.get("search-description"));
    let mut frame = chrome::plain(context, lang, &url, &title, &description);
    frame.noindex = true;
    let other = Site::search_url(lang.other());
    frame.other.href = context.site.settings.base_url.href(&other);
    frame.other.translated = true;
    frame.other.missing = None;
    let lists = site.collections.get(lang).iter().map(|list| ListLink {
        href: site.settings.base_url.href(&list.url),
        title: strings.label(site.settings.title_of(list.kind, lang)),
        introduction: strings.label(site.settings.introduction_of(list.kind, lang)),
    });
    let view = SearchView { lists: lists.collect(), title: &title, frame };
    context.templates.render(lang, "search.html", &view, url.as_str())
}
