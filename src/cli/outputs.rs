//! Renders all outputs of a site in parallel and publishes them together.

use std::{
    path::Path,
    sync::{Mutex, PoisonError},
    time::Instant,
};

use anyhow::Result;
use rayon::prelude::*;

use super::timings::{Stage, Timings};
use crate::{
    diag::{Diagnostic, Diagnostics, DistinctDiagnostics},
    model::{Lang, OutPath, Route},
    pipeline::{PreparedSite, SearchFile},
    source::Sources,
    write::{ChangedPages, Publication, Staged, Summary},
};

/// A site that is being rendered and published.
pub struct Rendering<'a> {
    pub prepared: &'a PreparedSite,
    pub sources: &'a Sources,
    pub publication: Publication,
    /// True if text is also written in compressed forms.
    pub precompress: bool,
    pub comparison: Comparison<'a>,
    pub timings: &'a Timings,
}

/// The build that pages are compared with, to list changed ones.
#[derive(Clone, Copy)]
pub enum Comparison<'a> {
    /// None; changed pages are not listed.
    Nothing,
    /// The build in the output folder.
    OutputFolder,
    /// The build that this manifest describes.
    Manifest(&'a Path),
}

/// The files of one output, or the problem of its content.
type StagedOutput = Result<Vec<Staged>, Box<Diagnostic>>;

/// Renders every route and publishes the outputs. If one of them has a problem, nothing is
/// published and the problems are returned.
pub fn publish(rendering: Rendering) -> Result<Result<(Summary, ChangedPages), Diagnostics>> {
    let routes = in_order_of_work(&rendering.prepared.site.routes);
    let routes = routes.par_iter().with_max_len(LARGEST_SHARE);
    let render = || -> Result<Vec<StagedOutput>> {
        routes.map(|(path, route)| rendering.timed(path, *route)).collect()
    };
    let (indexed, rendered) = rayon::join(|| rendering.search_index(), render);
    rendering.timings.end(Stage::Render);
    let (mut files, mut problems) = (indexed?, DistinctDiagnostics::default());
    for output in rendered? {
        match output {
            Ok(staged) => files.extend(staged),
            Err(problem) => problems.push(*problem),
        }
    }
    if !problems.is_empty() {
        return Ok(Err(problems.into()));
    }
    let Rendering { publication, timings, comparison, .. } = rendering;
    let changed = match comparison {
        Comparison::Nothing => ChangedPages::default(),
        Comparison::OutputFolder => publication.changed_pages(&files, None)?,
        Comparison::Manifest(file) => publication.changed_pages(&files, Some(file))?,
    };
    let summary = publication.commit(files)?;
    timings.end(Stage::Write);
    Ok(Ok((summary, changed)))
}

/// The most outputs that a thread takes at a time. It is low, so that no thread still has many
/// left when the others have finished.
const LARGEST_SHARE: usize = 64;

/// Returns the routes in the order in which they are rendered. Slow ones come first: images,
/// and outputs that need all pages. The versions of a page follow each other, so that the same
/// thread renders both and highlights their common code only once.
fn in_order_of_work(routes: &[(OutPath, Route)]) -> Vec<&(OutPath, Route)> {
    let is_slow = |route: &Route| match route {
        Route::Collection(..) | Route::CollectionMarkdown(..) => true,
        Route::Generated(_) | Route::Preview(_) => true,
        Route::Page(_) | Route::Home(_) | Route::Entry | Route::NotFound | Route::Search(_) => {
            false
        }
        Route::Redirect(_)
        | Route::Asset(_)
        | Route::Diagram(..)
        | Route::Decision(..)
        | Route::Beside(..)
        | Route::ThemeFile(_) => false,
    };
    let (slow, mut quick): (Vec<_>, Vec<_>) = routes.iter().partition(|(_, route)| is_slow(route));
    quick.sort_by(|(a, _), (b, _)| without_language(a).cmp(without_language(b)));
    [slow, quick].concat()
}

fn without_language(path: &OutPath) -> &str {
    match path.as_str().split_once('/') {
        Some((first, rest)) if Lang::from_code(first).is_some() => rest,
        _ => path.as_str(),
    }
}

impl Rendering<'_> {
    /// Stages the files of the search index and their compressed forms.
    fn search_index(&self) -> Result<Vec<Staged>> {
        let files = Mutex::new(Vec::new());
        self.prepared.search_index(self.sources, &|SearchFile { url, bytes }| {
            let path = url.out_path();
            let mut staged = vec![self.publication.stage(&path, &bytes)?];
            if self.precompress {
                staged.extend(self.publication.stage_compressed(&path, &bytes)?);
            }
            files.lock().unwrap_or_else(PoisonError::into_inner).append(&mut staged);
            anyhow::Ok(())
        })?;
        Ok(files.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn timed(&self, path: &OutPath, route: Route) -> Result<StagedOutput> {
        let started = Instant::now();
        let staged = self.stage(path, route)?;
        let is_kept = staged.as_ref().is_ok_and(|files| files.iter().any(Staged::is_kept));
        self.timings.add_output(path, started.elapsed(), is_kept);
        Ok(staged)
    }

    /// Renders one output and stages it with its compressed forms. An output that was published
    /// from the same inputs is kept.
    fn stage(&self, path: &OutPath, route: Route) -> Result<StagedOutput> {
        let key = self.prepared.key(self.sources, route);
        if let Some(same) = key.as_ref().and_then(|key| self.publication.reuse(path, key)) {
            return Ok(Ok(vec![same]));
        }
        let bytes = match self.prepared.render(self.sources, route) {
            Ok(bytes) => bytes,
            Err(problem) => return Ok(Err(problem)),
        };
        let mut staged = vec![match key {
            Some(key) => self.publication.stage_made(path, key, &bytes)?,
            None => self.publication.stage(path, &bytes)?,
        }];
        if self.precompress {
            staged.extend(self.publication.stage_compressed(path, &bytes)?);
        }
        Ok(Ok(staged))
    }
}
