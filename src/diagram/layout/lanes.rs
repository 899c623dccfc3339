//! Parallel lanes beside a row of nodes, for the ways that skip nodes or lead back.
//!
//! Nodes are in one row (or column), so every such way covers an interval of positions. Ways to
//! the same node share a lane and arrive together; other ways have different lanes if their
//! intervals touch. Lanes are outside the row, so no way crosses a node.

/// Ways that share a lane: all lead to `to`, on the same side and in the same direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneBundle {
    pub to: usize,
    /// True if it leads back to an earlier node.
    pub back: bool,
    first: usize,
    last: usize,
    /// The lane, counted from the row outwards.
    pub lane: usize,
}

impl LaneBundle {
    /// Returns whether two bundles need different lanes. A way to a later node arrives above
    /// the point where others leave, so another such way can follow it in the same lane.
    fn touches(&self, other: &LaneBundle) -> bool {
        if self.back || other.back {
            self.first <= other.last && other.first <= self.last
        } else {
            self.first < other.last && other.first < self.last
        }
    }
}

/// The lanes of one side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lanes {
    pub bundles: Vec<LaneBundle>,
    pub count: usize,
}

impl Lanes {
    /// Assigns a lane to each of `ways` (from, to). The lanes of short ways are nearest to the
    /// row.
    pub fn new(ways: impl IntoIterator<Item = (usize, usize)>) -> Lanes {
        let mut bundles: Vec<LaneBundle> = Vec::new();
        for (from, to) in ways {
            let (first, last, back) = (from.min(to), from.max(to), to < from);
            match bundles.iter_mut().find(|b| b.to == to && b.back == back) {
                Some(bundle) => {
                    bundle.first = bundle.first.min(first);
                    bundle.last = bundle.last.max(last);
                }
                None => bundles.push(LaneBundle { to, back, first, last, lane: 0 }),
            }
        }
        bundles.sort_by_key(|b| (b.last - b.first, b.first, b.back));
        let count = spread(&mut bundles);
        Lanes { bundles, count }
    }

    /// Returns the lane of the way that leads from `from` to `to`.
    pub fn lane(&self, from: usize, to: usize) -> usize {
        let bundle = self.bundles.iter().find(|b| b.to == to && b.back == (to < from));
        bundle.map_or(0, |bundle| bundle.lane)
    }
}

/// Puts each bundle into the innermost lane that is free along the whole bundle.
fn spread(bundles: &mut [LaneBundle]) -> usize {
    let mut count = 0;
    for at in 0..bundles.len() {
        let (before, rest) = bundles.split_at_mut(at);
        let Some(bundle) = rest.first_mut() else { continue };
        let taken: Vec<usize> =
            before.iter().filter(|b| b.touches(bundle)).map(|b| b.lane).collect();
        bundle.lane = (0..).find(|lane| !taken.contains(lane)).unwrap_or(0);
        count = count.max(bundle.lane + 1);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_one_node_share_a_lane_and_others_keep_apart() {
        let lanes = Lanes::new([(0, 3), (1, 3), (4, 1), (5, 7)]);
        assert_eq!(lanes.lane(0, 3), lanes.lane(1, 3));
        assert_ne!(lanes.lane(0, 3), lanes.lane(4, 1));
        assert_eq!(lanes.lane(5, 7), 0);
        assert_eq!(lanes.count, 2);
    }
}
