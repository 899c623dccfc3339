//! Diagrams in a real Chromium: on a phone, a tablet and a desktop, in both languages, with and
//! without scripts. If no Chromium is found, these tests say so and pass, unless
//! `GILJABI_REQUIRE_CHROMIUM` is set.

use std::{fmt::Write, fs, path::Path};

use serde_json::json;

use crate::support::{
    Ran, TestSite,
    browser::{self, DESK, Server},
    program,
};

/// The beginning of a diagram in a page.
const DIAGRAM: &str = "<figure class=\"diagram ";

/// Builds the site at `root` of this repository into `out`, for serving below a path with the
/// folder's name.
fn build(root: &str, out: &Path) {
    let name = out.file_name().expect("a name").to_string_lossy();
    let mut command = program();
    command.arg("build").arg("--root").arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
    command.arg("--out").arg(out).args(["--base-url", &format!("https://guide.example/{name}")]);
    let ran = Ran::from(command.output().expect("the program runs"));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

/// Returns the paths of all pages below `folder` that have a diagram.
fn pages_with_diagrams(folder: &Path) -> Vec<String> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.expect("a readable folder").into_path());
    let pages = files.filter(|path| path.extension().is_some_and(|kind| kind == "html"));
    let drawn = pages.filter(|path| fs::read_to_string(path).expect("a page").contains(DIAGRAM));
    drawn.map(|path| format!("/{}", path.strip_prefix(folder).expect("below").display())).collect()
}

#[test]
fn every_diagram_is_legible_at_every_width() {
    let Some(browser) = browser::open(DESK) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for (root, name) in [(".", "guide"), ("docs", "docs")] {
        build(root, &folder.path().join(name));
    }
    let pages = pages_with_diagrams(folder.path());
    for start in ["/guide/en/", "/guide/ko/", "/docs/en/", "/docs/ko/"] {
        assert!(pages.iter().any(|page| page.starts_with(start)), "no diagram below {start}");
    }
    let report = browser::measure(&browser, folder.path(), &pages);
    println!("{} pages: {} drawings, {} lines", pages.len(), report.drawings, report.lines);
    assert!(report.lines > report.drawings, "drawings without words");
    let faults: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The places in a page where a diagram can be: the text before it, and the beginning of each
/// of its lines.
const PLACES: [(&str, &str, &str); 10] = [
    ("plain", "", ""),
    ("list", "- x\n\n", "  "),
    ("nested-list", "1. x\n   - y\n     - z\n\n", "       "),
    ("first-in-item", "- ", "  "),
    ("task", "- [ ] x\n\n", "  "),
    ("callout", "> [!NOTE]\n> x\n>\n", "> "),
    ("quote", "> x\n>\n", "> "),
    ("list-in-callout", "> [!TIP]\n> - x\n>   - y\n>\n", ">     "),
    ("callout-in-list", "- x\n\n  > [!NOTE]\n  > y\n  >\n", "  > "),
    ("definition", "Term\n: x\n\n", "  "),
];

/// Returns a page that has the diagram of `fixture` in every place.
fn everywhere(name: &str, fixture: &str) -> String {
    let mut body = format!("+++\ntitle = \"{name} everywhere\"\ndescription = \"{name}\"\n+++\n\n");
    let (head, rest) = fixture.split_once("\nid = \"").expect("an id");
    for (name, opening, indent) in PLACES {
        let block = format!("```diagram\n{head}\nid = \"{name}-{}\n```", rest.trim_end());
        let lines = block.lines().enumerate().map(|(nth, line)| match (nth, name) {
            (0, "first-in-item") => format!("{line}\n"),
            _ => format!("{indent}{line}\n"),
        });
        write!(body, "## {name}\n\n{opening}{}\n", lines.collect::<String>()).expect("a string");
    }
    body
}

#[test]
fn a_diagram_is_legible_wherever_it_stands() {
    let Some(browser) = browser::open(DESK) else { return };
    let site = TestSite::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diagrams");
    for name in ["branches", "matrix", "rollout"] {
        for lang in ["en", "ko"] {
            let fixture = fs::read_to_string(fixtures.join(format!("{name}.{lang}.toml")));
            let body = everywhere(name, &fixture.expect("the fixture"));
            site.write(&format!("content/pages/{name}.{lang}.md"), body);
        }
    }
    let ran = site.build(&[]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let folder = site.path("site");
    let pages = pages_with_diagrams(&folder);
    assert_eq!(pages.len(), 6, "{pages:?}");
    for page in &pages {
        let html = fs::read_to_string(site.path(&format!("site{page}"))).expect("a page");
        let files: Vec<&str> =
            html.split(['"', '=', ' ', '>']).filter(|part| part.ends_with(".svg")).collect();
        let files =
            files.iter().filter(|file| file.starts_with("/en/") || file.starts_with("/ko/"));
        let there = files.filter(|file| site.path(&format!("site{file}")).is_file());
        assert_eq!(there.count(), PLACES.len(), "{page} links to each drawing's file");
    }
    let report = browser::measure(&browser, &folder, &pages);
    // Without and with scripts, at three widths.
    assert_eq!(report.drawings, 6 * PLACES.len() * 2 * 3);
    let faults: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// The size of an A4 page between its margins, in CSS pixels.
const A4: (u32, u32) = (665, 986);

#[test]
fn a_printed_diagram_is_complete_and_in_reading_direction() {
    let Some(browser) = browser::open(DESK) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    build("docs", &folder.path().join("docs"));
    let server = Server::plain(folder.path());
    browser.resize(A4.0, A4.1);
    for lang in ["en", "ko"] {
        browser.go(&format!("{}/docs/{lang}/pages/diagrams/", server.address));
        browser.media("print");
        let shown = browser.ask(
            "[...document.querySelectorAll('figure.diagram svg.dg')]
                .filter((svg) => svg.checkVisibility()).map((svg) => svg.classList[1])",
        );
        let shown = shown.as_array().expect("a list").clone();
        assert!(shown.len() > 6 && shown.iter().all(|form| form == "diagram-wide"), "{shown:?}");
        let too_large = browser.ask(&format!(
            "[...document.querySelectorAll('figure.diagram')].filter((figure) => {{
                const svg = figure.querySelector('.diagram-wide').getBoundingClientRect();
                const whole = figure.getBoundingClientRect();
                return svg.right > whole.right + 1 || whole.height > {}
                    || getComputedStyle(figure).breakInside !== 'avoid';
            }}).map((figure) => figure.id)",
            A4.1
        ));
        assert_eq!(too_large, json!([]));
        browser.media("");
    }
}

/// The colours of the background, of a label and of a card's border in a file.
const COLOURS: &str = "['.dg-paper', '.dg-label', '.dg-card'].map((css, nth) => {
    const style = getComputedStyle(document.querySelector(css));
    return nth < 2 ? style.fill : style.stroke;
})";

#[test]
fn a_standalone_file_follows_the_readers_preferences() {
    let Some(browser) = browser::open(DESK) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    build("docs", &folder.path().join("docs"));
    let (plain, strict) = (Server::plain(folder.path()), Server::start(folder.path()));
    let file = "/docs/ko/pages/diagrams/three-steps.svg";
    browser.prefers("prefers-color-scheme", "light");
    // Without its styles, which a strict host forbids, the file looks the same in light mode.
    for server in [&strict, &plain] {
        browser.go(&format!("{}{file}", server.address));
        let light = ["rgb(253, 250, 244)", "rgb(38, 29, 22)", "rgb(138, 126, 112)"];
        assert_eq!(browser.ask(COLOURS), json!(light));
    }
    browser.prefers("prefers-color-scheme", "dark");
    let dark = ["rgb(23, 19, 14)", "rgb(235, 231, 223)", "rgb(124, 115, 104)"];
    assert_eq!(browser.ask(COLOURS), json!(dark));
    browser.media("print");
    assert_eq!(
        browser.ask(COLOURS),
        json!(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(85, 85, 85)"])
    );
    browser.media("");
    browser.prefers("forced-colors", "active");
    let system = browser.ask(
        "['Canvas', 'CanvasText', 'CanvasText'].map((colour) => {
            const probe = document.querySelector('.dg-card').cloneNode();
            probe.style.fill = colour;
            document.documentElement.append(probe);
            return getComputedStyle(probe).fill;
        })",
    );
    assert_eq!(browser.ask(COLOURS), system);
}

#[test]
fn the_path_moves_only_if_the_reader_allows_motion() {
    let Some(browser) = browser::open(DESK) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    build("docs", &folder.path().join("docs"));
    let server = Server::plain(folder.path());
    browser.go(&format!("{}/docs/en/pages/diagrams/#diagram-three-steps", server.address));
    for (preference, animation) in [("no-preference", "diagram-path"), ("reduce", "none")] {
        browser.prefers("prefers-reduced-motion", preference);
        let path = "getComputedStyle(document.querySelector(':target .dg-path')).animationName";
        assert_eq!(browser.ask(path), json!(animation), "{preference}");
    }
}

#[test]
fn faults_and_nothing_else_are_found() {
    let Some(browser) = browser::open(DESK) else { return };
    let folder = tempfile::tempdir().expect("a temporary folder");
    let page = "/measuring/broken.html".to_owned();
    let report = browser::measure(&browser, folder.path(), &[page]);
    let found = |width: u32, scripts: &str| {
        let faults = report.faults.iter().filter(|f| f.width == width && f.scripts == scripts);
        let mut found: Vec<_> = faults.map(|f| [&*f.what, &*f.figure, &*f.label]).collect();
        found.sort_unstable();
        found
    };
    let expected = [
        ["drawings", "twice", "twice"],
        ["duplicate-id", "", "again"],
        ["meets-shape", "overlaps", "meets a marker"],
        ["no-name", "twice", "dg diagram-narrow"],
        ["outside-box", "leaves", "falls out"],
        ["outside-box", "leaves", "runs out of its card"],
        ["outside-drawing", "leaves", "out of the drawing"],
        ["overlap", "overlaps", "above it"],
        ["page-scrolls", "", "<div class=\"banner\">"],
        ["role", "twice", "dg diagram-wide"],
        ["small-text", "leaves", "too small"],
    ];
    assert_eq!(found(320, "off"), expected, "{:#?}", report.faults);
    let wide = expected.into_iter().filter(|[what, ..]| *what != "page-scrolls");
    assert_eq!(found(1280, "off"), wide.collect::<Vec<_>>(), "{:#?}", report.faults);
    let by_script = found(320, "on").into_iter().filter(|fault| !expected.contains(fault));
    assert_eq!(by_script.collect::<Vec<_>>(), [["duplicate-id", "", "scripted"]]);
}
