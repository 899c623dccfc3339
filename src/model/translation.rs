//! The state of a translation against its source, section by section. Computed in one
//! place, by `resolve`; every view reads it from here.

use std::sync::Arc;

use super::{Document, Ledger, PageKey, Section};

/// A page in the language in which it was not written first; its translation may be missing.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The key of the translated version.
    pub place: PageKey,
    /// The version that was written first; `None` for an orphan.
    pub source: Option<Arc<Document>>,
    /// The translated version; `None` if it is missing, or only begun.
    pub document: Option<Arc<Document>>,
    pub ledger: Option<Arc<Ledger>>,
    pub state: PageState,
    /// The pairs in the order of the source. Sections that only the translation has are in
    /// between.
    pub pairs: Vec<SectionPair>,
}

impl Translation {
    /// Returns the sections in which readers may find less than the source says.
    pub fn behind(&self) -> impl Iterator<Item = &SectionPair> {
        self.pairs.iter().filter(|pair| pair.is_behind())
    }

    /// Returns the number of the source's words that are not translated yet.
    pub fn words(&self) -> u32 {
        self.pairs.iter().map(|pair| pair.words).sum()
    }

    /// Returns the source's section of a pair.
    pub fn source_of(&self, pair: &SectionPair) -> Option<&Section> {
        self.source.as_deref()?.sections.get(pair.source? as usize)
    }

    /// Returns the translation's section of a pair.
    pub fn section_of(&self, pair: &SectionPair) -> Option<&Section> {
        self.document.as_deref()?.sections.get(pair.translation? as usize)
    }

    /// Returns the name of a pair: the id of the source's section, or of the translation's if
    /// the source has none.
    pub fn id_of(&self, pair: &SectionPair) -> &str {
        let section = self.source_of(pair).or_else(|| self.section_of(pair));
        section.map_or("", |section| &section.id)
    }
}

/// A section in both versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPair {
    /// The positions in the documents' sections; at least one is not `None`.
    pub source: Option<u32>,
    pub translation: Option<u32>,
    /// The position of its entry in the ledger.
    pub entry: Option<u32>,
    pub state: SectionState,
    /// True if the translation was edited since it was recorded.
    pub edited: bool,
    /// True if it is in another place than in the source, without a recorded reason.
    pub displaced: bool,
    /// True if it was paired by position alone, between sections that are not equally many: it
    /// is not known whether both correspond.
    pub guessed: bool,
    /// True if the translation has the source's text, or is in the source's language.
    pub untranslated: bool,
    /// The page that the section has moved from or to.
    pub elsewhere: Option<Box<str>>,
    /// The number of the source's words that are new or changed.
    pub words: u32,
}

impl SectionPair {
    /// Returns whether the translation is known to say less than the source, more, or something
    /// else.
    pub const fn is_behind(&self) -> bool {
        match self.state {
            SectionState::SourceChanged
            | SectionState::NewInSource
            | SectionState::RemovedFromSource => true,
            // The text was moved to this page in the source only.
            SectionState::Moved => self.translation.is_none(),
            SectionState::Current | SectionState::TranslationEdited | SectionState::NotRecorded => {
                false
            }
        }
    }
}

/// The state of a section of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionState {
    /// The translation follows the source.
    Current,
    /// The source has changed since the version that the translation follows.
    SourceChanged,
    /// The source has the section, the translation does not.
    NewInSource,
    /// The translation has the section, the source no longer does.
    RemovedFromSource,
    /// The translation follows the source, but in another place.
    Moved,
    /// The source has not changed; the translation was edited since it was recorded.
    TranslationEdited,
    /// The ledger has no record of the version that the translation follows.
    NotRecorded,
}

impl SectionState {
    pub const ALL: [SectionState; 7] = [
        SectionState::Current,
        SectionState::SourceChanged,
        SectionState::NewInSource,
        SectionState::RemovedFromSource,
        SectionState::Moved,
        SectionState::TranslationEdited,
        SectionState::NotRecorded,
    ];

    /// Returns the name in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            SectionState::Current => "current",
            SectionState::SourceChanged => "source-changed",
            SectionState::NewInSource => "new-in-source",
            SectionState::RemovedFromSource => "removed-from-source",
            SectionState::Moved => "moved",
            SectionState::TranslationEdited => "translation-edited",
            SectionState::NotRecorded => "not-recorded",
        }
    }

    /// Returns whether a translator has work to do. An edited translation is not behind.
    pub const fn makes_stale(self) -> bool {
        match self {
            SectionState::SourceChanged
            | SectionState::NewInSource
            | SectionState::RemovedFromSource
            | SectionState::Moved
            | SectionState::NotRecorded => true,
            SectionState::Current | SectionState::TranslationEdited => false,
        }
    }
}

/// The state of a translated page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageState {
    /// Every section follows the source in its present form.
    Complete,
    /// Some section is not current, or has no record.
    Stale,
    /// The translation does not exist.
    Missing,
    /// The translation exists, but its marks keep it from being published.
    Begun,
    /// The source does not exist.
    Orphan,
}

impl PageState {
    pub const ALL: [PageState; 5] = [
        PageState::Complete,
        PageState::Stale,
        PageState::Missing,
        PageState::Begun,
        PageState::Orphan,
    ];

    /// Returns the name in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            PageState::Complete => "complete",
            PageState::Stale => "stale",
            PageState::Missing => "missing",
            PageState::Begun => "begun",
            PageState::Orphan => "orphan",
        }
    }

    /// Returns the rank of the state in lists that begin with pages that need work.
    pub const fn rank(self) -> u8 {
        match self {
            PageState::Stale => 0,
            PageState::Begun => 1,
            PageState::Missing => 2,
            PageState::Orphan => 3,
            PageState::Complete => 4,
        }
    }
}
