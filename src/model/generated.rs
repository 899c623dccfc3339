//! Outputs that are no pages: files for search engines, feed readers, messengers and servers.
//! Each has a fixed address.

use super::{Folder, Kind, Lang, PageId, UrlPath};

/// A generated file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GeneratedFile {
    Robots,
    Llms,
    /// A part of the sitemap, by index into [`super::Site::sitemaps`].
    Sitemap(SitemapPart),
    /// The list of sitemaps, if there are several.
    SitemapIndex,
    /// The newest pages of a kind or on a topic.
    Feed(Lang, FeedSubject, FeedFormat),
    /// All releases, and which one is the latest.
    Releases,
    /// The versions of pages and their sections, by index into [`super::Site::versions`].
    Versions(Lang, u32),
    /// The versions of the pages of [`VERSION_FILES_IN_GROUP`] such files, without their
    /// sections.
    PageVersions(Lang, u32),
    Manifest(Lang),
    Icon(SiteIcon),
    /// Response headers, for static hosts.
    Headers,
    /// Old addresses, for static hosts.
    Redirects,
}

/// A sitemap: the only one, or one of several, by index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitemapPart {
    Only,
    Of(u32),
}

impl SitemapPart {
    /// Returns the index into [`super::Site::sitemaps`].
    pub const fn index(self) -> usize {
        match self {
            SitemapPart::Only => 0,
            SitemapPart::Of(at) => at as usize,
        }
    }
}

/// The pages that a feed has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedSubject {
    Kind(Kind),
    /// The guides on a topic, by its id in the settings.
    Topic(Folder),
}

impl FeedSubject {
    /// Returns the kind of the pages.
    pub const fn kind(self) -> Kind {
        match self {
            FeedSubject::Kind(kind) => kind,
            FeedSubject::Topic(_) => Kind::Guide,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedFormat {
    /// RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    pub const ALL: [FeedFormat; 2] = [FeedFormat::Atom, FeedFormat::Json];

    /// Returns the media type for links and servers.
    pub const fn media_type(self) -> &'static str {
        match self {
            FeedFormat::Atom => "application/atom+xml",
            FeedFormat::Json => "application/feed+json",
        }
    }
}

/// The site's icon as a picture of one size, for programs that do not support SVG.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteIcon {
    /// `/favicon.ico`, which programs request if the page names no icon.
    Favicon,
    /// For the home screen of Apple's devices.
    Apple,
    Small,
    Large,
    /// With a margin around it, so that it can be cropped to any shape.
    Maskable,
}

impl SiteIcon {
    pub const ALL: [SiteIcon; 5] =
        [SiteIcon::Favicon, SiteIcon::Apple, SiteIcon::Small, SiteIcon::Large, SiteIcon::Maskable];

    /// Returns width and height in pixels.
    pub const fn size(self) -> u32 {
        match self {
            SiteIcon::Favicon => 48,
            SiteIcon::Apple => 180,
            SiteIcon::Small => 192,
            SiteIcon::Large | SiteIcon::Maskable => 512,
        }
    }

    const fn path(self) -> &'static str {
        match self {
            SiteIcon::Favicon => "/favicon.ico",
            SiteIcon::Apple => "/apple-touch-icon.png",
            SiteIcon::Small => "/icon-192.png",
            SiteIcon::Large => "/icon-512.png",
            SiteIcon::Maskable => "/icon-maskable.png",
        }
    }
}

/// The subject of a preview image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewOf {
    Page(PageId),
    /// A collection, by index into the language's collections.
    Collection(Lang, u32),
    /// The site in one language: for its home page, and for pages without an image of their
    /// own.
    Site(Lang),
}

/// Returns the address of the preview image of the page at `page`.
pub fn preview_url(page: &UrlPath) -> UrlPath {
    UrlPath::new(["/previews", page.as_str().trim_end_matches('/'), ".png"].concat())
}

impl GeneratedFile {
    /// Returns the address of the file.
    pub fn url(self) -> UrlPath {
        match self {
            GeneratedFile::Robots => UrlPath::new("/robots.txt"),
            GeneratedFile::Llms => UrlPath::new("/llms.txt"),
            GeneratedFile::Sitemap(SitemapPart::Only) | GeneratedFile::SitemapIndex => {
                UrlPath::new("/sitemap.xml")
            }
            GeneratedFile::Sitemap(SitemapPart::Of(at)) => {
                UrlPath::new(format!("/sitemap-{}.xml", at + 1))
            }
            GeneratedFile::Feed(lang, subject, format) => feed_url(lang, subject, format),
            GeneratedFile::Releases => UrlPath::new("/releases.json"),
            GeneratedFile::Versions(lang, at) => {
                versions_folder(lang).join(&[&at.to_string(), ".json"].concat())
            }
            GeneratedFile::PageVersions(lang, at) => {
                versions_folder(lang).join(&["pages-", &at.to_string(), ".json"].concat())
            }
            GeneratedFile::Manifest(lang) => {
                UrlPath::new(format!("/{}/site.webmanifest", lang.code()))
            }
            GeneratedFile::Icon(icon) => UrlPath::new(icon.path()),
            GeneratedFile::Headers => UrlPath::new("/_headers"),
            GeneratedFile::Redirects => UrlPath::new("/_redirects"),
        }
    }
}

/// How many files with the versions of sections share a file with those of the pages alone.
pub const VERSION_FILES_IN_GROUP: usize = 8;

/// Returns the folder of the files with the versions of sections.
pub fn versions_folder(lang: Lang) -> UrlPath {
    UrlPath::home(lang).join("versions/")
}

fn feed_url(lang: Lang, subject: FeedSubject, format: FeedFormat) -> UrlPath {
    let folder = match subject {
        FeedSubject::Kind(kind) => kind.feed_folder(),
        FeedSubject::Topic(topic) => ["topics/", topic.name(), "/"].concat(),
    };
    let extension = match format {
        FeedFormat::Atom => "xml",
        FeedFormat::Json => "json",
    };
    UrlPath::new(format!("/{}/{folder}feed.{extension}", lang.code()))
}
