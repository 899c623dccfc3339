//! Files for programs that work with the guide's data: JSON whose schema `giljabi schema`
//! prints.

mod calendar;
mod versions;

pub use calendar::reminder;
pub use versions::{own_versions, versions};

use serde::Serialize;

/// Returns `file` as the bytes of a JSON file.
fn json(file: &impl Serialize) -> Vec<u8> {
    // A struct of strings and numbers can always be written.
    let mut bytes = serde_json::to_vec(file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
