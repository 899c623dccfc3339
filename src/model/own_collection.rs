//! Collections of articles that the settings declare: `[collections.cases]`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ListOrder, PerLang};

/// A collection of articles.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct OwnCollection {
    /// What its pages are called together, in both languages.
    pub title: PerLang<String>,
    /// What the collection is for, above the list of its pages, in both languages.
    pub introduction: PerLang<String>,
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
}
