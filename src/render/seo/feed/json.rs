//! The JSON form of a feed (JSON Feed 1.1).

use serde::Serialize;

use super::content::{FeedContent, FeedEntry, moment};
use crate::model::Lang;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    home_page_url: &'a str,
    feed_url: &'a str,
    icon: &'a str,
    language: Lang,
    authors: [JsonAuthor<'a>; 1],
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonAuthor<'a> {
    name: &'a str,
    url: &'a str,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    summary: &'a str,
    content_html: &'a str,
    date_published: String,
    date_modified: String,
    language: Lang,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
}

/// Returns the text of the feed.
pub fn text(feed: &FeedContent) -> String {
    let document = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: feed.description,
        home_page_url: &feed.page,
        feed_url: &feed.own,
        icon: &feed.icon,
        language: feed.lang,
        authors: [JsonAuthor { name: feed.author.name, url: &feed.author.url }],
        items: feed.entries.iter().map(|entry| item(entry, feed.lang)).collect(),
    };
    serde_json::to_string(&document).unwrap_or_default()
}

fn item<'a>(entry: &'a FeedEntry, language: Lang) -> JsonItem<'a> {
    JsonItem {
        id: &entry.id,
        url: &entry.url,
        title: &entry.title,
        summary: entry.summary,
        content_html: &entry.content,
        date_published: moment(entry.published),
        date_modified: moment(entry.updated),
        language,
        tags: entry.topic.into_iter().collect(),
    }
}
