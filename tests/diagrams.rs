//! Golden drawings: each fixture in each language, as the drawings of a figure, as text, and as
//! a standalone file. `GILJABI_BLESS=1` writes them again.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use giljabi::{
    diag::{Diagnostics, text},
    diagram::{self, Arrangement, Diagram, Flat, FlatStyle, Surround},
    i18n::{Catalogs, SourceText, Strings},
    model::{Lang, PerLang, SourceId},
    palette::Palette,
};

/// Returns the names of the diagrams; the fixtures are `<name>.<lang>.toml`.
fn names() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the fixtures").flatten();
    let names = files.filter_map(|file| {
        let name = file.file_name().into_string().ok()?;
        Some(name.strip_suffix(".en.toml")?.to_owned())
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The name of the diagram that readers use, which has no drawing.
const UNDRAWN: &str = "practice";

/// Returns the names of the diagrams with a drawing.
fn drawn() -> Vec<String> {
    let mut names = names();
    names.retain(|name| name != UNDRAWN);
    names
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diagrams")
}

fn catalogs() -> Catalogs {
    let text = |id, text| vec![SourceText { id: SourceId(id), text }];
    let files = PerLang {
        en: text(0, include_str!("../templates/i18n/en.ftl")),
        ko: text(1, include_str!("../templates/i18n/ko.ftl")),
    };
    Catalogs::read(&files, &[], &mut Diagnostics::default())
}

fn fixture(name: &str, lang: Lang) -> Diagram {
    let path = folder().join(format!("{name}.{}.toml", lang.code()));
    let toml = fs::read_to_string(&path).expect("the fixture is there");
    let mut diagnostics = Diagnostics::default();
    let diagram = diagram::read(SourceId(0), &toml, 0, &mut diagnostics);
    let messages: Vec<_> = diagnostics.iter().map(|d| text(d, Lang::En).message).collect();
    diagram.unwrap_or_else(|| panic!("{}: {messages:?}", path.display()))
}

/// Returns every golden file with its expected contents.
fn goldens() -> BTreeMap<String, String> {
    let catalogs = catalogs();
    let mut all = BTreeMap::new();
    for name in &names() {
        for lang in Lang::ALL {
            let (diagram, strings) = (fixture(name, lang), catalogs.get(lang));
            let figure = diagram::figure(&diagram, &figure_input(strings));
            if name == UNDRAWN {
                all.insert(format!("{name}.{}.html", lang.code()), readable(&figure));
                continue;
            }
            let code = lang.code();
            if name == "conversation" {
                // On a page it is text; only its file is drawn.
                let file = diagram::standalone(&diagram, strings, &Palette::default());
                all.insert(format!("{name}.{code}.html"), readable(&figure));
                all.insert(format!("{name}.{code}.standalone.svg"), readable(&file));
                continue;
            }
            let [wide, middle, narrow] = drawings(&figure);
            let rest = figure.replace(wide, "").replace(middle, "").replace(narrow, "");
            all.insert(format!("{name}.{code}.wide.svg"), readable(wide));
            all.insert(format!("{name}.{code}.middle.svg"), readable(middle));
            all.insert(format!("{name}.{code}.narrow.svg"), readable(narrow));
            all.insert(format!("{name}.{code}.html"), readable(&rest));
            let file = diagram::standalone(&diagram, strings, &Palette::default());
            if name == "workflow" {
                all.insert(format!("{name}.{code}.standalone.svg"), readable(&file));
                let flat = flat(&diagram, strings, Surround::Nothing);
                all.insert(format!("{name}.{code}.flat.svg"), readable(&flat.svg));
            }
        }
    }
    all
}

fn flat(diagram: &Diagram, strings: &Strings, surround: Surround) -> Flat {
    let style =
        FlatStyle { strings, palette: &Palette::default(), surround, font_family: "Noto Sans KR" };
    diagram::flat(Arrangement::Wide, diagram, &style)
}

/// Returns the drawings of a figure.
fn drawings(figure: &str) -> [&str; 3] {
    let mut found = figure.match_indices("<svg").map(|(start, _)| {
        let end = figure[start..].find("</svg>").expect("it is closed") + "</svg>".len();
        &figure[start..start + end]
    });
    ["a wide one", "a middle one", "a narrow one"].map(|which| found.next().expect(which))
}

/// Writes one element per line, so that a change can be located.
fn readable(markup: &str) -> String {
    let mut lines = markup.replace("><", ">\n<");
    lines.push('\n');
    lines
}

#[test]
fn drawings_match_their_golden_files() {
    let bless = std::env::var_os("GILJABI_BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, drawn) in goldens() {
        let path = folder().join(&name);
        if bless {
            fs::write(&path, &drawn).expect("the golden is written");
        } else if fs::read_to_string(&path).ok().as_deref() != Some(drawn.as_str()) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "drawn differently; GILJABI_BLESS=1 blesses: {wrong:?}");
}

#[test]
fn every_golden_file_is_used() {
    let known = goldens();
    let files = fs::read_dir(folder()).expect("the folder is there");
    for file in files {
        let name = file.expect("an entry").file_name().to_string_lossy().into_owned();
        let source = names().iter().any(|kind| {
            Lang::ALL.iter().any(|lang| name == format!("{kind}.{}.toml", lang.code()))
        });
        assert!(source || known.contains_key(&name), "nothing makes {name}");
    }
}

#[test]
fn fixtures_are_pairs() {
    for name in &names() {
        let mut found = Diagnostics::default();
        diagram::report_differences(&fixture(name, Lang::En), &fixture(name, Lang::Ko), &mut found);
        let messages: Vec<_> = found.iter().map(|d| text(d, Lang::En).message).collect();
        assert!(messages.is_empty(), "{name}: {messages:?}");
    }
}

#[test]
fn ids_are_unique_and_every_name_is_there() {
    let catalogs = catalogs();
    for name in &names() {
        let figure =
            diagram::figure(&fixture(name, Lang::Ko), &figure_input(catalogs.get(Lang::Ko)));
        let ids = values(&figure, " id=\"");
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for names in values(&figure, "aria-labelledby=\"") {
            assert!(names.split(' ').all(|id| ids.contains(&id)), "{names}");
        }
        assert!(!figure.contains("style"), "presentation is the stylesheet's");
    }
}

#[test]
fn labels_are_text_and_alt_replaces_the_composed_description() {
    let catalogs = catalogs();
    let mut diagram = fixture("workflow", Lang::En);
    diagram.title = "</title><script>1</script> & \"so on\"".to_owned();
    let strings = catalogs.get(Lang::En);
    let both = |diagram: &Diagram| {
        let figure = diagram::figure(diagram, &figure_input(strings));
        [figure, diagram::standalone(diagram, strings, &Palette::default())]
    };
    for markup in both(&diagram) {
        assert!(markup.contains("&lt;/title&gt;&lt;script&gt;1&lt;/script&gt; &amp; "));
        assert!(!markup.contains("<script>"));
        assert!(markup.contains("-desc\">A workflow of 3 steps."));
    }
    diagram.alt = Some("Three steps & a gate".to_owned());
    for markup in both(&diagram) {
        assert!(markup.contains("-desc\">Three steps &amp; a gate</desc>"));
        assert!(!markup.contains("-desc\">A workflow"));
    }
}

#[test]
fn flat_drawings_use_attributes_only() {
    const ELEMENTS: [&str; 6] = ["svg", "rect", "circle", "path", "text", "tspan"];
    let catalogs = catalogs();
    for name in &drawn() {
        for surround in [Surround::Nothing, Surround::Frame] {
            let Flat { svg, width, height } =
                flat(&fixture(name, Lang::Ko), catalogs.get(Lang::Ko), surround);
            for element in values(&svg, "<").iter().filter(|tag| !tag.starts_with('/')) {
                let element = element.split([' ', '>']).next().unwrap_or_default();
                assert!(ELEMENTS.contains(&element), "{name}: {element}");
            }
            for refused in ["class=", "style", "id=", "var(", "url(", "oklch"] {
                assert!(!svg.contains(refused), "{name}: {refused}");
            }
            let size = format!("viewBox=\"0 0 {width} {height}\" width=\"{width}\"");
            assert!(svg.contains(&size), "{name}: {size}");
            assert!(svg.contains("<text fill=\"#261d16\" font-size=\""), "{name}");
            assert_eq!(values(&svg, "font-family=\""), ["Noto Sans KR"], "{name}");
        }
    }
}

fn values<'t>(markup: &'t str, before: &str) -> Vec<&'t str> {
    let rest = markup.split(before).skip(1);
    rest.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_drawing_without_notes_can_be_shown_larger() {
    let catalogs = catalogs();
    for name in &drawn() {
        for lang in Lang::ALL {
            let (diagram, strings) = (fixture(name, lang), catalogs.get(lang));
            let whole = flat(&diagram, strings, Surround::Nothing);
            let without_notes = flat(&diagram.without_notes(), strings, Surround::Nothing);
            assert!(without_notes.height <= whole.height, "{name} {lang:?}");
            if matches!(name.as_str(), "rollout" | "workflow" | "signals") {
                assert!(without_notes.height < whole.height, "{name} {lang:?}");
            }
        }
    }
}

/// Returns a figure on a page without links.
fn figure_input(strings: &giljabi::i18n::Strings) -> diagram::FigureInput<'_> {
    diagram::FigureInput { strings, prefix: "d-", file: "file.svg", links: &[], walk_first: false }
}
