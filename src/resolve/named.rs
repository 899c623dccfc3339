//! Tables of named entries, which have the same names in a translation as in its source.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{At, Page},
    schema::NamedEntry,
};

/// Returns the names of `entries`.
pub fn ids<T>(entries: &[NamedEntry<T>]) -> Vec<&At<String>> {
    entries.iter().map(|entry| &entry.id).collect()
}

/// Reports names of `table` that only the source has, or only `page`, its translation.
pub fn compare(
    page: &Page,
    table: &str,
    (source, translation): &(Vec<&At<String>>, Vec<&At<String>>),
    diagnostics: &mut Diagnostics,
) {
    let (name, lang) = (page.document.place.name(), page.original.place.lang);
    let has =
        |ids: &[&At<String>], id: &At<String>| ids.iter().any(|other| other.value == id.value);
    for extra in translation.iter().filter(|id| !has(source, id)) {
        diagnostics.push(
            Diagnostic::new(Code::UnknownId, extra.span)
                .arg("id", &*extra.value)
                .arg("source", format!("content/{name}.{}.md", lang.code()))
                .suggest(&extra.value, source.iter().map(|id| id.value.as_str())),
        );
    }
    if page.document.masked.is_some() && ["items", "terms"].contains(&table) {
        // An entry that is marked as not translated yet may be missing.
        return;
    }
    let code = if table == "terms" { Code::MissingTerm } else { Code::MissingId };
    for missing in source.iter().filter(|id| !has(translation, id)) {
        diagnostics.push(
            Diagnostic::new(code, page.front().span)
                .arg("id", &*missing.value)
                .arg("table", table)
                .also(missing.span),
        );
    }
}
