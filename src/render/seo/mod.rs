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

use super::{
    context::Context,
    hosting, preview,
    view::{Frame, home_url},
};
use crate::{
    diag::Diagnostic,
    model::{GeneratedFile, Lang, PreviewImages, UrlPath, preview_url},
};

/// The preview image of `subject`: its own, or the one that its site has.
fn preview(context: &Context, subject: Subject, frame: &Frame) -> Option<Preview> {
    let own = match context.site.preview_images {
        PreviewImages::None => return None,
        PreviewImages::Site => None,
        PreviewImages::Pages => own_preview(context, subject),
    };
    let href = own.or_else(|| context.site_previews.get(frame.lang).clone())?;
    let (width, height) = (preview::WIDTH, preview::HEIGHT);
    Some(Preview { href, alt: frame.head_title.clone(), width, height })
}

fn own_preview(context: &Context, subject: Subject) -> Option<String> {
    match subject {
        Subject::Page(page) => {
            let image = preview::of_page(context, page).ok()?;
            Some(preview_href(context, &page.url, &image))
        }
        Subject::Collection(collection) => {
            let image = preview::of_collection(context, collection).ok()?;
            Some(preview_href(context, &collection.url, &image))
        }
        Subject::Home(_) | Subject::Entry => None,
    }
}

/// The image that pages of `lang` share.
pub fn site_preview(context: &Context, lang: Lang) -> Option<String> {
    if context.site.preview_images == PreviewImages::None {
        return None;
    }
    let image = preview::of_site(context, lang).ok()?;
    Some(preview_href(context, &home_url(lang), &image))
}

/// Messengers keep an image for as long as it has the same address: so its address
/// changes with what it shows.
fn preview_href(context: &Context, page: &UrlPath, image: &preview::Image) -> String {
    let key = image.key();
    [context.absolute(&preview_url(page)).as_str(), "?v=", &key[..10]].concat()
}

/// The bytes of one file for machines.
pub fn file(context: &Context, file: GeneratedFile) -> Result<Vec<u8>, Box<Diagnostic>> {
    Ok(match file {
        GeneratedFile::Robots => sitemap::robots(context).into_bytes(),
        GeneratedFile::Llms => llms::text(context).into_bytes(),
        GeneratedFile::Sitemap(part) => sitemap::part(context, part).into_bytes(),
        GeneratedFile::SitemapIndex => sitemap::index(context).into_bytes(),
        GeneratedFile::Feed(lang, of, format) => feed::feed(context, lang, of, format)?,
        GeneratedFile::Releases => releases::json(context).into_bytes(),
        GeneratedFile::Manifest(lang) => manifest::json(context, lang).into_bytes(),
        GeneratedFile::Icon(icon) => icon::file(context, icon)?,
        GeneratedFile::Headers => hosting::headers_file(context.site).into_bytes(),
        GeneratedFile::Redirects => hosting::redirects_file(context.site).into_bytes(),
    })
}
