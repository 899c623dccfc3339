//! What an edit did to a page: nothing, its styles, or one of its sections.

use std::ops::Range;

use memchr::memmem;
use rustc_hash::FxHashMap;

/// What a tab has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Only stylesheets have other addresses: those of the new page, in order.
    Styles(Vec<String>),
    /// The page has changed; the id of the first section that did, where one has.
    Page { section: Option<String> },
}

/// How a row of the side-by-side view begins.
const ROW: &[u8] = b"<section id=\"row-";

/// Compares two versions of a page's HTML.
pub fn between(old: &[u8], new: &[u8]) -> Option<Change> {
    if old == new {
        return None;
    }
    let (old_styles, new_styles) = (styles(old), styles(new));
    if old_styles.len() == new_styles.len() && same_without(old, &old_styles, new, &new_styles) {
        let addresses = new_styles.into_iter();
        let addresses = addresses.map(|at| String::from_utf8_lossy(&new[at]).into_owned());
        return Some(Change::Styles(addresses.collect()));
    }
    Some(Change::Page { section: changed_section(old, new) })
}

/// Where the addresses of stylesheets stand.
fn styles(html: &[u8]) -> Vec<Range<usize>> {
    let tags = memmem::find_iter(html, b"<link ");
    let address = |start: usize| {
        let end = start + memchr::memchr(b'>', &html[start..])?;
        let tag = &html[start..end];
        memmem::find(tag, b"stylesheet")?;
        let from = memmem::find(tag, b"href=")? + b"href=".len();
        let quoted = tag.get(from) == Some(&b'"');
        let from = from + usize::from(quoted);
        let stop = |byte: &u8| if quoted { *byte == b'"' } else { *byte == b' ' };
        let to = tag[from..].iter().position(stop).map_or(tag.len(), |length| from + length);
        Some(start + from..start + to)
    };
    tags.filter_map(address).collect()
}

fn same_without(old: &[u8], cut: &[Range<usize>], new: &[u8], new_cut: &[Range<usize>]) -> bool {
    let mut at = (0, 0);
    for (a, b) in cut.iter().zip(new_cut) {
        if old[at.0..a.start] != new[at.1..b.start] {
            return false;
        }
        at = (a.end, b.end);
    }
    old[at.0..] == new[at.1..]
}

/// The first section of `new` that `old` does not have or has otherwise.
fn changed_section(old: &[u8], new: &[u8]) -> Option<String> {
    let known: FxHashMap<&[u8], &[u8]> = sections(old).into_iter().collect();
    let changed = |(id, text): &(&[u8], &[u8])| known.get(id) != Some(text);
    // What stands beside the text speaks of other pages too, and changes with them.
    let beside = |(id, _): &(&[u8], &[u8])| {
        let before = &new[..(id.as_ptr() as usize).saturating_sub(new.as_ptr() as usize)];
        let opened = memmem::rfind(before, b"<aside");
        let tag = |at: usize| before[at..].split(|byte| *byte == b'>').next();
        let is_callout = |tag: &[u8]| memmem::find(tag, b"callout").is_some();
        opened > memmem::rfind(before, b"</aside>") && !opened.and_then(tag).is_some_and(is_callout)
    };
    let found = sections(new).into_iter().filter(|section| !beside(section)).find(changed);
    found.map(|(id, _)| String::from_utf8_lossy(id).into_owned())
}

/// The id of each heading in the page's main part, with what follows up to the
/// next one; of each row where the page has rows, in which there may be headings.
fn sections(html: &[u8]) -> Vec<(&[u8], &[u8])> {
    let start = memmem::find(html, b"<main").unwrap_or(0);
    let end = memmem::rfind(html, b"</main>").unwrap_or(html.len());
    let main = html.get(start..end).unwrap_or_default();
    let rows = memmem::find_iter(main, ROW);
    let mut heads: Vec<(usize, &[u8])> =
        rows.filter_map(|at| Some((at, id_of(&main[at..])?))).collect();
    if heads.is_empty() {
        let headings = memmem::find_iter(main, b"<h");
        heads.extend(headings.filter_map(|at| Some((at, heading_id(&main[at..])?))));
    }
    let ends = heads.iter().skip(1).map(|(at, _)| *at).chain([main.len()]);
    heads.iter().zip(ends).map(|((at, id), end)| (*id, &main[*at..end])).collect()
}

/// The id of a heading (`<h2 id="…">` to `<h6>`) at the start of `html`.
fn heading_id(html: &[u8]) -> Option<&[u8]> {
    if !matches!(html.get(2)?, b'2'..=b'6') {
        return None;
    }
    id_of(html)
}

/// The id of the element at the start of `html`.
fn id_of(html: &[u8]) -> Option<&[u8]> {
    let tag = &html[..memchr::memchr(b'>', html)?];
    let from = memmem::find(tag, b" id=")? + b" id=".len();
    let value = tag.get(from..)?;
    match value.strip_prefix(b"\"") {
        Some(quoted) => quoted.split(|byte| *byte == b'"').next(),
        None => value.split(|byte| *byte == b' ').next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(style: &str, body: &str) -> Vec<u8> {
        let head =
            format!("<link rel=\"stylesheet\" href=\"/assets/{style}.css\"><link rel=icon href=x>");
        format!("<head>{head}</head><main><nav>a b</nav>{body}</main>").into_bytes()
    }

    const BODY: &str = "<p>start</p><h2 id=\"a\">A</h2><p>1</p><h3 id=b>B</h3><p>2</p>";

    fn section(body: &str) -> Option<String> {
        match between(&page("s.1", BODY), &page("s.1", body)) {
            Some(Change::Page { section }) => section,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn styles_are_told_from_content() {
        let (old, new) = (page("s.1", BODY), page("s.22", BODY));
        assert_eq!(between(&old, &old), None);
        assert_eq!(between(&old, &new), Some(Change::Styles(vec!["/assets/s.22.css".into()])));
    }

    #[test]
    fn what_stands_beside_the_text_moves_nobody() {
        let beside = "<h2 id=\"a\">1</h2>x<aside class=trust><h2 id=\"trust\">T</h2><p>old</p></aside><section><h2 id=\"related\">R</h2>r</section>";
        assert_eq!(section_of(beside, "old", "new"), "");
        assert_eq!(section_of(beside, ">r<", ">s<"), "related");
        let callout = "<h2 id=\"a\">1</h2><aside class=\"callout callout-note\"><h3 id=\"b\">2</h3>x</aside>y";
        assert_eq!(section_of(callout, ">2<", ">3<"), "b");
        assert_eq!(section_of(beside, "x<", "y<"), "a");
    }

    /// The section named when `from` becomes `to` in `body`; none is "".
    fn section_of(body: &str, from: &str, to: &str) -> String {
        let (old, new) = (page("x", body), page("x", &body.replace(from, to)));
        match between(&old, &new) {
            Some(Change::Page { section }) => section.unwrap_or_default(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_first_changed_section_is_named() {
        assert_eq!(section(&BODY.replace(">2<", ">3<")).as_deref(), Some("b"));
        assert_eq!(section(&BODY.replace(">1<", ">3<")).as_deref(), Some("a"));
        assert_eq!(section(&BODY.replace("start", "begin")), None);
        let rows = |word: &str| {
            let row = |id: &str, text: &str| {
                format!("<section id=\"row-{id}\" class=x><h2 id=\"en-{id}\">{text}</h2></section>")
            };
            row("a", "same") + &row("b", word)
        };
        let (old, new) = (page("s.1", &rows("old")), page("s.1", &rows("new")));
        assert_eq!(between(&old, &new), Some(Change::Page { section: Some("row-b".into()) }));
        let more = BODY.replace("<h3", "<h2 id=\"new\">N</h2><h3");
        assert_eq!(section(&more).as_deref(), Some("new"));
    }
}
