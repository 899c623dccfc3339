//! Sets straight quotation marks and apostrophes curly.

use std::borrow::Cow;

/// Returns `text` with curly quotation marks and apostrophes in place of straight ones.
/// `before` is the character before it in its paragraph.
pub fn curl(text: &str, before: Option<char>) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'"' | b'\'')) {
        return text.into();
    }
    let mut curled = String::with_capacity(text.len() + 8);
    let mut copied = 0;
    for (at, mark) in text.match_indices(['"', '\'']) {
        curled.push_str(&text[copied..at]);
        copied = at + mark.len();
        let opens = curled.chars().next_back().or(before).is_none_or(precedes_quotation)
            && !text[copied..].starts_with(char::is_whitespace);
        curled.push(match (mark, opens) {
            ("\"", true) => '“',
            ("\"", false) => '”',
            (_, true) => '‘',
            (_, false) => '’',
        });
    }
    curled.push_str(&text[copied..]);
    curled.into()
}

/// Returns whether a quotation may begin after `c`.
fn precedes_quotation(c: char) -> bool {
    c.is_whitespace() || "([{–—-/:·“‘".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_become_curly() {
        let cases = [
            ("\"It's 'fine'\", they said", "“It’s ‘fine’”, they said"),
            ("the strangers' text (\"as is\")", "the strangers’ text (“as is”)"),
            ("'환불'이라고 적은 \"답변\"은", "‘환불’이라고 적은 “답변”은"),
            ("예:'가'·'나'", "예:‘가’·‘나’"),
            ("“set” already", "“set” already"),
        ];
        for (text, expected) in cases {
            assert_eq!(curl(text, None), expected);
        }
        // Behind a word in bold, and before one.
        assert_eq!(curl("' means", Some('d')), "’ means");
        assert_eq!(curl("with '", None), "with ‘");
    }
}
