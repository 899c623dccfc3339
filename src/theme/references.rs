//! Finds references to other files in stylesheets and assets.
//!
//! A stylesheet imports others as they lie in the sources: they are joined into it.
//! Everything else is resolved by browsers, so it is looked up where it is published.

use std::ops::Range;

use cssparser::{Delimiter, ParseError, Parser, ParserInput, Token};

/// The sources of published files.
pub const STATIC: &str = "static/";

/// The sources of files that are published in the folder with the hash.
pub const ASSETS: &str = "static/assets/";

/// A file that a stylesheet names.
pub enum StylesheetReference {
    Import(Import),
    Url { path: String, range: Range<usize> },
}

/// An `@import` of a stylesheet.
pub struct Import {
    pub path: String,
    /// The range of the path, with its quotes.
    pub range: Range<usize>,
    /// The whole rule.
    pub rule: Range<usize>,
    /// The conditions of the import, from the outermost: `@layer parts`, `@media print`.
    pub conditions: Vec<String>,
}

/// Returns what the stylesheet `text` names, in the order of the text.
pub fn references(text: &str) -> Vec<StylesheetReference> {
    let mut found = Vec::new();
    read_block(&mut Parser::new(&mut ParserInput::new(text)), true, &mut found);
    found
}

/// Reads up to the end of a block; imports stand only at the top level.
fn read_block(parser: &mut Parser, top_level: bool, found: &mut Vec<StylesheetReference>) {
    loop {
        parser.skip_whitespace();
        let start = parser.position().byte_index();
        let Ok(token) = parser.next().cloned() else { return };
        match token {
            Token::AtKeyword(name) if top_level && name.eq_ignore_ascii_case("import") => {
                found.extend(read_import(parser, start).map(StylesheetReference::Import));
            }
            Token::UnquotedUrl(path) => {
                let range = start..parser.position().byte_index();
                found.push(StylesheetReference::Url { path: path.to_string(), range });
            }
            Token::Function(name) => {
                let is_url = name.eq_ignore_ascii_case("url");
                nested(parser, |inner| {
                    if is_url {
                        found.extend(read_string(inner));
                    }
                    read_block(inner, false, found);
                });
            }
            Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                nested(parser, |inner| read_block(inner, false, found));
            }
            _ => {}
        }
    }
}

fn nested(parser: &mut Parser, mut read: impl FnMut(&mut Parser)) {
    let _ = parser.parse_nested_block(|inner| {
        read(inner);
        Ok::<(), ParseError<()>>(())
    });
}

/// The path inside `url("…")`.
fn read_string(parser: &mut Parser) -> Option<StylesheetReference> {
    parser.skip_whitespace();
    let start = parser.position().byte_index();
    let path = parser.try_parse(|parser| parser.expect_string_cloned()).ok()?;
    let range = start..parser.position().byte_index();
    Some(StylesheetReference::Url { path: path.to_string(), range })
}

/// Reads an `@import`, which begins at `start`, up to its semicolon.
fn read_import(parser: &mut Parser, start: usize) -> Option<Import> {
    let import = parser.parse_until_after(Delimiter::Semicolon, |parser| {
        parser.skip_whitespace();
        let begin = parser.position().byte_index();
        let path = parser.expect_url_or_string()?.to_string();
        let range = begin..parser.position().byte_index();
        Ok::<_, ParseError<()>>((path, range, read_conditions(parser)))
    });
    let rule = start..parser.position().byte_index();
    import.ok().map(|(path, range, conditions)| Import { path, range, rule, conditions })
}

/// The layer, the features and the media that a stylesheet is imported for.
fn read_conditions(parser: &mut Parser) -> Vec<String> {
    let mut conditions = Vec::new();
    if let Some(layer) = read_function(parser, "layer") {
        conditions.push(format!("@layer {layer}"));
    } else if parser.try_parse(|parser| parser.expect_ident_matching("layer")).is_ok() {
        conditions.push("@layer".to_owned());
    }
    if let Some(features) = read_function(parser, "supports") {
        conditions.push(format!("@supports ({features})"));
    }
    let media = rest(parser);
    if !media.is_empty() {
        conditions.push(format!("@media {media}"));
    }
    conditions
}

/// The arguments of the function `name`, where it is next.
fn read_function(parser: &mut Parser, name: &str) -> Option<String> {
    parser
        .try_parse(|parser| {
            parser.expect_function_matching(name)?;
            parser.parse_nested_block(|inner| Ok::<_, ParseError<()>>(rest(inner)))
        })
        .ok()
}

/// The text up to the end of the block or rule.
fn rest(parser: &mut Parser) -> String {
    let start = parser.position();
    while parser.next().is_ok() {}
    parser.slice_from(start).trim().to_owned()
}

/// Returns whether a stylesheet's `path` names a file beside it: it has no scheme or host,
/// and does not begin at the root of the site.
pub fn is_relative(path: &str) -> bool {
    let first = path.split(['/', '?', '#']).next().unwrap_or_default();
    !first.is_empty() && !first.contains(':')
}

/// Returns the path of the source that `relative` names in the source `importer`; none
/// where it leads out of the sources.
pub fn source_path(importer: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = importer.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Returns the path of the source that is published where `relative` leads from the
/// published form of the asset `importer`. The folder with the hash is one more than the
/// sources have.
pub fn published_path(importer: &str, relative: &str) -> Option<String> {
    const HASH: &str = "static/assets/#/";
    let relative = relative.split(['?', '#']).next().unwrap_or_default();
    let importer = [HASH, importer.strip_prefix(ASSETS)?].concat();
    let path = source_path(&importer, relative)?;
    match path.strip_prefix(HASH) {
        Some(asset) => Some([ASSETS, asset].concat()),
        None => (path.starts_with(STATIC) && !path.starts_with(ASSETS)).then_some(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let shown = |reference: StylesheetReference| match reference {
            StylesheetReference::Url { path, range } => format!("{path} {}", &text[range]),
            StylesheetReference::Import(import) => {
                format!("{} {} {:?}", import.path, &text[import.rule], import.conditions)
            }
        };
        references(text).into_iter().map(shown).collect()
    }

    #[test]
    fn imports_and_addresses_are_found_where_they_stand() {
        let css = "/* @import 'x'; */ @import \"a.css\" layer(b.c) print; @import url(b.css);\n\
                   a{b:url( 'c.svg' );c:\"url(x)\"}@media d{e{f:url(g.png)}}";
        assert_eq!(
            found(css),
            [
                "a.css @import \"a.css\" layer(b.c) print; [\"@layer b.c\", \"@media print\"]",
                "b.css @import url(b.css); []",
                "c.svg 'c.svg'",
                "g.png url(g.png)",
            ]
        );
        assert!(found("a { @import \"b\"; } @import; }").is_empty());
    }

    #[test]
    fn assets_are_looked_up_where_they_are_published() {
        let path = |relative| published_path("static/assets/a/b.css", relative);
        assert_eq!(path("c.svg#d").as_deref(), Some("static/assets/a/c.svg"));
        assert_eq!(path("../c.svg").as_deref(), Some("static/assets/c.svg"));
        assert_eq!(path("../../../c.woff2").as_deref(), Some("static/c.woff2"));
        assert_eq!(path("../../c.svg"), None);
        assert_eq!(path("../../../../content/c.svg"), None);
        assert!(is_relative("a.svg") && is_relative("../a:b"));
        assert!(!["data:x", "https://a/b", "/a", "//a", "#a"].into_iter().any(is_relative));
    }
}
