//! The site's settings: `guide.toml`, checked.

use super::{At, Lang, PageRef, PerLang};

/// What `guide.toml` says. The file itself documents every key.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and host, and nothing after it: `https://guide.example`.
    pub origin: String,
    /// The path below which the site lives, without a slash at its end: empty
    /// or `/guide`.
    pub base_path: String,
    pub title: PerLang<String>,
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
    /// Pages that are gone on purpose: `guides/old`.
    pub retired: Vec<String>,
    pub verification: Verification,
    pub subscription: Option<Subscription>,
    pub code: CodeThemes,
    /// Published pages are minified unless this is switched off.
    pub minify: bool,
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
#[derive(Clone, Debug, Default)]
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
