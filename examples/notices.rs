//! Writes the notices about the work of others that is compiled into the program: crates,
//! fonts, syntaxes and colour schemes, each with the text of its licence.
//!
//! `cargo run --release --example notices -- [TARGET] > notices.md`
//!
//! The list depends on the target; the default is this machine's.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde::Deserialize;
use two_face::acknowledgement::{self, License};

/// The packages, as `cargo metadata` describes them.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Graph,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    authors: Vec<String>,
    manifest_path: PathBuf,
}

/// The packages that each package uses.
#[derive(Deserialize)]
struct Graph {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    /// `dev` or `build`; `None` if it is compiled into the program.
    kind: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    print!("{}", notices_for(std::env::args().nth(1))?);
    Ok(())
}

/// Returns the notices of the program for `target`, by default for this machine.
pub fn notices_for(target: Option<String>) -> Result<String, Box<dyn Error>> {
    let target = match target {
        Some(target) => target,
        None => own_target()?,
    };
    let arguments = ["metadata", "--format-version=1", "--locked", "--filter-platform", &target];
    let metadata = run(Command::new(env!("CARGO")).args(arguments))?;
    let metadata: Metadata = serde_json::from_slice(&metadata.stdout)?;
    notices(&metadata)
}

fn own_target() -> Result<String, Box<dyn Error>> {
    let said = run(Command::new("rustc").arg("-vV"))?;
    let said = String::from_utf8(said.stdout)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc names no host")?.to_owned())
}

fn run(command: &mut Command) -> Result<Output, Box<dyn Error>> {
    let output = command.output()?;
    match output.status.success() {
        true => Ok(output),
        false => Err(String::from_utf8_lossy(&output.stderr).into()),
    }
}

fn notices(metadata: &Metadata) -> Result<String, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::from(
        "# Third-party notices\n\nThe program contains the work of others, named below with \
         their licences. The sources of each crate are at the address beside its name, and on \
         crates.io.\n",
    );
    crates(metadata, &mut text)?;
    text.push_str("\n## Fonts of preview images\n\n");
    text.push_str(
        "`Giljabi Sans KR`, made from Pretendard 1.3.9 (© Kil Hyung-jin), and \
         `Giljabi Hanja KR`, made from Noto Sans CJK KR 2.004 (© Adobe).\n",
    );
    fence(&fs::read_to_string(root.join("fonts/OFL.txt"))?, &mut text);
    let listing = acknowledgement::listing();
    text.push_str("\n## Syntaxes of code, from bat and two-face\n");
    listing.for_syntaxes().iter().for_each(|license| acknowledge(license, &mut text));
    text.push_str("\n## Colour schemes of code, from bat and two-face\n");
    listing.for_themes().iter().for_each(|license| acknowledge(license, &mut text));
    Ok(text)
}

/// Writes the text of a licence below the path that two-face gives it.
fn acknowledge(license: &License, text: &mut String) {
    let path = license.rel_path.display();
    let _ = write!(text, "\n### {path}\n");
    fence(&license.text, text);
}

/// Writes each text of a licence once, below the names of the crates that have it. A crate
/// without a text gets that of another with the same licence, with the names of its own
/// authors.
fn crates(metadata: &Metadata, text: &mut String) -> Result<(), Box<dyn Error>> {
    let used = compiled_in(&metadata.resolve);
    let mut texts: BTreeMap<Vec<String>, Vec<&Package>> = BTreeMap::new();
    let mut without = Vec::new();
    for package in metadata.packages.iter().filter(|package| used.contains(&*package.id)) {
        match license_texts(package)? {
            files if files.is_empty() => without.push(package),
            files => texts.entry(files).or_default().push(package),
        }
    }
    let mut borrowed: BTreeMap<Vec<String>, Vec<&Package>> = BTreeMap::new();
    for package in without {
        let alike = |(_, others): &(&Vec<String>, &Vec<&Package>)| {
            others.iter().any(|other| other.has_license_of(package))
        };
        let (files, _) = texts.iter().find(alike).ok_or_else(|| {
            format!("{} has no text of its licence, and no other crate has it", package.name)
        })?;
        let files = files.iter().map(|file| without_holders(file)).collect();
        borrowed.entry(files).or_default().push(package);
    }
    text.push_str("\n## Crates\n");
    for (files, packages) in texts.iter().chain(&borrowed) {
        text.push('\n');
        packages.iter().for_each(|package| package.write_entry(text));
        files.iter().for_each(|file| fence(file, text));
    }
    Ok(())
}

impl Package {
    /// Returns whether both packages are offered under the same licences, however they are written:
    /// `MIT/Apache-2.0` is `MIT OR Apache-2.0`.
    fn has_license_of(&self, other: &Package) -> bool {
        let offered = |package: &Package| -> Vec<String> {
            let license = package.license.as_deref().unwrap_or_default().replace('/', " OR ");
            license.split(" OR ").map(|one| one.trim().to_owned()).collect()
        };
        offered(self)[..] == offered(other)[..]
    }

    /// Writes the lines that name the package, its licence and its authors.
    fn write_entry(&self, text: &mut String) {
        let license = self.license.as_deref().unwrap_or("see below");
        let place = self.repository.as_deref().unwrap_or("crates.io");
        let _ = writeln!(text, "- {} {} ({license}), {place}", self.name, self.version);
        if !self.authors.is_empty() {
            let _ = writeln!(text, "  © {}", self.authors.join(", "));
        }
    }
}

/// Returns the text of a licence without the lines about the copyright holders.
fn without_holders(text: &str) -> String {
    let is_holder = |line: &&str| line.trim_start().to_lowercase().starts_with("copyright");
    text.lines().filter(|line| !is_holder(line)).collect::<Vec<_>>().join("\n")
}

/// Returns the packages that are compiled into the program, without those for tests and build
/// scripts.
fn compiled_in(graph: &Graph) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Node> = graph.nodes.iter().map(|node| (&*node.id, node)).collect();
    let (mut used, mut open) = (BTreeSet::new(), vec![&*graph.root]);
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).into_iter().flat_map(|node| &node.deps) {
            let is_compiled_in = dependency.dep_kinds.iter().any(|kind| kind.kind.is_none());
            if is_compiled_in && used.insert(&*dependency.pkg) {
                open.push(&dependency.pkg);
            }
        }
    }
    used
}

/// How the names of files with the text of a licence begin.
const LICENSE_NAMES: [&str; 5] = ["LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// Returns the texts of the licences in the package's folder. If there is a choice that
/// includes the MIT licence, only that one is returned: it is the shortest.
fn license_texts(package: &Package) -> Result<Vec<String>, Box<dyn Error>> {
    let folder = package.manifest_path.parent().ok_or("a manifest without a folder")?;
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if entry.file_type()?.is_file() && LICENSE_NAMES.iter().any(|word| name.starts_with(word)) {
            files.push((name, entry.path()));
        }
    }
    files.sort();
    let license = package.license.as_deref().unwrap_or_default();
    let may_choose = !license.contains("AND") && license.contains("MIT");
    let chosen = files.iter().find(|(name, _)| may_choose && name.contains("MIT"));
    let paths = match chosen {
        Some((_, path)) => vec![path],
        None => files.iter().map(|(_, path)| path).collect(),
    };
    let text = |path: &PathBuf| Ok(fs::read_to_string(path)?.replace('\r', "").trim().to_owned());
    paths.into_iter().map(text).collect()
}

/// Writes `body` as a block of text.
fn fence(body: &str, text: &mut String) {
    let _ = write!(text, "\n````text\n{}\n````\n", body.trim());
}
