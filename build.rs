//! Lists the built-in theme, so that the program can bring it along: the files of
//! `templates/` and `static/` become a table of path and bytes, sorted by path.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for folder in ["templates", "static"] {
        println!("cargo::rerun-if-changed={folder}");
        list(&root.join(folder), folder, &mut files)?;
    }
    files.sort();
    let mut table = String::from("[");
    for (path, file) in files {
        let _ = write!(table, "({path:?}, include_bytes!({file:?}).as_slice()),");
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("built_in.rs"), table)
}

/// Adds every file below `folder`, whose path in the theme is `path`.
fn list(folder: &Path, path: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        match entry.file_type()?.is_dir() {
            true => list(&entry.path(), &path, files)?,
            false => files.push((path, entry.path())),
        }
    }
    Ok(())
}
