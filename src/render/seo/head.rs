//! The metadata in a page's head in addition to its title and description: Open Graph (ogp.me),
//! the card of X, structured data.

use serde::Serialize;

use super::{
    graph,
    preview_link::{PreviewLink, preview},
    subject::Subject,
};
use crate::{
    model::Lang,
    render::{context::Context, meta::PageMeta},
};

/// The metadata; templates see it as `frame.head`.
#[derive(Serialize)]
pub struct Head {
    /// `og:type`.
    kind: &'static str,
    locale: &'static str,
    /// The locale of the version in the other language, if there is one.
    other_locale: Option<&'static str>,
    /// The day of publication of an article (ISO 8601).
    published: Option<String>,
    modified: Option<String>,
    section: Option<String>,
    image: Option<PreviewLink>,
    /// JSON-LD, safe inside `<script>`.
    json_ld: String,
}

/// Returns the metadata of `subject`.
pub fn head(context: &Context, subject: Subject, meta: &PageMeta) -> Head {
    let preview = preview(context, subject, meta);
    let other = meta.lang.other();
    let translated = meta.alternates.iter().any(|alternate| alternate.hreflang == other.code());
    let mut head = Head {
        kind: "website",
        locale: meta.lang.og_locale(),
        other_locale: translated.then(|| Lang::og_locale(other)),
        published: None,
        modified: None,
        section: None,
        json_ld: graph::block(context, subject, meta, preview.as_ref()),
        image: preview,
    };
    if let Subject::Page(page) = subject
        && let Some(published) = page.published()
    {
        head.kind = "article";
        head.published = Some(published.to_string());
        head.modified = page.updated().map(|day| day.max(published).to_string());
        head.section = context.site.settings.topic_label(page).map(str::to_owned);
    }
    head
}
