//! The rules of the architecture that the compiler does not check: which layer may use which,
//! no circles between files, no code after tests, no disk access in the stages.

mod modules;
mod rust_text;

use std::{collections::BTreeMap, fs, path::Path};

use modules::{Arrows, Module, area, arrows, circles};

/// The lower layers in their order: each may use those before it.
const GROUND: &[&str] = &[
    "cache",
    "nesting",
    "xml_prolog",
    "css",
    "span",
    "lang",
    "unicode",
    "quotation",
    "typesetting",
    "literal",
    "markup",
    "colour",
    "palette",
    "fluent",
    "vocabulary",
    "diag",
    "math",
    "i18n",
    "schema",
    "diagram",
    "model",
    "source",
    "error",
    "ledger",
    "markdown",
    "highlight",
    "fonts",
];
/// The stages: each may use the lower layers, but no other stage.
const STAGES: &[&str] = &["parse", "resolve", "render", "theme", "search"];
/// The edges: disk, network and terminal.
const EDGES: &[&str] = &["load", "write", "report", "serve", "cli"];

#[test]
fn arrows_point_down() {
    let wrong = upward(&arrows(&sources()));
    assert!(wrong.is_empty(), "arrows that lead up:\n{}", wrong.join("\n"));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let arrows = arrows(&sources());
    let wrong = circles(&arrows);
    let shown = wrong.iter().map(|circle| arrows_within(&arrows, circle));
    assert!(wrong.is_empty(), "circles:\n{}", shown.collect::<Vec<_>>().join("\n"));
}

#[test]
fn only_the_pipeline_uses_all_stages() {
    for (user, used) in arrows(&sources()) {
        let stages = STAGES.iter().filter(|stage| used.iter().any(|name| area(name) == **stage));
        assert!(stages.count() < STAGES.len() || area(&user) == "pipeline", "{user}");
    }
}

#[test]
fn stages_touch_no_disk_clock_or_environment() {
    for module in sources() {
        if EDGES.contains(&module.area()) || module.name == "main" {
            continue;
        }
        for word in ["std::fs", "std::env::", "Instant", "SystemTime", "println!", "std::net"] {
            assert!(!module.code.contains(word), "{} contains {word}", module.file);
        }
    }
}

#[test]
fn a_type_name_occurs_once() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for module in sources() {
        for name in type_names(&module.code) {
            files.entry(name.to_owned()).or_default().push(module.file.clone());
        }
    }
    files.retain(|_, files| files.len() > 1);
    assert!(files.is_empty(), "type names that occur more than once: {files:#?}");
}

#[test]
fn tests_stand_at_the_end_of_a_file() {
    let wrong = sources().into_iter().filter(|module| module.code_follows_tests);
    let wrong: Vec<_> = wrong.map(|module| module.file).collect();
    assert!(wrong.is_empty(), "code follows the tests in {wrong:?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    for (file, text) in files() {
        let first = text.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
        assert!(first.starts_with("//! "), "{file} begins with: {first}");
    }
}

/// Returns the arrows that lead from a layer to one that it must not use.
fn upward(arrows: &Arrows) -> Vec<String> {
    let all = arrows.iter().flat_map(|(user, used)| used.iter().map(move |used| (user, used)));
    let wrong = all.filter(|(user, used)| !may_use(area(user), area(used)));
    wrong.map(|(user, used)| format!("{user} -> {used}")).collect()
}

/// Returns the names of the types that a file defines, except associated types.
fn type_names(code: &str) -> impl Iterator<Item = &str> {
    let definitions = code.lines().filter(|line| !line.starts_with(' '));
    definitions.filter_map(|line| {
        let keywords = ["struct ", "enum ", "trait ", "type "];
        let (_, rest) = keywords.iter().find_map(|keyword| line.split_once(keyword))?;
        rest.split(|c: char| !c.is_alphanumeric()).next()
    })
}

fn may_use(user: &str, used: &str) -> bool {
    let is = |areas: &[&str]| areas.contains(&used);
    if user == used {
        return true;
    }
    match user {
        user if GROUND.contains(&user) => {
            GROUND.iter().take_while(|area| **area != user).any(|area| *area == used)
        }
        user if STAGES.contains(&user) => is(GROUND),
        "pipeline" => is(GROUND) || is(STAGES) || used == "scaffold",
        "load" | "write" | "report" => is(GROUND) || used == "pipeline",
        "serve" => is(GROUND) || is(&["pipeline", "load", "report"]),
        "scaffold" => is(GROUND),
        "cli" => !is(&["resolve", "render", "theme"]),
        "main" | "" => true,
        _ => false,
    }
}

fn arrows_within(arrows: &Arrows, circle: &[String]) -> String {
    let line = |name: &String| {
        let used = arrows[name].iter().filter(|used| circle.contains(used));
        format!("  {name} -> {}", used.cloned().collect::<Vec<_>>().join(", "))
    };
    circle.iter().map(line).collect::<Vec<_>>().join("\n") + "\n"
}

/// Returns the path below `src` and the text of every source file, without files that contain
/// only tests.
fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(&root).sort_by_file_name() {
        let entry = entry.expect("a readable folder");
        let path = entry.path().strip_prefix(&root).expect("below src").display().to_string();
        let is_test = path.split('/').any(|part| part == "tests" || part == "tests.rs");
        if path.ends_with(".rs") && !is_test {
            all.push((path, fs::read_to_string(entry.path()).expect("a readable file")));
        }
    }
    assert!(all.len() > 30, "the sources were found");
    all
}

fn sources() -> Vec<Module> {
    files().iter().map(|(file, text)| Module::new(file, text)).collect()
}

/// Each rule finds a violation of it.
mod bad_examples {
    use super::*;

    fn crate_of(files: &[(&str, &str)]) -> Vec<Module> {
        files.iter().map(|(file, text)| Module::new(file, text)).collect()
    }

    fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        circles(&arrows(&crate_of(files)))
    }

    #[test]
    fn types_are_found_by_their_definitions() {
        let code =
            "pub enum A { B }\nstruct C(D);\ntype E<T> = F<T>;\nimpl A {\n    type G = H;\n}";
        assert_eq!(type_names(code).collect::<Vec<_>>(), ["A", "C", "E"]);
    }

    #[test]
    fn a_circle_inside_a_folder_is_found() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod b; mod c; mod d; pub use b::B; pub use d::D;"),
            ("a/b.rs", "use super::c::f; pub struct B;"),
            ("a/c.rs", "pub fn f(d: super::D) {}"),
            ("a/d.rs", "use super::B; pub struct D(B);"),
        ];
        assert_eq!(circles_of(&files), [["a::b", "a::c", "a::d"]]);
    }

    #[test]
    fn a_child_may_use_its_parent_but_not_through_others() {
        let mut files = vec![
            ("lib.rs", "mod a; mod c;"),
            ("a/mod.rs", "mod b; pub struct A; fn f() { b::g() }"),
            ("a/b.rs", "pub fn g() { let _ = super::A; }"),
            ("c.rs", "fn f(a: crate::a::A) {}"),
        ];
        assert_eq!(circles_of(&files), Vec::<Vec<String>>::new());
        files[1].1 = "mod b; pub struct A; fn f() { b::g(); crate::c::f() }";
        assert_eq!(circles_of(&files), [["a", "a::b", "c"]]);
    }

    #[test]
    fn a_parent_that_re_exports_is_in_no_circle() {
        let files = [
            ("lib.rs", "mod a; mod e;"),
            ("a/mod.rs", "mod b; mod c; pub use b::B; pub use c::C as D;"),
            ("a/b.rs", "pub struct B;"),
            ("a/c.rs", "use super::B; pub struct C(B);"),
            ("e.rs", "use crate::a; fn f(b: a::B, d: a::D) {}"),
        ];
        assert_eq!(circles_of(&files), Vec::<Vec<String>>::new());
        let arrows = arrows(&crate_of(&files));
        assert!(arrows["e"].iter().eq(["a::b", "a::c"]), "{arrows:?}");
    }

    #[test]
    fn circles_through_tests_are_allowed() {
        let files = [
            ("lib.rs", "mod a; mod b;"),
            ("a.rs", "pub struct A;\n#[cfg(test)]\nmod tests { use crate::b::B; }"),
            ("b.rs", "pub struct B(crate::a::A); // crate::b::c"),
        ];
        assert_eq!(circles_of(&files), Vec::<Vec<String>>::new());
    }

    #[test]
    fn arrows_upwards_are_found() {
        let files = [
            ("lib.rs", ""),
            ("model/mod.rs", "mod site; pub use site::Site;"),
            ("model/site.rs", "use crate::{ledger::{Entry, Ledger}, source}; pub struct Site;"),
            ("ledger/mod.rs", "pub struct Ledger; pub struct Entry;"),
            ("source.rs", "use crate::model::Site;"),
            ("parse.rs", "use crate::{model, resolve::Index}; fn f(s: model::Site) {}"),
            ("resolve.rs", "pub struct Index;"),
        ];
        let wrong = upward(&arrows(&crate_of(&files)));
        assert_eq!(wrong, ["model::site -> ledger", "parse -> resolve"]);
    }

    #[test]
    fn code_after_a_test_module_is_found() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}\n";
        assert!(Module::new("a.rs", text).code_follows_tests);
    }
}
