//! What templates see: one struct for each template, borrowed from the site.
//!
//! A field that nobody filled does not compile, and a template can use nothing
//! that is not here.

mod audience;
mod frame;
mod kinds;
mod lists;
mod ranking;
mod releases;
mod tools;
mod translation;

pub use frame::{Frame, collection_title, home_url, shared, topic};
pub use kinds::page;
pub use lists::{collection, entry, made_home, not_found, redirect};
pub use ranking::ranked;
pub use releases::version;

use jiff::civil::Date;
use serde::Serialize;

use super::context::Context;
use crate::{
    i18n::Strings,
    model::{Heading, Kind, Page, PageId},
};

/// What a renderer returns.
pub type Rendered = Result<Vec<u8>, Box<crate::diag::Diagnostic>>;

/// A day, for machines and for people.
#[derive(Serialize)]
pub struct Day {
    pub iso: String,
    pub text: String,
}

impl Day {
    fn new(date: Date, strings: &Strings) -> Day {
        Day { iso: date.to_string(), text: strings.date(date) }
    }
}

/// A link with its text.
#[derive(Serialize)]
pub struct Anchor<'a> {
    pub href: String,
    pub text: &'a str,
}

/// A page in a list.
#[derive(Serialize)]
pub struct Card<'a> {
    pub href: String,
    pub title: &'a str,
    pub description: &'a str,
    pub kind: Kind,
    /// `use-case` and so on, for a guide.
    pub topic: Option<&'static str>,
    pub day: Option<Day>,
    /// A release's tag.
    pub version: Option<&'a str>,
    /// What a checklist asks to tick.
    pub tasks: Option<Tasks>,
}

/// The tasks of a page, by which its ticks are found on a reader's device.
#[derive(Serialize)]
pub struct Tasks {
    /// What the page is called in both languages: `guides/customer-service`.
    place: String,
    /// With spaces between; a number where none is pinned.
    ids: String,
    count: usize,
}

fn tasks(page: &Page) -> Tasks {
    let document = &page.document;
    let tasks = document.tasks.iter().enumerate();
    let ids = tasks.map(|(at, id)| id.as_deref().map_or_else(|| at.to_string(), str::to_owned));
    Tasks {
        place: document.place.name(),
        ids: ids.collect::<Vec<_>>().join(" "),
        count: document.tasks.len(),
    }
}

fn card<'a>(context: &Context<'a>, id: PageId) -> Card<'a> {
    let page = context.site.page(id);
    let strings = context.strings(page.lang());
    // The day by which lists are ordered.
    let day = page.published().or(page.updated());
    Card {
        href: context.page_href(id),
        title: page.title(),
        description: &page.front().description.value,
        kind: page.kind(),
        topic: frame::topic(page),
        day: day.map(|date| Day::new(date, strings)),
        version: releases::version(page),
        tasks: (page.kind() == Kind::Checklist).then(|| tasks(page)),
    }
}

fn cards<'a>(context: &Context<'a>, ids: &[PageId]) -> Vec<Card<'a>> {
    ids.iter().map(|id| card(context, *id)).collect()
}

/// A page on a profile's path, which its reader works through.
#[derive(Serialize)]
pub struct Step<'a> {
    #[serde(flatten)]
    card: Card<'a>,
    list: Tasks,
}

fn steps<'a>(context: &Context<'a>, ids: &[PageId]) -> Vec<Step<'a>> {
    let step = |id: &PageId| Step { card: card(context, *id), list: tasks(context.site.page(*id)) };
    ids.iter().map(step).collect()
}

/// A section in the table of contents, with those below it.
#[derive(Serialize)]
pub struct Section<'a> {
    pub id: &'a str,
    /// Its id in the other language, where that differs.
    pub other: Option<&'a str>,
    pub text: &'a str,
    pub sections: Vec<Section<'a>>,
}

/// Sections of the second and third level.
fn contents<'a>(context: &Context<'a>, page: &'a Page) -> Vec<Section<'a>> {
    let twin = page.translation.map(|id| context.site.page(id).document.outline.as_slice());
    // Sections of versions that differ in structure have no counterparts.
    let twin = twin.filter(|twin| {
        let levels = twin.iter().map(|heading| heading.level);
        levels.eq(page.document.outline.iter().map(|heading| heading.level))
    });
    let mut sections: Vec<Section> = Vec::new();
    for (at, Heading { level, id, text }) in page.document.outline.iter().enumerate() {
        let other = twin.map(|twin| &*twin[at].id).filter(|other| **other != **id);
        let section = Section { id, other, text, sections: Vec::new() };
        match (level, sections.last_mut()) {
            (3, Some(parent)) => parent.sections.push(section),
            (1..=3, _) => sections.push(section),
            _ => {}
        }
    }
    sections
}
