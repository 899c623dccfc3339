//! Minifying changes no page: the whole guide is built twice, once as written and
//! once minified, and every page's document tree is compared.

use std::path::Path;

use crate::support::{Ran, TestSite, program};
use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Elements around which white space is never seen.
const BLOCKS: &[&str] = &[
    "template",
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "svg",
    "path",
    "g",
];

#[test]
fn the_document_tree_of_every_page_is_unchanged() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let built = |settings: &str| {
        let site = copy_of(root, settings);
        let ran = Ran::from(
            program().arg("build").current_dir(site.root()).output().expect("the program runs"),
        );
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        site
    };
    let settings = std::fs::read_to_string(root.join("guide.toml")).expect("the settings");
    assert!(settings.contains("\nminify = true\n"), "the switch is where this test expects it");
    let small = built(&settings);
    let plain = built(&settings.replace("\nminify = true\n", "\nminify = false\n"));
    let (small, plain) = (pages(&small), pages(&plain));
    assert_eq!(small.len(), plain.len());
    assert!(small.len() > 60, "the guide has pages");
    let size = |pages: &[(String, String)]| pages.iter().map(|(_, text)| text.len()).sum::<usize>();
    assert!(size(&small) < size(&plain), "minifying saves something");
    for ((path, small), (_, plain)) in small.iter().zip(&plain) {
        let (small, plain) = (outline(small), outline(plain));
        let differing = small.iter().zip(&plain).find(|(small, plain)| small != plain);
        assert_eq!(differing, None, "{path}: minified, and as written");
        assert_eq!(small.len(), plain.len(), "{path}");
    }
}

fn copy_of(root: &Path, settings: &str) -> TestSite {
    let site = TestSite::empty();
    for folder in ["content", "templates", "static"] {
        for entry in walkdir::WalkDir::new(root.join(folder)) {
            let entry = entry.expect("a readable folder");
            if entry.file_type().is_file() {
                let path = entry.path().strip_prefix(root).expect("below").display().to_string();
                site.write(&path, std::fs::read(entry.path()).expect("a readable file"));
            }
        }
    }
    site.write("guide.toml", settings);
    site
}

/// Path and text of every page. Hashes in the names of styles differ by design.
fn pages(site: &TestSite) -> Vec<(String, String)> {
    let html = site.tree("site").into_iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path, without_hashes(&String::from_utf8(bytes).expect("text"))))
        .collect()
}

fn without_hashes(text: &str) -> String {
    let mut parts = text.split("/assets/");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("/assets/");
        match part.split_once('.') {
            Some((name, rest))
                if name.chars().all(|c| c.is_alphanumeric() || c == '/' || c == '-') =>
            {
                out.push_str(name);
                out.push_str(&rest[rest.find('.').unwrap_or(0)..]);
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// The document tree, a line for each node. White space is folded, and left out
/// where no browser shows it.
fn outline(html: &str) -> Vec<String> {
    let dom = parse_document(RcDom::default(), Default::default()).one(html);
    let mut lines = Vec::new();
    write_node(&dom.document, 0, false, &mut lines);
    lines
}

fn write_node(node: &Handle, depth: usize, verbatim: bool, lines: &mut Vec<String>) {
    let children = node.children.borrow();
    for (at, child) in children.iter().enumerate() {
        match &child.data {
            NodeData::Text { contents } => {
                let text = contents.borrow().to_string();
                let before = at.checked_sub(1).map(|at| &children[at]);
                let text = match verbatim {
                    true => text,
                    false => {
                        folded(&text, is_edge(before, node), is_edge(children.get(at + 1), node))
                    }
                };
                if !text.is_empty() {
                    lines.push(format!("{depth} {text:?}"));
                }
            }
            NodeData::Element { name, attrs, template_contents, .. } => {
                let name = name.local.to_string();
                let attrs = attrs.borrow();
                let mut shown: Vec<String> = attrs
                    .iter()
                    .map(|a| format!("{}={}", a.name.local, meaning(&a.value)))
                    .collect();
                shown.sort();
                lines.push(format!("{depth} <{name} {}>", shown.join(" ")));
                write_node(child, depth + 1, verbatim || name == "pre", lines);
                if let Some(contents) = template_contents.borrow().as_ref() {
                    write_node(contents, depth + 1, verbatim, lines);
                }
            }
            NodeData::Doctype { name, .. } => lines.push(format!("doctype {name}")),
            _ => {}
        }
    }
}

/// Class lists and the like are lists of words; other white space counts.
fn meaning(value: &str) -> String {
    value.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace(", ", ",")
}

fn is_edge(sibling: Option<&Handle>, parent: &Handle) -> bool {
    match sibling {
        Some(node) => is_block(node),
        None => is_block(parent),
    }
}

fn is_block(node: &Handle) -> bool {
    match &node.data {
        NodeData::Element { name, .. } => BLOCKS.contains(&&*name.local),
        NodeData::Document => true,
        _ => false,
    }
}

fn folded(text: &str, edge_before: bool, edge_after: bool) -> String {
    let folded = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    if folded.is_empty() {
        return if edge_before || edge_after { String::new() } else { " ".to_owned() };
    }
    let starts = !edge_before && text.starts_with(|c: char| c.is_ascii_whitespace());
    let ends = !edge_after && text.ends_with(|c: char| c.is_ascii_whitespace());
    [if starts { " " } else { "" }, &folded, if ends { " " } else { "" }].concat()
}

/// The comparison itself can fail.
#[test]
fn a_lost_space_or_attribute_is_noticed() {
    let page = "<p>a <b>x</b> <i>y</i></p>";
    assert_eq!(outline("<p> a\n<b>x</b> <i>y</i>\n</p>"), outline(page));
    assert_ne!(outline("<p>a <b>x</b><i>y</i></p>"), outline(page));
    assert_ne!(outline("<p class=z>a <b>x</b> <i>y</i></p>"), outline(page));
}
