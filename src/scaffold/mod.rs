//! Texts of source files that editors go on from: a new guide, a new page. Pure functions;
//! `cli` asks for them and `write` puts them on the disk.

mod page;
mod starter;

pub use page::{NewPage, page};
pub use starter::{NewGuide, guide};

/// Returns `text` as a TOML string, which JSON's are too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
