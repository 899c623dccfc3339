//! The properties of every document: nothing panics, two builds are equal, no element of a page
//! is misplaced or runs, and it does not take long.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
};

use giljabi::{
    diag::Diagnostics,
    load,
    model::{GeneratedFile, Lang, Route},
    pipeline::{self, PrepareOptions, SitePreparer},
    report,
    source::Sources,
};

use super::{
    clock::processor_time,
    generate::{Case, Kind, SETTINGS},
    html_tree::wrong,
};

/// The most problems of a document that are rendered.
const MOST_DRAWN: usize = 100;

/// Checks documents. Two builds run side by side, each with its own caches.
pub struct Checker {
    sources: Sources,
    builds: [SitePreparer; 2],
    /// The most seconds on a processor for one document.
    most_seconds: f64,
}

/// The result of a build: the outputs by their paths, and the problems.
type Built = (Vec<(String, Vec<u8>)>, Vec<String>);

impl Checker {
    pub fn new(most_seconds: f64) -> Checker {
        let root = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(root.path().join("guide.toml"), SETTINGS).expect("settings");
        let sources = load::load(root.path()).expect("readable");
        Checker { sources, builds: Default::default(), most_seconds }
    }

    /// Returns the first error of the program that a document reveals.
    pub fn check(&mut self, case: &Case) -> Result<(), String> {
        let sources = self.sources_of(case);
        let start = processor_time();
        let first = self.build(0, case.kind, &sources)?;
        let took = processor_time() - start;
        if took > self.most_seconds {
            return Err(format!("it takes {took:.1} s"));
        }
        let second = self.build(1, case.kind, &sources)?;
        if first != second {
            return Err("two builds differ".to_owned());
        }
        first.0.iter().try_for_each(|(path, bytes)| check_page(path, bytes))
    }

    fn sources_of(&self, case: &Case) -> Sources {
        let mut sources = self.sources.clone();
        for (path, text) in &case.files {
            sources.add_file(path, text.clone());
        }
        sources
    }

    fn build(&mut self, which: usize, kind: Kind, sources: &Sources) -> Result<Built, String> {
        let preparer = &mut self.builds[which];
        let built = catch_unwind(AssertUnwindSafe(|| build(preparer, kind, sources)));
        if kind.is_shared() || built.is_err() {
            *preparer = SitePreparer::default();
        }
        built.map_err(|panic| {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
            format!("it panics: {}", text.unwrap_or_default())
        })
    }
}

fn build(preparer: &mut SitePreparer, kind: Kind, sources: &Sources) -> Built {
    let (prepared, mut diagnostics) = preparer.prepare(sources, &PrepareOptions::default());
    let mut outputs = Vec::new();
    let refused = diagnostics.counts().0 > 0;
    if refused {
        diagnostics.append(prepared.try_templates(sources));
    }
    for (path, route) in prepared.site.routes.iter().filter(|(_, route)| is_drawn(*route, kind)) {
        // A site with errors is not published.
        match prepared.render(sources, *route) {
            Ok(bytes) if !refused => outputs.push((path.as_str().to_owned(), bytes.to_vec())),
            Ok(_) => {}
            Err(problem) => diagnostics.push(*problem),
        }
    }
    let (translations, found) = pipeline::translations(sources);
    diagnostics.append(found);
    translations.iter().for_each(|translation| drop(pipeline::review(translation, sources)));
    (outputs, drawn(&mut diagnostics, sources))
}

/// Images are slow to draw; few documents need to.
fn is_drawn(route: Route, kind: Kind) -> bool {
    match route {
        Route::Preview(_) | Route::ThemeFile(_) => false,
        Route::Generated(GeneratedFile::Icon(_)) => kind == Kind::Icon,
        _ => true,
    }
}

fn drawn(diagnostics: &mut Diagnostics, sources: &Sources) -> Vec<String> {
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let style = |lang| report::Style { lang, colour: false, root: Path::new(".") };
    let draw =
        |problem| Lang::ALL.map(|lang| report::render(problem, sources, style(lang))).concat();
    diagnostics.iter().take(MOST_DRAWN).map(draw).collect()
}

fn check_page(path: &str, bytes: &[u8]) -> Result<(), String> {
    if !path.ends_with(".html") {
        return Ok(());
    }
    let page = std::str::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
    wrong(page).map_or(Ok(()), |found| Err(format!("{path}: {found}")))
}
