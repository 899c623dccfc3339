//! Lists the built-in theme, the guide that `init` creates and the examples of the reference,
//! to compile them into the program: their files become tables of path and bytes, sorted by
//! path.

use std::{
    env,
    fmt::Write,
    fs, io,
    path::{Path, PathBuf},
};

/// The tables, and the folder with the files of each.
const FOLDERS: [(&str, &str); 2] =
    [("src/scaffold/starter", "starter.rs"), ("src/cli/reference/examples", "examples.rs")];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    for folder in ["templates", "static"] {
        list(&root.join(folder), folder, &mut files)?;
    }
    write_table("built_in.rs", files)?;
    for (folder, table) in FOLDERS {
        let mut files = Vec::new();
        list(&root.join(folder), "", &mut files)?;
        write_table(table, files)?;
    }
    for folder in ["templates", "static"].into_iter().chain(FOLDERS.map(|(folder, _)| folder)) {
        println!("cargo::rerun-if-changed={folder}");
    }
    Ok(())
}

/// Writes the table `name`, which the program includes.
fn write_table(name: &str, mut files: Vec<(String, PathBuf)>) -> io::Result<()> {
    files.sort();
    let mut table = String::from("[");
    for (path, file) in files {
        let _ = write!(table, "({path:?}, include_bytes!({file:?}).as_slice()),");
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join(name), table)
}

/// Adds every file below `folder`; `path` is the path of the folder in the table.
fn list(folder: &Path, path: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if path.is_empty() { name } else { format!("{path}/{name}") };
        match entry.file_type()?.is_dir() {
            true => list(&entry.path(), &path, files)?,
            false => files.push((path, entry.path())),
        }
    }
    Ok(())
}
