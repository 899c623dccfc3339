//! Compares two texts word by word.

use std::borrow::Cow;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::model::nfc;

/// A run of words that both texts have, or only one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextChange {
    pub kind: ChangeKind,
    /// The words as they are written, including the white space after each.
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Text that is in both versions, written as in the new one.
    Same,
    /// Text of the old version only.
    Removed,
    /// Text of the new version only.
    Added,
}

/// Returns the changes from `old` to `new`, in order. Differences in white space or
/// normalisation form are ignored.
pub fn changes(old: &str, new: &str) -> Vec<TextChange> {
    let (old, new) = (words(old), words(new));
    let (was, is) = (compared(&old), compared(&new));
    let mut all: Vec<TextChange> = Vec::new();
    let mut add = |kind, words: &[&str]| {
        let text = words.concat();
        match all.last_mut() {
            Some(last) if last.kind == kind => last.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => all.push(TextChange { kind, text }),
        }
    };
    for op in capture_diff_slices(Algorithm::Patience, &was, &is) {
        match op {
            DiffOp::Equal { new_index, len, .. } => {
                add(ChangeKind::Same, &new[new_index..new_index + len]);
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                add(ChangeKind::Removed, &old[old_index..old_index + old_len]);
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                add(ChangeKind::Added, &new[new_index..new_index + new_len]);
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let removed = old[old_index..old_index + old_len].concat();
                // Line breaks are those of the new text.
                add(ChangeKind::Removed, &[removed.trim_end(), " "]);
                add(ChangeKind::Added, &new[new_index..new_index + new_len]);
            }
        }
    }
    all
}

/// Returns the number of words of the new text that are not in the old one.
pub fn words_added(changes: &[TextChange]) -> u32 {
    let added = changes.iter().filter(|change| change.kind == ChangeKind::Added);
    added.map(|change| super::digest(&change.text).words).sum()
}

/// Returns the words of `text`, each with the white space after it.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let space = rest[word..].find(|c: char| !c.is_whitespace());
        let end = space.map_or(rest.len(), |space| word + space);
        words.push(&rest[..end]);
        rest = &rest[end..];
    }
    words
}

fn compared<'a>(words: &[&'a str]) -> Vec<Cow<'a, str>> {
    words.iter().map(|word| nfc(word.trim_end())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let part = |change: &TextChange| match change.kind {
            ChangeKind::Same => change.text.clone(),
            ChangeKind::Removed => format!("[-{}-]", change.text.trim_end()),
            ChangeKind::Added => format!("{{+{}+}}", change.text.trim_end()),
        };
        changes(old, new).iter().map(part).collect()
    }

    #[test]
    fn white_space_is_ignored() {
        assert_eq!(shown("a b\nc", "a b c"), "a b c");
        assert_eq!(shown("a b c", "a x c d"), "a [-b-]{+x+}c {+d+}");
        assert_eq!(changes("a\nb\nc", "a\nx\nc")[1].text, "b ");
        assert_eq!(
            shown("사람이 검토합니다.", "사람이 먼저 검토합니다."),
            "사람이 {+먼저+}검토합니다."
        );
        assert_eq!(shown("", "a"), "{+a+}");
        assert_eq!(shown("\u{1112}\u{1161}\u{11ab}", "한"), "한");
    }

    #[test]
    fn added_words_are_counted() {
        assert_eq!(words_added(&changes("one two three", "one 2 three - four")), 2);
        assert_eq!(words_added(&changes("one two", "one")), 0);
    }
}
