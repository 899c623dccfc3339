//! The title, description and address of a page: read by its template, and by the metadata
//! for search engines and messengers.

use serde::Serialize;

use crate::model::Lang;

/// Titles and addresses of one page.
#[derive(Serialize)]
pub struct PageMeta<'a> {
    pub lang: Lang,
    /// The text of `<title>`, including the site's name.
    pub head_title: String,
    pub title: &'a str,
    pub description: &'a str,
    pub canonical: String,
    /// Every language version, this one included; empty when it is the only one.
    pub alternates: Vec<Alternate>,
    pub breadcrumb: Vec<PageLink<'a>>,
}

/// A language version of a page.
#[derive(Serialize)]
pub struct Alternate {
    pub hreflang: &'static str,
    pub href: String,
}

/// A link with its text.
#[derive(Serialize)]
pub struct PageLink<'a> {
    pub href: String,
    pub text: &'a str,
}
