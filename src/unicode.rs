//! Unicode normalisation form C, letters and digits, characters that nobody sees, and signs
//! for them. Texts are mostly ASCII and Hangul, for which no table is asked.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns `text` in normalisation form C; copied only if it is in another form.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_composed(text) || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

/// Calls `handle` with each word of `text`: what stands between white space.
pub fn each_word<'t>(text: &'t str, handle: impl FnMut(&'t str)) {
    match text.bytes().enumerate().any(|place| is_rare_space(text, place)) {
        true => text.split_whitespace().for_each(handle),
        false => text.split_ascii_whitespace().for_each(handle),
    }
}

/// Returns whether all white space in `text` is single spaces between words.
pub fn is_single_spaced(text: &str) -> bool {
    let mut before = b' ';
    for place in text.bytes().enumerate() {
        let byte = place.1;
        let is_other_space = byte != b' ' && byte.is_ascii_whitespace();
        if byte == b' ' && before == b' ' || is_other_space || is_rare_space(text, place) {
            return false;
        }
        before = byte;
    }
    before != b' ' || text.is_empty()
}

/// Returns whether white space that `split_ascii_whitespace` does not know begins with this byte.
fn is_rare_space(text: &str, (at, byte): (usize, u8)) -> bool {
    // Their first bytes in UTF-8, which are not those of Hangul.
    let may_be = matches!(byte, 0x0b | 0xc2 | 0xe1..=0xe3);
    may_be && text[at..].starts_with(char::is_whitespace)
}

/// Returns whether `text` consists of characters that normalisation never changes (starters
/// with `NFC_Quick_Check=Yes`), as nearly all texts do.
fn is_composed(text: &str) -> bool {
    text.is_ascii()
        || text.chars().all(|c| {
            matches!(c,
            '\0'..'\u{300}' | '가'..='힣' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{2190}'..='\u{21ff}' | '\u{3000}'..='\u{3029}')
        })
}

/// Returns whether a character is a letter.
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '가'..='힣' => true,
        _ => c.is_alphabetic(),
    }
}

/// Returns whether a character is a letter or a digit.
pub fn is_alphanumeric(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        '가'..='힣' => true,
        _ => c.is_alphanumeric(),
    }
}

/// Returns `text` with a sign in the place of every character that a terminal acts on: a
/// name of a file may contain any (`␛` for the escape character).
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts_on_terminal) {
        return text.into();
    }
    text.chars().map(|c| if acts_on_terminal(c) { sign(c) } else { c }).collect::<String>().into()
}

/// Returns the JSON document with an escape in place of every character that a terminal acts on;
/// those of ASCII have one already.
pub fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        match acts_on_terminal(c) && !c.is_ascii() {
            true => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            false => escaped.push(c),
        }
    }
    escaped
}

/// Returns whether terminals or editors act on a character instead of showing it: control
/// characters, and those that change the direction of text or break its line.
fn acts_on_terminal(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns the picture of a control character (Unicode, "Control Pictures"), or the
/// replacement character.
fn sign(c: char) -> char {
    match u32::from(c) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or(char::REPLACEMENT_CHARACTER),
        0x7f => '␡',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Returns whether a character is a joiner or a variation selector, which changes its
/// neighbours.
pub fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// Returns whether a character is a control character, which XML cannot hold, or a mark
/// that changes the direction of the text after it (Unicode's `Bidi_Control`).
pub fn is_control(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
}

/// Returns whether a character is invisible when it stands alone: Unicode's
/// `Default_Ignorable_Code_Point` (Hangul fillers are among them), the empty Braille
/// pattern, and the sign that stands for an object, which copying leaves where a picture was.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Returns whether a character is white space that Markdown and TOML do not treat as such:
/// no-break spaces and spaces of other widths.
pub fn is_foreign_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Returns `U+00A0`, for messages about invisible characters.
pub fn code_point(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// Returns whether a character is invisible and does not change its neighbours.
pub fn is_unseen(c: &char) -> bool {
    is_invisible(*c) && !is_joiner(*c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_spaces_are_told_from_others() {
        for text in ["", "a", "a b", "가 b c", "·", "a\u{200b}b"] {
            assert!(is_single_spaced(text), "{text:?}");
        }
        for text in [" ", " a", "a ", "a  b", "a\tb", "a\nb", "가\u{3000}b", "a\u{a0}b", "a\u{b}b"]
        {
            assert!(!is_single_spaced(text), "{text:?}");
        }
    }

    #[test]
    fn composed_texts_are_normalised_already() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_composed(&c.to_string())) {
            for text in [format!("a{c}"), format!("{c}a"), format!("가{c}")] {
                assert_eq!(is_nfc_quick(text.chars()), IsNormalized::Yes, "{c:?}");
                assert!(text.nfc().eq(text.chars()), "{c:?}");
            }
        }
    }

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_a_sign() {
        assert_eq!(visible("b\u{1b}[2J\n\u{7f}"), "b␛[2J␊␡");
        assert_eq!(visible("\u{9b}31m \u{202e}gnp.a"), "\u{fffd}31m \u{fffd}gnp.a");
        assert_eq!(visible("한글 a.md 👩\u{200d}💻"), "한글 a.md 👩\u{200d}💻");
    }
}
