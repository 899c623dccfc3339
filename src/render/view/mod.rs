//! The data of templates: one struct for each template, borrowed from the site.
//!
//! A field without a value does not compile, and a template can use nothing else.

mod article;
mod audience;
mod card;
mod chrome;
mod collection;
mod content;
mod decision;
mod entry;
mod guide;
mod home;
mod page;
mod profile;
mod ranking;
mod release;
mod release_link;
mod search;
mod site;
mod terms;
mod topics;
mod translation;

pub use collection::collection;
pub use entry::{entry, not_found, redirect};
pub use home::generated_home;
pub use search::search;
pub use site::site_view;

use super::context::Context;
use crate::model::{KindFields, Page};
use content::RenderedPage;

/// Renders a written page with the view of its kind.
pub fn page(context: &Context, page: &Page) -> RenderedPage {
    let list_title = context.site.settings.title_of(page.kind(), page.lang());
    let list_title = context.strings(page.lang()).label(list_title);
    let content = content::content(context, page, &list_title)?;
    match &page.front().fields {
        KindFields::Home(_) => home::home(context, content),
        KindFields::Guide(fields) => guide::guide(context, page, content, fields),
        KindFields::Decision(fields) => decision::decision(context, page, content, fields),
        KindFields::Checklist(_) => content::render(context, page, &content),
        KindFields::Profile(_) => profile::profile(context, page, content),
        KindFields::Ranking(fields) => ranking::ranking(context, page, content, fields),
        KindFields::Changelog(fields) => release::release(context, page, content, fields),
        KindFields::Page(_) => page::page(context, page, content),
        KindFields::Article(_) => article::article(context, page, content),
    }
}
