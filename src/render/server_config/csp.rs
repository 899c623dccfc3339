//! The Content-Security-Policy (W3C CSP level 3): pages run the site's own scripts
//! and styles, none that stand in a page, and talk to nobody else.

use std::sync::LazyLock;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

use crate::{diagram, model::Settings};

/// The styles inside a diagram's own file: always the same, so named by their hash.
static DIAGRAM_STYLE: LazyLock<String> = LazyLock::new(|| {
    let hash = Sha256::digest(diagram::standalone_style().as_bytes());
    format!("'sha256-{}'", BASE64_STANDARD.encode(hash))
});

/// The whole policy, as the header's value.
pub fn policy(settings: &Settings) -> String {
    let endpoint = settings.subscription.as_ref().map(|s| origin(&s.endpoint));
    let mut own_and_endpoint = vec!["'self'"];
    own_and_endpoint.extend(endpoint);
    let directives: [(&str, Vec<&str>); 10] = [
        ("default-src", vec!["'none'"]),
        ("script-src", vec!["'self'"]),
        ("style-src", vec!["'self'", &DIAGRAM_STYLE]),
        ("img-src", vec!["'self'", "data:"]),
        ("font-src", vec!["'self'"]),
        ("connect-src", own_and_endpoint.clone()),
        ("manifest-src", vec!["'self'"]),
        ("form-action", own_and_endpoint),
        ("base-uri", vec!["'none'"]),
        // The preview of both languages shows pages side by side.
        ("frame-ancestors", vec!["'self'"]),
    ];
    let written = directives.map(|(name, sources)| format!("{name} {}", sources.join(" ")));
    written.join("; ")
}

/// Scheme, host and port of an absolute address.
fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |at| at + 3);
    let end = address[host..].find(['/', '?', '#']).map_or(address.len(), |at| host + at);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(origin("https://mail.example/subscribe?a=/"), "https://mail.example");
        assert_eq!(origin("https://mail.example:8443"), "https://mail.example:8443");
        assert_eq!(origin("https://mail.example?x"), "https://mail.example");
    }
}
