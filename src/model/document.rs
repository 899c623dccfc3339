//! One source file, parsed: its front matter and its body.
//!
//! Text is translated, so both files of a page have it. Shared values (dates, slugs, scores)
//! are written once, in the file of the source language; the front matter of a translation does
//! not have them.

use std::{ops::Range, sync::Arc};

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    At, Diagram, Kind, KindFields, Lang, PageKey, Section, SourceId, Span, VersionedPart,
    settings::yes,
};
use crate::{
    diag::Diagnostic,
    schema::{CalendarDate, TranslatedKey},
};

/// A parsed content file.
#[derive(Clone, Debug)]
pub struct Document {
    pub source: SourceId,
    pub place: PageKey,
    /// The language in which this page was written first.
    pub source_language: Lang,
    pub front: FrontMatter,
    /// The Markdown below the front matter, as a byte range of the file.
    pub body: Range<u32>,
    /// Headings in order. Their ids are the page's anchors.
    pub outline: Vec<Heading>,
    /// Ids in raw HTML, which are anchors too.
    pub html_ids: Vec<Box<str>>,
    /// Links and images in the order of the body.
    pub links: Vec<Link>,
    /// Task list items in order, each with its id if it pins one.
    pub tasks: Vec<Option<Box<str>>>,
    /// The diagram blocks in order; `None` for one that does not parse.
    pub diagrams: Vec<Option<Diagram>>,
    /// The sections that are translated one by one, in the order of the file.
    pub sections: Vec<Section>,
    /// The parts with a version, the beginning of the page first. Only an original has them,
    /// as versions are the same in both languages.
    pub versions: Box<[VersionedPart]>,
    /// Places of text that is read otherwise than it was meant, so that lists, links, headings or
    /// tables differ from the other version. Sorted.
    pub misread: Vec<Span>,
    /// Remarks to giljabi in the body, which do not belong to its text.
    pub remarks: Vec<Span>,
    /// The number of words; in Korean, of what stands between spaces (eojeol).
    pub word_count: u32,
    /// True if the body shows more than headings.
    pub has_content: bool,
    /// The reason why the body is not rendered: its HTML would run scripts, load something from
    /// elsewhere, or swallow the text after it.
    pub refused: Option<Box<Diagnostic>>,
    /// The file's text with spaces in place of the sections that are marked as not translated
    /// yet; `None` if there are none.
    pub masked: Option<Arc<str>>,
    /// False if the file is not valid text or has no front matter. The document is then a
    /// stand-in for its page, so that links to the page are not reported as well.
    pub readable: bool,
}

impl Document {
    /// Returns the text that is published, given the text of the file.
    pub fn text<'t>(&'t self, file: &'t str) -> &'t str {
        self.masked.as_deref().unwrap_or(file)
    }

    /// Returns whether this is the file in the page's source language, which has the shared
    /// keys.
    pub fn is_original(&self) -> bool {
        self.readable && self.place.lang == self.source_language
    }

    /// Returns whether the translatable text is known: the file could be read, and its front
    /// matter has the texts that every page needs.
    pub fn is_whole(&self) -> bool {
        let words = [&self.front.title.value, &self.front.description.value];
        self.readable && words.iter().all(|words| !words.is_empty())
    }
}

/// A heading of the body.
#[derive(Clone, Debug)]
pub struct Heading {
    /// The level, from 1 to 6.
    pub level: u8,
    pub id: Box<str>,
    pub text: Box<str>,
}

/// A link or image as written.
#[derive(Clone, Debug)]
pub struct Link {
    pub kind: LinkKind,
    /// The destination, with Markdown escapes resolved.
    pub dest: Box<str>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}

/// The front matter of a page: the keys that every kind has, and those of its kind.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct FrontMatter {
    /// The language in which the page is written first, where that is not the one in the
    /// settings. Both files of the page say the same, or one of them does.
    pub source_language: Option<Lang>,
    /// The title, as readers see it above the page and in lists.
    #[schemars(extend("x-translated" = true))]
    pub title: At<String>,
    /// One or two sentences that say why to read the page, for lists and search engines.
    #[schemars(extend("x-translated" = true))]
    pub description: At<String>,
    /// Other words by which readers look for the page, in this language: the search knows them,
    /// and the page does not show them.
    #[serde(default)]
    #[schemars(example = ["SLA", "uptime"])]
    pub keywords: Vec<String>,
    /// A draft: not published while this is true, and shown by `giljabi serve --drafts`. A
    /// translation goes with its original.
    #[serde(default)]
    pub draft: bool,
    /// Whether a translation says that its original has changed since.
    #[serde(default = "yes")]
    pub translation_notice: bool,
    /// Addresses that the page had before, below the language or, with a `/` in front, below
    /// the root of the site: readers are led on from there. Those below the language hold for
    /// both languages when they stand in the original.
    #[serde(default)]
    #[schemars(example = ["guides/old-name"], extend("items" = { "type": "string", "format": "old-address" }))]
    pub aliases: Vec<Alias>,
    /// What search engines and messengers see instead.
    #[serde(default)]
    pub seo: Seo,
    /// The day of the last change that matters to readers.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub updated: Option<Date>,
    /// The day until which somebody looks at the page again. The page shows it, and says
    /// when it has passed; from then on builds warn.
    #[schemars(with = "Option<CalendarDate>", extend("x-shared" = true))]
    pub review_by: Option<At<Date>>,
    /// The keys that only the page's kind has.
    #[serde(skip)]
    pub fields: KindFields,
    /// The words that the ledger tracks.
    #[serde(skip)]
    pub words: Vec<TranslatedKey>,
    /// The span of the whole block with its `+++` lines.
    #[serde(skip)]
    pub span: Span,
    /// The place of the newest date, or of the title if there is none.
    #[serde(skip)]
    pub dated_at: Span,
}

impl FrontMatter {
    /// Returns the front matter of a page that could not be read.
    pub fn empty(kind: Kind, span: Span) -> FrontMatter {
        let nothing = At { value: String::new(), span };
        FrontMatter {
            title: nothing.clone(),
            description: nothing,
            fields: KindFields::empty(kind),
            span,
            ..FrontMatter::default()
        }
    }
}

/// An old path below the language's folder: `guides/old-name`.
pub type Alias = At<String>;

/// Overrides for search engines and messengers.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
pub struct Seo {
    /// The title for search engines and messengers, where the page's own does not do.
    pub title: Option<At<String>>,
    /// The description for search engines and messengers, where the page's own does not do.
    pub description: Option<At<String>>,
    /// Keeps the page and its translation from search engines, feeds and lists.
    #[serde(default)]
    pub noindex: bool,
}
