//! Stage two: all documents in, one checked [`Site`] out.
//!
//! It joins the references between files: language pairs, the state of translations, front
//! matter references, links, addresses. It reads metadata only, never a body, so it is fast
//! enough to run after every keystroke.

mod assets;
mod collections;
mod conclusion;
mod diagrams;
mod digest;
mod entry_ids;
mod generated;
mod glossary;
mod grouping;
mod host_limits;
mod index;
mod links;
mod lint;
mod missing_pages;
mod rankings;
mod references;
mod reviews;
mod routes;
mod structure;
mod topics;
mod translations;
mod web_address;

pub use generated::MOST_DRAWN;
pub use lint::named_as;
pub use missing_pages::{MissingPages, PreviousBuild, find_missing_pages};
pub use reviews::overdue_reviews;
pub use structure::{StructureCache, Written, structure};
pub use translations::{LedgerFile, translations};
pub use web_address::below_own_address;

use std::sync::Arc;

use crate::{
    cache::{ByValue, Cache},
    diag::Diagnostics,
    model::{
        Asset, Document, Kind, Lang, Page, PerLang, PreviewImages, References, Settings, Site,
        SourceId, SourcePath, Target, Theme, UrlPath,
    },
    resolve::{
        digest::Digests,
        grouping::{Grouping, GroupingInput},
        index::Index,
    },
};

/// Everything that was parsed.
#[derive(Debug)]
pub struct Input {
    pub settings: Arc<Settings>,
    pub documents: Vec<Arc<Document>>,
    pub assets: Vec<Asset>,
    pub ledgers: Vec<LedgerFile>,
    pub theme: Arc<Theme>,
    /// Includes drafts in the site.
    pub drafts: bool,
}

type PageCheckKey = (Arc<Document>, Arc<Document>, Arc<Index>);
type IndexKey = (Arc<Grouping>, Vec<Kind>, Vec<SourcePath>);

/// The results of [`site`] from earlier runs. Empty at first.
#[derive(Debug, Default)]
pub struct ResolveCache {
    groupings: Cache<(Vec<Arc<Document>>, bool), Arc<Grouping>>,
    translations: translations::TranslationCache,
    assets: Cache<Vec<(SourceId, UrlPath)>, Arc<[Asset]>>,
    indexes: Cache<IndexKey, Arc<Index>>,
    pages: Cache<PageCheckKey, CheckedPage>,
    lint: lint::LintCache,
    digests: digest::DigestCache,
    routes: routes::RouteCache,
    links: links::LinkCache,
}

/// The references and problems of a page's front matter and diagrams.
#[derive(Debug)]
struct CheckedPage {
    references: Arc<References>,
    problems: Diagnostics,
}

/// Joins the documents into a site. Where something does not fit, the problem is reported and
/// the site is made without that page, reference or link. `cache` makes no difference to the
/// result.
pub fn site(input: Input, cache: &mut ResolveCache) -> (Site, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let grouping = group(&input, cache, &mut diagnostics);
    let mut pages = grouping.pages(&input.documents);
    let translations = translations::assign_states(
        &mut pages,
        &grouping,
        &input.ledgers,
        &mut cache.translations,
        &mut diagnostics,
    );
    let assets = sorted_assets(input.assets, cache);
    let index = index(&input.settings, &grouping, &pages, &assets, cache);
    check_pages(&mut pages, &index, cache, &mut diagnostics);
    let published_assets = assets::published(&assets, &pages, &index);
    let navigation = references::navigation(&input.settings, &pages, &index, &mut diagnostics);
    let footer = references::targets(&input.settings.footer, &pages, &index, &mut diagnostics);
    let tools = references::targets(&input.settings.tools, &pages, &index, &mut diagnostics);
    let collections =
        PerLang::from_fn(|lang| collections::for_language(&input.settings, &pages, lang));
    collections::missing_dates(&input.settings, &pages, &mut diagnostics);
    topics::check(&input.settings, &pages, &mut diagnostics);
    glossary::check(&pages, &mut diagnostics);
    let homes = PerLang::from_fn(|lang| index.home(lang));
    let redirects = routes::redirects(&pages, &mut diagnostics);
    let digests = Digests::new(&pages, &mut cache.digests);

    let mut site = Site {
        settings: input.settings,
        pages: Vec::new(),
        assets,
        published_assets,
        theme: input.theme,
        homes,
        collections,
        navigation,
        footer,
        tools,
        redirects,
        glossary: Arc::new(glossary::glossary(&pages)),
        translations,
        versions: PerLang::from_fn(|lang| generated::versions(&pages, lang)),
        sitemaps: Arc::default(),
        preview_images: PreviewImages::None,
        generated_files: Vec::new(),
        routes: Arc::default(),
    };
    site.preview_images = generated::preview_images(&site.settings, pages.len());
    lint::check(&site, &pages, &mut cache.lint, &mut diagnostics);
    site.sitemaps = generated::sitemaps(&site, &pages).into();
    site.generated_files = generated::files(&site, &pages);
    let outputs = (&grouping, digests.outputs);
    site.routes = routes::collect(&site, &pages, outputs, &mut cache.routes, &mut diagnostics);
    missing_pages::retired(&site, &mut diagnostics);
    links::resolve_all(&mut pages, &site, &index, &digests, &mut cache.links, &mut diagnostics);
    assets::check(&site, (&input.documents, &index), &mut diagnostics);
    site.pages = pages;
    diagnostics.append(host_limits::host_limits(&site));
    changes(&mut site);
    (site, diagnostics)
}

fn group(input: &Input, cache: &mut ResolveCache, diagnostics: &mut Diagnostics) -> Arc<Grouping> {
    let mut problems = Diagnostics::default();
    let documents = GroupingInput { documents: &input.documents, with_drafts: input.drafts };
    let new = || Arc::new(grouping::group(&documents, &mut problems));
    let grouping = cache.groupings.get(&documents, new).clone();
    if !problems.is_empty() {
        // The spans of these problems change with every edit.
        cache.groupings.clear();
    }
    diagnostics.append(problems);
    grouping
}

/// Returns the assets in the order of their paths.
fn sorted_assets(mut assets: Vec<Asset>, cache: &mut ResolveCache) -> Arc<[Asset]> {
    assets.sort_by(|a, b| a.path.cmp(&b.path));
    let names = assets.iter().map(|asset| (asset.source, asset.url.clone())).collect();
    cache.assets.get(&ByValue(names), || assets.into()).clone()
}

fn index(
    settings: &Settings,
    grouping: &Arc<Grouping>,
    pages: &[Page],
    assets: &[Asset],
    cache: &mut ResolveCache,
) -> Arc<Index> {
    let paths = assets.iter().map(|asset| asset.path.clone()).collect();
    let kinds: Vec<Kind> = settings.kinds().collect();
    let input = (grouping, ByValue(kinds.clone()), ByValue(paths));
    let new = || Arc::new(Index::new(kinds, pages, grouping.drafts.clone(), assets));
    cache.indexes.get(&input, new).clone()
}

/// Checks front matter and diagrams, and sets the references of every page.
fn check_pages(
    pages: &mut [Page],
    index: &Arc<Index>,
    cache: &mut ResolveCache,
    diagnostics: &mut Diagnostics,
) {
    let inputs: Vec<_> = pages.iter().map(|page| (&page.document, &page.original, index)).collect();
    let checked = cache.pages.map(&inputs, |at| check_page(&pages[at], index));
    for (page, checked) in pages.iter_mut().zip(checked) {
        page.references = checked.references.clone();
        diagnostics.append(checked.problems.clone());
    }
}

fn check_page(page: &Page, index: &Index) -> CheckedPage {
    let mut problems = Diagnostics::default();
    let references = Arc::new(references::resolve(page, index, &mut problems));
    rankings::check(page, index, &mut problems);
    CheckedPage { references, problems }
}

/// Sets for each page the releases whose text links to it.
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
