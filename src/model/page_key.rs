//! What a page is and what it is called: kind, slug and language.

use serde::Serialize;

use super::{Lang, UrlPath};

/// The kind of a page: it decides the folder, the front matter and the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Home,
    Guide,
    Checklist,
    Profile,
    Ranking,
    Changelog,
    Page,
}

impl Kind {
    /// The kinds that live in a folder of their own, in reading order.
    pub const FOLDERS: [Kind; 6] =
        [Kind::Guide, Kind::Checklist, Kind::Profile, Kind::Ranking, Kind::Changelog, Kind::Page];

    /// The folder below `content/`, which is also the segment in addresses.
    pub const fn folder(self) -> &'static str {
        match self {
            Kind::Home => "",
            Kind::Guide => "guides",
            Kind::Checklist => "checklists",
            Kind::Profile => "profiles",
            Kind::Ranking => "rankings",
            Kind::Changelog => "changelog",
            Kind::Page => "pages",
        }
    }

    /// The kind whose pages live in `folder`.
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::FOLDERS.into_iter().find(|kind| kind.folder() == folder)
    }

    /// Whether the kind has a page that lists its pages. Single pages are
    /// reached by navigation, not by a list.
    pub const fn has_collection(self) -> bool {
        match self {
            Kind::Guide | Kind::Checklist | Kind::Profile | Kind::Ranking | Kind::Changelog => true,
            Kind::Home | Kind::Page => false,
        }
    }
}

/// The identity of one language version of a page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageKey {
    pub kind: Kind,
    /// Empty for the home page.
    pub slug: Box<str>,
    pub lang: Lang,
}

impl PageKey {
    /// The address: `/en/guides/customer-service/`, `/ko/` for a home page.
    pub fn url(&self) -> UrlPath {
        let lang = self.lang.code();
        UrlPath::new(match self.kind {
            Kind::Home => format!("/{lang}/"),
            kind => format!("/{lang}/{}/{}/", kind.folder(), self.slug),
        })
    }

    /// The page without its language: `guides/customer-service`, `home`.
    pub fn name(&self) -> String {
        match self.kind {
            Kind::Home => "home".to_owned(),
            kind => format!("{}/{}", kind.folder(), self.slug),
        }
    }

    /// The page's file below the root: `content/guides/customer-service.ko.md`.
    pub fn file(&self) -> String {
        format!("content/{}.{}.md", self.name(), self.lang.code())
    }
}

/// Letters of any script, digits, `-`, `_` and `.`, beginning with a letter or
/// digit: what stands in an address without surprising anyone.
pub fn is_slug(slug: &str) -> bool {
    slug.starts_with(char::is_alphanumeric)
        && slug.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && !slug.ends_with('.')
        && slug.len() <= 200
}
