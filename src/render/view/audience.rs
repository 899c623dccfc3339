//! The readers for whom a page is written: links to their profiles, labelled by their teams.

use serde::Serialize;

use crate::{
    model::{Page, PageId},
    render::{context::Context, meta::PageLink},
};

/// The line below a title: "For: buying, kitchen and office teams".
#[derive(Default, Serialize)]
pub struct AudienceLinks<'a> {
    profiles: Vec<PageLink<'a>>,
    /// The word after the links, if all are labelled by teams and none by its title.
    ending: Option<&'a str>,
}

/// Returns the readers that `page` names.
pub fn audience<'a>(context: &Context<'a>, page: &Page) -> AudienceLinks<'a> {
    let ids = &page.references.audience;
    let team = |id: &PageId| context.site.page(*id).team();
    // Among names of teams, a title would look like a team.
    let teams = ids.iter().all(|id| team(id).is_some());
    let name =
        |id: &PageId| team(id).filter(|_| teams).unwrap_or_else(|| context.site.page(*id).title());
    let link = |id: &PageId| PageLink { href: context.page_href(*id), text: name(id) };
    let ending = context.site.settings.audience.get(page.lang()).filter(|_| teams);
    AudienceLinks { profiles: ids.iter().map(link).collect(), ending }
}
