//! A digest of those properties of a page that other pages and the list of outputs depend on.
//! An edit that leaves the digest as it is changes no other page.

use std::{
    hash::{BuildHasher, Hash},
    sync::Arc,
};

use rustc_hash::FxBuildHasher;

use crate::{
    cache::Cache,
    model::{Diagram, Document, Page},
};

/// Digests by document.
pub type DigestCache = Cache<Arc<Document>, PageDigest>;

/// The digest of one page.
#[derive(Clone, Copy, Debug)]
pub struct PageDigest {
    /// A hash of the ids that links can refer to.
    anchors: u64,
    /// A hash of the properties that decide which outputs the page has.
    outputs: u64,
    /// True if it has links that begin with a scheme or with `/`, which may lead to any output.
    pub has_absolute_links: bool,
}

/// The digests of all pages.
#[derive(Debug)]
pub struct Digests {
    pub pages: Vec<PageDigest>,
    pub anchors: u64,
    pub outputs: u64,
}

impl Digests {
    pub fn new(pages: &[Page], cache: &mut DigestCache) -> Digests {
        let documents: Vec<&Arc<Document>> = pages.iter().map(|page| &page.document).collect();
        let pages = cache.map(&documents, |at| PageDigest::new(documents[at])).to_vec();
        let all = |part: fn(&PageDigest) -> u64| hash(pages.iter().map(part));
        let (anchors, outputs) = (all(|page| page.anchors), all(|page| page.outputs));
        Digests { pages, anchors, outputs }
    }
}

impl PageDigest {
    fn new(document: &Document) -> PageDigest {
        let headings = document.outline.iter().map(|heading| &heading.id);
        let diagram = |diagram: &Option<Diagram>| {
            let diagram = diagram.as_ref()?;
            Some((diagram.id.value.clone(), diagram.data.kind() as u8))
        };
        let diagrams = hash(document.diagrams.iter().map(diagram));
        PageDigest {
            anchors: hash([hash(headings), hash(&document.html_ids)]),
            outputs: hash([
                u64::from(document.front.seo.noindex),
                u64::from(document.front.review_by.is_some()),
                diagrams,
            ]),
            has_absolute_links: document
                .links
                .iter()
                .any(|link| link.dest.trim_start().starts_with('/') || link.dest.contains("://")),
        }
    }
}

/// Returns a hash of the items and their number.
fn hash<T: Hash>(items: impl IntoIterator<Item = T>) -> u64 {
    let one = |(all, count): (u64, u64), item: T| (FxBuildHasher.hash_one((all, item)), count + 1);
    FxBuildHasher.hash_one(items.into_iter().fold((0, 0), one))
}
