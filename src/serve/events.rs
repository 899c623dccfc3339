//! What each open tab is told, as server-sent events.
//!
//! A tab says which page it shows and in which version (the page's fingerprint).
//! After every edit its page is rendered again, and the tab hears only of what
//! changed for it. A tab that comes back after a restart is told in the same way
//! whether it is still up to date.

use std::{convert::Infallible, sync::Arc, time::Duration};

use axum::response::{
    IntoResponse, Response,
    sse::{Event, KeepAlive, Sse},
};
use futures_util::stream::{self, Stream};
use serde::Serialize;
use tokio::sync::watch::Receiver;

use super::{
    app::App,
    changes::{self, Change},
    facts, inject, message,
    respond::{Asked, page_bytes},
    shown::Shown,
};

/// Where tabs listen: `?page=<path>&version=<fingerprint>`.
pub const PATH: &str = "/_preview/events";

/// How often a silent connection is tried, to find out that a tab is gone.
const ALIVE: Duration = Duration::from_secs(10);

/// What one tab shows.
struct Tab {
    app: Arc<App>,
    shown: Receiver<Option<Arc<Shown>>>,
    /// The page's address.
    page: String,
    version: String,
    /// The page as it was last rendered, when that is what the tab shows.
    bytes: Option<Vec<u8>>,
    problems: Option<String>,
    facts: Option<String>,
    waiting: Vec<Event>,
    /// Nothing was sent yet.
    fresh: bool,
}

/// Opens the stream of one tab.
pub async fn stream(app: Arc<App>, asked: &Asked) -> Response {
    let tab = Tab {
        shown: app.shown.clone(),
        app,
        page: asked.parameter("page").unwrap_or_default(),
        version: asked.parameter("version").unwrap_or_default(),
        bytes: None,
        problems: None,
        facts: None,
        waiting: Vec::new(),
        fresh: true,
    };
    let keep_alive = KeepAlive::new().interval(ALIVE);
    Sse::new(events(tab)).keep_alive(keep_alive).into_response()
}

fn events(tab: Tab) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(tab, |mut tab| async move {
        loop {
            if let Some(event) = tab.waiting.pop() {
                return Some((Ok(event), tab));
            }
            if !std::mem::take(&mut tab.fresh) {
                tab.shown.changed().await.ok()?;
            }
            let Some(shown) = tab.shown.borrow_and_update().clone() else { continue };
            tab = tokio::task::spawn_blocking(move || tab.look(&shown)).await.ok()?;
        }
    })
}

impl Tab {
    /// Gathers what is new in `shown`.
    fn look(mut self, shown: &Shown) -> Tab {
        let mut events = Vec::new();
        let facts = json(&facts::of(&self.app, shown, &self.page));
        if self.facts.as_ref() != Some(&facts) {
            events.push(Event::default().event("facts").data(&facts));
            self.facts = Some(facts);
        }
        let problems = json(&message::problems(&self.app, shown));
        if self.problems.as_ref() != Some(&problems) {
            events.push(Event::default().event("problems").data(&problems));
            self.problems = Some(problems);
        }
        events.extend(self.page(shown));
        events.reverse();
        self.waiting = events;
        self
    }

    /// What happened to the tab's page.
    fn page(&mut self, shown: &Shown) -> Option<Event> {
        let bytes = page_bytes(&self.app, shown, &self.page)?;
        let version = inject::fingerprint(&bytes);
        if version == self.version {
            self.bytes = Some(bytes);
            return None;
        }
        let change = match &self.bytes {
            Some(old) => changes::between(old, &bytes),
            None => Some(Change::Page { section: None }),
        };
        self.version = version;
        self.bytes = Some(bytes);
        change.map(|change| {
            Event::default().event("page").data(json(&Told::new(&change, &self.version)))
        })
    }
}

/// A change, as the script reads it.
#[derive(Serialize)]
struct Told<'a> {
    version: &'a str,
    /// New addresses of the stylesheets, where nothing else has changed.
    styles: Option<&'a [String]>,
    section: Option<&'a str>,
}

impl<'a> Told<'a> {
    fn new(change: &'a Change, version: &'a str) -> Told<'a> {
        match change {
            Change::Styles(styles) => Told { version, styles: Some(styles), section: None },
            Change::Page { section } => Told { version, styles: None, section: section.as_deref() },
        }
    }
}

fn json<T: Serialize>(value: &T) -> String {
    // These are plain structs of text and numbers.
    serde_json::to_string(value).unwrap_or_default()
}
