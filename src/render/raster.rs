//! Draws SVG as PNG, with resvg: no system font, no file, no other picture is read.

use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{Options, Tree},
};

/// Reads an SVG; the reason where it is none.
pub fn read(svg: &[u8], options: &Options) -> Result<Tree, String> {
    Tree::from_data(svg, options).map_err(|error| error.to_string())
}

/// The drawing in a square of `size` pixels on `paper`, with a margin of `margin`
/// hundredths of its side, as PNG.
pub fn square(tree: &Tree, size: u32, margin: u32, paper: Color) -> Option<Vec<u8>> {
    let mut pixmap = Pixmap::new(size, size)?;
    pixmap.fill(paper);
    let side = tree.size().width().max(tree.size().height());
    let edge = size as f32 * margin as f32 / 100.0;
    let scale = (size as f32 - 2.0 * edge) / side;
    let x = edge + (side - tree.size().width()) * scale / 2.0;
    let y = edge + (side - tree.size().height()) * scale / 2.0;
    let place = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
    resvg::render(tree, place, &mut pixmap.as_mut());
    pixmap.encode_png().ok()
}
