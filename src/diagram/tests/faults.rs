//! Finds faults of a drawing: words that leave their boxes or overlap, boxes that touch, edges
//! that cross.

use crate::diagram::{
    layout::{LineKind, Mark, Point, Rect, Scene},
    svg::MARGIN,
};

/// Returns the faults of a drawing.
pub fn faults(scene: &Scene) -> Vec<String> {
    let mut faults = Vec::new();
    let whole = Rect::new(-MARGIN, -MARGIN, scene.width + 2 * MARGIN, scene.height + 2 * MARGIN);
    let mut nodes: Vec<Rect> = Vec::new();
    let mut texts: Vec<(Rect, String)> = Vec::new();
    for mark in &scene.marks {
        let extent = extent(mark);
        if !whole.holds(extent) {
            faults.push(format!("{mark:?} leaves the drawing {whole:?}"));
        }
        match mark {
            Mark::Box { area, node: true, .. } => {
                let met = nodes.iter().filter(|other| other.meets(*area));
                faults.extend(met.map(|other| format!("{area:?} meets {other:?}")));
                nodes.push(*area);
            }
            Mark::Text(text) => {
                let (area, words) = (text.area(), text.lines.lines.join("/"));
                if text.within.is_some_and(|within| !within.holds(area)) {
                    faults.push(format!("{words} at {area:?} leaves {:?}", text.within));
                }
                let met = texts.iter().filter(|(other, _)| other.inset(1).meets(area.inset(1)));
                faults.extend(met.map(|(_, other)| format!("{words} meets {other}")));
                texts.push((area, words));
            }
            _ => {}
        }
    }
    faults.extend(struck_through(scene, &nodes));
    for (segment, kind) in segments(scene) {
        let crossed = nodes.iter().filter(|node| node.inset(2).meets(segment));
        faults.extend(crossed.map(|node| format!("{kind:?} {segment:?} crosses {node:?}")));
        let crossed = texts.iter().filter(|(area, _)| area.inset(2).meets(segment));
        faults.extend(crossed.map(|(_, words)| format!("{kind:?} {segment:?} crosses {words}")));
    }
    faults
}

/// Returns the numbers of gates that are crossed by the border of a card; other numbers are on
/// a surface that covers it.
fn struck_through(scene: &Scene, nodes: &[Rect]) -> Vec<String> {
    let numbers = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Text(text) if text.class == "dg-accent" => text.within,
        _ => None,
    });
    let cut = |number: &Rect| nodes.iter().any(|node| node.meets(*number) && !node.holds(*number));
    numbers.filter(cut).map(|number| format!("a border cuts the number at {number:?}")).collect()
}

fn extent(mark: &Mark) -> Rect {
    let hull = |points: &[Point]| {
        let xs = points.iter().map(|p| p.x);
        let ys = points.iter().map(|p| p.y);
        let (left, top) = (xs.clone().min().unwrap_or(0), ys.clone().min().unwrap_or(0));
        let (right, bottom) = (xs.max().unwrap_or(0), ys.max().unwrap_or(0));
        Rect::new(left, top, right - left, bottom - top)
    };
    match mark {
        Mark::Box { area, .. } | Mark::Glyph { area, .. } => *area,
        Mark::Circle { centre, radius, .. } => Rect::around(*centre, 2 * radius, 2 * radius),
        Mark::Line { points, .. } | Mark::Shape { points, .. } => hull(points),
        Mark::Text(text) => text.area(),
    }
}

/// Returns every straight part of the lines between nodes, one unit thick.
fn segments(scene: &Scene) -> Vec<(Rect, LineKind)> {
    let mut all = Vec::new();
    for mark in &scene.marks {
        let Mark::Line { points, kind, .. } = mark else { continue };
        if *kind == LineKind::Rule {
            continue;
        }
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (w, h) = ((a.x - b.x).abs().max(1), (a.y - b.y).abs().max(1));
            all.push((Rect::new(a.x.min(b.x), a.y.min(b.y), w, h), *kind));
        }
    }
    all
}
