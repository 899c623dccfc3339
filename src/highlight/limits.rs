//! A limit on the highlighter's work. From each position in a line, a grammar's expressions may
//! look up to the end of the line, some of them repeatedly: the work grows with the square of a
//! line's length, and faster for long runs of blanks and words with many hyphens. Code beyond the
//! limit is shown plain. The limit counts bytes rather than time, so that every machine has the
//! same result.

use super::syntax;

/// The most work for one block: the sum of the squares of its lines' lengths in bytes.
const MOST_WORK: usize = 8_000_000;

/// The work for the hyphens of one word is this number times the third power of their count:
/// SCSS tries every part of `a-b-c-d` as a name.
const HYPHEN_WORK: usize = 8;

/// Syntaxes whose expressions look further than others do, with the factor of their work: in a
/// line of 2,000 bytes SystemVerilog takes nine seconds for brackets alone.
const SLOW_SYNTAXES: [(&str, usize); 4] =
    [("CFML Script", 4), ("CFML Script (Tags)", 4), ("gnuplot", 8), ("SystemVerilog", 32)];

/// The longest run of spaces, tabs and the marks of Markdown's fences, in bytes.
pub const LONGEST_BLANK: usize = 120;

/// Returns whether highlighting `code` of this language could take longer than a moment.
pub fn is_costly(language: &str, code: &str) -> bool {
    let name = syntax(language).map_or("", |syntax| &syntax.name);
    let factor =
        SLOW_SYNTAXES.iter().find(|(slow, _)| *slow == name).map_or(1, |(_, factor)| *factor);
    let mut work = 0_usize;
    code.split('\n').any(|line| {
        work = work.saturating_add(line.len().saturating_pow(2).saturating_mul(factor));
        work = work.saturating_add(hyphen_work(line));
        work > MOST_WORK || line.len() > LONGEST_BLANK && has_long_blank(line)
    })
}

fn hyphen_work(line: &str) -> usize {
    let is_outside = |byte: &u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'-');
    let joins = |pair: &[u8]| pair[0] != b'-' && pair[1] == b'-';
    let words = line.as_bytes().split(is_outside);
    let hyphens = words.map(|word| word.windows(2).filter(|pair| joins(pair)).count());
    let work = hyphens.map(|count| count.saturating_pow(3).saturating_mul(HYPHEN_WORK));
    work.fold(0, usize::saturating_add)
}

fn has_long_blank(line: &str) -> bool {
    let is_text = |byte: &u8| !matches!(byte, b' ' | b'\t' | b'`' | b'~');
    line.as_bytes().split(is_text).any(|blank| blank.len() > LONGEST_BLANK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_and_long_blanks_are_costly() {
        assert!(is_costly("rust", &".a{&:hover{color:$b}}".repeat(150)));
        assert!(is_costly("rust", &["a", &" ".repeat(121), "b"].concat()));
        assert!(is_costly("markdown", &"~".repeat(121)));
        assert!(is_costly("rust", &[&"x".repeat(900), "\n"].concat().repeat(10)));
        assert!(is_costly("rust", &"a-b".repeat(110)));
        assert!(is_costly("rust", &["a-b".repeat(30), "\n".to_owned()].concat().repeat(50)));
    }

    #[test]
    fn slow_syntaxes_have_shorter_lines() {
        let line = "a(".repeat(500);
        assert!(is_costly("systemverilog", &line));
        assert!(!is_costly("verilog", &line));
        assert!(
            SLOW_SYNTAXES.iter().all(|(name, _)| syntax(name).is_some_and(|s| s.name == *name))
        );
    }

    #[test]
    fn ordinary_code_is_not() {
        assert!(!is_costly(
            "rust",
            &"let width = measure(text, font) + 2 * MARGIN;\n".repeat(3_000)
        ));
        assert!(!is_costly("rust", &["\"", &"x".repeat(2_000), "\"\n"].concat()));
        assert!(!is_costly(
            "rust",
            &"  --a-long-name: var(--another-long-name-of-it);\n".repeat(1_000)
        ));
        assert!(!is_costly("rust", &["-".repeat(120), "\n".to_owned()].concat().repeat(100)));
        assert!(!is_costly("rust", &["\n".repeat(5_000), "\t".repeat(100)].concat()));
    }
}
