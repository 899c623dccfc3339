//! The site's icon, `static/assets/icon.svg`, as images for programs that do not support SVG.

use resvg::tiny_skia::Color;

use crate::{
    diag::{Arg, Code, Diagnostic},
    model::{SiteIcon, SourceId, Span},
    render::{context::Context, raster},
};

/// Returns the bytes of one image, or the problem of the drawing.
pub fn file(context: &Context, icon: SiteIcon) -> Result<Vec<u8>, Box<Diagnostic>> {
    let theme = &context.site.theme;
    let file = theme.asset("icon.svg");
    let bytes = file.map(|file| file.bytes.clone()).unwrap_or_default();
    let bad = |detail: Arg| {
        let source = file.and_then(|file| file.source).unwrap_or(SourceId(0));
        Box::new(Diagnostic::new(Code::BadIcon, Span::new(source, 0..0)).detail(detail))
    };
    let png = raster::square(&bytes, icon.size(), margin(icon), paper()).map_err(bad)?;
    Ok(if icon == SiteIcon::Favicon { ico(&png, icon.size()) } else { png })
}

/// Returns the margin around the icon, in hundredths of the side. An image that may be cropped
/// to a circle shows only its inner four fifths (W3C manifest, "Icon masks and safe zone").
const fn margin(icon: SiteIcon) -> u32 {
    match icon {
        SiteIcon::Favicon => 2,
        SiteIcon::Apple | SiteIcon::Small | SiteIcon::Large => 10,
        SiteIcon::Maskable => 20,
    }
}

/// Returns the background colour of pages, as in the manifest.
fn paper() -> Color {
    Color::from_rgba8(0xfc, 0xfa, 0xf4, 0xff)
}

/// Returns an icon file with one PNG: a header of 6 bytes, one entry of 16 bytes, and the
/// image.
fn ico(png: &[u8], size: u32) -> Vec<u8> {
    const BEGINS: u32 = 22;
    let mut file = vec![0, 0, 1, 0, 1, 0, size as u8, size as u8, 0, 0, 1, 0, 32, 0];
    file.extend((png.len() as u32).to_le_bytes());
    file.extend(BEGINS.to_le_bytes());
    file.extend(png);
    file
}
