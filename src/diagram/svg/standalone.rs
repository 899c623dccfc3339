//! A drawing as a file of its own: with title and caption on a background, in plain attributes
//! that every SVG renderer understands.

use super::{palette, styling::Styling, write};
use crate::{
    diagram::{
        Diagram,
        layout::{Mark, Point, Rect, Scene, TextStyle, at, wrap},
    },
    lang::Lang,
    markup::Markup,
    palette::Palette,
};

/// The fonts of the stylesheet, for programs that ignore stylesheets.
const FONTS: &str = "Pretendard, 'Apple SD Gothic Neo', 'Noto Sans KR', 'Noto Sans CJK KR', \
                     'Malgun Gothic', system-ui, sans-serif";

/// The margin around the drawing.
const FRAME: i32 = 28;

/// Returns the text of the `<style>` element.
pub fn style(palette: &Palette) -> String {
    palette::conditional_styles(palette)
}

/// A drawing for simple renderers, and its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flat {
    pub svg: String,
    /// Width and height in the drawing's own units, which are also its `viewBox`, `width` and
    /// `height`; it can be scaled to any size.
    pub width: i32,
    pub height: i32,
}

/// A file of its own.
pub struct StandaloneFile<'a> {
    pub diagram: &'a Diagram,
    /// The description for screen readers.
    pub description: &'a str,
    pub lang: Lang,
    pub palette: &'a Palette,
}

impl StandaloneFile<'_> {
    /// Writes the file, with styles for dark mode, print and forced colours.
    pub fn write(&self, scene: &Scene) -> String {
        let mut markup = Markup::with_capacity(32 * 1024);
        begin(&mut markup, scene, FONTS);
        markup.attr("class", "dg").attr("role", "img").attr("lang", self.lang.code());
        let Diagram { id, title, .. } = self.diagram;
        write::named(&mut markup, &id.value, title, self.description);
        markup.start("style").raw(&style(self.palette)).end();
        write::marks(&mut markup, scene, &mut Styling::attributes(true, *self.palette));
        markup.finish()
    }
}

/// Writes `scene` with attributes only.
pub fn flat(scene: &Scene, font_family: &str, palette: &Palette) -> Flat {
    let mut markup = Markup::with_capacity(16 * 1024);
    begin(&mut markup, scene, font_family);
    write::marks(&mut markup, scene, &mut Styling::attributes(false, *palette));
    Flat { svg: markup.finish(), width: scene.width, height: scene.height }
}

fn begin(markup: &mut Markup, scene: &Scene, fonts: &str) {
    markup
        .start("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", format_args!("0 0 {} {}", scene.width, scene.height))
        .attr("width", scene.width)
        .attr("height", scene.height)
        .attr("font-family", fonts);
}

/// Draws the diagram on a background, between its title and its caption.
pub fn framed(diagram: &Diagram, drawing: Scene) -> Scene {
    let mut scene = Scene::new(drawing.width + 2 * FRAME);
    scene.plate(Rect::new(0, 0, 0, 0), 0, "dg-paper");
    let all = Rect::new(FRAME, FRAME, drawing.width, 0);
    let title = wrap(&diagram.title, drawing.width, TextStyle::Title);
    let top = scene.text(title, at(FRAME, FRAME - 4), "", all) + 20;
    let height = drawing.height;
    scene.marks.extend(moved(drawing, at(FRAME, top)).marks);
    let caption = wrap(&diagram.caption, scene.width - 2 * FRAME, TextStyle::Note);
    let below = scene.text(caption, at(FRAME, top + height + 18), "dg-soft", all);
    scene.height = below + FRAME - 6;
    if let Some(Mark::Box { area, .. }) = scene.marks.first_mut() {
        *area = Rect::new(0, 0, scene.width, scene.height);
    }
    scene
}

/// Returns only the drawing, with just the margin that its borders need.
pub fn bare(drawing: Scene) -> Scene {
    let (width, height) = (drawing.width + 2 * write::MARGIN, drawing.height + 2 * write::MARGIN);
    Scene { width, height, ..moved(drawing, at(write::MARGIN, write::MARGIN)) }
}

fn moved(scene: Scene, by: Point) -> Scene {
    let marks = scene.marks.into_iter().map(|mark| moved_mark(mark, by)).collect();
    Scene { marks, ..scene }
}

/// Returns `mark`, moved by `by`.
fn moved_mark(mark: Mark, by: Point) -> Mark {
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
