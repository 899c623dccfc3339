//! The lines of a block of code, without its fence and the marks of quotations.

use std::hash::Hasher;

use rustc_hash::FxHasher;

/// Returns the lines between the fences of the block `fenced`.
pub fn lines(fenced: &str) -> impl Iterator<Item = &str> {
    let is_fence = |line: &str| line.starts_with("```") || line.starts_with("~~~");
    let lines = fenced.lines().skip(1).map(without_marks);
    lines.filter(move |line| !is_fence(line.trim_start()))
}

/// Returns the line without the marks of the quotations around it.
fn without_marks(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix("> ") {
        rest = inner;
    }
    rest
}

/// Returns a hash of the code in the block `fenced`, without its white space.
pub fn fingerprint(fenced: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for word in lines(fenced).flat_map(str::split_whitespace) {
        hasher.write(word.as_bytes());
        hasher.write_u8(b' ');
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_quotations_and_fences_are_no_code() {
        let quoted = "```js\n> a()\n> > b\n> ```";
        assert_eq!(lines(quoted).collect::<Vec<_>>(), ["a()", "b"]);
        assert_eq!(fingerprint("```js\na  b\n```"), fingerprint("```js\n  a\nb\n```"));
        assert_ne!(fingerprint("```js\na b\n```"), fingerprint("```js\nab\n```"));
    }
}
