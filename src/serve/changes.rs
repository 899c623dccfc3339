//! Compares two versions of a page: whether they are the same, differ only in styles, or in
//! which section.
//!
//! It compares values that the site already has: the page's bytes, its sections, and the
//! published files of the theme. No HTML is parsed.

use std::sync::Arc;

use serde::Serialize;

use super::inject::fingerprint;
use crate::model::{SiteAddress, Theme, ThemeFile};

/// A page in the version that a tab shows.
#[derive(Clone, Debug)]
pub struct PageVersion {
    pub html: String,
    pub sections: Vec<SectionVersion>,
    pub theme: Arc<Theme>,
    /// The beginning of the addresses of the theme's files.
    pub base_url: SiteAddress,
}

/// A part of a page that can be scrolled to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionVersion {
    /// The id of its element; empty where it has none.
    id: String,
    fingerprint: String,
}

impl SectionVersion {
    pub fn new(id: impl Into<String>, content: &[u8]) -> SectionVersion {
        SectionVersion { id: id.into(), fingerprint: fingerprint(content) }
    }
}

/// The update that a tab needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageUpdate {
    /// Stylesheets have new addresses; nothing else has changed.
    Styles(Vec<MovedFile>),
    /// The page has changed; the id of the first changed section, if there is one.
    Page { section: Option<String> },
}

/// A file of the theme whose address has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovedFile {
    from: String,
    to: String,
}

/// Compares two versions of a page; `None` where they are the same.
pub fn compare(old: &PageVersion, new: &PageVersion) -> Option<PageUpdate> {
    if old.html == new.html {
        return None;
    }
    if let Some(moved) = moved_styles(old, new) {
        return Some(PageUpdate::Styles(moved));
    }
    let named = new.sections.iter().filter(|section| !section.id.is_empty());
    let changed = named.into_iter().find(|section| !old.sections.contains(section));
    Some(PageUpdate::Page { section: changed.map(|section| section.id.clone()) })
}

/// Returns the stylesheets with their new addresses if nothing else differs. The assets folder
/// has a new name then.
fn moved_styles(old: &PageVersion, new: &PageVersion) -> Option<Vec<MovedFile>> {
    let mut styles = Vec::new();
    for name in new.theme.assets.keys() {
        let (from, to) = (old.theme.asset(name)?, new.theme.asset(name)?);
        if name.ends_with(".css") {
            styles.push(MovedFile { from: address(old, from), to: address(new, to) });
        } else if from.bytes != to.bytes {
            return None;
        }
    }
    let has_moved = old.theme.folder != new.theme.folder;
    let is_same = || new.html.replace(&new.theme.folder, &old.theme.folder) == old.html;
    (has_moved && is_same()).then_some(styles)
}

/// Returns the address of a theme's file as it is written in pages.
fn address(version: &PageVersion, file: &ThemeFile) -> String {
    version.base_url.href(&file.url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustc_hash::FxHashMap;

    use crate::model::UrlPath;

    /// Returns a page with a stylesheet and a `script` in the assets folder `hash`.
    fn page(hash: &str, script: &str, section: &str) -> PageVersion {
        let folder = format!("/assets/{hash}/");
        let file = |name: &str, text: &str| ThemeFile {
            source: None,
            url: UrlPath::new([&folder, name].concat()),
            bytes: text.as_bytes().to_vec().into(),
        };
        let files = vec![file("a.css", hash), file("a.js", script)];
        let assets = FxHashMap::from_iter([("a.css".into(), 0), ("a.js".into(), 1)]);
        let html = format!("{folder}a.css {folder}a.js {section}");
        PageVersion {
            html,
            sections: vec![
                SectionVersion::new("", b""),
                SectionVersion::new("a", section.as_bytes()),
            ],
            theme: Arc::new(Theme { files, assets, folder, ..Theme::default() }),
            base_url: SiteAddress::default(),
        }
    }

    #[test]
    fn changed_styles_are_distinguished_from_changed_content() {
        let old = page("1", "x", "x");
        assert_eq!(compare(&old, &old), None);
        let moved = MovedFile { from: "/assets/1/a.css".into(), to: "/assets/2/a.css".into() };
        let styles = Some(PageUpdate::Styles(vec![moved]));
        assert_eq!(compare(&old, &page("2", "x", "x")), styles);
        let reload =
            |section: Option<&str>| Some(PageUpdate::Page { section: section.map(str::to_owned) });
        assert_eq!(compare(&old, &page("2", "y", "x")), reload(None));
        assert_eq!(compare(&old, &page("2", "x", "y")), reload(Some("a")));
    }

    #[test]
    fn the_first_changed_section_is_named() {
        let version = |sections: &[(&str, &str)]| PageVersion {
            html: sections.iter().map(|(_, text)| *text).collect(),
            sections: sections
                .iter()
                .map(|(id, t)| SectionVersion::new(*id, t.as_bytes()))
                .collect(),
            theme: Arc::default(),
            base_url: SiteAddress::default(),
        };
        let old = version(&[("", "start"), ("a", "1"), ("b", "2")]);
        let section = |new: &[(&str, &str)]| match compare(&old, &version(new)) {
            Some(PageUpdate::Page { section }) => section.unwrap_or_default(),
            other => panic!("{other:?}"),
        };
        assert_eq!(section(&[("", "start"), ("a", "1"), ("b", "3")]), "b");
        assert_eq!(section(&[("", "start"), ("a", "3"), ("b", "3")]), "a");
        assert_eq!(section(&[("", "begin"), ("a", "1"), ("b", "2")]), "");
        assert_eq!(section(&[("", "start"), ("new", "n"), ("a", "1"), ("b", "2")]), "new");
        assert_eq!(section(&[("", "start"), ("b", "2")]), "");
    }
}
