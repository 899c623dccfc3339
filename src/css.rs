//! Finds the addresses that browsers load for a stylesheet or for the value of a `style`
//! attribute (CSS Syntax level 3).

use std::ops::Range;

use cssparser::{Delimiter, ParseError, Parser, ParserInput, Token};

use crate::nesting::deep_bracket;

/// A file that a stylesheet names.
pub enum StylesheetReference {
    Import(Import),
    Load(Load),
}

/// An address that browsers load, or a part of the same document (`#id`).
pub struct Load {
    pub path: String,
    pub range: Range<usize>,
    /// True for a font (inside `@font-face`), false for an image.
    pub of_font: bool,
}

/// An `@import` of a stylesheet.
pub struct Import {
    pub path: String,
    /// The range of the path, with its quotes.
    pub range: Range<usize>,
    /// The range of the whole rule.
    pub rule: Range<usize>,
    /// The conditions of the import, from the outermost: `@layer parts`, `@media print`.
    pub conditions: Vec<String>,
}

/// Returns the imports and the files that the stylesheet `text` names, in the order of the
/// text.
pub fn references(text: &str) -> Vec<StylesheetReference> {
    let mut reader = CssReader { found: Vec::new(), in_font: false, depth: 0 };
    reader.block(&mut Parser::new(&mut ParserInput::new(text)), true);
    reader.found
}

/// The functions whose strings are addresses.
const LOADING: [&str; 5] = ["url", "src", "image", "image-set", "-webkit-image-set"];

/// How deeply blocks and functions may be nested to be read.
const DEEPEST: usize = 100;

/// Returns whether brackets in `text` are nested so deeply that [`references`] does not read
/// the innermost.
pub fn is_too_deep(text: &str) -> bool {
    deep_bracket(text, DEEPEST).is_some()
}

struct CssReader {
    found: Vec<StylesheetReference>,
    in_font: bool,
    depth: usize,
}

impl CssReader {
    /// Reads a block or the arguments of a function, unless it is nested too deeply.
    fn nested(&mut self, parser: &mut Parser, read: impl FnOnce(&mut CssReader, &mut Parser)) {
        if self.depth == DEEPEST {
            return;
        }
        self.depth += 1;
        let _ = parser.parse_nested_block(|inner| {
            read(self, inner);
            Ok::<(), ParseError<()>>(())
        });
        self.depth -= 1;
    }

    /// Reads up to the end of a block; imports stand only at the top level.
    fn block(&mut self, parser: &mut Parser, top_level: bool) {
        let mut is_font = false;
        loop {
            parser.skip_whitespace();
            let start = parser.position().byte_index();
            let Ok(token) = parser.next().cloned() else { return };
            match token {
                Token::AtKeyword(name) if top_level && name.eq_ignore_ascii_case("import") => {
                    self.found.extend(read_import(parser, start).map(StylesheetReference::Import));
                }
                // The name of a language; nothing is loaded.
                Token::AtKeyword(name) if name.eq_ignore_ascii_case("namespace") => {
                    skip_rule(parser);
                }
                Token::AtKeyword(name) => is_font = name.eq_ignore_ascii_case("font-face"),
                Token::UnquotedUrl(path) => {
                    self.load(path.to_string(), start..parser.position().byte_index());
                }
                Token::Function(name) => self.function(&name, parser),
                Token::CurlyBracketBlock => {
                    let outer = std::mem::replace(&mut self.in_font, is_font);
                    self.nested(parser, |reader, inner| reader.block(inner, false));
                    self.in_font = outer;
                    is_font = false;
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    self.nested(parser, |reader, inner| reader.block(inner, false));
                }
                _ => {}
            }
        }
    }

    fn function(&mut self, name: &str, parser: &mut Parser) {
        match LOADING.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            true => self.nested(parser, CssReader::strings),
            false => self.nested(parser, |reader, inner| reader.block(inner, false)),
        }
    }

    /// Reads the arguments of a function of [`LOADING`].
    fn strings(&mut self, parser: &mut Parser) {
        loop {
            parser.skip_whitespace();
            let start = parser.position().byte_index();
            let Ok(token) = parser.next().cloned() else { return };
            match token {
                Token::QuotedString(path) | Token::UnquotedUrl(path) => {
                    self.load(path.to_string(), start..parser.position().byte_index());
                }
                Token::Function(name) => self.function(&name, parser),
                _ => {}
            }
        }
    }

    fn load(&mut self, path: String, range: Range<usize>) {
        self.found.push(StylesheetReference::Load(Load { path, range, of_font: self.in_font }));
    }
}

fn skip_rule(parser: &mut Parser) {
    let _ = parser.parse_until_after(Delimiter::Semicolon, |parser| {
        while parser.next().is_ok() {}
        Ok::<(), ParseError<()>>(())
    });
}

/// Reads an `@import` that begins at `start`, up to its semicolon.
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

/// Reads the cascade layer, the feature query and the media query of an import.
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

/// Reads the function `name`, where it is next, and returns its arguments.
fn read_function(parser: &mut Parser, name: &str) -> Option<String> {
    parser
        .try_parse(|parser| {
            parser.expect_function_matching(name)?;
            parser.parse_nested_block(|inner| Ok::<_, ParseError<()>>(rest(inner)))
        })
        .ok()
}

/// Returns the text up to the end of the block or rule.
fn rest(parser: &mut Parser) -> String {
    let start = parser.position();
    while parser.next().is_ok() {}
    parser.slice_from(start).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loads(text: &str) -> Vec<String> {
        let shown = |reference: StylesheetReference| match reference {
            StylesheetReference::Load(Load { path, range, of_font }) => {
                format!("{path} {}{}", &text[range], if of_font { " font" } else { "" })
            }
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
            loads(css),
            [
                "a.css @import \"a.css\" layer(b.c) print; [\"@layer b.c\", \"@media print\"]",
                "b.css @import url(b.css); []",
                "c.svg 'c.svg'",
                "g.png url(g.png)",
            ]
        );
        assert!(loads("a { @import \"b\"; } @import; }").is_empty());
    }

    #[test]
    fn every_way_to_load_a_file_is_found() {
        let css = "@namespace url(http://a/b);@font-face{src:url(a.woff2) format('x')}\
                   a{b:image-set('c.png' 1x,url(d.png) type('image/png') 2x);e:\\75rl(f.png);g:format('h')}";
        assert_eq!(
            loads(css),
            [
                "a.woff2 url(a.woff2) font",
                "c.png 'c.png'",
                "d.png url(d.png)",
                "f.png \\75rl(f.png)"
            ]
        );
    }
}
