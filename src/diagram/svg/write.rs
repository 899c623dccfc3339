//! Writes a scene as SVG elements.

use super::styling::Styling;
use crate::{
    diagram::layout::{LineKind, Mark, PlacedText, Point, Rect, Scene, TextAnchor},
    markup::Markup,
};

/// The margin around the drawing, so that borders are not cut off.
pub const MARGIN: i32 = 3;
/// The radius of rounded corners of lines.
const CORNER: i32 = 8;

/// The title and description of a drawing.
pub struct DrawingNames<'a> {
    pub class: &'static str,
    pub id: String,
    pub title: &'a str,
    pub description: &'a str,
}

/// Writes `scene` as an `<svg>` within a page with its stylesheet.
pub fn inline(markup: &mut Markup, scene: &Scene, names: &DrawingNames) {
    // The left edge of a drawing is aligned with the text around the figure; borders may be
    // drawn beyond the edges.
    let (w, h) = (scene.width, scene.height + 2 * MARGIN);
    markup
        .start("svg")
        .attr("class", format_args!("dg diagram-{}", names.class))
        .attr("viewBox", format_args!("0 -{MARGIN} {w} {h}"))
        .attr("width", w)
        .attr("height", h)
        .attr("role", "img");
    named(markup, &names.id, names.title, names.description);
    marks(markup, scene, &mut Styling::classes());
    markup.end();
}

/// Adds a title and a description for screen readers to the `<svg>` that was just begun.
pub fn named(svg: &mut Markup, id: &str, title: &str, description: &str) {
    svg.attr("aria-labelledby", format_args!("{id}-title"));
    svg.attr("aria-describedby", format_args!("{id}-desc"));
    svg.start("title").attr("id", format_args!("{id}-title")).text(title).end();
    svg.start("desc").attr("id", format_args!("{id}-desc")).text(description).end();
}

/// Writes the marks of `scene`.
pub fn marks(svg: &mut Markup, scene: &Scene, styling: &mut Styling) {
    for (at, mark) in scene.marks.iter().enumerate() {
        let name = scene.name_of(at).filter(|_| styling.is_for_pages());
        match mark {
            Mark::Box { area, radius, class, .. } => {
                svg.start("rect");
                named_mark(svg, name);
                boxed(svg, *area, *radius, class, styling);
            }
            Mark::Circle { centre, radius, class } => {
                svg.start("circle");
                styling.write(svg, "circle", &[class]);
                svg.attr("cx", centre.x).attr("cy", centre.y).attr("r", *radius).empty();
            }
            Mark::Line { points, class, kind } => {
                svg.start("path");
                named_mark(svg, name);
                line(svg, points, class, styling);
                if *kind == LineKind::Edge
                    && let [.., before, tip] = &points[..]
                {
                    svg.start("path");
                    named_mark(svg, name);
                    styled_path(svg, &["dg-head", class], &head(*before, *tip), styling);
                }
            }
            Mark::Shape { points, class } => path(svg, &[class], &closed(points), styling),
            Mark::Glyph { glyph, area, class } => {
                self::glyph(svg, glyph.path(), *area, class, styling);
            }
            Mark::Text(words) => text(svg, words, styling),
        }
    }
}

/// Writes the name of a mark, if it has one.
fn named_mark(svg: &mut Markup, name: Option<&str>) {
    if let Some(name) = name {
        svg.attr("data-way", name);
    }
}

fn boxed(svg: &mut Markup, area: Rect, radius: i32, class: &'static str, styling: &mut Styling) {
    styling.write(svg, "rect", &[class]);
    svg.attr("x", area.x).attr("y", area.y).attr("width", area.w).attr("height", area.h);
    svg.attr("rx", radius).empty();
}

fn path(svg: &mut Markup, classes: &[&'static str], d: &str, styling: &mut Styling) {
    svg.start("path");
    styled_path(svg, classes, d, styling);
}

fn styled_path(svg: &mut Markup, classes: &[&'static str], d: &str, styling: &mut Styling) {
    styling.write(svg, "path", classes);
    svg.attr("d", d).empty();
}

/// Writes a pictogram, moved and scaled from its own grid.
fn glyph(svg: &mut Markup, path: &str, area: Rect, class: &'static str, styling: &mut Styling) {
    let scale = f64::from(area.w) / 24.0;
    svg.start("path");
    styling.write(svg, "path", &["dg-icon", class]);
    svg.attr("transform", format_args!("translate({} {}) scale({scale:.3})", area.x, area.y));
    svg.attr("d", path).empty();
}

fn line(svg: &mut Markup, points: &[Point], class: &'static str, styling: &mut Styling) {
    styling.write(svg, "path", &["dg-line", class]);
    svg.attr("d", &rounded(points));
    // With a path length of 1, the same animation works for paths of any length.
    if class == "dg-path" && styling.is_for_pages() {
        svg.attr("pathLength", 1);
    }
    svg.empty();
}

/// Returns an open arrowhead whose tip is the line's end.
fn head(before: Point, tip: Point) -> String {
    let (dx, dy) = ((tip.x - before.x).signum(), (tip.y - before.y).signum());
    let (back, side) = (6, 5);
    let corner =
        |way: i32| (tip.x - dx * back + dy * side * way, tip.y - dy * back + dx * side * way);
    let ((ax, ay), (bx, by)) = (corner(1), corner(-1));
    format!("M{ax} {ay}L{} {}L{bx} {by}", tip.x, tip.y)
}

/// Returns a polyline whose corners are rounded as far as its parts are long enough.
fn rounded(points: &[Point]) -> String {
    let mut path = String::with_capacity(48);
    let [first, rest @ ..] = points else { return path };
    let mut at = move_to(&mut path, *first);
    for (nth, point) in rest.iter().enumerate() {
        at = match rest.get(nth + 1) {
            None => line_to(&mut path, at, *point),
            Some(after) => {
                let (a, b) = (towards(*point, points[nth]), towards(*point, *after));
                line_to(&mut path, at, a);
                path.push_str(&format!("Q{} {} {} {}", point.x, point.y, b.x, b.y));
                b
            }
        };
    }
    path
}

/// Adds the beginning of a path, and returns it.
fn move_to(path: &mut String, to: Point) -> Point {
    path.push_str(&format!("M{} {}", to.x, to.y));
    to
}

/// Adds a straight line in its shortest form, and returns its end.
fn line_to(path: &mut String, from: Point, to: Point) -> Point {
    path.push_str(&match (from.x == to.x, from.y == to.y) {
        (_, true) => format!("H{}", to.x),
        (true, false) => format!("V{}", to.y),
        (false, false) => format!("L{} {}", to.x, to.y),
    });
    to
}

/// Returns the point on the way from `from` to `to` at which a corner begins.
fn towards(from: Point, to: Point) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let reach = CORNER.min(dx.abs().max(dy.abs()) / 2);
    Point { x: from.x + dx.signum() * reach, y: from.y + dy.signum() * reach }
}

fn closed(points: &[Point]) -> String {
    let mut path = String::with_capacity(points.len() * 10);
    let [first, rest @ ..] = points else { return path };
    let first = move_to(&mut path, *first);
    rest.iter().fold(first, |at, point| line_to(&mut path, at, *point));
    path.push('Z');
    path
}

/// Writes one `<text>` with a `<tspan>` for each line after the first.
fn text(svg: &mut Markup, words: &PlacedText, styling: &mut Styling) {
    let style = words.lines.style;
    let anchor = match words.anchor {
        TextAnchor::Start => "",
        TextAnchor::Middle => "dg-middle",
        TextAnchor::End => "dg-end",
    };
    let (x, y) = (words.at.x, words.at.y + style.ascent());
    svg.start("text");
    styling.write(svg, "text", &[style.class(), anchor, words.class]);
    svg.attr("x", x).attr("y", y);
    for (nth, line) in words.lines.lines.iter().enumerate() {
        match nth {
            0 => svg.text(line),
            _ => svg.start("tspan").attr("x", x).attr("dy", style.leading()).text(line).end(),
        };
    }
    svg.end();
}
