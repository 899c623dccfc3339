//! The views of single pages, one for each kind.

use serde::Serialize;

use super::{
    Card, Day, Rendered, Section, Step,
    audience::{Audience, audience},
    cards, contents,
    frame::{self, Frame, collection_title},
    lists, ranking,
    releases::{self, Release},
    steps, tools, translation,
};
use crate::{
    model::{KindWords, Page},
    render::{body, context::Context},
};

/// What every page with a body has.
#[derive(Serialize)]
pub struct Article<'a> {
    pub frame: Frame<'a>,
    pub title: &'a str,
    pub deck: &'a str,
    pub contents: Vec<Section<'a>>,
    /// HTML.
    pub body: body::RenderedBody,
    pub published: Option<Day>,
    pub updated: Option<Day>,
    pub draft: bool,
    pub standing: translation::Standing,
    /// Where the original has changed since this translation.
    pub notice: Option<translation::Notice<'a>>,
    /// The releases that speak of this page, the newest first.
    pub changes: Vec<Release<'a>>,
}

#[derive(Serialize)]
struct GuideView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    topic: Option<&'static str>,
    audience: Audience<'a>,
    reviewer: Option<&'a str>,
    evidence: &'a [String],
    related: Vec<Card<'a>>,
}

#[derive(Serialize)]
struct ChecklistView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    audience: Audience<'a>,
    reviewer: Option<&'a str>,
    related: Vec<Card<'a>>,
}

#[derive(Serialize)]
struct ProfileView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    path: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct RankingView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    ranking: ranking::Table<'a>,
}

#[derive(Serialize)]
struct ReleaseView<'a> {
    #[serde(flatten)]
    article: Article<'a>,
    version: &'a str,
    highlights: &'a [String],
    /// The releases before and after this one.
    older: Option<Release<'a>>,
    newer: Option<Release<'a>>,
}

/// Draws a page that an editor wrote.
pub fn page(context: &Context, page: &Page) -> Rendered {
    let section = context.strings(page.lang()).get(collection_title(page.kind()));
    let article = article(context, page, &section)?;
    let (lang, name) = (page.lang(), page.document.place.file());
    let templates = context.templates;
    match &page.front().words {
        KindWords::Home => lists::home(context, article),
        KindWords::Page => tools::page(context, page, article),
        KindWords::Profile { .. } => {
            let view = ProfileView { article, path: steps(context, &page.references.path) };
            templates.render(lang, "profile.html", &view, &name)
        }
        KindWords::Guide { reviewer, evidence } => {
            let view = GuideView {
                article,
                topic: frame::topic(page),
                audience: audience(context, page),
                reviewer: reviewer.as_deref(),
                evidence,
                related: cards(context, &page.references.related),
            };
            templates.render(lang, "guide.html", &view, &name)
        }
        KindWords::Checklist { reviewer } => {
            let view = ChecklistView {
                article,
                audience: audience(context, page),
                reviewer: reviewer.as_deref(),
                related: cards(context, &page.references.related),
            };
            templates.render(lang, "checklist.html", &view, &name)
        }
        KindWords::Ranking { criteria, items } => {
            let ranking = ranking::table(context, page, criteria, items);
            templates.render(lang, "ranking.html", &RankingView { article, ranking }, &name)
        }
        KindWords::Changelog { highlights } => {
            let version = releases::version(page).unwrap_or_default();
            let (newer, older) = releases::beside(context, page);
            let view = ReleaseView { article, version, highlights, older, newer };
            templates.render(lang, "release.html", &view, &name)
        }
    }
}

fn article<'a>(
    context: &Context<'a>,
    page: &'a Page,
    section: &'a str,
) -> Result<Article<'a>, Box<crate::diag::Diagnostic>> {
    let strings = context.strings(page.lang());
    let day = |date| Day::new(date, strings);
    Ok(Article {
        frame: frame::of_page(context, page, section),
        title: page.title(),
        deck: &page.front().description.value,
        contents: contents(context, page),
        body: body::render(context, page)?,
        published: page.published().map(day),
        updated: page.updated().map(day),
        draft: page.front().draft,
        standing: translation::standing(context, page),
        notice: translation::notice(context, page),
        changes: releases::releases(context.site, strings, &page.changed_in),
    })
}
