//! Finds plain text that its author probably meant as Markdown: callouts with a mistyped kind,
//! links with a space in their path, and Markdown inside a block of HTML. Only cases that are
//! almost certain are reported.

use std::{cell::LazyCell, ops::Range};

use memchr::memmem;
use pulldown_cmark::{Event, Tag};
use rustc_hash::FxHashMap;

use super::{Reader, escapes::is_escaped, narrow};
use crate::{
    diag::{Code, Diagnostic, closest},
    literal::inline_markup,
    markdown::{RawForm, raw_tags, tags_and_text},
};

impl Reader<'_> {
    /// Reports the first words of a quotation at `range` that were meant as a callout.
    pub(super) fn callout(&mut self, event: &Event, range: &Range<usize>) {
        match event {
            Event::Start(Tag::BlockQuote(None)) => self.quotation = true,
            Event::Start(Tag::Paragraph) => {}
            Event::Text(text) => {
                if std::mem::take(&mut self.quotation)
                    && let Some(intended) = callout(text)
                {
                    let place = narrow(self.body, range, &intended.mark);
                    self.report(Code::UnknownCallout, place, |d| {
                        let unknown = d.arg("found", &*intended.mark);
                        match intended.hint {
                            CalloutHint::Kind(kind) => {
                                unknown.arg("suggestion", kind).hint("did-you-mean")
                            }
                            CalloutHint::Title => unknown.hint("title"),
                            CalloutHint::None => unknown,
                        }
                    });
                }
            }
            _ => self.quotation = false,
        }
    }

    /// Reports Markdown inside a block of HTML, which is not parsed.
    pub(super) fn literal_in_html(&mut self, html: &str, range: &Range<usize>) {
        // Comments are removed from the page.
        let html = tags_and_text(html);
        if let Some(markdown) = markdown_in_html(&html) {
            let place = narrow(self.body, range, markdown);
            let hint = markdown.starts_with('`').then_some("html-code");
            let markdown = markdown.to_owned();
            self.report(Code::LiteralMarkdown, place, |d| Diagnostic {
                hint,
                ..d.arg("found", markdown)
            });
        }
    }

    /// Reports a fence that is never closed: everything after it becomes code. Returns whether it is.
    pub(super) fn unclosed_fence(&mut self, range: &Range<usize>) -> bool {
        let written = self.body[range.clone()].trim_end();
        let opening = written.lines().next().unwrap_or_default();
        let fence = opening.trim_start();
        let mark = fence.chars().next().unwrap_or('`');
        let length = fence.chars().take_while(|c| *c == mark).count();
        let line = self.body[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let quotations = self.body[line..range.start].matches('>').count();
        let mut last = written.lines().skip(1).last().unwrap_or_default().trim();
        for _ in 0..quotations {
            last = last.strip_prefix('>').unwrap_or(last).trim_start();
        }
        let closes = last.len() >= length && last.chars().all(|c| c == mark);
        if !closes {
            let place = range.start..range.start + opening.len();
            self.report(Code::UnclosedFence, place, |d| d);
        }
        !closes
    }

    /// Reports `[text][label]` with an undefined label; the parser leaves it as text.
    pub(super) fn unknown_reference(&mut self, range: &Range<usize>) {
        if memmem::find(self.body[range.clone()].as_bytes(), b"][").is_none() {
            return;
        }
        for place in unknown_references(self.body, range) {
            let label = self.body[place.clone()].trim_end_matches(']');
            let label = label.rsplit_once('[').map_or("", |(_, label)| label).to_owned();
            self.report(Code::UndefinedLink, place, |d| d.arg("found", label));
        }
    }

    /// Reports `[Note]: words`: the parser takes it for the definition of a link that nobody
    /// uses, and drops it.
    pub(super) fn meaningless_definitions(&mut self, places: Vec<Range<usize>>) {
        let body = self.body;
        let uses = LazyCell::new(|| uses_of_labels(body));
        for place in places {
            let written = self.body[place.clone()].trim_end();
            let Some((label, address)) = written.split_once("]:") else { continue };
            let address = address.trim();
            // `[words]:(page.md)` was meant as a link.
            let is_link = address.starts_with('(');
            let leads = address.contains(['/', '#', ':', '@', '<'])
                || address.trim_end_matches('.').contains('.');
            // One of them is the definition.
            let is_used = || uses.get(label.trim_start_matches('[')).is_some_and(|uses| *uses > 1);
            if is_link || !leads && !is_used() {
                let definition = written.to_owned();
                let fixed = match is_link {
                    true => [label, "]", address].concat(),
                    false => ["\\", written].concat(),
                };
                self.report(Code::LinkNotRead, place, |d| {
                    let d = d.arg("found", definition).arg("fixed", fixed);
                    if is_link { d } else { d.hint("definition") }
                });
            }
        }
    }

    /// Reports a link whose path contains a space; the parser leaves it as text.
    pub(super) fn spaced_link(&mut self, range: &Range<usize>) {
        let written = &self.body[range.clone()];
        if memchr::memchr(b']', written.as_bytes()).is_none() {
            return;
        }
        if let Some(link) = spaced_link(written) {
            let place = range.start + link.start..range.start + link.end;
            if is_escaped(self.body, place.start) {
                return;
            }
            let link = self.body[place.clone()].to_owned();
            let fixed = with_address_that_works(&link);
            self.report(Code::LiteralMarkdown, place, |d| {
                d.arg("found", link).arg("fixed", fixed).hint("space")
            });
        }
    }
}

/// The kinds of callouts.
const KINDS: [&str; 5] = ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];

/// The Korean names of callouts, and their kinds.
const KOREAN: [(&str, &str); 11] = [
    ("참고", "NOTE"),
    ("노트", "NOTE"),
    ("메모", "NOTE"),
    ("안내", "NOTE"),
    ("팁", "TIP"),
    ("도움말", "TIP"),
    ("중요", "IMPORTANT"),
    ("경고", "WARNING"),
    ("위험", "CAUTION"),
    ("주의", "CAUTION"),
    ("주의사항", "CAUTION"),
];

/// The first words of a quotation that was meant as a callout.
struct Callout {
    /// `[!WARNIGN]`
    mark: String,
    hint: CalloutHint,
}

/// The reason to take a quotation for a callout.
enum CalloutHint {
    /// The kind that was probably meant.
    Kind(&'static str),
    /// The kind is right, but a title stands beside it.
    Title,
    None,
}

/// Reads the first line of a quotation that the parser did not read as a callout.
fn callout(line: &str) -> Option<Callout> {
    let (name, rest) = line.strip_prefix("[!")?.split_once(']')?;
    let name = name.trim();
    if name.is_empty() {
        return None;
    }
    let mark = ["[!", name, "]"].concat();
    let is_known = KINDS.iter().any(|kind| kind.eq_ignore_ascii_case(name));
    if is_known {
        let titled = !rest.trim().is_empty();
        return titled.then_some(Callout { mark, hint: CalloutHint::Title });
    }
    let korean = KOREAN.iter().find(|(korean, _)| *korean == name).map(|(_, kind)| *kind);
    let near = || {
        let near = closest(name, KINDS)?;
        KINDS.into_iter().find(|kind| *kind == near)
    };
    let hint = korean.or_else(near).map_or(CalloutHint::None, CalloutHint::Kind);
    Some(Callout { mark, hint })
}

/// Returns the first Markdown in the text of a block of HTML, as it is written.
fn markdown_in_html(html: &str) -> Option<&str> {
    let (mut written, mut verbatim) = (0, 0_usize);
    for tag in raw_tags(html) {
        if verbatim == 0
            && let Some(markdown) = html.get(written..tag.range.start).and_then(marked)
        {
            return Some(markdown);
        }
        if tag.form == RawForm::Text {
            continue;
        }
        written = tag.range.end;
        let shows_as_written = matches!(tag.name.as_str(), "code" | "pre" | "kbd" | "samp" | "var");
        match tag.form {
            RawForm::Start { ends: false, .. } if shows_as_written => verbatim += 1,
            RawForm::End if shows_as_written => verbatim = verbatim.saturating_sub(1),
            _ => {}
        }
    }
    html.get(written..).and_then(marked)
}

/// Returns `**strong**`, `[text](path)` or `code` in one line of text, or the mark of a block
/// at its beginning.
fn marked(text: &str) -> Option<&str> {
    let first = text.lines().take(1).map(|line| (line, false));
    let mut lines = first.chain(text.lines().skip(1).map(|line| (line, true)));
    lines.find_map(|(line, begins)| {
        let block = begins.then(|| block_mark(line)).flatten();
        block.or_else(|| inline_markup(line))
    })
}

/// Returns the mark of a list item or a heading, or the row of dashes of a table, at the
/// beginning of `line`.
fn block_mark(line: &str) -> Option<&str> {
    let text = line.trim();
    let words = text.trim_start_matches(|c: char| "-*+#.".contains(c) || c.is_ascii_digit());
    let mark = &text[..text.len() - words.len()];
    let is_number = mark.strip_suffix('.').is_some_and(|number| number.parse::<u8>().is_ok());
    let is_heading = mark.len() > 1 && mark.bytes().all(|byte| byte == b'#');
    let is_item = matches!(mark, "-" | "*" | "+") || is_number;
    let has_words = words.starts_with(' ') && words.contains(char::is_alphanumeric);
    let is_dashes = text.starts_with('|') && text.contains("--") && words == text;
    let is_dashes = is_dashes && text.bytes().all(|byte| b"|-: ".contains(&byte));
    let is_fence = text.starts_with("```") || text.starts_with("~~~");
    let quotes = text.strip_prefix("> ").is_some_and(|words| words.contains(char::is_alphanumeric));
    (is_dashes || is_fence || quotes || has_words && (is_heading || is_item)).then_some(text)
}

/// Returns the range of `[text](a path.md)` in the source of a text.
fn spaced_link(written: &str) -> Option<Range<usize>> {
    written.match_indices("](").find_map(|(middle, _)| {
        let start = last_before(written, middle, b'[')?;
        let end = end_of_address(written, middle + 2)?;
        let (path, _) = without_title(&written[middle + 2..end]);
        let escaped = [start, middle].iter().any(|at| written[..*at].ends_with('\\'));
        let on_a_line = !written[start..end].contains('\n');
        (!escaped && on_a_line && is_spaced_path(path)).then_some(start..end + 1)
    })
}

/// Returns the ranges of `[text][label]` in the text at `range` of `body`. Brackets right after
/// a word or a sign are no link (`table[0][1]`), and neither are numbers and names in capitals:
/// citations (`[1][2]`), the beginning of a line in a log (`[ERROR][main]`).
fn unknown_references(body: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    let written = &body[range.clone()];
    let middles = written.match_indices("][").map(|(at, _)| range.start + at);
    let references = middles.filter_map(|middle| {
        let start = last_before(body, middle, b'[').filter(|start| *start >= range.start)?;
        let end = first_after(body, middle + 2, b']').filter(|end| *end < range.end)?;
        let (text, label) = (&body[start + 1..middle], &body[middle + 2..end]);
        let before = body[..start].chars().next_back();
        let stands_alone = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"'));
        let has_words = text.chars().any(|c| c.is_alphabetic() && !c.is_uppercase());
        let is_plain = !text.starts_with('^') && !label.is_empty() && !text.contains('\n');
        let escaped = is_escaped(body, start) || is_escaped(body, middle);
        (stands_alone && has_words && is_plain && !escaped).then_some(start..end + 1)
    });
    references.collect()
}

/// Returns how often each text stands in square brackets.
fn uses_of_labels(body: &str) -> FxHashMap<&str, u32> {
    let mut uses = FxHashMap::default();
    for (_, label) in body.split(']').filter_map(|before| before.rsplit_once('[')) {
        *uses.entry(label).or_insert(0) += 1;
    }
    uses
}

/// How far a link reaches from its middle, in bytes. The limit keeps the work linear for texts
/// with many brackets.
const LONGEST_HALF: usize = 1_000;

/// Returns the last `sign` before `at`, if it is near.
fn last_before(text: &str, at: usize, sign: u8) -> Option<usize> {
    let from = at.saturating_sub(LONGEST_HALF);
    memchr::memrchr(sign, &text.as_bytes()[from..at]).map(|distance| from + distance)
}

/// Returns the first `sign` from `at` on, if it is near.
fn first_after(text: &str, at: usize, sign: u8) -> Option<usize> {
    let near = &text.as_bytes()[at..text.len().min(at + LONGEST_HALF)];
    memchr::memchr(sign, near).map(|distance| at + distance)
}

/// Returns the end of an address that begins at `start`: the bracket that closes it.
fn end_of_address(text: &str, start: usize) -> Option<usize> {
    let near = &text.as_bytes()[start..text.len().min(start + LONGEST_HALF)];
    let mut depth = 0_u32;
    let end = near.iter().position(|byte| {
        depth += u32::from(*byte == b'(');
        let closes = *byte == b')' && depth == 0;
        depth = depth.saturating_sub(u32::from(*byte == b')'));
        closes
    });
    end.map(|length| start + length).or_else(|| first_after(text, start, b')'))
}

/// Splits `path "title"`.
fn without_title(address: &str) -> (&str, &str) {
    let title = address.trim_end().strip_suffix('"').and_then(|rest| rest.rfind(" \""));
    title.map_or((address, ""), |at| address.split_at(at))
}

/// Returns whether `path` has spaces, and is an address or ends like the name of a file.
pub(super) fn is_spaced_path(path: &str) -> bool {
    const LONGEST_EXTENSION: usize = 5;
    let file = path.split('#').next().unwrap_or_default();
    let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
    let is_file = (1..=LONGEST_EXTENSION).contains(&extension.len())
        && extension.chars().all(|c| c.is_ascii_alphanumeric());
    let is_path = ["../", "./", "#", "mailto:", "tel:"].iter().any(|start| path.starts_with(start));
    // Behind the bare name of a site stands a title.
    let is_website = path.split(' ').next().is_some_and(|first| {
        first
            .split_once("://")
            .is_some_and(|(scheme, rest)| matches!(scheme, "http" | "https") && rest.contains('/'))
    });
    let is_plain = !path.starts_with('<') && !path.contains('"');
    path.trim().contains(' ') && is_plain && (is_file || is_path || is_website)
}

/// Returns the link `[text](a path.pdf)` in the form that the parser reads: in angle brackets. Pages
/// and sections have no spaces in their names, and other sites a code for them.
fn with_address_that_works(link: &str) -> String {
    let Some((text, address)) = link.split_once("](") else { return link.to_owned() };
    let (path, title) = without_title(address.strip_suffix(')').unwrap_or(address));
    let (file, section) = match path.trim().split_once('#') {
        Some((file, section)) => (file, ["#", &section.replace(' ', "-")].concat()),
        None => (path.trim(), String::new()),
    };
    let fixed = match () {
        () if file.ends_with(".md") || file.starts_with("tel:") => file.replace(' ', "-"),
        () if file.contains("://") || file.starts_with("mailto:") => file.replace(' ', "%20"),
        () if file.contains(' ') => ["<", file, &section, ">"].concat(),
        () => file.to_owned(),
    };
    let section = if fixed.ends_with('>') { "" } else { &section };
    [text, "](", &fixed, section, title, ")"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callouts_are_recognised_by_their_first_words() {
        let kind = |line| match callout(line).map(|callout| callout.hint) {
            Some(CalloutHint::Kind(kind)) => kind,
            Some(CalloutHint::Title) => "title",
            Some(CalloutHint::None) => "none",
            None => "",
        };
        assert_eq!(kind("[!WARNIGN]"), "WARNING");
        assert_eq!(kind("[!주의]"), "CAUTION");
        assert_eq!(kind("[!팁] 제목"), "TIP");
        assert_eq!(kind("[!note] Own title"), "title");
        assert_eq!(kind("[!tldr]"), "none");
        assert_eq!(kind("[!NOTE]"), "");
        assert_eq!(kind("[!]"), "");
        assert_eq!(kind("[1] see"), "");
    }

    #[test]
    fn markdown_in_html_is_found_where_it_is_text() {
        assert_eq!(markdown_in_html("<summary>요약 **b** c</summary>"), Some("**b**"));
        assert_eq!(markdown_in_html("<p>[x](b.md)</p>"), Some("[x](b.md)"));
        assert_eq!(markdown_in_html("<div>\n- one\n</div>"), Some("- one"));
        assert_eq!(markdown_in_html("<div>\n### 셋\n</div>"), Some("### 셋"));
        assert_eq!(markdown_in_html("<td>\n`a` b</td>"), Some("`a`"));
        for html in [
            "<code>**b** [x](b.md)</code>",
            "<p title=\"**b** [x](b.md)\">2 ** 3 ** 4</p>",
            "<p>a - b\n3.5 # 2</p>",
            "<pre>a[i](b)</pre>",
        ] {
            assert_eq!(markdown_in_html(html), None, "{html}");
        }
    }

    #[test]
    fn references_without_a_definition_are_found() {
        let links = |text: &'static str| -> Vec<&str> {
            let whole = 0..text.len();
            unknown_references(text, &whole).into_iter().map(|place| &text[place]).collect()
        };
        assert_eq!(links("가 [글][없음] 나 ([a][b])"), ["[글][없음]", "[a][b]"]);
        assert_eq!(links("\\\\ [a][b]"), ["[a][b]"]);
        for text in [
            "table[0][1]",
            "`rows`[i][j]",
            "*a*[b][c]",
            "결과 [1][2].",
            "[2024-01-01][ERROR] log",
            "[INFO][main] started",
            "\\[a][b]",
            "[a\\][b]",
            "[a]\n[b]",
            "[a] [b]",
            "[a][]",
            "[^a][b]",
        ] {
            assert_eq!(links(text), [""; 0], "{text}");
        }
        assert!(unknown_references("\\[a][b]", &(1..7)).is_empty());
    }

    #[test]
    fn links_with_spaces_are_found() {
        let links = |text: &'static str| spaced_link(text).map(|range| &text[range]);
        assert_eq!(links("가 [한](한글 파일.txt) 나"), Some("[한](한글 파일.txt)"));
        assert_eq!(links("[a](b c.md#d)"), Some("[a](b c.md#d)"));
        assert_eq!(links("[1](see the appendix)"), None);
        assert_eq!(links("[a](b c (d).md)"), Some("[a](b c (d).md)"));
        assert_eq!(links("[a](b c.pdf \"d\")"), Some("[a](b c.pdf \"d\")"));
        assert_eq!(links("[a](tel:02 123 4567)"), Some("[a](tel:02 123 4567)"));
        assert_eq!(links("[a](https://a.example 글)"), None);
        assert_eq!(links("\\[a](b c.md)"), None);
        assert_eq!(links("[a](<b c.md)"), None);
        for (link, fixed) in [
            ("[한](한글 파일.txt)", "[한](<한글 파일.txt>)"),
            ("[한](한글 (1).txt \"글\")", "[한](<한글 (1).txt> \"글\")"),
            ("[한](가이드/환불 정책.md#첫 절)", "[한](가이드/환불-정책.md#첫-절)"),
            ("[한](a.md#첫 절)", "[한](a.md#첫-절)"),
            ("[한](https://a.example/환불 정책)", "[한](https://a.example/환불%20정책)"),
            ("[한](tel:02 123 4567)", "[한](tel:02-123-4567)"),
        ] {
            assert_eq!(with_address_that_works(link), fixed);
        }
    }
}
