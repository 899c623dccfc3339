//! Makes source files for editors to continue with: a new guide, a new page. These are pure
//! functions; `cli` calls them and `write` writes the results.

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

/// Returns `text` as a TOML string, which has the same form in JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
