//! The ways out of a step, in the order in which they are drawn.

use super::{StepLink, Workflow};

/// Returns the way from a step to the one written next, where there is one.
pub fn next_of(workflow: &Workflow, from: usize) -> Option<&StepLink> {
    workflow.links.iter().find(|link| link.from == from && link.is_next())
}

/// Returns the ways out of a step that do not simply lead on, in the order in which they
/// leave its card without crossing: ways back turn up, the nearest first; below them ways
/// on turn down, the nearest last.
pub fn exits_of(workflow: &Workflow, from: usize) -> Vec<&StepLink> {
    let links = workflow.links.iter().filter(|link| link.from == from && !link.is_next());
    let mut exits: Vec<&StepLink> = links.collect();
    exits.sort_by_key(|link| (!link.is_back(), std::cmp::Reverse(link.to)));
    exits
}

/// Returns whether a way joins a longer one to the same step, which then draws the rest: of
/// the ways for which `beside` holds, as they run on the same side.
pub fn joins(workflow: &Workflow, link: &StepLink, beside: impl Fn(&StepLink) -> bool) -> bool {
    workflow.links.iter().any(|other| {
        other.to == link.to
            && other.is_back() == link.is_back()
            && !other.is_next()
            && beside(other)
            && other.from.abs_diff(other.to) > link.from.abs_diff(link.to)
    })
}
