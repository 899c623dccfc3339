//! Pages as Markdown, for language models and for readers who want only the text: title,
//! summary and dates, the body with absolute addresses, and the visible fields of the front
//! matter. Everything that is not for readers is left out: other fields, remarks, comments,
//! ids, and untranslated sections.

mod body;
mod facts;
mod html;
mod inert;

pub use inert::inert;

use crate::{
    diag::Diagnostic,
    model::{Collection, Page},
    render::context::{Context, Medium},
};

/// Returns `page` as Markdown.
pub fn page(context: &Context, page: &Page) -> Result<String, Box<Diagnostic>> {
    if let Some(refused) = &page.document.refused {
        return Err(refused.clone());
    }
    // As in a feed, all addresses are absolute.
    let context = &Context { medium: Medium::Feed, id_prefix: "", ..*context };
    let mut out = String::with_capacity(context.body_text(page).len() + 2048);
    facts::head(context, page, &mut out);
    let is_ambiguous = body::write(context, page, &mut out);
    facts::tail(context, page, &mut out);
    out.truncate(out.trim_end().len());
    out.push('\n');
    Ok(if is_ambiguous { inert::fenced(&out) } else { inert(out) })
}

/// Returns the list of a collection's pages as Markdown.
pub fn collection(context: &Context, collection: &Collection) -> String {
    let mut out = String::new();
    facts::collection(context, collection, &mut out);
    out.truncate(out.trim_end().len());
    out.push('\n');
    inert(out)
}
