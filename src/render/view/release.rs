//! The view of a release of the guide.

use serde::Serialize;

use super::{
    content::{PageContent, RenderedPage, render},
    release_link::{ReleaseLink, link, version},
};
use crate::{
    model::{Kind, Page, ReleaseFields},
    render::context::Context,
};

#[derive(Serialize)]
struct ReleaseView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    version: &'a str,
    highlights: &'a [String],
    older: Option<ReleaseLink<'a>>,
    newer: Option<ReleaseLink<'a>>,
}

/// Renders the release `page`.
pub fn release<'a>(
    context: &Context<'a>,
    page: &'a Page,
    content: PageContent<'a>,
    fields: &'a ReleaseFields,
) -> RenderedPage {
    let (newer, older) = neighbours(context, page);
    let highlights = &fields.highlights;
    let view = ReleaseView { content, version: version(page), highlights, older, newer };
    render(context, page, &view)
}

/// Returns the releases directly after and before `page`, in its language.
fn neighbours<'a>(
    context: &Context<'a>,
    page: &Page,
) -> (Option<ReleaseLink<'a>>, Option<ReleaseLink<'a>>) {
    let site = context.site;
    let ids = site.listed(Kind::Changelog, page.lang());
    let Some(at) = ids.iter().position(|id| site.page(*id).url == page.url) else {
        return (None, None);
    };
    let link = |at: Option<usize>| Some(link(site, context.strings(page.lang()), *ids.get(at?)?));
    (link(at.checked_sub(1)), link(at.checked_add(1)))
}
