//! Links that open a file at a line in an editor.

use std::{path::Path, str::FromStr};

use crate::model::percent_encode;

/// An address that contains `{path}`, `{line}` and `{column}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

/// Editors that are known by name. Editors that are built on the same one share the form of its
/// address.
const KNOWN: [(&str, &str); 11] = [
    ("vscode", "vscode://file{path}:{line}:{column}"),
    ("vscode-insiders", "vscode-insiders://file{path}:{line}:{column}"),
    ("vscodium", "vscodium://file{path}:{line}:{column}"),
    ("cursor", "cursor://file{path}:{line}:{column}"),
    ("windsurf", "windsurf://file{path}:{line}:{column}"),
    ("zed", "zed://file{path}:{line}:{column}"),
    ("idea", "idea://open?file={path}&line={line}&column={column}"),
    ("webstorm", "webstorm://open?file={path}&line={line}&column={column}"),
    ("sublime", "subl://open?url=file://{path}&line={line}&column={column}"),
    ("textmate", "txmt://open?url=file://{path}&line={line}&column={column}"),
    ("macvim", "mvim://open?url=file://{path}&line={line}&column={column}"),
];

impl Default for Editor {
    fn default() -> Self {
        Editor(KNOWN[0].1.to_owned())
    }
}

impl FromStr for Editor {
    type Err = String;

    /// Reads a known name or an address with `{path}` in it.
    fn from_str(written: &str) -> Result<Editor, String> {
        let editor = KNOWN.iter().find(|(name, _)| *name == written);
        match editor {
            Some((_, address)) => Ok(Editor((*address).to_owned())),
            None if is_address(written) => Ok(Editor(written.to_owned())),
            None => {
                let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
                Err(format!(
                    "{}, or an address such as my-editor://{{path}}:{{line}}",
                    names.join(", ")
                ))
            }
        }
    }
}

/// Returns whether the text is an address with a scheme that cannot run a script.
fn is_address(written: &str) -> bool {
    let Some((scheme, _)) = written.split_once(':') else { return false };
    let plain = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    let script = ["javascript", "data", "vbscript"].contains(&scheme.to_ascii_lowercase().as_str());
    plain && !scheme.is_empty() && !script && written.contains("{path}")
}

impl Editor {
    /// Returns the address that opens `file` at a line and column, both counted from 1.
    pub fn link(&self, file: &Path, line: usize, column: usize) -> String {
        let path = file.to_string_lossy().replace('\\', "/");
        let slash = if path.starts_with('/') { "" } else { "/" };
        self.0
            .replace("{path}", &[slash, &percent_encode(&path)].concat())
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_file_line_and_column() {
        let file = Path::new("/home/편집/a b.en.md");
        assert_eq!(
            Editor::default().link(file, 3, 7),
            "vscode://file/home/%ED%8E%B8%EC%A7%91/a%20b.en.md:3:7"
        );
        let own: Editor = "x-edit://{path}#{line}".parse().expect("an address");
        assert_eq!(own.link(Path::new("/a"), 1, 1), "x-edit:///a#1");
    }

    #[test]
    fn scripts_are_no_editors() {
        for written in ["javascript:alert('{path}')", "vim", "x://nothing"] {
            assert!(written.parse::<Editor>().is_err(), "{written}");
        }
    }
}
