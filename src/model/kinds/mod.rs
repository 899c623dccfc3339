//! The kinds of pages, a file for each with everything that it declares: its properties, and the
//! front matter that only it has.
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
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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

use super::{Folder, KindInfo};

macro_rules! kinds {
    (
        home { $home:ident: $home_file:ident::$home_fields:ident, }
        in_folders { $($kind:ident: $file:ident::$fields:ident,)* }
        declared { $article:ident: $article_file:ident::$article_fields:ident, }
    ) => {
        /// The kind of a page, which decides about its folder, front matter and template.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $home,
            $($kind,)*
            /// A page of a collection that the settings declare.
            $article(Folder),
        }

        /// The keys of a page's front matter that only its kind has.
        #[derive(Clone, Debug)]
        pub enum KindFields {
            $home($home_fields),
            $($kind($fields),)*
            $article($article_fields),
        }

        impl Kind {
            /// The built-in kinds that live in a folder of their own, in reading order.
            pub const BUILT_IN: [Kind; [$(stringify!($kind)),*].len()] = [$(Kind::$kind),*];
        }

        kinds! {
            @each $home: $home_file::$home_fields,
            $($kind: $file::$fields,)*
            $article: $article_file::$article_fields,
        }
    };
    (@each $($kind:ident: $file:ident::$fields:ident,)*) => {
        impl Kind {
            /// Returns the properties of the kind.
            pub const fn info(self) -> &'static KindInfo {
                match self { $(Kind::$kind { .. } => &$file::INFO,)* }
            }
        }

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

// The order is the reading order.
kinds! {
    home { Home: home::HomeFields, }
    in_folders {
        Guide: guide::GuideFields,
        Decision: decision::DecisionFields,
        Checklist: checklist::ChecklistFields,
        Profile: profile::ProfileFields,
        Ranking: ranking::RankingFields,
        Changelog: release::ReleaseFields,
        Page: single::SinglePageFields,
    }
    declared { Article: article::ArticleFields, }
}

impl Kind {
    /// Returns the name of the folder below `content/` and in addresses.
    pub const fn folder(self) -> &'static str {
        match self {
            Kind::Article(folder) => folder.name(),
            built_in => built_in.info().folder,
        }
    }

    /// Returns the name in schemas: that of the folder, or the kind's own if it has no folder.
    pub fn schema_name(self) -> &'static str {
        match self.info().folder {
            "" => self.info().name,
            folder => folder,
        }
    }

    /// Returns the folder of its feed below the language's folder.
    pub fn feed_folder(self) -> String {
        match self.info().feed {
            Some(folder) => folder.to_owned(),
            None => [self.folder(), "/"].concat(),
        }
    }

    /// Returns the built-in kind whose pages live in `folder`.
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::BUILT_IN.into_iter().find(|kind| kind.folder() == folder)
    }

    /// Returns whether there is a page that lists the pages of this kind.
    pub const fn has_list(self) -> bool {
        self.info().introduction.is_some()
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.info().name)
    }
}

impl Default for KindFields {
    fn default() -> Self {
        KindFields::Home(HomeFields::default())
    }
}
