//! Addresses that an earlier build published and this one does not: readers and search
//! engines still use them, so a page that moved should have an alias, and one that was
//! removed on purpose is named in the settings.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Diagnostic, Diagnostics, closest},
    model::{At, Lang, OutPath, Page, Route, Site, SourceId, Span, UrlPath, address},
};

/// The addresses that were published before.
#[derive(Debug, Default)]
pub struct PreviousBuild {
    /// The outputs of the last build.
    pub last: BTreeSet<OutPath>,
    /// Outputs of earlier builds that the last build did not have.
    pub lost: BTreeSet<OutPath>,
}

impl PreviousBuild {
    fn has(&self, path: &OutPath) -> bool {
        self.last.contains(path) || self.lost.contains(path)
    }
}

/// The addresses that earlier builds published and this one does not.
#[derive(Debug, Default)]
pub struct MissingPages {
    /// Addresses that have neither a page nor a redirect now and are not retired. The manifest
    /// keeps them as long as that is so.
    pub lost: BTreeSet<OutPath>,
    /// One problem for each.
    pub diagnostics: Diagnostics,
}

/// The most missing pages of a folder for which a successor is searched.
const MOST_GUESSED: usize = 50;

/// Finds the pages that were published before and are missing now. Problems point at
/// `settings`, the settings file, unless there is a better place.
pub fn find_missing_pages(
    site: &Site,
    previous: &PreviousBuild,
    settings: SourceId,
) -> MissingPages {
    let retired = site.settings.retired.iter().flat_map(|retired| retired.value.addresses());
    let retired: BTreeSet<OutPath> = retired.map(|(_, url)| url.out_path()).collect();
    let is_lost = |path: &&OutPath| {
        page_name(path).is_some() && route(site, path).is_none() && !retired.contains(*path)
    };
    let before = previous.last.iter().chain(&previous.lost);
    let lost: BTreeSet<OutPath> = before.filter(is_lost).cloned().collect();
    let mut names: BTreeMap<&str, Vec<Lang>> = BTreeMap::new();
    for (lang, name) in lost.iter().filter_map(page_name) {
        names.entry(name).or_default().push(lang);
    }
    let mut diagnostics = Diagnostics::default();
    if site.pages.is_empty() {
        // Reported only in the first build that lacks the page, as it is probably a mistake.
        if previous.last.iter().any(|path| lost.contains(path)) {
            diagnostics.push(Diagnostic::new(Code::SiteEmptied, Span::new(settings, 0..0)));
        }
        return MissingPages { lost, diagnostics };
    }
    let successors = Successors::new(site, previous, names.keys().copied());
    for (name, langs) in &names {
        let report = report(site, name, langs, settings);
        diagnostics.push(match successors.get(name) {
            Some(page) => renamed(report, site, page, name),
            None => report,
        });
    }
    MissingPages { lost, diagnostics }
}

/// Reports retired pages that exist, or that have a redirect.
pub fn retired(site: &Site, diagnostics: &mut Diagnostics) {
    for At { value: retired, span } in &site.settings.retired {
        let addresses: Vec<_> = retired.addresses().collect();
        let is_there = |(_, url): &&(Lang, UrlPath)| route(site, &url.out_path()).is_some();
        let Some((_, taken)) = addresses.iter().find(is_there) else { continue };
        let bad = Diagnostic::new(Code::BadRetired, *span);
        let bad = bad.arg("found", retired.name()).arg("taken", taken.as_str());
        diagnostics.push(match addresses.iter().find(|one| !is_there(one)) {
            Some((lang, _)) => {
                bad.arg("name", [lang.code(), "/", &retired.path].concat()).hint("one-language")
            }
            None => bad.hint("taken"),
        });
    }
}

/// Returns the route at `path`, if there is one now.
fn route(site: &Site, path: &OutPath) -> Option<Route> {
    // Routes are in the order of their paths.
    let at = site.routes.binary_search_by(|(now, _)| now.cmp(path)).ok()?;
    Some(site.routes[at].1)
}

/// Returns the name of a page by the path of its output: `guides/old` for
/// `en/guides/old/index.html`; `None` for other outputs.
fn page_name(path: &OutPath) -> Option<(Lang, &str)> {
    let path = path.as_str().strip_suffix("/index.html")?;
    let (lang, name) = path.split_once('/')?;
    Some((Lang::from_code(lang)?, name))
}

/// Reports which addresses are missing. If the page still exists in the other language, an
/// alias or a retirement for both languages would be wrong.
fn report(site: &Site, name: &str, langs: &[Lang], settings: SourceId) -> Diagnostic {
    let addresses: Vec<String> =
        langs.iter().map(|lang| address(*lang, name).as_str().to_owned()).collect();
    let missing = Diagnostic::new(Code::PageGone, Span::new(settings, 0..0));
    let missing = missing.arg("addresses", addresses.join(", ")).arg("name", name);
    match langs {
        [lang] if route(site, &address(lang.other(), name).out_path()).is_some() => {
            missing.arg("lang", lang.code()).hint("one-language")
        }
        _ => missing,
    }
}

/// Points the report at the page that probably replaced the missing one.
fn renamed(mut report: Diagnostic, site: &Site, page: &Page, name: &str) -> Diagnostic {
    report.span = page.original.front.title.span;
    let slug = name.rsplit('/').next().unwrap_or_default();
    let in_feed = site.settings.has_feed(page.kind());
    report.arg("slug", slug).hint(if in_feed { "renamed-in-feeds" } else { "renamed" })
}

/// The new page that probably replaces each missing one, by folder and slug.
struct Successors<'s, 'n>(BTreeMap<(&'n str, &'n str), &'s Page>);

impl<'s, 'n> Successors<'s, 'n> {
    fn new(site: &'s Site, previous: &PreviousBuild, lost: impl Iterator<Item = &'n str>) -> Self {
        let mut by_folder: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (folder, slug) in lost.filter_map(|name| name.rsplit_once('/')) {
            by_folder.entry(folder).or_default().push(slug);
        }
        let mut successors = BTreeMap::new();
        for (folder, slugs) in by_folder {
            let new = |page: &&Page| {
                page.kind().folder() == folder && !previous.has(&page.url.out_path())
            };
            let new: BTreeMap<&str, &Page> = site
                .pages
                .iter()
                .filter(new)
                .map(|page| (&*page.document.place.slug, page))
                .collect();
            let pairs = paired(&slugs, &new).into_iter();
            successors.extend(pairs.map(|(slug, page)| ((folder, slug), page)));
        }
        Successors(successors)
    }

    fn get(&self, name: &str) -> Option<&'s Page> {
        self.0.get(&name.rsplit_once('/')?).copied()
    }
}

/// Pairs missing slugs with new ones of the same folder. If there is one of each, they are a
/// pair; of several, similar ones are paired unless two match the same.
fn paired<'s, 'n>(lost: &[&'n str], new: &BTreeMap<&str, &'s Page>) -> Vec<(&'n str, &'s Page)> {
    if let ([only], Some((_, page)), 1) = (lost, new.first_key_value(), new.len()) {
        return vec![(*only, *page)];
    }
    if lost.len() > MOST_GUESSED {
        return Vec::new();
    }
    let mut claims: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for slug in lost {
        if let Some(near) = closest(slug, new.keys().copied()) {
            claims.entry(near).or_default().push(slug);
        }
    }
    let sure = claims.into_iter().filter_map(|(near, slugs)| match slugs[..] {
        [slug] => Some((slug, *new.get(&*near)?)),
        _ => None,
    });
    sure.collect()
}
