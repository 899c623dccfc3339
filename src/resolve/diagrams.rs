//! Compares diagrams with their translations: words may differ, nothing else.

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    diagram::report_differences,
    model::Page,
};

/// Compares a translated page's diagrams with its source's, in their order.
pub fn check(page: &Page, diagnostics: &mut Diagnostics) {
    if page.document.place == page.original.place {
        return;
    }
    let (source, translation) = (&page.original.diagrams, &page.document.diagrams);
    for pair in source.iter().zip(translation) {
        if let (Some(source), Some(translation)) = pair {
            report_differences(source, translation, diagnostics);
        }
    }
    if page.document.readable && page.original.readable {
        check_count(page, diagnostics);
    }
}

/// Reports a diagram that only one of the versions has.
fn check_count(page: &Page, diagnostics: &mut Diagnostics) {
    let (source, translation) = (&page.original.diagrams, &page.document.diagrams);
    for left_over in translation.iter().skip(source.len()).flatten() {
        let extra = Diagnostic::new(Code::ExtraDiagram, left_over.id.span);
        diagnostics.push(extra.arg("id", &*left_over.id.value).also(page.original.front.span));
    }
    for missing in source.iter().skip(translation.len()).flatten() {
        let lacks = Diagnostic::new(Code::MissingDiagram, page.document.front.span);
        diagnostics.push(lacks.arg("id", &*missing.id.value).also(missing.id.span));
    }
}
