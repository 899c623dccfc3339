//! Tells what an edit did to a page: nothing, its styles, or one of its sections.
//!
//! Compares values that the site has anyway: the page's bytes, its sections and the
//! published files of the theme. No HTML is parsed.

use std::sync::Arc;

use serde::Serialize;

use super::inject::fingerprint;
use crate::model::{Theme, ThemeFile, percent_encode};

/// A page as a tab shows it.
#[derive(Clone, Debug)]
pub struct PageVersion {
    pub html: String,
    pub sections: Vec<SectionVersion>,
    pub theme: Arc<Theme>,
    /// Stands before the addresses of the theme's files.
    pub base_path: String,
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

/// What a tab has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageUpdate {
    /// Stylesheets have other addresses, and nothing else has changed.
    Styles(Vec<MovedFile>),
    /// The page has changed; the id of the first section that did, where one has.
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

/// Returns the stylesheets with other addresses, where only those tell the versions apart.
fn moved_styles(old: &PageVersion, new: &PageVersion) -> Option<Vec<MovedFile>> {
    let mut moved = Vec::new();
    let mut html = new.html.clone();
    for (name, at) in &new.theme.by_path {
        let (from, to) = (file(old, name)?, &new.theme.files[*at as usize]);
        let is_style = name.ends_with(".css");
        if from.bytes != to.bytes && !is_style {
            return None;
        }
        let (from, to) = (address(old, from), address(new, to));
        if from != to {
            html = html.replace(&to, &from);
            moved.extend(is_style.then_some(MovedFile { from, to }));
        }
    }
    (html == old.html && !moved.is_empty()).then_some(moved)
}

fn file<'v>(version: &'v PageVersion, name: &str) -> Option<&'v ThemeFile> {
    version.theme.by_path.get(name).map(|at| &version.theme.files[*at as usize])
}

/// The address of a theme's file as pages have it.
fn address(version: &PageVersion, file: &ThemeFile) -> String {
    [percent_encode(&version.base_path), file.url.encoded()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::UrlPath;

    /// A page whose theme has a stylesheet and a script, whose addresses end in `files`.
    fn page(files: [&str; 2], section: &str) -> PageVersion {
        let names = ["a.css", "a.js"];
        let urls = [0, 1].map(|at| ["/assets/", files[at], "-", names[at]].concat());
        let file = |at: usize| ThemeFile {
            source: None,
            url: UrlPath::new(&*urls[at]),
            bytes: files[at].as_bytes().to_vec(),
        };
        let by_path = [0, 1].map(|at| (names[at].into(), at as u32)).into_iter().collect();
        let theme = Arc::new(Theme { files: vec![file(0), file(1)], by_path });
        PageVersion {
            html: [&urls[0], " ", &urls[1], " ", section].concat(),
            sections: vec![
                SectionVersion::new("", b""),
                SectionVersion::new("a", section.as_bytes()),
            ],
            theme,
            base_path: String::new(),
        }
    }

    #[test]
    fn styles_are_told_from_content() {
        let old = page(["1", "1"], "x");
        assert_eq!(compare(&old, &old), None);
        let moved =
            vec![MovedFile { from: "/assets/1-a.css".into(), to: "/assets/2-a.css".into() }];
        assert_eq!(compare(&old, &page(["2", "1"], "x")), Some(PageUpdate::Styles(moved)));
        let reload =
            |section: Option<&str>| Some(PageUpdate::Page { section: section.map(str::to_owned) });
        assert_eq!(compare(&old, &page(["2", "2"], "x")), reload(None));
        assert_eq!(compare(&old, &page(["2", "1"], "y")), reload(Some("a")));
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
            base_path: String::new(),
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
