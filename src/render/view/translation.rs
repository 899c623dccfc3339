//! What readers are told of a translation: how it stands to the original, and which
//! parts of that have changed since.

use serde::Serialize;

use crate::{
    model::{Lang, Page, SectionPair, SectionState, Translation},
    render::context::Context,
};

/// How a page stands to its other version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// There is no other version.
    Only,
    /// The other version was made from this one.
    Original,
    /// A translation in step with the original.
    InStep,
    /// Parts of the original have changed since.
    Behind,
    /// A translation of which it is not recorded what it follows.
    Unrecorded,
}

/// Judges `page` by what is recorded.
pub fn standing(context: &Context, page: &Page) -> Standing {
    if page.translation.is_none() {
        return Standing::Only;
    }
    if page.document.place.lang == page.original.place.lang {
        return Standing::Original;
    }
    let Some(translation) = context.site.translation_of(page) else { return Standing::Unrecorded };
    let recorded = |pair: &SectionPair| pair.state != SectionState::NotRecorded;
    match translation.behind().next() {
        Some(_) => Standing::Behind,
        None if translation.pairs.iter().all(recorded) => Standing::InStep,
        None => Standing::Unrecorded,
    }
}

/// The notice on a translation that is behind.
#[derive(Serialize)]
pub struct Notice<'a> {
    sections: Vec<Part<'a>>,
}

/// A part of the original that has changed.
#[derive(Serialize)]
struct Part<'a> {
    /// In the original.
    href: String,
    /// The language to which the link leads.
    hreflang: Lang,
    /// What the part is called: in the page's language where it has the part.
    text: &'a str,
    lang: Lang,
    /// The part above the first heading, which has no name.
    opening: bool,
}

/// What to tell on `page`; nothing where all is in step, or where it is switched off
/// for the page or for the site.
pub fn notice<'a>(context: &Context<'a>, page: &'a Page) -> Option<Notice<'a>> {
    let wanted = context.site.settings.translation_notice && page.front().translation_notice;
    let translation = context.site.translation_of(page).filter(|_| wanted)?;
    let original = context.page_href(page.translation?);
    let mut sections: Vec<Part> = Vec::new();
    for pair in translation.behind() {
        let part = part(translation, pair, &original);
        if !sections.iter().any(|known| known.href == part.href && known.text == part.text) {
            sections.push(part);
        }
    }
    (!sections.is_empty()).then_some(Notice { sections })
}

fn part<'a>(translation: &'a Translation, pair: &SectionPair, original: &str) -> Part<'a> {
    let source = translation.source.as_deref();
    let own = translation.document.as_deref();
    let heading = |document: Option<&'a crate::model::Document>,
                   section: Option<&crate::model::Section>| {
        document?.outline.get(section?.heading? as usize)
    };
    let there = heading(source, translation.source_of(pair));
    let here = heading(own, translation.section_of(pair));
    let hreflang = translation.place.lang.other();
    let href = match there {
        Some(heading) => [original, "#", &heading.id].concat(),
        None => original.to_owned(),
    };
    let (text, lang) = match (here, there) {
        (Some(heading), _) => (&*heading.text, translation.place.lang),
        (None, Some(heading)) => (&*heading.text, hreflang),
        (None, None) => ("", translation.place.lang),
    };
    Part { href, hreflang, text, lang, opening: text.is_empty() }
}
