//! The same policy as a snippet for nginx, to be included in a `server` block.
//!
//! `add_header` of an outer block is lost where an inner one adds any, so all headers
//! stand in the outermost and what differs between files is a variable.

use std::fmt::Write;

use super::{KEPT, Keep, everywhere, types};
use crate::{
    model::{Lang, Site, percent_encode},
    render::context::href,
};

const ABOUT: &str = "\
# How nginx serves this site: include this file in a server block that has a root,
# the folder below which the site's addresses begin. `giljabi nginx` wrote it, from
# the same rules as _headers and _redirects.
";

/// The snippet.
pub fn nginx(site: &Site) -> String {
    let base = &site.settings.base_path;
    let mut out = String::from(ABOUT);
    // Writing into a string cannot fail.
    let _ = writeln!(out, "index index.html;\ncharset utf-8;\nabsolute_redirect off;");
    let _ = writeln!(out, "error_page 404 {}/404.html;", quoted(base));
    let _ = writeln!(
        out,
        "gzip_static on;\ngzip_vary on;\n# brotli_static on;  # with the module ngx_brotli: the .br files are there\n"
    );
    for header in everywhere(&site.settings) {
        let _ = writeln!(out, "add_header {} {} always;", header.name, string(&header.value));
    }
    keep(&mut out, base);
    let _ = writeln!(out, "\n# What is for hosts and for giljabi is not for readers.");
    let _ = writeln!(
        out,
        "location ~ ^{}/(_headers|_redirects|\\.giljabi/.*)$ {{ return 404; }}",
        pattern(base)
    );
    let _ = writeln!(out, "\n# Files whose names do not tell their type.");
    for (path, media_type) in types(site) {
        let _ = writeln!(
            out,
            "location = {} {{ types {{ }} default_type {}; }}",
            string(&[base, path.as_str()].concat()),
            string(media_type)
        );
    }
    redirects(&mut out, site);
    retired(&mut out, site);
    out
}

fn keep(out: &mut String, base: &str) {
    let _ = writeln!(out, "\nset $giljabi_keep {};", string(Keep::AskAgain.value()));
    for (folder, keep) in KEPT {
        let _ = writeln!(
            out,
            "if ($uri ~ ^{}{folder}) {{ set $giljabi_keep {}; }}",
            pattern(base),
            string(keep.value())
        );
    }
    // Without `always`: an error is never to be kept.
    let _ = writeln!(out, "add_header Cache-Control $giljabi_keep;");
}

fn redirects(out: &mut String, site: &Site) {
    if site.redirects.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n# Old addresses.");
    for redirect in &site.redirects {
        let from = [site.settings.base_path.as_str(), redirect.from.as_str()].concat();
        let to = href(&site.settings, &site.page(redirect.to).url);
        for from in [from.as_str(), from.trim_end_matches('/')] {
            let _ = writeln!(out, "location = {} {{ return 301 {to}; }}", string(from));
        }
    }
}

/// Pages that are gone on purpose: 410 tells search engines not to come back.
fn retired(out: &mut String, site: &Site) {
    let names = site.settings.retired.iter().map(|name| name.trim_matches('/'));
    for name in names.filter(|name| is_plain(name)) {
        for lang in Lang::ALL {
            let path = [&site.settings.base_path, "/", lang.code(), "/", name, "/"].concat();
            let _ = writeln!(out, "location = {} {{ return 410; }}", string(&path));
        }
    }
}

/// Nothing that means something to nginx.
fn is_plain(path: &str) -> bool {
    path.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c))
}

/// A path that nginx compares as it is, encoded where it must be.
fn quoted(path: &str) -> String {
    percent_encode(path)
}

/// A value in quotes.
fn string(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// `path` inside a regular expression. Settings allow no other signs in it.
fn pattern(path: &str) -> String {
    path.replace('.', "\\.").replace(' ', "\\x20")
}
