//! Links to releases, from footers, trust signals and other releases.

use serde::Serialize;

use super::card::Day;
use crate::{
    i18n::Strings,
    model::{Page, PageId, Site},
};

/// A link to a release.
#[derive(Serialize)]
pub struct ReleaseLink<'a> {
    href: String,
    title: &'a str,
    version: &'a str,
    day: Option<Day>,
}

/// Returns links to the releases `ids`.
pub fn releases<'a>(site: &'a Site, strings: &Strings, ids: &[PageId]) -> Vec<ReleaseLink<'a>> {
    ids.iter().map(|id| link(site, strings, *id)).collect()
}

/// Returns a link to the release `id`.
pub fn link<'a>(site: &'a Site, strings: &Strings, id: PageId) -> ReleaseLink<'a> {
    let page = site.page(id);
    ReleaseLink {
        href: site.settings.base_url.href(&page.url),
        title: page.title(),
        version: version(page),
        day: page.published().map(|date| Day::new(date, strings)),
    }
}

/// Returns the version of a release in its written form.
pub fn version(page: &Page) -> &str {
    page.version().map_or("", |version| &version.tag)
}
