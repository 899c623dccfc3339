//! Pages as they are shown in lists on other pages.

use jiff::civil::Date;
use serde::Serialize;

use super::audience::{AudienceLinks, audience};
use crate::{
    diagram::tone_name,
    i18n::Strings,
    model::{Kind, Page, PageId},
    render::context::Context,
};

/// A day, in a machine-readable form and in words.
#[derive(Serialize)]
pub struct Day {
    pub iso: String,
    pub text: String,
}

impl Day {
    pub fn new(date: Date, strings: &Strings) -> Day {
        Day { iso: date.to_string(), text: strings.date(date) }
    }
}

/// A page in a list.
#[derive(Serialize)]
pub struct Card<'a> {
    pub href: String,
    pub title: &'a str,
    pub description: &'a str,
    pub kind: Kind,
    /// The label of pages of this kind.
    pub label: String,
    /// When it was published.
    pub day: Option<Day>,
    pub updated: Option<Day>,
    /// A release's tag.
    pub version: Option<&'a str>,
    /// The tasks of a checklist.
    pub tasks: Option<TaskList>,
    /// The size of a decision.
    pub walk: Option<WalkSize>,
    /// The reading time of a guide or an article, in minutes.
    pub minutes: Option<u32>,
    pub audience: AudienceLinks<'a>,
    /// True if it is pinned to the top, for new readers.
    pub pinned: bool,
    pub conclusion: Option<&'a str>,
}

/// The tasks of a page, by which its ticks are found on a reader's device.
#[derive(Serialize)]
pub struct TaskList {
    /// The name of the page in both languages: `guides/customer-service`.
    place: String,
    /// The ids, separated by spaces; the position for a task without an id.
    ids: String,
    count: usize,
}

/// How much a decision asks, and how many ends it has.
#[derive(Serialize)]
pub struct WalkSize {
    /// The questions on the longest way.
    questions: usize,
    /// The tone of each end: `go`, `caution` or `stop`.
    ends: Vec<&'static str>,
}

fn walk_size(page: &Page) -> Option<WalkSize> {
    let diagram = page.document.diagrams[page.decision()?].as_ref()?;
    let decision = diagram.data.as_decision()?;
    let ends = decision.verdicts.iter().map(|verdict| tone_name(verdict.tone));
    Some(WalkSize { questions: decision.longest_way().len(), ends: ends.collect() })
}

/// Returns the tasks of `page`.
pub fn tasks(page: &Page) -> TaskList {
    let document = &page.document;
    let tasks = document.tasks.iter().enumerate();
    let ids = tasks.map(|(at, id)| id.as_deref().map_or_else(|| at.to_string(), str::to_owned));
    TaskList {
        place: document.place.name(),
        ids: ids.collect::<Vec<_>>().join(" "),
        count: document.tasks.len(),
    }
}

/// Returns the card of the page `id`.
pub fn card<'a>(context: &Context<'a>, id: PageId) -> Card<'a> {
    let page = context.site.page(id);
    let strings = context.strings(page.lang());
    let day = |date: Option<Date>| date.map(|date| Day::new(date, strings));
    Card {
        href: context.page_href(id),
        title: page.title(),
        description: &page.front().description.value,
        kind: page.kind(),
        label: strings.label(context.site.settings.label_of(page)),
        day: day(page.published()),
        updated: day(page.updated()),
        version: page.version().map(|version| &*version.tag),
        tasks: (page.kind() == Kind::Checklist).then(|| tasks(page)),
        walk: walk_size(page),
        minutes: is_read(page.kind()).then(|| page.reading_minutes()),
        audience: audience(context, page),
        pinned: page.is_pinned(),
        conclusion: page.conclusion(),
    }
}

/// Returns whether pages of `kind` are texts that people read from beginning to end.
fn is_read(kind: Kind) -> bool {
    matches!(kind, Kind::Guide | Kind::Article { .. })
}

/// Returns the cards of the pages `ids`.
pub fn cards<'a>(context: &Context<'a>, ids: &[PageId]) -> Vec<Card<'a>> {
    ids.iter().map(|id| card(context, *id)).collect()
}
