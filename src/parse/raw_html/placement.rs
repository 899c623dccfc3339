//! The rules on where elements can stand. Browsers move an element that stands elsewhere, or
//! end another before it (HTML standard, "tree construction"), so that the page would differ
//! from what was written.

use pulldown_cmark::Tag;

use super::allowed::is_shape;

/// The name that stands for the text of a footnote, which is written at the page's end.
pub const NOTE: &str = "#note";

/// An element in the wrong place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplacement {
    /// `<div>`, or the beginning of a text.
    pub found: String,
    /// The element that it conflicts with; `None` if it lacks a parent.
    pub parent: Option<String>,
    /// The elements that should be around it, or that the parent may contain.
    pub expected: &'static [&'static str],
    /// The name of the hint that goes with it.
    pub hint: &'static str,
}

/// Elements before which browsers end a paragraph.
#[rustfmt::skip]
const ENDING_PARAGRAPHS: &[&str] = &[
    "address", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary", "table",
    "ul",
];

/// Elements that end the search of browsers for an open paragraph.
const SCOPES: &[&str] = &["table", "td", "th", "caption"];

const HEADINGS: &[&str] = &["h2", "h3", "h4", "h5", "h6"];

/// Returns the only elements that may be the parent of `name`; none if any may.
fn parents_of(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["ul", "ol"],
        "dt" | "dd" => &["dl", "div"],
        "caption" | "colgroup" | "thead" | "tbody" | "tfoot" => &["table"],
        "col" => &["colgroup", "table"],
        "tr" => &["table", "thead", "tbody", "tfoot"],
        "td" | "th" => &["tr"],
        "summary" => &["details"],
        "figcaption" => &["figure"],
        _ => &[],
    }
}

/// Returns the only elements that may be children of `name`; none if any may.
fn children_of(name: &str) -> &'static [&'static str] {
    match name {
        "ul" | "ol" => &["li"],
        "table" => &["caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"],
        "colgroup" => &["col"],
        "thead" | "tbody" | "tfoot" => &["tr"],
        "tr" => &["td", "th"],
        _ => &[],
    }
}

/// Returns the elements that need no end tag before `name`.
pub fn ended_by(name: &str) -> &'static [&'static str] {
    match name {
        "p" => &["p"],
        "li" => &["p", "li"],
        "dt" | "dd" => &["p", "dt", "dd"],
        "td" | "th" => &["p", "td", "th"],
        "tr" => &["p", "td", "th", "tr", "colgroup", "caption"],
        "thead" | "tbody" | "tfoot" => {
            &["p", "td", "th", "tr", "thead", "tbody", "colgroup", "caption"]
        }
        _ => &[],
    }
}

/// Returns the elements that an item of Markdown becomes, the outer one first.
pub fn elements_of(tag: &Tag) -> &'static [&'static str] {
    use pulldown_cmark::HeadingLevel::{H1, H2, H3, H4, H5, H6};
    match tag {
        Tag::Paragraph => &["p"],
        Tag::Heading { level, .. } => match level {
            H1 | H2 => &["h2"],
            H3 => &["h3"],
            H4 => &["h4"],
            H5 => &["h5"],
            H6 => &["h6"],
        },
        Tag::BlockQuote(None) => &["blockquote"],
        Tag::BlockQuote(Some(_)) => &["aside"],
        Tag::CodeBlock(_) => &["pre"],
        Tag::List(Some(_)) => &["ol"],
        Tag::List(None) => &["ul"],
        Tag::Item => &["li"],
        Tag::FootnoteDefinition(_) => &[NOTE],
        Tag::DefinitionList => &["dl"],
        Tag::DefinitionListTitle => &["dt"],
        Tag::DefinitionListDefinition => &["dd"],
        Tag::Table(_) => &["div", "table"],
        Tag::TableHead | Tag::TableRow => &["tr"],
        Tag::TableCell => &["td"],
        Tag::Emphasis => &["em"],
        Tag::Strong => &["strong"],
        Tag::Strikethrough => &["del"],
        Tag::Link { .. } => &["a"],
        Tag::Image { .. } => &["img"],
        Tag::HtmlBlock | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => &[],
    }
}

/// Returns the reason why `name` cannot stand here, and the number of elements between it and
/// the one that it conflicts with. `open` are the elements around it, the innermost first;
/// `draws` is true if the innermost is part of a drawing.
pub fn check<'n>(
    mut open: impl Iterator<Item = &'n str> + Clone,
    draws: bool,
    name: &str,
) -> Option<(Option<usize>, Misplacement)> {
    let wrong = |parent: Option<&str>, hint, expected| Misplacement {
        found: in_brackets(name),
        parent: parent.map(in_brackets),
        expected,
        hint,
    };
    if draws {
        let is_part = is_shape(name) || matches!(name, "a" | "svg");
        return (!is_part).then(|| (Some(0), wrong(Some("svg"), "drawing", &[])));
    }
    if is_shape(name) {
        return Some((None, wrong(None, "parent", &["svg"])));
    }
    let mut around = open.clone().enumerate();
    if HEADINGS.contains(&name)
        && let Some((at, heading)) = around.clone().find(|(_, open)| HEADINGS.contains(open))
    {
        return Some((Some(at), wrong(Some(heading), "in-itself", &[])));
    }
    if name == "a"
        && let Some((at, link)) = around.clone().find(|(_, open)| *open == "a")
    {
        return Some((Some(at), wrong(Some(link), "in-itself", &[])));
    }
    let in_reach = |(_, open): &(usize, &str)| !SCOPES.contains(open);
    if ENDING_PARAGRAPHS.contains(&name)
        && let Some((at, _)) = around.by_ref().take_while(in_reach).find(|(_, open)| *open == "p")
    {
        return Some((Some(at), wrong(Some("p"), "paragraph", &[])));
    }
    let parent = open.next();
    let parents = parents_of(name);
    if !parents.is_empty() && !parent.is_some_and(|parent| parents.contains(&parent)) {
        return Some((None, wrong(None, "parent", parents)));
    }
    let children = children_of(parent?);
    let fits = children.is_empty() || children.contains(&name);
    (!fits).then(|| (Some(0), wrong(parent, "children", children)))
}

/// Returns a problem if text stands directly in `parent`, but browsers would move it out.
/// `shown` is the beginning of the text.
pub fn check_text<S: Iterator<Item = char>>(
    parent: &str,
    shown: impl Fn() -> S,
) -> Option<Misplacement> {
    let moves = matches!(parent, "table" | "thead" | "tbody" | "tfoot" | "tr" | "colgroup");
    moves.then(|| Misplacement {
        found: shown().collect(),
        parent: Some(in_brackets(parent)),
        expected: children_of(parent),
        hint: "children",
    })
}

fn in_brackets(name: &str) -> String {
    ["<", name, ">"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(open: &[&str], name: &str) -> Option<&'static str> {
        let draws = open.contains(&"svg");
        Some(check(open.iter().rev().copied(), draws, name)?.1.hint)
    }

    #[test]
    fn elements_stand_where_browsers_leave_them() {
        for (open, name) in [
            (&["div"][..], "p"),
            (&["p"], "span"),
            (&["p", "table", "tr", "td"], "div"),
            (&["ul"], "li"),
            (&["table"], "tr"),
            (&["details"], "summary"),
            (&["svg", "g"], "path"),
            (&["li"], "ul"),
            (&["a"], "div"),
        ] {
            assert_eq!(hint(open, name), None, "{name} in {open:?}");
        }
    }

    #[test]
    fn elements_that_browsers_move_are_reported() {
        for (open, name, expected) in [
            (&["p"][..], "div", "paragraph"),
            (&["p", "b"], "ul", "paragraph"),
            (&["a", "b"], "a", "in-itself"),
            (&["h2"], "h3", "in-itself"),
            (&["div"], "li", "parent"),
            (&[], "td", "parent"),
            (&[], "path", "parent"),
            (&["table"], "b", "children"),
            (&["ul"], "p", "children"),
            (&["svg"], "div", "drawing"),
        ] {
            assert_eq!(hint(open, name), Some(expected), "{name} in {open:?}");
        }
        let text = |parent| check_text(parent, || "a".chars());
        assert!(text("tr").is_some() && text("td").is_none());
    }
}
