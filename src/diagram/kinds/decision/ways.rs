//! The ways from answers to questions and verdicts, in lanes beside the boxes.

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeSet,
};

use super::{
    AnswerTo,
    tree::{ENTRY, GUTTER, LANE, OUT, PlacedTree, QuestionTree},
};
use crate::diagram::{
    Arrangement, Tone,
    layout::{Point, at},
};

/// A way in its lane.
pub struct LanePath {
    /// The question, and the position of the way out.
    pub question: usize,
    pub exit: usize,
    /// The corners.
    pub points: Vec<Point>,
    pub class: &'static str,
}

/// Returns the ways to questions, in the lanes on the left.
pub fn route_to_questions(tree: &QuestionTree, placed: &PlacedTree) -> Vec<LanePath> {
    let mut ways = Vec::new();
    for (nth, question) in tree.order.iter().enumerate() {
        let (area, exits) = &placed.questions[nth];
        for (at_exit, (way, exit)) in tree.exits[*question].iter().zip(exits).enumerate() {
            let AnswerTo::Question(to) = way.to else { continue };
            let place = tree.place_of(to);
            let lane = area.x - OUT - tree.left.lane(nth, place) as i32 * LANE;
            let arrival = placed.questions[place].0.y + ENTRY;
            let points = vec![
                at(area.x, *exit),
                at(lane, *exit),
                at(lane, arrival),
                at(area.x - 3, arrival),
            ];
            let class = "dg-way dg-ask";
            ways.push(LanePath { question: *question, exit: at_exit, points, class });
        }
    }
    ways
}

/// A way to a verdict that has no lane yet.
struct VerdictWay {
    question: usize,
    exit: usize,
    from: i32,
    verdict: usize,
}

/// Returns the ways to verdicts: straight lines if both ends are on the same level, otherwise
/// lines in the lane of the verdict.
pub fn route_to_verdicts(tree: &QuestionTree, placed: &PlacedTree) -> Vec<LanePath> {
    let mut ways = Vec::new();
    for (nth, question) in tree.order.iter().enumerate() {
        let exits = &placed.questions[nth].1;
        for (exit, (way, from)) in tree.exits[*question].iter().zip(exits).enumerate() {
            if let AnswerTo::Verdict(verdict) = way.to {
                ways.push(VerdictWay { question: *question, exit, from: *from, verdict });
            }
        }
    }
    let lanes = verdict_lanes(&ways, placed);
    let count = lanes.iter().copied().max().map_or(1, |most| most + 1);
    let lanes = match tree.arrangement {
        Arrangement::Wide => fewest_crossings(&ways, placed, lanes, count),
        Arrangement::Middle | Arrangement::Narrow => lanes,
    };
    ways.iter()
        .zip(&lanes)
        .map(|(way, lane)| verdict_way(tree, placed, way, (*lane as i32, count as i32)))
        .collect()
}

/// Returns the lanes in this order or in the opposite one, whichever has fewer crossings.
fn fewest_crossings(
    ways: &[VerdictWay],
    placed: &PlacedTree,
    lanes: Vec<usize>,
    count: usize,
) -> Vec<usize> {
    let reversed: Vec<usize> = lanes.iter().map(|lane| count - 1 - lane).collect();
    let crossings = |lanes: &Vec<usize>| crossings(ways, placed, lanes);
    [reversed, lanes].into_iter().min_by_key(crossings).unwrap_or_default()
}

/// Returns how often a line to a lane, or from there to a verdict, crosses the lane of another verdict.
/// The lanes are counted from the questions, and the verdicts stand beyond them.
fn crossings(ways: &[VerdictWay], placed: &PlacedTree, lanes: &[usize]) -> usize {
    let arrival = |way: &VerdictWay| placed.verdicts[way.verdict].y + ENTRY;
    let mut crossed = BTreeSet::new();
    for (way, lane) in ways.iter().zip(lanes) {
        for (other, its_lane) in ways.iter().zip(lanes) {
            let level = match its_lane.cmp(lane) {
                Ordering::Less => way.from,
                Ordering::Equal => continue,
                Ordering::Greater => arrival(way),
            };
            let (from, to) = (other.from, arrival(other));
            if from.min(to) < level && level < from.max(to) {
                // Ways to one verdict are one line behind their lane.
                crossed.insert((level, other.verdict));
            }
        }
    }
    crossed.len()
}

fn verdict_way(
    tree: &QuestionTree,
    placed: &PlacedTree,
    way: &VerdictWay,
    (lane, count): (i32, i32),
) -> LanePath {
    let area = placed.verdicts[way.verdict];
    let (x, width) = tree.questions;
    let arrival = area.y + ENTRY;
    let class = match tree.decision.verdicts[way.verdict].tone {
        Tone::Go => "dg-way dg-go",
        Tone::Caution => "dg-way dg-caution",
        Tone::Stop => "dg-way dg-stop",
    };
    let (available, end) = match tree.arrangement {
        Arrangement::Wide => (GUTTER - 40, area.x - 3),
        Arrangement::Middle | Arrangement::Narrow => (2 * LANE, area.right() + 3),
    };
    let step = LANE.min(available / (count - 1).max(1));
    let lane = x + width + OUT + lane * step;
    let from = at(x + width, way.from);
    let points = if way.from == arrival && tree.arrangement == Arrangement::Wide {
        vec![from, at(end, arrival)]
    } else {
        vec![from, at(lane, way.from), at(lane, arrival), at(end, arrival)]
    };
    LanePath { question: way.question, exit: way.exit, points, class }
}

/// Assigns a lane to each way. Ways to one verdict share a lane; ways that run side by side
/// have different lanes.
fn verdict_lanes(ways: &[VerdictWay], placed: &PlacedTree) -> Vec<usize> {
    let extent = |verdict: usize| {
        let arrival = placed.verdicts[verdict].y + ENTRY;
        let froms = ways.iter().filter(|way| way.verdict == verdict).map(|way| way.from);
        let ends = froms.chain([arrival]);
        let (first, last) = ends.fold((i32::MAX, i32::MIN), |(a, b), y| (a.min(y), b.max(y)));
        (first, last)
    };
    let mut verdicts: Vec<usize> = ways.iter().map(|way| way.verdict).collect();
    verdicts.sort_unstable_by_key(|v| (extent(*v).1 - extent(*v).0, Reverse(extent(*v).0), *v));
    verdicts.dedup();
    let mut lanes: Vec<(usize, usize)> = Vec::new();
    for verdict in verdicts {
        let (first, last) = extent(verdict);
        let touches = |other: usize| {
            let (a, b) = extent(other);
            a <= last + 8 && first <= b + 8
        };
        let taken: Vec<usize> =
            lanes.iter().filter(|(other, _)| touches(*other)).map(|(_, lane)| *lane).collect();
        let lane = (0..).find(|lane| !taken.contains(lane)).unwrap_or(0);
        lanes.push((verdict, lane));
    }
    let lane_of = |verdict: usize| lanes.iter().find(|(v, _)| *v == verdict).map_or(0, |(_, l)| *l);
    ways.iter().map(|way| lane_of(way.verdict)).collect()
}
