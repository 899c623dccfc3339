//! Lists of pages: which kinds have one, what it is called, and in which order it stands.

use super::{Kind, Lang, ListOrder, Page, Settings, Topic};
use crate::i18n::Label;

impl Settings {
    /// All kinds that live in a folder of their own, in reading order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        Kind::BUILT_IN.into_iter()
    }

    /// What pages of `kind` are called together.
    pub fn title_of(&self, kind: Kind, _: Lang) -> Label<'_> {
        Label::Catalog(kind.info().title)
    }

    /// The introduction of the page that lists the pages of `kind`.
    pub fn introduction_of(&self, kind: Kind, _: Lang) -> Label<'_> {
        Label::Catalog(kind.info().introduction.unwrap_or_default())
    }

    /// What `page` is called on a card: by its topic, or else by its kind.
    pub fn label_of(&self, page: &Page) -> Label<'_> {
        Label::Catalog(page.topic().map_or(page.kind().info().label, Topic::label))
    }

    /// What `page` is called on its preview image.
    pub fn image_label_of(&self, page: &Page) -> Label<'_> {
        Label::Catalog(page.topic().map_or(page.kind().info().image_label, Topic::label))
    }

    /// The order in which pages of `kind` are listed.
    pub fn order_of(&self, kind: Kind) -> ListOrder {
        kind.info().order
    }

    /// Whether pages of `kind` appear in a feed.
    pub fn has_feed(&self, kind: Kind) -> bool {
        kind.info().feed.is_some()
    }
}
