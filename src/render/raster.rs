//! Draws SVG as PNG with resvg. No system fonts, files or other images are read.

mod area;
mod limits;
mod pictures;
mod selectors;
mod timed;

use std::{
    fmt::Display,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use bytes::Bytes;
use png::{BitDepth, ColorType, Encoder, EncodingError};
use resvg::{
    tiny_skia::{Color, Pixmap, PixmapPaint, Transform},
    usvg::{
        self, Options, Tree,
        roxmltree::{self, Document, ParsingOptions},
    },
};

use crate::{diag::Arg, fonts, markdown::MOST_ATTRIBUTES, nesting, xml_prolog};
use limits::{MOST_BYTES, MOST_NODES, check_document, check_tree};
use timed::timed;

/// An image to draw on.
pub struct Canvas(Option<Pixmap>);

impl Canvas {
    /// Creates an image of so many pixels in one colour.
    pub fn new(width: u32, height: u32, paper: Color) -> Canvas {
        let mut pixmap = Pixmap::new(width, height);
        if let Some(pixmap) = &mut pixmap {
            pixmap.fill(paper);
        }
        Canvas(pixmap)
    }

    /// Draws `svg`, scaled and then moved by `x` and `y`. Returns the reason if it cannot be
    /// drawn.
    pub fn draw(&mut self, svg: &str, scale: f32, x: f32, y: f32) -> Result<(), Arg> {
        let tree = read(svg.as_bytes())?;
        if let Some(pixmap) = &mut self.0 {
            let place = Transform::from_row(scale, 0.0, 0.0, scale, x, y);
            resvg::render(&tree, place, &mut pixmap.as_mut());
        }
        Ok(())
    }

    /// Puts a picture on the image, with its upper left corner at `x` and `y`.
    pub fn put(&mut self, picture: &Pixmap, x: i32, y: i32) {
        if let Some(pixmap) = &mut self.0 {
            let paint = PixmapPaint::default();
            pixmap.draw_pixmap(x, y, picture.as_ref(), &paint, Transform::identity(), None);
        }
    }

    /// Returns the image as PNG.
    pub fn png(self) -> Result<Vec<u8>, Arg> {
        let pixmap = self.0.ok_or_else(no_room)?;
        encode(&pixmap).map_err(|error| Arg::Text(error.to_string()))
    }
}

fn no_room() -> Arg {
    Arg::Text("no room for the picture".to_owned())
}

/// Encodes a PNG without an alpha channel, as all pixels are opaque.
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

fn read(svg: &[u8]) -> Result<Tree, Arg> {
    let unreadable = |error: &dyn Display| Arg::Text(error.to_string());
    if svg.len() > MOST_BYTES {
        return Err(Arg::Phrase("drawing-bytes"));
    }
    let text = std::str::from_utf8(svg).map_err(|error| unreadable(&error))?;
    if nesting::crowded_tag(text, MOST_ATTRIBUTES).is_some() {
        return Err(Arg::Phrase("drawing-attributes"));
    }
    let entities = xml_prolog::entities(text);
    let entities = entities.map_err(|range| Arg::Text(format!("{} …", &text[range])))?;
    if xml_prolog::expanded(text, &entities) > MOST_BYTES {
        return Err(Arg::Phrase("drawing-bytes"));
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Arg::Phrase("drawing-elements"),
        error => Arg::Text(format!("SVG data parsing failed cause {error}")),
    })?;
    check_document(&document)?;
    let tree = with_pictures(&document)?;
    check_tree(&tree)?;
    Ok(tree)
}

/// Returns why the library does not read a drawing. It counts elements where they are used, too.
fn reason(error: usvg::Error) -> Arg {
    match error {
        usvg::Error::ElementsLimitReached
        | usvg::Error::ParsingFailed(roxmltree::Error::NodesLimitReached) => {
            Arg::Phrase("drawing-elements")
        }
        error => Arg::Text(error.to_string()),
    }
}

/// Reads a drawing whose pictures can all be drawn. Text is set in the fonts of the program, even if
/// the drawing asks for others.
fn with_pictures(document: &Document) -> Result<Tree, Arg> {
    let undrawn = AtomicBool::new(false);
    let options = Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: fonts::database(),
        image_href_resolver: pictures::resolver(&undrawn),
        ..Options::default()
    };
    let tree = Tree::from_xmltree(document, &options);
    match undrawn.load(Ordering::Relaxed) {
        true => Err(Arg::Phrase("drawing-picture")),
        false => tree.map_err(reason),
    }
}

/// Returns `svg` as PNG: a square of `size` pixels in the colour `paper`, with a margin of
/// `margin` hundredths of its side.
pub fn square(svg: &Bytes, size: u32, margin: u32, paper: Color) -> Result<Vec<u8>, Arg> {
    let own = svg.clone();
    timed(svg, move || Canvas(drawn_square(&own, size, margin, paper)?).png())
}

/// The hash of a drawing, and the size of its picture.
type SpriteKey = ([u8; 32], u32);

/// Returns the picture of a drawing in a square of `size` pixels without a margin, to be put on others;
/// `None` if it cannot be drawn. That of the last drawing is kept: it is put on many.
pub fn sprite(svg: &Bytes, size: u32) -> Option<Arc<Pixmap>> {
    static LAST: Mutex<Option<(SpriteKey, Option<Arc<Pixmap>>)>> = Mutex::new(None);
    let key = (*blake3::hash(svg).as_bytes(), size);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, picture)) = last.as_ref().filter(|(of, _)| *of == key) {
        return picture.clone();
    }
    let own = svg.clone();
    let drawn = timed(svg, move || drawn_square(&own, size, 0, Color::TRANSPARENT));
    let picture = drawn.ok().flatten().map(Arc::new);
    *last = Some((key, picture.clone()));
    picture
}

fn drawn_square(svg: &[u8], size: u32, margin: u32, paper: Color) -> Result<Option<Pixmap>, Arg> {
    let tree = read(svg)?;
    let Canvas(mut pixmap) = Canvas::new(size, size, paper);
    let (width, height) = (tree.size().width(), tree.size().height());
    let edge = size as f32 * margin as f32 / 100.0;
    let scale = (size as f32 - 2.0 * edge) / width.max(height);
    let middle = |length: f32| (size as f32 - length * scale) / 2.0;
    if let Some(pixmap) = &mut pixmap {
        let place = Transform::from_row(scale, 0.0, 0.0, scale, middle(width), middle(height));
        resvg::render(&tree, place, &mut pixmap.as_mut());
    }
    Ok(pixmap)
}
