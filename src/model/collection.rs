//! Lists of pages: the kinds that have one, its title, and its order. For built-in kinds
//! these stand in their row, for declared ones in the settings.

use super::{Kind, Lang, ListOrder, OwnCollection, Page, Settings, Topic};
use crate::i18n::Label;

impl Settings {
    /// Returns all kinds that live in a folder of their own, in reading order.
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
            Some(own) => Label::Text(own.title.get(lang)),
            None => Label::Catalog(kind.info().title),
        }
    }

    /// Returns the introduction of the page that lists the pages of `kind`.
    pub fn introduction_of(&self, kind: Kind, lang: Lang) -> Label<'_> {
        match self.own_collection(kind) {
            Some(own) => Label::Text(own.introduction.get(lang)),
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
        match self.own_collection(page.kind()) {
            Some(own) => Label::Text(own.title.get(page.lang())),
            None => Label::Catalog(page.topic().map_or(key, Topic::label)),
        }
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
