//! Checklists.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, Illustration, KindInfo, ListOrder, PageRef},
    schema::CalendarDate,
};

/// The properties of checklists.
pub const INFO: KindInfo = KindInfo {
    name: "checklist",
    folder: "checklists",
    template: "checklist.html",
    title: "checklists",
    introduction: Some("checklists-deck"),
    label: "kind-checklist",
    image_label: "kind-checklist",
    order: ListOrder::Number,
    feed: None,
    illustration: Illustration::Ticks,
};

/// A checklist: tasks that readers tick off.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct ChecklistFields {
    /// Who has read and approved the page.
    #[schemars(extend("x-translated" = true))]
    pub reviewer: Option<String>,
    /// The day on which the page first appeared.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// Where the checklist stands in the list: smaller numbers first, those without one last.
    #[schemars(extend("x-shared" = true))]
    pub order: Option<i64>,
    /// The profiles for which the page is written, by their slugs.
    #[serde(default)]
    #[schemars(example = ["buyers"], extend("x-shared" = true))]
    pub audience: Vec<At<PageRef>>,
    /// Pages that readers may want next: slugs of guides, or folders and slugs.
    #[serde(default)]
    #[schemars(example = ["checklists/before-signing"], extend("x-shared" = true))]
    pub related: Vec<At<PageRef>>,
}

common_fields!(ChecklistFields { reviewer, published, order, audience, related });
