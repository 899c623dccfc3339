//! The key that identifies a page: kind, slug and language.

use super::{Kind, Lang, UrlPath};

/// Identifies one language version of a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey {
    pub kind: Kind,
    /// The slug; empty for the home page.
    pub slug: Box<str>,
    pub lang: Lang,
}

impl PageKey {
    /// Returns the address: `/en/guides/customer-service/`, `/ko/` for a home page.
    pub fn url(&self) -> UrlPath {
        match self.kind {
            Kind::Home => UrlPath::home(self.lang),
            kind => {
                let (lang, folder) = (self.lang.code(), kind.folder());
                UrlPath::new(format!("/{lang}/{folder}/{}/", self.slug))
            }
        }
    }

    /// Returns the page without its language: `guides/customer-service`, `home`.
    pub fn name(&self) -> String {
        match self.kind {
            Kind::Home => "home".to_owned(),
            kind => format!("{}/{}", kind.folder(), self.slug),
        }
    }

    /// Returns a hash of the name (FNV-1a, 32 bits), which scripts can compute as well.
    pub fn hash(&self) -> u32 {
        fnv1a(&[&self.name()])
    }

    /// Returns the page's file below the root: `content/guides/customer-service.ko.md`.
    pub fn file(&self) -> String {
        format!("content/{}.{}.md", self.name(), self.lang.code())
    }
}

/// Returns the 32-bit FNV-1a hash of `texts` one after the other, which scripts can compute as
/// well.
pub fn fnv1a(texts: &[&str]) -> u32 {
    let bytes = texts.iter().copied().flat_map(str::bytes);
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
