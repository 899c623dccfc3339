//! Finds pages and assets by the names that editors use for them.

use rustc_hash::{FxHashMap, FxHashSet};

use super::pairs::PageName;
use crate::model::{Asset, AssetId, Kind, Lang, Page, PageId, PageRef, PerLang};

/// Look-ups over everything that can be referred to.
pub struct Index<'a> {
    pages: FxHashMap<(Kind, &'a str), PerLang<Option<PageId>>>,
    drafts: &'a FxHashSet<PageName>,
    assets: FxHashMap<&'a str, AssetId>,
}

impl<'a> Index<'a> {
    pub fn new(pages: &'a [Page], drafts: &'a FxHashSet<PageName>, assets: &'a [Asset]) -> Self {
        let mut by_name: FxHashMap<_, PerLang<Option<PageId>>> = FxHashMap::default();
        for (at, page) in pages.iter().enumerate() {
            let place = &page.document.place;
            let pair = by_name.entry((place.kind, &*place.slug)).or_default();
            *pair.get_mut(place.lang) = Some(PageId(at as u32));
        }
        let assets = assets.iter().enumerate();
        let assets = assets.map(|(at, asset)| (asset.path.as_str(), AssetId(at as u32))).collect();
        Index { pages: by_name, drafts, assets }
    }

    /// The versions of a page.
    pub fn page(&self, kind: Kind, slug: &str) -> Option<PerLang<Option<PageId>>> {
        self.pages.get(&(kind, slug)).copied()
    }

    /// The kind of a reference: the one it names, or the first that has its slug.
    pub fn kind_of(&self, reference: &PageRef, preferred: Kind) -> Option<Kind> {
        let known = |kind: &Kind| {
            self.pages.contains_key(&(*kind, reference.slug.as_str()))
                || self.is_draft(*kind, &reference.slug)
        };
        match reference.kind {
            Some(kind) => Some(kind).filter(known),
            None => [preferred].into_iter().chain(Kind::FOLDERS).find(known),
        }
    }

    pub fn is_draft(&self, kind: Kind, slug: &str) -> bool {
        self.drafts.contains(&(kind, slug.into()))
    }

    pub fn home(&self, lang: Lang) -> Option<PageId> {
        *self.page(Kind::Home, "")?.get(lang)
    }

    pub fn asset(&self, path: &str) -> Option<AssetId> {
        self.assets.get(path).copied()
    }

    pub fn asset_paths(&self) -> impl Iterator<Item = &'a str> {
        self.assets.keys().copied()
    }

    /// The slugs of `kind`, sorted.
    pub fn slugs(&self, kind: Kind) -> Vec<&'a str> {
        let of_kind = self.pages.keys().filter(|(other, _)| *other == kind);
        let mut slugs: Vec<&str> = of_kind.map(|(_, slug)| *slug).collect();
        slugs.sort_unstable();
        slugs
    }
}
