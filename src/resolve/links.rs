//! Links and images of bodies: from what the editor wrote to what it leads to.

use percent_encoding::percent_decode_str;
use rustc_hash::FxHashSet;

use super::{index::Index, references::listed};
use crate::{
    diag::{Code, Diagnostic, Diagnostics},
    model::{Document, Kind, Lang, Link, LinkKind, Page, PageId, SourcePath, Target, UrlPath, nfc},
};

/// Everything that links are checked against.
pub struct Known<'a> {
    pub pages: &'a [Page],
    pub index: Index<'a>,
    /// The paths of all outputs.
    pub outputs: FxHashSet<&'a str>,
}

/// Address schemes that a link may have.
const SAFE_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The targets of a page's links, in their order. A broken link is reported and
/// leads to its own page, so that the others keep their places.
pub fn of_page(page: &Page, known: &Known, diagnostics: &mut Diagnostics) -> Vec<Target> {
    let mut targets = Vec::with_capacity(page.document.links.len());
    for link in &page.document.links {
        targets.push(target(page, link, known).unwrap_or_else(|problem| {
            diagnostics.push(*problem);
            Target::Anchor("".into())
        }));
    }
    targets
}

type Found = Result<Target, Box<Diagnostic>>;

fn target(page: &Page, link: &Link, known: &Known) -> Found {
    let dest = link.dest.trim();
    if let Some(scheme) = scheme(dest) {
        return external(dest, scheme, link);
    }
    if dest.starts_with("//") {
        return external(dest, "https", link);
    }
    let (path, anchor) = dest.split_once('#').map_or((dest, None), |(p, a)| (p, Some(a)));
    let anchor = anchor.filter(|anchor| !anchor.is_empty()).map(decoded);
    match (link.kind, path) {
        (LinkKind::Image, _) => image(page, link, &decoded(path), known),
        (LinkKind::Link, "") => own_anchor(page, link, anchor),
        (LinkKind::Link, _) if path.starts_with('/') => absolute(link, path, anchor, known),
        (LinkKind::Link, _) => relative(page, link, &decoded(path), anchor, known),
    }
}

/// The scheme of an address that has one (RFC 3986, section 3.1).
fn scheme(dest: &str) -> Option<&str> {
    let (scheme, _) = dest.split_once(':')?;
    let fits = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    fits.then_some(scheme)
}

fn external(dest: &str, scheme: &str, link: &Link) -> Found {
    let safe = SAFE_SCHEMES.iter().any(|known| known.eq_ignore_ascii_case(scheme));
    match link.kind {
        LinkKind::Link if safe => Ok(Target::External(dest.into())),
        LinkKind::Link => {
            Err(Box::new(Diagnostic::new(Code::UnsafeLink, link.span).arg("scheme", scheme)))
        }
        LinkKind::Image => {
            Err(Box::new(Diagnostic::new(Code::ForeignImage, link.span).arg("found", dest)))
        }
    }
}

fn decoded(text: &str) -> String {
    nfc(&percent_decode_str(text).decode_utf8_lossy()).into_owned()
}

fn own_anchor(page: &Page, link: &Link, anchor: Option<String>) -> Found {
    let Some(anchor) = anchor else { return Err(broken(link)) };
    check_anchor(page, link, &anchor)?;
    Ok(Target::Anchor(anchor.into()))
}

fn check_anchor(page: &Page, link: &Link, anchor: &str) -> Result<(), Box<Diagnostic>> {
    let document = &page.document;
    if !document.readable || has_anchor(document, anchor) {
        return Ok(());
    }
    let ids: Vec<&str> = document.outline.iter().map(|heading| &*heading.id).collect();
    Err(Box::new(
        Diagnostic::new(Code::BrokenAnchor, link.span)
            .arg("page", format!("{}.{}.md", document.place.name(), document.place.lang.code()))
            .arg("anchor", anchor)
            .arg("known", listed(&ids))
            .suggest(anchor, ids.iter().copied()),
    ))
}

fn has_anchor(document: &Document, anchor: &str) -> bool {
    document.outline.iter().any(|heading| &*heading.id == anchor)
        || document.html_ids.iter().any(|id| &**id == anchor)
}

/// A link that names an address of this site.
fn absolute(link: &Link, path: &str, anchor: Option<String>, known: &Known) -> Found {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let url = UrlPath::new(decoded(path));
    if known.outputs.contains(url.out_path().as_str()) {
        let fragment = anchor.map_or_else(String::new, |anchor| ["#", &anchor].concat());
        return Ok(Target::Local(url, [query, &fragment].concat().into()));
    }
    Err(broken(link))
}

fn relative(page: &Page, link: &Link, path: &str, anchor: Option<String>, known: &Known) -> Found {
    let Some(path) = own_path(page).join(path) else { return Err(broken(link)) };
    if let Some(stem) = path.as_str().strip_suffix(".md") {
        return to_page(page, link, stem, anchor, known);
    }
    if let Some(id) = known.index.asset(path.as_str()) {
        return Ok(Target::Asset(id));
    }
    let folder = path.as_str().strip_prefix("content/").and_then(Kind::from_folder);
    match folder.filter(|kind| kind.has_collection()) {
        Some(kind) => Ok(Target::Collection { kind, lang: page.lang() }),
        None => Err(broken(link).suggest_asset(path.as_str(), known)),
    }
}

fn own_path(page: &Page) -> SourcePath {
    let place = &page.document.place;
    SourcePath::new(&format!("content/{}.{}.md", place.name(), place.lang.code()))
}

/// A link to another source: `stem` is its path without `.md`, and may end with
/// a language. It leads to the same language wherever that exists.
fn to_page(page: &Page, link: &Link, stem: &str, anchor: Option<String>, known: &Known) -> Found {
    let stem = Lang::ALL
        .into_iter()
        .find_map(|lang| stem.strip_suffix(lang.code())?.strip_suffix('.'))
        .unwrap_or(stem);
    let Some((kind, slug)) = named(stem) else { return Err(broken(link)) };
    let Some(pair) = known.index.page(kind, slug) else {
        return Err(missing_page(link, kind, slug, known));
    };
    let own = *pair.get(page.lang());
    let Some(id) = own.or(*pair.get(page.lang().other())) else { return Err(broken(link)) };
    if let Some(anchor) = &anchor {
        check_anchor(page_of(known, id), link, anchor)?;
    }
    Ok(Target::Page { page: id, anchor: anchor.map(Into::into) })
}

fn page_of<'a>(known: &Known<'a>, id: PageId) -> &'a Page {
    &known.pages[id.0 as usize]
}

/// Kind and slug of `content/guides/slug` or `content/home`.
fn named(stem: &str) -> Option<(Kind, &str)> {
    match stem.strip_prefix("content/")?.split_once('/') {
        None => (stem == "content/home").then_some((Kind::Home, "")),
        Some((folder, slug)) => Some((Kind::from_folder(folder)?, slug)),
    }
}

fn missing_page(link: &Link, kind: Kind, slug: &str, known: &Known) -> Box<Diagnostic> {
    if known.index.is_draft(kind, slug) {
        let draft = Diagnostic::new(Code::DraftLink, link.span);
        return Box::new(draft.arg("found", &*link.dest));
    }
    let written = link.dest.split('#').next().unwrap_or_default();
    let folder = written.rsplit_once('/').map_or("", |(folder, _)| &written[..folder.len() + 1]);
    let slugs = known.index.slugs(kind).into_iter();
    let files: Vec<String> = slugs.map(|slug| [folder, slug, ".md"].concat()).collect();
    Box::new(broken(link).suggest(written, files.iter().map(String::as_str)))
}

fn image(page: &Page, link: &Link, path: &str, known: &Known) -> Found {
    let asset = own_path(page).join(path);
    let id = asset.as_ref().and_then(|asset| known.index.asset(asset.as_str()));
    id.map(Target::Asset).ok_or_else(|| {
        let missing = Diagnostic::new(Code::BrokenImage, link.span).arg("found", &*link.dest);
        Box::new(missing).suggest_asset(asset.as_ref().map_or(path, |a| a.as_str()), known)
    })
}

fn broken(link: &Link) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::BrokenLink, link.span).arg("found", &*link.dest))
}

/// Adds the asset that was probably meant.
trait SuggestAsset {
    fn suggest_asset(self, path: &str, known: &Known) -> Self;
}

impl SuggestAsset for Box<Diagnostic> {
    fn suggest_asset(self, path: &str, known: &Known) -> Self {
        Box::new(self.suggest(path, known.index.asset_paths()))
    }
}
