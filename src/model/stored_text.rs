//! The source's text in a ledger: deflated (RFC 1951) and written in base64
//! (RFC 4648, the alphabet for addresses), so that it is one line.

use std::io::{Read, Write};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bytes::Bytes;
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};

/// The most bytes of a section; a line that expands to more is damaged.
const LONGEST: u64 = 1 << 20;

/// A section's text as a line of a ledger. A line that was read from a file shares the file's
/// memory.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoredText(Bytes);

impl StoredText {
    /// Compresses `text`.
    pub fn compress(text: &str) -> StoredText {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        // Writing to memory cannot fail.
        let deflated = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish());
        StoredText(BASE64_URL_SAFE_NO_PAD.encode(deflated.unwrap_or_default()).into())
    }

    /// Returns the text of `line`, a line of `file`.
    pub fn from_line(line: &str, file: &Bytes) -> StoredText {
        let inside = file.as_ptr_range();
        let is_part =
            inside.contains(&line.as_ptr()) && line.as_bytes().as_ptr_range().end <= inside.end;
        StoredText(if is_part { file.slice_ref(line.as_bytes()) } else { line.to_owned().into() })
    }

    /// Returns the line in its written form.
    pub fn line(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Returns whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the text, or `None` if the line is damaged.
    pub fn text(&self) -> Option<String> {
        let deflated = BASE64_URL_SAFE_NO_PAD.decode(&self.0).ok()?;
        let mut text = String::new();
        DeflateDecoder::new(&deflated[..]).take(LONGEST).read_to_string(&mut text).ok()?;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_text_comes_back() {
        for text in ["", "Text.", "## 절\n\n사람이 검토합니다.\n"] {
            assert_eq!(StoredText::compress(text).text().as_deref(), Some(text));
        }
        let file = Bytes::from_static(b"text = AAAA\ntext = !");
        for line in ["AAAA", "!"] {
            assert_eq!(StoredText::from_line(line, &file).text(), None);
        }
    }

    #[test]
    fn a_line_shares_the_memory_of_its_file() {
        let file = Bytes::from_static(b"text = AwA");
        let read = std::str::from_utf8(&file[7..]).map(|line| StoredText::from_line(line, &file));
        assert_eq!(read.as_ref().map(|stored| stored.0.as_ptr()), Ok(file[7..].as_ptr()));
        assert_eq!(read.ok(), Some(StoredText::from_line("AwA", &file)));
    }
}
