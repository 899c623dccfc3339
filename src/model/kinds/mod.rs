//! The front matter that only one kind of page has, a file for each kind.
//!
//! Shared fields are empty in a translation: read them from the original.

mod article;
mod checklist;
mod decision;
mod guide;
mod home;
mod profile;
mod ranking;
mod release;
mod single;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

pub use article::ArticleFields;
pub use checklist::ChecklistFields;
pub use decision::DecisionFields;
pub use guide::GuideFields;
pub use home::HomeFields;
pub use profile::ProfileFields;
pub use ranking::{
    Criterion, CriterionWeight, MapAxis, RankedItem, RankingFields, RankingLevel, RankingMap, Score,
};
pub use release::{ReleaseFields, ReleaseVersion};
pub use single::{SinglePageFields, TermFields, Tool};

use super::{At, Kind, PageRef};
use crate::schema::NamedEntry;

macro_rules! kind_fields {
    ($($kind:ident($fields:ident),)*) => {
        /// The keys of a page's front matter that only its kind has.
        #[derive(Clone, Debug)]
        pub enum KindFields { $($kind($fields),)* }

        impl KindFields {
            /// Returns the fields of a page that could not be read.
            pub fn empty(kind: Kind) -> KindFields {
                match kind { $(Kind::$kind { .. } => KindFields::$kind($fields::default()),)* }
            }

            /// Reads the fields of a page of the kind `kind`.
            pub fn deserialize<'de, D: Deserializer<'de>>(
                kind: Kind,
                deserializer: D,
            ) -> Result<KindFields, D::Error> {
                Ok(match kind {
                    $(Kind::$kind { .. } => KindFields::$kind($fields::deserialize(deserializer)?),)*
                })
            }

            /// Returns the schema of the keys that only pages of the kind `kind` have.
            pub fn schema(kind: Kind, generator: &mut SchemaGenerator) -> Schema {
                match kind { $(Kind::$kind { .. } => $fields::json_schema(generator),)* }
            }
        }
    };
}

kind_fields! {
    Home(HomeFields),
    Guide(GuideFields),
    Decision(DecisionFields),
    Checklist(ChecklistFields),
    Profile(ProfileFields),
    Ranking(RankingFields),
    Changelog(ReleaseFields),
    Page(SinglePageFields),
    Article(ArticleFields),
}

/// References to pages, as front matter has them.
pub struct WrittenReferences<'a> {
    pub audience: Vec<&'a At<PageRef>>,
    pub related: Vec<&'a At<PageRef>>,
    /// The page to continue with at the end.
    pub next: Option<&'a At<PageRef>>,
    /// The reading path of a profile, or the guides of a ranking's items; in order.
    pub path: Vec<&'a At<PageRef>>,
}

impl Default for KindFields {
    fn default() -> Self {
        KindFields::Home(HomeFields::default())
    }
}

impl KindFields {
    /// Returns the day on which the page first appeared or the release was made.
    pub fn published(&self) -> Option<Date> {
        match self {
            KindFields::Guide(guide) => guide.published,
            KindFields::Decision(decision) => decision.published,
            KindFields::Checklist(checklist) => checklist.published,
            KindFields::Ranking(ranking) => ranking.published,
            KindFields::Changelog(release) => release.released,
            KindFields::Article(article) => article.published,
            KindFields::Home(_) | KindFields::Profile(_) | KindFields::Page(_) => None,
        }
    }

    /// Returns the number by which pages are ordered in a list.
    pub fn order(&self) -> Option<i64> {
        match self {
            KindFields::Decision(decision) => decision.order,
            KindFields::Checklist(checklist) => checklist.order,
            KindFields::Profile(profile) => profile.order,
            KindFields::Article(article) => article.order,
            KindFields::Home(_)
            | KindFields::Guide(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_)
            | KindFields::Page(_) => None,
        }
    }

    /// Returns the name of the person who has read and approved the page.
    pub fn reviewer(&self) -> Option<&str> {
        match self {
            KindFields::Guide(guide) => guide.reviewer.as_deref(),
            KindFields::Decision(decision) => decision.reviewer.as_deref(),
            KindFields::Checklist(checklist) => checklist.reviewer.as_deref(),
            KindFields::Home(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_)
            | KindFields::Page(_)
            | KindFields::Article(_) => None,
        }
    }

    /// Returns the sources of the page, one line for each.
    pub fn evidence(&self) -> &[String] {
        match self {
            KindFields::Guide(guide) => &guide.evidence,
            KindFields::Decision(decision) => &decision.evidence,
            KindFields::Home(_)
            | KindFields::Checklist(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_)
            | KindFields::Page(_)
            | KindFields::Article(_) => &[],
        }
    }

    /// Returns whether a page of this kind needs a text.
    pub const fn needs_text(&self) -> bool {
        match self {
            KindFields::Guide(_) | KindFields::Article(_) => true,
            KindFields::Page(page) => page.tool.is_none(),
            KindFields::Home(_)
            | KindFields::Decision(_)
            | KindFields::Checklist(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_) => false,
        }
    }

    /// Returns the pages that the fields name.
    pub fn references(&self) -> WrittenReferences<'_> {
        let (audience, related, path) = match self {
            KindFields::Guide(guide) => (&guide.audience[..], &guide.related[..], Vec::new()),
            KindFields::Decision(page) => (&page.audience[..], &page.related[..], Vec::new()),
            KindFields::Checklist(list) => (&list.audience[..], &list.related[..], Vec::new()),
            KindFields::Article(article) => {
                (&article.audience[..], &article.related[..], Vec::new())
            }
            KindFields::Profile(profile) => (&[][..], &[][..], profile.path.iter().collect()),
            KindFields::Ranking(ranking) => {
                let guides = ranking.items.iter().filter_map(|item| item.value.guide.as_ref());
                (&[][..], &[][..], guides.collect())
            }
            KindFields::Home(_) | KindFields::Changelog(_) | KindFields::Page(_) => {
                (&[][..], &[][..], Vec::new())
            }
        };
        let (audience, related) = (audience.iter().collect(), related.iter().collect());
        WrittenReferences { audience, related, next: self.next(), path }
    }

    fn next(&self) -> Option<&At<PageRef>> {
        match self {
            KindFields::Guide(guide) => guide.next.as_ref(),
            KindFields::Home(_)
            | KindFields::Checklist(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_)
            | KindFields::Page(_)
            | KindFields::Article(_)
            | KindFields::Decision(_) => None,
        }
    }

    /// Returns the terms that the page explains.
    pub fn terms(&self) -> &[NamedEntry<TermFields>] {
        match self {
            KindFields::Page(page) => &page.terms,
            KindFields::Home(_)
            | KindFields::Guide(_)
            | KindFields::Decision(_)
            | KindFields::Checklist(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Changelog(_)
            | KindFields::Article(_) => &[],
        }
    }

    /// Returns the name of the page in feeds, if that is not its slug.
    pub fn feed_id(&self) -> Option<&At<String>> {
        match self {
            KindFields::Guide(guide) => guide.feed_id.as_ref(),
            KindFields::Changelog(release) => release.feed_id.as_ref(),
            KindFields::Article(article) => article.feed_id.as_ref(),
            KindFields::Home(_)
            | KindFields::Decision(_)
            | KindFields::Checklist(_)
            | KindFields::Profile(_)
            | KindFields::Ranking(_)
            | KindFields::Page(_) => None,
        }
    }
}
