//! Markdown in, HTML out: every file of `tests/fixtures/markdown` is rendered as the body of a
//! page and compared with its golden file. A line break is inserted before each block so that
//! differences are readable; nothing else is changed.

use std::{fs, path::Path};

use crate::support::{SETTINGS, assert_golden, assert_no_orphans, guide, translation};
use giljabi::{
    load,
    model::Route,
    pipeline::{self, PrepareOptions},
    source::Sources,
};

fn fixtures() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/markdown");
    let names = fs::read_dir(folder)
        .expect("the fixtures")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.collect();
    names.sort();
    assert!(names.len() >= 10);
    names
}

/// Returns the rendered body of the fixture `name`, in a site with the pages that it links to.
fn rendered(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = fs::read_to_string(folder.join("markdown").join(name)).expect("the fixture");
    let mut sources = load::built_in();
    let mut add = |path: &str, bytes: Vec<u8>| _ = sources.add_file(path, bytes);
    add("guide.toml", SETTINGS.into());
    add("templates/guide.html", "{{ body | safe }}".into());
    let place = "## A place {#place}\n";
    add("content/guides/other.en.md", guide("Other", "", place).into());
    add("content/guides/other.ko.md", translation("다른 글", "", place).into());
    add("content/guides/only.en.md", guide("Only", "", "x").into());
    add("content/home.en.md", translation("Home", "", "").into());
    add("content/home.ko.md", translation("처음", "", "").into());
    add("content/guides/pixel.png", fs::read(folder.join("pixel.png")).expect("the image"));
    match name.ends_with(".ko.md") {
        true => {
            add("content/guides/page.en.md", guide("Page", "", "").into());
            add("content/guides/page.ko.md", translation("글", "", &text).into());
        }
        false => add("content/guides/page.en.md", guide("Page", "", &text).into()),
    }
    page(&sources, if name.ends_with(".ko.md") { "ko" } else { "en" })
}

fn page(sources: &Sources, lang: &str) -> String {
    let (prepared, diagnostics) = pipeline::prepare(sources, &PrepareOptions::default());
    assert_eq!(diagnostics.counts().0, 0, "{diagnostics:#?}");
    let wanted = format!("{lang}/guides/page/index.html");
    let mut routes = prepared.site.routes.iter();
    let (_, route) = routes.find(|(path, _)| path.as_str() == wanted).expect("the page");
    assert!(matches!(route, Route::Page(_)));
    let bytes = prepared.render(sources, *route).expect("the template works");
    readable(std::str::from_utf8(&bytes).expect("text"))
}

/// Inserts a line break before each opening tag of a block.
fn readable(html: &str) -> String {
    let mut text = html.to_owned();
    for tag in [
        "p",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "dl",
        "dt",
        "dd",
        "hr",
        "figure",
        "section",
        "aside",
        "details",
    ] {
        for end in [">", " "] {
            let opening = format!("<{tag}{end}");
            text = text.replace(&opening, &format!("\n{opening}"));
        }
    }
    format!("{}\n", text.trim_start())
}

fn golden(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/markdown");
    if name.is_empty() { folder } else { folder.join(format!("{name}.html")) }
}

#[test]
fn markdown_matches_its_golden_file() {
    for name in fixtures() {
        assert_golden(&golden(&name), &rendered(&name));
    }
}

#[test]
fn every_golden_file_is_used() {
    let names: Vec<String> = fixtures().iter().map(|name| format!("{name}.html")).collect();
    assert_no_orphans(&golden(""), &names);
}
