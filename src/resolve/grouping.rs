//! Groups documents into pages, and pages into language pairs.

use std::{collections::BTreeMap, sync::Arc};

use rustc_hash::FxHashSet;

use crate::{
    cache::CacheInput,
    diag::{Code, Diagnostic, Diagnostics},
    model::{Document, Kind, Lang, Page, PageId, PerLang, Span, UrlPath},
};

/// The name of a page, the same in every language.
pub type PageName = (Kind, Box<str>);

/// The documents of each page. It depends on the names and languages of documents, not on their
/// text.
#[derive(Debug)]
pub struct Grouping {
    pages: Vec<GroupedPage>,
    /// The names of pages that are left out as drafts.
    pub drafts: Arc<FxHashSet<PageName>>,
}

/// A page of the site, with the positions of its documents.
#[derive(Debug)]
struct GroupedPage {
    url: UrlPath,
    document: usize,
    original: usize,
    translation: Option<PageId>,
}

impl Grouping {
    /// Returns the pages made from `documents`; fields that need other pages are set later.
    pub fn pages(&self, documents: &[Arc<Document>]) -> Vec<Page> {
        let (links, references) = (Arc::default(), Arc::default());
        let page = |page: &GroupedPage| Page {
            document: documents[page.document].clone(),
            original: documents[page.original].clone(),
            url: page.url.clone(),
            translation: page.translation,
            links: Arc::clone(&links),
            references: Arc::clone(&references),
            state: None,
            changed_in: Vec::new(),
        };
        self.pages.iter().map(page).collect()
    }
}

/// Those properties of the documents that grouping depends on; their words make no difference.
pub struct GroupingInput<'a> {
    pub documents: &'a [Arc<Document>],
    pub with_drafts: bool,
}

impl CacheInput for GroupingInput<'_> {
    type Key = (Vec<Arc<Document>>, bool);

    fn key(&self) -> Self::Key {
        (self.documents.to_vec(), self.with_drafts)
    }

    fn matches(&self, (documents, with_drafts): &Self::Key) -> bool {
        let same =
            |(a, b): (&Arc<Document>, &Arc<Document>)| Arc::ptr_eq(a, b) || are_grouped_alike(a, b);
        self.with_drafts == *with_drafts
            && self.documents.len() == documents.len()
            && self.documents.iter().zip(documents).all(same)
    }
}

/// Returns whether grouping treats two documents in the same way.
fn are_grouped_alike(a: &Document, b: &Document) -> bool {
    a.place == b.place
        && a.source_language == b.source_language
        && (a.readable, a.is_whole()) == (b.readable, b.is_whole())
        && a.front.draft == b.front.draft
}

type DocumentPair = PerLang<Option<usize>>;

/// Groups documents. Pages are numbered in the order of kind, slug and language, and the
/// numbers depend on nothing else.
pub fn group(input: &GroupingInput, diagnostics: &mut Diagnostics) -> Grouping {
    let documents = input.documents;
    let mut pairs: BTreeMap<PageName, DocumentPair> = BTreeMap::new();
    for (at, document) in documents.iter().enumerate() {
        let place = &document.place;
        let pair = pairs.entry((place.kind, place.slug.clone())).or_default();
        match pair.get_mut(place.lang) {
            slot @ None => *slot = Some(at),
            Some(first) => diagnostics.push(duplicate(document, &documents[*first])),
        }
    }
    let (mut pages, mut drafts) = (Vec::with_capacity(documents.len()), FxHashSet::default());
    for (name, mut pair) in pairs {
        check(&pair, documents, diagnostics);
        if !input.with_drafts && leave_out_drafts(&mut pair, documents) {
            drafts.insert(name);
        }
        add(&mut pages, &pair, documents);
    }
    Grouping { pages, drafts: Arc::new(drafts) }
}

fn duplicate(document: &Document, first: &Document) -> Diagnostic {
    Diagnostic::new(Code::DuplicateAddress, start_of(document))
        .arg("url", document.place.url().as_str())
        .also(start_of(first))
}

/// Returns the beginning of a document's file, where problems of the whole file are reported.
pub fn start_of(document: &Document) -> Span {
    Span::new(document.source, 0..0)
}

/// Checks that both files agree on which language was written first, and that its file exists.
fn check(pair: &DocumentPair, documents: &[Arc<Document>], diagnostics: &mut Diagnostics) {
    let document = |lang| pair.get(lang).map(|at| &*documents[at]);
    match (document(Lang::En), document(Lang::Ko)) {
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

/// Removes drafts from a pair, together with their translations. Returns whether anything was
/// removed.
fn leave_out_drafts(pair: &mut DocumentPair, documents: &[Arc<Document>]) -> bool {
    let source_is_draft = Lang::ALL
        .into_iter()
        .filter_map(|lang| pair.get(lang).map(|at| &documents[at]))
        .any(|document| document.front.draft && document.place.lang == document.source_language);
    let mut removed = false;
    for lang in Lang::ALL {
        let slot = pair.get_mut(lang);
        if slot.is_some_and(|at| source_is_draft || documents[at].front.draft) {
            *slot = None;
            removed = true;
        }
    }
    removed
}

fn add(pages: &mut Vec<GroupedPage>, pair: &DocumentPair, documents: &[Arc<Document>]) {
    let versions: Vec<usize> = Lang::ALL.into_iter().filter_map(|lang| *pair.get(lang)).collect();
    let has_facts = |at: &usize| documents[*at].is_original();
    let original = versions.iter().copied().find(has_facts);
    let first = pages.len() as u32;
    for (at, document) in versions.iter().copied().enumerate() {
        pages.push(GroupedPage {
            url: documents[document].place.url(),
            document,
            original: original.unwrap_or(document),
            translation: (versions.len() == Lang::ALL.len()).then(|| PageId(first + 1 - at as u32)),
        });
    }
}
