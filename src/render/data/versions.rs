//! The versions of pages and their sections: what a reader's device compares to tell what
//! has changed since a visit, or since a decision was recorded.
//!
//! A version is a fingerprint of the text in the language in which the page was written
//! first (`ledger::fingerprint`), so that it is the same in both languages and does not
//! change with line breaks. Pages are spread over files so that none grows large:
//! `guides/customer-service` stands in `/en/versions/N.json`, where N is the remainder of
//! the 32-bit FNV-1a hash of that name by the number of files. A page's `body` says both:
//! `data-versions="/en/versions/" data-version-files="1"`. Beside them lie `pages-N.json` with
//! the versions of the pages alone, each for eight such files: most pages have not changed,
//! and their sections need not be loaded. `static/assets/versions.js` reads them.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use crate::{
    ledger,
    model::{
        Document, Fingerprint, Heading, KindFields, Lang, Page, PageId, SectionKind,
        VERSION_FILES_IN_GROUP, fnv1a,
    },
    render::context::Context,
};

/// The version of the format of these files.
const FORMAT: u8 = 1;

/// The deepest level of a heading that begins a section of its own: those of the contents.
const DEEPEST: u8 = 3;

/// The versions of some pages.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "versions-file"))]
pub struct VersionsFile<'a> {
    /// The version of this format.
    format: u8,
    /// The language of titles and addresses.
    language: &'static str,
    /// Pages by their names, which are the same in both languages: `guides/customer-service`.
    pages: BTreeMap<String, VersionedPage<'a>>,
}

/// A page and its version.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "versions-file-page"))]
struct VersionedPage<'a> {
    /// The address.
    href: String,
    /// The title.
    title: &'a str,
    /// The day of the last change that matters to readers, as the page says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    /// Another one as soon as any section has changed: the sum of the 32-bit FNV-1a hashes of
    /// each section's name, a space and its version.
    version: String,
    /// The sections in order, the beginning of the page first.
    sections: Vec<VersionedSection<'a>>,
}

/// The versions of some pages, without those of their sections.
#[derive(Serialize)]
struct PageVersionsFile {
    format: u8,
    pages: BTreeMap<String, String>,
}

/// A section and its version.
#[derive(Serialize, JsonSchema)]
#[schemars(extend("x-name" = "versions-file-section"))]
struct VersionedSection<'a> {
    /// The name of the section, the same in both languages; empty for the beginning of the
    /// page with its title, its summary and what else stands in its front matter.
    id: &'a str,
    /// The id of its heading in this language, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<&'a str>,
    /// Its heading; the title of the page for the beginning.
    title: &'a str,
    /// Another one as soon as the text has changed, with its tasks and diagrams and what
    /// stands below its smaller headings; the same in both languages.
    version: String,
}

/// Returns the file `at` of the language `lang`.
pub fn versions(context: &Context, lang: Lang, at: u32) -> Vec<u8> {
    let pages = context.site.versions.get(lang).get(at as usize);
    let pages = pages.into_iter().flatten().map(|id| version(context, *id));
    json(&VersionsFile { format: FORMAT, language: lang.code(), pages: pages.collect() })
}

/// Returns the versions of the pages of eight files, those of the group `at`, of the language
/// `lang`.
pub fn page_versions(context: &Context, lang: Lang, at: u32) -> Vec<u8> {
    let mut groups = context.site.versions.get(lang).chunks(VERSION_FILES_IN_GROUP);
    let pages = groups.nth(at as usize).into_iter().flatten().flatten();
    let version = |id: &PageId| {
        let page = context.site.page(*id);
        let sections = sections(page, section_versions(context, &page.original));
        (page.document.place.name(), page_version(&sections))
    };
    json(&PageVersionsFile { format: FORMAT, pages: pages.map(version).collect() })
}

/// Returns the version of a page with these sections. Scripts compute it as well, from the
/// sections that a reader has seen. Of two sections with one name the last counts.
fn page_version(sections: &[VersionedSection]) -> String {
    let by_id: BTreeMap<&str, &str> =
        sections.iter().map(|section| (section.id, &*section.version)).collect();
    let hash = |(id, version): (&str, &str)| fnv1a(&[id, " ", version]);
    let sum = by_id.into_iter().map(hash).fold(0, u32::wrapping_add);
    format!("{sum:08x}")
}

/// Returns the versions of the sections of `page` as JSON, by their names: each with the id
/// of its heading on the page. A page tells its own, so that a visit needs no file.
pub fn own_versions(context: &Context, page: &Page) -> String {
    let sections = sections(page, section_versions(context, &page.original));
    let version = |section: VersionedSection| {
        (section.id.to_owned(), [section.version, section.anchor.unwrap_or(section.id).to_owned()])
    };
    let versions: BTreeMap<String, [String; 2]> = sections.into_iter().map(version).collect();
    // A map of strings can always be written.
    serde_json::to_string(&versions).unwrap_or_default()
}

fn version<'a>(context: &Context<'a>, id: PageId) -> (String, VersionedPage<'a>) {
    let page = context.site.page(id);
    let sections = sections(page, section_versions(context, &page.original));
    let version = VersionedPage {
        href: context.page_href(id),
        title: page.title(),
        updated: page.updated().map(|day| day.to_string()),
        version: page_version(&sections),
        sections,
    };
    (page.document.place.name(), version)
}

/// Returns the sections of `page` with their versions, as far as the page has them.
fn sections(page: &Page, versions: Vec<(Option<usize>, String)>) -> Vec<VersionedSection<'_>> {
    let counterparts = counterparts(page);
    let section = |(heading, version)| {
        let Some(at) = heading else {
            return Some(VersionedSection { id: "", anchor: None, title: page.title(), version });
        };
        let Heading { id, .. } = page.original.outline.get(at)?;
        let counterpart: &Heading = counterparts[at]?;
        let anchor = Some(&*counterpart.id).filter(|anchor| *anchor != &**id);
        Some(VersionedSection { id, anchor, title: &counterpart.text, version })
    };
    versions.into_iter().filter_map(section).collect()
}

/// Returns the headings on `page` of those of its original: those in the same places where
/// both have the same structure, or else those with the same ids.
fn counterparts(page: &Page) -> Vec<Option<&Heading>> {
    let (original, own) = (&page.original.outline, &page.document.outline);
    if original.iter().map(|heading| heading.level).eq(own.iter().map(|heading| heading.level)) {
        return own.iter().map(Some).collect();
    }
    // Of two with one id the first counts.
    let by_id: HashMap<&str, &Heading> =
        own.iter().rev().map(|heading| (&*heading.id, heading)).collect();
    original.iter().map(|heading| by_id.get(&*heading.id).copied()).collect()
}

/// Returns the sections of `document` that have a version of their own, each by the position
/// of its heading; the beginning has none.
fn section_versions(context: &Context, document: &Document) -> Vec<(Option<usize>, String)> {
    let file = context.sources.get(document.source).text();
    let file = document.text(&file);
    let texts = ledger::section_texts(document, file);
    let mut sections = vec![(None, facts(&document.front.fields))];
    for (section, text) in document.sections.iter().zip(&texts) {
        let heading = section.heading.map(|at| at as usize);
        match section.kind {
            SectionKind::Heading(level) if level <= DEEPEST => {
                sections.push((heading, String::new()));
            }
            SectionKind::FrontMatter
            | SectionKind::Lead
            | SectionKind::Heading(_)
            | SectionKind::Task
            | SectionKind::Diagram => {}
        }
        let Some((_, whole)) = sections.last_mut() else { continue };
        // A diagram is more than its words: places, thresholds, ways.
        let text = match section.kind {
            SectionKind::Diagram => file.get(section.span.range()).unwrap_or_default(),
            _ => text,
        };
        whole.push_str(text);
        whole.push('\n');
    }
    let version = |(at, text): (Option<usize>, String)| (at, written(ledger::fingerprint(&text)));
    sections.into_iter().map(version).collect()
}

/// Returns what front matter says beside its words and matters to what a reader decides.
fn facts(fields: &KindFields) -> String {
    let KindFields::Ranking(ranking) = fields else { return String::new() };
    let scores = ranking.items.iter().map(|item| format!("{:?}", item.value.scores));
    let weights = ranking.weights.iter().map(|entry| format!("{:?}", entry.value));
    scores.chain(weights).collect::<Vec<_>>().join("\n") + "\n"
}

/// Returns a fingerprint in ten hexadecimal digits: enough to tell versions of one section
/// apart.
fn written(fingerprint: Fingerprint) -> String {
    format!("{:010x}", fingerprint.0 >> 24)
}
