//! Renders diagnostics for a terminal, or as a report for other programs, in the language of
//! the editor. It returns text and prints nothing.

pub mod colour;
pub mod github;
pub mod json;
mod locate;
pub mod sarif;

use std::{borrow::Cow, ops::Range, path::Path};

use annotate_snippets::{AnnotationKind, Group, Level as Title, Renderer, Snippet};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::{
    diag::{Code, Diagnostic, Diagnostics, Level, fixed_sentence, text},
    model::{Lang, Span},
    source::Sources,
    unicode::visible,
};

pub use locate::{Location, Locator};

/// The address of giljabi's documentation.
const DOCUMENTATION: &str = env!("CARGO_PKG_HOMEPAGE");

/// Returns the address of the page that explains a rule.
pub fn rule_address(code: Code, lang: Lang) -> String {
    format!("{DOCUMENTATION}/{}/pages/rules/#rule-{}", lang.code(), code.id())
}

/// Problems to report, sorted by file and place, with the data to render them.
pub struct ProblemSet<'a> {
    pub diagnostics: &'a Diagnostics,
    pub sources: &'a Sources,
    pub lang: Lang,
    /// The beginning of each path.
    pub root: &'a Path,
}

impl<'a> ProblemSet<'a> {
    fn locator(&self) -> Locator<'a> {
        Locator::new(self.sources, self.root)
    }
}

/// How diagnostics are rendered.
#[derive(Clone, Copy, Debug)]
pub struct Style<'a> {
    pub lang: Lang,
    pub colour: bool,
    /// The beginning of each path, so that a terminal can open it.
    pub root: &'a Path,
}

/// Renders one diagnostic: message, `path:line:column`, the line, a caret, a hint.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let words = text(diagnostic, style.lang);
    let word = |key| fixed_sentence(style.lang, key);
    let level = match diagnostic.level {
        Level::Error => Title::ERROR.with_name(word("cli-error")),
        Level::Warning | Level::Off => Title::WARNING.with_name(word("cli-warning")),
    };
    let help = Title::HELP.with_name(word("cli-help"));
    let here = Excerpt::new(diagnostic.span, sources, style.root).shortened();
    let mut group = level
        .primary_title(words.message)
        .id(diagnostic.code.id())
        .element(here.snippet(AnnotationKind::Primary, None));
    let other_place = diagnostic.other;
    let other_place = other_place.map(|other| Excerpt::new(other, sources, style.root).shortened());
    if let Some(other_place) = &other_place {
        group = group.element(other_place.snippet(AnnotationKind::Context, words.other));
    }
    if let Some(hint) = words.hint {
        group = group.element(help.message(hint));
    }
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let report: &[Group] = &[group];
    let mut rendered = renderer.render(report);
    rendered.push('\n');
    rendered
}

/// The line at which a span begins.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// The path relative to the working directory of the command, so that a terminal can open
    /// it.
    pub path: String,
    pub line: String,
    /// The number of the line, counted from 1.
    pub number: usize,
    /// The part of the line that the span covers, in bytes.
    pub range: Range<usize>,
}

impl Excerpt {
    /// Finds the line. The path of its file begins with `root`.
    pub fn new(span: Span, sources: &Sources, root: &Path) -> Excerpt {
        let source = sources.get(span.source);
        let bytes = &source.bytes;
        let start = (span.start as usize).min(bytes.len());
        let line_start = bytes[..start].iter().rposition(|b| *b == b'\n').map_or(0, |at| at + 1);
        let line_end = bytes[start..].iter().position(|b| *b == b'\n');
        let line_end = line_end.map_or(bytes.len(), |at| start + at);
        // For a file that is no text there is nothing to show.
        let is_text = |line: &[u8]| std::str::from_utf8(line).is_ok_and(|l| !l.contains('\0'));
        let whole_file = span.end == 0 && !is_text(&bytes[..line_end]);
        let line_end = if whole_file { start } else { line_end };
        let end = (span.end as usize).clamp(start, line_end);
        // The sign that stands for a longer one may end the span inside it.
        let is_begun = |at: &usize| bytes[*at] & 0xc0 != 0x80;
        let end = (end..line_end).find(is_begun).unwrap_or(line_end);
        // Terminals act on these control characters, which the renderer leaves as they are.
        let acts = |c: char| matches!(c, '\u{80}'..='\u{9f}');
        let text =
            |range: Range<usize>| String::from_utf8_lossy(&bytes[range]).replace(acts, "\u{fffd}");
        let before = text(line_start..start);
        let marked = text(start..end);
        let after = text(end..line_end);
        let (bom, before) = match before.strip_prefix('\u{feff}') {
            Some(rest) => (true, rest.to_owned()),
            None => (false, before),
        };
        let marked = if bom { marked } else { marked.trim_start_matches('\u{feff}').to_owned() };
        let range = before.len()..before.len() + marked.trim_end().len();
        Excerpt {
            path: visible(&shown_path(source, root)).into_owned(),
            line: [before.as_str(), &marked, after.trim_end()].concat(),
            number: memchr::memchr_iter(b'\n', &bytes[..line_start]).count() + 1,
            range,
        }
    }

    /// Returns the column in characters, counted from 1.
    pub fn column(&self) -> usize {
        self.line[..self.range.start].chars().count() + 1
    }

    /// Returns the excerpt with long parts shortened at their ends, so that the line and the
    /// marks below it fit the width. The renderer shortens the text before the span.
    fn shortened(mut self) -> Excerpt {
        let marked = cut(&self.line[self.range.clone()], MOST_MARKED);
        let after = cut(&self.line[self.range.end..], MOST_AFTER);
        let end = self.range.start + marked.len();
        self.line = [&self.line[..self.range.start], &marked, &after].concat();
        self.range.end = end;
        self
    }

    fn snippet(
        &self,
        kind: AnnotationKind,
        label: Option<String>,
    ) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
        Snippet::source(&self.line)
            .path(&self.path)
            .line_start(self.number)
            .annotation(kind.span(self.range.clone()).label(label))
    }
}

/// The most columns of the marked part of a line, and of the text after it.
const MOST_MARKED: usize = 76;
const MOST_AFTER: usize = 100;

/// Returns `text` in at most `most` columns, shortened with an ellipsis if necessary.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.width() <= most {
        return text.into();
    }
    let mut columns = 0;
    let fits = |(_, c): &(usize, char)| {
        columns += c.width().unwrap_or(0);
        columns < most
    };
    let end = text.char_indices().take_while(fits).last().map_or(0, |(at, c)| at + c.len_utf8());
    [&text[..end], "…"].concat().into()
}

fn shown_path(source: &crate::source::Source, root: &Path) -> String {
    let path = source.path.as_str();
    if source.built_in {
        return format!("<built-in>/{path}");
    }
    if root == Path::new(".") || root == Path::new("") {
        return path.to_owned();
    }
    crate::error::display(&root.join(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_cut_by_columns() {
        assert_eq!(cut("짧은 글", 7), "짧은 글");
        assert_eq!(cut("긴 글입니다", 7), "긴 글…");
        assert_eq!(cut("abcdefgh", 4), "abc…");
        assert_eq!(cut("", 0), "");
    }
}
