//! How much of a drawing is painted, in surfaces of the whole drawing. A shape over all of it takes as
//! long as many small ones, and a gradient, or a picture that is laid over the others, many times as long.

use resvg::usvg::{BlendMode, Group, Node, Paint, Path, Rect, Tree};

/// The most surfaces that are painted in one colour.
const MOST_PAINTED: f32 = 1_000.0;
/// A gradient takes as long as so many colours.
const GRADIENT: f32 = 12.0;
/// So does a picture, of which each point is read from sixteen of its pixels.
const PICTURE: f32 = 100.0;
/// A picture that is drawn apart and laid over the others takes as long as so many colours.
const LAYER: f32 = 10.0;
/// So does one that is mixed with the others.
const BLEND: f32 = 25.0;

/// What was painted so far.
pub struct PaintedArea {
    drawing: Rect,
    painted: f32,
}

impl PaintedArea {
    pub fn new(tree: &Tree) -> PaintedArea {
        let size = tree.size();
        let drawing = Rect::from_xywh(0.0, 0.0, size.width(), size.height());
        PaintedArea {
            drawing: drawing.unwrap_or_else(|| tree.root().abs_bounding_box()),
            painted: 0.0,
        }
    }

    /// Returns whether more is painted than takes a moment.
    pub fn is_large(&self) -> bool {
        self.painted > MOST_PAINTED
    }

    /// Adds the layer of a group and its shapes, without those of groups in it.
    pub fn add(&mut self, group: &Group) {
        if group.should_isolate() {
            let weight = if group.blend_mode() == BlendMode::Normal { LAYER } else { BLEND };
            self.painted += weight * self.layer(group);
        }
        for node in group.children() {
            self.painted += match node {
                Node::Path(path) => self.path(path),
                Node::Image(image) => PICTURE * self.share(image.abs_bounding_box()),
                Node::Group(_) | Node::Text(_) => 0.0,
            };
        }
    }

    /// Returns the surface of the picture for a group that is drawn apart: up to 25 drawings.
    pub fn layer(&self, group: &Group) -> f32 {
        self.share(group.abs_layer_bounding_box().to_rect())
    }

    fn path(&self, path: &Path) -> f32 {
        let fill = path.fill().map_or(0.0, |fill| weight(fill.paint()));
        let stroke = path.stroke().map_or(0.0, |stroke| {
            // A thin line covers less than the rectangle around it.
            let around = path.stroke_bounding_box();
            let line = path.data().len() as f32 * (around.width() + around.height());
            let covered = line * stroke.width().get() / (around.width() * around.height());
            let covered = if covered.is_finite() { covered.min(1.0) } else { 1.0 };
            weight(stroke.paint()) * covered * self.share(path.abs_stroke_bounding_box())
        });
        fill * self.share(path.abs_bounding_box()) + stroke
    }

    /// Returns the part of `rect` that is painted, as a share of the drawing: resvg paints no further
    /// than two drawings beyond each edge.
    fn share(&self, rect: Rect) -> f32 {
        let (width, height) = (self.drawing.width(), self.drawing.height());
        let across = rect.right().min(3.0 * width) - rect.left().max(-2.0 * width);
        let down = rect.bottom().min(3.0 * height) - rect.top().max(-2.0 * height);
        let share = (across.max(0.0) / width) * (down.max(0.0) / height);
        if share.is_finite() { share } else { 25.0 }
    }
}

fn weight(paint: &Paint) -> f32 {
    if matches!(paint, Paint::Color(_)) { 1.0 } else { GRADIENT }
}
