//! What one run of this stage leaves for the next.
//!
//! Following links and judging translations are the parts whose work grows with the
//! length of all pages. Where a page's links lead depends on its own text and on the names that other
//! pages have; so as long as all names are the same, only the pages that were
//! edited have their links followed again.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::{
    links::{self, Known},
    pairs::PageName,
    translations::Judged,
};
use crate::{
    diag::Diagnostics,
    model::{Document, OutPath, Page, Route, SourcePath, Target, UrlPath},
};

/// The links of the last run, and everything that they depend on; and how the
/// translations stood.
#[derive(Debug, Default)]
pub struct Kept {
    documents: Vec<Arc<Document>>,
    links: Vec<(Arc<[Target]>, Diagnostics)>,
    drafts: FxHashSet<PageName>,
    assets: Vec<(SourcePath, UrlPath)>,
    routes: Vec<(OutPath, Route)>,
    pub(super) judged: Judged,
}

impl Kept {
    /// The targets of every page's links, in the order of the pages.
    pub(super) fn links(
        &mut self,
        known: &Known,
        drafts: &FxHashSet<PageName>,
        routes: &[(OutPath, Route)],
        diagnostics: &mut Diagnostics,
    ) -> Vec<Arc<[Target]>> {
        let same_names = self.names_are(known, drafts, routes);
        let old = std::mem::take(&mut self.links);
        let old = |at: usize| {
            let same = same_names && Arc::ptr_eq(&self.documents[at], &known.pages[at].document);
            same.then(|| old[at].clone())
        };
        self.links = known
            .pages
            .par_iter()
            .enumerate()
            .map(|(at, page)| old(at).unwrap_or_else(|| follow(page, known)))
            .collect();
        self.documents = known.pages.iter().map(|page| page.document.clone()).collect();
        if !same_names {
            self.drafts = drafts.clone();
            self.assets = known.assets.iter().map(|a| (a.path.clone(), a.url.clone())).collect();
            self.routes = routes.to_vec();
        }
        self.links.iter().for_each(|(_, found)| diagnostics.append(found.clone()));
        self.links.iter().map(|(targets, _)| targets.clone()).collect()
    }

    /// Whether everything that a link can name is called as it was.
    fn names_are(
        &self,
        known: &Known,
        drafts: &FxHashSet<PageName>,
        routes: &[(OutPath, Route)],
    ) -> bool {
        let assets = || known.assets.iter().map(|asset| (&asset.path, &asset.url));
        let pages = || self.documents.iter().zip(known.pages.iter().map(|page| &page.document));
        self.documents.len() == known.pages.len()
            && self.assets.len() == known.assets.len()
            && pages().all(|(old, new)| Arc::ptr_eq(old, new) || same_names(old, new))
            && self.assets.iter().map(|(path, url)| (path, url)).eq(assets())
            && self.drafts == *drafts
            && self.routes == routes
    }
}

fn same_names(old: &Document, new: &Document) -> bool {
    let ids = |document: &Document| -> Vec<Box<str>> {
        document.outline.iter().map(|heading| heading.id.clone()).collect()
    };
    old.place == new.place
        && old.readable == new.readable
        && old.html_ids == new.html_ids
        && ids(old) == ids(new)
}

fn follow(page: &Page, known: &Known) -> (Arc<[Target]>, Diagnostics) {
    let mut found = Diagnostics::default();
    (links::of_page(page, known, &mut found).into(), found)
}
