//! Removes comments and white space from styles and scripts, with minify-html.
//!
//! Pages are published as their templates write them: once compressed, white space
//! is less than a hundredth of a page.

use minify_html::{Cfg, minify};

/// Returns a stylesheet without comments and spare white space.
pub fn css(source: &str) -> String {
    element("style", "<style>", source)
}

/// Returns an ES module without comments and spare white space.
pub fn js(source: &str) -> String {
    element("script", "<script type=module>", without_head(source))
}

/// Removes the comment lines that a script begins with, which minify-html keeps.
fn without_head(source: &str) -> &str {
    match source.trim_start().strip_prefix("//") {
        Some(comment) => without_head(comment.split_once('\n').map_or("", |(_, rest)| rest)),
        None => source,
    }
}

/// Minifies `source` as the content of an element, which is how minify-html reads styles
/// and scripts. Text that it cannot read stays as it is.
fn element(tag: &str, opening: &str, source: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_and_scripts_shrink() {
        assert_eq!(
            css("a {\n  color: light-dark(#ffffff, #000000);\n}\n"),
            "a{color:light-dark(#fff,#000)}"
        );
        assert_eq!(js("// What.\n// More.\n\nexport const a = 1; // why\n"), "export const a=1;");
        assert_eq!(js("const = broken"), "const = broken");
    }
}
