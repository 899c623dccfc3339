//! The texts for a translator: the changes of the source word by word, above the present
//! translation.

use super::style::{StatusStyle, sign_of, state_of};
use crate::{
    cli::paint::{Emphasis, width},
    ledger::{ChangeKind, TextChange},
    model::{SectionState, Translation},
    pipeline::{ReviewedSection, SectionText},
    source::Sources,
};

/// The width at which lines are broken.
const COLUMNS: usize = 92;

/// Returns every section of a page that is not current.
pub fn render(
    reviewed: &[ReviewedSection],
    translation: &Translation,
    sources: &Sources,
    style: StatusStyle,
) -> String {
    let open = reviewed.iter().filter(|reviewed| reviewed.pair.state != SectionState::Current);
    let blocks: Vec<String> =
        open.map(|reviewed| block(reviewed, translation, sources, style)).collect();
    blocks.join("\n")
}

fn block(
    reviewed: &ReviewedSection,
    translation: &Translation,
    sources: &Sources,
    style: StatusStyle,
) -> String {
    let (sign, look) = sign_of(reviewed.pair.state);
    let mut text = format!(
        "{} {} {} · {}\n",
        style.paint.text(look, sign),
        style.paint.text(Emphasis::Quiet, &translation.place.name()),
        style.paint.text(Emphasis::Strong, reviewed.id),
        style.paint.text(look, &state_of(reviewed.pair, style)),
    );
    if let Some(source) = &reviewed.source {
        let plain =
            [TextChange { kind: ChangeKind::Same, text: source.text.trim_start().to_owned() }];
        let parts = if reviewed.change.is_empty() { &plain[..] } else { &reviewed.change };
        add(source, parts, &mut text, sources, style);
    }
    if let Some(own) = &reviewed.translation {
        // A section above the first heading begins with an empty line.
        let part = TextChange { kind: ChangeKind::Same, text: own.text.trim_start().to_owned() };
        add(own, &[part], &mut text, sources, style);
    }
    text
}

fn add(
    side: &SectionText,
    parts: &[TextChange],
    text: &mut String,
    sources: &Sources,
    style: StatusStyle,
) {
    let place = style.place(side.span(), sources);
    text.push_str(&format!("  {}\n", style.paint.text(Emphasis::Quiet, &place)));
    for line in lines(parts, style) {
        text.push_str(&["  │ ", &line].concat());
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
}

/// Returns the parts in lines of at most [`COLUMNS`] columns, unless a word is longer.
fn lines(parts: &[TextChange], style: StatusStyle) -> Vec<String> {
    let mut lines = vec![DiffLine::default()];
    for part in parts {
        let (open, close) = match part.kind {
            ChangeKind::Same => ("", ""),
            ChangeKind::Removed if !style.paint.colour => ("[-", "-]"),
            ChangeKind::Added if !style.paint.colour => ("{+", "+}"),
            ChangeKind::Removed | ChangeKind::Added => ("", ""),
        };
        let trimmed = part.text.trim_end();
        let space = &part.text[trimmed.len()..];
        let mut written = trimmed.split('\n').peekable();
        let mut first = true;
        while let Some(line) = written.next() {
            let marked = [
                if first { open } else { "" },
                line,
                if written.peek().is_none() { close } else { "" },
            ];
            put_words(&marked.concat(), part.kind, &mut lines, style);
            first = false;
            if written.peek().is_some() {
                lines.push(DiffLine::default());
            }
        }
        let breaks = space.matches('\n').count();
        lines.extend((0..breaks).map(|_| DiffLine::default()));
    }
    while lines.len() > 1 && lines.last().is_some_and(|line| line.cells == 0) {
        lines.pop();
    }
    lines.into_iter().map(|line| line.text).collect()
}

#[derive(Default)]
struct DiffLine {
    text: String,
    cells: usize,
}

/// Adds words to the last line, and begins new lines when they do not fit.
fn put_words(text: &str, kind: ChangeKind, lines: &mut Vec<DiffLine>, style: StatusStyle) {
    let look = match kind {
        ChangeKind::Same => Emphasis::Plain,
        ChangeKind::Removed => Emphasis::Removed,
        ChangeKind::Added => Emphasis::Added,
    };
    for word in text.split_whitespace() {
        let cells = width(word);
        let Some(mut line) = lines.pop() else { return };
        if line.cells > 0 && line.cells + 1 + cells > COLUMNS {
            lines.push(std::mem::take(&mut line));
        }
        if line.cells > 0 {
            line.text.push(' ');
            line.cells += 1;
        }
        line.text.push_str(&style.paint.text(look, word));
        line.cells += cells;
        lines.push(line);
    }
}
