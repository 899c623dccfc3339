//! Feeds: the newest guides, and the releases, each with its full text.
//!
//! An entry keeps its id for ever, so that no reader shows it twice: it is made of where
//! the site was first published and of what the page was first called (`first_base_url`
//! in the settings and `feed_id` in front matter, should either have moved).

mod atom;
mod json;

use jiff::civil::Date;

use crate::{
    diag::Diagnostic,
    i18n::Strings,
    markup::Markup,
    model::{
        FeedFormat, FeedOf, GeneratedFile, KindWords, Lang, Page, Site, UrlPath, address,
        percent_encode,
    },
    render::{
        body,
        context::{Context, Medium},
        view,
    },
};

/// How many entries a feed has at the most: readers ask for the news, not for a library.
const NEWEST: usize = 50;

/// What both formats say.
struct Feed<'a> {
    lang: Lang,
    id: String,
    title: String,
    description: Option<&'a str>,
    /// The feed's own address.
    own: String,
    /// The page that lists the same.
    page: String,
    icon: String,
    author: Author<'a>,
    updated: Date,
    entries: Vec<Entry<'a>>,
}

/// Who answers for the text.
struct Author<'a> {
    name: &'a str,
    url: String,
}

struct Entry<'a> {
    id: String,
    url: String,
    title: String,
    summary: &'a str,
    /// The kind of guide, in words.
    topic: Option<String>,
    published: Date,
    updated: Date,
    /// HTML, with absolute addresses.
    content: String,
}

/// The bytes of one feed.
pub fn feed(
    context: &Context,
    lang: Lang,
    of: FeedOf,
    format: FeedFormat,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let context = Context { medium: Medium::Feed, ..*context };
    let feed = gather(&context, lang, of, format)?;
    Ok(match format {
        FeedFormat::Atom => atom::text(&feed),
        FeedFormat::Json => json::text(&feed),
    }
    .into_bytes())
}

fn gather<'a>(
    context: &Context<'a>,
    lang: Lang,
    of: FeedOf,
    format: FeedFormat,
) -> Result<Feed<'a>, Box<Diagnostic>> {
    let settings = &context.site.settings;
    let collection = context.site.collection(of.kind(), lang);
    let pages = collection.map(|collection| collection.pages.as_slice()).unwrap_or_default();
    let pages = pages.iter().map(|id| context.site.page(*id));
    let pages = pages.filter(|page| !page.noindex() && page.published().is_some());
    let entries: Vec<Entry> =
        pages.take(NEWEST).map(|page| entry(context, page)).collect::<Result<_, _>>()?;
    let own = GeneratedFile::Feed(lang, of, format).url();
    let home = UrlPath::new(["/", lang.code(), "/"].concat());
    let page = collection.map_or(home, |collection| collection.url.clone());
    Ok(Feed {
        lang,
        id: tag(&settings.first_address(), page.as_str()),
        title: title(context.site, context.strings(lang), of),
        description: settings.description.get(lang).as_deref(),
        own: context.absolute(&own),
        page: context.absolute(&page),
        icon: context.absolute(&GeneratedFile::Icon(crate::model::SiteIcon::Large).url()),
        author: author(context, lang),
        updated: entries
            .iter()
            .map(|entry| entry.updated)
            .max()
            .unwrap_or(Date::constant(2026, 1, 1)),
        entries,
    })
}

/// What a feed is called: the site and what it tells of.
pub fn title(site: &Site, strings: &Strings, of: FeedOf) -> String {
    let what = strings.get(view::collection_title(of.kind()));
    [site.settings.title.get(strings.lang()), " · ", &what].concat()
}

fn author<'a>(context: &Context<'a>, lang: Lang) -> Author<'a> {
    let settings = &context.site.settings;
    let home = context.absolute(&UrlPath::new(["/", lang.code(), "/"].concat()));
    match &settings.publisher {
        Some(publisher) => {
            Author { name: publisher.name.get(lang), url: publisher.url.clone().unwrap_or(home) }
        }
        None => Author { name: settings.title.get(lang), url: home },
    }
}

/// A tag URI (RFC 4151) for `path` on a site that was first at `origin` and `base`: an
/// id that outlives schemes, ports and moves.
fn tag((origin, base): &(&str, &str), path: &str) -> String {
    let host = origin.split_once("://").map_or(*origin, |(_, host)| host);
    let port = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    let host = port.map_or(host, |(host, _)| host);
    ["tag:", host, ",2026:", &percent_encode(base), &percent_encode(path)].concat()
}

fn entry<'a>(context: &Context<'a>, page: &'a Page) -> Result<Entry<'a>, Box<Diagnostic>> {
    let published = page.published().unwrap_or(Date::constant(2026, 1, 1));
    let known_as = [page.kind().folder(), "/", page.feed_id()].concat();
    let topic = view::topic(page).map(|topic| ["topic-", topic].concat());
    Ok(Entry {
        id: tag(&context.site.settings.first_address(), address(page.lang(), &known_as).as_str()),
        url: context.absolute(&page.url),
        title: entry_title(page),
        summary: &page.front().description.value,
        topic: topic.map(|key| context.strings(page.lang()).get(&key)),
        published,
        updated: page.updated().unwrap_or(published).max(published),
        content: content(context, page)?,
    })
}

/// A release is known by its version.
fn entry_title(page: &Page) -> String {
    match view::version(page) {
        Some(version) => [page.title(), " (", version, ")"].concat(),
        None => page.title().to_owned(),
    }
}

fn content(context: &Context, page: &Page) -> Result<String, Box<Diagnostic>> {
    let body = body::render(context, page)?.into_html();
    let KindWords::Changelog { highlights } = &page.front().words else { return Ok(body) };
    let mut markup = Markup::with_capacity(body.len() + 256);
    if !highlights.is_empty() {
        markup.start("ul");
        highlights.iter().for_each(|highlight| _ = markup.element("li", highlight));
        markup.end();
    }
    markup.raw(&body);
    Ok(markup.finish())
}

/// The first moment of a day (RFC 3339).
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
