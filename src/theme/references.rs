//! Resolves the paths in stylesheets and scripts to files.
//!
//! A stylesheet refers to the ones that it imports by their source paths: they are joined into
//! it. Browsers resolve every other reference, so those are looked up by published paths.

/// The folder of published sources.
pub const STATIC: &str = "static/";

/// The folder of sources that are published in the folder with the hash.
pub const ASSETS: &str = "static/assets/";

/// Returns whether a stylesheet's `path` is relative: it has no scheme or host, and does not
/// begin at the root of the site.
pub fn is_relative(path: &str) -> bool {
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    !first.is_empty() && !first.contains(':')
}

/// Returns the path of the source that `relative` refers to in the source `importer`; `None` if
/// it leads out of the sources.
pub fn source_path(importer: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = importer.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the path of the source that is published where `relative` leads from the published
/// asset `importer`. In published paths there is one more folder, the one with the hash.
pub fn published_path(importer: &str, relative: &str) -> Option<String> {
    const HASH: &str = "static/assets/#/";
    let relative = relative.split(['?', '#']).next().unwrap_or_default();
    let importer = [HASH, importer.strip_prefix(ASSETS)?].concat();
    let path = source_path(&importer, relative)?;
    match path.strip_prefix(HASH) {
        Some(asset) => Some([ASSETS, asset].concat()),
        None => (path.starts_with(STATIC) && !path.starts_with(ASSETS)).then_some(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn assets_are_looked_up_where_they_are_published() {
        let path = |relative| published_path("static/assets/a/b.css", relative);
        assert_eq!(path("c.svg#d").as_deref(), Some("static/assets/a/c.svg"));
        assert_eq!(path("../c.svg").as_deref(), Some("static/assets/c.svg"));
        assert_eq!(path("../../../c.woff2").as_deref(), Some("static/c.woff2"));
        assert_eq!(path("../../c.svg"), None);
        assert_eq!(path("../../../../content/c.svg"), None);
        assert!(is_relative("a.svg") && is_relative("../a:b"));
        assert!(!["data:x", "https://a/b", "/a", "//a", "#a"].into_iter().any(is_relative));
    }
}
