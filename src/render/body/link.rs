//! Writes links: their addresses, and notes for readers on links that lead to the other
//! language or another site.

use super::BodyWriter;
use crate::{
    model::{Lang, Target},
    render::context::Medium,
};

impl BodyWriter<'_> {
    pub(super) fn link(&mut self, title: &str) {
        let page = self.page;
        self.open_links.push(self.links);
        self.out.start("a");
        let Some(target) = page.links.get(self.links) else { return };
        self.links += 1;
        self.out.attr("href", &self.href(target));
        if !title.is_empty() {
            self.out.attr("title", title);
        }
        if is_other_site(target) {
            self.out.attr("class", "external").attr("rel", "external noopener");
        }
        if let Some(lang) = self.other_language(target) {
            self.out.attr("hreflang", lang.code());
        }
    }

    /// Returns the address of `target`. In a feed, the page's address comes before an anchor of
    /// the page itself.
    pub(super) fn href(&self, target: &Target) -> String {
        let own = match (self.context.medium, target) {
            (Medium::Feed, Target::Anchor(_)) => self.context.absolute(&self.page.url),
            (Medium::Page | Medium::Feed, _) => String::new(),
        };
        own + &self.context.href(target)
    }

    /// Writes a note after a link's text if the link leads to the other language.
    pub(super) fn link_end(&mut self) {
        let target = self.open_links.pop().and_then(|at| self.page.links.get(at));
        if let Some(lang) = target.and_then(|target| self.other_language(target)) {
            let strings = self.context.strings(self.page.lang());
            let note = strings.get(match lang {
                Lang::En => "in-english",
                Lang::Ko => "in-korean",
            });
            self.out.text(" ").start("small").attr("class", "in-language").text(&note).end();
        }
        self.out.end();
    }

    /// Returns the language of the page that `target` refers to, if it is not this page's.
    pub(super) fn other_language(&self, target: &Target) -> Option<Lang> {
        let Target::Page { page, .. } = target else { return None };
        let lang = self.context.site.page(*page).lang();
        (lang != self.page.lang()).then_some(lang)
    }
}

/// Returns whether a link leads to another site, and not to a mail program.
pub(super) fn is_other_site(target: &Target) -> bool {
    let Target::External(url) = target else { return false };
    let scheme = url.split(':').next().unwrap_or_default();
    url.starts_with("//") || ["http", "https"].iter().any(|http| scheme.eq_ignore_ascii_case(http))
}
