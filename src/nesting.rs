//! Measures how deeply a text is nested, and how many attributes its tags have, before it is
//! given to a recursive parser. Single signs are counted without a grammar. Signs in comments
//! count too, so nothing can be hidden in them; those in strings do not count where it is certain
//! that they stand in one.

mod strings;

use std::ops::Range;

use strings::{strings, word_length};

/// Returns the offset of the first bracket inside more than `most` others.
pub fn deep_bracket(text: &str, most: usize) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > most
    })
}

/// Words of a script after which another statement or expression is nested.
const WORDS: [&[u8]; 13] = [
    b"new", b"await", b"typeof", b"void", b"delete", b"yield", b"if", b"else", b"for", b"while",
    b"do", b"with", b"extends",
];

/// Returns the offset in a script at which more than `most` brackets, operators and words are
/// open. `new new a`, `a => b => c` and `a ? b : c ? d : e` are nested without brackets. An
/// operator is open up to the next `;` or `,` on its level, or the end of the brackets around
/// it.
pub fn deep_operator(script: &str, most: usize) -> Option<usize> {
    // Few scripts need the second look: data may stand in a long string.
    deep_operator_outside(&[], script, most)?;
    deep_operator_outside(&strings(script), script, most)
}

/// Returns the same as [`deep_operator`], with the ranges `left_out` of the script, which are in
/// order, counted as nothing.
fn deep_operator_outside(left_out: &[Range<usize>], script: &str, most: usize) -> Option<usize> {
    let bytes = script.as_bytes();
    let mut left_out = left_out.iter().peekable();
    // The number of brackets that are open inside each bracket.
    let mut open = vec![0_usize];
    let mut depth = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        if let Some(range) = left_out.next_if(|range| range.start <= at) {
            at = at.max(range.end);
            continue;
        }
        let mut length = 1;
        match bytes[at] {
            b'(' | b'[' | b'{' => {
                depth += 1;
                open.push(0);
            }
            b')' | b']' | b'}' => {
                depth -= open.pop().map_or(0, |signs| signs + usize::from(!open.is_empty()));
                if open.is_empty() {
                    open.push(0);
                }
            }
            // The statement after `else` is nested in the statement before it.
            b';' if script[at + 1..].trim_start().starts_with("else") => {}
            b';' | b',' => depth -= open.last_mut().map_or(0, std::mem::take),
            byte => {
                length = word_length(&bytes[at..]);
                let is_word = WORDS.contains(&&bytes[at..at + length]);
                let is_sign = b"=?:!~+-*`".contains(&byte);
                let nests = usize::from(is_word || is_sign);
                depth += nests;
                open.last_mut().into_iter().for_each(|signs| *signs += nests);
            }
        }
        if depth > most {
            return Some(at);
        }
        at += length;
    }
    None
}

/// Returns whether more than `most` members, calls or operators follow one another: `a.b.c`,
/// `a[b][c]`, `a()()`, `a | b | c`, `a < b < c`.
pub fn has_long_chain(script: &str, most: usize) -> bool {
    let (mut members, mut before) = (0, b';');
    script.bytes().filter(|byte| !byte.is_ascii_whitespace()).any(|byte| {
        match byte {
            b'.' | b'|' | b'&' | b'^' | b'<' | b'>' => members += 1,
            b'[' | b'(' if matches!(before, b']' | b')') => members += 1,
            b';' | b',' => members = 0,
            _ => {}
        }
        before = byte;
        members > most
    })
}

/// Returns the offset of the first mark of a Markdown quotation or list item that follows more
/// than `most` others on its line.
pub fn deep_mark(markdown: &str, most: usize) -> Option<usize> {
    let mut start = 0;
    markdown.split_inclusive('\n').find_map(|line| {
        let mark = nth_mark(line.as_bytes(), most).map(|at| start + at);
        start += line.len();
        mark
    })
}

/// Returns the offset of the mark that follows `most` others on a line. White space follows the
/// mark of an item.
fn nth_mark(line: &[u8], most: usize) -> Option<usize> {
    if is_rule(line) {
        return None;
    }
    let ends = |at: usize| line.get(at + 1).is_none_or(u8::is_ascii_whitespace);
    let (mut marks, mut at) = (0, 0);
    while let Some(byte) = line.get(at) {
        let is_mark = match byte {
            b'0'..=b'9' => false,
            byte if byte.is_ascii_whitespace() => false,
            b'>' => true,
            b'-' | b'*' | b'+' | b':' => ends(at),
            b'.' | b')' => at > 0 && line[at - 1].is_ascii_digit() && ends(at),
            _ => return None,
        };
        marks += usize::from(is_mark);
        if marks > most {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Returns whether a line consists of dashes or stars, with blanks between them: it separates
/// parts of the text.
fn is_rule(line: &[u8]) -> bool {
    let mut signs = line.iter().filter(|byte| !byte.is_ascii_whitespace());
    let first = signs.next();
    first.is_some_and(|sign| matches!(sign, b'-' | b'*')) && signs.all(|sign| Some(sign) == first)
}

/// Returns the offset of the first tag of `html` with more than `most` words outside quotes. A
/// tag has at least as many such words as attributes.
pub fn crowded_tag(html: &str, most: usize) -> Option<usize> {
    let bytes = html.as_bytes();
    let mut from = 0;
    while let Some(start) = memchr::memchr(b'<', &bytes[from..]).map(|at| from + at) {
        from = start + 1;
        if !bytes.get(from).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'/') {
            continue;
        }
        let (mut quote, mut words, mut before) = (None, 0, b'<');
        while let Some(byte) = bytes.get(from).filter(|byte| quote.is_some() || **byte != b'>') {
            match quote {
                Some(open) if open == *byte => quote = None,
                Some(_) => {}
                None if before == b'=' && matches!(byte, b'"' | b'\'') => quote = Some(*byte),
                None if is_gap(before) && !is_gap(*byte) && *byte != b'=' => words += 1,
                None => {}
            }
            if words > most {
                return Some(start);
            }
            // Spaces may stand between `=` and a value.
            if !(before == b'=' && byte.is_ascii_whitespace()) {
                before = *byte;
            }
            from += 1;
        }
    }
    None
}

/// Returns whether an attribute may begin after the byte.
fn is_gap(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_brackets_are_counted() {
        assert_eq!(deep_bracket("((a)(b))", 2), None);
        assert_eq!(deep_bracket("))(([{a", 3), Some(5));
    }

    #[test]
    fn scripts_nest_without_brackets() {
        for deep in [
            "a=>",
            "new ",
            "1?2:",
            "2**",
            "!",
            "- ",
            "if(1)",
            "if(a)b; else ",
            "a=",
            "`${",
            "(",
            "b:",
            "class extends ",
        ] {
            assert!(deep_operator(&deep.repeat(30), 20).is_some(), "{deep}");
        }
        for flat in ["a=>b;", "x = !y, ", "f(-1);", "{a: 1},", "}", "if(a){b}", "newer ", "a.b() "]
        {
            let depth = if flat.starts_with("if") { 250 } else { 5 };
            assert_eq!(deep_operator(&flat.repeat(200), depth), None, "{flat}");
        }
    }

    /// Data in a string is no nesting, and nothing is hidden in what only looks like a string.
    #[test]
    fn strings_are_left_out() {
        let data = "aB+/c=".repeat(100_000);
        for quote in ["\"", "'", "`"] {
            let script = format!("const a = x(b) / 2;\nload({quote}{data}{quote});\nf();");
            assert_eq!(deep_operator(&script, 1_000), None, "{quote}");
        }
        for hidden in ["/\"/ + ", "if (a) /\"/.b + ", "// '\n", "{} /'/ + "] {
            let script = format!("{hidden}{}1 + \"'`", "!".repeat(2_000));
            assert!(deep_operator(&script, 1_000).is_some(), "{hidden}");
        }
    }

    #[test]
    fn attributes_are_counted_in_tags() {
        for crowded in ["<b a b c d>", "<b a='1'b=\"2\"c=3 d = 4>", "<b/a/b/c/d>", "x <b a b c d"] {
            assert!(crowded_tag(crowded, 3).is_some(), "{crowded}");
            assert_eq!(crowded_tag(crowded, 4), None, "{crowded}");
        }
        for few in ["<b a='x y z w v'>", "<b>a b c d e</b> <i a>", "1 < 2 a b c d e", "<b a = 1>"] {
            assert_eq!(crowded_tag(few, 1), None, "{few}");
        }
    }

    #[test]
    fn only_marks_at_the_beginning_of_a_line_count() {
        assert_eq!(deep_mark("> - 1. a\n> > b - - - -\n", 3), None);
        assert_eq!(deep_mark("a\n> - 1. a\n", 2), Some(7));
        assert_eq!(deep_mark("12345 67890\n", 2), None);
        for rule in ["-----", "* * * *", "------- log", "> -----"] {
            assert_eq!(deep_mark(rule, 2), None, "{rule}");
        }
        assert!(deep_mark("+ + + +", 2).is_some() && deep_mark("- - - a", 2).is_some());
    }

    #[test]
    fn chains_of_members_and_calls_are_counted() {
        for link in [".a", "[0]", "()", "[0] (1)", "|a"] {
            assert!(has_long_chain(&["a", &link.repeat(30)].concat(), 20), "{link}");
            assert!(!has_long_chain(&["a", link, ";"].concat().repeat(30), 20), "{link}");
        }
    }
}
