//! Cuts a template into its tags, and a tag into its words and signs.

/// Returns the next Tera tag or comment of `text`, with the text before and after it; `None` if
/// there is none, or one that never ends, which the engine refuses.
pub fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let is_tag = |start: &usize| matches!(text.as_bytes().get(start + 1), Some(b'{' | b'%' | b'#'));
    let start = memchr::memchr_iter(b'{', text.as_bytes()).find(is_tag)?;
    let length = match text.as_bytes()[start + 1] {
        b'{' => tag_length(&text[start..], "}}"),
        b'%' => tag_length(&text[start..], "%}"),
        _ => text[start..].find("#}").map(|at| at + 2),
    };
    let end = start + length?;
    Some((&text[..start], &text[start..end], &text[end..]))
}

/// Returns the length of the tag that `text` begins with. Its strings may contain `closing`.
fn tag_length(text: &str, closing: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, _) if text[at..].starts_with(closing) => return Some(at + closing.len()),
            (None, _) => {}
        }
    }
    None
}

/// Returns the offsets of `sign` outside the strings of a tag.
pub fn signs(tag: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut quote = None;
    tag.char_indices().filter_map(move |(at, c)| {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
            None if c == sign => return Some(at),
            _ => {}
        }
        None
    })
}

/// Returns the words of a `{% … %}` tag.
pub fn words(tag: &str) -> impl Iterator<Item = &str> {
    words_of(tag.strip_prefix("{%").unwrap_or_default().trim_start_matches('-'))
}

/// Returns the words of the inside of a tag.
pub fn words_of(inner: &str) -> impl Iterator<Item = &str> {
    inner.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}
