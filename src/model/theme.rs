//! The theme that all pages share: published files, templates and catalogs.

use bytes::Bytes;
use rustc_hash::FxHashMap;

use super::{At, PerLang, SourceId, UrlPath};

/// The theme of a site: its own files in place of the built-in ones of the same path.
#[derive(Debug, Default)]
pub struct Theme {
    /// Every published file.
    pub files: Vec<ThemeFile>,
    /// Index into `files` of each asset, by its path below [`Theme::folder`].
    pub assets: FxHashMap<Box<str>, u32>,
    /// The published folder of all assets, named by their hash: `/assets/0123456789/`.
    pub folder: String,
    /// The templates in the order of their names.
    pub templates: Vec<TemplateFile>,
    /// Built-in catalogs first, so that a site's strings replace single ones.
    pub catalogs: PerLang<Vec<SourceId>>,
    /// The site's own rules for static hosts, beside those that giljabi writes.
    pub host_rules: HostRules,
}

/// Rules of `static/_headers` and `static/_redirects`.
#[derive(Debug, Default)]
pub struct HostRules {
    pub headers: Vec<HeaderRule>,
    /// Whole lines: from, to, status, conditions.
    pub redirects: Vec<At<String>>,
}

/// Headers of the addresses that match a path.
#[derive(Debug)]
pub struct HeaderRule {
    pub path: String,
    /// Name and value.
    pub headers: Vec<(String, String)>,
}

/// One published file of the theme.
#[derive(Debug)]
pub struct ThemeFile {
    /// The source, for messages; the stylesheet of highlighted code has none.
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
