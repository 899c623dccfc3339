//! Makes a workflow from its written form: names become positions. Links that lead nowhere or
//! to their own step are reported.

use super::{Step, StepLink, StepType, Workflow, WrittenLink, WrittenWorkflow};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        graph::{reach, report_unreached},
        rules::position,
    },
    schema::TomlBlock,
    span::{At, Span},
};

/// Makes the links of the steps.
pub fn workflow(written: WrittenWorkflow, block: &mut TomlBlock) -> Workflow {
    let steps = written.steps;
    let mut links = path(&steps, block);
    label_links(&steps, written.links, &mut links, block);
    // A stable sort: the ways out of a step stay in the order of writing.
    links.sort_by_key(|link| link.from);
    report_unreached_steps(&steps, &links, block);
    Workflow { steps, links }
}

/// Returns the links that `next` declares, or those of the order of writing.
fn path(steps: &[Step], block: &mut TomlBlock) -> Vec<StepLink> {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut links: Vec<StepLink> = Vec::new();
    for (from, step) in steps.iter().enumerate() {
        let Some(next) = &step.next else {
            let to = from + 1;
            let leads_on = to < steps.len() && step.kind != StepType::End;
            links.extend(leads_on.then_some(StepLink { from, to, label: None, place: None }));
            continue;
        };
        for name in next {
            let Some(to) = position("next", name, &ids, block) else { continue };
            let double = links.iter().any(|link| (link.from, link.to) == (from, to));
            if allowed(ids[from], from, to, name.span, block) && !double {
                links.push(StepLink { from, to, label: None, place: None });
            }
        }
    }
    links
}

/// Reports a link from a step to itself.
fn allowed(id: &At<String>, from: usize, to: usize, span: Span, block: &mut TomlBlock) -> bool {
    if from == to {
        block.report(Diagnostic::new(Code::LinkToItself, span).arg("id", &*id.value));
    }
    from != to
}

/// Labels the existing links, and adds the missing ones.
fn label_links(
    steps: &[Step],
    written: Vec<At<WrittenLink>>,
    links: &mut Vec<StepLink>,
    block: &mut TomlBlock,
) {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut seen: Vec<((usize, usize), Span)> = Vec::new();
    for At { value: link, span } in written {
        let from = position("from", &link.from, &ids, block);
        let to = position("to", &link.to, &ids, block);
        let (Some(from), Some(to)) = (from, to) else { continue };
        if !allowed(ids[from], from, to, span, block) {
            continue;
        }
        match seen.iter().find(|(ends, _)| *ends == (from, to)) {
            Some((_, first)) => report_double(ids[from], ids[to], span, *first, block),
            None => {
                seen.push(((from, to), span));
                let place = Some(link.to.span);
                put(links, StepLink { from, to, label: Some(link.label), place });
            }
        }
    }
}

fn put(links: &mut Vec<StepLink>, link: StepLink) {
    match links.iter_mut().find(|old| (old.from, old.to) == (link.from, link.to)) {
        Some(old) => *old = link,
        None => links.push(link),
    }
}

fn report_double(
    from: &At<String>,
    to: &At<String>,
    span: Span,
    first: Span,
    block: &mut TomlBlock,
) {
    block.report(
        Diagnostic::new(Code::DuplicateLink, span)
            .arg("from", &*from.value)
            .arg("to", &*to.value)
            .also(first),
    );
}

fn report_unreached_steps(steps: &[Step], links: &[StepLink], block: &mut TomlBlock) {
    let ways = |from: usize| links.iter().filter(move |link| link.from == from).map(|l| l.to);
    let reached = reach(0, steps.len(), ways);
    for (step, _) in steps.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        report_unreached(&step.id, block);
    }
}
