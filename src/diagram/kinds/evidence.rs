//! Evidence: signals with levels beside the chain of evidence that ends in a decision.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Signal,
        layout::{
            CardText, GLYPH, Glyph, INDENT, Point, ROUND, Rect, Scene, TextAnchor, TextStyle, at,
            gate, heading, signal_class, solid_class, wrap,
        },
        outline::{Outline, OutlineItem, OutlineLine, item, list, noted, say, with_count},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// Signals with levels, and the chain of evidence behind a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct Evidence {
    /// What a higher level means, where that is not stronger evidence: above the signals.
    #[schemars(extend("x-translated" = true))]
    pub levels: Option<String>,
    /// The signals and how strong each is.
    #[schemars(length(min = 1, max = 5))]
    pub signals: Vec<LevelSignal>,
    /// The chain of evidence in its order; its last link is the decision.
    #[schemars(length(min = 2, max = 6))]
    pub chain: Vec<ChainLink>,
}

/// A signal and how strong it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct LevelSignal {
    /// The name of the signal, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What kind of signal it is: that gives its colour and its pictogram.
    pub signal: Signal,
    /// What the signal is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// How strong the signal is.
    #[schemars(range(min = 1, max = 5))]
    pub level: u8,
    /// A sentence about the signal.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
}

/// A link of a chain of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct ChainLink {
    /// The name of the link, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the link is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// A sentence about the link.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
}

impl DiagramKind for Evidence {
    type Written = Self;

    fn resolve(written: Self, _: &mut TomlBlock) -> Self {
        written
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        let mut scene = Scene::new(arrangement.width());
        let (levels, chain) = (self.levels_words(strings), strings.get("diagram-chain"));
        scene.height = match arrangement {
            Arrangement::Wide => {
                let left = Rect::new(0, 0, 336, 0);
                let right = Rect::new(384, 0, 336, 0);
                let below = meters(&mut scene, &self.signals, &levels, left);
                let end = links(&mut scene, &self.chain, &chain, right).max(below);
                scene.rule(at(360, 4), at(360, end - 4), "dg-hair");
                end
            }
            Arrangement::Middle | Arrangement::Narrow => {
                let all = Rect::new(0, 0, scene.width, 0);
                let below = meters(&mut scene, &self.signals, &levels, all);
                links(&mut scene, &self.chain, &chain, Rect { y: below + 28, ..all })
            }
        };
        scene
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let levels = self.signals.iter().map(|signal| {
            let arguments =
                [("label", signal.label.as_str().into()), ("value", signal.level.into())];
            let words = say(strings, "diagram-level", arguments);
            OutlineItem {
                words,
                more: signal.note.iter().cloned().map(OutlineLine::plain).collect(),
            }
        });
        let chain = self.chain.iter().map(|link| item(noted(&link.label, link.note.as_ref())));
        Outline {
            intro: with_count(strings, "diagram-intro-evidence", self.chain.len()),
            parts: vec![
                list(Some(self.levels_words(strings)), levels),
                list(Some(strings.get("diagram-chain")), chain),
            ],
        }
    }

    fn remove_notes(&mut self) {
        self.signals.iter_mut().for_each(|signal| signal.note = None);
        self.chain.iter_mut().for_each(|link| link.note = None);
    }
}

impl Evidence {
    /// Returns the sentence on what the levels mean.
    fn levels_words(&self, strings: &Strings) -> String {
        self.levels.clone().unwrap_or_else(|| strings.get("diagram-levels"))
    }
}

/// The number of levels.
const LEVELS: i32 = 5;
/// The distance from the left to the text beside the path.
const BESIDE: i32 = 72;
/// The least distance from one link of the chain to the next.
const CHAIN_STEP: i32 = 62;

/// Draws the signals with their levels and returns the y below.
fn meters(scene: &mut Scene, signals: &[LevelSignal], words: &str, area: Rect) -> i32 {
    let mut y = heading(scene, words, at(area.x, area.y), area.w) + 14;
    for signal in signals {
        y = meter(scene, signal, at(area.x, y), area.w) + 20;
    }
    y - 20
}

fn meter(scene: &mut Scene, signal: &LevelSignal, place: Point, width: i32) -> i32 {
    let class = signal_class(Some(signal.signal));
    let glyph = (Glyph::Signal(signal.signal), class);
    let label = CardText::new(Some(glyph), &signal.label, None, width - 44);
    let within = Rect::new(place.x, place.y, width - 44, label.height());
    let value = wrap(&format!("{}/{LEVELS}", signal.level), 60, TextStyle::Strong);
    let right = (TextAnchor::End, "dg-soft");
    scene.anchored(value, at(place.x + width, place.y + 2), right, None);
    let below = label.draw(scene, place, within) + 6;
    let x = place.x + INDENT;
    let step = (width - INDENT + 5) / LEVELS;
    for level in 0..LEVELS {
        let segment = Rect::new(x + level * step, below, step - 5, 9);
        let reached = level < i32::from(signal.level);
        let class = if reached { solid_class(Some(signal.signal)) } else { "dg-empty" };
        scene.plate(segment, 3, class);
    }
    note(scene, signal, at(x, below + 15), width - INDENT)
}

fn note(scene: &mut Scene, signal: &LevelSignal, place: Point, width: i32) -> i32 {
    let Some(note) = &signal.note else { return place.y - 6 };
    let lines = wrap(note, width, TextStyle::Note);
    let within = Rect::new(place.x, place.y, width, lines.height());
    scene.text(lines, place, "dg-soft", within)
}

/// Draws the chain of evidence and returns the y below.
fn links(scene: &mut Scene, chain: &[ChainLink], words: &str, area: Rect) -> i32 {
    let below = heading(scene, words, at(area.x, area.y), area.w) + 14;
    let spine = area.x + 27;
    let width = area.w - BESIDE;
    let mut top = below;
    let mut y = below;
    for (nth, link) in chain.iter().enumerate() {
        let last = nth + 1 == chain.len();
        if last {
            return decision(
                scene,
                link,
                at(spine, top),
                Rect::new(area.x + BESIDE, top, width, 0),
            );
        }
        let entry = CardText::new(None, &link.label, link.note.as_deref(), width);
        let within = Rect::new(area.x + BESIDE, top, width, entry.height());
        y = entry.draw(scene, at(within.x, top), within);
        let next = top + CHAIN_STEP.max(y - top + 20);
        chain_links(scene, spine, top + 31, next + 3);
        ring(scene, at(spine, top + 17), nth + 1);
        top = next;
    }
    y
}

/// Draws a link with its number.
fn ring(scene: &mut Scene, centre: Point, number: usize) {
    scene.circle(centre, 16, "dg-ring");
    let area = Rect::around(centre, 26, 26);
    scene.centred(&number.to_string(), TextStyle::Strong, "", area);
}

/// Draws small interlocked links between two rings.
fn chain_links(scene: &mut Scene, x: i32, from: i32, to: i32) {
    let (length, least) = (16, 10);
    let count = ((to - from) / least).max(1);
    for nth in 0..count {
        let middle = from + (to - from) * (2 * nth + 1) / (2 * count);
        let width = if nth % 2 == 0 { 4 } else { 9 };
        let link = Rect::around(at(x, middle), width, length);
        scene.plate(link, width / 2, "dg-chain");
    }
}

/// Draws the decision at the end of the chain: a gate, and a card with the words.
fn decision(scene: &mut Scene, link: &ChainLink, place: Point, beside: Rect) -> i32 {
    let entry = CardText::new(None, &link.label, link.note.as_deref(), beside.w - 14);
    let area = Rect::new(beside.x - 14, place.y, beside.w + 14, entry.height() + 24);
    gate(scene, at(place.x, place.y + 30), None);
    scene.node(area, ROUND, "dg-card dg-card-gate");
    entry.draw(scene, at(beside.x, area.y + 12), area);
    area.bottom().max(place.y + GLYPH + 30)
}
