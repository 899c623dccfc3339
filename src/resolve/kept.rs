//! What one run of this stage leaves for the next.
//!
//! An edit changes one page among thousands, and mostly nothing that another page
//! depends on. So every part of the work keeps its results with what they were made
//! from: which pages there are ([`pairs`]), what each front matter refers to, which
//! outputs there are, where links lead, how translations stand. A part is done again
//! for the pages that were edited, or for all of them where the edit reaches further:
//! pages come or go, a heading has another id.

use std::sync::Arc;

use rayon::prelude::*;

use super::{
    diagrams,
    index::Index,
    links::{self, Known},
    lint,
    pairs::{self, Edited},
    rankings, references,
    translations::Judged,
};
use crate::{
    diag::Diagnostics,
    model::{
        Asset, Diagram, Document, GeneratedFile, OutPath, Page, PerLang, PreviewImages, Redirect,
        References, Route, Site, Target, UrlPath,
    },
};

/// The results of the last run. Empty at first.
#[derive(Debug, Default)]
pub struct Kept {
    pub(super) pairs: pairs::Kept,
    pub(super) judged: Judged,
    pub(super) linted: lint::Kept,
    index: Option<Arc<Index>>,
    checked: Vec<Checked>,
    routes: Option<(Outputs, Routes)>,
    links: Links,
}

/// Every output, in the order of their paths.
type Routes = Arc<[(OutPath, Route)]>;

/// What a page's front matter and diagrams were found to say.
#[derive(Debug)]
struct Checked {
    references: Arc<References>,
    found: Diagnostics,
}

/// Everything that the list of outputs depends on, beside the pages themselves.
#[derive(Debug)]
struct Outputs {
    /// Of assets, the theme's files and lists, in this order.
    addresses: Vec<UrlPath>,
    redirects: Vec<Redirect>,
    preview_images: PreviewImages,
    machine_files: Vec<GeneratedFile>,
}

/// Where links led.
#[derive(Debug, Default)]
struct Links {
    /// In the order of the pages.
    pages: Vec<Followed>,
    routes: Routes,
    assets: Vec<UrlPath>,
}

/// Where the links of one page lead.
#[derive(Debug)]
struct Followed {
    targets: Arc<[Target]>,
    found: Diagnostics,
    /// Some begin with `/`, and may lead to any output.
    absolute: bool,
}

/// Whether a result can be made again for the pages of an edit alone.
type Edit<'a> = Option<&'a [Edited]>;

impl Kept {
    /// Look-ups over the pages, and what of `edit` can be relied on with them: nothing
    /// where they are new.
    pub(super) fn index<'e>(
        &mut self,
        edit: Edit<'e>,
        assets: &[Asset],
        new: impl FnOnce() -> Index,
    ) -> (Arc<Index>, Edit<'e>) {
        let known = self.index.clone().filter(|index| edit.is_some() && index.has_assets(assets));
        let edit = edit.filter(|_| known.is_some());
        let index = known.unwrap_or_else(|| Arc::new(new()));
        self.index = Some(index.clone());
        (index, edit)
    }

    /// Checks front matter and diagrams, and gives every page its references.
    pub(super) fn check(
        &mut self,
        pages: &mut [Page],
        index: &Index,
        edit: Edit,
        diagnostics: &mut Diagnostics,
    ) {
        match edit {
            Some(edit) => {
                edit.iter().for_each(|page| self.checked[page.at] = check(&pages[page.at], index));
            }
            None => self.checked = pages.par_iter().map(|page| check(page, index)).collect(),
        }
        for (page, checked) in pages.iter_mut().zip(&self.checked) {
            page.references = checked.references.clone();
            diagnostics.append(checked.found.clone());
        }
    }

    /// Every output: those of the last run, or as `list` finds them.
    pub(super) fn routes(
        &mut self,
        site: &Site,
        pages: &[Page],
        edit: Edit,
        list: impl FnOnce(&mut Diagnostics) -> Vec<(OutPath, Route)>,
        diagnostics: &mut Diagnostics,
    ) -> Routes {
        let same_pages = edit.is_some_and(|edit| {
            edit.iter().all(|page| has_same_outputs(&page.before, &pages[page.at].document))
        });
        if let (true, Some((outputs, routes))) = (same_pages, &self.routes)
            && outputs.are_those_of(site)
        {
            return routes.clone();
        }
        let mut found = Diagnostics::default();
        let routes: Routes = list(&mut found).into();
        // What collides is reported in every run, so it is looked for in every run.
        self.routes = found.is_empty().then(|| (Outputs::of(site), routes.clone()));
        diagnostics.append(found);
        routes
    }

    /// Gives every page the targets of its links.
    pub(super) fn links(
        &mut self,
        pages: &mut [Page],
        index: &Index,
        site: &Site,
        edit: Edit,
        diagnostics: &mut Diagnostics,
    ) {
        let known = Known { pages, index, assets: &site.assets, routes: &site.routes };
        let links = &mut self.links;
        match edit.filter(|edit| links.still_hold(&known, edit)) {
            Some(edit) => {
                let again = edit.iter().map(|page| page.at);
                let absolute = links.pages.iter().enumerate().filter(|(_, page)| page.absolute);
                let absolute = absolute.map(|(at, _)| at);
                let again: Vec<usize> = match links.routes == site.routes {
                    true => again.collect(),
                    false => again.chain(absolute).collect(),
                };
                again.into_iter().for_each(|at| links.pages[at] = follow(&pages[at], &known));
            }
            None => links.pages = pages.par_iter().map(|page| follow(page, &known)).collect(),
        }
        links.routes = site.routes.clone();
        links.assets = urls(&site.assets).cloned().collect();
        for (page, followed) in pages.iter_mut().zip(&links.pages) {
            page.links = followed.targets.clone();
            diagnostics.append(followed.found.clone());
        }
    }
}

fn check(page: &Page, index: &Index) -> Checked {
    let mut found = Diagnostics::default();
    let references = Arc::new(references::of_page(page, index, &mut found));
    rankings::check(page, index, &mut found);
    diagrams::check(page, &mut found);
    Checked { references, found }
}

fn follow(page: &Page, known: &Known) -> Followed {
    let mut found = Diagnostics::default();
    let targets = links::of_page(page, known, &mut found).into();
    let absolute = page.document.links.iter().any(|link| link.dest.trim_start().starts_with('/'));
    Followed { targets, found, absolute }
}

fn urls(assets: &[Asset]) -> impl Iterator<Item = &UrlPath> {
    assets.iter().map(|asset| &asset.url)
}

impl Outputs {
    fn of(site: &Site) -> Outputs {
        Outputs {
            addresses: addresses(site).cloned().collect(),
            redirects: site.redirects.clone(),
            preview_images: site.preview_images,
            machine_files: site.machine_files.clone(),
        }
    }

    fn are_those_of(&self, site: &Site) -> bool {
        self.addresses.iter().eq(addresses(site))
            && self.redirects == site.redirects
            && self.preview_images == site.preview_images
            && self.machine_files == site.machine_files
    }
}

/// The addresses of all that is no page: assets, the theme's files, lists.
fn addresses(site: &Site) -> impl Iterator<Item = &UrlPath> {
    let PerLang { en, ko } = &site.collections;
    let lists = en.iter().chain(ko).map(|collection| &collection.url);
    urls(&site.assets).chain(site.theme.files.iter().map(|file| &file.url)).chain(lists)
}

/// Whether a page has the outputs that it had: itself, its diagrams, its image.
fn has_same_outputs(old: &Document, new: &Document) -> bool {
    let diagrams = |document: &Document| -> Vec<Option<String>> {
        let id = |diagram: &Option<Diagram>| Some(diagram.as_ref()?.id.value.clone());
        document.diagrams.iter().map(id).collect()
    };
    old.front.seo.noindex == new.front.seo.noindex && diagrams(old) == diagrams(new)
}

impl Links {
    /// Whether everything that a relative link can name is called as it was, so that
    /// only the links of edited pages have to be followed again.
    fn still_hold(&self, known: &Known, edit: &[Edited]) -> bool {
        self.assets.iter().eq(urls(known.assets))
            && edit.iter().all(|page| has_same_ids(&page.before, &known.pages[page.at].document))
    }
}

fn has_same_ids(old: &Document, new: &Document) -> bool {
    let ids = |document: &Document| -> Vec<Box<str>> {
        document.outline.iter().map(|heading| heading.id.clone()).collect()
    };
    old.html_ids == new.html_ids && ids(old) == ids(new)
}
