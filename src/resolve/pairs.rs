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
    pub drafts: FxHashSet<PageName>,
}

type Pair = PerLang<Option<Arc<Document>>>;

/// Groups `documents`. Pages come in the order of kind, slug and language, and a
/// page's number depends on nothing else.
pub fn pair(
    documents: Vec<Arc<Document>>,
    with_drafts: bool,
    diagnostics: &mut Diagnostics,
) -> Paired {
    let mut pairs: BTreeMap<PageName, Pair> = BTreeMap::new();
    for document in documents {
        let place = &document.place;
        let pair = pairs.entry((place.kind, place.slug.clone())).or_default();
        let slot = pair.get_mut(place.lang);
        match slot {
            None => *slot = Some(document),
            Some(first) => diagnostics.push(duplicate(&document, first)),
        }
    }
    let mut paired = Paired { pages: Vec::new(), drafts: FxHashSet::default() };
    for (name, mut pair) in pairs {
        check(&pair, diagnostics);
        if !with_drafts && leave_out_drafts(&mut pair) {
            paired.drafts.insert(name);
        }
        add(&mut paired.pages, pair);
    }
    paired
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
        .find(|document| document.front.neutral.is_some());
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
            related: Vec::new(),
            audience: Vec::new(),
            path: Vec::new(),
            state: None,
            changed_in: Vec::new(),
        });
    }
}
