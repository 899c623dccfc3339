//! Writes a scene as SVG: with classes on a page, and with presentation attributes in a file of
//! its own.

mod palette;
mod standalone;
mod styling;
mod write;

pub use standalone::{Flat, StandaloneFile, bare, flat, framed, style as standalone_style};
pub use write::{DrawingNames, MARGIN, inline};
