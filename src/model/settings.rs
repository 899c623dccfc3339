//! The site's settings: `guide.toml`, checked.

use super::{At, Lang, PageRef, PerLang, Retired, Span};

/// What `guide.toml` says. The file itself documents every key.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and host, and nothing after it: `https://guide.example`.
    pub origin: String,
    /// The path below which the site lives, without a slash at its end: empty
    /// or `/guide`.
    pub base_path: String,
    /// Where the site was first published, should it have moved: origin and base path.
    pub moved_from: Option<(String, String)>,
    pub title: PerLang<String>,
    /// Where the title is written.
    pub title_span: PerLang<Span>,
    pub description: PerLang<Option<String>>,
    pub source_language: Lang,
    /// The header's links, in order. Empty: the collections that have pages.
    pub navigation: Vec<At<PageRef>>,
    /// The footer's links, in order.
    pub footer: Vec<At<PageRef>>,
    pub publisher: Option<Publisher>,
    /// Where nothing is said, it depends on how many pages there are.
    pub preview_images: Option<PreviewImages>,
    /// Text files are written in compressed forms too.
    pub precompress: bool,
    /// Pages that are gone on purpose.
    pub retired: Vec<Retired>,
    pub verification: Verification,
    pub subscription: Option<Subscription>,
    pub code: CodeThemes,
    /// Translations that are behind their originals say so, unless this is switched off.
    pub translation_notice: bool,
    /// Published pages are minified unless this is switched off.
    pub minify: bool,
}

impl Settings {
    /// Where the site was published first: origin and base path.
    pub fn first_address(&self) -> (&str, &str) {
        let first = self.moved_from.as_ref();
        first.map_or((&self.origin, &self.base_path), |(origin, base)| (origin, base))
    }
}

/// Which pages have a preview image of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewImages {
    /// Every page.
    Pages,
    /// The site in each language; its pages share it.
    Site,
    None,
}

impl PreviewImages {
    pub const ALL: [PreviewImages; 3] =
        [PreviewImages::Pages, PreviewImages::Site, PreviewImages::None];

    /// As the settings name it.
    pub const fn name(self) -> &'static str {
        match self {
            PreviewImages::Pages => "pages",
            PreviewImages::Site => "site",
            PreviewImages::None => "none",
        }
    }
}

/// Who answers for the guide.
#[derive(Clone, Debug)]
pub struct Publisher {
    pub name: PerLang<String>,
    /// Their own site.
    pub url: Option<String>,
}

/// Tokens that prove ownership to search engines.
#[derive(Clone, Debug, Default, serde::Serialize)]
pub struct Verification {
    pub google: Option<String>,
    pub naver: Option<String>,
}

/// Where the subscription form posts to.
#[derive(Clone, Debug)]
pub struct Subscription {
    pub endpoint: String,
}

/// The syntax-highlighting themes from which the code stylesheet is generated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeThemes {
    pub light: String,
    pub dark: String,
}
