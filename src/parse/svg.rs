//! Checks SVG files beside pages. A browser that opens such a file by itself treats it as a
//! document of the site, which may run scripts and fetch things. Therefore only listed elements
//! and attributes are allowed, as in raw HTML.

use std::ops::Range;

use resvg::usvg::roxmltree::{Attribute, Document, Error, Node, NodeType, ParsingOptions};

use crate::{
    css::{self, Load, StylesheetReference, references},
    diag::{Code, Diagnostic},
    markdown::{MOST_ATTRIBUTES, is_safe_link},
    model::{SourceId, Span},
    nesting, xml_prolog,
};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The allowed elements of SVG 1.1 and 2: those that draw, fill, describe or move.
#[rustfmt::skip]
const ELEMENTS: &[&str] = &[
    "svg", "g", "defs", "symbol", "use", "a", "switch", "view", "title", "desc", "metadata", "style",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "text", "tspan",
    "tref", "textPath", "linearGradient", "radialGradient", "meshgradient", "meshrow", "meshpatch",
    "solidColor", "solidcolor", "hatch", "hatchpath", "stop", "pattern", "mask", "clipPath", "marker",
    "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
    "feDiffuseLighting", "feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA",
    "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode",
    "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile",
    "feTurbulence", "animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath",
    "font", "font-face", "font-face-src", "font-face-name", "glyph", "glyphRef", "altGlyph",
    "missing-glyph", "hkern", "vkern", "color-profile", "flowRoot", "flowRegion", "flowPara",
    "flowSpan",
];

/// The beginnings of namespaces in which drawing programs store their own data.
const NOTES: [&str; 14] = [
    "http://www.inkscape.org/namespaces/",
    "http://sodipodi.sourceforge.net/",
    "http://inkscape.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    "http://creativecommons.org/ns",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://ns.adobe.com/",
    "adobe:ns:",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.figma.com/",
    "http://www.serif.com/",
    "http://schemas.microsoft.com/visio/",
    "https://boxy-svg.com",
];

/// Returns the problems of the SVG file `source` in their order, as far as a browser could take
/// `bytes` for an SVG file.
pub fn check(source: SourceId, bytes: &[u8]) -> Vec<Diagnostic> {
    if !bytes.contains(&b'<') {
        return Vec::new();
    }
    let report = |range: Range<usize>, written: &str, hint| {
        let span = Span::new(source, range.start.min(bytes.len())..range.end.min(bytes.len()));
        let refused = Diagnostic::new(Code::UnsafeSvg, span).arg("found", written).hint(hint);
        refused.arg("what", if hint == "broken" { hint } else { "refused" })
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if xml_prolog::is_utf8_declared(text) => {
            text.strip_prefix('\u{feff}').unwrap_or(text)
        }
        _ => return vec![report(0..0, "UTF-8", "encoding")],
    };
    let skipped = bytes.len() - text.len();
    if let Some(Unreadable { range, written, hint, most }) = unreadable(text) {
        let refused = report(range.start + skipped..range.end + skipped, &written, hint);
        return vec![match most {
            Some(most) => refused.arg("most", most.to_string()),
            None => refused,
        }];
    }
    match Document::parse_with_options(
        text,
        ParsingOptions { allow_dtd: true, ..Default::default() },
    ) {
        Ok(document) => {
            let written = document.descendants().flat_map(|node| findings(&document, node));
            written
                .map(|finding| {
                    let range = finding.range.start + skipped..finding.range.end + skipped;
                    report(range, &finding.about, finding.hint)
                })
                .collect()
        }
        Err(error) => {
            let broken = report(place(&error, text, skipped), "", "broken");
            vec![broken.arg("detail", error.to_string())]
        }
    }
}

/// What the parser must not read, because it would take too long, or read what no page may contain.
struct Unreadable {
    range: Range<usize>,
    written: String,
    hint: &'static str,
    most: Option<usize>,
}

fn unreadable(text: &str) -> Option<Unreadable> {
    let part = |start: usize, written: &str, hint, most| {
        let range = start..start + written.len();
        Some(Unreadable { range, written: written.to_owned(), hint, most })
    };
    if let Some(at) = nesting::crowded_tag(text, MOST_ATTRIBUTES) {
        let name = text[at..].split(char::is_whitespace).next().unwrap_or_default();
        return part(at, name, "crowded", Some(MOST_ATTRIBUTES));
    }
    if let Some((at, name)) = text.match_indices("xmlns").nth(MOST_NAMESPACES) {
        return part(at, name, "namespaces", Some(MOST_NAMESPACES));
    }
    let entities = match xml_prolog::entities(text) {
        Ok(entities) => entities,
        Err(range) => return part(range.start, &text[range], "hint", None),
    };
    (xml_prolog::expanded(text, &entities) > MOST_EXPANDED).then(|| {
        let name = entities.first().map_or("", |entity| entity.name);
        Unreadable { range: 0..0, written: ["&", name, ";"].concat(), hint: "hint", most: None }
    })
}

/// The most bytes that references to entities stand for.
const MOST_EXPANDED: usize = 1 << 20;

/// The most declarations of namespaces in a file: the parser looks at each from each element.
/// Drawing programs write about ten.
const MOST_NAMESPACES: usize = 200;

/// A part that may not stand in the file.
struct SvgFinding {
    about: String,
    range: Range<usize>,
    hint: &'static str,
}

fn place(error: &Error, text: &str, skipped: usize) -> Range<usize> {
    let place = error.pos();
    let lines = text.split_inclusive('\n').take(place.row.saturating_sub(1) as usize);
    let start = lines.map(str::len).sum::<usize>();
    let column = place.col.saturating_sub(1) as usize;
    let start = text[start..].char_indices().nth(column).map_or(text.len(), |(at, _)| start + at);
    start + skipped..start + skipped
}

fn findings(document: &Document, node: Node) -> Vec<SvgFinding> {
    match node.node_type() {
        NodeType::Element => of_element(document, node),
        NodeType::PI => of_instruction(node).into_iter().collect(),
        NodeType::Root | NodeType::Comment | NodeType::Text => Vec::new(),
    }
}

/// Finds processing instructions. They can name a stylesheet, even one that turns the drawing
/// into a page.
fn of_instruction(node: Node) -> Option<SvgFinding> {
    let target = node.pi()?.target;
    let finding = SvgFinding { about: format!("<?{target}"), range: node.range(), hint: "hint" };
    (target != "xpacket").then_some(finding)
}

fn of_element(document: &Document, node: Node) -> Vec<SvgFinding> {
    let (namespace, name) = (node.tag_name().namespace(), node.tag_name().name());
    let is_note = |namespace: &str| NOTES.iter().any(|start| namespace.starts_with(start));
    let is_root = node.parent().is_some_and(|parent| parent.is_root());
    let is_listed = match namespace {
        Some(SVG) | None => ELEMENTS.contains(&name) && (!is_root || name == "svg"),
        Some(namespace) => is_note(namespace) && !is_root,
    };
    if !is_listed {
        let start = node.range().start;
        let range = start..start + 1 + qualified_length(document, start + 1);
        return vec![SvgFinding { about: format!("<{name}>"), range, hint: "hint" }];
    }
    let mut refused: Vec<SvgFinding> =
        node.attributes().filter_map(|attribute| of_attribute(name, attribute)).collect();
    if name == "style" {
        // Browsers read the texts of the element itself as one.
        let text: String =
            node.children().filter_map(|n| n.text().filter(|_| n.is_text())).collect();
        refused.extend(foreign_load(&text).map(|about| SvgFinding {
            about,
            range: node.range(),
            hint: "hint",
        }));
    }
    refused
}

fn qualified_length(document: &Document, start: usize) -> usize {
    let rest = document.input_text().get(start..).unwrap_or_default();
    rest.find(|c: char| c.is_whitespace() || "/>".contains(c)).unwrap_or(rest.len())
}

fn of_attribute(element: &str, attribute: Attribute) -> Option<SvgFinding> {
    let (name, value) = (attribute.name(), attribute.value());
    let is_link = name == "href" && matches!(attribute.namespace(), None | Some(XLINK));
    let lower = name.to_ascii_lowercase();
    let is_refused = lower.starts_with("on")
        || name == "base" && attribute.namespace() == Some(XML)
        || is_link && leads_elsewhere(element, value)
        || lower == "attributename" && changes_what_runs(value)
        || matches!(&*lower, "style") && css::is_too_deep(value);
    let about = match is_refused {
        true => Some(name.to_owned()),
        false => {
            (value.contains('(') || value.contains('\\')).then(|| foreign_load(value)).flatten()
        }
    };
    about.map(|about| SvgFinding { about, range: attribute.range(), hint: "hint" })
}

/// Returns whether an animation of this attribute could change a link or an event handler.
fn changes_what_runs(attribute_name: &str) -> bool {
    let name = attribute_name.trim().to_ascii_lowercase();
    let name = name.rsplit(':').next().unwrap_or_default();
    name == "href" || name.starts_with("on")
}

/// Returns whether a reference leads to something it must not: links may lead to sites,
/// pictures must contain their data, and others must name a part of the file.
fn leads_elsewhere(element: &str, value: &str) -> bool {
    let value = value.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    match element {
        _ if value.is_empty() || value.starts_with('#') => false,
        "a" => !is_safe_link(value),
        "image" | "feImage" => !is_picture(value),
        _ => true,
    }
}

/// Returns whether `value` contains the pixels of an image.
fn is_picture(value: &str) -> bool {
    let lower = value.get(..32).unwrap_or(value).to_ascii_lowercase();
    let kind = lower.strip_prefix("data:image/").and_then(|rest| rest.split([';', ',']).next());
    kind.is_some_and(|kind| ["png", "jpeg", "jpg", "gif", "webp", "avif"].contains(&kind.trim()))
}

/// Returns the first address in `text`, read as CSS, that neither names a part of the file nor
/// contains its data.
fn foreign_load(text: &str) -> Option<String> {
    if css::is_too_deep(text) {
        return Some("(((".to_owned());
    }
    let is_font = |path: &str| {
        let lower = path.get(..24).unwrap_or(path).to_ascii_lowercase();
        ["data:font/", "data:application/font", "data:application/x-font", "data:application/octet"]
            .iter()
            .any(|start| lower.starts_with(start))
    };
    references(text).into_iter().find_map(|reference| match reference {
        StylesheetReference::Import(_) => Some("@import".to_owned()),
        StylesheetReference::Load(Load { path, of_font, .. }) => {
            let own = path.is_empty()
                || path.starts_with('#')
                || is_picture(&path)
                || of_font && is_font(&path);
            (!own).then_some(format!("url({path})"))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused_in(inside: &str) -> Vec<String> {
        let file = format!("<svg xmlns='{SVG}' xmlns:xlink='{XLINK}'>{inside}</svg>");
        found_in(&file)
    }

    fn found_in(file: &str) -> Vec<String> {
        let text = |diagnostic: Diagnostic| match diagnostic.args.into_iter().next() {
            Some((_, crate::diag::Arg::Text(text))) => text,
            other => panic!("{other:?}"),
        };
        check(SourceId(0), file.as_bytes()).into_iter().map(text).collect()
    }

    #[test]
    fn drawings_are_left_alone() {
        for inside in [
            "<g id='a' fill='url(#b)' style='mask: url(#c)'><path d='M0 0'/><use href='#a'/></g>",
            "<style>.a { fill: red } @font-face { src: url(data:font/woff2;base64,AA) }</style>",
            "<image xlink:href='data:image/PNG;base64,AA'/><a href='https://a.example/'><text>x</text></a>",
            "<animate attributeName='d' values='a;b'/><title>온</title><!-- <script/> -->",
            "<style><![CDATA[@namespace url(http://www.w3.org/2000/svg); a{b:c}]]></style>",
        ] {
            assert_eq!(refused_in(inside), Vec::<String>::new(), "{inside}");
        }
        let program = "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' \
            'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd' [<!ENTITY ns 'http://ns.adobe.com/x/'>]>\
            <svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://www.inkscape.org/namespaces/inkscape' \
            xmlns:x='&ns;'><metadata><x:xmp/></metadata><i:perspective id='a'/></svg>";
        assert_eq!(found_in(program), Vec::<String>::new());
    }

    #[test]
    fn entities_that_become_too_much_are_refused_before_they_are_read() {
        let (long, many) = ("a".repeat(50_000), "&a;".repeat(20_000));
        let file = format!(
            "<!DOCTYPE svg [<!ENTITY a '{long}'>]><svg xmlns='{SVG}'><desc>{many}</desc></svg>"
        );
        assert_eq!(found_in(&file), ["&a;"]);
    }

    #[test]
    fn scripts_and_requests_are_refused() {
        for (inside, refused) in [
            ("<script>1</script>", "<script>"),
            ("<script href='a.js'/>", "<script>"),
            ("<foreignObject/>", "<foreignObject>"),
            ("<g onclick='x'/>", "onclick"),
            ("<g ONLOAD='x'/>", "ONLOAD"),
            ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<script>"),
            ("<iframe xmlns='http://www.w3.org/1999/xhtml'/>", "<iframe>"),
            ("<math xmlns='http://www.w3.org/1998/Math/MathML'/>", "<math>"),
            ("<a href='javascript:x'/>", "href"),
            ("<a xlink:href=' java&#10;script:x'/>", "href"),
            ("<a href='data:text/html,x'/>", "href"),
            ("<image href='https://a.example/b.png'/>", "href"),
            ("<image href='b.png'/>", "href"),
            ("<image href='data:image/svg+xml,x'/>", "href"),
            ("<use href='other.svg#a'/>", "href"),
            ("<use href='data:image/png;base64,AA'/>", "href"),
            ("<set attributeName='href' to='javascript:x'/>", "attributeName"),
            ("<animate attributeName='xlink:href' to='javascript:x'/>", "attributeName"),
            ("<set attributeName='onclick' to='x'/>", "attributeName"),
            ("<style>@import 'a.css';</style>", "@import"),
            ("<style>a{b:url(https://a.example/)}</style>", "url(https://a.example/)"),
            ("<style><![CDATA[a{b:u\\72l(x)}]]></style>", "url(x)"),
            ("<style>a{b:image-set('x' 1x)}</style>", "url(x)"),
            ("<g style='fill:url(//a.example)'/>", "url(//a.example)"),
            ("<g filter='url(a.svg#b)'/>", "url(a.svg#b)"),
            ("<g xml:base='https://a.example/'/>", "base"),
            ("<?xml-stylesheet href='a.css'?>", "<?xml-stylesheet"),
            ("<style>@im<g>x</g>port 'a.css';</style>", "@import"),
            ("<style><g>/*</g>a{b:url(x)}<g>*/</g></style>", "url(x)"),
        ] {
            assert_eq!(refused_in(inside), [refused], "{inside}");
        }
    }

    #[test]
    fn entities_and_other_roots_hide_nothing() {
        for value in ["<script>1</script>", "&#60;script>1&#60;/script>", "&#38;#106;avascript:1"] {
            let entity =
                format!("<!DOCTYPE svg [<!ENTITY a '{value}'>]><svg xmlns='{SVG}'>&a;</svg>");
            assert_eq!(found_in(&entity), ["<!ENTITY"]);
        }
        let commented = format!("<svg xmlns='{SVG}'><!-- <!ATTLIST a> --></svg>");
        assert_eq!(found_in(&commented), Vec::<String>::new());
        for subset in [
            "<!ATTLIST svg onload CDATA 'x'>",
            "<!ENTITY  % a '&#60;!ATTLIST svg onload CDATA \"x\">'> %a;",
        ] {
            let found = found_in(&format!("<!DOCTYPE svg [{subset}]><svg xmlns='{SVG}'/>"));
            assert_eq!(found, [&subset[..subset.find(' ').unwrap_or(0)]]);
        }
        let page = "<html xmlns='http://www.w3.org/1999/xhtml'><script>1</script></html>";
        assert_eq!(found_in(page), ["<html>", "<script>"]);
        assert_eq!(found_in("<?xml version='1.0' encoding='utf-7'?><svg/>"), ["UTF-8"]);
        assert_eq!(found_in("<svg><g></svg>").len(), 1);
        assert_eq!(found_in("text"), Vec::<String>::new());
    }

    #[test]
    fn a_deep_or_wide_file_is_read_in_time() {
        let deep = "<g>".repeat(100_000) + &"</g>".repeat(100_000);
        let _ = refused_in(&deep);
        let named: String = (0..20_000).map(|nth| format!("<g xmlns:a{nth}=\"u{nth}\">")).collect();
        assert_eq!(refused_in(&(named + &"</g>".repeat(20_000))), ["xmlns"]);
        let wide = |count| (0..count).map(|n| format!(" a{n}='x'")).collect::<String>();
        assert_eq!(refused_in(&format!("<g{}/>", wide(MOST_ATTRIBUTES))), Vec::<String>::new());
        assert_eq!(refused_in(&format!("<g{}/>", wide(100_000))), ["<g"]);
        let style = "(".repeat(100_000);
        assert_eq!(refused_in(&format!("<style>a{{b:{style}}}</style>")), ["((("]);
    }
}
