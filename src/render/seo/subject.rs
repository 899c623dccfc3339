//! The subject of a page's metadata.

use crate::model::{Collection, Lang, Page};

/// The subject of a page's metadata.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    Page(&'a Page),
    /// A home page, written or not.
    Home(Lang),
    Collection(&'a Collection),
    /// `/`, the address that names only the host.
    Entry,
}
