//! The signs that decide where emphasis begins and ends.

use unicode_normalization::char::is_combining_mark;

/// Brackets and quotes that open something.
pub const OPENING: &str = "\"'“‘([{<「『《〈【〔（［｛＜";

/// Returns the length of the run of one sign that `text` begins with.
pub fn run_length(text: &str) -> usize {
    let first = text.as_bytes()[0];
    text.bytes().take_while(|byte| *byte == first).count()
}

/// Returns whether the parser counts a character as punctuation or symbol.
pub fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || !(c.is_ascii()
            || c.is_alphanumeric()
            || c.is_whitespace()
            || c.is_control()
            || is_combining_mark(c)
            || matches!(c, '\u{200d}'))
}

/// Returns whether a character is Hangul, an ideograph, kana, or punctuation and full-width
/// forms that go with them (blocks after the amendment's definition).
pub fn is_cjk(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}')
}
