//! What the browser sees: the newest site, and the last good version of what is
//! broken in it.
//!
//! A problem in one page must not hold up the others, and must not take away what
//! its editor was looking at. So each page stays as it was before it broke; where
//! settings, templates or catalogs are broken, the whole site does.

use std::{borrow::Cow, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    diag::{Diagnostic, Diagnostics, Severity},
    model::{OutPath, Route, SourceId},
    pipeline::Prepared,
    source::Sources,
};

/// A site as it was after one of the edits.
pub struct Snapshot {
    pub sources: Sources,
    pub prepared: Prepared,
}

/// What is wrong now, with the files that it is wrong in.
#[derive(Default)]
pub struct Problems {
    pub sources: Sources,
    /// Sorted by file and place.
    pub diagnostics: Diagnostics,
    /// Why the files could not be read.
    pub environment: Option<String>,
}

/// All that is shown. Never changes: an edit makes another.
pub struct Shown {
    snapshot: Arc<Snapshot>,
    /// Pages that are broken now, where they were good.
    held: FxHashMap<OutPath, Arc<Snapshot>>,
    /// Nothing is broken that every page depends on.
    whole: bool,
    pub problems: Arc<Problems>,
}

impl Problems {
    /// The same, and that the files cannot be read.
    pub fn with_environment(&self, told: String) -> Problems {
        Problems {
            sources: self.sources.clone(),
            diagnostics: self.diagnostics.clone(),
            environment: Some(told),
        }
    }

    pub fn has_errors(&self) -> bool {
        self.environment.is_some() || self.diagnostics.counts().0 > 0
    }
}

impl Snapshot {
    /// What makes the file at `path`.
    pub fn route(&self, path: &str) -> Option<Route> {
        let routes = &self.prepared.site.routes;
        let at = routes.binary_search_by(|(out, _)| out.as_str().cmp(path)).ok()?;
        Some(routes[at].1)
    }

    pub fn render(&self, route: Route) -> Result<Cow<'_, [u8]>, Box<Diagnostic>> {
        self.prepared.render(&self.sources, route)
    }
}

impl Shown {
    /// Shows `next`, whose problems are known, in the place of `previous`.
    pub fn new(previous: Option<&Shown>, next: Snapshot, problems: Problems) -> Shown {
        let problems = Arc::new(problems);
        let broken = broken_files(&problems);
        let whole = next.prepared.is_usable() && !broken.iter().any(|id| of_frame(&next, *id));
        let Some(previous) = previous else {
            let held = FxHashMap::default();
            return Shown { snapshot: Arc::new(next), held, whole, problems };
        };
        if previous.whole && !whole {
            return Shown { problems, ..previous.again() };
        }
        let held = held(previous, &next, &broken);
        Shown { snapshot: Arc::new(next), held, whole, problems }
    }

    /// The same, with other problems: nothing new could be read.
    pub fn with(&self, problems: Problems) -> Shown {
        Shown { problems: Arc::new(problems), ..self.again() }
    }

    fn again(&self) -> Shown {
        Shown {
            snapshot: self.snapshot.clone(),
            held: self.held.clone(),
            whole: self.whole,
            problems: self.problems.clone(),
        }
    }

    /// The site from which the file at `path` is shown, and what makes it.
    pub fn find(&self, path: &str) -> Option<(&Snapshot, Route)> {
        let snapshot = self.held.get(path).unwrap_or(&self.snapshot);
        snapshot.route(path).map(|route| (&**snapshot, route))
    }

    /// The newest site.
    pub fn newest(&self) -> &Snapshot {
        &self.snapshot
    }
}

/// The pages of `next` that are broken, each with the last site in which it was
/// not.
fn held(
    previous: &Shown,
    next: &Snapshot,
    broken: &FxHashSet<SourceId>,
) -> FxHashMap<OutPath, Arc<Snapshot>> {
    let mut held = FxHashMap::default();
    if broken.is_empty() {
        return held;
    }
    for page in &next.prepared.site.pages {
        let files = [page.document.source, page.original.source];
        let out = page.url.out_path();
        if !files.iter().any(|file| broken.contains(file)) {
            continue;
        }
        let good = previous.held.get(&out).unwrap_or(&previous.snapshot);
        if good.route(out.as_str()).is_some() {
            held.insert(out, good.clone());
        }
    }
    held
}

fn broken_files(problems: &Problems) -> FxHashSet<SourceId> {
    let errors = problems.diagnostics.iter().filter(|d| d.code.severity() == Severity::Error);
    errors.map(|error| error.span.source).collect()
}

/// Whether every page depends on the file.
fn of_frame(snapshot: &Snapshot, id: SourceId) -> bool {
    !snapshot.sources.get(id).path.as_str().starts_with("content/")
}
