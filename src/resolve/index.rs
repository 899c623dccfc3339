//! Finds pages and assets by the names that editors use for them.

use std::sync::{Arc, OnceLock};

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
    /// The slugs of each kind, sorted when they are first needed.
    slugs: OnceLock<FxHashMap<Kind, Vec<Box<str>>>>,
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
        Index { kinds, pages: by_kind, drafts, assets, slugs: OnceLock::new() }
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
    pub fn slugs(&self, kind: Kind) -> &[Box<str>] {
        let sorted = || {
            let sort = |of_kind: &FxHashMap<Box<str>, _>| {
                let mut slugs: Vec<Box<str>> = of_kind.keys().cloned().collect();
                slugs.sort_unstable();
                slugs
            };
            self.pages.iter().map(|(kind, of_kind)| (*kind, sort(of_kind))).collect()
        };
        self.slugs.get_or_init(sorted).get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Returns the slugs of `kind` next to the position at which `slug` would be sorted in.
    pub fn slugs_near(&self, kind: Kind, slug: &str) -> impl Iterator<Item = &str> + Clone {
        const NEAR: usize = 250;
        let slugs = self.slugs(kind);
        let place = slugs.partition_point(|other| &**other < slug);
        let near = place.saturating_sub(NEAR)..slugs.len().min(place + NEAR);
        slugs[near].iter().map(|slug| &**slug)
    }
}
