//! The Atom form of a feed (RFC 4287).

use super::content::{FeedContent, FeedEntry, moment};
use crate::render::seo::xml::Xml;

/// Returns the text of the feed.
pub fn text(feed: &FeedContent) -> String {
    let mut xml = Xml::new();
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang.code())];
    xml.element("feed", &root, |xml| {
        xml.text("id", &[], &feed.id);
        xml.text("title", &[], &feed.title);
        if let Some(description) = feed.description {
            xml.text("subtitle", &[], description);
        }
        xml.text("updated", &[], &moment(feed.updated));
        link(xml, "self", "application/atom+xml", &feed.own);
        link(xml, "alternate", "text/html", &feed.page);
        xml.text("icon", &[], &feed.icon);
        xml.element("author", &[], |xml| {
            xml.text("name", &[], feed.author.name);
            xml.text("uri", &[], &feed.author.url);
        });
        feed.entries.iter().for_each(|one| entry(xml, one));
    });
    xml.finish()
}

fn link(xml: &mut Xml, rel: &str, media_type: &str, href: &str) {
    xml.empty("link", &[("rel", rel), ("type", media_type), ("href", href)]);
}

fn entry(xml: &mut Xml, entry: &FeedEntry) {
    xml.element("entry", &[], |xml| {
        xml.text("id", &[], &entry.id);
        xml.text("title", &[], &entry.title);
        link(xml, "alternate", "text/html", &entry.url);
        xml.text("published", &[], &moment(entry.published));
        xml.text("updated", &[], &moment(entry.updated));
        if let Some(topic) = entry.topic {
            xml.empty("category", &[("term", topic)]);
        }
        xml.text("summary", &[], entry.summary);
        // HTML by an editor may contain addresses without a host.
        let content = [("type", "html"), ("xml:base", entry.url.as_str())];
        xml.text("content", &content, &entry.content);
    });
}
