//! Checks all pages for words that the glossary avoids.

use std::sync::Arc;

use crate::{
    cache::{ByValue, Cache},
    diag::{Diagnostic, Diagnostics},
    model::{Document, Page, Site},
    parse::AvoidedWords,
    source::Sources,
};

/// The results of [`check`] from earlier runs. Empty at first.
#[derive(Default)]
pub(super) struct WordingCache {
    words: Cache<AvoidedWords, Arc<AvoidedWords>>,
    pages: Cache<(Arc<Document>, Arc<AvoidedWords>), Vec<Diagnostic>>,
}

/// Reports the words of pages that the glossary avoids.
pub(super) fn check(site: &Site, sources: &Sources, cache: &mut WordingCache) -> Diagnostics {
    let words = ByValue(AvoidedWords::new(&site.glossary));
    let words = cache.words.get(&words, || Arc::new(words.0.clone())).clone();
    let is_checked = |page: &&Page| page.document.readable && !words.is_empty(page.lang());
    let pages: Vec<_> =
        site.pages.iter().filter(is_checked).map(|page| (&page.document, &words)).collect();
    let all = cache.pages.map(&pages, |at| {
        let (document, words) = pages[at];
        words.check(document, &sources.get(document.source).text())
    });
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(all.iter().flatten().cloned());
    diagnostics
}
