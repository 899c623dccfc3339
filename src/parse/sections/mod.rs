//! The sections of a document: their names and places, their fingerprints when requested, and
//! the versions that readers compare.

mod code;
mod collect;
mod passages;
mod versions;

pub use code::lines as code_lines;
pub use collect::{Collector, NamingContext};
pub use versions::versions;

use crate::{
    ledger,
    model::{Document, FrontMatter, Section, SectionKind, Shape, TextDigest},
    schema::TranslatedKey,
};

/// Returns the sections of the front matter, one for each key with words.
pub fn front_matter_sections(front: &FrontMatter) -> Vec<Section> {
    let shape = |key: &TranslatedKey| {
        let mut shape = Shape::default();
        shape.letters.add(&key.text);
        shape
    };
    let section = |key: &TranslatedKey| Section {
        kind: SectionKind::FrontMatter,
        id: ["front.", &key.name].concat().into(),
        pinned: true,
        span: key.span,
        heading: None,
        shape: shape(key),
        digest: None,
    };
    front.words.iter().map(section).collect()
}

/// Fills in the fingerprint of every section. `file` is the text of the document's file.
pub fn fingerprint(document: &mut Document, file: &str) {
    let texts = ledger::section_texts(document, document.text(file));
    let digests: Vec<TextDigest> = texts.iter().map(|text| ledger::digest(text)).collect();
    for (section, digest) in document.sections.iter_mut().zip(digests) {
        section.digest = Some(digest);
    }
}
