//! Texts for readers that come from a catalog or from an editor.

/// A text for readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label<'a> {
    /// The key of an interface string.
    Catalog(&'static str),
    /// Text as an editor wrote it.
    Text(&'a str),
}
