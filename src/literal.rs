//! Markdown in text where it is not read.

/// Returns the first `**strong**`, `*강조*`, `[text](path)`, code or element of HTML in a line.
pub fn inline_markup(line: &str) -> Option<&str> {
    let strong = ["**", "~~", "__"].into_iter().find_map(|mark| strong(line, mark));
    let others = [emphasis, link, code, element];
    strong.or_else(|| others.into_iter().find_map(|find| find(line)))
}

/// Returns `<b>words</b>`.
fn element(line: &str) -> Option<&str> {
    let end = line.find("</")?;
    let (name, _) = line[end + 2..].split_once('>')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let start = line[..end].rfind(&*["<", name].concat())?;
    let has_words =
        line[start..end].split_once('>').is_some_and(|(_, words)| words.trim() == words);
    (is_name && has_words).then(|| &line[start..end + 2 + name.len() + 1])
}

fn code(line: &str) -> Option<&str> {
    let start = line.find('`')?;
    let end = start + 1 + line[start + 1..].find('`')?;
    (end > start + 1).then(|| &line[start..=end])
}

fn strong<'t>(line: &'t str, mark: &str) -> Option<&'t str> {
    let start = line.find(mark)?;
    let inside = &line[start + 2..];
    let end = inside.find(mark).filter(|end| *end > 0)?;
    let words = &inside[..end];
    let tight = words.trim() == words && (mark != "__" || has_hangul(words));
    tight.then(|| &line[start..start + 2 + end + 2])
}

/// Returns `*words*` or `_words_` with Hangul around: calculations and names have no Hangul, and
/// stand inside words.
fn emphasis(line: &str) -> Option<&str> {
    ['*', '_'].into_iter().find_map(|mark| {
        let start = line.find(mark)?;
        let end = start + 1 + line[start + 1..].find(mark)?;
        let words = &line[start + 1..end];
        let begins = line[..start].chars().next_back().is_none_or(char::is_whitespace);
        (begins && words.trim() == words && has_hangul(words)).then(|| &line[start..=end])
    })
}

fn has_hangul(text: &str) -> bool {
    text.contains(|c| matches!(c, '가'..='힣'))
}

fn link(line: &str) -> Option<&str> {
    let middle = line.find("](")?;
    let start = line[..middle].rfind('[')?;
    let end = middle + line[middle..].find(')')?;
    // `a[0](첫째)`
    let stands_alone = !line[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
    (stands_alone && end > middle + 2).then(|| &line[start..=end])
}

/// Returns the offset of the sign by which `text`, at the beginning of a line, begins a heading,
/// an item, a quotation, a fence, a rule or the row of a table.
pub fn block_sign(text: &str) -> Option<usize> {
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let rest = &text[blanks..];
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\n']);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let is_item = rest[digits..].starts_with(['.', ')']) && ends(&rest[digits + 1..]);
        return is_item.then_some(blanks + digits);
    }
    let begins = match rest.chars().next()? {
        '>' | '=' | '|' => true,
        '#' => ends(rest.trim_start_matches('#')),
        '-' | '+' | '*' => ends(&rest[1..]) || rest.starts_with("--"),
        '`' | '~' => rest.starts_with("```") || rest.starts_with("~~~"),
        _ => false,
    };
    begins.then_some(blanks)
}

#[cfg(test)]
mod tests {
    use super::inline_markup;

    #[test]
    fn markup_is_told_from_signs() {
        for (text, expected) in [
            ("a **b** c", "**b**"),
            ("글 *강조*와 글", "*강조*"),
            ("[글](b.md)을 보십시오", "[글](b.md)"),
            ("`cargo` is run", "`cargo`"),
            ("now <b>가</b> then", "<b>가</b>"),
        ] {
            assert_eq!(inline_markup(text), Some(expected));
        }
        for text in [
            "2 ** 3 ** 4",
            "a * b * c",
            "__init__",
            "a[i](b",
            "`",
            "홍*동, 김*수",
            "면적*단가*수량",
            "사업명_기관명_날짜",
            "배열 a[0](첫째)",
            "<b>와 </b>의 차이",
            "5 (가) [1]",
            "1 < 2 </",
            "<b>a</b",
        ] {
            assert_eq!(inline_markup(text), None, "{text}");
        }
    }
}
