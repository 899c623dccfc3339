//! Compares the ids of entries, such as the terms of a glossary, in a page and its translation.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, Page},
    schema::NamedEntry,
};

/// Reports ids in the table `table` that only the original has, or only `page`, its translation.
pub fn compare<T>(
    page: &Page,
    table: &str,
    original: &[NamedEntry<T>],
    translation: &[NamedEntry<T>],
    diagnostics: &mut Diagnostics,
) {
    let (original, translation) = (ids(original), ids(translation));
    let (name, lang) = (page.document.place.name(), page.original.place.lang);
    let has =
        |ids: &[&At<String>], id: &At<String>| ids.iter().any(|other| other.value == id.value);
    for extra in translation.iter().filter(|id| !has(&original, id)) {
        diagnostics.push(
            Diagnostic::new(Code::UnknownId, extra.span)
                .arg("id", &*extra.value)
                .arg("source", format!("content/{name}.{}.md", lang.code()))
                .suggest(&extra.value, original.iter().map(|id| id.value.as_str())),
        );
    }
    if page.document.masked.is_some() && ["items", "levels", "terms"].contains(&table) {
        // An entry that is marked as not translated yet may be missing.
        return;
    }
    let code = if table == "terms" { Code::MissingTerm } else { Code::MissingId };
    for missing in original.iter().filter(|id| !has(&translation, id)) {
        diagnostics.push(
            Diagnostic::new(code, page.front().span)
                .arg("id", &*missing.value)
                .arg("table", table)
                .also(missing.span),
        );
    }
}

fn ids<T>(entries: &[NamedEntry<T>]) -> Vec<&At<String>> {
    entries.iter().map(|entry| &entry.id).collect()
}
