//! The parts of a page that are translated one by one.
//!
//! A section is a heading with the text below it up to the next heading, the text before the
//! first heading, a checklist item, the words of a diagram, or the words of one key of the
//! front matter. Each has a name, a span, and a fingerprint, which changes with the text but
//! not with its line breaks.

use std::{fmt, hash::BuildHasher, str::FromStr};

use rustc_hash::FxBuildHasher;

use super::{Lang, Span};

/// The kind of a section. Sections correspond to sections of the same kind in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionKind {
    /// The words of one key of the front matter.
    FrontMatter,
    /// The text before the first heading.
    Lead,
    /// A heading of this level and the text below it.
    Heading(u8),
    /// A checklist item.
    Task,
    /// The words of a diagram.
    Diagram,
}

impl SectionKind {
    /// Returns the name in machine-readable output.
    pub const fn name(self) -> &'static str {
        match self {
            SectionKind::FrontMatter => "front-matter",
            SectionKind::Lead => "lead",
            SectionKind::Heading(_) => "heading",
            SectionKind::Task => "task",
            SectionKind::Diagram => "diagram",
        }
    }
}

/// One section of a document.
#[derive(Clone, Debug)]
pub struct Section {
    pub kind: SectionKind,
    /// The id, unique on its page: the anchor of a heading, a task or the figure of a diagram;
    /// `front.title` and so on for a key of the front matter; `front.lead` for the lead;
    /// `<section>.task-2` for a task without an id of its own.
    pub id: Box<str>,
    /// True if an editor chose the id, so that it does not change with the words.
    pub pinned: bool,
    /// The whole section, including the sections inside it.
    pub span: Span,
    /// The position in the outline of the section's heading, or of the heading above it.
    pub heading: Option<u32>,
    pub shape: Shape,
    /// The fingerprint and word count; `None` unless the page's translation is recorded or its
    /// state was requested.
    pub digest: Option<TextDigest>,
}

/// A part of a page that has a version of its own: a section of the contents, with all that
/// stands below its smaller headings.
#[derive(Clone, Copy, Debug)]
pub struct VersionedPart {
    /// The position of its heading in the outline; the beginning of the page has none.
    pub heading: Option<u32>,
    pub version: Fingerprint,
}

/// A summary of a section's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextDigest {
    pub fingerprint: Fingerprint,
    /// The number of words; in Korean, of what stands between spaces (eojeol).
    pub words: u32,
}

impl Section {
    /// Returns the fingerprint, if it was computed.
    pub fn fingerprint(&self) -> Option<Fingerprint> {
        self.digest.map(|digest| digest.fingerprint)
    }

    /// Returns the number of words; 0 if they were not counted.
    pub fn words(&self) -> u32 {
        self.digest.map_or(0, |digest| digest.words)
    }
}

/// A hash that is equal for texts that differ only in white space, line breaks or Unicode
/// normalisation form (`ledger::fingerprint` computes it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub u64);

impl fmt::Display for Fingerprint {
    /// Writes sixteen hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'a'..=b'f'));
        match text.len() == 16 && digits {
            true => u64::from_str_radix(text, 16).map(Fingerprint).map_err(|_| ()),
            false => Err(()),
        }
    }
}

/// Those properties of a section that its translation should share.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// The positions in the document's links, images included.
    pub links: Box<[u32]>,
    pub code: Box<[CodeShape]>,
    pub series: Box<[Series]>,
    /// References to footnotes.
    pub footnotes: Box<[Span]>,
    pub quantities: Box<[Quantity]>,
    pub formulas: Box<[FormulaShape]>,
    /// Hashes of parts that are the same in every language: code, addresses, names in code, lists,
    /// tables.
    pub features: Box<[u64]>,
    pub letters: LetterCounts,
    /// Paragraphs and items in another language than the page.
    pub passages: Box<[ForeignPassage]>,
}

/// A paragraph or an item in another language than its page.
#[derive(Clone, Copy, Debug)]
pub struct ForeignPassage {
    pub span: Span,
    pub words: u32,
}

impl Shape {
    /// Returns the share of language-independent parts that two sections have in common, from 0
    /// to 1; `None` if neither has any. Numbers count little: two sections may have one in common by
    /// chance, and each may be written in words.
    pub fn likeness(&self, other: &Shape) -> Option<f32> {
        let all = self.features.len() + other.features.len();
        let common = self.features.iter().filter(|feature| other.features.contains(feature));
        let likeness = (all > 0).then(|| 2.0 * common.count() as f32 / all as f32);
        match likeness {
            Some(0.0) => likeness,
            _ if self.has_number_of(other) => Some(likeness.unwrap_or(0.0) + Shape::COMMON_NUMBER),
            _ => likeness,
        }
    }

    /// What a number in common adds to the likeness of two sections.
    const COMMON_NUMBER: f32 = 0.1;

    fn has_number_of(&self, other: &Shape) -> bool {
        /// More numbers would make it slow.
        const MOST: usize = 32;
        let is_in_both = |own: &Quantity| {
            other.quantities.iter().take(MOST).any(|theirs| own.measure.is_same(theirs.measure))
        };
        self.quantities.iter().take(MOST).any(is_in_both)
    }
}

/// Counts of letters, which show the language of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterCounts {
    pub hangul: u32,
    pub latin: u32,
    /// Latin words with a small first letter, which names do not have.
    pub common_words: u32,
    /// A hash of the words.
    pub hash: u64,
}

/// More words than this are no name.
const SENTENCE: u32 = 3;

impl LetterCounts {
    /// Adds the letters of `text`.
    pub fn add(&mut self, text: &str) {
        // The first byte of a Hangul syllable (U+AC00 to U+D7A3) in UTF-8.
        self.hangul += count(text, |byte| matches!(byte, 0xea..=0xed));
        self.latin += count(text, |byte| byte.is_ascii_alphabetic());
        for word in text.split_ascii_whitespace() {
            self.common_words += u32::from(word.as_bytes()[0].is_ascii_lowercase());
            self.hash = FxBuildHasher.hash_one((self.hash, word));
        }
    }

    /// Returns the counts of what was added since `before`, without a hash.
    #[must_use]
    pub fn since(&self, before: &LetterCounts) -> LetterCounts {
        LetterCounts {
            hangul: self.hangul - before.hangul,
            latin: self.latin - before.latin,
            common_words: self.common_words - before.common_words,
            hash: 0,
        }
    }

    /// Returns the counts of both texts.
    #[must_use]
    pub fn with(&self, other: &LetterCounts) -> LetterCounts {
        LetterCounts {
            hangul: self.hangul + other.hangul,
            latin: self.latin + other.latin,
            common_words: self.common_words + other.common_words,
            hash: FxBuildHasher.hash_one((self.hash, other.hash)),
        }
    }

    /// Returns whether the text is in another language than `lang`, ignoring names.
    pub fn is_foreign_to(&self, lang: Lang) -> bool {
        match lang {
            Lang::Ko => self.hangul == 0 && self.common_words >= SENTENCE,
            Lang::En => self.hangul > self.latin && self.hangul >= 2 * SENTENCE,
        }
    }

    /// Returns whether the text is more than a few names.
    pub fn are_sentences(&self) -> bool {
        self.common_words >= SENTENCE || self.hangul >= 2 * SENTENCE
    }

    /// Returns whether the text has the same words as `source` and is not in the language
    /// `lang`.
    pub fn copies(&self, source: &LetterCounts, lang: Lang) -> bool {
        let has_words = match lang {
            Lang::Ko => self.hangul == 0 && self.latin > 3,
            Lang::En => self.hangul > 1,
        };
        has_words && self.hash == source.hash
    }
}

/// Returns the number of bytes for which `holds`. Numbers of one byte add up many at once.
fn count(text: &str, holds: impl Fn(u8) -> bool) -> u32 {
    let parts = text.as_bytes().chunks(usize::from(u8::MAX));
    parts.map(|part| u32::from(part.iter().map(|byte| u8::from(holds(*byte))).sum::<u8>())).sum()
}

/// A formula.
#[derive(Clone, Debug)]
pub struct FormulaShape {
    /// The whole formula without its words.
    pub shared: Box<str>,
    pub span: Span,
}

/// A block of code.
#[derive(Clone, Debug)]
pub struct CodeShape {
    /// The language at the fence, if there is one.
    pub language: Box<str>,
    /// A hash of the code without white space.
    pub fingerprint: u64,
    pub span: Span,
}

/// The number of items in a list, or of rows in a table.
#[derive(Clone, Debug)]
pub struct Series {
    pub kind: SeriesKind,
    /// Items that are no tasks; rows below the header row.
    pub length: u32,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeriesKind {
    List,
    Table,
}

/// A number in digits with a unit, in running text: `30 minutes`, `1만 원`, `40%`.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub measure: Measure,
    pub text: Box<str>,
    pub span: Span,
}

/// The value of a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The amount in the base of the unit: `90 minutes` and `1시간 30분` have the same amount.
    pub amount: f64,
    /// The size of one unit in the same base: 60 for minutes.
    pub size: f64,
    pub unit: Unit,
}

impl Measure {
    /// Returns whether both are the same quantity.
    fn is_same(self, other: Measure) -> bool {
        self.unit == other.unit && (self.amount - other.amount).abs() <= self.tolerance()
    }

    /// Returns how much another amount may differ and still count as equal.
    pub fn tolerance(self) -> f64 {
        1e-9 * self.amount.abs().max(1.0)
    }
}

/// Units that can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Milliseconds to weeks, in seconds.
    Time,
    /// Months and years, in months.
    Months,
    Percent,
    Dollars,
    Won,
    Bytes,
    Pixels,
    People,
    Times,
}
