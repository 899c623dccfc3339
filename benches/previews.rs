//! Measures the time of a preview image on one core, and its size: `cargo bench --bench
//! previews`. There are titles in both languages, with and without diagrams.

use std::time::{Duration, Instant};

use giljabi::{
    load,
    model::Route,
    pipeline::{self, PrepareOptions},
    source::Sources,
};

const SETTINGS: &str = "base_url = \"https://guide.example\"\npreview_images = \"pages\"\n\n\
                        [title]\nen = \"AI Agent Decision Guide\"\nko = \"AI 에이전트 결정 가이드\"\n";

fn main() {
    // `cargo test` runs benches too, to check that they work.
    let runs = if std::env::args().any(|a| a == "--bench") { 20 } else { 1 };
    let sources = sources();
    let (prepared, diagnostics) = pipeline::prepare(&sources, &PrepareOptions::default());
    assert_eq!(diagnostics.counts().0, 0, "{diagnostics:?}");
    let images: Vec<_> =
        prepared.site.routes.iter().filter(|(_, r)| matches!(r, Route::Preview(_))).collect();
    let (mut times, mut largest) = (Vec::new(), 0);
    for (_, route) in &images {
        for _ in 0..runs {
            let start = Instant::now();
            let png = prepared.render(&sources, *route).expect("an image");
            times.push(start.elapsed());
            largest = largest.max(png.len());
        }
    }
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100];
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    println!("{} images, {runs} times each, on one core", images.len());
    println!(
        "median {:.1} ms | 99 % {:.1} ms | most {:.1} ms",
        millis(at(50)),
        millis(at(99)),
        millis(at(100))
    );
    println!("largest {} KB", largest.div_ceil(1000));
}

/// Returns pages in both languages: one for each diagram fixture, and some without a diagram.
fn sources() -> Sources {
    let mut sources = load::built_in();
    let mut add = |path: String, text: String| {
        sources.add_file(&path, text);
    };
    add("guide.toml".into(), SETTINGS.into());
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/diagrams");
    for entry in std::fs::read_dir(folder).expect("the fixtures") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let diagram = std::fs::read_to_string(&path).expect("a fixture");
            add(
                format!("content/pages/{name}.md"),
                page(&name, &format!("```diagram\n{diagram}\n```\n")),
            );
        }
    }
    for lang in ["en", "ko"] {
        add(format!("content/pages/plain.{lang}.md"), page(&format!("plain.{lang}"), "Text."));
    }
    sources
}

fn page(name: &str, body: &str) -> String {
    let title = match name.ends_with(".ko") {
        true => "고객 서비스 AI 에이전트 자동화 가이드",
        false => "Customer Service AI Agent Automation Guide",
    };
    format!("+++\ntitle = \"{title} {name}\"\ndescription = \"{name}\"\n+++\n\n{body}\n")
}
