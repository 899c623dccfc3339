//! Checks the terms of the glossary: ids must be valid anchors and unique, sections must exist,
//! and both languages must have the same terms.

use rustc_hash::FxHashMap;

use super::{entry_ids::compare, references::unknown_section};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Glossary, KindFields, Page, PageId, PerLang, Span, Term, TermEntry},
    schema::id_format,
};

/// Returns the terms that `pages` explain.
pub fn glossary(pages: &[Page]) -> Glossary {
    let mut terms: Vec<Term> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (id, page) in (0..).map(PageId).zip(pages) {
        for written in page.terms() {
            let at = *places.entry(&written.id.value).or_insert_with(|| {
                terms.push(Term { id: written.id.value.clone(), entries: PerLang::default() });
                terms.len() - 1
            });
            let entry = TermEntry { page: id, fields: written.value.clone() };
            terms[at].entries.get_mut(page.lang()).get_or_insert(entry);
        }
    }
    Glossary { terms }
}

/// Checks the terms of all pages.
pub fn check(pages: &[Page], diagnostics: &mut Diagnostics) {
    let mut first: FxHashMap<(_, &str), Span> = FxHashMap::default();
    for page in pages.iter().filter(|page| page.document.readable) {
        for term in page.terms() {
            let id = &term.id;
            match first.get(&(page.lang(), &*id.value)) {
                Some(other) => {
                    let twice = Diagnostic::new(Code::DuplicateTerm, id.span).also(*other);
                    diagnostics.push(twice.arg("id", &*id.value));
                }
                None => {
                    first.insert((page.lang(), &id.value), id.span);
                }
            }
        }
        match page.document.is_original() {
            true => check_original(page, diagnostics),
            false if page.original.is_original() => {
                let original = page.original.front.fields.terms();
                compare(page, "terms", original, page.terms(), diagnostics);
            }
            false => {}
        }
    }
}

fn check_original(page: &Page, diagnostics: &mut Diagnostics) {
    let ids: Vec<&str> = page.document.outline.iter().map(|heading| &*heading.id).collect();
    for term in page.terms() {
        diagnostics.extend((id_format().problem)(&term.id.value, "terms", term.id.span));
    }
    let KindFields::Page(fields) = page.shared() else { return };
    let of_terms = page.terms().iter().filter_map(|term| term.value.section.as_ref());
    let sections = of_terms.chain(&fields.words_section);
    for section in sections.filter(|section| !ids.contains(&&*section.value)) {
        diagnostics.push(unknown_section(&page.document, &section.value, section.span));
    }
}
