//! The interface strings of a site in two languages. Catalogs are read and checked only here.
//! The `.ftl` files decide which strings exist.

mod catalog;
mod characters;
mod check;
mod label;

use crate::span::SourceId;
pub use catalog::{Catalogs, Strings, keys};
pub use characters::plain_catalog;
pub use label::Label;

/// The text of a catalog file.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'a> {
    pub id: SourceId,
    pub text: &'a str,
}
