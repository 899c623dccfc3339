//! Signals: the subject of a decision, its flow of stages along the path, and the signals that
//! decide.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Icon, Signal,
        layout::{
            CardText, Glyph, PAD, Point, ROUND, Rect, Scene, TextStyle, at, edge, heading,
            signal_class, solid_class, wrap,
        },
        outline::{Outline, item, list, noted, say},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// What is decided about, a flow of stages, and the signals that decide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct Signals {
    /// What is decided about, where the path begins.
    #[schemars(extend("x-translated" = true))]
    pub subject: String,
    /// The stages of the path in their order.
    #[schemars(length(min = 2, max = 6))]
    pub flow: Vec<FlowStage>,
    /// The signals that decide.
    #[schemars(length(min = 1, max = 5))]
    pub signals: Vec<SignalNote>,
}

/// A stage of a flow.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct FlowStage {
    /// The name of the stage, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the stage is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// A sentence about the stage.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
    /// The pictogram on the path.
    pub icon: Option<Icon>,
}

/// A signal and what to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct SignalNote {
    /// The name of the signal, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What kind of signal it is: that gives its colour and its pictogram.
    pub signal: Signal,
    /// What the signal is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// What to look for.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
}

impl DiagramKind for Signals {
    type Written = Self;

    fn resolve(written: Self, _: &mut TomlBlock) -> Self {
        written
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        let mut scene = Scene::new(arrangement.width());
        let top = subject(&mut scene, &self.subject, strings);
        let below = match arrangement {
            Arrangement::Wide => flow_across(&mut scene, &self.flow, top),
            Arrangement::Middle | Arrangement::Narrow => flow_down(&mut scene, &self.flow, top),
        };
        let words = strings.get("diagram-decision-signals");
        let below = heading(&mut scene, &words, at(0, below + 22), arrangement.width()) + 8;
        scene.height = match arrangement {
            Arrangement::Wide => signals_across(&mut scene, &self.signals, below),
            Arrangement::Middle | Arrangement::Narrow => {
                signals_down(&mut scene, &self.signals, below)
            }
        };
        scene
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let arguments = [("name", self.subject.as_str().into()), ("count", self.flow.len().into())];
        let flow = self.flow.iter().map(|stage| item(noted(&stage.label, stage.note.as_ref())));
        let notes = self.signals.iter().map(|s| item(noted(&s.label, s.note.as_ref())));
        Outline {
            intro: say(strings, "diagram-intro-signals", arguments),
            parts: vec![
                list(Some(strings.get("diagram-flow")), flow),
                list(Some(strings.get("diagram-decision-signals")), notes),
            ],
        }
    }

    fn remove_notes(&mut self) {
        self.flow.iter_mut().for_each(|stage| stage.note = None);
        self.signals.iter_mut().for_each(|signal| signal.note = None);
    }
}

/// The radius of a stage's disc on the path.
const DISC: i32 = 24;
/// The distance between two columns.
const GUTTER: i32 = 20;

/// Draws the subject of the decision at the beginning of the path, and returns the y below.
fn subject(scene: &mut Scene, words: &str, strings: &Strings) -> i32 {
    let width = scene.width;
    let below = heading(scene, &strings.get("diagram-subject"), at(0, 0), width);
    let lines = wrap(words, width, TextStyle::Label);
    let within = Rect::new(0, below + 1, width, lines.height());
    scene.text(lines, at(0, below + 1), "", within) + 16
}

fn disc(scene: &mut Scene, centre: Point, stage: &FlowStage) {
    let icon = stage.icon.unwrap_or(Icon::Flow);
    let guards = matches!(icon, Icon::Gate | Icon::Guard);
    scene.circle(centre, DISC, if guards { "dg-disc dg-disc-guard" } else { "dg-disc" });
    let class = if guards { "dg-accent" } else { "dg-ink" };
    scene.glyph(Glyph::Icon(icon), at(centre.x - 13, centre.y - 13), 26, class);
}

fn flow_across(scene: &mut Scene, stages: &[FlowStage], top: i32) -> i32 {
    let count = stages.len().max(1) as i32;
    let column = (scene.width + GUTTER) / count - GUTTER;
    let y = top + DISC;
    let mut below = y + DISC;
    let entry =
        |stage: &FlowStage| CardText::new(None, &stage.label, stage.note.as_deref(), column);
    // The words of the last stage end at the edge of the drawing.
    let last = stages.last().map_or(0, |stage| entry(stage).width().max(2 * DISC));
    let pitch = (scene.width - last) / (count - 1).max(1);
    for (nth, stage) in stages.iter().enumerate() {
        let x = nth as i32 * pitch;
        let centre = at(x + DISC, y);
        if nth > 0 {
            let from = at(x - pitch + 2 * DISC + 5, y);
            edge(scene, vec![from, at(x - 6, y)], "dg-path");
        }
        disc(scene, centre, stage);
        let entry = entry(stage);
        let place = at(x, y + DISC + 12);
        let within = Rect::new(x, place.y, column, entry.height());
        below = below.max(entry.draw(scene, place, within));
    }
    below
}

fn flow_down(scene: &mut Scene, stages: &[FlowStage], top: i32) -> i32 {
    let left = 2 * DISC + 14;
    let mut y = top;
    for (nth, stage) in stages.iter().enumerate() {
        let entry = CardText::new(None, &stage.label, stage.note.as_deref(), scene.width - left);
        let height = entry.height().max(2 * DISC);
        let centre = at(DISC, y + DISC);
        disc(scene, centre, stage);
        let place = at(left, y + (height - entry.height()).min(2) + 1);
        let within = Rect::new(left, y, scene.width - left, height + 3);
        entry.draw(scene, place, within);
        if nth + 1 < stages.len() {
            let next = y + height + 24;
            edge(scene, vec![at(DISC, y + 2 * DISC + 5), at(DISC, next - 6)], "dg-path");
            y = next;
        } else {
            y += height;
        }
    }
    y
}

fn signals_across(scene: &mut Scene, signals: &[SignalNote], top: i32) -> i32 {
    let count = signals.len().max(1) as i32;
    let gap = 12;
    let width = (scene.width - gap * (count - 1)) / count;
    let entries: Vec<CardText> = signals.iter().map(|signal| entry(signal, width)).collect();
    let height = entries.iter().map(CardText::height).max().unwrap_or(0) + 2 * PAD;
    for (nth, (signal, entry)) in signals.iter().zip(entries).enumerate() {
        let area = Rect::new(nth as i32 * (width + gap), top, width, height);
        card(scene, signal, entry, area);
    }
    top + height
}

fn signals_down(scene: &mut Scene, signals: &[SignalNote], top: i32) -> i32 {
    let mut y = top;
    for signal in signals {
        let entry = entry(signal, scene.width);
        let area = Rect::new(0, y, scene.width, entry.height() + 2 * PAD - 4);
        y = area.bottom() + 10;
        card(scene, signal, entry, area);
    }
    y - 10
}

fn entry(signal: &SignalNote, width: i32) -> CardText {
    let glyph = (Glyph::Signal(signal.signal), signal_class(Some(signal.signal)));
    CardText::new(Some(glyph), &signal.label, signal.note.as_deref(), width - 2 * PAD - 4)
}

/// Draws a card with a stripe in the signal's hue on its left side.
fn card(scene: &mut Scene, signal: &SignalNote, entry: CardText, area: Rect) {
    scene.node(area, ROUND, "dg-card");
    let bar = Rect::new(area.x + 6, area.y + 10, 4, area.h - 20);
    scene.plate(bar, 2, solid_class(Some(signal.signal)));
    let top = area.y + (area.h - entry.height()).min(2 * PAD) / 2;
    entry.draw(scene, at(area.x + PAD + 5, top), area);
}
