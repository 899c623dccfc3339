//! The ledger of a translated page as data; `crate::ledger` reads and writes it.

use super::{Fingerprint, StoredText};

/// The ledger of one translated page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Sorted by id; each id occurs once.
    pub entries: Vec<Entry>,
}

/// The record of one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the source's section, or of the translation's if the source has none.
    pub id: Box<str>,
    /// The id of the translation's section, if it is another.
    pub own_id: Option<Box<str>>,
    /// The fingerprint of the source's section that the translation follows.
    pub source: Option<Fingerprint>,
    /// The fingerprint of the translation's section when this was recorded.
    pub translation: Option<Fingerprint>,
    /// True if the section is in another place than in the source, on purpose.
    pub own_place: bool,
    /// The reason for recording it although the translation did not change.
    pub unchanged: Option<Box<str>>,
    /// The text of the source's section.
    pub text: StoredText,
}

impl Entry {
    /// Returns the id of the translation's section.
    pub fn own_id(&self) -> &str {
        self.own_id.as_deref().unwrap_or(&self.id)
    }
}

/// A change that `accept` makes to a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerChange {
    /// Adds the entry, or replaces the one with the same id.
    Record(Entry),
    /// Removes the entry with this id.
    Forget(Box<str>),
}

impl Ledger {
    /// Applies `changes`; all other entries stay as they are.
    pub fn apply(&mut self, changes: impl IntoIterator<Item = LedgerChange>) {
        for change in changes {
            let id = match &change {
                LedgerChange::Record(entry) => &entry.id,
                LedgerChange::Forget(id) => id,
            };
            let place = self.entries.binary_search_by(|entry| entry.id.cmp(id));
            match (change, place) {
                (LedgerChange::Record(entry), Ok(at)) => self.entries[at] = entry,
                (LedgerChange::Record(entry), Err(at)) => self.entries.insert(at, entry),
                (LedgerChange::Forget(_), Ok(at)) => _ = self.entries.remove(at),
                (LedgerChange::Forget(_), Err(_)) => {}
            }
        }
    }
}
