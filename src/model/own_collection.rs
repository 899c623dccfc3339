//! Collections as the settings declare them: `[collections.cases]`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Kind, ListOrder, PerLang};

/// A collection of articles, or the words of a built-in one.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct OwnCollection {
    /// What its pages are called together, in both languages.
    pub title: Option<PerLang<String>>,
    /// What the collection is for, above the list of its pages, in both languages.
    pub introduction: Option<PerLang<String>>,
    /// What one of its pages is called, in both languages. Without this key: the
    /// `title`.
    pub label: Option<PerLang<String>>,
    /// The order of the list. Without this key: `date` where the collection is dated, and
    /// else `title`.
    order: Option<CollectionOrder>,
    /// Whether every page must say when it was published.
    #[serde(default)]
    dated: bool,
    /// Whether the collection has a feed. Its pages must be dated then.
    #[serde(default)]
    pub feed: bool,
}

/// The order in which the pages of a declared collection are listed.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum CollectionOrder {
    /// The newest first.
    Date,
    /// By title.
    Title,
    /// By the number `order` in the front matter of the pages.
    Number,
}

impl OwnCollection {
    /// Returns whether every page must say when it was published.
    pub fn is_dated(&self) -> bool {
        self.dated || self.feed
    }

    /// Returns the order of the list.
    pub fn order(&self) -> ListOrder {
        match self.order {
            Some(CollectionOrder::Date) => ListOrder::Date,
            Some(CollectionOrder::Title) => ListOrder::Title,
            Some(CollectionOrder::Number) => ListOrder::Number,
            None if self.is_dated() => ListOrder::Date,
            None => ListOrder::Title,
        }
    }

    /// Returns whether it declares only what can be changed for a built-in collection.
    pub fn has_only_words(&self) -> bool {
        self.order.is_none() && !self.is_dated()
    }

    /// Returns the texts that replace interface strings for the built-in collection of `kind`,
    /// by the keys of these.
    pub fn words(&self, kind: Kind) -> impl Iterator<Item = (&'static str, &PerLang<String>)> {
        let info = kind.info();
        let words = [
            (Some(info.title), &self.title),
            (info.introduction, &self.introduction),
            (Some(info.label), &self.label),
        ];
        words.into_iter().filter_map(|(key, words)| Some((key?, words.as_ref()?)))
    }
}
