//! Draws diagrams: data in, a `<figure>` or a standalone SVG out, no script.
//!
//! A kind lays out a `Scene` of marks in whole units; `write`
//! makes SVG of it. Each diagram is drawn twice, wide and narrow, and the
//! stylesheet shows the one that fits. Colours and fonts are the stylesheet's.

mod advances;
mod compare;
mod decision;
mod evidence;
mod icons;
mod lanes;
mod matrix;
mod measure;
mod parts;
mod rollout;
mod scene;
mod signals;
mod standalone;
mod svg;
mod text;
mod workflow;
mod write;

use scene::Scene;
use svg::Markup;
use text::Outline;

use crate::{
    model::{Diagram, DiagramKind},
    words::Strings,
};

/// Which of its two forms a diagram is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// In reading direction, for a column of text and more.
    Wide,
    /// Down the path, for a phone.
    Narrow,
}

impl Arrangement {
    pub const ALL: [Arrangement; 2] = [Arrangement::Wide, Arrangement::Narrow];

    /// The width of the drawing in its own units, which are about a CSS pixel.
    const fn width(self) -> i32 {
        match self {
            Arrangement::Wide => 720,
            Arrangement::Narrow => 288,
        }
    }

    /// The name in classes and ids.
    const fn name(self) -> &'static str {
        match self {
            Arrangement::Wide => "wide",
            Arrangement::Narrow => "narrow",
        }
    }
}

/// The diagram as a `<figure>`: title, both drawings, caption, and the same in
/// words. All ids begin with `prefix` and the diagram's own id.
pub fn figure(diagram: &Diagram, strings: &Strings, prefix: &str) -> String {
    let outline = text::outline(diagram, strings);
    let alternative = diagram.alt.clone().unwrap_or_else(|| outline.sentences());
    let id = format!("{prefix}{}", diagram.id.value);
    let mut markup = Markup::new();
    let class = format!("diagram diagram-{}", diagram.kind.name());
    markup.element("figure").attr("class", class).attr("id", &id).children(|figure| {
        figure.element("p").attr("class", "diagram-title").text(&diagram.title);
        for arrangement in Arrangement::ALL {
            let scene = draw(diagram, arrangement, strings);
            let names = write::Names {
                class: arrangement.name(),
                id: format!("{id}-{}", arrangement.name()),
                title: &diagram.title,
                description: &alternative,
            };
            write::inline(figure, &scene, &names);
        }
        // HTML wants the caption last; the stylesheet shows it above the words.
        in_words(figure, &outline, strings);
        figure.element("figcaption").text(&diagram.caption);
    });
    markup.finish()
}

/// The styles inside such a file: the same in every one.
pub fn standalone_style() -> &'static str {
    standalone::style()
}

/// The diagram as an SVG file of its own: wide, with title, caption and styles.
pub fn standalone(diagram: &Diagram, strings: &Strings) -> String {
    let alternative = match &diagram.alt {
        Some(alt) => alt.clone(),
        None => text::outline(diagram, strings).sentences(),
    };
    let scene = draw(diagram, Arrangement::Wide, strings);
    standalone::file(diagram, scene, &alternative, strings.lang())
}

fn in_words(figure: &mut Markup, outline: &Outline, strings: &Strings) {
    figure.element("details").attr("class", "diagram-text").children(|details| {
        details.element("summary").text(&strings.get("diagram-text"));
        outline.write(details);
    });
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
