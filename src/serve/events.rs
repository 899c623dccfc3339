//! Notifies each open tab over a WebSocket. For other kinds of connections, browsers have a low
//! limit per host, and there may be many tabs.
//!
//! A tab sends the page that it shows and its version (the page's fingerprint). After every
//! edit that page is rendered again, and the tab is told only about changes of that page. A tab
//! that reconnects after a restart is updated in the same way.

use std::{sync::Arc, time::Duration};

use axum::{
    extract::{
        FromRequestParts, Request,
        ws::{Message, WebSocket, WebSocketUpgrade},
    },
    http::header,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use tokio::{sync::watch::Receiver, time};

use super::{
    app::App,
    changes::{self, MovedFile, PageUpdate, PageVersion},
    facts, inject,
    live_site::LiveSite,
    lookup, message,
    page_request::PageRequest,
};

/// The address that tabs listen at: `?page=<path>&version=<fingerprint>`.
pub const PATH: &str = "/_preview/events";

/// The interval of pings on an idle connection, which find closed tabs.
const ALIVE: Duration = Duration::from_secs(10);

/// The state of one tab.
struct Tab {
    app: Arc<App>,
    /// The page's address.
    page: String,
    /// The fingerprint of the page in the tab.
    version: String,
    /// The last rendered version of the page, if the tab shows it.
    rendered: Option<PageVersion>,
    problems: Option<String>,
    facts: Option<String>,
}

/// Opens the connection to a tab.
pub async fn open(app: Arc<App>, page_request: &PageRequest, request: Request) -> Response {
    let tab = Tab {
        app,
        page: page_request.parameter("page").unwrap_or_default(),
        version: page_request.parameter("version").unwrap_or_default(),
        rendered: None,
        problems: None,
        facts: None,
    };
    let (mut parts, _) = request.into_parts();
    match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        // Tabs send no messages.
        Ok(upgrade) => upgrade.max_message_size(1024).on_upgrade(|socket| serve_tab(socket, tab)),
        Err(refusal) => refusal.into_response(),
    }
}

/// Returns whether the request comes from a page of this server. Other sites may open
/// WebSockets to any address, and could read the contents of pages. Programs other than
/// browsers send no origin.
pub fn is_of_our_pages(request: &Request) -> bool {
    let text = |name| request.headers().get(name).map(|value| value.to_str().unwrap_or_default());
    let host = text(header::HOST).unwrap_or_default();
    let of_origin =
        |origin: &'_ str| origin.split_once("://").is_some_and(|(_, from)| from == host);
    text(header::ORIGIN).is_none_or(of_origin)
}

/// Sends every edit to a tab until it closes.
async fn serve_tab(mut socket: WebSocket, mut tab: Tab) {
    let mut live: Receiver<Option<Arc<LiveSite>>> = tab.app.live.clone();
    let mut alive = time::interval(ALIVE);
    live.mark_changed();
    loop {
        let message = tokio::select! {
            changed = live.changed() => match changed {
                Ok(()) => None,
                Err(_) => return,
            },
            _ = alive.tick() => Some(Message::Ping(Default::default())),
            received = socket.recv() => match received {
                Some(Ok(_)) => continue,
                Some(Err(_)) | None => return,
            },
        };
        let mut messages = Vec::from_iter(message);
        let now = if messages.is_empty() { live.borrow_and_update().clone() } else { None };
        if let Some(now) = now {
            let (pool, key) = (tab.app.pool.clone(), tab.page.clone());
            let updates = pool.run(&key, move || (tab.updates(&now), tab)).await;
            let Ok((found, same)) = updates else { return };
            tab = same;
            messages.extend(found.into_iter().map(|text| Message::Text(text.into())));
        }
        for message in messages {
            if socket.send(message).await.is_err() {
                return;
            }
        }
    }
}

impl Tab {
    /// Returns the messages about the changes in `live`.
    fn updates(&mut self, live: &LiveSite) -> Vec<String> {
        let mut messages = Vec::new();
        let facts = json(&facts::collect(&self.app, live, &self.page));
        if self.facts.as_ref() != Some(&facts) {
            messages.push(message("facts", &facts));
            self.facts = Some(facts);
        }
        let problems = json(&message::problems(&self.app, live));
        if self.problems.as_ref() != Some(&problems) {
            messages.push(message("problems", &problems));
            self.problems = Some(problems);
        }
        messages.extend(self.page(live));
        messages
    }

    /// Returns the message about the tab's page if it has changed.
    fn page(&mut self, live: &LiveSite) -> Option<String> {
        let rendered = lookup::page_version(&self.app, live, &self.page)?;
        let version = inject::fingerprint(rendered.html.as_bytes());
        let update = match &self.rendered {
            _ if version == self.version => None,
            Some(old) => changes::compare(old, &rendered),
            None => Some(PageUpdate::Page { section: None }),
        };
        self.version = version;
        self.rendered = Some(rendered);
        update.map(|update| message("page", &json(&UpdateMessage::new(&update, &self.version))))
    }
}

/// A change of the page, in the form that the script reads.
#[derive(Serialize)]
struct UpdateMessage<'a> {
    version: &'a str,
    /// The old and new addresses of stylesheets, if nothing else has changed.
    styles: Option<&'a [MovedFile]>,
    section: Option<&'a str>,
}

impl<'a> UpdateMessage<'a> {
    fn new(update: &'a PageUpdate, version: &'a str) -> UpdateMessage<'a> {
        let (styles, section) = match update {
            PageUpdate::Styles(styles) => (Some(styles.as_slice()), None),
            PageUpdate::Page { section } => (None, section.as_deref()),
        };
        UpdateMessage { version, styles, section }
    }
}

/// Returns a message with a name and data in JSON.
fn message(name: &str, data: &str) -> String {
    ["{\"name\":\"", name, "\",\"data\":", data, "}"].concat()
}

fn json<T: Serialize>(value: &T) -> String {
    // A struct of strings and numbers can always be written as JSON.
    serde_json::to_string(value).unwrap_or_default()
}
