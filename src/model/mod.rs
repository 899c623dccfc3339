//! The data that every stage shares.
//!
//! Nothing here reads a file, a clock or the environment, and nothing here parses Markdown or
//! writes HTML.

mod actor_names;
mod appearance;
mod collection;
mod document;
mod folder;
mod generated;
mod glossary;
mod ids;
mod kind_info;
mod kinds;
mod ledger;
mod own_collection;
mod page_key;
mod page_ref;
mod path;
mod policy;
mod retired;
mod sample_names;
mod section;
mod settings;
mod site;
mod stored_text;
mod theme;
mod titles;
mod topic;
mod translation;
mod web_address;

pub use actor_names::ActorNames;
pub use appearance::{Appearance, OutwardLink};
pub use document::{Alias, Document, FrontMatter, Heading, Link, LinkKind, Seo};
pub use folder::Folder;
pub use generated::{
    FeedFormat, FeedSubject, GeneratedFile, PreviewOf, SiteIcon, SitemapPart,
    VERSION_FILES_IN_GROUP, preview_url, versions_folder,
};
pub use glossary::{Glossary, TERM_ANCHOR, Term, TermEntry};
pub use ids::{AssetId, PageId};
pub use kind_info::{Illustration, KindInfo, ListOrder};
pub use kinds::*;
pub use ledger::{Entry, Ledger, LedgerChange};
pub use own_collection::{CollectionOrder, OwnCollection};
pub use page_key::{PageKey, fnv1a};
pub use page_ref::{PageRef, is_slug};
pub use path::{OutPath, SourcePath, UrlPath, percent_encode};
pub use policy::{Directive, SecurityPolicy};
pub use retired::{Retired, address, path_below_language, path_below_root};
pub use sample_names::SampleNames;
pub use section::{
    CodeShape, Fingerprint, ForeignPassage, FormulaShape, LetterCounts, Measure, Quantity, Section,
    SectionKind, Series, SeriesKind, Shape, TextDigest, Unit, VersionedPart,
};
pub use settings::{
    CodeThemes, PreviewImages, Publisher, SearchSettings, Security, Settings, SiteAddress,
    Subscription, Verification,
};
pub use site::{
    Asset, Collection, Damage, Dimensions, Page, PageFile, ReaderPage, Redirect, References, Route,
    Site, Target, speaks,
};
pub use stored_text::StoredText;
pub use theme::{HeaderRule, HostRules, TemplateFile, Theme, ThemeFile};
pub use titles::{LONGEST_TITLE, SHORTEST_TITLE, head_title, own_title};
pub use topic::Topic;
pub use translation::{PageState, SectionPair, SectionState, Translation};
pub use web_address::{PolicySource, WebAddress, is_host};

// Types of the layers below, re-exported for the stages.
pub use crate::{
    diagram::Diagram,
    lang::{Lang, PerLang},
    span::{At, SourceId, Span},
    unicode::nfc,
};
