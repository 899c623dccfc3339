//! The files for search engines, feed readers and servers, and the addresses in sitemaps.

use crate::model::{
    FeedFormat, FeedSubject, Folder, GeneratedFile, Kind, Lang, Page, PageId, PreviewImages,
    PreviewOf, Route, Settings, Site, SiteIcon, SitemapPart, UrlPath, VERSION_FILES_IN_GROUP,
    speaks,
};

/// The most addresses and bytes of one sitemap (sitemaps.org, "Using Sitemap index files"),
/// with some bytes to spare.
const MOST_ADDRESSES: usize = 50_000;
const MOST_BYTES: usize = 50 * 1024 * 1024 - 64 * 1024;

/// The number of pages up to which each gets a preview image of its own unless the settings say
/// otherwise. Drawing an image takes a hundred times as long as rendering a page, which only
/// matters for thousands of pages.
pub const MOST_DRAWN: usize = 500;

/// Returns which pages have a preview image of their own.
pub fn preview_images(settings: &Settings, pages: usize) -> PreviewImages {
    let by_size = if pages <= MOST_DRAWN { PreviewImages::Pages } else { PreviewImages::Site };
    settings.preview_images.unwrap_or(by_size)
}

/// Returns every preview image, with the address of its subject.
pub fn previews(site: &Site, pages: &[Page]) -> Vec<(UrlPath, PreviewOf)> {
    let homes = Lang::ALL.map(|lang| (UrlPath::home(lang), PreviewOf::Site(lang)));
    let own = |(url, route)| match route {
        Route::Collection(lang, at) => Some((url, PreviewOf::Collection(lang, at))),
        Route::Page(id) if pages[id.0 as usize].kind() != Kind::Home => {
            Some((url, PreviewOf::Page(id)))
        }
        _ => None,
    };
    match site.preview_images {
        PreviewImages::Pages => {
            homes.into_iter().chain(indexable(site, pages).filter_map(own)).collect()
        }
        PreviewImages::Site => homes.into(),
        PreviewImages::None => Vec::new(),
    }
}

/// Returns every indexable address, in as few sitemaps as it needs.
pub fn sitemaps(site: &Site, pages: &[Page]) -> Vec<Vec<Route>> {
    split(indexable(site, pages).map(|(url, route)| (length(site, &url), route)))
}

/// Returns the addresses of pages that search engines may list.
fn indexable<'a>(site: &'a Site, pages: &'a [Page]) -> impl Iterator<Item = (UrlPath, Route)> + 'a {
    let entry = [(UrlPath::new("/"), Route::Entry)];
    let made = Lang::ALL.into_iter().flat_map(move |lang| {
        // The home page of a language without pages has nothing to index.
        let home = site.homes.get(lang).is_none() && speaks(&site.settings, pages, lang);
        let home = home.then(|| (UrlPath::home(lang), Route::Home(lang)));
        let lists = site.collections.get(lang).iter().enumerate();
        let lists = lists.map(move |(at, c)| (c.url.clone(), Route::Collection(lang, at as u32)));
        home.into_iter().chain(lists)
    });
    let written = pages.iter().enumerate().filter(|(_, page)| !page.noindex());
    let written = written.map(|(at, page)| (page.url.clone(), Route::Page(PageId(at as u32))));
    entry.into_iter().chain(made).chain(written)
}

/// Returns the most bytes that an address takes in a sitemap, with the addresses of both
/// languages and the default, and the elements around them.
fn length(site: &Site, url: &UrlPath) -> usize {
    const AROUND: usize = 320;
    let base = site.settings.base_url.origin.len() + 3 * site.settings.base_url.base_path.len();
    4 * (base + url.encoded().len()) + AROUND
}

fn split(addresses: impl Iterator<Item = (usize, Route)>) -> Vec<Vec<Route>> {
    let mut maps: Vec<Vec<Route>> = Vec::new();
    let mut remaining = 0;
    for (length, route) in addresses {
        match maps.last_mut() {
            Some(map) if map.len() < MOST_ADDRESSES && length <= remaining => {
                map.push(route);
                remaining -= length;
            }
            _ => {
                maps.push(vec![route]);
                remaining = MOST_BYTES - length.min(MOST_BYTES);
            }
        }
    }
    maps
}

/// The average number of pages in a file with the versions of their sections.
const PAGES_OF_VERSIONS: usize = 20;

/// Returns the pages of each file with the versions of sections in `lang`.
pub fn versions(pages: &[Page], lang: Lang) -> Vec<Vec<PageId>> {
    let pages = pages.iter().enumerate();
    let listed = pages.filter(|(_, page)| page.lang() == lang && !page.noindex());
    let listed: Vec<(usize, &Page)> = listed.collect();
    let files = listed.len().div_ceil(PAGES_OF_VERSIONS);
    let mut parts = vec![Vec::new(); files];
    for (at, page) in listed {
        let part = page.document.place.hash() as usize % files;
        parts[part].push(PageId(at as u32));
    }
    parts
}

/// Returns the files, without those that would be empty.
pub fn files(site: &Site, pages: &[Page]) -> Vec<GeneratedFile> {
    let mut files = vec![GeneratedFile::Robots, GeneratedFile::Llms, GeneratedFile::Headers];
    match site.sitemaps.len() {
        1 => files.push(GeneratedFile::Sitemap(SitemapPart::Only)),
        several => {
            files.push(GeneratedFile::SitemapIndex);
            let part = |at| GeneratedFile::Sitemap(SitemapPart::Of(at as u32));
            files.extend((0..several).map(part));
        }
    }
    if !site.redirects.is_empty() || !site.theme.host_rules.redirects.is_empty() {
        files.push(GeneratedFile::Redirects);
    }
    if Lang::ALL.into_iter().any(|lang| site.collection(Kind::Changelog, lang).is_some()) {
        files.push(GeneratedFile::Releases);
    }
    for lang in Lang::ALL {
        let count = site.versions.get(lang).len();
        files.extend((0..count as u32).map(|at| GeneratedFile::Versions(lang, at)));
        let groups = count.div_ceil(VERSION_FILES_IN_GROUP) as u32;
        files.extend((0..groups).map(|at| GeneratedFile::PageVersions(lang, at)));
    }
    files.extend(Lang::ALL.map(GeneratedFile::Manifest));
    files.extend(SiteIcon::ALL.map(GeneratedFile::Icon));
    files.extend(Lang::ALL.into_iter().flat_map(|lang| feeds(site, pages, lang)));
    files
}

/// Returns the feeds of one language: those of kinds of pages, then those of the topics of
/// guides.
fn feeds(site: &Site, pages: &[Page], lang: Lang) -> Vec<GeneratedFile> {
    let kinds = site.collections.get(lang).iter().map(|collection| collection.kind);
    let kinds: Vec<Kind> = kinds.filter(|kind| site.settings.has_feed(*kind)).collect();
    let mut subjects: Vec<FeedSubject> = kinds.iter().copied().map(FeedSubject::Kind).collect();
    if kinds.contains(&Kind::Guide) {
        let guides = site.listed(Kind::Guide, lang).iter().map(|id| &pages[id.0 as usize]);
        let used: Vec<&str> = guides
            .filter(|page| !page.noindex() && page.published().is_some())
            .filter_map(|page| Some(page.topic()?.value.as_str()))
            .collect();
        let topics = site.settings.topics.iter().map(|topic| topic.id.value.as_str());
        let topics = topics.filter(|topic| used.contains(topic));
        subjects.extend(topics.map(|topic| FeedSubject::Topic(Folder::named(topic))));
    }
    let file =
        |of: FeedSubject| FeedFormat::ALL.map(|format| GeneratedFile::Feed(lang, of, format));
    subjects.into_iter().flat_map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(addresses: usize, length: usize) -> Vec<usize> {
        let all = (0..addresses).map(|at| (length, Route::Page(PageId(at as u32))));
        split(all).iter().map(Vec::len).collect()
    }

    #[test]
    fn a_sitemap_holds_fifty_thousand_addresses_and_fifty_megabytes() {
        assert_eq!(sizes(3, 500), [3]);
        assert_eq!(sizes(50_000, 500), [50_000]);
        assert_eq!(sizes(120_001, 500), [50_000, 50_000, 20_001]);
        assert_eq!(sizes(50_000, 2_000), [26_181, 23_819]);
    }
}
