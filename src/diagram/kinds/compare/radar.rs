//! A radar: a corner for each signal, a line around for each item, and beside it
//! the scores as a table.

use super::{
    Compare,
    draw::{legend, more_line},
};
use crate::diagram::{
    Arrangement,
    layout::{
        Glyph, LineKind, Point, Rect, Scene, TextAnchor, TextLines, TextStyle, at, hued_badge,
        signal_class, wrap,
    },
};

/// The distance from the centre to a corner.
const RADIUS: i32 = 112;
/// The same on a phone, which has numbers at the corners.
const NARROW_RADIUS: i32 = 102;
/// The greatest width of words at a corner.
const WORDS: i32 = 92;
/// The most lines of words at a corner.
const MOST_LINES: usize = 3;
/// The rings of the web.
const RINGS: i32 = 5;

/// Draws the radar.
pub fn draw(compare: &Compare, arrangement: Arrangement, more: &str) -> Scene {
    let mut scene = Scene::new(arrangement.width());
    let words = corner_words(compare, arrangement);
    match arrangement {
        Arrangement::Wide => {
            let (above, below) = extent(compare.signals.len(), words.as_deref());
            let (height, named) = (above + below, words.is_some());
            // With numbers at the corners there is more space for the table.
            let beside = if named { WORDS + 16 } else { 32 };
            web(&mut scene, compare, (at(RADIUS + beside, above), RADIUS), words);
            let left = 2 * (RADIUS + beside) + 28;
            let area = Rect::new(left, 0, scene.width - left, 0);
            let table_height = table(&mut Scene::new(720), compare, area, named);
            let top = ((height - table_height) / 2).max(0);
            let below = table(&mut scene, compare, Rect { y: top, ..area }, named);
            scene.height = below.max(height);
        }
        Arrangement::Middle | Arrangement::Narrow => {
            let (radius, width) = (NARROW_RADIUS, scene.width);
            web(&mut scene, compare, (at(width / 2, radius + 30), radius), words);
            let (above, below) = reach(compare.signals.len(), radius);
            let area = Rect::new(0, above + below + 76, width, 0);
            scene.height = table(&mut scene, compare, area, false);
        }
    }
    let place = at(0, scene.height + 12);
    let width = scene.width;
    scene.height = more_line(&mut scene, more, place, width) + 2;
    scene
}

/// Returns the words at the corners, if all of them are short enough.
fn corner_words(compare: &Compare, arrangement: Arrangement) -> Option<Vec<TextLines>> {
    let words = compare.signals.iter().map(|s| wrap(&s.label, WORDS, TextStyle::Strong));
    let words: Vec<TextLines> = words.collect();
    let short = words.iter().all(|lines| lines.lines.len() <= MOST_LINES);
    (short && arrangement == Arrangement::Wide).then_some(words)
}

/// Returns the direction from the centre to corner `nth` of `count`, in thousandths. The first
/// is at the top, the others follow clockwise.
fn direction(nth: usize, count: usize) -> (i32, i32) {
    let angle = std::f64::consts::TAU * nth as f64 / count as f64;
    ((angle.sin() * 1000.0).round() as i32, (-angle.cos() * 1000.0).round() as i32)
}

fn along(centre: Point, (x, y): (i32, i32), distance: i32) -> Point {
    at(
        centre.x + (x * distance + 500).div_euclid(1000),
        centre.y + (y * distance + 500).div_euclid(1000),
    )
}

fn web(
    scene: &mut Scene,
    compare: &Compare,
    (centre, radius): (Point, i32),
    words: Option<Vec<TextLines>>,
) {
    let count = compare.signals.len();
    let corner = |nth: usize, distance: i32| along(centre, direction(nth, count), distance);
    let around = |distance: i32| (0..count).map(|nth| corner(nth, distance)).collect::<Vec<_>>();
    for ring in (1..=RINGS).rev() {
        let class = if ring == RINGS { "dg-web dg-web-out" } else { "dg-web" };
        scene.shape(around(radius * ring / RINGS), class);
    }
    for nth in 0..count {
        scene.rule(centre, corner(nth, radius), "dg-hair");
    }
    for (nth, item) in compare.items.iter().enumerate() {
        let reach = |score: u8| radius * i32::from(score) / i32::from(compare.max.max(1));
        let points = item.scores.iter().enumerate().map(|(s, score)| corner(s, reach(*score)));
        let points: Vec<Point> = points.collect();
        scene.shape(points.clone(), shape_class(nth));
        points.into_iter().for_each(|point| scene.circle(point, 4, dot_class(nth)));
    }
    match words {
        Some(words) => name_corners(scene, words, centre),
        None => compare.signals.iter().enumerate().for_each(|(nth, signal)| {
            hued_badge(scene, corner(nth, radius + 16), &sign(nth), signal.signal);
        }),
    }
}

/// Returns the number of a signal, counted from 1.
fn sign(nth: usize) -> String {
    (nth + 1).to_string()
}

const fn shape_class(nth: usize) -> &'static str {
    match nth % 3 {
        0 => "dg-around dg-item-a",
        1 => "dg-around dg-item-b",
        _ => "dg-around dg-item-c",
    }
}

const fn dot_class(nth: usize) -> &'static str {
    match nth % 3 {
        0 => "dg-around-dot dg-item-a",
        1 => "dg-around-dot dg-item-b",
        _ => "dg-around-dot dg-item-c",
    }
}

/// Returns how far the corners of a web reach above and below its centre.
fn reach(count: usize, radius: i32) -> (i32, i32) {
    let lowest = (0..count).map(|nth| along(at(0, 0), direction(nth, count), radius).y).max();
    (radius, lowest.unwrap_or(radius))
}

/// Returns how far the radar reaches above and below its centre.
fn extent(count: usize, words: Option<&[TextLines]>) -> (i32, i32) {
    let Some(words) = words else {
        let (above, below) = reach(count, RADIUS);
        return (above + 32, below + 32);
    };
    let mut reach = (RADIUS, RADIUS);
    for (nth, lines) in words.iter().enumerate() {
        let (_, top) = corner_top(at(0, 0), direction(nth, count), lines);
        reach = (reach.0.max(-top), reach.1.max(top + lines.height()));
    }
    reach
}

/// Returns the top of the words at a corner, which are on its outer side.
fn corner_top(centre: Point, way: (i32, i32), lines: &TextLines) -> ((Point, TextAnchor), i32) {
    let tip = along(centre, way, RADIUS + 10);
    let height = lines.height();
    let (anchor, top) = match way {
        (300.., _) => (TextAnchor::Start, tip.y - height / 2),
        (..=-300, _) => (TextAnchor::End, tip.y - height / 2),
        (_, ..=0) => (TextAnchor::Middle, tip.y - height),
        _ => (TextAnchor::Middle, tip.y),
    };
    ((tip, anchor), top)
}

/// Puts words at the corners.
fn name_corners(scene: &mut Scene, words: Vec<TextLines>, centre: Point) {
    let count = words.len();
    for (nth, lines) in words.into_iter().enumerate() {
        let ((tip, anchor), top) = corner_top(centre, direction(nth, count), &lines);
        scene.anchored(lines, at(tip.x, top), (anchor, ""), None);
    }
}

/// Draws the legend and the scores and returns the y below. Signals that are not `named` at
/// their corners have numbers there, and the same numbers here, in a ring with the signal's
/// hue.
fn table(scene: &mut Scene, compare: &Compare, area: Rect, named: bool) -> i32 {
    let mut y = legend(scene, compare, at(area.x, area.y), (area.w, false), swatch) + 12;
    let column = 40;
    let scores = area.right() - column * compare.items.len() as i32;
    for nth in 0..compare.items.len() {
        swatch(scene, at(scores + nth as i32 * column + 7, y + 8), nth);
    }
    y += 22;
    let indented = !named || compare.signals.iter().any(|signal| signal.signal.is_some());
    for (nth, signal) in compare.signals.iter().enumerate() {
        scene.rule(at(area.x, y), at(area.right(), y), "dg-hair");
        let x = if indented { area.x + 34 } else { area.x };
        match signal.signal {
            _ if !named => hued_badge(scene, at(area.x + 11, y + 17), &sign(nth), signal.signal),
            Some(s) => scene.glyph(Glyph::Signal(s), at(area.x, y + 6), 22, signal_class(Some(s))),
            None => {}
        }
        let lines = wrap(&signal.label, scores - x - 6, TextStyle::Note);
        let within = Rect::new(x, y, scores - x, lines.height() + 14);
        for (at_item, item) in compare.items.iter().enumerate() {
            let cell = Rect::new(scores + at_item as i32 * column, y + 7, column, 20);
            scene.centred(&item.scores[nth].to_string(), TextStyle::Strong, "", cell);
        }
        y = scene.text(lines, at(x, y + 7), "", within) + 7;
    }
    y
}

fn swatch(scene: &mut Scene, place: Point, nth: usize) {
    let line = vec![place, at(place.x + 26, place.y)];
    scene.line(line, line_class(nth), LineKind::Rule);
    scene.circle(at(place.x + 13, place.y), 4, dot_class(nth));
}

const fn line_class(nth: usize) -> &'static str {
    match nth % 3 {
        0 => "dg-around-line dg-item-a",
        1 => "dg-around-line dg-item-b",
        _ => "dg-around-line dg-item-c",
    }
}
