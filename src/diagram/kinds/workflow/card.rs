//! The card of a step: its actor, label, note and exits.

use super::{Step, StepType, Workflow, exits::exits_of};
use crate::{
    diagram::{
        Icon,
        layout::{
            CardText, Glyph, PAD, Point, ROUND, Rect, Scene, TextLines, TextStyle, actor_class, at,
            badge, wrap,
        },
        outline::actor_key,
    },
    i18n::Strings,
};

/// The space for the badge of an exit at the edge of the card.
const BADGE_ROOM: i32 = 30;
/// The size of a pictogram in the line above the label, and the text beside it.
const ROLE_GLYPH: i32 = 20;
const ROLE_INDENT: i32 = 26;

/// The side of a card on which the badges of its exits stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathSide {
    Left,
    Right,
}

/// A measured card.
pub struct StepCard {
    entry: CardText,
    /// The actor and the type of the step, unless the side of the card shows them.
    role: Option<StepRole>,
    exits: Vec<StepExit>,
    class: &'static str,
    pub side: PathSide,
}

/// The actor and the type of a step, above the label.
struct StepRole {
    glyph: Option<(Glyph, &'static str)>,
    lines: TextLines,
}

/// A way out: its words and the number of its target.
struct StepExit {
    lines: TextLines,
    to: usize,
}

impl StepCard {
    /// Measures the card of step `at`, which is `width` units wide. If it is `sided`, its side
    /// of the path shows who acts, and the pictogram stands beside the label.
    pub fn new(
        workflow: &Workflow,
        at: usize,
        width: i32,
        (side, sided): (PathSide, bool),
        strings: &Strings,
    ) -> StepCard {
        let step = &workflow.steps[at];
        let inner = width - 2 * PAD;
        let exits = exits_of(workflow, at).into_iter().map(|link| {
            let words = link.label.as_ref().unwrap_or(&workflow.steps[link.to].label);
            StepExit { lines: wrap(words, inner - BADGE_ROOM, TextStyle::Small), to: link.to + 1 }
        });
        let glyph = glyph(step);
        let roles = roles(step, sided, strings);
        let role = (!roles.is_empty()).then(|| StepRole {
            glyph: glyph.filter(|_| !sided),
            lines: listed(&roles, inner - ROLE_INDENT),
        });
        StepCard {
            entry: CardText::new(glyph.filter(|_| sided), &step.label, step.note.as_deref(), inner),
            role,
            exits: exits.collect(),
            class: class(step),
            side,
        }
    }

    /// Returns the height of the card's content with its margins.
    pub fn height(&self) -> i32 {
        let role = self.role.as_ref().map_or(0, |role| role.lines.height() + 5);
        let exits: i32 = self.exits.iter().map(|exit| row_height(&exit.lines)).sum();
        PAD + role + self.entry.height() + PAD + exits
    }

    /// Draws the card, with its words `down` units from the top. Returns the y of each exit, in
    /// the order of the ways out. If the card is higher than its content, the exits stand at
    /// its lower edge.
    pub fn draw(self, scene: &mut Scene, area: Rect, down: i32) -> Vec<i32> {
        scene.node(area, ROUND, self.class);
        let place = at(area.x + PAD, area.y + PAD - 2 + down);
        let below = match self.role {
            Some(role) => role.draw(scene, place, area) + 5,
            None => place.y,
        };
        self.entry.draw(scene, at(place.x, below), area);
        let exits: i32 = self.exits.iter().map(|exit| row_height(&exit.lines)).sum();
        let mut y = area.bottom() - exits;
        let mut middles = Vec::with_capacity(self.exits.len());
        for exit in self.exits {
            middles.push(draw_exit(scene, exit, (area, self.side), y));
            y = 2 * middles.last().map_or(y, |middle| *middle) - y;
        }
        middles
    }
}

impl StepRole {
    /// Draws the line at `place` and returns the y below it.
    fn draw(self, scene: &mut Scene, place: Point, within: Rect) -> i32 {
        let mut x = place.x;
        if let Some((glyph, class)) = self.glyph {
            scene.glyph(glyph, at(x - 1, place.y - 1), ROLE_GLYPH, class);
            x += ROLE_INDENT;
        }
        scene.text(self.lines, at(x, place.y), "dg-soft", within)
    }
}

fn row_height(lines: &TextLines) -> i32 {
    (lines.height() + 12).max(30) / 2 * 2
}

/// Draws one exit below a thin line and returns the y of its middle.
fn draw_exit(scene: &mut Scene, exit: StepExit, (area, side): (Rect, PathSide), y: i32) -> i32 {
    let height = row_height(&exit.lines);
    let middle = y + height / 2;
    scene.rule(at(area.x + PAD, y), at(area.right() - PAD, y), "dg-hair");
    let (text_x, badge_x) = match side {
        PathSide::Left => (area.x + BADGE_ROOM + 8, area.x + 20),
        PathSide::Right => (area.x + PAD, area.right() - 20),
    };
    let top = middle - exit.lines.height() / 2;
    scene.text(exit.lines, at(text_x, top), "", area);
    badge(scene, at(badge_x, middle), &exit.to.to_string());
    middle
}

/// Returns `words` in one line, separated by dots, or one below the other if they do not fit.
fn listed(words: &[String], width: i32) -> TextLines {
    let one = wrap(&words.join(" · "), width, TextStyle::Small);
    if one.lines.len() == 1 {
        return one;
    }
    let each: Vec<TextLines> =
        words.iter().map(|word| wrap(word, width, TextStyle::Small)).collect();
    let width = each.iter().map(|lines| lines.width).max().unwrap_or(0);
    TextLines { lines: each.into_iter().flat_map(|lines| lines.lines).collect(), width, ..one }
}

/// Returns the actor, unless the side of the card shows it, and the type of the step if it is a
/// gate, a fallback or an end.
fn roles(step: &Step, sided: bool, strings: &Strings) -> Vec<String> {
    let kind = match step.kind {
        StepType::Step => None,
        StepType::Gate => Some("diagram-type-gate"),
        StepType::Fallback => Some("diagram-type-fallback"),
        StepType::End => Some("diagram-type-end"),
    };
    let actor = step.actor.filter(|_| !sided).map(actor_key);
    [actor, kind].into_iter().flatten().map(|key| strings.get(key)).collect()
}

/// Returns the pictogram of a step: that of its actor, or of its type. A gate without an actor
/// has none, as it stands on the path already.
fn glyph(step: &Step) -> Option<(Glyph, &'static str)> {
    let glyph = match (step.kind, step.actor) {
        (StepType::Fallback, _) => Glyph::Icon(Icon::Fallback),
        (StepType::End, None) => Glyph::End,
        (_, Some(actor)) => actor.into(),
        (StepType::Gate, None) => return None,
        (StepType::Step, None) => Glyph::Icon(Icon::Flow),
    };
    Some((glyph, actor_class(step.actor)))
}

const fn class(step: &Step) -> &'static str {
    match step.kind {
        StepType::Gate => "dg-card dg-card-gate",
        StepType::Fallback => "dg-card dg-card-fallback",
        StepType::Step | StepType::End => "dg-card",
    }
}
