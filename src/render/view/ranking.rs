//! A ranking's table: items in order, each with its scores and its total.
//!
//! The total is the weighted mean of the scores, on their own scale from 1 to 5.

use serde::Serialize;

use crate::{
    model::{CriterionWords, KindFacts, Page, RankedWords, RankingFacts},
    render::context::Context,
};

#[derive(Serialize)]
pub struct Table<'a> {
    criteria: Vec<Column<'a>>,
    items: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Column<'a> {
    id: &'a str,
    label: &'a str,
    note: Option<&'a str>,
    weight: u8,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    place: usize,
    label: &'a str,
    reason: Option<&'a str>,
    guide: Option<String>,
    /// In the order of the criteria.
    scores: Vec<u8>,
    /// With one decimal: `4.6`.
    total: String,
}

/// Orders the items by the default weights. Items of equal total keep the order
/// in which they are written.
pub fn table<'a>(
    context: &Context,
    page: &'a Page,
    criteria: &'a [CriterionWords],
    items: &'a [RankedWords],
) -> Table<'a> {
    let Some(KindFacts::Ranking(facts)) = page.facts().map(|facts| &facts.kind) else {
        return Table { criteria: Vec::new(), items: Vec::new() };
    };
    let columns: Vec<Column> = criteria
        .iter()
        .map(|words| Column {
            id: &words.id.value,
            label: &words.label,
            note: words.note.as_deref(),
            weight: weight(facts, &words.id.value),
        })
        .collect();
    let mut rows: Vec<(f64, Row)> =
        items.iter().filter_map(|words| row(context, page, facts, &columns, words)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let numbered = rows.into_iter().enumerate().map(|(at, (_, row))| Row { place: at + 1, ..row });
    Table { items: numbered.collect(), criteria: columns }
}

/// The items in the order of [`table`]: what each is called, and its guide.
pub fn ranked<'a>(
    context: &Context,
    page: &'a Page,
    criteria: &'a [CriterionWords],
    items: &'a [RankedWords],
) -> Vec<(&'a str, Option<String>)> {
    let table = table(context, page, criteria, items);
    table.items.into_iter().map(|row| (row.label, row.guide)).collect()
}

fn weight(facts: &RankingFacts, criterion: &str) -> u8 {
    let default = facts.weights.iter().find(|weights| weights.profile.value == "default");
    default.map_or(1, |weights| weights.by_criterion.get(criterion).copied().unwrap_or(0))
}

fn row<'a>(
    context: &Context,
    page: &Page,
    facts: &RankingFacts,
    columns: &[Column],
    words: &'a RankedWords,
) -> Option<(f64, Row<'a>)> {
    let item = facts.items.iter().find(|item| item.id.value == words.id.value)?;
    let scores: Vec<u8> =
        columns.iter().map(|c| item.scores.get(c.id).copied().unwrap_or(0)).collect();
    let total = weighted_mean(&scores, columns);
    let guide = item.guide.as_ref().and_then(|reference| {
        let wanted = &reference.value.slug;
        let mut guides = page.path.iter();
        guides.find(|id| *context.site.page(**id).document.place.slug == **wanted)
    });
    let row = Row {
        id: &words.id.value,
        place: 0,
        label: &words.label,
        reason: words.reason.as_deref(),
        guide: guide.map(|id| context.page_href(*id)),
        scores,
        total: format!("{total:.1}"),
    };
    Some((total, row))
}

fn weighted_mean(scores: &[u8], columns: &[Column]) -> f64 {
    let sum: u32 = columns.iter().map(|column| u32::from(column.weight)).sum();
    let weighed = scores.iter().zip(columns);
    let total: u32 = weighed.map(|(score, c)| u32::from(*score) * u32::from(c.weight)).sum();
    if sum == 0 { 0.0 } else { f64::from(total) / f64::from(sum) }
}
