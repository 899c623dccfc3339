//! SVG: writes a scene as elements, on a page in classes and in a file of its own in
//! presentation attributes as well.

mod palette;
mod standalone;
mod styling;
mod write;

pub use standalone::{Flat, StandaloneFile, bare, flat, framed, style as standalone_style};
pub use write::{DrawingNames, MARGIN, inline};
