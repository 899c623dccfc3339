//! The glossary: the terms that pages of the site explain, in both languages.

use super::{Lang, PageId, PerLang, TermFields};

/// The beginning of the anchors of terms.
pub const TERM_ANCHOR: &str = "glossary-";

/// The terms of a site, in the order in which they are written.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    pub terms: Vec<Term>,
}

/// A term of the glossary.
#[derive(Clone, Debug)]
pub struct Term {
    /// The same in both languages; the anchor of its entry is [`Term::anchor`].
    pub id: String,
    /// The entry in each language.
    pub entries: PerLang<Option<TermEntry>>,
}

/// A term in one language.
#[derive(Clone, Debug)]
pub struct TermEntry {
    /// The page that explains the term.
    pub page: PageId,
    pub fields: TermFields,
}

impl Term {
    /// Returns the anchor of the entry of the term `id` on its page.
    pub fn anchor(id: &str) -> String {
        [TERM_ANCHOR, id].concat()
    }

    /// Returns the term's word in `lang`.
    pub fn word(&self, lang: Lang) -> Option<&str> {
        self.entries.get(lang).as_ref().map(|entry| &*entry.fields.word)
    }

    /// Returns the word and its variants in `lang`: all forms that stand for the term.
    pub fn forms(&self, lang: Lang) -> impl Iterator<Item = &str> {
        let entry = self.entries.get(lang).as_ref();
        let variants = entry.into_iter().flat_map(|entry| &entry.fields.variants);
        self.word(lang).into_iter().chain(variants.map(String::as_str))
    }
}

impl Glossary {
    /// Returns the term with the id `id`.
    pub fn named(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }
}
