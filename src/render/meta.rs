//! The title, description and address of a page. They are used by its template and in its
//! metadata for search engines and messengers.

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
    /// Every language version, including this one; empty if there is only one.
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
