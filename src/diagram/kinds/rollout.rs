//! Rollout: stages over time on a path that climbs from stage to stage. After each stage there
//! is a gate that opens when the exit criteria hold.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    diagram::{
        Arrangement, DiagramKind, Icon,
        layout::{
            Glyph, LineKind, PAD, Point, ROUND, Rect, Scene, TextLines, TextStyle, at, edge, gate,
            node_reach, small_gate, wrap,
        },
        outline::{Outline, OutlineItem, OutlineLine, list, noted, say, with_count},
    },
    i18n::Strings,
    schema::TomlBlock,
    span::At,
};

/// Stages over time, each with what opens it and what lets it end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[schemars(extend("x-drawn" = true))]
pub struct Rollout {
    /// The stages in their order.
    #[schemars(length(min = 2, max = 5))]
    pub stages: Vec<RolloutStage>,
}

/// A stage with what opens it and what lets it end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct RolloutStage {
    /// The name of the stage, the same in both languages.
    #[schemars(extend("format" = "id"))]
    pub id: At<String>,
    /// What the stage is called.
    #[schemars(extend("x-translated" = true))]
    pub label: String,
    /// When the stage is, or how long it takes.
    #[schemars(extend("x-translated" = true))]
    pub when: String,
    /// A sentence about the stage.
    #[schemars(extend("x-translated" = true))]
    pub note: Option<String>,
    /// What must hold before the stage begins.
    #[schemars(length(min = 1, max = 3), extend("x-translated" = true))]
    pub entry: Vec<String>,
    /// What must hold before the stage ends.
    #[schemars(length(min = 1, max = 3), extend("x-translated" = true))]
    pub exit: Vec<String>,
}

impl DiagramKind for Rollout {
    type Written = Self;

    fn resolve(written: Self, _: &mut TomlBlock) -> Self {
        written
    }

    fn draw(&self, arrangement: Arrangement, strings: &Strings) -> Scene {
        match arrangement {
            Arrangement::Wide => across(self, strings),
            Arrangement::Middle | Arrangement::Narrow => down(self, arrangement, strings),
        }
    }

    fn outline(&self, strings: &Strings) -> Outline {
        let stages = self.stages.iter().map(|stage| {
            let names =
                [("label", stage.label.as_str().into()), ("when", stage.when.as_str().into())];
            OutlineItem {
                words: noted(&say(strings, "diagram-stage", names), stage.note.as_ref()),
                more: vec![
                    OutlineLine { words: strings.get("diagram-entry"), list: stage.entry.clone() },
                    OutlineLine { words: strings.get("diagram-exit"), list: stage.exit.clone() },
                ],
            }
        });
        Outline {
            intro: with_count(strings, "diagram-intro-rollout", self.stages.len()),
            parts: vec![list(None, stages)],
        }
    }

    fn remove_notes(&mut self) {
        for stage in &mut self.stages {
            stage.note = None;
            stage.entry.clear();
            stage.exit.clear();
        }
    }
}

/// The distance between two stages, where the gate stands.
const GUTTER: i32 = 24;
/// The height that the path climbs from stage to stage.
const CLIMB: i32 = 14;
/// The distance from the path up to the words between number and gate, and up to the words
/// above both.
const BESIDE: i32 = 6;
const OVER: i32 = 34;
/// The distance from the path to the card below.
const DROP: i32 = 30;

/// A part of the words on a stage's card.
enum CardPart<'a> {
    Label(&'a str),
    Note(&'a str),
    /// A list with a heading and a pictogram.
    Criteria(Glyph, String, &'a [String]),
}

fn parts<'a>(stage: &'a RolloutStage, strings: &Strings) -> Vec<CardPart<'a>> {
    let criteria = |glyph, key: &str, list: &'a [String]| {
        (!list.is_empty()).then(|| CardPart::Criteria(glyph, strings.get(key), list))
    };
    let enter = criteria(Glyph::Enter, "diagram-entry", &stage.entry);
    let leave = criteria(Glyph::Icon(Icon::Gate), "diagram-exit", &stage.exit);
    let note = stage.note.as_deref().map(CardPart::Note);
    [Some(CardPart::Label(&stage.label)), note, enter, leave].into_iter().flatten().collect()
}

/// Draws `parts` down from `place` inside `within` and returns the y below.
fn draw_parts(scene: &mut Scene, parts: &[CardPart], place: Point, within: Rect) -> i32 {
    let width = within.w - 2 * PAD;
    let mut y = place.y;
    for part in parts {
        y = match part {
            CardPart::Label(words) => {
                scene.text(wrap(words, width, TextStyle::Label), at(place.x, y), "", within)
            }
            CardPart::Note(words) => {
                let lines = wrap(words, width, TextStyle::Note);
                scene.text(lines, at(place.x, y + 3), "dg-soft", within)
            }
            CardPart::Criteria(glyph, words, list) => {
                criteria(scene, (*glyph, words, list), at(place.x, y), within)
            }
        };
    }
    y
}

fn criteria(
    scene: &mut Scene,
    (glyph, words, list): (Glyph, &str, &[String]),
    place: Point,
    within: Rect,
) -> i32 {
    let width = within.w - 2 * PAD;
    let mut y = place.y + 12;
    scene.rule(at(place.x, y), at(place.x + width, y), "dg-hair");
    y += 10;
    scene.glyph(glyph, at(place.x - 1, y), 18, "dg-accent");
    y = scene.text(
        wrap(words, width - 24, TextStyle::Strong),
        at(place.x + 23, y),
        "dg-soft",
        within,
    );
    for criterion in list {
        let lines = wrap(criterion, width - 14, TextStyle::Small);
        y += 4;
        scene.circle(at(place.x + 4, y + 9), 2, "dg-dot");
        y = scene.text(lines, at(place.x + 14, y), "", within);
    }
    y
}

/// Returns the height that `parts` take in a card of `width`, found by drawing them on a
/// scratch scene.
fn height(parts: &[CardPart], width: i32) -> i32 {
    draw_parts(&mut Scene::new(width), parts, at(PAD, 0), Rect::new(0, 0, width, 0)) + 2 * PAD
}

fn across(rollout: &Rollout, strings: &Strings) -> Scene {
    let mut scene = Scene::new(Arrangement::Wide.width());
    let count = rollout.stages.len().max(1) as i32;
    let width = (scene.width - GUTTER * (count - 1)) / count;
    let all: Vec<Vec<CardPart>> =
        rollout.stages.iter().map(|stage| parts(stage, strings)).collect();
    let highest = all.iter().map(|parts| height(parts, width)).max().unwrap_or(0);
    let (whens, lift) = whens(rollout, width);
    let above = whens.iter().map(|lines| lines.height() + lift).max().unwrap_or(0).max(32);
    let path = |nth: i32| above + (count - 1 - nth) * CLIMB;
    let bottom = path(0) + DROP + highest;
    let mut points = Vec::new();
    for (nth, (parts, when)) in all.iter().zip(whens).enumerate() {
        let (x, y) = (nth as i32 * (width + GUTTER), path(nth as i32));
        let area = Rect::new(x, y + DROP, width, bottom - y - DROP);
        scene.node(area, ROUND, "dg-card");
        draw_parts(&mut scene, parts, at(x + PAD, area.y + PAD), area);
        points.extend([at(x, y), at(x + width, y)]);
        let place = at(if lift == BESIDE { x + 32 } else { x }, y - when.height() - lift + 2);
        let within = Rect::new(place.x, place.y, x + width - place.x, when.height());
        scene.text(when, place, "", within);
        stage_node(&mut scene, at(x + 13, y), nth + 1);
    }
    climb(&mut scene, &points);
    scene.height = bottom + 1;
    scene
}

/// Returns the time of each stage in lines, and the height of these above the path: between
/// number and gate if all of them fit there in one line, otherwise above the whole column.
fn whens(rollout: &Rollout, width: i32) -> (Vec<TextLines>, i32) {
    let wrapped = |width: i32| {
        let whens = rollout.stages.iter().map(|stage| wrap(&stage.when, width, TextStyle::Strong));
        whens.collect::<Vec<_>>()
    };
    let beside = wrapped(width - 80);
    match beside.iter().all(|lines| lines.lines.len() == 1) {
        true => (beside, BESIDE),
        false => (wrapped(width), OVER),
    }
}

/// Draws a stage's number on the path.
fn stage_node(scene: &mut Scene, centre: Point, number: usize) {
    scene.circle(centre, 13, "dg-solid dg-person");
    let area = Rect::around(centre, 26, 26);
    scene.centred(&number.to_string(), TextStyle::Strong, "dg-on", area);
}

/// Draws the path from stage to stage, and the gates. `points` are the two ends of each stage.
fn climb(scene: &mut Scene, points: &[Point]) {
    let ends = points.iter().skip(1).step_by(2);
    let starts = points.iter().step_by(2);
    let next = points.iter().skip(2).step_by(2).map(Some).chain([None]);
    for ((start, end), next) in starts.zip(ends).zip(next) {
        let mut path = vec![at(start.x + 26, start.y)];
        if let Some(next) = next {
            let middle = end.x + GUTTER / 2;
            path.extend([at(middle, end.y), at(middle, next.y), *next]);
            scene.line(path, "dg-path", LineKind::Tie);
        } else {
            path.push(at(end.x + 1, end.y));
            edge(scene, path, "dg-path");
        }
        small_gate(scene, at(end.x - 28, end.y - 8));
    }
}

fn down(rollout: &Rollout, arrangement: Arrangement, strings: &Strings) -> Scene {
    let mut scene = Scene::new(arrangement.width());
    let (spine, x) = (24, 56);
    let width = scene.width - x;
    let mut y = 2;
    for (nth, stage) in rollout.stages.iter().enumerate() {
        let when = wrap(&stage.when, width, TextStyle::Strong);
        let within = Rect::new(x, y, width, when.height());
        stage_node(&mut scene, at(spine, y + 12), nth + 1);
        let top = scene.text(when, at(x, y), "", within) + 6;
        let parts = parts(stage, strings);
        let area = Rect::new(x, top, width, height(&parts, width));
        scene.node(area, ROUND, "dg-card");
        draw_parts(&mut scene, &parts, at(x + PAD, top + PAD), area);
        y = stage_path(&mut scene, spine, (y + 24, area.bottom()), nth + 1 == rollout.stages.len());
    }
    scene.height = y;
    scene
}

/// Draws the path beside a stage with the gate at its end, and returns the top of the next
/// stage.
fn stage_path(scene: &mut Scene, spine: i32, (from, bottom): (i32, i32), last: bool) -> i32 {
    let gate_at = at(spine, bottom - 20);
    edge(scene, vec![at(spine, from), at(spine, gate_at.y - node_reach(true).0)], "dg-path");
    gate(scene, gate_at, None);
    if last {
        return bottom + 2;
    }
    let next = bottom + 30;
    edge(scene, vec![at(spine, gate_at.y + 2), at(spine, next - 6)], "dg-path");
    next
}
