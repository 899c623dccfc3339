//! Answers requests as the host of the published site would: with the same bytes, redirects,
//! types and headers.

mod bytes;
mod pieces;

use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    PREVIEW, SCRIPT, app::App, events, inject, live_site::LiveSite, lookup, message,
    page_request::PageRequest, pages::PreviewPage, render_pool::RenderFault,
};
use crate::{
    diag::{Diagnostics, fixed_sentence},
    model::{GeneratedFile, Lang, Route, UrlPath},
};
use bytes::Reply;

/// Answers one request.
pub async fn respond(app: Arc<App>, request: Request) -> Response {
    if !is_for_us(&app, &request) {
        return refusal(StatusCode::FORBIDDEN);
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut refusal = refusal(StatusCode::METHOD_NOT_ALLOWED);
        refusal.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refusal;
    }
    let page_request = PageRequest::new(&request);
    if page_request.path == events::PATH {
        return match events::is_of_our_pages(&request) {
            true => events::open(app, &page_request, request).await,
            false => refusal(StatusCode::FORBIDDEN),
        };
    }
    if let Some(file) = asset(&page_request.path) {
        return file.answer(&page_request);
    }
    let Some(live) = app.now().await else { return refusal(StatusCode::SERVICE_UNAVAILABLE) };
    let (key, pool) = (page_request.path.clone(), app.pool.clone());
    let job = {
        let (app, live) = (app.clone(), live.clone());
        move || answer(&app, &live, &page_request)
    };
    pool.run(&key, job).await.unwrap_or_else(|fault| fault_page(&app, &live, &key, &fault))
}

/// Returns a page with the error message for a page that could not be rendered.
fn fault_page(app: &App, live: &LiveSite, path: &str, fault: &RenderFault) -> Response {
    let page = message::fault_page(app, path, fault);
    problem_page(live, &page).answer(&PageRequest::default())
}

/// Returns a page in place of one that cannot be shown.
fn problem_page(live: &LiveSite, html: &str) -> Reply<'static> {
    let with = inject::script(html.as_bytes(), "");
    let reply = Reply::new("error.html", with).with_policy(policy(live, "index.html"));
    reply.with_status(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Returns whether the request names this server: in its `Host` header, and in its address if
/// that contains a host.
fn is_for_us(app: &App, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (host, another) = (hosts.next(), hosts.next());
    let host = host.and_then(|host| host.to_str().ok());
    let authority = request.uri().authority().map(|authority| authority.as_str());
    another.is_none()
        && host.is_some_and(|host| app.host_check.allows(host))
        && authority.is_none_or(|host| app.host_check.allows(host))
}

fn refusal(status: StatusCode) -> Response {
    let reason = status.canonical_reason().unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], reason).into_response()
}

/// The scripts and styles of the preview's own pages.
const ASSETS: [(&str, &str); 3] = [
    ("/_preview/pages.js", include_str!("assets/pages.js")),
    (SCRIPT, include_str!("assets/client.js")),
    ("/_preview/preview.css", include_str!("assets/preview.css")),
];

fn asset(path: &str) -> Option<Reply<'static>> {
    let (path, text) = ASSETS.iter().find(|(name, _)| *name == path)?;
    Some(Reply::new(path, text.as_bytes()))
}

fn answer(app: &App, live: &LiveSite, request: &PageRequest) -> Response {
    let settings = &live.newest().prepared.site.settings;
    let url = match lookup::url_below_base(&request.path, settings) {
        Some(url) => url,
        None => return refusal(StatusCode::BAD_REQUEST),
    };
    if Some(request.path.as_str()) == PREVIEW.strip_suffix('/') {
        return moved(PREVIEW, StatusCode::FOUND);
    }
    if request.path.starts_with(PREVIEW) {
        return answer_with_own_page(app, live, request);
    }
    let Some(url) = url else {
        return match request.path.as_str() {
            "/" => moved(&[&settings.base_url.base_path, "/"].concat(), StatusCode::FOUND),
            path if path == settings.base_url.base_path => {
                moved(&[path, "/"].concat(), StatusCode::FOUND)
            }
            _ => not_found(app, live, request),
        };
    };
    let out = url.out_path();
    match live.find(out.as_str()) {
        Some((_, Route::Redirect(_))) => redirect(live, out.as_str()),
        // Hosts read these files themselves and do not serve them.
        Some((_, Route::Generated(GeneratedFile::Headers | GeneratedFile::Redirects))) => {
            not_found(app, live, request)
        }
        Some(_) => page(app, live, out.as_str(), StatusCode::OK).answer(request),
        None => match live.newest().search_file(out.as_str()) {
            Some(bytes) => {
                let reply = Reply::new(out.as_str(), bytes.clone());
                reply.with_policy(policy(live, out.as_str())).answer(request)
            }
            None => missing(app, live, request, &url),
        },
    }
}

/// Answers with one of the preview's own pages.
fn answer_with_own_page(app: &App, live: &LiveSite, request: &PageRequest) -> Response {
    let page = lookup::preview_page(app, live, &request.path, request.query.as_deref());
    let Some(PreviewPage { html, .. }) = page else {
        return not_found(app, live, request);
    };
    let with = inject::script(html.as_bytes(), &inject::fingerprint(html.as_bytes()));
    Reply::new("board.html", with).with_policy(policy(live, "index.html")).answer(request)
}

/// Redirects the address of a folder without its slash to the folder, as hosts do.
fn missing(app: &App, live: &LiveSite, request: &PageRequest, url: &UrlPath) -> Response {
    let folder = [url.as_str(), "/"].concat();
    match live.find(UrlPath::new(folder).out_path().as_str()) {
        Some(_) => {
            let query =
                request.query.as_ref().map(|query| ["?", query].concat()).unwrap_or_default();
            moved(&[&request.path, "/", &query].concat(), StatusCode::MOVED_PERMANENTLY)
        }
        None => not_found(app, live, request),
    }
}

fn not_found(app: &App, live: &LiveSite, request: &PageRequest) -> Response {
    let reply = page(app, live, "404.html", StatusCode::NOT_FOUND);
    match is_left_out(live, &request.path) {
        true => reply.with_note(&fixed_sentence(app.lang, "cli-serve-left-out")),
        false => reply,
    }
    .answer(request)
}

/// Returns whether the sources have a file for the address of a missing page: a draft, or a
/// translation that is not finished.
fn is_left_out(live: &LiveSite, path: &str) -> bool {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let (page, sources) = (decoded.trim_matches('/'), &live.newest().sources);
    Lang::ALL.into_iter().any(|lang| {
        let below = page.rsplit_once(&format!("{}/", lang.code()));
        below.is_some_and(|(base, name)| {
            (base.is_empty() || base.ends_with('/'))
                && sources.find(&format!("content/{name}.{}.md", lang.code())).is_some()
        })
    })
}

/// Redirects an old address to the page's new one.
fn redirect(live: &LiveSite, out: &str) -> Response {
    let Some((snapshot, Route::Redirect(at))) = live.find(out) else {
        return refusal(StatusCode::NOT_FOUND);
    };
    let site = &snapshot.prepared.site;
    let to = &site.page(site.redirects[at as usize].to).url;
    moved(&site.settings.base_url.href(to), StatusCode::MOVED_PERMANENTLY)
}

/// Returns a redirect that browsers do not cache: the next edit may change it.
fn moved(to: &str, status: StatusCode) -> Response {
    let location = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    let headers = [
        (header::LOCATION, location),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, Body::empty()).into_response()
}

/// Returns the output at `out`; a page gets the preview's script.
fn page<'a>(app: &App, live: &'a LiveSite, out: &'a str, status: StatusCode) -> Reply<'a> {
    let rendered = match live.find(out) {
        Some((snapshot, route)) => snapshot.render(route).map_err(Some),
        None => Err(None),
    };
    match rendered {
        Ok(bytes) if out.ends_with(".html") => {
            let with = inject::script(&bytes, &inject::fingerprint(&bytes));
            Reply::new(out, with).with_status(status).with_policy(policy(live, out))
        }
        Ok(bytes) => Reply::new(out, bytes).with_status(status).with_policy(policy(live, out)),
        Err(problem) => {
            let mut diagnostics = Diagnostics::default();
            diagnostics.extend(problem.map(|problem| *problem));
            problem_page(live, &message::page(app, live, &diagnostics))
        }
    }
}

/// Returns the headers that the published site's host would send with the file at `out`.
fn policy(live: &LiveSite, out: &str) -> Vec<(&'static str, String)> {
    let address = ["/", out.strip_suffix("index.html").unwrap_or(out)].concat();
    let headers = live.newest().prepared.headers_for(&address);
    headers.into_iter().map(|header| (header.name, header.value)).collect()
}
