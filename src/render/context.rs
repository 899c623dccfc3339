//! The data that every renderer may use, and the form of the addresses that it writes.

use super::template::Templates;
use crate::{
    diag::Diagnostic,
    highlight::Highlighter,
    i18n::{Catalogs, Strings},
    model::{Lang, Page, PageId, PerLang, Site, Target, UrlPath},
    source::Sources,
};

/// The medium for which a body is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page of the site, with its styles.
    Page,
    /// A feed, which is shown outside the site and without its styles, so addresses are
    /// absolute.
    Feed,
}

/// The resolved site and the means to render it.
pub struct Context<'a> {
    pub site: &'a Site,
    pub sources: &'a Sources,
    pub catalogs: &'a Catalogs,
    pub templates: &'a Templates,
    pub highlighter: &'a Highlighter,
    pub medium: Medium,
    /// The prefix of every id in a body, so that two bodies can be on one page; empty on pages
    /// of the site.
    pub id_prefix: &'a str,
    /// The addresses of the preview images that pages share.
    pub site_previews: &'a PerLang<Option<String>>,
}

impl<'a> Context<'a> {
    pub fn strings(&self, lang: Lang) -> &'a Strings {
        self.catalogs.get(lang)
    }

    /// Returns the Markdown of a page.
    pub fn body_text(&self, page: &'a Page) -> &'a str {
        self.sources.body(&page.document)
    }

    /// Returns the address of `target` in the form for `href` and `src`.
    pub fn href(&self, target: &Target) -> String {
        match target {
            Target::Page { page, anchor } => {
                with_fragment(self.page_href(*page), anchor.as_deref().unwrap_or_default())
            }
            Target::Collection { kind, lang } => match self.site.collection(*kind, *lang) {
                Some(collection) => self.url_href(&collection.url),
                None => self.url_href(&UrlPath::home(*lang)),
            },
            Target::Anchor(anchor) if anchor.is_empty() => String::new(),
            Target::Anchor(anchor) => with_fragment(String::new(), &self.id(anchor)),
            Target::Asset(id) => self.url_href(&self.site.asset(*id).url),
            Target::Local(url, rest) => [self.url_href(url).as_str(), rest].concat(),
            Target::External(url) => url.to_string(),
        }
    }

    /// Returns `id` with the prefix of the body.
    pub fn id(&self, id: &str) -> String {
        [self.id_prefix, id].concat()
    }

    pub fn page_href(&self, id: PageId) -> String {
        self.url_href(&self.site.page(id).url)
    }

    /// Returns the address of `url`, with its host if the reader may be outside the site.
    fn url_href(&self, url: &UrlPath) -> String {
        match self.medium {
            Medium::Page => self.site.settings.base_url.href(url),
            Medium::Feed => self.absolute(url),
        }
    }

    /// Returns the address with scheme and host.
    pub fn absolute(&self, url: &UrlPath) -> String {
        [self.site.settings.base_url.origin.as_str(), &self.site.settings.base_url.href(url)]
            .concat()
    }

    /// Renders the template component `name`.
    pub fn component(
        &self,
        page: &Page,
        name: &'static str,
        args: &[(&'static str, &str)],
        body: &str,
    ) -> Result<String, Box<Diagnostic>> {
        let what = page.document.place.file();
        self.templates.component(page.lang(), name, args, body, &what)
    }
}

fn with_fragment(mut address: String, anchor: &str) -> String {
    if !anchor.is_empty() {
        address.push('#');
        address.push_str(anchor);
    }
    address
}
