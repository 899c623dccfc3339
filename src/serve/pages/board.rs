//! The translation board: every page that has, should have or once had two
//! languages, and its state.

use fluent_bundle::FluentArgs;
use serde::Serialize;

use super::{PreviewFrame, format_count, frame, pair_href, say};
use crate::{
    diag::sentence,
    model::{PageState, SectionState, Translation},
    serve::{app::App, live_site::LiveSite},
};

/// The most rows of a board; the counts include all pages.
const MOST: usize = 500;

#[derive(Serialize)]
pub struct BoardView {
    frame: PreviewFrame,
    counts: Vec<StateCount>,
    rows: Vec<PageRow>,
    /// The number of pages in the chosen state that are not listed, as text.
    more: Option<String>,
    all: String,
    /// The name of the chosen state.
    chosen: Option<&'static str>,
    heads: [String; 4],
    bar: String,
    empty: Option<String>,
}

#[derive(Serialize)]
struct StateCount {
    state: &'static str,
    label: String,
    count: String,
}

#[derive(Serialize)]
struct PageRow {
    name: String,
    title: String,
    title_lang: &'static str,
    href: String,
    language: &'static str,
    state: &'static str,
    label: String,
    /// The number of words to translate; empty if there are none.
    words: String,
    sections: String,
}

pub fn view(app: &App, live: &LiveSite, query: &str) -> BoardView {
    let all: Vec<&Translation> = live.translations().into_iter().map(|(_, t)| t).collect();
    let chosen = query.strip_prefix("state=");
    let chosen = PageState::ALL.into_iter().find(|state| chosen == Some(state.name()));
    let count = |state: PageState| StateCount {
        state: state.name(),
        label: label(app, state),
        count: format_count(all.iter().filter(|translation| translation.state == state).count()),
    };
    let wanted = || all.iter().copied().filter(|t| chosen.is_none_or(|state| t.state == state));
    let mut sorted: Vec<&Translation> = wanted().collect();
    // Pages that need work come first.
    sorted.sort_by_key(|translation| (translation.state.rank(), translation.place.clone()));
    let left = sorted.len().saturating_sub(MOST);
    let mut args = FluentArgs::new();
    args.set("count", format_count(left));
    BoardView {
        frame: frame(app, live, say(app, "cli-serve-board")),
        counts: PageState::ALL.into_iter().map(count).collect(),
        rows: sorted.iter().take(MOST).map(|translation| row(app, translation)).collect(),
        more: (left > 0).then(|| sentence(app.lang, "cli-serve-board-more", &args)),
        all: say(app, "cli-serve-board-all"),
        chosen: chosen.map(PageState::name),
        heads: ["page", "state", "words", "sections"]
            .map(|name| say(app, &["cli-head-", name].concat())),
        bar: say(app, "cli-serve-show-bar"),
        empty: sorted.is_empty().then(|| say(app, "cli-status-empty")),
    }
}

/// Returns the words for a page's state.
pub fn label(app: &App, state: PageState) -> String {
    say(app, &["cli-page-", state.name()].concat())
}

fn row(app: &App, translation: &Translation) -> PageRow {
    let name = translation.place.name();
    let document = translation.source.as_deref().or(translation.document.as_deref());
    PageRow {
        href: pair_href(&name),
        title: document.map(|d| d.front.title.value.clone()).unwrap_or_default(),
        title_lang: document.map_or("", |document| document.place.lang.code()),
        name,
        language: translation.place.lang.own_name(),
        state: translation.state.name(),
        label: label(app, translation.state),
        words: Some(translation.words() as usize)
            .filter(|n| *n > 0)
            .map(format_count)
            .unwrap_or_default(),
        sections: sections(app, translation),
    }
}

/// Returns the number of sections in each state except the current one. It is empty for a page
/// with only one version, whose sections all have the page's state.
fn sections(app: &App, translation: &Translation) -> String {
    let pairs = &translation.pairs;
    if matches!(translation.state, PageState::Missing | PageState::Begun | PageState::Orphan) {
        return String::new();
    }
    let open = SectionState::ALL.into_iter().filter_map(|state| {
        let count = pairs.iter().filter(|pair| pair.state == state).count();
        let mut args = FluentArgs::new();
        args.set("count", count);
        let key = count_key(state).filter(|_| count > 0)?;
        Some(sentence(app.lang, key, &args))
    });
    let open: Vec<String> = open.collect();
    open.join(" · ")
}

/// Returns the key of the words for a number of sections in a state.
const fn count_key(state: SectionState) -> Option<&'static str> {
    match state {
        SectionState::Current => None,
        SectionState::SourceChanged => Some("cli-count-changed"),
        SectionState::NewInSource => Some("cli-count-new"),
        SectionState::RemovedFromSource => Some("cli-count-removed"),
        SectionState::Moved => Some("cli-count-moved"),
        SectionState::TranslationEdited => Some("cli-count-edited"),
        SectionState::NotRecorded => Some("cli-count-unrecorded"),
    }
}
