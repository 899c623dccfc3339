//! Rebuilds when a built-in template or static file comes, goes or changes.

fn main() {
    for folder in ["templates", "static"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
