//! Records translations that were made together with their originals.

use std::path::Path;

use anyhow::Result;

use crate::{
    load,
    model::{PageKey, SourcePath},
    pipeline::{self, AcceptRequest, Selection},
    write,
};

/// Records all sections of those translations for which `is_ours` holds, with the reason
/// `reason`.
pub fn record(root: &Path, reason: &str, is_ours: impl Fn(&PageKey) -> bool) -> Result<()> {
    let sources = load::load(root)?;
    let (all, _) = pipeline::translations(&sources);
    for translation in all.iter().filter(|translation| is_ours(&translation.place)) {
        let request = AcceptRequest { sections: Selection::All, unchanged: Some(reason) };
        let changes = pipeline::accept(translation, &sources, request).changes;
        if !changes.is_empty() {
            let file = SourcePath::new(&translation.place.file());
            write::update_ledger(root, &file, changes)?;
        }
    }
    Ok(())
}
