//! A ranking as JSON: the items in their order, with the data that the order is based on.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::DataHead;
use crate::{
    model::{Page, RankingFields},
    render::{context::Context, ranking_table::table},
};

/// A ranking.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "ranking-file"))]
pub struct RankingFile<'a> {
    #[serde(flatten)]
    head: DataHead<'a>,
    /// What items are scored by, in their order.
    criteria: Vec<FileCriterion<'a>>,
    /// Ways to weigh: by the name `default` or of a profile, the weight of each criterion by its
    /// name. The order and the totals are by the first, `default`, or by equal weights where
    /// there is none.
    weights: BTreeMap<&'a str, BTreeMap<&'a str, u8>>,
    /// The items, the first one first.
    items: Vec<FileItem<'a>>,
}

/// A criterion.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "ranking-file-criterion"))]
struct FileCriterion<'a> {
    /// The name of the criterion, the same in both languages.
    id: &'a str,
    /// What it is called.
    label: &'a str,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// How much it counts in the totals.
    weight: u8,
}

/// An item.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "ranking-file-item"))]
struct FileItem<'a> {
    /// The name of the item, the same in both languages.
    id: &'a str,
    /// Its place, counted from 1.
    place: usize,
    /// What it is called.
    label: &'a str,
    /// Why it has its scores.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    /// The address of the guide about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    guide: Option<String>,
    /// Its score by each criterion, from 1 to 5, where 5 is the better end.
    scores: BTreeMap<&'a str, u8>,
    /// The weighted mean of the scores, with one decimal.
    total: String,
}

/// Returns the file of the ranking `page`.
pub fn ranking<'a>(
    context: &Context<'a>,
    page: &'a Page,
    fields: &'a RankingFields,
) -> RankingFile<'a> {
    let ranking = table(context, page, fields);
    let ids: Vec<&str> = ranking.criteria.iter().map(|criterion| criterion.id).collect();
    let by_criterion = |numbers: &[u8]| ids.iter().copied().zip(numbers.iter().copied()).collect();
    let criteria = ranking.criteria.iter().map(|criterion| FileCriterion {
        id: criterion.id,
        label: criterion.label,
        note: criterion.note,
        weight: criterion.weight,
    });
    let items = ranking.items.iter().map(|item| FileItem {
        id: item.id,
        place: item.place,
        label: item.label,
        reason: item.reason,
        guide: item.guide.clone(),
        scores: by_criterion(&item.scores),
        total: item.total.clone(),
    });
    RankingFile {
        head: DataHead::new(context, page),
        criteria: criteria.collect(),
        weights: ranking.presets.iter().map(|one| (one.id, by_criterion(&one.weights))).collect(),
        items: items.collect(),
    }
}
