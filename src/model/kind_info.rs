//! The properties in which kinds of pages differ.

use schemars::JsonSchema;
use serde::Deserialize;

/// The properties that all pages of one kind share.
#[derive(Debug)]
pub struct KindInfo {
    /// The name in templates and styles.
    pub name: &'static str,
    /// The name of the folder below `content/` and in addresses.
    pub folder: &'static str,
    pub template: &'static str,
    /// The catalog key of the title of its list.
    pub title: &'static str,
    /// The catalog key of the introduction of its list; `None` if it has no list, as for pages
    /// in the navigation.
    pub introduction: Option<&'static str>,
    /// The catalog key of its label on cards and on preview images.
    pub label: &'static str,
    pub image_label: &'static str,
    pub order: ListOrder,
    /// The folder of its feed below the language's folder; `None` if it has no feed. For a
    /// declared collection, the settings say whether it has one.
    pub feed: Option<&'static str>,
    pub illustration: Illustration,
}

/// The order in which pages are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOrder {
    /// By date, the newest first.
    Date,
    Title,
    /// By the number `order` in front matter.
    Number,
    /// By version, the highest first.
    Version,
}

/// The drawing on the preview image of a page that has no diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "illustration"))]
pub enum Illustration {
    /// A path through gates: the guide as a whole, and how to go about one job.
    Gates,
    /// Linked rings: evidence.
    Rings,
    /// A lantern at night: what may go wrong.
    Lantern,
    /// Gates that are ticked, one after the other.
    Ticks,
    /// A person where the path divides.
    Person,
    /// Steps, the highest first.
    Steps,
    /// A flag beside the path.
    Flag,
    /// A sheet that is written on.
    Sheet,
}
