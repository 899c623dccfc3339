//! The frame around every page: head, header, breadcrumb and footer.

use serde::Serialize;

use super::{
    Anchor,
    releases::{Release, release, releases},
};
use crate::{
    i18n::Strings,
    model::{
        GeneratedFile, Kind, KindFacts, Lang, Page, Site, SiteIcon, Target, UrlPath, head_title,
    },
    render::{
        context::{Context, href},
        seo::{self, Head, Subject, Versions},
    },
};

/// What all pages of a language share; templates see it as `site`.
#[derive(Serialize)]
pub struct Shared<'a> {
    lang: Lang,
    locale: &'static str,
    title: &'a str,
    description: Option<&'a str>,
    home: String,
    navigation: Vec<Entry<'a>>,
    latest: Option<Release<'a>>,
    updates: Vec<Release<'a>>,
    /// The address of the changelog.
    changelog: Option<String>,
    /// The footer's links.
    footer: Vec<Entry<'a>>,
    /// Where the site lives on its host, which tells apart what is kept on a
    /// reader's device by several sites of one host: empty or `/guide`.
    root: &'a str,
    /// Scheme and host, for addresses that readers copy.
    origin: &'a str,
    verification: Verification<'a>,
    languages: Vec<Language>,
    feeds: Vec<FeedLink>,
    manifest: String,
    apple_icon: String,
}

/// A feed, as heads and the subscription page name it.
#[derive(Serialize)]
struct FeedLink {
    href: String,
    title: String,
    media_type: &'static str,
}

#[derive(Serialize)]
struct Entry<'a> {
    href: String,
    text: std::borrow::Cow<'a, str>,
    /// The folder that is current when this entry is.
    section: &'static str,
}

#[derive(Serialize)]
struct Verification<'a> {
    google: Option<&'a str>,
    naver: Option<&'a str>,
}

#[derive(Serialize)]
struct Language {
    lang: Lang,
    name: &'static str,
    home: String,
}

/// How many updates the footer shows.
const UPDATES: usize = 3;

/// Gathers what pages of `lang` share.
pub fn shared<'a>(site: &'a Site, strings: &Strings, lang: Lang) -> Shared<'a> {
    let settings = &site.settings;
    let changelog = site.collection(Kind::Changelog, lang);
    let newest = changelog.map(|collection| collection.pages.as_slice()).unwrap_or_default();
    let updates = releases(site, strings, &newest[..newest.len().min(UPDATES)]);
    let entries = |targets: &'a [Target]| -> Vec<Entry<'a>> {
        targets.iter().filter_map(|target| entry(site, strings, target)).collect()
    };
    Shared {
        lang,
        locale: lang.og_locale(),
        title: settings.title.get(lang),
        description: settings.description.get(lang).as_deref(),
        home: home_href(site, lang),
        navigation: entries(site.navigation.get(lang)),
        footer: entries(site.footer.get(lang)),
        root: &settings.base_path,
        origin: &settings.origin,
        latest: newest.first().map(|id| release(site, strings, *id)),
        updates,
        changelog: changelog.map(|collection| href(settings, &collection.url)),
        verification: Verification {
            google: settings.verification.google.as_deref(),
            naver: settings.verification.naver.as_deref(),
        },
        languages: Lang::ALL
            .map(|lang| Language { lang, name: lang.own_name(), home: home_href(site, lang) })
            .into(),
        feeds: feeds(site, strings, lang),
        manifest: href(settings, &GeneratedFile::Manifest(lang).url()),
        apple_icon: href(settings, &GeneratedFile::Icon(SiteIcon::Apple).url()),
    }
}

fn feeds(site: &Site, strings: &Strings, of_lang: Lang) -> Vec<FeedLink> {
    let link = |file: &GeneratedFile| match file {
        GeneratedFile::Feed(lang, of, format) if *lang == of_lang => Some(FeedLink {
            href: href(&site.settings, &file.url()),
            title: seo::feed::title(site, strings, *of),
            media_type: format.media_type(),
        }),
        _ => None,
    };
    site.machine_files.iter().filter_map(link).collect()
}

fn home_href(site: &Site, lang: Lang) -> String {
    href(&site.settings, &home_url(lang))
}

pub fn home_url(lang: Lang) -> UrlPath {
    UrlPath::new(["/", lang.code(), "/"].concat())
}

fn entry<'a>(site: &'a Site, strings: &Strings, target: &Target) -> Option<Entry<'a>> {
    match target {
        Target::Collection { kind, lang } => Some(Entry {
            href: href(&site.settings, &site.collection(*kind, *lang)?.url),
            text: strings.get(collection_title(*kind)).into(),
            section: kind.folder(),
        }),
        Target::Page { page, .. } => {
            let page = site.page(*page);
            Some(Entry {
                href: href(&site.settings, &page.url),
                text: page.title().into(),
                section: "",
            })
        }
        Target::Anchor(_) | Target::Asset(_) | Target::Local(..) | Target::External(_) => None,
    }
}

/// The catalog key of a collection's title.
pub const fn collection_title(kind: Kind) -> &'static str {
    match kind {
        Kind::Home => "home",
        Kind::Guide => "guides",
        Kind::Checklist => "checklists",
        Kind::Profile => "profiles",
        Kind::Ranking => "rankings",
        Kind::Changelog => "changelog",
        Kind::Page => "pages",
    }
}

/// A guide's topic.
pub fn topic(page: &Page) -> Option<&'static str> {
    match &page.facts()?.kind {
        KindFacts::Guide(guide) => Some(guide.topic.name()),
        KindFacts::Home
        | KindFacts::Checklist { .. }
        | KindFacts::Profile { .. }
        | KindFacts::Ranking(_)
        | KindFacts::Changelog { .. }
        | KindFacts::Page { .. } => None,
    }
}

/// What the frame of one page says; templates see it as `frame`.
#[derive(Serialize)]
pub struct Frame<'a> {
    pub lang: Lang,
    /// For the `<title>`, the site's name included.
    pub head_title: String,
    pub title: &'a str,
    pub description: &'a str,
    pub canonical: String,
    pub noindex: bool,
    /// Every language version, this one included; empty when it is the only one.
    pub alternates: Vec<Alternate>,
    /// Where the language switch leads.
    pub other: Switch,
    pub breadcrumb: Vec<Anchor<'a>>,
    /// What machines are told; pages that are not to be found tell them nothing.
    pub head: Option<Head>,
    /// Whether the page needs the diagrams' styles.
    pub diagrams: bool,
    /// The folder of the page's kind: which navigation entry is current.
    pub section: &'static str,
    /// The page's own address, for navigation entries that are pages.
    pub href: String,
    /// What the page is called in both languages: `guides/customer-service`;
    /// empty where nothing is kept of it on a reader's device.
    pub place: String,
    /// Whether it has tasks to tick.
    pub tasks: bool,
}

#[derive(Serialize)]
pub struct Alternate {
    pub hreflang: &'static str,
    pub href: String,
}

/// The other language's version of a page, or its home where there is none.
#[derive(Serialize)]
pub struct Switch {
    pub lang: Lang,
    pub name: &'static str,
    pub href: String,
    /// Whether that is this page in the other language.
    pub translated: bool,
    /// Where it is not: what the other language's readers are told.
    pub missing: Option<String>,
}

/// The frame of a page that is neither translated nor below another: the base
/// from which the others are made.
pub fn plain<'a>(
    context: &Context<'a>,
    lang: Lang,
    url: &UrlPath,
    title: &'a str,
    description: &'a str,
) -> Frame<'a> {
    let site_title = context.site.settings.title.get(lang);
    let head_title = head_title(title, site_title);
    Frame {
        lang,
        head_title,
        title,
        description,
        canonical: context.absolute(url),
        noindex: false,
        alternates: Vec::new(),
        other: switch(context, lang, None),
        breadcrumb: Vec::new(),
        head: None,
        diagrams: false,
        section: "",
        href: href(&context.site.settings, url),
        place: String::new(),
        tasks: false,
    }
}

fn switch(context: &Context, lang: Lang, translation: Option<&UrlPath>) -> Switch {
    let other = lang.other();
    let home = home_url(other);
    Switch {
        lang: other,
        name: other.own_name(),
        href: href(&context.site.settings, translation.unwrap_or(&home)),
        translated: translation.is_some(),
        missing: translation.is_none().then(|| context.strings(other).get("only-in-other")),
    }
}

/// Adds the versions of a page in both languages.
pub fn translated(context: &Context, frame: &mut Frame, versions: &Versions) {
    let alternate = |(hreflang, url)| Alternate { hreflang, href: context.absolute(url) };
    frame.alternates = versions.named().map(alternate).into();
    let other = match frame.lang {
        Lang::En => &versions.ko,
        Lang::Ko => &versions.en,
    };
    frame.other = switch(context, frame.lang, Some(other));
}

/// Adds both home pages, where both have something behind them, and the language entry
/// as default.
pub fn both_homes(context: &Context, frame: &mut Frame) {
    if let Some(versions) = Versions::of_homes(context.site) {
        translated(context, frame, &versions);
    }
}

/// The frame of `page`.
pub fn of_page<'a>(context: &Context<'a>, page: &'a Page, section_title: &'a str) -> Frame<'a> {
    let front = page.front();
    let lang = page.lang();
    let seo_title = front.seo.title.as_ref().map(|title| title.value.as_str());
    let description = front.seo.description.as_ref().unwrap_or(&front.description);
    let description = description.value.as_str();
    let mut frame = plain(context, lang, &page.url, page.title(), description);
    if let Some(title) = seo_title {
        frame.head_title = head_title(title, context.site.settings.title.get(lang));
    }
    frame.noindex = page.noindex();
    frame.section = page.kind().folder();
    frame.diagrams = !page.document.diagrams.is_empty();
    frame.place = page.document.place.name();
    frame.tasks = !page.document.tasks.is_empty();
    if let Some(versions) = Versions::of_page(context.site, page) {
        translated(context, &mut frame, &versions);
    } else if let Some(twin) = page.translation {
        frame.other = switch(context, lang, Some(&context.site.page(twin).url));
    }
    frame.breadcrumb = breadcrumb(context, lang, page.kind(), section_title);
    if !frame.noindex {
        let subject = match page.kind() {
            Kind::Home => Subject::Home(lang),
            Kind::Guide
            | Kind::Checklist
            | Kind::Profile
            | Kind::Ranking
            | Kind::Changelog
            | Kind::Page => Subject::Page(page),
        };
        frame.head = Some(seo::head(context, subject, &frame));
    }
    frame
}

/// The way from the home page down to a page of `kind`, itself excluded.
pub fn breadcrumb<'a>(
    context: &Context<'a>,
    lang: Lang,
    kind: Kind,
    section_title: &'a str,
) -> Vec<Anchor<'a>> {
    let site = context.site;
    let home = Anchor { href: home_href(site, lang), text: site.settings.title.get(lang) };
    let collection = site.collection(kind, lang).map(|collection| Anchor {
        href: href(&site.settings, &collection.url),
        text: section_title,
    });
    match kind {
        Kind::Home => Vec::new(),
        Kind::Guide
        | Kind::Checklist
        | Kind::Profile
        | Kind::Ranking
        | Kind::Changelog
        | Kind::Page => [home].into_iter().chain(collection).collect(),
    }
}
