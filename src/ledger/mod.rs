//! The ledger of a translated page records which text of the source each section follows.
//!
//! Each translated page has one file with the same name beside it:
//! `content/guides/customer-service.ko.ledger`. `giljabi accept` writes it, every command that
//! needs the state of a translation reads it, and it is committed with the page. The state
//! depends on nothing else: not on git, not on dates.
//!
//! ```text
//! # giljabi ledger 1: which text of the source each section of this translation follows.
//! # Written by `giljabi accept`; commit it with the page. `giljabi status` explains it.
//!
//! [boundaries]
//! source = 5c0e3f0a9b7d1e22
//! translation = 9be2417c55f0a3d8
//! text = Hc3BDYAgDADAVb4B…
//!
//! [next-step]
//! …
//! ```
//!
//! One block for each section, sorted by the source's section id, with an empty
//! line between, so that two branches that record different sections merge without
//! a conflict. The keys of a block:
//!
//! - `source`: the fingerprint of the source's section that the translation follows.
//!   `none` if the source has no such section and the translation keeps its own on purpose.
//! - `translation`: the fingerprint of the translation's section when it was recorded.
//!   `none` if the translation leaves the section out on purpose.
//! - `as`: the id of the translation's section if it differs from the block's.
//! - `place = own`: the section stands in a different place than in the source, on purpose.
//! - `unchanged`: why the translation was recorded although it did not change.
//! - `text`: the source's section itself, compressed, so that `giljabi status --diff` can
//!   show what changed. It is stored here instead of being looked up in git, because the
//!   state must also be known in a shallow clone, a download or a plain folder, and because
//!   history can be rewritten. It is compressed so that a search through the project does
//!   not find every sentence twice.

mod change;
mod fingerprint;
mod read;
mod texts;
mod write;

pub use change::{ChangeKind, TextChange, changes, words_added};
pub use fingerprint::{digest, fingerprint};
pub use read::read;
pub use texts::section_texts;
pub use write::write;

/// The ending of a ledger's file name.
pub const EXTENSION: &str = "ledger";
