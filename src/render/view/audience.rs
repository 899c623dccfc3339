//! For whom a page is written: links to the profiles, called by their teams.

use serde::Serialize;

use super::Anchor;
use crate::{
    model::{Kind, KindWords, Page, PageId},
    render::context::Context,
};

/// The line below a title: "For: procurement, product and operations teams".
#[derive(Serialize)]
pub struct Audience<'a> {
    profiles: Vec<Anchor<'a>>,
    /// Whether all of them are called by their teams, and none by its title.
    teams: bool,
}

/// The readers whom `page` names.
pub fn audience<'a>(context: &Context<'a>, page: &Page) -> Audience<'a> {
    debug_assert!(
        page.references.audience.iter().all(|id| context.site.page(*id).kind() == Kind::Profile)
    );
    let team = |id: &PageId| match &context.site.page(*id).front().words {
        KindWords::Profile { team } => team.as_deref(),
        KindWords::Home
        | KindWords::Guide { .. }
        | KindWords::Checklist { .. }
        | KindWords::Ranking { .. }
        | KindWords::Changelog { .. }
        | KindWords::Page => None,
    };
    // One title among teams would read as a team, too.
    let teams = page.references.audience.iter().all(|id| team(id).is_some());
    let name =
        |id: &PageId| team(id).filter(|_| teams).unwrap_or_else(|| context.site.page(*id).title());
    let anchor = |id: &PageId| Anchor { href: context.page_href(*id), text: name(id) };
    Audience { profiles: page.references.audience.iter().map(anchor).collect(), teams }
}
