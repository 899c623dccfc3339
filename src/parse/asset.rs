//! Reads what pages need to know of a content asset: its published address and,
//! for images, its size.

use crate::{
    model::{Asset, Dimensions, SourceId},
    parse::theme::fingerprinted,
    source::Source,
};

/// Describes the asset `source`, a file below `content/`.
pub fn read(id: SourceId, source: &Source) -> Asset {
    let path = source.path.as_str();
    let name = path.strip_prefix("content/").unwrap_or(path);
    Asset {
        source: id,
        path: source.path.clone(),
        url: fingerprinted(name, &source.bytes),
        dimensions: dimensions(path, &source.bytes),
    }
}

fn dimensions(path: &str, bytes: &[u8]) -> Option<Dimensions> {
    if path.ends_with(".svg") {
        return svg_dimensions(std::str::from_utf8(bytes).ok()?);
    }
    let size = imagesize::blob_size(bytes).ok()?;
    Some(Dimensions { width: size.width as u32, height: size.height as u32 })
}

/// The `width` and `height` of an SVG's root element, or the size of its `viewBox`.
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
    fn svg_sizes_come_from_attributes_or_the_view_box() {
        let size = |svg| svg_dimensions(svg).map(|d| (d.width, d.height));
        assert_eq!(size("<svg width=\"20\" height='10px'/>"), Some((20, 10)));
        assert_eq!(size("<?xml?><svg stroke-width=\"2\" viewBox=\"0 0 24.4 16\">"), Some((24, 16)));
        assert_eq!(size("<svg width=\"100%\" viewBox=\"0,0,8,9\">"), Some((8, 9)));
        assert_eq!(size("<svg>"), None);
        assert_eq!(size("<svg width=\"-1\" height=\"0\">"), None);
    }
}
