//! Warnings about texts that search engines and messengers would show badly: titles and
//! descriptions that are too long to be shown whole or too short to be useful, that two
//! pages share, or that have characters which cannot be drawn on a preview image; and
//! entries that feeds could not tell apart.
//!
//! Lengths are display widths: a Hangul syllable takes two columns, as it does in
//! search results.

use std::{hash::BuildHasher, sync::Arc};

use jiff::civil::Date;
use rustc_hash::{FxBuildHasher, FxHashMap};
use unicode_width::UnicodeWidthStr;

use crate::{
    cache::{ByValue, Cache},
    diag::{Code, Diagnostic, Diagnostics, Level},
    fonts,
    markdown::TO_WRITE,
    model::{
        At, Diagram, Document, Kind, KindFields, LONGEST_TITLE, Lang, Page, PerLang, PreviewImages,
        Section, SectionKind, Settings, Site, Span, Tool, head_title, own_title,
    },
};

/// The width of a description that results show whole: 80 syllables of Hangul.
const LONGEST_DESCRIPTION: usize = 160;
/// Below this a title or description says too little to be chosen among others: 5 and
/// 25 syllables of Hangul.
const SHORTEST_TITLE: usize = 10;
const SHORTEST_DESCRIPTION: usize = 50;

/// Results by page, its original, the settings and whether the page's title is drawn on
/// a preview image.
pub type LintCache = Cache<(Arc<Document>, Arc<Document>, Arc<Settings>, bool), PageLint>;

/// The warnings of a page by itself.
#[derive(Debug)]
pub struct PageLint {
    found: Diagnostics,
    /// Hashes of title and description, by which pages that share one are found; none
    /// for a page that is not to be found.
    texts: Option<[u64; 2]>,
    has_feed_id: bool,
}

/// Looks at every page that is to be found.
pub fn check(site: &Site, pages: &[Page], cache: &mut LintCache, diagnostics: &mut Diagnostics) {
    let is_drawn = site.preview_images == PreviewImages::Pages;
    let inputs: Vec<_> = pages
        .iter()
        .map(|page| (&page.document, &page.original, &site.settings, ByValue(is_drawn)))
        .collect();
    let lints = cache.map(&inputs, |at| check_page(site, &pages[at]));
    lints.iter().for_each(|lint| diagnostics.append(lint.found.clone()));
    report_shared(site, pages, lints, 0, Code::DuplicateTitle, diagnostics);
    report_shared(site, pages, lints, 1, Code::DuplicateDescription, diagnostics);
    if site.preview_images != PreviewImages::None {
        for lang in Lang::ALL {
            let (title, span) = (site.settings.title(lang), site.settings.title.get(lang).span);
            undrawable(title, span, Some("site"), diagnostics);
        }
    }
    if lints.iter().any(|lint| lint.has_feed_id) {
        feed_ids(pages, diagnostics);
    }
    dates(pages, diagnostics);
    settings_without_effect(site, pages, diagnostics);
}

fn check_page(site: &Site, page: &Page) -> PageLint {
    let mut found = Diagnostics::default();
    let has_feed_id = page.shared().feed_id().is_some();
    let is_empty = page.document.readable && page.document.tasks.is_empty();
    if page.kind() == Kind::Checklist && is_empty {
        found.push(Diagnostic::new(Code::EmptyChecklist, page.front().title.span));
    }
    let has_broken = page.document.diagrams.iter().any(Option::is_none);
    if page.kind() == Kind::Decision && page.decision().is_none() && !has_broken {
        found.push(Diagnostic::new(Code::NoDecision, page.front().title.span));
    }
    if is_empty_page(page) {
        found.push(Diagnostic::new(Code::EmptyPage, page.front().title.span));
    }
    found.extend(super::conclusion::check(page));
    if page.noindex() || !page.document.readable {
        return PageLint { found, texts: None, has_feed_id };
    }
    if site.settings.levels.level(Code::UnpinnedHeading) != Level::Off {
        unpinned_headings(&page.document, &mut found);
    }
    if page.document.is_original() && is_in_other_language(page) {
        found.push(Diagnostic::new(Code::OtherLanguage, page.front().title.span));
    }
    let name = site.settings.title(page.lang());
    let (title, description) = (search_title(page), search_description(page));
    too_long(title, LONGEST_TITLE, Code::LongTitle, &mut found);
    too_long(description, LONGEST_DESCRIPTION, Code::LongDescription, &mut found);
    // One that could not be used is told already.
    if !title.value.is_empty() && title.value.len() < SHORTEST_TITLE {
        // The site's name makes most titles long enough.
        let whole = head_title(&title.value, name);
        too_short(&whole, title.span, SHORTEST_TITLE, Code::ShortTitle, &mut found);
    }
    let (text, span) = (&description.value, description.span);
    too_short(text, span, SHORTEST_DESCRIPTION, Code::ShortDescription, &mut found);
    if site.preview_images == PreviewImages::Pages {
        undrawable(&title.value, title.span, None, &mut found);
        if let Some(diagram) = page.document.diagrams.iter().flatten().next() {
            undrawable_diagram(diagram, &mut found);
        }
    }
    let texts = [own_title(&title.value, name), text].map(|text| folded_hash(page.lang(), text));
    // Pages that are still to be written may begin alike.
    let is_written = !description.value.starts_with(TO_WRITE);
    PageLint { found, texts: Some(texts).filter(|_| is_written), has_feed_id }
}

/// Reports headings in Hangul whose id is made of their words: it changes with them, and is
/// long in the addresses that people copy.
fn unpinned_headings(document: &Document, found: &mut Diagnostics) {
    for section in &document.sections {
        let is_hangul = section.id.chars().any(|c| matches!(c, '가'..='힣'));
        let heading = section.heading.and_then(|at| document.outline.get(at as usize));
        if let (SectionKind::Heading(_), Some(heading)) = (section.kind, heading)
            && !section.pinned
            && is_hangul
        {
            let unpinned = Diagnostic::new(Code::UnpinnedHeading, section.span);
            found.push(unpinned.arg("id", &*section.id).arg("text", &*heading.text));
        }
    }
}

/// Returns whether all that an original says is in the other language.
fn is_in_other_language(page: &Page) -> bool {
    let is_foreign = |section: &Section| section.shape.letters.is_foreign_to(page.lang());
    let mut said = page.document.sections.iter().filter(|section| {
        let letters = &section.shape.letters;
        letters.hangul + letters.common_words > 0
    });
    said.next().is_some_and(is_foreign) && said.all(is_foreign)
}

/// Returns whether a page of which readers expect text has none.
fn is_empty_page(page: &Page) -> bool {
    let is_glossary = !page.front().fields.terms().is_empty();
    let has_text = page.document.has_content || is_glossary;
    page.document.readable && page.shared().needs_text() && !has_text
}

/// Reports dates that are years ahead of every other: a slip of the keyboard sorts a page
/// before all others for as long.
fn dates(pages: &[Page], diagnostics: &mut Diagnostics) {
    /// In days.
    const FAR: i32 = 2 * 365;
    let originals = pages.iter().filter(|page| page.document.is_original());
    let dated = |page: &Page| page.updated().max(page.published());
    let mut all: Vec<(Date, &Page)> =
        originals.filter_map(|page| Some((dated(page)?, page))).collect();
    all.sort_by_key(|(date, page)| (*date, page.document.place.clone()));
    let is_far = |pair: &[(Date, &Page)]| {
        let days = pair[0].0.until(pair[1].0).map_or(0, |span| span.get_days());
        days >= FAR
    };
    let Some(gap) = all.windows(2).rposition(is_far) else { return };
    let (below, above) = all.split_at(gap + 1);
    // A site may have rested for years.
    if above.len() > 2 || below.len() < 2 * above.len() {
        return;
    }
    for (date, page) in above {
        let far = Diagnostic::new(Code::FarDate, page.front().dated_at);
        let far = far.arg("found", date.to_string());
        diagnostics
            .push(far.arg("newest", below.last().map_or_else(String::new, |l| l.0.to_string())));
    }
}

/// Reports settings that have no effect, for no page shows what they are for.
fn settings_without_effect(site: &Site, pages: &[Page], diagnostics: &mut Diagnostics) {
    let form = Some(Tool::Subscription);
    let shows_form =
        |page: &Page| matches!(page.shared(), KindFields::Page(fields) if fields.tool == form);
    if site.settings.subscription.is_some() && !pages.iter().any(shows_form) {
        let file = Span::new(site.settings.title.en.span.source, 0..0);
        let unused = Diagnostic::new(Code::SettingWithoutEffect, file);
        diagnostics.push(unused.arg("key", "[subscription]").hint("subscription"));
    }
}

/// Returns a hash that is the same for texts of one language that differ in case only.
/// White space was folded when they were read.
fn folded_hash(lang: Lang, text: &str) -> u64 {
    FxBuildHasher.hash_one((lang, text.to_ascii_lowercase()))
}

/// Reports pages of one language that share a title (`which` is 0) or a description (1)
/// but for case.
fn report_shared(
    site: &Site,
    pages: &[Page],
    lints: &[PageLint],
    which: usize,
    code: Code,
    diagnostics: &mut Diagnostics,
) {
    let text = |at: usize| {
        let page = &pages[at];
        match which {
            0 => {
                let title = search_title(page);
                (own_title(&title.value, site.settings.title(page.lang())), title.span)
            }
            _ => (search_description(page).value.as_str(), search_description(page).span),
        }
    };
    let mut met = FxHashMap::with_capacity_and_hasher(pages.len(), FxBuildHasher);
    for (at, lint) in lints.iter().enumerate() {
        let Some(texts) = lint.texts else { continue };
        let first = *met.entry(texts[which]).or_insert(at);
        if first == at {
            continue;
        }
        let ((known, other), (text, span)) = (text(first), text(at));
        if !text.is_empty() && known.eq_ignore_ascii_case(text) {
            diagnostics.push(Diagnostic::new(code, span).also(other));
        }
    }
}

/// Reports pages that are called as a list of pages, or as a home page that was made,
/// is. `lists` are the lists' titles.
pub fn named_as(site: &Site, lists: &PerLang<Vec<String>>) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for page in site.pages.iter().filter(|page| !page.noindex()) {
        let name = site.settings.title(page.lang());
        let title = search_title(page);
        let own = own_title(&title.value, name);
        let is_list = lists.get(page.lang()).iter().any(|list| list.eq_ignore_ascii_case(own));
        let home_is_made = site.homes.get(page.lang()).is_none();
        if is_list || (home_is_made && own.eq_ignore_ascii_case(name)) {
            diagnostics.push(Diagnostic::new(Code::DuplicateTitle, title.span).hint("list"));
        }
    }
    diagnostics
}

/// Returns the title that search engines see.
fn search_title(page: &Page) -> &At<String> {
    page.front().seo.title.as_ref().unwrap_or(&page.front().title)
}

fn search_description(page: &Page) -> &At<String> {
    page.front().seo.description.as_ref().unwrap_or(&page.front().description)
}

fn too_long(text: &At<String>, most: usize, code: Code, diagnostics: &mut Diagnostics) {
    // No character has more columns than bytes.
    if text.value.len() <= most {
        return;
    }
    let width = text.value.width();
    if width > most {
        let long = Diagnostic::new(code, text.span);
        let long = long.arg("width", width.to_string()).arg("most", most.to_string());
        diagnostics.push(long.arg("hangul", (most / 2).to_string()));
    }
}

fn too_short(text: &str, span: Span, least: usize, code: Code, diagnostics: &mut Diagnostics) {
    // No character in use takes more than three bytes for each column.
    if text.is_empty() || text.len() > 3 * least {
        return;
    }
    let width = text.width();
    if width < least {
        let short = Diagnostic::new(code, span);
        let short = short.arg("width", width.to_string()).arg("least", least.to_string());
        diagnostics.push(short.arg("hangul", (least / 2).to_string()));
    }
}

fn undrawable(text: &str, span: Span, hint: Option<&'static str>, diagnostics: &mut Diagnostics) {
    if let Some(found) = fonts::missing(text) {
        let missing = Diagnostic::new(Code::MissingGlyph, span).arg("found", found);
        diagnostics.push(Diagnostic { hint, ..missing });
    }
}

/// Reports what the fonts lack of a page's first diagram, which is on its preview image.
fn undrawable_diagram(diagram: &Diagram, diagnostics: &mut Diagnostics) {
    let rare: String = diagram.rare.iter().map(|at| at.value).collect();
    let Some(found) = fonts::missing(&rare) else { return };
    let place = found.chars().find_map(|c| diagram.place_of_char(c)).unwrap_or(diagram.id.span);
    undrawable(&found, place, Some("diagram"), diagnostics);
}

/// Reports pages that feeds know by one id: readers would show only one of them.
fn feed_ids(pages: &[Page], diagnostics: &mut Diagnostics) {
    let given = |page: &&Page| page.shared().feed_id().is_some();
    let mut known: FxHashMap<_, Span> = FxHashMap::default();
    for page in pages.iter().filter(given) {
        known.insert((page.kind(), page.lang(), page.feed_id()), feed_id_span(page));
    }
    if known.is_empty() {
        return;
    }
    for page in pages {
        let Some(first) = known.get(&(page.kind(), page.lang(), page.feed_id())) else { continue };
        let own = feed_id_span(page);
        if own != *first {
            let twice = Diagnostic::new(Code::DuplicateFeedId, *first);
            diagnostics.push(twice.arg("id", page.feed_id()).also(own));
        }
    }
}

/// Returns the place of a page's id in feeds, or of its title where none is written.
fn feed_id_span(page: &Page) -> Span {
    let given = page.shared().feed_id();
    given.map_or(page.original.front.title.span, |id| id.span)
}
