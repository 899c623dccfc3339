//! Highlights code: the known languages, the classes of tokens, and their stylesheet.
//!
//! `syntect` finds scopes, and a token gets the class of the role of its scope. Pages hold
//! classes only; the stylesheet takes the colours from a light and a dark theme.

mod highlighter;
mod limits;
mod lines;
mod roles;
mod themes;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use syntect::parsing::{Scope, SyntaxReference, SyntaxSet};

pub use highlighter::Highlighter;
pub use limits::is_costly;
use roles::RoleId;
pub use themes::{names as theme_names, stylesheet};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

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

/// Words after a fence that ask for no colours, or for something other than code.
const NOT_HIGHLIGHTED: [&str; 5] = ["text", "txt", "plain", "plaintext", "diagram"];

/// Returns whether code of this language is highlighted.
pub fn is_highlighted(token: &str) -> bool {
    syntax(token).is_some()
}

/// Returns whether a fence may name this language.
pub fn is_known(token: &str) -> bool {
    NOT_HIGHLIGHTED.contains(&token) || syntax(token).is_some()
}

/// Every name by which a language can be called (its own and its files' extensions,
/// in lower case), a look-up that syntect makes by walking its list.
static BY_NAME: LazyLock<FxHashMap<String, &SyntaxReference>> = LazyLock::new(|| {
    let mut names = FxHashMap::default();
    // The last definition of an extension wins, as it does in syntect.
    for syntax in SYNTAXES.syntaxes() {
        names.extend(syntax.file_extensions.iter().map(|name| (name.clone(), syntax)));
        names.insert(syntax.name.to_lowercase(), syntax);
    }
    names
});

/// The names by which languages can be called, sorted, for suggestions.
pub fn language_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut names: Vec<&str> = BY_NAME.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    });
    &NAMES
}

fn syntax(token: &str) -> Option<&'static SyntaxReference> {
    if NOT_HIGHLIGHTED.contains(&token) {
        return None;
    }
    BY_NAME.get(token).or_else(|| BY_NAME.get(token.to_lowercase().as_str())).copied()
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
    fn nothing_of_the_code_is_lost() {
        let code = "if [ -f a ]; then\n\techo \"한글 $x\" # 끝\nfi";
        let highlighter = Highlighter::default();
        for language in ["bash", "json", "rust", "py", "text", "no-such"] {
            let tokens = highlighter.tokens(Some(language), code);
            let joined: String = tokens.iter().map(|t| t.text).collect();
            assert_eq!(joined, code, "{language}");
        }
    }

    /// Code means the same whether it was seen before or not.
    #[test]
    fn remembered_blocks_change_nothing() {
        let code = "/*\nfn main() {}\n*/\nfn main() {}\n\"\nfn main() {}\n\"\n";
        let highlighter = Highlighter::default();
        let first = highlighter.tokens(Some("rust"), code);
        assert_eq!(highlighter.tokens(Some("rust"), code), first);
        assert_eq!(Highlighter::default().tokens(Some("rust"), code), first);
        let comment = Token { class: Some("hl-com"), text: "fn main() {}\n*/" };
        assert!(first.contains(&comment), "{first:?}");
    }

    #[test]
    fn info_strings_begin_with_the_language() {
        assert_eq!(language_of("rust,ignore"), Some("rust"));
        assert_eq!(language_of("json {#id}"), Some("json"));
        assert_eq!(language_of(""), None);
    }
}
