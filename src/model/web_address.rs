//! Addresses of other sites in their parts. Addresses in a policy, a header or a form are
//! written from their parts, so that they cannot add anything else.

use std::fmt;

use schemars::JsonSchema;
use serde::Deserialize;

use super::percent_encode;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// An absolute address of the web.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String")]
pub struct WebAddress {
    /// `http` or `https`.
    scheme: String,
    /// The host with its port, in lower case.
    host: String,
    /// Path, query and fragment, beginning with `/`, `?` or `#`.
    rest: String,
}

/// Characters that no address may contain (RFC 3986, appendix A), but that people paste.
const NOT_IN_ADDRESSES: &str = "\"<>\\^`{|}";

/// All characters beyond ASCII, which browsers encode.
const BEYOND_ASCII: &AsciiSet = CONTROLS;

impl WebAddress {
    /// Reads an address of the form `http(s)://host[:port][/path][?query][#fragment]`.
    pub fn parse(text: &str) -> Option<WebAddress> {
        let (scheme, after) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        let (host, rest) = after.split_at(after.find(['/', '?', '#']).unwrap_or(after.len()));
        let is_odd = |c: char| c.is_whitespace() || c.is_control() || NOT_IN_ADDRESSES.contains(c);
        let fits = matches!(&*scheme, "http" | "https") && is_host(host) && !rest.contains(is_odd);
        let rest = utf8_percent_encode(rest, BEYOND_ASCII).to_string();
        fits.then(|| WebAddress { scheme, host: host.to_ascii_lowercase(), rest })
    }

    /// Returns scheme, host and port: `https://mail.example:8443`.
    pub fn origin(&self) -> String {
        [&self.scheme, "://", &self.host].concat()
    }

    /// Returns whether data that is sent to the address cannot be read on its way: the
    /// connection is encrypted, or does not leave this machine.
    pub fn is_private(&self) -> bool {
        self.scheme == "https" || is_this_machine(&self.host)
    }
}

/// Returns whether `host` is a host name or address, with a port if there is one.
pub fn is_host(host: &str) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, Some(port)),
        _ => (host, None),
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
    let name_fits = match name.strip_prefix('[') {
        Some(address) => {
            address.strip_suffix(']').is_some_and(|a| a.parse::<core::net::Ipv6Addr>().is_ok())
        }
        None => {
            name.starts_with(|c: char| c.is_ascii_alphanumeric())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        }
    };
    port_fits && name_fits
}

fn is_this_machine(host: &str) -> bool {
    let name = host.split_once(':').map_or(host, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1")
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.host, self.rest)
    }
}

impl TryFrom<String> for WebAddress {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        WebAddress::parse(&written).ok_or("the address of a site")
    }
}

/// A source that a Content-Security-Policy allows: scheme, host and perhaps a path
/// (`host-source` of W3C CSP level 3, section 2.3.1, with its scheme).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(with = "String", extend("format" = "policy-source"))]
pub struct PolicySource {
    /// The scheme: `https` or `wss`; on this machine also `http` and `ws`.
    scheme: String,
    /// The host with its port, in lower case, without `*.`.
    host: String,
    /// True if it stands for all names below the host, and not for the host itself.
    below: bool,
    /// The path, decoded; empty for the whole host.
    path: String,
}

impl PolicySource {
    /// Reads `https://cdn.example`, `https://*.cdn.example/scripts/`, `wss://chat.example`.
    pub fn parse(text: &str) -> Option<PolicySource> {
        let (scheme, after) = text.split_once("://")?;
        let (host, path) = after.split_at(after.find('/').unwrap_or(after.len()));
        let (below, host) = match host.strip_prefix("*.") {
            // `*.com` is not a single site.
            Some(host) => (true, Some(host).filter(|host| host.contains('.'))?),
            None => (false, host),
        };
        let (scheme, host) = (scheme.to_ascii_lowercase(), host.to_ascii_lowercase());
        let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
        let scheme_fits = match &*scheme {
            "https" | "wss" => true,
            "http" | "ws" => is_this_machine(&host),
            _ => false,
        };
        let path_fits =
            !path.contains(|c: char| c.is_control() || c.is_whitespace() || "?#*;,".contains(c));
        let fits = scheme_fits && is_host(&host) && path_fits;
        fits.then_some(PolicySource { scheme, host, below, path })
    }

    /// Returns whether the source matches `address` (W3C CSP level 3, section 6.7.2.8). A path
    /// that ends with `/` matches everything below it.
    pub fn allows(&self, address: &WebAddress) -> bool {
        let scheme_fits =
            self.scheme == address.scheme || self.scheme == "http" && address.scheme == "https";
        let host_fits = match self.below {
            true => address.host.strip_suffix(&*self.host).is_some_and(|name| name.ends_with('.')),
            false => address.host == self.host,
        };
        let path = address.rest.split(['?', '#']).next().unwrap_or_default();
        let path = percent_decode_str(path).decode_utf8_lossy();
        let path_fits = match &*self.path {
            "" | "/" => true,
            folder if folder.ends_with('/') => path.starts_with(folder),
            file => path == file,
        };
        scheme_fits && host_fits && path_fits
    }
}

impl fmt::Display for PolicySource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let below = if self.below { "*." } else { "" };
        write!(f, "{}://{below}{}{}", self.scheme, self.host, percent_encode(&self.path))
    }
}

impl TryFrom<String> for PolicySource {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        PolicySource::parse(&written).ok_or("a source of a policy")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_written_back_from_its_parts() {
        let written = |text| WebAddress::parse(text).map(|address| address.to_string());
        let origin = |text| WebAddress::parse(text).map(|address| address.origin());
        for whole in ["https://m.example/s?a=/&b#c", "http://[::1]:80", "https://m.example;"] {
            assert_eq!(
                written(whole).as_deref(),
                Some(whole).filter(|w| !w.contains(';')),
                "{whole}"
            );
        }
        assert_eq!(written("HTTPS://M.Example/글").as_deref(), Some("https://m.example/%EA%B8%80"));
        assert_eq!(origin("https://m.example:8443/a?x").as_deref(), Some("https://m.example:8443"));
        assert_eq!(origin("https://m.example?x").as_deref(), Some("https://m.example"));
        for bad in [
            "m.example",
            "ftp://m.example",
            "https://",
            "https://m.example/a b",
            "https://a@b",
            "https://m.example/\"",
            "https://m.example/\n",
            "https://m.example:0",
            "javascript://a/%0aalert(1)",
        ] {
            assert_eq!(written(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_source_is_scheme_host_and_path() {
        let written = |text| PolicySource::parse(text).map(|source| source.to_string());
        for whole in [
            "https://cdn.example",
            "https://*.cdn.example/a/",
            "wss://chat.example:8443",
            "http://localhost:9",
        ] {
            assert_eq!(written(whole).as_deref(), Some(whole));
        }
        assert_eq!(
            written("https://cdn.example/가").as_deref(),
            Some("https://cdn.example/%EA%B0%80")
        );
        for bad in [
            "*",
            "https:",
            "'unsafe-inline'",
            "'self'",
            "data:",
            "cdn.example",
            "https://*",
            "https://*.com",
            "https://a.example; script-src *",
            "https://a.example/x;y",
            "https://a.example/%3B",
            "https://a.example/\n",
            "http://a.example",
            "https://a.example?x",
            "https://a.example/?x",
            "https://a.example https://b.example",
        ] {
            assert_eq!(written(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_source_allows_what_browsers_allow_by_it() {
        let allows = |source, address| {
            let source = PolicySource::parse(source).expect("a source");
            source.allows(&WebAddress::parse(address).expect("an address"))
        };
        assert!(allows("https://a.example", "https://A.example/b.js?c"));
        assert!(allows("https://a.example/b/", "https://a.example/b/c.js"));
        assert!(allows("https://*.a.example", "https://b.a.example/"));
        assert!(!allows("https://*.a.example", "https://a.example/"));
        assert!(!allows("https://a.example", "http://a.example/"));
        assert!(!allows("https://a.example/b", "https://a.example/b/c.js"));
        assert!(!allows("https://a.example", "https://a.example:8443/"));
        assert!(!allows("https://a.example", "https://ba.example/"));
    }
}
