//! `build --changed FILE`: lists the addresses of changed pages, as requests for IndexNow
//! (indexnow.org/documentation), which tells search engines about them.
//!
//! Each line is a request. There is one line, unless more addresses have changed than a request
//! may contain.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Result;
use rustc_hash::FxHashSet;
use serde::Serialize;
use tempfile::NamedTempFile;

use crate::{
    error::{AppError, ErrorKind, Explain},
    model::{OutPath, Route, Site, SiteAddress, UrlPath},
    source::Sources,
    write::ChangedPages,
};

/// The most addresses in one request (indexnow.org/documentation).
const MOST: usize = 10_000;

/// The length of a key in bytes (see the same documentation).
const KEY_LENGTH: std::ops::RangeInclusive<usize> = 8..=128;

/// The list of changed addresses: a temporary file until the site is published.
pub struct ChangedList {
    path: PathBuf,
    file: NamedTempFile,
    key: String,
}

/// The body of a request.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct IndexNowRequest<'a> {
    host: &'a str,
    key: &'a str,
    key_location: &'a str,
    url_list: &'a [String],
}

impl ChangedList {
    /// Finds the key among the sources, and creates the list. If either fails, nothing is
    /// published.
    pub fn open(path: &Path, sources: &Sources) -> Result<ChangedList> {
        let key = key(sources).ok_or_else(|| AppError::without_cause(ErrorKind::NoIndexNowKey))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let file = NamedTempFile::new_in(folder.unwrap_or(Path::new(".")));
        let file = file.or_fail(|| ErrorKind::Unwritable(path.into()))?;
        Ok(ChangedList { path: path.to_owned(), file, key })
    }

    /// Writes the list.
    pub fn write(mut self, site: &Site, changed: &ChangedPages) -> Result<()> {
        let text = requests(&self.key, &site.settings.base_url, &addresses(site, changed))?;
        let failed = || ErrorKind::Unwritable(self.path.clone());
        self.file.write_all(text.as_bytes()).or_fail(failed)?;
        make_readable(&self.file).or_fail(failed)?;
        let written = self.file.persist(&self.path);
        written.map(drop).or_fail(|| ErrorKind::Unwritable(self.path))
    }
}

/// Makes the file readable for everyone: by default, only its owner can read a temporary file.
#[cfg(unix)]
fn make_readable(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn make_readable(_: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// Returns the key: the first file `static/KEY.txt` that contains its own name.
fn key(sources: &Sources) -> Option<String> {
    sources.below("static/").into_iter().find_map(|(_, source)| {
        let name = source.path.as_str().strip_prefix("static/")?.strip_suffix(".txt")?;
        let is_key = KEY_LENGTH.contains(&name.len())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && source.bytes.trim_ascii() == name.as_bytes();
        is_key.then(|| name.to_owned())
    })
}

/// Returns the changed addresses: new and edited pages that search engines may list, pages that
/// became redirects, and removed pages.
fn addresses(site: &Site, changed: &ChangedPages) -> Vec<String> {
    let urls = site.sitemaps.iter().flatten().filter_map(|route| site.url_of(*route));
    let listed: FxHashSet<OutPath> = urls.map(|url| url.out_path()).collect();
    let leads_on = |path: &OutPath| {
        let at = site.routes.binary_search_by(|(own, _)| own.cmp(path));
        at.is_ok_and(|at| matches!(site.routes[at].1, Route::Redirect(_)))
    };
    let is_listed = |path: &&OutPath| listed.contains(*path);
    let added = changed.added.iter().filter(is_listed);
    let edited = changed.edited.iter().filter(|path| is_listed(path) || leads_on(path));
    let mut paths: Vec<&OutPath> = added.chain(edited).chain(&changed.removed).collect();
    paths.sort_unstable();
    paths.into_iter().map(|path| absolute(&site.settings.base_url, path)).collect()
}

/// Returns the address of a page, given its file.
fn absolute(base: &SiteAddress, path: &OutPath) -> String {
    let folder = path.as_str().strip_suffix("index.html").unwrap_or(path.as_str());
    [base.origin.as_str(), &base.href(&UrlPath::new(["/", folder].concat()))].concat()
}

fn requests(key: &str, base: &SiteAddress, addresses: &[String]) -> Result<String> {
    let host = base.origin.split_once("://").map_or(base.origin.as_str(), |(_, host)| host);
    let key_file = UrlPath::new(["/", key, ".txt"].concat());
    let key_location = &[base.origin.as_str(), &base.href(&key_file)].concat();
    let none: &[&[String]] = &[&[]];
    let parts: Vec<&[String]> = addresses.chunks(MOST).collect();
    let mut text = String::new();
    for url_list in if parts.is_empty() { none } else { &parts } {
        let request = IndexNowRequest { host, key, key_location, url_list };
        text.push_str(&serde_json::to_string(&request)?);
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_holds_at_most_as_much_as_is_allowed() {
        let base = SiteAddress::parse("https://guide.example/ai").expect("an address");
        let addresses: Vec<String> = (0..20_001).map(|n| format!("https://x/{n}/")).collect();
        let text = requests("0123456789abcdef", &base, &addresses).expect("JSON");
        let lengths = text.lines().map(|line| {
            let request: serde_json::Value = serde_json::from_str(line).expect("JSON");
            assert_eq!(request["host"], "guide.example");
            assert_eq!(request["keyLocation"], "https://guide.example/ai/0123456789abcdef.txt");
            request["urlList"].as_array().map_or(0, Vec::len)
        });
        assert_eq!(lengths.collect::<Vec<_>>(), [10_000, 10_000, 1]);
    }

    #[test]
    fn the_list_is_empty_if_nothing_changed() {
        let base = SiteAddress::parse("https://guide.example").expect("an address");
        let text = requests("0123456789abcdef", &base, &[]).expect("JSON");
        assert!(text.ends_with("\"urlList\":[]}\n"), "{text}");
    }
}
