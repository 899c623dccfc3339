//! A preview image as data, and its bytes.

use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap};

use crate::{diag::Arg, diagram::Flat, fonts, render::raster};

/// The scale and position of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    pub scale: f32,
    pub x: f32,
    pub y: f32,
}

/// The size that Open Graph recommends.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// To be increased when the same SVG is drawn differently than before.
const DRAWING: &str = "3";

/// An image before it is drawn.
pub struct PreviewImage {
    pub(super) svg: String,
    /// The page's first diagram and its placement.
    pub(super) diagram: Option<(Flat, Placement)>,
    /// The site's logo, which replaces the gate before the kind, and its place.
    pub(super) logo: Option<(Arc<Pixmap>, (i32, i32))>,
}

impl PreviewImage {
    /// Returns a hash of everything that the bytes depend on: images with the same key are the
    /// same.
    pub fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(DRAWING.as_bytes());
        hasher.update(fonts::fingerprint());
        hasher.update(self.svg.as_bytes());
        if let Some((flat, place)) = &self.diagram {
            hasher.update(flat.svg.as_bytes());
            for number in [place.scale, place.x, place.y] {
                hasher.update(&number.to_le_bytes());
            }
        }
        hasher.update(self.logo.as_ref().map_or(&[][..], |(logo, _)| logo.data()));
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// Draws the image and returns it as PNG.
    pub fn png(self) -> Result<Vec<u8>, Arg> {
        let mut canvas = raster::Canvas::new(WIDTH, HEIGHT, Color::WHITE);
        canvas.draw(&self.svg, 1.0, 0.0, 0.0)?;
        if let Some((flat, place)) = &self.diagram {
            canvas.draw(&flat.svg, place.scale, place.x, place.y)?;
        }
        if let Some((logo, (x, y))) = &self.logo {
            canvas.put(logo, *x, *y);
        }
        canvas.png()
    }
}
