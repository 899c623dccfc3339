//! The versions of pages and their sections. A reader's device compares them to find out what
//! has changed since a visit, or since a decision was recorded.
//!
//! A version is a fingerprint of the text in the language in which the page was written
//! first, so that it is the same in both languages and does not change with line breaks.
//! Pages are spread over files so that none grows large: `guides/customer-service` stands in
//! `/en/versions/N.json`, where N is the remainder of the 32-bit FNV-1a hash of that name by
//! the number of files. A page's `body` says both: `data-versions="/en/versions/"
//! data-version-files="1"`. Beside them lie `pages-N.json` with the versions of the pages alone,
//! each for eight such files: most pages have not changed, and their sections need not be
//! loaded. `static/assets/versions.js` reads them.

use std::collections::{BTreeMap, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use super::json;
use crate::{
    model::{
        Fingerprint, Heading, Lang, Page, PageId, VERSION_FILES_IN_GROUP, VersionedPart, fnv1a,
    },
    render::context::Context,
};

/// The version of the format of these files.
const FORMAT: u8 = 1;

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

/// A page and its version; in `pages-N.json` nothing else.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(extend("x-name" = "versions-file-page"))]
struct VersionedPage<'a> {
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    href: Option<String>,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    /// The day of the last change that matters to readers, as the page says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    /// Another one as soon as any section has changed: the sum of the 32-bit FNV-1a hashes of
    /// each section's name, a space and its version.
    version: String,
    /// The sections in order, the beginning of the page first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sections: Vec<VersionedSection<'a>>,
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
    file(lang, pages.into_iter().flatten().map(|id| version(context, *id)))
}

fn file<'a>(lang: Lang, pages: impl Iterator<Item = (String, VersionedPage<'a>)>) -> Vec<u8> {
    json(&VersionsFile { format: FORMAT, language: lang.code(), pages: pages.collect() })
}

/// Returns the versions of the pages of eight files, those of the group `at`, of the language
/// `lang`.
pub fn page_versions(context: &Context, lang: Lang, at: u32) -> Vec<u8> {
    let mut groups = context.site.versions.get(lang).chunks(VERSION_FILES_IN_GROUP);
    let pages = groups.nth(at as usize).into_iter().flatten().flatten();
    let version = |id: &PageId| {
        let page = context.site.page(*id);
        let version = page_version(&sections(page));
        (page.document.place.name(), VersionedPage { version, ..VersionedPage::default() })
    };
    file(lang, pages.map(version))
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

/// Returns the versions of the sections of `page` as JSON, by their names, each with the id of
/// its heading on the page. They are part of the page, so that a visit needs no other file.
pub fn own_versions(page: &Page) -> String {
    let version = |section: VersionedSection| {
        (section.id.to_owned(), [section.version, section.anchor.unwrap_or(section.id).to_owned()])
    };
    let versions: BTreeMap<String, [String; 2]> = sections(page).into_iter().map(version).collect();
    // A map of strings can always be written as JSON.
    serde_json::to_string(&versions).unwrap_or_default()
}

fn version<'a>(context: &Context<'a>, id: PageId) -> (String, VersionedPage<'a>) {
    let page = context.site.page(id);
    let sections = sections(page);
    let version = VersionedPage {
        href: Some(context.page_href(id)),
        title: Some(page.title()),
        updated: page.updated().map(|day| day.to_string()),
        version: page_version(&sections),
        sections,
    };
    (page.document.place.name(), version)
}

/// Returns the sections of `page` with their versions, without those that the page lacks.
fn sections(page: &Page) -> Vec<VersionedSection<'_>> {
    let counterparts = counterparts(page);
    let section = |part: &VersionedPart| {
        let version = written(part.version);
        let Some(at) = part.heading.map(|at| at as usize) else {
            return Some(VersionedSection { id: "", anchor: None, title: page.title(), version });
        };
        let Heading { id, .. } = page.original.outline.get(at)?;
        let counterpart: &Heading = counterparts[at]?;
        let anchor = Some(&*counterpart.id).filter(|anchor| *anchor != &**id);
        Some(VersionedSection { id, anchor, title: &counterpart.text, version })
    };
    page.original.versions.iter().filter_map(section).collect()
}

/// Returns, for each heading of the original, its counterpart on `page`: by position if both
/// have the same structure, otherwise by id.
fn counterparts(page: &Page) -> Vec<Option<&Heading>> {
    let (original, own) = (&page.original.outline, &page.document.outline);
    if original.iter().map(|heading| heading.level).eq(own.iter().map(|heading| heading.level)) {
        return own.iter().map(Some).collect();
    }
    // If two headings have the same id, the first counts.
    let by_id: HashMap<&str, &Heading> =
        own.iter().rev().map(|heading| (&*heading.id, heading)).collect();
    original.iter().map(|heading| by_id.get(&*heading.id).copied()).collect()
}

/// Returns a fingerprint in ten hexadecimal digits, which is enough to distinguish the versions
/// of one section.
fn written(fingerprint: Fingerprint) -> String {
    format!("{:010x}", fingerprint.0 >> 24)
}
