//! Resolves the references in front matter and settings: related pages, audiences, reading
//! paths and the navigation.

use super::index::Index;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{
        At, Document, Kind, Lang, Page, PageId, PageRef, PerLang, References, Settings, Span,
        Target,
    },
};

/// Resolves a page's references. A reference to a page that exists only in the other language
/// is left out, as it could not be read here. Each broken reference is reported once, where it
/// is written.
pub fn resolve(page: &Page, index: &Index, diagnostics: &mut Diagnostics) -> References {
    let lang = page.lang();
    let mut references = References::default();
    let written_here = page.document.is_original();
    let mut quiet = Diagnostics::default();
    let reports = if written_here { &mut *diagnostics } else { &mut quiet };
    let mut ids = |references: Vec<&At<PageRef>>, preferred| -> Vec<PageId> {
        let versions = references.into_iter().filter_map(|r| look_up(r, preferred, index, reports));
        versions.filter_map(|pair| *pair.get(lang)).collect()
    };
    let fields = page.shared();
    references.audience = ids(fields.audience().iter().collect(), Kind::Profile);
    references.related = ids(fields.related().iter().collect(), Kind::Guide);
    references.next = ids(Vec::from_iter(fields.next()), Kind::Guide).first().copied();
    references.path = ids(fields.path(), Kind::Guide);
    references
}

/// Returns the versions of the page that `reference` names. `preferred` is the kind that a slug
/// without a folder is looked up in first. A draft has no versions, and is not reported.
fn look_up(
    reference: &At<PageRef>,
    preferred: Kind,
    index: &Index,
    diagnostics: &mut Diagnostics,
) -> Option<PerLang<Option<PageId>>> {
    let PageRef { folder, slug } = &reference.value;
    let versions = match folder {
        None => {
            let kinds = [preferred].into_iter().chain(index.kinds.iter().copied());
            index.kind_of(slug, kinds).ok_or(preferred)
        }
        Some(folder) => {
            let Some(kind) = index.kind_in(folder) else {
                let bad = Diagnostic::new(Code::BadReference, reference.span);
                diagnostics.push(bad.arg("found", reference.value.written()));
                return None;
            };
            index.kind_of(slug, [kind]).ok_or(kind)
        }
    };
    match versions {
        Ok(kind) => index.page(kind, slug),
        Err(kind) => {
            diagnostics.push(unknown(reference, kind, index));
            None
        }
    }
}

fn unknown(reference: &At<PageRef>, kind: Kind, index: &Index) -> Diagnostic {
    let slugs = index.slugs(kind);
    // The navigation may also name a whole collection.
    let lists = index.kinds.iter().filter(|list| kind == Kind::Page && list.has_list());
    let lists = lists.map(|list| list.folder());
    let names = slugs.iter().map(|slug| &**slug).chain(lists.clone());
    let near = lists.chain(index.slugs_near(kind, &reference.value.slug));
    Diagnostic::new(Code::UnknownReference, reference.span)
        .arg("found", reference.value.written())
        .arg("known", listed(names))
        .suggest(&reference.value.slug, near)
}

/// Reports at `span` that `document` has no section `anchor`.
pub fn unknown_section(document: &Document, anchor: &str, span: Span) -> Diagnostic {
    let ids = document.outline.iter().map(|heading| &*heading.id);
    let unknown = Diagnostic::new(Code::BrokenAnchor, span)
        .arg("page", format!("{}.{}.md", document.place.name(), document.place.lang.code()))
        .arg("anchor", anchor)
        .arg("known", listed(ids.clone()));
    match document.outline.is_empty() {
        true => unknown.hint("no-headings"),
        false => unknown.suggest(anchor, ids),
    }
}

/// Returns the first few names and the number of the others.
pub fn listed<'a>(names: impl Iterator<Item = &'a str> + Clone) -> String {
    const SHOWN: usize = 12;
    let mut shown = names.clone().take(SHOWN).collect::<Vec<_>>().join(", ");
    match names.count() {
        0 => "–".to_owned(),
        n if n > SHOWN => {
            shown.push_str(&format!(" … (+{})", n - SHOWN));
            shown
        }
        _ => shown,
    }
}

/// Returns the links of the header in each language: those that `guide.toml` lists, or by
/// default the collections that have pages.
pub fn navigation(
    settings: &Settings,
    pages: &[Page],
    index: &Index,
    diagnostics: &mut Diagnostics,
) -> PerLang<Vec<Target>> {
    if settings.navigation.is_empty() {
        let all = |lang| settings.kinds().filter_map(move |kind| collection(pages, kind, lang));
        return PerLang::from_fn(|lang| all(lang).collect());
    }
    targets(&settings.navigation, pages, index, diagnostics)
}

/// Returns the targets of a list in `guide.toml`, which names pages and whole collections.
pub fn targets(
    references: &[At<PageRef>],
    pages: &[Page],
    index: &Index,
    diagnostics: &mut Diagnostics,
) -> PerLang<Vec<Target>> {
    let mut lists = PerLang::<Vec<Target>>::default();
    for reference in references {
        let folder = reference.value.as_folder();
        let list = folder.and_then(|folder| index.kind_in(folder)).filter(|kind| kind.has_list());
        let pair = match list {
            Some(_) => None,
            None => look_up(reference, Kind::Page, index, diagnostics),
        };
        for lang in Lang::ALL {
            let page = pair.and_then(|pair| *pair.get(lang));
            let page = page.map(|page| Target::Page { page, anchor: None });
            let list = list.and_then(|kind| collection(pages, kind, lang));
            lists.get_mut(lang).extend(page.or(list));
        }
    }
    lists
}

fn collection(pages: &[Page], kind: Kind, lang: Lang) -> Option<Target> {
    let any = pages.iter().any(|page| page.kind() == kind && page.lang() == lang);
    (any && kind.has_list()).then_some(Target::Collection { kind, lang })
}
