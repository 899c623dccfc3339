//! The texts of a document's sections, from which fingerprints are made.

use std::{borrow::Cow, ops::Range};

use crate::model::{Document, Section, SectionKind};

/// Returns the text of every section, in order. It is Markdown as written, without pinned ids
/// (they are names, not words) and without the sections inside. For front matter and diagrams
/// it is their words, line by line.
pub fn section_texts<'t>(document: &Document, file: &'t str) -> Vec<Cow<'t, str>> {
    let mut keys = document.front.words.iter();
    let mut diagrams = document.diagrams.iter().flatten();
    let text = |(at, section): (usize, &Section)| match section.kind {
        SectionKind::FrontMatter => keys.next().map_or("", |key| &key.text).to_owned().into(),
        SectionKind::Diagram => {
            diagrams.next().map_or("", |diagram| &diagram.text).to_owned().into()
        }
        SectionKind::Lead | SectionKind::Heading(_) | SectionKind::Task => {
            markdown(document, at, file)
        }
    };
    document.sections.iter().enumerate().map(text).collect()
}

/// Returns the Markdown of the section `at` without the sections inside it and without remarks.
fn markdown<'t>(document: &Document, at: usize, file: &'t str) -> Cow<'t, str> {
    let section = &document.sections[at];
    let whole = section.span.range();
    let mut parts = Vec::new();
    let mut from = whole.start;
    for range in left_out(document, at) {
        if range.start >= from {
            parts.push(from..range.start);
            from = range.end;
        }
    }
    parts.push(from..whole.end);
    let text = match &parts[..] {
        [part] => Cow::Borrowed(slice(file, part)),
        parts => parts.iter().map(|part| slice(file, part)).collect::<Vec<_>>().join("\n").into(),
    };
    if section.pinned { without_id(text, &section.id) } else { text }
}

/// Returns the ranges inside the section `at` that do not belong to its text, in order.
fn left_out(document: &Document, at: usize) -> Vec<Range<usize>> {
    let whole = document.sections[at].span.range();
    let inner = document.sections[at + 1..].iter().map(|inner| inner.span.range());
    let inner = inner.take_while(|range| range.start < whole.end);
    let first = document.remarks.partition_point(|remark| remark.range().start < whole.start);
    let remarks = document.remarks[first..].iter().map(|remark| remark.range());
    let remarks = remarks.take_while(|range| range.start < whole.end);
    let mut all: Vec<Range<usize>> = inner.chain(remarks).collect();
    all.sort_by_key(|range| range.start);
    all
}

/// Returns a part of a file's text. Spans are of the same file, so it cannot be out of range.
fn slice<'t>(file: &'t str, range: &Range<usize>) -> &'t str {
    file.get(range.clone()).unwrap_or_default()
}

/// Returns `text` without `{#id}`, the other attributes in these braces, and the anchor before
/// it that keeps an earlier id.
fn without_id<'t>(text: Cow<'t, str>, id: &str) -> Cow<'t, str> {
    let mark = ["{#", id].concat();
    let Some(start) = text.find(&mark) else { return text };
    let Some(end) = text[start..].find('}') else { return text };
    let (words, marks) = without_anchor(&text[..start]);
    [words, marks, &text[start + end + 1..]].concat().into()
}

/// Splits `text` around `<a id="…"></a>` at its end; only the closing marks of a heading may
/// follow.
fn without_anchor(text: &str) -> (&str, &str) {
    let end = text.trim_end().trim_end_matches('#').trim_end().len();
    let anchor = text[..end].strip_suffix("\"></a>");
    let anchor = anchor.and_then(|before| before.rsplit_once("<a id=\""));
    match anchor.filter(|(_, id)| !id.contains(['"', '<', '>'])) {
        Some((before, _)) => (before, &text[end..]),
        None => (text, ""),
    }
}
