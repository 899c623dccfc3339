//! Preview images: what messengers show of a page, 1200 × 630 pixels, drawn at build.
//!
//! KakaoTalk shows only the middle of such an image, twice as wide as it is high, so
//! nothing that matters stands in the upper and lower 15 pixels. The words are those of
//! the page's language; its first diagram is on it where it has one.

mod art;
mod card;
mod wrap;

use crate::{
    diag::{Code, Diagnostic},
    fonts,
    model::{Collection, Diagram, Kind, Lang, Page, PreviewOf, Span},
    render::{
        context::Context,
        diagram::{self, Flat, Surround},
        raster, view,
    },
};

/// The size that Open Graph readers agree on.
pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;

/// Changes when the same SVG is drawn differently than by earlier versions.
const DRAWING: &str = "1";

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
        let mut canvas = raster::Canvas::new(WIDTH, HEIGHT);
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
            Ok(of_collection(context, &site.collections.get(lang)[at as usize]))
        }
        PreviewOf::Site(lang) => Ok(of_site(context, lang)),
    }
}

pub fn of_page(context: &Context, page: &Page) -> Result<Image, Box<Diagnostic>> {
    let strings = context.strings(page.lang());
    let first = page.document.diagrams.iter().flatten().next();
    let flat = first.map(|diagram| {
        let flat = diagram::flat(diagram, strings, Surround::Nothing, fonts::FAMILY);
        drawable(diagram, flat)
    });
    let kind = label(context, page);
    Ok(card::compose(
        &card::Words {
            title: &fonts::visible(shown_title(page)),
            kind: &kind,
            site: site_title(context, page.lang()),
        },
        flat.transpose()?,
    ))
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

pub fn of_collection(context: &Context, collection: &Collection) -> Image {
    let title = context.strings(collection.lang).get(view::collection_title(collection.kind));
    let kind = context.strings(collection.lang).get("preview-list");
    let words =
        card::Words { title: &title, kind: &kind, site: site_title(context, collection.lang) };
    card::compose(&words, None)
}

pub fn of_site(context: &Context, lang: Lang) -> Image {
    let settings = &context.site.settings;
    let host = settings.origin.split_once("://").map_or("", |(_, host)| host);
    let kind = context.strings(lang).get("preview-site");
    let title = fonts::visible(site_title(context, lang));
    card::compose(&card::Words { title: &title, kind: &kind, site: host }, None)
}

fn site_title<'a>(context: &Context<'a>, lang: Lang) -> &'a str {
    context.site.settings.title.get(lang)
}

/// A diagram is drawn with the words that it has, or not at all.
fn drawable(diagram: &Diagram, flat: Flat) -> Result<Flat, Box<Diagnostic>> {
    match fonts::missing(&flat.svg) {
        Some(c) => Err(missing_glyph(c, diagram.id.span)),
        None => Ok(flat),
    }
}

fn missing_glyph(c: char, span: Span) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::MissingGlyph, span).arg("found", c.to_string()).hint("diagram"))
}
