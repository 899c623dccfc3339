//! The positions of the path, the cards and the lanes of a workflow down the page.

use super::{Workflow, card::PathSide};
use crate::diagram::{Actor, Arrangement, layout::Lanes};

/// The distance between two lanes if there is enough space.
const LANE: i32 = 13;
/// The most space for the lanes of a side: with two sides, with one side, and on a phone.
const MOST_LANES: i32 = 76;
const MOST_LANES_ALONE: i32 = 112;
const MOST_LANES_NARROW: i32 = 60;
/// The widest card: with two sides, and with one side.
const WIDEST: i32 = 314;
const WIDEST_ALONE: i32 = 520;

/// The positions of cards in an arrangement.
pub struct PathPlan {
    pub width: i32,
    pub spine: i32,
    /// The distance from the path to a card beside it.
    pub beside: i32,
    /// The widest card.
    widest: i32,
    /// The most space for a side's lanes.
    lanes: i32,
    left: Lanes,
    right: Lanes,
    /// True if the system is on the left and people are on the right, as both act; otherwise
    /// all cards are on the right.
    pub two_sided: bool,
}

impl PathPlan {
    pub fn new(workflow: &Workflow, arrangement: Arrangement) -> PathPlan {
        let two_sided = arrangement == Arrangement::Wide && has_two_sides(workflow);
        let side = |from: usize| exit_side(workflow, from, two_sided);
        let ways = |wanted: PathSide| {
            let links = workflow.links.iter().filter(|link| !link.is_next());
            Lanes::new(links.filter(|l| side(l.from) == wanted).map(|l| (l.from, l.to)))
        };
        let width = arrangement.width();
        let (spine, beside) = if two_sided { (width / 2, 46) } else { (26, 36) };
        let (left, right) = (ways(PathSide::Left), ways(PathSide::Right));
        let (widest, lanes) = match arrangement {
            Arrangement::Wide if two_sided => (WIDEST, MOST_LANES),
            Arrangement::Wide => (WIDEST_ALONE, MOST_LANES_ALONE),
            Arrangement::Middle | Arrangement::Narrow => (width, MOST_LANES_NARROW),
        };
        PathPlan { width, spine, beside, widest, lanes, left, right, two_sided }
    }

    pub fn lanes(&self, side: PathSide) -> &Lanes {
        match side {
            PathSide::Left => &self.left,
            PathSide::Right => &self.right,
        }
    }

    /// Returns the space for the lanes of a side; many lanes are closer together.
    fn margin(&self, side: PathSide) -> i32 {
        match self.lanes(side).count as i32 {
            0 => 0,
            count => 14 + (count * LANE).min(self.lanes),
        }
    }

    /// Returns the x of a lane.
    pub fn lane_x(&self, side: PathSide, lane: usize) -> i32 {
        let count = (self.lanes(side).count as i32).max(1);
        let out = 16 + (lane as i32 * LANE).min(lane as i32 * self.lanes / count);
        let (left, right) = (self.card_x(PathSide::Left).0, self.card_x(PathSide::Right));
        match side {
            PathSide::Left => left - out,
            PathSide::Right => right.0 + right.1 + out,
        }
    }

    /// Returns the x and width of the cards of a side.
    pub fn card_x(&self, side: PathSide) -> (i32, i32) {
        let available = match side {
            PathSide::Left => self.spine - self.beside - self.margin(side),
            PathSide::Right => self.width - self.spine - self.beside - self.margin(side),
        };
        let width = available.min(self.widest);
        match side {
            PathSide::Left => (self.spine - self.beside - width, width),
            PathSide::Right => (self.spine + self.beside, width),
        }
    }

    /// Returns the side of a step's card on which its exits leave.
    pub fn exit_side(&self, workflow: &Workflow, nth: usize) -> PathSide {
        exit_side(workflow, nth, self.two_sided)
    }

    /// Returns whether the card of a step spans the path.
    pub fn spans(&self, workflow: &Workflow, nth: usize) -> bool {
        self.two_sided && matches!(workflow.steps[nth].actor, None | Some(Actor::Both))
    }

    fn side(&self, workflow: &Workflow, nth: usize) -> PathSide {
        match workflow.steps[nth].actor {
            Some(Actor::System) if self.two_sided => PathSide::Left,
            _ => PathSide::Right,
        }
    }

    pub fn area(&self, workflow: &Workflow, nth: usize) -> (i32, i32) {
        if self.spans(workflow, nth) {
            (self.spine - self.widest / 2, self.widest)
        } else {
            self.card_x(self.side(workflow, nth))
        }
    }
}

/// Returns whether both the system and people act alone in more than a quarter of the steps.
/// Otherwise one side would be nearly empty.
fn has_two_sides(workflow: &Workflow) -> bool {
    let acts = |actor: Actor| {
        let steps = workflow.steps.iter().filter(|step| step.actor == Some(actor));
        4 * steps.count() > workflow.steps.len()
    };
    acts(Actor::System) && acts(Actor::Person)
}

fn exit_side(workflow: &Workflow, nth: usize, two_sided: bool) -> PathSide {
    match workflow.steps[nth].actor {
        Some(Actor::System) if two_sided => PathSide::Left,
        _ => PathSide::Right,
    }
}
