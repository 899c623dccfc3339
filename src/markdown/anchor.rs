//! Anchors: the ids by which headings are linked.
//!
//! A pinned id (`{#id}`) is kept as written. Otherwise the heading's own words
//! are, Hangul included: an anchor that is romanised says nothing to its reader.

use rustc_hash::FxHashSet;

use crate::model::nfc;

/// Hands out ids that are unique on their page.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: FxHashSet<String>,
}

impl Anchors {
    /// Reserves pinned ids before any is derived, so that what is pinned never
    /// depends on what stands above it.
    pub fn pin(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// An id for a heading with the given text: `-2` and so on for repetitions.
    pub fn derive(&mut self, text: &str) -> String {
        let base = anchor_of(text);
        let mut id = base.clone();
        let mut count = 1;
        while !self.taken.insert(id.clone()) {
            count += 1;
            id = format!("{base}-{count}");
        }
        id
    }
}

/// The letters and digits of `text` in lower case, with one hyphen for
/// everything between them.
pub fn anchor_of(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in nfc(text).chars() {
        if c.is_alphanumeric() {
            id.extend(c.to_lowercase());
        } else if (c.is_whitespace() || matches!(c, '-' | '_' | '/' | '·')) && !id.ends_with('-') {
            id.push('-');
        }
    }
    let trimmed = id.trim_matches('-');
    if trimmed.is_empty() { "section".to_owned() } else { trimmed.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hangul_is_kept_and_marks_are_dropped() {
        assert_eq!(anchor_of("초안 모드부터"), "초안-모드부터");
        assert_eq!(anchor_of("What's next? (v2.0)"), "whats-next-v20");
        assert_eq!(anchor_of("읽기/쓰기 — 권한"), "읽기-쓰기-권한");
        assert_eq!(anchor_of("???"), "section");
    }

    #[test]
    fn repetitions_are_numbered_around_pinned_ids() {
        let mut anchors = Anchors::default();
        anchors.pin("scope-2");
        assert_eq!(anchors.derive("Scope"), "scope");
        assert_eq!(anchors.derive("Scope"), "scope-3");
        assert_eq!(anchors.derive("Scope"), "scope-4");
    }
}
