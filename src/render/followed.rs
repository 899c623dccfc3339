//! The links in a diagram's data, with the titles of their targets.

use super::context::Context;
use crate::{
    diagram::decision::FollowedLink,
    model::{Page, PageId, Target},
};

/// Returns the links to `targets`, in their order.
pub fn followed_links(context: &Context, targets: &[Target]) -> Vec<FollowedLink> {
    let link = |target: &Target| FollowedLink {
        href: context.href(target),
        title: title(context, target),
        label: label(context, target),
    };
    targets.iter().map(link).collect()
}

/// Returns the links in the data of the diagram at position `at` of `page`.
pub fn links_of_diagram(context: &Context, page: &Page, at: usize) -> Vec<FollowedLink> {
    let Some(Some(diagram)) = page.document.diagrams.get(at) else { return Vec::new() };
    let places: Vec<_> = diagram.links.iter().map(|link| link.span).collect();
    let of_diagram = page.document.links.iter().zip(page.links.iter());
    let of_diagram = of_diagram.filter(|(link, _)| places.contains(&link.span));
    let targets: Vec<Target> = of_diagram.map(|(_, target)| target.clone()).collect();
    followed_links(context, &targets)
}

/// Returns the label of the page that a link leads to, as in lists of its kind; for a page with
/// something to try out, the label of a tool.
fn label(context: &Context, target: &Target) -> Option<String> {
    let Target::Page { page, .. } = target else { return None };
    let page = context.site.page(*page);
    let strings = context.strings(page.lang());
    Some(match page.tool() {
        Some(_) => strings.get("kind-tool"),
        None => strings.label(context.site.settings.label_of(page)),
    })
}

fn title(context: &Context, target: &Target) -> String {
    match target {
        Target::Page { page, anchor } => page_title(context, *page, anchor.as_deref()),
        Target::Collection { kind, lang } => {
            context.strings(*lang).label(context.site.settings.title_of(*kind, *lang))
        }
        Target::Anchor(anchor) => anchor.to_string(),
        Target::Asset(id) => context.site.asset(*id).path.as_str().to_owned(),
        Target::Local(url, _) => url.as_str().to_owned(),
        Target::External(url) => url.to_string(),
    }
}

/// Returns the title of a page, followed by that of a section if the link names one.
fn page_title(context: &Context, page: PageId, anchor: Option<&str>) -> String {
    let page = context.site.page(page);
    let headings = page.document.outline.iter();
    let section = headings.filter(|heading| Some(&*heading.id) == anchor).map(|h| &*h.text).next();
    match section {
        Some(section) => [page.title(), " – ", section].concat(),
        None => page.title().to_owned(),
    }
}
