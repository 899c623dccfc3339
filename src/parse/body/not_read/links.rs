//! Links that are read as text: with a space before their address, in full-width brackets, or
//! in the syntax of other programs; and bare addresses whose end is not certain.

use std::ops::Range;

use memchr::memchr;

use super::{
    super::literal::is_spaced_path,
    Misreading,
    block::{BlockLine, OPAQUE, TextBlock},
};
use crate::{
    diag::Code,
    markdown::{OPENING, bare_addresses},
    vocabulary::is_hangul,
};

pub fn not_read(block: &TextBlock) -> Vec<Misreading> {
    if !may_hold_links(block.text()) {
        return Vec::new();
    }
    let mut misreadings: Vec<Misreading> = broken(block).into_iter().collect();
    for line in block.lines() {
        let forms = [
            bracketed,
            reversed,
            of_a_wiki,
            in_angles,
            in_two_brackets,
            without_end,
            with_bad_title,
        ];
        misreadings.extend(forms.into_iter().filter_map(|read| read(line)));
        let unsure =
            bare_addresses(line.text).find(|(_, certain)| !certain).map(|(place, _)| place);
        let unsure = unsure.or_else(|| unusual_address(line.text));
        // A link that is not read is reported itself.
        let unsure = unsure.filter(|place| !line.text[..place.start].ends_with("]("));
        misreadings.extend(unsure.map(|place| bare(line, place)));
        misreadings.extend(of_other_programs(line));
    }
    misreadings
}

/// Returns whether `text` contains any of the signs of links or of the markup of other programs.
/// Most texts do not.
fn may_hold_links(text: &str) -> bool {
    // 0xe3 and 0xef are the first bytes of `【` and of full-width brackets in UTF-8.
    let is_mark = |byte: u8| {
        matches!(byte, b'[' | b']' | b'<' | b'>' | b'{' | b'=' | b':' | b'+' | 0xe3 | 0xef)
    };
    text.bytes().any(is_mark) || text.contains("www.")
}

/// Finds `[words]` at the end of a line with `(address)` at the beginning of the next.
fn broken(block: &TextBlock) -> Option<Misreading> {
    let text = block.text();
    let end = text.find("]\n(")?;
    let start = text[..end].rfind(['[', '\n']).filter(|at| text[*at..].starts_with('['))?;
    let stop = text[end..].find(')')? + end + 1;
    let fixed = text[start..stop].replace("]\n(", "](");
    let is_link = is_address(&text[end + 3..stop - 1]);
    let misreading = Misreading::new(Code::LinkNotRead, start..end + 1);
    is_link.then(|| misreading.written(&text[start..=end], fixed))
}

/// Finds `<page.md>`: in this form only complete addresses are links.
fn in_angles(line: BlockLine) -> Option<Misreading> {
    let end = line.text.find(".md>")? + 4;
    let start = line.text[..end].rfind('<')?;
    let path = &line.text[start + 1..end - 1];
    let is_path = !path.contains([' ', OPAQUE]) && path.len() > 3;
    let name = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
    let fixed = ["[", name, "](", path, ")"].concat();
    is_path.then(|| misreading(line, start..end, fixed).0)
}

/// Finds `[words][address]`.
fn in_two_brackets(line: BlockLine) -> Option<Misreading> {
    let middle = line.text.find("][")?;
    let start = line.text[..middle].rfind('[')?;
    let end = middle + 2 + line.text[middle + 2..].find(']')?;
    let (words, address) = (&line.text[start + 1..middle], &line.text[middle + 2..end]);
    let fixed = ["[", words, "](", address, ")"].concat();
    let is_link = is_address(address) && !words.is_empty() && !words.contains(OPAQUE);
    is_link.then(|| misreading(line, start..end + 1, fixed).0)
}

/// Finds `[words](address` whose bracket is never closed.
fn without_end(line: BlockLine) -> Option<Misreading> {
    let middle = line.text.rfind("](")?;
    let start = line.text[..middle].rfind('[')?;
    let rest = &line.text[middle + 2..];
    let address = rest.split(char::is_whitespace).next().unwrap_or_default();
    let is_link = !rest.contains(')') && is_address(address);
    let end = middle + 2 + address.len();
    let fixed = [&line.text[start..end], ")"].concat();
    is_link.then(|| misreading(line, start..end, fixed).0)
}

/// Finds `[words](address title)` and `[words](address "title)`.
fn with_bad_title(line: BlockLine) -> Option<Misreading> {
    let middle = line.text.find("](")?;
    let start = line.text[..middle].rfind('[')?;
    let inside = &line.text[middle + 2..];
    let inside = &inside[..inside.find(')')?];
    let (address, title) =
        inside.split_once(char::is_whitespace).filter(|_| !is_spaced_path(inside))?;
    let words = &line.text[start + 1..middle];
    let fixed = ["[", words, "](", address, " \"", title.replace('"', "").trim(), "\")"].concat();
    let end = middle + 2 + inside.len() + 1;
    (is_address(address) && !words.is_empty()).then(|| misreading(line, start..end, fixed).0)
}

/// Returns the place of an address that is no link because its scheme is in capital letters or the
/// name of its site has other letters than those of ASCII.
fn unusual_address(text: &str) -> Option<Range<usize>> {
    let mut separators = text.match_indices("://").map(|(at, _)| at);
    separators.find_map(|at| {
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            let before = &text.as_bytes()[..at];
            before.len() >= scheme.len()
                && before[at - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
        })?;
        let start = at - scheme.len();
        let rest = &text[at + "://".len()..];
        let host = &rest[..rest.find(|c: char| !c.is_alphanumeric() && !".-".contains(c))?];
        let is_unusual = !host.is_ascii() || !text[start..at].starts_with('h');
        let is_host = host.contains('.') && host.starts_with(char::is_alphanumeric);
        let length = || rest.find(char::is_whitespace).unwrap_or(rest.len());
        (is_unusual && is_host).then(|| start..at + "://".len() + length())
    })
}

/// Finds `[words] (address)`, `[words]（address）`, `［words］(address)`, `【words】(address)`.
fn bracketed(line: BlockLine) -> Option<Misreading> {
    let mut opening = None;
    for (at, sign) in line.text.char_indices() {
        match sign {
            '[' | '［' | '【' => opening = Some((at, at + sign.len_utf8())),
            ']' | '］' | '】' => {
                let Some((start, first)) = opening else { continue };
                let rest = line.text[at + sign.len_utf8()..].trim_start();
                let Some(inside) = rest.strip_prefix(['(', '（']) else { continue };
                let from = line.text.len() - inside.len();
                // Where this address has no end, no later one has.
                let address = from..from + inside.find([')', '）'])?;
                let words = line.text[first..at].trim();
                if let Some(problem) = link_in_brackets(line, start, words, address) {
                    return Some(problem);
                }
            }
            _ => {}
        }
    }
    None
}

/// Returns the problem of a link that begins at `start` of the line, if it is one: with `words`,
/// and an address at the place `address`.
fn link_in_brackets(
    line: BlockLine,
    start: usize,
    words: &str,
    address: Range<usize>,
) -> Option<Misreading> {
    let close = line.text[address.end..].chars().next()?;
    let end = address.end + close.len_utf8();
    let address = line.text[address].trim();
    if !is_address(address) || words.is_empty() || words.contains(OPAQUE) {
        return None;
    }
    let fixed = ["[", words, "](", address, ")"].concat();
    let image = usize::from(line.text[..start].ends_with('!'));
    let fixed = ["!".repeat(image), fixed].concat();
    let (problem, written, fixed) = misreading(line, start - image..end, fixed);
    (written != fixed).then_some(problem)
}

/// Returns the problem with the text as it is written and as it should be.
fn misreading<'t>(
    line: BlockLine<'t>,
    part: Range<usize>,
    fixed: String,
) -> (Misreading, &'t str, String) {
    let written = &line.text[part.clone()];
    let problem =
        Misreading::new(Code::LinkNotRead, line.part(part)).written(written, fixed.clone());
    (problem, written, fixed)
}

/// Finds `(words)[address]`.
fn reversed(line: BlockLine) -> Option<Misreading> {
    let middle = line.text.find(")[")?;
    let start = line.text[..middle].rfind('(')?;
    let end = middle + 2 + line.text[middle + 2..].find(']')?;
    let (words, address) = (&line.text[start + 1..middle], &line.text[middle + 2..end]);
    let fixed = ["[", words, "](", address, ")"].concat();
    let is_link = is_address(address) && !words.is_empty();
    is_link.then(|| misreading(line, start..end + 1, fixed).0)
}

/// Finds `[[words]]`.
fn of_a_wiki(line: BlockLine) -> Option<Misreading> {
    if OF_CONTENTS.contains(&line.text.trim()) {
        return None;
    }
    let start = line.text.find("[[")?;
    let end = start + line.text[start..].find("]]")? + 2;
    let words = &line.text[start + 2..end - 2];
    let is_name = words.starts_with(char::is_alphabetic) && !words.contains([',', '[', OPAQUE]);
    let shown = words.rsplit('|').next().unwrap_or(words);
    let is_image = line.text[..start].ends_with('!');
    let file = if is_image { words.split('|').next().unwrap_or(words) } else { "page.md" };
    let fixed = [if is_image { "!" } else { "" }, "[", shown, "](", file, ")"].concat();
    is_name.then(|| misreading(line, start - usize::from(is_image)..end, fixed).0)
}

/// Returns whether `text` looks like an address, by its first or last letters.
fn is_address(text: &str) -> bool {
    let begins = ["https://", "http://", "mailto:", "www.", "./", "../", "#"];
    let ends = [".md", ".html", ".htm", ".pdf", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp"];
    let path = text.split(['#', '?']).next().unwrap_or_default();
    let (has_space, is_long) = (text.contains(char::is_whitespace), text.len() > 1);
    !has_space
        && is_long
        && (begins.iter().any(|start| text.starts_with(start))
            || ends.iter().any(|end| path.ends_with(end)))
}

/// Finds the formulas of other programs: `\(x = 1\)`, `\[x = 1\]`, `$$x = 1$$`, `$x=1$`.
pub fn formula(block: &TextBlock, body: &str) -> Option<Misreading> {
    let place = escaped_formula(block, body).or_else(|| {
        memchr(b'$', block.text().as_bytes())?;
        let place = ["$$", "$"].iter().find_map(|sign| dollar_formula(block.text(), sign))?;
        Some(block.place(place))
    })?;
    let problem = Misreading::new(Code::LiteralMarkdown, place.clone()).hint("formula");
    Some(problem.arg("found", &body[place]))
}

/// Finds `\(x = 1\)` and `\[x = 1\]`; Markdown drops their backslashes.
fn escaped_formula(block: &TextBlock, body: &str) -> Option<Range<usize>> {
    let mut whole = block.place(0..block.text().len());
    // The backslash of an escaped sign is no part of the text.
    whole.start -= usize::from(body.get(..whole.start)?.ends_with('\\'));
    let written = body.get(whole.clone())?;
    memchr(b'\\', written.as_bytes())?;
    let (start, length) = [("\\(", "\\)"), ("\\[", "\\]")].iter().find_map(|(open, close)| {
        let start = written.find(open)?;
        Some((start, written[start..].find(close)? + close.len()))
    })?;
    let inside = &written[start + 2..start + length - 2];
    // In `f\(x\)` the brackets are escaped, in `\\(` a backslash.
    let is_open = !written[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '\\');
    let has_signs = inside.contains(['=', '^', '_', '\\']) || inside.trim().len() == 1;
    (is_open && has_signs).then_some(whole.start + start..whole.start + start + length)
}

/// Finds a formula between two signs. Prices are none: `$5 = 6,500원, $6 = 7,800원`.
fn dollar_formula(text: &str, sign: &str) -> Option<Range<usize>> {
    let start = text.find(sign)?;
    let inside = &text[start + sign.len()..];
    let end = inside.find(sign)?;
    let (inside, after) = (&inside[..end], &inside[end + sign.len()..]);
    let is_tight = sign == "$$" || inside.trim() == inside;
    let stands_alone = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '$')
        && !after.starts_with(|c: char| c.is_ascii_alphanumeric());
    let is_formula = inside.contains(['=', '^', '_', '\\', OPAQUE])
        && inside.contains(|c: char| c.is_ascii_alphabetic())
        && !inside.contains(is_hangul);
    (is_tight && stands_alone && is_formula).then(|| start..start + end + 2 * sign.len())
}

fn bare(line: BlockLine, place: Range<usize>) -> Misreading {
    let end = line.text[place.end..].find(char::is_whitespace);
    let whole = &line.text[place.start..end.map_or(line.text.len(), |end| place.end + end)];
    let problem = Misreading::new(Code::BareAddress, line.part(place.clone()));
    problem.written(whole, ["<", &line.text[place], ">"].concat())
}

/// The words by which other programs insert a table of contents.
const OF_CONTENTS: [&str; 5] = ["[TOC]", "[toc]", "[[toc]]", "[[_TOC_]]", "[[TOC]]"];

/// Finds marks of other programs: `==words==`, `++words++`, `{{< name >}}`, `{% name %}`, `{: .name}`,
/// `<o:p>`, `:name:`, `[TOC]`.
fn of_other_programs(line: BlockLine) -> Option<Misreading> {
    let pairs =
        [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{: ", "}"), ("<o:", ">"), ("==", "==")];
    let between = pairs.into_iter().find_map(|(open, close)| {
        let start = line.text.find(open)?;
        let inside = &line.text[start + open.len()..];
        let length = inside.find(close).filter(|length| *length > 0)?;
        let words = &inside[..length];
        let is_marked = open != "==" || words.trim() == words && !words.contains('=');
        let has_words = words.chars().any(char::is_alphabetic) && !words.contains(OPAQUE);
        (is_marked && has_words).then_some(start..start + open.len() + length + close.len())
    });
    let contents = || OF_CONTENTS.contains(&line.text.trim()).then(|| line.range());
    let emoji = || named_emoji(line.text).map(|part| line.part(part));
    let inserted = || inserted(line.text).map(|part| line.part(part));
    let between = between.map(|part| line.part(part));
    let place = between.or_else(contents).or_else(emoji).or_else(inserted)?;
    let written = &line.text[place.start - line.at..place.end - line.at];
    let misread = Misreading::new(Code::LiteralMarkdown, place.clone()).hint("other-program");
    Some(misread.arg("found", written))
}

/// Finds `++words++`. `C++` and `i++` have a word before the signs, and where `++i` and `i++`
/// are compared, the same name follows the first signs and precedes the second.
fn inserted(text: &str) -> Option<Range<usize>> {
    const SIGNS: &str = "++";
    let mut places = text.match_indices(SIGNS).map(|(at, _)| at);
    places.find_map(|start| {
        let (before, inside) = (&text[..start], &text[start + SIGNS.len()..]);
        let words = &inside[..inside.find(SIGNS)?];
        let after = &inside[words.len() + SIGNS.len()..];
        let stands_alone =
            before.chars().next_back().is_none_or(|c| c.is_whitespace() || OPENING.contains(c))
                && !after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '+');
        let is_tight = words.trim() == words && words.contains(char::is_alphabetic);
        let is_plain = !words.contains(['+', '=', ';', OPAQUE]) && !compares_increments(words);
        let end = start + SIGNS.len() + words.len() + SIGNS.len();
        (stands_alone && is_tight && is_plain).then_some(start..end)
    })
}

/// Returns whether `words` stands between the signs of two increments: `i and j`, `i와 i`.
fn compares_increments(words: &str) -> bool {
    const LONGEST_COUNTER: usize = 2;
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let first = words.split(|c| !is_of_name(c)).next().unwrap_or_default();
    let last = words.rsplit(|c| !is_of_name(c)).next().unwrap_or_default();
    let are_names = !first.is_empty() && !last.is_empty() && first.len() < words.len();
    let are_short = first.len() <= LONGEST_COUNTER && last.len() <= LONGEST_COUNTER;
    are_names && (first == last || are_short)
}

/// The names of emoji in other programs that people write often.
#[rustfmt::skip]
const EMOJI: [&str; 48] = [
    "+1", "-1", "100", "bangbang", "bell", "book", "books", "boom", "bug", "bulb", "calendar", "clap",
    "construction", "email", "exclamation", "eyes", "fire", "gear", "hammer", "heart",
    "heavy_check_mark", "information_source", "key", "link", "lock", "mag", "memo", "ok", "pencil",
    "phone", "point_right", "pray", "pushpin", "question", "rocket", "rotating_light", "seedling",
    "smile", "sparkles", "star", "sunny", "tada", "thumbsup", "warning", "white_check_mark", "wrench",
    "x", "zap",
];

/// Returns the place of `:warning:` as a word of its own.
fn named_emoji(text: &str) -> Option<Range<usize>> {
    let mut end = 0;
    text.split([' ', '\t', OPAQUE]).find_map(|word| {
        let start = end;
        end += word.len() + 1;
        let name = word.strip_prefix(':').and_then(|rest| rest.strip_suffix(':'))?;
        EMOJI.contains(&name).then_some(start..start + word.len())
    })
}
