//! Highlights code: the known languages, the classes of tokens, and their stylesheet.
//!
//! `syntect` finds scopes, and each token gets the class for the role of its scope. Pages
//! contain only classes; the colours come from a stylesheet made from a light and a dark theme.

mod highlighter;
mod limits;
mod lines;
mod roles;
mod themes;
mod words;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use syntect::parsing::{Scope, SyntaxReference, SyntaxSet};

pub use highlighter::Highlighter;
pub use limits::is_costly;
use roles::RoleId;
pub use themes::{names as theme_names, stylesheet};
pub use words::{differ_in_words_only, language_name};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(|| {
    limits::limit_steps();
    two_face::syntax::extra_newlines()
});

/// A piece of code with the class of its role; plain text has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub class: Option<&'static str>,
    pub text: &'a str,
}

/// Returns the language that a fence's info string names: its first word, up to a comma.
pub fn language_of(info: &str) -> Option<&str> {
    let token = info.split([' ', '\t', ',', '{']).next()?;
    (!token.is_empty()).then_some(token)
}

/// Words at a fence that ask for plain text, or for something other than code.
const NOT_HIGHLIGHTED: [&str; 12] = [
    "text",
    "txt",
    "plain",
    "plaintext",
    "plain-text",
    "none",
    "nohighlight",
    "output",
    "ascii",
    "math",
    "mermaid",
    "diagram",
];

/// Usual names of languages that have other names in the grammars.
const OTHER_NAMES: [(&str, &str); 49] = [
    ("shell", "bash"),
    ("console", "bash"),
    ("shell-session", "bash"),
    ("shellsession", "bash"),
    ("shellscript", "bash"),
    ("terminal", "bash"),
    ("sh-session", "bash"),
    ("ksh", "bash"),
    ("docker", "dockerfile"),
    ("containerfile", "dockerfile"),
    ("csharp", "cs"),
    ("c#", "cs"),
    ("fsharp", "fs"),
    ("golang", "go"),
    ("python3", "python"),
    ("py3", "python"),
    ("ipython", "python"),
    ("pycon", "python"),
    ("objc", "m"),
    ("objectivec", "m"),
    ("obj-c", "m"),
    ("jsonc", "json"),
    ("json5", "json"),
    ("jsonl", "json"),
    ("ndjson", "json"),
    ("webmanifest", "json"),
    ("node", "js"),
    ("mjs", "js"),
    ("cjs", "js"),
    ("mts", "ts"),
    ("cts", "ts"),
    ("mdx", "markdown"),
    ("kotlin", "kt"),
    ("kts", "kt"),
    ("hcl", "tf"),
    ("terraform", "tf"),
    ("pwsh", "powershell"),
    ("ps1", "powershell"),
    ("makefile", "make"),
    ("c++", "cpp"),
    ("gql", "graphql"),
    ("astro", "html"),
    ("vue-html", "vue"),
    ("htm", "html"),
    ("xhtml", "html"),
    ("yml", "yaml"),
    ("patch", "diff"),
    ("postgresql", "sql"),
    ("mysql", "sql"),
];

/// Returns whether code of this language is highlighted.
pub fn is_highlighted(token: &str) -> bool {
    syntax(token).is_some()
}

/// Returns whether a fence may name this language.
pub fn is_known(token: &str) -> bool {
    NOT_HIGHLIGHTED.contains(&token) || syntax(token).is_some()
}

/// All names of languages (their own and the extensions of their files, in lower case). syntect
/// finds them by going through its list.
static BY_NAME: LazyLock<FxHashMap<String, &SyntaxReference>> = LazyLock::new(|| {
    let mut names = FxHashMap::default();
    // The last definition of an extension wins, as it does in syntect.
    for syntax in SYNTAXES.syntaxes() {
        names.extend(syntax.file_extensions.iter().map(|name| (name.clone(), syntax)));
        names.insert(syntax.name.to_lowercase(), syntax);
    }
    names
});

/// Names that people use for languages at a fence, for suggestions. Rare languages are left
/// out: their names would resemble many typing errors.
const USUAL_NAMES: [&str; 60] = [
    "bash",
    "c",
    "clojure",
    "console",
    "cpp",
    "csharp",
    "css",
    "csv",
    "dart",
    "diff",
    "docker",
    "dockerfile",
    "elixir",
    "erlang",
    "go",
    "golang",
    "graphql",
    "groovy",
    "haskell",
    "html",
    "http",
    "ini",
    "java",
    "javascript",
    "js",
    "json",
    "jsonc",
    "jsx",
    "kotlin",
    "latex",
    "less",
    "lua",
    "make",
    "markdown",
    "nginx",
    "objc",
    "perl",
    "php",
    "powershell",
    "python",
    "r",
    "ruby",
    "rust",
    "sass",
    "scala",
    "scss",
    "sh",
    "shell",
    "sql",
    "svelte",
    "swift",
    "terraform",
    "text",
    "toml",
    "ts",
    "tsx",
    "typescript",
    "vue",
    "xml",
    "yaml",
];

/// Returns the usual name that is at most two letters away from `token`.
pub fn usual_name(token: &str) -> Option<&'static str> {
    let token = token.to_lowercase();
    let near = USUAL_NAMES.iter().chain(&["diagram"]).filter_map(|name| {
        let distance = strsim::damerau_levenshtein(&token, name);
        // In a short name, two letters are most of the name.
        (distance <= 2 && distance * 2 < name.len().max(token.len())).then_some((distance, *name))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, name)| name)
}

fn syntax(token: &str) -> Option<&'static SyntaxReference> {
    if NOT_HIGHLIGHTED.contains(&token) {
        return None;
    }
    let name = token.to_lowercase();
    let lookup = || BY_NAME.get(token).or_else(|| BY_NAME.get(&name)).copied();
    let other = || OTHER_NAMES.iter().find(|(other, _)| *other == name);
    lookup().or_else(|| BY_NAME.get(other()?.1).copied())
}

/// Returns the role of the innermost scope that has one; blank text needs no colour.
fn role_of(scopes: &[Scope], text: &str) -> Option<RoleId> {
    if text.trim().is_empty() {
        return None;
    }
    scopes.iter().rev().find_map(|scope| roles::role_of(*scope))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(language: &str, code: &str) -> String {
        let show = |token: &Token| match token.class {
            Some(class) => format!("⟨{class} {}⟩", token.text),
            None => token.text.to_owned(),
        };
        Highlighter::default().tokens(Some(language), code).iter().map(show).collect()
    }

    #[test]
    fn parts_of_a_program_get_their_roles() {
        assert_eq!(
            shown("toml", "a = \"x\" # y\n"),
            "⟨hl-attr a⟩ ⟨hl-op =⟩ ⟨hl-str \"x\"⟩ ⟨hl-com # y⟩\n"
        );
        assert!(shown("rust", "fn main() { let x = 1; }").contains("⟨hl-fn main⟩"));
    }

    #[test]
    fn tokens_contain_the_whole_code() {
        let code = "if [ -f a ]; then\n\techo \"한글 $x\" # 끝\nfi";
        let highlighter = Highlighter::default();
        for language in ["bash", "json", "rust", "py", "text", "no-such"] {
            let tokens = highlighter.tokens(Some(language), code);
            let joined: String = tokens.iter().map(|t| t.text).collect();
            assert_eq!(joined, code, "{language}");
        }
    }

    /// The cache makes no difference to the result.
    #[test]
    fn cached_blocks_are_the_same() {
        let code = "/*\nfn main() {}\n*/\nfn main() {}\n\"\nfn main() {}\n\"\n";
        let highlighter = Highlighter::default();
        let first = highlighter.tokens(Some("rust"), code);
        assert_eq!(highlighter.tokens(Some("rust"), code), first);
        assert_eq!(Highlighter::default().tokens(Some("rust"), code), first);
        let comment = Token { class: Some("hl-com"), text: "fn main() {}\n*/" };
        assert!(first.contains(&comment), "{first:?}");
    }

    #[test]
    fn usual_names_are_known_and_suggested() {
        for (name, language) in OTHER_NAMES {
            assert!(is_known(name), "{name} ({language})");
        }
        for name in USUAL_NAMES {
            assert!(is_known(name), "{name}");
        }
        assert_eq!(usual_name("rustt"), Some("rust"));
        assert_eq!(usual_name("diagrm"), Some("diagram"));
        assert_eq!(usual_name("pyhton"), Some("python"));
        assert_eq!(usual_name("brainfuck"), None);
        assert_eq!(usual_name("xx"), None);
    }

    #[test]
    fn info_strings_begin_with_the_language() {
        assert_eq!(language_of("rust,ignore"), Some("rust"));
        assert_eq!(language_of("json {#id}"), Some("json"));
        assert_eq!(language_of(""), None);
    }
}
