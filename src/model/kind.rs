//! The kinds of pages. Everything in which they differ is in the rows of [`Kind::info`], in the
//! front matter of each kind, and in its view and template.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use super::Folder;

/// The kind of a page, which decides about its folder, front matter and template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Home,
    Guide,
    Decision,
    Checklist,
    Profile,
    Ranking,
    Changelog,
    Page,
    /// A page of a collection that the settings declare.
    Article(Folder),
}

/// The properties that all pages of one kind share.
#[derive(Debug)]
pub struct KindInfo {
    /// The name in templates and styles.
    pub name: &'static str,
    /// The name of the folder below `content/` and in addresses.
    pub folder: &'static str,
    pub template: &'static str,
    /// The catalog key of the title of its list.
    pub title: &'static str,
    /// The catalog key of the introduction of its list; `None` if it has no list, as for pages
    /// in the navigation.
    pub introduction: Option<&'static str>,
    /// The catalog key of its label on cards and on preview images.
    pub label: &'static str,
    pub image_label: &'static str,
    pub order: ListOrder,
    /// The folder of its feed below the language's folder; `None` if it has no feed. For a
    /// declared collection, the settings say whether it has one.
    pub feed: Option<&'static str>,
    pub illustration: Illustration,
}

/// The order in which pages are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOrder {
    /// By date, the newest first.
    Date,
    Title,
    /// By the number `order` in front matter.
    Number,
    /// By version, the highest first.
    Version,
}

/// The drawing on the preview image of a page that has no diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(extend("x-name" = "illustration"))]
pub enum Illustration {
    /// A path through gates: the guide as a whole, and how to go about a use case.
    Gates,
    /// Linked rings: evidence.
    Rings,
    /// A lantern at night: what may go wrong.
    Lantern,
    /// Gates that are ticked, one after the other.
    Ticks,
    /// A person where the path divides.
    Person,
    /// Steps, the highest first.
    Steps,
    /// A flag beside the path.
    Flag,
    /// A sheet that is written on.
    Sheet,
}

impl Kind {
    /// The built-in kinds that live in a folder of their own, in reading order.
    pub const BUILT_IN: [Kind; 7] = [
        Kind::Guide,
        Kind::Decision,
        Kind::Checklist,
        Kind::Profile,
        Kind::Ranking,
        Kind::Changelog,
        Kind::Page,
    ];

    /// Returns the row of the kind.
    pub const fn info(self) -> &'static KindInfo {
        match self {
            Kind::Home => &KindInfo {
                name: "home",
                folder: "",
                template: "home.html",
                title: "home",
                introduction: None,
                label: "kind-home",
                image_label: "preview-about",
                order: ListOrder::Date,
                feed: None,
                illustration: Illustration::Gates,
            },
            Kind::Guide => &KindInfo {
                name: "guide",
                folder: "guides",
                template: "guide.html",
                title: "guides",
                introduction: Some("guides-deck"),
                label: "kind-guide",
                image_label: "kind-guide",
                order: ListOrder::Date,
                feed: Some(""),
                illustration: Illustration::Gates,
            },
            Kind::Decision => &KindInfo {
                name: "decision",
                folder: "decisions",
                template: "decision.html",
                title: "decisions",
                introduction: Some("decisions-deck"),
                label: "kind-decision",
                image_label: "kind-decision",
                order: ListOrder::Number,
                feed: None,
                illustration: Illustration::Person,
            },
            Kind::Checklist => &KindInfo {
                name: "checklist",
                folder: "checklists",
                template: "checklist.html",
                title: "checklists",
                introduction: Some("checklists-deck"),
                label: "kind-checklist",
                image_label: "kind-checklist",
                order: ListOrder::Number,
                feed: None,
                illustration: Illustration::Ticks,
            },
            Kind::Profile => &KindInfo {
                name: "profile",
                folder: "profiles",
                template: "profile.html",
                title: "profiles",
                introduction: Some("profiles-deck"),
                label: "kind-profile",
                image_label: "kind-profile",
                order: ListOrder::Number,
                feed: None,
                illustration: Illustration::Person,
            },
            Kind::Ranking => &KindInfo {
                name: "ranking",
                folder: "rankings",
                template: "ranking.html",
                title: "rankings",
                introduction: Some("rankings-deck"),
                label: "kind-ranking",
                image_label: "kind-ranking",
                order: ListOrder::Date,
                feed: None,
                illustration: Illustration::Steps,
            },
            Kind::Changelog => &KindInfo {
                name: "changelog",
                folder: "changelog",
                template: "release.html",
                title: "changelog",
                introduction: Some("changelog-deck"),
                label: "kind-changelog",
                image_label: "kind-changelog",
                order: ListOrder::Version,
                feed: Some("changelog/"),
                illustration: Illustration::Flag,
            },
            Kind::Page => &KindInfo {
                name: "page",
                folder: "pages",
                template: "page.html",
                title: "pages",
                introduction: None,
                label: "kind-page",
                image_label: "preview-about",
                order: ListOrder::Date,
                feed: None,
                illustration: Illustration::Sheet,
            },
            Kind::Article(_) => &KindInfo {
                name: "article",
                folder: "",
                template: "article.html",
                title: "articles",
                introduction: Some("articles"),
                label: "articles",
                image_label: "articles",
                order: ListOrder::Title,
                feed: None,
                illustration: Illustration::Sheet,
            },
        }
    }

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
