//! Groups documents into pages, and pages into language pairs.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::FxHashSet;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Document, Kind, Lang, Page, PageId, PerLang, Span},
};

/// What names a page in every language.
pub type PageName = (Kind, Box<str>);

/// The pages of the site, and the names of those left out as drafts.
pub struct Paired {
    pub pages: Vec<Page>,
    pub drafts: Arc<FxHashSet<PageName>>,
    /// What has changed, where the pages are those of the last run in the same order.
    pub edit: Option<Vec<Edited>>,
}

/// A page that is there as it was in the last run, but was read from another document,
/// or inherits from one.
#[derive(Debug)]
pub struct Edited {
    /// Its number.
    pub at: usize,
    /// Its own document in the last run.
    pub before: Arc<Document>,
}

/// The pages of the last run and the documents that they were made from, in the order
/// in which those came. Empty where they did not fit together.
#[derive(Debug, Default)]
pub struct Kept {
    documents: Vec<Arc<Document>>,
    with_drafts: bool,
    pages: Vec<Page>,
    drafts: Arc<FxHashSet<PageName>>,
}

type Pair = PerLang<Option<Arc<Document>>>;

/// Groups `documents`. Pages come in the order of kind, slug and language, and a
/// page's number depends on nothing else.
pub fn pair(
    documents: Vec<Arc<Document>>,
    with_drafts: bool,
    kept: &mut Kept,
    diagnostics: &mut Diagnostics,
) -> Paired {
    if let Some(edit) = kept.edit(&documents, with_drafts) {
        kept.documents = documents;
        return Paired { pages: kept.pages.clone(), drafts: kept.drafts.clone(), edit: Some(edit) };
    }
    let mut found = Diagnostics::default();
    let paired = group(&documents, with_drafts, &mut found);
    *kept = match found.is_empty() {
        true => {
            let (pages, drafts) = (paired.pages.clone(), paired.drafts.clone());
            Kept { documents, with_drafts, pages, drafts }
        }
        false => Kept::default(),
    };
    diagnostics.append(found);
    paired
}

impl Kept {
    /// Puts `documents` into the pages that are known, where each stands for what the
    /// one before in its place stood for. Gives the pages that changed by that.
    fn edit(&mut self, documents: &[Arc<Document>], with_drafts: bool) -> Option<Vec<Edited>> {
        let as_before = self.with_drafts == with_drafts && self.documents.len() == documents.len();
        if !as_before || documents.is_empty() {
            return None;
        }
        let both = self.documents.iter().zip(documents);
        let changed: Vec<_> = both.filter(|(old, new)| !Arc::ptr_eq(old, new)).collect();
        if !changed.iter().all(|(old, new)| stand_for_the_same(old, new)) {
            return None;
        }
        let mut edit = Vec::new();
        for (old, new) in changed {
            replace(&mut self.pages, old, new, &mut edit);
        }
        Some(edit)
    }
}

/// Whether two documents make the same page of the site.
fn stand_for_the_same(old: &Document, new: &Document) -> bool {
    old.place == new.place
        && old.source_language == new.source_language
        && old.readable == new.readable
        && old.front.draft == new.front.draft
}

/// Puts `new` in the place of `old` in both versions of its page.
fn replace(pages: &mut [Page], old: &Arc<Document>, new: &Arc<Document>, edit: &mut Vec<Edited>) {
    let first = pages.partition_point(|page| name_of(&page.document) < name_of(new));
    for (at, page) in pages.iter_mut().enumerate().skip(first).take(Lang::ALL.len()) {
        if name_of(&page.document) != name_of(new) {
            break;
        }
        if !edit.iter().any(|edited: &Edited| edited.at == at) {
            edit.push(Edited { at, before: page.document.clone() });
        }
        for document in [&mut page.document, &mut page.original] {
            if Arc::ptr_eq(document, old) {
                *document = new.clone();
            }
        }
    }
}

fn name_of(document: &Document) -> (Kind, &str) {
    (document.place.kind, &document.place.slug)
}

fn group(documents: &[Arc<Document>], with_drafts: bool, diagnostics: &mut Diagnostics) -> Paired {
    let mut pairs: BTreeMap<PageName, Pair> = BTreeMap::new();
    for document in documents {
        let place = &document.place;
        let pair = pairs.entry((place.kind, place.slug.clone())).or_default();
        let slot = pair.get_mut(place.lang);
        match slot {
            None => *slot = Some(document.clone()),
            Some(first) => diagnostics.push(duplicate(document, first)),
        }
    }
    let (mut pages, mut drafts) = (Vec::with_capacity(documents.len()), FxHashSet::default());
    for (name, mut pair) in pairs {
        check(&pair, diagnostics);
        if !with_drafts && leave_out_drafts(&mut pair) {
            drafts.insert(name);
        }
        add(&mut pages, pair);
    }
    Paired { pages, drafts: Arc::new(drafts), edit: None }
}

fn duplicate(document: &Document, first: &Document) -> Diagnostic {
    Diagnostic::new(Code::DuplicateAddress, start_of(document))
        .arg("url", document.place.url().as_str())
        .also(start_of(first))
}

/// The beginning of a document's file.
pub fn start_of(document: &Document) -> Span {
    Span::new(document.source, 0..0)
}

/// Checks that a pair agrees on which version came first, and that it is there.
fn check(pair: &Pair, diagnostics: &mut Diagnostics) {
    match (&pair.en, &pair.ko) {
        (Some(en), Some(ko)) => {
            if en.source_language != ko.source_language && en.readable && ko.readable {
                let conflict = Diagnostic::new(Code::SourceLanguageConflict, ko.front.span);
                diagnostics.push(conflict.also(en.front.span));
            }
        }
        (Some(only), None) | (None, Some(only)) => {
            if only.readable && only.source_language != only.place.lang {
                diagnostics.push(missing_source(only));
            }
        }
        (None, None) => {}
    }
}

fn missing_source(only: &Document) -> Diagnostic {
    let place = &only.place;
    let source = format!("content/{}.{}.md", place.name(), only.source_language.code());
    Diagnostic::new(Code::MissingSource, start_of(only))
        .arg("source", source)
        .arg("lang", place.lang.code())
}

/// Removes drafts from a pair; a translation of a draft goes with it. Tells
/// whether anything was removed.
fn leave_out_drafts(pair: &mut Pair) -> bool {
    let source_is_draft = Lang::ALL
        .into_iter()
        .filter_map(|lang| pair.get(lang).as_ref())
        .any(|document| document.front.draft && document.place.lang == document.source_language);
    let mut removed = false;
    for lang in Lang::ALL {
        let slot = pair.get_mut(lang);
        if slot.as_ref().is_some_and(|document| source_is_draft || document.front.draft) {
            *slot = None;
            removed = true;
        }
    }
    removed
}

fn add(pages: &mut Vec<Page>, pair: Pair) {
    let original = Lang::ALL
        .into_iter()
        .filter_map(|lang| pair.get(lang).clone())
        .find(|document| document.is_original());
    let both = pair.en.is_some() && pair.ko.is_some();
    let first = PageId(pages.len() as u32);
    let second = PageId(first.0 + 1);
    let twins = [Some(second), Some(first)].map(|twin| twin.filter(|_| both));
    let documents = [pair.en, pair.ko].into_iter().flatten();
    for (document, translation) in documents.zip(twins) {
        pages.push(Page {
            url: document.place.url(),
            original: original.clone().unwrap_or_else(|| document.clone()),
            document,
            translation,
            links: Arc::default(),
            references: Arc::default(),
            state: None,
            changed_in: Vec::new(),
        });
    }
}
