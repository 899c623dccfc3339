//! The facts about the open page that the small bar shows to its editor.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{app::App, live_site::LiveSite, lookup, pages};
use crate::{
    diag::{Level, fixed_sentence, sentence},
    model::{Lang, Page, Route, percent_encode, preview_url},
};

/// The bar, in words.
#[derive(Debug, Serialize)]
pub struct Facts {
    lang: Lang,
    label: String,
    hide: String,
    more: String,
    items: Vec<Fact>,
}

/// One fact, possibly with a link.
#[derive(Debug, Serialize)]
struct Fact {
    /// The name for scripts and styles.
    name: &'static str,
    text: String,
    /// `good`, `doubtful`, `bad` or `plain`.
    tone: &'static str,
    href: Option<String>,
    /// More text, shown on request.
    title: Option<String>,
}

/// Returns the facts about the page at the address `path`.
pub fn collect(app: &App, live: &LiveSite, path: &str) -> Facts {
    let say = |key| fixed_sentence(app.lang, key);
    let mut items = vec![problems(app, live, page(live, path))];
    if let Some(page) = page(live, path) {
        items.extend(facts_of_page(app, live, page));
    }
    Facts {
        lang: app.lang,
        label: say("cli-serve-bar"),
        hide: say("cli-serve-hide"),
        more: say("cli-serve-more-facts"),
        items,
    }
}

fn page<'a>(live: &'a LiveSite, path: &str) -> Option<&'a Page> {
    match lookup::find(live, path)? {
        (snapshot, Route::Page(id)) => Some(snapshot.prepared.site.page(id)),
        _ => None,
    }
}

fn fact(name: &'static str, text: String) -> Fact {
    Fact { name, text, tone: "plain", href: None, title: None }
}

/// Returns the number of problems in the page's own files, or in the whole site if there is no
/// page.
fn problems(app: &App, live: &LiveSite, page: Option<&Page>) -> Fact {
    let own = page.map(|page| [page.document.source, page.original.source]);
    let mut counts = [0, 0];
    for diagnostic in live.problems.diagnostics.iter() {
        if own.is_none_or(|own| own.contains(&diagnostic.span.source)) {
            counts[usize::from(diagnostic.level == Level::Warning)] += 1;
        }
    }
    let mut args = FluentArgs::new();
    args.set("errors", counts[0]);
    args.set("warnings", counts[1]);
    let tone = match counts {
        [0, 0] => "good",
        [0, _] => "doubtful",
        _ => "bad",
    };
    Fact { tone, ..fact("problems", sentence(app.lang, "cli-problem-counts", &args)) }
}

fn facts_of_page(app: &App, live: &LiveSite, page: &Page) -> Vec<Fact> {
    let say = |key| fixed_sentence(app.lang, key);
    let mut facts = Vec::new();
    if page.front().draft || page.original.front.draft {
        facts.push(Fact { tone: "doubtful", ..fact("draft", say("cli-serve-draft")) });
    }
    facts.push(reading_time(app, page));
    facts.push(description(app, page));
    facts.push(other_language(app, live, page));
    facts.extend(source_changes(app, live, page));
    let image = preview_url(&page.url);
    if live.find(image.out_path().as_str()).is_some() {
        let href = live.newest().prepared.site.settings.base_url.href(&image);
        facts.push(Fact { href: Some(href), ..fact("image", say("cli-serve-image")) });
    }
    let pair = pages::pair_href(&page.document.place.name());
    facts.push(Fact { href: Some(pair), ..fact("pair", say("cli-serve-pair")) });
    let source = live.newest().sources.get(page.document.source);
    let file = app.root.join(source.path.as_str());
    let edit = app.editor.link(&file, 1, 1);
    facts.push(Fact {
        href: Some(edit),
        title: Some(source.path.to_string()),
        ..fact("edit", say("cli-serve-edit"))
    });
    facts
}

/// Returns the number of sections whose source has changed since the page followed them, with a
/// link to the first; `None` for a page that is not behind.
fn source_changes(app: &App, live: &LiveSite, page: &Page) -> Option<Fact> {
    let translation = live.newest().prepared.site.translation_of(page)?;
    if translation.place != page.document.place {
        return None;
    }
    let behind = translation.pairs.iter().filter(|pair| pair.is_behind());
    let first = behind.clone().next()?;
    let mut args = FluentArgs::new();
    args.set("count", behind.count());
    let row = percent_encode(translation.id_of(first));
    let href = [&pages::pair_href(&translation.place.name()), "#row-", &row].concat();
    let text = sentence(app.lang, "cli-serve-source-changed", &args);
    Some(Fact { tone: "doubtful", href: Some(href), ..fact("changed", text) })
}

/// How many words people read in a minute when they have to decide something; in Korean, of
/// what stands between spaces.
const fn pace(lang: Lang) -> u32 {
    match lang {
        Lang::En => 220,
        Lang::Ko => 160,
    }
}

fn reading_time(app: &App, page: &Page) -> Fact {
    let words = page.document.word_count;
    let mut args = FluentArgs::new();
    args.set("minutes", words.div_ceil(pace(page.lang())).max(1));
    args.set("words", words);
    let title = sentence(app.lang, "cli-serve-words", &args);
    Fact { title: Some(title), ..fact("time", sentence(app.lang, "cli-serve-minutes", &args)) }
}

/// The width of a description that search results show whole, in columns. Hangul takes two
/// columns.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 50..=160;

fn description(app: &App, page: &Page) -> Fact {
    let front = page.front();
    let text = &front.seo.description.as_ref().unwrap_or(&front.description).value;
    let width = unicode_width::UnicodeWidthStr::width(text.as_str());
    let mut args = FluentArgs::new();
    args.set("width", width);
    args.set("least", *DESCRIPTION.start());
    args.set("most", *DESCRIPTION.end());
    let tone = if DESCRIPTION.contains(&width) { "good" } else { "doubtful" };
    let text = sentence(app.lang, "cli-serve-description", &args);
    let title = sentence(app.lang, "cli-serve-description-range", &args);
    Fact { tone, title: Some(title), ..fact("description", text) }
}

fn other_language(app: &App, live: &LiveSite, page: &Page) -> Fact {
    let other = page.lang().other();
    let mut args = FluentArgs::new();
    args.set("language", other.own_name());
    let site = &live.newest().prepared.site;
    match page.translation {
        Some(id) => {
            let url = &site.page(id).url;
            let href = site.settings.base_url.href(url);
            Fact { href: Some(href), ..fact("language", other.own_name().to_owned()) }
        }
        None => {
            let text = sentence(app.lang, "cli-serve-untranslated", &args);
            Fact { tone: "doubtful", ..fact("language", text) }
        }
    }
}
