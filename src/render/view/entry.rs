//! The views of pages that belong to neither language: the language entry, the 404 page and
//! redirects.

use serde::Serialize;

use super::{
    chrome::{self, PageChrome},
    content::RenderedPage,
};
use crate::{
    model::{Lang, Redirect, UrlPath},
    render::{
        context::Context,
        seo::{self, Subject},
    },
};

/// A page in both languages, each in a part of its own.
#[derive(Serialize)]
struct BilingualView<'a> {
    frame: PageChrome<'a>,
    parts: Vec<BilingualPart<'a>>,
}

#[derive(Serialize)]
struct BilingualPart<'a> {
    lang: Lang,
    name: &'static str,
    href: String,
    site_title: &'a str,
    title: String,
    text: String,
    action: String,
}

/// Renders `/`, where a reader chooses the language.
pub fn entry(context: &Context) -> RenderedPage {
    let settings = &context.site.settings;
    let lang = settings.source_language;
    let url = UrlPath::new("/");
    let title = settings.title(lang);
    let other = settings.title(lang.other());
    let description = context.strings(lang).format_one("entry-description", "title", title);
    let mut frame = chrome::plain(context, lang, &url, title, &description);
    frame.meta.head_title = [title, " · ", other].concat();
    chrome::add_home_alternates(context, &mut frame);
    frame.head = Some(seo::head(context, Subject::Entry, &frame.meta));
    let parts = parts(context, "entry-action", |context, lang| {
        let about = context.site.settings.description(lang).map(str::to_owned);
        let home = context.site.homes.get(lang).map(|id| context.site.page(id));
        let written = home.map(|home| home.front().description.value.clone());
        about.or(written).unwrap_or_default()
    });
    context.templates.render(lang, "entry.html", &BilingualView { frame, parts }, "/")
}

/// Renders `/404.html`.
pub fn not_found(context: &Context) -> RenderedPage {
    let lang = context.site.settings.source_language;
    let url = UrlPath::new("/404.html");
    let title = context.strings(lang).get("not-found-title");
    let mut frame = chrome::plain(context, lang, &url, &title, &title);
    frame.noindex = true;
    let text = |context: &Context, lang| context.strings(lang).get("not-found-text");
    let parts = parts(context, "not-found-action", text);
    context.templates.render(lang, "404.html", &BilingualView { frame, parts }, "404.html")
}

/// Returns the parts of both languages, that of the guide's source language first. `action` is
/// the key of the link's text.
fn parts<'a>(
    context: &Context<'a>,
    action: &str,
    text: impl Fn(&Context<'a>, Lang) -> String,
) -> Vec<BilingualPart<'a>> {
    let source = context.site.settings.source_language;
    let part = |lang| {
        let strings = context.strings(lang);
        BilingualPart {
            lang,
            name: lang.own_name(),
            href: context.site.settings.base_url.href(&UrlPath::home(lang)),
            site_title: context.site.settings.title(lang),
            title: strings.get("not-found-title"),
            text: text(context, lang),
            action: strings.get(action),
        }
    };
    [source, source.other()].map(part).into()
}

#[derive(Serialize)]
struct RedirectView<'a> {
    frame: PageChrome<'a>,
    href: String,
}

/// Renders the page at an old address, which leads to the new one.
pub fn redirect(context: &Context, redirect: &Redirect) -> RenderedPage {
    let page = context.site.page(redirect.to);
    let (lang, title) = (page.lang(), page.title());
    // The canonical address is the new one. With `noindex` here, search engines would not list
    // the new page either.
    let frame = chrome::plain(context, lang, &page.url, title, title);
    let view = RedirectView { frame, href: context.page_href(redirect.to) };
    context.templates.render(lang, "redirect.html", &view, redirect.from.as_str())
}
