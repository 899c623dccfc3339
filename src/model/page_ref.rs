//! References to pages from front matter and settings.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Kind;

/// A reference to a page: a slug (`pre-launch`), a folder and slug
/// (`checklists/pre-launch`), or the folder of a collection alone (an empty slug).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "page-reference"))]
pub struct PageRef {
    pub kind: Option<Kind>,
    pub slug: String,
}

impl PageRef {
    /// Reads a reference as it is written; `None` for what names no page.
    pub fn parse(written: &str) -> Option<PageRef> {
        let (kind, slug) = match written.split_once('/') {
            Some((folder, slug)) => (Some(Kind::from_folder(folder)?), slug),
            None => match Kind::from_folder(written) {
                Some(kind) if kind.has_list() => (Some(kind), ""),
                _ => (None, written),
            },
        };
        let is_whole = !slug.is_empty() || kind.is_some_and(Kind::has_list);
        let fits = is_whole && !slug.contains('/') && !slug.ends_with(".md");
        fits.then(|| PageRef { kind, slug: slug.to_owned() })
    }
}

impl TryFrom<String> for PageRef {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        PageRef::parse(&written).ok_or("a reference to a page")
    }
}
