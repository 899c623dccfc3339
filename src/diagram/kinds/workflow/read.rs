//! Reads workflows. Names become positions here, and what leads nowhere or to
//! itself is reported.

use super::{Step, StepLink, Workflow};
use crate::{
    diag::{Code, Diagnostic},
    diagram::{
        StepType,
        graph::{MOST_NODES, reach, report_unreached},
        values::{counted, find, id, optional_choice, optional_words, unique, words},
        words::Words,
    },
    fields::{Block, Fields},
    span::{At, Span},
};

/// A link as written, with its ends still names.
struct WrittenLink {
    from: Option<At<String>>,
    to: Option<At<String>>,
    label: Option<String>,
    span: Span,
}

/// Numbered steps, each leading to the one written next unless it is an end or says
/// otherwise.
pub fn read(fields: &mut Fields) -> Workflow {
    let mut nexts: Vec<Option<Vec<At<String>>>> = Vec::new();
    let steps = counted(fields, "steps", 1..=MOST_NODES, |step| {
        nexts.push(step.optional("next"));
        read_step(step)
    });
    let written = fields.optional_list("links", |link, span| WrittenLink {
        from: link.required("from"),
        to: link.required("to"),
        label: link.required::<Words>("label").map(|words| words.0),
        span,
    });
    unique(steps.iter().map(|step| &step.id), fields.block);
    let mut links = path(&steps, &nexts, fields.block);
    label_links(&steps, written, &mut links, fields.block);
    // Stable: the ways out of a step stay in the editor's order.
    links.sort_by_key(|link| link.from);
    report_unreached_steps(&steps, &links, fields.block);
    Workflow { steps, links }
}

fn read_step(step: &mut Fields) -> Step {
    Step {
        id: id(step),
        label: words(step, "label"),
        note: optional_words(step, "note"),
        actor: optional_choice(step, "actor"),
        kind: optional_choice(step, "type").unwrap_or(StepType::Step),
    }
}

/// The links that `next` gives, or the order in which the steps are written.
fn path(steps: &[Step], nexts: &[Option<Vec<At<String>>>], block: &mut Block) -> Vec<StepLink> {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut links: Vec<StepLink> = Vec::new();
    for (from, next) in nexts.iter().enumerate() {
        let Some(next) = next else {
            let to = from + 1;
            let leads_on = to < steps.len() && steps[from].kind != StepType::End;
            links.extend(leads_on.then_some(StepLink { from, to, label: None }));
            continue;
        };
        for name in next {
            let Some(to) = find("next", name, &ids, block) else { continue };
            let double = links.iter().any(|link| (link.from, link.to) == (from, to));
            if allowed(ids[from], from, to, name.span, block) && !double {
                links.push(StepLink { from, to, label: None });
            }
        }
    }
    links
}

/// Reports a link that leads to its own start.
fn allowed(id: &At<String>, from: usize, to: usize, span: Span, block: &mut Block) -> bool {
    if from == to {
        block.report(Diagnostic::new(Code::LinkToItself, span).arg("id", &*id.value));
    }
    from != to
}

/// Labels the links that are there, and adds those that are not.
fn label_links(
    steps: &[Step],
    written: Vec<WrittenLink>,
    links: &mut Vec<StepLink>,
    block: &mut Block,
) {
    let ids: Vec<&At<String>> = steps.iter().map(|step| &step.id).collect();
    let mut seen: Vec<((usize, usize), Span)> = Vec::new();
    for link in written {
        let from = link.from.as_ref().and_then(|name| find("from", name, &ids, block));
        let to = link.to.as_ref().and_then(|name| find("to", name, &ids, block));
        let (Some(from), Some(to)) = (from, to) else { continue };
        if !allowed(ids[from], from, to, link.span, block) {
            continue;
        }
        match seen.iter().find(|(ends, _)| *ends == (from, to)) {
            Some((_, first)) => report_double(ids[from], ids[to], link.span, *first, block),
            None => {
                seen.push(((from, to), link.span));
                put(links, StepLink { from, to, label: link.label });
            }
        }
    }
}

fn put(links: &mut Vec<StepLink>, link: StepLink) {
    match links.iter_mut().find(|old| (old.from, old.to) == (link.from, link.to)) {
        Some(old) => old.label = link.label,
        None => links.push(link),
    }
}

fn report_double(from: &At<String>, to: &At<String>, span: Span, first: Span, block: &mut Block) {
    block.report(
        Diagnostic::new(Code::DuplicateLink, span)
            .arg("from", &*from.value)
            .arg("to", &*to.value)
            .also(first),
    );
}

fn report_unreached_steps(steps: &[Step], links: &[StepLink], block: &mut Block) {
    let ways = |from: usize| links.iter().filter(move |link| link.from == from).map(|l| l.to);
    let reached = reach(0, steps.len(), ways);
    for (step, _) in steps.iter().zip(&reached).filter(|(_, reached)| !**reached) {
        report_unreached(&step.id, block);
    }
}
