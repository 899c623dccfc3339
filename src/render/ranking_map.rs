//! The map of a ranking: its items as dots on two axes, each of them a link to its guide.
//!
//! The worse an item scores by the criteria of an axis, the further up or to the right it is.
//! `ranking-map.js` computes the same positions when the reader changes the weights; both use
//! whole numbers, so both round in the same way.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{
    context::Context,
    ranking_table::{CriterionColumn, RankedRow, RankingTable},
};
use crate::{
    diagram::{
        DrawingNames, MapDrawing, RankedPoint, draw_map,
        matrix::{Axis, DOT_EDGE},
    },
    i18n::Strings,
    model::{KindFields, MapAxis, Page, RankingFields, RankingMap},
};

/// The map of a ranking, as templates draw it.
#[derive(Serialize)]
pub struct MapView<'a> {
    /// The drawing without its dots.
    svg: String,
    width: i32,
    height: i32,
    /// The drawing's measures for the script: the plot's upper left corner and its side, the
    /// least distance of dots from the border and from each other.
    plot: [i32; 5],
    x: AxisView<'a>,
    y: AxisView<'a>,
    /// The dots in the order of the ranking.
    dots: Vec<DotView<'a>>,
}

#[derive(Serialize)]
struct AxisView<'a> {
    label: &'a str,
    /// The meaning of its far end.
    high: &'a str,
    /// The positions of its criteria in the ranking.
    criteria: Vec<usize>,
}

#[derive(Serialize)]
struct DotView<'a> {
    id: &'a str,
    place: usize,
    label: &'a str,
    /// The address of the guide, or of the item in the ranking.
    href: String,
    tone: &'static str,
    x: i32,
    y: i32,
    /// The position on both axes, from 0 to 100.
    at: [u8; 2],
}

/// Returns the map of the ranking `page`, where it has one.
pub fn map<'a>(
    context: &Context,
    page: &'a Page,
    ranking: &'a RankingFields,
    table: &RankingTable<'a>,
) -> Option<MapView<'a>> {
    let KindFields::Ranking(shared) = page.shared() else { return None };
    let (axes, words) = (shared.map.as_ref()?, ranking.map.as_ref()?);
    let (x, y) = (axis(&axes.x, &words.x, table), axis(&axes.y, &words.y, table));
    let point = |row: &RankedRow| RankedPoint {
        x: position(row, &x.criteria, &table.criteria),
        y: position(row, &y.criteria, &table.criteria),
    };
    let points: Vec<RankedPoint> = table.items.iter().map(point).collect();
    let drawing = drawing(context, page, words, &points);
    let href = context.site.settings.base_url.href(&page.url);
    let dots = table.items.iter().zip(&points).zip(&drawing.dots).map(|((row, point), (x, y))| {
        let level = row.level.and_then(|at| table.levels.get(at));
        DotView {
            id: row.id,
            place: row.place,
            label: row.label,
            href: row.guide.clone().unwrap_or_else(|| [&href, "#", row.id].concat()),
            tone: level.map_or("go", |level| level.tone),
            x: *x,
            y: *y,
            at: [point.x, point.y],
        }
    });
    let dots = dots.collect();
    let [left, top, side] = drawing.plot;
    let plot = [left, top, side, DOT_EDGE, drawing.apart];
    let MapDrawing { svg, width, height, .. } = drawing;
    Some(MapView { svg, width, height, plot, x, y, dots })
}

fn axis<'a>(shared: &MapAxis, words: &'a MapAxis, table: &RankingTable) -> AxisView<'a> {
    let named = |id: &String| table.criteria.iter().position(|column| column.id == id);
    let criteria = shared.criteria.iter().filter_map(|id| named(&id.value)).collect();
    AxisView { label: &words.label, high: &words.high, criteria }
}

/// Returns how badly an item scores by `criteria`, from 0 to 100. Criteria count by their
/// weights, or equally if none has a weight.
fn position(row: &RankedRow, criteria: &[usize], columns: &[CriterionColumn]) -> u8 {
    let whole: u32 = criteria.iter().map(|at| u32::from(columns[*at].weight)).sum();
    let weight = |at: usize| if whole == 0 { 1 } else { u32::from(columns[at].weight) };
    let whole = if whole == 0 { criteria.len() as u32 } else { whole };
    let missing = |at: usize| 5_u32.saturating_sub(row.scores[at].into());
    let missing: u32 = criteria.iter().map(|at| weight(*at) * missing(*at)).sum();
    (25 * missing).checked_div(whole).unwrap_or(0).min(100) as u8
}

/// Returns what the two directions of the map mean, in a sentence.
fn how(strings: &Strings, words: &RankingMap) -> String {
    let mut args = FluentArgs::new();
    for (name, text) in [
        ("x", &words.x.label),
        ("right", &words.x.high),
        ("y", &words.y.label),
        ("up", &words.y.high),
    ] {
        args.set(name, text.as_str());
    }
    strings.format("ranking-map-how", &args).unwrap_or_default()
}

fn drawing(
    context: &Context,
    page: &Page,
    words: &RankingMap,
    points: &[RankedPoint],
) -> MapDrawing {
    let strings = context.strings(page.lang());
    let axis = |axis: &MapAxis| Axis {
        label: axis.label.clone(),
        low: axis.low.clone(),
        high: axis.high.clone(),
    };
    let title = strings.get("ranking-map");
    let names = DrawingNames {
        class: "map",
        id: "widget-map".to_owned(),
        title: &title,
        description: &how(strings, words),
    };
    draw_map(axis(&words.x), axis(&words.y), points, &names)
}
