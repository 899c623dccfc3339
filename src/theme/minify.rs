//! Minifies styles and scripts: styles with minify-html, scripts with the minifier that
//! minify-html uses for them, because minify-html itself would not shorten the names of
//! variables.
//!
//! Pages are published as their templates write them: after compression, white space is less
//! than a hundredth of a page.

use minify_html::{Cfg, minify};
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions, CommentOptions};
use oxc_minifier::{
    CompressOptions, CompressOptionsUnused, MangleOptions, Minifier, MinifierOptions,
};
use oxc_parser::Parser;
use oxc_span::SourceType;

use crate::nesting;

/// Returns a stylesheet without comments and superfluous white space. One with very many rules stays
/// unchanged: each is compared with those before it.
pub fn css(source: &str) -> String {
    if source.bytes().filter(|byte| *byte == b'{').count() > MOST_RULES {
        return source.to_owned();
    }
    element("style", "<style>", source)
}

/// Returns an ES module without comments and superfluous white space, with short names for
/// variables that are not exported. A script that does not parse is returned unchanged, and so
/// is one that would take too long.
pub fn js(source: &str) -> String {
    if source.len() > LONGEST_SCRIPT
        || nesting::deep_operator(source, MOST_OPEN).is_some()
        || nesting::has_long_chain(source, MOST_OPEN)
    {
        return source.to_owned();
    }
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::mjs()).parse();
    if parsed.panicked || !parsed.errors.is_empty() {
        return source.to_owned();
    }
    let mut program = parsed.program;
    let mangle = MangleOptions { top_level: true, ..MangleOptions::default() };
    // A constant whose value was inserted at its uses is not needed any more.
    let unused = CompressOptionsUnused::Remove;
    let compress = CompressOptions { unused, ..CompressOptions::safest() };
    let options = MinifierOptions { mangle: Some(mangle), compress: Some(compress) };
    let names = Minifier::new(options).minify(&allocator, &mut program);
    let comments = CommentOptions::disabled();
    let written = Codegen::new()
        .with_options(CodegenOptions { minify: true, comments, ..CodegenOptions::default() })
        .with_scoping(names.scoping)
        .with_private_member_mappings(names.class_private_mappings);
    written.build(&program).code
}

/// The most rules of a stylesheet, and the longest script, in bytes: the work grows with the square of both.
const MOST_RULES: usize = 5_000;
const LONGEST_SCRIPT: usize = 64 << 10;

/// The most signs, members and operators that may be open at once, as in `a.b.c`, `a | b`
/// and `else if`: the minifier looks at each from each.
const MOST_OPEN: usize = 1_000;

/// Minifies `source` as the content of an element, as minify-html expects styles. Text that it
/// cannot read stays unchanged.
fn element(tag: &str, opening: &str, source: &str) -> String {
    let closing = format!("</{tag}>");
    if source.to_ascii_lowercase().contains(&format!("</{tag}")) {
        return source.to_owned();
    }
    let page = format!("{opening}{source}{closing}");
    let config = Cfg { minify_css: true, keep_closing_tags: true, ..Cfg::new() };
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
        assert_eq!(
            js("export function add(first, second) { return first + second; }"),
            "export function add(e,t){return e+t}"
        );
        assert_eq!(js("const = broken"), "const = broken");
    }

    #[test]
    fn what_the_minifier_needs_long_for_stays() {
        for long in [
            "if (a) b; else ".repeat(20_000) + ";",
            "b".to_owned() + &" . c".repeat(50_000),
            "b".to_owned() + &" | c".repeat(50_000),
            "b".to_owned() + &" && c".repeat(50_000),
            "b".to_owned() + &" < c".repeat(50_000),
        ] {
            assert_eq!(js(&long), long);
        }
    }
}
