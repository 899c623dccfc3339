//! Warnings about titles and descriptions that search engines and messengers would show badly:
//! too long to be shown whole, too short to be useful, shared by two pages, or with characters
//! that cannot be drawn on a preview image. Also finds entries that feeds could not tell apart.
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
        At, Diagram, Document, Kind, KindFields, LONGEST_TITLE, Lang, LetterCounts, Page, PerLang,
        PreviewImages, SHORTEST_TITLE, SectionKind, Settings, Site, Span, Tool, head_title,
        own_title,
    },
};

/// The width of a description that search results show whole: 80 Hangul syllables.
const LONGEST_DESCRIPTION: usize = 160;
const SHORTEST_DESCRIPTION: usize = 50;

/// Results by page, its original, the settings, and whether the page's title is drawn on a
/// preview image.
pub type LintCache = Cache<(Arc<Document>, Arc<Document>, Arc<Settings>, bool), PageLint>;

/// The warnings about one page.
#[derive(Debug)]
pub struct PageLint {
    problems: Diagnostics,
    /// Hashes of title and description, to find pages that share one; `None` for a page that
    /// search engines may not list.
    texts: Option<[u64; 2]>,
    has_feed_id: bool,
}

/// Checks every page that search engines may list.
pub fn check(site: &Site, pages: &[Page], cache: &mut LintCache, diagnostics: &mut Diagnostics) {
    let is_drawn = site.preview_images == PreviewImages::Pages;
    let inputs: Vec<_> = pages
        .iter()
        .map(|page| (&page.document, &page.original, &site.settings, ByValue(is_drawn)))
        .collect();
    let lints = cache.map(&inputs, |at| check_page(site, &pages[at]));
    lints.iter().for_each(|lint| diagnostics.append(lint.problems.clone()));
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
    let mut problems = Diagnostics::default();
    let has_feed_id = page.shared().feed_id().is_some();
    let is_empty = page.document.readable && page.document.tasks.is_empty();
    if page.kind() == Kind::Checklist && is_empty {
        problems.push(Diagnostic::new(Code::EmptyChecklist, page.front().title.span));
    }
    let has_broken = page.document.diagrams.iter().any(Option::is_none);
    if page.kind() == Kind::Decision && page.decision().is_none() && !has_broken {
        problems.push(Diagnostic::new(Code::NoDecision, page.front().title.span));
    }
    if is_empty_page(page) {
        problems.push(Diagnostic::new(Code::EmptyPage, page.front().title.span));
    }
    problems.extend(super::conclusion::check(page));
    if page.noindex() || !page.document.readable {
        return PageLint { problems, texts: None, has_feed_id };
    }
    if site.settings.levels.level(Code::UnpinnedHeading) != Level::Off {
        unpinned_headings(&page.document, &mut problems);
    }
    if page.document.is_original() && is_in_other_language(page) {
        problems.push(Diagnostic::new(Code::OtherLanguage, page.front().title.span));
    }
    let name = site.settings.title(page.lang());
    let (title, description) = (search_title(page), search_description(page));
    too_long(title, LONGEST_TITLE, Code::LongTitle, &mut problems);
    too_long(description, LONGEST_DESCRIPTION, Code::LongDescription, &mut problems);
    // A title of the page or the site that could not be used has been reported.
    let are_read = !title.value.is_empty() && !name.is_empty();
    // The name of the site is as long as it is.
    if are_read && title.value != name && title.value.len() < SHORTEST_TITLE {
        // Together with the site's name, most titles are long enough.
        let whole = head_title(&title.value, name);
        too_short(&whole, title.span, SHORTEST_TITLE, Code::ShortTitle, &mut problems);
    }
    let (text, span) = (&description.value, description.span);
    too_short(text, span, SHORTEST_DESCRIPTION, Code::ShortDescription, &mut problems);
    if site.preview_images == PreviewImages::Pages {
        undrawable(&title.value, title.span, None, &mut problems);
        if let Some(diagram) = page.document.diagrams.iter().flatten().next() {
            undrawable_diagram(diagram, &mut problems);
        }
    }
    let texts = [own_title(&title.value, name), text].map(|text| folded_hash(page.lang(), text));
    // Pages that are still to be written may begin with the same words.
    let is_written = !description.value.starts_with(TO_WRITE);
    PageLint { problems, texts: Some(texts).filter(|_| is_written), has_feed_id }
}

/// Reports Hangul headings whose ids are derived from their words. Such an id changes with the
/// words, and makes addresses long when they are copied.
fn unpinned_headings(document: &Document, problems: &mut Diagnostics) {
    for section in &document.sections {
        let is_hangul = section.id.chars().any(|c| matches!(c, '가'..='힣'));
        let heading = section.heading.and_then(|at| document.outline.get(at as usize));
        if let (SectionKind::Heading(_), Some(heading)) = (section.kind, heading)
            && !section.pinned
            && is_hangul
        {
            let unpinned = Diagnostic::new(Code::UnpinnedHeading, section.span);
            problems.push(unpinned.arg("id", &*section.id).arg("text", &*heading.text));
        }
    }
}

/// Returns whether an original is written in the other language. Words in the front matter may be in
/// its own, if the body is long; a name or a heading in it too.
fn is_in_other_language(page: &Page) -> bool {
    let (mut keys, mut body) = (LetterCounts::default(), LetterCounts::default());
    for section in &page.document.sections {
        let is_key = section.kind == SectionKind::FrontMatter;
        let counts = if is_key { &mut keys } else { &mut body };
        *counts = counts.with(&section.shape.letters);
    }
    let has_words = |letters: &LetterCounts| letters.hangul + letters.common_words > 0;
    let is_foreign =
        |letters: &LetterCounts| !has_words(letters) || is_mostly_foreign(letters, page.lang());
    let is_whole = has_words(&body) && is_mostly_foreign(&body, page.lang());
    is_whole && is_long(&body, page.lang())
        || has_words(&keys.with(&body)) && is_foreign(&keys) && is_foreign(&body)
}

/// Returns whether a text is in another language than `lang`, but for names.
fn is_mostly_foreign(letters: &LetterCounts, lang: Lang) -> bool {
    let is_nearly_free = lang == Lang::Ko && letters.hangul * 10 < letters.latin;
    let free = LetterCounts { hangul: 0, ..*letters };
    letters.is_foreign_to(lang) || is_nearly_free && free.is_foreign_to(lang)
}

/// Returns whether a text in the other language than `lang` is longer than most quotations.
fn is_long(letters: &LetterCounts, lang: Lang) -> bool {
    match lang {
        Lang::En => letters.hangul >= 30,
        Lang::Ko => letters.common_words >= 20,
    }
}

/// Returns whether a page that should have text has none.
fn is_empty_page(page: &Page) -> bool {
    let is_glossary = !page.front().fields.terms().is_empty();
    let has_text = page.document.has_content || is_glossary;
    page.document.readable && page.shared().needs_text() && !has_text
}

/// Reports dates that are years ahead of every other, probably because of a typing error: such
/// a page stays at the top of lists for years.
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
    // The site may not have been edited for years.
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

/// Reports settings without effect, because no page shows what they set.
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

/// Returns a hash that is the same for texts of one language that differ only in case. Their
/// white space has been folded before.
fn folded_hash(lang: Lang, text: &str) -> u64 {
    FxBuildHasher.hash_one((lang, text.to_ascii_lowercase()))
}

/// Reports pages of one language whose titles (`which` is 0) or descriptions (1) are the same,
/// ignoring case.
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
        let ((first_text, other), (text, span)) = (text(first), text(at));
        if !text.is_empty() && first_text.eq_ignore_ascii_case(text) {
            diagnostics.push(Diagnostic::new(code, span).also(other));
        }
    }
}

/// Reports pages whose title is also that of a list of pages or of a generated home page.
/// `lists` are the titles of lists.
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
    // No character takes more columns than it has bytes.
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
    // No common character takes more than three bytes per column.
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
    if let Some(missing) = fonts::missing(text) {
        let missing = Diagnostic::new(Code::MissingGlyph, span).arg("found", missing);
        diagnostics.push(Diagnostic { hint, ..missing });
    }
}

/// Reports characters of a page's first diagram that the fonts lack: it is drawn on the preview
/// image.
fn undrawable_diagram(diagram: &Diagram, diagnostics: &mut Diagnostics) {
    let rare: String = diagram.rare.iter().map(|at| at.value).collect();
    let Some(missing) = fonts::missing(&rare) else { return };
    let place = missing.chars().find_map(|c| diagram.place_of_char(c)).unwrap_or(diagram.id.span);
    undrawable(&missing, place, Some("diagram"), diagnostics);
}

/// Reports pages with the same id in feeds: readers would be shown only one of them.
fn feed_ids(pages: &[Page], diagnostics: &mut Diagnostics) {
    let given = |page: &&Page| page.shared().feed_id().is_some();
    let mut first_of: FxHashMap<_, Span> = FxHashMap::default();
    for page in pages.iter().filter(given) {
        first_of.insert((page.kind(), page.lang(), page.feed_id()), feed_id_span(page));
    }
    if first_of.is_empty() {
        return;
    }
    for page in pages {
        let Some(first) = first_of.get(&(page.kind(), page.lang(), page.feed_id())) else {
            continue;
        };
        let own = feed_id_span(page);
        if own != *first {
            let twice = Diagnostic::new(Code::DuplicateFeedId, *first);
            diagnostics.push(twice.arg("id", page.feed_id()).also(own));
        }
    }
}

/// Returns the place of a page's feed id, or of its title if it has none.
fn feed_id_span(page: &Page) -> Span {
    let given = page.shared().feed_id();
    given.map_or(page.original.front.title.span, |id| id.span)
}
