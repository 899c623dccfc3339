//! Where everything stands on the image: the kind above, the title beside the path,
//! the site below, and the diagram under the title or beside it, whichever makes it
//! larger.

use super::{HEIGHT, Image, WIDTH, art, wrap::wrap};
use crate::{
    fonts::{FAMILY, Weight, width},
    render::{diagram::Flat, markup::Markup},
};

pub const PAPER: &str = "#fdfaf4";
pub const RAISED: &str = "#f7f3eb";
pub const INK: &str = "#261d16";
pub const MUTED: &str = "#63594f";
pub const ACCENT: &str = "#b04613";
pub const COOL: &str = "#115e5e";

/// All words begin here, right of the path.
const LEFT: i32 = 136;
/// Nothing stands right of this.
const RIGHT: i32 = 1136;
/// The baseline of the kind, and of the site's name.
const TOP: i32 = 119;
const BOTTOM: i32 = 540;

/// What the image says.
pub struct Words<'a> {
    pub title: &'a str,
    pub kind: &'a str,
    pub site: &'a str,
}

/// How a drawing is scaled and moved.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub scale: f32,
    pub x: f32,
    pub y: f32,
}

/// A title in lines of one size.
struct Title {
    lines: Vec<String>,
    size: i32,
}

impl Title {
    /// The largest of `sizes` at which `text` fits in `wide` by `high`; `None` when not
    /// even the last does.
    fn fit(text: &str, wide: i32, high: i32, sizes: &[i32]) -> Option<Title> {
        let at = |size: &i32| {
            let title = Title { lines: wrap(text, (wide * 1000 / size) as u32), size: *size };
            (title.height() <= high).then_some(title)
        };
        sizes.iter().find_map(at)
    }

    /// For the longest titles: as small as they need.
    fn squeeze(text: &str, wide: i32, high: i32) -> Title {
        let sizes: Vec<i32> = (10..=76).rev().step_by(2).collect();
        Title::fit(text, wide, high, &sizes)
            .unwrap_or_else(|| Title { lines: wrap(text, (wide * 100) as u32), size: 10 })
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
            text(line, (LEFT, y), Look { size: self.size, weight: Weight::Bold, fill: INK }, out);
        }
    }
}

#[derive(Clone, Copy)]
struct Look {
    size: i32,
    weight: Weight,
    fill: &'static str,
}

/// Puts the image together.
pub fn compose(words: &Words, diagram: Option<Flat>) -> Image {
    let mut out = Markup::with_capacity(4096);
    out.start("svg").attr("xmlns", "http://www.w3.org/2000/svg");
    out.attr("width", WIDTH as i32).attr("height", HEIGHT as i32);
    out.start("rect").attr("width", WIDTH as i32).attr("height", HEIGHT as i32);
    out.attr("fill", PAPER).empty();
    let place = diagram.as_ref().and_then(|flat| with_diagram(words, flat, &mut out));
    if place.is_none() {
        alone(words, &mut out);
    }
    art::trail(&mut out);
    let kind = Look { size: 32, weight: Weight::Bold, fill: COOL };
    text(words.kind, (LEFT, TOP), kind, &mut out);
    Image { svg: out.finish(), diagram: diagram.zip(place) }
}

/// Title and site beside the gates.
fn alone(words: &Words, out: &mut Markup) {
    const WIDE: i32 = 600;
    const HIGH: i32 = 330;
    let title = Title::fit(words.title, WIDE, HIGH, &[80, 76, 72, 68, 64, 60, 56, 52]);
    let title = title.unwrap_or_else(|| Title::squeeze(words.title, WIDE, HIGH));
    art::gates(out);
    title.write(315 - title.height() / 2, out);
    site(words.site, out);
}

fn site(name: &str, out: &mut Markup) {
    text(name, (LEFT, BOTTOM), Look { size: 28, weight: Weight::Regular, fill: MUTED }, out);
}

/// Title and diagram in the better of two arrangements; `None` where the title leaves
/// the diagram no room worth having.
fn with_diagram(words: &Words, flat: &Flat, out: &mut Markup) -> Option<Place> {
    let below = below(words, flat);
    let beside = beside(words, flat);
    match (below, beside) {
        (Some((title, place)), beside)
            if beside.as_ref().is_none_or(|(_, other)| place.scale >= other.scale) =>
        {
            title.write(150, out);
            site_above(words, out);
            Some(place)
        }
        (_, Some((title, place))) => {
            title.write(315 - title.height() / 2, out);
            site(words.site, out);
            Some(place)
        }
        _ => None,
    }
}

/// The smallest scale at which a diagram still shows what it is.
const LEAST: f32 = 0.45;

fn below(words: &Words, flat: &Flat) -> Option<(Title, Place)> {
    let wide = RIGHT - LEFT;
    // One line leaves the diagram more room than two.
    let one = Title::fit(words.title, wide, 86, &[68, 64, 60, 56, 52, 48]);
    let title = one.or_else(|| Title::fit(words.title, wide, 150, &[60, 56, 52, 48, 44]))?;
    let top = 150 + title.height() + 34;
    // Flush with the words above.
    let place = Place { x: LEFT as f32, ..placed(flat, (LEFT, top), (wide, 582 - top)) };
    (place.scale >= LEAST).then_some((title, place))
}

fn beside(words: &Words, flat: &Flat) -> Option<(Title, Place)> {
    const EDGE: i32 = 650;
    let title = Title::fit(words.title, EDGE - 40 - LEFT, 340, &[64, 60, 56, 52, 48, 44, 40, 36])?;
    let place = placed(flat, (EDGE, 72), (RIGHT - EDGE, 486));
    (place.scale >= LEAST).then_some((title, place))
}

/// `flat` as large as `room` allows, in its middle.
fn placed(flat: &Flat, at: (i32, i32), room: (i32, i32)) -> Place {
    const LARGEST: f32 = 1.5;
    let (wide, high) = (flat.width as f32, flat.height as f32);
    let scale = (room.0 as f32 / wide).min(room.1 as f32 / high).min(LARGEST);
    let x = at.0 as f32 + (room.0 as f32 - wide * scale) / 2.0;
    let y = at.1 as f32 + (room.1 as f32 - high * scale) / 2.0;
    Place { scale, x, y }
}

/// The site's name on the line of the kind, where there is room for both.
fn site_above(words: &Words, out: &mut Markup) {
    let look = Look { size: 28, weight: Weight::Regular, fill: MUTED };
    let own = (width(words.site, Weight::Regular) * 28).div_ceil(1000) as i32;
    let kind = (width(words.kind, Weight::Bold) * 32).div_ceil(1000) as i32;
    if LEFT + kind + 48 + own <= RIGHT {
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

    /// What KakaoTalk shows of the image: its middle, twice as wide as high.
    const SHOWN: std::ops::RangeInclusive<f32> = 15.0..=615.0;

    fn number(element: &str, name: &str) -> f32 {
        let rest = element.split(&format!(" {name}=\"")).nth(1).expect("an attribute");
        rest.split('"').next().and_then(|value| value.parse().ok()).expect("a number")
    }

    fn assert_whole(image: &Image, title: &str) {
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
                right <= RIGHT as f32 + 1.0 && SHOWN.contains(&place.y) && SHOWN.contains(&bottom)
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
                let words =
                    Words {
                        title, kind: "사용 사례 가이드", site: "AI 에이전트 결정 가이드"
                    };
                assert_whole(&compose(&words, None), title);
                for (width, height) in [(720, 180), (720, 360), (720, 700), (300, 900), (1400, 90)]
                {
                    let flat = Flat { svg: String::new(), width, height };
                    assert_whole(&compose(&words, Some(flat)), title);
                }
            }
        }
    }
}
