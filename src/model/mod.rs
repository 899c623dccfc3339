//! The ground floor: plain data that every stage shares.
//!
//! Nothing here reads a file, a clock or the environment, and nothing here
//! knows how Markdown is read or HTML is written.

mod document;
mod lang;
mod path;
mod place;
mod settings;
mod site;
mod span;

pub use document::{
    Alias, Criterion, CriterionWords, Document, FrontMatter, GuideFacts, Heading, KindFacts,
    KindWords, Link, LinkKind, NeutralFacts, PageRef, RankedItem, RankedWords, RankingFacts,
    ReleaseVersion, Seo, Topic, Weights,
};
pub use lang::{Lang, PerLang};
pub use path::{OutPath, SourcePath, UrlPath, nfc, percent_encode};
pub use place::{Kind, Place, is_slug};
pub use settings::{CodeThemes, Settings, Subscription, Verification};
pub use site::{
    Asset, AssetId, Collection, Dimensions, Page, PageId, Redirect, Route, Site, Target, Theme,
    ThemeFile,
};
pub use span::{At, SourceId, Span};
