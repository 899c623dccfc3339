//! The same policy as configuration for nginx, to be included in a `server` block.
//!
//! nginx ignores the `add_header` lines of an outer block if an inner block has any, so all
//! headers are in the outermost block, and values that differ between files are variables.

use std::{collections::BTreeSet, fmt::Write};

use super::{CACHED_FOLDERS, CachePolicy, common_headers, media_types};
use crate::model::{HeaderRule, Site, UrlPath, percent_encode};

const ABOUT: &str = "\
# How nginx serves this site: include this file in a server block that has a root,
# the folder below which the site's addresses begin. `giljabi nginx` wrote it, from
# the same rules as _headers and _redirects.
";

/// Returns the configuration.
pub fn nginx(site: &Site) -> String {
    let base = &site.settings.base_url.base_path;
    let mut out = String::from(ABOUT);
    // Writing into a string cannot fail.
    let _ = writeln!(out, "index index.html;\ncharset utf-8;\nabsolute_redirect off;");
    let page = quoted(&[base.as_str(), "/404.html"].concat());
    // For a folder without a page, nginx answers 403, which means nothing to readers.
    let _ = writeln!(out, "error_page 404 410 {page};\nerror_page 403 =404 {page};");
    let _ = writeln!(
        out,
        "gzip_static on;\ngzip_vary on;\n# brotli_static on;  # with the module ngx_brotli: the .br files are there\n"
    );
    for header in common_headers(&site.settings) {
        let _ = writeln!(out, "add_header {} {} always;", header.name, string(&header.value));
    }
    own_rules(&mut out, site);
    cache_policy(&mut out, base);
    let _ = writeln!(out, "\n# What is for hosts and for giljabi is not for readers.");
    let _ = writeln!(
        out,
        "location ~ ^{}/(_headers|_redirects|\\.giljabi/.*)$ {{ return 404; }}",
        pattern(base)
    );
    let _ = writeln!(out, "\n# Files whose names do not tell their type.");
    for (path, media_type) in media_types(site) {
        let _ = writeln!(
            out,
            "location = {} {{ types {{ }} default_type {}; }}",
            string(&[base, path.as_str()].concat()),
            string(media_type)
        );
    }
    for (ending, media_type) in [("md", "text/markdown"), ("ics", "text/calendar")] {
        let _ = writeln!(
            out,
            "location ~ ^{}/.*\\.{ending}$ {{ types {{ }} default_type {}; }}",
            pattern(base),
            string(&[media_type, "; charset=utf-8"].concat())
        );
    }
    redirects(&mut out, site);
    retired(&mut out, site);
    out
}

/// Writes the rules of `static/_headers` and `static/_redirects`: those for all addresses as
/// configuration, the others as remarks, because nginx has no rules of their form.
fn own_rules(out: &mut String, site: &Site) {
    let rules = &site.theme.host_rules;
    // nginx reads a dollar sign as the beginning of a variable, also in quotes.
    let fits = |rule: &&HeaderRule| {
        rule.path == "/*" && rule.headers.iter().all(|(_, value)| !value.contains('$'))
    };
    let (all, some): (Vec<_>, Vec<_>) = rules.headers.iter().partition(fits);
    for (name, value) in all.iter().flat_map(|rule| &rule.headers) {
        let _ = writeln!(out, "add_header {name} {} always;", string(value));
    }
    let headers = some.iter().flat_map(|rule| {
        rule.headers.iter().map(|(name, value)| format!("{}: {name}: {value}", rule.path))
    });
    let lines: Vec<String> =
        headers.chain(rules.redirects.iter().map(|line| line.value.clone())).collect();
    if !lines.is_empty() {
        let _ = writeln!(
            out,
            "# These rules of your own in static/ are not part of this configuration:"
        );
        lines.iter().for_each(|line| _ = writeln!(out, "#   {line}"));
    }
}

fn cache_policy(out: &mut String, base: &str) {
    let _ = writeln!(out, "\nset $giljabi_keep {};", string(CachePolicy::Revalidate.value()));
    for (folder, policy) in CACHED_FOLDERS {
        let _ = writeln!(
            out,
            "if ($uri ~ ^{}{folder}) {{ set $giljabi_keep {}; }}",
            pattern(base),
            string(policy.value())
        );
    }
    // Without `always`, because errors must not be cached.
    let _ = writeln!(out, "add_header Cache-Control $giljabi_keep;");
}

fn redirects(out: &mut String, site: &Site) {
    if site.redirects.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n# Old addresses.");
    // nginx does not allow an address twice.
    let mut written = BTreeSet::new();
    for redirect in &site.redirects {
        let to = site.settings.base_url.href(&site.page(redirect.to).url);
        for from in with_and_without_slash(site, &redirect.from) {
            let line = format!("location = {} {{ return 301 {to}$is_args$args; }}", string(&from));
            if written.insert(from) {
                let _ = writeln!(out, "{line}");
            }
        }
    }
}

/// Writes the rules for retired pages: the status 410 tells search engines that they are gone
/// for good.
fn retired(out: &mut String, site: &Site) {
    let addresses = site.settings.retired.iter().flat_map(|retired| retired.value.addresses());
    let addresses = addresses.flat_map(|(_, url)| with_and_without_slash(site, &url));
    for path in addresses.collect::<BTreeSet<String>>() {
        let _ = writeln!(out, "location = {} {{ return 410; }}", string(&path));
    }
}

/// Returns the address on its host, with and without the slash at its end if it has one.
fn with_and_without_slash(site: &Site, url: &UrlPath) -> impl Iterator<Item = String> + use<> {
    let whole = [site.settings.base_url.base_path.as_str(), url.as_str()].concat();
    let bare = whole.strip_suffix('/').map(str::to_owned);
    [whole].into_iter().chain(bare)
}

/// Returns a path in a form that nginx compares literally.
fn quoted(path: &str) -> String {
    percent_encode(path)
}

/// Returns a value in quotes.
fn string(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns `path` for a regular expression. Settings allow no other special characters in it.
fn pattern(path: &str) -> String {
    path.replace('.', "\\.").replace(' ', "\\x20")
}
