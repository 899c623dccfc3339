//! Draws a workflow: the path down the page with the agent on its left and
//! people on its right, where both act; a short one across the page; and on a
//! phone the path with everything beside it.
//!
//! Steps stand in one row in the order in which they are written, which is
//! their number. The path joins neighbours; every other way leaves its card by
//! an exit that names it, and runs in a lane outside the row.

mod across;
mod card;
mod down;
mod plan;

use super::{Arrangement, scene::Scene};
use crate::{
    i18n::Strings,
    model::{StepLink, Workflow},
};

/// The most steps that fit beside one another.
const MOST_ACROSS: usize = 4;

/// Draws `workflow` in one arrangement.
pub fn draw(workflow: &Workflow, arrangement: Arrangement, strings: &Strings) -> Scene {
    match arrangement {
        Arrangement::Wide if workflow.steps.len() <= MOST_ACROSS => across::draw(workflow, strings),
        Arrangement::Wide | Arrangement::Middle | Arrangement::Narrow => {
            down::draw(workflow, arrangement, strings)
        }
    }
}

/// The way from a step to the one written next, where there is one.
fn next_of(workflow: &Workflow, from: usize) -> Option<&StepLink> {
    workflow.links.iter().find(|link| link.from == from && link.is_next())
}

/// The ways out of a step that do not simply lead on, in the order in which they
/// leave its card without crossing: ways back turn up, the nearest first; below them
/// ways on turn down, the nearest last.
fn exits_of(workflow: &Workflow, from: usize) -> Vec<&StepLink> {
    let links = workflow.links.iter().filter(|link| link.from == from && !link.is_next());
    let mut exits: Vec<&StepLink> = links.collect();
    exits.sort_by_key(|link| (!link.is_back(), std::cmp::Reverse(link.to)));
    exits
}

/// Whether a way joins a longer one to the same step, which then draws the rest: of
/// the ways for which `beside` holds, as they run on the same side.
fn joins(workflow: &Workflow, link: &StepLink, beside: impl Fn(&StepLink) -> bool) -> bool {
    workflow.links.iter().any(|other| {
        other.to == link.to
            && other.is_back() == link.is_back()
            && !other.is_next()
            && beside(other)
            && other.from.abs_diff(other.to) > link.from.abs_diff(link.to)
    })
}
