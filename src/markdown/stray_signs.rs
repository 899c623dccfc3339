//! Signs that the parser would take for markup where editors mean text.

use memchr::memmem;

/// Returns the offsets of colons that begin a line but no definition: those without a space
/// behind them (`:::`, `:)`), and those below a sentence or an empty line. The parser would drop
/// them and make a list of definitions.
pub fn stray_colons(body: &str) -> Vec<usize> {
    let bytes = body.as_bytes();
    let may_begin = |at: usize| at == 0 || matches!(bytes[at - 1], b'\n' | b'\t' | b' ' | b'>');
    if !memchr::memchr_iter(b':', bytes).any(may_begin) {
        return Vec::new();
    }
    let mut stray = Vec::new();
    let (mut at, mut above) = (0, "");
    for line in body.split_inclusive('\n') {
        let text = line.trim_start_matches([' ', '\t', '>']);
        let is_dashes = text.trim_end().bytes().all(|byte| b":-| \t".contains(&byte));
        let is_row = is_dashes && text.contains('-');
        if text.starts_with(':') && !is_row && !defines(&text[1..], above) {
            stray.push(at + line.len() - text.len());
        }
        // Only the first definition of a term must stand right below it.
        if !text.trim().is_empty() || !above.trim_start().starts_with(':') {
            above = line.trim_end();
        }
        at += line.len();
    }
    stray
}

/// Returns the ends of headings that end with braces after a backslash: the parser would take them
/// for attributes in spite of it.
pub fn escaped_braces(body: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for brace in memmem::find_iter(body.as_bytes(), "\\{") {
        let start = body[..brace].rfind('\n').map_or(0, |at| at + 1);
        let line = body[start..].lines().next().unwrap_or_default().trim_end();
        let is_heading = line.trim_start_matches([' ', '>']).starts_with('#');
        let end = start + line.len();
        if is_heading && line.ends_with('}') && line.rfind('{') == Some(brace + 1 - start) {
            ends.push(end);
        }
    }
    ends
}

/// Returns whether `rest`, the text behind a colon that begins a line, defines the term `above`.
fn defines(rest: &str, above: &str) -> bool {
    let is_sentence =
        above.ends_with(['.', '!', '?', '。']) && !above.starts_with([':', ' ', '\t']);
    rest.starts_with([' ', '\t']) && !rest.trim().is_empty() && !is_sentence && has_words(above)
}

fn has_words(line: &str) -> bool {
    !line.trim_matches([' ', '\t', '>']).is_empty()
}
