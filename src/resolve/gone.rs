//! Addresses that an earlier build published and this one does not: readers and search
//! engines still know them, so a page that moved should say where it was.

use std::collections::BTreeSet;

use crate::{
    diag::{Code, Diagnostic, Diagnostics, closest},
    model::{Kind, Lang, OutPath, Page, Site, SourceId, Span},
};

/// Reports every page among `previous`, the outputs of the last build, that has neither
/// a page nor a redirect now. `settings` is the settings' file, where nothing better is
/// known to point at. A site without any page is one problem, and more likely a
/// mistake than a wish.
pub fn gone(site: &Site, previous: &BTreeSet<OutPath>, settings: SourceId) -> Diagnostics {
    // Routes are in the order of their paths.
    let there = |path: &OutPath| site.routes.binary_search_by(|(now, _)| now.cmp(path)).is_ok();
    let lost = previous.iter().filter(|path| !there(path));
    // Both languages of a page go together, and one alias leads to both.
    let names: BTreeSet<&str> = lost.filter_map(|path| page_name(path)).collect();
    let mut diagnostics = Diagnostics::default();
    if site.pages.is_empty() {
        let code = if names.is_empty() { Code::NoPages } else { Code::SiteEmptied };
        diagnostics.push(Diagnostic::new(code, Span::new(settings, 0..0)));
        return diagnostics;
    }
    for name in names {
        let retired = site.settings.retired.iter().any(|retired| retired == name);
        if !retired {
            diagnostics.push(report(site, previous, name, settings));
        }
    }
    diagnostics
}

/// `guides/old` of `en/guides/old/index.html`; `None` for lists and for what is no page.
fn page_name(path: &OutPath) -> Option<&str> {
    let path = path.as_str().strip_suffix("/index.html")?;
    let (lang, name) = path.split_once('/')?;
    let is_list = Kind::FOLDERS.iter().any(|kind| kind.folder() == name);
    (Lang::from_code(lang).is_some() && !is_list).then_some(name)
}

fn report(site: &Site, previous: &BTreeSet<OutPath>, name: &str, settings: SourceId) -> Diagnostic {
    let gone = |span| Diagnostic::new(Code::PageGone, span).arg("name", name);
    match successor(site, previous, name) {
        Some(page) => gone(page.original.front.title.span).hint("renamed"),
        None => gone(Span::new(settings, 0..0)),
    }
}

/// The page that probably took the place of `name`: a new one in the same folder, the
/// only one or the one whose slug is most alike.
fn successor<'s>(site: &'s Site, previous: &BTreeSet<OutPath>, name: &str) -> Option<&'s Page> {
    let (folder, slug) = name.rsplit_once('/')?;
    let is_new =
        |page: &&Page| page.kind().folder() == folder && !previous.contains(&page.url.out_path());
    let new: Vec<&Page> = site.pages.iter().filter(is_new).collect();
    let slugs: BTreeSet<&str> = new.iter().map(|page| &*page.document.place.slug).collect();
    let found = match slugs.len() {
        1 => slugs.first().map(|slug| (*slug).to_owned()),
        _ => closest(slug, slugs.iter().copied()),
    }?;
    new.into_iter().find(|page| *page.document.place.slug == *found)
}
