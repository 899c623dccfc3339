//! Output for search engines, messengers and feed readers: the metadata in each page's head,
//! and generated files. All of it is derived from the site, so it agrees with the pages.

mod alternates;
pub mod feed;
mod graph;
mod head;
mod icon;
mod llms;
mod manifest;
mod preview_link;
mod releases;
mod schema;
mod sitemap;
mod subject;
mod xml;

pub use alternates::Alternates;
pub use head::{Head, head};
pub use preview_link::site_preview;
pub use subject::Subject;

use super::{context::Context, data, server_config};
use crate::{diag::Diagnostic, model::GeneratedFile};

/// Returns the bytes of one generated file.
pub fn file(context: &Context, file: GeneratedFile) -> Result<Vec<u8>, Box<Diagnostic>> {
    Ok(match file {
        GeneratedFile::Robots => sitemap::robots(context).into_bytes(),
        GeneratedFile::Llms => llms::text(context).into_bytes(),
        GeneratedFile::Sitemap(part) => sitemap::part(context, part).into_bytes(),
        GeneratedFile::SitemapIndex => sitemap::index(context).into_bytes(),
        GeneratedFile::Feed(lang, of, format) => feed::feed(context, lang, of, format)?,
        GeneratedFile::Releases => releases::json(context).into_bytes(),
        GeneratedFile::Versions(lang, at) => data::versions(context, lang, at),
        GeneratedFile::PageVersions(lang, at) => data::page_versions(context, lang, at),
        GeneratedFile::Manifest(lang) => manifest::json(context, lang).into_bytes(),
        GeneratedFile::Icon(icon) => icon::file(context, icon)?,
        GeneratedFile::Headers => server_config::headers_file(context.site).into_bytes(),
        GeneratedFile::Redirects => server_config::redirects_file(context.site).into_bytes(),
    })
}
