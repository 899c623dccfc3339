//! Preview images: what messengers show of a page, 1200 × 630 pixels, drawn at build.
//!
//! KakaoTalk shows only the middle of such an image, twice as wide as it is high, so
//! nothing that matters stands in the upper and lower 15 pixels. The words are those of
//! the page's language; its first diagram is on it where that stays legible, and else a
//! drawing that stands for its kind.

mod card;
mod illustration;
mod wrap;

use resvg::tiny_skia::Color;

use crate::{
    diag::{Code, Diagnostic},
    diagram::{self, Arrangement, Flat, Surround},
    fonts,
    model::{Collection, Diagram, Kind, KindFacts, Lang, Page, PreviewOf, Span, Topic},
    render::{context::Context, raster, view},
};

use card::Words;
use illustration::Illustration;

/// The size that Open Graph readers agree on.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Changes when the same SVG is drawn differently than by earlier versions.
const DRAWING: &str = "3";

/// An image before it is drawn.
pub struct Image {
    svg: String,
    /// The page's first diagram, and where it stands: factor, x and y.
    diagram: Option<(Flat, card::Place)>,
}

impl Image {
    /// What the bytes depend on, as a hash: two images of one key are the same.
    pub fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(DRAWING.as_bytes());
        hasher.update(fonts::print());
        hasher.update(self.svg.as_bytes());
        if let Some((flat, place)) = &self.diagram {
            hasher.update(flat.svg.as_bytes());
            hasher.update(format!("{place:?}").as_bytes());
        }
        hasher.finalize().to_hex()[..16].to_owned()
    }

    /// Draws it.
    pub fn png(&self) -> Result<Vec<u8>, String> {
        let mut canvas = raster::Canvas::new(WIDTH, HEIGHT, Color::WHITE);
        canvas.draw(&self.svg, 1.0, 0.0, 0.0)?;
        if let Some((flat, place)) = &self.diagram {
            canvas.draw(&flat.svg, place.scale, place.x, place.y)?;
        }
        canvas.png()
    }
}

/// The bytes of the image of `of`.
pub fn png(context: &Context, of: PreviewOf) -> Result<Vec<u8>, Box<Diagnostic>> {
    let undrawn = |detail| {
        let start = Span::new(crate::model::SourceId(0), 0..0);
        Box::new(Diagnostic::new(Code::TemplateError, start).arg("detail", detail))
    };
    image(context, of)?.png().map_err(undrawn)
}

/// The image of `of`, or what its words hold that cannot be drawn.
pub fn image(context: &Context, of: PreviewOf) -> Result<Image, Box<Diagnostic>> {
    let site = context.site;
    match of {
        PreviewOf::Page(id) => of_page(context, site.page(id)),
        PreviewOf::Collection(lang, at) => {
            of_collection(context, &site.collections.get(lang)[at as usize])
        }
        PreviewOf::Site(lang) => of_site(context, lang),
    }
}

pub fn of_page(context: &Context, page: &Page) -> Result<Image, Box<Diagnostic>> {
    let first = page.document.diagrams.iter().flatten().next();
    let diagrams = first.map(|diagram| drawn(context, page.lang(), diagram));
    let kind = label(context, page);
    let words = Words {
        title: &fonts::visible(shown_title(page)),
        kind: &kind,
        site: site_title(context, page.lang()),
        motif: Illustration::of(page.kind(), topic(page)),
    };
    let lettered = lettered(context, &words, page.front().title.span)?;
    Ok(card::compose(lettered, diagrams.transpose()?))
}

fn topic(page: &Page) -> Option<Topic> {
    match &page.facts()?.kind {
        KindFacts::Guide(guide) => Some(guide.topic),
        _ => None,
    }
}

/// Both forms of a diagram as far as it can be read from afar: with its labels, or not
/// at all.
fn drawn(
    context: &Context,
    lang: Lang,
    diagram: &Diagram,
) -> Result<card::Diagrams, Box<Diagnostic>> {
    let brief = diagram.without_notes();
    let flat = |arrangement| {
        let strings = context.strings(lang);
        diagram::flat(arrangement, &brief, strings, Surround::Nothing, fonts::FAMILY)
    };
    let (wide, narrow) = (flat(Arrangement::Wide), flat(Arrangement::Narrow));
    match fonts::missing(&wide.svg) {
        Some(found) => {
            let place = found.chars().find_map(|c| diagram.places.of_char(c));
            Err(missing_glyph(found, place.unwrap_or(diagram.id.span), "diagram"))
        }
        None => Ok(card::Diagrams { wide, narrow }),
    }
}

/// Words that can be drawn. Titles were looked at when the site was resolved; what is
/// left comes from the catalogs.
fn lettered<'w, 'a>(
    context: &Context,
    words: &'w Words<'a>,
    title: Span,
) -> Result<&'w Words<'a>, Box<Diagnostic>> {
    let settings = context.site.settings.title_span.en;
    for (text, span) in [(words.title, title), (words.kind, settings), (words.site, settings)] {
        if let Some(found) = fonts::missing(text) {
            let missing = *missing_glyph(found, span, "label");
            return Err(Box::new(missing.arg("text", text)));
        }
    }
    Ok(words)
}

/// The title that search engines see is shown to messengers too.
pub fn shown_title(page: &Page) -> &str {
    page.front().seo.title.as_ref().map_or(page.title(), |title| &title.value)
}

/// What kind of page it is, in a word or two; a release says which.
fn label(context: &Context, page: &Page) -> String {
    let strings = context.strings(page.lang());
    if let Some(version) = view::version(page) {
        return version.to_owned();
    }
    match view::topic(page) {
        Some(topic) => strings.get(&["topic-", topic].concat()),
        None => strings.get(match page.kind() {
            Kind::Home | Kind::Page => "preview-about",
            Kind::Guide => "kind-guide",
            Kind::Checklist => "kind-checklist",
            Kind::Profile => "kind-profile",
            Kind::Ranking => "kind-ranking",
            Kind::Changelog => "kind-changelog",
        }),
    }
}

pub fn of_collection(context: &Context, collection: &Collection) -> Result<Image, Box<Diagnostic>> {
    let lang = collection.lang;
    let words = Words {
        title: &context.strings(lang).get(view::collection_title(collection.kind)),
        kind: &context.strings(lang).get("preview-list"),
        site: site_title(context, lang),
        motif: Illustration::of(collection.kind, None),
    };
    let settings = context.site.settings.title_span.get(lang);
    Ok(card::compose(lettered(context, &words, *settings)?, None))
}

pub fn of_site(context: &Context, lang: Lang) -> Result<Image, Box<Diagnostic>> {
    let settings = &context.site.settings;
    let words = Words {
        title: &fonts::visible(site_title(context, lang)),
        kind: &context.strings(lang).get("preview-site"),
        site: settings.origin.split_once("://").map_or("", |(_, host)| host),
        motif: Illustration::Gates,
    };
    let span = settings.title_span.get(lang);
    Ok(card::compose(lettered(context, &words, *span)?, None))
}

fn site_title<'a>(context: &Context<'a>, lang: Lang) -> &'a str {
    context.site.settings.title.get(lang)
}

fn missing_glyph(found: String, span: Span, hint: &'static str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::MissingGlyph, span).arg("found", found).hint(hint))
}
