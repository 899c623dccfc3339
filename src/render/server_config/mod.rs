//! The headers, redirects and media types that a server must send: one typed policy for
//! `_headers`, the nginx configuration and `serve`.
//!
//! Addresses here are decoded and below the site's base: `/en/guides/a/`.

mod files;
mod nginx;

pub use files::{headers_file, redirects_file};
pub use nginx::nginx;

use crate::model::{FeedFormat, GeneratedFile, SecurityPolicy, Settings, Site};

/// One response header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    pub name: &'static str,
    pub value: String,
}

fn header(name: &'static str, value: impl Into<String>) -> Header {
    Header { name, value: value.into() }
}

/// How long a browser or a cache may use a file without asking the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// The name contains a hash of the content.
    Forever,
    /// A preview image: its name changes with its content, but not when the same content is
    /// drawn differently.
    Week,
    /// Every file whose address people use.
    Revalidate,
}

impl CachePolicy {
    pub const fn value(self) -> &'static str {
        match self {
            CachePolicy::Forever => "public, max-age=31536000, immutable",
            CachePolicy::Week => "public, max-age=604800",
            CachePolicy::Revalidate => "public, max-age=0, must-revalidate",
        }
    }
}

/// The folders of files that may be cached.
const CACHED_FOLDERS: [(&str, CachePolicy); 3] = [
    ("/assets/", CachePolicy::Forever),
    ("/search/", CachePolicy::Forever),
    ("/previews/", CachePolicy::Week),
];

/// Returns the cache policy of the file at `path`.
pub fn cache_policy(path: &str) -> CachePolicy {
    let folder = CACHED_FOLDERS.into_iter().find(|(folder, _)| path.starts_with(folder));
    folder.map_or(CachePolicy::Revalidate, |(_, policy)| policy)
}

/// Returns the headers of every response, whatever its status.
pub fn common_headers(settings: &Settings) -> Vec<Header> {
    let mut headers = vec![
        header("Content-Security-Policy", SecurityPolicy::new(settings).header()),
        header("X-Content-Type-Options", "nosniff"),
        header("Referrer-Policy", "strict-origin-when-cross-origin"),
        header("Permissions-Policy", PERMISSIONS),
        header("Cross-Origin-Opener-Policy", "same-origin"),
    ];
    if settings.security.frame_ancestors.is_empty() {
        // For browsers that do not support `frame-ancestors`. It cannot name other sites.
        headers.insert(2, header("X-Frame-Options", "SAMEORIGIN"));
    }
    headers
}

/// The browser features that no page of a guide needs.
const PERMISSIONS: &str = "camera=(), display-capture=(), geolocation=(), gyroscope=(), \
                           magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

/// Returns the files whose media types their names do not show: path and media type.
pub fn media_types(site: &Site) -> Vec<(String, &'static str)> {
    let files = site.generated_files.iter();
    let typed = files.filter_map(|file| Some((file.url().as_str().to_owned(), media_type(*file)?)));
    typed.collect()
}

/// Returns the media type of `file`, if its extension stands for another one.
const fn media_type(file: GeneratedFile) -> Option<&'static str> {
    match file {
        GeneratedFile::Feed(_, _, FeedFormat::Atom) => Some("application/atom+xml; charset=utf-8"),
        GeneratedFile::Feed(_, _, FeedFormat::Json) => Some("application/feed+json; charset=utf-8"),
        GeneratedFile::Manifest(_) => Some("application/manifest+json; charset=utf-8"),
        GeneratedFile::Llms
        | GeneratedFile::Headers
        | GeneratedFile::Redirects
        | GeneratedFile::Robots
        | GeneratedFile::Releases
        | GeneratedFile::Versions(..)
        | GeneratedFile::PageVersions(..)
        | GeneratedFile::SitemapIndex
        | GeneratedFile::Sitemap(_)
        | GeneratedFile::Icon(_) => None,
    }
}

/// Returns the headers of the response for `path`, a decoded address below the site's base.
/// Error pages only have [`common_headers`].
pub fn headers_for(site: &Site, path: &str) -> Vec<Header> {
    let mut headers = common_headers(&site.settings);
    headers.push(header("Cache-Control", cache_policy(path).value()));
    if let Some((_, media_type)) = media_types(site).into_iter().find(|(typed, _)| typed == path) {
        headers.push(header("Content-Type", media_type));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_a_hash_in_their_name_are_cached() {
        assert_eq!(cache_policy("/assets/site.0123456789.css"), CachePolicy::Forever);
        assert_eq!(cache_policy("/previews/en/a.0123456789.png"), CachePolicy::Week);
        for path in ["/", "/en/", "/en/guides/assets/", "/sitemap.xml", "/icon.svg"] {
            assert_eq!(cache_policy(path), CachePolicy::Revalidate, "{path}");
        }
    }
}
