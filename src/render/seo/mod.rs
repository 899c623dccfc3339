//! What search engines, messengers and feed readers are told: the metadata in each
//! page's head, and files of their own. All of it is derived from the site, so it
//! cannot say anything that the pages do not.

pub mod feed;
mod graph;
mod head;
mod icon;
mod llms;
mod manifest;
mod releases;
mod schema;
mod sitemap;
mod versions;
mod xml;

pub use graph::Subject;
pub use head::{Head, Preview, head};
pub use versions::Versions;

use super::{context::Context, hosting, view::Frame};
use crate::{diag::Diagnostic, model::MachineFile};

/// The preview image of `subject`.
fn preview(_context: &Context, _subject: Subject, _frame: &Frame) -> Option<Preview> {
    None
}

/// The bytes of one file for machines.
pub fn file(context: &Context, file: MachineFile) -> Result<Vec<u8>, Box<Diagnostic>> {
    Ok(match file {
        MachineFile::Robots => sitemap::robots(context).into_bytes(),
        MachineFile::Llms => llms::text(context).into_bytes(),
        MachineFile::Sitemap(part) => sitemap::part(context, part).into_bytes(),
        MachineFile::SitemapIndex => sitemap::index(context).into_bytes(),
        MachineFile::Feed(lang, of, format) => feed::feed(context, lang, of, format)?,
        MachineFile::Releases => releases::json(context).into_bytes(),
        MachineFile::Manifest(lang) => manifest::json(context, lang).into_bytes(),
        MachineFile::Icon(icon) => icon::file(context, icon)?,
        MachineFile::Headers => hosting::headers_file(context.site).into_bytes(),
        MachineFile::Redirects => hosting::redirects_file(context.site).into_bytes(),
    })
}
