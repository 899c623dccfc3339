//! The content of a feed, in any format.

use jiff::civil::Date;

use crate::{
    diag::Diagnostic,
    i18n::Strings,
    markup::Markup,
    model::{
        FeedFormat, FeedSubject, GeneratedFile, Lang, Page, Site, SiteAddress, SiteIcon, UrlPath,
        address, percent_encode,
    },
    render::{body, context::Context},
};

/// The most entries of a feed.
const NEWEST: usize = 50;

/// The content of a feed, in any format.
pub struct FeedContent<'a> {
    pub lang: Lang,
    pub id: String,
    pub title: String,
    pub description: Option<&'a str>,
    /// The feed's own address.
    pub own: String,
    /// The page that lists the same entries.
    pub page: String,
    pub icon: String,
    pub author: FeedAuthor<'a>,
    pub updated: Date,
    pub entries: Vec<FeedEntry<'a>>,
}

/// The publisher.
pub struct FeedAuthor<'a> {
    pub name: &'a str,
    pub url: String,
}

pub struct FeedEntry<'a> {
    pub id: String,
    pub url: String,
    pub title: String,
    pub summary: &'a str,
    /// The label of the guide.
    pub topic: Option<&'a str>,
    pub published: Date,
    pub updated: Date,
    /// HTML, with absolute addresses.
    pub content: String,
}

/// Returns the feed of the pages in `lang` that belong to `subject`.
pub fn gather<'a>(
    context: &Context<'a>,
    lang: Lang,
    subject: FeedSubject,
    format: FeedFormat,
) -> Result<FeedContent<'a>, Box<Diagnostic>> {
    let settings = &context.site.settings;
    let kind = subject.kind();
    let collection = context.site.collection(kind, lang);
    let pages = context.site.listed(kind, lang).iter().map(|id| context.site.page(*id));
    let pages = pages.filter(|page| !page.noindex() && page.published().is_some());
    let pages = pages.filter(|page| is_of(page, subject));
    let entries: Vec<FeedEntry> =
        pages.take(NEWEST).map(|page| entry(context, page)).collect::<Result<_, _>>()?;
    let own = GeneratedFile::Feed(lang, subject, format).url();
    let home = UrlPath::home(lang);
    let page = collection.map_or(home, |collection| collection.url.clone());
    // In their list, the guides on a topic are below the topic's name.
    let (known_as, place) = match subject {
        FeedSubject::Kind(_) => (page.as_str().to_owned(), String::new()),
        FeedSubject::Topic(topic) => {
            let place = ["#", topic.name()].concat();
            ([page.as_str(), &place].concat(), place)
        }
    };
    Ok(FeedContent {
        lang,
        id: tag(settings.first_address(), &known_as),
        title: title(context.site, context.strings(lang), subject),
        description: settings.description(lang),
        own: context.absolute(&own),
        page: [context.absolute(&page), place].concat(),
        icon: context.absolute(&GeneratedFile::Icon(SiteIcon::Large).url()),
        author: author(context, lang),
        updated: entries
            .iter()
            .map(|entry| entry.updated)
            .max()
            .unwrap_or(Date::constant(2026, 1, 1)),
        entries,
    })
}

fn is_of(page: &Page, subject: FeedSubject) -> bool {
    match subject {
        FeedSubject::Kind(_) => true,
        FeedSubject::Topic(topic) => page.topic().is_some_and(|id| id.value == topic.name()),
    }
}

/// Returns the title of a feed: the site's name, and what its pages are.
pub fn title(site: &Site, strings: &Strings, subject: FeedSubject) -> String {
    [site.settings.title(strings.lang()), " · ", &contents(site, strings, subject)].concat()
}

/// Returns what the pages of a feed are: the title of a list or a topic.
pub fn contents(site: &Site, strings: &Strings, subject: FeedSubject) -> String {
    let lang = strings.lang();
    let topic = match subject {
        FeedSubject::Kind(_) => None,
        FeedSubject::Topic(topic) => site.settings.topics.named(topic.name()),
    };
    match topic {
        Some(topic) => topic.name(lang).to_owned(),
        None => strings.label(site.settings.title_of(subject.kind(), lang)),
    }
}

fn author<'a>(context: &Context<'a>, lang: Lang) -> FeedAuthor<'a> {
    let settings = &context.site.settings;
    let home = context.absolute(&UrlPath::home(lang));
    match &settings.publisher {
        Some(publisher) => FeedAuthor {
            name: publisher.name.get(lang),
            url: publisher.url.clone().unwrap_or(home),
        },
        None => FeedAuthor { name: settings.title(lang), url: home },
    }
}

/// Returns a tag URI (RFC 4151) for `path` on a site whose first address was `first`. Such an
/// id stays the same when the scheme, port or address of the site changes.
fn tag(first: &SiteAddress, path: &str) -> String {
    let SiteAddress { origin, base_path } = first;
    let host = origin.split_once("://").map_or(&**origin, |(_, host)| host);
    let port = host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']'));
    let host = port.map_or(host, |(host, _)| host);
    ["tag:", host, ",2026:", &percent_encode(base_path), &percent_encode(path)].concat()
}

fn entry<'a>(context: &Context<'a>, page: &'a Page) -> Result<FeedEntry<'a>, Box<Diagnostic>> {
    let published = page.published().unwrap_or(Date::constant(2026, 1, 1));
    let known_as = [page.kind().folder(), "/", page.feed_id()].concat();
    Ok(FeedEntry {
        id: tag(context.site.settings.first_address(), address(page.lang(), &known_as).as_str()),
        url: context.absolute(&page.url),
        title: entry_title(page),
        summary: page.conclusion().unwrap_or(&page.front().description.value),
        topic: context.site.settings.topic_label(page),
        published,
        updated: page.updated().unwrap_or(published).max(published),
        content: content(context, page)?,
    })
}

/// Returns the title of an entry; for a release, its version.
fn entry_title(page: &Page) -> String {
    match page.version() {
        Some(version) => [page.title(), " (", &version.tag, ")"].concat(),
        None => page.title().to_owned(),
    }
}

fn content(context: &Context, page: &Page) -> Result<String, Box<Diagnostic>> {
    let body = body::render(context, page)?.into_html();
    let highlights = page.highlights();
    if highlights.is_empty() {
        return Ok(body);
    }
    let mut markup = Markup::with_capacity(body.len() + 256);
    markup.start("ul");
    highlights.iter().for_each(|highlight| _ = markup.element("li", highlight));
    markup.end();
    markup.raw(&body);
    Ok(markup.finish())
}

/// Returns the beginning of a day as a timestamp (RFC 3339).
pub fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
