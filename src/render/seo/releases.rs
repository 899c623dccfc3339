//! `/releases.json`: every release of the guide, the newest first, and the latest by
//! itself, for tools that ask what version there is.

use serde::Serialize;

use crate::{
    model::{Kind, KindFacts, KindWords, Lang, Page, PageId, PerLang},
    render::context::Context,
};

#[derive(Serialize)]
struct Releases<'a> {
    latest: Option<&'a str>,
    releases: Vec<Release<'a>>,
}

#[derive(Serialize)]
struct Release<'a> {
    version: &'a str,
    released: Option<String>,
    /// `null` in a language without this release.
    words: PerLang<Option<Words<'a>>>,
}

#[derive(Serialize)]
struct Words<'a> {
    title: &'a str,
    description: &'a str,
    highlights: &'a [String],
    url: String,
}

/// The text of the file.
pub fn json(context: &Context) -> String {
    let releases: Vec<Release> =
        newest_first(context).filter_map(|page| release(context, page)).collect();
    let latest = releases.first().map(|release| release.version);
    serde_json::to_string_pretty(&Releases { latest, releases }).unwrap_or_default() + "\n"
}

/// The releases in the order of the language that has most of them, each once.
fn newest_first<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Page> {
    let site = context.site;
    let of = |lang| {
        let collection = site.collection(Kind::Changelog, lang);
        collection.map(|collection| collection.pages.as_slice()).unwrap_or_default()
    };
    let source = site.settings.source_language;
    let mut all: Vec<&Page> = of(source).iter().map(|id| site.page(*id)).collect();
    let alone = |id: &&PageId| site.page(**id).translation.is_none();
    all.extend(of(source.other()).iter().filter(alone).map(|id| site.page(*id)));
    all.sort_by_key(|page| std::cmp::Reverse(number(page)));
    all.into_iter()
}

fn number(page: &Page) -> Option<(u64, u64, u64)> {
    match &page.facts()?.kind {
        KindFacts::Changelog { version, .. } => Some(version.number),
        KindFacts::Home
        | KindFacts::Guide(_)
        | KindFacts::Checklist { .. }
        | KindFacts::Profile { .. }
        | KindFacts::Ranking(_)
        | KindFacts::Page { .. } => None,
    }
}

fn release<'a>(context: &Context<'a>, page: &'a Page) -> Option<Release<'a>> {
    let version = crate::render::view::version(page)?;
    let in_lang = |lang: Lang| {
        let twin = page.translation.map(|id| context.site.page(id));
        [Some(page), twin].into_iter().flatten().find(|page| page.lang() == lang)
    };
    Some(Release {
        version,
        released: page.published().map(|day| day.to_string()),
        words: PerLang::from_fn(|lang| in_lang(lang).map(|page| words(context, page))),
    })
}

fn words<'a>(context: &Context<'a>, page: &'a Page) -> Words<'a> {
    let highlights: &[String] = match &page.front().words {
        KindWords::Changelog { highlights } => highlights,
        KindWords::Home
        | KindWords::Guide { .. }
        | KindWords::Checklist { .. }
        | KindWords::Profile { .. }
        | KindWords::Ranking { .. }
        | KindWords::Page => &[],
    };
    Words {
        title: page.title(),
        description: &page.front().description.value,
        highlights,
        url: context.absolute(&page.url),
    }
}
