//! `/llms.txt` (llmstxt.org): the contents of the guide as a list that language models can
//! read. Its links lead to the pages as Markdown, if these exist.

use std::fmt::Write;

use crate::{
    diagram::plain,
    model::{Collection, Kind, Lang, Page, PageFile},
    render::{context::Context, markdown::inert},
};

/// Returns the text of the file: first the language in which pages are written, then the other.
pub fn text(context: &Context) -> String {
    let settings = &context.site.settings;
    let source = settings.source_language;
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = writeln!(out, "# {}\n", plain(settings.title(source)));
    for lang in [source, source.other()] {
        if let Some(about) = settings.description(lang) {
            let _ = writeln!(out, "> {}\n", plain(about));
        }
    }
    for lang in [source, source.other()] {
        for collection in context.site.collections.get(lang) {
            list(context, collection, &mut out);
        }
        let unlisted = context.site.settings.kinds().filter(|kind| !kind.has_list());
        unlisted.for_each(|kind| single_pages(context, lang, kind, &mut out));
    }
    inert(out)
}

fn list(context: &Context, collection: &Collection, out: &mut String) {
    let pages = collection.pages.iter().map(|id| context.site.page(*id));
    section(context, collection.lang, collection.kind, pages, out);
}

fn single_pages(context: &Context, lang: Lang, kind: Kind, out: &mut String) {
    let pages = context.site.pages.iter();
    let pages = pages.filter(|page| page.kind() == kind && page.lang() == lang);
    section(context, lang, kind, pages, out);
}

fn section<'a>(
    context: &Context,
    lang: Lang,
    kind: Kind,
    pages: impl Iterator<Item = &'a Page>,
    out: &mut String,
) {
    let mut pages = pages.filter(|page| !page.noindex()).peekable();
    if pages.peek().is_none() {
        return;
    }
    let title = context.strings(lang).label(context.site.settings.title_of(kind, lang));
    let _ = writeln!(out, "## {} ({})\n", plain(&title), lang.own_name());
    for page in pages {
        let title = plain(page.title());
        let url = match page.has_file(PageFile::Markdown, &context.site.settings) {
            true => context.absolute(&page.file_url(PageFile::Markdown)),
            false => context.absolute(&page.url),
        };
        let _ = writeln!(out, "- [{title}]({url}): {}", plain(&page.front().description.value));
    }
    out.push('\n');
}
