//! Makes published bytes small, with minify-html.
//!
//! Pages share their templates, so it is the templates that are minified, once,
//! when they are loaded; what the renderer writes between them has no white space
//! to spare. Minifying 20,000 finished pages would take longer than making them.

use minify_html::{Cfg, minify};

use crate::markdown::{RawForm, raw_tags};

/// A stylesheet without comments and spare white space.
pub fn css(source: &str) -> String {
    inside("style", "<style>", source)
}

/// An ES module without comments and spare white space.
pub fn js(source: &str) -> String {
    inside("script", "<script type=module>", source)
}

/// minify-html reads styles and scripts as elements of a page.
fn inside(tag: &str, opening: &str, source: &str) -> String {
    let closing = format!("</{tag}>");
    if source.to_ascii_lowercase().contains(&format!("</{tag}")) {
        return source.to_owned();
    }
    let page = format!("{opening}{source}{closing}");
    let config = Cfg { minify_css: true, minify_js: true, keep_closing_tags: true, ..Cfg::new() };
    let small = String::from_utf8(minify(page.as_bytes(), &config)).unwrap_or_default();
    let content = small.strip_suffix(&closing).and_then(|s| s.split_once('>'));
    content.map_or_else(|| source.to_owned(), |(_, content)| content.to_owned())
}

/// A template without spare white space, its Tera tags as they were.
///
/// Tags between elements are passed over by minify-html itself. Inside an opening
/// tag it would take them for attributes, so the attributes of such an element
/// are set aside under a stand-in name and put back.
pub fn template(source: &str) -> String {
    let source = without_comments(source);
    if has_made_up_element(&source) {
        return source;
    }
    let (page, aside) = set_aside(&source);
    let config = Cfg {
        keep_closing_tags: true,
        keep_html_and_head_opening_tags: true,
        keep_input_type_text_attr: true,
        preserve_brace_template_syntax: true,
        ..Cfg::new()
    };
    let small = String::from_utf8(minify(page.as_bytes(), &config)).unwrap_or_default();
    // Where an end is left out that HTML lets an author leave out, minify-html may lose
    // another that it does not.
    if tags(&small) != tags(&page) {
        return source;
    }
    put_back(&small, &aside)
}

/// The tags of `page` in their order: the name of each, and whether it opens or closes.
fn tags(page: &str) -> Vec<(String, bool)> {
    let opens = |form: &RawForm| matches!(form, RawForm::Start { .. });
    raw_tags(page).into_iter().map(|tag| (tag.name, opens(&tag.form))).collect()
}

/// Whether an element's name is put together by a tag (`<h{{ level }}>`). Such a
/// template makes no sense to a minifier and stays as written.
fn has_made_up_element(source: &str) -> bool {
    source.match_indices('<').any(|(at, _)| {
        let name = source[at + 1..].trim_start_matches('/');
        let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
        rest.len() < name.len() && (rest.starts_with("{{") || rest.starts_with("{%"))
    })
}

/// Tera comments go, with the line break after them.
fn without_comments(source: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("{#") {
        text.push_str(before);
        let Some((_, after)) = comment.split_once("#}") else {
            rest = &rest[before.len()..];
            break;
        };
        rest = after.strip_prefix('\n').unwrap_or(after);
    }
    text.push_str(rest);
    text
}

const STAND_IN: &str = "tera-attributes-";

/// Replaces the attributes of every element that has a Tera tag among them.
fn set_aside(source: &str) -> (String, Vec<&str>) {
    let (mut page, mut aside) = (String::with_capacity(source.len()), Vec::new());
    let mut rest = source;
    while let Some(at) = rest.find(['<', '{']) {
        page.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match tera_tag(rest) {
            Some(length) => length,
            None => match element(rest) {
                Some((name, end)) if rest[name..end].contains('{') => {
                    page.push_str(&rest[..name]);
                    page.push_str(&format!(" {STAND_IN}{}", aside.len()));
                    aside.push(rest[name..end].trim_matches([' ', '\n', '\t']));
                    rest = &rest[end..];
                    0
                }
                Some((_, end)) => end,
                None => 1,
            },
        };
        page.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    page.push_str(rest);
    (page, aside)
}

/// The length of the Tera tag or comment at the start of `text`.
fn tera_tag(text: &str) -> Option<usize> {
    let closing = match text.get(..2)? {
        "{{" => "}}",
        "{%" => "%}",
        "{#" => "#}",
        _ => return None,
    };
    text.find(closing).map(|at| at + 2)
}

/// For an opening tag at the start of `text`: where its name ends, and where its
/// attributes do.
fn element(text: &str) -> Option<(usize, usize)> {
    let name_length = text[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    if name_length == 0 {
        return None;
    }
    let name = 1 + name_length;
    let mut at = name;
    let mut quote = None;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(length) = tera_tag(rest) {
            at += length;
            continue;
        }
        let c = rest.chars().next()?;
        match (quote, c) {
            (None, '>') => return Some((name, at)),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        at += c.len_utf8();
    }
    None
}

fn put_back(page: &str, aside: &[&str]) -> String {
    let mut out = String::with_capacity(page.len());
    let mut parts = page.split(STAND_IN);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let index = part[..digits].parse::<usize>().ok();
        out.push_str(index.and_then(|index| aside.get(index)).copied().unwrap_or_default());
        out.push_str(&part[digits..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tera_tags_among_attributes_survive() {
        let source = "<nav>\n  <a href=\"{{ url }}\"{% if a > b %} aria-current=\"page\"{% endif %}>x</a>\n</nav>";
        assert_eq!(
            template(source),
            "<nav><a href=\"{{ url }}\"{% if a > b %} aria-current=\"page\"{% endif %}>x</a></nav>"
        );
    }

    #[test]
    fn components_and_text_survive() {
        let source = "{# What it is. #}\n{% component x(a) %}\n<p>{{ a }} <b>y</b> z</p>\n{% endcomponent x %}";
        assert_eq!(
            template(source),
            "{% component x(a) %} <p>{{ a }} <b>y</b> z</p>{% endcomponent x %}"
        );
        assert_eq!(
            template("<p>{{ <icon name=\"a\" /> }}</p>"),
            "<p>{{ <icon name=\"a\" /> }}</p>"
        );
    }

    #[test]
    fn no_end_is_lost_where_others_are_left_out() {
        let source = "<table>\n  <tr><td>1 <td>2</table>after";
        assert_eq!(template(source), source);
        assert_eq!(template("<ul>\n <li>1</li>\n</ul>"), "<ul><li>1</ul>".replace("1", "1</li>"));
    }

    #[test]
    fn the_built_in_templates_are_all_minified() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
        let all = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("readable"));
        for file in all.filter(|file| file.path().extension().is_some_and(|e| e == "html")) {
            let source = std::fs::read_to_string(file.path()).expect("a template");
            let whole = without_comments(&source);
            let kept = has_made_up_element(&whole) || !whole.contains("\n  ");
            assert!(kept || template(&source) != whole, "{}", file.path().display());
        }
    }

    #[test]
    fn elements_named_by_a_tag_are_left_alone() {
        let source = "<h{{ level }} class=\"a\">\n  {{ title }}\n</h{{ level }}>";
        assert_eq!(template(source), source);
    }

    #[test]
    fn styles_and_scripts_shrink() {
        assert_eq!(
            css("a {\n  color: light-dark(#ffffff, #000000);\n}\n"),
            "a{color:light-dark(#fff,#000)}"
        );
        assert_eq!(js("export const a = 1; // why\n"), "export const a=1;");
        assert_eq!(js("const = broken"), "const = broken");
    }
}
