//! Limits on how far the lines of a drawing reach. A stroke is divided into the more parts the longer
//! its curves are beside its width, and a dashed one into its dashes.

use resvg::usvg::roxmltree::{Document, Node};
use svgtypes::{SimplePathSegment, SimplifyingPathParser, Transform, ViewBox};

use crate::diag::Arg;

/// The longest curves of strokes, in widths of the thinnest one.
const LONGEST_CURVES: f64 = 4e6;
/// The most dashes, each as long as the shortest one.
const MOST_DASHES: f64 = 2e5;
/// How far the lines may reach, in sides of the drawing.
const FARTHEST: f64 = 100.0;
/// The most letters on lines, for each letter all segments of all lines.
const MOST_ON_LINES: f64 = 5e7;
/// The most letters whose distances are computed one by one.
const MOST_SPACED: usize = 4_000;

/// Attributes with the numbers of shapes that are no paths.
const OF_SHAPES: [&str; 14] =
    ["points", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"];

/// Refuses drawings whose lines are too long; `letters` is the length of their texts.
pub fn check(document: &Document, letters: usize) -> Result<(), Arg> {
    let shapes = Shapes::of(document);
    let text = document.input_text();
    let reaches_far = shapes.farthest > FARTHEST * side(document.root_element())
        || shapes.curves / smallest("stroke-width", text).min(1.0) > LONGEST_CURVES;
    let dashes = (shapes.curves + shapes.lines) / smallest("dasharray", text);
    let is_long = text.contains("stroke") && reaches_far || dashes > MOST_DASHES;
    let named = |name: &str| document.descendants().any(|node| node.tag_name().name() == name);
    let on_lines = named("textPath") && letters as f64 * shapes.segments > MOST_ON_LINES;
    let is_spaced = letters > MOST_SPACED && text.contains("textLength");
    match (is_long, on_lines || is_spaced) {
        (true, _) => Err(Arg::Phrase("drawing-extent")),
        (_, true) => Err(Arg::Phrase("drawing-text")),
        _ => Ok(()),
    }
}

/// Returns the longer side of a drawing, in its own units.
fn side(root: Node) -> f64 {
    let view_box = root.attribute("viewBox").and_then(|text| text.parse::<ViewBox>().ok());
    let sizes = || ["width", "height"].into_iter().filter_map(|name| root.attribute(name));
    match view_box {
        Some(own) => own.w.max(own.h),
        None => sizes().flat_map(numbers).fold(100.0, f64::max),
    }
}

/// The lengths of all shapes, in units of the drawing.
#[derive(Default)]
struct Shapes {
    segments: f64,
    curves: f64,
    lines: f64,
    /// The largest coordinate or length.
    farthest: f64,
}

impl Shapes {
    fn of(document: &Document) -> Shapes {
        let mut shapes = Shapes::default();
        let mut open = vec![(document.root_element(), 1.0)];
        while let Some((element, scale)) = open.pop() {
            let scale = scale * own_scale(element);
            match element.attribute("d") {
                Some(path) => shapes.add_path(path, scale),
                None => shapes.add_shape(element, scale),
            }
            let elements = element.children().filter(Node::is_element);
            open.extend(elements.map(|child| (child, scale)));
        }
        shapes
    }

    fn add_path(&mut self, path: &str, scale: f64) {
        let mut at = (0.0, 0.0);
        for segment in SimplifyingPathParser::from(path).map_while(Result::ok) {
            let (points, is_curve) = match segment {
                SimplePathSegment::MoveTo { x, y } | SimplePathSegment::LineTo { x, y } => {
                    (vec![(x, y)], false)
                }
                SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => {
                    (vec![(x1, y1), (x2, y2), (x, y)], true)
                }
                SimplePathSegment::Quadratic { x1, y1, x, y } => (vec![(x1, y1), (x, y)], true),
                SimplePathSegment::ClosePath => (Vec::new(), false),
            };
            let mut length = 0.0;
            for (x, y) in points {
                length += scale * (x - at.0).hypot(y - at.1);
                self.farthest = self.farthest.max(scale * x.abs().max(y.abs()));
                at = (x, y);
            }
            self.segments += 1.0;
            *(if is_curve { &mut self.curves } else { &mut self.lines }) += length;
        }
    }

    /// Adds a shape that is no path: each number may lead around it or through it.
    fn add_shape(&mut self, element: Node, scale: f64) {
        let is_round = matches!(element.tag_name().name(), "circle" | "ellipse");
        let own = element.attributes().filter(|own| OF_SHAPES.contains(&own.name()));
        for number in own.flat_map(|own| numbers(own.value())) {
            self.segments += 1.0;
            self.farthest = self.farthest.max(number * scale);
            *(if is_round { &mut self.curves } else { &mut self.lines }) += 3.0 * number * scale;
        }
    }
}

/// Returns how much larger an element is drawn than its numbers say; at least 1.
fn own_scale(element: Node) -> f64 {
    let transform = element.attribute("transform").and_then(|text| text.parse::<Transform>().ok());
    transform.map_or(1.0, |own| {
        [own.a, own.b, own.c, own.d].into_iter().map(f64::abs).fold(1.0, f64::max)
    })
}

/// Returns the smallest number that the text of a drawing gives a property, in an attribute or a style;
/// infinite if it has none.
fn smallest(property: &str, text: &str) -> f64 {
    const BEFORE: [char; 7] = ['=', ':', '"', '\'', ' ', '\n', '\t'];
    const AFTER: [char; 6] = ['"', '\'', ';', '}', '<', '>'];
    let values = text.split(property).skip(1).map(|rest| rest.trim_start_matches(BEFORE));
    let values = values.map(|rest| rest.split(AFTER).next().unwrap_or_default());
    values.flat_map(numbers).filter(|number| *number > 0.0).fold(f64::INFINITY, f64::min)
}

/// Returns the numbers in a text, without their signs.
fn numbers(text: &str) -> impl Iterator<Item = f64> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += bytes[at..].iter().position(|byte| byte.is_ascii_digit() || *byte == b'.')?;
        let start = at;
        let (mut has_point, mut has_power) = (false, false);
        while let Some(byte) = bytes.get(at) {
            let begins_power = matches!(byte, b'e' | b'E')
                && bytes[at + 1..].iter().take(2).any(u8::is_ascii_digit);
            match byte {
                b'0'..=b'9' => {}
                b'.' if !has_point && !has_power => has_point = true,
                b'e' | b'E' if !has_power && begins_power => has_power = true,
                b'+' | b'-' if matches!(bytes[at - 1], b'e' | b'E') => {}
                _ => break,
            }
            at += 1;
        }
        Some(text[start..at].parse().unwrap_or(0.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_drawings_write_them() {
        let read = |text| numbers(text).collect::<Vec<_>>();
        assert_eq!(read("M-1.5.5L2e3-4E-1,10px"), [1.5, 0.5, 2000.0, 0.4, 10.0]);
        assert_eq!(read("em . 7e"), [0.0, 7.0]);
        let text = "<a stroke-dasharray = '4 0 .5' b='.1'/>{stroke-dasharray:3;x:.2}";
        assert_eq!(smallest("dasharray", text), 0.5);
        assert_eq!(smallest("stroke-width", text), f64::INFINITY);
    }
}
