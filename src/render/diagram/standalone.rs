//! A drawing as a file of its own: its title above, its caption below, and its
//! styles within, in plain colours that every renderer of SVG understands.

use std::sync::LazyLock;

use super::{
    measure::{Style, wrap},
    scene::{Mark, Point, Rect, Scene, at},
    svg::Markup,
    write,
};
use crate::model::{Diagram, Lang};

/// The stylesheet of pages, of which the rules for drawings serve here too.
const STYLESHEET: &str = include_str!("../../../static/assets/diagram.css");

/// The stylesheet's palette in sRGB: name, light, dark.
const PALETTE: [(&str, &str, &str); 11] = [
    ("paper", "#fdfaf4", "#17130e"),
    ("raised", "#f7f3eb", "#221d17"),
    ("ink", "#261d16", "#ebe7df"),
    ("muted", "#63594f", "#b0aaa0"),
    ("line", "#dad3c9", "#3d3730"),
    ("accent", "#b04613", "#f0995b"),
    ("cool", "#115e5e", "#7bc0bb"),
    ("quality", "#14655d", "#7ec7be"),
    ("format", "#2f4989", "#95b0eb"),
    ("risk", "#ac262a", "#f28881"),
    ("cost", "#886116", "#dbb46d"),
];

/// Around the drawing.
const FRAME: i32 = 28;

static STYLE: LazyLock<String> = LazyLock::new(|| {
    let rules = STYLESHEET.split("/* drawing: begin */").nth(1).unwrap_or_default();
    let rules = rules.split("/* drawing: end */").next().unwrap_or_default();
    let rules: String = rules.lines().map(str::trim).collect();
    let (light, dark) =
        (coloured(&rules, |(_, light, _)| light), coloured(&rules, |(.., dark)| dark));
    format!("{light}@media (prefers-color-scheme: dark){{{dark}}}")
});

/// The text of the `<style>` element.
pub fn style() -> &'static str {
    &STYLE
}

type Colour = (&'static str, &'static str, &'static str);

/// `rules` with each colour of the palette in place of its name.
fn coloured(rules: &str, pick: fn(Colour) -> &'static str) -> String {
    PALETTE.into_iter().fold(rules.to_owned(), |rules, colour| {
        rules.replace(&format!("var(--{})", colour.0), pick(colour))
    })
}

/// Writes the file.
pub fn file(diagram: &Diagram, scene: Scene, description: &str, lang: Lang) -> String {
    let scene = framed(diagram, scene);
    let mut markup = Markup::new();
    let id = &diagram.id.value;
    markup
        .element("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("class", "dg")
        .attr("viewBox", format_args!("0 0 {} {}", scene.width, scene.height))
        .attr("width", scene.width)
        .attr("height", scene.height)
        .attr("role", "img")
        .attr("lang", lang.code())
        .attr("aria-labelledby", format_args!("{id}-title {id}-desc"))
        .children(|svg| {
            svg.element("title").attr("id", format_args!("{id}-title")).text(&diagram.title);
            svg.element("desc").attr("id", format_args!("{id}-desc")).text(description);
            svg.style(&STYLE);
            write::marks(svg, &scene);
        });
    markup.finish()
}

/// The drawing on paper, between its title and its caption.
fn framed(diagram: &Diagram, drawing: Scene) -> Scene {
    let mut scene = Scene::new(drawing.width + 2 * FRAME);
    scene.plate(Rect::new(0, 0, 0, 0), 0, "dg-paper");
    let all = Rect::new(FRAME, FRAME, drawing.width, 0);
    let title = wrap(&diagram.title, drawing.width, Style::Title);
    let top = scene.text(title, at(FRAME, FRAME - 4), "", all) + 20;
    scene.marks.extend(drawing.marks.into_iter().map(|mark| moved(mark, at(FRAME, top))));
    let caption = wrap(&diagram.caption, drawing.width, Style::Note);
    let below = scene.text(caption, at(FRAME, top + drawing.height + 18), "dg-soft", all);
    scene.height = below + FRAME - 6;
    if let Some(Mark::Box { area, .. }) = scene.marks.first_mut() {
        *area = Rect::new(0, 0, scene.width, scene.height);
    }
    scene
}

/// `mark`, moved by `by`.
fn moved(mark: Mark, by: Point) -> Mark {
    let point = |p: Point| at(p.x + by.x, p.y + by.y);
    let rect = |r: Rect| Rect::new(r.x + by.x, r.y + by.y, r.w, r.h);
    match mark {
        Mark::Box { area, radius, class, node } => {
            Mark::Box { area: rect(area), radius, class, node }
        }
        Mark::Circle { centre, radius, class } => {
            Mark::Circle { centre: point(centre), radius, class }
        }
        Mark::Line { points, class, kind } => {
            Mark::Line { points: points.into_iter().map(point).collect(), class, kind }
        }
        Mark::Shape { points, class } => {
            Mark::Shape { points: points.into_iter().map(point).collect(), class }
        }
        Mark::Glyph { glyph, area, class } => Mark::Glyph { glyph, area: rect(area), class },
        Mark::Text(mut text) => {
            text.at = point(text.at);
            text.within = text.within.map(rect);
            Mark::Text(text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_of_the_stylesheet_has_a_plain_one() {
        assert!(!STYLE.contains("var("), "{}", &*STYLE);
        let site = include_str!("../../../static/assets/site.css");
        for (name, ..) in PALETTE {
            assert!(site.contains(&format!("--{name}: light-dark(")), "{name}");
        }
    }
}
