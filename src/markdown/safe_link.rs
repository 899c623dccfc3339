//! The addresses that links may have.

/// The schemes of addresses that open something and run nothing.
pub const SAFE_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Returns whether a browser runs nothing when it follows a link to `address`.
pub fn is_safe_link(address: &str) -> bool {
    // Browsers drop line breaks and tabs inside addresses, and space around them.
    let is_dropped = |c: char| c.is_control() || c.is_whitespace();
    let address: String = address.chars().filter(|c| !is_dropped(*c)).collect();
    let scheme = address.split(['/', '?', '#']).next().and_then(|first| first.split_once(':'));
    scheme
        .is_none_or(|(scheme, _)| SAFE_SCHEMES.iter().any(|safe| safe.eq_ignore_ascii_case(scheme)))
}
