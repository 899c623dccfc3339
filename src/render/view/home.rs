//! The view of a home page, whether an editor wrote it or it is generated.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{
    audience::AudienceLinks,
    card::{Card, cards},
    chrome::{self, PageChrome},
    content::{PageContent, RenderedPage},
    ranking::{TopItems, top_items},
    translation::TranslationStatus,
};
use crate::{
    diagram::{self, FigureInput},
    markdown::figure_id,
    model::{Kind, Lang, PageId, Tool, UrlPath},
    render::{
        RenderedBody,
        context::Context,
        followed::links_of_diagram,
        seo::{self, Subject},
    },
};

#[derive(Serialize)]
struct HomeView<'a> {
    #[serde(flatten)]
    content: PageContent<'a>,
    profiles: Vec<Card<'a>>,
    guides: Vec<Card<'a>>,
    checklists: Vec<Card<'a>>,
    rankings: Vec<Card<'a>>,
    /// The pages with tools for comparing and scoring.
    tools: Vec<Card<'a>>,
    /// The decision `start`, which helps readers to find a page to begin with.
    walk: Option<StartWalk>,
    /// The first items of the first ranking.
    top: Option<TopItems<'a>>,
    /// The newest pages of the declared collections; on a generated home page also the single
    /// pages.
    lists: Vec<HomeList<'a>>,
    /// Addresses of collections; empty where there are no such pages.
    all_guides: String,
    all_checklists: String,
    all_decisions: String,
}

/// The questions of the decision `start`, to be answered on the home page.
#[derive(Serialize)]
struct StartWalk {
    /// The id of the element with the questions.
    id: String,
    /// The name of the decision's own page, under which its result is stored.
    place: String,
    html: String,
    /// The words below the gates, one for each question of the longest walk.
    gates: Vec<String>,
}

/// Pages of a collection, as shown on a home page.
#[derive(Serialize)]
struct HomeList<'a> {
    /// The id of its heading.
    id: String,
    title: String,
    pages: Vec<Card<'a>>,
    /// The address of the whole list; empty if there is none.
    all: String,
}

/// How many items of a ranking a home page shows.
const TOP: usize = 3;

/// How many pages of a list a home page shows.
const NEWEST: usize = 6;
/// How many of the newest guides it shows: all of them stand in a list by topic.
const NEWEST_GUIDES: usize = 4;

/// Renders a home page with `content`.
pub fn home(context: &Context, mut content: PageContent) -> RenderedPage {
    let lang = content.frame.meta.lang;
    let first = |kind, most| {
        let ids = context.site.listed(kind, lang);
        cards(context, &ids[..ids.len().min(most)])
    };
    let ranking = context.site.listed(Kind::Ranking, lang).first();
    let walk = start_walk(context, lang);
    let top = ranking.and_then(|id| top_items(context, *id, TOP));
    content.frame.decisions |= walk.is_some();
    content.frame.diagrams |= top.as_ref().is_some_and(|top| top.map.is_some());
    let view = HomeView {
        content,
        walk,
        profiles: first(Kind::Profile, usize::MAX),
        guides: first(Kind::Guide, NEWEST_GUIDES),
        checklists: first(Kind::Checklist, NEWEST),
        rankings: first(Kind::Ranking, NEWEST),
        tools: cards(context, &pages_with_tools(context, lang)),
        lists: lists(context, lang),
        top,
        all_guides: collection_href(context, Kind::Guide, lang),
        all_checklists: collection_href(context, Kind::Checklist, lang),
        all_decisions: collection_href(context, Kind::Decision, lang),
    };
    let url = UrlPath::home(lang);
    context.templates.render(lang, Kind::Home.info().template, &view, url.as_str())
}

fn lists<'a>(context: &Context<'a>, lang: Lang) -> Vec<HomeList<'a>> {
    let settings = &context.site.settings;
    let own =
        settings.own_kinds.iter().map(|kind| (*kind, context.site.listed(*kind, lang).to_vec()));
    let is_written = context.site.homes.get(lang).is_some();
    let single = (!is_written).then(|| (Kind::Page, single_pages(context, lang)));
    let list = |(kind, ids): (Kind, Vec<PageId>)| {
        let all = collection_href(context, kind, lang);
        // Pages without a list are reachable only from here.
        let most = if all.is_empty() { ids.len() } else { NEWEST.min(ids.len()) };
        let title = context.strings(lang).label(settings.title_of(kind, lang));
        let id = ["widget-list-", kind.folder()].concat();
        HomeList { id, title, pages: cards(context, &ids[..most]), all }
    };
    own.chain(single).map(list).filter(|list| !list.pages.is_empty()).collect()
}

/// Returns the single pages without a tool: nothing else on the home page links to them.
fn single_pages(context: &Context, lang: Lang) -> Vec<PageId> {
    let pages = (0..).map(PageId).zip(&context.site.pages);
    let single = pages.filter(|(_, page)| {
        page.kind() == Kind::Page && page.lang() == lang && page.tool().is_none() && !page.noindex()
    });
    single.map(|(id, _)| id).collect()
}

/// Returns the decision that helps readers to find a page to begin with.
fn start_walk(context: &Context, lang: Lang) -> Option<StartWalk> {
    let decisions = context.site.listed(Kind::Decision, lang).iter();
    let mut decisions = decisions.map(|id| context.site.page(*id));
    let page = decisions.find(|page| *page.document.place.slug == *"start")?;
    let at = page.decision()?;
    let diagram = page.document.diagrams[at].as_ref()?;
    let decision = diagram.data.as_decision()?;
    let prefix = figure_id("");
    let input = FigureInput {
        strings: context.strings(lang),
        prefix: &prefix,
        file: "",
        links: &links_of_diagram(context, page, at),
        walk_first: true,
    };
    Some(StartWalk {
        id: [&prefix, &*diagram.id.value, "--walk"].concat(),
        place: page.document.place.name(),
        html: diagram::walk(diagram, &input),
        gates: decision.longest_way().iter().map(|asked| asked.short_name().to_owned()).collect(),
    })
}

fn collection_href(context: &Context, kind: Kind, lang: Lang) -> String {
    let collection = context.site.collection(kind, lang);
    collection.map(|found| context.site.settings.base_url.href(&found.url)).unwrap_or_default()
}

fn pages_with_tools(context: &Context, lang: Lang) -> Vec<PageId> {
    let pages = (0..).map(PageId).zip(&context.site.pages);
    let with_tools = pages.filter(|(_, page)| {
        page.lang() == lang
            && matches!(page.tool(), Some(Tool::Comparison | Tool::Scorecard | Tool::Record))
    });
    with_tools.map(|(id, _)| id).collect()
}

/// Renders the home page of a site that has no written one.
pub fn generated_home(context: &Context, lang: Lang) -> RenderedPage {
    let settings = &context.site.settings;
    let title = settings.title(lang);
    let generated = generated_summary(context, lang, title);
    let summary = settings.description(lang).unwrap_or(&generated);
    let frame = generated_chrome(context, lang, title, summary);
    let content = PageContent {
        frame,
        title,
        summary,
        contents: Vec::new(),
        body: RenderedBody::default(),
        published: None,
        updated: None,
        review: None,
        minutes: 0,
        draft: false,
        audience: AudienceLinks::default(),
        reviewer: None,
        evidence: &[],
        related: Vec::new(),
        translation_status: TranslationStatus::Only,
        notice: None,
        changes: Vec::new(),
    };
    home(context, content)
}

/// Returns a description of the site that names its lists.
fn generated_summary(context: &Context, lang: Lang, title: &str) -> String {
    let (site, strings) = (context.site, context.strings(lang));
    let lists = site.collections.get(lang).iter();
    let names = lists.map(|list| strings.label(site.settings.title_of(list.kind, lang)));
    match names.collect::<Vec<_>>().join(", ") {
        lists if lists.is_empty() => title.to_owned(),
        lists => {
            let args = FluentArgs::from_iter([("title", title), ("lists", &lists)]);
            strings.format("site-description", &args).unwrap_or(lists)
        }
    }
}

fn generated_chrome<'a>(
    context: &Context<'a>,
    lang: Lang,
    title: &'a str,
    summary: &'a str,
) -> PageChrome<'a> {
    let mut frame = chrome::plain(context, lang, &UrlPath::home(lang), title, summary);
    chrome::add_home_alternates(context, &mut frame);
    frame.noindex = !context.site.speaks(lang);
    if frame.noindex {
        // Nothing is here, and all of the guide is in the other language.
        frame.other.translated = true;
        frame.other.missing = None;
    } else {
        frame.head = Some(seo::head(context, Subject::Home(lang), &frame.meta));
    }
    frame
}
