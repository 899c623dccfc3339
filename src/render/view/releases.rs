//! Releases of the guide, as footers, trust signals and each other link to them.

use serde::Serialize;

use super::Day;
use crate::{
    i18n::Strings,
    model::{Kind, KindFacts, Page, PageId, Site},
    render::context::{Context, href},
};

#[derive(Serialize)]
pub struct Release<'a> {
    href: String,
    title: &'a str,
    version: &'a str,
    day: Option<Day>,
}

/// Releases, for links to them.
pub fn releases<'a>(site: &'a Site, strings: &Strings, ids: &[PageId]) -> Vec<Release<'a>> {
    ids.iter().map(|id| release(site, strings, *id)).collect()
}

pub fn release<'a>(site: &'a Site, strings: &Strings, id: PageId) -> Release<'a> {
    let page = site.page(id);
    Release {
        href: href(&site.settings, &page.url),
        title: page.title(),
        version: version(page).unwrap_or_default(),
        day: page.published().map(|date| Day::new(date, strings)),
    }
}

/// The releases after and before `page`, in its language.
pub fn beside<'a>(
    context: &Context<'a>,
    page: &Page,
) -> (Option<Release<'a>>, Option<Release<'a>>) {
    let site = context.site;
    let strings = context.strings(page.lang());
    let ids = site.collection(Kind::Changelog, page.lang()).map(|found| found.pages.as_slice());
    let ids = ids.unwrap_or_default();
    let Some(at) = ids.iter().position(|id| site.page(*id).url == page.url) else {
        return (None, None);
    };
    let of = |at: Option<usize>| Some(release(site, strings, *ids.get(at?)?));
    (of(at.checked_sub(1)), of(at.checked_add(1)))
}

/// A release's tag.
pub fn version(page: &Page) -> Option<&str> {
    match &page.facts()?.kind {
        KindFacts::Changelog { version, .. } => Some(&version.tag),
        KindFacts::Home
        | KindFacts::Guide(_)
        | KindFacts::Checklist { .. }
        | KindFacts::Profile { .. }
        | KindFacts::Ranking(_)
        | KindFacts::Page { .. } => None,
    }
}
