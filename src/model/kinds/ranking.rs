//! Rankings: criteria, items with their scores, and weights.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::Tone,
    model::{At, Illustration, KindInfo, ListOrder, PageRef},
    schema::{CalendarDate, NamedEntries},
};

/// The properties of rankings.
pub const INFO: KindInfo = KindInfo {
    name: "ranking",
    folder: "rankings",
    template: "ranking.html",
    title: "rankings",
    introduction: Some("rankings-deck"),
    label: "kind-ranking",
    image_label: "kind-ranking",
    order: ListOrder::Date,
    feed: None,
    illustration: Illustration::Steps,
};

/// A ranking: items scored by criteria.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct RankingFields {
    /// The day on which the page first appeared.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// What items are scored by, each under an id: `[criteria.safety]`.
    #[serde(default)]
    #[schemars(extend("x-entry" = "criterion"))]
    pub criteria: NamedEntries<Criterion>,
    /// What is ranked, each under an id: `[items.trial]`.
    #[serde(default)]
    pub items: NamedEntries<RankedItem>,
    /// How much each criterion counts: for everyone under `default`, and for readers of
    /// a profile under its slug. Without a default, all count alike for everyone.
    #[serde(default)]
    #[schemars(
        example = BTreeMap::from([("default", BTreeMap::from([("criterion", 3)]))]),
        extend("x-shared" = true)
    )]
    pub weights: NamedEntries<BTreeMap<String, CriterionWeight>>,
    /// What totals mean, each level under an id: `[levels.first]`. Where one begins, the list
    /// says its name.
    #[serde(default)]
    pub levels: NamedEntries<RankingLevel>,
    /// How many tenths of a point a gap must have to mean something: an item that is nearer
    /// than that to the next one is called practically equal.
    #[schemars(range(min = 0, max = 20), extend("x-shared" = true))]
    pub meaningful: Option<u8>,
    /// Draws the items as dots on two axes, which the weights move.
    pub map: Option<RankingMap>,
}

common_fields!(RankingFields { published } {
    fn path(&self) -> Vec<&At<PageRef>> {
        self.items.iter().filter_map(|item| item.value.guide.as_ref()).collect()
    }
});

/// A level of totals.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct RankingLevel {
    /// What the level is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// The least total of the level, in tenths of a point: 35 is 3.5. What is below all
    /// levels belongs to the lowest.
    #[schemars(range(min = 0, max = 50), extend("x-shared" = true))]
    pub from: u8,
    /// Whether the items of the level may go ahead: that gives their colour and their form.
    #[schemars(extend("x-shared" = true))]
    pub tone: Tone,
}

/// The map of a ranking: the worse an item scores, the further up and to the right it stands.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct RankingMap {
    /// The axis from left to right.
    pub x: MapAxis,
    /// The axis from the bottom to the top.
    pub y: MapAxis,
}

/// An axis of a ranking's map.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[schemars(extend("x-name" = "ranking-axis"))]
pub struct MapAxis {
    /// The criteria that count on the axis, by their ids, each with its weight.
    #[schemars(length(min = 1), example = ["risk"], extend("x-shared" = true))]
    pub criteria: Vec<At<String>>,
    /// What the axis is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// What the end means where scores are good.
    #[schemars(extend("x-translated" = true))]
    pub low: String,
    /// What the end means where scores are bad.
    #[schemars(extend("x-translated" = true))]
    pub high: String,
}

/// A criterion of a ranking.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct Criterion {
    /// What the criterion is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// What the criterion means.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
}

/// An item of a ranking.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
pub struct RankedItem {
    /// The guide about the item.
    #[schemars(example = &"suppliers", extend("x-shared" = true))]
    pub guide: Option<At<PageRef>>,
    /// A score for each criterion.
    #[schemars(
        example = BTreeMap::from([("criterion", 3)]),
        extend("x-shared" = true)
    )]
    pub scores: BTreeMap<String, Score>,
    /// What the item is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// Why the item has its scores.
    #[schemars(extend("x-translated" = true))]
    pub reason: Option<String>,
}

/// A score, where 5 is the better end.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Score(#[schemars(range(min = 1, max = 5))] pub u8);

/// How much a criterion counts.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct CriterionWeight(#[schemars(range(min = 0, max = 5))] pub u8);
