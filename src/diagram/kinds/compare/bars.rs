//! Bars: for each signal one bar for each item.

use super::{
    Compare, ComparedSignal,
    draw::{bar, legend, more_line},
};
use crate::diagram::{
    Arrangement,
    layout::{
        CardText, Glyph, INDENT, Point, Rect, Scene, TextAnchor, TextStyle, at, signal_class, wrap,
    },
};

/// The height of a bar, and the distance from one bar to the next.
const BAR: i32 = 15;
const STEP: i32 = 22;
/// The space for a score behind its bar.
const SCORE: i32 = 40;

/// Draws the bars.
pub fn draw(compare: &Compare, arrangement: Arrangement, more: &str) -> Scene {
    let mut scene = Scene::new(arrangement.width());
    let wide = arrangement == Arrangement::Wide;
    let size = (scene.width, wide);
    let indented = compare.signals.iter().any(|signal| signal.signal.is_some());
    let below = legend(&mut scene, compare, at(0, 0), size, swatch) + 6;
    let mut y = more_line(&mut scene, more, at(0, below), size.0) + 18;
    for (nth, signal) in compare.signals.iter().enumerate() {
        scene.rule(at(0, y - 9), at(scene.width, y - 9), "dg-hair");
        y = match arrangement {
            Arrangement::Wide => {
                let label = label(&mut scene, signal, indented, (at(0, y + 2), 200));
                let bars = bars(&mut scene, compare, nth, Rect::new(216, y + 3, 504, 0));
                label.max(bars) + 20
            }
            Arrangement::Middle | Arrangement::Narrow => {
                let below = label(&mut scene, signal, indented, (at(0, y), size.0));
                bars(&mut scene, compare, nth, Rect::new(0, below + 6, size.0, 0)) + 20
            }
        };
    }
    scene.height = y - 12;
    scene
}

fn swatch(scene: &mut Scene, place: Point, nth: usize) {
    bar(scene, Rect::new(place.x, place.y - 7, 26, 14), nth);
}

/// Draws the name of a signal, `indented` like those that have a pictogram.
fn label(
    scene: &mut Scene,
    signal: &ComparedSignal,
    indented: bool,
    (place, width): (Point, i32),
) -> i32 {
    let glyph = signal.signal.map(|s| (Glyph::Signal(s), signal_class(Some(s))));
    let left = if indented && glyph.is_none() { INDENT } else { 0 };
    let entry = CardText::new(glyph, &signal.label, None, width - left);
    let within = Rect::new(place.x + left, place.y, width - left, entry.height());
    entry.draw(scene, at(place.x + left, place.y), within)
}

/// Draws the bars of one signal on their rail and returns the y below.
fn bars(scene: &mut Scene, compare: &Compare, signal: usize, area: Rect) -> i32 {
    let length = area.w - SCORE;
    for (nth, item) in compare.items.iter().enumerate() {
        let y = area.y + nth as i32 * STEP;
        let score = i32::from(item.scores[signal]);
        let reach = length * score / i32::from(compare.max.max(1));
        let middle = y + BAR / 2;
        scene.rule(at(area.x, middle), at(area.x + length, middle), "dg-rail");
        if score > 0 {
            bar(scene, Rect::new(area.x, y, reach.max(4), BAR), nth);
        }
        let value = wrap(&score.to_string(), SCORE, TextStyle::Strong);
        let place = at(area.x + length + 10, y - 1);
        scene.anchored(value, place, (TextAnchor::Start, ""), None);
    }
    area.y + compare.items.len() as i32 * STEP
}
