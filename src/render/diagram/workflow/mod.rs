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
    model::{StepLink, Workflow},
    words::Strings,
};

/// The most steps that fit beside one another.
const MOST_ACROSS: usize = 4;

/// Draws `workflow` in one arrangement.
pub fn draw(workflow: &Workflow, arrangement: Arrangement, strings: &Strings) -> Scene {
    match arrangement {
        Arrangement::Wide if workflow.steps.len() <= MOST_ACROSS => across::draw(workflow, strings),
        Arrangement::Wide | Arrangement::Narrow => down::draw(workflow, arrangement, strings),
    }
}

/// The way from a step to the one written next, where there is one.
fn next_of(workflow: &Workflow, from: usize) -> Option<&StepLink> {
    workflow.links.iter().find(|link| link.from == from && link.is_next())
}

/// The ways out of a step that do not simply lead on.
fn exits_of(workflow: &Workflow, from: usize) -> impl Iterator<Item = &StepLink> {
    workflow.links.iter().filter(move |link| link.from == from && !link.is_next())
}
