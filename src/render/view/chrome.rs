//! The parts around the content of a page: its head, breadcrumb and language switch.

use serde::Serialize;

use crate::{
    model::{Kind, Lang, Page, PageFile, SecurityPolicy, UrlPath, head_title},
    render::{
        context::Context,
        data,
        meta::{Alternate, PageLink, PageMeta},
        seo::{self, Alternates, Head, Subject},
    },
};

/// The chrome of a page; templates see it as `frame`.
#[derive(Serialize)]
pub struct PageChrome<'a> {
    #[serde(flatten)]
    pub meta: PageMeta<'a>,
    pub noindex: bool,
    /// The Content-Security-Policy, if pages contain it.
    pub policy: Option<String>,
    /// The target of the language switch.
    pub other: LanguageSwitch,
    /// The metadata; `None` on pages that search engines must not list.
    pub head: Option<Head>,
    /// True if the page needs the styles for diagrams.
    pub diagrams: bool,
    /// True if the page has questions to walk through.
    pub decisions: bool,
    /// True if the page has cases to judge.
    pub practice: bool,
    /// The folder of the page's kind, to mark the current entry of the navigation.
    pub section: &'static str,
    /// The page's own address, to mark the current entry if it is a page.
    pub href: String,
    /// The name of the page in both languages, by which a reader's device stores ticks:
    /// `guides/customer-service`; empty if there is nothing to tick.
    pub place: String,
    /// True if the page has tasks to tick.
    pub tasks: bool,
    /// The versions of the page's sections as JSON, to show a returning reader what has
    /// changed; `None` on pages that are kept from search engines.
    pub versions: Option<String>,
    /// The address of the page as Markdown.
    pub markdown: Option<String>,
}

/// The link to the page in the other language, or to the home page if there is none.
#[derive(Serialize)]
pub struct LanguageSwitch {
    pub lang: Lang,
    pub name: &'static str,
    pub href: String,
    /// True if the address is that of this page's translation.
    pub translated: bool,
    /// A note in the other language, if the page has no translation.
    pub missing: Option<String>,
}

/// Returns the chrome of a page without translation or parent page, from which the others are
/// made.
pub fn plain<'a>(
    context: &Context<'a>,
    lang: Lang,
    url: &UrlPath,
    title: &'a str,
    description: &'a str,
) -> PageChrome<'a> {
    let meta = PageMeta {
        lang,
        head_title: head_title(title, context.site.settings.title(lang)),
        title,
        description,
        canonical: context.absolute(url),
        alternates: Vec::new(),
        breadcrumb: Vec::new(),
    };
    PageChrome {
        meta,
        noindex: false,
        policy: own_policy(context),
        other: switch(context, lang, None),
        head: None,
        diagrams: false,
        decisions: false,
        practice: false,
        versions: None,
        section: "",
        href: context.site.settings.base_url.href(url),
        place: String::new(),
        tasks: false,
        markdown: None,
    }
}

fn own_policy(context: &Context) -> Option<String> {
    let settings = &context.site.settings;
    settings.security.meta.then(|| SecurityPolicy::new(settings).meta())
}

fn switch(context: &Context, lang: Lang, translation: Option<&UrlPath>) -> LanguageSwitch {
    let other = lang.other();
    let home = UrlPath::home(other);
    LanguageSwitch {
        lang: other,
        name: other.own_name(),
        href: context.site.settings.base_url.href(translation.unwrap_or(&home)),
        translated: translation.is_some(),
        missing: translation.is_none().then(|| context.strings(other).get("only-in-other")),
    }
}

/// Adds the alternates of a page in both languages.
pub fn add_alternates(context: &Context, frame: &mut PageChrome, alternates: &Alternates) {
    let alternate = |(hreflang, url)| Alternate { hreflang, href: context.absolute(url) };
    frame.meta.alternates = alternates.named().map(alternate).into();
    let other = match frame.meta.lang {
        Lang::En => &alternates.ko,
        Lang::Ko => &alternates.en,
    };
    frame.other = switch(context, frame.meta.lang, Some(other));
}

/// Adds both home pages as alternates, if both languages have pages, with the language entry as
/// default.
pub fn add_home_alternates(context: &Context, frame: &mut PageChrome) {
    if let Some(alternates) = Alternates::for_homes(context.site) {
        add_alternates(context, frame, &alternates);
    }
}

/// Returns the chrome of `page`; `list_title` is the title of the list that it belongs to.
pub fn for_page<'a>(context: &Context<'a>, page: &'a Page, list_title: &'a str) -> PageChrome<'a> {
    let lang = page.lang();
    let mut frame = plain(context, lang, &page.url, page.title(), page.search_description());
    let site_title = context.site.settings.title(lang);
    frame.meta.head_title = head_title(page.search_title(), site_title);
    frame.noindex = page.noindex();
    frame.section = page.kind().folder();
    frame.diagrams = !page.document.diagrams.is_empty();
    let mut diagrams = page.document.diagrams.iter().flatten();
    frame.decisions = diagrams.clone().any(|d| d.data.as_decision().is_some());
    frame.practice = diagrams.any(|d| d.data.as_practice().is_some());
    frame.place = page.document.place.name();
    frame.tasks = !page.document.tasks.is_empty();
    frame.versions = (!page.noindex()).then(|| data::own_versions(page));
    let settings = &context.site.settings;
    let file = PageFile::Markdown;
    let has_file = page.has_file(file, settings);
    frame.markdown = has_file.then(|| settings.base_url.href(&page.file_url(file)));
    if let Some(alternates) = Alternates::for_page(context.site, page) {
        add_alternates(context, &mut frame, &alternates);
    } else if let Some(other) = page.translation {
        frame.other = switch(context, lang, Some(&context.site.page(other).url));
    }
    frame.meta.breadcrumb = breadcrumb(context, lang, page.kind(), list_title);
    if !frame.noindex {
        let is_home = page.kind() == Kind::Home;
        let subject = if is_home { Subject::Home(lang) } else { Subject::Page(page) };
        frame.head = Some(seo::head(context, subject, &frame.meta));
    }
    frame
}

/// Returns the links from the home page down to pages of `kind`, without the page itself.
pub fn breadcrumb<'a>(
    context: &Context<'a>,
    lang: Lang,
    kind: Kind,
    list_title: &'a str,
) -> Vec<PageLink<'a>> {
    if kind == Kind::Home {
        return Vec::new();
    }
    let settings = &context.site.settings;
    let link = |url: &UrlPath, text| PageLink { href: settings.base_url.href(url), text };
    let home = link(&UrlPath::home(lang), settings.title(lang));
    let collection = context.site.collection(kind, lang);
    let collection = collection.map(|collection| link(&collection.url, list_title));
    [home].into_iter().chain(collection).collect()
}
