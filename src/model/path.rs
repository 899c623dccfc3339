//! Three kinds of paths that must not be mixed up: where a source file is, where readers find a
//! page, and where an output is written.

use crate::unicode::nfc;
use std::{borrow::Borrow, fmt, sync::Arc};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::Lang;

/// A source file's path below the root, with `/` between its parts, and in normalisation form C
/// (macOS stores Hangul names decomposed).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    pub fn new(path: &str) -> Self {
        SourcePath(nfc(path).into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the folder of the file: `content/guides` for `content/guides/a.en.md`, empty at
    /// the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Returns the name of the file.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// Resolves `relative` against the folder of this file, as a browser would. `None` if it
    /// climbs above the root.
    pub fn join(&self, relative: &str) -> Option<SourcePath> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|p| !p.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(SourcePath::new(&parts.join("/")))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for SourcePath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// The address of a page or file below the site's base, decoded: `/ko/guides/한글/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// Makes an address. It begins with `/`; that of a folder also ends with `/`.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        let path = path.into();
        debug_assert!(path.starts_with('/'), "{path}");
        UrlPath(path)
    }

    /// Returns the address of the home page in `lang`.
    pub fn home(lang: Lang) -> Self {
        UrlPath::new(["/", lang.code(), "/"].concat())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of `name` in this folder.
    pub fn join(&self, name: &str) -> UrlPath {
        UrlPath::new([self.as_str(), name].concat())
    }

    /// Returns the file that is served at this address.
    pub fn out_path(&self) -> OutPath {
        let path = &self.0[1..];
        if path.is_empty() || path.ends_with('/') {
            OutPath::new(format!("{path}index.html"))
        } else {
            OutPath::new(path)
        }
    }

    /// Returns the address with everything but unreserved characters percent-encoded (RFC 3986,
    /// section 2.3), as `href` and sitemaps require.
    pub fn encoded(&self) -> String {
        percent_encode(&self.0)
    }
}

/// All characters except `/` and the unreserved characters of RFC 3986.
const ESCAPED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Percent-encodes a decoded path.
pub fn percent_encode(path: &str) -> String {
    utf8_percent_encode(path, ESCAPED).to_string()
}

/// A file's path below the output folder: `en/guides/a/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct OutPath(Box<str>);

impl OutPath {
    pub fn new(path: impl Into<Box<str>>) -> Self {
        OutPath(path.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for OutPath {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn join_resolves_dots_and_refuses_to_climb_out() {
        let from = SourcePath::new("content/guides/a.en.md");
        let join = |relative| from.join(relative).map(|path| path.to_string());
        assert_eq!(join("b.md").as_deref(), Some("content/guides/b.md"));
        assert_eq!(join("../checklists/./c.md").as_deref(), Some("content/checklists/c.md"));
        assert_eq!(join("../../guide.toml").as_deref(), Some("guide.toml"));
        assert_eq!(join("../../../etc/passwd"), None);
    }

    #[test]
    fn decomposed_hangul_is_composed() {
        assert_eq!(SourcePath::new("\u{1112}\u{1161}\u{11ab}.ko.md").as_str(), "한.ko.md");
    }

    #[test]
    fn addresses_encode_hangul_and_keep_slashes() {
        let url = UrlPath::new("/ko/guides/한 글/");
        assert_eq!(url.encoded(), "/ko/guides/%ED%95%9C%20%EA%B8%80/");
        assert_eq!(url.out_path().as_str(), "ko/guides/한 글/index.html");
        assert_eq!(UrlPath::new("/").out_path().as_str(), "index.html");
        assert_eq!(UrlPath::new("/404.html").out_path().as_str(), "404.html");
    }
}
