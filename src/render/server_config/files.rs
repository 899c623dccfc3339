//! `_headers` and `_redirects` for static hosts (Netlify, Cloudflare Pages and compatible
//! ones).
//!
//! Such a host serves the folder `site/` as its root, so patterns are below the site's base;
//! the target of a redirect is the published address.

use std::{collections::BTreeSet, fmt::Write};

use super::{CACHED_FOLDERS, CachePolicy, common_headers, media_types};
use crate::model::{GeneratedFile, Route, Site};

/// Returns the text of `_headers`. Hosts join the values of all rules that match an address, so
/// rules that can match the same address do not set the same header.
pub fn headers_file(site: &Site) -> String {
    let mut out = String::new();
    rule(&mut out, "/*", common_headers(&site.settings).iter().map(|h| (h.name, h.value.as_str())));
    for (folder, policy) in CACHED_FOLDERS {
        rule(&mut out, &[folder, "*"].concat(), [("Cache-Control", policy.value())]);
    }
    for path in revalidated_paths(site) {
        rule(&mut out, &path, [("Cache-Control", CachePolicy::Revalidate.value())]);
    }
    for (path, media_type) in media_types(site) {
        rule(&mut out, &path, [("Content-Type", media_type)]);
    }
    for own in &site.theme.host_rules.headers {
        rule(&mut out, &own.path, own.headers.iter().map(|(name, value)| (&**name, &**value)));
    }
    out
}

/// Returns the paths of pages and generated files. A guide's own files are covered by the
/// host's default: there may be more of them than a host takes rules (Cloudflare Pages: 100).
fn revalidated_paths(site: &Site) -> BTreeSet<String> {
    let is_ours = |route: &Route| match route {
        Route::Generated(file) => {
            !matches!(file, GeneratedFile::Headers | GeneratedFile::Redirects)
        }
        Route::ThemeFile(_) | Route::Asset(_) => false,
        Route::Entry | Route::NotFound | Route::Page(_) | Route::Home(_) | Route::Search(_) => true,
        Route::Collection(..) | Route::Redirect(_) | Route::Preview(_) => true,
        Route::Diagram(..) | Route::Decision(..) | Route::Beside(..) => true,
        Route::CollectionMarkdown(..) => true,
    };
    let ours = site.routes.iter().filter(|(_, route)| is_ours(route));
    let paths = ours.map(|(path, _)| match path.as_str().split_once('/') {
        Some((folder, _)) => ["/", folder, "/*"].concat(),
        None if path.as_str() == "index.html" => "/".to_owned(),
        None => ["/", path.as_str()].concat(),
    });
    let is_cached =
        |path: &String| CACHED_FOLDERS.iter().any(|(folder, _)| path.starts_with(folder));
    paths.filter(|path| !is_cached(path)).collect()
}

fn rule<'a>(out: &mut String, path: &str, headers: impl IntoIterator<Item = (&'a str, &'a str)>) {
    // Writing into a string cannot fail.
    let _ = writeln!(out, "{path}");
    for (name, value) in headers {
        let _ = writeln!(out, "  {name}: {value}");
    }
}

/// Returns the text of `_redirects`: source, target and status of each.
pub fn redirects_file(site: &Site) -> String {
    let mut out = String::new();
    for redirect in &site.redirects {
        let to = site.settings.base_url.href(&site.page(redirect.to).url);
        let _ = writeln!(out, "{} {to} 301", redirect.from.encoded());
    }
    // Hosts apply the first matching rule.
    for own in &site.theme.host_rules.redirects {
        let _ = writeln!(out, "{}", own.value);
    }
    out
}
