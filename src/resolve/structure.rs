//! Compares both versions of a section: links, code, lists, numbers with units, footnotes,
//! checklist ids. Only words should differ.
//!
//! Sections that are behind are skipped: their missing parts are reported as work for the
//! translator. Sections whose difference was recorded with a reason are skipped too.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    diagrams,
    references::listed,
    translations::{is_plainly_untranslated, pairing},
};
use crate::{
    cache::Cache,
    diag::{Code, Diagnostic, Diagnostics},
    highlight::language_name,
    model::{
        CodeShape, Document, FormulaShape, Ledger, Measure, Page, Quantity, Section, SectionKind,
        SectionState, SeriesKind, Shape, Site, Span, Target, Unit,
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

/// Compares every translated page of `site` with its source.
pub fn structure(site: &Site, same_code: &SameCode, cache: &mut StructureCache) -> Diagnostics {
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
    let context = ComparisonContext { site, same_code };
    let differences = cache.map(&inputs, |at| compare(&context, pages[at].0, pages[at].1));
    let mut all = Diagnostics::default();
    differences.iter().for_each(|diagnostics| all.append(diagnostics.clone()));
    all
}

/// The data that a comparison needs beside the pages.
struct ComparisonContext<'a> {
    site: &'a Site,
    same_code: &'a SameCode<'a>,
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
        pairs.filter(|(source, own)| is_plainly_untranslated(source, own, lang)).collect();
    let Some((source, own)) = untranslated_pairs.first() else { return };
    let names: Vec<&str> = untranslated_pairs.iter().map(|(source, _)| &*source.id).collect();
    let untranslated = Diagnostic::new(Code::Untranslated, own.span).also(source.span);
    let untranslated = untranslated.arg("page", page.document.place.name());
    let untranslated =
        untranslated.arg("section", &*source.id).arg("found", listed(names.iter().copied()));
    diagnostics.push(untranslated.arg("count", if names.len() == 1 { "one" } else { "other" }));
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

/// One section in both versions.
struct SectionComparison<'a> {
    original: &'a Page,
    page: &'a Page,
    source: &'a Section,
    translation: &'a Section,
    /// The ids in the source of sections whose translation has another id.
    names: &'a SourceIds<'a>,
}

type SourceIds<'a> = FxHashMap<&'a str, &'a str>;

/// Returns the source's ids by those of the page: derived ids are made of words, and differ
/// between languages.
fn names<'a>(page: &'a Page, pairs: &[(u32, u32)]) -> SourceIds<'a> {
    let (source, translation) = (&page.original.sections, &page.document.sections);
    let ids = pairs.iter().map(|(at, other)| (*at as usize, *other as usize));
    let ids = ids.map(|(at, other)| (&*translation[other].id, &*source[at].id));
    ids.filter(|(own, id)| own != id).collect()
}

impl SectionComparison<'_> {
    fn compare(&self, context: &ComparisonContext, diagnostics: &mut Diagnostics) {
        let (source, translation) = (&self.source.shape, &self.translation.shape);
        self.task(diagnostics);
        self.links(context.site, diagnostics);
        self.code(context.same_code, diagnostics);
        let (notes, own) = (source.footnotes.len(), translation.footnotes.len());
        self.count(Code::FootnoteDiffers, notes, own, diagnostics);
        self.series(source, translation, diagnostics);
        self.numbers(diagnostics);
        self.formulas(diagnostics);
    }

    fn count(&self, code: Code, source: usize, own: usize, diagnostics: &mut Diagnostics) {
        if source != own {
            self.report(code, (source, own), diagnostics, |d| d);
        }
    }

    fn report(
        &self,
        code: Code,
        (expected, actual): (usize, usize),
        diagnostics: &mut Diagnostics,
        fill: impl FnOnce(Diagnostic) -> Diagnostic,
    ) {
        let differs = self
            .differs(code, self.translation.span)
            .arg("found", actual.to_string())
            .arg("expected", expected.to_string())
            .also(self.source.span);
        diagnostics.push(fill(differs));
    }

    /// Returns a problem of this section, with the section's id for the hint.
    fn differs(&self, code: Code, span: Span) -> Diagnostic {
        let differs = Diagnostic::new(code, span).arg("page", self.page.document.place.name());
        differs.arg("section", &*self.source.id)
    }

    /// Checks that a checklist item has the same id in both languages, or none: the ticks of
    /// readers are stored under it.
    fn task(&self, diagnostics: &mut Diagnostics) {
        let (theirs, ours) = (self.source, self.translation);
        let case = match (theirs.pinned, ours.pinned) {
            _ if theirs.kind != SectionKind::Task => return,
            (true, true) if theirs.id != ours.id => "other",
            (true, false) => "unnamed",
            (false, true) => "named",
            _ => return,
        };
        let differs = self.differs(Code::TaskDiffers, ours.span).arg("case", case);
        let differs = differs.arg("found", &*ours.id).arg("id", &*theirs.id);
        diagnostics.push(differs.also(theirs.span));
    }

    /// Compares blocks of code in their order: their number, languages and content without
    /// words.
    fn code(&self, same_code: &SameCode, diagnostics: &mut Diagnostics) {
        let (original, own) = (&self.source.shape.code, &self.translation.shape.code);
        if original.len() != own.len() {
            let numbers = (original.len(), own.len());
            let count = |differs: Diagnostic| differs.arg("case", "count");
            return self.report(Code::CodeDiffers, numbers, diagnostics, count);
        }
        for (theirs, ours) in original.iter().zip(own) {
            let names = [theirs, ours].map(|code| language_name(&code.language));
            let case = match () {
                () if names[0] != names[1] => "language",
                () if does_the_same(theirs, ours, same_code) => continue,
                () => "other",
            };
            let name = |code: &CodeShape| match &*code.language {
                "" => "text".to_owned(),
                language => language.to_owned(),
            };
            let differs = self.differs(Code::CodeDiffers, ours.span).arg("case", case);
            let differs = differs.arg("found", name(ours)).arg("expected", name(theirs));
            diagnostics.push(differs.also(theirs.span));
        }
    }

    /// Compares links: those to pages of the guide by page, those within the page by section,
    /// and those to other sites by host.
    fn links(&self, site: &Site, diagnostics: &mut Diagnostics) {
        if self.source.shape.links.is_empty() && self.translation.shape.links.is_empty() {
            return;
        }
        // Broken links have been reported, and would make the counts wrong.
        let versions = [(self.original, self.source), (self.page, self.translation)];
        if versions.iter().any(|(page, section)| leads_nowhere(page, section)) {
            return;
        }
        let same = SourceIds::default();
        let original = targets(site, self.original, self.source, &same);
        let own = targets(site, self.page, self.translation, self.names);
        let all: BTreeMap<&String, ()> =
            original.keys().chain(own.keys()).map(|k| (k, ())).collect();
        for target in all.into_keys() {
            let (expected, actual) = (original.get(target), own.get(target));
            let number = |at: Option<&(usize, Span)>| at.map_or(0, |at| at.0);
            if number(expected) != number(actual) {
                let place = actual.map_or(self.translation.span, |actual| actual.1);
                let differs = self.differs(Code::LinkDiffers, place);
                diagnostics.push(
                    differs
                        .arg("target", target)
                        .arg("found", number(actual).to_string())
                        .arg("expected", number(expected).to_string())
                        .also(expected.map_or(self.source.span, |expected| expected.1)),
                );
            }
        }
    }

    fn series(&self, source: &Shape, own: &Shape, diagnostics: &mut Diagnostics) {
        for kind in [SeriesKind::List, SeriesKind::Table] {
            let series_of = |shape: &Shape| {
                let series = shape.series.iter().filter(|series| series.kind == kind);
                series.map(|series| (series.length as usize, series.span)).collect::<Vec<_>>()
            };
            let (original, own) = (series_of(source), series_of(own));
            let name = match kind {
                SeriesKind::List => "list",
                SeriesKind::Table => "table",
            };
            if original.len() != own.len() {
                let numbers = (original.len(), own.len());
                self.report(Code::ListDiffers, numbers, diagnostics, |d| {
                    d.arg("kind", [name, "s"].concat())
                });
                continue;
            }
            for ((expected, theirs), (actual, ours)) in original.into_iter().zip(own) {
                if expected != actual {
                    let differs = self
                        .differs(Code::ListDiffers, ours)
                        .arg("kind", name)
                        .arg("found", actual.to_string())
                        .arg("expected", expected.to_string());
                    diagnostics.push(differs.also(theirs));
                }
            }
        }
    }

    /// Reports a number in digits if the other version has a different number of the same unit.
    /// A number that only one version has may be written in words in the other, so it is not
    /// reported.
    fn numbers(&self, diagnostics: &mut Diagnostics) {
        let (original, own) = (&self.source.shape.quantities, &self.translation.shape.quantities);
        let (source_amounts, own_amounts) = (Amounts::new(original), Amounts::new(own));
        let unit = |quantity: &Quantity| (quantity.measure.unit, quantity.measure.size.to_bits());
        let mut extra: FxHashMap<_, VecDeque<&Quantity>> = FxHashMap::default();
        for own in own.iter().filter(|own| !source_amounts.contain(own.measure)) {
            extra.entry(unit(own)).or_default().push_back(own);
        }
        for theirs in original.iter().filter(|theirs| !own_amounts.contain(theirs.measure)) {
            let Some(own) = extra.get_mut(&unit(theirs)).and_then(VecDeque::pop_front) else {
                continue;
            };
            let differs = self.differs(Code::NumberDiffers, own.span).arg("found", &*own.text);
            diagnostics.push(differs.arg("expected", &*theirs.text).also(theirs.span));
        }
    }

    /// Compares formulas: their numbers and signs, not their words.
    fn formulas(&self, diagnostics: &mut Diagnostics) {
        let (original, own) = (&self.source.shape.formulas, &self.translation.shape.formulas);
        if original.len() != own.len() {
            let numbers = (original.len(), own.len());
            let count = |differs: Diagnostic| differs.arg("case", "count");
            return self.report(Code::FormulaDiffers, numbers, diagnostics, count);
        }
        // The order of formulas may differ, because sentences are built differently in each
        // language.
        let mut extra: Vec<&FormulaShape> = own.iter().collect();
        let mut missing = Vec::new();
        for theirs in original.iter() {
            match extra.iter().position(|ours| ours.shared == theirs.shared) {
                Some(at) => _ = extra.remove(at),
                None => missing.push(theirs),
            }
        }
        for (theirs, ours) in missing.into_iter().zip(extra) {
            let differs = self.differs(Code::FormulaDiffers, ours.span).arg("case", "other");
            let differs = differs.arg("found", &*ours.shared).arg("expected", &*theirs.shared);
            diagnostics.push(differs.also(theirs.span));
        }
    }
}

/// The amounts of quantities by unit, in ascending order.
struct Amounts(FxHashMap<Unit, Vec<f64>>);

impl Amounts {
    fn new(quantities: &[Quantity]) -> Amounts {
        let mut amounts: FxHashMap<Unit, Vec<f64>> = FxHashMap::default();
        for Quantity { measure, .. } in quantities {
            amounts.entry(measure.unit).or_default().push(measure.amount);
        }
        amounts.values_mut().for_each(|of_unit| of_unit.sort_unstable_by(f64::total_cmp));
        Amounts(amounts)
    }

    /// Returns whether one of the amounts is the same value as `measure`.
    fn contain(&self, measure: Measure) -> bool {
        let of_unit = self.0.get(&measure.unit).map_or(&[][..], Vec::as_slice);
        let least = measure.amount - measure.tolerance();
        let first = of_unit.partition_point(|amount| *amount < least);
        of_unit.get(first).is_some_and(|amount| *amount <= measure.amount + measure.tolerance())
    }
}

/// Returns whether two blocks differ in words only, or at least may.
fn does_the_same(theirs: &CodeShape, ours: &CodeShape, same_code: &SameCode) -> bool {
    theirs.fingerprint == ours.fingerprint || same_code(theirs, ours).unwrap_or(true)
}

fn leads_nowhere(page: &Page, section: &Section) -> bool {
    let targets = section.shape.links.iter().filter_map(|at| page.links.get(*at as usize));
    targets.into_iter().any(|target| matches!(target, Target::Anchor(id) if id.is_empty()))
}

/// Returns for each target how often a section links to it, and the first link. `names` are the
/// source's ids of the page's sections.
fn targets(
    site: &Site,
    page: &Page,
    section: &Section,
    names: &SourceIds,
) -> BTreeMap<String, (usize, Span)> {
    let mut all: BTreeMap<String, (usize, Span)> = BTreeMap::new();
    for at in &section.shape.links {
        // Broken links have been reported, and have no target.
        let (Some(target), Some(link)) =
            (page.links.get(*at as usize), page.document.links.get(*at as usize))
        else {
            continue;
        };
        let name = match target {
            // A section that the translation leaves out for now.
            Target::Page { page: original, anchor: Some(id) }
                if page.translation == Some(*original) =>
            {
                ["#", id].concat()
            }
            Target::Page { page, .. } => site.page(*page).document.place.name(),
            Target::Collection { kind, .. } => kind.folder().to_owned(),
            Target::Anchor(id) => ["#", names.get(&**id).unwrap_or(&&**id)].concat(),
            // Files have different names in each language.
            Target::Asset(_) => "content/*".to_owned(),
            Target::Local(..) => "/*".to_owned(),
            Target::External(address) => host(address).to_owned(),
        };
        all.entry(name).or_insert((0, link.span)).0 += 1;
    }
    all
}

/// Returns the host of an address, without a first label that names a language; without a host,
/// the scheme.
fn host(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else {
        return address.split(':').next().unwrap_or(address);
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let bare = ["www.", "en.", "ko.", "m."].into_iter().find_map(|label| host.strip_prefix(label));
    bare.filter(|bare| bare.contains('.')).unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn language_labels_of_hosts_are_ignored() {
        assert_eq!(host("https://ko.wikipedia.org/wiki/%EA%B0%80"), "wikipedia.org");
        assert_eq!(host("https://en.wikipedia.org/wiki/A#b"), "wikipedia.org");
        assert_eq!(host("https://evil.example/b"), "evil.example");
        assert_eq!(host("https://ko.kr"), "ko.kr");
        assert_eq!(host("mailto:a@b.example"), "mailto");
    }
}
