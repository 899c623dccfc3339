//! Reads a file beside pages: its published address and, for images, its size.

use memchr::memmem;

use super::{active_file, svg};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Asset, Damage, Dimensions, SourceId, Span, UrlPath},
    source::Source,
};

/// Reads the asset `source`, a file below `content/`. A file that browsers or servers would run
/// is reported.
pub fn read(id: SourceId, source: &Source, diagnostics: &mut Diagnostics) -> Asset {
    let path = source.path.as_str();
    let name = path.strip_prefix("content/").unwrap_or(path);
    let (dimensions, damage) = match size(path, &source.bytes) {
        Some(Ok(dimensions)) => (Some(dimensions), None),
        Some(Err(damage)) => (None, Some(damage)),
        None => (None, None),
    };
    let url = fingerprinted(name, &source.bytes);
    let problems = problems(id, source);
    let refused = problems.first().cloned().map(Box::new);
    diagnostics.extend(problems);
    let length = source.bytes.len();
    Asset { source: id, path: source.path.clone(), url, dimensions, damage, refused, length }
}

/// Returns the reasons why the file may not be published from `content/`.
fn problems(id: SourceId, source: &Source) -> Vec<Diagnostic> {
    let name = source.path.name();
    if let Some(runner) = active_file::runner(name) {
        let refused = Diagnostic::new(Code::ActiveFile, Span::new(id, 0..0));
        return vec![refused.arg("name", name).hint(runner.hint())];
    }
    let is_svg = name.to_lowercase().ends_with(".svg");
    if is_svg { svg::check(id, &source.bytes) } else { Vec::new() }
}

/// Returns the published address of the file `name`. It contains a hash of `bytes`, so that
/// browsers may cache the file without limit: `/assets/guides/a.0123456789.png`.
fn fingerprinted(name: &str, bytes: &[u8]) -> UrlPath {
    let hash = blake3::hash(bytes).to_hex();
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    let stem = name[file..].rfind('.').map_or(name.len(), |dot| file + dot);
    UrlPath::new(format!("/assets/{}.{}{}", &name[..stem], &hash[..10], &name[stem..]))
}

/// Returns the size of an image, or the reason why it has none; `None` for a file that is no
/// image.
fn size(path: &str, bytes: &[u8]) -> Option<Result<Dimensions, Damage>> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "svg" => Some(svg_size(bytes)),
        extension @ ("png" | "jpg" | "jpeg" | "gif" | "webp" | "avif") => {
            let size = imagesize::blob_size(bytes).ok().filter(|_| is_whole(extension, bytes));
            let size = size.ok_or(Damage::Unreadable);
            Some(
                size.map(|size| Dimensions {
                    width: size.width as u32,
                    height: size.height as u32,
                }),
            )
        }
        _ => None,
    }
}

/// Returns whether an image is complete: PNG ends with the chunk `IEND`, JPEG with the marker
/// `EOI` behind all data, GIF with its trailer, and WebP is as long as its RIFF header says.
/// AVIF is not checked.
fn is_whole(extension: &str, bytes: &[u8]) -> bool {
    match extension {
        "png" => memmem::rfind(bytes, b"IEND").is_some(),
        // A thumbnail in the metadata has an end marker of its own.
        "jpg" | "jpeg" => {
            let scan = memmem::rfind(bytes, &[0xff, 0xda]);
            memmem::rfind(bytes, &[0xff, 0xd9]).zip(scan).is_some_and(|(end, start)| end > start)
        }
        "gif" => bytes.iter().rev().find(|byte| **byte != 0) == Some(&b';'),
        "webp" => {
            let length = bytes.get(4..8).and_then(|length| length.try_into().ok());
            length.is_some_and(|length| u32::from_le_bytes(length) as usize + 8 <= bytes.len())
        }
        _ => true,
    }
}

fn svg_size(bytes: &[u8]) -> Result<Dimensions, Damage> {
    let text = std::str::from_utf8(bytes).map_err(|_| Damage::Unreadable)?;
    if !text.contains("<svg") {
        return Err(Damage::Unreadable);
    }
    svg_dimensions(text).ok_or(Damage::NoSize)
}

/// Returns the `width` and `height` of an SVG's root element, or the size of its `viewBox`.
fn svg_dimensions(text: &str) -> Option<Dimensions> {
    let root = &text[text.find("<svg")?..];
    let root = &root[..root.find('>')?];
    let length = |name: &str| attribute(root, name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = match (length("width"), length("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => {
            let numbers = attribute(root, "viewBox")?.split([' ', ',']).filter(|n| !n.is_empty());
            let numbers: Vec<f64> = numbers.filter_map(|n| n.parse().ok()).collect();
            let [_, _, width, height] = numbers[..] else { return None };
            (width, height)
        }
    };
    let whole = |length: f64| (length.is_finite() && length >= 1.0).then(|| length.round() as u32);
    Some(Dimensions { width: whole(width)?, height: whole(height)? })
}

fn attribute<'a>(element: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = element;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        let after = rest[at + name.len()..].trim_start();
        if let (Some(true), Some(value)) =
            (before.map(char::is_whitespace), after.strip_prefix('='))
        {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
        rest = &rest[at + name.len()..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_recognised_by_their_names() {
        let pixel = include_bytes!("../../tests/fixtures/pixel.png");
        let one = Dimensions { width: 1, height: 1 };
        assert_eq!(size("a.PNG", pixel), Some(Ok(one)));
        assert_eq!(size("a.png", b"text"), Some(Err(Damage::Unreadable)));
        assert_eq!(size("a.gif", b"GIF8"), Some(Err(Damage::Unreadable)));
        assert_eq!(size("a.jpg", b""), Some(Err(Damage::Unreadable)));
        assert_eq!(size("a.SVG", b"<svg viewBox='0 0 1 1'/>"), Some(Ok(one)));
        assert_eq!(size("a.svg", b"<svg width='50%'/>"), Some(Err(Damage::NoSize)));
        assert_eq!(size("a.svg", b"text"), Some(Err(Damage::Unreadable)));
        assert_eq!(size("a.pdf", b"text"), None);
    }

    #[test]
    fn svg_sizes_come_from_attributes_or_the_view_box() {
        let size = |svg| svg_dimensions(svg).map(|d| (d.width, d.height));
        assert_eq!(size("<svg width=\"20\" height='10px'/>"), Some((20, 10)));
        assert_eq!(size("<?xml?><svg stroke-width=\"2\" viewBox=\"0 0 24.4 16\">"), Some((24, 16)));
        assert_eq!(size("<svg width=\"100%\" viewBox=\"0,0,8,9\">"), Some((8, 9)));
        assert_eq!(size("<svg>"), None);
        assert_eq!(size("<svg width=\"-1\" height=\"0\">"), None);
    }
}
