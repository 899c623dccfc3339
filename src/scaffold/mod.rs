//! Texts of source files that editors go on from: a new guide, a new page. Pure functions;
//! `cli` asks for them and `write` puts them on the disk.

mod edits;
mod page;
mod starter;
mod sync;
mod translation;

pub use edits::Edits;
pub use page::{NewPage, page};
pub use starter::{NewGuide, guide};
pub use sync::{PairTexts, Synced, sync};
pub use translation::{mark, translation};

/// Returns `text` as a TOML string, which JSON's are too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
