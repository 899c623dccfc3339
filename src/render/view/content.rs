//! The part of a page's view that all kinds have.

use serde::Serialize;

use super::{
    audience::{AudienceLinks, audience},
    card::{Card, Day, cards},
    chrome::{self, PageChrome},
    release_link::{ReleaseLink, releases},
    translation::{self, TranslationNotice, TranslationStatus},
};
use crate::{
    diag::Diagnostic,
    model::{Heading, Page, PageFile, PageId},
    render::{body, context::Context},
};

/// The bytes of a page, or the problem of its template.
pub type RenderedPage = Result<Vec<u8>, Box<Diagnostic>>;

/// The part of a page's view that all kinds have.
#[derive(Serialize)]
pub struct PageContent<'a> {
    pub frame: PageChrome<'a>,
    pub title: &'a str,
    pub summary: &'a str,
    pub contents: Vec<ContentsEntry<'a>>,
    /// The body as HTML.
    pub body: body::RenderedBody,
    pub published: Option<Day>,
    pub updated: Option<Day>,
    pub review: Option<ReviewDay>,
    /// The reading time in minutes.
    pub minutes: u32,
    pub draft: bool,
    pub audience: AudienceLinks<'a>,
    pub reviewer: Option<&'a str>,
    /// The sources of the page.
    pub evidence: &'a [String],
    /// Pages that readers may want next.
    pub related: Vec<Card<'a>>,
    pub translation_status: TranslationStatus,
    /// The notice if the original has changed since the translation.
    pub notice: Option<TranslationNotice<'a>>,
    /// The releases whose text links here, the newest first.
    pub changes: Vec<ReleaseLink<'a>>,
}

/// The day of the next review.
#[derive(Serialize)]
pub struct ReviewDay {
    #[serde(flatten)]
    day: Day,
    /// The address of the review as a calendar file.
    reminder: String,
}

fn review(context: &Context, page: &Page) -> Option<ReviewDay> {
    let day = Day::new(page.review_by()?.value, context.strings(page.lang()));
    let reminder = page.file_url(PageFile::Reminder);
    Some(ReviewDay { day, reminder: context.site.settings.base_url.href(&reminder) })
}

/// Returns the content of `page`; `list_title` is the title of the list that it belongs to.
pub fn content<'a>(
    context: &Context<'a>,
    page: &'a Page,
    list_title: &'a str,
) -> Result<PageContent<'a>, Box<Diagnostic>> {
    let strings = context.strings(page.lang());
    let day = |date| Day::new(date, strings);
    let fields = &page.front().fields;
    Ok(PageContent {
        frame: chrome::for_page(context, page, list_title),
        title: page.title(),
        summary: &page.front().description.value,
        contents: contents(context, page),
        body: body::render(context, page)?,
        published: page.published().map(day),
        updated: page.updated().map(day),
        review: review(context, page),
        minutes: page.reading_minutes(),
        draft: page.front().draft,
        audience: audience(context, page),
        reviewer: fields.reviewer(),
        evidence: fields.evidence(),
        related: cards(context, &related(page)),
        translation_status: translation::status(context, page),
        notice: translation::notice(context, page),
        changes: releases(context.site, strings, &page.changed_in),
    })
}

/// Returns the related pages without the one to continue with, which has a place of its own.
fn related(page: &Page) -> Vec<PageId> {
    let references = &page.references;
    let is_other = |id: &PageId| references.next != Some(*id);
    references.related.iter().copied().filter(is_other).collect()
}

/// Renders `page` with the template of its kind.
pub fn render(context: &Context, page: &Page, view: &impl Serialize) -> RenderedPage {
    let template = page.kind().info().template;
    context.templates.render(page.lang(), template, view, &page.document.place.file())
}

/// A section in the table of contents, with those below it.
#[derive(Serialize)]
pub struct ContentsEntry<'a> {
    pub id: &'a str,
    /// The id in the other language, where that differs.
    pub other: Option<&'a str>,
    pub text: &'a str,
    pub sections: Vec<ContentsEntry<'a>>,
}

/// Returns sections of the second and third level.
fn contents<'a>(context: &Context<'a>, page: &'a Page) -> Vec<ContentsEntry<'a>> {
    let other = page.translation.map(|id| context.site.page(id).document.outline.as_slice());
    // If the versions differ in structure, their sections have no counterparts.
    let other = other.filter(|outline| {
        let levels = outline.iter().map(|heading| heading.level);
        levels.eq(page.document.outline.iter().map(|heading| heading.level))
    });
    let mut sections: Vec<ContentsEntry> = Vec::new();
    for (at, Heading { level, id, text }) in page.document.outline.iter().enumerate() {
        let other = other.map(|outline| &*outline[at].id).filter(|other| **other != **id);
        let section = ContentsEntry { id, other, text, sections: Vec::new() };
        match (level, sections.last_mut()) {
            (3, Some(parent)) => parent.sections.push(section),
            (1..=3, _) => sections.push(section),
            _ => {}
        }
    }
    sections
}
