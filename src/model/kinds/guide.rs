//! The front matter of guides.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    model::{At, Illustration, PageRef},
    schema::CalendarDate,
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
    /// What the page rests on, one line for each source.
    #[serde(default)]
    #[schemars(extend("x-translated" = true))]
    pub evidence: Vec<String>,
    /// The day on which the page first appeared.
    #[schemars(with = "CalendarDate", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// What the guide is about.
    #[serde(default)]
    #[schemars(extend("x-shared" = true))]
    pub topic: Topic,
    /// The profiles for which the page is written, by their slugs.
    #[serde(default)]
    #[schemars(example = ["product"], extend("x-shared" = true))]
    pub audience: Vec<At<PageRef>>,
    /// Pages that readers may want next: slugs of guides, or folders and slugs.
    #[serde(default)]
    #[schemars(example = ["checklists/pre-launch"], extend("x-shared" = true))]
    pub related: Vec<At<PageRef>>,
}

/// What a guide is about.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// What an agent is used for.
    #[default]
    UseCase,
    /// How an agent is measured.
    Evaluation,
    /// What can go wrong.
    Risk,
}

impl Topic {
    pub const ALL: [Topic; 3] = [Topic::UseCase, Topic::Evaluation, Topic::Risk];

    pub const fn name(self) -> &'static str {
        match self {
            Topic::UseCase => "use-case",
            Topic::Evaluation => "evaluation",
            Topic::Risk => "risk",
        }
    }

    /// Returns the drawing for guides on the topic.
    pub const fn illustration(self) -> Illustration {
        match self {
            Topic::UseCase => Illustration::Gates,
            Topic::Evaluation => Illustration::Rings,
            Topic::Risk => Illustration::Lantern,
        }
    }

    /// Returns the catalog key of what a guide on the topic is called.
    pub const fn label(self) -> &'static str {
        match self {
            Topic::UseCase => "topic-use-case",
            Topic::Evaluation => "topic-evaluation",
            Topic::Risk => "topic-risk",
        }
    }
}
