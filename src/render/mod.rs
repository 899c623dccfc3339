//! Stage three: renders one output, on request.
//!
//! [`render`] is a pure function of the resolved site and the theme. It does not depend on
//! whether its bytes go to a disk or to a browser.

mod body;
mod context;
mod data;
mod followed;
mod footnotes;
mod glue;
mod markdown;
mod meta;
pub mod preview;
mod ranking_map;
mod ranking_table;
mod raster;
mod seo;
pub mod server_config;
mod template;
mod view;

use bytes::Bytes;

pub use body::{BodySection, RenderedBody};
pub use context::{Context, Medium};
pub use template::Templates;

use crate::{
    diag::Diagnostic,
    diagram::{
        self,
        decision::{DecisionFile, FileWords},
    },
    i18n::Catalogs,
    model::{Collection, Lang, Page, PageFile, PerLang, Route, Site},
    schema::Declaration,
};

/// Returns the bytes of `route`, or the error in its template. Parts that a page or a file must
/// not contain are left out.
pub fn render(context: &Context, route: Route) -> Result<Bytes, Box<Diagnostic>> {
    match route {
        Route::Page(id) => view::page(context, context.site.page(id)).map(Bytes::from),
        Route::Home(lang) => view::generated_home(context, lang).map(Bytes::from),
        Route::Collection(lang, at) => {
            let collection = &context.site.collections.get(lang)[at as usize];
            view::collection(context, collection).map(Bytes::from)
        }
        Route::CollectionMarkdown(lang, at) => {
            let collection = &context.site.collections.get(lang)[at as usize];
            Ok(markdown::collection(context, collection).into())
        }
        Route::Entry => view::entry(context).map(Bytes::from),
        Route::NotFound => view::not_found(context).map(Bytes::from),
        Route::Search(lang) => view::search(context, lang).map(Bytes::from),
        Route::Redirect(at) => {
            view::redirect(context, &context.site.redirects[at as usize]).map(Bytes::from)
        }
        Route::Asset(id) => match &context.site.asset(id).refused {
            Some(refused) => Err(refused.clone()),
            None => Ok(context.sources.get(context.site.asset(id).source).bytes.clone()),
        },
        Route::Diagram(id, at) => {
            let page = context.site.page(id);
            let diagram = page.document.diagrams.get(at as usize).and_then(Option::as_ref);
            let strings = context.strings(page.lang());
            let palette = context.site.settings.theme.palette();
            let file = diagram.map(|diagram| diagram::standalone(diagram, strings, &palette));
            Ok(file.unwrap_or_default().into_bytes().into())
        }
        Route::Decision(id, at) => Ok(decision_file(context, context.site.page(id), at).into()),
        Route::Beside(id, file) => beside(context, context.site.page(id), file).map(Bytes::from),
        Route::Preview(of) => preview::png(context, of).map(Bytes::from),
        Route::Generated(file) => seo::file(context, file).map(Bytes::from),
        Route::ThemeFile(at) => Ok(context.site.theme.files[at as usize].bytes.clone()),
    }
}

/// Returns a file in the folder of `page`.
fn beside(context: &Context, page: &Page, file: PageFile) -> Result<Vec<u8>, Box<Diagnostic>> {
    match file {
        PageFile::Markdown => markdown::page(context, page).map(String::into_bytes),
        PageFile::Data => Ok(data::of_page(context, page)),
        PageFile::Reminder => Ok(data::reminder(context, page).into_bytes()),
    }
}

/// Returns a decision as JSON.
fn decision_file(context: &Context, page: &Page, at: u32) -> Vec<u8> {
    let at = at as usize;
    let Some(Some(diagram)) = page.document.diagrams.get(at) else { return Vec::new() };
    let Some(decision) = diagram.data.as_decision() else { return Vec::new() };
    let words = FileWords {
        diagram,
        strings: context.strings(page.lang()),
        links: &followed::links_of_diagram(context, page, at),
        page: context.absolute(&page.url),
        page_title: page.title(),
    };
    let file = serde_json::to_string(&DecisionFile::whole(decision, &words));
    // A struct of strings and numbers can always be written as JSON.
    file.unwrap_or_default().into_bytes()
}

/// Renders `route` to find errors in its template; of a list, only the first few pages.
pub fn try_out(context: &Context, route: Route) -> Result<(), Box<Diagnostic>> {
    const FEW: usize = 20;
    let Route::Collection(lang, at) = route else { return render(context, route).map(drop) };
    let whole = &context.site.collections.get(lang)[at as usize];
    let pages = whole.pages.iter().take(FEW).copied().collect();
    let few = Collection { pages, url: whole.url.clone(), ..*whole };
    view::collection(context, &few).map(drop)
}

/// Returns the declarations of the published JSON files by their names.
pub fn file_declarations() -> Vec<(&'static str, Declaration)> {
    data::declarations()
}

/// Renders the body of a page by itself, with `id_prefix` before every id in it.
pub fn body(
    context: Context,
    page: &Page,
    id_prefix: &str,
) -> Result<RenderedBody, Box<Diagnostic>> {
    body::render(&Context { id_prefix, ..context }, page)
}

/// Returns a hash of everything that the bytes of `route` depend on; `None` for outputs that
/// are cheap to render.
pub fn key(context: &Context, route: Route) -> Option<String> {
    let Route::Preview(of) = route else { return None };
    Some(preview::image(context, of).ok()?.key())
}

/// Returns the addresses of the preview images that pages share. They are computed once per
/// site.
pub fn site_previews(context: &Context) -> PerLang<Option<String>> {
    PerLang::from_fn(|lang| seo::site_preview(context, lang))
}

/// Returns the titles of the lists of pages.
pub fn list_titles(site: &Site, catalogs: &Catalogs) -> PerLang<Vec<String>> {
    PerLang::from_fn(|lang| {
        let lists = site.collections.get(lang).iter();
        let title = |list: &Collection| site.settings.title_of(list.kind, lang);
        lists.map(|list| catalogs.get(lang).label(title(list))).collect()
    })
}

/// Prepares the parts that all pages share. Must be called once per site, before the first
/// [`render`].
pub fn share(templates: &mut Templates, site: &Site, catalogs: &Catalogs) {
    for lang in Lang::ALL {
        let shared = view::site_view(site, catalogs.get(lang), lang);
        templates.share(lang, &shared);
    }
}
