//! Draws SVG as PNG with resvg. No system fonts, files or other images are read.

use std::{collections::HashMap, fmt::Display, sync::LazyLock};

use png::{BitDepth, ColorType, Encoder, EncodingError};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{
        ImageHrefResolver, Node, Options, Tree,
        roxmltree::{self, Document, NodeId, ParsingOptions},
    },
};

use crate::{diag::Arg, fonts, markdown::MOST_ATTRIBUTES, nesting};

/// Text is set in the fonts of the program, even if a drawing asks for others. An image inside
/// a drawing is drawn only if the drawing contains its data.
static OPTIONS: LazyLock<Options> = LazyLock::new(options);

fn options() -> Options<'static> {
    let pictures = ImageHrefResolver::default_data_resolver();
    Options {
        font_family: fonts::FAMILY.to_owned(),
        fontdb: fonts::database(),
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(move |media_type, data, options| {
                // The limits would not apply to a drawing inside a drawing.
                let is_picture = media_type.starts_with("image/") && !media_type.contains("svg");
                is_picture.then(|| pictures(media_type, data, options)).flatten()
            }),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// An opaque image to draw on.
pub struct Canvas(Option<Pixmap>);

impl Canvas {
    /// Creates an image of so many pixels in an opaque colour.
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

    /// Returns the image as PNG.
    pub fn png(self) -> Result<Vec<u8>, Arg> {
        let pixmap = self.0.ok_or_else(|| Arg::Text("no room for the picture".to_owned()))?;
        encode(&pixmap).map_err(|error| Arg::Text(error.to_string()))
    }
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
    let options = ParsingOptions { allow_dtd: true, nodes_limit: MOST_NODES, ..Default::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => Arg::Phrase("drawing-elements"),
        error => Arg::Text(format!("SVG data parsing failed cause {error}")),
    })?;
    check_document(&document)?;
    if DrawnReferences::new(&document).size(document.root(), 0) > MOST_REFERRED {
        return Err(Arg::Phrase("drawing-elements"));
    }
    let tree = Tree::from_xmltree(&document, &OPTIONS).map_err(|error| unreadable(&error))?;
    check_tree(&tree)?;
    Ok(tree)
}

/// The limits of a drawing. Drawing takes time for each of these, and nobody wants to wait long
/// for an icon.
const MOST_BYTES: usize = 1 << 20;
const MOST_NODES: u32 = 20_000;
const MOST_DRAWN: usize = 5_000;
const MOST_LETTERS: usize = 20_000;
const MOST_USES: usize = 10;
const MOST_REFERRED: usize = 100_000;
const DEEPEST_REFERENCE: usize = 100;
const MOST_FILTERS: usize = 30;

/// Filters whose work depends on a number in the drawing.
const COSTLY_FILTERS: [&str; 3] = ["feTurbulence", "feMorphology", "feConvolveMatrix"];

/// Refuses documents that would take long to read: text is laid out while the tree is built,
/// and once more for each `use`.
fn check_document(document: &Document) -> Result<(), Arg> {
    let (mut letters, mut uses) = (0, 0);
    for node in document.descendants() {
        let name = node.tag_name().name();
        if COSTLY_FILTERS.contains(&name) {
            return Err(Arg::Phrase("drawing-filters"));
        }
        uses += usize::from(name == "use");
        let of_style = node.parent().is_some_and(|parent| parent.tag_name().name() == "style");
        let text = node.text().filter(|_| node.is_text() && !of_style);
        letters += text.map_or(0, |text| text.trim().len());
    }
    match letters > MOST_LETTERS || letters > MOST_LETTERS / 100 && uses > MOST_USES {
        true => Err(Arg::Phrase("drawing-text")),
        false => Ok(()),
    }
}

/// Counts the elements of a drawing with the elements that they refer to. The reader copies
/// masks, patterns and the targets of `use` for each reference, recursively.
struct DrawnReferences<'d> {
    by_id: HashMap<&'d str, roxmltree::Node<'d, 'd>>,
    /// The ids in style rules, which may apply to any element.
    of_styles: Vec<&'d str>,
    sizes: HashMap<NodeId, usize>,
}

impl<'d> DrawnReferences<'d> {
    fn new(document: &'d Document) -> DrawnReferences<'d> {
        let elements = || document.descendants().filter(|node| node.is_element());
        let with_id = |node: roxmltree::Node<'d, 'd>| Some((node.attribute("id")?, node));
        let styles = elements().filter(|node| node.tag_name().name() == "style");
        let by_id: HashMap<&str, _> = elements().filter_map(with_id).collect();
        let copied = |id: &&str| {
            let target = by_id.get(id);
            target.is_some_and(|target| !target.tag_name().name().ends_with("Gradient"))
        };
        let of_styles = styles.filter_map(|style| style.text()).flat_map(references);
        let of_styles = of_styles.filter(copied).collect();
        DrawnReferences { by_id, of_styles, sizes: HashMap::new() }
    }

    /// Returns the number of elements in `node`, including those that each of them refers to.
    fn size(&mut self, node: roxmltree::Node<'d, 'd>, depth: usize) -> usize {
        if let Some(size) = self.sizes.get(&node.id()) {
            return *size;
        }
        if depth > DEEPEST_REFERENCE {
            return MOST_REFERRED + 1;
        }
        // A circle of references ends here.
        self.sizes.insert(node.id(), 0);
        let mut size = 0_usize;
        for element in node.descendants().filter(|node| node.is_element()) {
            size += 1;
            let own = element.attributes().flat_map(|attribute| references(attribute.value()));
            let named: Vec<&str> = own.chain(self.of_styles.iter().copied()).collect();
            for id in named {
                let Some(target) = self.by_id.get(id).copied() else { continue };
                size = size.saturating_add(self.size(target, depth + 1));
            }
            if size > MOST_REFERRED {
                size = MOST_REFERRED + 1;
                break;
            }
        }
        self.sizes.insert(node.id(), size);
        size
    }
}

/// Returns the ids that a value refers to: `url(#a)`, `#a`.
fn references(value: &str) -> impl Iterator<Item = &str> {
    let id = |text: &'_ str| text.find([')', '"', '\'']).unwrap_or(text.len());
    value.split('#').skip(1).map(move |text| &text[..id(text)])
}

/// Refuses trees that would take long to draw, including the copies made by `use`.
fn check_tree(tree: &Tree) -> Result<(), Arg> {
    let (mut nodes, mut filters) = (0, 0);
    let mut waiting = vec![tree.root().clone()];
    while let Some(group) = waiting.pop() {
        filters += group.filters().iter().map(|filter| filter.primitives().len()).sum::<usize>();
        nodes += group.children().len();
        if nodes > MOST_DRAWN {
            return Err(Arg::Phrase("drawing-elements"));
        }
        if filters > MOST_FILTERS {
            return Err(Arg::Phrase("drawing-filters"));
        }
        for node in group.children() {
            if let Node::Group(group) = node {
                waiting.push(group.as_ref().clone());
            }
            node.subroots(|root| waiting.push(root.clone()));
        }
    }
    Ok(())
}

/// Returns the width and height of `svg`, or the reason if it cannot be drawn.
pub fn size(svg: &[u8]) -> Result<(f32, f32), Arg> {
    let size = read(svg)?.size();
    Ok((size.width(), size.height()))
}

/// Returns `svg` as PNG: a square of `size` pixels in the colour `paper`, with a margin of
/// `margin` hundredths of its side.
pub fn square(svg: &[u8], size: u32, margin: u32, paper: Color) -> Result<Vec<u8>, Arg> {
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
