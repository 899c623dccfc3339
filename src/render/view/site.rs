//! The data that all pages of a language share: navigation, footer, latest releases, feeds.

use serde::Serialize;

use super::release_link::{ReleaseLink, link, releases};
use crate::{
    i18n::Strings,
    model::{
        FeedSubject, GeneratedFile, Kind, Lang, Page, Settings, Site, SiteIcon, Target, Tool,
        UrlPath, Verification, versions_folder,
    },
    render::seo,
};

/// The data that all pages of a language share; templates see it as `site`.
#[derive(Serialize)]
pub struct SiteView<'a> {
    lang: Lang,
    locale: &'static str,
    title: &'a str,
    description: Option<&'a str>,
    home: String,
    navigation: Vec<NavigationEntry<'a>>,
    /// Links to other sites, which follow those of the navigation.
    links: Vec<OutwardEntry<'a>>,
    /// True if the icon is a logo, which is shown before the site's name.
    has_logo: bool,
    /// A sentence at the end of every page.
    footer_words: Option<&'a str>,
    /// The pages below “Tools” in the menu.
    tools: Vec<NavigationEntry<'a>>,
    latest: Option<ReleaseLink<'a>>,
    updates: Vec<ReleaseLink<'a>>,
    /// The address of the changelog.
    changelog: Option<String>,
    /// The footer's links.
    footer: Vec<NavigationEntry<'a>>,
    /// The path of the site on its host, empty or `/guide`. It separates the data of several
    /// sites of one host on a reader's device.
    root: &'a str,
    /// Scheme and host, for addresses that readers can copy.
    origin: &'a str,
    verification: &'a Verification,
    languages: Vec<LanguageLink>,
    feeds: Vec<FeedLink>,
    /// The feeds of the topics of guides.
    topic_feeds: Vec<FeedLink>,
    /// The files with the versions of sections, for scripts.
    versions: VersionFiles,
    manifest: String,
    /// The address of the page of search results, where there is a search.
    search: Option<String>,
    apple_icon: String,
    /// The address of the page that shows everything the reader's browser has stored.
    record: Option<String>,
}

/// The files with the versions of sections.
#[derive(Serialize)]
struct VersionFiles {
    /// The address of their folder.
    folder: String,
    count: usize,
}

/// A feed, as listed in heads and on the subscription page.
#[derive(Serialize)]
struct FeedLink {
    href: String,
    title: String,
    /// What its pages are, without the site's name.
    contents: String,
    media_type: &'static str,
}

#[derive(Serialize)]
struct OutwardEntry<'a> {
    href: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct NavigationEntry<'a> {
    href: String,
    text: std::borrow::Cow<'a, str>,
    /// The folder for which this entry is marked as current.
    section: &'static str,
}

#[derive(Serialize)]
struct LanguageLink {
    lang: Lang,
    name: &'static str,
    home: String,
}

/// The number of releases in the footer.
const UPDATES: usize = 3;

/// Returns the view of the site for all pages of `lang`.
pub fn site_view<'a>(site: &'a Site, strings: &Strings, lang: Lang) -> SiteView<'a> {
    let settings = &site.settings;
    let changelog = site.collection(Kind::Changelog, lang);
    let newest = site.listed(Kind::Changelog, lang);
    let updates = releases(site, strings, &newest[..newest.len().min(UPDATES)]);
    let entries = |targets: &'a [Target]| -> Vec<NavigationEntry<'a>> {
        targets.iter().filter_map(|target| entry(site, strings, target)).collect()
    };
    SiteView {
        lang,
        locale: lang.og_locale(),
        title: settings.title(lang),
        description: settings.description(lang),
        home: home_href(site, lang),
        navigation: entries(site.navigation.get(lang)),
        tools: entries(site.tools.get(lang)),
        footer: entries(site.footer.get(lang)),
        links: outward(settings, lang),
        has_logo: settings.theme.logo.is_some(),
        footer_words: settings.theme.footer(lang),
        root: &settings.base_url.base_path,
        origin: &settings.base_url.origin,
        latest: newest.first().map(|id| link(site, strings, *id)),
        updates,
        changelog: changelog.map(|collection| settings.base_url.href(&collection.url)),
        verification: &settings.verification,
        languages: Lang::ALL
            .map(|lang| LanguageLink { lang, name: lang.own_name(), home: home_href(site, lang) })
            .into(),
        feeds: feeds(site, strings, lang, |of| matches!(of, FeedSubject::Kind(_))),
        topic_feeds: feeds(site, strings, lang, |of| matches!(of, FeedSubject::Topic(_))),
        versions: VersionFiles {
            folder: settings.base_url.href(&versions_folder(lang)),
            count: site.versions.get(lang).len(),
        },
        search: settings.search.enabled.then(|| settings.base_url.href(&Site::search_url(lang))),
        manifest: settings.base_url.href(&GeneratedFile::Manifest(lang).url()),
        apple_icon: settings.base_url.href(&GeneratedFile::Icon(SiteIcon::Apple).url()),
        record: record_href(site, lang),
    }
}

fn record_href(site: &Site, lang: Lang) -> Option<String> {
    let is_record = |page: &&Page| page.lang() == lang && page.tool() == Some(Tool::Record);
    let page = site.pages.iter().find(is_record)?;
    Some(site.settings.base_url.href(&page.url))
}

fn outward(settings: &Settings, lang: Lang) -> Vec<OutwardEntry<'_>> {
    let links = settings.theme.links.iter();
    links.map(|link| OutwardEntry { href: &link.url, text: link.text(lang) }).collect()
}

fn feeds(
    site: &Site,
    strings: &Strings,
    of_lang: Lang,
    is_meant: impl Fn(FeedSubject) -> bool,
) -> Vec<FeedLink> {
    let link = |file: &GeneratedFile| match file {
        GeneratedFile::Feed(lang, of, format) if *lang == of_lang && is_meant(*of) => {
            Some(FeedLink {
                href: site.settings.base_url.href(&file.url()),
                title: seo::feed::title(site, strings, *of),
                contents: seo::feed::contents(site, strings, *of),
                media_type: format.media_type(),
            })
        }
        _ => None,
    };
    site.generated_files.iter().filter_map(link).collect()
}

fn home_href(site: &Site, lang: Lang) -> String {
    site.settings.base_url.href(&UrlPath::home(lang))
}

fn entry<'a>(site: &'a Site, strings: &Strings, target: &Target) -> Option<NavigationEntry<'a>> {
    match target {
        Target::Collection { kind, lang } => Some(NavigationEntry {
            href: site.settings.base_url.href(&site.collection(*kind, *lang)?.url),
            text: strings.label(site.settings.title_of(*kind, *lang)).into(),
            section: kind.folder(),
        }),
        Target::Page { page, .. } => {
            let page = site.page(*page);
            Some(NavigationEntry {
                href: site.settings.base_url.href(&page.url),
                text: page.title().into(),
                section: "",
            })
        }
        Target::Anchor(_) | Target::Asset(_) | Target::Local(..) | Target::External(_) => None,
    }
}
