//! A drawing as a list of marks in whole units, before it becomes SVG.
//!
//! Kinds of diagram add marks. Tests check them, and therefore know which mark is a node's box,
//! which is an edge, and in which box a text must stay.

use super::{
    icons::Glyph,
    measure::{TextLines, TextStyle},
    wrap::wrap,
};

/// A place in the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// Makes a point.
pub const fn at(x: i32, y: i32) -> Point {
    Point { x, y }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

impl Rect {
    pub const fn new(x: i32, y: i32, w: i32, h: i32) -> Rect {
        Rect { x, y, w, h }
    }

    /// Returns a square around `centre`.
    pub const fn around(centre: Point, w: i32, h: i32) -> Rect {
        Rect::new(centre.x - w / 2, centre.y - h / 2, w, h)
    }

    pub const fn right(self) -> i32 {
        self.x + self.w
    }

    pub const fn bottom(self) -> i32 {
        self.y + self.h
    }

    /// Returns the rectangle reduced by `by` on every side.
    pub const fn inset(self, by: i32) -> Rect {
        Rect::new(self.x + by, self.y + by, self.w - 2 * by, self.h - 2 * by)
    }

    /// Returns whether two rectangles share more than a border.
    pub const fn meets(self, other: Rect) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Returns whether `other` lies inside, borders included.
    pub const fn holds(self, other: Rect) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }
}

/// The part of a line of text that stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextAnchor {
    Start,
    Middle,
    End,
}

/// Lines of text and their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedText {
    pub lines: TextLines,
    /// The anchor's x, and the top of the first line.
    pub at: Point,
    pub anchor: TextAnchor,
    /// Another class, for a colour.
    pub class: &'static str,
    /// The box that the text must not leave.
    pub within: Option<Rect>,
}

impl PlacedText {
    /// Returns the area of the lines, with the slack of their widths.
    #[cfg(test)]
    pub fn area(&self) -> Rect {
        let (w, h) = (self.lines.width, self.lines.height());
        let x = match self.anchor {
            TextAnchor::Start => self.at.x,
            TextAnchor::Middle => self.at.x - w / 2,
            TextAnchor::End => self.at.x - w,
        };
        Rect::new(x, self.at.y, w, h)
    }
}

/// The meaning of a line, which decides about its arrowhead and is used by tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Joins two nodes and ends in an arrowhead.
    Edge,
    /// Joins two nodes without an arrowhead.
    Tie,
    /// Part of the background: an axis, a thin line.
    Rule,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A box; the box of a `node` touches no other and no edge.
    Box {
        area: Rect,
        radius: i32,
        class: &'static str,
        node: bool,
    },
    Circle {
        centre: Point,
        radius: i32,
        class: &'static str,
    },
    /// A polyline with rounded corners.
    Line {
        points: Vec<Point>,
        class: &'static str,
        kind: LineKind,
    },
    /// A closed shape.
    Shape {
        points: Vec<Point>,
        class: &'static str,
    },
    Glyph {
        glyph: Glyph,
        area: Rect,
        class: &'static str,
    },
    Text(PlacedText),
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    pub width: i32,
    pub height: i32,
    pub marks: Vec<Mark>,
    /// The names of marks by their positions, by which the script of a page finds them.
    pub names: Vec<(usize, String)>,
}

impl Scene {
    /// Creates an empty drawing with a width; its height follows from its content.
    pub fn new(width: i32) -> Scene {
        Scene { width, ..Scene::default() }
    }

    /// Gives the last mark a name.
    pub fn name(&mut self, name: String) {
        self.names.extend(self.marks.len().checked_sub(1).map(|at| (at, name)));
    }

    /// Returns the name of the mark at `at`. Names are sorted by mark.
    pub fn name_of(&self, at: usize) -> Option<&str> {
        let at = self.names.binary_search_by_key(&at, |(at, _)| *at).ok()?;
        Some(&self.names[at].1)
    }

    /// Adds a node's box: no other box and no edge may meet it.
    pub fn node(&mut self, area: Rect, radius: i32, class: &'static str) {
        self.marks.push(Mark::Box { area, radius, class, node: true });
    }

    /// Adds a box inside a node or on the background.
    pub fn plate(&mut self, area: Rect, radius: i32, class: &'static str) {
        self.marks.push(Mark::Box { area, radius, class, node: false });
    }

    pub fn circle(&mut self, centre: Point, radius: i32, class: &'static str) {
        self.marks.push(Mark::Circle { centre, radius, class });
    }

    pub fn line(&mut self, points: Vec<Point>, class: &'static str, kind: LineKind) {
        self.marks.push(Mark::Line { points, class, kind });
    }

    /// Adds a straight line of the background.
    pub fn rule(&mut self, from: Point, to: Point, class: &'static str) {
        self.line(vec![from, to], class, LineKind::Rule);
    }

    pub fn shape(&mut self, points: Vec<Point>, class: &'static str) {
        self.marks.push(Mark::Shape { points, class });
    }

    /// Adds a pictogram with its upper left corner at `place`.
    pub fn glyph(&mut self, glyph: Glyph, place: Point, size: i32, class: &'static str) {
        self.marks.push(Mark::Glyph {
            glyph,
            area: Rect::new(place.x, place.y, size, size),
            class,
        });
    }

    /// Adds lines that start at `place` and must stay inside `within`. Returns the y below
    /// them.
    pub fn text(
        &mut self,
        lines: TextLines,
        place: Point,
        class: &'static str,
        within: Rect,
    ) -> i32 {
        self.anchored(lines, place, (TextAnchor::Start, class), Some(within))
    }

    /// Adds lines with an anchor and returns the y below them.
    pub fn anchored(
        &mut self,
        lines: TextLines,
        place: Point,
        (anchor, class): (TextAnchor, &'static str),
        within: Option<Rect>,
    ) -> i32 {
        let below = place.y + lines.height();
        self.marks.push(Mark::Text(PlacedText { lines, at: place, anchor, class, within }));
        below
    }

    /// Adds a short word in the middle of `area`.
    pub fn centred(&mut self, word: &str, style: TextStyle, class: &'static str, area: Rect) {
        let lines = wrap(word, i32::MAX / 1_000_000, style);
        let top = area.y + (area.h - lines.height()) / 2;
        let place = at(area.x + area.w / 2, top);
        self.anchored(lines, place, (TextAnchor::Middle, class), Some(area));
    }
}
