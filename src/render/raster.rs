//! Draws SVG as PNG, with resvg: no system font, no file, no other picture is read.

use std::sync::LazyLock;

use png::{BitDepth, ColorType, Encoder, EncodingError};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{ImageHrefResolver, Options, Tree},
};

use crate::fonts;

/// Text is set in the fonts that come with the program, whatever a drawing asks for, and a
/// picture inside a drawing is drawn only where its data stand in the drawing.
static OPTIONS: LazyLock<Options> = LazyLock::new(|| Options {
    font_family: fonts::FAMILY.to_owned(),
    fontdb: fonts::database(),
    image_href_resolver: ImageHrefResolver {
        resolve_data: ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    },
    ..Options::default()
});

/// Pixels that are being drawn on; nothing shines through them.
pub struct Canvas(Option<Pixmap>);

impl Canvas {
    /// Creates a picture filled with an opaque colour, in pixels.
    pub fn new(width: u32, height: u32, paper: Color) -> Canvas {
        let mut pixmap = Pixmap::new(width, height);
        if let Some(pixmap) = &mut pixmap {
            pixmap.fill(paper);
        }
        Canvas(pixmap)
    }

    /// Draws `svg`, scaled and then moved by `x` and `y`; or tells why it cannot.
    pub fn draw(&mut self, svg: &str, scale: f32, x: f32, y: f32) -> Result<(), String> {
        let tree = read(svg.as_bytes())?;
        if let Some(pixmap) = &mut self.0 {
            let place = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
            resvg::render(&tree, place, &mut pixmap.as_mut());
        }
        Ok(())
    }

    /// Encodes the picture as PNG.
    pub fn png(self) -> Result<Vec<u8>, String> {
        let pixmap = self.0.ok_or_else(|| "no room for the picture".to_owned())?;
        encode(&pixmap).map_err(|error| error.to_string())
    }
}

/// Encodes a PNG without an alpha channel, which would be compressed for nothing.
fn encode(pixmap: &Pixmap) -> Result<Vec<u8>, EncodingError> {
    let opaque: Vec<u8> = pixmap
        .pixels()
        .iter()
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
        .collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&opaque)?;
    writer.finish()?;
    Ok(file)
}

fn read(svg: &[u8]) -> Result<Tree, String> {
    Tree::from_data(svg, &OPTIONS).map_err(|error| error.to_string())
}

/// Returns width and height of `svg`; or tells why it cannot be drawn.
pub fn size(svg: &[u8]) -> Result<(f32, f32), String> {
    let size = read(svg)?.size();
    Ok((size.width(), size.height()))
}

/// `svg` in a square of `size` pixels on `paper`, with a margin of `margin` hundredths
/// of its side, as PNG.
pub fn square(svg: &[u8], size: u32, margin: u32, paper: Color) -> Result<Vec<u8>, String> {
    let tree = read(svg)?;
    let mut canvas = Canvas::new(size, size, paper);
    let (width, height) = (tree.size().width(), tree.size().height());
    let edge = size as f32 * margin as f32 / 100.0;
    let scale = (size as f32 - 2.0 * edge) / width.max(height);
    let middle = |length: f32| (size as f32 - length * scale) / 2.0;
    if let Some(pixmap) = &mut canvas.0 {
        let place = Transform::from_row(scale, 0.0, 0.0, scale, middle(width), middle(height));
        resvg::render(&tree, place, &mut pixmap.as_mut());
    }
    canvas.png()
}
