//! Stage two: all documents in, one checked [`Site`] out.
//!
//! It joins what the files say of each other: language pairs, the state of translations,
//! references, links, addresses. It reads metadata only, never a body, so that an editor's every
//! keystroke can afford it.

mod collections;
mod diagrams;
mod generated;
mod index;
mod kept;
mod links;
mod lint;
mod missing_pages;
mod pairs;
mod rankings;
mod references;
mod routes;
mod structure;
mod translations;

pub use generated::MOST_DRAWN;
pub use kept::Kept;
pub use lint::named_as;
pub use missing_pages::{MissingPages, PreviousBuild, gone};
pub use structure::{Compared, structure};
pub use translations::{LedgerFile, translations};

use std::sync::Arc;

use crate::{
    diag::Diagnostics,
    model::{Asset, Document, Kind, Lang, PerLang, PreviewImages, Settings, Site, Target, Theme},
    resolve::index::Index,
};

/// Everything that was parsed.
#[derive(Debug)]
pub struct Input {
    pub settings: Settings,
    pub documents: Vec<Arc<Document>>,
    pub assets: Vec<Asset>,
    pub ledgers: Vec<LedgerFile>,
    pub theme: Arc<Theme>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
}

/// Joins the documents into a site. Where something does not fit, the problem is
/// reported and the site goes without that page, reference or link. `kept` is what
/// the last run found out, and saves this one from finding it out again.
pub fn site(mut input: Input, kept: &mut Kept) -> (Site, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    input.assets.sort_by(|a, b| a.path.cmp(&b.path));
    let paired = pairs::pair(input.documents, input.drafts, &mut kept.pairs, &mut diagnostics);
    let (mut pages, edit) = (paired.pages, paired.edit.as_deref());
    let translations =
        translations::of_pages(&mut pages, input.ledgers, edit, &mut kept.judged, &mut diagnostics);
    let kinds = input.settings.kinds().collect();
    let new_index = || Index::new(kinds, &pages, paired.drafts, &input.assets);
    let (index, edit) = kept.index(edit, &input.assets, new_index);
    kept.check(&mut pages, &index, edit, &mut diagnostics);
    let navigation = references::navigation(&input.settings, &pages, &index, &mut diagnostics);
    let footer = references::targets(&input.settings.footer, &pages, &index, &mut diagnostics);
    let collections =
        PerLang::from_fn(|lang| collections::of_language(&input.settings, &pages, lang));
    collections::missing_dates(&input.settings, &pages, &mut diagnostics);
    let homes = PerLang::from_fn(|lang| index.home(lang));
    let redirects = routes::redirects(&pages, &mut diagnostics);

    let mut site = Site {
        settings: input.settings,
        pages: Vec::new(),
        assets: input.assets,
        theme: input.theme,
        homes,
        collections,
        navigation,
        footer,
        redirects,
        translations,
        sitemaps: Arc::default(),
        preview_images: PreviewImages::None,
        machine_files: Vec::new(),
        routes: Arc::default(),
    };
    site.preview_images = generated::preview_images(&site.settings, pages.len());
    lint::check(&site, &pages, edit, &mut kept.linted, &mut diagnostics);
    site.sitemaps = generated::sitemaps(&site, &pages).into();
    site.machine_files = generated::files(&site);
    let list = |found: &mut Diagnostics| routes::all(&site, &pages, found);
    site.routes = kept.routes(&site, &pages, edit, list, &mut diagnostics);
    missing_pages::retired(&site, &mut diagnostics);
    kept.links(&mut pages, &index, &site, edit, &mut diagnostics);
    site.pages = pages;
    changes(&mut site);
    (site, diagnostics)
}

/// Notes at each page which releases speak of it.
fn changes(site: &mut Site) {
    for lang in Lang::ALL {
        for release in site.listed(Kind::Changelog, lang).to_vec() {
            for target in site.page(release).links.clone().iter() {
                let Target::Page { page, .. } = *target else { continue };
                let changed_in = &mut site.pages[page.0 as usize].changed_in;
                if changed_in.last() != Some(&release) {
                    changed_in.push(release);
                }
            }
        }
    }
}
