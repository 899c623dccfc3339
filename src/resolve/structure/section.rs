//! Compares one section with its translation: only words should differ.

use std::collections::{BTreeMap, VecDeque};

use rustc_hash::FxHashMap;

use super::{ComparisonContext, SameCode, TextAt, bare_numbers::BareNumbers};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    highlight::language_name,
    model::{
        CodeShape, FormulaShape, Measure, Page, Quantity, Section, SectionKind, SeriesKind, Shape,
        Site, Span, Target, Unit,
    },
};

/// One section in both versions.
pub(super) struct SectionComparison<'a> {
    pub original: &'a Page,
    pub page: &'a Page,
    pub source: &'a Section,
    pub translation: &'a Section,
    /// The ids in the source of sections whose translation has another id.
    pub names: &'a SourceIds<'a>,
}

/// The source's ids by those of the page.
pub(super) type SourceIds<'a> = FxHashMap<&'a str, &'a str>;

impl SectionComparison<'_> {
    /// Reports what differs between both versions.
    pub fn compare(&self, context: &ComparisonContext, diagnostics: &mut Diagnostics) {
        let (source, translation) = (&self.source.shape, &self.translation.shape);
        self.task(diagnostics);
        self.links(context.site, diagnostics);
        self.code(context.written.same_code, diagnostics);
        let (notes, own) = (source.footnotes.len(), translation.footnotes.len());
        self.count(Code::FootnoteDiffers, notes, own, diagnostics);
        self.series(source, translation, diagnostics);
        self.numbers(context.written.text, diagnostics);
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
    /// A number that only one version has may be written in words in the other, or without its unit,
    /// so it is not reported.
    fn numbers(&self, text: &TextAt, diagnostics: &mut Diagnostics) {
        let (original, own) = (&self.source.shape.quantities, &self.translation.shape.quantities);
        let (source_amounts, own_amounts) = (Amounts::new(original), Amounts::new(own));
        let unit = |quantity: &Quantity| (quantity.measure.unit, quantity.measure.size.to_bits());
        let mut extra: FxHashMap<_, VecDeque<&Quantity>> = FxHashMap::default();
        let mut source_numbers = None;
        for own in own.iter().filter(|own| !source_amounts.contain(own.measure)) {
            let numbers = source_numbers.get_or_insert_with(|| bare_numbers(self.source, text));
            if !numbers.contain(own) {
                extra.entry(unit(own)).or_default().push_back(own);
            }
        }
        if extra.is_empty() {
            return;
        }
        let own_numbers = bare_numbers(self.translation, text);
        for theirs in original.iter().filter(|theirs| !own_amounts.contain(theirs.measure)) {
            if own_numbers.contain(theirs) {
                continue;
            }
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

/// Returns the numbers of a section that have no unit or stand in words.
fn bare_numbers(section: &Section, text: &TextAt) -> BareNumbers {
    let written = text(section.span).unwrap_or_default();
    BareNumbers::read(written, section.span, &section.shape.quantities)
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
