//! Places markers at a distance from each other, and words beside them.

use super::{Matrix, MatrixItem};
use crate::diagram::layout::{
    Point, Rect, Scene, TextAnchor, TextLines, TextStyle, at, tone_marker, wrap,
};

/// The radius of a marker with words beside it.
pub const SMALL: i32 = 8;
/// The distance from the plot's border to the middle of the outermost marker.
pub const EDGE: i32 = 22;
/// The greatest width of words beside a marker.
const WORDS: i32 = 132;

/// Returns the point of an item in the plot.
fn place(item: &MatrixItem, plot: Rect) -> Point {
    let inner = plot.inset(EDGE);
    at(
        inner.x + inner.w * i32::from(item.x) / 100,
        inner.y + inner.h * (100 - i32::from(item.y)) / 100,
    )
}

/// Returns the positions of all markers: where they belong, or as near as possible without
/// touching another.
pub fn places(items: &[MatrixItem], plot: Rect, apart: i32) -> Vec<Point> {
    let inner = plot.inset(EDGE);
    let mut taken: Vec<Point> = Vec::with_capacity(items.len());
    for item in items {
        let wanted = place(item, plot);
        let free = |p: &Point| {
            let within = inner.holds(Rect::new(p.x, p.y, 0, 0));
            let clear = |o: &Point| (o.x - p.x).pow(2) + (o.y - p.y).pow(2) >= apart.pow(2);
            within && taken.iter().all(clear)
        };
        let place = around(wanted).find(|p| free(p)).unwrap_or(wanted);
        taken.push(place);
    }
    taken
}

/// Returns points around `centre`, nearer ones first.
fn around(centre: Point) -> impl Iterator<Item = Point> {
    const WAYS: [(i32, i32); 8] =
        [(0, 1), (1, 0), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, -1), (-1, 1)];
    let rings = (1..60).flat_map(move |ring| {
        WAYS.iter().map(move |(x, y)| at(centre.x + x * ring * 6, centre.y + y * ring * 6))
    });
    std::iter::once(centre).chain(rings)
}

/// Markers with their words beside them.
pub struct LabelledMarkers {
    markers: Vec<Point>,
    words: Vec<(TextLines, Rect, TextAnchor)>,
}

impl LabelledMarkers {
    /// Places the labels, or returns `None` if there is not enough space.
    pub fn new(matrix: &Matrix, plot: Rect) -> Option<LabelledMarkers> {
        let markers = places(&matrix.items, plot, 3 * SMALL);
        let mut taken: Vec<Rect> =
            markers.iter().map(|p| Rect::around(*p, 2 * SMALL + 4, 2 * SMALL + 4)).collect();
        let mut words = Vec::with_capacity(markers.len());
        for (item, marker) in matrix.items.iter().zip(&markers) {
            let lines = wrap(&item.label, WORDS, TextStyle::Strong);
            let fits = |area: Rect| {
                plot.inset(6).holds(area) && !taken.iter().any(|other| other.meets(area))
            };
            let places = beside(*marker, &lines).into_iter().filter(|(area, _)| fits(*area));
            let (area, anchor) = places.min_by_key(|(area, _)| crosses_axis(*area, plot))?;
            taken.push(Rect::new(area.x - 3, area.y, area.w + 6, area.h));
            words.push((lines, area, anchor));
        }
        Some(LabelledMarkers { markers, words })
    }

    /// Draws markers and words.
    pub fn draw(self, scene: &mut Scene, matrix: &Matrix) {
        for (item, marker) in matrix.items.iter().zip(&self.markers) {
            tone_marker(scene, *marker, item.tone, SMALL);
        }
        for (lines, area, anchor) in self.words {
            let x = match anchor {
                TextAnchor::Start => area.x,
                TextAnchor::Middle => area.x + area.w / 2,
                TextAnchor::End => area.right(),
            };
            scene.anchored(lines, at(x, area.y), (anchor, ""), Some(area));
        }
    }
}

/// Returns whether an axis of the plot crosses `area`.
fn crosses_axis(area: Rect, plot: Rect) -> bool {
    let (x, y) = (plot.x + plot.w / 2, plot.y + plot.h / 2);
    (area.x..area.right()).contains(&x) || (area.y..area.bottom()).contains(&y)
}

/// Returns the possible places of words beside a marker, the best first.
fn beside(marker: Point, lines: &TextLines) -> [(Rect, TextAnchor); 8] {
    let (w, h) = (lines.width, lines.height());
    let (out, middle) = (SMALL + 6, marker.y - h / 2);
    let right = |y| (Rect::new(marker.x + out, y, w, h), TextAnchor::Start);
    let left = |y| (Rect::new(marker.x - out - w, y, w, h), TextAnchor::End);
    let over = |y| (Rect::new(marker.x - w / 2, y, w, h), TextAnchor::Middle);
    [
        right(middle),
        left(middle),
        over(marker.y - out - h + 2),
        over(marker.y + out - 2),
        right(middle - 9),
        right(middle + 9),
        left(middle - 9),
        left(middle + 9),
    ]
}
