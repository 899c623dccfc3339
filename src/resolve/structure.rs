//! Compares both versions of a section: links, code, lists, numbers with units, footnotes,
//! checklist ids. Only words should differ.
//!
//! Sections that are behind are skipped: their missing parts are reported as work for the
//! translator. Sections whose difference was recorded with a reason are skipped too.

mod bare_numbers;
mod section;

use std::sync::Arc;

use rustc_hash::FxHashSet;

use section::{SectionComparison, SourceIds};

use super::{
    diagrams,
    references::listed,
    translations::{is_plainly_untranslated, pairing},
};
use crate::{
    cache::Cache,
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        CodeShape, Document, Ledger, Page, Section, SectionKind, SectionState, Site, Span, Target,
    },
};

/// Results by the inputs of a page's comparison: the documents of the original and of the
/// page, the targets of their links, and the ledger.
pub type StructureCache = Cache<
    (Arc<Document>, Arc<Document>, Arc<[Target]>, Arc<[Target]>, Option<Arc<Ledger>>),
    Diagnostics,
>;

/// Returns whether two blocks of code differ in words only, if that can be determined.
pub type SameCode<'a> = dyn Fn(&CodeShape, &CodeShape) -> Option<bool> + Sync + 'a;

/// Returns the text at a span.
pub type TextAt<'a> = dyn Fn(Span) -> Option<&'a str> + Sync + 'a;

/// What only the text of files tells about two sections.
pub struct Written<'a> {
    pub same_code: &'a SameCode<'a>,
    pub text: &'a TextAt<'a>,
}

/// Compares every translated page of `site` with its source.
pub fn structure<'a>(
    site: &'a Site,
    written: &'a Written<'a>,
    cache: &mut StructureCache,
) -> Diagnostics {
    let translated = site.pages.iter().filter_map(|page| {
        let is_translated = page.document.place.lang != page.original.place.lang;
        Some((site.page(page.translation.filter(|_| is_translated)?), page))
    });
    let pages: Vec<(&Page, &Page)> = translated.collect();
    let inputs: Vec<_> = pages
        .iter()
        .map(|(original, page)| {
            let ledger =
                site.translation_of(page).and_then(|translation| translation.ledger.as_ref());
            (&original.document, &page.document, &original.links, &page.links, ledger)
        })
        .collect();
    let context = ComparisonContext { site, written };
    let differences = cache.map(&inputs, |at| compare(&context, pages[at].0, pages[at].1));
    let mut all = Diagnostics::default();
    differences.iter().for_each(|diagnostics| all.append(diagnostics.clone()));
    all
}

/// The data that a comparison needs beside the pages.
struct ComparisonContext<'a> {
    site: &'a Site,
    written: &'a Written<'a>,
}

fn compare(context: &ComparisonContext, original: &Page, page: &Page) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let (source, translation) = (&page.original, &page.document);
    if !source.readable || !translation.readable {
        return diagnostics;
    }
    diagrams::check(context.site, page, &mut diagnostics);
    let compared = pairs(context.site, page, &mut diagnostics);
    report_untranslated(page, &compared, &mut diagnostics);
    let names = names(page, &compared);
    for (at, other) in compared {
        // What is not read as it was meant has been reported, and is the cause of differences.
        let spans = [source.sections[at as usize].span, translation.sections[other as usize].span];
        if [source, translation]
            .into_iter()
            .zip(spans)
            .any(|(document, span)| is_misread(document, span))
        {
            continue;
        }
        let comparison = SectionComparison {
            original,
            page,
            source: &source.sections[at as usize],
            translation: &translation.sections[other as usize],
            names: &names,
        };
        comparison.compare(context, &mut diagnostics);
    }
    diagnostics
}

fn is_misread(document: &Document, section: Span) -> bool {
    let first = document.misread.partition_point(|place| place.start < section.start);
    document.misread.get(first).is_some_and(|place| place.start < section.end)
}

/// Returns the pairs of sections to compare, by their positions: those of the ledger or,
/// without a ledger, those with the same id or the same content. Pairs that are only guessed
/// are left out.
fn pairs(site: &Site, page: &Page, diagnostics: &mut Diagnostics) -> Vec<(u32, u32)> {
    let (source, translation) = (&page.original.sections, &page.document.sections);
    if let Some(translation) = site.translation_of(page) {
        let entries = translation.ledger.as_ref().map_or(&[][..], |ledger| &ledger.entries);
        let is_explained =
            |entry: u32| entries.get(entry as usize).is_some_and(|e| e.unchanged.is_some());
        let open = translation.pairs.iter().filter(|pair| {
            let follows = pair.state != SectionState::SourceChanged;
            follows && !pair.guessed && (pair.edited || !pair.entry.is_some_and(is_explained))
        });
        return open.filter_map(|pair| Some((pair.source?, pair.translation?))).collect();
    }
    let matched = pairing::pair(source, translation, &[]).pairs;
    if [&page.original, &page.document].iter().all(|document| document.misread.is_empty()) {
        report_tasks(page, &matched, diagnostics);
        report_sections(page, &matched, diagnostics);
    }
    let sure = matched.iter().filter(|pair| !pair.guessed);
    sure.map(|pair| (pair.source, pair.translation)).collect()
}

/// Reports headings that only one version has, as one problem per version.
fn report_sections(page: &Page, matched: &[pairing::MatchedPair], diagnostics: &mut Diagnostics) {
    let (source, translation) = (&page.original, &page.document);
    let paired: Vec<u32> = matched.iter().map(|pair| pair.source).collect();
    let lacking = headings_without(source, &paired);
    if let Some(first) = lacking.first() {
        let before = matched.iter().take_while(|pair| pair.source < first.0).last();
        let before = before.map(|pair| translation.sections[pair.translation as usize].span);
        let place = before.unwrap_or(translation.front.span);
        let lacks = missing_partner("lacks", place, &lacking);
        diagnostics.push(lacks.also(source.sections[first.0 as usize].span));
    }
    let paired: Vec<u32> = matched.iter().map(|pair| pair.translation).collect();
    let extra = headings_without(translation, &paired);
    if let Some((first, _)) = extra.first() {
        let place = translation.sections[*first as usize].span;
        diagnostics.push(missing_partner("extra", place, &extra));
    }
}

/// Returns the headings of `document` without a partner, with their text.
fn headings_without<'a>(document: &'a Document, paired: &[u32]) -> Vec<(u32, &'a str)> {
    let mut has_partner = vec![false; document.sections.len()];
    paired.iter().for_each(|at| has_partner[*at as usize] = true);
    let sections = document.sections.iter().zip(has_partner).enumerate();
    let alone = sections.filter(|(_, (section, paired))| {
        !paired && matches!(section.kind, SectionKind::Heading(_))
    });
    let named = alone.filter_map(|(at, (section, _))| {
        Some((at as u32, &*document.outline.get(section.heading? as usize)?.text))
    });
    named.collect()
}

fn missing_partner(case: &'static str, place: Span, headings: &[(u32, &str)]) -> Diagnostic {
    let names: Vec<&str> = headings.iter().map(|(_, text)| *text).collect();
    let count = if names.len() == 1 { "one" } else { "other" };
    let differs = Diagnostic::new(Code::SectionDiffers, place).arg("case", case);
    differs.arg("found", listed(names.iter().copied())).arg("count", count)
}

/// Reports sections that are not translated, as one problem per page.
fn report_untranslated(page: &Page, compared: &[(u32, u32)], diagnostics: &mut Diagnostics) {
    let lang = page.document.place.lang;
    let pairs = compared.iter().map(|(at, other)| {
        (&page.original.sections[*at as usize], &page.document.sections[*other as usize])
    });
    let untranslated_pairs: Vec<(&Section, &Section)> =
        pairs.clone().filter(|(source, own)| is_plainly_untranslated(source, own, lang)).collect();
    let Some((source, own)) = untranslated_pairs.first() else {
        return report_passages(page, &pairs.collect::<Vec<_>>(), diagnostics);
    };
    let names: Vec<&str> = untranslated_pairs.iter().map(|(source, _)| &*source.id).collect();
    let untranslated = Diagnostic::new(Code::Untranslated, own.span).also(source.span);
    let untranslated = untranslated.arg("page", page.document.place.name());
    let untranslated =
        untranslated.arg("section", &*source.id).arg("found", listed(names.iter().copied()));
    diagnostics.push(untranslated.arg("count", if names.len() == 1 { "one" } else { "other" }));
}

/// Reports paragraphs and items that are not translated, as one problem per page.
fn report_passages(page: &Page, pairs: &[(&Section, &Section)], diagnostics: &mut Diagnostics) {
    let has_passages = |(_, own): &&(&Section, &Section)| !own.shape.passages.is_empty();
    let left: Vec<_> = pairs.iter().filter(has_passages).collect();
    let Some((source, own)) = left.first() else { return };
    let is_one = left.len() == 1 && own.shape.passages.len() == 1;
    let names = left.iter().map(|(source, _)| &*source.id);
    let untranslated = Diagnostic::new(Code::Untranslated, own.shape.passages[0].span);
    let untranslated = untranslated.also(source.span).arg("page", page.document.place.name());
    let untranslated = untranslated.arg("section", &*source.id).arg("found", listed(names));
    let count = if is_one { "passage" } else { "passages" };
    diagnostics.push(untranslated.arg("count", count).hint("passage"));
}

/// Reports checklist items that only one version has.
fn report_tasks(page: &Page, matched: &[pairing::MatchedPair], diagnostics: &mut Diagnostics) {
    let (source, translation) = (&page.original.sections, &page.document.sections);
    let is_task = |section: &Section| section.kind == SectionKind::Task;
    let sources: FxHashSet<u32> = matched.iter().map(|pair| pair.source).collect();
    let translations: FxHashSet<u32> = matched.iter().map(|pair| pair.translation).collect();
    for (at, task) in source.iter().enumerate().filter(|(_, section)| is_task(section)) {
        if !sources.contains(&(at as u32)) {
            let lacks = Diagnostic::new(Code::TaskDiffers, page.document.front.span);
            diagnostics.push(lacks.arg("id", &*task.id).arg("case", "lacks").also(task.span));
        }
    }
    for (at, task) in translation.iter().enumerate().filter(|(_, section)| is_task(section)) {
        if !translations.contains(&(at as u32)) {
            let extra = Diagnostic::new(Code::TaskDiffers, task.span).arg("id", &*task.id);
            diagnostics.push(extra.arg("case", "extra").also(page.original.front.span));
        }
    }
}

/// Returns the source's ids by those of the page: derived ids are made of words, and differ
/// between languages.
fn names<'a>(page: &'a Page, pairs: &[(u32, u32)]) -> SourceIds<'a> {
    let (source, translation) = (&page.original.sections, &page.document.sections);
    let ids = pairs.iter().map(|(at, other)| (*at as usize, *other as usize));
    let ids = ids.map(|(at, other)| (&*translation[other].id, &*source[at].id));
    ids.filter(|(own, id)| own != id).collect()
}
