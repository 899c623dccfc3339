//! References to pages from front matter and settings.

use schemars::JsonSchema;
use serde::Deserialize;

/// A reference to a page: a slug (`pre-launch`), a folder and slug (`checklists/pre-launch`),
/// or only the folder of a collection. It is resolved later, when all folders are known.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "page-reference"))]
pub struct PageRef {
    pub folder: Option<String>,
    pub slug: String,
}

impl PageRef {
    /// Reads a reference; `None` if it is invalid.
    pub fn parse(written: &str) -> Option<PageRef> {
        let (folder, slug) = match written.split_once('/') {
            Some((folder, slug)) => (Some(folder), slug),
            None => (None, written),
        };
        let is_whole = !slug.is_empty() || folder.is_some_and(is_slug);
        let fits = is_whole && !slug.contains('/') && !slug.ends_with(".md");
        fits.then(|| PageRef { folder: folder.map(str::to_owned), slug: slug.to_owned() })
    }

    /// Returns the folder of the collection that the reference may name, if it has no folder of
    /// its own.
    pub fn as_folder(&self) -> Option<&str> {
        match (&self.folder, &*self.slug) {
            (Some(folder), "") => Some(folder),
            (Some(_), _) => None,
            (None, slug) => Some(slug),
        }
    }

    /// Returns the reference in its written form.
    pub fn written(&self) -> String {
        match &self.folder {
            Some(folder) => [folder, "/", &self.slug].concat(),
            None => self.slug.clone(),
        }
    }
}

impl TryFrom<String> for PageRef {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        PageRef::parse(&written).ok_or("a reference to a page")
    }
}

/// Returns whether `slug` consists of letters of any script, digits, `-`, `_` and `.`, and
/// begins with a letter or digit. An address shows these characters unencoded.
pub fn is_slug(slug: &str) -> bool {
    slug.starts_with(char::is_alphanumeric)
        && slug.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && !slug.ends_with('.')
        && slug.len() <= 200
}
