//! Unicode normalisation form C, and signs for characters that cannot be seen.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `text` in normalisation form C, copied only when it must be.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

/// Returns `text` with a sign in the place of every character that a terminal would obey: a
/// name of a file may contain any (`␛` for the escape character).
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return text.into();
    }
    text.chars().map(|c| if is_obeyed(c) { sign(c) } else { c }).collect::<String>().into()
}

/// Control characters, and those that change the direction of text or break its line.
fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The picture of a control character (Unicode, "Control Pictures"); others have none.
fn sign(c: char) -> char {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER),
        0x7f => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_a_sign() {
        assert_eq!(visible("b\u{1b}[2J\n\u{7f}"), "b␛[2J␊␡");
        assert_eq!(visible("\u{9b}31m \u{202e}gnp.a"), "\u{fffd}31m \u{fffd}gnp.a");
        assert_eq!(visible("한글 a.md 👩\u{200d}💻"), "한글 a.md 👩\u{200d}💻");
    }
}
