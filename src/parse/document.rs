//! Reads one content file: its path, its front matter and its body.

use std::{ops::Range, sync::Arc};

use memchr::memmem;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    ledger,
    markdown::{UNFINISHED, UNTRANSLATED},
    model::{Asset, Document, FrontMatter, Kind, Lang, Ledger, PageKey, SourceId, Span, Term},
    nesting,
    parse::{
        asset, body,
        front_matter::{self, Fences},
        place::{self, Filed},
        sections, untranslated, unwritten,
    },
    source::Source,
};

/// The parsed form of a file below `content/`.
#[derive(Clone, Debug)]
pub enum Parsed {
    Page(Arc<Document>),
    Asset(Asset),
    /// The ledger of the translation at a place.
    Ledger(PageKey, Arc<Ledger>),
    /// A file without a page: it has no valid path, which was reported, or it is a translation
    /// that is marked as not translated yet.
    Nothing,
}

/// Reads the content file `source`. `site_language` is the guide's source language, and `kinds`
/// are the kinds of its pages.
pub fn content_file(
    id: SourceId,
    source: &Source,
    site_language: Lang,
    kinds: &[Kind],
) -> (Parsed, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let parsed = match place::file(id, &source.path, kinds) {
        Ok(Filed::Asset) => Parsed::Asset(asset::read(id, source, &mut diagnostics)),
        Ok(Filed::Ledger(place)) => match utf8(id, &source.bytes) {
            Ok(_) => {
                Parsed::Ledger(place, Arc::new(ledger::read(id, &source.bytes, &mut diagnostics)))
            }
            Err(problem) => {
                diagnostics.push(*problem);
                Parsed::Nothing
            }
        },
        Ok(Filed::Page(place)) => {
            let document = page(id, &source.bytes, place, site_language, &mut diagnostics);
            document.map_or(Parsed::Nothing, |document| Parsed::Page(Arc::new(document)))
        }
        Err(problem) => {
            diagnostics.push(*problem);
            Parsed::Nothing
        }
    };
    (parsed, diagnostics)
}

fn page(
    id: SourceId,
    bytes: &[u8],
    place: PageKey,
    site_language: Lang,
    diagnostics: &mut Diagnostics,
) -> Option<Document> {
    let text_and_fences = text(id, bytes).and_then(|text| {
        let fences = front_matter::fences(id, text)?;
        refuse_deep_marks(id, text, &fences)?;
        Ok((text, fences))
    });
    let (text, fences) = match text_and_fences {
        Ok(parts) => parts,
        Err(problem) => {
            diagnostics.push(*problem);
            return Some(stand_in(id, place, site_language));
        }
    };
    let marks = if place.lang == site_language { &UNTRANSLATED[..] } else { &UNFINISHED };
    let masked = untranslated::mask(text, &fences, marks);
    let mut waiting = None;
    if let Some(masked) = masked.as_ref().filter(|_| place.lang == site_language) {
        let first = Span::new(id, masked.first.clone());
        diagnostics.push(Diagnostic::new(Code::UntranslatedOriginal, first));
    } else if let Some(masked) = &masked {
        waiting = unwritten::waiting(id, text, &masked.text);
        if masked.is_whole {
            diagnostics.extend(waiting);
            return None;
        }
    }
    let read = masked.as_ref().map_or(text, |masked| &masked.text);
    let mut problems = Diagnostics::default();
    let document = read_whole(id, read, &fences, place, site_language, &mut problems);
    if masked.is_some() {
        // The heading above one may be marked.
        problems.take(Code::HeadingOrder);
    }
    diagnostics.append(problems);
    diagnostics.extend(waiting);
    let versions =
        if document.is_original() { sections::versions(&document, read) } else { [].into() };
    let masked = masked.map(|masked| masked.text.into());
    Some(Document { masked, versions, ..document })
}

/// Returns the lines of a page's file, counted from 1, that have the mark of a text that is
/// not translated or not written yet, and is not published.
pub fn marked_lines(id: SourceId, bytes: &[u8]) -> Vec<usize> {
    let Ok(text) = text(id, bytes) else { return Vec::new() };
    let Ok(fences) = front_matter::fences(id, text) else { return Vec::new() };
    let masked = untranslated::mask(text, &fences, &UNFINISHED)
        .map(|masked| masked.text)
        .unwrap_or_default();
    let starts = UNFINISHED.iter().flat_map(|mark| memmem::find_iter(text.as_bytes(), mark));
    let is_masked = |start: &usize| masked.as_bytes().get(*start) == Some(&b' ');
    let mut lines: Vec<usize> =
        starts.filter(is_masked).map(|start| text[..start].matches('\n').count() + 1).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// How deeply quotations and list items may be nested in one line.
const MOST_MARKS: usize = 100;

fn refuse_deep_marks(id: SourceId, text: &str, fences: &Fences) -> Result<(), Box<Diagnostic>> {
    let Some(at) = nesting::deep_mark(&text[fences.body.clone()], MOST_MARKS) else {
        return Ok(());
    };
    let start = fences.body.start + at;
    let deep = Diagnostic::new(Code::NestedTooDeep, Span::new(id, start..start + 1));
    Err(Box::new(deep.arg("what", "levels").arg("most", MOST_MARKS.to_string())))
}

fn read_whole(
    id: SourceId,
    text: &str,
    fences: &Fences,
    place: PageKey,
    site_language: Lang,
    diagnostics: &mut Diagnostics,
) -> Document {
    let read = front_matter::read(id, text, fences, &place, site_language, diagnostics);
    let (written, start) = (&text[fences.body.clone()], fences.body.start);
    let body = body::read((id, place.lang), written, start, diagnostics);
    unwritten::report_as_one(id, text, fences, diagnostics);
    let mut sections = sections::front_matter_sections(&read.front);
    sections.extend(body.sections);
    let mut html_ids = body.ids;
    let terms = read.front.fields.terms().iter().filter(|term| term.value.is_shown());
    html_ids.extend(terms.map(|term| Box::from(Term::anchor(&term.id.value))));
    Document {
        source: id,
        place,
        source_language: read.source_language,
        front: read.front,
        body: fences.body.start as u32..fences.body.end as u32,
        outline: body.outline,
        html_ids,
        links: body.links,
        tasks: body.tasks,
        diagrams: body.diagrams,
        sections,
        versions: [].into(),
        misread: body.misread,
        remarks: body.remarks,
        word_count: body.word_count,
        has_content: body.has_content,
        refused: body.refused,
        masked: None,
        readable: true,
    }
}

/// Returns the file's text, or the problem of the first byte that is not UTF-8, or of a
/// conflict that `git merge` left.
pub fn text(id: SourceId, bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    let text = utf8(id, bytes)?;
    match conflict(text) {
        Some(place) => Err(Box::new(Diagnostic::new(Code::MergeConflict, Span::new(id, place)))),
        None => Ok(text),
    }
}

/// Returns the first line of a conflict in the form that Git writes.
fn conflict(text: &str) -> Option<Range<usize>> {
    const BEGINS: &str = "<<<<<<< ";
    let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = memmem::find_iter(text.as_bytes(), BEGINS)
        .find(|at| *at == first || *at > 0 && text.as_bytes()[at - 1] == b'\n')?;
    let mut lines = text[start..].lines();
    let begins = lines.next()?;
    if is_shown_as_code(&text[..start], &text[start..]) {
        return None;
    }
    let is_whole = lines.any(|line| line.trim_end() == "=======")
        && lines.any(|line| line.starts_with(">>>>>>> ") || line.trim_end() == ">>>>>>>");
    is_whole.then(|| start..start + begins.len())
}

/// Returns whether the whole conflict stands in a block of code that is open after `before` and
/// is closed in `rest`.
fn is_shown_as_code(before: &str, rest: &str) -> bool {
    let mut open: Option<&str> = None;
    for line in before.lines() {
        open = match open {
            None => opening_fence(line),
            Some(fence) if is_closing(line, fence) => None,
            fence => fence,
        };
    }
    let Some(fence) = open else { return false };
    let mut inside = rest.lines().take_while(|line| !is_closing(line, fence));
    let ends = inside.any(|line| line.starts_with(">>>>>>>"));
    ends && rest.lines().any(|line| is_closing(line, fence))
}

/// Returns the signs of the fence, if the line opens a block of code.
fn opening_fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '>']);
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == sign).count();
    (length > 2).then_some(&line[..length])
}

fn is_closing(line: &str, fence: &str) -> bool {
    let line = line.trim_matches([' ', '>', '\r']);
    line.len() >= fence.len()
        && line.starts_with(fence)
        && line.bytes().all(|byte| byte == fence.as_bytes()[0])
}

fn utf8(id: SourceId, bytes: &[u8]) -> Result<&str, Box<Diagnostic>> {
    simdutf8::compat::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        let length = error.error_len().unwrap_or(bytes.len() - at);
        Box::new(Diagnostic::new(Code::NotUtf8, Span::new(id, at..at + length)))
    })
}

/// Returns a stand-in for a page whose file could not be read, so that links to it count as
/// valid and only the actual problem is reported.
fn stand_in(id: SourceId, place: PageKey, site_language: Lang) -> Document {
    let span = Span::new(id, 0..0);
    let front = FrontMatter::empty(place.kind, span);
    Document {
        source: id,
        place,
        source_language: site_language,
        front,
        body: 0..0,
        outline: Vec::new(),
        html_ids: Vec::new(),
        links: Vec::new(),
        tasks: Vec::new(),
        diagrams: Vec::new(),
        sections: Vec::new(),
        versions: [].into(),
        misread: Vec::new(),
        remarks: Vec::new(),
        word_count: 0,
        has_content: false,
        refused: None,
        masked: None,
        readable: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_marks_are_found() {
        let front = "title = \"가\"\ndescription = \"나\"\nx = [\n  \"[미번역] a\",\n]\n";
        let body = "`[미번역]`\n\n## TODO: B\n\n[미번역] c\n\n## 나\n";
        let text = ["+++\n", front, "+++\n", body].concat();
        assert_eq!(marked_lines(SourceId(0), text.as_bytes()), [5, 10, 12]);
        assert_eq!(marked_lines(SourceId(0), "글\n".as_bytes()), [0; 0]);
    }
}
