//! The state of a translation against its source, section by section. Computed in one
//! place, by `resolve`; every view reads it from here.

use std::sync::Arc;

use super::{Document, Ledger, PageKey, Section};

/// A page in the language that it was not written in first: translated, or yet to be.
#[derive(Clone, Debug)]
pub struct Translation {
    /// The key of the translated version.
    pub place: PageKey,
    /// The version that came first; none for an orphan.
    pub source: Option<Arc<Document>>,
    /// The translated version; none where it is missing.
    pub document: Option<Arc<Document>>,
    pub ledger: Option<Arc<Ledger>>,
    pub state: PageState,
    /// In the order of the source, with sections that only the translation has in between.
    pub pairs: Vec<SectionPair>,
}

impl Translation {
    /// Returns the sections that readers may find behind the source.
    pub fn behind(&self) -> impl Iterator<Item = &SectionPair> {
        self.pairs.iter().filter(|pair| pair.is_behind())
    }

    /// Returns the source's words that have no translation yet.
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

    /// Returns the name of a pair: the id of its section in the source, or of the translation's
    /// where the source has none.
    pub fn id_of(&self, pair: &SectionPair) -> &str {
        let section = self.source_of(pair).or_else(|| self.section_of(pair));
        section.map_or("", |section| &section.id)
    }
}

/// One section on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPair {
    /// Positions in the documents' sections; at least one of the two is there.
    pub source: Option<u32>,
    pub translation: Option<u32>,
    /// The position of its entry in the ledger.
    pub entry: Option<u32>,
    pub state: SectionState,
    /// The translation is not the one that was recorded.
    pub edited: bool,
    /// Stands in another order than in the source, without a recorded reason.
    pub displaced: bool,
    /// Paired for its place alone, where the versions have not as many sections: nobody
    /// knows whether both say the same.
    pub guessed: bool,
    /// The translation is the source's text, or in its language.
    pub untranslated: bool,
    /// The page on which a section of the same source text was, or is now.
    pub elsewhere: Option<Box<str>>,
    /// Words of the source that are new or changed.
    pub words: u32,
}

impl SectionPair {
    /// Returns whether the translation is known to say less, more or something else than the
    /// source does.
    pub const fn is_behind(&self) -> bool {
        match self.state {
            SectionState::SourceChanged
            | SectionState::NewInSource
            | SectionState::RemovedFromSource => true,
            // Text that was moved to this page in the source only.
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
    /// The source has it, the translation does not.
    NewInSource,
    /// The translation has it, the source no longer does.
    RemovedFromSource,
    /// In step, but in another place than in the source.
    Moved,
    /// The source is the same; the translation was edited since it was recorded.
    TranslationEdited,
    /// The ledger does not record the version that it follows.
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

    /// Returns the name that tools read.
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

    /// Returns whether the page has to wait for a translator. A translation that was edited
    /// lags behind nothing.
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
    /// Every section follows the source as it stands.
    Complete,
    /// Some section is not current, or not recorded.
    Stale,
    /// The translation does not exist.
    Missing,
    /// The source does not exist.
    Orphan,
}

impl PageState {
    pub const ALL: [PageState; 4] =
        [PageState::Complete, PageState::Stale, PageState::Missing, PageState::Orphan];

    /// Returns the name that tools read.
    pub const fn name(self) -> &'static str {
        match self {
            PageState::Complete => "complete",
            PageState::Stale => "stale",
            PageState::Missing => "missing",
            PageState::Orphan => "orphan",
        }
    }

    /// Returns the place of the state where pages that need work stand first.
    pub const fn rank(self) -> u8 {
        match self {
            PageState::Stale => 0,
            PageState::Missing => 1,
            PageState::Orphan => 2,
            PageState::Complete => 3,
        }
    }
}
