//! Properties of the lists of pages: which kinds have one, its title, and its order. For
//! built-in kinds they are in the kind's row, for declared ones in the settings.

use super::{Illustration, Kind, Lang, ListOrder, OwnCollection, Page, PerLang, Settings, Topic};
use crate::i18n::Label;

impl Settings {
    /// Returns all kinds with a folder of their own, in reading order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        Kind::BUILT_IN.into_iter().chain(self.own_kinds.iter().copied())
    }

    /// Returns the settings of a collection that is not built in.
    pub fn own_collection(&self, kind: Kind) -> Option<&OwnCollection> {
        let Kind::Article(folder) = kind else { return None };
        self.collections.named(folder.name())
    }

    /// Returns the title of the collection of `kind`.
    pub fn title_of(&self, kind: Kind, lang: Lang) -> Label<'_> {
        match self.own_collection(kind) {
            Some(own) => text(&own.title, lang),
            None => Label::Catalog(kind.info().title),
        }
    }

    /// Returns the introduction of the page that lists the pages of `kind`.
    pub fn introduction_of(&self, kind: Kind, lang: Lang) -> Label<'_> {
        match self.own_collection(kind) {
            Some(own) => text(&own.introduction, lang),
            None => Label::Catalog(kind.info().introduction.unwrap_or_default()),
        }
    }

    /// Returns the label of `page` on a card: its topic, or else its kind.
    pub fn label_of(&self, page: &Page) -> Label<'_> {
        self.label_or(page, page.kind().info().label)
    }

    /// Returns the label of `page` on its preview image.
    pub fn image_label_of(&self, page: &Page) -> Label<'_> {
        self.label_or(page, page.kind().info().image_label)
    }

    fn label_or(&self, page: &Page, key: &'static str) -> Label<'_> {
        if let Some(own) = self.own_collection(page.kind()) {
            return text(if own.label.is_some() { &own.label } else { &own.title }, page.lang());
        }
        self.topic_label(page).map_or(Label::Catalog(key), Label::Text)
    }

    /// Returns the topic of `page`.
    fn topic_of(&self, page: &Page) -> Option<&Topic> {
        self.topics.named(&page.topic()?.value)
    }

    /// Returns the label of guides on the topic of `page`.
    pub fn topic_label(&self, page: &Page) -> Option<&str> {
        self.topic_of(page).map(|topic| topic.label(page.lang()))
    }

    /// Returns the drawing for the preview image of `page` if the page has no diagram.
    pub fn illustration_of(&self, page: &Page) -> Illustration {
        let of_topic = self.topic_of(page).and_then(|topic| topic.illustration);
        of_topic.unwrap_or(page.kind().info().illustration)
    }

    /// Returns texts that replace interface strings, by the keys of these.
    pub fn words(&self) -> Vec<(&'static str, &PerLang<String>)> {
        let built_in = |kind: &Kind| self.collections.named(kind.folder());
        let of_kind = |kind: Kind| built_in(&kind).into_iter().flat_map(move |own| own.words(kind));
        let own = self.actors.words().chain(self.samples.words());
        own.chain(Kind::BUILT_IN.into_iter().flat_map(of_kind)).collect()
    }

    /// Returns the order in which pages of `kind` are listed.
    pub fn order_of(&self, kind: Kind) -> ListOrder {
        self.own_collection(kind).map_or(kind.info().order, OwnCollection::order)
    }

    /// Returns whether pages of `kind` appear in a feed.
    pub fn has_feed(&self, kind: Kind) -> bool {
        self.own_collection(kind).map_or(kind.info().feed.is_some(), |own| own.feed)
    }
}

/// Returns the text of a declared collection. It is missing only if the declaration has errors.
fn text(words: &Option<PerLang<String>>, lang: Lang) -> Label<'_> {
    Label::Text(words.as_ref().map_or("", |texts| texts.get(lang)))
}
