//! Signs that a backslash makes plain text.

/// Returns whether the sign at `at` has a backslash before it that is not escaped itself.
pub fn is_escaped(body: &str, at: usize) -> bool {
    body[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1
}
