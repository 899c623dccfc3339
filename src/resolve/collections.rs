//! Lists: the pages of each kind in each language, in the order readers want.

use std::cmp::Reverse;

use crate::model::{Collection, Kind, Lang, ListOrder, Page, PageId, Settings, UrlPath};

/// The collections of one language that have at least one page.
pub fn of_language(settings: &Settings, pages: &[Page], lang: Lang) -> Vec<Collection> {
    let with_list = settings.kinds().filter(|kind| kind.has_list());
    with_list.filter_map(|kind| collection(settings, pages, kind, lang)).collect()
}

fn collection(settings: &Settings, pages: &[Page], kind: Kind, lang: Lang) -> Option<Collection> {
    let listed =
        pages.iter().enumerate().filter(|(_, page)| page.kind() == kind && page.lang() == lang);
    let mut ids: Vec<PageId> = listed.map(|(at, _)| PageId(at as u32)).collect();
    sort(&mut ids, pages, settings.order_of(kind));
    let url = UrlPath::home(lang).join(&[kind.folder(), "/"].concat());
    (!ids.is_empty()).then_some(Collection { kind, lang, url, pages: ids })
}

/// Sorts pages, which are numbered by slug: of equals, the first by slug comes first.
fn sort(ids: &mut [PageId], pages: &[Page], order: ListOrder) {
    let page = |id: &PageId| &pages[id.0 as usize];
    match order {
        ListOrder::Date => ids.sort_by_cached_key(|id| Reverse(page(id).published())),
        ListOrder::Title => ids.sort_by_cached_key(|id| page(id).title().to_lowercase()),
        ListOrder::Number => ids.sort_by_key(|id| page(id).order().unwrap_or(i64::MAX)),
        ListOrder::Version => ids.sort_by_cached_key(|id| Reverse(release_order(page(id)))),
    }
}

type ReleaseOrder<'p> = (Option<(u64, u64, u64)>, Option<jiff::civil::Date>, &'p str);

fn release_order(page: &Page) -> ReleaseOrder<'_> {
    let version = page.version();
    let tag = version.map_or("", |version| &version.tag);
    (version.map(|version| version.number), page.published(), tag)
}
