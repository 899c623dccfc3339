//! Finds pages and assets by the names that editors use for them.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::grouping::PageName;
use crate::model::{Asset, AssetId, Kind, Lang, Page, PageId, PerLang, SourcePath};

/// Look-ups over everything that can be referred to.
#[derive(Debug)]
pub struct Index {
    /// The kinds of the site, in reading order.
    pub kinds: Vec<Kind>,
    /// The pages by kind and slug.
    pages: FxHashMap<Kind, FxHashMap<Box<str>, PerLang<Option<PageId>>>>,
    drafts: Arc<FxHashSet<PageName>>,
    assets: FxHashMap<SourcePath, AssetId>,
}

impl Index {
    pub fn new(
        kinds: Vec<Kind>,
        pages: &[Page],
        drafts: Arc<FxHashSet<PageName>>,
        assets: &[Asset],
    ) -> Self {
        let mut by_kind: FxHashMap<Kind, FxHashMap<_, PerLang<_>>> = FxHashMap::default();
        for (at, page) in pages.iter().enumerate() {
            let place = &page.document.place;
            let of_kind = by_kind.entry(place.kind).or_default();
            let pair = of_kind.entry(place.slug.clone()).or_default();
            *pair.get_mut(place.lang) = Some(PageId(at as u32));
        }
        let assets = assets.iter().enumerate();
        let assets = assets.map(|(at, asset)| (asset.path.clone(), AssetId(at as u32))).collect();
        Index { kinds, pages: by_kind, drafts, assets }
    }

    /// Returns the kind whose pages live in `folder`.
    pub fn kind_in(&self, folder: &str) -> Option<Kind> {
        self.kinds.iter().copied().find(|kind| kind.folder() == folder)
    }

    /// Returns the versions of a page.
    pub fn page(&self, kind: Kind, slug: &str) -> Option<PerLang<Option<PageId>>> {
        self.pages.get(&kind)?.get(slug).copied()
    }

    /// Returns the first of `kinds` that has a page called `slug`, or a draft.
    pub fn kind_of(&self, slug: &str, kinds: impl IntoIterator<Item = Kind>) -> Option<Kind> {
        let has = |kind: &Kind| self.page(*kind, slug).is_some() || self.is_draft(*kind, slug);
        kinds.into_iter().find(has)
    }

    pub fn is_draft(&self, kind: Kind, slug: &str) -> bool {
        !self.drafts.is_empty() && self.drafts.contains(&(kind, slug.into()))
    }

    pub fn home(&self, lang: Lang) -> Option<PageId> {
        *self.page(Kind::Home, "")?.get(lang)
    }

    pub fn asset(&self, path: &str) -> Option<AssetId> {
        self.assets.get(path).copied()
    }

    pub fn asset_paths(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(SourcePath::as_str)
    }

    /// Returns the slugs of `kind`, sorted.
    pub fn slugs(&self, kind: Kind) -> Vec<&str> {
        let of_kind = self.pages.get(&kind).into_iter().flat_map(FxHashMap::keys);
        let mut slugs: Vec<&str> = of_kind.map(|slug| &**slug).collect();
        slugs.sort_unstable();
        slugs
    }
}
