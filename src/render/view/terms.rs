//! The terms of the glossary that a page uses.

use serde::Serialize;

use crate::{
    model::{Page, Term},
    render::{body::RenderedBody, context::Context},
    vocabulary::first_use,
};

/// A term with its meaning.
#[derive(Serialize)]
pub struct UsedTerm<'a> {
    word: &'a str,
    definition: &'a str,
    /// The address of its entry.
    href: String,
}

/// Returns the terms that the text of `page` uses, in the order of their first use.
pub fn used_terms<'a>(
    context: &Context<'a>,
    page: &Page,
    body: &RenderedBody,
) -> Vec<UsedTerm<'a>> {
    let (site, lang) = (context.site, page.lang());
    if !site.settings.term_list || site.glossary.terms.is_empty() {
        return Vec::new();
    }
    let text = body.words().to_lowercase();
    let used = site.glossary.terms.iter().filter_map(|term| {
        let entry = term.entries.get(lang).as_ref()?;
        let definition = entry.fields.definition.as_deref()?;
        let forms: Vec<String> = term.forms(lang).map(str::to_lowercase).collect();
        let at = first_use(&text, forms.iter().map(String::as_str))?;
        let href = [&context.page_href(entry.page), "#", &Term::anchor(&term.id)].concat();
        Some((at, UsedTerm { word: &entry.fields.word, definition, href }))
    });
    let mut used: Vec<(usize, UsedTerm)> = used.collect();
    used.sort_by_key(|(at, _)| *at);
    used.into_iter().map(|(_, term)| term).collect()
}
