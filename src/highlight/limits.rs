//! The limits on the highlighter's work. From each place in a line a grammar's expressions may
//! look up to its end, so the work grows with the square of a line's length: code beyond the limit
//! is shown plain. And some expressions try every way to divide a run of blanks, so that each
//! further blank doubles their time: Python's behind an opening bracket, JavaScript's behind a name.
//! So the steps of the engine that runs them are limited, too. Bytes and steps are counted rather
//! than time, so that every machine has the same result.

use std::ffi::c_ulong;

/// The most work for one block: for each line the square of its length in bytes, and `WORK_OF_A_LINE`.
const MOST_WORK: usize = 6_000_000;

/// The work that each line is at the least, however short: some tens of expressions look at it.
const WORK_OF_A_LINE: usize = 2_500;

/// The most steps back of an expression at one place of a line. With more it counts as one that
/// does not fit. The engine's own limit is ten million: a seventh of a second. Of 13,000 blocks of
/// ordinary code in twenty languages, none needs 1,000.
const MOST_STEPS_AT_A_PLACE: c_ulong = 2_000;

/// The most steps back of an expression from one place to the end of the line.
const MOST_STEPS_IN_A_LINE: c_ulong = 20_000;

/// Limits the steps of the engine, for the whole program.
pub fn limit_steps() {
    // Each function only writes a number that the engine reads when a search begins.
    #[expect(unsafe_code)]
    unsafe {
        onig_sys::onig_set_retry_limit_in_match(MOST_STEPS_AT_A_PLACE);
        onig_sys::onig_set_retry_limit_in_search(MOST_STEPS_IN_A_LINE);
    }
}

/// Returns whether highlighting `code` could take longer than a moment.
pub fn is_costly(code: &str) -> bool {
    let work = |line: &str| line.len().saturating_pow(2).saturating_add(WORK_OF_A_LINE);
    code.split('\n').map(work).fold(0, usize::saturating_add) > MOST_WORK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_costly() {
        assert!(is_costly(&".a{&:hover{color:$b}}".repeat(150)));
        assert!(is_costly(&[&"x".repeat(900), "\n"].concat().repeat(10)));
    }

    #[test]
    fn many_lines_are_costly() {
        assert!(is_costly(&"a\n".repeat(8_000)));
    }

    #[test]
    fn ordinary_code_is_not() {
        assert!(!is_costly(&"let width = measure(text, font) + 2 * MARGIN;\n".repeat(1_200)));
        assert!(!is_costly(&["\"", &"x".repeat(2_000), "\"\n"].concat()));
        assert!(!is_costly(&["a", &" ".repeat(400), "// far away\n"].concat()));
        assert!(!is_costly(&"  --a-long-name: var(--another-long-name-of-it);\n".repeat(1_000)));
    }
}
