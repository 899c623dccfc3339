//! What a page's metadata is about.

use crate::model::{Collection, Lang, Page};

/// What a page's metadata describes.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    Page(&'a Page),
    /// A home page, written or not.
    Home(Lang),
    Collection(&'a Collection),
    /// `/`, which is the site for whoever asks for its host.
    Entry,
}
