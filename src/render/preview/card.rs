//! The layout of a preview image: the kind of page at the top, the title, a path that begins at
//! it, and the site at the bottom. At the right is the illustration of the page's kind or its
//! first diagram; a diagram may also be below the title if it stays legible.

use std::sync::Arc;

use resvg::tiny_skia::Pixmap;

use super::{
    illustration::{self, EDGE, PATH},
    image::{HEIGHT, Placement, PreviewImage, WIDTH},
    wrap::wrap,
};
use crate::{
    colour::Colour,
    diagram::Flat,
    fonts::{FAMILY, Weight, width},
    markup::Markup,
    model::Illustration,
    palette::{INK, MUTED, PAPER, Palette},
};

/// The x at which all words begin.
const LEFT: i32 = 64;
/// The x beyond which only a panel may extend.
const RIGHT: i32 = 1136;
/// The baselines of the kind and of the site's name.
const TOP: i32 = 92;
/// The side of the logo, which stands before the kind and is as high as the gate would be.
pub const LOGO: u32 = 42;
const LOGO_AT: (i32, i32) = (LEFT, TOP - 38);
const BOTTOM: i32 = 572;

/// The words on the image.
pub struct Words<'a> {
    pub title: &'a str,
    pub kind: &'a str,
    pub site: &'a str,
    pub illustration: Illustration,
    pub palette: Palette,
    /// A picture of the site's logo, of [`LOGO`] pixels.
    pub logo: Option<Arc<Pixmap>>,
}

/// The page's first diagram in two forms.
pub struct Diagrams {
    pub wide: Flat,
    pub narrow: Flat,
}

/// A title in lines, all of one size.
struct SizedTitle {
    lines: Vec<String>,
    size: i32,
}

impl SizedTitle {
    /// Returns the largest of `sizes` at which `text` fits into `wide` by `high`; `None` if
    /// even the smallest is too large.
    fn fit(text: &str, wide: i32, high: i32, sizes: &[i32]) -> Option<SizedTitle> {
        let at = |size: &i32| {
            let title = SizedTitle { lines: wrap(text, (wide * 1000 / size) as u32), size: *size };
            (title.height() <= high).then_some(title)
        };
        sizes.iter().find_map(at)
    }

    /// Fits a title like [`SizedTitle::fit`], but prefers a smaller size if a word would be
    /// broken otherwise, or if a slightly smaller size saves a line.
    fn set(text: &str, wide: i32, high: i32, sizes: &[i32]) -> Option<SizedTitle> {
        let longest = text.split(' ').map(|word| width(word, Weight::Bold)).max().unwrap_or(0);
        let broken = |size: &&i32| longest as i32 * **size / 1000 > wide;
        let sizes = &sizes[sizes.iter().take_while(broken).count()..];
        let largest = SizedTitle::fit(text, wide, high, sizes)?;
        if largest.lines.len() < 3 {
            return Some(largest);
        }
        let smaller = sizes.iter().skip_while(|size| **size >= largest.size).take(2);
        let mut titles = smaller.filter_map(|size| SizedTitle::fit(text, wide, high, &[*size]));
        let calmer = titles.find(|title| title.lines.len() < largest.lines.len());
        Some(calmer.unwrap_or(largest))
    }

    /// Fits a title that is too long for [`SizedTitle::fit`], as small as necessary.
    fn squeeze(text: &str, wide: i32, high: i32) -> SizedTitle {
        let sizes: Vec<i32> = (10..=72).rev().step_by(2).collect();
        SizedTitle::fit(text, wide, high, &sizes)
            .unwrap_or_else(|| SizedTitle { lines: wrap(text, (wide * 100) as u32), size: 10 })
    }

    fn leading(&self) -> i32 {
        self.size * 5 / 4
    }

    fn height(&self) -> i32 {
        self.lines.len() as i32 * self.leading()
    }

    /// Writes the lines, the first with its top at `top`.
    fn write(&self, top: i32, out: &mut Markup) {
        for (at, line) in self.lines.iter().enumerate() {
            let y = top + at as i32 * self.leading() + self.size * 19 / 20;
            text(
                line,
                (LEFT, y),
                Look { size: self.size, weight: Weight::Bold, fill: INK.light },
                out,
            );
        }
    }
}

#[derive(Clone, Copy)]
struct Look {
    size: i32,
    weight: Weight,
    fill: Colour,
}

/// The top of a title above a diagram.
const TITLE: i32 = TOP + 24;
/// The smallest scale at which a diagram is legible where the image is shown large.
const LEAST: f32 = 0.85;

/// Composes the image.
pub fn compose(words: &Words, diagrams: Option<Diagrams>) -> PreviewImage {
    let mut out = Markup::with_capacity(4096);
    out.start("svg").attr("xmlns", "http://www.w3.org/2000/svg");
    out.attr("width", WIDTH as i32).attr("height", HEIGHT as i32);
    out.start("rect").attr("width", WIDTH as i32).attr("height", HEIGHT as i32);
    out.attr("fill", PAPER.light).empty();
    let diagram = diagrams.and_then(|diagrams| with_diagram(words, diagrams, &mut out));
    if diagram.is_none() {
        beside(words, &mut out);
        illustration::panel(words.illustration, &words.palette, &mut out);
    }
    let logo = words.logo.clone().map(|logo| (logo, LOGO_AT));
    if logo.is_none() {
        illustration::mark((LEFT + 20, TOP + 2), words.palette.accent.light, &mut out);
    }
    let kind = Look { size: 36, weight: Weight::Bold, fill: words.palette.cool.light };
    text(words.kind, (LEFT + 58, TOP), kind, &mut out);
    PreviewImage { svg: out.finish(), diagram, logo }
}

/// Draws title, path and site to the left of a panel.
fn beside(words: &Words, out: &mut Markup) {
    const WIDE: i32 = EDGE - 40 - LEFT;
    const HIGH: i32 = 340;
    let title = SizedTitle::set(words.title, WIDE, HIGH, &[96, 90, 84, 78, 72, 66, 60, 56, 52]);
    let title = title.unwrap_or_else(|| SizedTitle::squeeze(words.title, WIDE, HIGH));
    title.write((TOP + PATH + 8 - title.height()) / 2, out);
    illustration::path((LEFT, EDGE), PATH, words.palette.accent.light, out);
    text(words.site, (LEFT, BOTTOM), site_look(), out);
}

fn site_look() -> Look {
    Look { size: 34, weight: Weight::Regular, fill: MUTED.light }
}

/// Draws title and diagram: the narrow form on the panel or the wide form below, whichever is
/// larger; `None` if neither is legible.
fn with_diagram(words: &Words, diagrams: Diagrams, out: &mut Markup) -> Option<(Flat, Placement)> {
    let narrow = placed(&diagrams.narrow, (EDGE + 24, 32), (400 - 48, 566));
    let below = below(words, &diagrams.wide);
    let is_better = |place: &Placement| place.scale >= narrow.scale;
    match below.filter(|(_, place)| is_better(place)) {
        Some((title, place)) => {
            let top = TITLE + title.height() + 18;
            title.write(TITLE, out);
            site_above(words, out);
            illustration::ground((0, top), out);
            illustration::path((LEFT, WIDTH as i32), top, words.palette.accent.light, out);
            Some((diagrams.wide, place))
        }
        None if narrow.scale >= LEAST => {
            beside(words, out);
            illustration::ground((EDGE, 0), out);
            Some((diagrams.narrow, narrow))
        }
        None => None,
    }
}

/// Sets the title in one or two lines with the diagram below.
fn below(words: &Words, flat: &Flat) -> Option<(SizedTitle, Placement)> {
    let wide = RIGHT - LEFT;
    // With a title of one line there is more space for the diagram.
    let one = SizedTitle::fit(words.title, wide, 90, &[72, 68, 64, 60]);
    let title = one.or_else(|| SizedTitle::fit(words.title, wide, 130, &[52]))?;
    let top = TITLE + title.height() + 46;
    let place = placed(flat, (LEFT, top), (wide, 594 - top));
    (place.scale >= LEAST).then_some((title, place))
}

/// Returns the largest placement of `flat` in the middle of `area`.
fn placed(flat: &Flat, at: (i32, i32), area: (i32, i32)) -> Placement {
    const LARGEST: f32 = 1.5;
    let (wide, high) = (flat.width as f32, flat.height as f32);
    let scale = (area.0 as f32 / wide).min(area.1 as f32 / high).min(LARGEST);
    let x = at.0 as f32 + (area.0 as f32 - wide * scale) / 2.0;
    let y = at.1 as f32 + (area.1 as f32 - high * scale) / 2.0;
    Placement { scale, x, y }
}

/// Draws the site's name in the line of the kind, if both fit.
fn site_above(words: &Words, out: &mut Markup) {
    let look = site_look();
    let measured =
        |text: &str, weight, size: u32| (width(text, weight) * size).div_ceil(1000) as i32;
    let own = measured(words.site, Weight::Regular, 34);
    let kind = measured(words.kind, Weight::Bold, 36);
    if LEFT + 58 + kind + 48 + own <= RIGHT {
        text(words.site, (RIGHT - own, TOP), look, out);
    }
}

fn text(words: &str, at: (i32, i32), look: Look, out: &mut Markup) {
    out.start("text").attr("x", at.0).attr("y", at.1);
    out.attr("font-family", FAMILY).attr("font-size", look.size);
    out.attr("font-weight", look.weight.number()).attr("fill", look.fill);
    out.text(words).end();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The part of the image that KakaoTalk shows: the middle, twice as wide as high.
    const SHOWN: std::ops::RangeInclusive<f32> = 15.0..=615.0;

    fn number(element: &str, name: &str) -> f32 {
        let rest = element.split(&format!(" {name}=\"")).nth(1).expect("an attribute");
        rest.split('"').next().and_then(|value| value.parse().ok()).expect("a number")
    }

    fn assert_whole(image: &PreviewImage, title: &str) {
        let texts: Vec<&str> = image.svg.split("<text").skip(1).collect();
        let words: String = texts
            .iter()
            .map(|text| text.split('>').nth(1).expect("text").trim_end_matches("</text"))
            .collect();
        assert!(words.replace(' ', "").contains(&title.replace(' ', "")), "{words}");
        for text in texts {
            let (y, size) = (number(text, "y"), number(text, "font-size"));
            assert!(SHOWN.contains(&(y - size)) && SHOWN.contains(&(y + size / 4.0)), "{text}");
            let shown = text.split('>').nth(1).expect("text").trim_end_matches("</text");
            let right = number(text, "x") + width(shown, Weight::Bold) as f32 * size / 1000.0;
            assert!(right <= WIDTH as f32 - 16.0, "{text}");
        }
        if let Some((flat, place)) = &image.diagram {
            let (right, bottom) = (
                place.x + flat.width as f32 * place.scale,
                place.y + flat.height as f32 * place.scale,
            );
            assert!(
                right <= WIDTH as f32 - 16.0 && SHOWN.contains(&place.y) && SHOWN.contains(&bottom)
            );
        }
    }

    #[test]
    fn all_words_and_diagrams_are_within_what_messengers_show() {
        let korean =
            "고객 서비스에서 에이전트를 자동화하는 순서와 기준을 정리한 가이드 ".repeat(12);
        let english = "Where an agent should start and what it must not do first ".repeat(12);
        for text in [korean, english] {
            for length in [1, 8, 20, 40, 80, 160, 300] {
                let title: String = text.chars().take(length).collect();
                let title = title.trim();
                let words = Words {
                    title,
                    kind: "사용 사례 가이드",
                    site: "AI 에이전트 결정 가이드",
                    illustration: Illustration::Gates,
                    palette: Palette::default(),
                    logo: None,
                };
                assert_whole(&compose(&words, None), title);
                for (width, height) in [(720, 180), (720, 360), (720, 700), (300, 900), (1400, 90)]
                {
                    let flat = |width| Flat { svg: String::new(), width, height };
                    let diagrams = Diagrams { wide: flat(width), narrow: flat(268) };
                    assert_whole(&compose(&words, Some(diagrams)), title);
                }
            }
        }
    }
}
