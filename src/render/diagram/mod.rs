//! Draws diagrams: data in, a `<figure>` or a standalone SVG out, no script.
//!
//! A kind lays out a `Scene` of marks in whole units; `write`
//! makes SVG of it. Each diagram is drawn for three widths, and the
//! stylesheet shows the one that fits. Colours and fonts are the stylesheet's.

mod advances;
mod compare;
mod decision;
mod evidence;
mod icons;
mod lanes;
mod matrix;
mod measure;
mod palette;
mod parts;
mod rollout;
mod scene;
mod signals;
mod standalone;
mod styling;
mod text;
mod workflow;
mod write;

use scene::Scene;
use text::Outline;

use super::markup::Markup;
use crate::{
    i18n::Strings,
    model::{Diagram, DiagramKind},
};

/// Which of its forms a diagram is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// In reading direction, for a column of text and more.
    Wide,
    /// Down the path with wider cards, between the two.
    Middle,
    /// Down the path, for a phone.
    Narrow,
}

impl Arrangement {
    pub const ALL: [Arrangement; 3] = [Arrangement::Wide, Arrangement::Middle, Arrangement::Narrow];

    /// The width of the drawing in its own units, which are about a CSS pixel.
    const fn width(self) -> i32 {
        match self {
            Arrangement::Wide => 720,
            Arrangement::Middle => 440,
            Arrangement::Narrow => 264,
        }
    }

    /// The name in classes and ids.
    const fn name(self) -> &'static str {
        match self {
            Arrangement::Wide => "wide",
            Arrangement::Middle => "middle",
            Arrangement::Narrow => "narrow",
        }
    }
}

/// The diagram as a `<figure>`: title, its drawings, caption, and the same in
/// words. All ids begin with `prefix` and the diagram's own id; `file` is the
/// address of the same diagram as a file of its own.
pub fn figure(diagram: &Diagram, strings: &Strings, prefix: &str, file: &str) -> String {
    let outline = text::outline(diagram, strings);
    let alternative = diagram.alt.clone().unwrap_or_else(|| outline.sentences());
    let id = format!("{prefix}{}", diagram.id.value);
    let mut figure = Markup::with_capacity(24 * 1024);
    let class = format_args!("diagram diagram-{}", diagram.kind.name());
    figure.start("figure").attr("class", class).attr("id", &id);
    figure.start("p").attr("class", "diagram-title").text(&diagram.title).end();
    for arrangement in Arrangement::ALL {
        let scene = draw(diagram, arrangement, strings);
        let names = write::Names {
            class: arrangement.name(),
            id: format!("{id}-{}", arrangement.name()),
            title: &diagram.title,
            description: &alternative,
        };
        write::inline(&mut figure, &scene, &names);
    }
    // HTML wants the caption last; the stylesheet shows it above the words.
    in_words(&mut figure, &outline, strings);
    let named = strings.with("diagram-file-of", "title", &diagram.title);
    figure.start("a").attr("class", "diagram-file").attr("href", file).attr("aria-label", &named);
    figure.text(&strings.get("diagram-file")).end();
    figure.element("figcaption", &diagram.caption);
    figure.finish()
}

/// The styles inside such a file: the same in every one.
pub fn standalone_style() -> &'static str {
    standalone::style()
}

/// The diagram as an SVG file of its own: wide, with title and caption, and with
/// styles for the dark, for print and for forced colours.
pub fn standalone(diagram: &Diagram, strings: &Strings) -> String {
    let alternative = match &diagram.alt {
        Some(alt) => alt.clone(),
        None => text::outline(diagram, strings).sentences(),
    };
    let scene = standalone::framed(diagram, draw(diagram, Arrangement::Wide, strings));
    standalone::file(diagram, &scene, &alternative, strings.lang())
}

/// What surrounds a [`flat`] drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surround {
    /// Nothing, not even paper: for a place that has a title and a ground already.
    Nothing,
    /// Paper, the title above and the caption below, as in [`standalone()`].
    Frame,
}

/// A drawing for simple renderers, and its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flat {
    pub svg: String,
    /// Width and height in the drawing's own units, which are its `viewBox`, its
    /// `width` and its `height`; it can be scaled to any size.
    pub width: i32,
    pub height: i32,
}

/// The wide drawing in nothing but presentation attributes, for renderers that
/// know no stylesheets, as for the picture that a link is previewed with.
///
/// It is always in the light palette. It holds `rect`, `circle`, `path` and `text`
/// with `tspan` in one `svg`, and no style, class, id, variable or reference. Text
/// is broken into lines for `font_family`'s advances as far as they are those of
/// Noto Sans KR or Pretendard, and that is the only family it names.
pub fn flat(
    arrangement: Arrangement,
    diagram: &Diagram,
    strings: &Strings,
    surround: Surround,
    font_family: &str,
) -> Flat {
    let drawing = draw(diagram, arrangement, strings);
    let scene = match surround {
        Surround::Nothing => standalone::bare(drawing),
        Surround::Frame => standalone::framed(diagram, drawing),
    };
    standalone::flat(&scene, font_family)
}

fn in_words(figure: &mut Markup, outline: &Outline, strings: &Strings) {
    figure.start("details").attr("class", "diagram-text");
    figure.element("summary", &strings.get("diagram-text"));
    outline.write(figure);
    figure.end();
}

/// Lays out the diagram.
fn draw(diagram: &Diagram, arrangement: Arrangement, strings: &Strings) -> Scene {
    match &diagram.kind {
        DiagramKind::Signals(signals) => signals::draw(signals, arrangement, strings),
        DiagramKind::Workflow(workflow) => workflow::draw(workflow, arrangement, strings),
        DiagramKind::Evidence(evidence) => evidence::draw(evidence, arrangement, strings),
        DiagramKind::Decision(decision) => decision::draw(decision, arrangement, strings),
        DiagramKind::Matrix(matrix) => matrix::draw(matrix, arrangement, strings),
        DiagramKind::Rollout(rollout) => rollout::draw(rollout, arrangement, strings),
        DiagramKind::Compare(compare) => compare::draw(compare, arrangement, strings),
    }
}

#[cfg(test)]
mod tests;
