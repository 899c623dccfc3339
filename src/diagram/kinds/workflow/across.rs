//! A short workflow across the page: nodes on the path, cards below, and below the cards the
//! lanes of every way that is not the path itself.

use super::{
    StepType, Workflow,
    card::{PathSide, StepCard},
    exits::{exits_of, merges_into_longer, next_of},
};
use crate::{
    diagram::{
        Arrangement,
        layout::{
            Lanes, LineKind, Point, Rect, Scene, TextAnchor, TextLines, TextStyle, at, edge, gate,
            node, node_reach, wrap,
        },
    },
    i18n::Strings,
};

/// The distance between two cards.
const GUTTER: i32 = 28;
/// The distance from the path to the cards.
const DROP: i32 = 38;
/// The distance between two lanes.
const LANE: i32 = 14;
/// The distance from a card's left border to its node.
const NODE_IN: i32 = 34;

/// Draws `workflow` across the page.
pub fn draw(workflow: &Workflow, strings: &Strings) -> Scene {
    let mut scene = Scene::new(Arrangement::Wide.width());
    let count = workflow.steps.len().max(1) as i32;
    // A single step has the width of one of two.
    let columns = count.max(2);
    let width = (scene.width - GUTTER * (columns - 1)) / columns;
    let words: Vec<Option<TextLines>> =
        (0..workflow.steps.len()).map(|nth| path_words(workflow, nth, width)).collect();
    let above = words.iter().flatten().map(|lines| lines.height() + 4).max().unwrap_or(0);
    let y = above.max(30);
    let areas = cards(&mut scene, workflow, (width, y + DROP), strings);
    for (nth, lines) in words.into_iter().enumerate() {
        let centre = at(areas[nth].x + NODE_IN, y);
        draw_on_path(&mut scene, workflow, nth, centre, areas[nth]);
        path(&mut scene, workflow, nth, (centre, width), lines);
    }
    let bottom = areas.first().map_or(y, |area| area.bottom());
    scene.height = ways(&mut scene, workflow, &areas, bottom);
    scene
}

/// Draws the cards, all of one height.
fn cards(
    scene: &mut Scene,
    workflow: &Workflow,
    (width, top): (i32, i32),
    strings: &Strings,
) -> Vec<Rect> {
    let steps = 0..workflow.steps.len();
    let cards: Vec<StepCard> = steps
        .map(|nth| StepCard::new(workflow, nth, width, (PathSide::Right, false), strings))
        .collect();
    let height = cards.iter().map(StepCard::height).max().unwrap_or(0);
    let mut areas = Vec::with_capacity(cards.len());
    for (nth, card) in cards.into_iter().enumerate() {
        let area = Rect::new(nth as i32 * (width + GUTTER), top, width, height);
        card.draw(scene, area, 0);
        areas.push(area);
    }
    areas
}

fn is_gate(workflow: &Workflow, nth: usize) -> bool {
    workflow.steps[nth].kind == StepType::Gate
}

fn draw_on_path(scene: &mut Scene, workflow: &Workflow, nth: usize, centre: Point, area: Rect) {
    let from = centre.y + if is_gate(workflow, nth) { 19 } else { 16 };
    let stem = vec![at(centre.x, from), at(centre.x, area.y)];
    if is_gate(workflow, nth) {
        gate(scene, centre, Some(nth + 1));
    } else {
        scene.line(stem, "dg-stem", LineKind::Tie);
        node(scene, centre, nth + 1, workflow.steps[nth].actor);
    }
}

/// Returns the words on the path, above the line.
fn path_words(workflow: &Workflow, nth: usize, width: i32) -> Option<TextLines> {
    let label = next_of(workflow, nth)?.label.as_deref()?;
    Some(wrap(label, width + GUTTER - 76, TextStyle::Strong))
}

fn path(
    scene: &mut Scene,
    workflow: &Workflow,
    nth: usize,
    (centre, width): (Point, i32),
    words: Option<TextLines>,
) {
    let Some(link) = next_of(workflow, nth) else { return };
    let pitch = width + GUTTER;
    let (from, to) =
        (node_reach(is_gate(workflow, nth)).2, node_reach(is_gate(workflow, link.to)).2);
    let (start, end) = (centre.x + from, centre.x + pitch - to);
    edge(scene, vec![at(start, centre.y), at(end, centre.y)], "dg-path");
    if let Some(lines) = words {
        let top = centre.y - lines.height() - 3;
        let within = Rect::new(start, top, end - start, lines.height());
        scene.anchored(lines, at((start + end) / 2, top), (TextAnchor::Middle, ""), Some(within));
    }
}

/// The end of a way, at the lower edge of a card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Port {
    /// Ways to later steps arrive from the left, ways to earlier steps leave to the left.
    OnArrives,
    BackLeaves(usize),
    BackArrives,
    OnLeaves(usize),
}

/// Returns the ports of each card from left to right.
fn ports(workflow: &Workflow, nth: usize) -> Vec<Port> {
    let leaving = exits_of(workflow, nth).into_iter().map(|link| match link.is_back() {
        true => Port::BackLeaves(link.to),
        false => Port::OnLeaves(link.to),
    });
    let arriving = workflow.links.iter().filter(|link| link.to == nth && !link.is_next());
    let arriving = arriving.map(|link| match link.is_back() {
        true => Port::BackArrives,
        false => Port::OnArrives,
    });
    let mut ports: Vec<Port> = leaving.chain(arriving).collect();
    ports.sort_unstable();
    ports.dedup();
    ports
}

/// Returns the x of a port at the lower edge of its card.
fn port_x(workflow: &Workflow, nth: usize, port: Port, area: Rect) -> i32 {
    let ports = ports(workflow, nth);
    let place = ports.iter().position(|other| *other == port).unwrap_or(0) as i32;
    area.x + area.w * (place + 1) / (ports.len() as i32 + 1)
}

/// Draws the ways below the cards and returns the drawing's height.
fn ways(scene: &mut Scene, workflow: &Workflow, areas: &[Rect], bottom: i32) -> i32 {
    let links = || workflow.links.iter().filter(|link| !link.is_next());
    let lanes = Lanes::new(links().map(|link| (link.from, link.to)));
    for link in links() {
        let (leaves, arrives) = match link.is_back() {
            true => (Port::BackLeaves(link.to), Port::BackArrives),
            false => (Port::OnLeaves(link.to), Port::OnArrives),
        };
        let from = port_x(workflow, link.from, leaves, areas[link.from]);
        let to = port_x(workflow, link.to, arrives, areas[link.to]);
        let y = bottom + 16 + lanes.lane(link.from, link.to) as i32 * LANE;
        let class = if link.is_back() { "dg-back" } else { "dg-skip" };
        let mut points = vec![at(from, bottom), at(from, y)];
        if merges_into_longer(workflow, link, |_| true) {
            points.push(at(from + 10 * (to - from).signum(), y));
            scene.line(points, class, LineKind::Tie);
        } else {
            points.extend([at(to, y), at(to, bottom + 3)]);
            edge(scene, points, class);
        }
    }
    bottom + if lanes.count > 0 { 6 + lanes.count as i32 * LANE } else { 2 }
}
