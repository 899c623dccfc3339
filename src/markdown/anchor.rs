//! Anchors: the ids by which headings are linked.
//!
//! A pinned id (`{#id}`) is used as written. Otherwise the id is derived from the words of
//! the heading. Hangul is not romanised, so that readers can read the anchor.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::nfc;

/// Derives ids that are unique on their page.
#[derive(Debug, Default)]
pub struct Anchors {
    taken: FxHashSet<String>,
    /// The number to try for the next repetition of an id.
    next: FxHashMap<String, usize>,
}

impl Anchors {
    /// Reserves pinned ids before any other is derived, so that pinned ids never depend on the
    /// headings above them.
    pub fn pin(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// Returns an id for a heading with the given text: `-2` and so on for repetitions.
    pub fn derive(&mut self, text: &str) -> String {
        let mut base = anchor_of(text);
        if has_reserved_prefix(&base) {
            base.insert_str(0, "section-");
        }
        if !is_reserved(&base) && self.taken.insert(base.clone()) {
            return base;
        }
        // `diagram` itself is not reserved, but each of its repetitions would be.
        if has_reserved_prefix(&format!("{base}-")) {
            base.insert_str(0, "section-");
        }
        self.number(base)
    }

    /// Returns the first of `base-2`, `base-3`, … that is free. The search ends, because no
    /// number gives `base` a reserved prefix, and only finitely many ids are taken.
    fn number(&mut self, base: String) -> String {
        let count = self.next.entry(base.clone()).or_insert(2);
        loop {
            let id = format!("{base}-{count}");
            *count += 1;
            if !is_reserved(&id) && self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Ids that templates use; a test compares them.
const RESERVED: &[&str] = &[
    "checklists",
    "criteria",
    "footer-updates",
    "main",
    "newest",
    "not-subscribed",
    "path",
    "profiles",
    "rankings",
    "related",
    "search-dialog",
    "search-found",
    "search-lists",
    "search-query",
    "search-words",
    "subscribed",
    "trust-title",
];

/// Prefixes of the ids of footnotes, diagrams, terms and elements that scripts insert.
const RESERVED_PREFIXES: &[&str] = &["fn-", "fnref-", "diagram-", "glossary-", "widget-"];

/// Returns whether the templates, footnotes, diagrams or scripts may use `id`.
pub fn is_reserved(id: &str) -> bool {
    RESERVED.contains(&id) || has_reserved_prefix(id)
}

fn has_reserved_prefix(id: &str) -> bool {
    RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
}

/// Returns the letters and digits of `text` in lower case, with one hyphen for
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
    fn every_id_of_the_templates_is_reserved() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates");
        for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            for id in text.split(" id=\"").skip(1).filter_map(|part| part.split('"').next()) {
                assert!(id.contains("{{") || is_reserved(id), "{id} in {:?}", entry.path());
            }
        }
    }

    #[test]
    fn reserved_ids_are_never_derived() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.derive("Main"), "main-2");
        assert_eq!(anchors.derive("fn 1"), "section-fn-1");
    }

    #[test]
    fn a_repeated_heading_that_reads_like_a_reserved_prefix_is_numbered() {
        for word in ["diagram", "widget", "fn", "fnref"] {
            let mut anchors = Anchors::default();
            let ids = [word, word, word].map(|text| anchors.derive(text));
            let numbered = |n| format!("section-{word}-{n}");
            assert_eq!(ids, [word.to_owned(), numbered(2), numbered(3)]);
            assert!(ids.iter().all(|id| !is_reserved(id)));
        }
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
