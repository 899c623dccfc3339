//! Sitemaps (sitemaps.org, with the language alternates that Google and Naver read),
//! and the robots.txt that names them.

use jiff::civil::Date;

use super::{alternates::Alternates, xml::Xml};
use crate::{
    model::{GeneratedFile, Kind, Lang, Page, ReaderPage, Route, Site, SitemapPart},
    render::context::Context,
};

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns the text of one sitemap.
pub fn part(context: &Context, part: SitemapPart) -> String {
    let routes = context.site.sitemaps.get(part.index()).map(Vec::as_slice).unwrap_or_default();
    let days = Days::collect(context.site);
    let mut xml = Xml::new();
    let namespaces = [("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    xml.element("urlset", &namespaces, |xml| {
        for route in routes {
            address(context, *route, &days, xml);
        }
    });
    xml.finish()
}

fn address(context: &Context, route: Route, days: &Days, xml: &mut Xml) {
    let Some(url) = context.site.url_of(route) else { return };
    xml.element("url", &[], |xml| {
        xml.text("loc", &[], &context.absolute(&url));
        if let Some(day) = days.latest_for(context.site, route) {
            xml.text("lastmod", &[], &day.to_string());
        }
        let Some(alternates) = Alternates::for_route(context.site, route) else { return };
        for (hreflang, url) in alternates.named() {
            let href = context.absolute(url);
            let link = [("rel", "alternate"), ("hreflang", hreflang), ("href", &href)];
            xml.empty("xhtml:link", &link);
        }
    });
}

/// The days of the last changes of pages, by their own dates. Lists and home pages change when
/// a page that they list does.
struct Days {
    by_lang: [Option<Date>; 2],
}

impl Days {
    fn collect(site: &Site) -> Days {
        let latest = |lang| {
            let pages = site.pages.iter().filter(|page| page.lang() == lang);
            pages.filter_map(changed).max()
        };
        Days { by_lang: Lang::ALL.map(latest) }
    }

    fn latest_for(&self, site: &Site, route: Route) -> Option<Date> {
        let [en, ko] = self.by_lang;
        let home = |lang| match lang {
            Lang::En => en,
            Lang::Ko => ko,
        };
        match site.reader_page(route)? {
            ReaderPage::Entry => en.max(ko),
            ReaderPage::Home(lang) => home(lang),
            ReaderPage::Page(page) if page.kind() == Kind::Home => home(page.lang()),
            ReaderPage::Page(page) => changed(page),
            ReaderPage::Collection(collection) => {
                collection.pages.iter().filter_map(|id| changed(site.page(*id))).max()
            }
        }
    }
}

fn changed(page: &Page) -> Option<Date> {
    page.updated().or(page.published())
}

/// Returns the text of the sitemap index.
pub fn index(context: &Context) -> String {
    let mut xml = Xml::new();
    xml.element("sitemapindex", &[("xmlns", NAMESPACE)], |xml| {
        for at in 0..context.site.sitemaps.len() {
            let part = GeneratedFile::Sitemap(SitemapPart::Of(at as u32));
            xml.element("sitemap", &[], |xml| {
                xml.text("loc", &[], &context.absolute(&part.url()));
            });
        }
    });
    xml.finish()
}

/// Returns the text of robots.txt, which allows everything and names the sitemap.
pub fn robots(context: &Context) -> String {
    let sitemap = context.absolute(&GeneratedFile::SitemapIndex.url());
    ["User-agent: *\nAllow: /\n\nSitemap: ", &sitemap, "\n"].concat()
}
