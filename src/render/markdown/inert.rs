//! Keeps programs that show Markdown from finding anything active in a page. They differ in what
//! they read: some know no footnotes, some no tables, and what is left out of a page may have been
//! what kept two of its parts from being read together. So the finished text is read as they do.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::html::keeps_tags;
use crate::markdown::is_safe_link;

/// The readers: of CommonMark, and of what GitHub adds to it.
const READERS: [Options; 2] = [
    Options::empty(),
    Options::ENABLE_TABLES
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_GFM),
];

/// Returns `text`, or the same as a block of code if a reader would find in it a tag or a link
/// that may run something.
pub fn inert(text: String) -> String {
    match has_no_tags(&text) && READERS.iter().all(|options| runs_nothing(&text, *options)) {
        true => text,
        false => fenced(&text),
    }
}

/// Returns whether no line outside of blocks of code has what begins a tag, whatever a reader
/// takes the line for.
fn has_no_tags(text: &str) -> bool {
    let mut fence: Option<&str> = None;
    text.lines().all(|line| {
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || " \t>-*+.)".contains(c));
        let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'));
        let run = sign.map_or("", |sign| &line[..line.len() - line.trim_start_matches(sign).len()]);
        match fence {
            Some(open) if run.starts_with(open) && line.trim_end() == run => fence = None,
            Some(_) => {}
            None if run.len() >= 3 && !line[run.len()..].contains('`') => fence = Some(run),
            None => return has_only_plain_tags(line),
        }
        true
    })
}

fn runs_nothing(text: &str, options: Options) -> bool {
    Parser::new_ext(text, options).all(|event| match event {
        Event::Html(html) | Event::InlineHtml(html) => has_only_plain_tags(&html),
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
            is_safe_link(&dest_url)
        }
        _ => true,
    })
}

/// Returns whether each tag in `html` is one that stands for itself, without attributes.
fn has_only_plain_tags(html: &str) -> bool {
    html.match_indices('<').all(|(at, _)| {
        let rest = &html[at + 1..];
        let tag = rest.strip_prefix('/').unwrap_or(rest);
        let is_address = |inside: &str| {
            let mail = inside.contains('@') && !inside.contains([':', '"', '=']);
            mail || inside.starts_with("https://") || inside.starts_with("http://")
        };
        let is_plain = tag.split_once('>').is_some_and(|(inside, _)| {
            !inside.contains(char::is_whitespace) && (keeps_tags(inside) || is_address(inside))
        });
        let begins = |c: char| c.is_ascii_alphabetic() || "/!?".contains(c);
        is_plain || !rest.is_empty() && !rest.starts_with(begins)
    })
}

/// Returns `text` as a block of code, which nothing in it can end.
pub fn fenced(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default().max(2) + 1);
    let end = if text.ends_with('\n') { "" } else { "\n" };
    [&fence, "\n", text, end, &fence, "\n"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_nothing_is_left_alone() {
        for text in [
            "Text *with* <sub>2</sub> and [a link](https://a.example), a < b, 1 <2\n",
            "<https://a.example> and <a@b.example>\n",
            "<table><tr><td>a</td></tr></table>\n",
            "```html\n<script>a</script>\n```\n",
            "- item\n\n  ```html\n  <script>a</script>\n  ```\n",
            "&lt;script>\n",
            "a[^a]\n\n[^a]: Note.\n",
        ] {
            assert_eq!(inert(text.to_owned()), text);
        }
    }

    #[test]
    fn what_runs_for_some_readers_is_code() {
        for text in [
            "<script>a</script>\n",
            "a <sub onclick=b>c</sub>\n",
            "<td\nonclick=b>\n",
            "a <!-- b -->\n",
            "`<script>`\n",
            "www.a.example\\<img src=x onerror=a>\n",
            "a <?b?>\n",
            "~~~ of\n\n```\n~~~\n<img src=x onerror=a>\n```\n",
            "a[^a]\n\n[^a]: javascript:a\n",
            "[x]: java&#115;cript:a\n\n[x]\n",
            "![x](<data:text/html,a>)\n",
            "[a](\tjavascript:b)\n",
        ] {
            assert_eq!(inert(text.to_owned()), fenced(text));
            assert!(READERS.iter().all(|options| runs_nothing(&fenced(text), *options)));
        }
        assert_eq!(fenced("a\n````b"), "`````\na\n````b\n`````\n");
    }
}
