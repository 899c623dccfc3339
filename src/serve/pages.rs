//! The preview's own pages: the translation board, and the two languages of a page side by
//! side.
//!
//! The state of every translation is computed when one of these pages is requested for the
//! first time after an edit.

mod board;
mod pair;

use serde::Serialize;

use super::{PREVIEW, app::App, changes::SectionVersion, live_site::LiveSite};
use crate::{diag::fixed_sentence, model::percent_encode};

/// Renders the page at the address `path`; `None` if there is none.
pub fn render(app: &App, live: &LiveSite, path: &str, query: &str) -> Option<PreviewPage> {
    let name = path.strip_prefix(PREVIEW)?.trim_matches('/');
    if name.is_empty() {
        let html = app.templates.draw("board.html", &board::view(app, live, query))?;
        return Some(PreviewPage { html, sections: Vec::new() });
    }
    // The address of a page in one language is accepted as well.
    let name = name.strip_prefix("en/").or(name.strip_prefix("ko/")).unwrap_or(name);
    let view = pair::view(app, live, name)?;
    let html = app.templates.draw("pair.html", &view)?;
    Some(PreviewPage { html, sections: view.sections() })
}

/// A page of the preview's own.
pub struct PreviewPage {
    pub html: String,
    pub sections: Vec<SectionVersion>,
}

/// The stylesheets of the site for the parts of its pages that are shown.
const STYLES: [&str; 5] =
    ["site.css", "code.css", "diagram.css", "conversation.css", "formula.css"];

/// The data that both pages need.
#[derive(Serialize)]
struct PreviewFrame {
    lang: &'static str,
    title: String,
    board: String,
    /// The addresses of the site's own stylesheets.
    styles: Vec<String>,
}

fn frame(app: &App, live: &LiveSite, title: String) -> PreviewFrame {
    let site = &live.newest().prepared.site;
    let style = |name: &&str| Some(site.settings.base_url.href(&site.theme.asset(name)?.url));
    PreviewFrame {
        lang: app.lang.code(),
        title,
        board: say(app, "cli-serve-board"),
        styles: STYLES.iter().filter_map(style).collect(),
    }
}

fn say(app: &App, key: &str) -> String {
    fixed_sentence(app.lang, key)
}

/// Formats a number as `12,345`, the same in both languages.
fn format_count(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Returns the address of a page's side-by-side view.
pub fn pair_href(name: &str) -> String {
    [PREVIEW, &percent_encode(name)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!([0, 999, 1022, 1_234_567].map(format_count), ["0", "999", "1,022", "1,234,567"]);
    }
}
