//! The link to the preview image of a page, for messengers.

use serde::Serialize;

use super::subject::Subject;
use crate::{
    model::{Lang, PreviewImages, UrlPath, preview_url},
    render::{context::Context, meta::PageMeta, preview},
};

/// The image that messengers show.
#[derive(Clone, Serialize)]
pub struct PreviewLink {
    /// The absolute address.
    pub href: String,
    pub alt: String,
    pub width: u32,
    pub height: u32,
}

/// Returns the preview image of `subject`: its own, or the one that pages share.
pub fn preview(context: &Context, subject: Subject, meta: &PageMeta) -> Option<PreviewLink> {
    let own = match context.site.preview_images {
        PreviewImages::None => return None,
        PreviewImages::Site => None,
        PreviewImages::Pages => own_preview(context, subject),
    };
    let href = own.or_else(|| context.site_previews.get(meta.lang).clone())?;
    let (width, height) = (preview::WIDTH, preview::HEIGHT);
    Some(PreviewLink { href, alt: meta.head_title.clone(), width, height })
}

fn own_preview(context: &Context, subject: Subject) -> Option<String> {
    match subject {
        Subject::Page(page) => {
            let image = preview::for_page(context, page).ok()?;
            Some(preview_href(context, &page.url, &image))
        }
        Subject::Collection(collection) => {
            let image = preview::for_collection(context, collection).ok()?;
            Some(preview_href(context, &collection.url, &image))
        }
        Subject::Home(_) | Subject::Entry => None,
    }
}

/// Returns the address of the image that pages of `lang` share.
pub fn site_preview(context: &Context, lang: Lang) -> Option<String> {
    if context.site.preview_images == PreviewImages::None {
        return None;
    }
    let image = preview::for_site(context, lang).ok()?;
    Some(preview_href(context, &UrlPath::home(lang), &image))
}

/// Returns an address that contains a hash of the image: messengers cache an image by its
/// address.
fn preview_href(context: &Context, page: &UrlPath, image: &preview::PreviewImage) -> String {
    let key = image.key();
    [context.absolute(&preview_url(page)).as_str(), "?v=", &key[..10]].concat()
}
