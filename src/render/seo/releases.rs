//! `/releases.json`: all releases of the guide, the newest first, and the latest one again, for
//! tools that look up the version.

use std::cmp::Reverse;

use serde::Serialize;

use crate::{
    model::{Kind, Lang, Page, PageId, PerLang},
    render::context::Context,
};

#[derive(Serialize)]
struct Releases<'a> {
    latest: Option<&'a str>,
    releases: Vec<ReleaseRecord<'a>>,
}

#[derive(Serialize)]
struct ReleaseRecord<'a> {
    version: &'a str,
    released: Option<String>,
    /// `null` if the language does not have this release.
    words: PerLang<Option<ReleaseWords<'a>>>,
}

#[derive(Serialize)]
struct ReleaseWords<'a> {
    title: &'a str,
    description: &'a str,
    highlights: &'a [String],
    url: String,
}

/// Returns the text of the file.
pub fn json(context: &Context) -> String {
    let releases: Vec<ReleaseRecord> =
        newest_first(context).filter_map(|page| release(context, page)).collect();
    let latest = releases.first().map(|release| release.version);
    serde_json::to_string_pretty(&Releases { latest, releases }).unwrap_or_default() + "\n"
}

/// Returns each release once, the newest version first.
fn newest_first<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Page> {
    let site = context.site;
    let releases_in = |lang| site.listed(Kind::Changelog, lang);
    let source = site.settings.source_language;
    let mut all: Vec<&Page> = releases_in(source).iter().map(|id| site.page(*id)).collect();
    let is_untranslated = |id: &&PageId| site.page(**id).translation.is_none();
    all.extend(releases_in(source.other()).iter().filter(is_untranslated).map(|id| site.page(*id)));
    all.sort_by_key(|page| Reverse(page.version().map(|version| version.number)));
    all.into_iter()
}

fn release<'a>(context: &Context<'a>, page: &'a Page) -> Option<ReleaseRecord<'a>> {
    let version = &page.version()?.tag;
    let in_lang = |lang: Lang| {
        let other = page.translation.map(|id| context.site.page(id));
        [Some(page), other].into_iter().flatten().find(|page| page.lang() == lang)
    };
    Some(ReleaseRecord {
        version,
        released: page.published().map(|day| day.to_string()),
        words: PerLang::from_fn(|lang| in_lang(lang).map(|page| words(context, page))),
    })
}

fn words<'a>(context: &Context<'a>, page: &'a Page) -> ReleaseWords<'a> {
    ReleaseWords {
        title: page.title(),
        description: &page.front().description.value,
        highlights: page.highlights(),
        url: context.absolute(&page.url),
    }
}
