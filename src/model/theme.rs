//! The theme that all pages share: published files, templates and catalogs.

use bytes::Bytes;
use rustc_hash::FxHashMap;

use super::{At, PerLang, SourceId, UrlPath};

/// The theme of a site: its own files, and the built-in ones whose paths it does not use.
#[derive(Debug, Default)]
pub struct Theme {
    /// Every published file.
    pub files: Vec<ThemeFile>,
    /// The position in `files` of each asset, by its path below [`Theme::folder`].
    pub assets: FxHashMap<Box<str>, u32>,
    /// The published folder of all assets, with their hash as its name: `/assets/0123456789/`.
    pub folder: String,
    /// The templates, sorted by name.
    pub templates: Vec<TemplateFile>,
    /// The built-in catalogs first, so that a site's strings replace single ones.
    pub catalogs: PerLang<Vec<SourceId>>,
    /// The site's own rules for static hosts, in addition to the generated ones.
    pub host_rules: HostRules,
}

/// The rules in `static/_headers` and `static/_redirects`.
#[derive(Debug, Default)]
pub struct HostRules {
    pub headers: Vec<HeaderRule>,
    /// Complete lines: from, to, status, conditions.
    pub redirects: Vec<At<String>>,
}

/// Headers for the addresses that match a path.
#[derive(Debug)]
pub struct HeaderRule {
    pub path: String,
    /// Name and value.
    pub headers: Vec<(String, String)>,
}

/// One published file of the theme.
#[derive(Debug)]
pub struct ThemeFile {
    /// The source, for messages; `None` for the generated stylesheet of highlighted code.
    pub source: Option<SourceId>,
    pub url: UrlPath,
    pub bytes: Bytes,
}

/// One HTML template.
#[derive(Debug)]
pub struct TemplateFile {
    pub source: SourceId,
    /// The path below `templates/`.
    pub name: String,
    pub text: String,
}

impl Theme {
    /// Returns the asset that is published at `path` below the folder of assets.
    pub fn asset(&self, path: &str) -> Option<&ThemeFile> {
        self.assets.get(path).map(|at| &self.files[*at as usize])
    }
}
