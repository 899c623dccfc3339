//! Draws items on two named axes.
//!
//! Labels stand beside their markers if all of them fit; otherwise the markers are numbered and
//! the labels are listed.

use super::{
    Axis, Matrix, MatrixItem,
    place::{LabelledMarkers, SMALL, places},
    tone_words,
};
use crate::{
    diagram::{
        Arrangement, Tone,
        layout::{
            LineKind, Point, Rect, Scene, TextAnchor, TextLines, TextStyle, at, heading,
            tone_marker, wrap,
        },
    },
    i18n::Strings,
};

/// The radius of a marker with a number in it.
pub const LARGE: i32 = 12;

/// Draws `matrix` in one arrangement.
pub fn draw(matrix: &Matrix, arrangement: Arrangement, strings: &Strings) -> Scene {
    let mut scene = Scene::new(arrangement.width());
    let large = Rect::new(120, 0, 600, least_height(&matrix.y, 120).max(420));
    let labelled = match arrangement {
        Arrangement::Wide => LabelledMarkers::new(matrix, large),
        Arrangement::Middle | Arrangement::Narrow => None,
    };
    let plot = match (arrangement, &labelled) {
        (Arrangement::Wide, Some(_)) => large,
        (Arrangement::Wide, None) => Rect { w: 360, h: large.h.max(420) - 60, ..large },
        (Arrangement::Middle | Arrangement::Narrow, _) => {
            let side = scene.width;
            Rect::new(0, axis_above(&mut scene, &matrix.y) + 8, side, side)
        }
    };
    ground(&mut scene, plot);
    let below = if arrangement == Arrangement::Wide {
        axis_beside(&mut scene, &matrix.y, plot);
        axis_below(&mut scene, &matrix.x, plot)
    } else {
        axes_below(&mut scene, matrix, plot)
    };
    scene.height = match labelled {
        Some(labelled) => {
            labelled.draw(&mut scene, matrix);
            key(&mut scene, matrix, at(plot.x, below + 14), strings)
        }
        None => numbered(&mut scene, matrix, arrangement, plot, below, strings),
    };
    scene
}

/// Draws the plot with its quarters.
pub fn ground(scene: &mut Scene, plot: Rect) {
    let (x, y) = (plot.x + plot.w / 2, plot.y + plot.h / 2);
    scene.plate(plot, 10, "dg-plot");
    for part in [1, 3] {
        let (x, y) = (plot.x + plot.w * part / 4, plot.y + plot.h * part / 4);
        scene.rule(at(x, plot.y + 8), at(x, plot.bottom() - 8), "dg-rail");
        scene.rule(at(plot.x + 8, y), at(plot.right() - 8, y), "dg-rail");
    }
    scene.rule(at(x, plot.y + 8), at(x, plot.bottom() - 8), "dg-axis");
    scene.rule(at(plot.x + 8, y), at(plot.right() - 8, y), "dg-axis");
}

/// Draws the x axis below the plot: its ends at the corners, its name between or below them.
fn axis_below(scene: &mut Scene, axis: &Axis, plot: Rect) -> i32 {
    axis_from(scene, axis, plot, plot.bottom() + 9)
}

/// Draws both axes of a plot on a phone below it: the lower end of the y axis, then the x axis.
pub fn axes_below(scene: &mut Scene, matrix: &Matrix, plot: Rect) -> i32 {
    let top = axis_end(scene, &matrix.y.low, plot.bottom() + 9, 1);
    axis_from(scene, &matrix.x, plot, top + 2)
}

/// Draws the x axis from `y` down.
fn axis_from(scene: &mut Scene, axis: &Axis, plot: Rect, y: i32) -> i32 {
    let (left, right) = (plot.x, plot.right());
    let half = plot.w / 2 - 30;
    arrow(scene, at(left, y + 9), -1);
    arrow(scene, at(right, y + 9), 1);
    let low = wrap(&axis.low, half, TextStyle::Small);
    let high = wrap(&axis.high, half, TextStyle::Small);
    let name = wrap(&axis.label, plot.w, TextStyle::Strong);
    let ends = low.height().max(high.height());
    // The name stands in the middle, so the longer of the ends counts twice.
    let is_between = name.width + 2 * (low.width.max(high.width) + 22 + 12) <= plot.w;
    scene.anchored(low, at(left + 22, y), (TextAnchor::Start, "dg-soft"), None);
    scene.anchored(high, at(right - 22, y), (TextAnchor::End, "dg-soft"), None);
    let top = if is_between { y } else { y + ends + 3 };
    let below = scene.anchored(name, at(plot.x + plot.w / 2, top), (TextAnchor::Middle, ""), None);
    below.max(y + ends)
}

/// Draws a small arrow of an axis, pointing left or right.
fn arrow(scene: &mut Scene, tip: Point, way: i32) {
    let tail = at(tip.x - 14 * way, tip.y);
    scene.line(vec![tail, tip], "dg-axis-arrow", LineKind::Edge);
}

/// Returns the words of the y axis, which stand left of the plot: upper end, name, lower end.
fn words_beside(axis: &Axis, left: i32) -> [TextLines; 3] {
    let ends = left - 32;
    [
        wrap(&axis.high, ends, TextStyle::Small),
        wrap(&axis.label, left - 16, TextStyle::Strong),
        wrap(&axis.low, ends, TextStyle::Small),
    ]
}

/// Returns the height that the words of the y axis need beside the plot.
fn least_height(axis: &Axis, left: i32) -> i32 {
    let [high, name, low] = words_beside(axis, left);
    // The name stands in the middle, so the longer of the ends counts twice.
    2 * high.height().max(low.height()) + name.height() + 90
}

/// Draws the y axis left of the plot.
fn axis_beside(scene: &mut Scene, axis: &Axis, plot: Rect) {
    let right = plot.x - 14;
    let end = (TextAnchor::End, "dg-soft");
    let [high, name, low] = words_beside(axis, plot.x);
    let up = vec![at(right - 3, plot.y + 18), at(right - 3, plot.y + 2)];
    scene.line(up, "dg-axis-arrow", LineKind::Edge);
    scene.anchored(high, at(right - 14, plot.y), end, None);
    let down = vec![at(right - 3, plot.bottom() - 18), at(right - 3, plot.bottom() - 2)];
    scene.line(down, "dg-axis-arrow", LineKind::Edge);
    let low_top = plot.bottom() - low.height();
    scene.anchored(low, at(right - 14, low_top), end, None);
    let top = plot.y + (plot.h - name.height()) / 2;
    scene.anchored(name, at(right, top), (TextAnchor::End, ""), None);
}

/// Draws the name and the upper end of the y axis above the plot, on a phone.
pub fn axis_above(scene: &mut Scene, axis: &Axis) -> i32 {
    let width = scene.width;
    let all = Rect::new(0, 0, width, 4000);
    let y = scene.text(wrap(&axis.label, width, TextStyle::Strong), at(0, 0), "", all) + 2;
    axis_end(scene, &axis.high, y, -1)
}

/// Draws an end of the y axis at the left edge, with an arrow up (-1) or down (1).
fn axis_end(scene: &mut Scene, words: &str, y: i32, way: i32) -> i32 {
    let all = Rect::new(0, 0, scene.width, 4000);
    let ends = vec![at(7, y + 9 - 7 * way), at(7, y + 9 + 7 * way)];
    scene.line(ends, "dg-axis-arrow", LineKind::Edge);
    scene.text(wrap(words, scene.width - 22, TextStyle::Small), at(22, y), "dg-soft", all) + 2
}

/// Draws the key of the markers in one row and returns the y below it.
fn key(scene: &mut Scene, matrix: &Matrix, place: Point, strings: &Strings) -> i32 {
    let mut x = place.x;
    let mut below = place.y;
    let column = (scene.width - place.x) / tones(matrix).count().max(1) as i32;
    for tone in tones(matrix) {
        let lines = wrap(&tone_words(matrix, tone, strings), column - 48, TextStyle::Small);
        tone_marker(scene, at(x + SMALL, place.y + 9), tone, SMALL - 1);
        let width = lines.width;
        let within = Rect::new(x + 24, place.y, width, lines.height());
        below = below.max(scene.text(lines, at(x + 24, place.y), "dg-soft", within));
        x += width + 48;
    }
    below
}

/// Returns the tones that items have, from go to stop.
fn tones(matrix: &Matrix) -> impl Iterator<Item = Tone> {
    let has = |tone: &Tone| matrix.items.iter().any(|item| item.tone == *tone);
    [Tone::Go, Tone::Caution, Tone::Stop].into_iter().filter(has)
}

/// Returns the items in the order of the list, by tone; they are numbered in this order.
fn numbered_items(matrix: &Matrix) -> impl Iterator<Item = (usize, &MatrixItem)> {
    tones(matrix)
        .flat_map(|tone| matrix.items.iter().enumerate().filter(move |(_, item)| item.tone == tone))
}

/// Draws numbered markers and a list of their words, and returns the drawing's height.
fn numbered(
    scene: &mut Scene,
    matrix: &Matrix,
    arrangement: Arrangement,
    plot: Rect,
    below: i32,
    strings: &Strings,
) -> i32 {
    let markers = places(&matrix.items, plot, 2 * LARGE + 6);
    for (nth, (at_item, item)) in numbered_items(matrix).enumerate() {
        numbered_marker(scene, markers[at_item], item.tone, nth + 1);
    }
    let (place, width) = match arrangement {
        Arrangement::Wide => (at(plot.right() + 28, plot.y), scene.width - plot.right() - 28),
        Arrangement::Middle | Arrangement::Narrow => (at(0, below + 18), scene.width),
    };
    list(scene, matrix, place, width, strings).max(below)
}

fn numbered_marker(scene: &mut Scene, centre: Point, tone: Tone, number: usize) {
    tone_marker(scene, centre, tone, LARGE);
    let area = Rect::around(centre, 2 * LARGE, 2 * LARGE);
    scene.centred(&number.to_string(), TextStyle::Strong, "dg-on", area);
}

/// Draws the items by tone, each with its number, and returns the y below.
fn list(scene: &mut Scene, matrix: &Matrix, place: Point, width: i32, strings: &Strings) -> i32 {
    let mut y = place.y;
    let mut number = 0;
    for tone in tones(matrix) {
        y = heading(scene, &tone_words(matrix, tone, strings), at(place.x, y), width) + 7;
        for item in matrix.items.iter().filter(|item| item.tone == tone) {
            number += 1;
            let lines = wrap(&item.label, width - 36, TextStyle::Note);
            let height = lines.height().max(2 * LARGE + 4);
            numbered_marker(scene, at(place.x + LARGE + 3, y + height / 2), tone, number);
            let top = y + (height - lines.height()) / 2;
            let within = Rect::new(place.x + 36, y, width - 36, height);
            scene.text(lines, at(place.x + 36, top), "", within);
            y += height + 5;
        }
        y += 8;
    }
    y - 8
}
