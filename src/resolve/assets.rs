//! Chooses the files of `content/` that are published: those that a page refers to. Other files
//! are reported and not published, so that drafts of word processors and forgotten files reach
//! nobody.

use std::sync::Arc;

use super::index::Index;
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Asset, AssetId, Document, Lang, Link, Page, Site, SourcePath, Span},
};

/// The most bytes that an image should have.
const LARGEST_IMAGE: usize = 2 * 1024 * 1024;

/// The widest that an image should be, in pixels.
const WIDEST_IMAGE: u32 = 4_000;

/// Returns which assets are published, by their ids.
pub fn published(assets: &[Asset], pages: &[Page], index: &Index) -> Arc<[bool]> {
    let mut published = vec![false; assets.len()];
    if !assets.is_empty() {
        let documents = pages.iter().map(|page| &*page.document);
        documents.for_each(|document| mark(document, index, &mut published));
    }
    published.into()
}

/// Reports files that no page, not even a draft, refers to, and images that are too large.
///
/// Unused files are not reported while links are broken: one of the links may have been meant
/// for them.
pub fn check(
    site: &Site,
    (documents, index): (&[Arc<Document>], &Index),
    diagnostics: &mut Diagnostics,
) {
    let leads_nowhere = |code| matches!(code, Code::BrokenLink | Code::BrokenImage);
    let unsure = diagnostics.iter().any(|problem| leads_nowhere(problem.code));
    let mut mentioned: Vec<bool> =
        site.published_assets.iter().map(|published| *published || unsure).collect();
    if mentioned.contains(&false) {
        documents.iter().for_each(|document| mark(document, index, &mut mentioned));
    }
    let assets = site.assets.iter().zip(&*site.published_assets);
    for (at, ((asset, published), mentioned)) in assets.zip(mentioned).enumerate() {
        let start = Span::new(asset.source, 0..0);
        // Two files of the same path, whose names differ in how letters are stored, are neighbours
        // and have been reported.
        let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let mut neighbours = neighbours.filter_map(|at| site.assets.get(at));
        let is_twin = neighbours.any(|other| other.path == asset.path);
        if !mentioned && asset.refused.is_none() && !is_twin {
            let left = Diagnostic::new(Code::UnusedFile, start);
            let left = left.arg("found", asset.path.as_str());
            diagnostics.push(match page_of_copy(asset.path.name()) {
                Some(page) => left.arg("original", page).hint("copy"),
                None => left,
            });
        }
        if *published {
            diagnostics.extend(too_large(asset, start));
        }
    }
}

/// Returns the name of the page whose copy the file `name` is: `a.ko.md.1`, `a.ko.md copy`.
fn page_of_copy(name: &str) -> Option<&str> {
    let end = Lang::ALL.iter().find_map(|lang| name.find(&[".", lang.code(), ".md"].concat()))?;
    name.get(..end + ".ko.md".len())
}

fn mark(document: &Document, index: &Index, marked: &mut [bool]) {
    let own = SourcePath::new(&format!("content/{}.md", document.place.name()));
    for id in document.links.iter().filter_map(|link| named(&own, link, index)) {
        marked[id.0 as usize] = true;
    }
}

/// Returns the asset that a link in the file `own` names.
fn named(own: &SourcePath, link: &Link, index: &Index) -> Option<AssetId> {
    let dest = link.dest.trim();
    let path = &dest[..dest.find(['?', '#']).unwrap_or(dest.len())];
    if path.is_empty() || path.ends_with(".md") || path.contains("://") || path.starts_with('/') {
        return None;
    }
    index.asset(own.join(&super::links::decoded(path))?.as_str())
}

fn too_large(asset: &Asset, start: Span) -> Option<Diagnostic> {
    let (is_vector, size) =
        (asset.path.as_str().to_lowercase().ends_with(".svg"), asset.dimensions?);
    let large = Diagnostic::new(Code::LargeImage, start).arg("found", asset.path.as_str());
    if asset.length > LARGEST_IMAGE {
        let megabytes = asset.length * 10 / (1024 * 1024);
        let shown = format!("{}.{}", megabytes / 10, megabytes % 10);
        return Some(large.arg("megabytes", shown).arg("case", "bytes"));
    }
    let is_wide = !is_vector && size.width > WIDEST_IMAGE;
    is_wide.then(|| large.arg("width", size.width.to_string()).arg("case", "width"))
}
