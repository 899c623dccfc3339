//! The source's text in a ledger: deflated (RFC 1951) and written in base64
//! (RFC 4648, the alphabet for addresses), so that it is one line.

use std::io::{Read, Write};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};

/// No section is longer: what claims to be is no text of ours.
const LONGEST: u64 = 16 << 20;

/// The line for `text`.
pub fn keep(text: &str) -> String {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let deflated = encoder.write_all(text.as_bytes()).and_then(|()| encoder.finish());
    BASE64_URL_SAFE_NO_PAD.encode(deflated.unwrap_or_default())
}

/// The text of the line `kept`; `None` where that is damaged.
pub fn kept(kept: &str) -> Option<String> {
    let deflated = BASE64_URL_SAFE_NO_PAD.decode(kept).ok()?;
    let mut text = String::new();
    DeflateDecoder::new(&deflated[..]).take(LONGEST).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_text_comes_back() {
        for text in ["", "Text.", "## 절\n\n사람이 검토합니다.\n"] {
            assert_eq!(kept(&keep(text)).as_deref(), Some(text));
        }
        assert_eq!(kept("!"), None);
        assert_eq!(kept("AAAA"), None);
    }
}
