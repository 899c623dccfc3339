//! Compares diagrams with their translations: only words may differ. If the ledger says that
//! the source has changed since, the translator has yet to follow, and the translation shows
//! the parts that it has.

use rustc_hash::FxHashSet;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    diagram::report_differences,
    markdown::figure_id,
    model::{Diagram, Page, SectionKind, Site},
};

/// Compares the diagrams of a translated page with those of its source: diagrams with the same
/// id, and the rest in their order.
pub fn check(site: &Site, page: &Page, diagnostics: &mut Diagnostics) {
    let behind = behind(site, page);
    let is_followed = |diagram: &&Diagram| !behind.contains(&*figure_id(&diagram.id.value));
    let all = |diagrams: &'_ [Option<Diagram>]| diagrams.iter().flatten().count();
    let (source, translation) = (&page.original.diagrams, &page.document.diagrams);
    // A diagram that cannot be read has been reported, and has no partner.
    let damaged = all(source) < source.len() || all(translation) < translation.len();
    let (mut alone, mut extra): (Vec<&Diagram>, Vec<&Diagram>) =
        (source.iter().flatten().collect(), Vec::new());
    for diagram in translation.iter().flatten() {
        match alone.iter().position(|other| other.id.value == diagram.id.value) {
            Some(at) => {
                let source = alone.remove(at);
                if is_followed(&source) {
                    report_differences(source, diagram, diagnostics);
                }
            }
            None => extra.push(diagram),
        }
    }
    let renamed = alone.len().min(extra.len());
    for (source, diagram) in alone.drain(..renamed).zip(extra.drain(..renamed)) {
        if is_followed(&source) && is_followed(&diagram) {
            report_differences(source, diagram, diagnostics);
        }
    }
    if !damaged {
        let extra = extra.into_iter().filter(&is_followed).map(|diagram| {
            let extra = Diagnostic::new(Code::ExtraDiagram, diagram.id.span);
            extra.arg("id", &*diagram.id.value).also(page.original.front.span)
        });
        let missing = alone.into_iter().filter(&is_followed).map(|diagram| {
            let lacks = Diagnostic::new(Code::MissingDiagram, page.document.front.span);
            lacks.arg("id", &*diagram.id.value).also(diagram.id.span)
        });
        diagnostics.extend(extra.chain(missing));
    }
}

/// Returns the ids of the diagrams whose source has changed since the translation.
fn behind<'a>(site: &'a Site, page: &Page) -> FxHashSet<&'a str> {
    let Some(translation) = site.translation_of(page) else { return FxHashSet::default() };
    let sections = translation.behind().filter_map(|pair| {
        let section = translation.source_of(pair).or_else(|| translation.section_of(pair))?;
        (section.kind == SectionKind::Diagram).then_some(&*section.id)
    });
    sections.collect()
}
