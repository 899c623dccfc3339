//! Collects the addresses of a site: every output, redirects, and collisions between them.

use std::{borrow::Cow, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    generated,
    grouping::{Grouping, start_of},
};
use crate::{
    cache::{ByValue, Cache},
    diag::{Code, Diagnostic, Diagnostics, DistinctDiagnostics},
    model::{
        Asset, AssetId, GeneratedFile, Lang, OutPath, Page, PageFile, PageId, PerLang, Redirect,
        Route, Settings, Site, Span, UrlPath, address, path_below_language, path_below_root,
        preview_url,
    },
};

/// Returns the redirects that pages declare. Those in the source's file apply to every
/// language; a translation may add its own.
pub fn redirects(pages: &[Page], diagnostics: &mut Diagnostics) -> Vec<Redirect> {
    let mut all = Vec::new();
    for (at, page) in pages.iter().enumerate() {
        let own = &page.front().aliases;
        let is_translation = page.document.place.lang != page.original.place.lang;
        let inherited = if is_translation { &page.original.front.aliases[..] } else { &[] };
        for alias in own {
            if old_address(&alias.value, page.lang()).is_none() {
                let bad = Diagnostic::new(Code::BadAlias, alias.span);
                let shown: String = alias.value.chars().take(LONGEST_SHOWN).collect();
                diagnostics.push(bad.arg("found", shown));
            }
        }
        // An address that begins at the root belongs to one page only.
        let inherited = inherited.iter().filter(|alias| !alias.value.starts_with('/'));
        for alias in own.iter().chain(inherited) {
            let Some(from) = old_address(&alias.value, page.lang()) else { continue };
            all.push(Redirect { from, to: PageId(at as u32), written: alias.span });
        }
    }
    all
}

/// The most characters of an old address that are shown in a message.
const LONGEST_SHOWN: usize = 100;

/// Returns the old address that `alias` declares for a page in `lang`.
fn old_address(alias: &str, lang: Lang) -> Option<UrlPath> {
    match alias.strip_prefix('/') {
        Some(path) => path_below_root(path),
        None => path_below_language(alias).map(|path| address(lang, path)),
    }
}

/// Every output, in the order of their paths.
pub type Routes = Arc<[(OutPath, Route)]>;

/// Results by the inputs of the list: the pages, their digests, the settings and the other
/// outputs.
pub type RouteCache = Cache<(Arc<Grouping>, u64, Arc<Settings>, OtherOutputs), Routes>;

/// The outputs that are no pages.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherOutputs {
    /// The addresses of assets, of the theme's files and of lists, in this order.
    addresses: Vec<UrlPath>,
    redirects: Vec<Redirect>,
    generated_files: Vec<GeneratedFile>,
}

impl OtherOutputs {
    fn new(site: &Site) -> OtherOutputs {
        let PerLang { en, ko } = &site.collections;
        let assets = published(site).map(|(_, asset)| &asset.url);
        let theme = site.theme.files.iter().map(|file| &file.url);
        let lists = en.iter().chain(ko).map(|collection| &collection.url);
        OtherOutputs {
            addresses: assets.chain(theme).chain(lists).cloned().collect(),
            redirects: site.redirects.clone(),
            generated_files: site.generated_files.clone(),
        }
    }
}

/// Returns every output of a site with these pages.
pub fn collect(
    site: &Site,
    pages: &[Page],
    (grouping, outputs): (&Arc<Grouping>, u64),
    cache: &mut RouteCache,
    diagnostics: &mut Diagnostics,
) -> Routes {
    let mut problems = Diagnostics::default();
    let input = (grouping, ByValue(outputs), &site.settings, ByValue(OtherOutputs::new(site)));
    let routes = cache.get(&input, || all_routes(site, pages, &mut problems).into()).clone();
    if !problems.is_empty() {
        // The spans of collisions change with every edit.
        cache.clear();
    }
    diagnostics.append(problems);
    routes
}

/// Returns every output, sorted by path. If two outputs have the same path, ignoring case, as
/// some disks do, that is reported and the second is left out.
fn all_routes(site: &Site, pages: &[Page], diagnostics: &mut Diagnostics) -> Vec<(OutPath, Route)> {
    let mut table = RouteTable::default();
    table.routes.reserve(pages.len() + 64);
    for (at, page) in pages.iter().enumerate() {
        table.add_page(PageId(at as u32), page, &site.settings);
    }
    for lang in Lang::ALL {
        table.add_lists(site, lang);
    }
    table.add(&UrlPath::new("/"), Route::Entry, None);
    table.add(&UrlPath::new("/404.html"), Route::NotFound, None);
    for (at, asset) in published(site) {
        let start = Span::new(asset.source, 0..0);
        table.add(&asset.url, Route::Asset(AssetId(at as u32)), Some(start));
    }
    for (at, file) in site.theme.files.iter().enumerate() {
        let start = file.source.map(|source| Span::new(source, 0..0));
        table.add(&file.url, Route::ThemeFile(at as u32), start);
    }
    for (of, preview) in generated::previews(site, pages) {
        table.add(&preview_url(&of), Route::Preview(preview), None);
    }
    for lang in Lang::ALL.into_iter().filter(|_| site.settings.search.enabled) {
        table.add_unless_taken(&Site::search_url(lang), Route::Search(lang));
    }
    for file in &site.generated_files {
        table.add_unless_taken(&file.url(), Route::Generated(*file));
    }
    for (at, redirect) in site.redirects.iter().enumerate() {
        table.add(&redirect.from, Route::Redirect(at as u32), Some(redirect.written));
    }
    table.finish(diagnostics)
}

/// Returns the published assets with their positions.
fn published(site: &Site) -> impl Iterator<Item = (usize, &Asset)> {
    let is_published = |(at, _): &(usize, &Asset)| site.published_assets[*at];
    site.assets.iter().enumerate().filter(is_published)
}

#[derive(Default)]
struct RouteTable {
    /// The paths of all outputs in lower case, and where each is declared.
    taken: FxHashMap<String, Option<Span>>,
    routes: Vec<(OutPath, Route)>,
    problems: DistinctDiagnostics,
}

impl RouteTable {
    /// Adds a page, the files beside it and its diagrams.
    fn add_page(&mut self, id: PageId, page: &Page, settings: &Settings) {
        let start = Some(start_of(&page.document));
        self.add(&page.url, Route::Page(id), start);
        for file in PageFile::ALL.into_iter().filter(|file| page.has_file(*file, settings)) {
            self.add(&page.file_url(file), Route::Beside(id, file), start);
        }
        let mut ids = FxHashSet::default();
        for (at, diagram) in page.document.diagrams.iter().enumerate() {
            // A second diagram with this id was reported when the page was read.
            let Some(diagram) = diagram.as_ref().filter(|new| ids.insert(&new.id.value)) else {
                continue;
            };
            let (at, span) = (at as u32, Some(diagram.id.span));
            if diagram.data.is_drawn() {
                self.add(&page.diagram_url(diagram), Route::Diagram(id, at), span);
            }
            if diagram.data.as_decision().is_some() {
                self.add(&page.decision_url(diagram), Route::Decision(id, at), span);
            }
        }
    }

    /// Adds the lists of pages in `lang`, and a home page unless the site has its own.
    fn add_lists(&mut self, site: &Site, lang: Lang) {
        if site.homes.get(lang).is_none() {
            self.add(&UrlPath::home(lang), Route::Home(lang), None);
        }
        for (at, collection) in site.collections.get(lang).iter().enumerate() {
            self.add(&collection.url, Route::Collection(lang, at as u32), None);
            if site.settings.markdown {
                let url = collection.url.join(PageFile::Markdown.name());
                self.add(&url, Route::CollectionMarkdown(lang, at as u32), None);
            }
        }
    }

    fn add(&mut self, url: &UrlPath, route: Route, span: Option<Span>) {
        let out = url.out_path();
        let key = folded(out.as_str());
        if let Some(first) = self.taken.get(&*key).copied() {
            self.collision(url, route, span, first);
            return;
        }
        self.taken.insert(key.into_owned(), span);
        self.routes.push((out, route));
    }

    /// Adds an output unless the site has a file of its own at this address.
    fn add_unless_taken(&mut self, url: &UrlPath, route: Route) {
        if !self.taken.contains_key(&*folded(url.out_path().as_str())) {
            self.add(url, route, None);
        }
    }

    fn collision(&mut self, url: &UrlPath, route: Route, span: Option<Span>, first: Option<Span>) {
        let Some(span) = span.or(first) else { return };
        let problem = match route {
            Route::Redirect(_) => Diagnostic::new(Code::BadAlias, span)
                .arg("found", url.as_str())
                .arg("taken", url.as_str())
                .hint("taken"),
            _ => Diagnostic::new(Code::DuplicateAddress, span).arg("url", url.as_str()),
        };
        self.problems.push(problem.also(first.filter(|first| *first != span)));
    }

    /// Returns the problem of an output inside a folder at whose path a file stands. The file is
    /// the one to rename if it is no page, as it may block many outputs, unless an alias asks for
    /// exactly its name.
    fn blocked(&self, out: &str, route: Route, folder: &str) -> Option<Diagnostic> {
        let blocker = *self.taken.get(&*folded(folder))?;
        let own = self.taken.get(&*folded(out)).copied().flatten();
        let is_alias = matches!(route, Route::Redirect(_));
        let asks = is_alias && out.strip_suffix("/index.html") == Some(folder);
        let is_page = folder.ends_with("index.html");
        let (mistake, other_place) = if asks || is_page { (own, blocker) } else { (blocker, own) };
        let span = mistake.or(other_place)?;
        let file = ["/", folder].concat();
        let problem = match is_alias && Some(span) == own {
            true => Diagnostic::new(Code::BadAlias, span)
                .arg("found", ["/", out.trim_end_matches("index.html")].concat())
                .arg("taken", file)
                .hint("file"),
            false => Diagnostic::new(Code::DuplicateAddress, span).arg("url", file).hint("folder"),
        };
        Some(problem.also(mistake.and(other_place).filter(|other| *other != span)))
    }

    /// Returns the routes, sorted. Reports files at whose path a folder is needed.
    fn finish(mut self, diagnostics: &mut Diagnostics) -> Vec<(OutPath, Route)> {
        self.routes.sort_by(|a, b| a.0.cmp(&b.0));
        let mut before = "";
        for (out, route) in &self.routes {
            let out = out.as_str();
            // The path before is mostly in the same folders, which have been checked.
            let is_checked = |folder: &str| {
                before.starts_with(folder) && before.as_bytes().get(folder.len()) == Some(&b'/')
            };
            for folder in ancestors(out).filter(|folder| !is_checked(folder)) {
                if let Some(problem) = self.blocked(out, *route, folder) {
                    self.problems.push(problem);
                }
            }
            before = out;
        }
        diagnostics.append(self.problems.into());
        self.routes
    }
}

/// Returns the path as a case-insensitive disk compares it.
fn folded(path: &str) -> Cow<'_, str> {
    if path.chars().any(char::is_uppercase) { path.to_lowercase().into() } else { path.into() }
}

fn ancestors(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}
