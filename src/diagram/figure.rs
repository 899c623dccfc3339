//! The forms in which a diagram is published: a `<figure>` with its drawings, a file of its
//! own, and a flat drawing for simple renderers.
//!
//! Each diagram is drawn for three widths, and the stylesheet shows the one that fits.

use super::{
    Arrangement, Diagram,
    outline::Outline,
    svg::{self, Flat},
};
use crate::{i18n::Strings, markup::Markup, palette::Palette};

/// Returns the diagram as a `<figure>`: title, its drawings, caption, and the same in
/// words. All ids begin with `prefix` and the diagram's own id; `file` is the address of
/// the same diagram as a file of its own.
pub fn figure(diagram: &Diagram, strings: &Strings, prefix: &str, file: &str) -> String {
    let outline = diagram.data.outline(strings);
    let alternative = diagram.alt.clone().unwrap_or_else(|| outline.sentences());
    let id = format!("{prefix}{}", diagram.id.value);
    let mut figure = Markup::with_capacity(24 * 1024);
    let class = format_args!("diagram diagram-{}", diagram.data.kind().as_str());
    figure.start("figure").attr("class", class).attr("id", &id);
    figure.start("p").attr("class", "diagram-title").text(&diagram.title).end();
    for arrangement in Arrangement::ALL {
        let scene = diagram.data.draw(arrangement, strings);
        let names = svg::DrawingNames {
            class: arrangement.name(),
            id: format!("{id}-{}", arrangement.name()),
            title: &diagram.title,
            description: &alternative,
        };
        svg::inline(&mut figure, &scene, &names);
    }
    // HTML wants the caption last; the stylesheet shows it above the words.
    text_alternative(&mut figure, &outline, strings);
    let named = strings.format_one("diagram-file-of", "title", &diagram.title);
    figure.start("a").attr("class", "diagram-file").attr("href", file).attr("aria-label", &named);
    figure.text(&strings.get("diagram-file")).end();
    figure.element("figcaption", &diagram.caption);
    figure.finish()
}

/// Returns the diagram as an SVG file of its own: wide, with title and caption, and with
/// styles for the dark, for print and for forced colours.
pub fn standalone(diagram: &Diagram, strings: &Strings, palette: &Palette) -> String {
    let alternative = match &diagram.alt {
        Some(alt) => alt.clone(),
        None => diagram.data.outline(strings).sentences(),
    };
    let scene = svg::framed(diagram, diagram.data.draw(Arrangement::Wide, strings));
    let (description, lang) = (&*alternative, strings.lang());
    svg::StandaloneFile { diagram, description, lang, palette }.write(&scene)
}

/// The surroundings of a [`flat`] drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surround {
    /// Nothing, not even a background: for a place that has a title and a background already.
    Nothing,
    /// Paper, the title above and the caption below, as in [`standalone()`].
    Frame,
}

/// The style of a [`flat`] drawing.
pub struct FlatStyle<'a> {
    pub strings: &'a Strings,
    pub palette: &'a Palette,
    pub surround: Surround,
    pub font_family: &'a str,
}

/// Returns a drawing in nothing but presentation attributes, for renderers that know no
/// stylesheets, as for the picture that a link is previewed with.
///
/// It is always in the light palette. It holds `rect`, `circle`, `path` and `text`
/// with `tspan` in one `svg`, and no style, class, id, variable or reference. Text
/// is broken into lines for the family's advances as far as they are those of
/// Noto Sans KR or Pretendard, and that is the only family it names.
pub fn flat(arrangement: Arrangement, diagram: &Diagram, style: &FlatStyle) -> Flat {
    let drawing = diagram.data.draw(arrangement, style.strings);
    let scene = match style.surround {
        Surround::Nothing => svg::bare(drawing),
        Surround::Frame => svg::framed(diagram, drawing),
    };
    svg::flat(&scene, style.font_family, style.palette)
}

fn text_alternative(figure: &mut Markup, outline: &Outline, strings: &Strings) {
    figure.start("details").attr("class", "diagram-text");
    figure.element("summary", &strings.get("diagram-text"));
    outline.write(figure);
    figure.end();
}
