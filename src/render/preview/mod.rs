//! Preview images of pages for messengers: 1200 × 630 pixels, drawn by the build.
//!
//! KakaoTalk shows only the middle of an image, twice as wide as high, so the upper and lower
//! 15 pixels contain nothing important. The words are in the page's language. The picture is
//! the page's first diagram if it stays legible, otherwise an illustration of the page's kind.

mod card;
mod illustration;
mod image;
mod wrap;

use std::{borrow::Cow, sync::Arc};

use resvg::tiny_skia::Pixmap;

use crate::{
    diag::{Code, Diagnostic},
    diagram::{self, Arrangement, FlatStyle, Surround},
    fonts,
    model::{Collection, Diagram, Illustration, Lang, Page, PreviewOf, Span},
    render::{context::Context, raster},
};

pub use image::{HEIGHT, PreviewImage, WIDTH};

use card::Words;

/// Returns the image of `subject` as PNG.
pub fn png(context: &Context, subject: PreviewOf) -> Result<Vec<u8>, Box<Diagnostic>> {
    let undrawn = |detail| {
        let start = Span::new(crate::model::SourceId(0), 0..0);
        Box::new(Diagnostic::new(Code::TemplateError, start).detail(detail))
    };
    image(context, subject)?.png().map_err(undrawn)
}

/// Returns the image of `subject`, or the problem of the first character that cannot be drawn.
pub fn image(context: &Context, subject: PreviewOf) -> Result<PreviewImage, Box<Diagnostic>> {
    let site = context.site;
    match subject {
        PreviewOf::Page(id) => for_page(context, site.page(id)),
        PreviewOf::Collection(lang, at) => {
            for_collection(context, &site.collections.get(lang)[at as usize])
        }
        PreviewOf::Site(lang) => for_site(context, lang),
    }
}

/// The most characters of a title on the image.
const LONGEST_TITLE: usize = 200;

/// Returns the visible characters of `title`, shortened with an ellipsis if there are too many.
fn drawn_title(title: &str) -> String {
    let visible = fonts::drawable(title);
    match visible.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => [visible[..end].trim_end(), "…"].concat(),
        None => visible,
    }
}

pub fn for_page(context: &Context, page: &Page) -> Result<PreviewImage, Box<Diagnostic>> {
    let first = page.document.diagrams.iter().flatten().find(|diagram| diagram.data.is_drawn());
    let diagrams = first.map(|diagram| drawn(context, page.lang(), diagram));
    let kind = label(context, page);
    let words = Words {
        title: &drawn_title(page.search_title()),
        kind: &drawn_title(&kind),
        site: &drawn_title(site_title(context, page.lang())),
        illustration: context.site.settings.illustration_of(page),
        palette: context.site.settings.theme.palette(),
        logo: logo(context),
    };
    let lettered = lettered(context, &words, page.front().title.span)?;
    Ok(card::compose(lettered, diagrams))
}

/// Draws both forms of a diagram in a legible reduction: with its labels, but without notes and
/// without characters that the fonts lack.
fn drawn(context: &Context, lang: Lang, diagram: &Diagram) -> card::Diagrams {
    let without_notes = diagram.without_notes();
    let style = FlatStyle {
        strings: context.strings(lang),
        palette: &context.site.settings.theme.palette(),
        surround: Surround::Nothing,
        font_family: fonts::FAMILY,
    };
    let flat = |arrangement| {
        let mut flat = diagram::flat(arrangement, &without_notes, &style);
        if let Cow::Owned(svg) = fonts::without_missing(&flat.svg) {
            flat.svg = svg;
        }
        flat
    };
    card::Diagrams { wide: flat(Arrangement::Wide), narrow: flat(Arrangement::Narrow) }
}

/// Reports words that cannot be drawn. Titles were checked when the site was resolved; other
/// words come from the catalogs.
fn lettered<'w, 'a>(
    context: &Context,
    words: &'w Words<'a>,
    title: Span,
) -> Result<&'w Words<'a>, Box<Diagnostic>> {
    let settings = context.site.settings.title.en.span;
    for (text, span) in [(words.title, title), (words.kind, settings), (words.site, settings)] {
        if let Some(found) = fonts::missing(text) {
            let missing = *missing_glyph(found, span, "label");
            return Err(Box::new(missing.arg("text", text)));
        }
    }
    Ok(words)
}

/// Returns the kind of page in one or two words; for a release, its version.
fn label(context: &Context, page: &Page) -> String {
    match page.version() {
        Some(version) => version.tag.clone(),
        None => context.strings(page.lang()).label(context.site.settings.image_label_of(page)),
    }
}

pub fn for_collection(
    context: &Context,
    collection: &Collection,
) -> Result<PreviewImage, Box<Diagnostic>> {
    let lang = collection.lang;
    let words = Words {
        title: &drawn_title(
            &context.strings(lang).label(context.site.settings.title_of(collection.kind, lang)),
        ),
        kind: &drawn_title(&context.strings(lang).get("preview-list")),
        site: &drawn_title(site_title(context, lang)),
        illustration: collection.kind.info().illustration,
        palette: context.site.settings.theme.palette(),
        logo: logo(context),
    };
    let settings = context.site.settings.title.get(lang).span;
    Ok(card::compose(lettered(context, &words, settings)?, None))
}

pub fn for_site(context: &Context, lang: Lang) -> Result<PreviewImage, Box<Diagnostic>> {
    let settings = &context.site.settings;
    let words = Words {
        title: &drawn_title(site_title(context, lang)),
        kind: &context.strings(lang).get("preview-site"),
        site: settings.base_url.origin.split_once("://").map_or("", |(_, host)| host),
        illustration: Illustration::Gates,
        palette: context.site.settings.theme.palette(),
        logo: logo(context),
    };
    let span = settings.title.get(lang).span;
    Ok(card::compose(lettered(context, &words, span)?, None))
}

/// Returns the site's logo; `None` if it has none, or one that cannot be drawn, which is
/// reported where icons are made from it.
fn logo(context: &Context) -> Option<Arc<Pixmap>> {
    context.site.settings.theme.logo.as_ref()?;
    let file = context.site.theme.asset("icon.svg")?;
    raster::sprite(&file.bytes, card::LOGO)
}

fn site_title<'a>(context: &Context<'a>, lang: Lang) -> &'a str {
    context.site.settings.title(lang)
}

fn missing_glyph(missing: String, span: Span, hint: &'static str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::MissingGlyph, span).arg("found", missing).hint(hint))
}
