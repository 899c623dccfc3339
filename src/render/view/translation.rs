//! The state of a translation for readers, and the parts of the original that have changed
//! since.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    model::{Lang, Page, SectionPair, SectionState, Translation},
    render::context::Context,
};

/// The state of a page in relation to its other version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationStatus {
    /// There is no other version.
    Only,
    /// The other version is a translation of this one.
    Original,
    /// A translation that follows the original.
    InStep,
    /// Parts of the original have changed since.
    Behind,
    /// A translation without a record of the version that it follows.
    Unrecorded,
}

/// Returns the state of `page` in relation to its other version, as far as it is recorded.
pub fn status(context: &Context, page: &Page) -> TranslationStatus {
    if page.translation.is_none() {
        return TranslationStatus::Only;
    }
    if page.document.place.lang == page.original.place.lang {
        return TranslationStatus::Original;
    }
    let Some(translation) = context.site.translation_of(page) else {
        return TranslationStatus::Unrecorded;
    };
    let recorded = |pair: &SectionPair| pair.state != SectionState::NotRecorded;
    match translation.behind().next() {
        Some(_) => TranslationStatus::Behind,
        None if translation.pairs.iter().all(recorded) => TranslationStatus::InStep,
        None => TranslationStatus::Unrecorded,
    }
}

/// The notice on a translation that is behind.
#[derive(Serialize)]
pub struct TranslationNotice<'a> {
    sections: Vec<ChangedSection<'a>>,
}

/// A section of the original that has changed.
#[derive(Serialize)]
struct ChangedSection<'a> {
    /// The address in the original.
    href: String,
    /// The language of the page that the link leads to.
    hreflang: Lang,
    /// The section's heading; in the page's language if the page has the section.
    text: &'a str,
    lang: Lang,
    /// True for the part above the first heading, which has no heading text.
    opening: bool,
}

/// Returns the notice on `page`; `None` if the translation is up to date, or if notices are
/// switched off for the page or the site.
pub fn notice<'a>(context: &Context<'a>, page: &'a Page) -> Option<TranslationNotice<'a>> {
    let wanted = context.site.settings.translation_notice && page.front().translation_notice;
    let translation = context.site.translation_of(page).filter(|_| wanted)?;
    let original = context.page_href(page.translation?);
    let mut sections: Vec<ChangedSection> = Vec::new();
    let mut seen: HashSet<(String, &str)> = HashSet::new();
    for pair in translation.behind() {
        let section = changed_section(translation, pair, &original);
        if seen.insert((section.href.clone(), section.text)) {
            sections.push(section);
        }
    }
    (!sections.is_empty()).then_some(TranslationNotice { sections })
}

fn changed_section<'a>(
    translation: &'a Translation,
    pair: &SectionPair,
    original: &str,
) -> ChangedSection<'a> {
    let source = translation.source.as_deref();
    let own = translation.document.as_deref();
    let heading = |document: Option<&'a crate::model::Document>,
                   section: Option<&crate::model::Section>| {
        document?.outline.get(section?.heading? as usize)
    };
    let original_heading = heading(source, translation.source_of(pair));
    let here = heading(own, translation.section_of(pair));
    let hreflang = translation.place.lang.other();
    let href = match original_heading {
        Some(heading) => [original, "#", &heading.id].concat(),
        None => original.to_owned(),
    };
    let (text, lang) = match (here, original_heading) {
        (Some(heading), _) => (&*heading.text, translation.place.lang),
        (None, Some(heading)) => (&*heading.text, hreflang),
        (None, None) => ("", translation.place.lang),
    };
    ChangedSection { href, hreflang, text, lang, opening: text.is_empty() }
}
