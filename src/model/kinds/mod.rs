//! The front matter that only one kind of page has, a file for each kind.
//!
//! Shared fields are empty in a translation: read them from the original.

#[macro_use]
mod common;

mod article;
mod checklist;
mod decision;
mod guide;
mod home;
mod profile;
mod ranking;
mod release;
mod single;

use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer};

pub use article::ArticleFields;
pub use checklist::ChecklistFields;
pub use common::CommonFields;
pub use decision::DecisionFields;
pub use guide::GuideFields;
pub use home::HomeFields;
pub use profile::ProfileFields;
pub use ranking::{
    Criterion, CriterionWeight, MapAxis, RankedItem, RankingFields, RankingLevel, RankingMap, Score,
};
pub use release::{ReleaseFields, ReleaseVersion};
pub use single::{SinglePageFields, TermFields, Tool};

use super::Kind;

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

        impl Deref for KindFields {
            type Target = dyn CommonFields;

            fn deref(&self) -> &Self::Target {
                match self { $(KindFields::$kind(fields) => fields,)* }
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

impl Default for KindFields {
    fn default() -> Self {
        KindFields::Home(HomeFields::default())
    }
}
