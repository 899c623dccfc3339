//! The house rules that a compiler does not check: which room may use which.

use std::{fs, path::Path};

/// Rooms from the ground up: each may use those before it and itself.
const GROUND: &[&str] = &[
    "span",
    "lang",
    "unicode",
    "typesetting",
    "markup",
    "diag",
    "i18n",
    "fields",
    "diagram",
    "model",
    "source",
    "error",
    "ledger",
    "markdown",
    "highlight",
    "fonts",
    "minify",
];
const STAGES: &[&str] = &["parse", "resolve", "render"];
const EDGES: &[&str] = &["load", "write", "report", "serve", "cli"];

#[test]
fn arrows_point_down() {
    for (room, file, text) in rooms() {
        for used in uses(&text) {
            assert!(allowed(&room, &used), "{file} ({room}) uses {used}");
        }
    }
}

#[test]
fn only_the_pipeline_names_all_stages() {
    for (room, file, text) in rooms() {
        let named = STAGES.iter().filter(|stage| uses(&text).contains(&(**stage).to_owned()));
        let named = named.count();
        assert!(named < STAGES.len() || room == "pipeline", "{file} names {named} stages");
    }
}

#[test]
fn stages_touch_no_disk_clock_or_environment() {
    for (room, file, text) in rooms() {
        if EDGES.contains(&room.as_str()) || room == "main" {
            continue;
        }
        for word in ["std::fs", "std::env::", "Instant", "SystemTime", "println!", "std::net"] {
            assert!(!text.contains(word), "{file} contains {word}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (_, file, text) in rooms() {
        let first = text.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
        assert!(first.starts_with("//! "), "{file} begins with: {first}");
    }
}

fn allowed(room: &str, used: &str) -> bool {
    let is = |rooms: &[&str]| rooms.contains(&used);
    if room == used {
        return true;
    }
    match room {
        room if GROUND.contains(&room) => is(GROUND),
        room if STAGES.contains(&room) => is(GROUND),
        "pipeline" => is(GROUND) || is(STAGES),
        "load" | "write" | "report" => is(GROUND) || used == "pipeline",
        "serve" => is(GROUND) || is(&["pipeline", "load", "report"]),
        "cli" => !is(&["resolve", "render"]),
        "main" | "lib" => true,
        _ => false,
    }
}

/// Room, path and text of every source file, without its tests.
fn rooms() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(&root) {
        let entry = entry.expect("a readable folder");
        let path = entry.path().strip_prefix(&root).expect("below src").display().to_string();
        let Some(stem) = path.strip_suffix(".rs") else { continue };
        let room = stem.split('/').next().unwrap_or_default().to_owned();
        let text = fs::read_to_string(entry.path()).expect("a readable file");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
        all.push((room, path.clone(), text));
    }
    assert!(all.len() > 30, "the sources were found");
    all
}

/// The rooms that a file names: `crate::room…` and the members of `crate::{…}`.
fn uses(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut rooms = Vec::new();
    for part in code.split("crate::").skip(1) {
        match part.strip_prefix('{') {
            Some(list) => rooms.extend(members(list)),
            None => rooms.push(first_name(part)),
        }
    }
    rooms
}

/// The first names of the members of a brace list that has just been opened.
fn members(list: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (1, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if (c == ',' && depth == 1) || depth == 0 {
            names.push(first_name(list[start..at].trim()));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
