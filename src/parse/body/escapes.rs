//! Signs that a backslash turns into plain text.

/// Returns whether the sign at `at` follows a backslash that is not escaped itself.
pub fn is_escaped(body: &str, at: usize) -> bool {
    body[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
