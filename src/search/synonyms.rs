//! The names of glossary terms: a search for one name, in either language, finds the pages that
//! use another.

use std::collections::BTreeMap;

use super::analysis::query_words;
use crate::model::{Glossary, Lang, nfc};

/// The prefix of the keys of names; the words of the name follow it.
const MARK: &str = "=";

/// Returns the key that lists the other names of a term, by the words of one of its names.
pub fn key<'w>(words: impl Iterator<Item = &'w str>) -> String {
    [MARK, &words.collect::<Vec<_>>().join(" ")].concat()
}

/// Returns the names of terms in `lang` by key. Names are separated by spaces, and the words of
/// a name by `+`.
pub fn synonyms(glossary: &Glossary, lang: Lang) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for term in &glossary.terms {
        let names: Vec<Vec<String>> = term.forms(lang).map(words).collect();
        let avoided = term.entries.get(lang).iter().flat_map(|entry| &entry.fields.avoid);
        let avoided = avoided.map(|avoided| words(&avoided.value));
        let foreign = term.forms(lang.other()).map(words);
        for name in names.iter().cloned().chain(avoided).chain(foreign) {
            let others = names.iter().filter(|other| **other != name && !other.is_empty());
            let listed = all.entry(key(name.iter().map(String::as_str))).or_default();
            listed.extend(others.map(|other| other.join("+")));
        }
    }
    all.retain(|key, names| key != MARK && !names.is_empty());
    let joined = |mut names: Vec<String>| {
        names.sort_unstable();
        names.dedup();
        names.join(" ")
    };
    all.into_iter().map(|(key, names)| (key, joined(names))).collect()
}

fn words(name: &str) -> Vec<String> {
    query_words(&nfc(name)).into_iter().map(|word| word.key).collect()
}
