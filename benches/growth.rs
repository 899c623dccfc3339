//! Measures how time grows with the size of the content: `cargo bench --bench growth`. Each
//! construct is built with n, 2n and 4n parts. The bench fails if four times the parts take
//! more than six times as long: for n·log n it is less than five times, for n² sixteen times.
//! `cargo bench --bench growth -- table` measures only the constructs whose names contain the
//! word.
//!
//! Only the time that one thread spends on a processor counts, so that other programs make
//! little difference. It includes preparing the site, rendering every page, comparing both
//! languages and rendering the problems. Settings and theme are read before.

#[path = "growth/clock.rs"]
mod clock;
#[path = "growth/constructs.rs"]
mod constructs;

use std::{fmt, fs, hint::black_box, path::Path};

use giljabi::{
    load,
    model::{Lang, Route},
    pipeline::{self, PrepareOptions, SitePreparer},
    report,
    source::Sources,
};

use clock::processor_time;
use constructs::{CONSTRUCTS, Construct, SETTINGS};

/// The most that four times the parts may take, as a multiple of the time.
const MOST_GROWTH: f64 = 6.0;
/// Four times the parts are not judged if they take less: so short times differ by chance.
const LEAST_SECONDS: f64 = 0.015;
/// The most problems that are rendered in one measurement.
const MOST_RENDERED: usize = 100;
/// The most measurements of a construct whose time grows too fast.
const MOST_RUNS: usize = 5;

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let full = std::env::args().any(|a| a == "--bench");
    let wanted = std::env::args().skip(1).find(|a| !a.starts_with('-')).unwrap_or_default();
    let root = tempfile::tempdir().expect("a temporary folder");
    fs::write(root.path().join("guide.toml"), SETTINGS).expect("settings");
    let sources = load::load(root.path()).expect("readable");
    let chosen = CONSTRUCTS.iter().filter(|construct| construct.name.contains(&wanted));
    let failed = chosen.filter(|construct| !measure(construct, &sources, full)).count();
    assert!(failed == 0, "{failed} constructs grow faster than n·log n");
}

/// Prints how the time of a construct grows; returns whether that is acceptable. Unless `full`,
/// it is tried with two parts and not judged.
fn measure(construct: &Construct, sources: &Sources, full: bool) -> bool {
    let parts = if full { construct.parts } else { 2 };
    let sites = [1, parts, 2 * parts, 4 * parts].map(|parts| site(sources, construct, parts));
    let mut times = Times::new(&sites);
    // An outlier may be chance, so measure again.
    for _ in 1..MOST_RUNS {
        if full && !times.are_acceptable() {
            times.keep_best(&Times::new(&sites));
        }
    }
    let acceptable = !full || times.are_acceptable();
    println!("{:<46} {parts:>7} {times}{}", construct.name, if acceptable { "" } else { " <--" });
    acceptable
}

fn site(sources: &Sources, construct: &Construct, parts: usize) -> Sources {
    let mut sources = sources.clone();
    for (path, text) in construct.files(parts) {
        sources.add_file(&path, text);
    }
    sources
}

/// The seconds that 1, n, 2n and 4n parts take.
struct Times([f64; 4]);

impl Times {
    fn new(sites: &[Sources; 4]) -> Times {
        Times([0, 1, 2, 3].map(|at| time(&sites[at])))
    }

    fn keep_best(&mut self, other: &Times) {
        self.0.iter_mut().zip(other.0).for_each(|(time, other)| *time = time.min(other));
    }

    /// Returns the seconds that n, 2n and 4n parts take in addition to those of one part.
    fn without_one_part(&self) -> [f64; 3] {
        [1, 2, 3].map(|at| (self.0[at] - self.0[0]).max(0.0))
    }

    /// Returns how many times as long four times the parts take.
    fn growth(&self) -> f64 {
        let [one, _, four] = self.without_one_part();
        four / one.max(LEAST_SECONDS / 4.0)
    }

    /// Returns whether one of both steps shows no growth beyond n·log n. What grows faster shows
    /// it in both; the time of few parts alone is often that of the system.
    fn are_acceptable(&self) -> bool {
        let [_, two, four] = self.without_one_part();
        four < LEAST_SECONDS || self.growth() <= MOST_GROWTH || four <= two * MOST_GROWTH.sqrt()
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let [one, two, four] = self.without_one_part().map(|seconds| seconds * 1e3);
        write!(f, "{one:>8.1} {two:>8.1} {four:>8.1} ms  x{:.1}", self.growth())
    }
}

/// Returns the time of a build whose caches contain only settings and the built-in theme.
fn time(sources: &Sources) -> f64 {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).stack_size(64 << 20);
    let pool = pool.build().expect("a thread");
    pool.install(|| {
        let mut preparer = SitePreparer::default();
        preparer.prepare(&without_site_files(sources), &PrepareOptions::default());
        let start = processor_time();
        build(&mut preparer, sources);
        processor_time() - start
    })
}

/// Returns the built-in sources and the site's settings.
fn without_site_files(sources: &Sources) -> Sources {
    let mut rest = sources.clone();
    let folders = ["content/", "templates/", "static/"].map(|folder| sources.below(folder));
    let own = folders.into_iter().flatten().filter(|(_, source)| !source.built_in);
    own.for_each(|(id, _)| rest.remove(id));
    rest
}

fn build(preparer: &mut SitePreparer, sources: &Sources) {
    let (prepared, mut diagnostics) = preparer.prepare(sources, &PrepareOptions::default());
    for (_, route) in prepared.site.routes.iter() {
        if !matches!(route, Route::Preview(_) | Route::ThemeFile(_)) {
            let _ = black_box(prepared.render(sources, *route));
        }
    }
    let (translations, _) = pipeline::translations(sources);
    for translation in &translations {
        black_box(pipeline::review(translation, sources));
    }
    diagnostics.sort(|span| sources.get(span.source).path.to_string());
    let style = report::Style { lang: Lang::En, colour: false, root: Path::new(".") };
    for diagnostic in diagnostics.iter().take(MOST_RENDERED) {
        black_box(report::render(diagnostic, sources, style));
    }
}
