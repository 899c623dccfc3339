//! Guides.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, Illustration, KindInfo, ListOrder, PageRef},
    schema::CalendarDate,
};

/// The properties of guides.
pub const INFO: KindInfo = KindInfo {
    name: "guide",
    folder: "guides",
    template: "guide.html",
    title: "guides",
    introduction: Some("guides-deck"),
    label: "kind-guide",
    image_label: "kind-guide",
    order: ListOrder::Date,
    feed: Some(""),
    illustration: Illustration::Gates,
};

/// A guide: one decision, what it depends on and how to make it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct GuideFields {
    /// The name by which feeds know the page, where that is not its slug: the one that
    /// it had first.
    #[schemars(extend("x-shared" = true, "format" = "feed-id"))]
    pub feed_id: Option<At<String>>,
    /// Who has read and approved the page.
    #[schemars(extend("x-translated" = true))]
    pub reviewer: Option<String>,
    /// What the guide comes to, in up to three sentences: readers see it first.
    #[schemars(extend("x-translated" = true))]
    pub conclusion: Option<String>,
    /// What the page rests on, one line for each source.
    #[serde(default)]
    #[schemars(extend("x-translated" = true))]
    pub evidence: Vec<String>,
    /// The day on which the page first appeared.
    #[schemars(with = "CalendarDate", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// What the guide is about: the id of one of the topics in the settings.
    #[schemars(example = &"risk", extend("x-shared" = true))]
    pub topic: Option<At<String>>,
    /// The profiles for which the page is written, by their slugs.
    #[serde(default)]
    #[schemars(example = ["buyers"], extend("x-shared" = true))]
    pub audience: Vec<At<PageRef>>,
    /// Pages that readers may want next: slugs of guides, or folders and slugs.
    #[serde(default)]
    #[schemars(example = ["checklists/before-signing"], extend("x-shared" = true))]
    pub related: Vec<At<PageRef>>,
    /// The page that a reader goes on to from the end of this one.
    #[schemars(example = "checklists/pre-launch", extend("x-shared" = true))]
    pub next: Option<At<PageRef>>,
    /// Whether the guide stands first in its list, for readers who are new.
    #[serde(default)]
    #[schemars(extend("x-shared" = true))]
    pub pinned: bool,
}

common_fields!(GuideFields { feed_id, reviewer, evidence, published, audience, related } {
    fn next(&self) -> Option<&At<PageRef>> {
        self.next.as_ref()
    }

    fn needs_text(&self) -> bool {
        true
    }
});
