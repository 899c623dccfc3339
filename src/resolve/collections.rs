//! Lists: the pages of each kind in each language, in their declared order.

use std::cmp::Reverse;

use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Collection, Kind, Lang, ListOrder, OwnCollection, Page, PageId, Settings, UrlPath},
};

/// Returns the collections of one language that have at least one page.
pub fn for_language(settings: &Settings, pages: &[Page], lang: Lang) -> Vec<Collection> {
    let with_list = settings.kinds().filter(|kind| kind.has_list());
    with_list.filter_map(|kind| collection(settings, pages, kind, lang)).collect()
}

/// Reports pages of dated collections that do not say when they were published.
pub fn missing_dates(settings: &Settings, pages: &[Page], diagnostics: &mut Diagnostics) {
    let is_dated =
        |page: &Page| settings.own_collection(page.kind()).is_some_and(OwnCollection::is_dated);
    if !settings.collections.iter().any(|collection| collection.value.is_dated()) {
        return;
    }
    let originals = pages.iter().filter(|page| page.document.is_original() && is_dated(page));
    for page in originals.filter(|page| page.published().is_none()) {
        let missing = Diagnostic::new(Code::MissingKey, page.front().span);
        let missing = missing.arg("key", "published").arg("where", "");
        diagnostics.push(missing.arg("example", "published = 2026-11-22"));
    }
}

fn collection(settings: &Settings, pages: &[Page], kind: Kind, lang: Lang) -> Option<Collection> {
    let listed =
        pages.iter().enumerate().filter(|(_, page)| page.kind() == kind && page.lang() == lang);
    let mut ids: Vec<PageId> = listed.map(|(at, _)| PageId(at as u32)).collect();
    sort(&mut ids, pages, settings.order_of(kind));
    let url = UrlPath::home(lang).join(&[kind.folder(), "/"].concat());
    (!ids.is_empty()).then_some(Collection { kind, lang, url, pages: ids })
}

/// Sorts pages. They are numbered by slug, so equal ones are in the order of their slugs.
fn sort(ids: &mut [PageId], pages: &[Page], order: ListOrder) {
    let page = |id: &PageId| &pages[id.0 as usize];
    match order {
        ListOrder::Date => ids.sort_by_cached_key(|id| Reverse(page(id).published())),
        ListOrder::Title => ids.sort_by_cached_key(|id| page(id).title().to_lowercase()),
        ListOrder::Number => ids.sort_by_cached_key(|id| {
            let page = page(id);
            (page.order().unwrap_or(i64::MAX), Reverse(page.published()))
        }),
        ListOrder::Version => ids.sort_by_cached_key(|id| Reverse(release_order(page(id)))),
    }
}

type ReleaseOrder<'p> = (Option<(u64, u64, u64)>, Option<jiff::civil::Date>, &'p str);

fn release_order(page: &Page) -> ReleaseOrder<'_> {
    let version = page.version();
    let tag = version.map_or("", |version| &version.tag);
    (version.map(|version| version.number), page.published(), tag)
}
