//! Pictures inside a drawing. They are drawn if the drawing contains their data: nothing else is read.

use std::{
    io::Cursor,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use image_webp::WebPDecoder;
use imagesize::ImageType;
use resvg::{
    tiny_skia::Pixmap,
    usvg::{ImageHrefResolver, ImageKind},
};
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
    let kind = kind(&data)?;
    (pixels(&data)? <= MOST_PIXELS && is_decoded(kind, &data)?).then(|| match kind {
        PictureFormat::Png => ImageKind::PNG(data),
        PictureFormat::Jpeg => ImageKind::JPEG(data),
        PictureFormat::Gif => ImageKind::GIF(data),
        PictureFormat::Webp => ImageKind::WEBP(data),
    })
}

#[derive(Clone, Copy)]
enum PictureFormat {
    Png,
    Jpeg,
    Gif,
    Webp,
}

fn kind(file: &[u8]) -> Option<PictureFormat> {
    match imagesize::image_type(file).ok()? {
        ImageType::Png => Some(PictureFormat::Png),
        ImageType::Jpeg => Some(PictureFormat::Jpeg),
        ImageType::Gif => Some(PictureFormat::Gif),
        ImageType::Webp => Some(PictureFormat::Webp),
        _ => None,
    }
}

/// Returns how many pixels of an image file are drawn; `None` if that cannot be read from it.
pub fn pixels(file: &[u8]) -> Option<usize> {
    // What draws it must not find another size.
    let (width, height) = match kind(file)? {
        PictureFormat::Jpeg => {
            let mut decoder = JpegDecoder::new(Cursor::new(file));
            decoder.decode_headers().ok()?;
            decoder.dimensions()?
        }
        PictureFormat::Gif => {
            let mut decoder = gif::DecodeOptions::new().read_info(file).ok()?;
            let frame = decoder.next_frame_info().ok()??;
            (frame.width.into(), frame.height.into())
        }
        PictureFormat::Png | PictureFormat::Webp => {
            let size = imagesize::blob_size(file).ok()?;
            (size.width, size.height)
        }
    };
    Some(width.saturating_mul(height))
}

/// Returns whether what draws an image file can read all of it. Otherwise it draws nothing, and says
/// nothing.
fn is_decoded(kind: PictureFormat, file: &[u8]) -> Option<bool> {
    Some(match kind {
        PictureFormat::Png => Pixmap::decode_png(file).is_ok(),
        PictureFormat::Jpeg => JpegDecoder::new(Cursor::new(file)).decode().is_ok(),
        PictureFormat::Gif => {
            let mut decoder = gif::DecodeOptions::new().read_info(file).ok()?;
            decoder.read_next_frame().ok()?.is_some()
        }
        PictureFormat::Webp => {
            let mut decoder = WebPDecoder::new(Cursor::new(file)).ok()?;
            let mut pixels = vec![0; decoder.output_buffer_size()?];
            decoder.read_image(&mut pixels).is_ok()
        }
    })
}
