//! The state of translations as JSON.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::{
    ledger::TextChange,
    model::{Lang, SectionState, SourceId, Span, Translation},
    pipeline::{self, ReviewedSection},
    source::Sources,
};

#[derive(Serialize)]
struct PageJson<'a> {
    /// The page's name without its language: `guides/customer-service`.
    page: String,
    /// The language of the translation.
    language: Lang,
    state: &'static str,
    /// The number of the source's words that are not translated yet.
    words: u32,
    sections: Vec<SectionJson<'a>>,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    id: &'a str,
    kind: &'static str,
    state: &'static str,
    words: u32,
    /// The place in the source, for sections that are not current.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<PlaceJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<PlaceJson<'a>>,
    /// The page that the section has moved from or to.
    #[serde(skip_serializing_if = "Option::is_none")]
    elsewhere: Option<&'a str>,
    /// The reason why it was recorded although the translation did not change.
    #[serde(skip_serializing_if = "Option::is_none")]
    unchanged: Option<&'a str>,
    /// The changes of the source since the version that the translation follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<Vec<TextChange>>,
}

/// A place that editors can open; lines are counted from 1.
#[derive(Serialize)]
struct PlaceJson<'a> {
    path: &'a str,
    line: usize,
}

/// Returns the state of `all` as one JSON document, `{"pages": […]}`, with one line for each
/// page.
pub fn render(all: &[&Translation], sources: &Sources, diff: bool) -> anyhow::Result<String> {
    let pages = all.par_iter().map(|one| serde_json::to_string(&page(one, sources, diff)));
    let pages: Vec<String> = pages.collect::<Result<_, _>>()?;
    Ok(["{\"pages\": [\n", &pages.join(",\n"), "\n]}\n"].concat())
}

fn page<'a>(translation: &'a Translation, sources: &'a Sources, diff: bool) -> PageJson<'a> {
    let mut lines = Lines::default();
    let mut changes: BTreeMap<usize, Vec<TextChange>> = BTreeMap::new();
    if diff {
        let reviewed = pipeline::review(translation, sources).into_iter().enumerate();
        let change = |(at, reviewed): (usize, ReviewedSection)| (at, reviewed.change);
        changes.extend(reviewed.map(change).filter(|(_, change)| !change.is_empty()));
    }
    let sections = translation.pairs.iter().enumerate().map(|(at, pair)| {
        let (source, own) = (translation.source_of(pair), translation.section_of(pair));
        let in_step = pair.state == SectionState::Current;
        let mut place = |section: Option<&crate::model::Section>| {
            let section = section.filter(|_| !in_step)?;
            Some(lines.place(section.span, sources))
        };
        let entry = pair.entry.and_then(|at| translation.ledger.as_ref()?.entries.get(at as usize));
        SectionJson {
            id: translation.id_of(pair),
            kind: source.or(own).map_or("", |section| section.kind.name()),
            state: pair.state.name(),
            words: pair.words,
            source: place(source),
            translation: place(own),
            elsewhere: pair.elsewhere.as_deref(),
            unchanged: entry.and_then(|entry| entry.unchanged.as_deref()),
            change: changes.remove(&at),
        }
    });
    PageJson {
        page: translation.place.name(),
        language: translation.place.lang,
        state: translation.state.name(),
        words: translation.words(),
        sections: sections.collect(),
    }
}

/// Finds line numbers. Each file is counted on from the last place.
#[derive(Default)]
struct Lines(BTreeMap<SourceId, (usize, usize)>);

impl Lines {
    fn place<'a>(&mut self, span: Span, sources: &'a Sources) -> PlaceJson<'a> {
        let source = sources.get(span.source);
        let at = (span.start as usize).min(source.bytes.len());
        let (from, line) = self.0.entry(span.source).or_insert((0, 1));
        if at < *from {
            (*from, *line) = (0, 1);
        }
        *line += memchr::memchr_iter(b'\n', &source.bytes[*from..at]).count();
        *from = at;
        PlaceJson { path: source.path.as_str(), line: *line }
    }
}
