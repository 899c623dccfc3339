//! Fingerprints a block of code without its comments and quoted words: those are
//! translated, the rest is the same in every language.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Languages of commands and programs, and what begins a comment in them. Text,
/// settings and data hold words that no quotes tell from the rest.
const COMMENTS: &[(&[&str], &str)] = &[
    (
        &[
            "bash",
            "sh",
            "shell",
            "zsh",
            "console",
            "fish",
            "powershell",
            "python",
            "py",
            "ruby",
            "r",
        ],
        "#",
    ),
    (&["rust", "rs", "js", "javascript", "ts", "typescript", "jsx", "tsx", "go"], "//"),
    (&["java", "kotlin", "swift", "c", "cpp", "cs", "csharp", "php", "scala"], "//"),
    (&["sql", "lua", "haskell"], "--"),
];

/// Returns a fingerprint of the block `fenced` in `language`; `None` where it cannot be
/// told.
pub fn fingerprint(language: &str, fenced: &str) -> Option<u64> {
    let (_, comment) = COMMENTS.iter().find(|(names, _)| names.contains(&language))?;
    let mut hasher = FxHasher::default();
    for line in fenced.lines().skip(1) {
        let line = line.trim_start_matches(['>', ' ', '\t']);
        if !line.starts_with("```") && !line.starts_with("~~~") {
            write(line, comment, &mut hasher);
        }
    }
    Some(hasher.finish())
}

/// Writes the words of a line that are outside quotes, up to a comment.
fn write(line: &str, comment: &str, hasher: &mut FxHasher) {
    let mut rest = line;
    while let Some(at) = rest.find(['"', '\'', '`']) {
        let Some(length) = rest[at + 1..].find(&rest[at..=at]) else { break };
        if begins_comment(&rest[..at], comment).is_some() {
            break;
        }
        words(&rest[..at], hasher);
        hasher.write_u8(b'"');
        rest = &rest[at + length + 2..];
    }
    words(&rest[..begins_comment(rest, comment).unwrap_or(rest.len())], hasher);
}

/// Returns the offset of a comment: at the beginning of the text or after a space.
fn begins_comment(text: &str, comment: &str) -> Option<usize> {
    let fits = |at: &usize| text[..*at].chars().next_back().is_none_or(char::is_whitespace);
    text.match_indices(comment).map(|(at, _)| at).find(fits)
}

fn words(text: &str, hasher: &mut FxHasher) {
    for word in text.split_whitespace() {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bash(text: &str) -> Option<u64> {
        fingerprint("bash", &format!("```bash\n{text}\n```"))
    }

    #[test]
    fn comments_and_quoted_words_are_translated_commands_are_not() {
        assert_eq!(bash("giljabi build # writes it"), bash("giljabi build   # 만듭니다"));
        assert_eq!(bash("accept a --unchanged \"typo\""), bash("accept a --unchanged \"오탈자\""));
        assert_eq!(bash("# only words\nls"), bash("# 글\n\nls"));
        assert_eq!(bash("echo it's"), bash("echo it's"));
        assert_ne!(bash("rm -rf build"), bash("rm -rf site"));
        assert_ne!(bash("rm a"), bash("rm a b"));
        assert_eq!(fingerprint("toml", "```toml\na = 1\n```"), None);
    }
}
