//! Finds the output or the page of the preview at an address.

use percent_encoding::percent_decode_str;

use super::{
    PREVIEW,
    app::App,
    changes::{PageVersion, SectionVersion},
    live_site::{LiveSite, Snapshot},
    pages::{self, PreviewPage},
};
use crate::{
    model::{Route, Settings, UrlPath},
    pipeline::BodySection,
};

/// Returns the address below the site's base. `None` if `path` is malformed, and `Some(None)`
/// if it is not below the base.
pub fn url_below_base(path: &str, settings: &Settings) -> Option<Option<UrlPath>> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    if decoded.contains('\0') || !decoded.starts_with('/') {
        return None;
    }
    let below =
        decoded.strip_prefix(&settings.base_url.base_path).filter(|below| below.starts_with('/'));
    Some(below.map(UrlPath::new))
}

/// Renders the preview's own page at the address `path`; `None` if there is none.
pub fn preview_page(
    app: &App,
    live: &LiveSite,
    path: &str,
    query: Option<&str>,
) -> Option<PreviewPage> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    pages::render(app, live, &path, query.unwrap_or_default())
}

/// Returns the output at the address `path`, and the site that it is rendered from.
pub fn find<'a>(live: &'a LiveSite, path: &str) -> Option<(&'a Snapshot, Route)> {
    let settings = &live.newest().prepared.site.settings;
    live.find(url_below_base(path, settings)??.out_path().as_str())
}

/// Renders the page at the address `path`, without the preview's script. `None` if that fails,
/// or if the page is broken and never was good.
pub fn page_version(app: &App, live: &LiveSite, path: &str) -> Option<PageVersion> {
    if path.starts_with(PREVIEW) {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let page = preview_page(app, live, path, Some(query))?;
        return Some(version(live.newest(), page.html, page.sections));
    }
    let output = find(live, path);
    if output.is_none() && live.problems.has_errors() {
        // The missing page may be a broken one: the tab keeps the version that it shows.
        return None;
    }
    let (snapshot, route) = output.or_else(|| live.find("404.html"))?;
    let html = String::from_utf8(snapshot.render(route).ok()?.into()).ok()?;
    let body = match route {
        Route::Page(id) => snapshot.body(id, ""),
        _ => None,
    };
    let section = |part: BodySection| SectionVersion::new(part.id, part.html.as_bytes());
    let sections = body.map(|body| body.sections().map(section).collect());
    Some(version(snapshot, html, sections.unwrap_or_default()))
}

fn version(snapshot: &Snapshot, html: String, sections: Vec<SectionVersion>) -> PageVersion {
    let site = &snapshot.prepared.site;
    let (theme, base_url) = (site.theme.clone(), site.settings.base_url.clone());
    PageVersion { html, sections, theme, base_url }
}
