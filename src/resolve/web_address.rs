//! Reads the addresses of links: their scheme, their host, and what stands below the site's own
//! address.

use crate::model::SiteAddress;

/// Returns the scheme of an address that has one (RFC 3986, section 3.1).
pub fn scheme(dest: &str) -> Option<&str> {
    let (scheme, _) = dest.split_once(':')?;
    // A single letter is the name of a drive on Windows.
    let fits = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    fits.then_some(scheme)
}

/// Returns the part of `dest`, an absolute address, after the site's own address.
pub fn below_own_address<'d>(dest: &'d str, own: &SiteAddress) -> Option<&'d str> {
    let (own_scheme, host) = own.origin.split_once("://")?;
    let (scheme, rest) = dest.split_once("//")?;
    let scheme = if scheme.is_empty() { own_scheme } else { scheme.strip_suffix(':')? };
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let found = without_usual_port(authority, scheme)?;
    let is_own = found.eq_ignore_ascii_case(without_usual_port(host, own_scheme)?);
    let path = path.strip_prefix(&*own.base_path).filter(|_| is_own)?;
    (path.is_empty() || path.starts_with(['/', '?', '#'])).then_some(path)
}

/// Returns the host of an address of the web, without the port that its scheme has by itself.
fn without_usual_port<'a>(authority: &'a str, scheme: &str) -> Option<&'a str> {
    let port = match scheme.to_ascii_lowercase().as_str() {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    Some(authority.strip_suffix(port).unwrap_or(authority))
}

/// Returns whether an address says more than its scheme, and of the web a host: browsers look
/// for `https:/example.com` on this site, and for a host `https` behind `https://https://`.
pub fn has_destination(dest: &str, scheme: &str) -> bool {
    let rest = dest.strip_prefix(scheme).map_or(dest, |rest| rest.trim_start_matches(':'));
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
    let is_host = |host: &str| !host.is_empty() && !is_web_scheme(host.trim_end_matches(':'));
    if is_web_scheme(scheme) { host.is_some_and(is_host) } else { !rest.is_empty() }
}

fn is_web_scheme(scheme: &str) -> bool {
    ["http", "https"].iter().any(|web| web.eq_ignore_ascii_case(scheme))
}

/// Returns whether a path begins with what is most often the name of a host.
pub fn names_host(path: &str) -> bool {
    const DOMAINS: [&str; 6] = ["com", "org", "net", "kr", "io", "dev"];
    let host = path.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, domain) = host.rsplit_once('.').unwrap_or_default();
    let is_name = name.starts_with(|c: char| c.is_ascii_alphanumeric());
    path.starts_with("www.") || is_name && DOMAINS.contains(&domain)
}

/// Returns whether an address belongs to the preview, by its usual port. A page may be about
/// other servers on the reader's computer.
pub fn is_of_preview(dest: &str) -> bool {
    let host = dest.split_once("//").and_then(|(_, rest)| rest.split(['/', '?', '#']).next());
    matches!(host, Some("localhost:4400" | "127.0.0.1:4400" | "[::1]:4400"))
}
