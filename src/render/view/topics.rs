//! Guides by their topics, in the order of the settings.

use serde::Serialize;

use super::card::{Card, cards};
use crate::{
    model::{Lang, PageId},
    render::context::Context,
};

/// The guides of one topic.
#[derive(Serialize)]
pub struct TopicCards<'a> {
    /// The anchor of its heading.
    id: &'a str,
    /// The name of the topic; empty if no guide has a topic.
    title: String,
    pages: Vec<Card<'a>>,
}

/// Groups the guides `ids`, those without a topic last.
pub fn topics<'a>(context: &Context<'a>, ids: &[PageId], lang: Lang) -> Vec<TopicCards<'a>> {
    let settings = &context.site.settings;
    let of_topic = |topic: Option<&str>| -> Vec<PageId> {
        let has_topic = |id: &&PageId| {
            let topic_of_page = context.site.page(**id).topic().map(|topic| &*topic.value);
            topic_of_page.filter(|name| settings.topics.named(name).is_some()) == topic
        };
        let mut pages: Vec<PageId> = ids.iter().filter(has_topic).copied().collect();
        pages.sort_by_key(|id| !context.site.page(*id).is_pinned());
        pages
    };
    let mut all: Vec<TopicCards> = Vec::new();
    for topic in settings.topics.iter() {
        let pages = cards(context, &of_topic(Some(&topic.id.value)));
        let title = topic.value.name(lang).to_owned();
        all.push(TopicCards { id: &topic.id.value, title, pages });
    }
    all.retain(|topic| !topic.pages.is_empty());
    let others = cards(context, &of_topic(None));
    if !others.is_empty() {
        let is_alone = all.is_empty();
        let title =
            if is_alone { String::new() } else { context.strings(lang).get("other-guides") };
        all.push(TopicCards { id: "other-guides", title, pages: others });
    }
    all
}
