//! The forms in which a diagram is published: a `<figure>` with its drawings, a file of its
//! own, and a drawing without styles for simple renderers.
//!
//! Each diagram is drawn for three widths; the stylesheet shows the one that fits.

use super::{
    Arrangement, Diagram,
    kinds::{
        conversation::write_messages,
        decision::{FollowedLink, SectionsInput, write_sections},
        practice::{CasesInput, Practice, write_cases},
    },
    outline::Outline,
    svg::{self, Flat},
};
use crate::{i18n::Strings, markup::Markup, palette::Palette};

/// The data that a figure needs beside its diagram.
pub struct FigureInput<'a> {
    pub strings: &'a Strings,
    /// The beginning of all ids; the diagram's own id follows.
    pub prefix: &'a str,
    /// The address of the same diagram as a file of its own.
    pub file: &'a str,
    /// The destinations of the links in the diagram's data.
    pub links: &'a [FollowedLink],
    /// Puts the questions of a decision before its drawing rather than folded below it.
    pub walk_first: bool,
}

/// Returns the diagram as a `<figure>`: title, drawings, caption, and a text alternative. A
/// decision also has its questions.
pub fn figure(diagram: &Diagram, input: &FigureInput) -> String {
    let strings = input.strings;
    if let Some(practice) = diagram.data.as_practice() {
        return practice_figure(diagram, practice, input);
    }
    let outline = diagram.data.outline(strings);
    let alternative = diagram.alt.clone().unwrap_or_else(|| outline.sentences());
    let id = format!("{}{}", input.prefix, diagram.id.value);
    let mut figure = Markup::with_capacity(24 * 1024);
    let class = format_args!("diagram diagram-{}", diagram.data.kind().as_str());
    figure.start("figure").attr("class", class).attr("id", &id);
    figure.start("p").attr("class", "diagram-title").text(&diagram.title).end();
    if input.walk_first {
        write_walk(&mut figure, diagram, input, "h2");
    }
    if let Some(conversation) = diagram.data.as_conversation() {
        write_messages(&mut figure, conversation);
        figure.element("figcaption", &diagram.caption);
        return figure.finish();
    }
    if input.walk_first {
        // The question is what a reader came for: the drawing is folded below it.
        figure.start("details").attr("class", "diagram-text diagram-drawing");
        figure.attr("id", format_args!("{id}--drawing"));
        figure.element("summary", &strings.get("decision-drawing"));
        write_drawings(&mut figure, diagram, &alternative, input);
        figure.end();
    } else {
        write_drawings(&mut figure, diagram, &alternative, input);
        // HTML requires the caption to be last; the stylesheet shows it above the text alternative.
        in_words(&mut figure, diagram, &outline, input);
    }
    let named = strings.format_one("diagram-file-of", "title", &diagram.title);
    figure.start("a").attr("class", "diagram-file").attr("href", input.file);
    figure.attr("aria-label", &named);
    figure.text(&strings.get("diagram-file")).end();
    figure.element("figcaption", &diagram.caption);
    figure.finish()
}

fn write_drawings(figure: &mut Markup, diagram: &Diagram, alternative: &str, input: &FigureInput) {
    for arrangement in Arrangement::ALL {
        let scene = diagram.data.draw(arrangement, input.strings);
        let names = svg::DrawingNames {
            class: arrangement.name(),
            id: format!("{}{}-{}", input.prefix, diagram.id.value, arrangement.name()),
            title: &diagram.title,
            description: alternative,
        };
        svg::inline(figure, &scene, &names);
    }
}

/// Returns cases for readers to judge. There is no drawing, so nothing that belongs to one.
fn practice_figure(diagram: &Diagram, practice: &Practice, input: &FigureInput) -> String {
    let id = format!("{}{}", input.prefix, diagram.id.value);
    let mut figure = Markup::with_capacity(16 * 1024);
    figure.start("figure").attr("class", "practice-figure").attr("id", &id);
    figure.start("p").attr("class", "practice-title").text(&diagram.title).end();
    let cases = CasesInput {
        practice,
        name: &diagram.id.value,
        id: &id,
        title: &diagram.title,
        strings: input.strings,
        links: input.links,
    };
    write_cases(&mut figure, &cases);
    figure.element("figcaption", &diagram.caption);
    figure.finish()
}

/// Returns the diagram in words, for feeds, which have no drawings.
pub fn words(diagram: &Diagram, strings: &Strings) -> String {
    let mut markup = Markup::with_capacity(4 * 1024);
    markup.element("p", &diagram.title);
    diagram.data.outline(strings).write(&mut markup);
    markup.finish()
}

/// Returns the messages of a conversation with its title and caption, for places without
/// styles; `None` for other diagrams, which are images there.
pub fn messages(diagram: &Diagram) -> Option<String> {
    let conversation = diagram.data.as_conversation()?;
    let mut figure = Markup::with_capacity(4 * 1024);
    figure.start("figure").start("p").element("strong", &diagram.title).end();
    write_messages(&mut figure, conversation);
    figure.element("figcaption", &diagram.caption);
    Some(figure.finish())
}

/// Returns the questions of a decision without its drawing; an empty string for other diagrams.
pub fn walk(diagram: &Diagram, input: &FigureInput) -> String {
    let mut markup = Markup::with_capacity(8 * 1024);
    write_walk(&mut markup, diagram, input, "h2");
    markup.finish()
}

fn write_walk(markup: &mut Markup, diagram: &Diagram, input: &FigureInput, heading: &'static str) {
    let Some(decision) = diagram.data.as_decision() else { return };
    let id = format!("{}{}", input.prefix, diagram.id.value);
    let sections = SectionsInput {
        decision,
        name: &diagram.id.value,
        id: &id,
        title: &diagram.title,
        strings: input.strings,
        links: input.links,
        heading,
    };
    write_sections(markup, &sections);
}

/// Returns the diagram as an SVG file of its own: the wide drawing with title and caption, and
/// with styles for dark mode, print and forced colours.
pub fn standalone(diagram: &Diagram, strings: &Strings, palette: &Palette) -> String {
    let alternative = match &diagram.alt {
        Some(alt) => alt.clone(),
        None => diagram.data.outline(strings).sentences(),
    };
    let scene = svg::framed(diagram, diagram.data.draw(Arrangement::Wide, strings));
    let (description, lang) = (&*alternative, strings.lang());
    svg::StandaloneFile { diagram, description, lang, palette }.write(&scene)
}

/// What is drawn around a [`flat`] drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surround {
    /// Nothing, not even a background, for a place that has its own title and background.
    Nothing,
    /// A background, with the title above and the caption below, as in [`standalone()`].
    Frame,
}

/// The style of a [`flat`] drawing.
pub struct FlatStyle<'a> {
    pub strings: &'a Strings,
    pub palette: &'a Palette,
    pub surround: Surround,
    pub font_family: &'a str,
}

/// Returns a drawing that uses only presentation attributes, for renderers without stylesheets,
/// for example for the preview image of a page.
///
/// It always has the light palette. It consists of one `svg` with `rect`, `circle`, `path`, and
/// `text` with `tspan`, and has no style, class, id, variable or reference. Line breaks of text
/// fit the advances of Noto Sans KR and Pretendard, and it names only the given font family.
pub fn flat(arrangement: Arrangement, diagram: &Diagram, style: &FlatStyle) -> Flat {
    let drawing = diagram.data.draw(arrangement, style.strings);
    let scene = match style.surround {
        Surround::Nothing => svg::bare(drawing),
        Surround::Frame => svg::framed(diagram, drawing),
    };
    svg::flat(&scene, style.font_family, style.palette)
}

fn in_words(figure: &mut Markup, diagram: &Diagram, outline: &Outline, input: &FigureInput) {
    let is_walked = diagram.data.as_decision().is_some();
    let class = if is_walked { "diagram-text diagram-walk" } else { "diagram-text" };
    let summary = if is_walked { "decision-walk" } else { "diagram-text" };
    figure.start("details").attr("class", class);
    figure.element("summary", &input.strings.get(summary));
    match is_walked {
        true => write_walk(figure, diagram, input, "h3"),
        false => outline.write(figure),
    }
    figure.end();
}
