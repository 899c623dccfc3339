//! The elements and attributes that raw HTML in a body may use. Everything else is refused:
//! browsers know more elements that run, fetch or swallow something than anybody can list, and
//! new ones will be added.
//!
//! None of these elements changes how a browser reads the text that follows, as `noscript`,
//! `title` and `textarea` do. So the tokenizer here finds the same elements as a browser.

use crate::markdown::{RawAttribute, RawTag};

/// The reason for a refusal: the name of the hint that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlRefusal {
    /// It runs something, fetches something or changes the whole page.
    Unsafe,
    /// An element that is not listed.
    Element,
    /// A `<title>` or `<desc>` inside a drawing.
    Words,
    /// An attribute that is not listed.
    Attribute,
    /// The declaration of a document, or an instruction to a program.
    Declaration,
    /// A tag with too many attributes.
    Crowded,
}

impl HtmlRefusal {
    /// Returns the name of its hint in the catalogs. In a block of HTML, backticks have no
    /// meaning.
    pub const fn hint(self, in_block: bool) -> &'static str {
        match (self, in_block) {
            (HtmlRefusal::Unsafe, _) => "hint",
            (HtmlRefusal::Element, false) => "element",
            (HtmlRefusal::Element, true) => "element-in-block",
            (HtmlRefusal::Words, _) => "words",
            (HtmlRefusal::Attribute, _) => "attribute",
            (HtmlRefusal::Declaration, false) => "declaration",
            (HtmlRefusal::Declaration, true) => "declaration-in-block",
            (HtmlRefusal::Crowded, _) => "crowded",
        }
    }
}

/// Refused elements for which there is a hint of their own.
const UNSAFE: &[&str] = &[
    "animate",
    "animatemotion",
    "animatetransform",
    "applet",
    "base",
    "embed",
    "foreignobject",
    "form",
    "frame",
    "frameset",
    "iframe",
    "link",
    "math",
    "meta",
    "noscript",
    "object",
    "portal",
    "script",
    "set",
    "style",
    "template",
];

/// Text, tables and media.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "a", "abbr", "address", "aside", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
    "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
    "svg", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
];

/// The shapes of SVG, and the elements that group and colour them.
#[rustfmt::skip]
const SHAPES: &[&str] = &[
    "circle", "clippath", "defs", "ellipse", "g", "image", "line", "lineargradient", "marker", "mask",
    "path", "pattern", "polygon", "polyline", "radialgradient", "rect", "stop", "symbol", "text",
    "textpath", "tspan", "use",
];

/// Returns whether the element occurs only in drawings.
pub fn is_shape(name: &str) -> bool {
    SHAPES.contains(&name)
}

/// Elements that end a drawing, as if it had been closed (HTML standard, "the rules for parsing
/// tokens in foreign content"), as far as they may stand in a body.
#[rustfmt::skip]
const ENDING_DRAWINGS: &[&str] = &[
    "b", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "img", "li", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "sub", "sup", "table",
    "u", "ul", "var",
];

/// Returns whether the element never belongs to a drawing, so that browsers end the drawing
/// before it.
pub fn ends_drawing(name: &str) -> bool {
    ENDING_DRAWINGS.contains(&name)
}

/// Attributes that any of the elements may have. `href`, `src` and `poster` are checked as
/// links.
#[rustfmt::skip]
const ATTRIBUTES: &[&str] = &[
    "abbr", "align", "alt", "cite", "class", "colspan", "controls", "datetime", "default", "dir",
    "headers", "height", "hidden", "href", "hreflang", "id", "kind", "label", "lang", "loading",
    "loop", "media", "muted", "open", "playsinline", "poster", "preload", "rel", "reversed",
    "role", "rowspan", "scope", "span", "src", "srclang", "start", "tabindex", "target", "title",
    "translate", "type", "valign", "value", "width", "xlink:href",
];

/// The attributes that SVG adds for the position and look of shapes.
#[rustfmt::skip]
const OF_SHAPES: &[&str] = &[
    "clip-path", "clip-rule", "clippathunits", "color", "cx", "cy", "d", "dominant-baseline",
    "dx", "dy", "fill", "fill-opacity", "fill-rule", "focusable", "font-family", "font-size",
    "font-style", "font-weight", "fx", "fy", "gradienttransform", "gradientunits",
    "letter-spacing", "lengthadjust", "marker-end", "marker-mid", "marker-start", "markerheight",
    "markerunits", "markerwidth", "mask", "maskcontentunits", "maskunits", "offset", "opacity",
    "orient", "pathlength", "patterncontentunits", "patterntransform", "patternunits", "points",
    "preserveaspectratio", "r", "refx", "refy", "rotate", "rx", "ry", "spreadmethod",
    "startoffset", "stop-color", "stop-opacity", "stroke", "stroke-dasharray",
    "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit",
    "stroke-opacity", "stroke-width", "text-anchor", "textlength", "transform", "vector-effect",
    "version", "viewbox", "visibility", "x", "x1", "x2", "xmlns", "xmlns:xlink", "y", "y1", "y2",
];

/// Returns whether an attribute runs, fetches or styles something.
fn is_unsafe(name: &str) -> bool {
    name.starts_with("on")
        || matches!(
            name,
            "action" | "background" | "formaction" | "ping" | "srcdoc" | "srcset" | "style"
        )
}

/// Returns the reason why the element may not stand in a body, if there is one.
pub fn element(name: &str) -> Option<HtmlRefusal> {
    match name {
        _ if ELEMENTS.contains(&name) || is_shape(name) => None,
        _ if UNSAFE.contains(&name) => Some(HtmlRefusal::Unsafe),
        "title" | "desc" => Some(HtmlRefusal::Words),
        _ => Some(HtmlRefusal::Element),
    }
}

/// Returns the reason why the attribute may not stand on the element, if there is one.
pub fn attribute(tag: &RawTag, attribute: &RawAttribute) -> Option<HtmlRefusal> {
    let name = attribute.name.as_str();
    match name {
        _ if is_unsafe(name) => Some(HtmlRefusal::Unsafe),
        "href" | "xlink:href" => leads_elsewhere(tag, attribute).then_some(HtmlRefusal::Unsafe),
        _ if ATTRIBUTES.contains(&name) || is_data(name) => None,
        _ if OF_SHAPES.contains(&name) => fetches(&attribute.value).then_some(HtmlRefusal::Unsafe),
        _ => Some(HtmlRefusal::Attribute),
    }
}

/// Returns the listed element or attribute that was probably meant.
pub fn near(written: &str, refusal: HtmlRefusal) -> Option<String> {
    // Short names resemble too many others.
    const SHORTEST: usize = 4;
    let names = match refusal {
        HtmlRefusal::Element => [ELEMENTS, SHAPES],
        HtmlRefusal::Attribute => [ATTRIBUTES, &[]],
        HtmlRefusal::Unsafe
        | HtmlRefusal::Words
        | HtmlRefusal::Declaration
        | HtmlRefusal::Crowded => return None,
    };
    let name = written.trim_matches(['<', '>']);
    (name.len() >= SHORTEST).then(|| crate::diag::closest(name, names.concat()))?
}

fn is_data(name: &str) -> bool {
    name.starts_with("aria-") || name.starts_with("data-")
}

/// Returns whether a shape refers to anything but another shape of the same page.
fn leads_elsewhere(tag: &RawTag, attribute: &RawAttribute) -> bool {
    let is_link = matches!(tag.name.as_str(), "a" | "image");
    !is_link && !attribute.value.starts_with('#')
}

/// Returns whether the value of a presentation attribute refers to anything but a part of the
/// same page, `url(#id)`. It is read as CSS, in which `\75rl(` means `url(` too.
fn fetches(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    let mut urls = value.split("url(").skip(1);
    value.contains('\\')
        || value.contains("image(")
        || value.contains("image-set(")
        || urls.any(|url| !url.trim_start_matches([' ', '"', '\'']).starts_with('#'))
}
