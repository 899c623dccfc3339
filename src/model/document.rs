//! One source file, parsed: what its front matter says and what its body refers to.
//!
//! Words belong to a language; facts (dates, slugs, scores) belong to the page
//! and are written once, in the source language. Only a document of the source
//! language has [`NeutralFacts`]: a translation cannot contradict them.

use std::{collections::BTreeMap, ops::Range};

use jiff::civil::Date;
use serde::Serialize;

use super::{At, Diagram, Illustration, Kind, Lang, PageKey, Section, SourceId, Span};

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
    /// Ids that raw HTML sets: also anchors.
    pub html_ids: Vec<Box<str>>,
    /// Links and images in the order in which the body has them.
    pub links: Vec<Link>,
    /// Task list items in order, by the id that they pin.
    pub tasks: Vec<Option<Box<str>>>,
    /// The diagram blocks in order; `None` for one that does not parse.
    pub diagrams: Vec<Option<Diagram>>,
    /// What is translated one by one, in the order of the file.
    pub sections: Vec<Section>,
    /// Words in English, and in Korean words between spaces (eojeol).
    pub word_count: u32,
    /// False when the file could not be read as text or its front matter could
    /// not be found; such a document stands in for its page so that links to it
    /// are not reported as well.
    pub readable: bool,
}

impl Document {
    /// Whether what is translated of it is known: the file could be read, and its front
    /// matter has the words that every page has.
    pub fn is_whole(&self) -> bool {
        let words = [&self.front.title.value, &self.front.description.value];
        self.readable && words.iter().all(|words| !words.is_empty())
    }
}

/// A heading of the body.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    pub id: Box<str>,
    pub text: Box<str>,
}

/// A link or image as written.
#[derive(Clone, Debug)]
pub struct Link {
    pub kind: LinkKind,
    /// The destination with Markdown escapes resolved.
    pub dest: Box<str>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    Link,
    Image,
}

/// Checked front matter.
#[derive(Clone, Debug)]
pub struct FrontMatter {
    /// All of the block with its `+++` lines.
    pub span: Span,
    pub title: At<String>,
    pub description: At<String>,
    pub draft: bool,
    /// Whether a translation says that it is behind its original.
    pub translation_notice: bool,
    pub aliases: Vec<Alias>,
    pub seo: Seo,
    pub words: KindWords,
    /// Present exactly in a document of the page's source language.
    pub neutral: Option<NeutralFacts>,
}

/// An old path below the language's folder: `guides/old-name`.
pub type Alias = At<String>;

/// Overrides for search engines and messengers.
#[derive(Clone, Debug, Default)]
pub struct Seo {
    pub title: Option<At<String>>,
    pub description: Option<At<String>>,
    pub noindex: bool,
}

/// A reference to a page from front matter or settings: a slug (`pre-launch`)
/// or a kind's folder and slug (`checklists/pre-launch`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRef {
    pub kind: Option<Kind>,
    pub slug: String,
}

/// The words that only one kind has.
#[derive(Clone, Debug)]
pub enum KindWords {
    Home,
    Guide {
        reviewer: Option<String>,
        evidence: Vec<String>,
    },
    Checklist {
        reviewer: Option<String>,
    },
    /// `team` is what its readers are called in a list of them: `operations`, `운영팀`.
    Profile {
        team: Option<String>,
    },
    Ranking {
        criteria: Vec<CriterionWords>,
        items: Vec<RankedWords>,
    },
    Changelog {
        highlights: Vec<String>,
    },
    Page,
}

/// What a criterion of a ranking is called.
#[derive(Clone, Debug)]
pub struct CriterionWords {
    pub id: At<String>,
    pub label: String,
    pub note: Option<String>,
}

/// What a ranked item is called and why it stands where it stands.
#[derive(Clone, Debug)]
pub struct RankedWords {
    pub id: At<String>,
    pub label: String,
    pub reason: Option<String>,
}

/// Facts that hold in every language.
#[derive(Clone, Debug)]
pub struct NeutralFacts {
    pub updated: Option<Date>,
    /// What the page is known by in feeds, where that is not its slug.
    pub feed_id: Option<At<String>>,
    pub kind: KindFacts,
}

/// The facts that only one kind has.
#[derive(Clone, Debug)]
pub enum KindFacts {
    Home,
    Guide(GuideFacts),
    Checklist { published: Option<Date>, audience: Vec<At<PageRef>>, related: Vec<At<PageRef>> },
    Profile { order: i64, path: Vec<At<PageRef>> },
    Ranking(RankingFacts),
    Changelog { version: ReleaseVersion, released: Option<Date> },
    Page { tool: Option<Tool> },
}

/// What a page lets its readers use, beside its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tool {
    /// Items of the rankings, side by side.
    Comparison,
    /// The reader's own ten samples.
    Scorecard,
    /// Feeds and e-mail.
    Subscription,
}

impl Tool {
    pub const ALL: [Tool; 3] = [Tool::Comparison, Tool::Scorecard, Tool::Subscription];

    pub const fn name(self) -> &'static str {
        match self {
            Tool::Comparison => "comparison",
            Tool::Scorecard => "scorecard",
            Tool::Subscription => "subscription",
        }
    }
}

#[derive(Clone, Debug)]
pub struct GuideFacts {
    /// `None` only where the editor's date could not be read.
    pub published: Option<Date>,
    pub topic: Topic,
    pub audience: Vec<At<PageRef>>,
    pub related: Vec<At<PageRef>>,
}

/// What a guide is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    UseCase,
    Evaluation,
    Risk,
}

impl Topic {
    pub const ALL: [Topic; 3] = [Topic::UseCase, Topic::Evaluation, Topic::Risk];

    pub const fn name(self) -> &'static str {
        match self {
            Topic::UseCase => "use-case",
            Topic::Evaluation => "evaluation",
            Topic::Risk => "risk",
        }
    }

    /// The drawing for guides on the topic.
    pub const fn illustration(self) -> Illustration {
        match self {
            Topic::UseCase => Illustration::Gates,
            Topic::Evaluation => Illustration::Rings,
            Topic::Risk => Illustration::Lantern,
        }
    }

    /// The catalog key of what a guide on the topic is called.
    pub const fn label(self) -> &'static str {
        match self {
            Topic::UseCase => "topic-use-case",
            Topic::Evaluation => "topic-evaluation",
            Topic::Risk => "topic-risk",
        }
    }
}

/// A ranking's numbers. Scores run from 1 to 5, where 5 is the better end.
#[derive(Clone, Debug, Default)]
pub struct RankingFacts {
    pub published: Option<Date>,
    pub criteria: Vec<Criterion>,
    pub items: Vec<RankedItem>,
    pub weights: Vec<Weights>,
}

#[derive(Clone, Debug)]
pub struct Criterion {
    pub id: At<String>,
}

#[derive(Clone, Debug)]
pub struct RankedItem {
    pub id: At<String>,
    pub guide: Option<At<PageRef>>,
    /// Score by criterion id.
    pub scores: BTreeMap<String, u8>,
}

/// How much each criterion counts, for everyone (`default`) or for a profile.
#[derive(Clone, Debug)]
pub struct Weights {
    pub profile: At<String>,
    /// Weight from 0 to 5 by criterion id.
    pub by_criterion: BTreeMap<String, u8>,
}

/// `v2.7.0-audience-seo`: a semantic version with an optional name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseVersion {
    /// As written, with the leading `v`.
    pub tag: String,
    /// Major, minor and patch: what releases are ordered by.
    pub number: (u64, u64, u64),
}
