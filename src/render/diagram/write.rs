//! Writes a scene as SVG elements. Presentation is left to classes.

use super::{
    scene::{Anchor, LineKind, Mark, Point, Rect, Scene, Text},
    svg::Markup,
};

/// Around the drawing, so that borders are whole.
pub const MARGIN: i32 = 3;
/// How far corners of lines are rounded.
const CORNER: i32 = 8;

/// What a drawing is called.
pub struct Names<'a> {
    pub class: &'static str,
    pub id: String,
    pub title: &'a str,
    pub description: &'a str,
}

/// Writes `scene` as an `<svg>` within a page.
pub fn inline(markup: &mut Markup, scene: &Scene, names: &Names) {
    let (w, h) = (scene.width + 2 * MARGIN, scene.height + 2 * MARGIN);
    let title = format_args!("{}-title", names.id).to_string();
    let description = format_args!("{}-desc", names.id).to_string();
    markup
        .element("svg")
        .attr("class", format_args!("dg diagram-{}", names.class))
        .attr("viewBox", format_args!("-{MARGIN} -{MARGIN} {w} {h}"))
        .attr("width", w)
        .attr("height", h)
        .attr("role", "img")
        .attr("aria-labelledby", format_args!("{title} {description}"))
        .children(|svg| {
            svg.element("title").attr("id", &title).text(names.title);
            svg.element("desc").attr("id", &description).text(names.description);
            marks(svg, scene);
        });
}

/// Writes the marks of `scene`.
pub fn marks(svg: &mut Markup, scene: &Scene) {
    for mark in &scene.marks {
        match mark {
            Mark::Box { area, radius, class, .. } => boxed(svg, *area, *radius, class),
            Mark::Circle { centre, radius, class } => svg
                .element("circle")
                .attr("class", class)
                .attr("cx", centre.x)
                .attr("cy", centre.y)
                .attr("r", radius)
                .empty(),
            Mark::Line { points, class, kind } => line(svg, points, class, *kind),
            Mark::Shape { points, class } => {
                svg.element("path").attr("class", class).attr("d", closed(points)).empty();
            }
            Mark::Glyph { glyph, area, class } => self::glyph(svg, glyph.path(), *area, class),
            Mark::Text(words) => text(svg, words),
        }
    }
}

fn boxed(svg: &mut Markup, area: Rect, radius: i32, class: &str) {
    svg.element("rect")
        .attr("class", class)
        .attr("x", area.x)
        .attr("y", area.y)
        .attr("width", area.w)
        .attr("height", area.h)
        .attr("rx", radius)
        .empty();
}

/// A pictogram: an SVG of its own with the pictograms' grid.
fn glyph(svg: &mut Markup, path: &str, area: Rect, class: &str) {
    let scale = f64::from(area.w) / 24.0;
    let place = format_args!("translate({} {}) scale({scale:.3})", area.x, area.y).to_string();
    svg.element("path")
        .attr("class", format_args!("dg-icon {class}"))
        .attr("transform", place)
        .attr("d", path)
        .empty();
}

fn line(svg: &mut Markup, points: &[Point], class: &str, kind: LineKind) {
    let path = svg.element("path").attr("class", format_args!("dg-line {class}"));
    let path = path.attr("d", rounded(points));
    // The path can be drawn by animation whatever its length.
    if class == "dg-path" {
        path.attr("pathLength", 1).empty()
    } else {
        path.empty()
    }
    if kind == LineKind::Edge
        && let [.., before, tip] = points
    {
        let class = format_args!("dg-head {class}").to_string();
        svg.element("path").attr("class", class).attr("d", head(*before, *tip)).empty();
    }
}

/// An open arrowhead whose tip is the line's end.
fn head(before: Point, tip: Point) -> String {
    let (dx, dy) = ((tip.x - before.x).signum(), (tip.y - before.y).signum());
    let (back, side) = (6, 5);
    let corner =
        |way: i32| (tip.x - dx * back + dy * side * way, tip.y - dy * back + dx * side * way);
    let ((ax, ay), (bx, by)) = (corner(1), corner(-1));
    format!("M{ax} {ay}L{} {}L{bx} {by}", tip.x, tip.y)
}

/// A polyline with its corners rounded as far as its parts are long.
fn rounded(points: &[Point]) -> String {
    use std::fmt::Write;
    let mut path = String::with_capacity(48);
    for (nth, point) in points.iter().enumerate() {
        let neighbours = (nth.checked_sub(1).and_then(|n| points.get(n)), points.get(nth + 1));
        // Writing to a string cannot fail.
        let _ = match neighbours {
            (None, _) => write!(path, "M{} {}", point.x, point.y),
            (Some(_), None) => write!(path, "L{} {}", point.x, point.y),
            (Some(before), Some(after)) => {
                let (a, b) = (towards(*point, *before), towards(*point, *after));
                write!(path, "L{} {}Q{} {} {} {}", a.x, a.y, point.x, point.y, b.x, b.y)
            }
        };
    }
    path
}

/// The point on the way from `from` to `to` at which a corner begins.
fn towards(from: Point, to: Point) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let reach = CORNER.min(dx.abs().max(dy.abs()) / 2);
    Point { x: from.x + dx.signum() * reach, y: from.y + dy.signum() * reach }
}

fn closed(points: &[Point]) -> String {
    use std::fmt::Write;
    let mut path = String::with_capacity(points.len() * 10);
    for (nth, point) in points.iter().enumerate() {
        let _ = write!(path, "{}{} {}", if nth == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
    path.push('Z');
    path
}

/// One `<text>` with a `<tspan>` for each line after the first.
fn text(svg: &mut Markup, words: &Text) {
    let style = words.lines.style;
    let anchor = match words.anchor {
        Anchor::Start => "",
        Anchor::Middle => " dg-middle",
        Anchor::End => " dg-end",
    };
    let space = if words.class.is_empty() { "" } else { " " };
    let class = format_args!("{}{anchor}{space}{}", style.class(), words.class).to_string();
    let (x, y) = (words.at.x, words.at.y + style.ascent());
    svg.element("text").attr("class", class).attr("x", x).attr("y", y).children(|text| {
        for (nth, line) in words.lines.lines.iter().enumerate() {
            match nth {
                0 => text.text(line),
                _ => text.element("tspan").attr("x", x).attr("dy", style.leading()).text(line),
            }
        }
    });
}
