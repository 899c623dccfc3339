//! The site as browsers see it: the newest site, with the last good version of each page that
//! is broken in it.
//!
//! A problem in one page must not stop the others, nor remove the page that its editor looks
//! at. So each page stays as it was before it broke. If settings, templates or catalogs are
//! broken, the whole site stays as it was.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    diag::{Diagnostic, Diagnostics, Level},
    model::{OutPath, Page, PageId, Route, SourceId, Translation},
    pipeline::{self, PreparedSite, RenderedBody},
    source::Sources,
};

/// The site in the version after one of the edits.
pub struct Snapshot {
    pub sources: Sources,
    pub prepared: PreparedSite,
    /// The state of every translation, computed when it is first requested.
    translations: OnceLock<Vec<Translation>>,
    /// The files of the search index, made when somebody first searches.
    search: OnceLock<FxHashMap<OutPath, Bytes>>,
}

/// The present problems, and the files that they are in.
#[derive(Default)]
pub struct Problems {
    pub sources: Sources,
    /// Sorted by file and place.
    pub diagnostics: Diagnostics,
    /// The reason why the files could not be read.
    pub environment: Option<String>,
}

/// The live site. It never changes: an edit makes a new one.
pub struct LiveSite {
    snapshot: Arc<Snapshot>,
    /// The snapshots of pages that are broken now.
    held_pages: FxHashMap<OutPath, Arc<Snapshot>>,
    /// True if everything that all pages depend on is valid.
    whole: bool,
    /// The broken files of the snapshot.
    broken: FxHashSet<SourceId>,
    pub problems: Arc<Problems>,
}

impl Problems {
    /// Returns the same problems, with a message about files that cannot be read.
    pub fn with_environment(&self, message: String) -> Problems {
        Problems {
            sources: self.sources.clone(),
            diagnostics: self.diagnostics.clone(),
            environment: Some(message),
        }
    }

    pub fn has_errors(&self) -> bool {
        self.environment.is_some() || self.diagnostics.counts().0 > 0
    }
}

impl Snapshot {
    pub fn new(sources: Sources, prepared: PreparedSite) -> Snapshot {
        Snapshot { sources, prepared, translations: OnceLock::new(), search: OnceLock::new() }
    }

    /// Returns the state of every translation.
    pub fn translations(&self) -> &[Translation] {
        self.translations.get_or_init(|| pipeline::translations(&self.sources).0)
    }

    /// Renders the body of the page `id`, with `id_prefix` before every id in it.
    pub fn body(&self, id: PageId, id_prefix: &str) -> Option<RenderedBody> {
        self.prepared.body(&self.sources, id, id_prefix).ok()
    }

    /// Returns the file of the search index at `path`.
    pub fn search_file(&self, path: &str) -> Option<&Bytes> {
        let is_of_index = path.starts_with("search/") || path.ends_with("/search/index.json");
        let files = is_of_index.then(|| self.search.get_or_init(|| self.search_files()))?;
        files.iter().find(|(known, _)| known.as_str() == path).map(|(_, bytes)| bytes)
    }

    fn search_files(&self) -> FxHashMap<OutPath, Bytes> {
        let files = self.prepared.search_files(&self.sources);
        files.into_iter().map(|file| (file.url.out_path(), file.bytes.into())).collect()
    }

    /// Returns the route of the file at `path`.
    pub fn route(&self, path: &str) -> Option<Route> {
        let routes = &self.prepared.site.routes;
        let at = routes.binary_search_by(|(out, _)| out.as_str().cmp(path)).ok()?;
        Some(routes[at].1)
    }

    pub fn render(&self, route: Route) -> Result<Bytes, Box<Diagnostic>> {
        self.prepared.render(&self.sources, route)
    }
}

impl LiveSite {
    /// Replaces `previous` with `next` and its problems.
    pub fn new(previous: Option<&LiveSite>, next: Snapshot, problems: Problems) -> LiveSite {
        let problems = Arc::new(problems);
        let broken = broken_files(&problems);
        let whole =
            next.prepared.is_usable() && !broken.iter().any(|id| affects_all_pages(&next, *id));
        let Some(previous) = previous else {
            let held_pages = FxHashMap::default();
            return LiveSite { snapshot: Arc::new(next), held_pages, whole, broken, problems };
        };
        if previous.whole && !whole {
            return LiveSite { problems, ..previous.copy() };
        }
        let held_pages = held_pages(previous, &next, &broken);
        LiveSite { snapshot: Arc::new(next), held_pages, whole, broken, problems }
    }

    /// Returns the same site with other problems, if no new site could be made.
    pub fn with_problems(&self, problems: Problems) -> LiveSite {
        LiveSite { problems: Arc::new(problems), ..self.copy() }
    }

    fn copy(&self) -> LiveSite {
        LiveSite {
            snapshot: self.snapshot.clone(),
            held_pages: self.held_pages.clone(),
            whole: self.whole,
            broken: self.broken.clone(),
            problems: self.problems.clone(),
        }
    }

    /// Returns the snapshot from which the file at `path` is served, and its route.
    pub fn find(&self, path: &str) -> Option<(&Snapshot, Route)> {
        let snapshot = self.held_pages.get(path).unwrap_or(&self.snapshot);
        snapshot.route(path).map(|route| (&**snapshot, route))
    }

    /// Returns the last snapshot in which the page at `path` was not broken.
    fn last_good(&self, path: &str) -> Option<Arc<Snapshot>> {
        if let Some(held_pages) = self.held_pages.get(path) {
            return Some(held_pages.clone());
        }
        let Some(Route::Page(id)) = self.snapshot.route(path) else { return None };
        let sound = self.whole && is_sound(self.snapshot.prepared.site.page(id), &self.broken);
        sound.then(|| self.snapshot.clone())
    }

    /// Returns the state of every translation with its snapshot. For a page that cannot be read
    /// now, it is the last snapshot in which it could.
    pub fn translations(&self) -> Vec<(&Snapshot, &Translation)> {
        let newest = self.newest();
        let last_good = |translation: &Translation| {
            let versions = [&translation.source, &translation.document];
            let broken = versions.into_iter().flatten().find(|document| !document.is_whole())?;
            let good = self.held_pages.get(&broken.place.url().out_path())?;
            let same = |known: &&Translation| known.place == translation.place;
            Some((&**good, good.translations().iter().find(same)?))
        };
        let all = newest.translations().iter();
        all.map(|translation| last_good(translation).unwrap_or((newest, translation))).collect()
    }

    /// Returns the newest site.
    pub fn newest(&self) -> &Snapshot {
        &self.snapshot
    }
}

/// Returns the pages that are broken in `next`, each with the last snapshot in which it was
/// not.
fn held_pages(
    previous: &LiveSite,
    next: &Snapshot,
    broken: &FxHashSet<SourceId>,
) -> FxHashMap<OutPath, Arc<Snapshot>> {
    let mut held_pages = FxHashMap::default();
    if broken.is_empty() {
        return held_pages;
    }
    for page in &next.prepared.site.pages {
        if is_sound(page, broken) {
            continue;
        }
        let out = page.url.out_path();
        if let Some(good) = previous.last_good(out.as_str()) {
            held_pages.insert(out, good);
        }
    }
    held_pages
}

/// Returns whether none of the page's files is broken.
fn is_sound(page: &Page, broken: &FxHashSet<SourceId>) -> bool {
    !broken.contains(&page.document.source) && !broken.contains(&page.original.source)
}

fn broken_files(problems: &Problems) -> FxHashSet<SourceId> {
    let errors = problems.diagnostics.iter().filter(|d| d.level == Level::Error);
    errors.map(|error| error.span.source).collect()
}

/// Returns whether every page depends on the file.
fn affects_all_pages(snapshot: &Snapshot, id: SourceId) -> bool {
    !snapshot.sources.get(id).path.as_str().starts_with("content/")
}
