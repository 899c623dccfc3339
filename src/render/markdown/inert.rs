//! What readers of Markdown may make of a page. They differ from giljabi in what they read:
//! some know no footnotes, some no tables, and what is left out of a page may have been what
//! kept two of its parts from being read together. So the finished text is read as they do.

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
    match READERS.iter().all(|options| runs_nothing(&text, *options)) {
        true => text,
        false => fenced(&text),
    }
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
        let is_plain = tag.split_once('>').is_some_and(|(name, _)| keeps_tags(name));
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
            "<table><tr><td>a</td></tr></table>\n",
            "```html\n<script>a</script>\n```\n",
            "`<script>` and \\<script>\n",
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
