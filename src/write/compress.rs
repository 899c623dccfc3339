//! Makes the compressed forms of files that servers can send as they are: brotli (RFC 7932) and
//! gzip (RFC 1952). The same input always gives the same bytes.

use std::io::Write;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// A way to compress, and the ending of its files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    Brotli,
    Gzip,
}

impl Coding {
    pub const ALL: [Coding; 2] = [Coding::Brotli, Coding::Gzip];

    pub const fn ending(self) -> &'static str {
        match self {
            Coding::Brotli => ".br",
            Coding::Gzip => ".gz",
        }
    }

    pub fn compress(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Coding::Brotli => brotli(bytes),
            Coding::Gzip => gzip(bytes),
        }
    }
}

/// Compressing a smaller file saves too little for a network to notice.
const SMALLEST: usize = 512;

/// Returns whether the file at `path` is worth compressing: a text of some length. Files that
/// configure servers are never sent.
pub fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    const TEXT: [&str; 11] =
        ["html", "css", "js", "mjs", "json", "xml", "svg", "txt", "webmanifest", "csv", "md"];
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    bytes.len() >= SMALLEST && TEXT.contains(&extension)
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    // The best quality takes a second per megabyte: acceptable for a page, not for a large
    // sitemap.
    const LARGE: usize = 512 * 1024;
    let quality = if bytes.len() > LARGE { 9 } else { 11 };
    let parameters = BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    // Reading from memory and writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &parameters);
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_codings_can_be_undone() {
        let text = "한국어 본문과 English text. ".repeat(2_000);
        let mut back = String::new();
        let packed = Coding::Gzip.compress(text.as_bytes());
        flate2::read::GzDecoder::new(&packed[..]).read_to_string(&mut back).expect("gzip");
        assert_eq!(back, text);
        assert_eq!(packed, Coding::Gzip.compress(text.as_bytes()));
        let packed = Coding::Brotli.compress(text.as_bytes());
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &packed[..], &mut back).expect("brotli");
        assert_eq!(back, text.as_bytes());
        assert!(packed.len() < text.len() / 20);
    }

    #[test]
    fn only_text_is_worth_it() {
        let long = [b'a'; 600];
        assert!(is_worth_it("en/index.html", &long) && is_worth_it("sitemap.xml", &long));
        assert!(!is_worth_it("en/index.html", &long[..100]) && !is_worth_it("a.png", &long));
        assert!(!is_worth_it("_headers", &long));
    }
}
