//! Writes a ledger for every translation of the corpus.

use std::path::Path;

use giljabi::{
    load,
    pipeline::{self, AcceptRequest, Selection},
    write,
};
use rayon::prelude::*;

/// Records every translation below `root` in its present form, as `giljabi accept --all` would.
pub fn record(root: &Path) {
    let sources = load::load(root).expect("the corpus is readable");
    let (all, _) = pipeline::translations(&sources);
    all.par_iter().for_each(|translation| {
        let request = AcceptRequest { sections: Selection::All, unchanged: None };
        let accepted = pipeline::accept(translation, &sources, request);
        assert!(accepted.refused.is_empty());
        let document = translation.document.as_ref().expect("a translation");
        let page = &sources.get(document.source).path;
        write::update_ledger(root, page, accepted.changes).expect("the ledger is written");
    });
}
