//! Pictures inside a drawing. They are drawn if the drawing contains their data: nothing else is read.

use std::{
    io::Cursor,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use resvg::usvg::{ImageHrefResolver, ImageKind};
use zune_jpeg::JpegDecoder;

/// The most pixels of one picture.
const MOST_PIXELS: usize = 4_000_000;

/// Returns what finds the picture for an address in a drawing, and notes in `undrawn` that there was
/// none. A drawing inside a drawing is none: the limits would not apply to it.
pub fn resolver(undrawn: &AtomicBool) -> ImageHrefResolver<'_> {
    let none = || {
        undrawn.store(true, Ordering::Relaxed);
        None
    };
    ImageHrefResolver {
        resolve_data: Box::new(move |_, data, _| picture(data).or_else(none)),
        resolve_string: Box::new(move |_, _| none()),
    }
}

fn picture(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    use imagesize::ImageType;
    let kind = match imagesize::image_type(&data).ok()? {
        ImageType::Png => ImageKind::PNG,
        ImageType::Jpeg => ImageKind::JPEG,
        ImageType::Gif => ImageKind::GIF,
        ImageType::Webp => ImageKind::WEBP,
        _ => return None,
    };
    (pixels(&data)? <= MOST_PIXELS).then(|| kind(data))
}

/// Returns how many pixels an image file has; `None` if that cannot be read from it.
pub fn pixels(file: &[u8]) -> Option<usize> {
    let (width, height) = match imagesize::image_type(file).ok()? {
        // What draws it must not find another size.
        imagesize::ImageType::Jpeg => {
            let mut decoder = JpegDecoder::new(Cursor::new(file));
            decoder.decode_headers().ok()?;
            decoder.dimensions()?
        }
        _ => {
            let size = imagesize::blob_size(file).ok()?;
            (size.width, size.height)
        }
    };
    Some(width.saturating_mul(height))
}
