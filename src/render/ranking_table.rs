//! The table of a ranking: items in order, each with its scores, its total, and the reason for
//! its rank.
//!
//! The total is the weighted mean of the scores, on their scale from 1 to 5. `ranking.js`
//! computes the same when the reader changes the weights; both use whole numbers, so both round
//! in the same way.

use std::collections::BTreeMap;

use serde::Serialize;

use super::context::Context;
use crate::{
    diagram::tone_name,
    model::{CriterionWeight, Kind, KindFields, Page, RankedItem, RankingFields, RankingLevel},
    schema::NamedEntry,
};

/// The items of a ranking in order, with everything that their rank is based on.
#[derive(Default, Serialize)]
pub struct RankingTable<'a> {
    pub criteria: Vec<CriterionColumn<'a>>,
    /// The sets of weights; the table begins with the first.
    pub presets: Vec<WeightPreset<'a>>,
    /// What totals mean, the highest first.
    pub levels: Vec<LevelHead<'a>>,
    /// The least gap that is meaningful, in tenths of a point.
    meaningful: u32,
    pub items: Vec<RankedRow<'a>>,
}

#[derive(Serialize)]
pub struct CriterionColumn<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub note: Option<&'a str>,
    pub weight: u8,
}

#[derive(Serialize)]
pub struct WeightPreset<'a> {
    /// A profile's slug, or `default`.
    pub id: &'a str,
    /// The profile's title.
    label: Option<&'a str>,
    /// The weights in the order of the criteria.
    pub weights: Vec<u8>,
}

/// A level of totals.
#[derive(Serialize)]
pub struct LevelHead<'a> {
    label: &'a str,
    /// The least total, in tenths of a point.
    from: u8,
    pub tone: &'static str,
}

#[derive(Serialize)]
pub struct RankedRow<'a> {
    pub id: &'a str,
    pub place: usize,
    /// The position of the item in the order of writing, which decides between equal totals.
    written: usize,
    pub label: &'a str,
    pub reason: Option<&'a str>,
    pub guide: Option<String>,
    /// The scores in the order of the criteria.
    pub scores: Vec<u8>,
    /// The position of its level, where the ranking has levels.
    pub level: Option<usize>,
    /// True for the first item of a level.
    begins_level: bool,
    /// The total with one decimal: `4.6`.
    pub total: String,
    /// The total out of 100.
    fill: u32,
    /// The gap to the next item in points, if it is the widest gap.
    cliff: Option<String>,
    standing: RankReason<'a>,
}

/// The reason for an item's rank.
#[derive(Clone, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
enum RankReason<'a> {
    /// `gap` points ahead of the next item, mostly because of `criterion`.
    Ahead { next: &'a str, gap: String, criterion: &'a str },
    /// Equal to the next item.
    Level { next: &'a str },
    /// Ahead of the next item by less than the least meaningful gap.
    Near { next: &'a str },
    /// The last item, mostly because of `criterion`.
    Last { criterion: &'a str },
}

/// Orders the items by the default weights. Items with equal totals stay in the order of
/// writing.
pub fn table<'a>(
    context: &Context<'a>,
    page: &'a Page,
    ranking: &'a RankingFields,
) -> RankingTable<'a> {
    let KindFields::Ranking(shared) = page.shared() else { return RankingTable::default() };
    let columns = columns(shared, ranking);
    let items = ranking.items.iter().enumerate();
    let mut rows: Vec<RankedRow> =
        items.filter_map(|(at, item)| row(context, page, shared, &columns, at, item)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(sum(&row.scores, &columns)));
    let meaningful = u32::from(shared.meaningful.unwrap_or_default());
    let standing = |at: usize| rank_reason(&rows[at], rows.get(at + 1), &columns, meaningful);
    let standings: Vec<RankReason> = (0..rows.len()).map(standing).collect();
    for (at, (row, standing)) in rows.iter_mut().zip(standings).enumerate() {
        (row.place, row.standing) = (at + 1, standing);
    }
    let levels = levels(shared, ranking);
    put_into_levels(&mut rows, &levels, &columns);
    if levels.is_empty()
        && let Some((at, gap)) = cliff(&rows, &columns)
    {
        rows[at].cliff = Some(decimal(gap, total_weight(&columns), 1));
    }
    let presets = shared.weights.iter().map(|weights| preset(context, page, weights, &columns));
    let mut presets: Vec<WeightPreset> = presets.collect();
    if !presets.is_empty() && !presets.iter().any(|preset| preset.id == DEFAULT) {
        // The order that is shown first.
        let weights = columns.iter().map(|column| column.weight).collect();
        presets.push(WeightPreset { id: DEFAULT, label: None, weights });
    }
    presets.sort_by_key(|preset| preset.id != DEFAULT);
    RankingTable { items: rows, presets, levels, meaningful, criteria: columns }
}

/// Returns the levels, the highest first; none as long as one has no words in this language, because its
/// items would stand in another.
fn levels<'a>(shared: &RankingFields, ranking: &'a RankingFields) -> Vec<LevelHead<'a>> {
    let head = |NamedEntry { id, value }: &'a NamedEntry<RankingLevel>| {
        let level = shared.levels.named(&id.value)?;
        let (from, tone) = (level.from, tone_name(level.tone));
        Some(LevelHead { label: &value.label, from, tone })
    };
    let mut levels: Vec<LevelHead> = ranking.levels.iter().filter_map(head).collect();
    if levels.len() < shared.levels.len() {
        return Vec::new();
    }
    levels.sort_by_key(|level| std::cmp::Reverse(level.from));
    levels
}

/// Assigns each item to the highest level that its total reaches, or to the lowest level.
fn put_into_levels(rows: &mut [RankedRow], levels: &[LevelHead], columns: &[CriterionColumn]) {
    let Some(last) = levels.len().checked_sub(1) else { return };
    let whole = total_weight(columns);
    let mut before = None;
    for row in rows {
        let total = 10 * sum(&row.scores, columns);
        let reached = levels.iter().position(|level| total >= u32::from(level.from) * whole);
        row.level = Some(reached.unwrap_or(last));
        row.begins_level = row.level != before;
        before = row.level;
    }
}

/// The name of the weights for everyone.
const DEFAULT: &str = "default";

type CriterionWeights = BTreeMap<String, CriterionWeight>;

fn columns<'a>(shared: &RankingFields, ranking: &'a RankingFields) -> Vec<CriterionColumn<'a>> {
    let default = shared.weights.named(DEFAULT);
    let weight = |id: &str| default.map_or(1, |weights| weight_in(weights, id));
    let columns = ranking.criteria.iter().map(|NamedEntry { id, value }| CriterionColumn {
        id: &id.value,
        label: &value.label,
        note: value.note.as_deref(),
        weight: weight(&id.value),
    });
    columns.collect()
}

fn weight_in(weights: &CriterionWeights, criterion: &str) -> u8 {
    weights.get(criterion).map_or(0, |weight| weight.0)
}

fn preset<'a>(
    context: &Context<'a>,
    page: &'a Page,
    weights: &'a NamedEntry<CriterionWeights>,
    columns: &[CriterionColumn],
) -> WeightPreset<'a> {
    let profiles = context.site.listed(Kind::Profile, page.lang());
    let mut profiles = profiles.iter().map(|id| context.site.page(*id));
    let profile = profiles.find(|profile| *profile.document.place.slug == *weights.id.value);
    WeightPreset {
        id: &weights.id.value,
        label: profile.map(Page::title),
        weights: columns.iter().map(|column| weight_in(&weights.value, column.id)).collect(),
    }
}

/// Returns the items in the order of [`table`], each with its label and its guide.
pub fn ranked<'a>(
    context: &Context<'a>,
    page: &'a Page,
    ranking: &'a RankingFields,
) -> Vec<(&'a str, Option<String>)> {
    let table = table(context, page, ranking);
    table.items.into_iter().map(|row| (row.label, row.guide)).collect()
}

fn row<'a>(
    context: &Context,
    page: &Page,
    shared: &RankingFields,
    columns: &[CriterionColumn],
    written: usize,
    NamedEntry { id, value: words }: &'a NamedEntry<RankedItem>,
) -> Option<RankedRow<'a>> {
    let item = shared.items.named(&id.value)?;
    let scores: Vec<u8> =
        columns.iter().map(|c| item.scores.get(c.id).map_or(0, |score| score.0)).collect();
    let guide = item.guide.as_ref().and_then(|reference| {
        let wanted = &reference.value.slug;
        let mut guides = page.references.path.iter();
        guides.find(|id| *context.site.page(**id).document.place.slug == **wanted)
    });
    Some(RankedRow {
        id: &id.value,
        place: 0,
        written,
        label: &words.label,
        reason: words.reason.as_deref(),
        guide: guide.map(|id| context.page_href(*id)),
        total: decimal(sum(&scores, columns), total_weight(columns), 1),
        fill: (sum(&scores, columns) * 20).checked_div(total_weight(columns)).unwrap_or(0),
        cliff: None,
        level: None,
        begins_level: false,
        scores,
        standing: RankReason::Last { criterion: "" },
    })
}

fn rank_reason<'a>(
    row: &RankedRow<'a>,
    next: Option<&RankedRow<'a>>,
    columns: &[CriterionColumn<'a>],
    meaningful: u32,
) -> RankReason<'a> {
    let largest = |part: &dyn Fn(usize) -> i32| {
        let parts = columns.iter().enumerate().map(|(at, c)| (i32::from(c.weight) * part(at), c));
        // If several parts are equal, the first counts.
        parts.rev().max_by_key(|(part, _)| *part).map_or("", |(_, column)| column.label)
    };
    let score = |row: &RankedRow, at: usize| i32::from(row.scores[at]);
    let Some(next) = next else {
        return RankReason::Last { criterion: largest(&|at| 5 - score(row, at)) };
    };
    match sum(&row.scores, columns) - sum(&next.scores, columns) {
        0 => RankReason::Level { next: next.label },
        gap if 10 * gap < meaningful * total_weight(columns) => {
            RankReason::Near { next: next.label }
        }
        gap => RankReason::Ahead {
            next: next.label,
            gap: decimal(gap, total_weight(columns), 2),
            criterion: largest(&|at| score(row, at) - score(next, at)),
        },
    }
}

/// Returns the item before the widest gap, and the width of that gap; of equal gaps, the first.
/// Gaps of less than a point are ignored.
fn cliff(rows: &[RankedRow], columns: &[CriterionColumn]) -> Option<(usize, u32)> {
    let sums: Vec<u32> = rows.iter().map(|row| sum(&row.scores, columns)).collect();
    let gaps = sums.windows(2).map(|pair| pair[0] - pair[1]).enumerate();
    let widest = gaps.rev().max_by_key(|(_, gap)| *gap)?;
    (widest.1 > 0 && widest.1 >= total_weight(columns)).then_some(widest)
}

fn sum(scores: &[u8], columns: &[CriterionColumn]) -> u32 {
    scores.iter().zip(columns).map(|(score, c)| u32::from(*score) * u32::from(c.weight)).sum()
}

fn total_weight(columns: &[CriterionColumn]) -> u32 {
    columns.iter().map(|column| u32::from(column.weight)).sum()
}

/// Returns `part / whole`, rounded half up to so many decimals; 0 if `whole` is 0.
fn decimal(part: u32, whole: u32, decimals: u32) -> String {
    let unit = 10_u32.pow(decimals);
    let rounded = (2 * unit * part + whole).checked_div(2 * whole).unwrap_or(0);
    format!("{}.{:0width$}", rounded / unit, rounded % unit, width = decimals as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_round_half_up() {
        assert_eq!(decimal(17, 4, 1), "4.3");
        assert_eq!(decimal(1, 8, 2), "0.13");
        assert_eq!(decimal(5, 1, 1), "5.0");
        assert_eq!(decimal(1, 11, 2), "0.09");
        assert_eq!(decimal(0, 0, 1), "0.0");
    }
}
