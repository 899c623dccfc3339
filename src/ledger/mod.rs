//! The ledger of a translated page: which text of the source each section follows.
//!
//! One file for each translated page, beside it and named like it:
//! `content/guides/customer-service.ko.ledger`. It is written by `giljabi accept`,
//! read by everything that asks for the state of a translation, and committed with
//! the page. Nothing else is needed to tell the state: no git, no dates.
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
//!   `none` where the source has none and the translation keeps its own on purpose.
//! - `translation`: the fingerprint of the translation's section when it was
//!   recorded. `none` where the translation leaves the section out on purpose.
//! - `as`: the id of the translation's section where it is another than the block's.
//! - `place = own`: the section stands elsewhere than in the source, on purpose.
//! - `unchanged`: why the translation was recorded although it did not change.
//! - `text`: the source's section itself, compressed, so that `giljabi status
//!   --diff` can show what changed. It is kept here rather than looked up in git,
//!   because the state must be known from a shallow clone, a download and an editor's
//!   folder too, and because history is rewritten; compressed, because a search
//!   through the project should not find every sentence twice.

mod change;
mod fingerprint;
mod kept;
mod read;
mod write;

pub use change::{Change as TextChange, ChangeKind, changes, words_added};
pub use fingerprint::{fingerprint, print};
pub use kept::KeptText;
pub use read::read;
pub use write::write;

use crate::model::Fingerprint;

/// The ending of a ledger's file name.
pub const EXTENSION: &str = "ledger";

/// The ledger of one translated page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Sorted by id, each id once.
    pub entries: Vec<Entry>,
}

/// What is recorded of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the source's section, or of the translation's where the source
    /// has none.
    pub id: Box<str>,
    /// The id of the translation's section where it is another.
    pub own_id: Option<Box<str>>,
    /// Of the source's section that the translation follows.
    pub source: Option<Fingerprint>,
    /// Of the translation's section when this was recorded.
    pub translation: Option<Fingerprint>,
    /// The section stands elsewhere than in the source, on purpose.
    pub own_place: bool,
    /// Why it was recorded although the translation did not change.
    pub unchanged: Option<Box<str>>,
    /// The source's section.
    pub text: KeptText,
}

impl Entry {
    /// The id of the translation's section.
    pub fn own_id(&self) -> &str {
        self.own_id.as_deref().unwrap_or(&self.id)
    }
}

/// What `accept` does to a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Puts the entry in the place of the one with the same id, if there is one.
    Record(Entry),
    /// Removes the entry with this id.
    Forget(Box<str>),
}

impl Ledger {
    /// Makes `changes`, and leaves every other entry as it is.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = Change>) {
        for change in changes {
            let id = match &change {
                Change::Record(entry) => &entry.id,
                Change::Forget(id) => id,
            };
            let place = self.entries.binary_search_by(|entry| entry.id.cmp(id));
            match (change, place) {
                (Change::Record(entry), Ok(at)) => self.entries[at] = entry,
                (Change::Record(entry), Err(at)) => self.entries.insert(at, entry),
                (Change::Forget(_), Ok(at)) => _ = self.entries.remove(at),
                (Change::Forget(_), Err(_)) => {}
            }
        }
    }
}
