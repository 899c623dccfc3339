//! Makes every output of a site, in parallel, and hands it to the publication.

use std::sync::Mutex;

use anyhow::Result;
use rayon::prelude::*;

use crate::{
    diag::{Diagnostic, Diagnostics},
    model::{Lang, OutPath, Route},
    pipeline::PreparedSite,
    source::Sources,
    write::{Publication, Staged, Summary},
};

/// A site that is about to be written.
pub struct Outputs<'a> {
    pub prepared: &'a PreparedSite,
    pub sources: &'a Sources,
    pub publication: Publication,
    /// Text is written in compressed forms too.
    pub precompress: bool,
}

/// Renders every route and publishes them together; or gives the problems that stood
/// in the way, with nothing written.
pub fn publish(outputs: Outputs) -> Result<Result<Summary, Diagnostics>> {
    let routes = &outputs.prepared.site.routes;
    let problems = Mutex::new(Diagnostics::default());
    let staged: Result<Vec<Vec<Staged>>> = in_order_of_work(routes)
        .par_iter()
        .with_max_len(LARGEST_SHARE)
        .map(|(path, route)| {
            let staged = outputs.stage(path, *route)?;
            Ok(staged.unwrap_or_else(|problem| {
                problems.lock().unwrap_or_else(|p| p.into_inner()).push_new(*problem);
                Vec::new()
            }))
        })
        .collect();
    let staged = staged?;
    let problems = problems.into_inner().unwrap_or_else(|p| p.into_inner());
    if !problems.is_empty() {
        return Ok(Err(problems));
    }
    Ok(Ok(outputs.publication.commit(staged.into_iter().flatten().collect())?))
}

/// How many outputs a thread makes before another may take over the rest: few, so that
/// no thread is left with work at the end while others have none.
const LARGEST_SHARE: usize = 64;

/// The routes, those first that take long: what all pages have a part in, and images.
/// The versions of a page follow each other, so that one thread makes both: the code that
/// they share is highlighted once, where two threads side by side would both do it.
fn in_order_of_work(routes: &[(OutPath, Route)]) -> Vec<&(OutPath, Route)> {
    let takes_long = |route: &Route| match route {
        Route::Collection(..) | Route::Generated(_) | Route::Preview(_) => true,
        Route::Page(_) | Route::Home(_) | Route::Entry | Route::NotFound => false,
        Route::Redirect(_) | Route::Asset(_) | Route::Diagram(..) | Route::ThemeFile(_) => false,
    };
    let (long, mut short): (Vec<_>, Vec<_>) =
        routes.iter().partition(|(_, route)| takes_long(route));
    short.sort_by(|(a, _), (b, _)| without_language(a).cmp(without_language(b)));
    [long, short].concat()
}

fn without_language(path: &OutPath) -> &str {
    match path.as_str().split_once('/') {
        Some((first, rest)) if Lang::from_code(first).is_some() => rest,
        _ => path.as_str(),
    }
}

impl Outputs<'_> {
    /// One output, and its compressed forms; or what is wrong with its content.
    fn stage(&self, path: &OutPath, route: Route) -> Result<Result<Vec<Staged>, Box<Diagnostic>>> {
        let key = self.prepared.key(self.sources, route);
        let kept = key.as_ref().and_then(|key| self.publication.kept(path, key));
        if let Some(kept) = kept {
            return Ok(Ok(vec![kept]));
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
