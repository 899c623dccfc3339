//! Resolves links and images of bodies to their targets.

use std::{cell::RefCell, ops::Deref, sync::Arc};

use percent_encoding::percent_decode_str;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    digest::Digests,
    index::Index,
    references::{listed, unknown_section},
    routes::Routes,
    web_address::{below_own_address, has_destination, is_of_preview, names_host, scheme},
};
use crate::{
    cache::{ByValue, Cache},
    diag::{Code, Diagnostic, Diagnostics},
    markdown::SAFE_SCHEMES,
    model::{
        Asset, Damage, Document, Glossary, Kind, Lang, Link, LinkKind, OutPath, Page, PageId,
        Route, Site, SiteAddress, SourceId, SourcePath, Target, Term, UrlPath, nfc,
    },
};

/// Results by the inputs that the links of a page depend on: the page itself, the names and
/// anchors of all pages, the assets and, for links that begin with `/`, the outputs.
pub type LinkCache =
    Cache<(Arc<Document>, Arc<Index>, u64, Arc<[Asset]>, Option<Routes>), PageLinks>;

/// The targets of one page's links.
#[derive(Debug)]
pub struct PageLinks {
    targets: Arc<[Target]>,
    problems: Diagnostics,
}

/// Sets the targets of the links of every page.
pub fn resolve_all(
    pages: &mut [Page],
    site: &Site,
    index: &Arc<Index>,
    digests: &Digests,
    cache: &mut LinkCache,
    diagnostics: &mut Diagnostics,
) {
    let own = &site.settings.base_url;
    let (assets, routes, glossary) = (&site.assets, &site.routes, &site.glossary);
    let context = SiteTargets { own, pages, index, assets, routes, glossary };
    let inputs: Vec<_> = pages
        .iter()
        .zip(&digests.pages)
        .map(|(page, digest)| {
            let routes = digest.has_absolute_links.then_some(&site.routes);
            (&page.document, index, ByValue(digests.anchors), &site.assets, routes)
        })
        .collect();
    let all = cache.map(&inputs, |at| PageLinks::new(&pages[at], &context));
    for (page, links) in pages.iter_mut().zip(all) {
        page.links = links.targets.clone();
        diagnostics.append(links.problems.clone());
    }
}

impl PageLinks {
    fn new(page: &Page, site: &SiteTargets) -> PageLinks {
        let mut problems = Diagnostics::default();
        let context = LinkContext { site, anchors: RefCell::default() };
        let targets = targets(page, &context, &mut problems).into();
        PageLinks { targets, problems }
    }
}

/// The most anchors that are compared one by one.
const FEW_ANCHORS: usize = 32;

/// Everything that links can lead to.
struct SiteTargets<'a> {
    /// The address of the site.
    own: &'a SiteAddress,
    pages: &'a [Page],
    index: &'a Index,
    assets: &'a [Asset],
    /// All outputs, in the order of their paths.
    routes: &'a Routes,
    glossary: &'a Glossary,
}

/// The data that the links of one page are checked against.
struct LinkContext<'a> {
    site: &'a SiteTargets<'a>,
    /// The anchors of the pages that links named so far, where a page has many.
    anchors: RefCell<FxHashMap<SourceId, FxHashSet<&'a str>>>,
}

impl<'a> Deref for LinkContext<'a> {
    type Target = SiteTargets<'a>;

    fn deref(&self) -> &SiteTargets<'a> {
        self.site
    }
}

impl<'a> LinkContext<'a> {
    fn has_anchor(&self, document: &'a Document, anchor: &str) -> bool {
        let headings = document.outline.iter().map(|heading| &*heading.id);
        let mut all = headings.chain(document.html_ids.iter().map(|id| &**id));
        if document.outline.len() + document.html_ids.len() <= FEW_ANCHORS {
            return all.any(|id| id == anchor);
        }
        let mut known = self.anchors.borrow_mut();
        known.entry(document.source).or_insert_with(|| all.collect()).contains(anchor)
    }
}

impl SiteTargets<'_> {
    fn output(&self, path: &OutPath) -> Option<Route> {
        let at = self.routes.binary_search_by(|(output, _)| output.cmp(path)).ok()?;
        Some(self.routes[at].1)
    }
}

/// Returns the targets of a page's links in their order. A broken link is reported and gets its
/// own page as target, so that the others keep their positions.
fn targets<'a>(
    page: &'a Page,
    context: &LinkContext<'a>,
    diagnostics: &mut Diagnostics,
) -> Vec<Target> {
    let mut targets = Vec::with_capacity(page.document.links.len());
    for link in &page.document.links {
        targets.push(target(page, link, context).unwrap_or_else(|problem| {
            diagnostics.push(*problem);
            Target::Anchor("".into())
        }));
        if let (LinkKind::Image, Some(Target::Asset(id))) = (link.kind, targets.last()) {
            diagnostics.extend(damage(link, &context.assets[id.0 as usize]));
        }
    }
    targets
}

/// Returns the problem of the image that `link` shows, if any.
fn damage(link: &Link, asset: &Asset) -> Option<Diagnostic> {
    let code = match asset.damage? {
        Damage::Unreadable => Code::DamagedImage,
        Damage::NoSize => Code::UnsizedImage,
    };
    Some(Diagnostic::new(code, link.span).arg("found", &*link.dest))
}

type ResolvedLink = Result<Target, Box<Diagnostic>>;

fn target<'a>(page: &'a Page, link: &Link, context: &LinkContext<'a>) -> ResolvedLink {
    let dest = link.dest.trim();
    if let (LinkKind::Link, Some(id)) = (link.kind, dest.strip_prefix("term:")) {
        return term(page, link, id, context.glossary);
    }
    if let Some(path) = below_own_address(dest, context.own) {
        let (path, suffix) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
        let path = if path.is_empty() { "/" } else { path };
        return absolute(page, (link, path), &Suffix::new(suffix), context);
    }
    if let Some(scheme) = scheme(dest) {
        return external(dest, scheme, link);
    }
    if dest.starts_with("//") {
        return external(dest, "https", link);
    }
    let (path, suffix) = dest.split_at(dest.find(['?', '#']).unwrap_or(dest.len()));
    let suffix = Suffix::new(suffix);
    match (link.kind, path) {
        (_, path) if path.starts_with('/') => absolute(page, (link, path), &suffix, context),
        (LinkKind::Image, _) => image(page, link, &decoded(path), context),
        (LinkKind::Link, "") => own_anchor(page, link, suffix, context),
        (LinkKind::Link, _) => relative(page, link, &decoded(path), suffix, context),
    }
}

/// The part of a link after its path.
struct Suffix<'a> {
    /// The suffix as written, including `?` and `#`.
    whole: &'a str,
    query: bool,
    /// The part after `#`, decoded.
    anchor: Option<String>,
}

impl<'a> Suffix<'a> {
    fn new(whole: &'a str) -> Self {
        let anchor = whole.split_once('#').map(|(_, anchor)| anchor).filter(|a| !a.is_empty());
        Suffix { whole, query: whole.starts_with('?'), anchor: anchor.map(decoded) }
    }
}

/// Returns a link to the term `id` of the glossary.
fn term(page: &Page, link: &Link, id: &str, glossary: &Glossary) -> ResolvedLink {
    let term = glossary.named(id);
    let entries = term.map(|term| &term.entries);
    let shown = |lang: Lang| {
        let entry = entries.and_then(|entries| entries.get(lang).as_ref());
        entry.filter(|entry| entry.fields.is_shown())
    };
    let entry = shown(page.lang()).or_else(|| shown(page.lang().other()));
    match entry {
        Some(entry) => Ok(Target::Page { page: entry.page, anchor: Some(Term::anchor(id).into()) }),
        None => {
            let is_shown = |term: &&Term| {
                let entries =
                    Lang::ALL.into_iter().filter_map(|lang| term.entries.get(lang).as_ref());
                entries.into_iter().any(|entry| entry.fields.is_shown())
            };
            let ids: Vec<&str> =
                glossary.terms.iter().filter(is_shown).map(|term| &*term.id).collect();
            let unknown = Diagnostic::new(Code::UnknownTerm, link.span)
                .arg("found", id)
                .arg("known", listed(ids.iter().copied()));
            Err(Box::new(match ids.is_empty() {
                true => unknown.hint("none"),
                false => unknown.suggest(id, ids.iter().copied()),
            }))
        }
    }
}

fn external(dest: &str, scheme: &str, link: &Link) -> ResolvedLink {
    let safe = SAFE_SCHEMES.iter().any(|safe| safe.eq_ignore_ascii_case(scheme));
    match link.kind {
        LinkKind::Link if is_of_preview(dest) => Err(Box::new(broken(link).hint("preview"))),
        LinkKind::Link if safe && !has_destination(dest, scheme) => Err(broken(link)),
        LinkKind::Link if safe => Ok(Target::External(dest.into())),
        LinkKind::Link => {
            Err(Box::new(Diagnostic::new(Code::UnsafeLink, link.span).arg("scheme", scheme)))
        }
        LinkKind::Image => {
            Err(Box::new(Diagnostic::new(Code::ForeignImage, link.span).arg("found", dest)))
        }
    }
}

pub fn decoded(text: &str) -> String {
    nfc(&percent_decode_str(text).decode_utf8_lossy()).into_owned()
}

fn own_anchor<'a>(
    page: &'a Page,
    link: &Link,
    suffix: Suffix,
    context: &LinkContext<'a>,
) -> ResolvedLink {
    let Some(anchor) = suffix.anchor else { return Err(broken(link)) };
    if let Some(target) = in_original(page, &anchor, context) {
        return Ok(target);
    }
    check_anchor(page, link, &anchor, context)?;
    Ok(Target::Anchor(anchor.into()))
}

/// Returns the section `anchor` of the original, if `page` leaves it out because it is marked as not
/// translated yet.
fn in_original<'a>(page: &'a Page, anchor: &str, context: &LinkContext<'a>) -> Option<Target> {
    let original = page.translation.filter(|_| page.document.masked.is_some())?;
    let has_anchor = |page: &'a Page| context.has_anchor(&page.document, anchor);
    let is_left_out = !has_anchor(page) && has_anchor(page_of(context, original));
    is_left_out.then(|| Target::Page { page: original, anchor: Some(anchor.into()) })
}

fn check_anchor<'a>(
    page: &'a Page,
    link: &Link,
    anchor: &str,
    context: &LinkContext<'a>,
) -> Result<(), Box<Diagnostic>> {
    let document = &page.document;
    if !document.readable || context.has_anchor(document, anchor) {
        return Ok(());
    }
    Err(Box::new(unknown_section(document, anchor, link.span)))
}

/// Resolves a link that names an address of this site.
fn absolute(
    page: &Page,
    (link, path): (&Link, &str),
    suffix: &Suffix,
    context: &LinkContext,
) -> ResolvedLink {
    let url = UrlPath::new(decoded(path));
    let Some(route) = context.output(&url.out_path()) else {
        return Err(suggest_page(broken(link), page, url.as_str(), context));
    };
    if let (Route::Page(id), Some(anchor)) = (route, &suffix.anchor) {
        check_anchor(page_of(context, id), link, anchor, context)?;
    }
    Ok(Target::Local(url, suffix.whole.into()))
}

fn relative(
    page: &Page,
    link: &Link,
    path: &str,
    suffix: Suffix,
    context: &LinkContext,
) -> ResolvedLink {
    let Some(path) = own_path(page).join(path) else { return Err(broken(link)) };
    if let Some(stem) = path.as_str().strip_suffix(".md") {
        return to_page(page, link, stem, suffix, context);
    }
    if let Some(id) = context.index.asset(path.as_str()) {
        return Ok(match suffix.whole {
            "" => Target::Asset(id),
            whole => Target::Local(context.assets[id.0 as usize].url.clone(), whole.into()),
        });
    }
    let folder = path.as_str().strip_prefix("content/");
    let kind = folder.and_then(|folder| context.index.kind_in(folder));
    match (kind.filter(|kind| kind.has_list()), suffix.anchor) {
        (Some(kind), None) => Ok(Target::Collection { kind, lang: page.lang() }),
        _ => {
            let broken = suggest_page(broken(link), page, path.as_str(), context);
            if broken.hint.is_some() {
                return Err(broken);
            }
            Err(suggest_asset(broken, page, path.as_str(), context))
        }
    }
}

fn own_path(page: &Page) -> SourcePath {
    let place = &page.document.place;
    SourcePath::new(&format!("content/{}.{}.md", place.name(), place.lang.code()))
}

/// Resolves a link to another page. `stem` is the path of its file without `.md`, and may end
/// with a language. The link leads to the same language if that version exists.
fn to_page(
    page: &Page,
    link: &Link,
    stem: &str,
    suffix: Suffix,
    context: &LinkContext,
) -> ResolvedLink {
    let stem = Lang::ALL
        .into_iter()
        .find_map(|lang| stem.strip_suffix(lang.code())?.strip_suffix('.'))
        .unwrap_or(stem);
    let (kind, slug) = named(stem, context.index);
    let Some(pair) = kind.and_then(|kind| context.index.page(kind, slug)) else {
        return Err(missing_page(page, link, kind, slug, context));
    };
    let own = *pair.get(page.lang());
    let Some(id) = own.or(*pair.get(page.lang().other())) else {
        return Err(missing_page(page, link, kind, slug, context));
    };
    if let Some(anchor) = &suffix.anchor {
        if let Some(target) = in_original(page_of(context, id), anchor, context) {
            return Ok(target);
        }
        check_anchor(page_of(context, id), link, anchor, context)?;
    }
    match suffix.query {
        true => Ok(Target::Local(page_of(context, id).url.clone(), suffix.whole.into())),
        false => Ok(Target::Page { page: id, anchor: suffix.anchor.map(Into::into) }),
    }
}

fn page_of<'a>(context: &LinkContext<'a>, id: PageId) -> &'a Page {
    &context.pages[id.0 as usize]
}

/// Returns the kind and the slug of `content/guides/slug` or `content/home`; no kind if no page
/// can be there.
fn named<'s>(stem: &'s str, index: &Index) -> (Option<Kind>, &'s str) {
    if stem == "content/home" {
        return (Some(Kind::Home), "");
    }
    let (folder, slug) = stem.rsplit_once('/').unwrap_or(("", stem));
    (folder.strip_prefix("content/").and_then(|folder| index.kind_in(folder)), slug)
}

/// Suggests the page with the most similar slug, as a path from `page`: first of the named
/// kind, then of any kind.
fn missing_page(
    page: &Page,
    link: &Link,
    kind: Option<Kind>,
    slug: &str,
    context: &LinkContext,
) -> Box<Diagnostic> {
    if kind.is_some_and(|kind| context.index.is_draft(kind, slug)) {
        let draft = Diagnostic::new(Code::DraftLink, link.span);
        return Box::new(draft.arg("found", &*link.dest));
    }
    let kinds = kind.into_iter().chain(context.index.kinds.iter().copied());
    let mut near = kinds.filter_map(|kind| {
        Some((kind, crate::diag::closest(slug, context.index.slugs_near(kind, slug))?))
    });
    match near.next() {
        Some((kind, slug)) => {
            let file = ["content/", kind.folder(), "/", &slug, ".md"].concat();
            let path = relative_to(page, &file);
            Box::new(broken(link).arg("suggestion", path).hint("did-you-mean"))
        }
        None => broken(link),
    }
}

/// Returns the path of `file` relative to `page`, as a link would be written.
fn relative_to(page: &Page, file: &str) -> String {
    let own = own_path(page);
    let folder = [own.folder(), "/"].concat();
    match file.strip_prefix(&folder) {
        Some(path) => path.to_owned(),
        None if page.kind() == Kind::Home => file.replacen("content/", "", 1),
        None => file.replacen("content/", "../", 1),
    }
}

fn image(page: &Page, link: &Link, path: &str, context: &LinkContext) -> ResolvedLink {
    if path.is_empty() {
        return Err(broken(link));
    }
    let asset = own_path(page).join(path);
    let id = asset.as_ref().and_then(|asset| context.index.asset(asset.as_str()));
    id.map(Target::Asset).ok_or_else(|| {
        let missing = Diagnostic::new(Code::BrokenImage, link.span).arg("found", &*link.dest);
        suggest_asset(Box::new(missing), page, asset.as_ref().map_or(path, |a| a.as_str()), context)
    })
}

fn broken(link: &Link) -> Box<Diagnostic> {
    let dest = link.dest.trim();
    let is_whole = scheme(dest).is_some_and(|scheme| has_destination(dest, scheme));
    let mut address = dest;
    while let Some(rest) = scheme(address).and_then(|scheme| address.get(scheme.len() + 1..)) {
        address = rest.trim_start_matches('/');
    }
    if matches!(address, "" | "#") {
        return Box::new(Diagnostic::new(Code::EmptyLink, link.span).arg("case", "address"));
    }
    let problem = Diagnostic::new(Code::BrokenLink, link.span).arg("found", dest);
    let problem = problem.arg("address", address);
    let is_mail = address.contains('@') && !address.contains('/');
    Box::new(match () {
        () if is_whole => problem,
        () if is_mail => problem.hint("mail"),
        () if address != dest || names_host(address) => problem.hint("website"),
        () => problem,
    })
}

/// Adds the page that was probably meant by an address, or by a path with a wrong or missing
/// ending.
fn suggest_page(
    problem: Box<Diagnostic>,
    page: &Page,
    path: &str,
    context: &LinkContext,
) -> Box<Diagnostic> {
    let path = path.trim_matches('/');
    let path = path.strip_suffix("/index.html").unwrap_or(path);
    let endings = [".html", ".htm", ".md", ".markdown", ".en", ".ko"];
    let stem = endings.iter().fold(path, |stem, ending| stem.strip_suffix(ending).unwrap_or(stem));
    let stem = stem.strip_prefix("content/").unwrap_or(stem);
    let languages = ["en/", "ko/"];
    let stem = languages.iter().find_map(|lang| stem.strip_prefix(lang)).unwrap_or(stem);
    let file = ["content/", stem].concat();
    let (kind, slug) = named(&file, context.index);
    match kind.and_then(|kind| context.index.page(kind, slug)) {
        Some(_) => {
            let suggestion = relative_to(page, &[&file, ".md"].concat());
            Box::new(problem.arg("suggestion", suggestion).hint("did-you-mean"))
        }
        None => problem,
    }
}

/// Adds the asset that was probably meant: a similar one with the same extension.
fn suggest_asset(
    problem: Box<Diagnostic>,
    page: &Page,
    path: &str,
    context: &LinkContext,
) -> Box<Diagnostic> {
    let Some((_, extension)) = path.rsplit_once('.') else { return problem };
    let alike = context.index.asset_paths().filter(|asset| {
        asset.rsplit_once('.').is_some_and(|(_, other)| other.eq_ignore_ascii_case(extension))
    });
    match crate::diag::closest(path, alike) {
        Some(asset) => {
            let shown = relative_to(page, &asset);
            Box::new(problem.arg("suggestion", shown).hint("did-you-mean"))
        }
        None => problem,
    }
}
