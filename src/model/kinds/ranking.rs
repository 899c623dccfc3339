//! The front matter of rankings: criteria, items with their scores, and weights.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    model::{At, PageRef},
    schema::{CalendarDate, NamedEntries},
};

/// A ranking: items scored by criteria.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct RankingFields {
    /// The day on which the page first appeared.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub published: Option<Date>,
    /// What items are scored by, each under an id: `[criteria.risk]`.
    #[serde(default)]
    pub criteria: NamedEntries<Criterion>,
    /// What is ranked, each under an id: `[items.supplier]`.
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
