//! Decisions: pages whose first diagram is questions to walk.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, Illustration, KindInfo, ListOrder, PageRef},
    schema::CalendarDate,
};

/// The properties of decisions.
pub const INFO: KindInfo = KindInfo {
    name: "decision",
    folder: "decisions",
    template: "decision.html",
    title: "decisions",
    introduction: Some("decisions-deck"),
    label: "kind-decision",
    image_label: "kind-decision",
    order: ListOrder::Number,
    feed: None,
    illustration: Illustration::Person,
};

/// A decision: questions that end in verdicts, as the first `decision` diagram of the text.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct DecisionFields {
    /// Who has read and approved the page.
    #[schemars(extend("x-translated" = true))]
    pub reviewer: Option<String>,
    /// What the page rests on, one line for each source.
    #[serde(default)]
    #[schemars(extend("x-translated" = true))]
    pub evidence: Vec<String>,
    /// What the decision cannot tell, in a sentence below the questions.
    #[schemars(extend("x-translated" = true))]
    pub limits: Option<String>,
    /// The day on which the page first appeared.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// Where the page stands in the list of decisions: smaller numbers first, those without
    /// one last.
    #[schemars(extend("x-shared" = true))]
    pub order: Option<i64>,
    /// The profiles for which the page is written, by their slugs.
    #[serde(default)]
    #[schemars(example = ["product"], extend("x-shared" = true))]
    pub audience: Vec<At<PageRef>>,
    /// Pages that readers may want next: slugs of guides, or folders and slugs.
    #[serde(default)]
    #[schemars(example = ["checklists/pre-launch"], extend("x-shared" = true))]
    pub related: Vec<At<PageRef>>,
}

common_fields!(DecisionFields { reviewer, evidence, published, order, audience, related });
