//! Draws items scored signal by signal, as bars or as a radar.
//!
//! Each item has one form everywhere, so that items are distinguishable without colours: a
//! full, an outlined or a thin bar; a solid, a dashed or a dotted line.

use super::Compare;
use crate::diagram::layout::{LineKind, Point, Rect, Scene, TextStyle, at, wrap};

/// Draws an item's bar in its form.
pub fn bar(scene: &mut Scene, area: Rect, nth: usize) {
    let area = match nth % 3 {
        2 => Rect::new(area.x, area.y + area.h / 2 - 3, area.w, 6),
        1 => Rect::new(area.x + 1, area.y + 1, area.w - 2, area.h - 2),
        _ => area,
    };
    scene.plate(area, 3, bar_class(nth));
}

const fn bar_class(nth: usize) -> &'static str {
    match nth % 3 {
        0 => "dg-bar dg-item-a",
        1 => "dg-bar dg-item-b",
        _ => "dg-bar dg-item-c",
    }
}

/// Draws the items with their forms, side by side if there is space, and returns the y below.
pub fn legend(
    scene: &mut Scene,
    compare: &Compare,
    place: Point,
    (width, beside): (i32, bool),
    swatch: fn(&mut Scene, Point, usize),
) -> i32 {
    let count = compare.items.len().max(1) as i32;
    let column = if beside { width / count } else { width };
    let (mut x, mut y, mut below) = (place.x, place.y, place.y);
    for (nth, item) in compare.items.iter().enumerate() {
        let lines = wrap(&item.label, column - 42, TextStyle::Strong);
        let within = Rect::new(x + 34, y, column - 34, lines.height());
        swatch(scene, at(x, y + 9), nth);
        let used = lines.width;
        below = below.max(scene.text(lines, at(x + 34, y), "", within));
        match beside {
            true => x += (used + 64).min(column),
            false => y = below + 4,
        }
    }
    below
}

/// Draws the sentence on what a higher score means, behind an arrow, and returns the y below.
pub fn more_line(scene: &mut Scene, words: &str, place: Point, width: i32) -> i32 {
    const ARROW: i32 = 34;
    let lines = wrap(words, width - ARROW, TextStyle::Small);
    let within = Rect::new(place.x + ARROW, place.y, width - ARROW, lines.height());
    let (from, tip) = (at(place.x + 2, place.y + 9), at(place.x + 24, place.y + 9));
    scene.line(vec![from, tip], "dg-axis-arrow", LineKind::Edge);
    scene.text(lines, at(place.x + ARROW, place.y), "dg-soft", within)
}
