//! What a page's head tells machines, beside its title and description: Open Graph
//! (ogp.me), the card of X, structured data.

use serde::Serialize;

use super::graph::{self, Subject};
use crate::{
    model::Lang,
    render::{
        context::Context,
        view::{self, Frame},
    },
};

/// Seen by templates as `frame.head`.
#[derive(Serialize)]
pub struct Head {
    /// `og:type`.
    kind: &'static str,
    locale: &'static str,
    /// The locale of the other language's version, where there is one.
    other_locale: Option<&'static str>,
    /// Of an article: days (ISO 8601).
    published: Option<String>,
    modified: Option<String>,
    section: Option<String>,
    image: Option<Preview>,
    /// JSON-LD, safe inside `<script>`.
    json_ld: String,
}

/// The picture that messengers show.
#[derive(Clone, Serialize)]
pub struct Preview {
    /// Absolute.
    pub href: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// The metadata of `subject`, whose frame is otherwise whole.
pub fn head(context: &Context, subject: Subject, frame: &Frame) -> Head {
    let preview = super::preview(context, subject, frame);
    let other = frame.lang.other();
    let translated = frame.alternates.iter().any(|alternate| alternate.hreflang == other.code());
    let mut head = Head {
        kind: "website",
        locale: frame.lang.og_locale(),
        other_locale: translated.then(|| Lang::og_locale(other)),
        published: None,
        modified: None,
        section: None,
        json_ld: graph::block(context, subject, frame, preview.as_ref()),
        image: preview,
    };
    if let Subject::Page(page) = subject
        && let Some(published) = page.published()
    {
        head.kind = "article";
        head.published = Some(published.to_string());
        head.modified = page.updated().map(|day| day.max(published).to_string());
        let topic = view::topic(page).map(|topic| ["topic-", topic].concat());
        head.section = topic.map(|key| context.strings(page.lang()).get(&key));
    }
    head
}
