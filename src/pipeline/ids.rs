//! Pins ids of headings, the same in both versions of a page. Old addresses stay valid: if a
//! heading of a published page had another id, that one is kept as an anchor of its own.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use rustc_hash::FxHashSet;

use crate::{
    markdown::is_reserved,
    model::{
        Document, Entry, Kind, Lang, LedgerChange, Link, Section, SectionKind, SectionPair,
        SourceId, Translation, nfc,
    },
    parse::{self, Parsed},
    source::{Source, Sources},
};

/// The result of pinning ids.
#[derive(Debug, Default)]
pub struct PinnedIds {
    /// The new texts of files.
    pub files: Vec<(SourceId, String)>,
    /// The changes of the ledger, which refers to sections by their ids.
    pub changes: Vec<LedgerChange>,
    /// The pinned ids.
    pub ids: Vec<String>,
    /// The number of old ids that were kept as anchors.
    pub anchors: usize,
    /// The ids of headings that could not be pinned, because there are other braces at their
    /// ends.
    pub left: Vec<String>,
}

/// The old ids of headings that are kept as anchors.
#[derive(Debug)]
pub enum OldIds {
    All,
    /// Only these, to which links lead.
    Linked(FxHashSet<String>),
}

impl OldIds {
    /// Returns the ids to which a link in the guide leads. Nobody else knows the ids of a page
    /// that was never published.
    pub fn where_linked(all: &[Translation]) -> OldIds {
        let documents = all.iter().flat_map(|it| [&it.source, &it.document]).flatten();
        let links = documents.flat_map(|document| &document.links);
        let id = |link: &Link| Some(decoded(link.dest.split_once('#')?.1));
        OldIds::Linked(links.filter_map(id).collect())
    }

    fn keeps(&self, id: &str) -> bool {
        match self {
            OldIds::All => true,
            OldIds::Linked(ids) => ids.contains(id),
        }
    }
}

fn decoded(fragment: &str) -> String {
    nfc(&percent_decode_str(fragment).decode_utf8_lossy()).into_owned()
}

/// Pins an id at every heading of a page that has none.
pub fn pin_ids(translation: &Translation, sources: &Sources, old_ids: &OldIds) -> PinnedIds {
    let kinds = [translation.place.kind];
    let mut pinned = PinnedIds::default();
    let documents = [&translation.source, &translation.document].map(Option::as_deref);
    let mut edits = [Vec::new(), Vec::new()];
    let mut taken = taken_ids(documents);
    for pair in &translation.pairs {
        let sections = [translation.source_of(pair), translation.section_of(pair)];
        let open = sections.map(|section| section.filter(|section| is_open(section)));
        if open.iter().all(Option::is_none) {
            continue;
        }
        let Some(id) = choose(sections, documents, &mut taken) else { continue };
        let mut all_fit = true;
        for (side, section) in open.into_iter().enumerate() {
            let (Some(section), Some(document)) = (section, documents[side]) else { continue };
            let old = Some(&*section.id).filter(|old| **old != id && old_ids.keeps(old));
            match edit(section, &id, old, document, sources) {
                Some(edit) => {
                    pinned.anchors += usize::from(old.is_some());
                    edits[side].push(edit);
                }
                None => all_fit = false,
            }
        }
        match all_fit {
            true => pinned.ids.push(id.clone()),
            false => pinned.left.push(id.clone()),
        }
        pinned.changes.extend(rename(translation, pair, &id));
    }
    for (document, edits) in documents.into_iter().zip(edits) {
        let Some(document) = document.filter(|_| !edits.is_empty()) else { continue };
        let source = sources.get(document.source);
        let text = apply(&source.text(), edits);
        if keeps_addresses(document, source, &text, &kinds, old_ids) {
            pinned.files.push((document.source, text));
        } else {
            return PinnedIds { left: pinned.ids, ..PinnedIds::default() };
        }
    }
    // Removals come first: a section may take another's id.
    pinned.changes.sort_by_key(|change| matches!(change, LedgerChange::Record(_)));
    pinned
}

/// Returns whether a section has a heading whose id is derived from its words.
fn is_open(section: &Section) -> bool {
    matches!(section.kind, SectionKind::Heading(_)) && !section.pinned
}

/// Returns all anchors of both versions.
fn taken_ids(documents: [Option<&Document>; 2]) -> FxHashSet<String> {
    documents.into_iter().flatten().flat_map(anchors).map(str::to_owned).collect()
}

fn anchors(document: &Document) -> impl Iterator<Item = &str> {
    let headings = document.outline.iter().map(|heading| &*heading.id);
    headings.chain(document.html_ids.iter().map(|id| &**id))
}

/// Returns the id for a heading: the one that is pinned in one version, or that of the English
/// heading, or that of the only version.
fn choose(
    sections: [Option<&Section>; 2],
    documents: [Option<&Document>; 2],
    taken: &mut FxHashSet<String>,
) -> Option<String> {
    let pairs = || sections.into_iter().zip(documents).filter_map(|(a, b)| Some((a?, b?)));
    let given = pairs().find(|(section, _)| section.pinned);
    let english = pairs().find(|(_, document)| document.place.lang == Lang::En);
    let (section, document) = given.or(english).or_else(|| pairs().next())?;
    let id = &*section.id;
    let others = pairs().filter(|(_, other)| other.place.lang != document.place.lang);
    let is_others = |other: &Document, own: &Section| {
        *own.id != *id && anchors(other).any(|anchor| anchor == id)
    };
    if !others.into_iter().any(|(own, other)| is_others(other, own)) {
        return Some(id.to_owned());
    }
    // `fn-2` would be the anchor of a footnote, and so would every other number.
    let base = if is_reserved(&[id, "-2"].concat()) { &*format!("section-{id}") } else { id };
    let mut numbers = (2..).map(|number| format!("{base}-{number}"));
    let free = numbers.find(|id| !is_reserved(id) && !taken.contains(id))?;
    taken.insert(free.clone());
    Some(free)
}

/// A range of the file, and its new text.
type TextEdit = (Range<usize>, String);

/// Returns the edit that pins `id` at the end of a heading, after an anchor with its id `old`.
fn edit(
    section: &Section,
    id: &str,
    old: Option<&str>,
    document: &Document,
    sources: &Sources,
) -> Option<TextEdit> {
    let file = sources.get(document.source).text();
    let range = section.span.range();
    let end = end_of_heading(file.get(range.clone())?)?;
    let written = file.get(range.start..range.start + end)?;
    let words = without_closing_marks(written);
    let marks = &written[words.len()..];
    if words.ends_with('}') || marks.ends_with('}') {
        return None;
    }
    let anchor = old.map(|old| format!(" <a id=\"{old}\"></a>")).unwrap_or_default();
    Some((range.start + words.len()..range.start + end, format!("{anchor}{marks} {{#{id}}}")))
}

/// Returns where the words of a heading end: before the line break of `## Heading`, or before
/// the line below the words.
fn end_of_heading(text: &str) -> Option<usize> {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if end == 0 && words.starts_with('#') {
            return Some(line.trim_end().len());
        }
        let is_underline = |mark: char| !words.is_empty() && words.chars().all(|c| c == mark);
        if end > 0 && (is_underline('=') || is_underline('-')) {
            return Some(text[..end].trim_end().len());
        }
        end += line.len();
    }
    None
}

/// Returns `## Heading ##` without the marks at its end.
fn without_closing_marks(heading: &str) -> &str {
    let words = heading.trim_end();
    let open = words.trim_end_matches('#');
    match open.len() < words.len() && open.ends_with([' ', '\t']) && !open.trim().is_empty() {
        true => open.trim_end(),
        false => words,
    }
}

fn apply(text: &str, mut edits: Vec<TextEdit>) -> String {
    edits.sort_by_key(|(place, _)| place.start);
    let mut edited = String::with_capacity(text.len());
    let mut from = 0;
    for (place, new) in edits {
        edited.push_str(&text[from..place.start]);
        edited.push_str(&new);
        from = place.end;
    }
    edited + &text[from..]
}

/// Returns whether `text`, parsed as the file's new content, still has every anchor that
/// `old_ids` keeps.
fn keeps_addresses(
    document: &Document,
    source: &Source,
    text: &str,
    kinds: &[Kind],
    old_ids: &OldIds,
) -> bool {
    let bytes = text.to_owned().into();
    let edited = Source { path: source.path.clone(), bytes, built_in: false };
    let (parsed, _) =
        parse::content_file(document.source, &edited, document.source_language, kinds);
    let Parsed::Page(edited) = parsed else { return false };
    let now: FxHashSet<&str> = anchors(&edited).collect();
    anchors(document).all(|anchor| now.contains(anchor) || !old_ids.keeps(anchor))
}

/// Returns the changes that make the ledger refer to a section by the id `id`.
fn rename(translation: &Translation, pair: &SectionPair, id: &str) -> Vec<LedgerChange> {
    let entries = translation.ledger.as_deref().map(|ledger| &ledger.entries);
    let entry = entries.zip(pair.entry).and_then(|(entries, at)| entries.get(at as usize));
    let Some(entry) = entry.filter(|entry| *entry.id != *id || entry.own_id.is_some()) else {
        return Vec::new();
    };
    let renamed = Entry { id: id.into(), own_id: None, ..entry.clone() };
    vec![LedgerChange::Forget(entry.id.clone()), LedgerChange::Record(renamed)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_heading_end_before_marks_and_underlines() {
        let words = |text: &str| {
            let end = end_of_heading(text).expect("a heading");
            without_closing_marks(&text[..end]).to_owned()
        };
        assert_eq!(words("## One\n\nText."), "## One");
        assert_eq!(words("## One ##  \r\nText."), "## One");
        assert_eq!(words("## C#\n"), "## C#");
        assert_eq!(words("One\ntwo\n---\nText."), "One\ntwo");
        assert_eq!(end_of_heading("Text."), None);
    }
}
