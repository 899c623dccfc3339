//! Lists: the pages of each kind in each language, in the order readers want.

use std::cmp::Reverse;

use crate::model::{Collection, Kind, KindFacts, Lang, Page, PageId, UrlPath};

/// The collections of one language that have at least one page.
pub fn of_language(pages: &[Page], lang: Lang) -> Vec<Collection> {
    let with_list = Kind::FOLDERS.into_iter().filter(|kind| kind.has_collection());
    with_list.filter_map(|kind| collection(pages, kind, lang)).collect()
}

fn collection(pages: &[Page], kind: Kind, lang: Lang) -> Option<Collection> {
    let listed =
        pages.iter().enumerate().filter(|(_, page)| page.kind() == kind && page.lang() == lang);
    let mut ids: Vec<PageId> = listed.map(|(at, _)| PageId(at as u32)).collect();
    let of = |id: &PageId| &pages[id.0 as usize];
    match kind {
        Kind::Changelog => ids.sort_by_cached_key(|id| Reverse(release_order(of(id)))),
        Kind::Profile => ids.sort_by_cached_key(|id| profile_order(of(id))),
        // The newest first; of one day, by slug, which is how pages are numbered.
        Kind::Guide | Kind::Checklist | Kind::Ranking | Kind::Page | Kind::Home => {
            ids.sort_by_cached_key(|id| (Reverse(of(id).published()), *id));
        }
    }
    let url = UrlPath::new(format!("/{}/{}/", lang.code(), kind.folder()));
    (!ids.is_empty()).then_some(Collection { kind, lang, url, pages: ids })
}

type ReleaseOrder = ((u64, u64, u64), Option<jiff::civil::Date>, String);

fn release_order(page: &Page) -> ReleaseOrder {
    match page.facts().map(|facts| &facts.kind) {
        Some(KindFacts::Changelog { version, released }) => {
            (version.number, *released, version.tag.clone())
        }
        _ => ((0, 0, 0), None, String::new()),
    }
}

fn profile_order(page: &Page) -> (i64, Box<str>) {
    let order = match page.facts().map(|facts| &facts.kind) {
        Some(KindFacts::Profile { order, .. }) => *order,
        _ => i64::MAX,
    };
    (order, page.document.place.slug.clone())
}
