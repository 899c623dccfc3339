//! What a drawing may have. Reading and drawing take time for each part, and it is no use to
//! wait longer than a moment for an icon. What is written is counted, so that every machine gives
//! the same reason; for what no count foresees, `timed` limits the time.

use std::{collections::HashMap, iter::successors};

use resvg::usvg::{
    Group, ImageKind, Node, Tree, filter,
    roxmltree::{self, Document, NodeId},
};

use super::{area::PaintedArea, pictures, selectors};
use crate::diag::Arg;

pub const MOST_BYTES: usize = 1 << 20;
pub const MOST_NODES: u32 = 20_000;
const MOST_LETTERS: usize = 10_000;
/// Texts and their parts.
const MOST_TEXTS: usize = 300;
/// References to elements, in a drawing with some text.
const MOST_USES: usize = 10;
const MOST_REFERRED: usize = 100_000;
const DEEPEST_REFERENCE: usize = 100;
/// So many bytes of attributes count as an element.
const BYTES_OF_ELEMENT: usize = 64;
const MOST_DRAWN: usize = 5_000;
/// Lines and curves.
const MOST_SEGMENTS: usize = 500_000;
/// A segment with a stroke counts as so many segments.
const STROKE: usize = 10;
/// Pictures that are drawn apart and then laid over the others: for opacity, masks, filters.
const MOST_LAYERS: usize = 1_000;
/// A mask or a clipping path counts as so many layers.
const MASK: usize = 5;
/// Steps of filters, each over the whole drawing.
const MOST_FILTERS: f32 = 100.0;
/// The smallest part of the drawing that a filter counts for.
const LEAST_FILTERED: f32 = 0.1;
/// Pixels of pictures inside the drawing, with the copies that `use` makes.
const MOST_PIXELS: usize = 16_000_000;
/// A filter step that reads the neighbours of each pixel counts as so many steps.
const BLUR: usize = 5;

/// Steps of filters whose work grows with a number that is written in the drawing, and the one
/// that draws other elements.
const COSTLY_FILTERS: [&str; 4] = ["feTurbulence", "feMorphology", "feConvolveMatrix", "feImage"];

/// Elements whose text is drawn. The text of others is data of drawing programs.
const OF_TEXT: [&str; 5] = ["text", "tspan", "textPath", "tref", "a"];

/// Elements whose content is drawn again and again, along a line or over a surface.
const REPEATING: [&str; 2] = ["marker", "pattern"];

/// Refuses documents that would take long to read: text is laid out when the tree is made,
/// and again for each `use`.
pub fn check_document(document: &Document) -> Result<(), Arg> {
    let (mut letters, mut uses, mut texts) = (0, 0, 0);
    for node in document.descendants() {
        let name = node.tag_name().name();
        if COSTLY_FILTERS.contains(&name) {
            return Err(Arg::Phrase("drawing-filters"));
        }
        uses += usize::from(name == "use");
        texts += usize::from(name != "a" && OF_TEXT.contains(&name));
        let is_drawn =
            || node.parent().is_some_and(|parent| OF_TEXT.contains(&parent.tag_name().name()));
        let text = node.text().filter(|_| node.is_text() && is_drawn());
        letters += text.map_or(0, |text| text.trim().len());
    }
    let is_long = letters > MOST_LETTERS || texts > MOST_TEXTS;
    if is_long || letters > MOST_LETTERS / 50 && uses > MOST_USES {
        return Err(Arg::Phrase("drawing-text"));
    }
    selectors::check(document)?;
    let mut references = DrawnReferences::new(document);
    if references.repeat() {
        return Err(Arg::Phrase("drawing-repeated"));
    }
    match references.size(document.root(), 0) > MOST_REFERRED {
        true => Err(Arg::Phrase("drawing-elements")),
        false => Ok(()),
    }
}

/// The references in a drawing. The reader copies masks and what `use` names for each that
/// refers to them, and those inside them again.
struct DrawnReferences<'d> {
    document: &'d Document<'d>,
    /// Which of several elements with an id counts is up to the reader: all do here.
    by_id: HashMap<&'d str, Vec<roxmltree::Node<'d, 'd>>>,
    /// The ids that style rules refer to; a rule may apply to any element.
    of_styles: Vec<&'d str>,
    sizes: HashMap<NodeId, usize>,
}

impl<'d> DrawnReferences<'d> {
    fn new(document: &'d Document<'d>) -> DrawnReferences<'d> {
        let elements = || document.descendants().filter(|node| node.is_element());
        let styles = elements().filter(|node| node.tag_name().name() == "style");
        let mut by_id: HashMap<&str, Vec<_>> = HashMap::new();
        for node in elements() {
            // Also `xml:id`.
            for id in node.attributes().filter(|attribute| attribute.name() == "id") {
                by_id.entry(id.value()).or_default().push(node);
            }
        }
        let copied = |id: &&str| {
            let targets = by_id.get(id).into_iter().flatten();
            targets.into_iter().any(|target| !target.tag_name().name().ends_with("Gradient"))
        };
        let of_styles = styles.filter_map(|style| style.text()).flat_map(references);
        let of_styles = of_styles.filter(copied).collect();
        DrawnReferences { document, by_id, of_styles, sizes: HashMap::new() }
    }

    /// Returns whether something refers to an element of [`REPEATING`].
    fn repeat(&self) -> bool {
        let elements = self.document.descendants().filter(|node| node.is_element());
        let attributes = elements.flat_map(|node| node.attributes());
        let ids = attributes.flat_map(|attribute| references(attribute.value()));
        let repeats = |id: &str| {
            let targets = self.by_id.get(id).into_iter().flatten();
            targets.into_iter().any(|target| REPEATING.contains(&target.tag_name().name()))
        };
        ids.chain(self.of_styles.iter().copied()).any(repeats)
    }

    /// Returns the number of elements in `node`, with those that each refers to.
    fn size(&mut self, node: roxmltree::Node<'d, 'd>, depth: usize) -> usize {
        if let Some(size) = self.sizes.get(&node.id()) {
            return *size;
        }
        if depth > DEEPEST_REFERENCE {
            return MOST_REFERRED + 1;
        }
        // A circle ends here.
        self.sizes.insert(node.id(), 0);
        let mut size = 0_usize;
        for element in node.descendants().filter(|node| node.is_element()) {
            let bytes: usize = element.attributes().map(|a| a.value().len()).sum();
            size += 1 + bytes / BYTES_OF_ELEMENT;
            let own = element.attributes().flat_map(|attribute| references(attribute.value()));
            let named: Vec<&str> = own.chain(self.of_styles.iter().copied()).collect();
            for id in named {
                for target in self.by_id.get(id).cloned().unwrap_or_default() {
                    size = size.saturating_add(self.size(target, depth + 1));
                }
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

/// Returns the ids that a value refers to: `url(#a)`, `url( "#a" )`, `#a`. Behind a blank an id ends in
/// some places, and not in others.
fn references(value: &str) -> impl Iterator<Item = &str> {
    value.split('#').skip(1).flat_map(|text| {
        let whole = text.split([')', '"', '\'']).next().unwrap_or_default().trim();
        let first = whole.split_whitespace().next().unwrap_or_default();
        [Some(first), Some(whole).filter(|whole| *whole != first)].into_iter().flatten()
    })
}

/// Refuses trees that would take long to draw, with the copies made by `use`.
pub fn check_tree(tree: &Tree) -> Result<(), Arg> {
    let area = PaintedArea::new(tree);
    DrawnParts { area, nodes: 0, segments: 0, layers: 0, filters: 0.0, pixels: 0 }.add(tree.root())
}

/// The parts of a tree, as far as they were counted.
struct DrawnParts {
    area: PaintedArea,
    nodes: usize,
    segments: usize,
    layers: usize,
    filters: f32,
    pixels: usize,
}

impl DrawnParts {
    /// Counts what is in `group`. The reader lets groups be nested a thousand deep.
    fn add(&mut self, group: &Group) -> Result<(), Arg> {
        self.nodes += group.children().len();
        self.layers += layers(group);
        let filters: usize = group.filters().iter().map(|filter| steps(filter)).sum();
        self.filters += filters as f32 * self.area.layer(group).max(LEAST_FILTERED);
        self.area.add(group);
        for node in group.children() {
            match node {
                Node::Path(path) => {
                    let weight = if path.stroke().is_some() { STROKE } else { 1 };
                    self.segments += path.data().len() * weight;
                }
                Node::Image(image) => {
                    self.pixels = self.pixels.saturating_add(pixels(image.kind()));
                }
                Node::Group(_) | Node::Text(_) => {}
            }
        }
        self.check()?;
        group.children().iter().try_for_each(|node| {
            let mut below = Ok(());
            node.subroots(|root| below = below.clone().and_then(|()| self.add(root)));
            match node {
                Node::Group(group) => below.and_then(|()| self.add(group)),
                _ => below,
            }
        })
    }

    fn check(&self) -> Result<(), Arg> {
        if self.nodes > MOST_DRAWN || self.segments > MOST_SEGMENTS {
            return Err(Arg::Phrase("drawing-elements"));
        }
        if self.layers > MOST_LAYERS || self.filters > MOST_FILTERS {
            return Err(Arg::Phrase("drawing-filters"));
        }
        if self.pixels > MOST_PIXELS {
            return Err(Arg::Phrase("drawing-picture"));
        }
        match self.area.is_large() {
            true => Err(Arg::Phrase("drawing-area")),
            false => Ok(()),
        }
    }
}

/// Returns the pixels of a picture. A drawing inside a drawing is never drawn (`pictures`).
fn pixels(picture: &ImageKind) -> usize {
    match picture {
        ImageKind::JPEG(file)
        | ImageKind::PNG(file)
        | ImageKind::GIF(file)
        | ImageKind::WEBP(file) => pictures::pixels(file).unwrap_or(usize::MAX),
        ImageKind::SVG(_) => 0,
    }
}

fn layers(group: &Group) -> usize {
    let clips = successors(group.clip_path(), |clip| clip.clip_path()).count();
    let masks = successors(group.mask(), |mask| mask.mask()).count();
    usize::from(group.should_isolate()) + (clips + masks) * MASK
}

fn steps(filter: &filter::Filter) -> usize {
    use filter::Kind::{DiffuseLighting, DropShadow, GaussianBlur, SpecularLighting};
    let weight = |primitive: &filter::Primitive| match primitive.kind() {
        GaussianBlur(_) | DropShadow(_) | DiffuseLighting(_) | SpecularLighting(_) => BLUR,
        _ => 1,
    };
    filter.primitives().iter().map(weight).sum()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::diag::Arg;

    fn drawn(inside: &str) -> Result<(f32, f32), Arg> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\">{inside}</svg>"
        );
        read(svg.as_bytes()).map(|tree| (tree.size().width(), tree.size().height()))
    }

    /// Returns `many`, and `count` shapes that have `attribute`.
    fn shapes(many: &str, attribute: &str, count: usize) -> String {
        let shape = format!("<rect {attribute} width=\"9\" height=\"9\"/>");
        [many, &shape.repeat(count)].concat()
    }

    fn line(attributes: &str, segments: usize) -> String {
        format!("<path id=\"a\" {attributes} d=\"M0 0{}\"/>", "h1v1h-1z".repeat(segments / 4))
    }

    #[test]
    fn what_takes_long_is_refused() {
        let mark = "<marker id=\"m\"><rect width=\"1\" height=\"1\"/></marker>";
        let pattern = "<pattern id=\"m\" width=\"99999999\" height=\"99999999\"><path/></pattern>";
        let mask = "<mask id=\"m\"><rect width=\"1\" height=\"1\"/></mask>";
        let clip = |at| {
            let next = at + 1;
            format!(
                "<clipPath id=\"c{at}\" clip-path=\"url(#c{next})\"><rect width=\"9\" height=\"9\"/></clipPath>"
            )
        };
        let clips: String = (0..90).map(clip).collect();
        let blur = "<filter id=\"m\"><feGaussianBlur stdDeviation=\"9\"/></filter>";
        let image = "<filter id=\"m\"><feImage href=\"#r\"/></filter><g id=\"r\"><rect filter=\"url(#m)\" width=\"9\" height=\"9\"/></g>";
        let rules = "a{fill:red}".repeat(9_000);
        let gradient = "<linearGradient id=\"m\"><stop offset=\"0\"/><stop offset=\"1\" stop-color=\"red\"/></linearGradient>";
        let far = "<filter id=\"m\" x=\"-9\" y=\"-9\" width=\"19\" height=\"19\"><feGaussianBlur stdDeviation=\"9\"/></filter>";
        let whole = |attributes: &str, count: usize| {
            let shape = format!("<rect {attributes} width=\"24\" height=\"24\"/>");
            shape.repeat(count)
        };
        let deep = |selector: &str| {
            let (open, close) = ("<g>".repeat(60), "</g>".repeat(60));
            format!("<style>{selector}{{fill:red}}</style>{open}<rect/>{close}")
        };
        for (svg, what) in [
            (line("", 90_000) + &"<use href=\"#a\"/>".repeat(90), "drawing-elements"),
            (line("stroke=\"red\"", 90_000), "drawing-elements"),
            (mark.to_owned() + &line("marker-mid=\"url(#m)\"", 8), "drawing-repeated"),
            (mark.to_owned() + &line("style=\"marker: url(#m)\"", 8), "drawing-repeated"),
            (shapes(pattern, "fill=\"url(#m)\"", 1), "drawing-repeated"),
            (shapes(mask, "mask=\"url(#m)\"", 300), "drawing-filters"),
            (shapes(&clips, "clip-path=\"url(#c0)\"", 20), "drawing-filters"),
            (shapes("", "opacity=\"0.5\"", 1_100), "drawing-area"),
            (blur.to_owned() + &whole("filter=\"url(#m)\"", 15), "drawing-filters"),
            (image.to_owned(), "drawing-filters"),
            (format!("<style>{rules}</style>{}", "<g/>".repeat(99)), "drawing-styles"),
            (shapes("", &format!("style=\"{}\"", "fill:red;".repeat(301)), 1), "drawing-styles"),
            (deep(&".z g g g g".repeat(2)), "drawing-styles"),
            (deep(&format!("g{}", " > g".repeat(40))), "drawing-styles"),
            (deep(&"[class~=a]".repeat(90_000)), "drawing-styles"),
            (gradient.to_owned() + &whole("fill=\"url(#m)\"", 90), "drawing-area"),
            (whole("style=\"mix-blend-mode:hue\"", 50), "drawing-area"),
            (whole("opacity=\"0.5\"", 99), "drawing-area"),
            (whole("fill-opacity=\"0.5\"", 1_100), "drawing-area"),
            (far.to_owned() + &whole("filter=\"url(#m)\"", 1), "drawing-filters"),
            (format!("<text>{}</text>", "<tspan>a</tspan>".repeat(300)), "drawing-text"),
        ] {
            let beginning: String = svg.chars().take(80).collect();
            assert_eq!(drawn(&svg).err(), Some(Arg::Phrase(what)), "{beginning}");
        }
    }

    /// The reader ends an id at a blank, knows `xml:id`, and skips elements of other programs.
    #[test]
    fn references_are_counted_however_they_are_written() {
        let masks = |id: &str, reference: fn(usize) -> String, end: &str| {
            let mask = |at: usize| {
                let inside =
                    format!("<rect mask=\"{}\" width=\"9\" height=\"9\"/>", reference(at + 1));
                format!("<mask {id}=\"m{at}\">{}</mask>", inside.repeat(2))
            };
            let all: String = (0..40).map(mask).collect();
            shapes(&all, &format!("mask=\"{}\"", reference(0)), 1) + end
        };
        let plain = |at: usize| format!("url(#m{at})");
        let spaced = |at: usize| format!("url( '#m{at}' )");
        let blank = |at: usize| format!("url(#m{at} )");
        let foreign: String =
            (0..40).map(|at| format!("<x:g xmlns:x=\"q\" id=\"m{at}\"/>")).collect();
        for svg in [
            masks("id", plain, ""),
            masks("id", spaced, ""),
            masks("id", blank, ""),
            masks("xml:id", plain, ""),
            masks("id", plain, &foreign),
        ] {
            assert_eq!(drawn(&svg).err(), Some(Arg::Phrase("drawing-elements")), "{svg:.200}");
        }
    }

    #[test]
    fn ordinary_drawings_are_drawn() {
        let shadow = "<filter id=\"m\"><feFlood/><feColorMatrix/><feOffset/><feGaussianBlur stdDeviation=\"2\"/><feComposite in2=\"a\"/><feBlend in2=\"a\"/></filter>";
        let mask = "<mask id=\"m\"><rect width=\"9\" height=\"9\" fill=\"white\"/></mask>";
        let gradient = "<linearGradient id=\"m\"><stop offset=\"0\"/><stop offset=\"1\" stop-color=\"red\"/></linearGradient>";
        let whole = |attributes: &str, count: usize| {
            format!("<rect {attributes} width=\"24\" height=\"24\"/>").repeat(count)
        };
        let deep = |selector: &str| format!("<style>{selector}{{fill:red}}</style><g><rect/></g>");
        let rules: String = (0..100).map(|at| format!(".a{at}{{fill:red;stroke:none}}")).collect();
        for svg in [
            line("", 90_000),
            line("stroke=\"red\"", 9_000),
            shapes(shadow, "filter=\"url(#m)\"", 20),
            shapes(mask, "mask=\"url(#m)\"", 20),
            shapes("", "opacity=\"0.5\"", 300),
            shapes(&format!("<style>{rules}</style>"), "class=\"a1\"", 900),
            "<marker id=\"unused\"><path d=\"M0 0h1\"/></marker><path d=\"M0 0h9\"/>".to_owned(),
            "<text>Title</text>".to_owned(),
            gradient.to_owned() + &whole("fill=\"url(#m)\"", 20),
            whole("stroke=\"red\" stroke-width=\".1\" stroke-dasharray=\"2 1\"", 20),
            deep("svg > g .a"),
        ] {
            let beginning: String = svg.chars().take(80).collect();
            assert_eq!(drawn(&svg).err(), None, "{beginning}");
        }
    }
}
