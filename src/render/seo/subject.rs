//! The subject of a page's metadata.

use crate::model::{Collection, Lang, Page};

/// The subject of a page's metadata.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    Page(&'a Page),
    /// A home page, written or generated.
    Home(Lang),
    Collection(&'a Collection),
    /// `/`, the address without a language.
    Entry,
}
