//! Feeds: the newest pages of a kind or on a topic, each with its full text.
//!
//! The id of an entry never changes, so that no reader shows it twice. It consists of the first
//! address of the site and the first name of the page (`first_base_url` in the settings and
//! `feed_id` in front matter, if either has changed).

mod atom;
mod content;
mod json;

pub use content::{contents, title};

use crate::{
    diag::Diagnostic,
    model::{FeedFormat, FeedSubject, Lang},
    render::context::{Context, Medium},
};

/// Returns the bytes of one feed.
pub fn feed(
    context: &Context,
    lang: Lang,
    of: FeedSubject,
    format: FeedFormat,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let context = Context { medium: Medium::Feed, ..*context };
    let feed = content::gather(&context, lang, of, format)?;
    Ok(match format {
        FeedFormat::Atom => atom::text(&feed),
        FeedFormat::Json => json::text(&feed),
    }
    .into_bytes())
}
