//! Adds the preview's script to pages that are sent; the files that `build` writes never have
//! it.

/// Adds an element that loads the preview's script to a page. `page` is the page's fingerprint,
/// which tells a tab its version.
pub fn script(html: &[u8], page: &str) -> Vec<u8> {
    let element =
        ["<script type=\"module\" src=\"", super::SCRIPT, "?page=", page, "\"></script>"].concat();
    let at = memchr::memmem::rfind(html, b"</body>").unwrap_or(html.len());
    let mut with = Vec::with_capacity(html.len() + element.len());
    with.extend_from_slice(&html[..at]);
    with.extend_from_slice(element.as_bytes());
    with.extend_from_slice(&html[at..]);
    with
}

/// Returns a name of `bytes` that differs between all versions of a page.
pub fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_the_last_thing_in_the_body() {
        let page = b"<body><p>a</p></body></html>";
        let with = String::from_utf8(script(page, "f00")).expect("text");
        let added = "<script type=\"module\" src=\"/_preview/client.js?page=f00\"></script>";
        assert_eq!(with, format!("<body><p>a</p>{added}</body></html>"));
        assert_eq!(script(b"", "f00"), added.as_bytes());
    }
}
