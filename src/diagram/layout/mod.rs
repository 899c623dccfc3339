//! Layout: measures and breaks text, and places marks in a scene in whole units. It depends
//! on neither kinds nor SVG.

mod advances;
mod icons;
mod lanes;
mod measure;
mod pieces;
mod scene;
mod wrap;

pub use icons::Glyph;
pub use lanes::Lanes;
pub use measure::{TextLines, TextStyle};
pub use pieces::{
    CardText, GLYPH, INDENT, PAD, ROUND, actor_class, badge, edge, gate, heading, hued_badge, node,
    node_reach, signal_class, small_gate, solid_class, tone_class, tone_marker,
};
pub use scene::{LineKind, Mark, PlacedText, Point, Rect, Scene, TextAnchor, at};
pub use wrap::wrap;
