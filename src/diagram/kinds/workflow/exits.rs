//! The links out of a step, in the order in which they are drawn.

use super::{StepLink, Workflow};

/// Returns the link from a step to the next one in the order of writing, if there is one.
pub fn next_of(workflow: &Workflow, from: usize) -> Option<&StepLink> {
    workflow.links.iter().find(|link| link.from == from && link.is_next())
}

/// Returns the other links from a step, from the top of its card to the bottom, so that their
/// lines do not cross: first links back, whose lines turn up, the nearest first; then links to
/// later steps, whose lines turn down, the nearest last.
pub fn exits_of(workflow: &Workflow, from: usize) -> Vec<&StepLink> {
    let links = workflow.links.iter().filter(|link| link.from == from && !link.is_next());
    let mut exits: Vec<&StepLink> = links.collect();
    exits.sort_by_key(|link| (!link.is_back(), std::cmp::Reverse(link.to)));
    exits
}

/// Returns whether the line of `link` runs into that of a longer link to the same step, which
/// ends for both. Only links for which `beside` holds count, as they run on the same side.
pub fn merges_into_longer(
    workflow: &Workflow,
    link: &StepLink,
    beside: impl Fn(&StepLink) -> bool,
) -> bool {
    workflow.links.iter().any(|other| {
        other.to == link.to
            && other.is_back() == link.is_back()
            && !other.is_next()
            && beside(other)
            && other.from.abs_diff(other.to) > link.from.abs_diff(link.to)
    })
}
