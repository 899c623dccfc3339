//! The pieces that several kinds share: cards, numbered nodes on the path, gates, badges.

use super::{
    icons::Glyph,
    measure::{TextLines, TextStyle},
    scene::{LineKind, Point, Rect, Scene, at},
    wrap::wrap,
};
use crate::diagram::choice::{Actor, Signal, Tone};

/// The inner margin of a card.
pub const PAD: i32 = 14;
/// The radius of a card's corners.
pub const ROUND: i32 = 10;
/// The size of a pictogram beside a label.
pub const GLYPH: i32 = 22;
/// The distance from a pictogram's left edge to the label beside it.
pub const INDENT: i32 = GLYPH + 9;
/// The radius of a badge with a number.
const BADGE: i32 = 11;

/// A heading with a pictogram and a note below, measured but not placed yet.
pub struct CardText {
    pub glyph: Option<(Glyph, &'static str)>,
    pub label: TextLines,
    pub note: Option<TextLines>,
}

impl CardText {
    /// Measures an entry that is `width` units wide.
    pub fn new(
        glyph: Option<(Glyph, &'static str)>,
        label: &str,
        note: Option<&str>,
        width: i32,
    ) -> CardText {
        let inner = if glyph.is_some() { width - INDENT } else { width };
        CardText {
            glyph,
            label: wrap(label, inner, TextStyle::Label),
            note: note.map(|note| wrap(note, inner, TextStyle::Note)),
        }
    }

    pub fn height(&self) -> i32 {
        self.label.height() + self.note.as_ref().map_or(0, |note| note.height() + 3)
    }

    /// Returns the width of its words.
    pub fn width(&self) -> i32 {
        let note = self.note.as_ref().map_or(0, |note| note.width);
        self.label.width.max(note) + if self.glyph.is_some() { INDENT } else { 0 }
    }

    /// Draws the entry at `place` inside `within` and returns the y below it.
    pub fn draw(self, scene: &mut Scene, place: Point, within: Rect) -> i32 {
        let mut x = place.x;
        if let Some((glyph, class)) = self.glyph {
            scene.glyph(glyph, place, GLYPH, class);
            x += INDENT;
        }
        let below = scene.text(self.label, at(x, place.y), "", within);
        match self.note {
            Some(note) => scene.text(note, at(x, below + 3), "dg-soft", within),
            None => below,
        }
    }
}

/// Returns the class with the colour of a signal.
pub const fn signal_class(signal: Option<Signal>) -> &'static str {
    match signal {
        Some(Signal::Quality) => "dg-quality",
        Some(Signal::Format) => "dg-format",
        Some(Signal::Risk) => "dg-risk",
        Some(Signal::Cost) => "dg-cost",
        None => "dg-plain",
    }
}

/// Returns the classes of a surface in the hue of a signal.
pub const fn solid_class(signal: Option<Signal>) -> &'static str {
    match signal {
        Some(Signal::Quality) => "dg-solid dg-quality",
        Some(Signal::Format) => "dg-solid dg-format",
        Some(Signal::Risk) => "dg-solid dg-risk",
        Some(Signal::Cost) => "dg-solid dg-cost",
        None => "dg-solid dg-plain",
    }
}

/// Returns the class with the colour of a tone.
pub const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Go => "dg-go",
        Tone::Caution => "dg-caution",
        Tone::Stop => "dg-stop",
    }
}

/// Returns the class that colours the steps of an actor.
pub const fn actor_class(actor: Option<Actor>) -> &'static str {
    match actor {
        Some(Actor::System) => "dg-system",
        Some(Actor::Person) => "dg-person",
        Some(Actor::Both) => "dg-both",
        None => "dg-plain",
    }
}

/// Draws a numbered node on the path. Its shape shows who acts, also without colours: a square
/// for the system, a circle for a person, one inside the other for both.
pub fn node(scene: &mut Scene, centre: Point, number: usize, actor: Option<Actor>) {
    let square = Rect::around(centre, 30, 30);
    match actor {
        Some(Actor::System) => scene.plate(square, 6, "dg-solid dg-system"),
        Some(Actor::Person) => scene.circle(centre, 16, "dg-solid dg-person"),
        Some(Actor::Both) => {
            scene.plate(Rect::around(centre, 34, 34), 7, "dg-solid dg-system");
            scene.circle(centre, 14, "dg-solid dg-person dg-ringed");
        }
        None => scene.circle(centre, 16, "dg-solid dg-plain"),
    }
    scene.centred(&two_digits(number), TextStyle::Strong, "dg-on", square);
}

/// The measures of a gate relative to its centre: the distance of the posts and the ends of the
/// upper rail to either side, the lower end, the heights of the lower rail, the upper rail and
/// the posts, and the position and top of each spike.
struct GateForm {
    post: i32,
    rail: i32,
    foot: i32,
    rails: [i32; 2],
    top: i32,
    spikes: &'static [(i32, i32)],
}

const GATE: GateForm = GateForm {
    post: 17,
    rail: 22,
    foot: 19,
    rails: [9, 17],
    top: 28,
    spikes: &[(-10, 22), (-5, 24), (0, 26), (5, 24), (10, 22)],
};

const SMALL_GATE: GateForm = GateForm {
    post: 12,
    rail: 16,
    foot: 16,
    rails: [4, 10],
    top: 18,
    spikes: &[(-4, 14), (0, 16), (4, 14)],
};

/// Draws a gate on the path with its number between the posts.
pub fn gate(scene: &mut Scene, centre: Point, number: Option<usize>) {
    draw_gate(scene, centre, &GATE);
    if let Some(number) = number {
        let area = Rect::new(centre.x - 15, centre.y - 6, 30, 24);
        scene.centred(&two_digits(number), TextStyle::Strong, "dg-accent", area);
    }
}

/// Draws a small gate without a number.
pub fn small_gate(scene: &mut Scene, centre: Point) {
    draw_gate(scene, centre, &SMALL_GATE);
}

/// Draws a village gate, as in the site's logo: posts that rise above two rails, and upright
/// spikes in the rails.
fn draw_gate(scene: &mut Scene, Point { x, y }: Point, form: &GateForm) {
    let [lower, upper] = form.rails;
    for x in [x - form.post, x + form.post] {
        scene.rule(at(x, y + form.foot), at(x, y - form.top), "dg-gate");
    }
    for (reach, up) in [(form.rail, upper), (form.post, lower)] {
        scene.rule(at(x - reach, y - up), at(x + reach, y - up), "dg-gate");
    }
    for (across, up) in form.spikes {
        scene.rule(at(x + across, y - lower), at(x + across, y - up), "dg-gate dg-spike");
    }
}

/// Returns how far a node reaches from its centre: up, down, to either side.
pub const fn node_reach(is_gate: bool) -> (i32, i32, i32) {
    if is_gate { (31, 20, 27) } else { (20, 18, 19) }
}

/// Draws a sign in a small ring: mostly a number, which refers to a node elsewhere in the drawing.
pub fn badge(scene: &mut Scene, centre: Point, sign: &str) {
    hued_badge(scene, centre, sign, None);
}

/// Draws a badge; its ring has the hue of the signal that it stands for, if any.
pub fn hued_badge(scene: &mut Scene, centre: Point, sign: &str, signal: Option<Signal>) {
    let class = match signal {
        Some(Signal::Quality) => "dg-badge dg-quality",
        Some(Signal::Format) => "dg-badge dg-format",
        Some(Signal::Risk) => "dg-badge dg-risk",
        Some(Signal::Cost) => "dg-badge dg-cost",
        None => "dg-badge",
    };
    scene.circle(centre, BADGE, class);
    let area = Rect::around(centre, 2 * BADGE, 2 * BADGE);
    scene.centred(sign, TextStyle::Strong, "", area);
}

/// Returns a number with two digits, `07` for `7`, so that the numbers of a path are aligned.
fn two_digits(number: usize) -> String {
    format!("{number:02}")
}

/// Draws the heading of a part of a drawing and returns the y below it.
pub fn heading(scene: &mut Scene, words: &str, place: Point, width: i32) -> i32 {
    let lines = wrap(words, width, TextStyle::Strong);
    let within = Rect::new(place.x, place.y, width, lines.height());
    scene.text(lines, place, "dg-soft", within)
}

/// Draws a marker of a tone: a ring for go, a diamond for caution, a square for stop.
pub fn tone_marker(scene: &mut Scene, centre: Point, tone: Tone, radius: i32) {
    let Point { x, y } = centre;
    match tone {
        Tone::Go => scene.circle(centre, radius, "dg-solid dg-go"),
        Tone::Caution => {
            let reach = radius + radius / 4;
            let points =
                vec![at(x, y - reach), at(x + reach, y), at(x, y + reach), at(x - reach, y)];
            scene.shape(points, "dg-solid dg-caution");
        }
        Tone::Stop => {
            let side = 2 * radius - 2;
            scene.plate(Rect::around(centre, side, side), 3, "dg-solid dg-stop");
        }
    }
}

/// Draws an edge with an arrowhead.
pub fn edge(scene: &mut Scene, points: Vec<Point>, class: &'static str) {
    scene.line(points, class, LineKind::Edge);
}
