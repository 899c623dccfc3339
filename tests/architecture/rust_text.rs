//! Reads Rust source well enough to find paths: comments and literals are blanked, items for
//! tests are removed, and `use` trees are expanded to single paths.

/// A path as it is written: `crate::model::Lang` has three names.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenPath {
    pub names: Vec<String>,
    /// The name after `as`.
    pub binds: Option<String>,
    /// True for a `pub use`.
    pub exported: bool,
}

/// Returns `text` with comments, strings and characters replaced by spaces; line breaks stay.
pub fn without_literals(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = literal_length(rest, out.chars().next_back());
        if length == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            out.extend(rest[..length].chars().map(|c| if c == '\n' { c } else { ' ' }));
            rest = &rest[length..];
        }
    }
    out
}

/// Returns the length of the comment or literal at the beginning of `text`, or 0.
fn literal_length(text: &str, before: Option<char>) -> usize {
    let until = |start: usize, end: &str| {
        text[start..].find(end).map_or(text.len(), |at| start + at + end.len())
    };
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if text.starts_with("/*") {
        return until(2, "*/");
    }
    let in_word = before.is_some_and(is_name);
    let hashes = text.strip_prefix('r').map(|rest| rest.len() - rest.trim_start_matches('#').len());
    if let Some(hashes) = hashes.filter(|hashes| !in_word && text[1 + hashes..].starts_with('"')) {
        return until(hashes + 2, &["\"", &"#".repeat(hashes)].concat());
    }
    match text.strip_prefix('"') {
        Some(_) => string_length(text, '"'),
        None if is_character(text) => string_length(text, '\''),
        None => 0,
    }
}

/// Returns whether `'` begins a character rather than a lifetime.
fn is_character(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next() == Some('\'') && (chars.next() == Some('\\') || chars.next() == Some('\''))
}

fn string_length(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// Returns `code` without the items under `#[cfg(test)]`, and whether other code follows a test
/// module that has a body. `code` contains no literals.
pub fn without_tests(code: &str) -> (String, bool) {
    const MARK: &str = "#[cfg(test)]";
    let (mut kept, mut rest) = (String::new(), code);
    let mut follows = false;
    while let Some(at) = rest.find(MARK) {
        kept.push_str(&rest[..at]);
        let item = &rest[at + MARK.len()..];
        let length = item_length(item);
        rest = &item[length..];
        let is_module = item.trim_start().starts_with("mod ") && item[..length].contains('{');
        follows |= is_module && !rest.trim().is_empty();
    }
    kept.push_str(rest);
    (kept, follows)
}

/// Returns the length of the item at the beginning of `code`: up to its `;` or the end of its
/// braces.
fn item_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// Returns every path of `code`, single names included.
pub fn paths(code: &str) -> Vec<WrittenPath> {
    let tokens = tokens(code);
    let mut found = Vec::new();
    let (mut at, mut in_use, mut public) = (0, false, false);
    while at < tokens.len() {
        match tokens[at] {
            "pub" => public = true,
            "use" => in_use = true,
            ";" | "{" | "}" => (in_use, public) = (false, false),
            name if name.starts_with(is_name) => {
                let mut tree = Tree { tokens: &tokens, at, in_use, public, found: &mut found };
                tree.read(&[]);
                at = tree.at;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads one path, or a tree of paths in braces.
struct Tree<'a, 't> {
    tokens: &'a [&'t str],
    at: usize,
    in_use: bool,
    public: bool,
    found: &'a mut Vec<WrittenPath>,
}

impl Tree<'_, '_> {
    fn token(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).copied().unwrap_or_default()
    }

    fn read(&mut self, before: &[String]) {
        let mut names = before.to_vec();
        loop {
            if self.token(0) == "{" {
                return self.branches(&names);
            }
            match self.token(0) {
                "self" if !names.is_empty() => {}
                name => names.push(name.to_owned()),
            }
            self.at += 1;
            let next = self.token(1);
            if self.token(0) != "::" || !(next.starts_with(is_name) || next == "{" || next == "*") {
                break;
            }
            self.at += 1;
        }
        let mut binds = names.last().filter(|name| *name != "*").cloned();
        if self.in_use && self.token(0) == "as" {
            binds = Some(self.token(1).to_owned());
            self.at += 2;
        }
        let (binds, exported) = (binds.filter(|_| self.in_use), self.in_use && self.public);
        self.found.push(WrittenPath { names, binds, exported });
    }

    fn branches(&mut self, before: &[String]) {
        self.at += 1;
        while !matches!(self.token(0), "}" | "") {
            match self.token(0) {
                "," => self.at += 1,
                _ => self.read(before),
            }
        }
        self.at += 1;
    }
}

/// Returns names, `::` and single signs; white space is left out.
fn tokens(code: &str) -> Vec<&str> {
    let (mut all, mut rest) = (Vec::new(), code.trim_start());
    while let Some(first) = rest.chars().next() {
        let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let length = match name {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            name => name,
        };
        all.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    all
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(code: &str) -> Vec<String> {
        paths(code).iter().map(|path| path.names.join("::")).filter(|p| p.contains("::")).collect()
    }

    #[test]
    fn comments_and_literals_are_no_code() {
        let code = "a // b::c\n/* d::e */ \"f::g\" r#\"h::\"i\"# '\"' 'j' fn k<'l>(m: &'l str) 'n'";
        let left = without_literals(code);
        assert_eq!(left.split_whitespace().collect::<Vec<_>>().join(" "), "a fn k<'l>(m: &'l str)");
        assert_eq!(left.len(), code.len());
    }

    #[test]
    fn trees_are_expanded() {
        let code = "pub use a::{self, b::{c, d as e}, f::*}; x::<y::z>(); super::g { h: 1 }";
        assert_eq!(written(code), ["a::b::c", "a::b::d", "a::f::*", "y::z", "super::g"]);
        let paths = paths(code);
        assert_eq!((&*paths[0].names, paths[0].exported), (&["a".to_owned()][..], true));
        assert_eq!(paths[2].binds.as_deref(), Some("e"));
        assert!(!paths.last().expect("a path").exported);
    }

    #[test]
    fn items_for_tests_are_removed() {
        let (code, follows) = without_tests("mod a;\n#[cfg(test)]\nmod tests;\nfn b() {}");
        assert!(code.contains("fn b") && !code.contains("tests") && !follows);
        let (code, follows) = without_tests("fn a() {}\n#[cfg(test)]\nmod tests { fn c() {} }\n");
        assert!(!code.contains('c') && !follows);
    }
}
