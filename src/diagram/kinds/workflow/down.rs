//! A workflow down the page.

use super::{
    StepType, Workflow,
    card::{PathSide, StepCard},
    exits::{exits_of, merges_into_longer, next_of},
    plan::PathPlan,
};
use crate::{
    diagram::{
        Actor, Arrangement,
        layout::{
            GLYPH, Glyph, INDENT, LineKind, Point, Rect, Scene, TextAnchor, TextLines, TextStyle,
            actor_class, at, edge, gate, node, node_reach, wrap,
        },
        outline::actor_key,
    },
    i18n::Strings,
};

/// The distance from a card's top to its node.
const NODE_DOWN: i32 = 27;
/// The distance by which the words are lower in a card whose node is on its border.
const ACROSS_DOWN: i32 = 10;
/// The distance between two rows.
const GAP: i32 = 26;

/// A placed step.
struct PlacedStep {
    area: Rect,
    node: Point,
    /// True if the card spans the path.
    across: bool,
    exits: Vec<i32>,
}

/// Draws `workflow` down the page.
pub fn draw(workflow: &Workflow, arrangement: Arrangement, strings: &Strings) -> Scene {
    let plan = PathPlan::new(workflow, arrangement);
    let mut scene = Scene::new(plan.width);
    let mut y = if plan.two_sided { sides(&mut scene, &plan, strings) } else { 4 };
    let mut placed: Vec<PlacedStep> = Vec::with_capacity(workflow.steps.len());
    for nth in 0..workflow.steps.len() {
        y += if plan.spans(workflow, nth) { above_border(workflow, nth) } else { 0 };
        let step = place(&mut scene, workflow, nth, &plan, y, strings);
        y = step.area.bottom().max(step.node.y + 22);
        placed.push(step);
        y += path_words(workflow, nth, &plan).map_or(GAP, |lines| lines.height() + 18);
    }
    scene.height = placed.last().map_or(y, |last| last.area.bottom().max(last.node.y + 22)) + 2;
    for nth in 0..workflow.steps.len() {
        path(&mut scene, workflow, &placed, nth, &plan);
        ways(&mut scene, workflow, &placed, nth, &plan);
    }
    scene
}

fn is_gate(workflow: &Workflow, nth: usize) -> bool {
    workflow.steps[nth].kind == StepType::Gate
}

/// Returns the space above the border of a card that the node of the card takes: a node is
/// centred on the border, a gate stands on it.
fn above_border(workflow: &Workflow, nth: usize) -> i32 {
    if is_gate(workflow, nth) { 46 } else { 18 }
}

/// Writes the names of the two sides of the path and returns the y below.
fn sides(scene: &mut Scene, plan: &PathPlan, strings: &Strings) -> i32 {
    let (left, _) = plan.card_x(PathSide::Left);
    let (right, width) = plan.card_x(PathSide::Right);
    let mut below = 0;
    for (actor, x) in [(Actor::System, left), (Actor::Person, right)] {
        scene.glyph(Glyph::from(actor), at(x, 0), GLYPH, actor_class(Some(actor)));
        let words = strings.get(actor_key(actor));
        let lines = wrap(&words, width - INDENT, TextStyle::Strong);
        let within = Rect::new(x, 0, width, lines.height().max(GLYPH));
        below = below.max(scene.text(lines, at(x + INDENT, 2), "dg-soft", within));
    }
    let y = below.max(GLYPH) + 8;
    scene.rule(at(left, y), at(plan.spine - plan.beside, y), "dg-hair");
    scene.rule(at(right, y), at(right + width, y), "dg-hair");
    y + 16
}

fn place(
    scene: &mut Scene,
    workflow: &Workflow,
    nth: usize,
    plan: &PathPlan,
    y: i32,
    strings: &Strings,
) -> PlacedStep {
    let across = plan.spans(workflow, nth);
    let (x, width) = plan.area(workflow, nth);
    let side = plan.exit_side(workflow, nth);
    let sided = plan.two_sided && !across;
    let card = StepCard::new(workflow, nth, width, (side, sided), strings);
    let is_gate = is_gate(workflow, nth);
    let node_y = match (across, is_gate) {
        (true, true) => y - node_reach(true).1,
        (true, false) => y - 2,
        (false, _) => y + NODE_DOWN,
    };
    let node_at = at(plan.spine, node_y);
    let down = if across && !is_gate { ACROSS_DOWN } else { 0 };
    let area = Rect::new(x, y, width, card.height() + down);
    let exits = if across {
        card.draw(scene, area, down)
    } else {
        stem(scene, node_at, area, is_gate);
        card.draw(scene, area, 0)
    };
    if is_gate {
        gate(scene, node_at, Some(nth + 1));
    } else {
        node(scene, node_at, nth + 1, workflow.steps[nth].actor);
    }
    PlacedStep { area, node: node_at, across, exits }
}

/// Draws the line from a node to the card beside it.
fn stem(scene: &mut Scene, node: Point, area: Rect, is_gate: bool) {
    let (_, _, reach) = node_reach(is_gate);
    let (from, to) = if area.x > node.x {
        (node.x + reach - 2, area.x)
    } else {
        (node.x - reach + 2, area.right())
    };
    scene.line(vec![at(from, node.y), at(to, node.y)], "dg-stem", LineKind::Tie);
}

/// Returns the words on the path from a step to the next one.
fn path_words(workflow: &Workflow, nth: usize, plan: &PathPlan) -> Option<TextLines> {
    let label = next_of(workflow, nth)?.label.as_deref()?;
    let (_, width) = plan.card_x(PathSide::Right);
    Some(wrap(label, width, TextStyle::Strong))
}

/// Draws the path from a step to the next one, with its words.
fn path(
    scene: &mut Scene,
    workflow: &Workflow,
    placed: &[PlacedStep],
    nth: usize,
    plan: &PathPlan,
) {
    let Some(link) = next_of(workflow, nth) else { return };
    let (here, next) = (&placed[nth], &placed[link.to]);
    let reach = |at: usize| node_reach(is_gate(workflow, at));
    let from = if here.across { here.area.bottom() + 2 } else { here.node.y + reach(nth).1 };
    let to = next.node.y - reach(link.to).0;
    edge(scene, vec![at(plan.spine, from), at(plan.spine, to)], "dg-path");
    if let Some(lines) = path_words(workflow, nth, plan) {
        let top = here.area.bottom().max(here.node.y + 22) + 7;
        let x = plan.spine + 14;
        let within = Rect::new(x, top, plan.width - x, lines.height());
        scene.anchored(lines, at(x, top), (TextAnchor::Start, ""), Some(within));
    }
}

/// Draws the other ways out of a step, each in its lane.
fn ways(
    scene: &mut Scene,
    workflow: &Workflow,
    placed: &[PlacedStep],
    nth: usize,
    plan: &PathPlan,
) {
    let side = plan.exit_side(workflow, nth);
    let here = &placed[nth];
    for (link, y) in exits_of(workflow, nth).into_iter().zip(&here.exits) {
        let target = &placed[link.to];
        let lane = plan.lane_x(side, plan.lanes(side).lane(link.from, link.to));
        let arrival = if target.across { target.area.y + NODE_DOWN } else { target.node.y };
        let class = if link.is_back() { "dg-back" } else { "dg-skip" };
        let mut points = vec![at(outer(here.area, side), *y), at(lane, *y)];
        if merges_into_longer(workflow, link, |other| plan.exit_side(workflow, other.from) == side)
        {
            points.push(at(lane, y + 10 * (arrival - y).signum()));
            scene.line(points, class, LineKind::Tie);
        } else {
            let end = landing(target, side, plan, is_gate(workflow, link.to));
            points.extend([at(lane, arrival), at(end, arrival)]);
            edge(scene, points, class);
        }
    }
}

fn outer(area: Rect, side: PathSide) -> i32 {
    match side {
        PathSide::Left => area.x,
        PathSide::Right => area.right(),
    }
}

/// Returns the x at which a way from one side arrives: at the card if it is on that side,
/// otherwise at the node, across the empty half of the row.
fn landing(target: &PlacedStep, side: PathSide, plan: &PathPlan, is_gate: bool) -> i32 {
    let (_, _, reach) = node_reach(is_gate);
    match side {
        PathSide::Left if target.area.x < plan.spine => target.area.x - 3,
        PathSide::Left => target.node.x - reach - 1,
        PathSide::Right if target.area.right() > plan.spine => target.area.right() + 3,
        PathSide::Right => target.node.x + reach + 1,
    }
}
