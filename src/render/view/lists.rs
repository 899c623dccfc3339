//! The views of pages that nobody wrote, or that list others: home pages,
//! collections, the language entry, the 404 page and redirects.

use serde::Serialize;

use super::{
    Card, Rendered, Section, cards,
    frame::{self, Frame, collection_title},
    kinds::Article,
    ranking, tools, translation,
};
use crate::{
    model::{Collection, Kind, KindWords, Lang, PageId, Redirect, Tool, UrlPath},
    render::{
        RenderedBody,
        context::{Context, href},
        seo::{self, Subject, Versions},
    },
};

#[derive(Serialize)]
struct HomeView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    profiles: Vec<Card<'a>>,
    guides: Vec<Card<'a>>,
    checklists: Vec<Card<'a>>,
    rankings: Vec<Card<'a>>,
    /// The pages where readers compare and score.
    tools: Vec<Card<'a>>,
    /// The first items of the first ranking.
    top: Option<Top<'a>>,
    /// Addresses of collections; empty where there are no such pages.
    all_guides: String,
    all_checklists: String,
}

#[derive(Serialize)]
struct Top<'a> {
    title: &'a str,
    description: &'a str,
    href: String,
    items: Vec<ranking::Row<'a>>,
}

/// How many items of a ranking a home page shows, and the list of rankings.
const TOP: usize = 5;
const FEW: usize = 3;

/// How many of the newest guides a home page shows.
const NEWEST: usize = 6;

/// Draws a home page around what its editor wrote.
pub fn home(context: &Context, article: Article) -> Rendered {
    let lang = article.frame.lang;
    let of = |kind, most| {
        let collection = context.site.collection(kind, lang);
        let ids = collection.map(|c| &c.pages[..c.pages.len().min(most)]);
        cards(context, ids.unwrap_or_default())
    };
    let view = HomeView {
        article,
        profiles: of(Kind::Profile, usize::MAX),
        guides: of(Kind::Guide, NEWEST),
        checklists: of(Kind::Checklist, NEWEST),
        rankings: of(Kind::Ranking, NEWEST),
        tools: cards(context, &with_tools(context, lang)),
        top: top(context, lang),
        all_guides: collection_href(context, Kind::Guide, lang),
        all_checklists: collection_href(context, Kind::Checklist, lang),
    };
    let url = ["/", lang.code(), "/"].concat();
    context.templates.render(lang, "home.html", &view, &url)
}

fn collection_href(context: &Context, kind: Kind, lang: Lang) -> String {
    let collection = context.site.collection(kind, lang);
    collection.map(|found| href(&context.site.settings, &found.url)).unwrap_or_default()
}

fn with_tools(context: &Context, lang: Lang) -> Vec<PageId> {
    let pages = (0..).map(PageId).zip(&context.site.pages);
    let with_tools = pages.filter(|(_, page)| {
        page.lang() == lang && matches!(tools::of(page), Some(Tool::Comparison | Tool::Scorecard))
    });
    with_tools.map(|(id, _)| id).collect()
}

fn top<'a>(context: &Context<'a>, lang: Lang) -> Option<Top<'a>> {
    let id = *context.site.collection(Kind::Ranking, lang)?.pages.first()?;
    top_of(context, id, TOP)
}

/// The first `most` items of the ranking `id`.
fn top_of<'a>(context: &Context<'a>, id: PageId, most: usize) -> Option<Top<'a>> {
    let page = context.site.page(id);
    let KindWords::Ranking { criteria, items } = &page.front().words else { return None };
    let mut items = ranking::table(context, page, criteria, items).items;
    items.truncate(most);
    let description = &page.front().description.value;
    Some(Top { title: page.title(), description, href: context.page_href(id), items })
}

/// Draws a home page for a site that has written none.
pub fn made_home(context: &Context, lang: Lang) -> Rendered {
    let settings = &context.site.settings;
    let strings = context.strings(lang);
    let title = settings.title.get(lang);
    let made = strings.with("site-description", "title", title);
    let description = settings.description.get(lang).as_deref().unwrap_or(&made);
    let url = frame::home_url(lang);
    let mut frame = frame::plain(context, lang, &url, title, description);
    frame::both_homes(context, &mut frame);
    frame.noindex = !context.site.speaks(lang);
    if !frame.noindex {
        frame.head = Some(seo::head(context, Subject::Home(lang), &frame));
    }
    home(
        context,
        Article {
            frame,
            title,
            deck: description,
            contents: Vec::<Section>::new(),
            body: RenderedBody::default(),
            published: None,
            updated: None,
            draft: false,
            standing: translation::Standing::Only,
            notice: None,
            changes: Vec::new(),
        },
    )
}

#[derive(Serialize)]
struct CollectionView<'a> {
    frame: Frame<'a>,
    title: &'a str,
    deck: &'a str,
    kind: Kind,
    pages: Vec<Card<'a>>,
    /// The first items of each ranking; empty for other kinds.
    tops: Vec<Top<'a>>,
}

/// Draws the list of all pages of one kind.
pub fn collection(context: &Context, collection: &Collection) -> Rendered {
    let Collection { kind, lang, url, pages } = collection;
    let strings = context.strings(*lang);
    let title = strings.get(collection_title(*kind));
    let deck = strings.get(match kind {
        Kind::Guide => "guides-deck",
        Kind::Checklist => "checklists-deck",
        Kind::Profile => "profiles-deck",
        Kind::Ranking => "rankings-deck",
        Kind::Changelog | Kind::Home | Kind::Page => "changelog-deck",
    });
    let mut frame = frame::plain(context, *lang, url, &title, &deck);
    frame.section = kind.folder();
    frame.breadcrumb = frame::breadcrumb(context, *lang, *kind, &title);
    frame.breadcrumb.truncate(1);
    if let Some(versions) = Versions::of_collection(context.site, collection) {
        frame::translated(context, &mut frame, &versions);
    }
    frame.head = Some(seo::head(context, Subject::Collection(collection), &frame));
    let rankings = pages.iter().filter(|_| *kind == Kind::Ranking);
    let tops = rankings.filter_map(|id| top_of(context, *id, FEW)).collect();
    let pages = cards(context, pages);
    let view = CollectionView { frame, title: &title, deck: &deck, kind: *kind, pages, tops };
    context.templates.render(*lang, "collection.html", &view, url.as_str())
}

/// A page in both languages at once, each part with its own words.
#[derive(Serialize)]
struct BilingualView<'a> {
    frame: Frame<'a>,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    lang: Lang,
    name: &'static str,
    href: String,
    site_title: &'a str,
    title: String,
    text: String,
    action: String,
}

/// Draws `/`, where a reader chooses the language.
pub fn entry(context: &Context) -> Rendered {
    let settings = &context.site.settings;
    let lang = settings.source_language;
    let url = UrlPath::new("/");
    let title = settings.title.get(lang);
    let other = settings.title.get(lang.other());
    let description = context.strings(lang).with("entry-description", "title", title);
    let mut frame = frame::plain(context, lang, &url, title, &description);
    frame.head_title = [title, " · ", other].concat();
    frame::both_homes(context, &mut frame);
    frame.head = Some(seo::head(context, Subject::Entry, &frame));
    let parts = parts(context, "entry-action", |context, lang| {
        let about = context.site.settings.description.get(lang).clone();
        let home = context.site.homes.get(lang).map(|id| context.site.page(id));
        let written = home.map(|home| home.front().description.value.clone());
        about.or(written).unwrap_or_default()
    });
    context.templates.render(lang, "entry.html", &BilingualView { frame, parts }, "/")
}

/// Draws `/404.html`.
pub fn not_found(context: &Context) -> Rendered {
    let lang = context.site.settings.source_language;
    let url = UrlPath::new("/404.html");
    let title = context.strings(lang).get("not-found-title");
    let mut frame = frame::plain(context, lang, &url, &title, &title);
    frame.noindex = true;
    let text = |context: &Context, lang| context.strings(lang).get("not-found-text");
    let parts = parts(context, "not-found-action", text);
    context.templates.render(lang, "404.html", &BilingualView { frame, parts }, "404.html")
}

/// Both languages, the guide's own first; `action` is the key of what the way on says.
fn parts<'a>(
    context: &Context<'a>,
    action: &str,
    text: impl Fn(&Context<'a>, Lang) -> String,
) -> Vec<Part<'a>> {
    let source = context.site.settings.source_language;
    let part = |lang| {
        let strings = context.strings(lang);
        Part {
            lang,
            name: lang.own_name(),
            href: href(&context.site.settings, &frame::home_url(lang)),
            site_title: context.site.settings.title.get(lang),
            title: strings.get("not-found-title"),
            text: text(context, lang),
            action: strings.get(action),
        }
    };
    [source, source.other()].map(part).into()
}

#[derive(Serialize)]
struct RedirectView<'a> {
    frame: Frame<'a>,
    href: String,
}

/// Draws the page at an old address that leads to the new one.
pub fn redirect(context: &Context, redirect: &Redirect) -> Rendered {
    let page = context.site.page(redirect.to);
    let (lang, title) = (page.lang(), page.title());
    // Its canonical address is the new one's: told also not to be indexed, search
    // engines would take that for the new page too.
    let frame = frame::plain(context, lang, &page.url, title, title);
    let view = RedirectView { frame, href: context.page_href(redirect.to) };
    context.templates.render(lang, "redirect.html", &view, redirect.from.as_str())
}
