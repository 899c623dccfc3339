//! The scripts that make a release: every script in `.github/scripts` is run here unchanged, on
//! the real program. Workflows call only these scripts and cargo.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::{Ran, TestSite, guide, program};

/// The notices about the work of others, whose code is that of the example.
#[allow(dead_code)]
#[path = "../examples/notices.rs"]
mod notices;

const SCRIPTS: [&str; 8] = [
    "guide.sh",
    "image.sh",
    "install.sh",
    "oldest-rust.sh",
    "package.sh",
    "release-notes.sh",
    "release.sh",
    "smoke.sh",
];

/// The first release, which the changelog describes.
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

fn own_program() -> String {
    program().get_program().to_string_lossy().into_owned()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder in which scripts run, with programs of its own that come before those of the
/// machine.
struct Workplace {
    site: TestSite,
    variables: Vec<(&'static str, String)>,
}

impl Workplace {
    fn new() -> Workplace {
        let workplace = Workplace { site: TestSite::empty(), variables: Vec::new() };
        fs::create_dir(workplace.path("bin")).expect("a folder");
        workplace
    }

    fn path(&self, path: &str) -> PathBuf {
        self.site.path(path)
    }

    fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.variables.push((name, value.into()));
    }

    /// Replaces a program with a shell script.
    #[cfg(unix)]
    fn stand_in(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt;
        let path = format!("bin/{name}");
        self.site.write(&path, format!("#!/bin/sh\n{script}\n"));
        fs::set_permissions(self.path(&path), fs::Permissions::from_mode(0o755)).expect("rights");
    }

    fn run(&self, script: &str, arguments: &[&str]) -> Ran {
        assert!(SCRIPTS.contains(&script), "{script} is not listed");
        let own = Path::new(program().get_program()).parent().expect("a folder").to_owned();
        let others = std::env::var("PATH").expect("a path");
        let path = format!("{}:{}:{others}", self.path("bin").display(), own.display());
        let mut command = Command::new(root().join(".github/scripts").join(script));
        command.current_dir(self.site.root()).args(arguments).env("PATH", path);
        command.env("LC_ALL", "C.UTF-8").envs(self.variables.iter().map(|(k, v)| (k, v)));
        Ran::from(command.output().expect("the script runs"))
    }

    fn succeeds(&self, script: &str, arguments: &[&str]) -> Ran {
        let ran = self.run(script, arguments);
        assert_eq!(ran.code, 0, "{script} {arguments:?}: {}{}", ran.stdout, ran.stderr);
        ran
    }

    /// Packs the program for `targets`, and makes a release of the archives. Returns the folder
    /// of releases in the layout of a host. Instead of the program itself, a script that calls
    /// it is packed, which is faster.
    fn release(&self, targets: &[&str]) -> String {
        self.stand_in("gh", "printf '%s\\n' \"$@\" > ../gh-arguments");
        self.stand_in("giljabi", &format!("exec '{}' \"$@\"", own_program()));
        self.site.write("notices.md", "Notices.\n");
        for target in targets {
            self.succeeds("package.sh", &[target, "bin/giljabi", "notices.md", "dist"]);
        }
        self.succeeds("release.sh", &[TAG, "dist"]);
        let releases = self.path("releases");
        for place in [format!("download/{TAG}"), "latest/download".to_owned()] {
            fs::create_dir_all(releases.join(&place)).expect("a folder");
            for entry in fs::read_dir(self.path("dist")).expect("archives").flatten() {
                let to = releases.join(&place).join(entry.file_name());
                fs::copy(entry.path(), to).expect("a copy");
            }
        }
        format!("file://{}", releases.display())
    }
}

#[test]
fn every_script_is_run_here() {
    let entries = fs::read_dir(root().join(".github/scripts")).expect("scripts");
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort_unstable();
    assert_eq!(names, SCRIPTS);
}

/// Returns the commands of a workflow or an action.
fn commands(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let runs = text.lines().filter_map(|line| {
        let (before, command) = line.split_once("run: ")?;
        before.trim_start_matches([' ', '-']).is_empty().then(|| command.to_owned())
    });
    let runs: Vec<String> = runs.collect();
    // A block of commands should be a script of its own.
    assert!(!runs.iter().any(|run| run.starts_with(['|', '>'])), "{}", path.display());
    runs
}

#[test]
fn workflows_call_scripts_and_cargo() {
    let workflows = fs::read_dir(root().join(".github/workflows")).expect("workflows").flatten();
    let files = workflows.map(|entry| entry.path()).chain([root().join("action.yml")]);
    let mut called = Vec::new();
    for file in files {
        for command in commands(&file) {
            let script = SCRIPTS.into_iter().find(|script| {
                let name = format!(".github/scripts/{script}");
                command.starts_with(&name)
                    || command.starts_with(&format!("'\"$GITHUB_ACTION_PATH/{name}\""))
            });
            called.extend(script);
            let others = ["cargo ", "rustup target add", "sudo apt-get", ".ci/run", "echo "];
            let is_plain = others.iter().any(|other| command.starts_with(other));
            assert!(script.is_some() || is_plain, "{}: {command}", file.display());
        }
    }
    // The missing one is called by another script.
    let missing: Vec<&str> =
        SCRIPTS.into_iter().filter(|script| !called.contains(script)).collect();
    assert_eq!(missing, ["release-notes.sh"]);
}

#[test]
fn a_new_guide_passes_the_smoke_test() {
    Workplace::new().succeeds("smoke.sh", &[&own_program()]);
    // A program that fails is noticed.
    let workplace = Workplace::new();
    workplace.stand_in("broken", "exit 3");
    let broken = workplace.path("bin/broken").display().to_string();
    assert_ne!(workplace.run("smoke.sh", &[&broken]).code, 0);
}

#[test]
fn a_release_is_packed_drafted_and_installed() {
    let mut workplace = Workplace::new();
    let releases = workplace.release(&["x86_64-unknown-linux-musl", "x86_64-pc-windows-msvc"]);
    let said = workplace.site.read("gh-arguments");
    for word in ["release", "create", TAG, "--draft", "SHA256SUMS"] {
        assert!(said.lines().any(|line| line == word), "{word}: {said}");
    }
    let packed = format!("giljabi-{TAG}-x86_64-unknown-linux-musl");
    let listed = listed_files(&workplace.path(&format!("dist/{packed}.tar.gz")));
    for file in [
        "giljabi",
        "README.md",
        "README.ko.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "THIRD-PARTY-NOTICES.md",
        "completions/_giljabi",
        "completions/giljabi.fish",
        "man/ko/man1/giljabi.1",
    ] {
        assert!(listed.lines().any(|line| line == format!("{packed}/{file}")), "{file}: {listed}");
    }
    workplace.set("GILJABI_RELEASES", releases);
    for (version, folder) in [(TAG, "tagged"), ("latest", "latest"), ("own", "own")] {
        let ran = workplace.succeeds("install.sh", &[version, folder]);
        assert_eq!(ran.stdout.trim(), format!("giljabi {}", env!("CARGO_PKG_VERSION")));
    }
    let none = workplace.run("install.sh", &["v9.9.9", "none"]);
    assert_ne!(none.code, 0);
    assert!(!workplace.path("none").exists());
}

fn listed_files(archive: &Path) -> String {
    let output = Command::new("tar").arg("-tzf").arg(archive).output().expect("tar runs");
    String::from_utf8(output.stdout).expect("names")
}

#[test]
fn an_archive_that_was_changed_is_not_installed() {
    let mut workplace = Workplace::new();
    let releases = workplace.release(&["x86_64-unknown-linux-musl"]);
    let archive =
        format!("releases/latest/download/giljabi-{TAG}-x86_64-unknown-linux-musl.tar.gz");
    let mut bytes = fs::read(workplace.path(&archive)).expect("the archive");
    bytes.push(0);
    workplace.site.write(&archive, bytes);
    workplace.set("GILJABI_RELEASES", releases);
    let ran = workplace.run("install.sh", &["latest", "here"]);
    assert_ne!(ran.code, 0);
    assert!(ran.stderr.contains("is not what SHA256SUMS of the release says"), "{}", ran.stderr);
    assert!(!workplace.path("here").exists());
}

#[test]
fn a_machine_gets_its_program_or_advice_on_compiling_one() {
    let mut workplace = Workplace::new();
    let releases = workplace.release(&["aarch64-apple-darwin", "x86_64-pc-windows-msvc"]);
    workplace.set("GILJABI_RELEASES", releases);
    for (machine, finds) in
        [("Darwin-arm64", true), ("MINGW64_NT-10.0-x86_64", true), ("Linux-x86_64", false)]
    {
        let (system, processor) = machine.rsplit_once('-').expect("two parts");
        workplace.stand_in(
            "uname",
            &format!("case $1 in -s) echo {system} ;; *) echo {processor} ;; esac"),
        );
        // Python unpacks the archive if there is no unzip.
        workplace.stand_in("unzip", "python3 -m zipfile -e \"$2\" . && chmod +x giljabi-*/giljabi");
        let ran = workplace.run("install.sh", &[TAG, machine]);
        let unpacked = workplace.path(machine).join("giljabi").exists();
        assert_eq!(unpacked, finds, "{machine}: {}", ran.stderr);
        if !finds {
            assert!(ran.stderr.contains("has no program for"), "{}", ran.stderr);
        }
    }
    workplace.stand_in("uname", "echo Plan9");
    let ran = workplace.run("install.sh", &[TAG, "here"]);
    assert!(ran.stderr.contains("cargo install --locked --git"), "{}", ran.stderr);
}

#[test]
fn a_tag_that_differs_from_the_version_makes_no_release() {
    let workplace = Workplace::new();
    let notes = workplace.succeeds("release-notes.sh", &[TAG]);
    assert!(notes.stdout.contains("first version"), "{}", notes.stdout);
    assert!(!notes.stdout.contains("## "), "{}", notes.stdout);
    let ran = workplace.run("release-notes.sh", &["v9.9.9"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("Cargo.toml has version"), "{}", ran.stderr);
}

#[test]
fn the_image_is_made_of_what_the_containerfile_copies() {
    let workplace = Workplace::new();
    workplace.release(&["x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl"]);
    workplace.succeeds("image.sh", &[TAG, "dist", "image"]);
    let containerfile = fs::read_to_string(root().join("Containerfile")).expect("the file");
    let copies = containerfile.lines().filter_map(|line| line.strip_prefix("COPY "));
    let sources = copies.flat_map(|copy| copy.split(' ').rev().skip(1).collect::<Vec<_>>());
    let sources: Vec<&str> = sources.collect();
    assert_eq!(sources.len(), 4);
    for processor in ["amd64", "arm64"] {
        for source in &sources {
            let path = source.replace("${TARGETARCH}", processor);
            assert!(workplace.path("image").join(&path).is_file(), "{path}");
        }
    }
}

#[test]
fn the_oldest_rust_is_the_declared_one() {
    let workplace = Workplace::new();
    for name in ["rustup", "cargo"] {
        workplace.stand_in(name, &format!("echo {name} \"$@\""));
    }
    let ran = workplace.succeeds("oldest-rust.sh", &[]);
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let version = manifest.lines().find_map(|line| line.strip_prefix("rust-version = \""));
    let version = version.and_then(|rest| rest.strip_suffix('"')).expect("a version");
    let expected = format!(
        "rustup toolchain install {version} --profile minimal\ncargo +{version} check --locked\n"
    );
    assert_eq!(ran.stdout, expected);
}

#[test]
fn the_action_annotates_problems_and_builds_what_has_none() {
    let mut workplace = Workplace::new();
    workplace.set("GUIDE_ROOT", "lunch guide");
    let begun = workplace.site.run_in("en_US.UTF-8", &["init", "lunch guide"]);
    assert_eq!(begun.code, 0, "{}", begun.stderr);
    workplace.set("GUIDE_BASE_URL", "https://owner.example/lunch");
    workplace.set("GUIDE_TRANSLATIONS", "stale,missing");
    workplace.set("GUIDE_OUT", "built");
    workplace.succeeds("guide.sh", &[]);
    let page = workplace.site.read("built/en/index.html");
    assert!(page.contains("https://owner.example/lunch/en/"), "{page}");

    workplace.site.write(
        "lunch guide/content/guides/broken.en.md",
        guide("Broken", "", "[nowhere](nowhere.md)"),
    );
    let ran = workplace.run("guide.sh", &[]);
    assert_eq!(ran.code, 1);
    let all = ran.stdout + &ran.stderr;
    assert!(all.contains("::error file=lunch guide/content/guides/broken.en.md,line="), "{all}");
}

#[test]
fn the_authors_of_compiled_packages_are_named() {
    let text = notices::notices_for(None).expect("notices");
    for name in ["pulldown-cmark", "lightningcss-derive", "resvg", "oxc_parser", "tera"] {
        assert!(text.contains(&format!("\n- {name} ")), "{name}");
    }
    for words in [
        "SIL OPEN FONT LICENSE Version 1.1",
        "## Syntaxes of code",
        "Mozilla Public License Version 2.0",
        "Permission is hereby granted, free of charge",
    ] {
        assert!(text.contains(words), "{words}");
    }
    // Packages that only tests use are not in the program.
    for name in ["proptest", "fantoccini"] {
        assert!(!text.contains(&format!("\n- {name} ")), "{name}");
    }
}
