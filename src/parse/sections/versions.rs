//! The versions of the parts of a page: fingerprints by which readers are told what has changed.

use crate::{
    ledger,
    model::{Document, KindFields, SectionKind, VersionedPart},
};

/// The deepest level of a heading that begins a part of its own: those of the contents.
const DEEPEST: u8 = 3;

/// Returns the parts of `document`, whose published text is `file`, with their versions.
pub fn versions(document: &Document, file: &str) -> Box<[VersionedPart]> {
    let texts = ledger::section_texts(document, file);
    let mut parts = Vec::new();
    let mut whole = facts(&document.front.fields);
    let mut heading = None;
    for (section, text) in document.sections.iter().zip(&texts) {
        if matches!(section.kind, SectionKind::Heading(level) if level <= DEEPEST) {
            parts.push(VersionedPart { heading, version: ledger::fingerprint(&whole) });
            whole.clear();
            heading = section.heading;
        }
        // A diagram is more than its words: places, thresholds, ways.
        whole.push_str(match section.kind {
            SectionKind::Diagram => file.get(section.span.range()).unwrap_or_default(),
            _ => text,
        });
        whole.push('\n');
    }
    parts.push(VersionedPart { heading, version: ledger::fingerprint(&whole) });
    parts.into()
}

/// Returns what front matter says beside its words and matters to what a reader decides.
fn facts(fields: &KindFields) -> String {
    let KindFields::Ranking(ranking) = fields else { return String::new() };
    let scores = ranking.items.iter().map(|item| format!("{:?}", item.value.scores));
    let weights = ranking.weights.iter().map(|entry| format!("{:?}", entry.value));
    scores.chain(weights).collect::<Vec<_>>().join("\n") + "\n"
}
